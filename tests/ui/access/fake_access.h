#pragma once

#include "ui/access/access_control.h"

#include <algorithm>
#include <functional>
#include <map>

namespace haneul::tests {

using access::Refusal;

// Accounts in memory. Answers wait in `pending` until the test lets them go, as those of the service do.
class FakeAccess {
public:
    struct Account {
        QString password, role;
        QStringList scopes;
        access::UserRow::State state = access::UserRow::State::Active;
    };

    std::map<QString, Account> accounts;
    QString code; // not empty: no administrator yet
    std::optional<access::Person> present;
    std::optional<Refusal> refuseNext;
    std::vector<std::function<void()>> pending;
    QStringList done; // what was asked for, in words
    bool demo = false;
    std::vector<access::OrganisationRow> organisations;
    std::vector<access::OrganisationChangeRow> history;
    access::ApprovalRulesState rules;
    std::vector<access::AlarmRow> alarms;

    static constexpr auto good = "clouds over the han river";

    FakeAccess() {
        accounts[QStringLiteral("kim")] = {QStringLiteral("a long pass phrase"), QStringLiteral("controller"), {}};
        accounts[QStringLiteral("admin")] = {
            QStringLiteral("another long phrase"),
            QStringLiteral("administrator"),
            {QStringLiteral("user.read"), QStringLiteral("user.write"), QStringLiteral("token.read"),
             QStringLiteral("token.write"), QStringLiteral("session.write"), QStringLiteral("organisation.read"),
             QStringLiteral("organisation.write"), QStringLiteral("policy.read"), QStringLiteral("policy.write"),
             QStringLiteral("security.read"), QStringLiteral("security.acknowledge")}};
    }

    void answerAll() {
        while (!pending.empty()) {
            auto now = std::exchange(pending, {});
            for (const auto& each : now)
                each();
        }
    }

    access::AccessControl control() {
        access::AccessControl c;
        c.setUpNeeded = [this] { return !code.isEmpty(); };
        c.setUpCode = [this] { return code; };
        if (demo)
            c.logInByItself = [this](auto answer) { finish<access::Person>(answer, logIn(QStringLiteral("admin"))); };
        c.setUp = [this](const QString& given, const access::NewPerson& first, auto answer) {
            if (given != code) return refuse(answer, QStringLiteral("SET_UP_REFUSED"));
            code.clear();
            accounts[first.user] = {first.password, QStringLiteral("administrator"), {}};
            finish<access::Person>(answer, logIn(first.user));
        };
        c.logIn = [this](const QString& user, const QString& password, auto answer) {
            const auto found = accounts.find(user);
            if (found == accounts.end() || found->second.password != password)
                return refuse(answer, QStringLiteral("LOG_IN_REFUSED"));
            finish<access::Person>(answer, logIn(user));
        };
        c.logOut = [this](auto answer) {
            done += QStringLiteral("log out");
            present.reset();
            finish<bool>(answer, true);
        };
        c.unlock = [this](const QString& password, auto answer) {
            if (!present || accounts[present->user].password != password)
                return refuse(answer, QStringLiteral("LOG_IN_REFUSED"));
            finish<bool>(answer, true);
        };
        c.locked = [this](bool idle) { done += idle ? QStringLiteral("locked: idle") : QStringLiteral("locked"); };
        c.present = [this] { return present.has_value(); };
        c.judgePassword = [](const QString& password, const QString& user) -> std::optional<Refusal> {
            if (password.size() < 15) return Refusal{.code = QStringLiteral("PASSWORD_TOO_SHORT"), .detail = {}};
            if (password.size() > 128) return Refusal{.code = QStringLiteral("PASSWORD_TOO_LONG"), .detail = {}};
            if (!user.isEmpty() && password.contains(user))
                return Refusal{.code = QStringLiteral("PASSWORD_COMMON"), .detail = {}};
            return {};
        };
        c.changePassword = [this](const QString& before, const QString& wanted, auto answer) {
            if (!present || accounts[present->user].password != before)
                return refuse(answer, QStringLiteral("LOG_IN_REFUSED"));
            accounts[present->user].password = wanted;
            finish<bool>(answer, true);
        };
        c.roles = [] {
            return QStringList{QStringLiteral("controller"), QStringLiteral("planner"), QStringLiteral("supervisor"),
                               QStringLiteral("administrator")};
        };
        c.scopes = [] {
            return QStringList{QStringLiteral("telemetry.read"), QStringLiteral("plan.read"),
                               QStringLiteral("plan.submit")};
        };
        c.users = [this](auto answer) {
            std::vector<access::UserRow> rows;
            for (const auto& [user, account] : accounts)
                rows.push_back({.user = user, .name = {}, .role = account.role, .state = account.state});
            finish<std::vector<access::UserRow>>(answer, rows);
        };
        c.addUser = [this](const access::NewPerson& person, auto answer) {
            if (accounts.contains(person.user)) return refuse(answer, QStringLiteral("USER_EXISTS"));
            accounts[person.user] = {person.password, person.role, {}};
            finish<bool>(answer, true);
        };
        c.changeRole = [this](const QString& user, const QString& role, auto answer) {
            accounts[user].role = role;
            finish<bool>(answer, true);
        };
        c.resetPassword = [this](const QString& user, const QString& password, auto answer) {
            accounts[user].password = password;
            finish<bool>(answer, true);
        };
        c.disableUser = [this](const QString& user, bool disabled, auto answer) {
            accounts[user].state = disabled ? access::UserRow::State::Disabled : access::UserRow::State::Active;
            finish<bool>(answer, true);
        };
        c.sessions = [this](auto answer) {
            std::vector<access::SessionRow> rows;
            if (present)
                rows.push_back({.id = present->session, .user = present->user, .desk = QStringLiteral("desk")});
            rows.push_back(
                {.id = QStringLiteral("s-2"), .user = QStringLiteral("kim"), .desk = QStringLiteral("192.0.2.7")});
            finish<std::vector<access::SessionRow>>(answer, rows);
        };
        c.endSession = [this](const QString& id, auto answer) {
            done += QStringLiteral("end ") + id;
            finish<bool>(answer, true);
        };
        c.tokens = [](auto answer) {
            std::vector<access::TokenRow> rows(2);
            rows[0] = {.id = QStringLiteral("t1"),
                       .name = QStringLiteral("gateway-7"),
                       .scopes = {QStringLiteral("telemetry.read")},
                       .issuedBy = QStringLiteral("admin")};
            rows[1] = {.id = QStringLiteral("t2"),
                       .name = QStringLiteral("gateway-8"),
                       .scopes = {},
                       .issuedBy = QStringLiteral("admin"),
                       .revoked = UtcMs{}};
            answer(rows);
        };
        c.issueToken = [this](const access::NewMachineToken& token, auto answer) {
            done += QStringLiteral("issue %1 for %2: %3")
                        .arg(token.name, token.days ? QString::number(*token.days) : QStringLiteral("ever"),
                             token.scopes.join(u' '));
            finish<QString>(answer, QStringLiteral("hn_secret_of_the_token"));
        };
        c.endSessionsOf = [this](const QString& user, auto answer) {
            done += QStringLiteral("end all of ") + user;
            finish<bool>(answer, true);
        };
        c.organisations = [this](auto answer) { finish<std::vector<access::OrganisationRow>>(answer, organisations); };
        c.saveOrganisation = [this](access::OrganisationRow row, auto answer) {
            if (refuseNext) return refuse(answer, QString());
            const auto found = std::ranges::find(organisations, row.id, &access::OrganisationRow::id);
            ++row.revision;
            if (found == organisations.end())
                organisations.push_back(row);
            else
                *found = row;
            finish<bool>(answer, true);
        };
        c.organisationHistory = [this](const QString& id, auto answer) {
            done += QStringLiteral("history of ") + id;
            finish<std::vector<access::OrganisationChangeRow>>(answer, history);
        };
        c.setOrganisation = [this](const QString& user, const QString& organisation, auto answer) {
            done += QStringLiteral("%1 belongs to %2").arg(user, organisation);
            finish<bool>(answer, true);
        };
        c.approvalRules = [this](auto answer) { finish<access::ApprovalRulesState>(answer, rules); };
        c.setApprovalRules = [this](const access::ApprovalRules& wanted, auto answer) {
            rules.now = wanted;
            rules.waiting.reset();
            finish<bool>(answer, true);
        };
        c.alarms = [this](auto answer) { finish<std::vector<access::AlarmRow>>(answer, alarms); };
        c.acknowledgeAlarm = [this](const QString& id, const QString& note, auto answer) {
            done += QStringLiteral("acknowledge %1: %2").arg(id, note);
            alarms.front().acknowledged = UtcMs{};
            finish<bool>(answer, true);
        };
        c.revokeToken = [this](const QString& id, auto answer) {
            done += QStringLiteral("revoke ") + id;
            finish<bool>(answer, true);
        };
        return c;
    }

private:
    access::Person logIn(const QString& user) {
        done += QStringLiteral("log in ") + user;
        present = access::Person{.user = user,
                                 .name = {},
                                 .role = accounts[user].role,
                                 .scopes = accounts[user].scopes,
                                 .session = QStringLiteral("s-1")};
        return *present;
    }

    template <class T>
    void finish(access::Answer<T> answer, T value) {
        pending.emplace_back([answer, value] { answer(value); });
    }

    template <class A>
    void refuse(A answer, const QString& why) {
        const Refusal refusal = refuseNext.value_or(Refusal{.code = why, .detail = {}});
        refuseNext.reset();
        pending.emplace_back([answer, refusal] { answer(std::unexpected(refusal)); });
    }
};

} // namespace haneul::tests
