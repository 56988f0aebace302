#pragma once

#include "server/log/event_log.h"
#include "server/people/people_service.h"
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
    DeskAccount(people::PeopleService& people, log::EventLog& log, const clock::Clock& clock, bool demonstration);
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

    bool showUser(const people::UserRecord&) { return true; }

    bool showRole(const people::RoleChange& change) { return change == people::RoleChange::Done; }

    QString showIssued(const people::IssuedToken& token) { return QString::fromStdString(token.token); }

    void writeLocked(bool idle);
    void addUser(const access::NewPerson& person, access::Answer<bool> answer);
    void issueToken(const access::NewMachineToken& token, access::Answer<QString> answer);
    void changeRole(const QString& user, const QString& role, access::Answer<bool> answer);
    void readPage(const logbook::DecisionFilter& filter, std::optional<std::uint64_t> before, std::size_t limit,
                  std::function<void(Result<logbook::DecisionPage>)> done);
    void verify(std::function<void(logbook::ChainState)> done);

    people::PeopleService& m_people;
    log::EventLog& m_log;
    const clock::Clock& m_clock;
    bool m_demonstration;
    std::string m_token;
    people::Principal m_principal;
    std::shared_ptr<std::atomic<bool>> m_gone; // for what runs on the log's threads
};

} // namespace haneul::app
