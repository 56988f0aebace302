#include "server/people/approval_rules.h"

#include "server/people/user_rules.h"

#include <format>
#include <utility>

namespace haneul::people {

namespace {

constexpr std::string_view approveScope = "plan.approve";
constexpr std::string_view secondScope = "plan.override";
constexpr std::size_t mostZones = 200;
constexpr std::size_t mostRiskClasses = 50;
constexpr std::size_t longestKey = 64; // bytes

Result<void> needsScope(const Principal& principal, std::string_view scope) {
    if (principal.may(scope)) return {};
    return fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope));
}

Result<std::set<std::string>> acceptedKeys(const std::set<std::string>& keys, std::size_t most,
                                           std::string_view field) {
    if (keys.size() > most) return fail("BAD_POLICY", std::format("at most {}", most), std::string(field));
    std::set<std::string> accepted;
    for (const std::string& key : keys) {
        auto name = acceptedName(key, field);
        if (!name || name->size() > longestKey)
            return fail("BAD_POLICY", std::format("'{}': 1 to 64 characters, no control characters", key),
                        std::string(field));
        accepted.insert(*std::move(name));
    }
    return accepted;
}

} // namespace

Result<void> mayApprove(const Principal& principal, const ApprovalCase& waiting) {
    if (!principal.role) // a token with scopes one by one: a machine, whoever holds it
        return fail("NOT_A_PERSON", "a person approves, logged in by name", principal.user);
    if (principal.role == Role::Administrator)
        return fail("ADMINISTRATOR_MAY_NOT_APPROVE", "administrators keep the house and approve nothing",
                    principal.user);
    if (auto may = needsScope(principal, approveScope); !may) return may;
    if (waiting.authors.empty() || waiting.authors.contains("") || waiting.lastEditor.empty())
        return fail("AUTHOR_UNKNOWN", "who wrote it is not known, so nobody can be told to be somebody else", "author");
    if (waiting.authors.contains(principal.user))
        return fail("OWN_PLAN", "nobody approves what he wrote or submitted himself", principal.user);
    if (waiting.lastEditor == principal.user)
        return fail("LAST_EDITOR", "nobody approves what he changed last", principal.user);
    if (waiting.firstApprover.empty()) return {};
    if (waiting.firstApprover == principal.user)
        return fail("SAME_APPROVER", "the second approval is another person's", principal.user);
    return needsScope(principal, secondScope);
}

Result<ApprovalPolicy> acceptedPolicy(const ApprovalPolicy& policy) {
    auto zones = acceptedKeys(policy.zones, mostZones, "zones");
    if (!zones) return std::unexpected(zones.error());
    auto riskClasses = acceptedKeys(policy.riskClasses, mostRiskClasses, "risk_classes");
    if (!riskClasses) return std::unexpected(riskClasses.error());
    for (const auto& [limit, field] : {std::pair(policy.fatalities_perFlight, "fatalities_per_flight"),
                                       std::pair(policy.collisions_perHour, "collisions_per_hour")})
        if (limit && !(*limit > 0 && *limit <= 1)) return fail("BAD_POLICY", "above 0 and at most 1", field);
    return ApprovalPolicy{policy.always, *std::move(zones), *std::move(riskClasses), policy.fatalities_perFlight,
                          policy.collisions_perHour};
}

ApprovalsNeeded approvalsNeeded(const ApprovalPolicy& policy, const ApprovalFacts& facts) {
    ApprovalsNeeded needed;
    if (policy.always) needed.reasons.emplace_back("every plan");
    if (!policy.zones.empty()) {
        if (!facts.zones)
            needed.reasons.emplace_back("the zones are not judged");
        else
            for (const std::string& zone : *facts.zones)
                if (policy.zones.contains(zone)) needed.reasons.push_back("zone " + zone);
    }
    if (!policy.riskClasses.empty()) {
        if (!facts.riskClass)
            needed.reasons.emplace_back("the risk class is not judged");
        else if (policy.riskClasses.contains(*facts.riskClass))
            needed.reasons.push_back("risk class " + *facts.riskClass);
    }
    if (!needed.reasons.empty()) needed.number = 2;
    return needed;
}

} // namespace haneul::people
