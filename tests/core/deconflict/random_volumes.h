#pragma once

#include "core/geo/geodesic.h"
#include "core/geo/volume4d.h"
#include "core/sim/random.h"

#include <cmath>

// Volumes for the tests of the room and for the benchmark of the index.
namespace haneul::tests {

// A city of 60 x 60 km over one day, as PERFORMANCE.md 4 has it.
struct City {
    geo::LatLon middle{37.55, 127.0};
    double half_m = 30'000;
    UtcMs day = utcMs(1'790'000'000'000);
    double day_ms = 86'400'000;
    std::size_t hubs = 40;
};

class RandomVolumes {
public:
    RandomVolumes(std::uint64_t seed, City city)
        : m_random(seed)
        , m_city(city) {
        sim::Random places(77); // the hubs of a city are the same, whatever the traffic
        for (std::size_t n = 0; n < city.hubs; ++n)
            m_hubs.push_back(placeIn(places));
    }

    sim::Random& random() { return m_random; }

    geo::LatLon place() { return placeIn(m_random); }

    // A corridor of ten corners, 0.6 to 12 km long, 60 to 160 m wide, 10 to 25 m high, for the time of its flight and
    // two minutes; four of ten begin at a hub.
    geo::Volume4D corridor() {
        const double length_m = m_random.uniform(600, 12'000), half_m = m_random.uniform(30, 80);
        const geo::LatLon from =
            !m_hubs.empty() && m_random.unit() < 0.4 ? m_hubs[m_random.below(m_hubs.size())] : place();
        const double bearing_deg = m_random.uniform(0, 360), bend_m = m_random.uniform(-0.1, 0.1) * length_m;
        geo::Polygon area;
        for (int side = 0; side < 2; ++side)
            for (int n = 0; n < 5; ++n) {
                const double t = side == 0 ? n / 4.0 : 1 - n / 4.0;
                const double aside_m = bend_m * std::sin(3.14159265358979 * t) + (side == 0 ? -half_m : half_m);
                area.outer.push_back(
                    geo::direct(geo::direct(from, bearing_deg, length_m * t), bearing_deg + 90, aside_m));
            }
        const double lower_m = m_random.uniform(40, 140), speed_mps = m_random.uniform(8, 20);
        const auto start = static_cast<std::int64_t>(m_random.uniform(0, m_city.day_ms));
        return {area, geo::VerticalLimit{lower_m, geo::VerticalReference::Amsl},
                geo::VerticalLimit{lower_m + m_random.uniform(10, 25), geo::VerticalReference::Amsl},
                m_city.day + milliseconds(start),
                m_city.day + milliseconds(start + static_cast<std::int64_t>(length_m / speed_mps * 1000) + 120'000)};
    }

private:
    geo::LatLon placeIn(sim::Random& random) const {
        return geo::direct(geo::direct(m_city.middle, 90, random.uniform(-m_city.half_m, m_city.half_m)), 0,
                           random.uniform(-m_city.half_m, m_city.half_m));
    }

    sim::Random m_random;
    City m_city;
    std::vector<geo::LatLon> m_hubs;
};

} // namespace haneul::tests
