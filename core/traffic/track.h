#pragma once

#include "core/base/time.h"
#include "core/geo/position.h"
#include "core/traffic/trail.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::traffic {

// By what kind of door a report came in.
enum class SourceKind {
    Telemetry, // our own MQTT contract: a cooperative UAS
    Sbs,       // ADS-B through a receiver's BaseStation (SBS-1) port: usually crewed traffic
    Mavlink,   // a vehicle's autopilot through MAVLink
};
[[nodiscard]] std::string_view toString(SourceKind kind); // "telemetry", "sbs", "mavlink"

// How much the last known position can still be relied on.
enum class TrackState {
    Live,
    Stale, // nothing new for TrackPolicy::staleAfter
    Lost,  // nothing new for TrackPolicy::lostAfter; the last position is history, not a place
};
[[nodiscard]] std::string_view toString(TrackState state); // "live", "stale", "lost"

// "uas:<drone_id>", "icao:<24-bit address in hex>", "mav:<feed>:<system id>": same aircraft, same id, whatever feed.
using TrackId = std::string;

// Over the ground. The vertical rate is a fact of its own: many reports bring only one of the two.
struct Velocity_mps {
    double north = 0;
    double east = 0;

    bool operator==(const Velocity_mps&) const = default;
    [[nodiscard]] double groundSpeed_mps() const;
    [[nodiscard]] double course_deg() const; // 0..360 true; 0 when not moving
};

// One report of one aircraft as a decoder hands it on. Absent = not said by this report.
struct TrackUpdate {
    TrackId id;
    std::string feed; // which feed brought it, e.g. "mqtt", "sbs:roof"
    SourceKind source = SourceKind::Telemetry;
    std::optional<UtcMs> sourceTime;       // measured, by the sender's clock
    UtcMs received{};                      // came through our door, by the ingest clock
    std::optional<std::uint32_t> sequence; // per aircraft and feed, counts up by one
    std::optional<std::string> label;      // callsign or name
    std::optional<geo::LatLon> position;
    std::optional<geo::Height> height;
    std::optional<Velocity_mps> velocity;
    std::optional<double> verticalRate_mps; // up positive
    std::optional<bool> onGround;
    std::optional<std::uint16_t> squawk; // four octal digits as a number, e.g. 07700
    std::optional<double> battery_pct;
    std::optional<std::string> missionId;
    std::optional<std::string> pilotId;
};

struct TrackSource {
    std::string feed;
    SourceKind kind = SourceKind::Telemetry;
    UtcMs lastReceived{};

    bool operator==(const TrackSource&) const = default;
};

// What is known about one aircraft. All three times belong to the report that set the position
// (or to the last report while no position is known).
struct Track {
    TrackId id;
    std::vector<TrackSource> sources; // latest first
    std::string label;
    std::optional<geo::LatLon> position; // none: never received, not "at 0,0"
    std::optional<geo::Height> height;
    std::optional<Velocity_mps> velocity;
    std::optional<double> verticalRate_mps; // up positive; unknown is not "level"
    std::optional<bool> onGround;
    std::optional<std::uint16_t> squawk;
    std::optional<double> battery_pct;
    std::optional<std::string> missionId;
    std::optional<std::string> pilotId;
    Trail trail; // where it was before; its newest point may be the position itself
    std::optional<UtcMs> sourceTime;
    UtcMs received{};
    UtcMs placed{}; // entered the picture
    TrackState state = TrackState::Live;
    std::uint64_t revision = 0; // picture revision of the last change of any field, state included

    bool operator==(const Track&) const = default;

    [[nodiscard]] milliseconds age(UtcMs now) const { return now - received; }

    [[nodiscard]] SourceKind kind() const { return sources.empty() ? SourceKind::Telemetry : sources.front().kind; }
};

// Tracks are shared between successive snapshots: an unchanged aircraft is the same object.
using TrackPtr = std::shared_ptr<const Track>;

} // namespace haneul::traffic
