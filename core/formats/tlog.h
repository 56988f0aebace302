#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace haneul::formats {

// One frame of a ground station's telemetry log: the instant it came, and where its bytes are.
struct TlogEntry {
    UtcMs time{};
    std::size_t offset = 0; // of the frame, behind the stamp
    std::size_t length = 0;

    bool operator==(const TlogEntry&) const = default;
};

// Walks a .tlog: repeated { 8 bytes big-endian microseconds since 1970 UTC, one MAVLink 1 or 2 frame }. Frames are
// found by their length; a place that is no stamp and frame is passed over and counted. Checksums are the parser's
// business.
class TlogReader {
public:
    explicit TlogReader(std::span<const std::byte> file)
        : m_file(file) {}

    // Nothing at the end.
    [[nodiscard]] std::optional<TlogEntry> next();

    [[nodiscard]] std::uint64_t damagedPlaces() const { return m_damaged; }

private:
    std::optional<TlogEntry> entryAt(std::size_t at) const;

    std::span<const std::byte> m_file;
    std::size_t m_at = 0;
    std::uint64_t m_damaged = 0;
    bool m_inDamage = false;
};

} // namespace haneul::formats
