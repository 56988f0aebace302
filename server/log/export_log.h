#pragma once

#include "core/log/export_file.h"
#include "server/log/log_tables.h"

#include <filesystem>

namespace haneul::log {

// Writes the records up to the head's and the head itself into a new file (core/log/export_file.h says the format); the
// file is there whole or not at all. Code FILE_UNWRITABLE, LOG_READ.
[[nodiscard]] Result<void> exportLog(LogTables& tables, const Head& head, const std::filesystem::path& file);

} // namespace haneul::log
