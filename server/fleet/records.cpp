#include "server/fleet/records.h"

#include <utility>

namespace haneul::fleet {

namespace {

constexpr std::array<std::string_view, allKinds.size()> kindNames{"model",   "drone", "battery",
                                                                  "payload", "pilot", "maintenance"};
constexpr std::array<std::string_view, allKinds.size()> collectionNames{"models",   "drones", "batteries",
                                                                        "payloads", "pilots", "maintenance"};
constexpr std::array<std::string_view, 3> statusNames{"serviceable", "grounded", "retired"};
constexpr std::array<std::string_view, 3> maintenanceNames{"inspection", "repair", "defect"};

template <class Enum, std::size_t size>
std::optional<Enum> fromName(const std::array<std::string_view, size>& names, std::string_view name) {
    for (std::size_t i = 0; i < size; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view toString(Kind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::string_view collectionName(Kind kind) {
    return collectionNames[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kindFrom(std::string_view name) {
    return fromName<Kind>(kindNames, name);
}

Kind kindOf(const Record& record) {
    return static_cast<Kind>(record.index());
}

const std::string& idOf(const Record& record) {
    return std::visit([](const auto& value) -> const std::string& { return value.id; }, record);
}

void setId(Record& record, std::string id) {
    std::visit([&](auto& value) { value.id = std::move(id); }, record);
}

std::string_view toString(DroneStatus status) {
    return statusNames[static_cast<std::size_t>(status)];
}

std::optional<DroneStatus> droneStatusFrom(std::string_view name) {
    return fromName<DroneStatus>(statusNames, name);
}

std::string_view toString(MaintenanceKind kind) {
    return maintenanceNames[static_cast<std::size_t>(kind)];
}

std::optional<MaintenanceKind> maintenanceKindFrom(std::string_view name) {
    return fromName<MaintenanceKind>(maintenanceNames, name);
}

} // namespace haneul::fleet
