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

// From mavlink.io (common.xml, ardupilotmega.xml): what vehicles, radios and ground stations send in the ordinary run.
// A number that was given away twice stands here twice: 142 is RESOURCE_REQUEST, and 5 bytes from ArduPilot of 2014.
constexpr Seed seeds[] = {
    {0, 50},    {1, 124},     {2, 137},     {4, 237},     {5, 217},     {6, 104},    {7, 119},    {11, 89},
    {20, 214},  {21, 159},    {22, 220},    {23, 168},    {24, 24},     {25, 23},    {26, 170},   {27, 144},
    {28, 67},   {29, 115},    {30, 39},     {31, 246},    {32, 185},    {33, 104},   {34, 237},   {35, 244},
    {36, 222},  {37, 212},    {38, 9},      {39, 254},    {40, 230},    {41, 28},    {42, 28},    {43, 132},
    {44, 221},  {45, 232},    {46, 11},     {47, 153},    {48, 41},     {49, 39},    {50, 78},    {51, 196},
    {54, 15},   {55, 3},      {61, 167},    {62, 183},    {63, 119},    {64, 191},   {65, 118},   {66, 148},
    {67, 21},   {69, 243},    {70, 124},    {73, 38},     {74, 20},     {75, 158},   {76, 152},   {77, 143},
    {81, 106},  {82, 49},     {83, 22},     {84, 143},    {85, 140},    {86, 5},     {87, 150},   {89, 231},
    {90, 183},  {91, 63},     {92, 54},     {93, 47},     {100, 175},   {101, 102},  {102, 158},  {103, 208},
    {104, 56},  {105, 93},    {106, 138},   {107, 108},   {108, 32},    {109, 185},  {110, 84},   {111, 34},
    {112, 174}, {113, 124},   {114, 237},   {115, 4},     {116, 76},    {117, 128},  {118, 56},   {119, 116},
    {120, 134}, {121, 237},   {122, 203},   {123, 250},   {124, 87},    {125, 203},  {126, 220},  {127, 25},
    {128, 226}, {129, 46},    {130, 29},    {131, 223},   {132, 85},    {133, 6},    {134, 229},  {135, 203},
    {136, 1},   {137, 195},   {138, 109},   {139, 168},   {140, 181},   {141, 47},   {142, 72},   {142, 113},
    {143, 131}, {144, 127},   {146, 103},   {147, 154},   {148, 178},   {149, 200},  {150, 134},  {152, 208},
    {158, 134}, {162, 189},   {163, 127},   {165, 21},    {166, 21},    {168, 1},    {178, 47},   {182, 229},
    {192, 36},  {193, 71},    {225, 208},   {230, 163},   {231, 105},   {232, 151},  {233, 35},   {234, 150},
    {235, 179}, {241, 90},    {242, 104},   {243, 85},    {244, 95},    {245, 130},  {246, 184},  {247, 81},
    {248, 8},   {249, 204},   {250, 49},    {251, 170},   {252, 44},    {253, 83},   {254, 46},   {300, 217},
    {340, 99},  {12900, 114}, {12901, 254}, {12902, 140}, {12903, 249}, {12904, 77}, {12905, 49}, {12915, 94}};

std::span<const Seed> seedsOf(std::uint32_t messageId) {
    const auto found =
        std::ranges::equal_range(seeds, messageId, {}, [](const Seed& s) -> std::uint32_t { return s.messageId; });
    return {found.begin(), found.end()};
}

static_assert(std::ranges::is_sorted(seeds, {}, &Seed::messageId));

// CRC-16/MCRF4XX.
std::uint16_t checksum(std::uint16_t crc, std::uint8_t byte) {
    std::uint8_t mixed = static_cast<std::uint8_t>(byte ^ (crc & 0xff));
    mixed = static_cast<std::uint8_t>(mixed ^ (mixed << 4));
    return static_cast<std::uint16_t>((crc >> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >> 4));
}

std::uint16_t checksum(std::span<const std::uint8_t> bytes) {
    std::uint16_t crc = 0xffff;
    for (const std::uint8_t byte : bytes)
        crc = checksum(crc, byte);
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

// MAVLink 2 cuts trailing zeros, MAVLink 1 does not: there a shorter payload is another definition of the message.
bool carries(const MavlinkFrame& frame, std::uint32_t messageId, std::size_t length) {
    return frame.messageId == messageId && (frame.version == MavlinkVersion::V2 || frame.payloadLength >= length);
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

std::size_t MavlinkParser::step(std::span<const std::uint8_t> at,
                                const std::function<void(const MavlinkFrame&)>& onFrame) {
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

    const auto known = seedsOf(frame.messageId);
    if (known.empty()) {
        // Its checksum cannot be judged; what follows tells whether this was a frame at all, so that byte is waited
        // for.
        if (at.size() == length) return 0;
        if (!startsFrame(at[length])) return skip();
        ++m_counters.unknown;
        return length;
    }
    const auto sent = static_cast<std::uint16_t>(at[checksumAt] | at[checksumAt + 1] << 8);
    const std::uint16_t crc = checksum(at.subspan(1, checksumAt - 1));
    if (std::ranges::none_of(known, [&](const Seed& seed) { return checksum(crc, seed.extra) == sent; })) {
        ++m_counters.badChecksum;
        return skip();
    }
    std::ranges::copy(at.subspan(header, frame.payloadLength), frame.payload.begin());
    ++m_counters.frames;
    if (frame.isSigned) ++m_counters.signedFrames;
    onFrame(frame);
    return length;
}

void MavlinkParser::reset() {
    m_pending.clear();
}

std::vector<std::uint8_t> encodeMavlink(const MavlinkFrame& frame) {
    const auto known = seedsOf(frame.messageId);
    const bool v2 = frame.version == MavlinkVersion::V2;
    if (known.empty() || (!v2 && frame.messageId > 255)) return {};
    std::uint8_t length = frame.payloadLength;
    while (v2 && length > 1 && frame.payload[length - 1u] == 0) // at least one byte stays
        --length;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(headerV2 + length + checksumSize);
    if (v2)
        bytes = {magicV2,
                 length,
                 0,
                 0,
                 frame.sequence,
                 frame.systemId,
                 frame.componentId,
                 static_cast<std::uint8_t>(frame.messageId),
                 static_cast<std::uint8_t>(frame.messageId >> 8),
                 static_cast<std::uint8_t>(frame.messageId >> 16)};
    else
        bytes = {magicV1,           length,
                 frame.sequence,    frame.systemId,
                 frame.componentId, static_cast<std::uint8_t>(frame.messageId)};
    bytes.insert(bytes.end(), frame.payload.begin(), frame.payload.begin() + length);
    const std::uint16_t crc = checksum(checksum(std::span(bytes).subspan(1)), known.front().extra);
    bytes.push_back(static_cast<std::uint8_t>(crc & 0xff));
    bytes.push_back(static_cast<std::uint8_t>(crc >> 8));
    return bytes;
}

bool MavlinkHeartbeat::isVehicle() const {
    constexpr std::uint8_t autopilotInvalid = 8; // MAV_AUTOPILOT_INVALID: "not a valid autopilot, e.g. a GCS"
    // MAV_TYPE of airframes; everything else is equipment or does not fly.
    constexpr std::uint8_t airframes[] = {0,                          // generic
                                          1,  2,  3,  4,              // fixed wing, quadrotor, coaxial, helicopter
                                          7,  8,  9,                  // airship, free balloon, rocket
                                          13, 14, 15, 16,             // hexa-, octo-, tricopter, flapping wing
                                          17,                         // kite
                                          19, 20, 21, 22, 23, 24, 25, // VTOL kinds
                                          28, 29, 35,                 // parafoil, dodecarotor, decarotor
                                          43, 47};                    // generic multirotor, VTOL gyrodyne
    return autopilot != autopilotInvalid && std::ranges::find(airframes, type) != std::end(airframes);
}

std::optional<MavlinkHeartbeat> decodeHeartbeat(const MavlinkFrame& frame) {
    if (!carries(frame, mavlinkHeartbeatId, 9)) return std::nullopt;
    return MavlinkHeartbeat{.type = get<std::uint8_t>(frame, 4),
                            .autopilot = get<std::uint8_t>(frame, 5),
                            .baseMode = get<std::uint8_t>(frame, 6),
                            .customMode = get<std::uint32_t>(frame, 0),
                            .systemStatus = get<std::uint8_t>(frame, 7)};
}

std::optional<MavlinkSysStatus> decodeSysStatus(const MavlinkFrame& frame) {
    if (!carries(frame, mavlinkSysStatusId, 31)) return std::nullopt;
    MavlinkSysStatus status{.voltage_mv = get<std::uint16_t>(frame, 14)};
    const auto remaining = get<std::int8_t>(frame, 30); // -1: not known
    if (remaining >= 0 && remaining <= 100) status.remaining_pct = static_cast<std::uint8_t>(remaining);
    return status;
}

std::optional<MavlinkSystemTime> decodeSystemTime(const MavlinkFrame& frame) {
    if (!carries(frame, mavlinkSystemTimeId, 12)) return std::nullopt;
    return MavlinkSystemTime{get<std::uint64_t>(frame, 0), get<std::uint32_t>(frame, 8)};
}

std::optional<MavlinkGlobalPosition> decodeGlobalPosition(const MavlinkFrame& frame) {
    if (!carries(frame, mavlinkGlobalPositionId, 28)) return std::nullopt;
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

std::optional<MavlinkGpsRaw> decodeGpsRaw(const MavlinkFrame& frame) {
    if (!carries(frame, mavlinkGpsRawId, 30)) return std::nullopt;
    MavlinkGpsRaw gps{.time_us = get<std::uint64_t>(frame, 0),
                      .latitude_e7 = get<std::int32_t>(frame, 8),
                      .longitude_e7 = get<std::int32_t>(frame, 12),
                      .altitude_mm = get<std::int32_t>(frame, 16),
                      .fixType = get<std::uint8_t>(frame, 28)};
    if (const auto hdop = get<std::uint16_t>(frame, 20); hdop != UINT16_MAX) gps.hdop_centi = hdop;
    if (const auto speed = get<std::uint16_t>(frame, 24); speed != UINT16_MAX) gps.groundSpeed_cms = speed;
    if (const auto course = get<std::uint16_t>(frame, 26); course < 36'000) gps.course_cdeg = course;
    if (const auto satellites = get<std::uint8_t>(frame, 29); satellites != UINT8_MAX) gps.satellites = satellites;
    return gps;
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
