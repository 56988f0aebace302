#include "server/storage/instance_lock.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haneul::storage {

Result<InstanceLock> InstanceLock::acquire(const std::filesystem::path& dataFolder) {
    std::error_code failed;
    const bool existed = std::filesystem::exists(dataFolder, failed);
    std::filesystem::create_directories(dataFolder, failed);
    if (failed)
        return fail("DATA_FOLDER_UNUSABLE", "cannot make the data folder: " + failed.message(), dataFolder.string());
    if (!existed) ::chmod(dataFolder.c_str(), 0700);

    const auto file = dataFolder / "instance.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail("DATA_FOLDER_UNUSABLE", std::string("cannot write into the data folder: ") + std::strerror(errno),
                    dataFolder.string());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char holder[32] = {};
        const auto length = ::read(descriptor, holder, sizeof holder - 1);
        ::close(descriptor);
        std::string who(holder, length > 0 ? static_cast<std::size_t>(length) : 0);
        while (!who.empty() && who.back() == '\n')
            who.pop_back();
        return fail("DATA_FOLDER_IN_USE",
                    "another Haneul (process " + (who.empty() ? "unknown" : who) +
                        ") works on this data folder; stop it, or choose another with --data",
                    dataFolder.string());
    }
    const std::string mine = std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, mine.data(), mine.size(), 0) < 0) {
        const std::string why = std::strerror(errno);
        ::close(descriptor);
        return fail("DATA_FOLDER_UNUSABLE", "cannot write into the data folder: " + why, dataFolder.string());
    }
    return InstanceLock(descriptor);
}

InstanceLock::InstanceLock(InstanceLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

InstanceLock& InstanceLock::operator=(InstanceLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

InstanceLock::~InstanceLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace haneul::storage
