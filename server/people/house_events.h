#pragma once

#include "core/base/error.h"
#include "server/log/event_log.h"
#include "server/people/approval_rules.h"
#include "server/people/organisation.h"
#include "server/people/security_watch.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace haneul::people {

// What the log says of organisations, of the rules of approval and of alarms about the security of the house. Who did
// it and where stands in the entry.

struct OrganisationSaved { // organisation.saved: the whole of it, as it is from now on
    std::uint64_t revision = 1;
    Organisation organisation;

    bool operator==(const OrganisationSaved&) const = default;
};

struct MemberSet { // organisation.member_set
    std::string user;
    std::string organisation; // empty: belongs to none

    bool operator==(const MemberSet&) const = default;
};

struct PolicyRequested { // policy.approval_requested: waits for a second administrator
    ApprovalPolicy policy;

    bool operator==(const PolicyRequested&) const = default;
};

struct PolicySet { // policy.approval_set
    ApprovalPolicy policy;

    bool operator==(const PolicySet&) const = default;
};

struct AlarmRaised { // security.alarm_raised: once per episode
    std::string alarm;
    AlarmKind kind = AlarmKind::AllLogIns;
    std::string subject;
    UtcMs since{};
    std::int64_t count = 0;

    bool operator==(const AlarmRaised&) const = default;
};

struct AlarmAcknowledged { // security.alarm_acknowledged
    std::string alarm, note;

    bool operator==(const AlarmAcknowledged&) const = default;
};

struct AlarmCleared { // security.alarm_cleared
    std::string alarm;
    std::int64_t count = 0; // in all

    bool operator==(const AlarmCleared&) const = default;
};

using HouseEvent = std::variant<OrganisationSaved, MemberSet, PolicyRequested, PolicySet, AlarmRaised,
                                AlarmAcknowledged, AlarmCleared>;

[[nodiscard]] bool isHouseEvent(std::string_view type);
[[nodiscard]] log::NewEvent toEvent(const HouseEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a value that it does not have), those of json::Object
// and organisationFromJson.
[[nodiscard]] Result<HouseEvent> houseEventFrom(std::string_view type, std::string_view body);

// {"always":false,"zones":["RKP73"],"risk_classes":[]}
[[nodiscard]] std::string toJson(const ApprovalPolicy& policy);
[[nodiscard]] Result<ApprovalPolicy> policyFromJson(std::string_view json); // codes of json::Object

} // namespace haneul::people
