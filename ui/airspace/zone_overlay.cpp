#include "ui/airspace/zone_overlay.h"

#include "core/geo/geodesic.h"
#include "ui/airspace/zone_geometry.h"
#include "ui/airspace/zone_words.h"

#include <algorithm>

namespace haneul::airspace {

using map::ZoneHandle;
using map::ZoneShape;

namespace {

ZoneShape::State stateOf(ZoneNow now) {
    switch (now) {
    case ZoneNow::Active:
        return ZoneShape::State::Active;
    case ZoneNow::NotJudged:
        return ZoneShape::State::NotJudged;
    case ZoneNow::Inactive:
    case ZoneNow::Ended:
        break;
    }
    return ZoneShape::State::Inactive;
}

geo::LatLon halfWay(geo::LatLon from, geo::LatLon to) {
    const auto line = geo::inverse(from, to);
    return geo::direct(from, line.initialBearing_deg, line.distance_m / 2);
}

map::ZoneRing pathOf(const std::vector<geo::LatLon>& places) {
    map::ZoneRing path;
    for (const geo::LatLon place : places) {
        geo::Mercator at = geo::toMercator(place);
        if (!path.empty()) at.x += std::round(path.back().x - at.x);
        path.push_back(at);
    }
    return path;
}

} // namespace

ZoneOverlay::ZoneOverlay(AirspaceDesk& desk, ZoneEditor& editor, ZoneTool& tool, ZoneSelection& selection,
                         QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_editor(editor)
    , m_tool(tool)
    , m_selection(selection) {
    connect(&desk, &AirspaceDesk::statusesChanged, this, &ZoneOverlay::follow);
    connect(&editor, &ZoneEditor::zoneChanged, this, &ZoneOverlay::follow);
    connect(&editor, &ZoneEditor::pickedChanged, this, &ZoneOverlay::follow);
    connect(&editor, &ZoneEditor::handChanged, this, [this] {
        for (const auto& map : m_maps) // whoever takes up a tool means that one
            if (map && m_editor.mayChange()) map->raiseTool(m_tool);
        follow();
    });
    connect(&selection, &ZoneSelection::changed, this, &ZoneOverlay::follow);
    connect(&tool, &ZoneTool::lineChanged, this, &ZoneOverlay::build);
    follow();
}

ZoneOverlay::~ZoneOverlay() {
    for (const auto& map : m_maps)
        if (map) map->removeTool(m_tool);
}

void ZoneOverlay::attach(map::MapView& map) {
    std::erase_if(m_maps, [](const auto& each) { return each.isNull(); });
    m_maps.emplace_back(&map);
    connect(this, &ZoneOverlay::shapesChanged, &map, [this, &map] { map.setZones(m_shapes); });
    connect(&map, &map::MapView::zonesClicked, this, &ZoneOverlay::choose);
    map.setZones(m_shapes);
    arm(map);
}

void ZoneOverlay::arm(map::MapView& map) const {
    if (m_editor.mayChange())
        map.addTool(m_tool);
    else
        map.removeTool(m_tool);
    map.showTool();
}

// The smallest first; in the same place again, the next larger one, and behind the last none.
void ZoneOverlay::choose(const QStringList& under) {
    const qsizetype now = under.indexOf(m_selection.zone());
    m_selection.select(under.value(now + 1));
}

void ZoneOverlay::setLanguage(const QString& language) {
    m_language = language;
    m_known.clear();
    follow();
}

std::vector<geo::LatLon> ZoneOverlay::placesOf(const QString& key) const {
    std::vector<geo::LatLon> places;
    const Zone* const zone = key.isEmpty() ? &m_editor.zone() : m_desk.zone(key.toStdString());
    if (zone == nullptr) return places;
    for (const Layer& layer : zone->layers)
        for (const geo::Mercator& corner : ringsOf(layer.area).front())
            places.push_back(geo::fromMercator({corner.x - std::floor(corner.x), corner.y}));
    return places;
}

ZoneShape ZoneOverlay::shapeOf(const Zone& zone) const {
    ZoneShape shape{.key = QString::fromStdString(zoneKey(zone)),
                    .label = {QString::fromStdString(zone.identifier), limitsText(zone)},
                    .tip = {},
                    .kind = kindOf(zone.type),
                    .identifier = QString::fromStdString(zone.identifier)};
    std::vector<map::ZoneVolumeShape> volumes;
    const geo::Surroundings surroundings = m_desk.surroundings();
    for (const Layer& layer : zone.layers)
        volumes.push_back(map::zoneVolume(ringsOf(layer.area), heightsOf(layer, surroundings)));
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(std::move(volumes));
    return shape;
}

const ZoneShape& ZoneOverlay::knownOf(const Zone& zone, const ZoneRecord& record) {
    Known& known = m_known[record.key];
    if (known.revision != record.revision) known = {record.revision, shapeOf(zone)};
    return known.shape;
}

void ZoneOverlay::follow() {
    map::ZoneShapes still;
    const AirspaceState& state = *m_desk.state();
    const auto& zones = state.index.zones();
    std::erase_if(m_known, [&](const auto& each) { return state.record(each.first) == nullptr; });
    const std::string inHand = m_editor.editing() && m_editor.basedOn() > 0 ? m_editor.key() : std::string();
    for (std::size_t i = 0; i < zones.size() && i < m_desk.statuses().size(); ++i) {
        if (state.records[i].key == inHand) continue;
        ZoneShape shape = knownOf(zones[i], state.records[i]);
        const ZoneStatus& status = m_desk.statuses()[i];
        shape.state = stateOf(status.now);
        shape.selected = shape.key == m_selection.zone();
        QStringList tip{QString::fromStdString(zones[i].identifier)};
        if (const QString name = nameOf(zones[i], m_language); !name.isEmpty())
            tip.front() += QStringLiteral("  ") + name;
        tip << QString(typeText(zones[i].type) % QStringLiteral(" · ") % nowText(status.now)) << limitsText(zones[i]);
        shape.tip = tip.join(u'\n');
        if (status.now == ZoneNow::NotJudged) shape.label.front().prepend(QStringLiteral("? "));
        still.zones.push_back(std::move(shape));
    }
    addDraft(still);
    m_still = std::make_shared<const map::ZoneShapes>(std::move(still));
    m_tool.setScale(m_maps.empty() || !m_maps.front() ? 1.0 : m_maps.front()->look().scale);
    for (const auto& map : m_maps)
        if (map) arm(*map);
    build();
}

void ZoneOverlay::addDraft(map::ZoneShapes& shapes) const {
    if (!m_editor.editing()) return;
    ZoneShape draft = shapeOf(m_editor.zone());
    draft.draft = true;
    draft.key = QStringLiteral("draft");
    draft.label.front() += QStringLiteral(" · ") + tr("draft");
    shapes.zones.push_back(std::move(draft));
    const Layer* const layer = m_editor.layerInHand();
    if (layer == nullptr) return;
    const PickedPart& picked = m_editor.picked();
    const auto add = [&](geo::LatLon place, ZoneHandle::Kind kind, bool selected) {
        shapes.handles.push_back({geo::toMercator(place), kind, selected});
    };
    if (const auto* const circle = std::get_if<geo::Circle>(&layer->area)) {
        add(circle->centre, ZoneHandle::Kind::Centre, picked.kind == PickedPart::Kind::Centre);
        add(geo::direct(circle->centre, 90, circle->radius_m), ZoneHandle::Kind::Rim,
            picked.kind == PickedPart::Kind::Rim);
        return;
    }
    for (std::size_t r = 0; m_editor.ring(r) != nullptr; ++r) {
        const auto& ring = *m_editor.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            add(halfWay(ring[i], ring[(i + 1) % ring.size()]), ZoneHandle::Kind::Middle, false);
            add(ring[i], ZoneHandle::Kind::Corner, picked == PickedPart{PickedPart::Kind::Corner, r, i});
        }
    }
}

void ZoneOverlay::build() {
    if (m_tool.line().corners.empty() && !m_tool.line().centre) {
        m_shapes = m_still;
    } else {
        map::ZoneShapes shapes = *m_still;
        addLine(shapes);
        m_shapes = std::make_shared<const map::ZoneShapes>(std::move(shapes));
    }
    Q_EMIT shapesChanged();
}

void ZoneOverlay::addLine(map::ZoneShapes& shapes) const {
    const ZoneTool::Line& line = m_tool.line();
    if (line.centre) {
        shapes.handles.push_back({geo::toMercator(*line.centre), ZoneHandle::Kind::Centre, true});
        if (!line.to) return;
        const double radius_m = geo::inverse(*line.centre, *line.to).distance_m;
        if (radius_m <= 0) return;
        shapes.rubber = ringsOf(geo::Circle{*line.centre, radius_m}).front();
        shapes.rubber.push_back(shapes.rubber.front());
        shapes.pen = geo::toMercator(*line.to);
        shapes.notes << tr("radius %1").arg(lengthText(radius_m));
        return;
    }
    std::vector<geo::LatLon> places = line.corners;
    if (line.to) {
        const auto side = geo::inverse(places.back(), *line.to);
        places.push_back(*line.to);
        shapes.pen = geo::toMercator(*line.to);
        shapes.notes
            << QStringLiteral("%1  %2°").arg(lengthText(side.distance_m)).arg(side.initialBearing_deg, 0, 'f', 0);
    }
    for (const geo::LatLon corner : line.corners)
        shapes.handles.push_back({geo::toMercator(corner), ZoneHandle::Kind::Corner, false});
    shapes.rubber = pathOf(places);
    shapes.rubberCloses = true;
}

} // namespace haneul::airspace
