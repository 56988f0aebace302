#pragma once

#include <QObject>
#include <QString>

namespace haneul::airspace {

// The zone that people point at, shared by the list, the maps and the 3D views of a desk.
class ZoneSelection final : public QObject {
    Q_OBJECT

public:
    explicit ZoneSelection(QObject* parent = nullptr)
        : QObject(parent) {}

    [[nodiscard]] const QString& zone() const { return m_zone; } // its key; empty: none

    void select(const QString& key) {
        if (key == m_zone) return;
        m_zone = key;
        Q_EMIT changed(key);
    }

Q_SIGNALS:
    void changed(const QString& key);

private:
    QString m_zone;
};

} // namespace haneul::airspace
