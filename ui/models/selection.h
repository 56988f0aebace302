#pragma once

#include "core/traffic/track.h"

#include <QObject>

namespace haneul::models {

// What people point at, shared by the map, the table and the 3D view: selecting in one selects in all.
// An empty id is "nothing". A selected track that disappears from the picture stays selected: it may come back, and
// nobody's choice is dropped behind their back.
class Selection final : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject* parent = nullptr)
        : QObject(parent) {}

    [[nodiscard]] const traffic::TrackId& selected() const { return m_selected; }

    [[nodiscard]] const traffic::TrackId& hovered() const { return m_hovered; }

    void select(const traffic::TrackId& id);

    void clear() { select({}); }

    void hover(const traffic::TrackId& id); // empty: the pointer left

Q_SIGNALS:
    // Only on a change.
    void selectedChanged(const haneul::traffic::TrackId& id);
    void hoveredChanged(const haneul::traffic::TrackId& id);

private:
    traffic::TrackId m_selected;
    traffic::TrackId m_hovered;
};

} // namespace haneul::models
