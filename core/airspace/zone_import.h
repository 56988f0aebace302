#pragma once

#include "core/airspace/zone.h"

namespace haneul::airspace {

// What became of one feature of a file.
enum class Outcome {
    Taken,
    Quarantined, // whole, but doubtful: used only if a person decides so
    Refused,     // no zone can be made of it
};
[[nodiscard]] std::string_view toString(Outcome outcome); // "TAKEN"

struct FeatureReport {
    std::string where;      // in the file: "features[3]", "line 17", "C0043/26"
    std::string identifier; // as far as it could be read
    Outcome outcome = Outcome::Refused;
    std::vector<Finding> findings; // with paths in the file
    std::optional<Zone> zone;      // unless refused

    bool operator==(const FeatureReport&) const = default;
};

struct ZoneImport {
    std::string format;
    std::vector<FeatureReport> features;
    std::vector<Finding> findings; // of the file as a whole

    [[nodiscard]] std::size_t count(Outcome outcome) const;
};

// Adds the findings of the whole zone and makes the outcome of what was found. Refused: the zone is dropped.
[[nodiscard]] FeatureReport reportOf(std::string where, Zone zone, std::vector<Finding> findings);

// Two features with one country and identifier: the later are quarantined (DUPLICATE_IDENTIFIER).
void findDuplicates(ZoneImport& import);

// What is used: taken zones, and the quarantined ones too where that was chosen.
[[nodiscard]] std::vector<Zone> zonesOf(const ZoneImport& import, bool withQuarantined);

} // namespace haneul::airspace
