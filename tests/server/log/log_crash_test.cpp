// Power loss at every call, errors at every call, a full disk, and kill -9: what was acknowledged is there, nothing is
// half there. By hand: log_crash_test --kills 300 [seed]; log_crash_test --every-call
#include "server/log/chain_check.h"
#include "tests/server/log/faulty_disk.h"
#include "tests/server/log/log_fixture.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <format>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace haneul;
using namespace haneul::log;

namespace {

int killCycles = 20;
std::uint64_t killSeed = 1;
int firstStartStride = 6; // the first start makes some 350 calls; all of them with --every-call
const UtcMs start = utcMs(1'800'000'000'000);

// One write, so that a line is whole or not there.
void acknowledge(int pipe, const std::string& name, std::uint64_t sequence) {
    const std::string line = std::format("{} {}\n", name, sequence);
    (void)!::write(pipe, line.data(), line.size());
}

struct Outcome {
    int status = 0;
    std::map<std::uint64_t, std::string> acknowledged; // sequence and account
};

// Runs `work` in a child of its own (nothing of Qt or SQLite lives in this process yet that it could break) and gathers
// what it acknowledges. Killed after `killAfter`, if any.
template <class Work>
Outcome inChild(Work work, std::optional<std::chrono::microseconds> killAfter = {}) {
    int ends[2];
    if (::pipe(ends) != 0) qFatal("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        int count = 1;
        char name[] = "child";
        char* names[] = {name, nullptr};
        const QCoreApplication application(count, names); // QtSql wants one
        ::_exit(work(ends[1]));
    }
    ::close(ends[1]);
    std::jthread killer;
    if (killAfter)
        killer = std::jthread([child, after = *killAfter] {
            std::this_thread::sleep_for(after);
            ::kill(child, SIGKILL);
        });
    std::string text;
    char block[4096];
    for (ssize_t size = 0; (size = ::read(ends[0], block, sizeof block)) > 0;)
        text.append(block, static_cast<std::size_t>(size));
    ::close(ends[0]);
    if (killer.joinable()) killer.join();
    Outcome outcome;
    ::waitpid(child, &outcome.status, 0);
    std::istringstream lines(text);
    std::string name;
    std::uint64_t sequence = 0;
    while (lines >> name >> sequence)
        outcome.acknowledged[sequence] = name;
    return outcome;
}

// Opens the log and gives it three commands, one after the other.
int threeCommands(const std::filesystem::path& folder, int pipe, int powerLossAt, std::uint64_t seed) {
    faulty_disk::install();
    faulty_disk::losePowerAt(powerLossAt, seed);
    const clock::ManualClock clock(start);
    {
        auto log = EventLog::open(settingsFor(folder), clock, accountsOnly());
        if (!log) return 1;
        for (int i = 0; i < 3; ++i) {
            const auto done = (*log)->submit(systemActor(), move("account" + std::to_string(i), i + 1)).get();
            if (!done) return 2;
            acknowledge(pipe, "account" + std::to_string(i), done->last);
        }
    }
    acknowledge(pipe, "calls", 1'000'000 + static_cast<std::uint64_t>(faulty_disk::calls()));
    return 0;
}

// Eight at a time, without end.
int commandsWithoutEnd(const std::filesystem::path& folder, int pipe) {
    const clock::IngestClock clock;
    const auto log = EventLog::open(settingsFor(folder), clock, accountsOnly());
    if (!log) return 1;
    std::vector<std::jthread> submitters;
    for (int i = 0; i < 8; ++i)
        submitters.emplace_back([&, name = "account" + std::to_string(i)] {
            while (const auto done = (*log)->submit(systemActor(), move(name, 1)).get())
                acknowledge(pipe, name, done->last);
        });
    return 3;
}

// Each acknowledged entry is in the log, as it was acknowledged.
std::string missing(const std::filesystem::path& folder, const Outcome& outcome) {
    auto database = storage::Database::open(folder / "haneul.sqlite", storage::Database::Role::Writer);
    if (!database) return database.error().message;
    for (const auto& [sequence, name] : outcome.acknowledged) {
        if (name == "calls") continue;
        const auto row = database->value(QStringLiteral("SELECT name FROM account_move WHERE sequence = ?"),
                                         {QVariant::fromValue<quint64>(sequence)});
        if (!row || row->toString().toStdString() != name)
            return std::format("entry {} was acknowledged to {} and is not there", sequence, name);
    }
    return {};
}

std::string judge(const std::filesystem::path& folder, const Outcome& outcome) {
    std::error_code ignored;
    const bool begun = std::filesystem::exists(folder / "haneul.sqlite", ignored);
    if (!begun) return outcome.acknowledged.empty() ? "" : "acknowledged, and there is no database";
    // Start it again, as a person would: it must work, and go on.
    {
        const clock::ManualClock clock(start);
        situation::NoticeBoard notices;
        auto log = EventLog::open(settingsFor(folder), clock, accountsOnly(), &notices);
        if (!log) return "does not start again: " + log.error().code + " " + log.error().message;
        if (!notices.latest().empty()) return "starts with a notice: " + notices.latest().front().text;
        if (const auto done = (*log)->submit(systemActor(), move("after", 1)).get(); !done)
            return "does not go on: " + done.error().message;
    }
    if (auto lost = missing(folder, outcome); !lost.empty()) return lost;
    return complaintAbout(folder);
}

void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace

class LogCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandom(); // F1 G1
    void powerLostAtEveryCall_data();
    void powerLostAtEveryCall(); // F2 F3 G1
    void endedAtEveryStepBesides_data();
    void endedAtEveryStepBesides(); // F2 G1
    void errorAtEveryCall();        // F4 G1
    void diskFull();                // F4 G1

private:
    // A log with some entries, as an ordinary day leaves it.
    void makeUsed(const std::filesystem::path& folder) {
        std::filesystem::create_directories(folder);
        const auto made = inChild([&](int pipe) { return threeCommands(folder, pipe, 0, 0); });
        QVERIFY(WIFEXITED(made.status) && WEXITSTATUS(made.status) == 0);
    }

    // Everything in a child: this process must fork without threads or connections of its own.
    static std::string inOwnProcess(const std::function<std::string()>& look) {
        QTemporaryDir scratch;
        const auto file = scratch.filePath(QStringLiteral("said")).toStdString();
        const auto outcome = inChild([&](int) {
            std::ofstream(file) << look();
            return 0;
        });
        if (!WIFEXITED(outcome.status) || WEXITSTATUS(outcome.status) != 0) return "the look at it failed";
        std::stringstream said;
        said << std::ifstream(file).rdbuf();
        return said.str();
    }
};

void LogCrashTest::killedAtRandom() {
    QTemporaryDir folder;
    std::mt19937_64 random(killSeed);
    std::size_t acknowledged = 0;
    for (int cycle = 1; cycle <= killCycles; ++cycle) {
        // A new log every 20 kills: all of it is checked after each.
        const auto data = std::filesystem::path(folder.path().toStdString()) / std::to_string(cycle / 20);
        std::filesystem::create_directories(data);
        const std::chrono::microseconds after(random() % 300'000);
        const Outcome outcome = inChild([&](int pipe) { return commandsWithoutEnd(data, pipe); }, after);
        QVERIFY2(WIFSIGNALED(outcome.status) && WTERMSIG(outcome.status) == SIGKILL,
                 std::format("cycle {}: it ended by itself", cycle).c_str());
        acknowledged += outcome.acknowledged.size();
        const auto complaint = inOwnProcess([&] { return judge(data, outcome); });
        QVERIFY2(complaint.empty(), std::format("seed {}, cycle {}: {}", killSeed, cycle, complaint).c_str());
    }
    qInfo("%d kills, %zu entries acknowledged, none lost", killCycles, acknowledged);
    QVERIFY(acknowledged > 0);
}

void LogCrashTest::powerLostAtEveryCall_data() {
    QTest::addColumn<bool>("used");
    QTest::addColumn<int>("seeds");
    QTest::addColumn<int>("stride");
    QTest::newRow("first start") << false << 1 << firstStartStride;
    QTest::newRow("a log in use") << true << 3 << 1;
}

void LogCrashTest::powerLostAtEveryCall() {
    QFETCH(bool, used);
    QFETCH(int, seeds);
    QFETCH(int, stride);
    QTemporaryDir folder;
    const std::filesystem::path base = folder.path().toStdString(), prepared = base / "prepared", data = base / "data";
    std::filesystem::create_directories(prepared);
    if (used) makeUsed(prepared);
    copyFolder(prepared, data);
    const auto whole = inChild([&](int pipe) { return threeCommands(data, pipe, 0, 0); });
    QCOMPARE(WEXITSTATUS(whole.status), 0);
    const int calls = static_cast<int>(whole.acknowledged.rbegin()->first - 1'000'000);
    QVERIFY(calls > 10);
    for (int call = 1; call <= calls; call += stride)
        for (int seed = 1; seed <= seeds; ++seed) {
            copyFolder(prepared, data);
            const auto outcome = inChild([&](int pipe) {
                return threeCommands(data, pipe, call, static_cast<std::uint64_t>(call * 31 + seed));
            });
            QVERIFY2(WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == faulty_disk::crashExit,
                     std::format("call {} of {}: ended with {}", call, calls, WEXITSTATUS(outcome.status)).c_str());
            const auto complaint = inOwnProcess([&] { return judge(data, outcome); });
            QVERIFY2(complaint.empty(),
                     std::format("call {} of {}, seed {}: {}", call, calls, seed, complaint).c_str());
        }
    qInfo("power lost at one in %d of %d calls, %d seeds", stride, calls, seeds);
}

// What is not SQLite's: the key file, the head file, and between commit and answer.
void LogCrashTest::endedAtEveryStepBesides_data() {
    QTest::addColumn<QByteArray>("step");
    for (const char* step :
         {"key.written", "key.renamed", "key.kept", "head.written", "head.renamed", "head.kept", "log.committed"})
        QTest::newRow(step) << QByteArray(step);
}

void LogCrashTest::endedAtEveryStepBesides() {
    QFETCH(QByteArray, step);
    QTemporaryDir folder;
    const std::filesystem::path data = folder.path().toStdString();
    const auto outcome = inChild([&](int pipe) {
        auto settings = settingsFor(data);
        settings.onStep = [&](std::string_view name) {
            if (name == step.toStdString()) ::_exit(faulty_disk::crashExit);
        };
        const clock::ManualClock clock(start);
        const auto log = EventLog::open(settings, clock, accountsOnly());
        if (!log) return 1;
        const auto done = (*log)->submit(systemActor(), move("a", 1)).get();
        if (done) acknowledge(pipe, "a", done->last);
        return 0;
    });
    QCOMPARE(WEXITSTATUS(outcome.status), faulty_disk::crashExit);
    const auto complaint = inOwnProcess([&] { return judge(data, outcome); });
    QVERIFY2(complaint.empty(), complaint.c_str());
}

void LogCrashTest::errorAtEveryCall() {
    const auto complaint = inOwnProcess([]() -> std::string {
        faulty_disk::install();
        QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        const clock::ManualClock clock(start);
        int refused = 0, accepted = 0;
        {
            situation::NoticeBoard notices;
            auto log = EventLog::open(settingsFor(data), clock, accountsOnly(), &notices);
            if (!log) return "does not open: " + log.error().message;
            const int before = faulty_disk::calls();
            if (!(*log)->submit(systemActor(), move("a", 1)).get()) return "refused on a good disk";
            const int callsOfOne = faulty_disk::calls() - before;
            for (int call = 1; call <= callsOfOne + 2; ++call) {
                const Head headBefore = (*log)->head();
                faulty_disk::failAt(call);
                const auto done = (*log)->submit(systemActor(), move("a", 1)).get();
                faulty_disk::failAt(0);
                (done ? accepted : refused)++;
                if (!done && done.error().code != "LOG_WRITE") return "another refusal: " + done.error().code;
                if (!done && (*log)->head() != headBefore) return "refused, but the head moved";
                if (const auto next = (*log)->submit(systemActor(), move("b", 1)).get(); !next)
                    return std::format("round {}: does not go on: {}", call, next.error().message);
            }
            if (refused == 0 || accepted == 0) return std::format("{} refused, {} accepted", refused, accepted);
            if (!std::ranges::contains(notices.latest(), "LOG_WRITE_FAILED", &situation::Notice::code) ||
                !std::ranges::contains(notices.latest(), "LOG_WRITES_AGAIN", &situation::Notice::code))
                return "nobody was told";
        }
        return complaintAbout(data);
    });
    QCOMPARE(complaint, "");
}

void LogCrashTest::diskFull() {
    const auto complaint = inOwnProcess([]() -> std::string {
        faulty_disk::install();
        QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        const clock::ManualClock clock(start);
        {
            situation::NoticeBoard notices;
            auto log = EventLog::open(settingsFor(data), clock, accountsOnly(), &notices);
            if (!log) return "does not open: " + log.error().message;
            if (!(*log)->submit(systemActor(), move("a", 1)).get()) return "refused on a good disk";
            const Head before = (*log)->head();
            faulty_disk::setFull(true);
            for (int i = 0; i < 3; ++i)
                if (const auto done = (*log)->submit(systemActor(), move("a", 1)).get();
                    done || done.error().code != "LOG_WRITE")
                    return done ? "accepted on a full disk" : done.error().code;
            if ((*log)->head() != before) return "refused, but the head moved";
            const auto told = notices.latest();
            if (std::ranges::count(told, "LOG_WRITE_FAILED", &situation::Notice::code) != 1) return "not told once";
            faulty_disk::setFull(false);
            if (!(*log)->submit(systemActor(), move("a", 1)).get()) return "refused when there was room again";
            if (notices.latest().back().code != "LOG_WRITES_AGAIN") return "not told that it works again";
        }
        return complaintAbout(data);
    });
    QCOMPARE(complaint, "");
}

int main(int argc, char** argv) {
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // the long proofs
    if (argc >= 3 && std::string_view(argv[1]) == "--kills") {
        killCycles = std::stoi(argv[2]);
        if (argc > 3) killSeed = std::stoull(argv[3]);
        char only[] = "killedAtRandom";
        char* arguments[] = {argv[0], only};
        LogCrashTest test;
        return QTest::qExec(&test, 2, arguments);
    }
    if (argc == 2 && std::string_view(argv[1]) == "--every-call") {
        firstStartStride = 1;
        char only[] = "powerLostAtEveryCall";
        char* arguments[] = {argv[0], only};
        LogCrashTest test;
        return QTest::qExec(&test, 2, arguments);
    }
    LogCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "log_crash_test.moc"
