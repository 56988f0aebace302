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
    // How many tiles the machine's own server has answered so far; nothing: it does not say. A picture is complete when
    // that has not changed for a while.
    std::function<std::optional<quint64>()> tilesAnswered;
};

// Opens every view of the desk, one after the other, and keeps a picture of each at 1920 x 1080 together with
// shots.json, which says what was drawn on it. Returns when all is done; events are handled meanwhile.
// Codes: SHOTS_NO_TRAFFIC (no complete picture came), SHOTS_NOT_DRAWN (a view lacks what the picture holds),
// SHOTS_UNWRITABLE. All pictures are taken before an error is returned.
[[nodiscard]] Result<void> takeShots(Desk& desk, const ShotSettings& settings);

} // namespace haneul::window
