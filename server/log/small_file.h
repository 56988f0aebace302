#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::log {

// nullopt when there is no such file. Code FILE_UNREADABLE, also for one longer than `limit` bytes.
[[nodiscard]] Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file, std::size_t limit);

// The old content or the new, whatever happens between: a file beside it, synced, renamed over it, folder synced. 0600.
// `onStep` is told "written", "renamed", "kept". Code FILE_UNWRITABLE.
[[nodiscard]] Result<void> replaceSmallFile(const std::filesystem::path& file, std::string_view content,
                                            const std::function<void(std::string_view)>& onStep = {});

} // namespace haneul::log
