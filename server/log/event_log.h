#pragma once

#include "core/log/entry.h"
#include "core/log/signing.h"
#include "server/clock/clock.h"
#include "server/situation/situation.h"
#include "server/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::log {

// Who gives a command.
struct Actor {
    std::string user, role, session, desk; // desk: "desk", "cli", "192.0.2.1"
};

[[nodiscard]] Actor systemActor(); // the program itself

struct NewEvent {
    std::string type; // "people.user_added": lower case, digits, '_', with one '.' at least
    std::string body; // a JSON object
};

// What a command comes to. With `refusal` the events (usually one "....refused") are still written, and the caller gets
// the error.
struct Decision {
    std::vector<NewEvent> events;
    std::optional<Error> refusal;
};

// Reads the projections as they are before this command, inside its transaction; it writes nothing itself (the log
// refuses it). Runs on the log's writer thread: quick, and waits for nothing.
using Decide = std::function<Decision(const storage::Database&, UtcMs now)>;

// Sequence numbers of the entries written; both 0 when the decision was to write none.
struct Committed {
    std::uint64_t first = 0, last = 0;
    UtcMs time{};
};

using Done = std::function<void(Result<Committed>)>;

// Tables made from entries. Nobody else writes them: the log lets a statement change a projection's tables only while
// that projection applies an entry.
class Projection {
public:
    virtual ~Projection() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    // In the order in which create() makes them: a table before those whose foreign keys point to it.
    [[nodiscard]] virtual std::vector<std::string> tables() const = 0;

    // Grows when the tables or what apply() makes of an entry change: the log then makes them again at the next start.
    [[nodiscard]] virtual int version() const { return 1; }

    // CREATE TABLE IF NOT EXISTS …
    virtual Result<void> create(storage::Database& database) = 0;
    // A pure function of the entry and the tables of the projections: no clock, no randomness, no outside.
    virtual Result<void> apply(storage::Database& database, const Entry& entry) = 0;
};

struct EventLogSettings {
    std::filesystem::path dataFolder; // haneul.sqlite, instance.key and log.head lie there; the caller holds its lock
    storage::DataKind kind = storage::DataKind::Real;
    // Opens a sealed key, or seals a new or open one (Argon2id, XChaCha20-Poly1305).
    std::optional<std::string> keyPassphrase;
    std::size_t queueLimit = 10'000; // commands that wait; more are refused with LOG_BUSY
    // Told of each step that is not a call of SQLite ("key.written", "head.renamed", …): proofs end the process there.
    std::function<void(std::string_view step)> onStep;
};

// One entry as a page shows it.
struct EntryRecord {
    Entry entry;
    Digest digest{};
    Signature signature{};
};

struct EntryFilter {
    std::optional<std::string> typePrefix; // "people."
    std::optional<std::string> user;       // exactly
    std::optional<std::string> text;       // anywhere in type, user, desk or body, ASCII letters of either case
    // What of an entry's body may be read, and so searched: secrets must not be guessed letter by letter. None: all.
    std::function<std::string(std::string_view type, const std::string& body)> shown;
    std::optional<UtcMs> from, to;       // both inclusive
    std::optional<std::uint64_t> before; // sequence numbers below this one
    std::size_t limit = 200;             // 1 to 1000
};

struct EntryPage {
    std::vector<EntryRecord> entries;        // the newest first
    std::optional<std::uint64_t> nextBefore; // more may lie before this sequence number
};

// What a table held before and after it was made again. Equal when no row is in only one of the two.
struct TableComparison {
    std::string projection, table;
    std::uint64_t rows = 0; // after
    std::uint64_t onlyBefore = 0, onlyAfter = 0;

    bool operator==(const TableComparison&) const = default;
};

// The one way in which this instance's state changes. Append-only, hash-chained, each entry signed; entries and the
// tables made from them are written in one FULL-synchronous transaction, and whoever asked is answered after it.
// Commands that wait together share a transaction; each of them alone is kept or rolled back.
// Owns the writer connection of haneul.sqlite on a thread of its own, and a reader connection on another.
// All functions are thread-safe.
class EventLog {
public:
    // Codes: those of Database; LOG_CUT, OTHER_HISTORY, BROKEN_CHAIN, BAD_ENTRY, BAD_SIGNATURE (the log is not what
    // this instance wrote); LOG_HEAD_UNREADABLE; KEY_MISSING, KEY_DIFFERS, KEY_UNREADABLE, KEY_SEALED, KEY_PASSPHRASE.
    // At start the chain and the last signature are checked; all signatures are, by and by, while the log works.
    // `notices` (if any) outlives the log.
    [[nodiscard]] static Result<std::unique_ptr<EventLog>> open(EventLogSettings settings, const clock::Clock& clock,
                                                                std::vector<std::unique_ptr<Projection>> projections,
                                                                situation::NoticeBoard* notices = nullptr);
    // Commands that wait are still carried out.
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    // `done` is called on the log's thread after the commit, after the subscribers.
    // Codes: those of `decide`; LOG_BUSY; LOG_WRITE (disk full, input/output error: nothing was written);
    // LOG_BAD_EVENT; LOG_GUARD (something else than a projection tried to write); LOG_STOPPED.
    void submit(Actor actor, Decide decide, Done done);
    [[nodiscard]] std::future<Result<Committed>> submit(Actor actor, Decide decide);

    // Called on the log's thread for each entry after its commit.
    void subscribe(std::function<void(const Entry&)> subscriber);

    // Runs `read` on a reader connection on the log's reader thread; it sees everything committed before the call.
    void read(std::function<void(const storage::Database&)> read);
    void page(EntryFilter filter, std::function<void(Result<EntryPage>)> done); // on the reader thread

    // Writes the log up to the present head into a file that haneul-verify checks (core/log/export_file.h), on the
    // reader thread, and gives that head. Code FILE_UNWRITABLE.
    [[nodiscard]] std::future<Result<Head>> exportTo(std::filesystem::path file);
    // Makes all projections again from the log, in one transaction between the commands, and compares.
    [[nodiscard]] std::future<Result<std::vector<TableComparison>>> rebuild();

    [[nodiscard]] Head head() const; // signed; of the last commit
    // Of the entries that were there at start, how many from the first have been found well signed by now.
    [[nodiscard]] std::uint64_t signaturesChecked() const;
    [[nodiscard]] const PublicKey& publicKey() const;
    [[nodiscard]] const storage::InstanceRecord& instance() const;

private:
    struct Impl;
    explicit EventLog(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::log
