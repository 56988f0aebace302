#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::log {

// nullopt when there is no such file. Code FILE_UNREADABLE, also for one longer than `limit` bytes.
[[nodiscard]] Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file, std::size_t limit);

// The old content or the new, whatever happens between: written beside it, synced, renamed over it, folder synced.
// 0600. Code FILE_UNWRITABLE. What is not finished leaves nothing behind.
class FileReplacement {
public:
    // `onStep` is told "written", "renamed", "kept".
    explicit FileReplacement(std::filesystem::path file, std::function<void(std::string_view)> onStep = {});
    ~FileReplacement();
    FileReplacement(const FileReplacement&) = delete;
    FileReplacement& operator=(const FileReplacement&) = delete;

    [[nodiscard]] Result<void> write(std::span<const std::uint8_t> bytes);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> flush();
    void tell(std::string_view step) const;

    std::filesystem::path m_file, m_beside;
    std::function<void(std::string_view)> m_onStep;
    std::vector<std::uint8_t> m_pending;
    int m_descriptor;
};

[[nodiscard]] Result<void> replaceSmallFile(const std::filesystem::path& file, std::string_view content,
                                            const std::function<void(std::string_view)>& onStep = {});

} // namespace haneul::log
