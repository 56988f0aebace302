#pragma once

#include "core/base/error.h"
#include "server/airspace/airspace_state.h"
#include "server/log/event_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace haneul::airspace {

// What the log says of zones. Who did it, where and when stands in the entry.

struct ZonePublished { // airspace.zone_published, from revision 2 on airspace.zone_changed
    std::string key;
    std::uint64_t revision = 0;
    std::string body; // formats::zoneToJson

    bool operator==(const ZonePublished&) const = default;
};

struct ZoneWithdrawn { // airspace.zone_withdrawn
    std::string key, reason;

    bool operator==(const ZoneWithdrawn&) const = default;
};

struct ZonesImported {   // airspace.zones_imported, behind the entries of the zones
    ImportRecord record; // at and by are the entry's

    bool operator==(const ZonesImported&) const = default;
};

using AirspaceEvent = std::variant<ZonePublished, ZoneWithdrawn, ZonesImported>;

inline constexpr std::string_view airspacePrefix = "airspace.";

[[nodiscard]] log::NewEvent toEvent(const AirspaceEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a body that it does not have), and those of
// json::Object.
[[nodiscard]] Result<AirspaceEvent> eventFrom(std::string_view type, std::string_view body);

} // namespace haneul::airspace
