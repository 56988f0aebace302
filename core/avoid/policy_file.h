#pragma once

#include "core/avoid/policy.h"
#include "core/base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace haneul::avoid {

// A policy on disk, format 1, little-endian: "HNLPOL" 01 0a; u32 format; the first 8 bytes of the 16-byte BLAKE2b of
// `featureSet`; u32 number of layers (3); u32 size of each (12, 16, 1); float32 weights; 32 bytes BLAKE2b over
// everything before.
[[nodiscard]] std::vector<std::uint8_t> encodePolicy(const Policy& policy);

struct StoredPolicy {
    Policy policy;
    std::string version; // first 12 hexadecimal digits of the file's BLAKE2b
};

// Takes nothing but exactly such a file. Codes: POLICY_DAMAGED (not such a file, cut, changed, or a weight beyond
// +-1,000), POLICY_FORMAT (a later format), POLICY_FEATURES (trained for other features), POLICY_SHAPE.
[[nodiscard]] Result<StoredPolicy> decodePolicy(std::span<const std::uint8_t> bytes);

} // namespace haneul::avoid
