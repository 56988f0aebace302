#pragma once

#include <string>

namespace haneul {

// Where a set of facts comes from: shown beside every number that is made of it.
struct Provenance {
    std::string name;       // what a person calls it: "Districts 2013"
    std::string source;     // who made it: "KOSTAT"; of a made-up one the generator and its seed
    std::string date;       // of the facts, as the source writes it; empty: not known
    bool synthetic = false; // made up, not measured: never lost on the way to a screen

    bool operator==(const Provenance&) const = default;
};

} // namespace haneul
