// Raw bytes of a request head through the gate. What the gate passes, Boost.Beast must read, and read alike: the gate
// decides about the route and the body, Beast takes the body off the wire. A difference would be request smuggling.
#include "server/http/head_gate.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string_view>

namespace {

namespace beast = boost::beast;
using haneul::http::RequestHead;

void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "the gate and the parser differ: %s\n", what);
    std::abort();
}

void compare(const RequestHead& head, std::string_view raw) {
    beast::http::request_parser<beast::http::string_body> parser;
    parser.header_limit(64 * 1024);
    parser.body_limit(boost::none);
    boost::system::error_code problem;
    const auto used = parser.put(boost::asio::buffer(raw), problem);
    demand(!problem || problem == beast::http::error::need_more, "Beast refuses");
    demand(parser.is_header_done(), "Beast wants more");
    demand(used == raw.size(), "Beast sees another end of the head");
    demand(!parser.chunked(), "Beast sees chunks");
    const auto& message = parser.get();
    demand(message.version() == 11, "version");
    demand(std::string_view(message.method_string()) == toString(head.method), "method");
    demand(std::string_view(message.target()) == head.target, "target");
    demand(std::string_view(message[beast::http::field::host]) == head.host, "host");
    const auto length = parser.content_length();
    demand(length.has_value() == head.contentLength.has_value(), "is there a length");
    demand(!length || *length == *head.contentLength, "length");
    demand(parser.is_done() == (head.contentLength.value_or(0) == 0), "is there a body");
    // Beast keeps fields of one name together; only the order of the values of each name is meant to agree.
    std::size_t fields = 0;
    std::map<std::string_view, decltype(message.equal_range("").first)> nextOfName;
    for (const auto& field : head.fields) {
        const auto [first, last] = message.equal_range(field.name);
        const auto next = nextOfName.try_emplace(field.name, first).first;
        demand(next->second != last, "a field is missing");
        demand(std::string_view(next->second->value()) == field.value, "value of a field");
        ++next->second;
        ++fields;
    }
    demand(static_cast<std::size_t>(std::distance(message.begin(), message.end())) == fields, "number of fields");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // As the server does: the head is what ends in the first empty line.
    const auto end = bytes.find("\r\n\r\n");
    const auto raw = end == std::string_view::npos ? bytes : bytes.substr(0, end + 4);
    const auto head = haneul::http::checkHead(raw);
    if (head)
        compare(*head, raw);
    else
        demand(haneul::http::httpStatus(head.error().code) != 500, "a refusal without a status");
    return 0;
}
