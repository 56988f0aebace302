#pragma once

#include "server/broker/broker.h"
#include "server/clock/clock.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <string_view>

namespace haneul::broker {

struct EmbeddedBrokerSettings {
    std::string dataFolder;            // the broker's files live in <dataFolder>/broker (mode 0700, files 0600)
    std::uint16_t port = 0;            // on 127.0.0.1; 0: any free one
    std::string program = "mosquitto"; // looked for in PATH, /usr/sbin, /usr/local/sbin; with a '/' taken as it is

    // Limits. One listener serves drones and gateways, so the packet limit is the gateways': a batch of 50 JSON records
    // is about 12 KiB, 64 KiB holds 250. What a single drone may send (4 KiB) is held by mqtt::TelemetryIntake.
    unsigned maxConnections = 1000;
    unsigned maxPacket_bytes = 65'536;
    unsigned maxInflight = 20;
    unsigned maxQueued = 20'000; // mosquitto's 1000 lost 7 % of acknowledged messages at 50,000/s
    unsigned maxMemory_MiB = 512;

    milliseconds startTimeout{5'000};
    milliseconds firstRetry{100}; // doubles with each try
    milliseconds lastRetry{2'000};
    milliseconds stopTimeout{700}; // after SIGTERM; then SIGKILL
};

enum class BrokerState {
    Stopped,
    Starting,
    Running,
    Restarting, // died or was restarted; trying again
    Failed,     // cannot work until someone changes something: program missing, configuration refused
};
[[nodiscard]] std::string_view toString(BrokerState state); // "stopped", "starting", "running", "restarting", "failed"

struct BrokerStatus {
    BrokerState state = BrokerState::Stopped;
    std::uint16_t port = 0;
    std::int64_t processId = 0; // 0: no child
    std::uint64_t restarts = 0;
    std::uint64_t refusedConnections = 0; // wrong or no credentials, as the broker logs them
    std::string detail;                   // last failure, in words

    bool operator==(const BrokerStatus&) const = default;
};

// Runs Debian's mosquitto as a child process on loopback, with passwords and topic rights of its own, and keeps it
// running: a broker that dies is started again on the same port. The child dies with this process, also by kill -9.
//
// Rights (wire contract): an account may publish to haneul/v1/tele/+/<its name> and read haneul/v1/advisory/<its name>;
// the console reads haneul/v1/tele/# and reads and writes haneul/v1/{events,advisory,canary}/#. MQTT 3.1.1 clients are
// told nothing of a refused publish (the broker acknowledges and drops it), MQTT 5 clients are.
//
// Notices: BROKER_DIED (warning), BROKER_RESTARTED (info), BROKER_FAILED (error).
// Thread-safe; has a thread of its own and needs no event loop of the caller's. start() and stop() block, for at most
// startTimeout (with further ports tried: twice that) and stopTimeout + 300 ms.
class EmbeddedBroker {
public:
    // Called from the broker's thread when the broker came back on another port; must not call back into this object.
    using EndpointChanged = std::function<void(const BrokerEndpoint&)>;

    EmbeddedBroker(EmbeddedBrokerSettings settings, const clock::Clock& clock, situation::NoticeBoard& notices,
                   EndpointChanged endpointChanged = {});
    ~EmbeddedBroker(); // stops
    EmbeddedBroker(const EmbeddedBroker&) = delete;
    EmbeddedBroker& operator=(const EmbeddedBroker&) = delete;

    // The console's own credentials are made anew at each start. Codes BROKER_MISSING, BROKER_FOLDER,
    // BROKER_CONFIG_REFUSED, BROKER_PORT_TAKEN, BROKER_NOT_READY, BROKER_RUNNING, NO_RANDOMNESS.
    [[nodiscard]] Result<BrokerEndpoint> start();
    void stop();

    // Kills the child and starts another: for a broker that lives but does not answer (the intake's canary tells).
    void restart(const std::string& reason);

    // Replaces all accounts; at run time without disturbing those who stay (new in, removed out, changed kicked).
    // Before start(): kept for it. Codes BAD_ACCOUNT (name, drones, hash, twice, reserved name), BROKER_FOLDER.
    [[nodiscard]] Result<void> setAccounts(std::vector<MqttAccount> accounts);

    [[nodiscard]] BrokerStatus status() const;
    [[nodiscard]] BrokerEndpoint endpoint() const; // of the last start; port 0 before it

private:
    class Supervisor;
    std::unique_ptr<Supervisor> m_supervisor;
};

inline constexpr std::string_view consoleUser = "haneul-console"; // reserved: no account may have this name

} // namespace haneul::broker
