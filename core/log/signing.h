#pragma once

#include "core/log/entry.h"

#include <memory>

namespace haneul::log {

inline constexpr std::size_t seedSize = 32;

// The key that makes an instance's entries its own. The secret lies in guarded memory and is wiped when it goes.
class SigningKey {
public:
    // `seed` is the secret: 32 random bytes. Code NO_MEMORY, BAD_KEY.
    [[nodiscard]] static Result<SigningKey> fromSeed(ByteView seed);

    SigningKey(SigningKey&&) noexcept = default;
    SigningKey& operator=(SigningKey&&) noexcept = default;

    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }

    [[nodiscard]] Signature sign(ByteView message) const;

private:
    struct Wipe {
        void operator()(std::uint8_t* secret) const;
    };

    SigningKey() = default;
    PublicKey m_public{};
    std::unique_ptr<std::uint8_t[], Wipe> m_secret;
};

[[nodiscard]] bool verify(const Signature& signature, ByteView message, const PublicKey& key);

// Canonical bytes and their signature, in one: what the log stores.
[[nodiscard]] Result<Bytes> signedRecord(const Entry& entry, const SigningKey& key);

// Where an origin's log ends, said by the origin itself: whoever keeps a head notices when the log is cut behind it.
struct Head {
    std::string origin;
    std::uint64_t sequence = 0; // 0: nothing written yet
    Digest digest{};            // of the last record; zeros for sequence 0
    HybridTime time;            // of the last entry
    Signature signature{};

    bool operator==(const Head&) const = default;
};

[[nodiscard]] Result<Head> signedHead(Head head, const SigningKey& key); // fills in `signature`
[[nodiscard]] bool verifyHead(const Head& head, const PublicKey& key);
// One line of JSON, as kept in log.head and printed at a shift hand-over. Code BAD_HEAD.
[[nodiscard]] std::string toText(const Head& head);
[[nodiscard]] Result<Head> headFromText(std::string_view text);

} // namespace haneul::log
