#include "core/avoid/policy.h"

#include <algorithm>

namespace haneul::avoid {

namespace {

float tangent(float x) {
    const float bounded = std::clamp(x, -3.0F, 3.0F);
    const float squared = bounded * bounded;
    return bounded * (27.0F + squared) / (27.0F + 9.0F * squared);
}

} // namespace

Policy::Policy(const Weights& weights)
    : m_weights(weights) {}

float Policy::adjust(const Features& features) const {
    // Column by column, so that the 16 sums go side by side.
    std::array<float, hiddenUnits> sums;
    const float* const offsets = m_weights.data() + featureCount * hiddenUnits;
    std::copy_n(offsets, hiddenUnits, sums.begin());
    for (std::size_t i = 0; i < featureCount; ++i) {
        const float* const column = m_weights.data() + i * hiddenUnits;
        for (std::size_t j = 0; j < hiddenUnits; ++j)
            sums[j] += column[j] * features[i];
    }
    const float* const output = offsets + hiddenUnits;
    float sum = output[hiddenUnits];
    for (std::size_t j = 0; j < hiddenUnits; ++j)
        sum += output[j] * tangent(sums[j]);
    return gain * sum;
}

} // namespace haneul::avoid
