#include "server/demo/demo_traffic.h"

#include "server/demo/crossing_flights.h"
#include "server/demo/demo_broadcast.h"
#include "server/demo/mission_flights.h"
#include "server/demo/mqtt_door.h"
#include "server/demo/sbs_server.h"
#include "server/threads/event_loop_thread.h"

#include <QTimer>
#include <QUdpSocket>

#include <atomic>
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

// To the console's own user of the broker, which alone may advise.
class AdvisoryDoor final : public AdvisorySink {
public:
    explicit AdvisoryDoor(MqttDoor::EndpointGetter endpoint)
        : m_door({{.account = std::string(MqttDoor::ownUser), .password = {}}}, std::move(endpoint)) {}

    void advise(std::string_view drone, std::string_view message) override {
        m_door.send(MqttDoor::ownUser, std::string("haneul/v1/advisory/").append(drone), message);
    }

    void close() { m_door.close(); }

private:
    MqttDoor m_door;
};

// The doors of the demonstration and the clockwork that drives them; lives on the demo's thread.
class DemoDoors {
public:
    DemoDoors(DemoBroadcast broadcast, std::vector<MqttLogin> logins, const DemoSettings& settings,
              const clock::Clock& clock, SharedCounters& counters)
        : m_broadcast(std::move(broadcast))
        , m_missions(settings.seed)
        , m_deliveries(settings.deliveries)
        , m_clock(clock)
        , m_counters(counters)
        , m_telemetry(std::move(logins), settings.broker)
        , m_mavlink(settings.mavlinkPort) {
        if (!settings.planner) return;
        m_crossing.emplace(settings.seed, settings.planner);
        m_advisories.emplace(settings.broker);
    }

    ~DemoDoors() {
        m_telemetry.close();
        if (m_advisories) m_advisories->close();
        count();
    }

    [[nodiscard]] Result<std::uint16_t> open(std::uint16_t sbsPort) {
        if (const Result<void> listens = m_sbs.listen(sbsPort); !listens) return std::unexpected(listens.error());
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const UtcMs now = m_clock.now();
            m_broadcast.advanceTo(now, {m_telemetry, m_sbs, m_mavlink});
            if (m_deliveries && m_missions.due(now)) {
                m_missions.setMissions(m_deliveries());
                m_missions.advanceTo(now, m_telemetry);
            }
            if (m_crossing) m_crossing->advanceTo(now, m_telemetry, *m_advisories);
            count();
        });
        m_timer.start(tickEvery);
        return m_sbs.port();
    }

private:
    void count() {
        m_counters.payloads = m_telemetry.sent();
        m_counters.payloadsDropped = m_telemetry.dropped();
        m_counters.sbsLines = m_sbs.lines();
        m_counters.sbsClientsDropped = m_sbs.dropped();
        m_counters.mavlinkFrames = m_mavlink.frames();
    }

    DemoBroadcast m_broadcast;
    MissionFlights m_missions;
    std::optional<CrossingFlights> m_crossing;
    std::function<delivery::DeliveryStatePtr()> m_deliveries;
    const clock::Clock& m_clock;
    SharedCounters& m_counters;
    SbsServer m_sbs;
    MqttDoor m_telemetry;
    std::optional<AdvisoryDoor> m_advisories;
    MavlinkDoor m_mavlink;
    QTimer m_timer;
};

} // namespace

struct DemoTraffic::Private {
    Private(DemoSettings settingsToUse, const clock::Clock& clockToUse)
        : settings(std::move(settingsToUse))
        , clock(clockToUse) {}

    void makeAccounts();
    void addAccount(std::string name, std::vector<std::string> drones);
    void end();

    const DemoSettings settings;
    const clock::Clock& clock;
    std::vector<broker::MqttAccount> accounts;
    std::vector<MqttLogin> logins;
    std::optional<Error> accountError;
    SharedCounters counters;
    std::mutex mutex;                 // of the three below
    std::unique_ptr<DemoDoors> doors; // made and ended on the thread
    std::unique_ptr<threads::EventLoopThread> thread;
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
    if (settings.deliveries) addAccount(std::string(missionGateway), missionDrones());
    if (settings.planner) addAccount(std::string(crossingGateway), crossingDrones());
}

void DemoTraffic::Private::end() {
    thread->call([this] { doors.reset(); });
    thread.reset();
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
    d->thread = std::make_unique<threads::EventLoopThread>("demo");
    const Result<std::uint16_t> port = d->thread->call([&] {
        d->doors = std::make_unique<DemoDoors>(*std::move(broadcast), d->logins, d->settings, d->clock, d->counters);
        return d->doors->open(d->settings.sbsPort);
    });
    if (!port) {
        d->end();
        return std::unexpected(port.error());
    }
    d->sbsPort = *port;
    return {};
}

void DemoTraffic::stop() {
    const std::lock_guard lock(d->mutex);
    if (!d->thread) return;
    d->end();
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
