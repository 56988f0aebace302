#pragma once

#include "core/log/signing.h"
#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/log/log_tables.h"
#include "server/situation/situation.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace haneul::log {

// The newest entries that fit a filter. Looks at no more than `scanLimit` entries; nextBefore says where to go on.
[[nodiscard]] Result<EntryPage> readPage(LogTables& tables, const std::string& origin, const EntryFilter& filter,
                                         std::uint64_t scanLimit = 100'000);

// A read-only connection on a thread of its own. Between the reads it checks the signatures of all entries that were
// there at start, one after the other, and says in a notice which is the first bad one.
class LogReader {
public:
    struct Settings {
        std::filesystem::path file;
        std::string origin;
        PublicKey key{};
        std::uint64_t last = 0; // check signatures up to this entry
    };

    [[nodiscard]] static Result<std::unique_ptr<LogReader>> start(Settings settings, const clock::Clock& clock,
                                                                  situation::NoticeBoard* notices);
    ~LogReader(); // the reads that wait are still carried out
    LogReader(const LogReader&) = delete;
    LogReader& operator=(const LogReader&) = delete;

    using Read = std::function<void(const storage::Database&, LogTables&)>;
    void read(Read read);

    [[nodiscard]] std::uint64_t signaturesChecked() const { return m_checked; }

private:
    LogReader(Settings settings, const clock::Clock& clock, situation::NoticeBoard* notices);
    void run(std::promise<Result<void>>& opened);
    [[nodiscard]] std::optional<Read> nextRead();
    void checkSome(LogTables& tables);
    void tellBadSignature(std::uint64_t sequence);

    Settings m_settings;
    const clock::Clock& m_clock;
    situation::NoticeBoard* m_notices;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Read> m_reads;
    bool m_stopping = false;
    std::atomic<std::uint64_t> m_checked = 0; // all entries up to this one have a good signature
    bool m_badFound = false;
    std::jthread m_thread; // last: it uses all the others
};

} // namespace haneul::log
