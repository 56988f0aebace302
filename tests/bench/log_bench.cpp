// The event log: signed entries a second, one by one and in groups, beside a bare SQLite FULL commit of the same bytes
// on the same disk; and how fast a log is verified.   log_bench [seconds per row] [folder]
#include "core/log/export_file.h"
#include "server/log/event_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

#include <sqlite3.h>

using namespace haneul;
using namespace haneul::log;

namespace {

using Clock = std::chrono::steady_clock;

struct Row {
    double perSecond = 0, p50_ms = 0, p99_ms = 0;
};

double ms(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

Row summary(std::vector<double> times_ms, double seconds) {
    std::ranges::sort(times_ms);
    const auto at = [&](double part) {
        return times_ms[static_cast<std::size_t>(part * static_cast<double>(times_ms.size() - 1))];
    };
    return {static_cast<double>(times_ms.size()) / seconds, at(0.5), at(0.99)};
}

std::string body(std::uint64_t number) {
    std::string text = R"({"number":)" + std::to_string(number) + R"(,"text":")";
    text.append(250 - std::min<std::size_t>(text.size() + 2, 250), 'x');
    return text + "\"}";
}

// A row per entry, as any user of the log would have.
class Rows final : public Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "rows"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"row"}; }

    Result<void> create(storage::Database& database) override {
        return database.execute(
            QStringLiteral("CREATE TABLE IF NOT EXISTS row (sequence INTEGER PRIMARY KEY, user TEXT)"));
    }

    Result<void> apply(storage::Database& database, const Entry& entry) override {
        const auto made =
            database.value(QStringLiteral("INSERT INTO row VALUES (?, ?)"),
                           {QVariant::fromValue<quint64>(entry.sequence), QString::fromStdString(entry.user)});
        return made ? Result<void>{} : std::unexpected(made.error());
    }
};

Row bareSqlite(const std::filesystem::path& file, Clock::duration length) {
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB)",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO t (b) VALUES (?)", -1, &insert, nullptr);
    const std::string bytes(373, 'x'); // an entry with this body
    std::vector<double> times;
    const auto begun = Clock::now();
    while (Clock::now() - begun < length) {
        const auto from = Clock::now();
        sqlite3_bind_text(insert, 1, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
        sqlite3_step(insert); // a transaction of its own
        sqlite3_reset(insert);
        times.push_back(ms(Clock::now() - from));
    }
    const double seconds = ms(Clock::now() - begun) / 1000;
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return summary(std::move(times), seconds);
}

Row eventLog(EventLog& log, unsigned submitters, Clock::duration length) {
    std::vector<std::vector<double>> times(submitters);
    std::atomic<std::uint64_t> number = 0;
    const auto begun = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < submitters; ++i)
            threads.emplace_back([&, i] {
                while (Clock::now() - begun < length) {
                    const auto from = Clock::now();
                    const auto done = log.submit({"bench", "", "", ""},
                                                 [&](const storage::Database&, UtcMs) {
                                                     return Decision{{{"bench.happened", body(++number)}}, {}};
                                                 })
                                          .get();
                    if (!done) std::exit((std::fprintf(stderr, "refused: %s\n", done.error().message.c_str()), 1));
                    times[i].push_back(ms(Clock::now() - from));
                }
            });
    }
    const double seconds = ms(Clock::now() - begun) / 1000;
    std::vector<double> all;
    for (const auto& some : times)
        all.insert(all.end(), some.begin(), some.end());
    return summary(std::move(all), seconds);
}

void print(const char* name, const Row& row, const Row& bare) {
    std::printf("%-28s %10.0f %9.2f %9.2f %9.2f\n", name, row.perSecond, row.p50_ms, row.p99_ms,
                row.perSecond / bare.perSecond);
}

// Entries a second of the whole check, and of the chain without signatures.
bool printVerifySpeed(const std::filesystem::path& file) {
    std::vector<std::uint8_t> bytes(std::filesystem::file_size(file));
    std::ifstream(file, std::ios::binary)
        .read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    std::vector<Bytes> records;
    ExportVerifier verifier({.onEntry = [&](ByteView record, const Entry&) {
        if (records.size() < 20'000) records.emplace_back(record.begin(), record.end());
    }});
    const auto from = Clock::now();
    if (!verifier.feed(bytes)) return false;
    const auto sections = verifier.finish();
    if (!sections) return false;
    const double whole = ms(Clock::now() - from) / 1000;
    ChainVerifier chain(Signatures::Skip);
    const auto chainFrom = Clock::now();
    for (const Bytes& record : records)
        if (!chain.take(record)) return false;
    const double chainOnly = ms(Clock::now() - chainFrom) / 1000;
    std::printf("verify: %.0f entries/s with signatures, %.0f entries/s the chain alone (%llu entries)\n",
                static_cast<double>(sections->front().head.sequence) / whole,
                static_cast<double>(records.size()) / chainOnly,
                static_cast<unsigned long long>(sections->front().head.sequence));
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto length = std::chrono::milliseconds(argc > 1 ? static_cast<int>(std::atof(argv[1]) * 1000) : 3000);
    const QTemporaryDir scratch(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/log_bench-XXXXXX")
                                         : QDir::tempPath() + QStringLiteral("/log_bench-XXXXXX"));
    const std::filesystem::path folder = scratch.path().toStdString();
    const clock::IngestClock clock;

    std::printf("%-28s %10s %9s %9s %9s\n", "", "entries/s", "p50 ms", "p99 ms", "x bare");
    const Row bare = bareSqlite(folder / "bare.sqlite", length);
    print("bare SQLite, FULL, single", bare, bare);
    EventLogSettings settings;
    settings.dataFolder = folder;
    std::vector<std::unique_ptr<Projection>> projections;
    projections.push_back(std::make_unique<Rows>());
    auto log = EventLog::open(settings, clock, std::move(projections));
    if (!log) return std::fprintf(stderr, "%s\n", log.error().message.c_str()), 1;
    for (const unsigned submitters : {1U, 8U, 32U, 128U})
        print(("event log, " + std::to_string(submitters) + " submitters").c_str(), eventLog(**log, submitters, length),
              bare);
    const auto file = folder / "export";
    if (!(*log)->exportTo(file).get()) return 1;
    return printVerifySpeed(file) ? 0 : 1;
}
