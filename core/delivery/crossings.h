#pragma once

#include "core/delivery/network.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace haneul::delivery {

// A place where two links of a network cross at one level: found from the geometry (R-SLT-06).
struct FoundCrossing {
    std::size_t first = 0; // of network.links; first < second
    std::size_t second = 0;
    geo::LatLon place;
    double firstHeight_m = 0, secondHeight_m = 0;
    double first_m = 0, second_m = 0; // flown from the link's end a
    // Of the flight time from end a to end b that has passed there: what the scheduler's rule of crossings, uniform
    // motion along the link, needs to be right about the time.
    double firstFraction = 0, secondFraction = 0;

    bool operator==(const FoundCrossing&) const = default;
};

// All crossings of two different links, whether verified or not, along straight and curved ways: where the ways meet
// seen from above and their heights there differ by at most network.crossingHeight_m. Two links may cross several
// times. The nodes that two links share are no crossings: their columns are kept apart as such.
//
// A stretch where one link runs along the other, less than a metre beside it, is a row of crossings: one at each end,
// and so many between that from one to the next either link takes at most half of network.crossingSeparation_ms. So
// nobody can meet or overtake on it unseen.
//
// Sorted by first, second, first_m. Codes: UNKNOWN_DRONE_TYPE, and LinkFlight's.
[[nodiscard]] Result<std::vector<FoundCrossing>> findCrossings(const Network& network, std::string_view droneType = {});

} // namespace haneul::delivery
