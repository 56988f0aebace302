#pragma once

#include "core/traffic/picture.h"
#include "server/feeds/decoder.h"
#include "server/replay/recording.h"
#include "server/situation/situation.h"

#include <memory>

namespace haneul::replay {

inline constexpr double minSpeed = 0.1;
inline constexpr double maxSpeed = 60.0;

// Plays a recording into a picture of its own, by a clock that runs at 0.1 to 60 times real time, stands still, or is
// set anywhere in the recording. What the picture shows at an instant does not depend on how one came there: playing
// on, seeking and any speed give the same (property-tested). `wall` is the ingest clock; it only says how much time
// passed.
class Player {
public:
    Player(Recording recording, traffic::TrackPolicy policy, UtcMs wall);

    void play(UtcMs wall);
    void pause(UtcMs wall);
    void setSpeed(double speed, UtcMs wall); // clamped to minSpeed..maxSpeed
    void seek(UtcMs to, UtcMs wall);         // clamped to the recording
    // Moves the recording's time on. Returns true when the picture changed.
    bool advance(UtcMs wall);

    [[nodiscard]] UtcMs now() const { return m_now; }

    [[nodiscard]] bool playing() const { return m_playing; }

    [[nodiscard]] const traffic::Picture& picture() const { return m_picture; }

    [[nodiscard]] const Recording& recording() const { return m_recording; }

    [[nodiscard]] situation::ReplayPosition position() const;
    [[nodiscard]] situation::FeedHealth health() const;

private:
    void playUnitsUpTo(UtcMs instant);

    Recording m_recording;
    traffic::Picture m_picture;
    std::unique_ptr<feeds::Decoder> m_decoder;
    std::size_t m_next = 0; // first unit not yet played
    UtcMs m_now;
    double m_remainder_ms = 0; // of recording time, below the clock's resolution
    UtcMs m_lastWall;
    double m_speed = 1.0;
    bool m_playing = true;
    std::optional<UtcMs> m_lastUnit;
};

} // namespace haneul::replay
