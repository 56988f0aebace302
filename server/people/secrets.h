#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace haneul::people {

// Fills the bytes with randomness; systemRandom in the program.
using RandomBytes = std::function<void(std::span<std::uint8_t>)>;
void systemRandom(std::span<std::uint8_t> bytes); // libsodium

// 256 bits as 43 characters of base64url (RFC 4648 5, no padding).
[[nodiscard]] std::string newToken(const RandomBytes& random);
// What is kept of a token: BLAKE2b-256 of its text, 64 hexadecimal characters.
[[nodiscard]] std::string tokenHash(std::string_view token);
// For ids that are no secret: 32 hexadecimal characters.
[[nodiscard]] std::string newId(const RandomBytes& random);
// 98 bits to type: "K7QM-2XRD-9PHT-W4NB-6FVC", without 0, 1, I, L, O, U (what is read wrong is no other letter).
[[nodiscard]] std::string newSetUpCode(const RandomBytes& random);
// As typed: lower case, blanks and missing dashes are forgiven. In constant time.
[[nodiscard]] bool sameSetUpCode(std::string_view typed, std::string_view code);

} // namespace haneul::people
