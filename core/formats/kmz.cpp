#include "core/formats/kmz.h"

#include "core/formats/zip_archive.h"

#include <algorithm>

namespace haneul::formats {

bool isZip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); // the latter is empty
}

Result<KmzText> readKmz(std::string_view bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return std::unexpected(archive.error());
    const std::vector<ArchiveEntry> files = filesEndingWith(*archive, ".kml");
    if (files.empty()) return fail("UNKNOWN_FORMAT", "the archive holds no .kml; a KMZ is wanted");
    const auto main =
        std::ranges::find_if(files, [](const ArchiveEntry& one) { return lowered(one.name) == "doc.kml"; });
    const ArchiveEntry& chosen = main == files.end() ? files.front() : *main;
    auto text = archive->read(chosen);
    if (!text) return std::unexpected(text.error());
    KmzText kmz{.name = chosen.name, .kml = *std::move(text), .notRead = {}};
    for (const ArchiveEntry& one : files)
        if (one.index != chosen.index) kmz.notRead.push_back(one.name);
    return kmz;
}

} // namespace haneul::formats
