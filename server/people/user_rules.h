#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace haneul::people {

// The form in which a log-in name is kept and compared: NFKC, lower case. Code BAD_USER_NAME: not 1 to 64 letters,
// digits, '.', '_' or '-' that begin with a letter or digit, or a name that the program itself uses.
[[nodiscard]] Result<std::string> acceptedUserName(std::string_view utf8);
// As typed at a log-in: never refuses, so that a wrong name is treated like any other.
[[nodiscard]] std::string foldedUserName(std::string_view utf8);

// 1 to 100 characters without control characters, blanks at the ends taken off. Code BAD_NAME.
[[nodiscard]] Result<std::string> acceptedName(std::string_view utf8, std::string_view field);
// The same, but it may be empty, and up to `longest` characters.
[[nodiscard]] Result<std::string> acceptedText(std::string_view utf8, std::size_t longest, std::string_view field);
// Empty, or something with one '@' inside, up to 254 characters (RFC 5321 4.5.3.1.3). Code BAD_EMAIL.
[[nodiscard]] Result<std::string> acceptedEmail(std::string_view utf8);

} // namespace haneul::people
