#include "core/path/check_path.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>
#include <ranges>
#include <utility>

namespace haneul::path {

namespace {

constexpr double rounding = 1e-9;

Point_m at(Point_m a, Point_m b, double share) {
    if (share >= 1) return b;
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share};
}

std::string messageOf(std::size_t leg, const PathFinding& finding, const Cause* cause) {
    if (cause == nullptr) return std::format("Leg {} goes where the risk on the ground is not known", leg + 1);
    switch (cause->kind) {
    case CauseKind::Building:
        return std::format("Leg {} goes through building {}", leg + 1, cause->name);
    case CauseKind::Terrain:
        return std::format("Leg {} goes through the ground", leg + 1);
    case CauseKind::Zone:
        return std::format("Leg {} is in zone {} from {} to {}, when it is closed", leg + 1, cause->name,
                           toRfc3339(finding.when->from), toRfc3339(finding.when->to));
    case CauseKind::Unknown:
        return std::format("Leg {} goes where nobody knows what stands there ({})", leg + 1, cause->name);
    }
    return {};
}

} // namespace

// One grid, and the parts that lie in it.
class PathChecker::Pass {
public:
    Pass(PathChecker& checker, const Grid& grid, Point_m corner)
        : m_checker(checker)
        , m_grid(grid)
        , m_task(checker.m_task)
        , m_answer(checker.m_answer)
        , m_corner(corner)
        , m_words(grid.passable({.unknownAllowed = true, .unknownRiskAllowed = true, .windows = Policy::Windows::Open},
                                false))
        , m_meter(grid, m_task.vehicle, m_task.wind, m_words) {}

    void check(const LegPart& part) {
        m_earlier = m_answer.findings.size();
        const auto leg = part.leg;
        const Point_m a = at(part.a, part.b, part.from), b = at(part.a, part.b, part.to);
        const double flat_m = std::hypot(part.b.x - part.a.x, part.b.y - part.a.y);
        const double length_m = std::hypot(flat_m, part.b.z - part.a.z);
        const bool begins = part.from <= 0;
        const auto say = [&](const char* code, std::string message) {
            m_checker.add({.code = code,
                           .message = std::move(message),
                           .leg = leg,
                           .from = a,
                           .to = part.b,
                           .distance_m = m_answer.totals.length_m});
        };
        if (begins && m_task.legs.longest_m > 0 && length_m > m_task.legs.longest_m * (1 + rounding))
            say("LEG_TOO_LONG",
                std::format("Leg {} is {:.0f} m long; {:.0f} m are allowed", leg + 1, length_m, m_task.legs.longest_m));
        const double slope_deg = std::atan2(std::abs(part.b.z - part.a.z), flat_m) * 180 / std::numbers::pi;
        const bool steep = slope_deg > m_task.vehicle.steepest_deg + 1e-6;
        if (begins && steep)
            say("TOO_STEEP",
                std::format("Leg {} {} at {:.1f} degrees; {:.1f} are allowed", leg + 1,
                            part.b.z > part.a.z ? "climbs" : "descends", slope_deg, m_task.vehicle.steepest_deg));
        const Point_m here = inGrid(a), there = inGrid(b);
        if (!m_grid.cellAt(here) || !m_grid.cellAt(there)) {
            if (!said(leg, "OUTSIDE_GRID", {}))
                say("OUTSIDE_GRID", std::format("Leg {} leaves the area or the layers that are known", leg + 1));
            m_answer.complete = false;
            return;
        }
        const auto totals = m_meter.measureThrough(here, there);
        if (!totals) {
            if (!steep && !said(leg, "WIND_TOO_STRONG", {}))
                say("WIND_TOO_STRONG", std::format("Leg {} cannot be flown against the wind", leg + 1));
            m_answer.complete = false;
            return;
        }
        checkCells(leg, here, there, *totals);
        m_answer.totals += *totals;
    }

private:
    [[nodiscard]] Point_m inGrid(Point_m point) const { return {point.x - m_corner.x, point.y - m_corner.y, point.z}; }

    [[nodiscard]] Point_m inPath(Point_m point) const { return {point.x + m_corner.x, point.y + m_corner.y, point.z}; }

    // What was said of an earlier part of the leg; null: nothing.
    [[nodiscard]] PathFinding* said(std::size_t leg, std::string_view code, std::string_view name) const {
        for (auto& finding : m_answer.findings | std::views::take(m_earlier) | std::views::reverse) {
            if (finding.leg != leg) break;
            if (finding.code == code && finding.name == name) return &finding;
        }
        return nullptr;
    }

    // What stands in the way, each thing once a leg, from where it is met to where it is left.
    void checkCells(std::size_t leg, Point_m a, Point_m b, const Totals& totals) {
        struct Met {
            const Cause* cause; // null: the risk is not known
            double from, to;
        };

        std::vector<Met> met;
        const auto meet = [&](const Cause* cause, double from, double to) {
            const auto known = std::ranges::find(met, cause, &Met::cause);
            if (known == met.end())
                met.push_back({cause, from, to});
            else
                known->to = to;
        };
        (void)walk(m_grid, a, b, [&](const Cell& cell, double from, double to) {
            if (m_task.riskMatters && !m_task.policy.unknownRiskAllowed && to > from && !m_grid.risk(cell))
                meet(nullptr, from, to);
            for (const auto number : m_grid.causesOf(cell)) {
                const auto& cause = m_grid.cause(number);
                if (cause.kind == CauseKind::Unknown && m_task.policy.unknownAllowed) continue;
                const auto there = span(totals, from, to);
                const bool closed = cause.closed.empty() || std::ranges::any_of(cause.closed, [&](const TimeSpan& s) {
                                        return s.from <= there.to && there.from < s.to;
                                    });
                if (closed) meet(&cause, from, to);
            }
            return true;
        });
        for (const auto& [cause, from, to] : met) {
            PathFinding finding{.code = "RISK_UNKNOWN",
                                .leg = leg,
                                .from = inPath(at(a, b, from)),
                                .to = inPath(at(a, b, to)),
                                .distance_m = m_answer.totals.length_m + totals.length_m * from,
                                .when = span(totals, from, to)};
            if (cause) {
                finding.code = cause->kind == CauseKind::Unknown ? "UNKNOWN_CELL" : toString(cause->kind);
                finding.name = cause->name;
            }
            if (auto* const before = said(leg, finding.code, finding.name)) {
                before->to = finding.to;
                before->when->to = finding.when->to;
                before->message = messageOf(leg, *before, cause);
                continue;
            }
            finding.message = messageOf(leg, finding, cause);
            m_checker.add(std::move(finding));
        }
    }

    [[nodiscard]] TimeSpan span(const Totals& leg, double from, double to) const {
        const auto ms = [&](double s) { return milliseconds(static_cast<std::int64_t>(std::llround(s * 1000))); };
        const double start_s = m_answer.totals.time_s;
        return {m_task.departure + ms(start_s + leg.time_s * from), m_task.departure + ms(start_s + leg.time_s * to)};
    }

    PathChecker& m_checker;
    const Grid& m_grid;
    const CheckTask& m_task;
    CheckedPath& m_answer;
    Point_m m_corner;
    std::size_t m_earlier = 0; // findings of the parts before
    std::vector<std::uint32_t> m_words;
    LegMeter m_meter;
};

PathChecker::PathChecker(CheckTask task)
    : m_task(std::move(task)) {}

void PathChecker::add(PathFinding finding) {
    if (m_answer.legs.empty() || m_answer.legs.back() < finding.leg) m_answer.legs.push_back(finding.leg);
    if (m_answer.findings.size() < mostFindings) m_answer.findings.push_back(std::move(finding));
}

void PathChecker::pass(const Grid& grid, Point_m corner, std::span<const LegPart> parts) {
    Pass one(*this, grid, corner);
    for (const auto& part : parts) {
        m_legs = std::max(m_legs, part.leg + 1);
        one.check(part);
    }
}

CheckedPath PathChecker::finish() && {
    const auto whole = [&](std::string code, std::string message) {
        m_answer.findings.push_back({.code = std::move(code), .message = std::move(message)});
    };
    if (m_legs == 0) {
        whole("NO_PATH", "A path has at least two points");
        return std::move(m_answer);
    }
    if (m_task.legs.most > 0 && m_legs > m_task.legs.most)
        whole("TOO_MANY_LEGS", std::format("The path has {} legs; {} are allowed", m_legs, m_task.legs.most));
    const auto& totals = m_answer.totals;
    if (const auto budget = m_task.budgets.risk) {
        if (totals.risk > *budget * (1 + rounding))
            whole("RISK_BUDGET",
                  std::format("The flight has {:.3g} expected fatalities; the budget is {:.3g}", totals.risk, *budget));
        else if (!totals.judgedRisk())
            whole("RISK_UNKNOWN", std::format("The risk budget cannot be judged: on {:.0f} m the risk is not known",
                                              totals.riskUnknown_m));
    }
    if (const auto budget = m_task.budgets.energy_j; budget && totals.energy_j > *budget * (1 + rounding))
        whole("BATTERY_BUDGET", std::format("The flight takes {:.1f} Wh; the budget is {:.1f} Wh",
                                            totals.energy_j / 3600, *budget / 3600));
    return std::move(m_answer);
}

CheckedPath checkPath(const Grid& grid, std::span<const Point_m> points, const CheckTask& task) {
    std::vector<LegPart> legs;
    for (std::size_t leg = 0; leg + 1 < points.size(); ++leg)
        legs.push_back({.leg = leg, .a = points[leg], .b = points[leg + 1]});
    PathChecker checker(task);
    checker.pass(grid, {}, legs);
    return std::move(checker).finish();
}

} // namespace haneul::path
