#include "server/people/password_hasher.h"

#include <sodium.h>

#include <array>

namespace haneul::people {

Result<std::string> Argon2id::hash(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail("OUT_OF_MEMORY", "there is not enough memory to hash a password");
    return std::string(text.data());
}

bool Argon2id::verify(std::string_view hash, std::string_view password) const {
    const std::string text(hash); // ends with a zero
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

} // namespace haneul::people
