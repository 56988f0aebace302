#include "ui/network/network_overlay.h"

#include "core/geo/geodesic.h"
#include "ui/network/network_facts.h"
#include "ui/network/network_words.h"

#include <algorithm>

namespace haneul::network {

using delivery::Link;
using delivery::Node;

namespace {

QString metres(double length_m) {
    return length_m < 1000 ? NetworkOverlay::tr("%1 m").arg(length_m, 0, 'f', 0)
                           : NetworkOverlay::tr("%1 km").arg(length_m / 1000, 0, 'f', 2);
}

// Those that stand there at some time.
QStringList movingBasesAt(const Network& network, const std::string& node) {
    QStringList ids;
    for (const delivery::MovingBase& base : network.movingBases)
        if (std::ranges::contains(base.stays, node, &delivery::BaseStay::node)) ids << QString::fromStdString(base.id);
    return ids;
}

QString labelOf(const QStringList& movingBases) {
    if (movingBases.isEmpty()) return {};
    const QString first = QStringLiteral(" · ") + movingBases.front();
    return movingBases.size() == 1 ? first : QStringLiteral("%1 +%2").arg(first).arg(movingBases.size() - 1);
}

QString tipOf(const Network& network, const Node& node) {
    QStringList lines;
    QString title = QString::fromStdString(node.id);
    if (!node.name.empty()) title += QStringLiteral("  ") + QString::fromStdString(node.name);
    lines << title;
    lines << QString(kindText(node.kind) % QStringLiteral(" · ") % networkName(network));
    lines << (node.ground_m ? NetworkOverlay::tr("Ground %1 m, top %2 m AMSL").arg(*node.ground_m).arg(node.top_m)
                            : NetworkOverlay::tr("Ground not known, top %1 m AMSL").arg(node.top_m));
    lines << NetworkOverlay::tr("Places to land: %1").arg(node.capacity);
    for (const delivery::MovingBase& base : network.movingBases)
        for (const delivery::BaseStay& stay : base.stays)
            if (stay.node == node.id)
                lines << NetworkOverlay::tr("%1 stands here from %2 to %3", "moving base")
                             .arg(QString::fromStdString(base.id), dayAndTime(stay.from), dayAndTime(stay.to));
    return lines.join(u'\n');
}

QString tipOf(const Network& network, const Link& link) {
    QStringList lines{QString(linkName(link) % QStringLiteral(" · ") % networkName(network))};
    const auto length_m = lengthOf(network, link);
    const auto flight_ms = flightOf(network, link);
    QStringList size;
    if (length_m) size << metres(*length_m);
    if (flight_ms)
        size << (link.flight_ms ? NetworkOverlay::tr("%1 measured").arg(durationText(*flight_ms))
                                : NetworkOverlay::tr("%1 from top to top").arg(durationText(*flight_ms)));
    if (!size.isEmpty()) lines << size.join(QStringLiteral(", "));
    lines << NetworkOverlay::tr("%1 track · %2 · %3")
                 .arg(trackText(link.track), shapeText(link.shape), cornerText(link.corner));
    lines << verificationText(link);
    return lines.join(u'\n');
}

} // namespace

NetworkOverlay::NetworkOverlay(NetworkEditor& editor, NetworkTool& tool, models::MissionSelection& selection,
                               QObject* parent)
    : QObject(parent)
    , m_editor(editor)
    , m_tool(tool)
    , m_selection(selection) {
    connect(&editor, &NetworkEditor::networkChanged, this, &NetworkOverlay::follow);
    connect(&editor, &NetworkEditor::pickedChanged, this, &NetworkOverlay::follow);
    connect(&editor, &NetworkEditor::handChanged, this, [this] {
        for (const auto& map : m_maps) // whoever takes up a tool means that one
            if (map && m_editor.mayChange()) map->raiseTool(m_tool);
        follow();
    });
    connect(&selection, &models::MissionSelection::changed, this, &NetworkOverlay::follow);
    connect(&tool, &NetworkTool::lineChanged, this, &NetworkOverlay::build);
    follow();
}

NetworkOverlay::~NetworkOverlay() {
    for (const auto& map : m_maps)
        if (map) map->removeTool(m_tool);
}

void NetworkOverlay::attach(map::MapView& map) {
    std::erase_if(m_maps, [](const auto& each) { return each.isNull(); });
    m_maps.emplace_back(&map);
    connect(this, &NetworkOverlay::shapesChanged, &map, [this, &map] { map.setNetworks(m_shapes); });
    map.setNetworks(m_shapes);
    arm(map);
}

void NetworkOverlay::arm(map::MapView& map) const {
    if (m_editor.mayChange())
        map.addTool(m_tool);
    else
        map.removeTool(m_tool);
    map.showTool();
}

void NetworkOverlay::retranslate() {
    m_known.clear();
    follow();
}

std::vector<geo::LatLon> NetworkOverlay::places() const {
    std::vector<geo::LatLon> places;
    for (const Node& node : m_editor.network().nodes)
        places.push_back(node.place);
    for (const Link& link : m_editor.network().links)
        for (const route::Waypoint& waypoint : link.via)
            places.push_back(waypoint.place);
    return places;
}

const NetworkOverlay::Known& NetworkOverlay::knownOf(const Network& network) {
    Known& known = m_known[network.id];
    if (!known.tips.empty() && known.network == network) return known;
    known = {.network = network, .paths = {}, .tips = {}, .crossings = crossingsOf(network)};
    for (const Link& link : network.links) {
        known.paths.push_back(pathOf(network, link));
        known.tips.push_back(tipOf(network, link));
    }
    return known;
}

void NetworkOverlay::follow() {
    map::NetworkShapes still;
    const Network& inHand = m_editor.judged();
    for (const delivery::SavedNetwork& saved : m_editor.desk().state()->networks)
        if (!m_editor.editing() || saved.network.id != inHand.id)
            addNetwork(still, saved.network, !m_editor.editing() && saved.network.id == inHand.id);
    if (m_editor.editing()) addNetwork(still, inHand, true);
    addMission(still);
    m_still = std::make_shared<const map::NetworkShapes>(std::move(still));
    m_tool.setScale(m_maps.empty() || !m_maps.front() ? 1.0 : m_maps.front()->look().scale);
    for (const auto& map : m_maps)
        if (map) arm(*map);
    build();
}

void NetworkOverlay::build() {
    if (m_tool.line().from.empty() && !m_tool.snap()) {
        m_shapes = m_still;
    } else {
        map::NetworkShapes shapes = *m_still;
        addLine(shapes);
        m_shapes = std::make_shared<const map::NetworkShapes>(std::move(shapes));
    }
    Q_EMIT shapesChanged();
}

void NetworkOverlay::addNetwork(map::NetworkShapes& shapes, const Network& network, bool inHand) {
    const Known& known = knownOf(network);
    const Picked& picked = m_editor.picked();
    for (std::size_t i = 0; i < network.links.size(); ++i) {
        const Link& link = network.links[i];
        map::NetworkLinkShape shape{.path = known.paths[i].points,
                                    .heights_m = known.paths[i].heights_m,
                                    .doubleTrack = link.track == delivery::TrackKind::Double,
                                    .verified = link.verification.has_value(),
                                    .selected = inHand && picked.isLink(i),
                                    .tip = known.tips[i],
                                    .name = {QString::fromStdString(network.id), QString::fromStdString(link.a),
                                             QString::fromStdString(link.b)}};
        if (shape.path.size() < 2) continue;
        if (inHand && (m_editor.editing() || shape.selected))
            for (std::size_t k = 0; k < link.via.size(); ++k)
                shape.handles.push_back(
                    {geo::toMercator(link.via[k].place), picked == Picked{Picked::Kind::Waypoint, i, k}});
        shapes.links.push_back(std::move(shape));
    }
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const Node& node = network.nodes[i];
        const QStringList moving = movingBasesAt(network, node.id);
        shapes.nodes.push_back({.label = QString::fromStdString(node.id) + labelOf(moving),
                                .place = geo::toMercator(node.place),
                                .kind = node.kind == delivery::NodeKind::Base ? map::NetworkNodeShape::Kind::Base
                                                                              : map::NetworkNodeShape::Kind::Delivery,
                                .ground_m = node.ground_m,
                                .top_m = node.top_m,
                                .selected = inHand && picked.isNode(i),
                                .movingBase = !moving.isEmpty(),
                                .tip = tipOf(network, node)});
    }
    for (const CrossingPlace& crossing : known.crossings)
        shapes.crossings.push_back(
            {geo::toMercator(crossing.place),
             tr("Crossing of %1 and %2\nDrones pass it %3 apart")
                 .arg(QString::fromStdString(crossing.first).replace(u'>', QStringLiteral(" – ")),
                      QString::fromStdString(crossing.second).replace(u'>', QStringLiteral(" – ")),
                      durationText(crossing.separation_ms))});
}

// Its columns as they are, between them as its link is shaped.
void NetworkOverlay::addLeg(map::NetworkLinkShape& shape, const delivery::Leg& leg, const Link* link) {
    const auto add = [&](std::span<const route::Waypoint> way, delivery::LinkShape form) {
        const Path path = pathThrough(way, form);
        shape.path.insert(shape.path.end(), path.points.begin(), path.points.end());
        shape.heights_m.insert(shape.heights_m.end(), path.heights_m.begin(), path.heights_m.end());
    };
    const std::span<const route::Waypoint> all(leg.waypoints);
    const auto [first, last] = leg.parts.flight;
    if (last >= all.size() || first > last) return add(all, delivery::LinkShape::Straight);
    add(all.first(first), delivery::LinkShape::Straight);
    add(all.subspan(first, last - first + 1), link ? link->shape : delivery::LinkShape::Straight);
    add(all.subspan(last + 1), delivery::LinkShape::Straight);
}

// What was booked keeps the way it was booked with, whatever the network is now.
void NetworkOverlay::addMission(map::NetworkShapes& shapes) const {
    const auto mission = m_editor.desk().state()->mission(m_selection.mission().toStdString());
    if (!mission) return;
    const delivery::SavedNetwork* network = m_editor.desk().state()->network(mission->network);
    const auto column = [&](geo::LatLon place) -> map::NetworkColumnShape& {
        const geo::Mercator at = geo::toMercator(place);
        const auto there = std::ranges::find_if(
            shapes.columns, [&](const auto& each) { return each.place.x == at.x && each.place.y == at.y; });
        return there != shapes.columns.end() ? *there : shapes.columns.emplace_back(map::NetworkColumnShape{at});
    };
    for (const delivery::Leg& leg : mission->route.legs) {
        map::NetworkLinkShape shape{.verified = true, .mission = true};
        addLeg(shape, leg, network ? network->network.link(leg.from, leg.to) : nullptr);
        if (shape.path.size() < 2) continue;
        // After a drop it has not landed: then there is no column.
        if (leg.distances.takeOff_m > 0) column(leg.waypoints.front().place).takeOff = true;
        if (leg.distances.landing_m > 0) column(leg.waypoints.back().place).landing = true;
        shape.tip = tr("Mission %1: %2 to %3, %4")
                        .arg(QString::fromStdString(mission->id), QString::fromStdString(leg.from),
                             QString::fromStdString(leg.to), metres(leg.distances.total_m()));
        shapes.links.push_back(std::move(shape));
    }
}

void NetworkOverlay::addLine(map::NetworkShapes& shapes) const {
    const NetworkTool::Line& line = m_tool.line();
    if (m_tool.snap()) shapes.snap = geo::toMercator(*m_tool.snap());
    const Node* from = m_editor.network().node(line.from);
    if (!from) return;
    std::vector<geo::LatLon> places{from->place};
    for (const route::Waypoint& waypoint : line.via)
        places.push_back(waypoint.place);
    if (line.to) {
        const geo::GeodesicLine last = geo::inverse(places.back(), *line.to);
        places.push_back(*line.to);
        double whole_m = 0;
        for (std::size_t i = 1; i < places.size(); ++i)
            whole_m += geo::inverse(places[i - 1], places[i]).distance_m;
        shapes.snapLines << QString(metres(last.distance_m) % QStringLiteral("  ") %
                                    QString::number(last.initialBearing_deg, 'f', 0) % QStringLiteral("°"));
        if (places.size() > 2) shapes.snapLines << tr("in all %1").arg(metres(whole_m));
    }
    for (const geo::LatLon& place : places)
        shapes.rubber.push_back(geo::toMercator(place));
}

} // namespace haneul::network
