#include "server/runtime/core_loop.h"

#include "core/base/time.h"

#include <algorithm>
#include <format>

namespace haneul::runtime {

using situation::FeedState;
using situation::NoticeSeverity;

namespace {

constexpr milliseconds tickEvery{100};
constexpr milliseconds publishAtLeastEvery{1000};
constexpr milliseconds clockJump{2000};
constexpr const char* telemetryFeed = "mqtt";

} // namespace

CoreLoop::CoreLoop(const Settings& settings, const clock::IngestClock& clock, situation::SituationBoard& board,
                   situation::NoticeBoard& notices, std::function<void()> wakeLater)
    : m_settings(settings)
    , m_clock(clock)
    , m_board(board)
    , m_notices(notices)
    , m_picture(settings.tracks)
    , m_wakeLater(std::move(wakeLater)) {
    m_clockOffset = m_clock.systemOffset();
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &CoreLoop::tick);
}

CoreLoop::~CoreLoop() = default;

feeds::UpdateSink CoreLoop::sinkFor(const std::string& feed) {
    return [this, feed](const traffic::TrackUpdate& update) { place(feed, update, m_clock.now()); };
}

void CoreLoop::addSbs(const SbsFeedSettings& settings) {
    auto feed = std::make_unique<feeds::SbsClient>(settings.name, settings.host, settings.port, m_clock,
                                                   sinkFor("sbs:" + settings.name));
    feed->start();
    m_sbs.push_back(std::move(feed));
}

std::uint16_t CoreLoop::addMavlink(const MavlinkFeedSettings& settings) {
    auto feed = std::make_unique<feeds::MavlinkUdp>(settings.name, settings.host, settings.port, m_clock,
                                                    sinkFor("mavlink:" + settings.name));
    feed->start();
    m_mavlink.push_back(std::move(feed));
    return m_mavlink.back()->port();
}

void CoreLoop::takeTelemetry(broker::BrokerEndpoint endpoint, const std::vector<broker::MqttAccount>& accounts,
                             mqtt::UnknownClients unknown, std::string brokerText,
                             std::function<void(const std::string&)> brokerSilent) {
    m_broker = std::move(brokerText);
    m_telemetry = std::make_unique<mqtt::TelemetryIntake>(
        mqtt::TelemetrySettings{.feed = telemetryFeed, .unknownClients = unknown}, m_notices);
    m_telemetry->setAccounts(accounts);
    m_intake = std::make_unique<mqtt::MqttIntake>(
        std::move(endpoint), mqtt::IntakeSettings{}, m_clock,
        mqtt::MqttIntake::Hooks{.wake = m_wakeLater, .silent = std::move(brokerSilent)});
    m_intake->start();
}

void CoreLoop::brokerMoved(const broker::BrokerEndpoint& endpoint, std::string brokerText) {
    m_broker = std::move(brokerText);
    if (m_intake) m_intake->setEndpoint(endpoint);
}

void CoreLoop::brokerUnusable(const Error& why) {
    m_telemetryFailed = situation::FeedHealth{
        .id = telemetryFeed, .endpoint = "embedded broker", .state = FeedState::Failed, .detail = why.message};
}

void CoreLoop::play(replay::Recording recording) {
    m_player.emplace(std::move(recording), m_settings.tracks, m_clock.now());
}

void CoreLoop::control(const http::ReplayCommand& command) {
    if (!m_player) return;
    const UtcMs wall = m_clock.now();
    switch (command.action) {
    case http::ReplayAction::Play:
        m_player->play(wall);
        break;
    case http::ReplayAction::Pause:
        m_player->pause(wall);
        break;
    case http::ReplayAction::Seek:
        if (command.to) m_player->seek(*command.to, wall);
        break;
    case http::ReplayAction::Speed:
        if (command.speed) m_player->setSpeed(*command.speed, wall);
        break;
    }
    publish(wall); // who pressed the key sees it at once
}

void CoreLoop::startPublishing() {
    m_tick.start();
    tick();
}

void CoreLoop::place(const std::string& feed, const traffic::TrackUpdate& update, UtcMs placed) {
    switch (m_picture.apply(update, placed)) {
    case traffic::ApplyOutcome::Duplicate:
        ++m_outcomes[feed].duplicates;
        break;
    case traffic::ApplyOutcome::Late:
        ++m_outcomes[feed].late;
        break;
    case traffic::ApplyOutcome::Full:
        if (++m_outcomes[feed].full == 1)
            m_notices.post(placed, NoticeSeverity::Error, "PICTURE_FULL",
                           std::format("more than {} aircraft are reported; further ones of {} are not shown",
                                       m_settings.tracks.maxTracks, feed),
                           {std::to_string(m_settings.tracks.maxTracks), feed});
        break;
    case traffic::ApplyOutcome::NewTrack:
    case traffic::ApplyOutcome::Updated:
        break;
    }
}

void CoreLoop::drainTelemetry() {
    const UtcMs placed = m_clock.now();
    m_intake->drain([&](std::string_view topic, std::string_view payload, UtcMs received) {
        m_telemetry->process(topic, payload, received,
                             [&](const traffic::TrackUpdate& update) { place(telemetryFeed, update, placed); });
    });
}

void CoreLoop::tick() {
    const UtcMs now = m_clock.now();
    noticeClockJump(now);
    const bool pictureChanged = m_player ? m_player->advance(now) : m_picture.advance(now);
    const std::uint64_t revision = m_player ? m_player->picture().revision() : m_picture.revision();
    if (pictureChanged || revision != m_publishedRevision || !m_publishedAt ||
        now - *m_publishedAt >= publishAtLeastEvery)
        publish(now);
}

void CoreLoop::publish(UtcMs now) {
    situation::Situation situation;
    const traffic::Picture& picture = m_player ? m_player->picture() : m_picture;
    situation.time = m_player ? m_player->now() : now;
    if (m_player) {
        situation.mode = m_player->playing() ? situation::TimeMode::Replay : situation::TimeMode::Paused;
        situation.replay = m_player->position();
    }
    situation.pictureRevision = m_publishedRevision = picture.revision();
    situation.tracks = picture.tracks();
    situation.counters = picture.counters();
    situation.feeds = feedHealths();
    noticeFeedChanges(situation.feeds, now);
    situation.notices = m_notices.latest();
    situation.broker = m_broker;
    m_board.publish(std::move(situation));
    m_publishedAt = now;
}

std::vector<situation::FeedHealth> CoreLoop::feedHealths() const {
    std::vector<situation::FeedHealth> feeds;
    if (m_player) feeds.push_back(m_player->health());
    if (m_intake) feeds.push_back(mqtt::feedHealth(telemetryFeed, m_intake->status(), m_telemetry->counters()));
    if (m_telemetryFailed) feeds.push_back(*m_telemetryFailed);
    for (const auto& feed : m_sbs)
        feeds.push_back(feed->health());
    for (const auto& feed : m_mavlink)
        feeds.push_back(feed->health());
    for (situation::FeedHealth& feed : feeds)
        if (const auto outcome = m_outcomes.find(feed.id); outcome != m_outcomes.end()) {
            feed.duplicates += outcome->second.duplicates;
            feed.late += outcome->second.late;
            feed.refused += outcome->second.full;
        }
    return feeds;
}

void CoreLoop::noticeFeedChanges(const std::vector<situation::FeedHealth>& feeds, UtcMs now) {
    if (m_player) return; // a recording that ends is no lost feed
    for (const auto& feed : feeds) {
        const auto known = m_feedState.find(feed.id);
        // At the start a feed may take its time; only what worked before can be lost, and only a fault is worth a word.
        const bool fault = feed.state == FeedState::Disconnected || feed.state == FeedState::Failed;
        const FeedState before = known != m_feedState.end() ? known->second : FeedState::Starting;
        const bool worked = before == FeedState::Connected;
        m_feedState[feed.id] = feed.state;
        if (feed.state == before || feed.state == FeedState::Starting) continue;
        const std::string why = feed.detail.empty() ? "" : ": " + feed.detail;
        if (feed.state == FeedState::Failed)
            m_notices.post(now, NoticeSeverity::Error, "FEED_FAILED", feed.id + " does not work" + why,
                           {feed.id, feed.detail});
        else if (feed.state == FeedState::Disconnected)
            m_notices.post(now, NoticeSeverity::Warning, "FEED_LOST", feed.id + " is disconnected" + why,
                           {feed.id, feed.detail});
        else if (feed.state == FeedState::Silent && worked)
            m_notices.post(now, NoticeSeverity::Warning, "FEED_SILENT", feed.id + " is connected but brings nothing",
                           {feed.id});
        if (fault || (feed.state == FeedState::Silent && worked)) m_feedTrouble.insert(feed.id);
        if (feed.state == FeedState::Connected && m_feedTrouble.erase(feed.id) > 0)
            m_notices.post(now, NoticeSeverity::Info, "FEED_RESTORED", feed.id + " brings data again", {feed.id});
    }
}

void CoreLoop::noticeClockJump(UtcMs now) {
    const milliseconds offset = m_clock.systemOffset();
    if (std::chrono::abs(offset - m_clockOffset) < clockJump) return;
    const std::string moved_s = std::format("{:.1f}", static_cast<double>((offset - m_clockOffset).count()) / 1000.0);
    m_notices.post(now, NoticeSeverity::Warning, "CLOCK_JUMPED",
                   "the station's clock was moved by " + moved_s +
                       " s; ages of tracks are not affected, the clock shown here is the one of the start",
                   {moved_s});
    m_clockOffset = offset;
}

} // namespace haneul::runtime
