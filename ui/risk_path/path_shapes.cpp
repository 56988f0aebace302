#include "ui/risk_path/path_shapes.h"

#include "core/geo/mercator.h"
#include "ui/risk_path/words.h"

#include <QCoreApplication>

namespace haneul::risk_path {

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

} // namespace haneul::risk_path
