#include "server/log/log_reader.h"

#include <algorithm>
#include <format>

namespace haneul::log {

namespace {

constexpr std::uint64_t checkedAtOnce = 64;        // about 4 ms
constexpr std::chrono::milliseconds checkPause{4}; // half a core at most, and never long in the way of a read

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view part) {
    return !std::ranges::search(text, part, {}, lower, lower).empty();
}

bool fits(const Entry& entry, const EntryFilter& filter) {
    if (filter.typePrefix && !entry.type.starts_with(*filter.typePrefix)) return false;
    if (filter.user && entry.user != *filter.user) return false;
    if (filter.to && entry.time.wall_ms > sinceEpoch_ms(*filter.to)) return false;
    return !filter.text || contains(entry.type, *filter.text) || contains(entry.user, *filter.text) ||
           contains(entry.desk, *filter.text) ||
           contains(filter.shown ? filter.shown(entry.type, entry.body) : entry.body, *filter.text);
}

// The first entry later than `time`, or one behind the last: times grow with the sequence, so halving finds it.
Result<std::uint64_t> firstAfter(LogTables& tables, const std::string& origin, UtcMs time) {
    const auto last = tables.last(origin);
    if (!last) return last;
    std::uint64_t low = 1, high = *last + 1;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const auto bytes = tables.record(origin, middle);
        if (!bytes) return std::unexpected(bytes.error());
        const auto record = *bytes ? decodeRecord(**bytes) : fail("LOG_READ", "an entry is missing");
        if (!record) return std::unexpected(record.error());
        if (record->entry.time.wall_ms > sinceEpoch_ms(time))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

Result<EntryPage> readPage(LogTables& tables, const std::string& origin, const EntryFilter& filter,
                           std::uint64_t scanLimit) {
    std::uint64_t before = filter.before.value_or(UINT64_MAX);
    if (filter.to) {
        const auto behind = firstAfter(tables, origin, *filter.to);
        if (!behind) return std::unexpected(behind.error());
        before = std::min(before, *behind);
    }
    EntryPage page;
    const std::size_t limit = std::clamp<std::size_t>(filter.limit, 1, 1000);
    std::uint64_t scanned = 0;
    Result<void> good;
    auto walked = tables.downwards(origin, before, [&](std::uint64_t sequence, ByteView bytes) {
        auto record = decodeRecord(bytes);
        if (!record) {
            good = std::unexpected(record.error());
            return false;
        }
        if (filter.from && record->entry.time.wall_ms < sinceEpoch_ms(*filter.from)) return false;
        if (page.entries.size() == limit || scanned == scanLimit) {
            page.nextBefore = sequence + 1;
            return false;
        }
        ++scanned;
        if (fits(record->entry, filter))
            page.entries.push_back({std::move(record->entry), record->digest, record->signature});
        return true;
    });
    if (!walked) return std::unexpected(walked.error());
    if (!good) return std::unexpected(good.error());
    return page;
}

LogReader::LogReader(Settings settings, const clock::Clock& clock, situation::NoticeBoard* notices)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_notices(notices) {}

Result<std::unique_ptr<LogReader>> LogReader::start(Settings settings, const clock::Clock& clock,
                                                    situation::NoticeBoard* notices) {
    std::unique_ptr<LogReader> reader(new LogReader(std::move(settings), clock, notices));
    std::promise<Result<void>> opened;
    auto answer = opened.get_future();
    reader->m_thread = std::jthread([&self = *reader, promise = std::move(opened)] mutable { self.run(promise); });
    if (auto result = answer.get(); !result) return std::unexpected(result.error());
    return reader;
}

LogReader::~LogReader() {
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
}

void LogReader::read(Read read) {
    {
        const std::scoped_lock lock(m_mutex);
        m_reads.push_back(std::move(read));
    }
    m_wake.notify_all();
}

void LogReader::run(std::promise<Result<void>>& opened) {
    const auto database = storage::Database::open(m_settings.file, storage::Database::Role::Reader);
    if (!database) {
        opened.set_value(std::unexpected(database.error()));
        return;
    }
    LogTables tables(*database);
    opened.set_value({});
    while (true) {
        {
            const auto ready = [this] { return m_stopping || !m_reads.empty(); };
            std::unique_lock lock(m_mutex);
            if (m_badFound || m_checked >= m_settings.last)
                m_wake.wait(lock, ready);
            else
                m_wake.wait_for(lock, checkPause, ready);
            if (m_stopping && m_reads.empty()) return;
        }
        while (const auto read = nextRead())
            (*read)(*database, tables);
        checkSome(tables);
    }
}

std::optional<LogReader::Read> LogReader::nextRead() {
    const std::scoped_lock lock(m_mutex);
    if (m_reads.empty()) return std::nullopt;
    auto read = std::move(m_reads.front());
    m_reads.pop_front();
    return read;
}

void LogReader::checkSome(LogTables& tables) {
    if (m_badFound || m_checked >= m_settings.last) return;
    const std::uint64_t end = std::min(m_checked + checkedAtOnce, m_settings.last);
    const auto walked = tables.upwards(m_settings.origin, m_checked + 1, [&](std::uint64_t sequence, ByteView bytes) {
        const auto record = decodeRecord(bytes);
        m_badFound = !record || sequence != m_checked + 1 ||
                     !verify(record->signature, bytes.first(bytes.size() - record->signature.size()), m_settings.key);
        if (!m_badFound) m_checked = sequence;
        return !m_badFound && sequence < end;
    });
    if (!walked || (!m_badFound && m_checked < end)) m_badFound = true;
    if (m_badFound) tellBadSignature(m_checked + 1);
}

void LogReader::tellBadSignature(std::uint64_t sequence) {
    if (!m_notices) return;
    m_notices->post(m_clock.now(), situation::NoticeSeverity::Error, "LOG_SIGNATURE_BAD",
                    std::format("entry {} of the event log was not signed as it stands; keep a copy of the data folder "
                                "and compare with an exported log",
                                sequence),
                    {std::to_string(sequence)});
}

} // namespace haneul::log
