#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace haneul::http {

enum class ReplayAction { Play, Pause, Seek, Speed };

inline constexpr double minReplaySpeed = 0.1;
inline constexpr double maxReplaySpeed = 60.0;

// What a client asks of a running replay (POST /api/v1/replay).
struct ReplayCommand {
    ReplayAction action = ReplayAction::Play;
    std::optional<double> speed; // set with Speed only: minReplaySpeed..maxReplaySpeed times real time
    std::optional<UtcMs> to;     // set with Seek only: an instant of the recording

    bool operator==(const ReplayCommand&) const = default;
};

// Strict: exactly the fields the action needs, no unknown or repeated ones, nothing after the object.
//   {"action":"play"} {"action":"pause"} {"action":"seek","to":"2026-11-21T04:05:06.789Z"} {"action":"speed","speed":2}
// Codes: BAD_JSON, BAD_REPLAY_COMMAND (`where` is the field).
[[nodiscard]] Result<ReplayCommand> replayCommandFromJson(std::string_view json);

} // namespace haneul::http
