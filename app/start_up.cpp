#include "app/start_up.h"

#include "app/people_command.h"
#include "server/clock/clock.h"
#include "server/runtime/log_commands.h"
#include "server/support/support_bundle.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <format>

#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haneul::app {

namespace {

const char* nameOf(Program program) {
    return program == Program::Console ? "haneul" : "haneul-server";
}

int leaveWith(const Error& error, Program program) {
    const std::string where = error.where.empty() ? "" : " [" + error.where + "]";
    std::fputs(std::format("{}: {}: {}{}\n", nameOf(program), error.code, error.message, where).c_str(), stderr);
    const ExitCode code = exitCodeFor(error);
    if (code == ExitCode::Usage) std::fputs(std::format("Try: {} --help\n", nameOf(program)).c_str(), stderr);
    return static_cast<int>(code);
}

sigset_t endingSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

std::expected<Options, int> optionsOrExit(const QStringList& arguments, Program program) {
    std::error_code ignored;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto options = readOptions(arguments, program, systemPlaces(executable));
    if (!options) return std::unexpected(leaveWith(options.error(), program));
    if (const auto* message = std::get_if<Message>(&*options)) {
        std::fputs(message->text.c_str(), stdout);
        return std::unexpected(static_cast<int>(ExitCode::Ok));
    }
    return std::get<Options>(*options);
}

std::expected<std::unique_ptr<runtime::ServerCore>, int> startOrExit(const Options& options, Program program) {
    ::umask(077); // data folders hold credentials and positions
    auto core = runtime::ServerCore::start(options.server, HANEUL_VERSION);
    if (!core) return std::unexpected(leaveWith(core.error(), program));
    std::fputs(std::format("{} {} is up\n"
                           "  address      {}/healthz  {}/api/v1/tracks\n"
                           "  data folder  {}\n"
                           "  stop it with Ctrl+C or SIGTERM\n",
                           nameOf(program), HANEUL_VERSION, (*core)->httpUrl(), (*core)->httpUrl(),
                           options.server.dataFolder.string())
                   .c_str(),
               stdout);
    if (const auto code = (*core)->people().setUpCode(); !code.empty())
        std::fputs(std::format("  set-up code  {}  (there is no administrator yet; valid once)\n", code).c_str(),
                   stdout);
    if (options.server.demo)
        std::fputs(
            std::format("  accounts     {}\n", (options.server.dataFolder / "demo-accounts.json").string()).c_str(),
            stdout);
    std::fflush(stdout);
    return std::move(*core);
}

int peopleCommandOrExit(const QStringList& arguments) {
    ::umask(077);
    std::error_code ignored;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto command = readPeopleCommand(arguments, systemPlaces(executable));
    if (!command) return leaveWith(command.error(), Program::Server);
    if (const auto* message = std::get_if<Message>(&*command)) {
        std::fputs(message->text.c_str(), stdout);
        return static_cast<int>(ExitCode::Ok);
    }
    const auto done = carryOut(std::get<PeopleCommand>(*command), askPassword);
    if (!done) return leaveWith(done.error(), Program::Server);
    std::fputs(done->c_str(), stdout);
    return static_cast<int>(ExitCode::Ok);
}

std::optional<int> logCommandExit(const Options& options, Program program) {
    if (!options.logCommand) return std::nullopt;
    ::umask(077);
    using What = LogCommand::What;
    const What what = options.logCommand->what;
    const auto report = what == What::Verify    ? runtime::verifyLog(options.server)
                        : what == What::Rebuild ? runtime::rebuildProjections(options.server)
                                                : runtime::exportLog(options.server, options.logCommand->file);
    if (!report) return leaveWith(report.error(), program);
    std::fputs(report->text.c_str(), stdout);
    if (report->good) return static_cast<int>(ExitCode::Ok);
    return static_cast<int>(what == What::Rebuild ? ExitCode::Failed : ExitCode::DataUnusable);
}

std::optional<int> supportCommandExit(const Options& options, Program program) {
    if (!options.supportBundle) return std::nullopt;
    const auto written = support::writeBundle({.version = HANEUL_VERSION,
                                               .program = nameOf(program),
                                               .now = clock::IngestClock().now(),
                                               .settings = options.server},
                                              *options.supportBundle);
    if (!written) return leaveWith(written.error(), program);
    std::fputs(std::format("{}: {}\n", nameOf(program), options.supportBundle->string()).c_str(), stdout);
    return static_cast<int>(ExitCode::Ok);
}

void blockEndingSignals() {
    const sigset_t signals = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void onEndingSignals(QObject& owner, std::function<void()> act) {
    const sigset_t signals = endingSignals();
    const int descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    auto* notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, &owner);
    QObject::connect(notifier, &QSocketNotifier::activated, &owner, [descriptor, act = std::move(act)] {
        signalfd_siginfo info{};
        if (::read(descriptor, &info, sizeof info) == sizeof info) act();
    });
    QObject::connect(notifier, &QObject::destroyed, [descriptor] { ::close(descriptor); });
}

void quitOnSignals(QCoreApplication& application) {
    onEndingSignals(application, [] { QCoreApplication::quit(); });
}

} // namespace haneul::app
