#include "server/notify/channel_secrets.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/log/entry.h"
#include "server/log/small_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <vector>

#include <sys/stat.h>

namespace haneul::notify {

namespace {

constexpr std::size_t largestFile = 256 * 1024;
constexpr std::size_t longestSecret = 4096;
constexpr std::uint64_t passes = 3;
constexpr std::size_t memory_bytes = 64ULL * 1024 * 1024;
constexpr std::string_view format = "haneul-secrets-1";

using Salt = std::array<std::uint8_t, crypto_pwhash_SALTBYTES>;
using Nonce = std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;

std::unexpected<Error> unreadable(const std::filesystem::path& file, const std::string& why) {
    return fail("SECRETS_UNREADABLE",
                "the secrets of the notice channels cannot be read: " + why +
                    "; restore the file, or remove it and set them again",
                file.string());
}

std::string jsonOf(const std::map<Channel, std::string>& secrets) {
    json::JsonWriter json;
    json.reserve(8192); // one buffer, so that wiping it wipes all
    json.beginObject();
    for (const auto& [channel, secret] : secrets)
        json.key(toString(channel)).string(secret);
    json.endObject();
    return json.take();
}

Result<std::map<Channel, std::string>> secretsFrom(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    std::map<Channel, std::string> secrets;
    for (const std::string& name : object->keys()) {
        const auto channel = channelFrom(name);
        auto secret = object->string(name);
        if (!channel) return fail("BAD_FIELD", "there is no such channel", name);
        if (!secret) return std::unexpected(secret.error());
        secrets[*channel] = *std::move(secret);
    }
    return secrets;
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace

struct ChannelSecrets::Seal {
    std::string passphrase;
    Salt salt{};
    std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> key{};

    Seal() = default;
    Seal(const Seal&) = delete;
    Seal& operator=(const Seal&) = delete;

    ~Seal() {
        wipe(passphrase);
        sodium_memzero(key.data(), key.size());
    }

    Result<void> makeKey() {
        if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), passes,
                          memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
            return fail("NO_MEMORY", "not enough memory to open the secrets of the channels (Argon2id)");
        return {};
    }
};

ChannelSecrets::ChannelSecrets(std::filesystem::path file, std::unique_ptr<Seal> seal)
    : m_file(std::move(file))
    , m_seal(std::move(seal)) {}

ChannelSecrets::~ChannelSecrets() {
    for (auto& [channel, secret] : m_secrets)
        wipe(secret);
}

Result<std::unique_ptr<ChannelSecrets>> ChannelSecrets::open(std::filesystem::path file,
                                                             std::optional<std::string> passphrase) {
    std::unique_ptr<Seal> seal;
    if (passphrase) {
        seal = std::make_unique<Seal>();
        seal->passphrase = *std::move(passphrase);
        randombytes_buf(seal->salt.data(), seal->salt.size());
    }
    std::unique_ptr<ChannelSecrets> secrets(new ChannelSecrets(std::move(file), std::move(seal)));
    if (auto done = secrets->read(); !done) return std::unexpected(done.error());
    return secrets;
}

Result<void> ChannelSecrets::read() {
    struct stat facts{};
    if (::stat(m_file.c_str(), &facts) == 0 && (facts.st_mode & 077) != 0)
        return fail("SECRETS_EXPOSED", "others may read the secrets of the notice channels; make the file 0600",
                    m_file.string());
    auto text = log::readSmallFile(m_file, largestFile);
    if (!text) return unreadable(m_file, text.error().message);
    if (!*text) return m_seal ? m_seal->makeKey() : Result<void>{};
    auto object = json::Object::parse(**text);
    wipe(**text);
    if (!object) return unreadable(m_file, object.error().message);
    const auto kind = object->string("format");
    if (!kind || *kind != format) return unreadable(m_file, "not a file of format 1");
    if (object->has("open")) { // not sealed yet; the next change seals it
        auto plain = object->raw("open");
        if (!plain) return unreadable(m_file, plain.error().message);
        auto secrets = secretsFrom(*plain);
        wipe(*plain);
        if (!secrets) return unreadable(m_file, secrets.error().message);
        m_secrets = *std::move(secrets);
        if (!m_seal) return {};
        if (auto made = m_seal->makeKey(); !made) return made;
        return write();
    }
    if (!m_seal)
        return fail("SECRETS_SEALED", "the secrets of the notice channels are sealed: give the key's passphrase",
                    m_file.string());
    Nonce nonce;
    const auto salt = object->string("salt");
    const auto nonceText = object->string("nonce");
    const auto sealed = object->string("sealed");
    if (!salt || !nonceText || !sealed || !log::fromHex(*salt, m_seal->salt) || !log::fromHex(*nonceText, nonce) ||
        sealed->size() / 2 < crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return unreadable(m_file, "the seal is not as this program writes it");
    std::vector<std::uint8_t> bytes(sealed->size() / 2);
    if (!log::fromHex(*sealed, bytes)) return unreadable(m_file, "the seal is not as this program writes it");
    if (auto made = m_seal->makeKey(); !made) return made;
    std::string plain(bytes.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
                                                   bytes.data(), bytes.size(),
                                                   reinterpret_cast<const unsigned char*>(format.data()), format.size(),
                                                   nonce.data(), m_seal->key.data()) != 0)
        return fail("SECRETS_PASSPHRASE", "the passphrase does not open the secrets of the notice channels",
                    m_file.string());
    auto secrets = secretsFrom(plain);
    wipe(plain);
    if (!secrets) return unreadable(m_file, secrets.error().message);
    m_secrets = *std::move(secrets);
    return {};
}

Result<void> ChannelSecrets::write() const {
    std::string plain = jsonOf(m_secrets);
    json::JsonWriter json;
    json.reserve(largestFile / 4);
    json.beginObject().key("format").string(format);
    if (m_seal) {
        Nonce nonce;
        randombytes_buf(nonce.data(), nonce.size());
        std::vector<std::uint8_t> sealed(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
        crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr,
                                                   reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                                                   reinterpret_cast<const unsigned char*>(format.data()), format.size(),
                                                   nullptr, nonce.data(), m_seal->key.data());
        json.key("kdf").string("argon2id13").key("salt").string(log::toHex(m_seal->salt));
        json.key("nonce").string(log::toHex(nonce)).key("sealed").string(log::toHex(sealed));
    } else {
        json.key("open").raw(plain);
    }
    json.endObject();
    wipe(plain);
    std::string text = json.take();
    auto written = log::replaceSmallFile(m_file, text);
    wipe(text);
    return written;
}

std::string ChannelSecrets::of(Channel channel) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(channel);
    return found == m_secrets.end() ? std::string() : found->second;
}

Result<void> ChannelSecrets::set(Channel channel, std::string secret) {
    const bool bad = secret.size() > longestSecret || std::ranges::any_of(secret, [](char c) {
                         return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
                     });
    if (bad) return fail("BAD_SECRET", "a secret has at most 4096 bytes and no control characters", "secret");
    const std::lock_guard lock(m_mutex);
    const auto before = m_secrets;
    if (secret.empty())
        m_secrets.erase(channel);
    else
        m_secrets[channel] = std::move(secret);
    auto written = write();
    if (!written) m_secrets = before; // what is on disk is what holds
    return written;
}

} // namespace haneul::notify
