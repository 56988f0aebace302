#pragma once

#include <filesystem>

namespace haneul::loopback {

// A new key and a certificate of it for 127.0.0.1 and localhost, signed by itself.
struct Certificate {
    std::filesystem::path certificate, key; // PEM
};

[[nodiscard]] Certificate makeCertificate(const std::filesystem::path& folder);

} // namespace haneul::loopback
