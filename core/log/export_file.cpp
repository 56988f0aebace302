#include "core/log/export_file.h"

#include <algorithm>
#include <format>

namespace haneul::log {

namespace {

constexpr std::size_t frameHeader = 5;

Bytes frame(char kind, ByteView content) {
    Bytes bytes;
    bytes.reserve(frameHeader + content.size());
    bytes.push_back(static_cast<std::uint8_t>(kind));
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(content.size() >> shift));
    bytes.insert(bytes.end(), content.begin(), content.end());
    return bytes;
}

std::size_t lengthOf(ByteView header) {
    return std::size_t{header[1]} << 24 | std::size_t{header[2]} << 16 | std::size_t{header[3]} << 8 | header[4];
}

} // namespace

Bytes entryFrame(ByteView record) {
    return frame('E', record);
}

Bytes headFrame(const Head& head) {
    const std::string text = toText(head);
    return frame('H', ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

ExportVerifier::ExportVerifier(VerifySettings settings)
    : m_settings(std::move(settings)) {}

// What is wrong with the file's frames is still said with the entry at which it shows.
Error ExportVerifier::at(Error error) const {
    const std::uint64_t next = (m_chain ? m_chain->sequence() : 0) + 1;
    error.message = std::format("entry {}: {}", next, error.message);
    error.where = std::format("{}:{}", m_chain && m_chain->sequence() > 0 ? m_chain->origin() : "?", next);
    return error;
}

Result<void> ExportVerifier::feed(ByteView bytes) {
    m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
    ByteView rest(m_pending);
    if (!m_magicSeen) {
        if (rest.size() < exportMagic.size()) return {};
        if (!std::ranges::equal(rest.first(exportMagic.size()), exportMagic))
            return fail("BAD_EXPORT", "not an exported log of format 1");
        m_magicSeen = true;
        rest = rest.subspan(exportMagic.size());
    }
    while (rest.size() >= frameHeader) {
        const char kind = static_cast<char>(rest[0]);
        const std::size_t length = lengthOf(rest);
        if ((kind != 'E' && kind != 'H') || length > maxRecord)
            return std::unexpected(at({"BAD_EXPORT", "the file does not go on with an entry or a head", ""}));
        if (rest.size() - frameHeader < length) break;
        if (auto taken = takeFrame(kind, rest.subspan(frameHeader, length)); !taken) return taken;
        rest = rest.subspan(frameHeader + length);
    }
    m_pending.erase(m_pending.begin(), m_pending.end() - static_cast<std::ptrdiff_t>(rest.size()));
    return {};
}

Result<void> ExportVerifier::takeFrame(char kind, ByteView content) {
    return kind == 'E' ? takeEntry(content) : takeHead(content);
}

Result<void> ExportVerifier::takeEntry(ByteView record) {
    const bool first = !m_chain;
    if (first) m_chain.emplace(Signatures::Check, m_settings.pinned);
    if (first)
        if (const auto decoded = decodeRecord(record))
            for (const Head& head : m_settings.heads)
                if (head.origin == decoded->entry.origin) m_chain->expect(head);
    const auto entry = m_chain->take(record);
    if (!entry) return std::unexpected(entry.error());
    if (first) {
        m_first = entry->time;
        for (const SectionReport& other : m_sections)
            if (other.origin == entry->origin) return fail("BAD_EXPORT", "two sections of one origin", entry->origin);
    }
    if (m_settings.onEntry) m_settings.onEntry(record, *entry);
    return {};
}

Result<void> ExportVerifier::takeHead(ByteView text) {
    const auto head = headFromText({reinterpret_cast<const char*>(text.data()), text.size()});
    if (!head) return std::unexpected(at(head.error()));
    if (!m_chain) return fail("BAD_EXPORT", "a head stands without entries");
    if (toText(*head) != std::string_view(reinterpret_cast<const char*>(text.data()), text.size()))
        return std::unexpected(at({"BAD_HEAD", "the head is not written as this program writes it", ""}));
    if (auto ends = m_chain->endsAt(*head); !ends) return ends;
    if (auto met = m_chain->finish(); !met) return met;
    m_sections.push_back({m_chain->origin(), *m_chain->key(), *head, m_first});
    m_chain.reset();
    return {};
}

Result<std::vector<SectionReport>> ExportVerifier::finish() {
    if (!m_magicSeen) return fail("BAD_EXPORT", "not an exported log: too short");
    if (m_chain || !m_pending.empty())
        return std::unexpected(at({"LOG_CUT", "the file ends here, without the signed head", ""}));
    if (m_sections.empty()) return fail("BAD_EXPORT", "the file holds no log");
    for (const Head& head : m_settings.heads)
        if (std::ranges::none_of(m_sections, [&](const auto& section) { return section.origin == head.origin; }))
            return fail("MISSING_ORIGIN", "the file has no log of the origin of a head", head.origin);
    return std::move(m_sections);
}

} // namespace haneul::log
