#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/traffic/track.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace haneul::replay {

// A recording of one feed: units (lines, frames) as they came, each with the instant at which it came.
//   SBS-1 text (any extension): the "generated" date and time of each line; lines without one take the time before.
//   MAVLink .tlog: the microsecond stamp in front of each frame.
// Instants never go back: a stamp that does is drawn up to the one before it.
class Recording {
public:
    struct Unit {
        UtcMs time{};
        std::size_t offset = 0;
        std::size_t length = 0;
    };

    // Code REPLAY_UNREADABLE: no such file, larger than 1 GiB, or neither of the two formats.
    [[nodiscard]] static Result<Recording> load(const std::filesystem::path& file);
    [[nodiscard]] static Result<Recording> fromBytes(std::vector<std::byte> bytes, std::string name);

    [[nodiscard]] traffic::SourceKind kind() const { return m_kind; }

    [[nodiscard]] const std::string& name() const { return m_name; }

    [[nodiscard]] const std::vector<Unit>& units() const { return m_units; } // never empty

    [[nodiscard]] std::span<const std::byte> bytesOf(const Unit& unit) const;

    [[nodiscard]] UtcMs begin() const { return m_units.front().time; }

    [[nodiscard]] UtcMs end() const { return m_units.back().time; }

    [[nodiscard]] std::uint64_t damagedPlaces() const { return m_damaged; }

private:
    Recording() = default;
    void indexTlog();
    void indexSbs();

    traffic::SourceKind m_kind = traffic::SourceKind::Sbs;
    std::string m_name;
    std::vector<std::byte> m_bytes;
    std::vector<Unit> m_units;
    std::uint64_t m_damaged = 0;
};

} // namespace haneul::replay
