#include "server/replay/player.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace haneul::replay {

namespace {

constexpr const char* feedName = "replay";

std::unique_ptr<feeds::Decoder> decoderFor(traffic::SourceKind kind) {
    return kind == traffic::SourceKind::Mavlink ? feeds::makeMavlinkDecoder(feedName) : feeds::makeSbsDecoder(feedName);
}

} // namespace

Player::Player(Recording recording, traffic::TrackPolicy policy, UtcMs wall)
    : m_recording(std::move(recording))
    , m_picture(policy)
    , m_decoder(decoderFor(m_recording.kind()))
    , m_now(m_recording.begin())
    , m_lastWall(wall) {}

void Player::play(UtcMs wall) {
    advance(wall);
    if (m_now >= m_recording.end()) seek(m_recording.begin(), wall); // play at the end: once more from the start
    m_playing = true;
}

void Player::pause(UtcMs wall) {
    advance(wall);
    m_playing = false;
}

void Player::setSpeed(double speed, UtcMs wall) {
    advance(wall);
    if (std::isfinite(speed)) m_speed = std::clamp(speed, minSpeed, maxSpeed);
}

void Player::seek(UtcMs to, UtcMs wall) {
    m_lastWall = wall;
    m_remainder_ms = 0;
    const UtcMs target = std::clamp(to, m_recording.begin(), m_recording.end());
    if (target < m_now) {
        // Back: from the start, so that the picture is the one that playing would have given.
        m_picture.clear();
        m_decoder = decoderFor(m_recording.kind());
        m_next = 0;
        m_lastUnit.reset();
    }
    m_now = target;
    playUnitsUpTo(target);
    m_picture.advance(target);
}

bool Player::advance(UtcMs wall) {
    const milliseconds passed = std::max(wall - m_lastWall, milliseconds{0});
    m_lastWall = wall;
    if (!m_playing) return false;
    const double step_ms = static_cast<double>(passed.count()) * m_speed + m_remainder_ms;
    const double whole_ms = std::floor(step_ms);
    m_remainder_ms = step_ms - whole_ms;
    const auto before = m_picture.revision();
    m_now = std::min(m_now + milliseconds{static_cast<std::int64_t>(whole_ms)}, m_recording.end());
    playUnitsUpTo(m_now);
    m_picture.advance(m_now);
    if (m_now >= m_recording.end()) m_playing = false;
    return m_picture.revision() != before;
}

void Player::playUnitsUpTo(UtcMs instant) {
    const auto& units = m_recording.units();
    while (m_next < units.size() && units[m_next].time <= instant) {
        const auto& unit = units[m_next++];
        m_decoder->decode(m_recording.bytesOf(unit), unit.time,
                          [&](const traffic::TrackUpdate& update) { m_picture.apply(update, unit.time); });
        m_lastUnit = unit.time;
    }
}

situation::ReplayPosition Player::position() const {
    return {m_recording.name(), m_recording.begin(), m_recording.end(), m_speed, m_now >= m_recording.end()};
}

situation::FeedHealth Player::health() const {
    const auto& counts = m_decoder->counters();
    situation::FeedHealth health;
    health.id = feedName;
    health.kind = m_recording.kind();
    health.endpoint = m_recording.name();
    health.state =
        situation::FeedState::Connected; // a recording that stands still is not silent; the mode says that it stands
    health.lastMessage = m_lastUnit;
    feeds::setCounts(health, counts);
    health.malformed += m_recording.damagedPlaces();
    health.duplicates = m_picture.counters().duplicates;
    health.late = m_picture.counters().late;
    return health;
}

} // namespace haneul::replay
