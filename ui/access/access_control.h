#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace haneul::access {

// Why something was not done. `code` selects the sentence shown (refusal_text.h); `detail` is the service's own
// message, shown where there is no sentence for the code; `wait`: how long until trying again makes sense.
struct Refusal {
    QString code;
    QString detail;
    std::optional<milliseconds> wait = {};
};

template <class T>
using Answer = std::function<void(std::expected<T, Refusal>)>;

// Who is at the desk. `role` is the stable id ("supervisor"), not a text for people.
struct Person {
    QString user;
    QString name; // as it is shown; may be empty
    QString role;
    QStringList scopes;
    QString session;

    [[nodiscard]] bool may(const QString& scope) const { return scopes.contains(scope); }

    bool operator==(const Person&) const = default;
};

struct NewPerson {
    QString user;
    QString name;
    QString role;
    QString password;
};

struct UserRow {
    enum class State { Active, Disabled, Review };

    QString user;
    QString name;
    QString role;
    State state = State::Active;
    QString requestedRole = {}; // waits for a second administrator; empty: none
    QString requestedBy = {};
    std::optional<UtcMs> created = {};
    std::optional<UtcMs> lastLogIn = {};
    QString organisation = {}; // id; empty: belongs to none
};

struct SessionRow {
    QString id;
    QString user;
    QString desk;      // "desk", "cli", an address
    bool local = true; // begun on the machine itself; else over the network
    std::optional<UtcMs> begun = {};
    std::optional<UtcMs> lastSeen = {};
    std::optional<UtcMs> expires = {};
};

struct TokenRow {
    QString id;
    QString name;
    QStringList scopes;
    QString issuedBy;
    std::optional<UtcMs> issued = {};
    std::optional<UtcMs> expires = {};
    std::optional<UtcMs> revoked = {};
};

struct NewMachineToken {
    QString name;
    QStringList scopes;
    std::optional<int> days = {}; // valid for so long; none: until it is revoked
};

// A licence, as it is written and read.
struct LicenceRow {
    QString kind;
    QString number;
    QString expires; // "2027-03-31"; empty: not known

    bool operator==(const LicenceRow&) const = default;
};

// What is to be said of one paper of an organisation now.
struct PaperRow {
    enum class State { Valid, ExpiresSoon, Unknown, Expired }; // in the order of their gravity

    bool insurance = false; // else a licence
    QString name;           // of a licence: kind and number; empty: none is recorded
    State state = State::Unknown;
    QString expires = {};
    std::optional<int> days_left = {}; // after today; negative: so long ago
};

struct OrganisationRow {
    QString id;
    QString name;
    QString address = {};
    QString contact = {}, email = {}, phone = {};
    QString region = {}; // where its data must stay: "KR"
    std::vector<LicenceRow> licences = {};
    bool insured = false; // without: the five below mean nothing
    QString insurer = {}, policy = {};
    qint64 amount = 0; // in whole units of the currency
    QString currency = {};
    QString insuredUntil = {};
    quint64 revision = 0; // 0: a new one
    std::optional<UtcMs> changed = {};
    QString changedBy = {};
    QStringList members = {}; // user names
    std::vector<PaperRow> papers = {};
};

// One field that somebody changed.
struct OrganisationChangeRow {
    std::optional<UtcMs> at;
    QString user, role, desk;
    QString field;         // "insurance.expires", "member"
    QString before, after; // empty: was (is) not there
};

struct AlarmRow {
    QString id;
    QString kind;    // "account_log_ins"
    QString subject; // account, address or user; may be empty
    qint64 count = 0;
    std::optional<UtcMs> raised = {};
    std::optional<UtcMs> cleared = {};
    std::optional<UtcMs> acknowledged = {};
    QString acknowledgedBy = {}, note = {};
};

// Where two approvals are needed, and what a flight may risk.
struct ApprovalRules {
    bool always = false;
    QStringList zones;
    QStringList riskClasses;
    std::optional<double> fatalitiesPerFlight = {}, collisionsPerHour = {}; // none: not laid down

    bool operator==(const ApprovalRules&) const = default;
};

struct ApprovalRulesState {
    ApprovalRules now;
    std::optional<ApprovalRules> waiting = {}; // for a second administrator
    QString waitingBy = {};
    QString setBy = {};
    std::optional<UtcMs> at = {};
};

// What the desk asks of whoever keeps the accounts. The program fills it from the service; a test from a fake.
// Every call returns at once; every answer comes on the thread of the user interface, once, possibly before the call
// has returned.
struct AccessControl {
    std::function<bool()> setUpNeeded;  // no administrator yet
    std::function<QString()> setUpCode; // for the window of the machine that owns the core only

    std::function<void(Answer<Person>)> logInByItself; // the desk of a demonstration; empty: people log in

    std::function<void(QString code, NewPerson first, Answer<Person>)> setUp;  // `first.role` is not looked at
    std::function<void(QString user, QString password, Answer<Person>)> logIn; // ends the session there was
    std::function<void(Answer<bool>)> logOut;
    std::function<void(QString password, Answer<bool>)> unlock; // the password of who is signed in
    std::function<void(bool idle)> locked;                      // a trace in the log
    std::function<bool()> present;                              // the session still holds; false: ended elsewhere

    // Empty: fit to be saved, as far as is known here.
    std::function<std::optional<Refusal>(const QString& password, const QString& user)> judgePassword;
    std::function<void(QString present, QString wanted, Answer<bool>)> changePassword;

    std::function<QStringList()> roles;  // ids, in the order people are to see them
    std::function<QStringList()> scopes; // that a machine token can hold

    std::function<void(Answer<std::vector<UserRow>>)> users;
    std::function<void(NewPerson, Answer<bool>)> addUser;
    std::function<void(QString user, QString role, Answer<bool>)> changeRole; // false: waits for a second administrator
    std::function<void(QString user, QString password, Answer<bool>)> resetPassword;
    std::function<void(QString user, bool disabled, Answer<bool>)> disableUser;

    std::function<void(Answer<std::vector<SessionRow>>)> sessions;
    std::function<void(QString id, Answer<bool>)> endSession;
    std::function<void(QString user, Answer<bool>)> endSessionsOf; // all, but that which asks

    std::function<void(Answer<std::vector<TokenRow>>)> tokens;
    std::function<void(NewMachineToken, Answer<QString>)> issueToken; // the secret, seen this once
    std::function<void(QString id, Answer<bool>)> revokeToken;

    std::function<void(Answer<std::vector<OrganisationRow>>)> organisations;
    std::function<void(OrganisationRow, Answer<bool>)> saveOrganisation; // based on its `revision`
    std::function<void(QString id, Answer<std::vector<OrganisationChangeRow>>)> organisationHistory; // newest first
    std::function<void(QString user, QString organisation, Answer<bool>)> setOrganisation;           // empty: to none

    std::function<void(Answer<ApprovalRulesState>)> approvalRules;
    std::function<void(ApprovalRules, Answer<bool>)> setApprovalRules; // false: waits for a second administrator

    std::function<void(Answer<std::vector<AlarmRow>>)> alarms;
    std::function<void(QString id, QString note, Answer<bool>)> acknowledgeAlarm;
};

} // namespace haneul::access
