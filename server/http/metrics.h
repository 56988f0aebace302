#pragma once

#include "server/situation/situation.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace haneul::http {

// Counts of the HTTP door itself. One thread only.
class HttpMetrics {
public:
    // Upper bounds of the latency histogram's buckets, in seconds; one more bucket holds the rest.
    static constexpr std::array<double, 8> latencyBounds_s{0.001, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0};

    void countRequest(std::string_view route, unsigned status, std::chrono::steady_clock::duration latency);

    void countRefusal(std::string_view reason) { ++m_refusals[std::string(reason)]; }

    std::uint64_t accepted = 0;
    std::uint64_t received_bytes = 0;
    std::uint64_t sent_bytes = 0;
    std::uint64_t streamMessages = 0;
    std::uint64_t slowStreamsClosed = 0;

private:
    friend class MetricsPage;
    std::map<std::pair<std::string, unsigned>, std::uint64_t> m_requests;
    std::map<std::string, std::uint64_t> m_refusals;
    std::array<std::uint64_t, latencyBounds_s.size() + 1> m_latencyBuckets{};
    double m_latencySum_s = 0;
};

struct TileCounters {
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
    std::uint64_t refusedBusy = 0;
    std::uint64_t failures = 0;
    std::size_t queued = 0;
    std::size_t cachedTiles = 0;
    std::size_t cachedBytes = 0;
};

// What changes from one scrape to the next and is not counted by HttpMetrics.
struct MetricsContext {
    const situation::Situation& situation;
    UtcMs now{};
    std::chrono::duration<double> uptime{};
    std::size_t connections = 0;
    std::size_t streams = 0;
    std::size_t longestStreamQueue = 0;
    TileCounters tiles;
    std::uint64_t unloggedRequests = 0;
    std::string_view version;
};

// Prometheus text format 0.0.4.
[[nodiscard]] std::string metricsText(const HttpMetrics& metrics, const MetricsContext& context);

} // namespace haneul::http
