#pragma once

#include "core/plan/profile.h"

#include <span>
#include <utility>

// What a check says of a plan, kept as evidence: with its inputs, parameters, result and version.
namespace haneul::plan {

enum class Verdict {
    Pass,
    NotJudged, // something that it needs is not known; never taken for a pass
    Fail,
};
[[nodiscard]] std::string_view toString(Verdict verdict); // "PASS", "NOT_JUDGED", "FAIL"

// Something that a check found. The code is stable; `where` is the member of the plan, or the id of what was hit.
struct Finding {
    std::string code;
    std::string where;
    std::string words;
    std::optional<double> value, limit; // in `unit`
    std::string unit;
    Verdict verdict = Verdict::Fail;                // Pass: worth to know
    std::optional<geo::LatLon> place;               // of something that was hit: both are there, ...
    std::optional<UtcMs> from, to;                  // ... then ...
    std::optional<geo::VerticalLimit> lower, upper; // ... and so high
    // The plan so much later (earlier) is out of the way of what was hit, and not before that; none: never, or unknown.
    std::optional<milliseconds> laterBy, earlierBy;

    bool operator==(const Finding&) const = default;
};

struct CheckReport {
    CheckKind kind = CheckKind::Form;
    std::string id;     // "haneul.airspace"
    int version = 1;    // of the check
    std::string inputs; // BLAKE2b-256 of all that it looked at, hexadecimal
    std::vector<std::pair<std::string, std::string>> parameters;
    Verdict verdict = Verdict::NotJudged; // the worst of the findings; Pass without any
    std::vector<Finding> findings;        // the worst first

    bool operator==(const CheckReport&) const = default;
};

// Whether a plan with these reports may go on to its approval: none fails, and those that its profile asks for pass.
[[nodiscard]] bool acceptable(std::span<const CheckReport> reports, const Profile& profile);

// A parameter that says when was looked, or how much else was known: what it makes of the plan is in the findings.
[[nodiscard]] bool isCircumstance(std::string_view parameter);

[[nodiscard]] const CheckReport* reportOf(std::span<const CheckReport> reports, CheckKind kind); // null: none

} // namespace haneul::plan
