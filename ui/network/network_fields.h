#pragma once

#include "ui/network/sketch_table.h"

#include <vector>

namespace haneul::network {

// The fields of nodes, links, settings and drone types, as the tables of the panel show and write them. Durations in
// seconds, heights in metres above mean sea level, places in degrees.
[[nodiscard]] std::vector<Field> nodeFields();
// `editor`: what is shown of a verification depends on what is saved. It must outlive the fields.
[[nodiscard]] std::vector<Field> linkFields(const NetworkEditor& editor);
[[nodiscard]] std::vector<Field> waypointFields(const NetworkEditor& editor); // of the picked link
[[nodiscard]] std::vector<Field> settingFields(const NetworkEditor& editor);
[[nodiscard]] std::vector<Field> droneFields();
[[nodiscard]] std::vector<Field> stayFields();     // of moving bases, a row for each stay (network_edits.h)
[[nodiscard]] std::vector<Field> crossingFields(); // declared ones

// The link whose waypoints are shown; nullopt: none is picked.
[[nodiscard]] std::optional<std::size_t> linkInHand(const NetworkEditor& editor);

} // namespace haneul::network
