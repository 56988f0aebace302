#include "server/broker/broker.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace haneul::broker {

namespace {

constexpr std::size_t saltLength = 12; // mosquitto refuses other lengths
constexpr std::size_t hashLength = 64;
constexpr std::size_t maxPasswordLength = 1024;
constexpr int maxIterations = 1'000'000; // one connect of such an account would stop the broker for half a second

using Salt = std::array<unsigned char, saltLength>;
using Digest = std::array<unsigned char, hashLength>;

std::string base64(std::span<const unsigned char> bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

template <std::size_t N>
std::optional<std::array<unsigned char, N>> fromBase64(std::string_view text) {
    constexpr std::size_t padding = (3 - N % 3) % 3;
    if (text.size() != 4 * ((N + 2) / 3)) return std::nullopt;
    std::array<unsigned char, N + padding> bytes{};
    const int length = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    if (length != static_cast<int>(bytes.size())) return std::nullopt;
    std::array<unsigned char, N> result{};
    std::copy_n(bytes.begin(), N, result.begin());
    // The decoder is lenient about the padding; a hash has one spelling only.
    if (base64(result) != text) return std::nullopt;
    return result;
}

std::optional<Digest> derive(const std::string& password, const Salt& salt, int iterations) {
    Digest digest{};
    if (PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), salt.data(),
                          static_cast<int>(salt.size()), iterations, EVP_sha512(), static_cast<int>(digest.size()),
                          digest.data()) != 1)
        return std::nullopt;
    return digest;
}

struct ParsedHash {
    int iterations = 0;
    Salt salt{};
    Digest digest{};
};

std::optional<ParsedHash> parse(std::string_view hash) {
    if (!hash.starts_with("$7$")) return std::nullopt;
    hash.remove_prefix(3);
    const std::size_t afterIterations = hash.find('$');
    if (afterIterations == std::string_view::npos) return std::nullopt;
    const std::size_t afterSalt = hash.find('$', afterIterations + 1);
    if (afterSalt == std::string_view::npos) return std::nullopt;

    ParsedHash parsed;
    const std::string_view count = hash.substr(0, afterIterations);
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), parsed.iterations);
    if (error != std::errc{} || end != count.data() + count.size()) return std::nullopt;
    if (parsed.iterations < 1 || parsed.iterations > maxIterations) return std::nullopt;
    const auto salt = fromBase64<saltLength>(hash.substr(afterIterations + 1, afterSalt - afterIterations - 1));
    const auto digest = fromBase64<hashLength>(hash.substr(afterSalt + 1));
    if (!salt || !digest) return std::nullopt;
    parsed.salt = *salt;
    parsed.digest = *digest;
    return parsed;
}

} // namespace

Result<std::string> hashPassword(const std::string& password, int iterations) {
    if (password.empty() || password.size() > maxPasswordLength)
        return fail("BAD_PASSWORD", "a password has 1 to 1024 bytes, this one has " + std::to_string(password.size()));
    if (iterations < 1 || iterations > maxIterations)
        return fail("BAD_PASSWORD",
                    "the number of iterations must be 1 to 1000000, it is " + std::to_string(iterations));
    Salt salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
        return fail("NO_RANDOMNESS", "the system gives no random numbers; no password can be made");
    const auto digest = derive(password, salt, iterations);
    if (!digest) return fail("BAD_PASSWORD", "the password cannot be hashed: the cryptographic library refuses");
    return "$7$" + std::to_string(iterations) + "$" + base64(salt) + "$" + base64(*digest);
}

bool validPasswordHash(const std::string& hash) {
    return parse(hash).has_value();
}

bool passwordMatches(const std::string& password, const std::string& hash) {
    const auto parsed = parse(hash);
    if (!parsed || password.empty() || password.size() > maxPasswordLength) return false;
    const auto digest = derive(password, parsed->salt, parsed->iterations);
    return digest && CRYPTO_memcmp(digest->data(), parsed->digest.data(), digest->size()) == 0;
}

Result<std::string> randomPassword() {
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return fail("NO_RANDOMNESS", "the system gives no random numbers; no password can be made");
    std::string text = base64(bytes);
    for (char& c : text) {
        if (c == '+') c = '-';
        if (c == '/') c = '_';
    }
    while (text.ends_with('='))
        text.pop_back();
    return text;
}

} // namespace haneul::broker
