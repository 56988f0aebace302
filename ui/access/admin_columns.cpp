#include "ui/access/admin_columns.h"

#include "ui/access/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace haneul::access {

namespace {

QString title(const char* text) {
    return QCoreApplication::translate("haneul::access::AdminDialog", text);
}

QString stateText(const UserRow& user) {
    switch (user.state) {
    case UserRow::State::Active:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "active"));
    case UserRow::State::Disabled:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "disabled"));
    case UserRow::State::Review:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "locked: too many failures"));
    }
    return {};
}

QString roleAndRequest(const UserRow& user) {
    if (user.requestedRole.isEmpty()) return roleText(user.role);
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "%1 (asked for: %2)"))
        .arg(roleText(user.role), roleText(user.requestedRole));
}

QString tokenState(const TokenRow& token) {
    if (token.revoked)
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "revoked %1")).arg(dateAndTime(token.revoked));
    if (token.expires)
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "valid until %1"))
            .arg(dateAndTime(token.expires));
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "valid until it is revoked"));
}

// The gravest first, so that it is read without widening anything.
QString papersText(const OrganisationRow& organisation) {
    auto papers = organisation.papers;
    std::ranges::stable_sort(papers, std::greater{}, &PaperRow::state);
    QStringList texts;
    for (const PaperRow& paper : papers)
        texts += paperText(paper);
    return texts.join(QStringLiteral("; "));
}

QString alarmStateText(const AlarmRow& alarm) {
    if (alarm.cleared)
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "✓ over since %1"))
            .arg(dateAndTime(alarm.cleared));
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "▲ goes on"));
}

QString acknowledgedText(const AlarmRow& alarm) {
    if (!alarm.acknowledged) return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "not yet"));
    const QString who = QStringLiteral("%1, %2").arg(alarm.acknowledgedBy, dateAndTime(alarm.acknowledged));
    return alarm.note.isEmpty() ? who : QStringLiteral("%1: %2").arg(who, alarm.note);
}

QString ruleText(const ApprovalRuleRow& rule) {
    switch (rule.kind) {
    case ApprovalRuleRow::Kind::Zone:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Plans that touch the zone %1")).arg(rule.name);
    case ApprovalRuleRow::Kind::RiskClass:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Plans of the risk class %1")).arg(rule.name);
    case ApprovalRuleRow::Kind::Fatalities:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog",
                                       "Limit: at most %1 expected fatalities on the ground per flight"))
            .arg(rule.name);
    case ApprovalRuleRow::Kind::Collisions:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog",
                                       "Limit: at most %1 expected collisions per flight hour"))
            .arg(rule.name);
    case ApprovalRuleRow::Kind::EveryPlan:
        break;
    }
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Every plan"));
}

} // namespace

std::vector<RecordTable<UserRow>::Column> userColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "User")); },
         [](const UserRow& user) { return user.user; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Name")); },
         [](const UserRow& user) { return user.name; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Role")); }, &roleAndRequest},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "State")); }, &stateText},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Last log-in")); },
         [](const UserRow& user) { return dateAndTime(user.lastLogIn); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Organisation")); },
         [](const UserRow& user) { return user.organisation; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Added")); },
         [](const UserRow& user) { return dateAndTime(user.created); }},
    };
}

std::vector<RecordTable<SessionRow>::Column> sessionColumns(const DeskSession& session) {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "User")); },
         [](const SessionRow& row) { return row.user; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Where")); },
         [&session](const SessionRow& row) {
             const bool own = session.person() && session.person()->session == row.id;
             return own ? title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "this desk")) : row.desk;
         }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "From")); },
         [](const SessionRow& row) {
             return row.local ? title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "the machine itself"))
                              : title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "the network"));
         }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Begun")); },
         [](const SessionRow& row) { return dateAndTime(row.begun); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Last use")); },
         [](const SessionRow& row) { return dateAndTime(row.lastSeen); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Ends at the latest")); },
         [](const SessionRow& row) { return dateAndTime(row.expires); }},
    };
}

std::vector<RecordTable<TokenRow>::Column> tokenColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "For")); },
         [](const TokenRow& token) { return token.name; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "State")); }, &tokenState},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Issued by")); },
         [](const TokenRow& token) { return token.issuedBy; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Issued")); },
         [](const TokenRow& token) { return dateAndTime(token.issued); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "May")); },
         [](const TokenRow& token) { return token.scopes.join(QStringLiteral(", ")); }},
    };
}

std::vector<RecordTable<OrganisationRow>::Column> organisationColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Organisation")); },
         [](const OrganisationRow& row) { return row.id; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Name")); },
         [](const OrganisationRow& row) { return row.name; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Licences and insurance")); }, &papersText},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Data region")); },
         [](const OrganisationRow& row) { return row.region; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Users")); },
         [](const OrganisationRow& row) { return row.members.join(QStringLiteral(", ")); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Last changed")); },
         [](const OrganisationRow& row) {
             return QStringLiteral("%1, %2").arg(dateAndTime(row.changed), row.changedBy);
         }},
    };
}

std::vector<ApprovalRuleRow> ruleRows(const ApprovalRules& rules) {
    std::vector<ApprovalRuleRow> rows;
    if (rules.always) rows.push_back({ApprovalRuleRow::Kind::EveryPlan, {}});
    for (const QString& zone : rules.zones)
        rows.push_back({ApprovalRuleRow::Kind::Zone, zone});
    for (const QString& riskClass : rules.riskClasses)
        rows.push_back({ApprovalRuleRow::Kind::RiskClass, riskClass});
    if (rules.fatalitiesPerFlight)
        rows.push_back({ApprovalRuleRow::Kind::Fatalities, QString::number(*rules.fatalitiesPerFlight, 'g', 12)});
    if (rules.collisionsPerHour)
        rows.push_back({ApprovalRuleRow::Kind::Collisions, QString::number(*rules.collisionsPerHour, 'g', 12)});
    return rows;
}

std::vector<RecordTable<ApprovalRuleRow>::Column> ruleColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Two different people must approve")); },
         &ruleText}};
}

std::vector<RecordTable<AlarmRow>::Column> alarmColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Raised")); },
         [](const AlarmRow& alarm) { return dateAndTime(alarm.raised); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Alarm")); },
         [](const AlarmRow& alarm) { return alarmText(alarm.kind); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Who or from where")); },
         [](const AlarmRow& alarm) { return alarm.subject.isEmpty() ? QStringLiteral("–") : alarm.subject; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Times")); },
         [](const AlarmRow& alarm) { return QString::number(alarm.count); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "State")); }, &alarmStateText},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Acknowledged")); }, &acknowledgedText},
    };
}

} // namespace haneul::access
