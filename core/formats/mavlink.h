#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace haneul::formats {

// MAVLink 1 and 2 framing and the few messages a traffic desk needs (mavlink.io/en/guide/serialization.html,
// common.xml). Read-only towards vehicles: nothing here makes a command.

inline constexpr std::size_t maxMavlinkPayload = 255;

enum class MavlinkVersion : std::uint8_t { V1 = 1, V2 = 2 };

struct MavlinkFrame {
    MavlinkVersion version = MavlinkVersion::V2;
    std::uint8_t sequence = 0;
    std::uint8_t systemId = 0;
    std::uint8_t componentId = 0;
    std::uint32_t messageId = 0;
    std::uint8_t payloadLength = 0;                        // as sent; MAVLink 2 cuts trailing zeros
    std::array<std::uint8_t, maxMavlinkPayload> payload{}; // filled up with zeros
    bool isSigned = false;                                 // carries a signature, which is not verified

    bool operator==(const MavlinkFrame&) const = default;
};

struct MavlinkCounters {
    std::uint64_t frames = 0;       // checksum right
    std::uint64_t signedFrames = 0; // of these with a signature, which is passed over and not verified
    std::uint64_t unknown = 0;      // framed, but of a message whose checksum seed is not known here: not handed on
    std::uint64_t badChecksum = 0;
    std::uint64_t refused = 0;      // MAVLink 2 with incompatibility flags that are not understood
    std::uint64_t garbageBytes = 0; // bytes outside any frame

    bool operator==(const MavlinkCounters&) const = default;
};

// Finds frames in a stream, however the bytes arrive; after damage it goes on at the next byte that can start a frame.
// Every byte fed is in exactly one of: a frame (known or unknown), `garbageBytes`, or the unfinished rest kept for the
// next call (at most one frame). A frame of an unknown message is passed over by its length only where the next byte
// starts a frame, and is counted when that byte is there: the outcome does not depend on how the bytes arrive.
class MavlinkParser {
public:
    void feed(std::span<const std::byte> bytes, const std::function<void(const MavlinkFrame&)>& onFrame);
    // The connection broke: forget the half frame.
    void reset();

    [[nodiscard]] const MavlinkCounters& counters() const { return m_counters; }

private:
    // How many bytes at `at` are done with; 0 when more are needed.
    std::size_t step(std::span<const std::uint8_t> at, const std::function<void(const MavlinkFrame&)>& onFrame);

    std::vector<std::uint8_t> m_pending;
    MavlinkCounters m_counters;
};

// Whole frame for the wire, never signed; MAVLink 2 cuts trailing zeros. Empty for a message whose checksum seed is not
// known here.
[[nodiscard]] std::vector<std::uint8_t> encodeMavlink(const MavlinkFrame& frame);

// HEARTBEAT (0). Types and autopilots are MAV_TYPE and MAV_AUTOPILOT.
struct MavlinkHeartbeat {
    std::uint8_t type = 0;
    std::uint8_t autopilot = 0;
    std::uint8_t baseMode = 0;
    std::uint32_t customMode = 0;
    std::uint8_t systemStatus = 0;

    bool operator==(const MavlinkHeartbeat&) const = default;
    // Something that flies by itself: not a ground station, radio, gimbal, camera, antenna tracker, companion computer
    // ...
    [[nodiscard]] bool isVehicle() const;
};

// SYS_STATUS (1), the battery part.
struct MavlinkSysStatus {
    std::uint16_t voltage_mv = 0; // UINT16_MAX: not known
    std::optional<std::uint8_t> remaining_pct;

    bool operator==(const MavlinkSysStatus&) const = default;
};

// SYSTEM_TIME (2).
struct MavlinkSystemTime {
    std::uint64_t unix_us = 0; // 0: the vehicle has no UTC
    std::uint32_t sinceBoot_ms = 0;

    bool operator==(const MavlinkSystemTime&) const = default;
};

// GLOBAL_POSITION_INT (33).
struct MavlinkGlobalPosition {
    std::uint32_t sinceBoot_ms = 0;
    std::int32_t latitude_e7 = 0;
    std::int32_t longitude_e7 = 0;
    std::int32_t altitude_mm = 0;         // above mean sea level
    std::int32_t relativeAltitude_mm = 0; // above home
    std::int16_t velocityNorth_cms = 0;
    std::int16_t velocityEast_cms = 0;
    std::int16_t velocityDown_cms = 0;
    std::optional<std::uint16_t> heading_cdeg;

    bool operator==(const MavlinkGlobalPosition&) const = default;
};

// GPS_RAW_INT (24): what the receiver says, before the autopilot's filter.
struct MavlinkGpsRaw {
    std::uint64_t time_us = 0; // since 1970 or since boot; the message does not say which
    std::int32_t latitude_e7 = 0;
    std::int32_t longitude_e7 = 0;
    std::int32_t altitude_mm = 0;            // above mean sea level
    std::uint8_t fixType = 0;                // GPS_FIX_TYPE: 0 no GPS, 1 no fix, 2 2D, 3 3D, 4 DGPS, 5 and 6 RTK
    std::optional<std::uint16_t> hdop_centi; // hundredths
    std::optional<std::uint16_t> groundSpeed_cms;
    std::optional<std::uint16_t> course_cdeg; // over ground
    std::optional<std::uint8_t> satellites;

    bool operator==(const MavlinkGpsRaw&) const = default;
};

inline constexpr std::uint32_t mavlinkHeartbeatId = 0;
inline constexpr std::uint32_t mavlinkSysStatusId = 1;
inline constexpr std::uint32_t mavlinkSystemTimeId = 2;
inline constexpr std::uint32_t mavlinkGpsRawId = 24;
inline constexpr std::uint32_t mavlinkGlobalPositionId = 33;
inline constexpr std::uint8_t mavlinkAutopilotComponent = 1; // MAV_COMP_ID_AUTOPILOT1

// Nothing for a frame of another message, or for a MAVLink 1 frame that is shorter than the message.
[[nodiscard]] std::optional<MavlinkHeartbeat> decodeHeartbeat(const MavlinkFrame& frame);
[[nodiscard]] std::optional<MavlinkSysStatus> decodeSysStatus(const MavlinkFrame& frame);
[[nodiscard]] std::optional<MavlinkSystemTime> decodeSystemTime(const MavlinkFrame& frame);
[[nodiscard]] std::optional<MavlinkGpsRaw> decodeGpsRaw(const MavlinkFrame& frame);
[[nodiscard]] std::optional<MavlinkGlobalPosition> decodeGlobalPosition(const MavlinkFrame& frame);

// For simulators and tests: frames with the message's id and payload; sender, sequence and version are the caller's.
[[nodiscard]] MavlinkFrame frameOf(const MavlinkHeartbeat& message);
[[nodiscard]] MavlinkFrame frameOf(const MavlinkSysStatus& message);
[[nodiscard]] MavlinkFrame frameOf(const MavlinkSystemTime& message);
[[nodiscard]] MavlinkFrame frameOf(const MavlinkGlobalPosition& message);

} // namespace haneul::formats
