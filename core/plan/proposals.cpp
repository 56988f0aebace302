#include "core/plan/proposals.h"

#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"
#include "core/plan/detour.h"
#include "core/plan/form.h"
#include "core/plan/pattern.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::plan {

namespace {

constexpr std::array movable{CheckKind::Airspace, CheckKind::Conflicts, CheckKind::Capacity, CheckKind::Documents};
constexpr double cornerReach = 1.083; // corners of the octagon around a leg: 1 / cos(22.5 degrees), rounded up
constexpr std::int64_t second_ms = 1000;

using Reports = std::vector<CheckReport>;

milliseconds wholeSeconds(milliseconds by) {
    return milliseconds((by.count() + second_ms - 1) / second_ms * second_ms);
}

// What a kind of search found, or why not.
struct Outcome {
    std::optional<Proposal> proposal;
    Attempt attempt;
};

class Search {
public:
    Search(const FlightPlan& plan, const CheckInputs& inputs, const ProposalLimits& limits, const Profile& profile)
        : m_plan(plan)
        , m_inputs(inputs)
        , m_limits(limits)
        , m_profile(profile) {}

    Outcome time(ProposalKind kind, const Reports& given);
    Outcome height();
    Outcome route(const Reports& given);

private:
    [[nodiscard]] Reports movableReports(const FlightPlan& plan) const {
        return {checkAirspace(plan, m_inputs), checkConflicts(plan, m_inputs), checkCapacity(plan, m_inputs),
                checkDocuments(plan, m_inputs)};
    }

    // Whether nothing that can be moved away from stands in the way.
    [[nodiscard]] bool clear(const Reports& reports) const {
        return std::ranges::none_of(reports, [&](const CheckReport& report) {
            return report.verdict == Verdict::Fail ||
                   (report.verdict == Verdict::NotJudged && std::ranges::contains(m_profile.mustPass, report.kind));
        });
    }

    // The proposal, when all checks let it through.
    [[nodiscard]] std::optional<Proposal> checked(ProposalKind kind, FlightPlan plan, double change) const {
        auto reports = checkPlan(plan, m_inputs);
        if (!acceptable(reports, m_profile)) return std::nullopt;
        return Proposal{kind, std::move(plan), change, std::move(reports)};
    }

    [[nodiscard]] std::optional<milliseconds> jump(ProposalKind kind, const Reports& reports) const;
    [[nodiscard]] FlightPlan shifted(milliseconds by) const;
    [[nodiscard]] std::optional<FlightPlan> raised(double by_m) const;
    [[nodiscard]] bool heightAllowed(const FlightPlan& plan, double by_m) const;
    [[nodiscard]] bool remake(FlightPlan& plan) const;
    [[nodiscard]] std::vector<geo::Area> inTheWay(const FlightPlan& plan, const Reports& reports) const;
    [[nodiscard]] std::optional<FlightPlan> around(const std::vector<geo::Area>& obstacles) const;

    const FlightPlan& m_plan;
    const CheckInputs& m_inputs;
    const ProposalLimits& m_limits;
    const Profile& m_profile;
};

// The least change of time that takes the plan out of the way of all that it hits now; none: no time does.
std::optional<milliseconds> Search::jump(ProposalKind kind, const Reports& reports) const {
    milliseconds by{second_ms};
    for (const auto& report : reports)
        for (const auto& finding : report.findings) {
            if (finding.verdict == Verdict::Pass) continue;
            const auto needed = kind == ProposalKind::Later ? finding.laterBy : finding.earlierBy;
            if (needed)
                by = std::max(by, *needed);
            else if (report.kind == CheckKind::Capacity)
                by = std::max(by, m_limits.step);
            else
                return std::nullopt;
        }
    return wholeSeconds(by);
}

FlightPlan Search::shifted(milliseconds by) const {
    FlightPlan plan = m_plan;
    ++plan.version;
    plan.start += by;
    plan.end += by;
    for (auto& volume : plan.volumes) {
        if (volume.from) *volume.from += by;
        if (volume.to) *volume.to += by;
    }
    return plan;
}

Outcome Search::time(ProposalKind kind, const Reports& given) {
    Outcome outcome{.proposal = {}, .attempt = {.kind = kind, .tried = 0, .why = {}}};
    const bool later = kind == ProposalKind::Later;
    const milliseconds most = later ? m_limits.later : m_limits.earlier;
    milliseconds by{0};
    Reports reports = given;
    const bool past = later && m_plan.start < m_inputs.now;
    while (outcome.attempt.tried < m_limits.mostTries) {
        const auto next =
            past && by.count() == 0 ? std::optional(wholeSeconds(m_inputs.now - m_plan.start)) : jump(kind, reports);
        if (!next) {
            outcome.attempt.why = "something is in the way at any time";
            return outcome;
        }
        by += *next;
        if (by > most || (!later && m_plan.start - by < m_inputs.now)) {
            outcome.attempt.why = std::format("nothing within {} min", most.count() / 60'000);
            return outcome;
        }
        auto plan = shifted(later ? by : -by);
        ++outcome.attempt.tried;
        reports = movableReports(plan);
        if (!clear(reports)) continue;
        outcome.proposal = checked(kind, std::move(plan), static_cast<double>(by.count()) / second_ms);
        if (outcome.proposal) return outcome;
        outcome.attempt.why = "another check does not pass at that time";
        return outcome;
    }
    outcome.attempt.why = std::format("nothing after {} tries", m_limits.mostTries);
    return outcome;
}

// Volumes for the changed operation; the end as much later as the flight takes longer.
bool Search::remake(FlightPlan& plan) const {
    ++plan.version;
    const auto flight_ms = static_cast<std::int64_t>(std::ceil(flightTime_s(plan) * 1000));
    plan.end = std::max(plan.end, plan.start + milliseconds(flight_ms));
    auto volumes = volumesOf(plan, m_inputs.containment);
    if (!volumes) return false;
    plan.volumes = std::move(*volumes);
    return true;
}

// Heights between the ends of the route, all by the same.
std::optional<FlightPlan> Search::raised(double by_m) const {
    FlightPlan plan = m_plan;
    if (auto* route = std::get_if<WaypointRoute>(&plan.operation)) {
        auto& points = route->points;
        if (points.size() < 3) return std::nullopt;
        const double ground_m = std::max(points.front().height.metres, points.back().height.metres);
        for (std::size_t n = 1; n + 1 < points.size(); ++n) {
            points[n].height.metres += by_m;
            if (points[n].height.metres < ground_m + m_limits.least_m ||
                !heightAllowed(m_plan, points[n].height.metres))
                return std::nullopt;
        }
    } else if (auto* area = std::get_if<AreaOperation>(&plan.operation)) {
        // Down to the ground it stays.
        if (!area->lower) return std::nullopt;
        area->lower->metres += by_m;
        area->upper.metres += by_m;
        if (area->lower->metres < m_limits.least_m || !heightAllowed(m_plan, area->upper.metres)) return std::nullopt;
    } else {
        auto* grid = std::get_if<GridPattern>(&plan.operation);
        auto& height = grid != nullptr ? grid->height : std::get<CorridorPattern>(plan.operation).height;
        height.metres += by_m;
        if (height.metres < m_limits.least_m || !heightAllowed(m_plan, height.metres)) return std::nullopt;
    }
    return remake(plan) ? std::optional(std::move(plan)) : std::nullopt;
}

geo::VerticalReference referenceOf(const Operation& operation) {
    if (const auto* route = std::get_if<WaypointRoute>(&operation))
        return route->points.empty() ? geo::VerticalReference::Amsl : route->points.front().height.reference;
    if (const auto* area = std::get_if<AreaOperation>(&operation)) return area->upper.reference;
    if (const auto* grid = std::get_if<GridPattern>(&operation)) return grid->height.reference;
    return std::get<CorridorPattern>(operation).height.reference;
}

bool Search::heightAllowed(const FlightPlan& plan, double height_m) const {
    if (!m_limits.ceiling) return true;
    return referenceOf(plan.operation) == m_limits.ceiling->reference && height_m <= m_limits.ceiling->metres;
}

Outcome Search::height() {
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Height, .tried = 0, .why = {}}};
    for (double by_m = m_limits.step_m; by_m <= std::max(m_limits.lower_m, m_limits.higher_m); by_m += m_limits.step_m)
        for (const double change_m : {by_m, -by_m}) {
            if (change_m > m_limits.higher_m || -change_m > m_limits.lower_m) continue;
            if (outcome.attempt.tried >= m_limits.mostTries) break;
            auto plan = raised(change_m);
            if (!plan) continue;
            ++outcome.attempt.tried;
            if (!clear(movableReports(*plan))) continue;
            outcome.proposal = checked(ProposalKind::Height, std::move(*plan), change_m);
            if (outcome.proposal) return outcome;
        }
    outcome.attempt.why =
        outcome.attempt.tried == 0 ? "no other height is possible" : "something is in the way there too";
    return outcome;
}

// The areas of all that the plan hits.
std::vector<geo::Area> Search::inTheWay(const FlightPlan& plan, const Reports& reports) const {
    std::vector<geo::Area> areas;
    const auto add = [&](const geo::Volume4D& volume) {
        const bool met = std::ranges::any_of(plan.volumes, [&](const geo::Volume4D& own) {
            return geo::overlap(own, volume, m_inputs.surroundings).answer != geo::Judgement::No;
        });
        if (met && !std::ranges::contains(areas, volume.area)) areas.push_back(volume.area);
    };
    for (const auto& report : reports)
        for (const auto& finding : report.findings) {
            if (finding.verdict == Verdict::Pass) continue;
            if (report.kind == CheckKind::Conflicts) {
                if (const auto* intent = m_inputs.intents->find(finding.where))
                    std::ranges::for_each(intent->volumes, add);
            } else if (report.kind == CheckKind::Capacity) {
                for (const auto& limit : *m_inputs.capacity)
                    if (limit.id == finding.where) add(limit.place);
            } else {
                for (const auto& zone : m_inputs.zones->zones())
                    if (zone.identifier == finding.where)
                        for (const auto& layer : zone.layers)
                            add({layer.area, layer.lower, layer.upper, {}, {}});
            }
        }
    return areas;
}

double lengthOf(const std::vector<geo::LatLon>& places) {
    double length_m = 0;
    for (std::size_t n = 1; n < places.size(); ++n)
        length_m += geo::inverse(places[n - 1], places[n]).distance_m;
    return length_m;
}

std::optional<WaypointRoute> routeAround(const WaypointRoute& route, const std::vector<geo::Area>& obstacles,
                                         double clearance_m) {
    WaypointRoute found{{route.points.front()}};
    for (std::size_t n = 1; n < route.points.size(); ++n) {
        const auto& from = route.points[n - 1];
        const auto& to = route.points[n];
        const auto between = wayAround(from.place, to.place, obstacles, clearance_m);
        if (!between) return std::nullopt;
        std::vector<geo::LatLon> places{from.place};
        places.insert(places.end(), between->begin(), between->end());
        places.push_back(to.place);
        const double whole_m = lengthOf(places);
        double done_m = 0;
        for (std::size_t k = 1; k + 1 < places.size(); ++k) {
            done_m += geo::inverse(places[k - 1], places[k]).distance_m;
            const double height_m = std::lerp(from.height.metres, to.height.metres, done_m / whole_m);
            found.points.push_back({places[k], {height_m, from.height.reference}});
        }
        found.points.push_back(to);
    }
    return found;
}

std::optional<std::vector<geo::LatLon>> lineAround(const std::vector<geo::LatLon>& line,
                                                   const std::vector<geo::Area>& obstacles, double clearance_m) {
    std::vector<geo::LatLon> found{line.front()};
    for (std::size_t n = 1; n < line.size(); ++n) {
        const auto between = wayAround(line[n - 1], line[n], obstacles, clearance_m);
        if (!between) return std::nullopt;
        found.insert(found.end(), between->begin(), between->end());
        found.push_back(line[n]);
    }
    return found;
}

// Metres of way, or square metres of area.
double extentOf(const Operation& operation) {
    if (const auto* area = std::get_if<AreaOperation>(&operation)) {
        const geo::AreaFrame frame(geo::middleOf(area->area));
        return boost::geometry::area(frame.polygon(area->area));
    }
    if (const auto* grid = std::get_if<GridPattern>(&operation)) {
        const geo::AreaFrame frame(geo::middleOf(grid->area));
        return boost::geometry::area(frame.polygon(grid->area));
    }
    const auto route = routeOf(operation);
    if (!route) return 0;
    std::vector<geo::LatLon> places;
    for (const auto& point : route->points)
        places.push_back(point.place);
    return lengthOf(places);
}

bool isArea(const Operation& operation) {
    return std::holds_alternative<AreaOperation>(operation) || std::holds_alternative<GridPattern>(operation);
}

std::optional<FlightPlan> Search::around(const std::vector<geo::Area>& obstacles) const {
    const double margin_m = m_inputs.containment.horizontal_m * cornerReach + m_limits.clearance_m;
    FlightPlan plan = m_plan;
    if (auto* route = std::get_if<WaypointRoute>(&plan.operation)) {
        auto found = routeAround(*route, obstacles, margin_m);
        if (!found) return std::nullopt;
        *route = std::move(*found);
    } else if (auto* corridor = std::get_if<CorridorPattern>(&plan.operation)) {
        auto found = lineAround(corridor->line, obstacles, margin_m + corridor->halfWidth_m);
        if (!found) return std::nullopt;
        corridor->line = std::move(*found);
    } else if (auto* area = std::get_if<AreaOperation>(&plan.operation)) {
        auto found = areaWithout(area->area, obstacles, m_limits.clearance_m);
        if (!found) return std::nullopt;
        area->area = std::move(*found);
    } else if (auto* grid = std::get_if<GridPattern>(&plan.operation)) {
        // Lines reach up to half a spacing beyond the area (pattern.h).
        auto found = areaWithout(grid->area, obstacles, margin_m + grid->spacing_m / 2);
        if (!found) return std::nullopt;
        grid->area = std::move(*found);
    }
    const double before = extentOf(m_plan.operation), after = extentOf(plan.operation);
    const bool enough =
        isArea(plan.operation) ? after >= before * m_limits.leastArea : after <= before * m_limits.longest;
    return enough && remake(plan) ? std::optional(std::move(plan)) : std::nullopt;
}

Outcome Search::route(const Reports& given) {
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Route, .tried = 0, .why = {}}};
    std::vector<geo::Area> obstacles;
    FlightPlan current = m_plan;
    Reports reports = given;
    while (outcome.attempt.tried < m_limits.mostTries) {
        const std::size_t known = obstacles.size();
        for (auto& area : inTheWay(current, reports))
            if (!std::ranges::contains(obstacles, area)) obstacles.push_back(std::move(area));
        if (obstacles.size() == known) break;
        ++outcome.attempt.tried;
        auto plan = around(obstacles);
        if (!plan) break;
        reports = movableReports(*plan);
        if (clear(reports)) {
            const double change = std::abs(extentOf(plan->operation) - extentOf(m_plan.operation));
            outcome.proposal = checked(ProposalKind::Route, std::move(*plan), change);
            if (outcome.proposal) return outcome;
            break;
        }
        current = std::move(*plan);
    }
    outcome.attempt.why = "no way around is free, or it is too long";
    return outcome;
}

std::vector<CheckKind> blocking(const Reports& reports, const Profile& profile) {
    std::vector<CheckKind> kinds;
    for (const auto& report : reports) {
        if (std::ranges::contains(movable, report.kind)) continue;
        // A start that has passed is what a later one is for.
        const bool onlyPast =
            report.kind == CheckKind::Form && std::ranges::all_of(report.findings, [](const Finding& finding) {
                return finding.verdict == Verdict::Pass || finding.code == "IN_THE_PAST";
            });
        const bool failed = report.verdict == Verdict::Fail && !onlyPast;
        const bool unknown =
            report.verdict == Verdict::NotJudged && std::ranges::contains(profile.mustPass, report.kind);
        if (failed || unknown) kinds.push_back(report.kind);
    }
    return kinds;
}

// Sources that are absent stay absent.
bool sourceMissing(const CheckReport& report) {
    return std::ranges::any_of(report.findings, [](const Finding& finding) {
        return finding.code == "ZONES_UNKNOWN" || finding.code == "INTENTS_UNKNOWN" ||
               (finding.code == "CAPACITY_UNKNOWN" && finding.where == "capacity") || finding.code == "VOLUMES_UNSOUND";
    });
}

} // namespace

std::string_view toString(ProposalKind kind) {
    switch (kind) {
    case ProposalKind::Later:
        return "LATER";
    case ProposalKind::Earlier:
        return "EARLIER";
    case ProposalKind::Height:
        return "HEIGHT";
    case ProposalKind::Route:
        return "ROUTE";
    }
    return "";
}

bool ProposalSearch::noneExists() const {
    return proposals.empty() && blockedBy.empty() && attempts.size() == 4;
}

Result<ProposalSearch> propose(const FlightPlan& plan, const CheckInputs& inputs, const ProposalLimits& limits) {
    const auto* of = profile(plan.profile);
    if (of == nullptr) return fail("UNKNOWN_PROFILE", "there is no profile '" + plan.profile + "'", "profile");
    const auto reports = checkPlan(plan, inputs);
    if (acceptable(reports, *of)) return fail("NOT_NEEDED", "the plan passes as it is", plan.id);

    ProposalSearch found{.proposals = {}, .attempts = {}, .blockedBy = blocking(reports, *of)};
    Reports toMove;
    for (const auto kind : movable) {
        const auto& report = *reportOf(reports, kind);
        if (sourceMissing(report) && std::ranges::contains(of->mustPass, kind)) found.blockedBy.push_back(kind);
        if (!sourceMissing(report)) toMove.push_back(report);
    }
    if (!found.blockedBy.empty()) return found;

    Search search(plan, inputs, limits, *of);
    for (auto& outcome : {search.time(ProposalKind::Later, toMove), search.time(ProposalKind::Earlier, toMove),
                          search.height(), search.route(toMove)})
        if (outcome.proposal)
            found.proposals.push_back(*outcome.proposal);
        else
            found.attempts.push_back(outcome.attempt);
    return found;
}

} // namespace haneul::plan
