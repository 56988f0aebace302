#pragma once

#include "core/city/synthetic_city.h"
#include "core/sim/random.h"

// The layout of a synthetic city, before anything is built on it: what synthetic_city.cpp asks.
namespace haneul::city::synthetic {

enum class Use : std::uint8_t { Water, Green, Residential, Commercial, Business, Industrial };

// Metres along (u) and across (v) the streets, from the centre.
struct PlanPoint {
    double u_m = 0, v_m = 0;
};

// A block between streets: from (u, v) = (column, row) times street_m.
struct Block {
    int column = 0, row = 0;
};

inline constexpr double street_m = 125; // between streets
inline constexpr int arterialEvery = 4; // streets
inline constexpr double arterialWidth_m = 26;
inline constexpr double streetWidth_m = 9;

[[nodiscard]] constexpr bool isArterial(int line) {
    return line % arterialEvery == 0;
}

class Plan {
public:
    explicit Plan(const SyntheticCitySpec& spec);

    [[nodiscard]] PlanPoint toPlan(geo::LatLon point) const;
    [[nodiscard]] geo::LatLon toLatLon(PlanPoint point) const; // to 1e-7 degrees
    [[nodiscard]] bool inside(PlanPoint point) const;          // the area that was asked for

    // Streets and blocks reach this far in either direction.
    [[nodiscard]] int reach() const { return m_reach; }

    [[nodiscard]] bool isWater(PlanPoint point, double margin_m = 0) const;
    [[nodiscard]] Use useOf(Block block) const;
    [[nodiscard]] Use useAt(PlanPoint point) const;
    [[nodiscard]] double distanceToCore_m(PlanPoint point) const; // the main one

    [[nodiscard]] PlanPoint core() const { return m_cores.front().centre; }

    // Randomness of its own for a thing: what stands on one block does not change with the others.
    [[nodiscard]] sim::Random randomOf(Block block, std::uint64_t purpose) const;

private:
    struct Spot {
        PlanPoint centre;
        double radius_m = 0;
    };

    SyntheticCitySpec m_spec;
    MetresPerDegree m_scale;
    double m_cosine = 1, m_sine = 0;
    int m_reach = 0;
    double m_riverOffset_m = 0, m_riverSwing_m = 0, m_riverLength_m = 1, m_riverPhase = 0, m_riverHalf_m = 0;
    std::vector<Spot> m_cores, m_parks;
    Spot m_industry;
};

} // namespace haneul::city::synthetic
