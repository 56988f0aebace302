#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace haneul::people {

// Slow on purpose. Passwords come normalised (password_rules.h).
class PasswordHasher {
public:
    virtual ~PasswordHasher() = default;
    [[nodiscard]] virtual Result<std::string> hash(std::string_view password) const = 0; // code OUT_OF_MEMORY
    [[nodiscard]] virtual bool verify(std::string_view hash, std::string_view password) const = 0;
};

// Argon2id by libsodium at its interactive cost: 64 MiB, about 80 ms; the text form "$argon2id$v=19$m=65536,t=2,p=1$…"
// carries salt and cost.
class Argon2id final : public PasswordHasher {
public:
    [[nodiscard]] Result<std::string> hash(std::string_view password) const override;
    [[nodiscard]] bool verify(std::string_view hash, std::string_view password) const override;
};

} // namespace haneul::people
