#pragma once

#include "ui/access/desk_session.h"
#include "ui/access/record_table.h"

#include <vector>

namespace haneul::access {

// One line of where two approvals are needed, and of what a flight may risk.
struct ApprovalRuleRow {
    enum class Kind { EveryPlan, Zone, RiskClass, Fatalities, Collisions } kind = Kind::EveryPlan;
    QString name; // of the zone or the risk class; the limit as a number
};

[[nodiscard]] std::vector<ApprovalRuleRow> ruleRows(const ApprovalRules& rules);

// What the lists of the administration show of each record.
[[nodiscard]] std::vector<RecordTable<UserRow>::Column> userColumns();
[[nodiscard]] std::vector<RecordTable<SessionRow>::Column> sessionColumns(const DeskSession& session);
[[nodiscard]] std::vector<RecordTable<TokenRow>::Column> tokenColumns();
[[nodiscard]] std::vector<RecordTable<OrganisationRow>::Column> organisationColumns();
[[nodiscard]] std::vector<RecordTable<ApprovalRuleRow>::Column> ruleColumns();
[[nodiscard]] std::vector<RecordTable<AlarmRow>::Column> alarmColumns();

} // namespace haneul::access
