#pragma once

#include "core/traffic/track.h"
#include "server/situation/situation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace haneul::feeds {

using UpdateSink = std::function<void(const traffic::TrackUpdate&)>;

// What went through a decoder since it was made. One unit is a line, a frame or a payload.
struct DecodeCounters {
    std::uint64_t bytes = 0;
    std::uint64_t messages = 0;  // well-formed units
    std::uint64_t updates = 0;   // reports handed to the sink
    std::uint64_t malformed = 0; // units or runs of bytes that are not of the format
    std::uint64_t refused = 0;   // well-formed, but a value is out of its range
    std::uint64_t ignored = 0;   // well-formed, but no report of an aircraft

    bool operator==(const DecodeCounters&) const = default;
};

// What the decoder counted, as the feed list shows it.
void setCounts(situation::FeedHealth& health, const DecodeCounters& counts);

// Turns the bytes of one feed into reports: the same code behind a socket and behind a recording.
// Keeps what a stream needs between two calls (half a line, which systems are vehicles). Not thread-safe.
class Decoder {
public:
    virtual ~Decoder() = default;
    virtual void decode(std::span<const std::byte> bytes, UtcMs received, const UpdateSink& sink) = 0;
    // Forgets the half unit of a broken connection; the counters stay.
    virtual void connectionLost() = 0;
    [[nodiscard]] virtual const DecodeCounters& counters() const = 0;
};

// BaseStation (SBS-1) text of an ADS-B receiver. Ids are "icao:<address>"; heights are pressure altitudes (STD).
[[nodiscard]] std::unique_ptr<Decoder> makeSbsDecoder(std::string feed);

// MAVLink 1 and 2. Only vehicles become aircraft, "mav:<feed name>:<system id>": a system is one once it has sent the
// HEARTBEAT of an airborne autopilot. Ground stations, radios and companions on the same link are counted as ignored.
[[nodiscard]] std::unique_ptr<Decoder> makeMavlinkDecoder(std::string feed);

} // namespace haneul::feeds
