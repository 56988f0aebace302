#include "server/replay/recording.h"

#include "core/formats/sbs.h"
#include "core/formats/tlog.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <string_view>

namespace haneul::replay {

namespace {

constexpr std::uintmax_t maxFileSize = std::uintmax_t{1} << 30;

bool looksLikeTlog(std::span<const std::byte> bytes) {
    const auto first = formats::TlogReader(bytes.first(std::min<std::size_t>(bytes.size(), 64 * 1024))).next();
    return first && first->offset < 4096;
}

} // namespace

Result<Recording> Recording::load(const std::filesystem::path& file) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed) return fail("REPLAY_UNREADABLE", "cannot read the recording: " + failed.message(), file.string());
    if (size > maxFileSize)
        return fail("REPLAY_UNREADABLE", "the recording is larger than 1 GiB; cut it into pieces", file.string());
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::byte> bytes(size);
    if (!stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        return fail("REPLAY_UNREADABLE", "cannot read the recording", file.string());
    return fromBytes(std::move(bytes), file.filename().string());
}

Result<Recording> Recording::fromBytes(std::vector<std::byte> bytes, std::string name) {
    Recording recording;
    recording.m_bytes = std::move(bytes);
    recording.m_name = std::move(name);
    if (looksLikeTlog(recording.m_bytes)) {
        recording.m_kind = traffic::SourceKind::Mavlink;
        recording.indexTlog();
    } else {
        recording.m_kind = traffic::SourceKind::Sbs;
        recording.indexSbs();
    }
    if (recording.m_units.empty())
        return fail("REPLAY_UNREADABLE", "neither SBS-1 text nor a MAVLink .tlog (no line or frame with a time in it)",
                    recording.m_name);
    return recording;
}

void Recording::indexTlog() {
    formats::TlogReader reader(m_bytes);
    while (const auto entry = reader.next()) {
        const UtcMs time = m_units.empty() ? entry->time : std::max(entry->time, m_units.back().time);
        m_units.push_back({time, entry->offset, entry->length});
    }
    m_damaged = reader.damagedPlaces();
}

void Recording::indexSbs() {
    const std::string_view text(reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size());
    std::optional<UtcMs> now;
    std::vector<Unit> untimed; // lines before the first stamp
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t newline = text.find('\n', from);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        std::string_view line = text.substr(from, end - from);
        while (line.ends_with('\n') || line.ends_with('\r'))
            line.remove_suffix(1);
        if (const auto message = formats::parseSbsLine(line); message && message->generated)
            now = now ? std::max(*now, *message->generated) : *message->generated;
        (now ? m_units : untimed).push_back({now.value_or(UtcMs{}), from, end - from});
        from = end;
    }
    if (m_units.empty()) return;
    for (Unit& unit : untimed)
        unit.time = m_units.front().time;
    m_units.insert(m_units.begin(), untimed.begin(), untimed.end());
}

std::span<const std::byte> Recording::bytesOf(const Unit& unit) const {
    return std::span(m_bytes).subspan(unit.offset, unit.length);
}

} // namespace haneul::replay
