#pragma once

#include <cstdint>
#include <random>

namespace haneul::sim {

// Seeded randomness that gives the same numbers with every standard library: the engine std::mt19937_64 is fixed bit
// by bit in [rand.predef]; the distributions of <random> are not, so they are written out here.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed) {}

    // A generator of its own for part `index` of a whole that has `seed` (vehicle 7 of a world): adding or removing
    // other parts does not change it. Seeds are spread by SplitMix64, so neighbouring indices are unrelated.
    [[nodiscard]] static Random stream(std::uint64_t seed, std::uint64_t index);

    [[nodiscard]] std::uint64_t bits() { return m_engine(); }

    [[nodiscard]] double unit();                            // [0, 1), 53 bits
    [[nodiscard]] double uniform(double low, double high);  // [low, high)
    [[nodiscard]] std::uint64_t below(std::uint64_t bound); // 0 .. bound-1, unbiased; 0 when bound is 0
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high); // both included; low when high < low

private:
    std::mt19937_64 m_engine;
};

} // namespace haneul::sim
