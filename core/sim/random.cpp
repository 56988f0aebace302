#include "core/sim/random.h"

namespace haneul::sim {

namespace {

// SplitMix64 (Steele, Lea, Flood 2014), the usual way to spread seeds.
std::uint64_t splitMix64(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace

Random Random::stream(std::uint64_t seed, std::uint64_t index) {
    return Random(splitMix64(splitMix64(seed) ^ splitMix64(~index)));
}

double Random::unit() {
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
    return low + (high - low) * unit();
}

std::uint64_t Random::below(std::uint64_t bound) {
    if (bound == 0) return 0;
    // Numbers of the incomplete last stretch would favour small results: draw again.
    const std::uint64_t incomplete = (0 - bound) % bound;
    std::uint64_t drawn = bits();
    while (drawn < incomplete) {
        drawn = bits();
    }
    return drawn % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
    if (high <= low) return low;
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (span == UINT64_MAX) return static_cast<std::int64_t>(bits());
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + below(span + 1));
}

} // namespace haneul::sim
