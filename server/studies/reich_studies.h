#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/formats/recorded_traffic.h"
#include "core/risk/collision/estimate.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// Collision risk by the Reich model (core/risk/collision).
namespace haneul::studies {

[[nodiscard]] Result<std::string> tls(std::string_view body);
[[nodiscard]] Result<std::string> collisionRisk(std::string_view body);
[[nodiscard]] Result<std::string> overlap(std::string_view body);
[[nodiscard]] Result<std::string> sensitivity(std::string_view body);
[[nodiscard]] Result<std::string> gridCapacity(std::string_view body);
[[nodiscard]] Result<std::string> minSeparation(std::string_view body);
[[nodiscard]] Result<std::string> eyOccupancy(std::string_view body);
[[nodiscard]] Result<std::string> reichTable(std::string_view body);    // N by distance and scenario
[[nodiscard]] Result<std::string> reichRanking(std::string_view body);  // parameters by elasticity
[[nodiscard]] Result<std::string> reichCorridor(std::string_view body); // obstacles within the separation

// What recorded traffic is asked.
struct TrafficQuestion {
    formats::TrafficFormat format = formats::TrafficFormat::Csv;
    risk::collision::TrackSettings tracks;
    risk::collision::EstimateSettings estimate;
    std::uint64_t seed = 1;          // of the bootstrap
    std::string name;                // of the preset
    std::string base = "table4_fit"; // a preset of the program: it stands where the traffic says nothing
    std::string source;              // of the file, in words
    UtcMs made{};
};

struct TrafficAnswer {
    risk::collision::Preset preset;
    risk::collision::TrafficEstimate estimate;
    risk::collision::AxisTraffic traffic;
};

// A dated preset from recorded traffic. Takes seconds for millions of positions. Codes: those of readTraffic, ontoAxis,
// estimateFrom and check(Preset); NO_SUCH_PRESET (the base).
[[nodiscard]] Result<TrafficAnswer> estimatePreset(const TrafficQuestion& question, std::span<const std::byte> file);
// {"preset", "estimate", "axis", "routes_m", "notes", "constants_remark"}
[[nodiscard]] std::string trafficAnswerJson(const TrafficAnswer& answer);

} // namespace haneul::studies
