#pragma once

#include "core/delivery/network.h"
#include "server/delivery/delivery_state.h"

#include <QString>

namespace haneul::network {

// In the language of the desk.
[[nodiscard]] QString kindText(delivery::NodeKind kind);
[[nodiscard]] QString trackText(delivery::TrackKind track);
[[nodiscard]] QString cornerText(delivery::Corner corner);
[[nodiscard]] QString shapeText(delivery::LinkShape shape);

// A sign and a word: never by colour alone.
[[nodiscard]] QString severityText(delivery::Finding::Severity severity);
// What the finding means, as a sentence; its own words where the code is new.
[[nodiscard]] QString findingText(const delivery::Finding& finding);
[[nodiscard]] QString placeText(const delivery::Finding& finding); // "DP-02", "BP-01 – DP-02"

[[nodiscard]] QString linkName(const delivery::Link& link);          // "BP-01 – DP-02"
[[nodiscard]] QString networkName(const delivery::Network& network); // its name, else its id

[[nodiscard]] QString durationText(delivery::DurationMs duration_ms); // "45.0 s", "2 min 58 s"
[[nodiscard]] QString dayAndTime(UtcMs time);                         // "2026-11-21 10:05:00Z"
// Verified by whom and when, or that it cannot be used.
[[nodiscard]] QString verificationText(const delivery::Link& link);
[[nodiscard]] QString verificationWord(const delivery::Link& link); // "verified", "not verified"

} // namespace haneul::network
