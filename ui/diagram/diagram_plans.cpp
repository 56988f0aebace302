#include "ui/diagram/diagram_plans.h"

#include "ui/diagram/diagram_contents.h"

#include <algorithm>
#include <tuple>

namespace haneul::diagram {

namespace {

constexpr std::size_t mostRows = 24; // what has no row then lies over the last one

bool standing(plan::State state) {
    return plan::holdsAirspace(state) || state == plan::State::PendingApproval || state == plan::State::Submitted;
}

PlanBar barWithoutRow(const plan::PlanPtr& plan) {
    PlanBar bar{.plan = plan, .begin_ms = sinceEpoch_ms(plan->plan.start), .end_ms = sinceEpoch_ms(plan->plan.end)};
    for (const geo::Volume4D& volume : plan->plan.volumes)
        bar.volumes.emplace_back(volume.from ? sinceEpoch_ms(*volume.from) : bar.begin_ms,
                                 volume.to ? sinceEpoch_ms(*volume.to) : bar.end_ms);
    std::ranges::sort(bar.volumes);
    return bar;
}

// Each into the first row that is free then.
void placeInRows(DiagramContents& contents, std::vector<PlanBar> own) {
    std::ranges::sort(own, {},
                      [](const PlanBar& bar) { return std::tuple(bar.begin_ms, bar.end_ms, bar.plan->plan.id); });
    const std::size_t first = contents.rows.size();
    std::vector<std::int64_t> freeFrom;
    for (PlanBar& bar : own) {
        auto row = std::ranges::find_if(freeFrom, [&](std::int64_t from) { return from <= bar.begin_ms; });
        if (row == freeFrom.end() && freeFrom.size() < mostRows) row = freeFrom.insert(row, bar.begin_ms);
        if (row == freeFrom.end()) row = std::prev(row);
        *row = std::max(*row, bar.end_ms);
        bar.row = first + static_cast<std::size_t>(row - freeFrom.begin());
        const TimeRange range{utcMs(bar.begin_ms), utcMs(bar.end_ms)};
        contents.span =
            contents.span ? TimeRange{std::min(contents.span->from, range.from), std::max(contents.span->to, range.to)}
                          : range;
        contents.plans.push_back(std::move(bar));
    }
    for (std::size_t row = 0; row < freeFrom.size(); ++row)
        contents.rows.push_back({.planRow = row + 1});
}

void addConflicts(DiagramContents& contents, std::size_t bar) {
    const plan::PlanRecord& record = *contents.plans[bar].plan;
    if (!record.evidence) return;
    const auto* report = plan::reportOf(record.evidence->reports, plan::CheckKind::Conflicts);
    if (report == nullptr) return;
    for (const plan::Finding& finding : report->findings) {
        if (!finding.code.starts_with("CONFLICT")) continue;
        const std::int64_t begin = finding.from ? sinceEpoch_ms(*finding.from) : contents.plans[bar].begin_ms;
        const std::int64_t end = finding.to ? sinceEpoch_ms(*finding.to) : contents.plans[bar].end_ms;
        contents.planConflicts.push_back({.bar = bar,
                                          .other = barOf(contents, finding.where),
                                          .plan = finding.where,
                                          .begin_ms = std::max(begin, contents.plans[bar].begin_ms),
                                          .end_ms = std::min(end, contents.plans[bar].end_ms),
                                          .hinders = finding.verdict == plan::Verdict::Fail});
    }
}

} // namespace

void addPlans(DiagramContents& contents, const plan::PlanState& state, const std::string& chosen) {
    std::vector<PlanBar> own;
    for (const plan::PlanPtr& plan : state.plans) {
        if (!standing(plan->plan.state) && plan->plan.id != chosen) continue;
        PlanBar bar = barWithoutRow(plan);
        if (plan->plan.mission_id.empty()) {
            if (contents.options.extent == Extent::Network) own.push_back(std::move(bar));
            continue;
        }
        const MissionLine* const line = contents.line(plan->plan.mission_id);
        if (line == nullptr) continue;
        bar.line = static_cast<std::size_t>(line - contents.lines.data());
        bar.row = static_cast<std::size_t>(line->rows.front());
        contents.plans.push_back(std::move(bar));
    }
    placeInRows(contents, std::move(own));
    for (std::size_t bar = 0; bar < contents.plans.size(); ++bar)
        addConflicts(contents, bar);
}

std::optional<std::size_t> barOf(const DiagramContents& contents, const std::string& plan) {
    const auto found =
        std::ranges::find(contents.plans, plan, [](const PlanBar& bar) -> const auto& { return bar.plan->plan.id; });
    if (found == contents.plans.end()) return std::nullopt;
    return static_cast<std::size_t>(found - contents.plans.begin());
}

} // namespace haneul::diagram
