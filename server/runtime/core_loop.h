#pragma once

#include "server/clock/clock.h"
#include "server/feeds/mavlink_udp.h"
#include "server/feeds/sbs_client.h"
#include "server/http/replay_command.h"
#include "server/mqtt/mqtt_intake.h"
#include "server/mqtt/telemetry_intake.h"
#include "server/replay/player.h"
#include "server/runtime/settings.h"
#include "server/situation/situation.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace haneul::runtime {

// The server core's own thread: it alone owns the sockets of the feeds and the picture. Ten times
// a second it ages the picture and publishes a situation when something changed, once a second in any case.
class CoreLoop : public QObject {
    Q_OBJECT

public:
    // `wakeLater` may be called on any thread and has `drainTelemetry` called on the loop's own, if it still stands.
    CoreLoop(const Settings& settings, const clock::IngestClock& clock, situation::SituationBoard& board,
             situation::NoticeBoard& notices, std::function<void()> wakeLater);
    ~CoreLoop() override;

    // All of these on the loop's own thread.
    void addSbs(const SbsFeedSettings& settings);
    std::uint16_t addMavlink(const MavlinkFeedSettings& settings); // the port it listens on, 0 if it cannot yet
    void takeTelemetry(broker::BrokerEndpoint endpoint, const std::vector<broker::MqttAccount>& accounts,
                       mqtt::UnknownClients unknown, std::string brokerText,
                       std::function<void(const std::string&)> brokerSilent);
    void brokerMoved(const broker::BrokerEndpoint& endpoint, std::string brokerText);
    void brokerUnusable(const Error& why);
    void play(replay::Recording recording);
    void control(const http::ReplayCommand& command);
    void startPublishing();
    void drainTelemetry();

private:
    struct Outcomes {
        std::uint64_t duplicates = 0;
        std::uint64_t late = 0;
        std::uint64_t full = 0;
    };

    feeds::UpdateSink sinkFor(const std::string& feed);
    void place(const std::string& feed, const traffic::TrackUpdate& update, UtcMs placed);
    void tick();
    void publish(UtcMs now);
    [[nodiscard]] std::vector<situation::FeedHealth> feedHealths() const;
    void noticeFeedChanges(const std::vector<situation::FeedHealth>& feeds, UtcMs now);
    void noticeClockJump(UtcMs now);

    const Settings& m_settings;
    const clock::IngestClock& m_clock;
    situation::SituationBoard& m_board;
    situation::NoticeBoard& m_notices;
    traffic::Picture m_picture;
    std::map<std::string, Outcomes> m_outcomes;
    std::vector<std::unique_ptr<feeds::SbsClient>> m_sbs;
    std::vector<std::unique_ptr<feeds::MavlinkUdp>> m_mavlink;
    std::unique_ptr<mqtt::TelemetryIntake> m_telemetry;
    std::unique_ptr<mqtt::MqttIntake> m_intake;
    std::optional<situation::FeedHealth> m_telemetryFailed; // why there is no MQTT feed
    std::optional<replay::Player> m_player;
    std::string m_broker;
    std::map<std::string, situation::FeedState> m_feedState;
    std::set<std::string> m_feedTrouble; // told of and not yet over
    milliseconds m_clockOffset{0};
    std::function<void()> m_wakeLater;
    QTimer m_tick;
    std::uint64_t m_publishedRevision = 0;
    std::optional<UtcMs> m_publishedAt;
};

} // namespace haneul::runtime
