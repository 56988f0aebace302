#include "core/formats/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <format>
#include <set>

namespace haneul::formats {

namespace {

zip_t* raw(void* archive) {
    return static_cast<zip_t*>(archive);
}

// "../a", "/a", "c:\a": a name that leads out of the archive is nobody's mistake.
bool leadsOut(std::string_view name) {
    if (name.starts_with('/') || name.contains('\\') || name.contains(':')) return true;
    while (!name.empty()) {
        const std::size_t end = name.find('/');
        if (name.substr(0, end) == "..") return true;
        name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
    }
    return false;
}

} // namespace

void ZipArchive::Closer::operator()(void* archive) const {
    zip_discard(raw(archive)); // never written
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
    if (bytes.size() > maxArchiveBytes)
        return fail("TOO_LARGE", std::format("an archive may have {} MiB", maxArchiveBytes >> 20));
    zip_error_t error;
    zip_error_init(&error);
    const auto broken = [&] {
        auto failed = fail("BROKEN_ARCHIVE", std::format("the archive cannot be read: {}", zip_error_strerror(&error)));
        zip_error_fini(&error);
        return failed;
    };
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return broken();
    zip_t* const opened = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        zip_source_free(source);
        return broken();
    }
    zip_error_fini(&error);
    ZipArchive archive;
    archive.m_archive.reset(opened);
    const zip_int64_t count = zip_get_num_entries(opened, 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > maxArchiveEntries)
        return fail("TOO_MANY_ENTRIES", std::format("the archive has {} files; {} are read", count, maxArchiveEntries));
    std::set<std::string> seen;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t stat;
        if (zip_stat_index(opened, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
            return fail("BROKEN_ARCHIVE", "an entry of the archive cannot be read", std::format("entry {}", index));
        const std::string name = stat.name;
        if (leadsOut(name))
            return fail("BAD_PATH", "the name of an entry leads out of the archive", std::format("entry {}", index));
        if (!seen.insert(lowered(name)).second)
            return fail("DUPLICATE_ENTRY", "two entries have one name", name.substr(0, 200));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return fail("ENCRYPTED_ENTRY", "the archive is locked with a password; send it without one",
                        name.substr(0, 200));
        if (!name.ends_with('/')) archive.m_entries.push_back({name, index, stat.size});
    }
    return archive;
}

Result<std::string> ZipArchive::read(const ArchiveEntry& entry) {
    const std::string where = entry.name.substr(0, 200);
    const std::size_t left_bytes = maxUnpackedBytes - m_read_bytes;
    const auto tooLarge = [&] {
        return fail("TOO_LARGE", std::format("more than {} MiB when unpacked", maxUnpackedBytes >> 20), where);
    };
    if (entry.size_bytes > left_bytes) return tooLarge();
    zip_stat_t stat;
    if (zip_stat_index(raw(m_archive.get()), entry.index, 0, &stat) != 0 ||
        (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE))
        return fail("UNKNOWN_COMPRESSION", "the entry is packed in another way than deflate", where);
    const auto closing = [](zip_file_t* file) { zip_fclose(file); };
    const std::unique_ptr<zip_file_t, decltype(closing)> file(zip_fopen_index(raw(m_archive.get()), entry.index, 0));
    if (!file) return fail("BROKEN_ARCHIVE", zip_strerror(raw(m_archive.get())), where);
    std::string content;
    content.reserve(entry.size_bytes);
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), part.data(), part.size());
        if (got < 0) return fail("BROKEN_ARCHIVE", zip_file_strerror(file.get()), where);
        if (got == 0) break;
        if (content.size() + static_cast<std::size_t>(got) > left_bytes) return tooLarge();
        content.append(part.data(), static_cast<std::size_t>(got));
    }
    m_read_bytes += content.size();
    return content;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

bool endsWithNoCase(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && lowered(text.substr(text.size() - end.size())) == lowered(end);
}

std::vector<ArchiveEntry> filesEndingWith(const ZipArchive& archive, std::string_view end) {
    std::vector<ArchiveEntry> list;
    std::ranges::copy_if(archive.entries(), std::back_inserter(list), [&](const ArchiveEntry& entry) {
        return endsWithNoCase(entry.name, end) && !entry.name.starts_with("__MACOSX/");
    });
    return list;
}

} // namespace haneul::formats
