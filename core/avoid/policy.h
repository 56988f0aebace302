#pragma once

#include "core/avoid/assessment.h"

#include <array>
#include <span>
#include <string>

namespace haneul::avoid {

inline constexpr std::size_t hiddenUnits = 16;
inline constexpr std::size_t policySize = featureCount * hiddenUnits + hiddenUnits + hiddenUnits + 1; // 225
using Weights = std::array<float, policySize>; // 12 columns of 16, 16 offsets, output row, output offset

// The learned scorer: 12-16-1 with hyperbolic tangents, added to the rule. With an output row of zeros it is the rule.
// The tangent is its rational approximation x (27 + x^2) / (27 + 9 x^2), limited to +-1 beyond 3: at most 0.024 off,
// and the same bits with every library.
class Policy {
public:
    Policy() = default; // all zero: the rule
    explicit Policy(const Weights& weights);

    // What is added to -ruleCost of a candidate.
    [[nodiscard]] float adjust(const Features& features) const;

    [[nodiscard]] const Weights& weights() const { return m_weights; }

    static constexpr float gain = 5;

private:
    Weights m_weights{};
};

} // namespace haneul::avoid
