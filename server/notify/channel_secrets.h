#pragma once

#include "core/base/error.h"
#include "server/notify/notice.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace haneul::notify {

// The passwords, HMAC keys and tokens of the channels: channels.secret in the data folder, 0600, never in the log, in
// an answer or in a support bundle. Sealed like instance.key when the instance has a passphrase: XChaCha20-Poly1305
// with a key made by Argon2id (3 passes, 64 MiB). Thread-safe.
class ChannelSecrets {
public:
    // Codes: SECRETS_UNREADABLE, SECRETS_EXPOSED (others may read the file), SECRETS_SEALED (no passphrase given),
    // SECRETS_PASSPHRASE (it does not open the seal), NO_MEMORY.
    [[nodiscard]] static Result<std::unique_ptr<ChannelSecrets>> open(std::filesystem::path file,
                                                                      std::optional<std::string> passphrase);
    ~ChannelSecrets(); // wipes what it knows
    ChannelSecrets(const ChannelSecrets&) = delete;
    ChannelSecrets& operator=(const ChannelSecrets&) = delete;

    [[nodiscard]] std::string of(Channel channel) const; // empty: none
    // On disk when it returns. Empty: forgets it. Codes FILE_UNWRITABLE, BAD_SECRET (longer than 4096 bytes, or with
    // control characters).
    [[nodiscard]] Result<void> set(Channel channel, std::string secret);

private:
    struct Seal;
    ChannelSecrets(std::filesystem::path file, std::unique_ptr<Seal> seal);
    [[nodiscard]] Result<void> read();
    [[nodiscard]] Result<void> write() const;

    std::filesystem::path m_file;
    std::unique_ptr<Seal> m_seal; // null: open
    mutable std::mutex m_mutex;
    std::map<Channel, std::string> m_secrets;
};

} // namespace haneul::notify
