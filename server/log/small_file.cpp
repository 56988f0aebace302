#include "server/log/small_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <sodium.h>

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

constexpr std::size_t writeBlock = 64 * 1024;

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

FileReplacement::FileReplacement(std::filesystem::path file, std::function<void(std::string_view)> onStep)
    : m_file(std::move(file))
    , m_beside(m_file.string() + ".new")
    , m_onStep(std::move(onStep))
    , m_descriptor(::open(m_beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {}

FileReplacement::~FileReplacement() {
    if (m_descriptor < 0) return;
    ::close(m_descriptor);
    ::unlink(m_beside.c_str());
}

void FileReplacement::tell(std::string_view step) const {
    if (m_onStep) m_onStep(step);
}

Result<void> FileReplacement::write(std::span<const std::uint8_t> bytes) {
    if (m_descriptor < 0) return fail("FILE_UNWRITABLE", "cannot be written", m_beside.string());
    m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
    return m_pending.size() < writeBlock ? Result<void>{} : flush();
}

Result<void> FileReplacement::flush() {
    std::size_t done = 0;
    while (done < m_pending.size()) {
        const ssize_t written = ::write(m_descriptor, m_pending.data() + done, m_pending.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failure("FILE_UNWRITABLE", "cannot be written", m_beside);
        done += static_cast<std::size_t>(written);
    }
    sodium_memzero(m_pending.data(), m_pending.size()); // it may be a key
    m_pending.clear();
    return {};
}

Result<void> FileReplacement::finish() {
    if (m_descriptor < 0) return fail("FILE_UNWRITABLE", "cannot be written", m_beside.string());
    if (auto flushed = flush(); !flushed) return flushed;
    if (::fsync(m_descriptor) != 0) return failure("FILE_UNWRITABLE", "cannot be written", m_beside);
    tell("written");
    if (::rename(m_beside.c_str(), m_file.c_str()) != 0)
        return failure("FILE_UNWRITABLE", "cannot be replaced", m_file);
    ::close(std::exchange(m_descriptor, -1));
    tell("renamed");
    const auto above = m_file.has_parent_path() ? m_file.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0)
        return failure("FILE_UNWRITABLE", "its folder cannot be synced", m_file);
    tell("kept");
    return {};
}

Result<void> replaceSmallFile(const std::filesystem::path& file, std::string_view content,
                              const std::function<void(std::string_view)>& onStep) {
    FileReplacement replacement(file, onStep);
    auto written = replacement.write({reinterpret_cast<const std::uint8_t*>(content.data()), content.size()});
    return written ? replacement.finish() : written;
}

} // namespace haneul::log
