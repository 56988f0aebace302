#include "server/http/request_log.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <format>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haneul::http {

namespace {

constexpr std::size_t mostAtOnce_bytes = 64 * 1024;
constexpr mode_t ownerOnly = 0600;

std::filesystem::path numbered(const std::filesystem::path& file, unsigned number) {
    return number == 0 ? file : std::filesystem::path(std::format("{}.{}", file.string(), number));
}

std::string_view orDash(std::string_view text) {
    return text.empty() ? "-" : text;
}

std::unexpected<Error> unwritable(const std::filesystem::path& file, int problem) {
    return fail("REQUEST_LOG_UNWRITABLE", std::strerror(problem), file.string());
}

// Said in place of the lines that could not be kept.
std::string lostLine(UtcMs time, std::uint64_t lost) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("time").time(time);
    writer.key("lost").count(lost);
    writer.endObject();
    return writer.take() + '\n';
}

bool wanted(std::string_view line, const RequestFilter& filter) {
    auto object = json::Object::parse(line);
    if (!object) return false; // half written just now
    const auto text = object->optionalString("time");
    const auto time = text && *text ? fromRfc3339(**text) : std::nullopt;
    if (!time || (filter.from && *time < *filter.from) || (filter.to && *time > *filter.to)) return false;
    if (!filter.user) return true;
    const auto user = object->optionalString("user");
    return user && *user == filter.user;
}

// From the last line back.
void takeLines(std::string_view content, const RequestFilter& filter, std::vector<std::string>& found) {
    while (!content.empty() && found.size() < filter.limit) {
        content.remove_suffix(content.ends_with('\n') ? 1 : 0);
        const auto end = content.rfind('\n');
        const auto begin = end == std::string_view::npos ? 0 : end + 1;
        const auto line = content.substr(begin);
        if (!line.empty() && wanted(line, filter)) found.emplace_back(line);
        content = content.substr(0, begin);
    }
}

} // namespace

std::string requestLine(const RequestRecord& record) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("time").time(record.time);
    writer.key("id").string(record.id);
    writer.key("user").string(orDash(record.user));
    writer.key("session").string(orDash(record.session));
    writer.key("address").string(record.address);
    writer.key("method").string(orDash(record.method));
    writer.key("route").string(orDash(record.route));
    writer.key("path").string(orDash(record.path));
    writer.key("status").count(record.status);
    writer.key("duration_ms").number(std::chrono::duration<double, std::milli>(record.duration).count(), 3);
    writer.key("received_bytes").count(record.received_bytes);
    writer.key("sent_bytes").count(record.sent_bytes);
    if (!record.error.empty()) writer.key("error").string(record.error);
    if (!record.instance.empty()) writer.key("instance").string(record.instance);
    writer.endObject();
    return writer.take() + '\n';
}

// ---------------------------------------------------------------- the file

RotatingFile::RotatingFile(std::filesystem::path file, std::size_t fileBytes, unsigned files)
    : m_file(std::move(file))
    , m_fileBytes(fileBytes)
    , m_files(std::max(files, 1U)) {}

RotatingFile::~RotatingFile() {
    close();
}

void RotatingFile::close() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
}

Result<void> RotatingFile::open() {
    struct stat there{}, ours{};
    if (m_descriptor >= 0 && ::stat(m_file.c_str(), &there) == 0 && ::fstat(m_descriptor, &ours) == 0 &&
        there.st_ino == ours.st_ino && there.st_dev == ours.st_dev)
        return {};
    close();
    // Not blocking: a pipe that somebody put there must not hold us up.
    m_descriptor =
        ::open(m_file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownerOnly);
    if (m_descriptor < 0) return unwritable(m_file, errno);
    if (::fstat(m_descriptor, &ours) == 0 && S_ISREG(ours.st_mode)) return {};
    close();
    return fail("REQUEST_LOG_UNWRITABLE", "not a regular file", m_file.string());
}

Result<void> RotatingFile::rotate() {
    close();
    if (m_files == 1 && ::unlink(m_file.c_str()) != 0) return unwritable(m_file, errno);
    for (unsigned number = m_files - 1; number > 0; --number)
        if (::rename(numbered(m_file, number - 1).c_str(), numbered(m_file, number).c_str()) != 0 && errno != ENOENT)
            return unwritable(m_file, errno);
    return open();
}

Result<void> RotatingFile::append(std::string_view lines) {
    if (const auto opened = open(); !opened) return opened;
    struct stat now{};
    if (::fstat(m_descriptor, &now) != 0) return unwritable(m_file, errno);
    auto size = now.st_size;
    if (size > 0 && static_cast<std::size_t>(size) + lines.size() > m_fileBytes) {
        if (const auto rotated = rotate(); !rotated) return rotated;
        size = 0;
    }
    const std::string ended = m_torn ? std::format("\n{}", lines) : std::string();
    if (m_torn) lines = ended;
    while (!lines.empty()) {
        const auto written = ::write(m_descriptor, lines.data(), lines.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            const int problem = written == 0 ? ENOSPC : errno;
            m_torn = ::ftruncate(m_descriptor, size) != 0;
            return unwritable(m_file, problem);
        }
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
    m_torn = false;
    return {};
}

// ---------------------------------------------------------------- the log

RequestLog::RequestLog(RequestLogSettings settings, const clock::Clock& clock, TellTrouble tellTrouble)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_tellTrouble(std::move(tellTrouble))
    , m_file(m_settings.file, m_settings.fileBytes, m_settings.files)
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

RequestLog::~RequestLog() {
    m_thread.request_stop();
    m_thread.join();
}

void RequestLog::add(const RequestRecord& record) {
    auto line = requestLine(record);
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= m_settings.queue) {
        ++m_dropped;
        ++m_lost;
        return;
    }
    m_waiting.push_back(std::move(line));
    m_changed.notify_one();
}

void RequestLog::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const auto lines = std::exchange(m_waiting, {});
        m_untold += std::exchange(m_dropped, 0);
        lock.unlock();
        write(lines);
        lock.lock();
    }
}

void RequestLog::write(const std::deque<std::string>& lines) {
    const std::size_t most = std::min(mostAtOnce_bytes, m_settings.fileBytes);
    for (auto line = lines.begin(); line != lines.end();) {
        std::string text = m_untold > 0 ? lostLine(m_clock.now(), m_untold) : std::string();
        std::uint64_t number = 0;
        for (; line != lines.end() && (number == 0 || text.size() + line->size() <= most); ++line, ++number)
            text += *line;
        const auto written = m_file.append(text);
        m_untold = written ? 0 : m_untold + number;
        if (!written) m_lost += number;
        if (!written && !m_failing && m_tellTrouble) m_tellTrouble(written.error());
        m_failing = !written;
    }
}

std::vector<std::string> RequestLog::find(const RequestFilter& filter) const {
    // All are opened before the first is read, so that none is read twice when one is put aside meanwhile.
    std::vector<std::ifstream> files;
    for (unsigned number = 0; number < m_settings.files; ++number) {
        std::error_code ignored;
        const auto file = numbered(m_settings.file, number);
        if (std::filesystem::is_regular_file(file, ignored)) files.emplace_back(file, std::ios::binary);
    }
    std::vector<std::string> found;
    for (auto& file : files) {
        if (found.size() >= filter.limit) break;
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        takeLines(content, filter, found);
    }
    return found;
}

} // namespace haneul::http
