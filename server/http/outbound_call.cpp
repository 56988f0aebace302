#include "server/http/outbound_call.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::http {

namespace net = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

constexpr auto asTuple = net::as_tuple(net::use_awaitable);
constexpr std::uint32_t answerHeadBytes = 16 * 1024;
constexpr std::string_view ourVia = "1.1 haneul";
constexpr unsigned uniqueLocal = 0xFC; // fc00::/7
constexpr unsigned uniqueLocalMask = 0xFE;

beast::http::request<beast::http::string_body> requestOf(OutboundCall& call, const net::ip::address& address) {
    beast::http::request<beast::http::string_body> request;
    request.version(11);
    request.method_string(call.method);
    request.target(call.target);
    request.set(beast::http::field::host, address.is_v6() ? std::format("[{}]:{}", address.to_string(), call.port)
                                                          : std::format("{}:{}", address.to_string(), call.port));
    request.set(beast::http::field::authorization, "Bearer " + call.token);
    if (!call.contentType.empty()) request.set(beast::http::field::content_type, call.contentType);
    request.set(beast::http::field::via, ourVia);
    request.keep_alive(false);
    request.body() = std::move(call.body);
    request.content_length(request.body().size());
    return request;
}

std::unexpected<Error> notReached(const OutboundCall& call, const error_code& problem) {
    return fail("NOT_REACHED", problem.message(), std::format("{} port {}", call.address, call.port));
}

net::awaitable<Result<OutboundAnswer>> answerTo(OutboundCall call) {
    error_code problem;
    const auto address = net::ip::make_address(call.address, problem);
    if (problem) co_return notReached(call, problem);
    beast::tcp_stream stream(co_await net::this_coro::executor);
    stream.expires_after(call.connectTime);
    const net::ip::tcp::endpoint endpoint(address, call.port);
    std::tie(problem) = co_await stream.async_connect(endpoint, asTuple);
    if (problem) co_return notReached(call, problem);
    stream.expires_after(call.answerTime);
    const auto request = requestOf(call, address);
    std::size_t bytes = 0;
    std::tie(problem, bytes) = co_await beast::http::async_write(stream, request, asTuple);
    if (problem) co_return notReached(call, problem);
    beast::http::response_parser<beast::http::string_body> parser;
    parser.header_limit(answerHeadBytes);
    parser.body_limit(call.answerBytes);
    beast::flat_buffer buffer;
    std::tie(problem, bytes) = co_await beast::http::async_read(stream, buffer, parser, asTuple);
    if (problem) co_return notReached(call, problem);
    auto response = parser.release();
    co_return OutboundAnswer{response.result_int(), std::string(response[beast::http::field::content_type]),
                             std::move(response.body())};
}

net::awaitable<void> callAndTell(OutboundCall call, std::function<void(Result<OutboundAnswer>)> done) {
    done(co_await answerTo(std::move(call)));
}

} // namespace

bool wasPassedOn(const RequestHead& head) {
    return std::ranges::any_of(
        head.fields, [](const HeaderField& field) { return field.name == "via" && field.value.contains(ourVia); });
}

void callOut(net::io_context& io, OutboundCall call, std::function<void(Result<OutboundAnswer>)> done) {
    net::co_spawn(io, callAndTell(std::move(call), std::move(done)), net::detached);
}

bool isPrivateAddress(std::string_view text) {
    error_code problem;
    auto address = net::ip::make_address(text, problem);
    if (problem) return false;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
    if (address.is_loopback()) return true;
    if (address.is_v6()) return (address.to_v6().to_bytes()[0] & uniqueLocalMask) == uniqueLocal;
    const auto inside = [v4 = address.to_v4()](const char* network) {
        const auto block = net::ip::make_network_v4(network);
        return net::ip::network_v4(v4, block.prefix_length()).canonical() == block;
    };
    return inside("10.0.0.0/8") || inside("172.16.0.0/12") || inside("192.168.0.0/16");
}

} // namespace haneul::http
