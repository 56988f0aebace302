#include "server/people/people_service.h"

#include "server/people/directory.h"
#include "server/people/events.h"
#include "server/people/log_desk.h"
#include "server/people/password_rules.h"
#include "server/people/people_projection.h"
#include "server/people/refusal_book.h"
#include "server/people/user_rules.h"
#include "server/people/worker.h"

#include <algorithm>
#include <condition_variable>
#include <format>
#include <future>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

namespace haneul::people {

namespace {

constexpr std::size_t sessionsPerUser = 20; // the one unused longest makes room
constexpr int longestTokenLife_days = 3650;
constexpr const char* anonymous = "anonymous";
constexpr const char* setUpNotice = "SET_UP_NEEDED";
constexpr const char* setUpAccount = "(set-up)"; // no log-in name looks like that

Error refusedLogIn() {
    return {"LOG_IN_REFUSED", "the name or the password is wrong, or the user may not log in", "password"};
}

Error noSuchUser(const std::string& user) {
    return {"NO_SUCH_USER", "there is no such user", user};
}

Error lastAdministrator(const std::string& user) {
    return {"LAST_ADMINISTRATOR", "without this administrator nobody could keep the users; add another one first",
            user};
}

log::Decision refuse(Error error) {
    return {{}, std::move(error)};
}

log::Decision decide(std::initializer_list<PeopleEvent> events) {
    log::Decision decision;
    for (const PeopleEvent& event : events)
        decision.events.push_back(toEvent(event));
    return decision;
}

// A decision that needs the users as they are at that moment.
template <class WithUsers>
log::Decide withUsers(WithUsers then) {
    return [then](const storage::Database& database, UtcMs) -> log::Decision {
        const auto users = readUsers(database);
        if (!users) return refuse(users.error());
        return then(*users);
    };
}

using Users = std::vector<StoredUser>;

const StoredUser* find(const Users& users, const std::string& id) {
    const auto found = std::ranges::find(users, id, [](const StoredUser& user) { return user.record.user; });
    return found == users.end() ? nullptr : &*found;
}

bool isActiveAdministrator(const StoredUser& user) {
    return user.record.role == Role::Administrator && user.record.state == UserState::Active;
}

bool isLastAdministrator(const Users& users, const std::string& id) {
    const StoredUser* const user = find(users, id);
    return user != nullptr && isActiveAdministrator(*user) && std::ranges::count_if(users, isActiveAdministrator) == 1;
}

bool hasAnotherAdministrator(const Users& users, const Principal& by) {
    return std::ranges::any_of(
        users, [&](const StoredUser& user) { return isActiveAdministrator(user) && user.record.user != by.user; });
}

PeopleEvent eventOf(const RefusalSum& sum) {
    if (!sum.key.reason.empty()) return LogInRefused{sum.key.user, sum.key.reason, sum.count};
    return AccessRefused{sum.key.scope, sum.key.what, sum.count};
}

log::Actor actorOf(const RefusalKey& key) {
    return {key.user.empty() ? anonymous : key.user, key.role, key.session, key.desk};
}

Observation observed(const RefusalKey& key) {
    using What = Observation::What;
    const What what = !key.reason.empty() ? What::FailedLogIn : key.scope.empty() ? What::NoToken : What::Refused;
    return {.what = what, .user = key.user, .address = key.desk};
}

template <class Stored, class Record>
void readRecords(const Result<std::vector<Stored>>& stored, const Done<std::vector<Record>>& done) {
    if (!stored) return done(std::unexpected(stored.error()));
    std::vector<Record> records;
    for (const Stored& one : *stored)
        records.push_back(one.record);
    done(std::move(records));
}

} // namespace

struct PeopleService::Impl {
    Impl(log::EventLog& logGiven, const clock::Clock& clockGiven, const PasswordHasher& hasherGiven,
         RandomBytes randomGiven, PeopleSettings settingsGiven, situation::NoticeBoard* noticesGiven,
         Directory directoryGiven)
        : log(logGiven)
        , clock(clockGiven)
        , hasher(hasherGiven)
        , random(std::move(randomGiven))
        , settings(settingsGiven)
        , notices(noticesGiven)
        , lockOut(settings.lockOut)
        , directory(std::move(directoryGiven)) {}

    // -- to the log and back
    template <class Then>
    void submit(log::Actor actor, log::Decide decision, Then then);
    void read(std::function<void(const storage::Database&)> then);
    void note(const RefusalKey& key);
    void write(const std::vector<RefusalSum>& sums);
    void follow(const log::Entry& entry);
    void waitForLog();

    // -- jobs of the worker
    template <class T>
    void slow(Done<T> done, std::function<void(Done<T>)> job);
    template <class T>
    void answer(Done<T> done, Result<T> result);
    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    void everySecond();

    // -- log-in, on the worker's thread
    struct Judged {
        LockOut::Attempt attempt;
        bool known = false;
        std::string role;
    };

    Judged attemptOf(const std::string& account, const std::string& desk) const;
    std::optional<Error> notHeard(const Judged& judged);
    Result<void> passwordOf(const std::string& account, const std::string& password, const std::string& desk);
    void countFailure(const Judged& judged);
    void logIn(const Credentials& credentials, Done<LogIn> done);
    void openSession(const std::string& user, const std::string& desk, std::vector<PeopleEvent> before,
                     log::Decide mayStill, Done<LogIn> done);
    void setUp(const std::string& code, const NewUser& first, const std::string& desk, const Done<LogIn>& done);

    [[nodiscard]] Result<UserAdded> newUser(const NewUser& user) const; // hashes
    [[nodiscard]] Result<std::string> newPasswordHash(std::string_view password, std::string_view user,
                                                      std::string_view name, std::string_view email) const;

    log::EventLog& log;
    const clock::Clock& clock;
    const PasswordHasher& hasher;
    RandomBytes random;
    PeopleSettings settings;
    situation::NoticeBoard* notices;
    std::string nobodysHash; // verified when there is no such user, so that the answer takes as long

    mutable std::mutex mutex; // of all below
    LockOut lockOut;
    Directory directory;
    RefusalBook refusals;
    std::map<std::string, std::pair<std::string, LiveSession>> pending; // by session id: token hash, session
    std::string setUpCode;
    std::size_t inLog = 0; // commands and reads that the log has not answered
    std::condition_variable logAnswered;

    std::unique_ptr<Worker> worker; // last: it uses the rest
};

// ---------------------------------------------------------------- to the log and back

template <class Then>
void PeopleService::Impl::submit(log::Actor actor, log::Decide decision, Then then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.submit(std::move(actor), std::move(decision), [this, then = std::move(then)](Result<log::Committed> done) {
        then(std::move(done));
        const std::lock_guard lock(mutex);
        --inLog;
        logAnswered.notify_all();
    });
}

void PeopleService::Impl::read(std::function<void(const storage::Database&)> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.read([this, then = std::move(then)](const storage::Database& database) {
        then(database);
        const std::lock_guard lock(mutex);
        --inLog;
        logAnswered.notify_all();
    });
}

void PeopleService::Impl::waitForLog() {
    std::unique_lock lock(mutex);
    logAnswered.wait(lock, [this] { return inLog == 0; });
}

void PeopleService::Impl::note(const RefusalKey& key) {
    std::vector<RefusalSum> sums;
    {
        const std::lock_guard lock(mutex);
        sums = refusals.note(key, clock.now());
    }
    write(sums);
    if (settings.observe) settings.observe(observed(key));
}

void PeopleService::Impl::write(const std::vector<RefusalSum>& sums) {
    for (const RefusalSum& sum : sums)
        submit(
            actorOf(sum.key), [event = eventOf(sum)](const storage::Database&, UtcMs) { return decide({event}); },
            [](const Result<log::Committed>&) {});
}

// On the log's thread, before whoever gave the command is answered.
void PeopleService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(peoplePrefix)) return;
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    const std::lock_guard lock(mutex);
    directory.apply(*event);
    if (const auto* loggedIn = std::get_if<LoggedIn>(&*event)) {
        if (auto begun = pending.extract(loggedIn->session))
            directory.begin(begun.mapped().first, begun.mapped().second);
    } else if (const auto* enabled = std::get_if<UserEnabled>(&*event)) {
        lockOut.forgive(enabled->user);
    } else if (const auto* set = std::get_if<PasswordSet>(&*event)) {
        lockOut.forgive(set->user);
    }
    if (directory.hasAdministrator() && !setUpCode.empty()) {
        setUpCode.clear();
        if (notices != nullptr) notices->withdraw(setUpNotice);
    }
}

// ---------------------------------------------------------------- the worker's jobs

template <class T>
void PeopleService::Impl::answer(Done<T> done, Result<T> result) {
    worker->postQuick([done = std::move(done), result = std::move(result)] { done(result); });
}

template <class T>
void PeopleService::Impl::slow(Done<T> done, std::function<void(Done<T>)> job) {
    const bool queued = worker->postSlow([done, job = std::move(job)] { job(done); },
                                         [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) answer<T>(done, fail("BUSY", "too many passwords wait to be checked; try again in a moment"));
}

template <class T>
bool PeopleService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                  const Done<T>& done) {
    if (by.may(scope)) return true;
    note({.user = by.user,
          .desk = by.desk,
          .role = by.role ? std::string(toString(*by.role)) : "",
          .session = by.session,
          .scope = std::string(scope),
          .what = std::string(what)});
    answer<T>(done, fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
    return false;
}

void PeopleService::Impl::everySecond() {
    const UtcMs now = clock.now();
    std::vector<RefusalSum> sums;
    std::vector<std::pair<LiveSession, SessionState>> ended;
    {
        const std::lock_guard lock(mutex);
        sums = refusals.due(now);
        for (LiveSession& session : directory.sessions())
            if (const auto state = sessionState(settings.sessions, session.begun, session.lastSeen, now);
                state != SessionState::Alive) {
                directory.apply(SessionEnded{session.id, ""});
                ended.emplace_back(std::move(session), state);
            }
    }
    write(sums);
    for (const auto& [session, state] : ended)
        submit(
            {session.user, "", session.id, session.desk},
            [event = SessionEnded{session.id, state == SessionState::Idle ? "idle" : "expired"}](
                const storage::Database&, UtcMs) { return decide({event}); },
            [](const Result<log::Committed>&) {});
}

// ---------------------------------------------------------------- log-in

PeopleService::Impl::Judged PeopleService::Impl::attemptOf(const std::string& account, const std::string& desk) const {
    const std::lock_guard lock(mutex);
    Judged judged{.attempt = {.account = account, .address = desk}};
    const Directory::User* const user = directory.user(account);
    if (user == nullptr) return judged;
    judged.known = true;
    judged.role = toString(user->role);
    if (user->role == Role::Administrator && user->state != UserState::Disabled)
        judged.attempt.lastAdministrator =
            std::ranges::none_of(directory.activeAdministrators(), [&](const std::string& other) {
                return other != account && lockOut.failuresOf(other) < settings.lockOut.lockFrom;
            });
    return judged;
}

std::optional<Error> PeopleService::Impl::notHeard(const Judged& judged) {
    LockOut::Verdict verdict;
    {
        const std::lock_guard lock(mutex);
        verdict = lockOut.judge(judged.attempt, clock.now());
    }
    if (verdict.kind == LockOut::Verdict::Kind::Heard) return std::nullopt;
    note({.user = judged.known ? judged.attempt.account : "",
          .desk = judged.attempt.address,
          .role = judged.role,
          .reason = "locked_out"});
    if (verdict.kind == LockOut::Verdict::Kind::Review)
        return Error{"LOCKED_OUT", "too many wrong passwords: an administrator must enable this user again", ""};
    return Error{"LOCKED_OUT", "too many wrong passwords: wait until the instant named, then try again",
                 toRfc3339(verdict.until)};
}

void PeopleService::Impl::countFailure(const Judged& judged) {
    const UtcMs now = clock.now();
    const std::string user = judged.known ? judged.attempt.account : "";
    LockOut::Consequence consequence;
    {
        const std::lock_guard lock(mutex);
        consequence = lockOut.failed(judged.attempt, now);
    }
    note({.user = user, .desk = judged.attempt.address, .role = judged.role, .reason = "refused"});
    std::vector<PeopleEvent> events;
    if (consequence.locked && consequence.waitUntil) events.emplace_back(LockedOut{user, *consequence.waitUntil});
    if (consequence.review && judged.known) events.emplace_back(ReviewNeeded{user});
    if (events.empty()) return;
    log::Decision decision;
    for (const PeopleEvent& event : events)
        decision.events.push_back(toEvent(event));
    submit(
        {user.empty() ? anonymous : user, judged.role, "", judged.attempt.address},
        [decision](const storage::Database&, UtcMs) { return decision; }, [](const Result<log::Committed>&) {});
    if (notices == nullptr) return;
    const std::string& desk = judged.attempt.address;
    if (consequence.review && judged.known)
        notices->post(now, situation::NoticeSeverity::Error, "ACCOUNT_REVIEW",
                      std::format("{} wrong passwords for {}: the account is closed until an administrator enables it",
                                  consequence.accountFailures, user),
                      {user, std::to_string(consequence.accountFailures)});
    else if (judged.known && consequence.accountFailures >= settings.lockOut.lockFrom)
        notices->post(now, situation::NoticeSeverity::Warning, "ACCOUNT_LOCKED",
                      std::format("{} wrong passwords for {}, last from {}: locked for a quarter of an hour",
                                  consequence.accountFailures, user, desk),
                      {user, std::to_string(consequence.accountFailures)});
    else
        notices->post(now, situation::NoticeSeverity::Warning, "ADDRESS_LOCKED",
                      std::format("{} wrong passwords from {}: no log-in from there for a quarter of an hour",
                                  consequence.addressFailures, desk),
                      {desk, std::to_string(consequence.addressFailures)});
}

// One hash for each attempt that is heard, whether the user exists or not.
Result<void> PeopleService::Impl::passwordOf(const std::string& account, const std::string& password,
                                             const std::string& desk) {
    const Judged judged = attemptOf(account, desk);
    if (auto error = notHeard(judged)) return std::unexpected(*std::move(error));
    std::string hash = nobodysHash;
    bool mayLogIn = false;
    {
        const std::lock_guard lock(mutex);
        if (const Directory::User* const user = directory.user(account)) {
            hash = user->passwordHash;
            const bool rescued = judged.attempt.lastAdministrator && desk == "desk";
            mayLogIn = user->state == UserState::Active || (user->state == UserState::Review && rescued);
        }
    }
    const auto normalised = normalisedPassword(password);
    const bool right = hasher.verify(hash, normalised ? *normalised : std::string()) && normalised.has_value();
    if (!right || !mayLogIn) {
        countFailure(judged);
        return std::unexpected(refusedLogIn());
    }
    const std::lock_guard lock(mutex);
    lockOut.succeeded(judged.attempt);
    return {};
}

void PeopleService::Impl::logIn(const Credentials& credentials, Done<LogIn> done) {
    const std::string account = foldedUserName(credentials.user);
    if (auto right = passwordOf(account, credentials.password, credentials.desk); !right) {
        done(std::unexpected(right.error()));
        return;
    }
    const auto mayStill = withUsers([account](const Users& users) -> log::Decision {
        const StoredUser* const user = find(users, account);
        if (user == nullptr || user->record.state == UserState::Disabled) return refuse(refusedLogIn());
        // The last administrator at the local desk, where even a review does not hold.
        if (user->record.state == UserState::Review) return decide({UserEnabled{account}});
        return {};
    });
    openSession(account, credentials.desk, {}, mayStill, std::move(done));
}

void PeopleService::Impl::openSession(const std::string& user, const std::string& desk, std::vector<PeopleEvent> before,
                                      log::Decide mayStill, Done<LogIn> done) {
    const UtcMs now = clock.now();
    const LiveSession session{.id = newId(random), .user = user, .desk = desk, .begun = now, .lastSeen = now};
    const std::string token = newToken(random);
    const std::string hash = tokenHash(token);
    const LoggedIn event{user, session.id, now + settings.sessions.absolute};
    std::string role;
    {
        const std::lock_guard lock(mutex);
        pending[session.id] = {hash, session};
        if (const auto* known = directory.user(user)) role = toString(known->role);
        auto open = directory.sessionsOf(user);
        std::ranges::sort(open, {}, &LiveSession::lastSeen);
        for (std::size_t i = 0; i + sessionsPerUser <= open.size(); ++i)
            before.emplace_back(SessionEnded{open[i].id, "too_many"});
    }
    for (const PeopleEvent& earlier : before)
        if (const auto* added = std::get_if<UserAdded>(&earlier)) role = toString(added->role);
    submit(
        {user, role, session.id, desk},
        [event, before, mayStill = std::move(mayStill)](const storage::Database& database, UtcMs at) {
            log::Decision decision = mayStill(database, at);
            if (decision.refusal) return decision;
            for (const PeopleEvent& earlier : before)
                decision.events.push_back(toEvent(earlier));
            decision.events.push_back(toEvent(event));
            return decision;
        },
        [this, session, token, hash, event, done = std::move(done)](const Result<log::Committed>& committed) {
            std::optional<Principal> principal;
            {
                const std::lock_guard lock(mutex);
                pending.erase(session.id);
                if (committed) principal = directory.principalOf(hash, session.desk, clock.now(), settings.sessions);
            }
            if (!committed)
                done(std::unexpected(committed.error()));
            else if (!principal) // ended by somebody in the very same moment
                done(std::unexpected(refusedLogIn()));
            else
                done(LogIn{*std::move(principal), token, event.expires});
        });
}

void PeopleService::Impl::setUp(const std::string& code, const NewUser& first, const std::string& desk,
                                const Done<LogIn>& done) {
    const Judged judged{.attempt = {.account = setUpAccount, .address = desk, .lastAdministrator = desk == "desk"}};
    std::string wanted;
    {
        const std::lock_guard lock(mutex);
        wanted = setUpCode;
    }
    if (wanted.empty()) return done(fail("SET_UP_DONE", "there is an administrator already", "code"));
    if (auto error = notHeard(judged)) return done(std::unexpected(*std::move(error)));
    if (!sameSetUpCode(code, wanted)) {
        countFailure(judged);
        return done(fail("SET_UP_REFUSED", "this is not the code that the program showed at its start", "code"));
    }
    NewUser administrator = first;
    administrator.role = Role::Administrator;
    const auto added = newUser(administrator);
    if (!added) return done(std::unexpected(added.error()));
    const auto stillNone = withUsers([user = added->user](const Users& users) -> log::Decision {
        if (std::ranges::any_of(users, [](const StoredUser& one) { return one.record.role == Role::Administrator; }))
            return refuse({"SET_UP_DONE", "there is an administrator already", "code"});
        if (find(users, user) != nullptr) return refuse({"USER_EXISTS", "there is a user of this name", user});
        return {};
    });
    openSession(added->user, desk, {*added}, stillNone, done);
}

// ---------------------------------------------------------------- users

Result<std::string> PeopleService::Impl::newPasswordHash(std::string_view password, std::string_view user,
                                                         std::string_view name, std::string_view email) const {
    const std::vector<std::string> ownWords{std::string(user), std::string(name), std::string(email),
                                            std::string(email.substr(0, email.find('@')))};
    const auto accepted = acceptedPassword(password, ownWords);
    if (!accepted) return std::unexpected(accepted.error());
    return hasher.hash(*accepted);
}

Result<UserAdded> PeopleService::Impl::newUser(const NewUser& user) const {
    auto id = acceptedUserName(user.user);
    if (!id) return std::unexpected(id.error());
    auto name = acceptedName(user.displayName.empty() ? *id : user.displayName, "display_name");
    if (!name) return std::unexpected(name.error());
    auto email = acceptedEmail(user.email);
    if (!email) return std::unexpected(email.error());
    auto hash = newPasswordHash(user.password, *id, *name, *email);
    if (!hash) return std::unexpected(hash.error());
    return UserAdded{*std::move(id), *std::move(name), *std::move(email), user.role, *std::move(hash)};
}

// ---------------------------------------------------------------- life

PeopleService::PeopleService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<PeopleService>> PeopleService::open(log::EventLog& log, const clock::Clock& clock,
                                                           const PasswordHasher& hasher, RandomBytes random,
                                                           PeopleSettings settings, situation::NoticeBoard* notices) {
    std::promise<Result<std::pair<Users, std::vector<StoredToken>>>> promise;
    log.read([&promise](const storage::Database& database) {
        auto users = readUsers(database);
        auto tokens = readTokens(database);
        if (!users)
            promise.set_value(std::unexpected(users.error()));
        else if (!tokens)
            promise.set_value(std::unexpected(tokens.error()));
        else
            promise.set_value(std::pair(*std::move(users), *std::move(tokens)));
    });
    const auto stored = promise.get_future().get();
    if (!stored) return std::unexpected(stored.error());

    const auto impl = std::make_shared<Impl>(log, clock, hasher, std::move(random), settings, notices,
                                             Directory(stored->first, stored->second));
    auto nobody = hasher.hash(newToken(impl->random));
    if (!nobody) return std::unexpected(nobody.error());
    impl->nobodysHash = *std::move(nobody);
    for (const StoredUser& user : stored->first) {
        // Whatever the count: what is under review stays so.
        const int failures =
            user.record.state == UserState::Review ? std::max(user.failures, settings.lockOut.reviewAt) : user.failures;
        impl->lockOut.restore(user.record.user, failures, user.lastFailure);
    }
    if (!impl->directory.hasAdministrator()) {
        impl->setUpCode = newSetUpCode(impl->random);
        if (notices != nullptr)
            notices->post(clock.now(), situation::NoticeSeverity::Warning, setUpNotice,
                          "there is no administrator yet; the program showed a set-up code when it started");
    }

    const auto swept = log.submit(log::systemActor(),
                                  [](const storage::Database& database, UtcMs) -> log::Decision {
                                      const auto left = readSessions(database);
                                      if (!left) return refuse(left.error());
                                      return left->empty() ? log::Decision{} : decide({AllSessionsEnded{}});
                                  })
                           .get();
    if (!swept) return std::unexpected(swept.error());
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    impl->worker = std::make_unique<Worker>(settings.waiting, [raw = impl.get()] { raw->everySecond(); });
    return std::unique_ptr<PeopleService>(new PeopleService(impl));
}

PeopleService::~PeopleService() {
    m_impl->worker.reset();
    std::vector<RefusalSum> sums;
    {
        const std::lock_guard lock(m_impl->mutex);
        sums = m_impl->refusals.rest();
    }
    m_impl->write(sums);
    m_impl->waitForLog();
}

Principal PeopleService::programItself(std::string desk) {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = std::move(desk)};
    principal.scopes = {"user.read", "user.write", "token.read", "token.write"};
    return principal;
}

// ---------------------------------------------------------------- first start

bool PeopleService::setUpNeeded() const {
    const std::lock_guard lock(m_impl->mutex);
    return !m_impl->directory.hasAdministrator();
}

std::string PeopleService::setUpCode() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->setUpCode;
}

void PeopleService::setUp(std::string code, NewUser first, std::string desk, Done<LogIn> done) {
    m_impl->slow<LogIn>(std::move(done),
                        [impl = m_impl.get(), code = std::move(code), first = std::move(first),
                         desk = std::move(desk)](const Done<LogIn>& then) { impl->setUp(code, first, desk, then); });
}

// ---------------------------------------------------------------- sessions

void PeopleService::logIn(Credentials credentials, Done<LogIn> done) {
    m_impl->slow<LogIn>(std::move(done), [impl = m_impl.get(), credentials = std::move(credentials)](Done<LogIn> then) {
        impl->logIn(credentials, std::move(then));
    });
}

void PeopleService::logInDemo(std::string user, Done<LogIn> done) {
    if (!m_impl->settings.demo) {
        m_impl->answer<LogIn>(std::move(done), fail("NOT_A_DEMO", "only a demonstration logs in by itself", user));
        return;
    }
    const auto exists = withUsers([user](const Users& users) -> log::Decision {
        const StoredUser* const known = find(users, user);
        if (known == nullptr || known->record.state != UserState::Active) return refuse(noSuchUser(user));
        return {};
    });
    m_impl->openSession(user, "desk", {}, exists, std::move(done));
}

Result<Principal> PeopleService::principalOf(std::string_view token, std::string_view desk, Use use) {
    const std::string hash = tokenHash(token);
    const std::lock_guard lock(m_impl->mutex);
    auto principal =
        m_impl->directory.principalOf(hash, desk, m_impl->clock.now(), m_impl->settings.sessions, use == Use::Counts);
    if (!principal) return fail("SESSION_ENDED", "log in: this session or token is not, or no longer, valid", "token");
    return *std::move(principal);
}

void PeopleService::logOut(std::string token, Done<void> done) {
    std::optional<Principal> principal;
    {
        const std::lock_guard lock(m_impl->mutex);
        const std::string hash = tokenHash(token);
        for (const char* const desk : {"desk", "network"}) // whoever holds the token may end it
            if (!principal)
                principal = m_impl->directory.principalOf(hash, desk, m_impl->clock.now(), m_impl->settings.sessions);
    }
    if (!principal || principal->session.starts_with("token:")) {
        m_impl->answer<void>(std::move(done), fail("SESSION_ENDED", "there is no such session", "token"));
        return;
    }
    m_impl->submit(
        actorOf(*principal),
        [event = SessionEnded{principal->session, "log_out"}](const storage::Database&, UtcMs) {
            return decide({event});
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

void PeopleService::checkPassword(std::string token, std::string password, Done<void> done) {
    auto principal = principalOf(token);
    if (!principal || !principal->role) {
        m_impl->answer<void>(std::move(done), fail("SESSION_ENDED", "there is no such session", "token"));
        return;
    }
    m_impl->slow<void>(std::move(done), [impl = m_impl.get(), principal = *std::move(principal),
                                         password = std::move(password)](Done<void> then) {
        if (auto right = impl->passwordOf(principal.user, password, principal.desk); !right) return then(right);
        impl->submit(
            actorOf(principal), [](const storage::Database&, UtcMs) { return decide({DeskUnlocked{}}); },
            [then = std::move(then)](const Result<log::Committed>& committed) {
                then(committed.transform([](const log::Committed&) {}));
            });
    });
}

void PeopleService::endSession(Principal by, std::string session, Done<void> done) {
    std::optional<LiveSession> found;
    {
        const std::lock_guard lock(m_impl->mutex);
        for (LiveSession& one : m_impl->directory.sessions())
            if (one.id == session) found = std::move(one);
    }
    const bool own = found && found->user == by.user && by.may("own.session");
    if (!own && !m_impl->allowed(by, "session.write", "end a session", done)) return;
    if (!found) {
        m_impl->answer<void>(std::move(done), fail("NO_SUCH_SESSION", "there is no such session", session));
        return;
    }
    m_impl->submit(
        actorOf(by),
        [event = SessionEnded{session, "ended"}](const storage::Database&, UtcMs) { return decide({event}); },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

void PeopleService::endSessionsOf(Principal by, std::string user, Done<std::int64_t> done) {
    user = foldedUserName(user);
    const bool own = user == by.user && by.may("own.session");
    if (!own && !m_impl->allowed(by, "session.write", "end all sessions of a user", done)) return;
    std::vector<PeopleEvent> ended;
    {
        const std::lock_guard lock(m_impl->mutex);
        if (m_impl->directory.user(user) == nullptr)
            return m_impl->answer<std::int64_t>(std::move(done), std::unexpected(noSuchUser(user)));
        for (const LiveSession& session : m_impl->directory.sessionsOf(user))
            if (session.id != by.session) ended.emplace_back(SessionEnded{session.id, "ended"});
    }
    const auto number = static_cast<std::int64_t>(ended.size());
    m_impl->submit(
        actorOf(by),
        [ended = std::move(ended)](const storage::Database&, UtcMs) {
            log::Decision decision;
            for (const PeopleEvent& event : ended)
                decision.events.push_back(toEvent(event));
            return decision;
        },
        [number, done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed&) { return number; }));
        });
}

void PeopleService::sessions(Principal by, Done<std::vector<SessionRecord>> done) {
    if (!by.may("session.read") && !m_impl->allowed(by, "own.session", "list sessions", done)) return;
    std::vector<SessionRecord> records;
    {
        const std::lock_guard lock(m_impl->mutex);
        for (const LiveSession& session : m_impl->directory.sessions())
            if (by.may("session.read") || session.user == by.user)
                records.push_back({session.id, session.user, session.desk, session.begun, session.lastSeen,
                                   session.begun + m_impl->settings.sessions.absolute});
    }
    std::ranges::sort(records, {}, [](const SessionRecord& record) { return std::tie(record.user, record.begun); });
    m_impl->answer<std::vector<SessionRecord>>(std::move(done), std::move(records));
}

// ---------------------------------------------------------------- users

void PeopleService::addUser(Principal by, NewUser user, Done<UserRecord> done) {
    if (!m_impl->allowed(by, "user.write", "add a user", done)) return;
    m_impl->slow<UserRecord>(
        std::move(done), [impl = m_impl.get(), by = std::move(by), user = std::move(user)](Done<UserRecord> then) {
            const auto added = impl->newUser(user);
            if (!added) return then(std::unexpected(added.error()));
            impl->submit(actorOf(by), withUsers([event = *added](const Users& users) -> log::Decision {
                             if (find(users, event.user) != nullptr)
                                 return refuse({"USER_EXISTS", "there is a user of this name", event.user});
                             return decide({event});
                         }),
                         [event = *added, then = std::move(then)](const Result<log::Committed>& committed) {
                             then(committed.transform([&](const log::Committed& at) {
                                 return UserRecord{.user = event.user,
                                                   .displayName = event.name,
                                                   .email = event.email,
                                                   .role = event.role,
                                                   .created = at.time};
                             }));
                         });
        });
}

void PeopleService::changeRole(Principal by, std::string user, Role role, Done<RoleChange> done) {
    if (!m_impl->allowed(by, "user.write", "change a role", done)) return;
    const auto outcome = std::make_shared<RoleChange>(RoleChange::Done);
    m_impl->submit(
        actorOf(by), withUsers([by, user = foldedUserName(user), role, outcome](const Users& users) -> log::Decision {
            const StoredUser* const found = find(users, user);
            if (found == nullptr) return refuse(noSuchUser(user));
            if (user == by.user)
                return refuse({"OWN_ROLE", "nobody changes his own role; another administrator must do it", user});
            if (found->record.role == role && !found->record.requestedRole) return {};
            if (role != Role::Administrator && isLastAdministrator(users, user)) return refuse(lastAdministrator(user));
            const bool confirms = found->record.requestedRole == role && found->record.requestedBy != by.user;
            if (confirms || !hasAnotherAdministrator(users, by) || by.user == log::systemActor().user)
                return decide({RoleChanged{user, role}});
            *outcome = RoleChange::WaitsForSecondAdministrator;
            return decide({RoleRequested{user, role}});
        }),
        [outcome, done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed&) { return *outcome; }));
        });
}

void PeopleService::setPassword(Principal by, std::string user, std::string current, std::string password,
                                Done<void> done) {
    user = foldedUserName(user);
    const bool own = user == by.user;
    if (!m_impl->allowed(by, own ? "own.session" : "user.write", "set a password", done)) return;
    m_impl->slow<void>(std::move(done), [impl = m_impl.get(), by = std::move(by), user = std::move(user), own,
                                         current = std::move(current),
                                         password = std::move(password)](Done<void> then) {
        if (own)
            if (auto right = impl->passwordOf(user, current, by.desk); !right) return then(right);
        std::string name;
        {
            const std::lock_guard lock(impl->mutex);
            const Directory::User* const known = impl->directory.user(user);
            if (known == nullptr) return then(std::unexpected(noSuchUser(user)));
            name = known->displayName;
        }
        auto hash = impl->newPasswordHash(password, user, name, "");
        if (!hash) return then(std::unexpected(hash.error()));
        impl->submit(
            actorOf(by),
            [event = PasswordSet{user, *std::move(hash), own ? by.session : ""}](const storage::Database&, UtcMs) {
                return decide({event});
            },
            [then = std::move(then)](const Result<log::Committed>& committed) {
                then(committed.transform([](const log::Committed&) {}));
            });
    });
}

void PeopleService::disableUser(Principal by, std::string user, Done<void> done) {
    if (!m_impl->allowed(by, "user.write", "disable a user", done)) return;
    m_impl->submit(actorOf(by), withUsers([user = foldedUserName(user)](const Users& users) -> log::Decision {
                       const StoredUser* const found = find(users, user);
                       if (found == nullptr) return refuse(noSuchUser(user));
                       if (isLastAdministrator(users, user)) return refuse(lastAdministrator(user));
                       if (found->record.state == UserState::Disabled) return {};
                       return decide({UserDisabled{user}});
                   }),
                   [done = std::move(done)](const Result<log::Committed>& committed) {
                       done(committed.transform([](const log::Committed&) {}));
                   });
}

void PeopleService::enableUser(Principal by, std::string user, Done<void> done) {
    if (!m_impl->allowed(by, "user.write", "enable a user", done)) return;
    m_impl->submit(actorOf(by), withUsers([user = foldedUserName(user)](const Users& users) -> log::Decision {
                       if (find(users, user) == nullptr) return refuse(noSuchUser(user));
                       return decide({UserEnabled{user}});
                   }),
                   [done = std::move(done)](const Result<log::Committed>& committed) {
                       done(committed.transform([](const log::Committed&) {}));
                   });
}

void PeopleService::users(Principal by, Done<std::vector<UserRecord>> done) {
    if (!m_impl->allowed(by, "user.read", "list users", done)) return;
    m_impl->read(
        [done = std::move(done)](const storage::Database& database) { readRecords(readUsers(database), done); });
}

// ---------------------------------------------------------------- machine tokens

void PeopleService::issueToken(Principal by, NewToken token, Done<IssuedToken> done) {
    if (!m_impl->allowed(by, "token.write", "issue a token", done)) return;
    const auto name = acceptedUserName(token.name);
    if (!name) return m_impl->answer<IssuedToken>(std::move(done), std::unexpected(name.error()));
    if (token.scopes.empty())
        return m_impl->answer<IssuedToken>(std::move(done), fail("NO_SUCH_SCOPE", "a token needs a scope", "scopes"));
    for (const std::string& scope : token.scopes)
        if (!isScope(scope))
            return m_impl->answer<IssuedToken>(std::move(done), fail("NO_SUCH_SCOPE", "there is no such scope", scope));
    if (token.days && (*token.days < 1 || *token.days > longestTokenLife_days))
        return m_impl->answer<IssuedToken>(std::move(done), fail("BAD_DAYS", "1 to 3650 days", "days"));

    IssuedToken issued{.id = newId(m_impl->random), .token = newToken(m_impl->random), .expires = std::nullopt};
    if (token.days) issued.expires = m_impl->clock.now() + std::chrono::days(*token.days);
    const TokenIssued event{.id = issued.id,
                            .name = *name,
                            .tokenHash = tokenHash(issued.token),
                            .user = "",
                            .scopes = token.scopes,
                            .expires = issued.expires};
    m_impl->submit(
        actorOf(by), [event](const storage::Database&, UtcMs) { return decide({event}); },
        [issued, done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed&) { return issued; }));
        });
}

void PeopleService::revokeToken(Principal by, std::string tokenId, Done<void> done) {
    if (!m_impl->allowed(by, "token.write", "revoke a token", done)) return;
    m_impl->submit(
        actorOf(by),
        [tokenId](const storage::Database& database, UtcMs) -> log::Decision {
            const auto tokens = readTokens(database);
            if (!tokens) return refuse(tokens.error());
            const auto found =
                std::ranges::find(*tokens, tokenId, [](const StoredToken& one) { return one.record.id; });
            if (found == tokens->end()) return refuse({"NO_SUCH_TOKEN", "there is no such token", tokenId});
            return found->record.revoked ? log::Decision{} : decide({TokenRevoked{tokenId}});
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

void PeopleService::tokens(Principal by, Done<std::vector<TokenRecord>> done) {
    if (!m_impl->allowed(by, "token.read", "list tokens", done)) return;
    m_impl->read(
        [done = std::move(done)](const storage::Database& database) { readRecords(readTokens(database), done); });
}

void PeopleService::noteRefusal(const Principal& by, std::string_view scope, std::string_view what) {
    m_impl->note({.user = by.user,
                  .desk = by.desk,
                  .role = by.role ? std::string(toString(*by.role)) : "",
                  .session = by.session,
                  .scope = std::string(scope),
                  .what = std::string(what)});
}

} // namespace haneul::people
