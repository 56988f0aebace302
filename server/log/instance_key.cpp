#include "server/log/instance_key.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/log/small_file.h"

#include <sodium.h>

#include <sys/stat.h>

namespace haneul::log {

namespace {

constexpr std::uint64_t passes = 3;
constexpr std::int64_t memory_KiB = 64 * 1024;
constexpr std::int64_t mostMemory_KiB = 1024 * 1024; // a file must not make us take more
constexpr std::int64_t mostPasses = 100;
constexpr const char* format = "haneul-key-1";

// Bytes that are wiped when they go.
template <std::size_t size>
struct Secret {
    std::array<std::uint8_t, size> bytes{};

    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    ~Secret() { sodium_memzero(bytes.data(), size); }
};

using Seed = Secret<seedSize>;
using Salt = std::array<std::uint8_t, crypto_pwhash_SALTBYTES>;
using Nonce = std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
using Sealed = std::array<std::uint8_t, seedSize + crypto_aead_xchacha20poly1305_ietf_ABYTES>;
using SealKey = Secret<crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

struct Content {
    PublicKey key{};
    std::string seed; // open: in hexadecimal
    std::int64_t passes = 0, memory_KiB = 0;
    Salt salt{};
    Nonce nonce{};
    Sealed sealed{};

    Content() = default;
    Content(Content&&) = default;
    Content& operator=(Content&&) = default;

    ~Content() { sodium_memzero(seed.data(), seed.size()); }
};

std::unexpected<Error> unreadable(const std::filesystem::path& file, const std::string& why) {
    return fail("KEY_UNREADABLE", "the instance's key cannot be read: " + why + "; restore it from a backup",
                file.string());
}

Result<void> sealKey(SealKey& key, const std::string& passphrase, const Salt& salt, std::int64_t turns,
                     std::int64_t memory) {
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), salt.data(),
                      static_cast<unsigned long long>(turns), static_cast<std::size_t>(memory) * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail("NO_MEMORY", "not enough memory to open the instance's key (Argon2id)");
    return {};
}

Result<void> readSealedFields(json::Object& object, Content& content) {
    const auto kdf = object.string("kdf");
    const auto turns = object.integer("passes");
    const auto memory = object.integer("memory_kib");
    const auto salt = object.string("salt");
    const auto nonce = object.string("nonce");
    const auto sealed = object.string("sealed_seed");
    for (const auto* text : {&kdf, &salt, &nonce, &sealed})
        if (!*text) return std::unexpected(text->error());
    for (const auto* number : {&turns, &memory})
        if (!*number) return std::unexpected(number->error());
    if (*kdf != "argon2id13" || *turns < 1 || *turns > mostPasses || *memory < 8 || *memory > mostMemory_KiB ||
        !fromHex(*salt, content.salt) || !fromHex(*nonce, content.nonce) || !fromHex(*sealed, content.sealed))
        return fail("BAD_FIELD", "the seal is not as this program writes it");
    content.passes = *turns;
    content.memory_KiB = *memory;
    return {};
}

Result<Content> parseContent(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    Content content;
    const auto kind = object->string("format");
    const auto key = object->string("public_key");
    if (!kind) return std::unexpected(kind.error());
    if (!key) return std::unexpected(key.error());
    if (*kind != format || !fromHex(*key, content.key)) return fail("BAD_FIELD", "not a key of format 1");
    if (object->has("seed")) {
        auto seed = object->string("seed");
        if (!seed) return std::unexpected(seed.error());
        content.seed = *std::move(seed);
    } else if (auto read = readSealedFields(*object, content); !read) {
        return std::unexpected(read.error());
    }
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return content;
}

Result<std::optional<Content>> readContent(const std::filesystem::path& file) {
    auto text = readSmallFile(file, 4096);
    if (!text) return unreadable(file, text.error().message);
    if (!*text) return std::optional<Content>{};
    auto content = parseContent(**text);
    sodium_memzero((*text)->data(), (*text)->size());
    if (!content) return unreadable(file, content.error().message);
    return std::optional(*std::move(content));
}

Result<void> writeKey(const KeyFile& file, const Seed& seed, const PublicKey& key) {
    json::JsonWriter writer;
    writer.reserve(1024); // one buffer, so that wiping it wipes all
    writer.beginObject();
    writer.key("format").string(format);
    writer.key("public_key").string(toHex(key));
    if (file.passphrase) {
        Salt salt;
        Nonce nonce;
        Sealed sealed;
        SealKey sealing;
        randombytes_buf(salt.data(), salt.size());
        randombytes_buf(nonce.data(), nonce.size());
        if (auto made = sealKey(sealing, *file.passphrase, salt, passes, memory_KiB); !made) return made;
        crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, seed.bytes.data(), seed.bytes.size(),
                                                   key.data(), key.size(), nullptr, nonce.data(), sealing.bytes.data());
        writer.key("kdf").string("argon2id13");
        writer.key("passes").integer(static_cast<std::int64_t>(passes));
        writer.key("memory_kib").integer(memory_KiB);
        writer.key("salt").string(toHex(salt));
        writer.key("nonce").string(toHex(nonce));
        writer.key("sealed_seed").string(toHex(sealed));
    } else {
        std::string hex = toHex(seed.bytes);
        writer.key("seed").string(hex);
        sodium_memzero(hex.data(), hex.size());
    }
    writer.endObject();
    std::string text = writer.take();
    auto written = replaceSmallFile(file.file, text, [&](std::string_view step) {
        if (file.onStep) file.onStep("key." + std::string(step));
    });
    sodium_memzero(text.data(), text.size());
    return written;
}

Result<void> openSeal(const Content& content, const KeyFile& file, Seed& seed) {
    if (!file.passphrase)
        return fail("KEY_SEALED",
                    "the instance's key is sealed; give its passphrase with --key-passphrase-file or as the systemd "
                    "credential haneul-key-passphrase",
                    file.file.string());
    SealKey sealing;
    if (auto made = sealKey(sealing, *file.passphrase, content.salt, content.passes, content.memory_KiB); !made)
        return made;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(seed.bytes.data(), nullptr, nullptr, content.sealed.data(),
                                                   content.sealed.size(), content.key.data(), content.key.size(),
                                                   content.nonce.data(), sealing.bytes.data()) != 0)
        return fail("KEY_PASSPHRASE", "the passphrase does not open the instance's key", file.file.string());
    return {};
}

} // namespace

Result<std::optional<SigningKey>> readInstanceKey(const KeyFile& file) {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    struct stat facts{};
    if (::stat(file.file.c_str(), &facts) == 0 && (facts.st_mode & 077) != 0)
        return fail("KEY_EXPOSED", "others than its owner may read the instance's key; take that away (chmod 600)",
                    file.file.string());
    auto content = readContent(file.file);
    if (!content) return std::unexpected(content.error());
    if (!*content) return std::optional<SigningKey>{};

    Seed seed;
    const bool open = !(*content)->seed.empty();
    if (open && !fromHex((*content)->seed, seed.bytes)) return unreadable(file.file, "not a seed");
    if (!open)
        if (auto opened = openSeal(**content, file, seed); !opened) return std::unexpected(opened.error());
    auto key = SigningKey::fromSeed(seed.bytes);
    if (!key) return std::unexpected(key.error());
    if (key->publicKey() != (*content)->key) return unreadable(file.file, "its two halves do not belong together");
    if (open && file.passphrase)
        if (auto sealed = writeKey(file, seed, key->publicKey()); !sealed) return std::unexpected(sealed.error());
    return std::optional(*std::move(key));
}

Result<SigningKey> makeInstanceKey(const KeyFile& file) {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    Seed seed;
    randombytes_buf(seed.bytes.data(), seed.bytes.size());
    auto key = SigningKey::fromSeed(seed.bytes);
    if (!key) return key;
    if (auto written = writeKey(file, seed, key->publicKey()); !written) return std::unexpected(written.error());
    return key;
}

Result<std::optional<PublicKey>> publicKeyOf(const std::filesystem::path& file) {
    const auto content = readContent(file);
    if (!content) return std::unexpected(content.error());
    return *content ? std::optional((*content)->key) : std::nullopt;
}

} // namespace haneul::log
