#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

enum class Method { Get, Head, Post, Put, Delete, Patch, Options };
[[nodiscard]] std::string_view toString(Method method); // "GET", ...

struct HeadLimits {
    std::size_t maxBytes = 16 * 1024; // the whole head, its last empty line included
    std::size_t maxFields = 64;
    std::size_t maxTargetBytes = 2048;
};

struct HeaderField {
    std::string name; // lower case
    std::string value;

    bool operator==(const HeaderField&) const = default;
};

// The head of one request that passed the gate.
struct RequestHead {
    Method method = Method::Get;
    std::string target; // as sent
    std::string path;   // of the target, not decoded
    std::string query;  // of the target, without '?', not decoded
    std::string host;   // the one Host field
    std::optional<std::uint64_t> contentLength;
    std::vector<HeaderField> fields; // in the order sent

    // The value of the first field of this (lower case) name; empty when absent.
    [[nodiscard]] std::string_view field(std::string_view lowerName) const;
    [[nodiscard]] std::size_t count(std::string_view lowerName) const;
};

// Judges the raw bytes of a request head, up to and including the empty line, before any parser that forgives sees
// them. Passes only what RFC 9112 allows and every parser reads alike: HTTP/1.1, a known method, one Host, at most one
// Content-Length, no Transfer-Encoding and no Expect, no line folding, no bare CR or LF, printable ASCII only, a target
// that starts with '/' and has no ".." segment (percent-encoded neither).
// Codes (see httpStatus): BAD_REQUEST_LINE, BAD_TARGET, BAD_FIELD, BAD_HOST, BAD_CONTENT_LENGTH,
// AMBIGUOUS_LENGTH, LENGTH_REQUIRED, CONTENT_TOO_LARGE, TARGET_TOO_LONG, EXPECT_REFUSED, TOO_MANY_FIELDS,
// HEAD_TOO_LARGE, METHOD_UNKNOWN, HTTP_VERSION; `where` is the line or field. Never throws on any bytes.
[[nodiscard]] Result<RequestHead> checkHead(std::string_view rawHead, const HeadLimits& limits = {});

// Why a head that filled the buffer without an end is refused: TARGET_TOO_LONG while still in its first line,
// else HEAD_TOO_LARGE.
[[nodiscard]] Error oversizedHead(std::string_view rawBytes);

// The status code that goes with an error code of this room; 500 for a code it does not know.
[[nodiscard]] unsigned httpStatus(std::string_view errorCode);

} // namespace haneul::http
