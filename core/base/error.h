#pragma once

#include <expected>
#include <string>

namespace haneul {

// A refusal or failure as a value: what was wrong, where, in words a person can act on.
// `code` is stable and upper case (it goes on the wire and selects translated text); `where` names the file, field,
// topic or address; it may be empty.
struct Error {
    std::string code;
    std::string message;
    std::string where;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(std::string code, std::string message, std::string where = {}) {
    return std::unexpected(Error{std::move(code), std::move(message), std::move(where)});
}

} // namespace haneul
