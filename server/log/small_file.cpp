#include "server/log/small_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haneul::log {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

std::unexpected<Error> failure(const char* code, const char* what, const std::filesystem::path& file) {
    return fail(code, std::string(what) + ": " + std::strerror(errno), file.string());
}

bool writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.number() < 0) {
        if (errno == ENOENT) return std::optional<std::string>{};
        return failure("FILE_UNREADABLE", "cannot be read", file);
    }
    std::string content(limit + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t got = ::read(descriptor.number(), content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure("FILE_UNREADABLE", "cannot be read", file);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > limit) return fail("FILE_UNREADABLE", "longer than such a file can be", file.string());
    content.resize(size);
    return std::optional(std::move(content));
}

Result<void> replaceSmallFile(const std::filesystem::path& file, std::string_view content,
                              const std::function<void(std::string_view)>& onStep) {
    const auto tell = [&](std::string_view step) {
        if (onStep) onStep(step);
    };
    const std::filesystem::path beside = file.string() + ".new";
    {
        const Descriptor descriptor(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (descriptor.number() < 0) return failure("FILE_UNWRITABLE", "cannot be written", beside);
        if (!writeAll(descriptor.number(), content) || ::fsync(descriptor.number()) != 0)
            return failure("FILE_UNWRITABLE", "cannot be written", beside);
    }
    tell("written");
    if (::rename(beside.c_str(), file.c_str()) != 0) return failure("FILE_UNWRITABLE", "cannot be replaced", file);
    tell("renamed");
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0)
        return failure("FILE_UNWRITABLE", "its folder cannot be synced", file);
    tell("kept");
    return {};
}

} // namespace haneul::log
