#include "server/http/ground_risk_api.h"

#include "server/ground_risk/answer_json.h"
#include "server/ground_risk/question_json.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <vector>

namespace haneul::http {

using ground_risk::GroundRiskService;
using ground_risk::PathPoint;
using ground_risk::Question;
using json::Object;

namespace {

constexpr std::array groundRiskRoutes{RouteId::GroundLibrary, RouteId::GroundMap, RouteId::GroundCell,
                                      RouteId::GroundPath};

Result<void> checkSize(const ground_risk::Area& area) {
    const double cells = std::ceil(area.width_m / area.cell_m) * std::ceil(area.height_m / area.cell_m);
    if (cells <= static_cast<double>(mostCellsOfAnAnswer)) return {}; // also of what is no number: judged later
    if (std::isnan(cells)) return {};
    return fail("TOO_MANY_CELLS",
                std::format("{:.0f} cells; an answer holds at most {}: take larger cells or a smaller area", cells,
                            mostCellsOfAnAnswer),
                "area.cell_m");
}

// To keep the number of people, those of the whole area are counted.
Result<void> checkCounting(const Question& question) {
    return question.conservePeople ? checkSize(question.area) : Result<void>{};
}

template <class T, class Write>
Response written(const Result<T>& result, Write write) {
    return result ? jsonResponse(write(*result)) : refusalOfRule(result.error());
}

Response map(GroundRiskService& service, BodyReader& body) {
    auto question = body.take<Question>(ground_risk::questionFrom);
    if (const auto error = body.error()) return errorResponse(*error);
    if (auto fine = checkSize(question.area); !fine) return refusalOfRule(fine.error());
    return written(service.map(std::move(question)), [](const auto& answer) { return ground_risk::mapJson(*answer); });
}

Response cell(GroundRiskService& service, BodyReader& body) {
    auto question = body.take<Question>(ground_risk::questionFrom);
    const auto place = body.take<geo::LatLon>([](Object& from) -> Result<geo::LatLon> {
        const auto numbers = from.numbers("point");
        if (!numbers) return std::unexpected(numbers.error());
        if (numbers->size() != 2) return fail("BAD_FIELD", "must be [longitude, latitude]", "point");
        return geo::LatLon{(*numbers)[1], (*numbers)[0]};
    });
    if (const auto error = body.error()) return errorResponse(*error);
    if (auto fine = checkCounting(question); !fine) return refusalOfRule(fine.error());
    return written(service.cell(std::move(question), place), ground_risk::cellJson);
}

Result<std::vector<PathPoint>> pathFrom(Object& from) {
    const auto rows = from.numberRows("path");
    if (!rows) return std::unexpected(rows.error());
    std::vector<PathPoint> points;
    for (const auto& row : *rows) {
        if (row.size() != 3)
            return fail("BAD_FIELD", "a point is [longitude, latitude, height above the ground]", "path");
        points.push_back({{row[1], row[0]}, row[2]});
    }
    return points;
}

Response path(GroundRiskService& service, BodyReader& body) {
    auto question = body.take<Question>(ground_risk::questionFrom);
    const auto points = body.take<std::vector<PathPoint>>(pathFrom);
    const auto speeds = body.take<std::vector<double>>([](Object& from) { return from.numbers("speeds_mps"); });
    if (const auto error = body.error()) return errorResponse(*error);
    if (auto fine = checkCounting(question); !fine) return refusalOfRule(fine.error());
    return written(service.path(std::move(question), points, speeds), ground_risk::pathJson);
}

} // namespace

bool isGroundRiskRoute(RouteId route) {
    return std::ranges::contains(groundRiskRoutes, route);
}

Response answerGroundRisk(GroundRiskService& service, RouteId route, std::string_view contentType,
                          std::string_view body) {
    if (route == RouteId::GroundLibrary) return jsonResponse(ground_risk::libraryJson());
    BodyReader reader(contentType, body);
    switch (route) {
    case RouteId::GroundMap:
        return map(service, reader);
    case RouteId::GroundCell:
        return cell(service, reader);
    case RouteId::GroundPath:
        return path(service, reader);
    default:
        return errorResponse({"INTERNAL", "the route has no answer", "ground-risk"});
    }
}

} // namespace haneul::http
