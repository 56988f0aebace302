#include "ui/network/network_files.h"

#include "core/delivery/link_flight.h"
#include "core/formats/kml_lines.h"
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "ui/network/network_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace haneul::network {

using formats::MissionFile;
using formats::MissionItemKind;
using formats::PathKind;
using route::Waypoint;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::network::Files)
};

QString textOf(const Error& error) {
    const QString message = QString::fromStdString(error.message);
    return error.where.empty() ? message
                               : QString(QString::fromStdString(error.where) % QStringLiteral(": ") % message);
}

QString textOf(const formats::FileNote& note) {
    const QString message = QString::fromStdString(note.message);
    return note.where.empty() ? message : QString(QString::fromStdString(note.where) % QStringLiteral(": ") % message);
}

// The way between the tops of the two columns: what is flown after take-off and before landing.
void fly(OfferedPath& path, const formats::MissionItems& mission) {
    for (const formats::MissionItem& item : mission.items) {
        if (item.kind == MissionItemKind::Land) {
            path.endGround_m = item.height_m;
            if (!path.way.empty() && !route::samePlace(path.way.back().place, item.place))
                path.way.push_back({item.place, path.way.back().height_m});
            continue;
        }
        path.endGround_m.reset();
        path.way.push_back({item.place, item.height_m});
    }
    if (!path.way.empty() && route::samePlace(path.way.front().place, mission.home.place))
        path.startGround_m = mission.home.height_m;
}

OfferedPaths offered(MissionFile file, const QString& name) {
    OfferedPaths offer;
    OfferedPath path{.name = name};
    for (const formats::FileNote& note : file.notes)
        path.notes << textOf(note);
    if (!file.items.empty() && file.items.back().kind == PathKind::ReturnHome) {
        file.items.pop_back(); // a link leads one way; the drone comes back by a link
        path.notes << Words::tr("The return home is left out");
    }
    if (const auto mission = formats::missionItems(file))
        fly(path, *mission);
    else
        path.refusal = textOf(mission.error());
    offer.paths.push_back(std::move(path));
    return offer;
}

OfferedPath offered(const formats::KmlLine& line) {
    OfferedPath path{.name = QString::fromStdString(line.name)};
    if (line.kind == formats::KmlLineKind::LinearRing)
        path.refusal = Words::tr("It is a ring, not a way from place to place");
    if (line.heights == formats::KmlHeight::AboveGround)
        path.refusal = Words::tr("Its heights are above a ground that the file does not tell");
    if (line.heights == formats::KmlHeight::NotJudged)
        path.refusal = Words::tr("What its heights are measured from is not known");
    const bool known = line.heights == formats::KmlHeight::Amsl &&
                       std::ranges::all_of(line.points, [](const auto& point) { return point.height_m.has_value(); });
    path.heightsMissing = path.refusal.isEmpty() && !known;
    for (const formats::KmlPoint& point : line.points)
        path.way.push_back({point.place, known ? *point.height_m : 0.0});
    return path;
}

OfferedPaths offered(const formats::KmlFile& file) {
    OfferedPaths offer;
    for (const formats::KmlLine& line : file.lines)
        offer.paths.push_back(offered(line));
    for (const formats::FileNote& note : file.notes)
        offer.notes << textOf(note);
    if (!file.places.empty())
        offer.notes << Words::tr("%1 single places are not paths and are left out").arg(file.places.size());
    return offer;
}

std::optional<std::size_t> nodeNear(const Network& network, geo::LatLon place) {
    std::optional<std::size_t> best;
    double nearest = sameNode_m;
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const double here = route::horizontalDistance_m(network.nodes[i].place, place);
        if (here >= nearest) continue;
        nearest = here;
        best = i;
    }
    return best;
}

// The node at that end; a new one where there is none. The first node of a network without a base is one.
std::string endAt(Network& network, const Waypoint& end, std::optional<double> ground_m) {
    if (const auto there = nodeNear(network, end.place)) return network.nodes[*there].id;
    const auto kind = network.base.empty() ? delivery::NodeKind::Base : delivery::NodeKind::Delivery;
    delivery::Node& node = network.nodes[addNode(network, kind, settled(network, end.place))];
    node.top_m = end.height_m;
    node.ground_m = ground_m;
    return node.id;
}

} // namespace

double OfferedPath::length_m() const {
    double length_m = 0;
    for (std::size_t i = 1; i < way.size(); ++i)
        length_m += route::distance_m(way[i - 1], way[i]);
    return length_m;
}

Result<OfferedPaths> readPaths(const QString& fileName, const QByteArray& content) {
    const QFileInfo info(fileName);
    const QString ending = info.suffix().toLower();
    const std::string_view text(content.constData(), static_cast<std::size_t>(content.size()));
    if (ending == u"plan") {
        auto file = formats::readQgcPlan(text);
        if (!file) return std::unexpected(file.error());
        return offered(*std::move(file), info.completeBaseName());
    }
    if (ending == u"waypoints" || ending == u"txt") {
        auto file = formats::readWaypointText(text);
        if (!file) return std::unexpected(file.error());
        return offered(*std::move(file), info.completeBaseName());
    }
    if (ending == u"kml") {
        const auto file = formats::readKml(text);
        if (!file) return std::unexpected(file.error());
        return offered(*file);
    }
    return fail("UNKNOWN_FILE_TYPE", "paths are read from .plan, .waypoints, .txt, .kml, .geojson and .json files",
                info.fileName().toStdString());
}

QString troubleWith(const Network& network, const OfferedPath& path) {
    if (!path.refusal.isEmpty()) return path.refusal;
    if (path.heightsMissing) return Words::tr("The file has no heights for it: give one above");
    if (path.way.size() < 2) return Words::tr("It has fewer than two points");
    const auto a = nodeNear(network, path.way.front().place);
    const auto b = nodeNear(network, path.way.back().place);
    const double apart_m = route::horizontalDistance_m(path.way.front().place, path.way.back().place);
    if ((a && a == b) || (!a && !b && apart_m < sameNode_m))
        return Words::tr("It ends where it begins: a link leads to another node");
    if (a && b && network.link(network.nodes[*a].id, network.nodes[*b].id))
        return Words::tr("There is a link between %1 and %2 already")
            .arg(QString::fromStdString(network.nodes[*a].id), QString::fromStdString(network.nodes[*b].id));
    return {};
}

void takePath(Network& network, const OfferedPath& path) {
    const std::string a = endAt(network, path.way.front(), path.startGround_m);
    const std::string b = endAt(network, path.way.back(), path.endGround_m);
    std::vector<Waypoint> via(path.way.begin() + 1, path.way.end() - 1);
    for (Waypoint& waypoint : via)
        waypoint.place = settled(network, waypoint.place);
    (void)addLink(network, a, b, std::move(via));
}

Result<QByteArray> asKml(const Network& network) {
    formats::KmlFile file;
    for (const delivery::Link& link : network.links) {
        const auto way = wayOf(network, link);
        if (way.empty()) return fail("UNKNOWN_NODE", "an end of this link is not a node", link.a + ">" + link.b);
        formats::KmlLine line{.name = link.a + " - " + link.b, .heights = formats::KmlHeight::Amsl};
        for (const Waypoint& waypoint : way)
            line.points.push_back({waypoint.place, waypoint.height_m, std::nullopt});
        file.lines.push_back(std::move(line));
    }
    for (const delivery::Node& node : network.nodes)
        file.places.push_back({.name = node.name.empty() ? node.id : node.id + " " + node.name,
                               .heights = node.ground_m ? formats::KmlHeight::Amsl : formats::KmlHeight::OnGround,
                               .point = {node.place, node.ground_m, std::nullopt}});
    return QByteArray::fromStdString(formats::writeKml(networkName(network).toStdString(), file));
}

Result<QByteArray> asGeoJson(const Network& network) {
    const auto point = [](geo::LatLon place, double height_m) {
        return QJsonArray{place.longitude_deg, place.latitude_deg, height_m};
    };
    QJsonArray features;
    const auto add = [&](const QString& type, const QJsonArray& coordinates, const QJsonObject& properties) {
        features << QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
                                {QStringLiteral("geometry"), QJsonObject{{QStringLiteral("type"), type},
                                                                         {QStringLiteral("coordinates"), coordinates}}},
                                {QStringLiteral("properties"), properties}};
    };
    for (const delivery::Node& node : network.nodes)
        add(QStringLiteral("Point"), point(node.place, node.top_m),
            {{QStringLiteral("id"), QString::fromStdString(node.id)},
             {QStringLiteral("name"), QString::fromStdString(node.name)},
             {QStringLiteral("kind"),
              node.kind == delivery::NodeKind::Base ? QStringLiteral("base") : QStringLiteral("delivery")},
             {QStringLiteral("ground_m"), node.ground_m ? QJsonValue(*node.ground_m) : QJsonValue()},
             {QStringLiteral("top_m"), node.top_m}});
    for (const delivery::Link& link : network.links) {
        const auto way = wayOf(network, link);
        if (way.empty()) return fail("UNKNOWN_NODE", "an end of this link is not a node", link.a + ">" + link.b);
        QJsonArray line;
        for (const Waypoint& waypoint : way)
            line << point(waypoint.place, waypoint.height_m);
        add(QStringLiteral("LineString"), line,
            {{QStringLiteral("from"), QString::fromStdString(link.a)},
             {QStringLiteral("to"), QString::fromStdString(link.b)},
             {QStringLiteral("verified"), link.verification.has_value()}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                     {QStringLiteral("features"), features}})
        .toJson();
}

Result<QByteArray> asQgcPlan(const Network& network, std::size_t link) {
    const delivery::Link& wanted = network.links[link];
    const std::string where = wanted.a + ">" + wanted.b;
    const delivery::Node* a = network.node(wanted.a);
    const delivery::Node* b = network.node(wanted.b);
    if (!a || !b) return fail("UNKNOWN_NODE", "an end of this link is not a node", where);
    if (!a->ground_m || !b->ground_m)
        return fail("GROUND_UNKNOWN", "the ground level of an end is not known: give it first", where);
    auto flight = delivery::LinkFlight::make(network, wanted, wanted.a, network.droneTypes.front());
    if (!flight) return std::unexpected(flight.error());
    const double speed_mps = wanted.speed_mps.value_or(network.droneTypes.front().flight_mps);
    formats::MissionItems mission{.name = where, .home = {a->place, *a->ground_m}};
    mission.items.push_back({.kind = MissionItemKind::TakeOff, .place = a->place, .height_m = a->top_m});
    const auto samples = flight->path();
    for (std::size_t i = 1; i < samples.size(); ++i)
        mission.items.push_back({.kind = MissionItemKind::Waypoint,
                                 .place = samples[i].waypoint.place,
                                 .height_m = samples[i].waypoint.height_m,
                                 .speed_mps = i == 1 ? std::optional(speed_mps) : std::nullopt});
    mission.items.push_back({.kind = MissionItemKind::Land, .place = b->place, .height_m = *b->ground_m});
    const auto text = formats::writeQgcPlan(mission);
    if (!text) return std::unexpected(text.error());
    return QByteArray::fromStdString(*text);
}

} // namespace haneul::network
