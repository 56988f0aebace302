#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>

namespace haneul::geotiff {

struct Confinement {
    std::filesystem::path output;             // the only file that may be written; its folder must exist
    std::uint64_t memory_bytes = 2ULL << 30U; // of address space
    std::uint64_t file_bytes = 8ULL << 30U;   // of the output
    unsigned cpu_s = 1200;
};

// From here on this process opens no socket, starts no program, and is limited in memory, processor time and size of a
// file; where the kernel has Landlock it can also write nowhere but in the folder of the output. No way back.
// Code CONFINEMENT_FAILED.
[[nodiscard]] Result<void> confine(const Confinement& limits);

} // namespace haneul::geotiff
