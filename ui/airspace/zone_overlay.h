#pragma once

#include "ui/airspace/airspace_desk.h"
#include "ui/airspace/zone_editor.h"
#include "ui/airspace/zone_selection.h"
#include "ui/airspace/zone_tool.h"
#include "ui/map/map_view.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <string>
#include <vector>

namespace haneul::airspace {

// The zones as every map and 3D view of a desk shows them: all published ones, in place of one of them the draft; and
// the tool in hand while the draft is changed. A click on a map selects, the next click in the same place the next zone
// there.
class ZoneOverlay final : public QObject {
    Q_OBJECT

public:
    // All must outlive it.
    ZoneOverlay(AirspaceDesk& desk, ZoneEditor& editor, ZoneTool& tool, ZoneSelection& selection,
                QObject* parent = nullptr);
    ~ZoneOverlay() override;

    void attach(map::MapView& map); // from now on, until one of the two goes

    [[nodiscard]] const map::ZoneShapesPtr& shapes() const { return m_shapes; }

    // Without the line that is being drawn: the same until a zone is another one.
    [[nodiscard]] const map::ZoneShapesPtr& still() const { return m_still; }

    // All corners of a zone, or of the draft for an empty key; for looking at all of it.
    [[nodiscard]] std::vector<geo::LatLon> placesOf(const QString& key) const;

    void setLanguage(const QString& language); // "ko", "en": names and tips

Q_SIGNALS:
    void shapesChanged();

private:
    // What costs time to make, kept while the zone stays as it is.
    struct Known {
        std::uint64_t revision = 0;
        map::ZoneShape shape;
    };

    [[nodiscard]] map::ZoneShape shapeOf(const Zone& zone) const;
    [[nodiscard]] const map::ZoneShape& knownOf(const Zone& zone, const ZoneRecord& record);
    void follow(); // zones, states, draft or selection are other ones now
    void build();
    void addDraft(map::ZoneShapes& shapes) const;
    void addLine(map::ZoneShapes& shapes) const;
    void arm(map::MapView& map) const;
    void choose(const QStringList& under);

    AirspaceDesk& m_desk;
    ZoneEditor& m_editor;
    ZoneTool& m_tool;
    ZoneSelection& m_selection;
    QString m_language;
    std::vector<QPointer<map::MapView>> m_maps;
    std::map<std::string, Known> m_known; // by key
    map::ZoneShapesPtr m_shapes = std::make_shared<const map::ZoneShapes>();
    map::ZoneShapesPtr m_still = m_shapes; // without the line being drawn, which changes with every move
};

} // namespace haneul::airspace
