#pragma once

#include "core/delivery/network.h"
#include "core/json/json_writer.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/delivery_state.h"

#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// The bodies of the API about deliveries (their shapes: resources/openapi.json). Pure: a state in, JSON out. Times are
// RFC 3339, durations milliseconds.

[[nodiscard]] std::string networksJson(const delivery::DeliveryState& state);
[[nodiscard]] std::string networkJson(const delivery::SavedNetwork& saved); // with what is to be said about it
// A page of a list: `total` are on all pages; `next` asks for the page behind it, empty: there is none.
[[nodiscard]] std::string ordersJson(const std::vector<const delivery::Order*>& orders, std::size_t total,
                                     const std::string& next);
[[nodiscard]] std::string missionsJson(const std::vector<delivery::MissionPtr>& missions, std::size_t total,
                                       const std::string& next);
// "battery" and "drone_notes" of a mission; null: it is not known (any more).
void writeEquipment(json::JsonWriter& json, const delivery::Mission* mission);
// With the times of every node and waypoint: as booked, as expected now, and what has happened.
[[nodiscard]] std::string missionJson(const delivery::Mission& mission, const delivery::DeliveryState& state);
[[nodiscard]] std::string slotsJson(const delivery::SlotAnswer& answer);
// Every node and link of the network with the ranges in [from, to) that missions hold it (R-SLT-11).
[[nodiscard]] std::string occupancyJson(const delivery::SavedNetwork& saved, const delivery::DeliveryState& state,
                                        UtcMs from, UtcMs to);
[[nodiscard]] std::string conflictsJson(std::string_view network, const delivery::DeliveryState& state);

// What differs between two states, as a message of the stream; empty: nothing.
[[nodiscard]] std::string streamDeliveries(const delivery::DeliveryState& before, const delivery::DeliveryState& after);

} // namespace haneul::http
