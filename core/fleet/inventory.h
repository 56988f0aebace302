#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

// What an operator has (R-DB-03..05, R-GEN-08). Everything that a maker, a reading or a person must tell is optional:
// none means that nobody told it, and a check that needs it does not judge.
namespace haneul::fleet {

// What a maker guarantees for a type of drone.
struct DroneModel {
    std::string id; // "maker/type", as ratings and payloads name it
    std::string name;
    std::optional<double> maxSpeed_mps, maxClimb_mps, maxDescent_mps;
    std::optional<double> endurance_s;         // full battery, with the heaviest payload
    std::optional<double> maxPayload_kg;       // all payloads and parcels together
    std::optional<std::string> minFirmware;    // firmware.h
    std::optional<double> inspectionEvery_h;   // flight hours from one inspection to the next
    std::optional<double> inspectionEvery_d;   // days from one inspection to the next
    std::optional<int> batteryCycleLimit;      // at which the maker wants the battery replaced
    std::optional<double> batteryCapacity_mah; // of a new battery

    bool operator==(const DroneModel&) const = default;
};

enum class DroneStatus {
    Serviceable,
    Grounded,
    Retired,
};

struct Drone {
    std::string id;
    std::string organisation_id;
    std::string model_id;
    std::string serial_number;
    std::string registration_id;
    std::optional<std::string> firmware_version;
    std::optional<double> flown_h; // in its whole life
    DroneStatus status = DroneStatus::Serviceable;

    bool operator==(const Drone&) const = default;
};

struct Battery {
    std::string id;
    std::string drone_id; // empty: of a common store
    std::string model;
    std::string serial_number;
    std::optional<int> cycle_count;
    std::optional<UtcMs> last_charged;
    std::optional<double> capacity_mah; // as measured last
    std::optional<double> charge_pct;   // as read last ...
    std::optional<UtcMs> charge_read;   // ... then

    bool operator==(const Battery&) const = default;
};

struct Payload {
    std::string id;
    std::string name;
    std::optional<double> mass_kg;
    std::vector<std::string> capabilities; // "camera.rgb", "camera.thermal", "winch", ...
    std::vector<std::string> model_ids;    // that can carry it

    bool operator==(const Payload&) const = default;
};

enum class MaintenanceKind {
    Inspection, // the one that the maker's interval asks for
    Repair,
    Defect, // found; the drone stands until it is closed
};

struct MaintenanceRecord {
    std::string id;
    std::string drone_id;
    MaintenanceKind kind = MaintenanceKind::Inspection;
    UtcMs at{};
    std::optional<double> flown_h;  // of the drone by then
    std::optional<UtcMs> closed_at; // of a defect
    std::string by;
    std::string note;

    bool operator==(const MaintenanceRecord&) const = default;
};

// That a pilot may fly a model.
struct Rating {
    std::string model_id;
    std::optional<UtcMs> valid_until; // none: without an end
    bool bvlos = false;               // beyond visual line of sight too

    bool operator==(const Rating&) const = default;
};

struct Pilot {
    std::string id;
    std::string user_id;
    std::string certification_number; // empty: none was recorded
    std::optional<UtcMs> certified_until;
    std::optional<std::vector<Rating>> ratings; // none: nobody told; empty: has none
    std::optional<UtcMs> last_flight;
    std::optional<double> flown_h;
    bool suspended = false;

    bool operator==(const Pilot&) const = default;
};

struct Organisation {
    std::string id;
    std::string name;
    std::optional<UtcMs> insured_until;
    std::optional<UtcMs> licensed_until;

    bool operator==(const Organisation&) const = default;
};

} // namespace haneul::fleet
