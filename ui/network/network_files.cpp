#include "ui/network/network_files.h"

#include "core/delivery/link_flight.h"
#include "core/formats/kml_lines.h"
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/network/network_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <ranges>
#include <utility>

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
            if (!path.points.empty() && !route::samePlace(path.points.back().place, item.place))
                path.points.push_back({item.place, path.points.back().height_m});
            continue;
        }
        path.endGround_m.reset();
        path.points.push_back({item.place, item.height_m});
    }
    if (!path.points.empty() && route::samePlace(path.points.front().place, mission.home.place))
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
    path.heights = known ? PathHeights::Amsl : PathHeights::None;
    for (const formats::KmlPoint& point : line.points)
        path.points.push_back({point.place, known ? point.height_m : std::nullopt});
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

// What asGeoJson() has written, with all its values.
OfferedPaths offered(const Network& network) {
    OfferedPaths offer;
    for (const delivery::Link& link : network.links) {
        OfferedPath path{.name = linkName(link), .link = link};
        path.startNode = *network.node(link.a);
        path.endNode = *network.node(link.b);
        for (const Waypoint& waypoint : wayOf(network, link))
            path.points.push_back({waypoint.place, waypoint.height_m});
        if (link.verification) path.notes << Words::tr("Its verification counts there, not here");
        offer.paths.push_back(std::move(path));
    }
    return offer;
}

// Empty: of one of them it is not known.
std::vector<double> geoidAt(const std::vector<delivery::PathPoint>& points, const Geoid& geoid_m) {
    std::vector<double> all;
    for (const delivery::PathPoint& point : points) {
        const auto here = geoid_m ? geoid_m(point.place) : std::nullopt;
        if (!here) return {};
        all.push_back(*here);
    }
    return all;
}

OfferedPaths offered(const delivery::PathCandidates& file, const Geoid& geoid_m) {
    OfferedPaths offer;
    for (const delivery::PathCandidate& line : file.paths) {
        const bool known =
            std::ranges::all_of(line.points, [](const auto& point) { return point.height_m.has_value(); });
        offer.paths.push_back({.name = QString::fromStdString(line.name),
                               .points = line.points,
                               .heights = !known                                 ? PathHeights::None
                                          : line.datum == geo::HeightDatum::Amsl ? PathHeights::Amsl
                                                                                 : PathHeights::Ellipsoid});
    }
    for (OfferedPath& path : offer.paths)
        if (path.heights == PathHeights::Ellipsoid) path.geoid_m = geoidAt(path.points, geoid_m);
    if (file.otherGeometries > 0)
        offer.notes << Words::tr("%1 points and areas are not paths and are left out").arg(file.otherGeometries);
    if (file.tooShort > 0)
        offer.notes << Words::tr("%1 lines of fewer than two points are left out").arg(file.tooShort);
    return offer;
}

std::optional<std::size_t> nodeNear(const Network& network, geo::LatLon place) {
    std::optional<std::size_t> best;
    double nearest = delivery::PathImport{}.snap_m;
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const double here = route::horizontalDistance_m(network.nodes[i].place, place);
        if (here > nearest) continue;
        nearest = here;
        best = i;
    }
    return best;
}

struct End {
    std::optional<std::size_t> node; // that is there
    geo::LatLon place;
    double top_m = 0; // the highest that the path is while it is there
};

// `points` from that end on.
template <class Range>
End endOf(const Network& network, const Range& points) {
    End end{.node = nodeNear(network, points.begin()->place), .place = points.begin()->place};
    end.top_m = points.begin()->height_m.value_or(0);
    for (const delivery::PathPoint& point : points) {
        if (route::horizontalDistance_m(point.place, end.place) > delivery::PathImport{}.snap_m) break;
        end.top_m = std::max(end.top_m, point.height_m.value_or(end.top_m));
    }
    return end;
}

// A node for an end that has none. The first node of a network without a base is one.
void makeNode(Network& network, const End& end, std::optional<double> ground_m,
              const std::optional<delivery::Node>& exported) {
    if (end.node) return;
    const auto kind = exported               ? exported->kind
                      : network.base.empty() ? delivery::NodeKind::Base
                                             : delivery::NodeKind::Delivery;
    delivery::Node& node = network.nodes[addNode(network, kind, settled(network, end.place))];
    node.top_m = end.top_m;
    node.ground_m = ground_m;
    if (!exported) return;
    const std::string given = node.id;
    const geo::LatLon place = node.place;
    node = *exported;
    node.place = place;
    const bool taken = std::ranges::count(network.nodes, exported->id, &delivery::Node::id) > 1;
    if (taken) node.id = given;
    if (network.base == given) network.base = node.id;
}

// The attributes of an exported link for the new one.
void copyValues(delivery::Link& to, const delivery::Link& from) {
    to.shape = from.shape;
    to.corner = from.corner;
    to.track = from.track;
    to.speed_mps = from.speed_mps;
    to.flight_ms = from.flight_ms;
}

} // namespace

double OfferedPath::length_m() const {
    double length_m = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length_m += route::horizontalDistance_m(points[i - 1].place, points[i].place);
    return length_m;
}

Result<OfferedPaths> readPaths(const QString& fileName, const QByteArray& content, const Geoid& geoid_m) {
    const QFileInfo info(fileName);
    const QString ending = info.suffix().toLower();
    const std::string_view text(content.constData(), static_cast<std::size_t>(content.size()));
    const auto offer = [](auto&& file, auto... more) -> Result<OfferedPaths> {
        if (!file) return std::unexpected(file.error());
        return offered(*std::forward<decltype(file)>(file), more...);
    };
    if (ending == u"plan") return offer(formats::readQgcPlan(text), info.completeBaseName());
    if (ending == u"waypoints" || ending == u"txt")
        return offer(formats::readWaypointText(text), info.completeBaseName());
    if (ending == u"kml") return offer(formats::readKml(text));
    if (ending == u"geojson" || ending == u"json") {
        if (const auto network = delivery::networkFromGeoJson(text)) return offered(*network);
        return offer(delivery::pathsFromGeoJson(text), geoid_m);
    }
    return fail("UNKNOWN_FILE_TYPE", "paths are read from .plan, .waypoints, .txt, .kml, .geojson and .json files",
                info.fileName().toStdString());
}

Result<void> takePath(Network& network, const OfferedPath& path, const HeightChoice& choice) {
    const auto refuse = [](const char* code, const QString& why) { return fail(code, why.toStdString()); };
    if (!path.refusal.isEmpty()) return refuse("REFUSED", path.refusal);
    if (path.points.size() < 2) return refuse("PATH_TOO_SHORT", Words::tr("It has fewer than two points"));
    if (path.heights == PathHeights::None && !choice.level_m)
        return refuse("HEIGHT_UNKNOWN", Words::tr("The file has no heights for it: give one above"));
    const bool turned = path.heights == PathHeights::Ellipsoid && !choice.asAmsl;
    if (turned && path.geoid_m.size() != path.points.size())
        return refuse("HEIGHT_UNKNOWN", Words::tr("Its heights are above the WGS84 ellipsoid, and how far that is from "
                                                  "mean sea level here is not known"));
    std::vector<delivery::PathPoint> points = path.points;
    if (turned)
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i].height_m = *points[i].height_m - path.geoid_m[i];
    for (delivery::PathPoint& point : points) {
        point.place = settled(network, point.place);
        if (path.heights == PathHeights::None) point.height_m = choice.level_m;
    }
    Network next = network;
    const End start = endOf(next, points);
    makeNode(next, start, path.startGround_m, path.startNode);
    const End end = endOf(next, points | std::views::reverse);
    if (start.node.value_or(next.nodes.size() - 1) == end.node)
        return refuse("SAME_ENDS", Words::tr("It ends where it begins: a link leads to another node"));
    makeNode(next, end, path.endGround_m, path.endNode);
    const auto made = delivery::linkFromPath(next, points);
    if (!made && made.error().code == "SAME_LINK")
        return refuse("SAME_LINK", Words::tr("These two nodes are linked already"));
    if (!made) return refuse(made.error().code.c_str(), delivery::refusalText(made.error()));
    delivery::Link link = made->link;
    if (path.link) copyValues(link, *path.link);
    next.links.push_back(std::move(link));
    network = std::move(next);
    return {};
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

QByteArray asGeoJson(const Network& network) {
    return QByteArray::fromStdString(delivery::toGeoJson(network));
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
