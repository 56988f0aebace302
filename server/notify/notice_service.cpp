#include "server/notify/notice_service.h"

#include "server/notify/channel_secrets.h"
#include "server/notify/recipients.h"
#include "server/people/people_projection.h"
#include "server/people/secrets.h"
#include "server/people/user_rules.h"
#include "server/people/worker.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace haneul::notify {

using people::Principal;

namespace {

constexpr std::size_t waitingSecrets = 16; // changes of secrets that wait to be written

log::Decision refuse(Error error) {
    return {{}, std::move(error)};
}

log::Decision decide(const NotifyEvent& event) {
    return {{toEvent(event)}, {}};
}

// What a channel must know of a delivery that waits.
struct Waiting {
    Channel channel = Channel::Email;
    UtcMs nextTry{};
    bool underWay = false;
};

// "<notice>-<channel>-<user>"
Channel channelOfDelivery(std::string_view id) {
    const auto rest = id.substr(std::min(id.find('-'), id.size() - 1) + 1);
    return channelFrom(rest.substr(0, rest.find('-'))).value_or(Channel::Desk);
}

// The message of a delivery, made from the tables as they are now: an address that was mended counts.
Result<Outgoing> outgoingOf(const storage::Database& database, const std::string& id, const std::string& instance) {
    const auto history = readDelivery(database, id);
    if (!history) return std::unexpected(history.error());
    const DeliveryRecord& delivery = history->delivery;
    auto notice = readNotice(database, delivery.notice);
    if (!notice) return std::unexpected(notice.error());
    Outgoing message{.key = id, .channel = delivery.channel, .notice = *std::move(notice), .instance = instance};
    if (delivery.channel == Channel::Webhook) {
        auto recipients = readRecipients(database, delivery.notice);
        if (!recipients) return std::unexpected(recipients.error());
        message.recipients = *std::move(recipients);
        return message;
    }
    const auto preferences = readPreferences(database, delivery.user);
    if (!preferences) return std::unexpected(preferences.error());
    const auto users = people::readUsers(database);
    if (!users) return std::unexpected(users.error());
    const auto user =
        std::ranges::find(*users, delivery.user, [](const people::StoredUser& one) { return one.record.user; });
    message.language = preferences->language;
    if (user != users->end() && user->record.state != people::UserState::Disabled)
        message.to = addressOf(*preferences, user->record.email, delivery.channel);
    if (message.to.empty())
        return fail("NO_ADDRESS", "this user has no address for this channel, or may not log in", delivery.user);
    return message;
}

} // namespace

namespace {

NoticeRecord testNotice(const std::string& by, UtcMs now) {
    return {.id = people::newId(people::systemRandom),
            .kind = NoticeKind::System,
            .severity = Severity::Info,
            .message = "TEXT_KO_EN",
            .arguments = {"시험 메시지", by + " 님이 보낸 시험 메시지입니다. 아무 조치도 필요하지 않습니다.",
                          "Test message", "A test message by " + by + ". Nothing needs to be done."},
            .about = {},
            .created = now,
            .by = by,
            .acknowledged = {}};
}

} // namespace

struct NoticeService::Impl {
    Impl(log::EventLog& logGiven, const clock::Clock& clockGiven, TellRefusal tellGiven,
         std::function<double()> chanceGiven, NotifySettings settingsGiven, SendMessage sendGiven,
         std::unique_ptr<ChannelSecrets> secretsGiven)
        : log(logGiven)
        , clock(clockGiven)
        , tellRefusal(std::move(tellGiven))
        , chance(std::move(chanceGiven))
        , settings(std::move(settingsGiven))
        , sendOne(std::move(sendGiven))
        , secrets(std::move(secretsGiven))
        , instance(log.instance().instanceId) {}

    // -- to the log and back
    void submit(log::Actor actor, log::Decide decision, Done<void> then);
    template <class T>
    void read(std::function<Result<T>(const storage::Database&)> take, Done<T> done);
    template <class T>
    Result<T> readNow(std::function<Result<T>(const storage::Database&)> take); // never on a thread of the log
    void answered();
    void follow(const log::Entry& entry);
    void take(const NotifyEvent& event);
    void tellSubscribers();
    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    void create(log::Actor actor, NewNotice notice, bool byPerson, Done<std::string> done);

    // -- the threads of the channels
    void run(Channel channel, const std::stop_token& stop);
    std::optional<std::string> takeDue(Channel channel, std::uint64_t& seen);
    void attempt(Channel channel, const std::string& id, const std::stop_token& stop);
    Sent sentBy(const ChannelConfig& config, const std::string& id, const std::stop_token& stop);
    void record(const std::string& id, const Sent& sent, const std::stop_token& stop);

    log::EventLog& log;
    const clock::Clock& clock;
    TellRefusal tellRefusal;
    std::function<double()> chance;
    NotifySettings settings;
    SendMessage sendOne;
    std::unique_ptr<ChannelSecrets> secrets;
    std::string instance;

    std::mutex mutex; // of all below
    std::condition_variable_any wake;
    std::map<std::string, Waiting> waiting; // by delivery
    std::uint64_t changes = 0;              // of what a channel looks at
    std::map<Channel, ChannelConfig> configs;
    std::vector<std::weak_ptr<std::function<void()>>> subscribers;
    std::size_t inLog = 0; // commands and reads that the log has not answered
    std::condition_variable logAnswered;
    std::mutex chanceMutex;

    std::stop_source ending;
    std::unique_ptr<people::Worker> clerk; // writes secrets, sends tests
    std::vector<std::jthread> channelThreads;
};

// ---------------------------------------------------------------- to the log and back

void NoticeService::Impl::answered() {
    const std::lock_guard lock(mutex);
    --inLog;
    logAnswered.notify_all();
}

void NoticeService::Impl::submit(log::Actor actor, log::Decide decision, Done<void> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.submit(std::move(actor), std::move(decision),
               [this, then = std::move(then)](const Result<log::Committed>& committed) {
                   then(committed.transform([](const log::Committed&) {}));
                   answered();
               });
}

template <class T>
void NoticeService::Impl::read(std::function<Result<T>(const storage::Database&)> take, Done<T> done) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.read([this, take = std::move(take), done = std::move(done)](const storage::Database& database) {
        done(take(database));
        answered();
    });
}

template <class T>
Result<T> NoticeService::Impl::readNow(std::function<Result<T>(const storage::Database&)> take) {
    std::promise<Result<T>> promise;
    log.read([&](const storage::Database& database) { promise.set_value(take(database)); });
    return promise.get_future().get();
}

template <class T>
bool NoticeService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                  const Done<T>& done) {
    if (by.may(scope)) return true;
    if (tellRefusal) tellRefusal(by, scope, what);
    done(fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
    return false;
}

// On the log's thread, before whoever gave the command is answered.
void NoticeService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(notifyPrefix)) return;
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    if (std::holds_alternative<NoticeCreated>(*event) && entry.origin == instance) {
        const auto& created = std::get<NoticeCreated>(*event);
        const std::lock_guard lock(mutex);
        for (const Way& way : created.ways)
            waiting.try_emplace(deliveryId(created.id, way),
                                Waiting{.channel = way.channel, .nextTry = utcMs(entry.time.wall_ms)});
    } else if (const auto* again = std::get_if<DeliverySentAgain>(&*event);
               again != nullptr && entry.origin == instance) {
        const std::lock_guard lock(mutex);
        Waiting& one = waiting[again->delivery];
        one = {channelOfDelivery(again->delivery), utcMs(entry.time.wall_ms), one.underWay};
    } else {
        take(*event);
    }
    {
        const std::lock_guard lock(mutex);
        ++changes;
    }
    wake.notify_all();
    tellSubscribers();
}

void NoticeService::Impl::take(const NotifyEvent& event) {
    const std::lock_guard lock(mutex);
    if (const auto* set = std::get_if<ChannelSet>(&event)) {
        configs[set->config.channel] = set->config;
    } else if (const auto* tried = std::get_if<DeliveryAttempted>(&event)) {
        const auto found = waiting.find(tried->delivery);
        if (found == waiting.end()) return;
        if (!tried->nextTry) {
            waiting.erase(found);
            return;
        }
        found->second.nextTry = *tried->nextTry;
        found->second.underWay = false;
    }
}

void NoticeService::Impl::tellSubscribers() {
    std::vector<std::shared_ptr<std::function<void()>>> listening;
    {
        const std::lock_guard lock(mutex);
        std::erase_if(subscribers, [](const auto& one) { return one.expired(); });
        for (const auto& one : subscribers)
            if (auto alive = one.lock()) listening.push_back(std::move(alive));
    }
    for (const auto& one : listening)
        (*one)();
}

// ---------------------------------------------------------------- making notices

std::string noticeIdOf(const std::string& key) {
    return people::tokenHash("notice " + key).substr(0, 32);
}

Result<std::vector<log::NewEvent>> noticeEvents(const storage::Database& database, const NewNotice& notice) {
    if (notice.key.empty() || notice.key.size() > 255)
        return fail("BAD_NOTICE", "a notice needs a key of 1 to 255 bytes that names its cause", "key");
    if (const auto good = check(notice); !good) return std::unexpected(good.error());
    const std::string id = noticeIdOf(notice.key);
    const auto told = noticeExists(database, id);
    if (!told) return std::unexpected(told.error());
    if (*told) return std::vector<log::NewEvent>();
    auto reached = reachedBy(database, notice);
    if (!reached) return std::unexpected(reached.error());
    return std::vector{toEvent(NoticeCreated{id, notice, std::move(reached->users), std::move(reached->ways)})};
}

// Without a key the notice is its own cause.
void NoticeService::Impl::create(log::Actor actor, NewNotice notice, bool byPerson, Done<std::string> done) {
    if (notice.key.empty()) notice.key = people::newId(people::systemRandom);
    if (const auto good = check(notice); !good) return done(std::unexpected(good.error()));
    std::string id = noticeIdOf(notice.key);
    submit(
        std::move(actor),
        [notice = std::move(notice), byPerson](const storage::Database& database, UtcMs) -> log::Decision {
            auto events = noticeEvents(database, notice);
            if (!events) return refuse(events.error());
            if (!byPerson || events->empty()) return {*std::move(events), {}};
            const auto users = people::readUsers(database);
            if (!users) return refuse(users.error());
            for (const std::string& user : notice.to.users)
                if (std::ranges::none_of(*users, [&](const auto& one) { return one.record.user == user; }))
                    return refuse({"NO_SUCH_USER", "there is no such user", user});
            const auto reached = reachedBy(database, notice);
            if (!reached) return refuse(reached.error());
            if (reached->users.empty())
                return refuse({"NO_RECIPIENT", "nobody holds these roles or operates in this area", "to"});
            return {*std::move(events), {}};
        },
        [id = std::move(id), done = std::move(done)](const Result<void>& committed) {
            done(committed.transform([&] { return id; }));
        });
}

void NoticeService::createNotice(NewNotice notice, std::function<void(Result<std::string>)> done) {
    m_impl->create(log::systemActor(), std::move(notice), false, std::move(done));
}

void NoticeService::send(Principal by, NewNotice notice, Done<std::string> done) {
    if (!m_impl->allowed(by, "notice.write", "send a notice", done)) return;
    // The words of a decision belong to the decision: nobody says by hand that a plan is approved.
    constexpr std::array byHand{"TEXT", "TEXT_KO_EN", "EMERGENCY"};
    if (!std::ranges::contains(byHand, std::string_view(notice.message)))
        return done(fail("NO_SUCH_MESSAGE", "people write TEXT, TEXT_KO_EN or EMERGENCY", "message"));
    // A person's keys are his own: nobody can take that of a plan and keep its notice from being told.
    if (!notice.key.empty()) notice.key = "person:" + by.user + ":" + notice.key;
    std::set<std::string> users;
    for (const std::string& user : notice.to.users)
        users.insert(people::foldedUserName(user));
    notice.to.users = std::move(users);
    m_impl->create(people::actorOf(by), std::move(notice), true, std::move(done));
}

// ---------------------------------------------------------------- the threads of the channels

void NoticeService::Impl::run(Channel channel, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::uint64_t seen = 0;
        if (const auto id = takeDue(channel, seen)) {
            attempt(channel, *id, stop);
            continue;
        }
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, settings.poll, [&] { return changes != seen; });
    }
}

// The one that is due for the longest time.
std::optional<std::string> NoticeService::Impl::takeDue(Channel channel, std::uint64_t& seen) {
    const UtcMs now = clock.now();
    const std::lock_guard lock(mutex);
    seen = changes;
    const auto config = configs.find(channel);
    if (config == configs.end() || !config->second.enabled) return std::nullopt;
    auto due = waiting.end();
    for (auto one = waiting.begin(); one != waiting.end(); ++one) {
        if (one->second.channel != channel || one->second.underWay || one->second.nextTry > now) continue;
        if (due == waiting.end() || one->second.nextTry < due->second.nextTry) due = one;
    }
    if (due == waiting.end()) return std::nullopt;
    due->second.underWay = true;
    return due->first;
}

void NoticeService::Impl::attempt(Channel channel, const std::string& id, const std::stop_token& stop) {
    ChannelConfig config;
    {
        const std::lock_guard lock(mutex);
        config = configs[channel];
    }
    const Sent sent = sentBy(config, id, stop);
    if (stop.stop_requested() && sent.outcome != Outcome::Delivered) return; // broken off: the next start goes on
    record(id, sent, stop);
}

Sent NoticeService::Impl::sentBy(const ChannelConfig& config, const std::string& id, const std::stop_token& stop) {
    const auto message =
        readNow<Outgoing>([&](const storage::Database& database) { return outgoingOf(database, id, instance); });
    if (!message) {
        const bool forGood = message.error().code == "NO_ADDRESS";
        return {forGood ? Outcome::Refused : Outcome::Failed, message.error().code, message.error().message, {}};
    }
    return sendOne(config, secrets->of(config.channel), *message, clock.now(), stop);
}

// What cannot be written down now (a full disk) is written later; it is not sent again meanwhile.
void NoticeService::Impl::record(const std::string& id, const Sent& sent, const std::stop_token& stop) {
    const UtcMs at = clock.now();
    double drawn = 0;
    {
        const std::lock_guard lock(chanceMutex);
        drawn = chance();
    }
    const auto entry = [id, sent, at, drawn, rules = settings.retry](const storage::Database& database,
                                                                     UtcMs) -> log::Decision {
        const auto history = readDelivery(database, id);
        if (!history) return refuse(history.error());
        const DeliveryRecord& delivery = history->delivery;
        DeliveryAttempted event{.delivery = id,
                                .attempt = {.number = delivery.attempts + 1,
                                            .at = at,
                                            .outcome = sent.outcome,
                                            .code = sent.code,
                                            .detail = sent.detail},
                                .nextTry = std::nullopt};
        if (sent.outcome == Outcome::Delivered) return decide(event);
        event.nextTry = nextTryAfter(rules, event.attempt.number - delivery.attemptsBefore,
                                     delivery.refusals + (sent.outcome == Outcome::Refused ? 1 : 0), at, drawn);
        if (event.nextTry && sent.notFor) event.nextTry = std::max(*event.nextTry, at + *sent.notFor);
        return decide(event);
    };
    while (!log.submit(log::systemActor(), entry).get() && !stop.stop_requested()) {
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, std::max(settings.poll, milliseconds(20)), [] { return false; });
    }
}

// ---------------------------------------------------------------- life

NoticeService::NoticeService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<NoticeService>> NoticeService::open(log::EventLog& log, const clock::Clock& clock,
                                                           TellRefusal tellRefusal, std::function<double()> chance,
                                                           NotifySettings settings, SendMessage send) {
    auto secrets = ChannelSecrets::open(settings.secretsFile, settings.passphrase);
    if (!secrets) return std::unexpected(secrets.error());
    const auto impl = std::make_shared<Impl>(log, clock, std::move(tellRefusal), std::move(chance), std::move(settings),
                                             std::move(send), *std::move(secrets));
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    using Known = std::pair<std::vector<DeliveryRecord>, std::vector<StoredChannel>>;
    const auto known = impl->readNow<Known>([&](const storage::Database& database) -> Result<Known> {
        auto deliveries = readWaiting(database, impl->instance);
        if (!deliveries) return std::unexpected(deliveries.error());
        auto channels = readChannels(database);
        if (!channels) return std::unexpected(channels.error());
        return Known{*std::move(deliveries), *std::move(channels)};
    });
    if (!known) return std::unexpected(known.error());
    {
        const std::lock_guard lock(impl->mutex);
        for (const DeliveryRecord& delivery : known->first)
            impl->waiting.try_emplace(delivery.id, Waiting{delivery.channel, delivery.nextTry.value_or(UtcMs{})});
        for (const StoredChannel& channel : known->second)
            impl->configs.try_emplace(channel.config.channel, channel.config);
    }
    impl->clerk = std::make_unique<people::Worker>(waitingSecrets, [] {});
    if (impl->settings.sending)
        for (const Channel channel : outerChannels)
            impl->channelThreads.emplace_back(
                [raw = impl.get(), channel](const std::stop_token& stop) { raw->run(channel, stop); });
    return std::unique_ptr<NoticeService>(new NoticeService(impl));
}

NoticeService::~NoticeService() {
    for (std::jthread& thread : m_impl->channelThreads)
        thread.request_stop();
    m_impl->ending.request_stop();
    m_impl->channelThreads.clear(); // joins
    m_impl->clerk.reset();
    std::unique_lock lock(m_impl->mutex);
    m_impl->logAnswered.wait(lock, [this] { return m_impl->inLog == 0; });
}

NoticeCentre::Subscription NoticeService::subscribe(std::function<void()> changed) {
    auto subscriber = std::make_shared<std::function<void()>>(std::move(changed));
    const std::lock_guard lock(m_impl->mutex);
    m_impl->subscribers.emplace_back(subscriber);
    return subscriber;
}

double systemChance() {
    return static_cast<double>(randombytes_random()) / 4294967295.0;
}

// ---------------------------------------------------------------- own notices

void NoticeService::own(Principal by, OwnFilter filter, Done<OwnNotices> done) {
    if (!m_impl->allowed(by, "notice.read", "list own notices", done)) return;
    m_impl->read<OwnNotices>([user = by.user, filter = std::move(filter)](
                                 const storage::Database& database) { return readOwn(database, user, filter); },
                             std::move(done));
}

void NoticeService::acknowledge(Principal by, std::string notice, Done<void> done) {
    if (!m_impl->allowed(by, "notice.read", "acknowledge a notice", done)) return;
    m_impl->submit(
        people::actorOf(by),
        [user = by.user, notice = std::move(notice)](const storage::Database& database, UtcMs) -> log::Decision {
            const auto found = readNotice(database, notice, user);
            if (!found) return refuse(found.error());
            if (found->acknowledged) return {};
            return decide(NoticeAcknowledged{notice, user});
        },
        std::move(done));
}

void NoticeService::preferences(Principal by, Done<Preferences> done) {
    if (!m_impl->allowed(by, "notice.read", "read own preferences", done)) return;
    m_impl->read<Preferences>(
        [user = by.user](const storage::Database& database) { return readPreferences(database, user); },
        std::move(done));
}

void NoticeService::setPreferences(Principal by, Preferences preferences, Done<void> done) {
    if (!m_impl->allowed(by, "notice.read", "set own preferences", done)) return;
    auto good = accepted(std::move(preferences));
    if (!good) return done(std::unexpected(good.error()));
    m_impl->submit(
        people::actorOf(by),
        [event = PreferencesSet{by.user, *std::move(good)}](const storage::Database& database, UtcMs) -> log::Decision {
            const auto present = readPreferences(database, event.user);
            if (!present) return refuse(present.error());
            if (*present == event.preferences) return {};
            return decide(event);
        },
        std::move(done));
}

// ---------------------------------------------------------------- the outbox

void NoticeService::outbox(Principal by, OutboxFilter filter, Done<std::vector<DeliveryRecord>> done) {
    if (!m_impl->allowed(by, "outbox.read", "list the outbox", done)) return;
    m_impl->read<std::vector<DeliveryRecord>>(
        [filter = std::move(filter)](const storage::Database& database) { return readOutbox(database, filter); },
        std::move(done));
}

void NoticeService::delivery(Principal by, std::string id, Done<DeliveryHistory> done) {
    if (!m_impl->allowed(by, "outbox.read", "read a delivery", done)) return;
    m_impl->read<DeliveryHistory>(
        [id = std::move(id)](const storage::Database& database) { return readDelivery(database, id); },
        std::move(done));
}

void NoticeService::sendAgain(Principal by, std::string id, Done<void> done) {
    if (!m_impl->allowed(by, "outbox.write", "send a notice again", done)) return;
    m_impl->submit(
        people::actorOf(by),
        [id = std::move(id), instance = m_impl->instance](const storage::Database& database, UtcMs) -> log::Decision {
            const auto found = readDelivery(database, id);
            if (!found) return refuse(found.error());
            if (found->delivery.state == DeliveryState::Delivered)
                return refuse({"ALREADY_DELIVERED", "this notice has been delivered", id});
            if (found->delivery.origin != instance)
                return refuse({"OTHER_INSTANCE", "another desk sends this notice; ask for it there", id});
            return decide(DeliverySentAgain{id});
        },
        std::move(done));
}

// ---------------------------------------------------------------- channels

void NoticeService::channels(Principal by, Done<std::vector<ChannelRecord>> done) {
    if (!m_impl->allowed(by, "outbox.read", "list notice channels", done)) return;
    using Records = std::vector<ChannelRecord>;
    m_impl->read<Records>(
        [impl = m_impl.get()](const storage::Database& database) -> Result<Records> {
            const auto stored = readChannels(database);
            if (!stored) return std::unexpected(stored.error());
            Records records;
            for (const Channel channel : outerChannels) {
                ChannelRecord record{.config = {.channel = channel}};
                for (const StoredChannel& one : *stored)
                    if (one.config.channel == channel) {
                        record.config = one.config;
                        record.by = one.by;
                        record.changed = one.changed;
                    }
                record.hasSecret = !impl->secrets->of(channel).empty();
                const auto waits = countDeliveries(database, DeliveryState::Waiting, channel);
                if (!waits) return std::unexpected(waits.error());
                const auto dead = countDeliveries(database, DeliveryState::Dead, channel);
                if (!dead) return std::unexpected(dead.error());
                record.waiting = *waits;
                record.dead = *dead;
                records.push_back(std::move(record));
            }
            return records;
        },
        std::move(done));
}

// The secret first: a channel never speaks with new settings and an old secret.
void NoticeService::setChannel(Principal by, ChannelConfig config, std::optional<std::string> secret, Done<void> done) {
    if (!m_impl->allowed(by, "channel.write", "set a notice channel", done)) return;
    if (const auto good = check(config); !good) return done(std::unexpected(good.error()));
    const auto settle = [impl = m_impl.get(), by, config = std::move(config), secret = std::move(secret), done] {
        if (secret)
            if (const auto kept = impl->secrets->set(config.channel, *secret); !kept)
                return done(std::unexpected(kept.error()));
        impl->submit(
            people::actorOf(by),
            [event = ChannelSet{config, secret.has_value()}](const storage::Database&, UtcMs) { return decide(event); },
            done);
    };
    const bool queued = m_impl->clerk->postSlow(settle, [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) done(fail("BUSY", "too many changes of channels wait; try again in a moment"));
}

void NoticeService::testChannel(Principal by, Channel channel, std::string to, Language language, Done<Attempt> done) {
    if (!m_impl->allowed(by, "channel.write", "try a notice channel", done)) return;
    if (channel == Channel::Desk) return done(fail("BAD_CHANNEL", "the desk needs no test", "channel"));
    if (!m_impl->settings.sending) return done(fail("NOT_SENDING", "notices are not sent from here"));
    if (to.empty() && channel != Channel::Webhook) return done(fail("NO_ADDRESS", "a test goes somewhere", "to"));
    ChannelConfig config;
    {
        const std::lock_guard lock(m_impl->mutex);
        const auto known = m_impl->configs.find(channel);
        if (known != m_impl->configs.end()) config = known->second;
    }
    if (config.url.empty()) return done(fail("BAD_URL", "the channel was never set up", "url"));
    const UtcMs now = m_impl->clock.now();
    Outgoing message{.key = "test-" + people::newId(people::systemRandom),
                     .channel = channel,
                     .to = channel == Channel::Webhook ? std::string() : std::move(to),
                     .language = language,
                     .notice = testNotice(by.user, now),
                     .recipients = {},
                     .instance = m_impl->instance};
    const auto send = [impl = m_impl.get(), config = std::move(config), message = std::move(message), now, done] {
        const Sent sent =
            impl->sendOne(config, impl->secrets->of(config.channel), message, now, impl->ending.get_token());
        done(Attempt{.number = 1, .at = now, .outcome = sent.outcome, .code = sent.code, .detail = sent.detail});
    };
    const bool queued = m_impl->clerk->postSlow(send, [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) done(fail("BUSY", "too many changes of channels wait; try again in a moment"));
}

} // namespace haneul::notify
