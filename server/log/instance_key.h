#pragma once

#include "core/log/signing.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace haneul::log {

// instance.key: the seed of the instance's signing key, 0600. Sealed when a passphrase is given: XChaCha20-Poly1305
// with a key made by Argon2id from the passphrase (3 passes, 64 MiB: RFC 9106, section 4, second recommendation).
struct KeyFile {
    std::filesystem::path file;
    std::optional<std::string> passphrase;
    std::function<void(std::string_view step)> onStep; // "key.written", ...
};

// The key in the file; an open one is sealed when a passphrase is given. nullopt when there is no file.
// Codes: KEY_UNREADABLE, KEY_EXPOSED (others may read the file), KEY_SEALED (no passphrase given), KEY_PASSPHRASE (it
// does not open the seal).
[[nodiscard]] Result<std::optional<SigningKey>> readInstanceKey(const KeyFile& file);
// A new random key, on disk when this returns.
[[nodiscard]] Result<SigningKey> makeInstanceKey(const KeyFile& file);
// The public key that the file names, without opening the seal. nullopt when there is no file.
[[nodiscard]] Result<std::optional<PublicKey>> publicKeyOf(const std::filesystem::path& file);

} // namespace haneul::log
