#include "core/log/signing.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <sodium.h>

#include <algorithm>

namespace haneul::log {

namespace {

constexpr std::array<std::uint8_t, 4> headMagic{'H', 'L', 'H', 1};

void put(Bytes& bytes, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

// What a head's signature covers: "HLH" 01, origin (16 bytes), sequence (8), digest (32), wall_ms (8), counter (8).
std::optional<Bytes> headBytes(const Head& head) {
    std::array<std::uint8_t, 16> origin{};
    if (!fromHex(head.origin, origin)) return std::nullopt;
    Bytes bytes(headMagic.begin(), headMagic.end());
    bytes.insert(bytes.end(), origin.begin(), origin.end());
    put(bytes, head.sequence);
    bytes.insert(bytes.end(), head.digest.begin(), head.digest.end());
    put(bytes, static_cast<std::uint64_t>(head.time.wall_ms));
    put(bytes, head.time.counter);
    return bytes;
}

std::unexpected<Error> badHead(std::string what, std::string where = {}) {
    return fail("BAD_HEAD", std::move(what), std::move(where));
}

Result<Head> headFromObject(json::Object& object) {
    const auto format = object.string("format");
    const auto origin = object.string("origin");
    const auto sequence = object.integer("sequence");
    const auto digest = object.string("digest");
    const auto wall = object.integer("wall_ms");
    const auto counter = object.integer("counter");
    const auto signature = object.string("signature");
    for (const auto* text : {&format, &origin, &digest, &signature})
        if (!*text) return badHead(text->error().message, text->error().where);
    for (const auto* number : {&sequence, &wall, &counter})
        if (!*number) return badHead(number->error().message, number->error().where);
    if (const auto finished = object.finish(); !finished)
        return badHead(finished.error().message, finished.error().where);

    Head head;
    head.origin = *origin;
    if (*format != "haneul-head-1") return badHead("not a head of format 1", "format");
    if (*sequence < 0 || *wall < 0 || *counter < 0 || *counter > std::int64_t{UINT32_MAX})
        return badHead("out of range", "sequence, wall_ms, counter");
    head.sequence = static_cast<std::uint64_t>(*sequence);
    head.time = {*wall, static_cast<std::uint32_t>(*counter)};
    if (!headBytes(head)) return badHead("not 32 hexadecimal characters", "origin");
    if (!fromHex(*digest, head.digest)) return badHead("not a digest", "digest");
    if (!fromHex(*signature, head.signature)) return badHead("not a signature", "signature");
    return head;
}

} // namespace

void SigningKey::Wipe::operator()(std::uint8_t* secret) const {
    sodium_free(secret); // wipes first
}

Result<SigningKey> SigningKey::fromSeed(ByteView seed) {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    if (seed.size() != crypto_sign_SEEDBYTES) return fail("BAD_KEY", "the seed of a key has 32 bytes");
    SigningKey key;
    key.m_secret.reset(static_cast<std::uint8_t*>(sodium_malloc(crypto_sign_SECRETKEYBYTES)));
    if (!key.m_secret) return fail("NO_MEMORY", "no protected memory for the signing key");
    crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.get(), seed.data());
    sodium_mprotect_readonly(key.m_secret.get());
    return key;
}

Signature SigningKey::sign(ByteView message) const {
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_secret.get());
    return signature;
}

bool verify(const Signature& signature, ByteView message, const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

Result<Bytes> signedRecord(const Entry& entry, const SigningKey& key) {
    auto record = encode(entry);
    if (!record) return record;
    const Signature signature = key.sign(*record);
    record->insert(record->end(), signature.begin(), signature.end());
    return record;
}

Result<Head> signedHead(Head head, const SigningKey& key) {
    const auto bytes = headBytes(head);
    if (!bytes) return badHead("not 32 hexadecimal characters", "origin");
    head.signature = key.sign(*bytes);
    return head;
}

bool verifyHead(const Head& head, const PublicKey& key) {
    const auto bytes = headBytes(head);
    return bytes && verify(head.signature, *bytes, key);
}

std::string toText(const Head& head) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("format").string("haneul-head-1");
    writer.key("origin").string(head.origin);
    writer.key("sequence").count(head.sequence);
    writer.key("digest").string(toHex(head.digest));
    writer.key("wall_ms").integer(head.time.wall_ms);
    writer.key("counter").integer(head.time.counter);
    writer.key("signature").string(toHex(head.signature));
    writer.endObject();
    return writer.take() + "\n";
}

Result<Head> headFromText(std::string_view text) {
    if (text.size() > 4096) return badHead("longer than a head can be");
    auto object = json::Object::parse(text);
    if (!object) return badHead(object.error().message, object.error().where);
    return headFromObject(*object);
}

} // namespace haneul::log
