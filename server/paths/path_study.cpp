#include "server/paths/path_study.h"

#include "server/paths/fields.h"
#include "server/paths/path_json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::paths {

namespace {

constexpr std::size_t mostPoints = 5000;  // of a path
constexpr std::size_t mostProfile = 1500; // that are kept
constexpr std::size_t mostNotes = 200;
constexpr double huge = 1e12;
constexpr double jouleToWattHour = 1.0 / 3600;
constexpr std::array kinds{path::PathKind::Shortest, path::PathKind::Weighted, path::PathKind::Budget};

std::optional<path::PathKind> kindFrom(std::string_view name) {
    const auto* const found = std::ranges::find(kinds, name, [](path::PathKind kind) { return toString(kind); });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

std::optional<path::BudgetAnswer> answerFrom(std::string_view name) {
    for (const auto answer : {path::BudgetAnswer::Optimal, path::BudgetAnswer::WithinGap})
        if (toString(answer) == name) return answer;
    return std::nullopt;
}

template <class T>
std::optional<T> greater(const std::optional<T>& one, const std::optional<T>& other) {
    return one < other ? other : one; // nothing is less than anything
}

std::vector<path::ProfilePoint> thinned(const std::vector<path::ProfilePoint>& profile) {
    if (profile.size() <= mostProfile) return profile;
    const std::size_t group = (profile.size() + mostProfile - 2) / (mostProfile - 1);
    std::vector<path::ProfilePoint> fewer;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        const auto& point = profile[i];
        if (i % group == 0 || i + 1 == profile.size()) {
            fewer.push_back(point);
            continue;
        }
        auto& kept = fewer.back();
        kept.ground_m = greater(kept.ground_m, point.ground_m);
        kept.building_m = greater(kept.building_m, point.building_m);
        kept.risk = greater(kept.risk, point.risk);
        kept.unknown = kept.unknown || point.unknown;
    }
    return fewer;
}

path::Totals totalsFrom(Fields& from) {
    path::Totals totals;
    totals.length_m = from.wanted("length_m", 0, huge);
    totals.time_s = from.wanted("time_s", 0, huge);
    totals.energy_j = from.wanted("energy_wh", 0, huge) / jouleToWattHour;
    const auto risk = from.number("risk", 0, huge);
    totals.risk = risk.value_or(0);
    totals.riskUnknown_m = from.wanted("risk_unknown_m", 0, huge);
    totals.unknown_m = from.wanted("unknown_m", 0, huge);
    if (!risk && totals.riskUnknown_m <= 0) from.refuse({"BAD_FIELD", "is not null where it is known", "risk"});
    return totals;
}

std::vector<path::Point_m> pointsFrom(Fields& from, const char* key, const Placing& placing) {
    std::vector<path::Point_m> points;
    from.list(key, mostPoints, [&](Fields& item) {
        Place place;
        item.place("position", place.place);
        item.number("height_m", place.height_m, -1000, 20'000);
        points.push_back(placing.pointOf(place));
    });
    return points;
}

void readProfile(Fields& from, std::vector<path::ProfilePoint>& profile) {
    constexpr std::size_t most = 100'000;
    from.list("profile", most, [&](Fields& item) {
        path::ProfilePoint point;
        point.distance_m = item.wanted("distance_m", 0, huge);
        point.height_m = item.wanted("height_m", -huge, huge);
        point.ground_m = item.number("ground_m", -huge, huge);
        point.building_m = item.number("building_m", -huge, huge);
        point.risk = item.number("risk_per_s", 0, huge);
        item.flag("unknown", point.unknown);
        if (!profile.empty() && point.distance_m < profile.back().distance_m)
            item.refuse({"BAD_FIELD", "must not go back", "distance_m"});
        profile.push_back(point);
    });
}

void readTurns(Fields& from, path::PlannedPath& path) {
    from.list("turns", mostPoints, [&](Fields& item) {
        path::Turn turn;
        item.count("at", turn.at, mostPoints);
        turn.angle_deg = item.wanted("angle_deg", -360, 360);
        turn.radius_m = item.wanted("radius_m", 0, huge);
        turn.speed_mps = item.wanted("speed_mps", 0, huge);
        path.smoothed.turns.push_back(turn);
    });
    from.flag("flyable", path.smoothed.flyable);
}

path::PlannedPath pathFrom(Fields& from, const Placing& placing) {
    path::PlannedPath path;
    from.word("kind", path.kind, kindFrom, "SHORTEST, WEIGHTED or BUDGET");
    from.word("answer", path.answer, answerFrom, "OPTIMAL or WITHIN_GAP");
    path.gap = from.wanted("gap", 0, huge);
    path.totals = totalsFrom(from);
    path.points = pointsFrom(from, "points", placing);
    if (path.points.size() < 2) from.refuse({"BAD_FIELD", "has at least two items", "points"});
    if (from.has("line")) path.smoothed.points = pointsFrom(from, "line", placing);
    if (path.smoothed.points.size() < 2) path.smoothed.points = path.points;
    std::size_t legs = path.points.size() - 1;
    from.count("legs", legs, mostPoints);
    if (legs + 1 != path.points.size()) from.refuse({"BAD_FIELD", "must be one less than its points", "legs"});
    from.flag("few_enough", path.fewEnough);
    readTurns(from, path);
    from.list("kept_layers", mostPoints, [&](Fields& item) {
        path::KeptLayer kept;
        item.count("leg", kept.leg, mostPoints);
        kept.wanted_m = item.wanted("wanted_m", -huge, huge);
        kept.flown_m = item.wanted("flown_m", -huge, huge);
        kept.why = item.text("why").value_or("");
        path.kept.push_back(std::move(kept));
    });
    from.texts("notes", path.notes);
    readProfile(from, path.profile);
    from.ignore("operation"); // made of the points again
    return path;
}

void readSpace(Fields& from, SpaceFacts& space) {
    if (!from.has("space")) from.refuse({"MISSING_FIELD", "is missing", "space"});
    from.object("space", [&](Fields& item) {
        space.cell_m = item.wanted("cell_m", 0, huge);
        space.columns = static_cast<int>(item.wanted("columns", 0, 1e9));
        space.rows = static_cast<int>(item.wanted("rows", 0, 1e9));
        space.layers = static_cast<int>(item.wanted("layers", 0, 1e9));
        space.lower_m = item.wanted("lower_m", -huge, huge);
        space.upper_m = item.wanted("upper_m", -huge, huge);
    });
    space.pieces = 1;
    from.flag("synthetic", space.synthetic);
    from.texts("provenance", space.provenance);
    from.texts("notes", space.notes);
    if (std::max(space.provenance.size(), space.notes.size()) > mostNotes)
        from.refuse({"BAD_FIELD", "has too many items", "provenance"});
}

bool riskIsKnown(const path::PlannedPaths& planned) {
    return !planned.front.empty() || std::ranges::any_of(planned.paths, [](const path::PlannedPath& path) {
        return path.totals.judgedRisk() || std::ranges::any_of(path.profile, [](const path::ProfilePoint& point) {
                   return point.risk.has_value();
               });
    });
}

std::optional<UtcMs> timeFrom(Fields& from, const char* key) {
    const auto text = from.text(key);
    if (!text) return std::nullopt;
    const auto time = fromRfc3339(*text);
    if (!time) {
        from.refuse({"BAD_FIELD", "must be a time as 2026-11-26T09:00:00Z", key});
        return std::nullopt;
    }
    return *time;
}

} // namespace

std::string inputJson(const Question& question) {
    return toJson(question);
}

std::string resultJson(const Answer& answer, UtcMs found) {
    Answer kept = answer;
    for (auto& path : kept.planned.paths)
        path.profile = thinned(path.profile);
    return toJson(kept, found);
}

Result<Question> questionOfStudy(std::string_view input) {
    auto body = json::Object::parse(input);
    if (!body) return std::unexpected(body.error());
    if (!body->has("departure")) return fail("MISSING_FIELD", "is missing: a study is of one time", "departure");
    auto question = questionFrom(*body, UtcMs{});
    if (!question) return question;
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return question;
}

Result<KeptAnswer> answerOfStudy(Question question, std::string_view result) {
    auto body = json::Object::parse(result);
    if (!body) return std::unexpected(body.error());
    if (body->keys().empty()) return KeptAnswer{};
    Fields from(*body);
    KeptAnswer kept;
    Answer answer;
    kept.found = timeFrom(from, "found");
    if (const auto reference = from.text("reference"); reference && *reference != geo::toString(question.reference))
        from.refuse({"BAD_FIELD", "is another one than that of the input", "reference"});
    if (const auto departure = timeFrom(from, "departure"); departure && *departure != question.task.departure)
        from.refuse({"BAD_FIELD", "is another one than that of the input", "departure"});
    readSpace(from, answer.space);
    if (!question.places.empty())
        static_cast<Placing&>(answer.space) = {geo::LocalFrame(question.places.front().place)};
    from.list("paths", kinds.size(),
              [&](Fields& item) { answer.planned.paths.push_back(pathFrom(item, answer.space)); });
    from.list("none", kinds.size(), [&](Fields& item) {
        path::NoPath none;
        item.word("kind", none.kind, kindFrom, "SHORTEST, WEIGHTED or BUDGET");
        item.flag("proven", none.proven);
        none.error = {item.text("code").value_or(""), item.text("message").value_or(""), {}};
        answer.planned.none.push_back(std::move(none));
    });
    from.list("front", 30, [&](Fields& item) {
        path::FrontPoint point;
        point.totals = totalsFrom(item);
        answer.planned.front.push_back(std::move(point));
    });
    if (auto done = from.finish(); !done) return std::unexpected(done.error());
    answer.space.anyRisk = riskIsKnown(answer.planned);
    answer.question = std::move(question);
    kept.answer = std::make_shared<const Answer>(std::move(answer));
    return kept;
}

Result<void> checkStudy(std::string_view input, std::string_view result) {
    const auto in = [](const char* part, Error error) {
        error.where = error.where.empty() ? part : std::string(part) + '.' + error.where;
        return std::unexpected(std::move(error));
    };
    auto question = questionOfStudy(input);
    if (!question) return in("input", question.error());
    const auto kept = answerOfStudy(*std::move(question), result);
    if (!kept) return in("result", kept.error());
    return {};
}

} // namespace haneul::paths
