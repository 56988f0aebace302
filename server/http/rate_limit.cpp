#include "server/http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace haneul::http {

namespace {

constexpr double tolerance = 1e-9; // of sums of fractions

double secondsBetween(RateLimit::Instant from, RateLimit::Instant to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

std::optional<std::chrono::milliseconds> RateLimit::take(const std::string& key, Instant now) {
    if (m_buckets.size() >= m_rules.remembered && !m_buckets.contains(key)) forgetFull(now);
    auto& bucket = m_buckets.try_emplace(key, Bucket{m_rules.burst, now}).first->second;
    bucket.left = std::min(m_rules.burst, bucket.left + secondsBetween(bucket.at, now) * m_rules.perSecond);
    bucket.at = now;
    if (bucket.left >= 1 - tolerance) {
        bucket.left = std::max(0.0, bucket.left - 1);
        return std::nullopt;
    }
    constexpr double rounding = 1e-6;
    const double wait_ms = (1 - bucket.left) / m_rules.perSecond * 1000 - rounding;
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(wait_ms)));
}

// A bucket that has filled up again says no more than no bucket.
void RateLimit::forgetFull(Instant now) {
    std::erase_if(m_buckets, [&](const auto& item) {
        return item.second.left + secondsBetween(item.second.at, now) * m_rules.perSecond >= m_rules.burst;
    });
    if (m_buckets.size() < m_rules.remembered) return;
    m_buckets.erase(std::ranges::min_element(m_buckets, {}, [](const auto& item) { return item.second.at; }));
}

} // namespace haneul::http
