#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::support {

struct ArchiveFile {
    std::string name; // at most 99 bytes
    std::string content;
};

// The files as .tar.gz (POSIX ustar in gzip, RFC 1952); owners are not named.
[[nodiscard]] std::string tarGz(const std::vector<ArchiveFile>& files, UtcMs time);

// Whole or not at all, readable by its owner only. Code: BUNDLE_UNWRITABLE.
[[nodiscard]] Result<void> writeWhole(const std::filesystem::path& path, std::string_view bytes);

} // namespace haneul::support
