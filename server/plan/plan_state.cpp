#include "server/plan/plan_state.h"

#include "core/base/shown_number.h"
#include "core/plan/digest.h"

#include <algorithm>

namespace haneul::plan {

std::string PlanRecord::conditions() const {
    std::string all;
    for (const Approval& approval : approvals)
        if (!approval.conditions.empty()) all += (all.empty() ? "" : "\n") + approval.conditions;
    return all;
}

PlanPtr PlanState::plan(std::string_view id) const {
    const auto found = std::ranges::find(plans, id, [](const PlanPtr& one) { return std::string_view(one->plan.id); });
    return found == plans.end() ? nullptr : *found;
}

std::vector<PlanPtr> PlanState::intents() const {
    std::vector<PlanPtr> standing;
    std::ranges::copy_if(plans, std::back_inserter(standing),
                         [](const PlanPtr& one) { return holdsAirspace(one->plan.state); });
    return standing;
}

std::string evidenceDigest(std::uint64_t revision, const std::vector<CheckReport>& reports) {
    Digest digest;
    digest.add("haneul.evidence.2").add(static_cast<std::int64_t>(revision));
    digest.add(static_cast<std::int64_t>(reports.size()));
    for (const CheckReport& report : reports) {
        digest.add(toString(report.kind)).add(report.id).add(std::int64_t{report.version});
        for (const auto& [name, value] : report.parameters)
            if (!isCircumstance(name)) digest.add(name).add(value);
        digest.add(toString(report.verdict)).add(static_cast<std::int64_t>(report.findings.size()));
        for (const Finding& finding : report.findings) {
            digest.add(finding.code).add(finding.where).add(finding.words).add(toString(finding.verdict));
            digest.add(finding.value ? shownNumber(*finding.value, finding.limit, finding.unit) : std::string());
            digest.add(finding.limit).add(finding.unit);
            digest.add(finding.from).add(finding.to).add(finding.lower).add(finding.upper);
        }
    }
    return std::move(digest).hex();
}

bool sameInputs(const std::vector<CheckReport>& one, const std::vector<CheckReport>& other) {
    return std::ranges::equal(one, other, {}, &CheckReport::inputs, &CheckReport::inputs);
}

} // namespace haneul::plan
