#pragma once

#include "core/fleet/inventory.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

// The records of core/fleet/inventory.h by one name, for what is the same with all of them.
namespace haneul::fleet {

enum class Kind {
    Model,
    Drone,
    Battery,
    Payload,
    Pilot,
    Maintenance,
};
inline constexpr std::array allKinds{Kind::Model,   Kind::Drone, Kind::Battery,
                                     Kind::Payload, Kind::Pilot, Kind::Maintenance};
[[nodiscard]] std::string_view toString(Kind kind);       // "model", ... as in the log
[[nodiscard]] std::string_view collectionName(Kind kind); // "models", ... as in addresses
[[nodiscard]] std::optional<Kind> kindFrom(std::string_view name);

// In the order of Kind.
using Record = std::variant<DroneModel, Drone, Battery, Payload, Pilot, MaintenanceRecord>;
[[nodiscard]] Kind kindOf(const Record& record);
[[nodiscard]] const std::string& idOf(const Record& record);
void setId(Record& record, std::string id);

[[nodiscard]] std::string_view toString(DroneStatus status); // "serviceable", "grounded", "retired"
[[nodiscard]] std::optional<DroneStatus> droneStatusFrom(std::string_view name);
[[nodiscard]] std::string_view toString(MaintenanceKind kind); // "inspection", "repair", "defect"
[[nodiscard]] std::optional<MaintenanceKind> maintenanceKindFrom(std::string_view name);

} // namespace haneul::fleet
