#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/http/head_gate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace haneul::http {

// A call to another instance, and what limits it.
struct OutboundCall {
    std::string address; // IPv4 or IPv6, not a name
    std::uint16_t port = 0;
    std::string_view method; // "PUT"
    std::string target;      // as it goes on the wire
    std::string token;       // isToken(); all that is said of who calls
    std::string contentType; // empty with an empty body
    std::string body;
    milliseconds connectTime{1'000};
    milliseconds answerTime{15'000}; // from the connection to the last byte of the answer
    std::size_t answerBytes = 16 * 1024 * 1024;
};

struct OutboundAnswer {
    unsigned status = 0;
    std::string contentType;
    std::string body;
};

// Whether another instance has passed the request on already (RFC 9110 7.6.3): it is answered here, or it might go
// round in circles.
[[nodiscard]] bool wasPassedOn(const RequestHead& head);

// HTTP/1.1 on a connection of its own; redirections are not followed. `done` is called later on the thread of `io`;
// never, when that ends first. Code NOT_REACHED: no whole answer came in time.
void callOut(boost::asio::io_context& io, OutboundCall call, std::function<void(Result<OutboundAnswer>)> done);

// Loopback, or an address that is used inside of a house only (RFC 1918, RFC 4193).
[[nodiscard]] bool isPrivateAddress(std::string_view address);

} // namespace haneul::http
