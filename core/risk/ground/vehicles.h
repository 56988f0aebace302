#pragma once

#include "core/risk/ground/impact.h"

#include <span>
#include <string>
#include <string_view>

namespace haneul::risk::ground {

// Where a number comes from.
enum class Origin {
    AsPrinted,  // in the paper
    Literature, // published elsewhere
    DataSheet,  // the maker's
    Assumption, // ours, and said to be
    OwnData,    // entered by the user
};
[[nodiscard]] std::string_view
toString(Origin origin); // "as_printed", "literature", "data_sheet", "assumption", "own_data"

struct Sourced {
    Origin origin = Origin::OwnData;
    std::string words; // "Kim et al. 2024, table 2"

    bool operator==(const Sourced&) const = default;
};

enum class Airframe {
    Multirotor,
    FixedWing,
};

struct Vehicle {
    std::string id; // "phantom-4"
    std::string name;
    Airframe airframe = Airframe::Multirotor;
    FallingBody body;
    double crashRate_perHour = 0; // P_crash
    Sourced mass, hitArea, drag, crashRate;
};

// The library: the paper's DJI Phantom 4 first. Numbers that makers do not publish are assumptions and marked so.
[[nodiscard]] std::span<const Vehicle> vehicles();

// nullptr: there is none of that id.
[[nodiscard]] const Vehicle* vehicleOf(std::string_view id);

} // namespace haneul::risk::ground
