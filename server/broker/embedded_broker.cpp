#include "server/broker/embedded_broker.h"

#include "core/formats/telemetry_record.h"
#include "server/threads/event_loop_thread.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <set>

#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haneul::broker {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t keptLogLines = 20;
constexpr qint64 maxLogLine = 4096;
constexpr int maxPortTries = 5;
constexpr milliseconds settled{10'000}; // lived so long: the next death is a new story
constexpr int deathsBeforeAlarm = 5;    // in a row, each within `settled`
constexpr milliseconds killGrace{300};

std::optional<std::uint16_t> freeLoopbackPort() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return std::nullopt;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    const bool found = ::bind(fd, generic, length) == 0 && ::getsockname(fd, generic, &length) == 0;
    ::close(fd);
    if (!found) return std::nullopt;
    return ntohs(address.sin_port);
}

Result<void> makePrivateFolder(const QString& folder) {
    const std::string path = QFile::encodeName(folder).toStdString();
    if (!QDir().mkpath(QFileInfo(folder).path())) return fail("BROKER_FOLDER", "the data folder cannot be made", path);
    if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fail("BROKER_FOLDER", std::string("the broker's folder cannot be made: ") + std::strerror(errno), path);
    // It may have been there before us: never put secrets into somebody else's folder or through a link.
    struct stat facts{};
    if (::lstat(path.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode) || facts.st_uid != ::geteuid())
        return fail("BROKER_FOLDER", "the broker's folder must be a folder of this user's own, not a link", path);
    if (::chmod(path.c_str(), S_IRWXU) != 0)
        return fail("BROKER_FOLDER", "the broker's folder cannot be made private", path);
    return {};
}

Result<void> writePrivately(const QString& path, const std::string& text) {
    QSaveFile file(path); // a new file renamed over the old one: the broker never reads half of it
    const bool written =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) && file.commit();
    if (!written)
        return fail("BROKER_FOLDER", "a file of the broker cannot be written: " + file.errorString().toStdString(),
                    path.toStdString());
    return {};
}

Result<void> checkAccounts(const std::vector<MqttAccount>& accounts) {
    std::set<std::string_view> names;
    for (const auto& account : accounts) {
        if (!formats::validId(account.name))
            return fail("BAD_ACCOUNT", "an account's name has 1 to 64 characters of A-Z a-z 0-9 . _ -", account.name);
        if (account.name == consoleUser) return fail("BAD_ACCOUNT", "this name is the console's own", account.name);
        if (!validPasswordHash(account.passwordHash))
            return fail("BAD_ACCOUNT", "the password hash must have mosquitto's form $7$iterations$salt$hash",
                        account.name);
        if (!names.insert(account.name).second) return fail("BAD_ACCOUNT", "this name is there twice", account.name);
        for (const auto& drone : account.drones)
            if (!formats::validId(drone))
                return fail("BAD_ACCOUNT", "a drone id has 1 to 64 characters of A-Z a-z 0-9 . _ -",
                            account.name + ": " + drone);
    }
    return {};
}

std::string topicRights() {
    return "user " + std::string(consoleUser) +
           "\n"
           "topic read haneul/v1/tele/#\n"
           "topic readwrite haneul/v1/events/#\n"
           "topic readwrite haneul/v1/advisory/#\n"
           "topic readwrite haneul/v1/canary/#\n"
           "\n"
           "pattern write haneul/v1/tele/+/%u\n"
           "pattern read haneul/v1/advisory/%u\n";
}

} // namespace

std::string_view toString(BrokerState state) {
    switch (state) {
    case BrokerState::Stopped:
        return "stopped";
    case BrokerState::Starting:
        return "starting";
    case BrokerState::Running:
        return "running";
    case BrokerState::Restarting:
        return "restarting";
    case BrokerState::Failed:
        return "failed";
    }
    return "";
}

// Everything below "on the thread" runs on m_thread only. The thread lives as long as this object: the kernel sends the
// parent-death signal when the *thread* that forked ends, so the child must be started from one that stays.
class EmbeddedBroker::Supervisor {
public:
    Supervisor(EmbeddedBrokerSettings settings, const clock::Clock& clock, situation::NoticeBoard& notices,
               EndpointChanged changed)
        : m_settings(std::move(settings))
        , m_clock(clock)
        , m_notices(notices)
        , m_endpointChanged(std::move(changed))
        , m_folder(QString::fromStdString(m_settings.dataFolder) + QStringLiteral("/broker")) {
        m_thread.call([this] {
            m_home = std::make_unique<QObject>();
            m_retry = std::make_unique<QTimer>();
            m_retry->setSingleShot(true);
            QObject::connect(m_retry.get(), &QTimer::timeout, m_home.get(), [this] { launch(); });
            m_deadline = std::make_unique<QTimer>();
            m_deadline->setSingleShot(true);
            QObject::connect(m_deadline.get(), &QTimer::timeout, m_home.get(), [this] { startOverdue(); });
        });
    }

    ~Supervisor() {
        m_thread.call([this] {
            stopOnThread();
            m_retry.reset();
            m_deadline.reset();
            m_home.reset();
        });
    }

    Result<BrokerEndpoint> start() {
        std::promise<Result<BrokerEndpoint>> promise;
        auto outcome = promise.get_future();
        m_thread.call([this, &promise] { startOnThread(std::move(promise)); });
        return outcome.get();
    }

    void stop() {
        m_thread.call([this] { stopOnThread(); });
    }

    void restart(const std::string& reason) {
        m_thread.post([this, reason] { restartOnThread(reason); });
    }

    Result<void> setAccounts(std::vector<MqttAccount> accounts) {
        if (auto checked = checkAccounts(accounts); !checked) return checked;
        Result<void> outcome;
        m_thread.call([&] { outcome = setAccountsOnThread(std::move(accounts)); });
        return outcome;
    }

    BrokerStatus status() const {
        const std::lock_guard lock(m_mutex);
        return m_status;
    }

    BrokerEndpoint endpoint() const {
        const std::lock_guard lock(m_mutex);
        return m_endpoint;
    }

private:
    template <class F>
    void change(F&& how) {
        const std::lock_guard lock(m_mutex);
        how(m_status);
    }

    void setState(BrokerState state) {
        change([&](BrokerStatus& s) { s.state = state; });
    }

    void post(situation::NoticeSeverity severity, std::string code, std::string text, std::string fact) {
        m_notices.post(m_clock.now(), severity, std::move(code), std::move(text), {std::move(fact)});
    }

    // ---- start and stop, on the thread

    void startOnThread(std::promise<Result<BrokerEndpoint>> promise) {
        if (m_process || m_retry->isActive()) {
            promise.set_value(fail("BROKER_RUNNING", "the broker has been started already"));
            return;
        }
        m_starting = std::move(promise);
        m_restarting = false;
        m_portTries = 0;
        m_deathsInARow = 0;
        m_retryDelay = m_settings.firstRetry;
        setState(BrokerState::Starting);
        if (auto prepared = prepareStart(); !prepared) {
            giveUp(prepared.error());
            return;
        }
        launch();
    }

    Result<void> prepareStart() {
        if (auto made = makePrivateFolder(m_folder); !made) return made;
        auto password = randomPassword();
        if (!password) return std::unexpected(password.error());
        auto hash = hashPassword(*password, 101); // 256 random bits need no stretching
        if (!hash) return std::unexpected(hash.error());
        m_consoleHash = std::move(*hash);
        auto port = m_settings.port != 0 ? std::optional(m_settings.port) : freeLoopbackPort();
        if (!port) return fail("BROKER_PORT_TAKEN", "no free port on 127.0.0.1");
        const std::lock_guard lock(m_mutex);
        m_endpoint = {
            .host = "127.0.0.1", .port = *port, .tls = false, .user = std::string(consoleUser), .password = *password};
        m_status.port = *port;
        return {};
    }

    void stopOnThread() {
        m_retry->stop();
        m_deadline->stop();
        if (m_process) {
            m_process->disconnect();
            // Between fork and exec the child still has this program's own signal handlers.
            m_process->waitForStarted(static_cast<int>(killGrace.count()));
            m_process->terminate();
            if (!m_process->waitForFinished(static_cast<int>(m_settings.stopTimeout.count()))) {
                m_process->kill();
                m_process->waitForFinished(static_cast<int>(killGrace.count()));
            }
            m_process.reset();
        }
        change([](BrokerStatus& s) {
            s.state = BrokerState::Stopped;
            s.processId = 0;
        });
        answerStart(fail("BROKER_NOT_READY", "the broker was stopped while it started"));
    }

    void restartOnThread(const std::string& reason) {
        const BrokerState state = status().state;
        if (state == BrokerState::Running && m_process) {
            m_killReason = reason;
            m_process->kill(); // a stopped or hung process hears nothing else
        } else if (state == BrokerState::Failed) {
            m_restarting = true;
            m_endedAt = steady_clock::now();
            setState(BrokerState::Restarting);
            launch();
        }
    }

    // ---- one life of the child, on the thread

    void launch() {
        if (auto written = writeFiles(); !written) {
            if (m_restarting)
                retryLater(written.error().message); // a full disk may have room again
            else
                giveUp(written.error());
            return;
        }
        const QString program = findProgram();
        if (program.isEmpty()) {
            giveUp({"BROKER_MISSING", "the program of the MQTT broker was not found; install the package mosquitto",
                    m_settings.program});
            return;
        }
        m_log.clear();
        m_ready = false;
        m_killReason.clear();
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::MergedChannels);
        m_process->setWorkingDirectory(
            m_folder); // the configuration names its files without a folder: any path will do
        m_process->setUnixProcessParameters(QProcess::UnixProcessFlag::CloseFileDescriptors |
                                            QProcess::UnixProcessFlag::ResetSignalHandlers);
        m_process->setChildProcessModifier([parent = ::getpid()] {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != parent) ::_exit(127); // the parent died before the line above
            rlimit files{};
            if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
                files.rlim_cur = files.rlim_max;
                ::setrlimit(RLIMIT_NOFILE, &files);
            }
        });
        QProcess* const process = m_process.get();
        QObject::connect(process, &QProcess::readyReadStandardOutput, m_home.get(), [this] { readLog(); });
        QObject::connect(process, &QProcess::finished, m_home.get(),
                         [this](int code, QProcess::ExitStatus how) { childEnded(code, how); });
        QObject::connect(process, &QProcess::errorOccurred, m_home.get(), [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) childNeverRan();
        });
        m_deadline->start(m_settings.startTimeout);
        process->start(program, {QStringLiteral("-c"), QStringLiteral("mosquitto.conf")}, QIODevice::ReadOnly);
    }

    Result<void> writeFiles() {
        return writePrivately(m_folder + QStringLiteral("/mosquitto.conf"), configuration())
            .and_then([this] { return writePrivately(m_folder + QStringLiteral("/rights"), topicRights()); })
            .and_then([this] { return writePasswords(); });
    }

    Result<void> writePasswords() {
        std::string text = std::string(consoleUser) + ":" + m_consoleHash + "\n";
        for (const auto& account : m_accounts)
            text += account.name + ":" + account.passwordHash + "\n";
        return writePrivately(m_folder + QStringLiteral("/passwords"), text);
    }

    std::string configuration() const {
        std::string text;
        // Started as root, mosquitto would become another user, who cannot read the files, and the kernel would forget
        // the parent-death signal.
        if (::geteuid() == 0) text += "user root\n";
        text += "listener " + std::to_string(endpoint().port) + " 127.0.0.1\n";
        text += "allow_anonymous false\n"
                "password_file passwords\n"
                "acl_file rights\n"
                "check_retain_source true\n"
                "persistence false\n"
                "max_keepalive 120\n";
        text += "max_connections " + std::to_string(m_settings.maxConnections) + "\n";
        text += "max_packet_size " + std::to_string(m_settings.maxPacket_bytes) + "\n";
        text += "max_inflight_messages " + std::to_string(m_settings.maxInflight) + "\n";
        text += "max_queued_messages " + std::to_string(m_settings.maxQueued) + "\n";
        text += "memory_limit " + std::to_string(std::uint64_t{m_settings.maxMemory_MiB} * 1024 * 1024) + "\n";
        // Refused topics are logged at the level "debug" only, with a line for each good message too: too dear. They
        // are told to MQTT 5 clients; what gets through is checked again by the intake.
        text += "log_dest stdout\n"
                "log_timestamp false\n"
                "log_type error\n"
                "log_type warning\n"
                "log_type notice\n"
                "log_type information\n";
        return text;
    }

    QString findProgram() const {
        const QString name = QString::fromStdString(m_settings.program);
        const QString inPath = QStandardPaths::findExecutable(name);
        if (!inPath.isEmpty()) return inPath;
        return QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
    }

    void readLog() {
        while (m_process && (m_process->canReadLine() || m_process->bytesAvailable() >= maxLogLine))
            takeLogLine(m_process->readLine(maxLogLine).trimmed().toStdString());
    }

    void takeLogLine(std::string line) {
        if (line.empty()) return;
        if (line.contains("not authorised")) change([](BrokerStatus& s) { ++s.refusedConnections; });
        const bool ready = line.starts_with("mosquitto version") && line.ends_with("running");
        m_log.push_back(std::move(line));
        if (m_log.size() > keptLogLines) m_log.pop_front();
        if (ready && !m_ready) childReady();
    }

    void childReady() {
        m_ready = true;
        m_readySince = steady_clock::now();
        m_deadline->stop();
        m_portTries = 0;
        BrokerEndpoint there;
        {
            const std::lock_guard lock(m_mutex);
            m_status.state = BrokerState::Running;
            m_status.processId = m_process->processId();
            m_status.port = m_endpoint.port;
            m_status.detail.clear();
            if (m_restarting) ++m_status.restarts;
            there = m_endpoint;
        }
        if (m_reloadWhenReady) {
            m_reloadWhenReady = false;
            ::kill(static_cast<pid_t>(m_process->processId()), SIGHUP);
        }
        if (m_restarting) {
            if (m_deathsInARow <= deathsBeforeAlarm)
                post(situation::NoticeSeverity::Info, "BROKER_RESTARTED",
                     "The MQTT broker runs again on 127.0.0.1:" + std::to_string(there.port) + ", " +
                         std::to_string(elapsed(m_endedAt).count()) + " ms after it ended.",
                     "127.0.0.1:" + std::to_string(there.port));
            m_restarting = false;
            if (std::exchange(m_portMoved, false) && m_endpointChanged) m_endpointChanged(there);
        }
        answerStart(there);
    }

    void childNeverRan() {
        // No `finished` follows. The object is in the middle of its own signal: it goes later.
        const std::string why = m_process->errorString().toStdString();
        m_process.release()->deleteLater();
        m_deadline->stop();
        giveUp({"BROKER_MISSING", "the MQTT broker cannot be started: " + why, m_settings.program});
    }

    void startOverdue() {
        m_killReason = "it was not ready within " + std::to_string(m_settings.startTimeout.count()) + " ms";
        if (m_process) m_process->kill();
    }

    void childEnded(int code, QProcess::ExitStatus how) {
        readLog();
        if (const QByteArray rest = m_process->readAll().trimmed(); !rest.isEmpty())
            takeLogLine(rest.left(maxLogLine).toStdString());
        m_process.release()->deleteLater();
        m_deadline->stop();
        change([](BrokerStatus& s) { s.processId = 0; });

        const std::string reason = endReason(code, how);
        if (m_ready) {
            diedAtWork(reason);
        } else if (logHas("Address already in use")) {
            portTaken(reason);
        } else if (how == QProcess::NormalExit) {
            giveUp({"BROKER_CONFIG_REFUSED", "the MQTT broker refused its configuration: " + reason,
                    m_folder.toStdString() + "/mosquitto.conf"});
        } else if (m_starting) {
            giveUp({"BROKER_NOT_READY", "the MQTT broker did not start: " + reason, {}});
        } else {
            retryLater(reason);
        }
    }

    std::string endReason(int code, QProcess::ExitStatus how) const {
        std::string reason = how == QProcess::CrashExit ? "ended by signal " + std::to_string(code)
                                                        : "exit code " + std::to_string(code);
        if (!m_killReason.empty()) reason = m_killReason + " (" + reason + ")";
        const auto complaint =
            std::ranges::find_if(m_log, [](const std::string& line) { return line.contains("Error"); });
        if (complaint != m_log.end()) reason += ", \"" + *complaint + "\"";
        return reason;
    }

    bool logHas(std::string_view text) const {
        return std::ranges::any_of(m_log, [&](const std::string& line) { return line.contains(text); });
    }

    // ---- after a life, on the thread

    void diedAtWork(const std::string& reason) {
        const bool lived = elapsed(m_readySince) >= settled;
        if (lived) {
            m_deathsInARow = 0;
            m_retryDelay = m_settings.firstRetry;
        }
        m_endedAt = steady_clock::now();
        m_restarting = true;
        ++m_deathsInARow;
        if (m_deathsInARow <= deathsBeforeAlarm)
            post(situation::NoticeSeverity::Warning, "BROKER_DIED",
                 "The MQTT broker ended: " + reason + ". It is being started again.", reason);
        else if (m_deathsInARow == deathsBeforeAlarm + 1)
            post(situation::NoticeSeverity::Error, "BROKER_FAILED",
                 "The MQTT broker keeps ending (" + reason + "). It is tried again every " +
                     std::to_string(m_settings.lastRetry.count()) + " ms; further deaths are not reported.",
                 reason);
        retryLater(reason);
    }

    void retryLater(const std::string& reason) {
        change([&](BrokerStatus& s) {
            s.state = BrokerState::Restarting;
            s.detail = reason;
        });
        m_retry->start(m_retryDelay);
        m_retryDelay = std::min(m_retryDelay * 2, m_settings.lastRetry);
    }

    void portTaken(const std::string& reason) {
        if (m_settings.port != 0) {
            // A fixed port is what the drones know. Held by another program now, it may come free again.
            if (m_restarting)
                retryLater(reason);
            else
                giveUp({"BROKER_PORT_TAKEN", "the MQTT broker's port is in use by another program",
                        "127.0.0.1:" + std::to_string(m_settings.port)});
            return;
        }
        const auto port = ++m_portTries <= maxPortTries ? freeLoopbackPort() : std::nullopt;
        if (!port) {
            if (m_restarting)
                retryLater(reason);
            else
                giveUp({"BROKER_PORT_TAKEN",
                        "no free port on 127.0.0.1 after " + std::to_string(m_portTries) + " tries",
                        {}});
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_endpoint.port = *port;
        }
        m_portMoved = m_restarting;
        launch();
    }

    void giveUp(Error error) {
        change([&](BrokerStatus& s) {
            s.state = BrokerState::Failed;
            s.processId = 0;
            s.detail = error.message;
        });
        post(situation::NoticeSeverity::Error, "BROKER_FAILED",
             "There is no MQTT broker: " + error.message + (error.where.empty() ? "" : " (" + error.where + ")"),
             error.message);
        answerStart(std::unexpected(std::move(error)));
    }

    void answerStart(Result<BrokerEndpoint> outcome) {
        if (!m_starting) return;
        auto promise = std::move(*m_starting);
        m_starting.reset();
        promise.set_value(std::move(outcome));
    }

    Result<void> setAccountsOnThread(std::vector<MqttAccount> accounts) {
        m_accounts = std::move(accounts);
        if (!m_process) return {}; // written by the next launch
        if (auto written = writePasswords(); !written) return written;
        // Before it is ready it may have no handler yet, and the signal would end it.
        if (!m_ready)
            m_reloadWhenReady = true;
        else
            ::kill(static_cast<pid_t>(m_process->processId()), SIGHUP);
        return {};
    }

    static milliseconds elapsed(steady_clock::time_point since) {
        return std::chrono::duration_cast<milliseconds>(steady_clock::now() - since);
    }

    const EmbeddedBrokerSettings m_settings;
    const clock::Clock& m_clock;
    situation::NoticeBoard& m_notices;
    const EndpointChanged m_endpointChanged;
    const QString m_folder;

    mutable std::mutex m_mutex;
    BrokerStatus m_status;
    BrokerEndpoint m_endpoint;

    // on the thread only
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTimer> m_retry;
    std::unique_ptr<QTimer> m_deadline;
    std::optional<std::promise<Result<BrokerEndpoint>>> m_starting;
    std::vector<MqttAccount> m_accounts;
    std::string m_consoleHash;
    std::deque<std::string> m_log;
    std::string m_killReason; // why we killed it ourselves
    bool m_ready = false;
    bool m_restarting = false;
    bool m_portMoved = false;
    bool m_reloadWhenReady = false;
    int m_portTries = 0;
    int m_deathsInARow = 0;
    milliseconds m_retryDelay{};
    steady_clock::time_point m_readySince;
    steady_clock::time_point m_endedAt;

    std::unique_ptr<QObject> m_home;             // lives on m_thread: what its connections call runs there
    threads::EventLoopThread m_thread{"broker"}; // last: it ends before what it uses
};

EmbeddedBroker::EmbeddedBroker(EmbeddedBrokerSettings settings, const clock::Clock& clock,
                               situation::NoticeBoard& notices, EndpointChanged endpointChanged)
    : m_supervisor(std::make_unique<Supervisor>(std::move(settings), clock, notices, std::move(endpointChanged))) {}

EmbeddedBroker::~EmbeddedBroker() = default;

Result<BrokerEndpoint> EmbeddedBroker::start() {
    return m_supervisor->start();
}

void EmbeddedBroker::stop() {
    m_supervisor->stop();
}

void EmbeddedBroker::restart(const std::string& reason) {
    m_supervisor->restart(reason);
}

Result<void> EmbeddedBroker::setAccounts(std::vector<MqttAccount> accounts) {
    return m_supervisor->setAccounts(std::move(accounts));
}

BrokerStatus EmbeddedBroker::status() const {
    return m_supervisor->status();
}

BrokerEndpoint EmbeddedBroker::endpoint() const {
    return m_supervisor->endpoint();
}

} // namespace haneul::broker
