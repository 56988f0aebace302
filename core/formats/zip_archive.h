#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// A ZIP file that a stranger made, opened in memory; nothing of it reaches a disk. Inside this room only.
namespace haneul::formats {

inline constexpr std::size_t maxArchiveBytes = 32u << 20;
inline constexpr std::size_t maxArchiveEntries = 1000;
inline constexpr std::size_t maxUnpackedBytes = 64u << 20; // of all that is read of one archive

struct ArchiveEntry {
    std::string name; // UTF-8, with '/' between folders
    std::uint64_t index = 0;
    std::uint64_t size_bytes = 0; // as the archive says; read() believes only what comes out
};

class ZipArchive {
public:
    // The bytes must outlive the archive. Codes: TOO_LARGE, BROKEN_ARCHIVE, TOO_MANY_ENTRIES, ENCRYPTED_ENTRY, BAD_PATH
    // (absolute, or out of its folder), DUPLICATE_ENTRY (names that differ at most in case).
    [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes);

    // Files only, in the order of the archive.
    [[nodiscard]] const std::vector<ArchiveEntry>& entries() const { return m_entries; }

    // Codes: TOO_LARGE (with what was read before), BROKEN_ARCHIVE (cut off, wrong checksum), UNKNOWN_COMPRESSION
    // (others than stored and deflated).
    [[nodiscard]] Result<std::string> read(const ArchiveEntry& entry);

private:
    struct Closer {
        void operator()(void* archive) const;
    };

    std::unique_ptr<void, Closer> m_archive;
    std::vector<ArchiveEntry> m_entries;
    std::size_t m_read_bytes = 0;
};

// The files of the archive with this ending, without the shadows that macOS puts beside each.
[[nodiscard]] std::vector<ArchiveEntry> filesEndingWith(const ZipArchive& archive, std::string_view end);

// Without regard to case, of letters A to Z: "a/ROADS.SHP" ends with ".shp".
[[nodiscard]] bool endsWithNoCase(std::string_view text, std::string_view end);
[[nodiscard]] std::string lowered(std::string_view text);

} // namespace haneul::formats
