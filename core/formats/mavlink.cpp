#include "core/formats/mavlink.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace haneul::formats {

namespace {

static_assert(std::endian::native == std::endian::little, "MAVLink is little-endian; numbers are copied as they are");

constexpr std::uint8_t magicV1 = 0xfe;
constexpr std::uint8_t magicV2 = 0xfd;
constexpr std::size_t headerV1 = 6;
constexpr std::size_t headerV2 = 10;
constexpr std::size_t checksumSize = 2;
constexpr std::size_t signatureSize = 13;
constexpr std::uint8_t signedFlag = 0x01; // MAVLINK_IFLAG_SIGNED, the only incompatibility flag defined

// The checksum of a frame ends with one byte made from the message's definition (CRC_EXTRA), so that two ends with
// different definitions do not misread each other.
struct Seed {
    std::uint16_t messageId;
    std::uint8_t extra;
};
constexpr Seed seeds[] = {
    {0, 50},    {1, 124},   {2, 137},   {4, 237},   {20, 214},  {21, 159},  {22, 220},  {23, 168},  {24, 24},   {26, 170},
    {27, 144},  {29, 115},  {30, 39},   {31, 246},  {32, 185},  {33, 104},  {35, 244},  {36, 222},  {39, 254},  {40, 230},
    {42, 28},   {43, 132},  {44, 221},  {45, 232},  {46, 11},   {47, 153},  {49, 39},   {51, 196},  {62, 183},  {65, 118},
    {66, 148},  {69, 243},  {70, 124},  {73, 38},   {74, 20},   {75, 158},  {76, 152},  {77, 143},  {83, 22},   {85, 140},
    {87, 150},  {105, 93},  {109, 185}, {111, 34},  {116, 76},  {125, 203}, {136, 1},   {141, 47},  {142, 113}, {147, 154},
    {148, 178}, {150, 134}, {152, 208}, {158, 134}, {162, 189}, {163, 127}, {165, 21},  {166, 21},  {178, 47},  {193, 71},
    {230, 163}, {241, 90},  {242, 104}, {245, 130}, {246, 184}, {253, 83}};

std::optional<std::uint8_t> seedOf(std::uint32_t messageId) {
    const auto found = std::ranges::lower_bound(seeds, messageId, {}, [](const Seed& s) -> std::uint32_t { return s.messageId; });
    if (found == std::end(seeds) || found->messageId != messageId) return std::nullopt;
    return found->extra;
}

// CRC-16/MCRF4XX.
std::uint16_t checksum(std::span<const std::uint8_t> bytes, std::uint8_t extra) {
    std::uint16_t crc = 0xffff;
    const auto accumulate = [&crc](std::uint8_t byte) {
        std::uint8_t mixed = static_cast<std::uint8_t>(byte ^ (crc & 0xff));
        mixed = static_cast<std::uint8_t>(mixed ^ (mixed << 4));
        crc = static_cast<std::uint16_t>((crc >> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >> 4));
    };
    for (const std::uint8_t byte : bytes)
        accumulate(byte);
    accumulate(extra);
    return crc;
}

bool startsFrame(std::uint8_t byte) {
    return byte == magicV1 || byte == magicV2;
}

template <class T>
T get(const MavlinkFrame& frame, std::size_t at) {
    T value;
    std::memcpy(&value, frame.payload.data() + at, sizeof value);
    return value;
}

template <class T>
void set(MavlinkFrame& frame, std::size_t at, T value) {
    std::memcpy(frame.payload.data() + at, &value, sizeof value);
}

MavlinkFrame blank(std::uint32_t messageId, std::uint8_t length) {
    MavlinkFrame frame;
    frame.messageId = messageId;
    frame.payloadLength = length;
    return frame;
}

} // namespace

void MavlinkParser::feed(std::span<const std::byte> bytes, const std::function<void(const MavlinkFrame&)>& onFrame) {
    const auto* const begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    m_pending.insert(m_pending.end(), begin, begin + bytes.size());
    std::span<const std::uint8_t> rest(m_pending);
    while (!rest.empty()) {
        const std::size_t done = step(rest, onFrame);
        if (done == 0) break;
        rest = rest.subspan(done);
    }
    m_pending.erase(m_pending.begin(), m_pending.end() - static_cast<std::ptrdiff_t>(rest.size()));
}

std::size_t MavlinkParser::step(std::span<const std::uint8_t> at, const std::function<void(const MavlinkFrame&)>& onFrame) {
    const auto skip = [this] {
        ++m_counters.garbageBytes;
        return std::size_t{1};
    };
    if (!startsFrame(at[0])) return skip();
    const bool v2 = at[0] == magicV2;
    const std::size_t header = v2 ? headerV2 : headerV1;
    if (at.size() < header) return 0;

    MavlinkFrame frame;
    frame.version = v2 ? MavlinkVersion::V2 : MavlinkVersion::V1;
    frame.payloadLength = at[1];
    if (v2) {
        if ((at[2] & ~signedFlag) != 0) {
            ++m_counters.refused;
            return skip();
        }
        frame.isSigned = (at[2] & signedFlag) != 0;
        frame.sequence = at[4];
        frame.systemId = at[5];
        frame.componentId = at[6];
        frame.messageId = static_cast<std::uint32_t>(at[7] | at[8] << 8 | at[9] << 16);
    } else {
        frame.sequence = at[2];
        frame.systemId = at[3];
        frame.componentId = at[4];
        frame.messageId = at[5];
    }
    const std::size_t checksumAt = header + frame.payloadLength;
    const std::size_t length = checksumAt + checksumSize + (frame.isSigned ? signatureSize : 0);
    if (at.size() < length) return 0;

    const auto seed = seedOf(frame.messageId);
    if (!seed) {
        // Its checksum cannot be judged; what follows tells whether this was a frame at all.
        if (at.size() > length && !startsFrame(at[length])) return skip();
        ++m_counters.unknown;
        return length;
    }
    const auto sent = static_cast<std::uint16_t>(at[checksumAt] | at[checksumAt + 1] << 8);
    if (checksum(at.subspan(1, checksumAt - 1), *seed) != sent) {
        ++m_counters.badChecksum;
        return skip();
    }
    std::ranges::copy(at.subspan(header, frame.payloadLength), frame.payload.begin());
    ++m_counters.frames;
    onFrame(frame);
    return length;
}

void MavlinkParser::reset() {
    m_pending.clear();
}

std::vector<std::uint8_t> encodeMavlink(const MavlinkFrame& frame) {
    const auto seed = seedOf(frame.messageId);
    const bool v2 = frame.version == MavlinkVersion::V2;
    if (!seed || (!v2 && frame.messageId > 255)) return {};
    std::uint8_t length = frame.payloadLength;
    while (v2 && length > 1 && frame.payload[length - 1u] == 0) // at least one byte stays
        --length;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(headerV2 + length + checksumSize);
    if (v2)
        bytes = {magicV2, length, 0, 0, frame.sequence, frame.systemId, frame.componentId, static_cast<std::uint8_t>(frame.messageId),
                 static_cast<std::uint8_t>(frame.messageId >> 8), static_cast<std::uint8_t>(frame.messageId >> 16)};
    else
        bytes = {magicV1, length, frame.sequence, frame.systemId, frame.componentId, static_cast<std::uint8_t>(frame.messageId)};
    bytes.insert(bytes.end(), frame.payload.begin(), frame.payload.begin() + length);
    const std::uint16_t crc = checksum(std::span(bytes).subspan(1), *seed);
    bytes.push_back(static_cast<std::uint8_t>(crc & 0xff));
    bytes.push_back(static_cast<std::uint8_t>(crc >> 8));
    return bytes;
}

bool MavlinkHeartbeat::isVehicle() const {
    constexpr std::uint8_t autopilotInvalid = 8; // MAV_AUTOPILOT_INVALID: "not a valid autopilot, e.g. a GCS"
    // MAV_TYPE of airframes; everything else is equipment or does not fly.
    constexpr std::uint8_t airframes[] = {
        0,              // generic
        1, 2, 3, 4,     // fixed wing, quadrotor, coaxial, helicopter
        7, 8, 9,        // airship, free balloon, rocket
        13, 14, 15, 16, // hexa-, octo-, tricopter, flapping wing
        17,             // kite
        19, 20, 21, 22, 23, 24, 25, // VTOL kinds
        28, 29, 35,     // parafoil, dodecarotor, decarotor
        46};            // generic multirotor
    return autopilot != autopilotInvalid && std::ranges::find(airframes, type) != std::end(airframes);
}

std::optional<MavlinkHeartbeat> decodeHeartbeat(const MavlinkFrame& frame) {
    if (frame.messageId != mavlinkHeartbeatId) return std::nullopt;
    return MavlinkHeartbeat{.type = get<std::uint8_t>(frame, 4),
                            .autopilot = get<std::uint8_t>(frame, 5),
                            .baseMode = get<std::uint8_t>(frame, 6),
                            .customMode = get<std::uint32_t>(frame, 0),
                            .systemStatus = get<std::uint8_t>(frame, 7)};
}

std::optional<MavlinkSysStatus> decodeSysStatus(const MavlinkFrame& frame) {
    if (frame.messageId != mavlinkSysStatusId) return std::nullopt;
    MavlinkSysStatus status{.voltage_mv = get<std::uint16_t>(frame, 14)};
    const auto remaining = get<std::int8_t>(frame, 30); // -1: not known
    if (remaining >= 0 && remaining <= 100) status.remaining_pct = static_cast<std::uint8_t>(remaining);
    return status;
}

std::optional<MavlinkSystemTime> decodeSystemTime(const MavlinkFrame& frame) {
    if (frame.messageId != mavlinkSystemTimeId) return std::nullopt;
    return MavlinkSystemTime{get<std::uint64_t>(frame, 0), get<std::uint32_t>(frame, 8)};
}

std::optional<MavlinkGlobalPosition> decodeGlobalPosition(const MavlinkFrame& frame) {
    if (frame.messageId != mavlinkGlobalPositionId) return std::nullopt;
    MavlinkGlobalPosition position{.sinceBoot_ms = get<std::uint32_t>(frame, 0),
                                   .latitude_e7 = get<std::int32_t>(frame, 4),
                                   .longitude_e7 = get<std::int32_t>(frame, 8),
                                   .altitude_mm = get<std::int32_t>(frame, 12),
                                   .relativeAltitude_mm = get<std::int32_t>(frame, 16),
                                   .velocityNorth_cms = get<std::int16_t>(frame, 20),
                                   .velocityEast_cms = get<std::int16_t>(frame, 22),
                                   .velocityDown_cms = get<std::int16_t>(frame, 24)};
    const auto heading = get<std::uint16_t>(frame, 26);
    if (heading < 36'000) position.heading_cdeg = heading;
    return position;
}

MavlinkFrame frameOf(const MavlinkHeartbeat& message) {
    MavlinkFrame frame = blank(mavlinkHeartbeatId, 9);
    set(frame, 0, message.customMode);
    set(frame, 4, message.type);
    set(frame, 5, message.autopilot);
    set(frame, 6, message.baseMode);
    set(frame, 7, message.systemStatus);
    set(frame, 8, std::uint8_t{3}); // mavlink_version
    return frame;
}

MavlinkFrame frameOf(const MavlinkSysStatus& message) {
    MavlinkFrame frame = blank(mavlinkSysStatusId, 31);
    set(frame, 14, message.voltage_mv);
    set(frame, 16, std::int16_t{-1}); // current not known
    set(frame, 30, message.remaining_pct ? static_cast<std::int8_t>(*message.remaining_pct) : std::int8_t{-1});
    return frame;
}

MavlinkFrame frameOf(const MavlinkSystemTime& message) {
    MavlinkFrame frame = blank(mavlinkSystemTimeId, 12);
    set(frame, 0, message.unix_us);
    set(frame, 8, message.sinceBoot_ms);
    return frame;
}

MavlinkFrame frameOf(const MavlinkGlobalPosition& message) {
    MavlinkFrame frame = blank(mavlinkGlobalPositionId, 28);
    set(frame, 0, message.sinceBoot_ms);
    set(frame, 4, message.latitude_e7);
    set(frame, 8, message.longitude_e7);
    set(frame, 12, message.altitude_mm);
    set(frame, 16, message.relativeAltitude_mm);
    set(frame, 20, message.velocityNorth_cms);
    set(frame, 22, message.velocityEast_cms);
    set(frame, 24, message.velocityDown_cms);
    set(frame, 26, message.heading_cdeg.value_or(UINT16_MAX));
    return frame;
}

} // namespace haneul::formats
