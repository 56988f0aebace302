#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::log {

using Digest = std::array<std::uint8_t, 32>;    // BLAKE2b-256 (RFC 7693)
using PublicKey = std::array<std::uint8_t, 32>; // Ed25519 (RFC 8032)
using Signature = std::array<std::uint8_t, 64>; // Ed25519
using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// Hybrid logical clock (Kulkarni et al. 2014): never behind an entry already seen, never far from the wall clock.
struct HybridTime {
    std::int64_t wall_ms = 0; // since the epoch, UTC
    std::uint32_t counter = 0;

    auto operator<=>(const HybridTime&) const = default;
};

// What happened, who did it, and what came before.
struct Entry {
    std::string origin;         // instance id, 32 hexadecimal characters in lower case
    std::uint64_t sequence = 0; // per origin, from 1 without gaps
    HybridTime time;
    std::string user, role, session, desk; // who; user "system" for the program itself
    std::string type;                      // "people.user_added": room.what_happened
    std::string body;                      // JSON object text, exactly as written
    Digest previous{};                     // digest of the origin's entry before; zeros for the first

    bool operator==(const Entry&) const = default;
};

// Lengths that an entry may have; more is refused when written and when read.
inline constexpr std::size_t maxField = 255;        // bytes of user, role, session, desk, type
inline constexpr std::size_t maxBody = 1024 * 1024; // bytes
inline constexpr std::size_t maxRecord = maxBody + 2048;

// The canonical bytes, format 1; all numbers big-endian:
//   "HLE" 01, origin (16 bytes), sequence (8), wall_ms (8), counter (4), previous (32),
//   user, role, session, desk, type (each: length in 2 bytes, UTF-8), body (length in 4 bytes, UTF-8).
// One entry has exactly one encoding: what is stored, signed, hashed and exchanged are these bytes, never made again.
// Code BAD_ENTRY, with the field in `where`.
[[nodiscard]] Result<Bytes> encode(const Entry& entry);
[[nodiscard]] Result<Entry> decode(ByteView canonical);

// A record is the canonical bytes with the signature of these bytes behind them. Its digest covers both, so that the
// chain alone shows a changed signature of any entry but the last.
struct Record {
    Entry entry;
    Signature signature{};
    Digest digest{};

    bool operator==(const Record&) const = default;
};

[[nodiscard]] Result<Record> decodeRecord(ByteView record);
[[nodiscard]] Digest digestOf(ByteView bytes);

[[nodiscard]] std::string toHex(ByteView bytes); // lower case
// Fills `bytes`; false unless `text` is exactly so many bytes in hexadecimal, lower case.
[[nodiscard]] bool fromHex(std::string_view text, std::span<std::uint8_t> bytes);
// For people to compare: the BLAKE2b-256 of the key in groups of four, "3f2a 91c0 …" (16 groups).
[[nodiscard]] std::string fingerprint(const PublicKey& key);

// Gives each entry its time. One per origin.
class HybridClock {
public:
    explicit HybridClock(HybridTime last = {})
        : m_last(last) {}

    [[nodiscard]] HybridTime next(UtcMs now); // later than all before
    void seen(const HybridTime& other);       // an entry of another origin

    [[nodiscard]] HybridTime last() const { return m_last; }

private:
    HybridTime m_last;
};

} // namespace haneul::log
