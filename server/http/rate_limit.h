#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace haneul::http {

struct RateRules {
    double perSecond = 50;
    double burst = 200;              // what may come at once after a pause
    std::size_t remembered = 10'000; // keys; the one that asked longest ago goes
};

// Token buckets, one per key (a user, an address). Not thread-safe.
class RateLimit {
public:
    using Instant = std::chrono::steady_clock::time_point;

    explicit RateLimit(RateRules rules = {})
        : m_rules(rules) {}

    // Takes one request from the key's bucket; when it is empty nothing is taken and the time until the next one is
    // told.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(const std::string& key, Instant now);

    [[nodiscard]] std::size_t keys() const { return m_buckets.size(); }

private:
    struct Bucket {
        double left = 0;
        Instant at{};
    };

    void forgetFull(Instant now);

    RateRules m_rules;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace haneul::http
