#include "server/airspace/airspace_state.h"

#include <algorithm>
#include <format>

namespace haneul::airspace {

std::string zoneKey(std::string_view country, std::string_view identifier) {
    return std::format("{}:{}", country, identifier);
}

std::string zoneKey(const Zone& zone) {
    return zoneKey(zone.country, zone.identifier);
}

const ZoneRecord* AirspaceState::record(std::string_view key) const {
    const auto found = std::ranges::lower_bound(records, key, {}, &ZoneRecord::key);
    return found != records.end() && found->key == key ? &*found : nullptr;
}

const Zone* AirspaceState::zone(std::string_view key) const {
    const ZoneRecord* const found = record(key);
    return found == nullptr ? nullptr : &index.zones()[static_cast<std::size_t>(found - records.data())];
}

} // namespace haneul::airspace
