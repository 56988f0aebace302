#pragma once

#include "core/base/error.h"
#include "server/airspace/airspace_state.h"
#include "server/storage/database.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the tables of AirspaceProjection say. Code DATABASE, and those of zoneFromJson.
namespace haneul::airspace {

struct StoredZone {
    ZoneRecord record;
    Zone zone;

    bool operator==(const StoredZone&) const = default;
};

using StoredZones = std::map<std::string, std::shared_ptr<const StoredZone>>; // by key

[[nodiscard]] Result<StoredZones> readZones(const storage::Database& database);                 // not the withdrawn
[[nodiscard]] Result<std::vector<ImportRecord>> readImports(const storage::Database& database); // the latest first

// Revision and body of a zone, also of a withdrawn one.
struct ZoneRow {
    std::uint64_t revision = 0;
    std::string body;
    bool withdrawn = false;
};

[[nodiscard]] Result<std::optional<ZoneRow>> readZoneRow(const storage::Database& database, const std::string& key);

// Keys of the zones that stand with a layer which meets the box, by the spatial index (R-DB-09).
[[nodiscard]] Result<std::vector<std::string>> readZonesMeeting(const storage::Database& database, const geo::Box& box);

} // namespace haneul::airspace
