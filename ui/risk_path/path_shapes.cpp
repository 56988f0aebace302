#include "ui/risk_path/path_shapes.h"

#include "core/geo/mercator.h"
#include "ui/risk_path/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace haneul::risk_path {

namespace {

constexpr double groundStep_m = 30; // between two looks at the ground under a leg
constexpr int mostSteps = 100;      // in one leg

map::PathShape::Line lineOf(path::PathKind kind) {
    using Line = map::PathShape::Line;
    return kind == path::PathKind::Budget     ? Line::Solid
           : kind == path::PathKind::Weighted ? Line::Dotted
                                              : Line::Dashed;
}

QString labelOf(const paths::Answer& answer, const path::PlannedPath& path, bool chosen) {
    QStringList parts{kindText(path.kind), lengthText(path.totals.length_m)};
    if (chosen) parts << timeText(path.totals.time_s) << riskText(path.totals, answer.space.anyRisk);
    if (answer.space.synthetic) parts << QCoreApplication::translate("haneul::risk_path::Shapes", "SYNTHETIC city");
    return parts.join(QStringLiteral(" · "));
}

double distance_m(const path::Point_m& one, const path::Point_m& other) {
    return std::hypot(one.x - other.x, one.y - other.y, one.z - other.z);
}

// Which of the points of the flown line are where a leg of the path ends: a turn is flown round, beside its corner.
std::vector<bool> turnsOf(const path::PlannedPath& path) {
    const auto& flown = path.smoothed.points;
    std::vector<bool> turns(flown.size());
    for (const path::Point_m& corner : path.points) {
        const auto nearest =
            std::ranges::min_element(flown, {}, [&](const path::Point_m& point) { return distance_m(point, corner); });
        if (nearest != flown.end()) turns[static_cast<std::size_t>(nearest - flown.begin())] = true;
    }
    return turns;
}

map::PathShape solidOf(const paths::Answer& answer, const path::PlannedPath& path, bool chosen,
                       const geo::Surroundings& surroundings) {
    map::PathShape shape{
        .label = labelOf(answer, path, chosen), .line = lineOf(path.kind), .chosen = chosen, .way = {}};
    const bool agl = answer.question.reference == geo::VerticalReference::Agl;
    const auto add = [&](const path::Point_m& point, bool turn) {
        const auto at = answer.space.placeOf(point);
        auto place = geo::toMercator(at.place);
        if (!shape.way.empty()) place.x += std::round(shape.way.back().place.x - place.x);
        shape.way.push_back({place, map::placedHeight({at.height_m, answer.question.reference}, at.place, surroundings),
                             surroundings.ground_amsl_m ? surroundings.ground_amsl_m(at.place) : std::nullopt, turn});
    };
    const auto turns = turnsOf(path);
    const auto& flown = path.smoothed.points;
    for (std::size_t i = 0; i < flown.size(); ++i) {
        add(flown[i], turns[i]);
        if (!agl || !surroundings.ground_amsl_m || i + 1 == flown.size()) continue;
        const auto& next = flown[i + 1];
        const int steps = std::min(mostSteps, static_cast<int>(distance_m(flown[i], next) / groundStep_m));
        for (int step = 1; step < steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            add({std::lerp(flown[i].x, next.x, share), std::lerp(flown[i].y, next.y, share),
                 std::lerp(flown[i].z, next.z, share)},
                false);
        }
    }
    return shape;
}

} // namespace

map::NetworkShapesPtr shapesOf(const paths::Answer& answer, std::size_t chosen) {
    auto shapes = std::make_shared<map::NetworkShapes>();
    const auto& found = answer.planned.paths;
    const bool anyRisk = answer.space.anyRisk;
    const auto add = [&](std::size_t number) {
        const auto& path = found[number];
        map::NetworkLinkShape line;
        for (const auto& point : path.smoothed.points) {
            const auto place = answer.space.placeOf(point);
            line.path.push_back(geo::toMercator(place.place));
            line.heights_m.push_back(place.height_m);
        }
        if (line.path.size() < 2) return;
        line.verified = path.kind == path::PathKind::Budget;
        line.dotted = path.kind == path::PathKind::Weighted;
        line.mission = number == chosen;
        line.tip = QStringLiteral("%1 · %2 · %3\n%4")
                       .arg(kindText(path.kind), lengthText(path.totals.length_m), timeText(path.totals.time_s),
                            riskText(path.totals, anyRisk));
        shapes->links.push_back(std::move(line));
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i != chosen) add(i);
    if (chosen < found.size()) add(chosen);
    const auto node = [&](const paths::Place& place, const QString& label) {
        shapes->nodes.push_back({.label = label,
                                 .place = geo::toMercator(place.place),
                                 .kind = map::NetworkNodeShape::Kind::Delivery,
                                 .ground_m = 0,
                                 .selected = false,
                                 .tip = label});
    };
    node(answer.question.places.front(), QCoreApplication::translate("haneul::risk_path::Shapes", "Start"));
    node(answer.question.places.back(), QCoreApplication::translate("haneul::risk_path::Shapes", "Goal"));
    return shapes;
}

std::vector<map::PathShape> solidsOf(const paths::Answer& answer, std::size_t chosen,
                                     const geo::Surroundings& surroundings) {
    std::vector<map::PathShape> solids;
    const auto& found = answer.planned.paths;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i != chosen) solids.push_back(solidOf(answer, found[i], false, surroundings));
    if (chosen < found.size()) solids.push_back(solidOf(answer, found[chosen], true, surroundings));
    std::erase_if(solids, [](const map::PathShape& solid) { return solid.way.size() < 2; });
    return solids;
}

} // namespace haneul::risk_path
