#include "core/path/check_path.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::path {

namespace {

constexpr std::size_t mostFindings = 200;
constexpr double rounding = 1e-9;

Point_m at(Point_m a, Point_m b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share};
}

class Checker {
public:
    Checker(const Grid& grid, const CheckTask& task)
        : m_grid(grid)
        , m_task(task)
        , m_words(grid.passable({.unknownAllowed = true, .unknownRiskAllowed = true, .windows = Policy::Windows::Open},
                                false))
        , m_meter(grid, task.vehicle, task.wind, m_words) {}

    CheckedPath run(std::span<const Point_m> points) {
        if (points.size() < 2) {
            add({.code = "NO_PATH", .message = "A path has at least two points"});
            return std::move(m_answer);
        }
        for (std::size_t leg = 0; leg + 1 < points.size(); ++leg)
            checkLeg(leg, points[leg], points[leg + 1]);
        const auto legs = points.size() - 1;
        if (m_task.legs.most > 0 && legs > m_task.legs.most)
            add({.code = "TOO_MANY_LEGS",
                 .message = std::format("The path has {} legs; {} are allowed", legs, m_task.legs.most)});
        checkBudgets();
        return std::move(m_answer);
    }

private:
    void add(PathFinding finding) {
        if (m_answer.findings.size() < mostFindings) m_answer.findings.push_back(std::move(finding));
    }

    void checkLeg(std::size_t leg, Point_m a, Point_m b) {
        const double flat_m = std::hypot(b.x - a.x, b.y - a.y);
        const double length_m = std::hypot(flat_m, b.z - a.z);
        const PathFinding here{.leg = leg, .from = a, .to = b, .distance_m = m_answer.totals.length_m};
        const auto say = [&](const char* code, std::string message) {
            auto finding = here;
            finding.code = code;
            finding.message = std::move(message);
            add(std::move(finding));
        };
        if (m_task.legs.longest_m > 0 && length_m > m_task.legs.longest_m * (1 + rounding))
            say("LEG_TOO_LONG",
                std::format("Leg {} is {:.0f} m long; {:.0f} m are allowed", leg + 1, length_m, m_task.legs.longest_m));
        const double slope_deg = std::atan2(std::abs(b.z - a.z), flat_m) * 180 / std::numbers::pi;
        const bool steep = slope_deg > m_task.vehicle.steepest_deg + 1e-6;
        if (steep)
            say("TOO_STEEP", std::format("Leg {} {} at {:.1f} degrees; {:.1f} are allowed", leg + 1,
                                         b.z > a.z ? "climbs" : "descends", slope_deg, m_task.vehicle.steepest_deg));
        if (!m_grid.cellAt(a) || !m_grid.cellAt(b)) {
            say("OUTSIDE_GRID", std::format("Leg {} leaves the area or the layers that are known", leg + 1));
            m_answer.complete = false;
            return;
        }
        const auto totals = m_meter.measureThrough(a, b);
        if (!totals) {
            if (!steep) say("WIND_TOO_STRONG", std::format("Leg {} cannot be flown against the wind", leg + 1));
            m_answer.complete = false;
            return;
        }
        checkCells(leg, a, b, *totals);
        m_answer.totals += *totals;
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
                                .message =
                                    std::format("Leg {} goes where the risk on the ground is not known", leg + 1),
                                .leg = leg,
                                .from = at(a, b, from),
                                .to = at(a, b, to),
                                .distance_m = m_answer.totals.length_m + totals.length_m * from,
                                .when = span(totals, from, to)};
            if (cause) {
                finding.code = cause->kind == CauseKind::Unknown ? "UNKNOWN_CELL" : toString(cause->kind);
                finding.name = cause->name;
                finding.message = messageOf(leg, *cause, *finding.when);
            }
            add(std::move(finding));
        }
    }

    [[nodiscard]] TimeSpan span(const Totals& leg, double from, double to) const {
        const auto ms = [&](double s) { return milliseconds(static_cast<std::int64_t>(std::llround(s * 1000))); };
        const double start_s = m_answer.totals.time_s;
        return {m_task.departure + ms(start_s + leg.time_s * from), m_task.departure + ms(start_s + leg.time_s * to)};
    }

    static std::string messageOf(std::size_t leg, const Cause& cause, const TimeSpan& when) {
        switch (cause.kind) {
        case CauseKind::Building:
            return std::format("Leg {} goes through building {}", leg + 1, cause.name);
        case CauseKind::Terrain:
            return std::format("Leg {} goes through the ground", leg + 1);
        case CauseKind::Zone:
            return std::format("Leg {} is in zone {} from {} to {}, when it is closed", leg + 1, cause.name,
                               toRfc3339(when.from), toRfc3339(when.to));
        case CauseKind::Unknown:
            return std::format("Leg {} goes where nobody knows what stands there ({})", leg + 1, cause.name);
        }
        return {};
    }

    void checkBudgets() {
        const auto& totals = m_answer.totals;
        if (const auto budget = m_task.budgets.risk) {
            if (totals.risk > *budget * (1 + rounding))
                add({.code = "RISK_BUDGET",
                     .message = std::format("The flight has {:.3g} expected fatalities; the budget is {:.3g}",
                                            totals.risk, *budget)});
            else if (!totals.judgedRisk())
                add({.code = "RISK_UNKNOWN",
                     .message = std::format("The risk budget cannot be judged: on {:.0f} m the risk is not known",
                                            totals.riskUnknown_m)});
        }
        if (const auto budget = m_task.budgets.energy_j; budget && totals.energy_j > *budget * (1 + rounding))
            add({.code = "BATTERY_BUDGET",
                 .message = std::format("The flight takes {:.1f} Wh; the budget is {:.1f} Wh", totals.energy_j / 3600,
                                        *budget / 3600)});
    }

    const Grid& m_grid;
    const CheckTask& m_task;
    std::vector<std::uint32_t> m_words;
    LegMeter m_meter;
    CheckedPath m_answer;
};

} // namespace

CheckedPath checkPath(const Grid& grid, std::span<const Point_m> points, const CheckTask& task) {
    return Checker(grid, task).run(points);
}

} // namespace haneul::path
