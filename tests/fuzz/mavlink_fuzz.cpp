// Every byte is in a frame, garbage or not finished; frames are the same however the stream is cut, and survive the
// encoder. A checksum is hard to guess: each input is also run with the checksums of all that looks like a frame put
// right.
#include "core/formats/mavlink.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

using namespace haneul::formats;

namespace {

constexpr std::size_t longestFrame = 280;

std::size_t sizeOf(const MavlinkFrame& frame) {
    return (frame.version == MavlinkVersion::V2 ? 12u : 8u) + frame.payloadLength + (frame.isSigned ? 13u : 0u);
}

std::vector<MavlinkFrame> framesOf(std::span<const std::uint8_t> stream, std::size_t step, MavlinkParser& parser) {
    std::vector<MavlinkFrame> frames;
    for (std::size_t from = 0; from < stream.size(); from += step)
        parser.feed(std::as_bytes(stream.subspan(from, std::min(step, stream.size() - from))),
                    [&](const MavlinkFrame& frame) { frames.push_back(frame); });
    return frames;
}

void decodeAll(const MavlinkFrame& frame) {
    if (const auto heartbeat = decodeHeartbeat(frame)) {
        FUZZ_CHECK(decodeHeartbeat(frameOf(*heartbeat)) == heartbeat);
        FUZZ_CHECK(!heartbeat->isVehicle() || heartbeat->autopilot != 8);
    }
    if (const auto status = decodeSysStatus(frame)) {
        FUZZ_CHECK(decodeSysStatus(frameOf(*status)) == status);
        FUZZ_CHECK(status->remaining_pct.value_or(0) <= 100);
    }
    if (const auto time = decodeSystemTime(frame)) FUZZ_CHECK(decodeSystemTime(frameOf(*time)) == time);
    if (const auto position = decodeGlobalPosition(frame)) {
        FUZZ_CHECK(decodeGlobalPosition(frameOf(*position)) == position);
        FUZZ_CHECK(position->heading_cdeg.value_or(0) < 36'000);
    }
    if (const auto gps = decodeGpsRaw(frame)) FUZZ_CHECK(gps->course_cdeg.value_or(0) < 36'000);
}

void check(std::span<const std::uint8_t> stream) {
    MavlinkParser parser;
    const auto frames = framesOf(stream, std::max<std::size_t>(1, stream.size()), parser);
    const MavlinkCounters counters = parser.counters();
    FUZZ_CHECK(counters.frames == frames.size() && counters.signedFrames <= counters.frames);
    FUZZ_CHECK(counters.badChecksum + counters.refused <= counters.garbageBytes);
    std::size_t framed = 0;
    for (const MavlinkFrame& frame : frames) {
        framed += sizeOf(frame);
        FUZZ_CHECK(std::all_of(frame.payload.begin() + frame.payloadLength, frame.payload.end(),
                               [](auto b) { return b == 0; }));
        decodeAll(frame);
        MavlinkParser second;
        const auto bytes = encodeMavlink(frame);
        const auto back = framesOf(bytes, bytes.size(), second);
        FUZZ_CHECK(back.size() == 1 && second.counters().garbageBytes == 0);
        FUZZ_CHECK(back[0].payload == frame.payload && back[0].messageId == frame.messageId &&
                   back[0].version == frame.version && back[0].systemId == frame.systemId &&
                   back[0].componentId == frame.componentId && back[0].sequence == frame.sequence);
    }
    FUZZ_CHECK(framed + counters.garbageBytes <= stream.size());
    if (counters.unknown == 0) FUZZ_CHECK(stream.size() - framed - counters.garbageBytes <= longestFrame);
    MavlinkParser cut;
    const auto same = framesOf(stream, stream.empty() ? 1 : 1 + stream[0] % 37, cut);
    FUZZ_CHECK(same == frames && cut.counters() == counters);
}

std::vector<std::uint8_t> withChecksums(std::span<const std::uint8_t> stream) {
    std::vector<std::uint8_t> out;
    while (!stream.empty()) {
        const bool v2 = stream[0] == 0xfd;
        const std::size_t head = v2 ? 10 : 6;
        if ((v2 || stream[0] == 0xfe) && stream.size() >= head && stream.size() >= head + stream[1] + 2u) {
            MavlinkFrame frame;
            frame.version = v2 ? MavlinkVersion::V2 : MavlinkVersion::V1;
            frame.payloadLength = stream[1];
            frame.sequence = stream[head - (v2 ? 6 : 4)];
            frame.systemId = stream[head - (v2 ? 5 : 3)];
            frame.componentId = stream[head - (v2 ? 4 : 2)];
            frame.messageId = v2 ? static_cast<std::uint32_t>(stream[7] | stream[8] << 8 | stream[9] << 16) : stream[5];
            std::ranges::copy(stream.subspan(head, frame.payloadLength), frame.payload.begin());
            if (const auto bytes = encodeMavlink(frame); !bytes.empty()) {
                out.insert(out.end(), bytes.begin(), bytes.end());
                stream = stream.subspan(head + frame.payloadLength + 2);
                continue;
            }
        }
        out.push_back(stream[0]);
        stream = stream.subspan(1);
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check({data, size});
    check(withChecksums({data, size}));
    return 0;
}
