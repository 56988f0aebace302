#include "server/demo/demo_traffic.h"

#include "server/demo/demo_broadcast.h"
#include "server/demo/mqtt_door.h"
#include "server/demo/sbs_server.h"

#include <QThread>
#include <QTimer>
#include <QUdpSocket>

#include <atomic>
#include <future>
#include <mutex>

namespace haneul::demo {

namespace {

constexpr std::chrono::milliseconds tickEvery{50}; // twice as often as the simulator steps

class MavlinkDoor final : public MavlinkSink {
public:
    explicit MavlinkDoor(std::uint16_t port)
        : m_port(port) {
        m_socket.bind(QHostAddress::LocalHost, 0); // left unbound, it would be open on every address of this machine
    }

    void send(std::span<const std::uint8_t> frame) override {
        if (m_port == 0) return;
        // Nobody listening is no error of ours: a vehicle does not know who hears it either.
        const qint64 sent = m_socket.writeDatagram(reinterpret_cast<const char*>(frame.data()),
                                                   static_cast<qint64>(frame.size()), QHostAddress::LocalHost, m_port);
        if (sent == static_cast<qint64>(frame.size())) ++m_frames;
    }

    [[nodiscard]] std::uint64_t frames() const { return m_frames; }

private:
    QUdpSocket m_socket;
    std::uint16_t m_port;
    std::uint64_t m_frames = 0;
};

struct SharedCounters {
    std::atomic<std::uint64_t> payloads = 0;
    std::atomic<std::uint64_t> payloadsDropped = 0;
    std::atomic<std::uint64_t> sbsLines = 0;
    std::atomic<std::uint64_t> sbsClientsDropped = 0;
    std::atomic<std::uint64_t> mavlinkFrames = 0;

    void reset() {
        for (std::atomic<std::uint64_t>* counter :
             {&payloads, &payloadsDropped, &sbsLines, &sbsClientsDropped, &mavlinkFrames})
            *counter = 0;
    }
};

class DemoThread final : public QThread {
public:
    DemoThread(DemoBroadcast broadcast, std::vector<MqttLogin> logins, const DemoSettings& settings,
               const clock::Clock& clock, SharedCounters& counters)
        : m_broadcast(std::move(broadcast))
        , m_logins(std::move(logins))
        , m_settings(settings)
        , m_clock(clock)
        , m_counters(counters) {}

    [[nodiscard]] std::future<Result<std::uint16_t>> listening() { return m_listening.get_future(); }

protected:
    void run() override {
        SbsServer sbs;
        if (const Result<void> listens = sbs.listen(m_settings.sbsPort); !listens) {
            m_listening.set_value(std::unexpected(listens.error()));
            return;
        }
        MqttDoor telemetry(std::move(m_logins), m_settings.broker);
        MavlinkDoor mavlink(m_settings.mavlinkPort);
        const DemoSinks sinks{telemetry, sbs, mavlink};
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        const auto count = [&] {
            m_counters.payloads = telemetry.sent();
            m_counters.payloadsDropped = telemetry.dropped();
            m_counters.sbsLines = sbs.lines();
            m_counters.sbsClientsDropped = sbs.dropped();
            m_counters.mavlinkFrames = mavlink.frames();
        };
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            m_broadcast.advanceTo(m_clock.now(), sinks);
            count();
        });
        timer.start(tickEvery);
        m_listening.set_value(sbs.port());
        exec();
        telemetry.close();
        count();
    }

private:
    DemoBroadcast m_broadcast;
    std::vector<MqttLogin> m_logins;
    const DemoSettings& m_settings;
    const clock::Clock& m_clock;
    SharedCounters& m_counters;
    std::promise<Result<std::uint16_t>> m_listening;
};

} // namespace

struct DemoTraffic::Private {
    Private(DemoSettings settingsToUse, const clock::Clock& clockToUse)
        : settings(std::move(settingsToUse))
        , clock(clockToUse) {}

    void makeAccounts();
    void addAccount(std::string name, std::vector<std::string> drones);

    const DemoSettings settings;
    const clock::Clock& clock;
    std::vector<broker::MqttAccount> accounts;
    std::vector<MqttLogin> logins;
    std::optional<Error> accountError;
    SharedCounters counters;
    std::mutex mutex; // of the two below
    std::unique_ptr<DemoThread> thread;
    std::atomic<std::uint16_t> sbsPort = 0;
};

void DemoTraffic::Private::addAccount(std::string name, std::vector<std::string> drones) {
    const Result<std::string> password = broker::randomPassword();
    const Result<std::string> hash = password ? broker::hashPassword(*password) : password;
    if (!hash) {
        accountError = hash.error();
        return;
    }
    accounts.push_back({.name = name, .passwordHash = *hash, .drones = std::move(drones)});
    logins.push_back({.account = std::move(name), .password = *password});
}

void DemoTraffic::Private::makeAccounts() {
    const DemoScenario scenario = DemoScenario::overSeoul(settings.seed, clock.now());
    for (const DemoDrone& drone : scenario.drones) {
        if (drone.account == drone.id) addAccount(drone.id, {});
    }
    for (const DemoGateway& gateway : scenario.gateways) {
        addAccount(gateway.id, gateway.drones);
    }
}

DemoTraffic::DemoTraffic(DemoSettings settings, const clock::Clock& clock)
    : d(std::make_unique<Private>(std::move(settings), clock)) {
    d->makeAccounts();
}

DemoTraffic::~DemoTraffic() {
    stop();
}

const std::vector<broker::MqttAccount>& DemoTraffic::accounts() const {
    return d->accounts;
}

Result<void> DemoTraffic::start() {
    const std::lock_guard lock(d->mutex);
    if (d->thread) return fail("DEMO_RUNNING", "The demo is already running.");
    if (d->accountError) return std::unexpected(*d->accountError);
    Result<DemoBroadcast> broadcast = DemoBroadcast::make(DemoScenario::overSeoul(d->settings.seed, d->clock.now()));
    if (!broadcast) return std::unexpected(broadcast.error());

    d->counters.reset();
    d->thread = std::make_unique<DemoThread>(*std::move(broadcast), d->logins, d->settings, d->clock, d->counters);
    std::future<Result<std::uint16_t>> listening = d->thread->listening();
    d->thread->start();
    const Result<std::uint16_t> port = listening.get();
    if (!port) {
        d->thread->wait();
        d->thread.reset();
        return std::unexpected(port.error());
    }
    d->sbsPort = *port;
    return {};
}

void DemoTraffic::stop() {
    const std::lock_guard lock(d->mutex);
    if (!d->thread) return;
    d->thread->quit();
    d->thread->wait();
    d->thread.reset();
    d->sbsPort = 0;
}

std::uint16_t DemoTraffic::sbsPort() const {
    return d->sbsPort;
}

DemoCounters DemoTraffic::counters() const {
    return {.payloads = d->counters.payloads,
            .payloadsDropped = d->counters.payloadsDropped,
            .sbsLines = d->counters.sbsLines,
            .sbsClientsDropped = d->counters.sbsClientsDropped,
            .mavlinkFrames = d->counters.mavlinkFrames};
}

} // namespace haneul::demo
