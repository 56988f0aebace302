#pragma once

#include "core/log/chain.h"

#include <functional>

namespace haneul::log {

// An exported log, format 1: "HNLLOG" 01 0a, then one section per origin: its records from the first to the last, then
// its signed head. Each stands in a frame: one letter ('E' entry, 'H' head), length (4 bytes, big-endian), content.
// Nothing may follow the last head.
inline constexpr std::array<std::uint8_t, 8> exportMagic{'H', 'N', 'L', 'L', 'O', 'G', 1, '\n'};

[[nodiscard]] Bytes entryFrame(ByteView record);
[[nodiscard]] Bytes headFrame(const Head& head);

struct SectionReport {
    std::string origin;
    PublicKey key{};
    Head head;
    HybridTime first;
};

struct VerifySettings {
    std::optional<PublicKey> pinned; // every section must be signed with it
    std::vector<Head> heads;         // heads kept elsewhere; each must lie on the section of its origin
    std::function<void(ByteView record, const Entry& entry)> onEntry; // each good one
};

// Reads an exported file in pieces of any size, and stops at the first thing that is not right.
// Codes: those of ChainVerifier; BAD_HEAD; BAD_EXPORT (not such a file, or cut); MISSING_ORIGIN (no section for a
// head).
class ExportVerifier {
public:
    explicit ExportVerifier(VerifySettings settings);

    [[nodiscard]] Result<void> feed(ByteView bytes);
    [[nodiscard]] Result<std::vector<SectionReport>> finish();

private:
    [[nodiscard]] Result<void> takeFrame(char kind, ByteView content);
    [[nodiscard]] Result<void> takeEntry(ByteView record);
    [[nodiscard]] Result<void> takeHead(ByteView text);
    [[nodiscard]] Error at(Error error) const;

    VerifySettings m_settings;
    Bytes m_pending; // bytes of an unfinished frame
    bool m_magicSeen = false;
    std::optional<ChainVerifier> m_chain;
    HybridTime m_first;
    std::vector<SectionReport> m_sections;
};

} // namespace haneul::log
