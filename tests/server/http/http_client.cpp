#include "http_client.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace haneul::http::tests {

using SteadyClock = std::chrono::steady_clock;

namespace {

bool waitFor(int socket, short events, SteadyClock::time_point until) {
    while (true) {
        const auto left = std::chrono::ceil<Millis>(until - SteadyClock::now()).count();
        pollfd entry{socket, events, 0};
        const int ready = poll(&entry, 1, static_cast<int>(std::max<long>(left, 0)));
        if (ready > 0) return true;
        if (ready == 0 || errno != EINTR) return false;
    }
}

sockaddr_in loopbackAddress(const std::string& address, std::uint16_t port) {
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    inet_pton(AF_INET, address.c_str(), &result.sin_addr);
    return result;
}

} // namespace

RawClient::RawClient(std::uint16_t port, const std::string& from, int receiveBuffer_bytes)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (m_socket < 0) return;
    if (receiveBuffer_bytes > 0)
        setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer_bytes, sizeof receiveBuffer_bytes);
    bool good = true;
    if (!from.empty()) {
        const auto source = loopbackAddress(from, 0);
        good = bind(m_socket, reinterpret_cast<const sockaddr*>(&source), sizeof source) == 0;
    }
    const auto target = loopbackAddress("127.0.0.1", port);
    good = good && connect(m_socket, reinterpret_cast<const sockaddr*>(&target), sizeof target) == 0;
    if (!good) {
        close(m_socket);
        m_socket = -1;
        return;
    }
    fcntl(m_socket, F_SETFL, O_NONBLOCK);
}

RawClient::~RawClient() {
    if (m_socket >= 0) close(m_socket);
}

RawClient::RawClient(RawClient&& other) noexcept
    : lastAnswer(std::move(other.lastAnswer))
    , m_socket(std::exchange(other.m_socket, -1))
    , m_received(std::move(other.m_received))
    , m_ended(other.m_ended) {}

RawClient& RawClient::operator=(RawClient&& other) noexcept {
    std::swap(m_socket, other.m_socket);
    std::swap(m_received, other.m_received);
    std::swap(m_ended, other.m_ended);
    std::swap(lastAnswer, other.lastAnswer);
    return *this;
}

bool RawClient::sendSome(std::string_view bytes, Millis timeout, std::size_t& taken) {
    const auto until = SteadyClock::now() + timeout;
    taken = 0;
    while (taken < bytes.size()) {
        const auto sent = ::send(m_socket, bytes.data() + taken, bytes.size() - taken, MSG_NOSIGNAL);
        if (sent > 0) {
            taken += static_cast<std::size_t>(sent);
            continue;
        }
        if (errno != EAGAIN || !waitFor(m_socket, POLLOUT, until)) return false;
    }
    return true;
}

bool RawClient::send(std::string_view bytes) {
    std::size_t taken = 0;
    return sendSome(bytes, 10s, taken);
}

bool RawClient::fill(SteadyClock::time_point until) {
    if (m_socket < 0 || m_ended) return false;
    while (true) {
        char block[16384];
        const auto size = recv(m_socket, block, sizeof block, 0);
        if (size > 0) {
            m_received.append(block, static_cast<std::size_t>(size));
            return true;
        }
        if (size == 0 || errno != EAGAIN) {
            m_ended = true;
            return false;
        }
        if (!waitFor(m_socket, POLLIN, until)) return false;
    }
}

std::optional<HttpAnswer> RawClient::readAnswer(Millis timeout, std::string_view method) {
    const auto until = SteadyClock::now() + timeout;
    std::size_t end = 0;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos)
        if (!fill(until)) return std::nullopt;
    HttpAnswer answer;
    const std::string head = m_received.substr(0, end + 2);
    m_received.erase(0, end + 4);
    if (!head.starts_with("HTTP/1.1 ")) return std::nullopt;
    answer.status = std::stoi(head.substr(9, 3));
    for (auto at = head.find("\r\n") + 2; at < head.size();) {
        const auto next = head.find("\r\n", at);
        const auto colon = head.find(':', at);
        std::string name = head.substr(at, colon - at);
        std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
        answer.fields[name] = head.substr(colon + 2, next - colon - 2);
        at = next + 2;
    }
    const auto length = answer.fields.find("content-length");
    const bool hasBody = method != "HEAD" && length != answer.fields.end();
    const std::size_t size = hasBody ? std::stoul(length->second) : 0;
    while (m_received.size() < size)
        if (!fill(until)) return std::nullopt;
    answer.body = m_received.substr(0, size);
    m_received.erase(0, size);
    return answer;
}

bool RawClient::closedWithin(Millis timeout) {
    const auto until = SteadyClock::now() + timeout;
    while (fill(until))
        m_received.clear();
    return m_ended;
}

bool RawClient::closedNow() {
    return closedWithin(0ms);
}

std::optional<HttpAnswer> RawClient::request(std::string_view text, std::string_view method) {
    if (!connected() || !send(text)) return std::nullopt;
    return readAnswer(10s, method);
}

bool RawClient::upgrade(const std::string& fields) {
    // The key and its answer are the example of RFC 6455 1.3.
    const std::string head =
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        std::string(testAuthorization) + fields + "\r\n";
    if (!connected() || !send(head)) return false;
    lastAnswer = readAnswer();
    return lastAnswer && lastAnswer->status == 101 &&
           lastAnswer->fields["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
}

bool RawClient::sendFrame(int opcode, std::string_view payload) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            frame += static_cast<char>((payload.size() >> shift) & 0xff);
    }
    constexpr std::string_view mask = "\x12\x34\x56\x78";
    frame += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(payload[i] ^ mask[i % 4]);
    return send(frame);
}

std::optional<RawClient::Frame> RawClient::readFrame(Millis timeout) {
    const auto until = SteadyClock::now() + timeout;
    const auto need = [&](std::size_t size) {
        while (m_received.size() < size)
            if (!fill(until)) return false;
        return true;
    };
    while (true) {
        if (!need(2)) return std::nullopt;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(m_received[i]); };
        std::size_t size = byte(1) & 0x7f;
        std::size_t header = 2;
        const std::size_t extended = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (!need(header + extended)) return std::nullopt;
        if (extended > 0) size = 0;
        for (std::size_t i = 0; i < extended; ++i)
            size = size << 8 | byte(header + i);
        header += extended;
        if (!need(header + size)) return std::nullopt;
        Frame frame{byte(0) & 0x0f, m_received.substr(header, size)};
        const bool final = (byte(0) & 0x80) != 0;
        m_received.erase(0, header + size);
        if (frame.opcode == 9) {
            sendFrame(10, frame.payload);
            continue;
        }
        if (!final) return std::nullopt; // the server promises whole messages
        return frame;
    }
}

std::string getRequest(std::string_view target, std::string_view fields) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(testAuthorization) +
           std::string(fields) + "\r\n";
}

std::string postRequest(std::string_view target, std::string_view body, std::string_view fields) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(testAuthorization) + std::string(fields) + "\r\n" + std::string(body);
}

std::uint64_t resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    statm >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

} // namespace haneul::http::tests
