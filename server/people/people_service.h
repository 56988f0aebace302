#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/people/lock_out.h"
#include "server/people/password_hasher.h"
#include "server/people/principal.h"
#include "server/people/secrets.h"
#include "server/people/security_watch.h"
#include "server/people/session_rules.h"
#include "server/people/user_records.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::people {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

struct Credentials {
    std::string user;
    std::string password;
    std::string desk; // "desk" for the console that owns this core, else the client's address
};

struct LogIn {
    Principal principal;
    std::string token; // the only time it is seen
    UtcMs expires{};   // at the latest; half an hour without use ends it sooner
};

struct NewUser {
    std::string user;        // log-in name: 1 to 64 letters, digits, '.', '_', '-'; kept in lower case
    std::string displayName; // empty: the log-in name
    std::string email;       // may be empty
    Role role = Role::Controller;
    std::string password;
};

struct NewToken {
    std::string name; // what it is for: "gateway-7"; made like a log-in name
    std::set<std::string> scopes;
    std::optional<int> days; // valid for so long, 1 to 3650; none: until it is revoked
};

struct IssuedToken {
    std::string id;
    std::string token; // the only time it is seen
    std::optional<UtcMs> expires;
};

enum class RoleChange { Done, WaitsForSecondAdministrator };

struct PeopleSettings {
    LockOutRules lockOut;
    SessionRules sessions;
    std::size_t waiting = 64; // passwords that wait to be hashed; more are answered BUSY
    bool demo = false;        // logInDemo works
    // Told of each refused log-in and call, each time; returns at once.
    std::function<void(const Observation&)> observe = {};
};

// Users, sessions and tokens of this instance. What it decides are entries of the log; its tables are PeopleProjection.
// Thread-safe; every call returns at once; one password is hashed at a time, so that log-ins cannot exhaust memory.
// Codes besides those named: FORBIDDEN (who asks lacks the scope; `where` is the scope), BUSY, and those of EventLog.
class PeopleService {
public:
    // Reads what the log's tables know. The log must have been opened with a PeopleProjection; it, the clock and the
    // hasher must outlive the service. Sessions do not outlive the program: those left over are ended.
    [[nodiscard]] static Result<std::unique_ptr<PeopleService>> open(log::EventLog& log, const clock::Clock& clock,
                                                                     const PasswordHasher& hasher, RandomBytes random,
                                                                     PeopleSettings settings = {},
                                                                     situation::NoticeBoard* notices = nullptr);
    ~PeopleService(); // waits for the hash under way; what is still queued gets STOPPING
    PeopleService(const PeopleService&) = delete;
    PeopleService& operator=(const PeopleService&) = delete;

    // -- first start
    [[nodiscard]] bool setUpNeeded() const; // there is no administrator yet
    // Five times four letters and digits, valid once. Empty when no set-up is needed. Only for the program that owns
    // this core: it must never go on the wire or into the log.
    [[nodiscard]] std::string setUpCode() const;
    // Makes the first administrator (whatever role was given) and logs in. Codes: SET_UP_DONE, SET_UP_REFUSED (wrong
    // code), LOCKED_OUT, and those of addUser.
    void setUp(std::string code, NewUser first, std::string desk, Done<LogIn> done);

    // -- sessions
    // Codes: LOG_IN_REFUSED (whatever was wrong), LOCKED_OUT (`where` is the instant, RFC 3339, from which a further
    // attempt is heard).
    void logIn(Credentials credentials, Done<LogIn> done);
    // For the desk of a demonstration only: as the program itself, without a password. Codes: NOT_A_DEMO,
    // NO_SUCH_USER.
    void logInDemo(std::string user, Done<LogIn> done);
    void logOut(std::string token, Done<void> done); // SESSION_ENDED when it is dead already
    // Without I/O; counts as use of the session. A session begun on this machine is not valid from the network, and
    // the reverse. Codes: SESSION_ENDED (unknown, ended, expired or from elsewhere: the same answer).
    enum class Use { Counts, Peek }; // Peek: the session does not live longer by it
    [[nodiscard]] Result<Principal> principalOf(std::string_view token, std::string_view desk = "desk",
                                                Use use = Use::Counts);
    // Unlocks a locked desk. Codes: LOG_IN_REFUSED, LOCKED_OUT, SESSION_ENDED.
    void checkPassword(std::string token, std::string password, Done<void> done);
    void endSession(Principal by, std::string session, Done<void> done); // own, or scope session.write; NO_SUCH_SESSION
    // All of a user; the own ones but that which asks. The number that has ended. Own, or scope session.write.
    // NO_SUCH_USER.
    void endSessionsOf(Principal by, std::string user, Done<std::int64_t> done);
    void sessions(Principal by, Done<std::vector<SessionRecord>> done); // own; with scope session.read all

    // -- users (scope user.write unless it is the own password)
    // Codes: BAD_USER_NAME, USER_EXISTS, BAD_EMAIL, BAD_NAME, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON,
    // PASSWORD_NOT_TEXT.
    void addUser(Principal by, NewUser user, Done<UserRecord> done);
    // Nobody changes his own role; where there is another administrator, a second one must ask for the same before it
    // holds. Ends all sessions of the user. Codes: NO_SUCH_USER, OWN_ROLE, LAST_ADMINISTRATOR.
    void changeRole(Principal by, std::string user, Role role, Done<RoleChange> done);
    // The own password needs the present one (`current`); that of another needs user.write. Ends the user's other
    // sessions. Codes: NO_SUCH_USER, LOG_IN_REFUSED, LOCKED_OUT, and the PASSWORD_… of addUser.
    void setPassword(Principal by, std::string user, std::string current, std::string password, Done<void> done);
    void disableUser(Principal by, std::string user, Done<void> done); // NO_SUCH_USER, LAST_ADMINISTRATOR
    void enableUser(Principal by, std::string user, Done<void> done);  // also ends a review and a lock; NO_SUCH_USER
    void users(Principal by, Done<std::vector<UserRecord>> done);      // scope user.read

    // -- machine tokens (scopes token.read, token.write). Codes: BAD_USER_NAME, NO_SUCH_SCOPE, BAD_DAYS, NO_SUCH_TOKEN.
    void issueToken(Principal by, NewToken token, Done<IssuedToken> done);
    void revokeToken(Principal by, std::string tokenId, Done<void> done);
    void tokens(Principal by, Done<std::vector<TokenRecord>> done);

    // A call that lacked a scope (or a token) somewhere else in the program, for the log. Rate limited and summed up.
    void noteRefusal(const Principal& by, std::string_view scope, std::string_view what);

    // The program's own hand on its own data folder (command line): may all about users and tokens.
    [[nodiscard]] static Principal programItself(std::string desk = "cli");

private:
    struct Impl;
    explicit PeopleService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

} // namespace haneul::people
