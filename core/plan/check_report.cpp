#include "core/plan/check_report.h"

#include <algorithm>

namespace haneul::plan {

std::string_view toString(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return "PASS";
    case Verdict::NotJudged:
        return "NOT_JUDGED";
    case Verdict::Fail:
        return "FAIL";
    }
    return "";
}

bool acceptable(std::span<const CheckReport> reports, const Profile& profile) {
    const bool failed = std::ranges::contains(reports, Verdict::Fail, &CheckReport::verdict);
    return !failed && std::ranges::all_of(profile.mustPass, [&](CheckKind kind) {
        const auto* report = reportOf(reports, kind);
        return report != nullptr && report->verdict == Verdict::Pass;
    });
}

bool isCircumstance(std::string_view parameter) {
    return parameter == "now" || parameter == "zones" || parameter == "intents";
}

const CheckReport* reportOf(std::span<const CheckReport> reports, CheckKind kind) {
    const auto found = std::ranges::find(reports, kind, &CheckReport::kind);
    return found == reports.end() ? nullptr : &*found;
}

} // namespace haneul::plan
