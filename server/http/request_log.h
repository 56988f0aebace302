#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/clock/clock.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace haneul::http {

// One request, as it ended.
struct RequestRecord {
    UtcMs time{};            // when its head had come
    std::string id;          // as the answer carries it
    std::string user;        // or "token:" and the name of the token; empty: nobody
    std::string session;     // id of the session, or "token:" and the token's id
    std::string address;     // of the client
    std::string_view method; // empty: the head was not understood
    std::string_view route;  // pattern of the table of routes; empty: matched none
    std::string path;        // as sent, without the query: there may be secrets in it
    unsigned status = 0;     // 0: the client was gone before there was an answer
    std::string error;       // code of the refusal; empty: none
    std::string instance;    // that answered for this one; empty: answered in here
    std::chrono::microseconds duration{};
    std::uint64_t received_bytes = 0; // head and body
    std::uint64_t sent_bytes = 0;     // of a stream: all its messages
};

// One JSON object and the end of the line. Whatever the client sent stays inside its text.
[[nodiscard]] std::string requestLine(const RequestRecord& record);

struct RequestLogSettings {
    std::filesystem::path file;
    std::size_t fileBytes = 10 * 1024 * 1024; // a file that would become larger is put aside as "<file>.1", that as .2
    unsigned files = 5;                       // that are kept, the one that is written to among them
    std::size_t queue = 10'000;               // lines that may wait for the disk; more are lost, and counted
};

// Lines into a file of a bounded size. What cannot be written whole is not written at all. One thread only.
class RotatingFile {
public:
    RotatingFile(std::filesystem::path file, std::size_t fileBytes, unsigned files);
    ~RotatingFile();
    RotatingFile(const RotatingFile&) = delete;
    RotatingFile& operator=(const RotatingFile&) = delete;

    // Code REQUEST_LOG_UNWRITABLE. Takes up the file again when somebody has moved it away.
    [[nodiscard]] Result<void> append(std::string_view lines);

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> rotate();
    void close();

    std::filesystem::path m_file;
    std::size_t m_fileBytes;
    unsigned m_files;
    int m_descriptor = -1;
    bool m_torn = false; // the file ends in half a line that could not be taken back
};

// Which lines of the log are asked for.
struct RequestFilter {
    std::optional<UtcMs> from; // of the time of the request
    std::optional<UtcMs> to;
    std::optional<std::string> user;
    std::size_t limit = 200;
};

// One line for each request in a file of JSON lines, written on a thread of its own: the disk may be slow or full, the
// service goes on, and what was lost is counted, told and said in the file as soon as it can be written again.
// Thread-safe.
class RequestLog {
public:
    // Told on the log's thread when lines begin to be lost.
    using TellTrouble = std::function<void(const Error&)>;

    RequestLog(RequestLogSettings settings, const clock::Clock& clock, TellTrouble tellTrouble = {});
    // Writes what waits.
    ~RequestLog();
    RequestLog(const RequestLog&) = delete;
    RequestLog& operator=(const RequestLog&) = delete;

    // Returns at once.
    void add(const RequestRecord& record);

    [[nodiscard]] std::uint64_t lost() const { return m_lost; }

    // The lines asked for, newest first. Reads the files: not on the network thread.
    [[nodiscard]] std::vector<std::string> find(const RequestFilter& filter) const;

private:
    void work(const std::stop_token& stop);
    void write(const std::deque<std::string>& lines);

    RequestLogSettings m_settings;
    const clock::Clock& m_clock;
    TellTrouble m_tellTrouble;
    std::atomic<std::uint64_t> m_lost = 0; // lines in all
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::string> m_waiting;
    std::uint64_t m_dropped = 0; // lines for which there was no room, since the thread looked last
    RotatingFile m_file;         // of the thread only, like the next two
    std::uint64_t m_untold = 0;  // lost lines that the file does not speak of yet
    bool m_failing = false;
    std::jthread m_thread; // last: ends before what it uses
};

} // namespace haneul::http
