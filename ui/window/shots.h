#pragma once

#include "core/base/error.h"

#include <QString>

#include <functional>
#include <optional>

namespace haneul::window {

class Desk;

struct ShotSettings {
    QString folder; // made when it is not there
    QString build;  // version, written into shots.json

    // What the machine's own tile server has answered so far, and how many tiles wait to be drawn; nothing: it does not
    // say. A picture is complete when none waits and no further one was answered for a while.
    struct Tiles {
        quint64 answered = 0;
        quint64 waiting = 0;
    };

    std::function<std::optional<Tiles>()> tiles;
};

// Opens every view of the desk, one after the other, and keeps a picture of each at 1920 x 1080 together with
// shots.json, which says what was drawn on it. Returns when all is done; events are handled meanwhile.
// Codes: SHOTS_NO_TRAFFIC (no complete picture came), SHOTS_NOT_DRAWN (a view lacks what the picture holds),
// SHOTS_UNWRITABLE. All pictures are taken before an error is returned.
[[nodiscard]] Result<void> takeShots(Desk& desk, const ShotSettings& settings);

} // namespace haneul::window
