#pragma once

#include "core/fleet/readiness_override.h"
#include "core/fleet/readiness_rules.h"
#include "server/fleet/events.h"
#include "server/fleet/records.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace haneul::fleet {

// A record as it is kept: what is retired stays, for what was flown with it.
template <class T>
struct Kept {
    T value;
    std::uint64_t revision = 0;
    bool retired = false;
    UtcMs changed{};
    std::string changedBy;

    bool operator==(const Kept&) const = default;
};

template <class T>
using KeptMap = std::map<std::string, std::shared_ptr<const Kept<T>>, std::less<>>;

struct Withdrawal {
    std::string by, reason;
    UtcMs at{};

    bool operator==(const Withdrawal&) const = default;
};

struct Override {
    OverrideGiven given;
    std::string by, role;
    UtcMs at{};
    std::optional<Withdrawal> withdrawn;

    // Not withdrawn and not over.
    [[nodiscard]] bool stands(UtcMs now) const { return !withdrawn && now <= given.until; }

    bool operator==(const Override&) const = default;
};

using OverridePtr = std::shared_ptr<const Override>;

// Who changed something, and when.
struct Authorship {
    std::string user, role;
    UtcMs at{};
};

// The fleet of this instance at one moment. Immutable once published.
struct FleetState {
    std::uint64_t number = 0; // grows with each publication
    KeptMap<DroneModel> models;
    KeptMap<Drone> drones;
    KeptMap<Battery> batteries;
    KeptMap<Payload> payloads;
    KeptMap<Pilot> pilots;
    KeptMap<MaintenanceRecord> maintenance;
    ReadinessRules rules;
    std::map<std::string, OverridePtr, std::less<>> overrides; // all that were ever given

    template <class T>
    [[nodiscard]] const KeptMap<T>& all() const {
        if constexpr (std::is_same_v<T, DroneModel>)
            return models;
        else if constexpr (std::is_same_v<T, Drone>)
            return drones;
        else if constexpr (std::is_same_v<T, Battery>)
            return batteries;
        else if constexpr (std::is_same_v<T, Payload>)
            return payloads;
        else if constexpr (std::is_same_v<T, Pilot>)
            return pilots;
        else
            return maintenance;
    }

    template <class T>
    [[nodiscard]] KeptMap<T>& all() {
        return const_cast<KeptMap<T>&>(static_cast<const FleetState&>(*this).all<T>());
    }

    // Null: there is none.
    template <class T>
    [[nodiscard]] std::shared_ptr<const Kept<T>> find(std::string_view id) const {
        const auto found = all<T>().find(id);
        return found == all<T>().end() ? nullptr : found->second;
    }

    // What an entry of the log makes of it. An entry that it knows already changes nothing.
    void apply(const FleetEvent& event, const Authorship& author);
};

using FleetStatePtr = std::shared_ptr<const FleetState>;

// Calls `with` with the type of the records of a kind: with.operator()<Drone>().
template <class With>
decltype(auto) withKind(Kind kind, With with) {
    switch (kind) {
    case Kind::Model:
        return with.template operator()<DroneModel>();
    case Kind::Drone:
        return with.template operator()<Drone>();
    case Kind::Battery:
        return with.template operator()<Battery>();
    case Kind::Payload:
        return with.template operator()<Payload>();
    case Kind::Pilot:
        return with.template operator()<Pilot>();
    case Kind::Maintenance:
        break;
    }
    return with.template operator()<MaintenanceRecord>();
}

} // namespace haneul::fleet
