#pragma once

#include "core/airspace/zone_index.h"
#include "core/base/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::airspace {

// A zone's name in this instance: "KOR:RKP73".
[[nodiscard]] std::string zoneKey(const Zone& zone);
[[nodiscard]] std::string zoneKey(std::string_view country, std::string_view identifier);

// What is known of a published zone beside itself.
struct ZoneRecord {
    std::string key;
    std::uint64_t revision = 0; // from 1; grows with each change
    UtcMs published{};
    std::string by; // user

    bool operator==(const ZoneRecord&) const = default;
};

struct ImportRecord {
    UtcMs at{};
    std::string by, file, format;
    std::uint64_t taken = 0, quarantined = 0, refused = 0; // features of the file
    std::string choice;                                    // ImportChoice, "all_or_nothing"
    std::uint64_t published = 0, changed = 0, unchanged = 0, withdrawn = 0;

    bool operator==(const ImportRecord&) const = default;
};

// All zones in force or to come, as of one entry of the log. Immutable.
struct AirspaceState {
    std::uint64_t number = 0;          // grows by one per publication
    ZoneIndex index;                   // zones by key
    std::vector<ZoneRecord> records;   // of index.zones(), in that order
    std::vector<ImportRecord> imports; // the latest 50, the newest first

    [[nodiscard]] const ZoneRecord* record(std::string_view key) const; // null: none
    [[nodiscard]] const Zone* zone(std::string_view key) const;
};

using AirspaceStatePtr = std::shared_ptr<const AirspaceState>;

inline constexpr std::size_t importsKept = 50;

} // namespace haneul::airspace
