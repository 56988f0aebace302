#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::http::tests {

using namespace std::chrono_literals;
using Millis = std::chrono::milliseconds;

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> fields; // names in lower case
    std::string body;
};

// A blocking TCP client that sends any bytes, from any loopback address, and misbehaves when told.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, const std::string& from = {}, int receiveBuffer_bytes = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&& other) noexcept;

    [[nodiscard]] bool connected() const { return m_socket >= 0; }

    [[nodiscard]] int handle() const { return m_socket; }

    bool send(std::string_view bytes); // false: the other side does not take it any more
    bool sendSome(std::string_view bytes, Millis timeout, std::size_t& taken);
    // One answer; nullopt when the connection ends or the time is over before it is complete.
    std::optional<HttpAnswer> readAnswer(Millis timeout = 10s, std::string_view method = "GET");
    // True when the other side closes (or resets) within the time; bytes that come before are thrown away.
    bool closedWithin(Millis timeout);
    [[nodiscard]] bool closedNow();
    std::optional<HttpAnswer> request(std::string_view text, std::string_view method = "GET");

    // -- WebSocket (RFC 6455)
    struct Frame {
        int opcode = 0;
        std::string payload;
    };

    bool upgrade(const std::string& fields = {}); // GET /api/v1/stream; the answer is in lastAnswer
    bool sendFrame(int opcode, std::string_view payload);
    std::optional<Frame> readFrame(Millis timeout = 10s); // answers pings by itself
    std::optional<HttpAnswer> lastAnswer;

private:
    bool fill(std::chrono::steady_clock::time_point until); // more bytes into m_received; false: closed or late
    int m_socket = -1;
    std::string m_received;
    bool m_ended = false;
};

// Of the token that TestServer knows; getRequest, postRequest and upgrade come with it.
inline constexpr std::string_view testToken = "test-token";
inline constexpr std::string_view testAuthorization = "Authorization: Bearer test-token\r\n";
std::string getRequest(std::string_view target, std::string_view fields = {});
std::string postRequest(std::string_view target, std::string_view body, std::string_view fields = {});
std::uint64_t resident_bytes();

} // namespace haneul::http::tests
