#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace haneul::storage {

// One instance per data folder: two processes on one SQLite file can damage it (WAL-reset bug before SQLite 3.51.3).
// The lock goes with the process, also after kill -9; the file only says who holds it.
class InstanceLock {
public:
    // Makes the folder (0700) when it is missing.
    // Codes: DATA_FOLDER_IN_USE (with the other process id), DATA_FOLDER_UNUSABLE.
    [[nodiscard]] static Result<InstanceLock> acquire(const std::filesystem::path& dataFolder);

    InstanceLock(InstanceLock&& other) noexcept;
    InstanceLock& operator=(InstanceLock&& other) noexcept;
    InstanceLock(const InstanceLock&) = delete;
    InstanceLock& operator=(const InstanceLock&) = delete;
    ~InstanceLock();

private:
    explicit InstanceLock(int descriptor)
        : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace haneul::storage
