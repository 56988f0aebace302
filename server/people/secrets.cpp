#include "server/people/secrets.h"

#include <sodium.h>

#include <cctype>

namespace haneul::people {

namespace {

constexpr std::string_view codeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeGroups = 5;
constexpr std::size_t groupLength = 4;

std::string hexOf(std::span<const std::uint8_t> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::string lettersOnly(std::string_view typed) {
    std::string letters;
    for (const char c : typed)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    return letters;
}

} // namespace

void systemRandom(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

std::string newToken(const RandomBytes& random) {
    std::array<std::uint8_t, 32> bytes{};
    random(bytes);
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back(); // its final zero
    return text;
}

std::string tokenHash(std::string_view token) {
    std::array<std::uint8_t, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                       nullptr, 0);
    return hexOf(digest);
}

std::string newId(const RandomBytes& random) {
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    return hexOf(bytes);
}

std::string newSetUpCode(const RandomBytes& random) {
    std::string code;
    for (std::size_t i = 0; i < codeGroups * groupLength;) {
        std::array<std::uint8_t, 1> byte{};
        random(byte);
        if (byte[0] >= 240) continue; // 8 times 30: each letter as likely as any other
        if (i > 0 && i % groupLength == 0) code.push_back('-');
        code.push_back(codeLetters[byte[0] % codeLetters.size()]);
        ++i;
    }
    return code;
}

bool sameSetUpCode(std::string_view typed, std::string_view code) {
    const std::string left = lettersOnly(typed);
    const std::string right = lettersOnly(code);
    return !right.empty() && left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace haneul::people
