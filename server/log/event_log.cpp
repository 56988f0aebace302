#include "server/log/event_log.h"

#include "core/json/object.h"
#include "server/log/chain_check.h"
#include "server/log/export_log.h"
#include "server/log/instance_key.h"
#include "server/log/log_reader.h"
#include "server/log/log_tables.h"
#include "server/log/projector.h"
#include "server/log/small_file.h"

#include <sodium.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <format>
#include <mutex>
#include <semaphore>
#include <thread>

namespace haneul::log {

namespace {

using situation::NoticeSeverity;
using Steady = std::chrono::steady_clock;

constexpr std::size_t largestGroup = 256;
constexpr std::chrono::milliseconds headFileEvery{500};

struct Command {
    Actor actor;
    Decide decide;
    Done done;
};

using Comparisons = Result<std::vector<TableComparison>>;

// What the next entry is joined to.
struct Tail {
    std::uint64_t sequence = 0;
    Digest digest{};
    HybridClock clock;
};

std::string randomInstanceId() {
    std::array<std::uint8_t, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return toHex(bytes);
}

Result<void> checkEvent(const NewEvent& event) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    if (!std::ranges::all_of(event.type, plain) || !event.type.contains('.') || event.type.starts_with('.') ||
        event.type.ends_with('.'))
        return fail("LOG_BAD_EVENT", "an event's type is like \"room.what_happened\"", event.type);
    if (const auto body = json::Object::parse(event.body); !body)
        return fail("LOG_BAD_EVENT", "an event's body is a JSON object: " + body.error().message, event.type);
    return {};
}

} // namespace

Actor systemActor() {
    return {.user = "system", .role = "", .session = "", .desk = ""};
}

struct EventLog::Impl {
    Impl(EventLogSettings wanted, const clock::Clock& someClock, std::vector<std::unique_ptr<Projection>> some,
         situation::NoticeBoard* board)
        : settings(std::move(wanted))
        , clock(someClock)
        , projections(std::move(some))
        , notices(board) {}

    // On the writer's thread.
    struct Writer;

    void post(NoticeSeverity severity, const char* code, std::string text, std::vector<std::string> facts = {}) const {
        if (notices) notices->post(clock.now(), severity, code, std::move(text), std::move(facts));
    }

    void publishHead(const Tail& tail) {
        const std::scoped_lock lock(headMutex);
        head = {.origin = instance.instanceId,
                .sequence = tail.sequence,
                .digest = tail.digest,
                .time = tail.clock.last(),
                .signature = {}};
        headSigned = false;
    }

    Head signedNow() {
        const std::scoped_lock lock(headMutex);
        if (!headSigned)
            if (auto made = signedHead(head, *key)) {
                head = *std::move(made);
                headSigned = true;
            }
        return head;
    }

    EventLogSettings settings;
    const clock::Clock& clock;
    std::vector<std::unique_ptr<Projection>> projections; // until the writer takes them
    situation::NoticeBoard* notices;
    storage::InstanceRecord instance; // these two: set before open() returns, then constant
    std::optional<SigningKey> key;

    std::mutex queueMutex;
    std::condition_variable wake;
    std::deque<Command> queue;
    std::deque<std::promise<Comparisons>> rebuilds;
    bool stopping = false;

    std::mutex subscriberMutex;
    std::vector<std::function<void(const Entry&)>> subscribers;

    std::mutex headMutex;
    Head head;
    bool headSigned = false;

    std::jthread writer;
    std::unique_ptr<LogReader> reader;
    std::binary_semaphore drained{0}, readerGone{0}; // at the end: the writer waits until the reader is gone
};

// Owns the writer connection; lives on the writer's thread.
struct EventLog::Impl::Writer {
    explicit Writer(Impl& log)
        : m_log(log) {}

    Result<void> open();
    void run();

private:
    struct Outcome {
        Done done;
        Result<Committed> result;
    };

    Result<void> openKey();
    Result<void> checkLog();
    Result<void> writeFirstEntry();
    [[nodiscard]] std::vector<Command> nextGroup();
    void rebuildIfAsked();
    [[nodiscard]] bool finished() const;
    void carryOut(std::vector<Command> group);
    Result<Committed> carryOut(const Command& command, std::vector<Entry>& written);
    Decision decide(const Command& command, UtcMs now);
    Result<Committed> write(const Actor& actor, const std::vector<NewEvent>& events, UtcMs now,
                            std::vector<Entry>& written);
    Result<void> append(const Entry& entry);
    void judgeWriting(const Result<void>& written);
    void tellOthers(const std::vector<Entry>& written);
    void keepHead();

    void step(std::string_view name) const {
        if (m_log.settings.onStep) m_log.settings.onStep(name);
    }

    Impl& m_log;
    std::optional<storage::Database> m_database;
    std::optional<LogTables> m_tables;
    std::optional<Projector> m_projector;
    Tail m_tail;
    std::uint64_t m_headKept = 0; // the sequence number in log.head
    Steady::time_point m_headKeptAt;
    bool m_headTrouble = false;
    bool m_writeTrouble = false;
};

Result<void> EventLog::Impl::Writer::open() {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    auto database =
        storage::Database::open(m_log.settings.dataFolder / "haneul.sqlite", storage::Database::Role::Writer);
    if (!database) return std::unexpected(database.error());
    m_database = std::move(*database);
    auto instance = storage::openInstance(*m_database, m_log.settings.kind, randomInstanceId());
    if (!instance) return std::unexpected(instance.error());
    m_log.instance = *std::move(instance);
    m_tables.emplace(*m_database);
    if (auto opened = openKey(); !opened) return opened;
    if (auto checked = checkLog(); !checked) return checked;
    m_projector.emplace(*m_database, std::move(m_log.projections));
    if (auto prepared = m_projector->prepare(*m_tables, m_log.instance.instanceId); !prepared) return prepared;
    if (auto written = writeFirstEntry(); !written) return written;
    m_log.publishHead(m_tail);
    keepHead();
    return {};
}

Result<void> EventLog::Impl::Writer::openKey() {
    const auto last = m_tables->last(m_log.instance.instanceId);
    if (!last) return std::unexpected(last.error());
    const KeyFile file{m_log.settings.dataFolder / "instance.key", m_log.settings.keyPassphrase, m_log.settings.onStep};
    auto key = readInstanceKey(file);
    if (!key) return std::unexpected(key.error());
    if (!*key && *last > 0)
        return fail(
            "KEY_MISSING",
            "the data folder has an event log but not the key that signs it; restore instance.key from a backup",
            file.file.string());
    if (*key) {
        m_log.key = std::move(*key);
        return {};
    }
    auto made = makeInstanceKey(file);
    if (!made) return std::unexpected(made.error());
    m_log.key = *std::move(made);
    return {};
}

Result<void> EventLog::Impl::Writer::checkLog() {
    const auto headFile = headFileIn(m_log.settings.dataFolder);
    const auto head = readHeadFile(headFile);
    if (!head) return std::unexpected(head.error());
    auto chain = checkChain(*m_tables, m_log.instance.instanceId, Signatures::Skip, {}, *head);
    if (chain && chain->key() && *chain->key() != m_log.key->publicKey())
        return fail("KEY_DIFFERS",
                    std::format("the event log is signed with another key ({}) than the one in the data folder ({})",
                                fingerprint(*chain->key()), fingerprint(m_log.key->publicKey())),
                    (m_log.settings.dataFolder / "instance.key").string());
    auto checked = chain ? checkLastSignature(*m_tables, *chain) : std::unexpected(chain.error());
    if (!checked)
        return fail(checked.error().code, "the event log was changed or cut: " + checked.error().message,
                    std::format("{}, {}", (m_log.settings.dataFolder / "haneul.sqlite").string(), headFile.string()));
    if (!*head && chain->sequence() > 0)
        m_log.post(NoticeSeverity::Warning, "LOG_HEAD_MISSING",
                   std::format("log.head is missing: whether entries behind {} were cut off the event log cannot be "
                               "told; compare with the last exported log or printed head",
                               chain->sequence()),
                   {std::to_string(chain->sequence())});
    m_tail = {chain->sequence(), chain->digest(), HybridClock(chain->time())};
    m_headKept = *head ? (*head)->sequence : 0;
    if (m_tail.sequence > 0) return {};
    // Before the first entry, so that a log without a head file is one from which it was taken.
    m_log.publishHead(m_tail);
    const auto kept = replaceSmallFile(headFile, toText(m_log.signedNow()));
    return kept ? kept : std::unexpected(kept.error());
}

Result<void> EventLog::Impl::Writer::writeFirstEntry() {
    if (m_tail.sequence > 0) return {};
    if (auto begun = m_tables->begin(); !begun) return begun;
    std::vector<Entry> written;
    auto first = write(systemActor(), {{std::string(openedType), openedBody(m_log.key->publicKey())}},
                       m_log.clock.now(), written);
    auto done = first ? m_tables->commit() : std::unexpected(first.error());
    if (!done) m_tables->rollback();
    return done;
}

void EventLog::Impl::Writer::run() {
    while (true) {
        auto group = nextGroup();
        rebuildIfAsked();
        if (!group.empty())
            carryOut(std::move(group));
        else if (finished())
            break;
    }
    keepHead();
}

bool EventLog::Impl::Writer::finished() const {
    const std::scoped_lock lock(m_log.queueMutex);
    return m_log.stopping && m_log.queue.empty() && m_log.rebuilds.empty();
}

void EventLog::Impl::Writer::rebuildIfAsked() {
    std::deque<std::promise<Comparisons>> asked;
    {
        const std::scoped_lock lock(m_log.queueMutex);
        asked.swap(m_log.rebuilds);
    }
    for (auto& answer : asked)
        answer.set_value(m_projector->rebuild(*m_tables, m_log.instance.instanceId));
}

// Empty: the log is to stop, or there is a rebuild to do.
std::vector<Command> EventLog::Impl::Writer::nextGroup() {
    const auto ready = [this] { return m_log.stopping || !m_log.queue.empty() || !m_log.rebuilds.empty(); };
    std::unique_lock lock(m_log.queueMutex);
    while (!ready()) {
        if (m_headKept == m_tail.sequence) {
            m_log.wake.wait(lock, ready);
        } else if (!m_log.wake.wait_until(lock, m_headKeptAt + headFileEvery, ready)) {
            lock.unlock();
            keepHead();
            lock.lock();
        }
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_log.queue.size(), largestGroup));
    std::vector<Command> group(std::make_move_iterator(m_log.queue.begin()),
                               std::make_move_iterator(m_log.queue.begin() + count));
    m_log.queue.erase(m_log.queue.begin(), m_log.queue.begin() + count);
    return group;
}

void EventLog::Impl::Writer::carryOut(std::vector<Command> group) {
    const Tail before = m_tail;
    std::vector<Entry> written;
    std::vector<Outcome> outcomes;
    auto committed = m_tables->begin();
    for (Command& command : group) {
        // When SQLite has ended the transaction by itself, what came before in this group is gone too.
        if (committed && !m_tables->inTransaction())
            committed = fail("LOG_WRITE", "the transaction was given up by the database");
        auto result = committed ? carryOut(command, written) : std::unexpected(committed.error());
        if (!result && !m_tables->inTransaction() && committed) committed = std::unexpected(result.error());
        outcomes.push_back({std::move(command.done), std::move(result)});
    }
    if (committed) committed = m_tables->commit();
    if (!committed) {
        m_tables->rollback();
        m_tail = before;
        written.clear();
        for (Outcome& outcome : outcomes)
            outcome.result =
                fail("LOG_WRITE", "nothing was done, the event log cannot be written: " + committed.error().message);
    } else if (!written.empty()) {
        step("log.committed");
        m_log.publishHead(m_tail);
    }
    const auto unwritten = std::ranges::find_if(
        outcomes, [](const Outcome& outcome) { return !outcome.result && outcome.result.error().code == "LOG_WRITE"; });
    judgeWriting(unwritten == outcomes.end() ? Result<void>{} : std::unexpected(unwritten->result.error()));
    tellOthers(written);
    for (Outcome& outcome : outcomes)
        if (outcome.done) outcome.done(std::move(outcome.result));
    if (m_headKept != m_tail.sequence && Steady::now() >= m_headKeptAt + headFileEvery) keepHead();
}

Result<Committed> EventLog::Impl::Writer::carryOut(const Command& command, std::vector<Entry>& written) {
    const Tail before = m_tail;
    const std::size_t writtenBefore = written.size();
    if (auto begun = m_tables->savepoint(); !begun) return std::unexpected(begun.error());
    const UtcMs now = m_log.clock.now();
    const Decision decision = decide(command, now);
    const auto breach = m_projector->guard().takeBreach();
    auto result = breach ? fail("LOG_GUARD", "a command may only read: " + *breach)
                         : write(command.actor, decision.events, now, written);
    if (result)
        if (auto released = m_tables->release(); !released) result = std::unexpected(released.error());
    if (!result) {
        m_tables->rollbackToSavepoint();
        m_tail = before;
        written.resize(writtenBefore);
        return result;
    }
    if (decision.refusal) return std::unexpected(*decision.refusal);
    return result;
}

Decision EventLog::Impl::Writer::decide(const Command& command, UtcMs now) {
    m_projector->guard().enter(WriteGuard::Phase::Reading);
    Decision decision;
    try {
        decision = command.decide(*m_database, now);
    } catch (const std::exception& thrown) {
        decision = {.events = {}, .refusal = Error{"LOG_DECIDE", thrown.what(), ""}};
    }
    m_projector->guard().enter(WriteGuard::Phase::Log);
    return decision;
}

Result<Committed> EventLog::Impl::Writer::write(const Actor& actor, const std::vector<NewEvent>& events, UtcMs now,
                                                std::vector<Entry>& written) {
    Committed committed{.time = now};
    for (const NewEvent& event : events) {
        if (auto checked = checkEvent(event); !checked) return std::unexpected(checked.error());
        Entry entry{.origin = m_log.instance.instanceId,
                    .sequence = m_tail.sequence + 1,
                    .time = m_tail.clock.next(now),
                    .user = actor.user,
                    .role = actor.role,
                    .session = actor.session,
                    .desk = actor.desk,
                    .type = event.type,
                    .body = event.body,
                    .previous = m_tail.digest};
        if (auto appended = append(entry); !appended) return std::unexpected(appended.error());
        if (committed.first == 0) committed.first = entry.sequence;
        committed.last = entry.sequence;
        committed.time = utcMs(entry.time.wall_ms);
        written.push_back(std::move(entry));
    }
    return committed;
}

Result<void> EventLog::Impl::Writer::append(const Entry& entry) {
    const auto record = signedRecord(entry, *m_log.key);
    if (!record) return fail("LOG_BAD_EVENT", record.error().message, record.error().where);
    if (auto stored = m_tables->append(entry.origin, entry.sequence, *record); !stored) return stored;
    if (auto applied = m_projector->apply(entry); !applied) return applied;
    m_tail.sequence = entry.sequence;
    m_tail.digest = digestOf(*record);
    return {};
}

void EventLog::Impl::Writer::judgeWriting(const Result<void>& written) {
    if (written.has_value() != m_writeTrouble) return;
    m_writeTrouble = !written;
    if (m_writeTrouble)
        m_log.post(NoticeSeverity::Error, "LOG_WRITE_FAILED",
                   "the event log cannot be written, so commands are refused: " + written.error().message,
                   {written.error().message});
    else
        m_log.post(NoticeSeverity::Info, "LOG_WRITES_AGAIN", "the event log can be written again");
}

void EventLog::Impl::Writer::tellOthers(const std::vector<Entry>& written) {
    if (written.empty()) return;
    std::vector<std::function<void(const Entry&)>> subscribers;
    {
        const std::scoped_lock lock(m_log.subscriberMutex);
        subscribers = m_log.subscribers;
    }
    for (const Entry& entry : written)
        for (const auto& subscriber : subscribers)
            subscriber(entry);
}

void EventLog::Impl::Writer::keepHead() {
    m_headKeptAt = Steady::now();
    if (m_headKept == m_tail.sequence) return;
    const auto kept = replaceSmallFile(headFileIn(m_log.settings.dataFolder), toText(m_log.signedNow()),
                                       [this](std::string_view name) { step("head." + std::string(name)); });
    if (kept) m_headKept = m_tail.sequence;
    if (kept.has_value() == !m_headTrouble) return;
    m_headTrouble = !kept;
    if (m_headTrouble)
        m_log.post(NoticeSeverity::Warning, "LOG_HEAD_NOT_KEPT",
                   "log.head cannot be written, so entries cut off the event log's end would not be noticed: " +
                       kept.error().message,
                   {kept.error().message});
}

EventLog::EventLog(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventLog>> EventLog::open(EventLogSettings settings, const clock::Clock& clock,
                                                 std::vector<std::unique_ptr<Projection>> projections,
                                                 situation::NoticeBoard* notices) {
    auto impl = std::make_unique<Impl>(std::move(settings), clock, std::move(projections), notices);
    std::promise<Result<void>> opened;
    auto answer = opened.get_future();
    impl->writer = std::jthread([log = impl.get(), promise = std::move(opened)] mutable {
        Impl::Writer writer(*log);
        auto result = writer.open();
        const bool good = result.has_value();
        promise.set_value(std::move(result));
        if (good) writer.run();
        log->drained.release();
        log->readerGone.acquire(); // the last connection to close must be one that may checkpoint
    });
    std::unique_ptr<EventLog> log(new EventLog(std::move(impl)));
    if (auto result = answer.get(); !result) return std::unexpected(result.error());
    auto reader = LogReader::start({.file = log->m_impl->settings.dataFolder / "haneul.sqlite",
                                    .origin = log->m_impl->instance.instanceId,
                                    .key = log->m_impl->key->publicKey(),
                                    .last = log->head().sequence},
                                   clock, notices);
    if (!reader) return std::unexpected(reader.error());
    log->m_impl->reader = std::move(*reader);
    return log;
}

EventLog::~EventLog() {
    {
        const std::scoped_lock lock(m_impl->queueMutex);
        m_impl->stopping = true;
    }
    m_impl->wake.notify_all();
    m_impl->drained.acquire(); // first: what the writer answers may still ask the reader
    m_impl->reader.reset();
    m_impl->readerGone.release();
    m_impl->writer.join();
}

void EventLog::submit(Actor actor, Decide decide, Done done) {
    const char* refused = nullptr;
    {
        const std::scoped_lock lock(m_impl->queueMutex);
        if (m_impl->stopping)
            refused = "LOG_STOPPED";
        else if (m_impl->queue.size() >= m_impl->settings.queueLimit)
            refused = "LOG_BUSY";
        else
            m_impl->queue.push_back({std::move(actor), std::move(decide), std::move(done)});
    }
    if (!refused)
        m_impl->wake.notify_one();
    else if (done)
        done(fail(refused, "the event log takes no command now; nothing was done"));
}

std::future<Result<Committed>> EventLog::submit(Actor actor, Decide decide) {
    auto promise = std::make_shared<std::promise<Result<Committed>>>();
    auto future = promise->get_future();
    submit(std::move(actor), std::move(decide),
           [promise](Result<Committed> result) { promise->set_value(std::move(result)); });
    return future;
}

void EventLog::subscribe(std::function<void(const Entry&)> subscriber) {
    const std::scoped_lock lock(m_impl->subscriberMutex);
    m_impl->subscribers.push_back(std::move(subscriber));
}

void EventLog::read(std::function<void(const storage::Database&)> read) {
    m_impl->reader->read([read = std::move(read)](const storage::Database& database, LogTables&) { read(database); });
}

void EventLog::page(EntryFilter filter, std::function<void(Result<EntryPage>)> done) {
    m_impl->reader->read([origin = m_impl->instance.instanceId, filter = std::move(filter), done = std::move(done)](
                             const storage::Database&, LogTables& tables) { done(readPage(tables, origin, filter)); });
}

std::future<Result<Head>> EventLog::exportTo(std::filesystem::path file) {
    auto promise = std::make_shared<std::promise<Result<Head>>>();
    auto future = promise->get_future();
    m_impl->reader->read([promise, head = head(), file = std::move(file)](const storage::Database&, LogTables& tables) {
        const auto written = exportLog(tables, head, file);
        promise->set_value(written ? Result<Head>(head) : std::unexpected(written.error()));
    });
    return future;
}

std::future<Result<std::vector<TableComparison>>> EventLog::rebuild() {
    std::promise<Comparisons> promise;
    auto future = promise.get_future();
    {
        const std::scoped_lock lock(m_impl->queueMutex);
        m_impl->rebuilds.push_back(std::move(promise));
    }
    m_impl->wake.notify_one();
    return future;
}

Head EventLog::head() const {
    return m_impl->signedNow();
}

const PublicKey& EventLog::publicKey() const {
    return m_impl->key->publicKey();
}

const storage::InstanceRecord& EventLog::instance() const {
    return m_impl->instance;
}

std::uint64_t EventLog::signaturesChecked() const {
    return m_impl->reader->signaturesChecked();
}

} // namespace haneul::log
