#include "core/city/synthetic_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::city::synthetic {

namespace {

double apart_m(PlanPoint a, PlanPoint b) {
    return std::hypot(a.u_m - b.u_m, a.v_m - b.v_m);
}

PlanPoint middleOf(Block block) {
    return {(block.column + 0.5) * street_m, (block.row + 0.5) * street_m};
}

double rounded(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

} // namespace

Plan::Plan(const SyntheticCitySpec& spec)
    : m_spec(spec)
    , m_scale(metresPerDegree(spec.centre.latitude_deg)) {
    sim::Random random = sim::Random::stream(spec.seed, 0);
    const double turn = random.uniform(-15, 15) * std::numbers::pi / 180;
    m_cosine = std::cos(turn);
    m_sine = std::sin(turn);
    m_reach = static_cast<int>(std::ceil(std::hypot(spec.width_m, spec.height_m) / 2 / street_m)) + 1;
    const double size_m = std::min(spec.width_m, spec.height_m);
    m_riverOffset_m = -spec.height_m * random.uniform(0.20, 0.30);
    m_riverSwing_m = size_m * random.uniform(0.02, 0.06);
    m_riverLength_m = size_m * random.uniform(0.7, 1.1);
    m_riverPhase = random.uniform(0, 2 * std::numbers::pi);
    m_riverHalf_m = size_m * random.uniform(0.02, 0.035);
    const auto spot = [&](double reach, double least, double greatest) {
        const double u = random.uniform(-reach, reach) * spec.width_m;
        const double v = random.uniform(-reach, reach) * spec.height_m;
        return Spot{{u, v}, random.uniform(least, greatest) * size_m};
    };
    m_cores = {spot(0.06, 0.10, 0.12), spot(0.38, 0.04, 0.06), spot(0.38, 0.04, 0.06)};
    m_parks = {spot(0.4, 0.05, 0.08), spot(0.4, 0.03, 0.05), spot(0.4, 0.03, 0.05)};
    const double side = random.below(2) == 0 ? -1 : 1;
    m_industry = {{side * 0.42 * spec.width_m, -0.42 * spec.height_m}, 0.18 * size_m};
}

PlanPoint Plan::toPlan(geo::LatLon point) const {
    const double east_m = (point.longitude_deg - m_spec.centre.longitude_deg) * m_scale.east;
    const double north_m = (point.latitude_deg - m_spec.centre.latitude_deg) * m_scale.north;
    return {m_cosine * east_m + m_sine * north_m, -m_sine * east_m + m_cosine * north_m};
}

geo::LatLon Plan::toLatLon(PlanPoint point) const {
    const double east_m = m_cosine * point.u_m - m_sine * point.v_m;
    const double north_m = m_sine * point.u_m + m_cosine * point.v_m;
    return {rounded(m_spec.centre.latitude_deg + north_m / m_scale.north),
            rounded(m_spec.centre.longitude_deg + east_m / m_scale.east)};
}

bool Plan::inside(PlanPoint point) const {
    const double east_m = m_cosine * point.u_m - m_sine * point.v_m;
    const double north_m = m_sine * point.u_m + m_cosine * point.v_m;
    return std::abs(east_m) <= m_spec.width_m / 2 && std::abs(north_m) <= m_spec.height_m / 2;
}

bool Plan::isWater(PlanPoint point, double margin_m) const {
    const double angle = 2 * std::numbers::pi * point.u_m / m_riverLength_m + m_riverPhase;
    const double middle_m = m_riverOffset_m + m_riverSwing_m * std::sin(angle);
    // The band is measured across its slope, so that bends are not narrower.
    const double slope = m_riverSwing_m * 2 * std::numbers::pi / m_riverLength_m * std::cos(angle);
    return std::abs(point.v_m - middle_m) <= (m_riverHalf_m + margin_m) * std::hypot(1.0, slope);
}

Use Plan::useOf(Block block) const {
    const PlanPoint middle = middleOf(block);
    if (isWater(middle, 90)) return Use::Green; // banks
    const auto near = [&](const Spot& spot) { return apart_m(middle, spot.centre) <= spot.radius_m; };
    if (std::ranges::any_of(m_cores, near)) return Use::Business;
    if (std::ranges::any_of(m_parks, near)) return Use::Green;
    if (near(m_industry)) return Use::Industrial;
    sim::Random random = randomOf(block, 1);
    const double chance = random.unit();
    const bool aroundCore = std::ranges::any_of(
        m_cores, [&](const Spot& core) { return apart_m(middle, core.centre) <= 1.8 * core.radius_m; });
    if (aroundCore) return chance < 0.75 ? Use::Commercial : Use::Residential;
    if (chance < 0.05) return Use::Green; // a playground, a small wood
    return chance < 0.15 ? Use::Commercial : Use::Residential;
}

Use Plan::useAt(PlanPoint point) const {
    if (isWater(point)) return Use::Water;
    return useOf(
        {static_cast<int>(std::floor(point.u_m / street_m)), static_cast<int>(std::floor(point.v_m / street_m))});
}

double Plan::distanceToCore_m(PlanPoint point) const {
    return apart_m(point, core());
}

sim::Random Plan::randomOf(Block block, std::uint64_t purpose) const {
    constexpr std::uint64_t half = 1U << 20U; // more blocks than any city has
    const auto column = static_cast<std::uint64_t>(static_cast<std::int64_t>(half) + block.column);
    const auto row = static_cast<std::uint64_t>(static_cast<std::int64_t>(half) + block.row);
    return sim::Random::stream(m_spec.seed, (purpose << 44U) | (column << 22U) | row);
}

} // namespace haneul::city::synthetic
