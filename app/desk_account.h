#pragma once

#include "server/log/event_log.h"
#include "server/people/organisation_service.h"
#include "server/people/people_service.h"
#include "server/people/security_service.h"
#include "ui/access/access_control.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/logbook/decision_source.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace haneul::app {

// The desk's session with the service of people and the event log of the core it owns: what the windows ask is asked
// there, and every answer comes back on the thread of the windows. The token never leaves it.
class DeskAccount final : public QObject {
public:
    // All must outlive it. `demonstration`: the desk logs in by itself, as the supervisor.
    DeskAccount(people::PeopleService& people, people::OrganisationService& organisations,
                people::SecurityService& security, log::EventLog& log, const clock::Clock& clock, bool demonstration);
    ~DeskAccount() override;

    [[nodiscard]] access::AccessControl control();
    [[nodiscard]] logbook::DecisionSource decisions();
    [[nodiscard]] delivery::DeliveryDesk::WhoAsks whoAsks();

private:
    template <class T, class Shown>
    people::Done<T> answering(access::Answer<Shown> answer, Shown (DeskAccount::*show)(const T&));
    people::Done<void> answering(access::Answer<bool> answer);
    [[nodiscard]] access::Refusal refusalOf(const Error& error) const;
    [[nodiscard]] people::Principal who() const;

    access::Person takeLogIn(const people::LogIn& logIn);
    std::vector<access::UserRow> showUsers(const std::vector<people::UserRecord>& users);
    std::vector<access::SessionRow> showSessions(const std::vector<people::SessionRecord>& sessions);
    std::vector<access::TokenRow> showTokens(const std::vector<people::TokenRecord>& tokens);
    std::vector<access::OrganisationRow>
    showOrganisations(const std::vector<people::JudgedOrganisation>& organisations);
    std::vector<access::OrganisationChangeRow> showHistory(const std::vector<people::OrganisationChange>& history);
    std::vector<access::AlarmRow> showAlarms(const std::vector<people::AlarmRecord>& alarms);
    access::ApprovalRulesState showRules(const people::OrganisationService::Policy& policy);

    bool showSaved(const std::uint64_t&) { return true; }

    bool showEnded(const std::int64_t&) { return true; }

    bool showInForce(const bool& inForce) { return inForce; }

    bool showUser(const people::UserRecord&) { return true; }

    bool showRole(const people::RoleChange& change) { return change == people::RoleChange::Done; }

    QString showIssued(const people::IssuedToken& token) { return QString::fromStdString(token.token); }

    void writeLocked(bool idle);
    void addUser(const access::NewPerson& person, access::Answer<bool> answer);
    void issueToken(const access::NewMachineToken& token, access::Answer<QString> answer);
    void changeRole(const QString& user, const QString& role, access::Answer<bool> answer);
    void saveOrganisation(const access::OrganisationRow& row, access::Answer<bool> answer);
    void addHouse(access::AccessControl& c); // organisations, rules of approval, alarms
    void readPage(const logbook::DecisionFilter& filter, std::optional<std::uint64_t> before, std::size_t limit,
                  std::function<void(Result<logbook::DecisionPage>)> done);
    void verify(std::function<void(logbook::ChainState)> done);

    people::PeopleService& m_people;
    people::OrganisationService& m_organisations;
    people::SecurityService& m_security;
    log::EventLog& m_log;
    const clock::Clock& m_clock;
    bool m_demonstration;
    std::string m_token;
    people::Principal m_principal;
    std::shared_ptr<std::atomic<bool>> m_gone; // for what runs on the log's threads
};

} // namespace haneul::app
