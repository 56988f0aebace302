#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace haneul::people {

inline constexpr std::size_t minPasswordCharacters = 15;
inline constexpr std::size_t maxPasswordCharacters = 128;

// The form in which a password is hashed and compared: Unicode NFKC, so that the same keys give the same bytes on
// every keyboard and input method. Code PASSWORD_NOT_TEXT: not UTF-8, or with control characters.
[[nodiscard]] Result<std::string> normalisedPassword(std::string_view utf8);

// NIST SP 800-63B 5.1.1.2: length and a blocklist, no rules of composition, no expiry. Returns the normalised form.
// Characters are Unicode code points after NFKC. `ownWords` are the user's name, address and the like.
// Refused as common: what is left after the common words, `ownWords`, runs along the keyboard or the alphabet and
// repetitions are taken away is shorter than a guesser's effort is worth.
// Codes: PASSWORD_NOT_TEXT, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON.
[[nodiscard]] Result<std::string> acceptedPassword(std::string_view utf8, std::span<const std::string> ownWords);

} // namespace haneul::people
