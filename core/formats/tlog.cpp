#include "core/formats/tlog.h"

namespace haneul::formats {

namespace {
constexpr std::size_t stampSize = 8;
// 2000-01-01 and 2100-01-01: a stamp outside is a sign that the place is wrong.
constexpr std::uint64_t earliest_us = 946'684'800'000'000;
constexpr std::uint64_t latest_us = 4'102'444'800'000'000;
} // namespace

std::optional<TlogEntry> TlogReader::entryAt(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return std::to_integer<std::uint8_t>(m_file[i]); };
    if (m_file.size() - at < stampSize + 8) return std::nullopt;
    std::uint64_t stamp_us = 0;
    for (std::size_t i = 0; i < stampSize; ++i)
        stamp_us = stamp_us << 8 | byte(at + i);
    if (stamp_us < earliest_us || stamp_us > latest_us) return std::nullopt;
    const std::size_t frame = at + stampSize;
    const std::size_t payload = byte(frame + 1);
    std::size_t length = 0;
    if (byte(frame) == 0xfe)
        length = 8 + payload;
    else if (byte(frame) == 0xfd)
        length = 12 + payload + ((byte(frame + 2) & 1u) ? 13 : 0);
    else
        return std::nullopt;
    if (m_file.size() - frame < length) return std::nullopt;
    return TlogEntry{utcMs(static_cast<std::int64_t>(stamp_us / 1000)), frame, length};
}

std::optional<TlogEntry> TlogReader::next() {
    while (m_at < m_file.size()) {
        if (const auto entry = entryAt(m_at)) {
            m_at = entry->offset + entry->length;
            m_inDamage = false;
            return entry;
        }
        if (!m_inDamage) ++m_damaged;
        m_inDamage = true;
        ++m_at;
    }
    return std::nullopt;
}

} // namespace haneul::formats
