#include "core/avoid/policy_file.h"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <format>

namespace haneul::avoid {

namespace {

constexpr std::array<std::uint8_t, 8> magic{'H', 'N', 'L', 'P', 'O', 'L', 1, '\n'};
constexpr std::uint32_t format = 1;
constexpr std::size_t featureHashSize = 16; // the shortest that BLAKE2b of libsodium gives; 8 bytes of it are kept
constexpr std::size_t keptHash = 8;
constexpr std::size_t digestSize = 32;
constexpr float largestWeight = 1000; // so that no sum of them can overflow
constexpr std::array<std::uint32_t, 3> layers{featureCount, hiddenUnits, 1};
constexpr std::size_t fileSize =
    magic.size() + 4 + keptHash + 4 + 4 * layers.size() + 4 * policySize + digestSize; // 968

std::array<std::uint8_t, digestSize> digest(std::span<const std::uint8_t> bytes) {
    std::array<std::uint8_t, digestSize> made{};
    crypto_generichash(made.data(), made.size(), bytes.data(), bytes.size(), nullptr, 0);
    return made;
}

std::array<std::uint8_t, keptHash> featureHash() {
    std::array<std::uint8_t, featureHashSize> made{};
    crypto_generichash(made.data(), made.size(), reinterpret_cast<const unsigned char*>(featureSet.data()),
                       featureSet.size(), nullptr, 0);
    std::array<std::uint8_t, keptHash> kept{};
    std::copy_n(made.begin(), keptHash, kept.begin());
    return kept;
}

void put(std::vector<std::uint8_t>& bytes, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {}

    std::span<const std::uint8_t> take(std::size_t count) {
        const auto taken = m_bytes.first(count);
        m_bytes = m_bytes.subspan(count);
        return taken;
    }

    std::uint32_t number() {
        const auto four = take(4);
        return static_cast<std::uint32_t>(four[0]) | static_cast<std::uint32_t>(four[1]) << 8U |
               static_cast<std::uint32_t>(four[2]) << 16U | static_cast<std::uint32_t>(four[3]) << 24U;
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

} // namespace

std::vector<std::uint8_t> encodePolicy(const Policy& policy) {
    std::vector<std::uint8_t> bytes(magic.begin(), magic.end());
    put(bytes, format);
    const auto features = featureHash();
    bytes.insert(bytes.end(), features.begin(), features.end());
    put(bytes, layers.size());
    for (const std::uint32_t size : layers)
        put(bytes, size);
    for (const float weight : policy.weights())
        put(bytes, std::bit_cast<std::uint32_t>(weight));
    const auto sum = digest(bytes);
    bytes.insert(bytes.end(), sum.begin(), sum.end());
    return bytes;
}

Result<StoredPolicy> decodePolicy(std::span<const std::uint8_t> bytes) {
    const auto damaged = [](std::string what) { return fail("POLICY_DAMAGED", std::move(what)); };
    if (bytes.size() < magic.size() + 4 || !std::ranges::equal(bytes.first(magic.size()), magic))
        return damaged("this is no policy file: it begins differently");
    Reader reader(bytes.subspan(magic.size()));
    if (const std::uint32_t given = reader.number(); given != format)
        return fail("POLICY_FORMAT",
                    std::format("format {} is not known; this program reads format {}", given, format));
    if (bytes.size() != fileSize)
        return damaged(std::format("the file has {} bytes; a policy has {}", bytes.size(), fileSize));
    const auto sum = digest(bytes.first(fileSize - digestSize));
    if (!std::ranges::equal(bytes.last(digestSize), sum))
        return damaged("the checksum does not fit: the file was changed or cut");
    if (!std::ranges::equal(reader.take(keptHash), featureHash()))
        return fail("POLICY_FEATURES", "the policy was trained for other features than this program computes");
    bool fits = reader.number() == layers.size();
    for (const std::uint32_t size : layers)
        fits = reader.number() == size && fits;
    if (!fits) return fail("POLICY_SHAPE", "the layers are not 12, 16 and 1");
    Weights weights{};
    for (float& weight : weights) {
        weight = std::bit_cast<float>(reader.number());
        if (!(std::abs(weight) <= largestWeight)) return damaged("a weight is beyond +-1,000, or no number");
    }
    StoredPolicy stored{.policy = Policy(weights), .version = {}};
    for (std::size_t i = 0; i < 6; ++i)
        stored.version += std::format("{:02x}", sum[i]);
    return stored;
}

} // namespace haneul::avoid
