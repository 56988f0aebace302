#pragma once

#include "core/plan/checks.h"
#include "tests/core/plan/plan_examples.h"

// Zones, standing plans and a fleet for the tests of checks and proposals.
namespace haneul::tests {

inline airspace::Zone zoneOf(std::string id, geo::Area area, airspace::ZoneType type = airspace::ZoneType::Prohibited) {
    airspace::Zone zone;
    zone.identifier = std::move(id);
    zone.country = "KOR";
    zone.name = {{"Zone " + zone.identifier, "en"}};
    zone.type = type;
    zone.layers = {{std::move(area), std::nullopt, std::nullopt}};
    return zone;
}

// For deliveryPlan(): everybody is ready.
inline fleet::Assignment readyAssignment() {
    constexpr std::int64_t day_ms = 86'400'000;
    const UtcMs nextYear = noon + milliseconds(365 * day_ms);
    fleet::Assignment ready;
    ready.drone =
        fleet::Drone{.id = "D1", .organisation_id = "O1", .model_id = "m", .firmware_version = "2.0", .flown_h = 20};
    ready.model = fleet::DroneModel{.id = "m",
                                    .maxSpeed_mps = 20,
                                    .maxClimb_mps = 6,
                                    .maxDescent_mps = 4,
                                    .endurance_s = 3600,
                                    .maxPayload_kg = 5,
                                    .minFirmware = "1.9",
                                    .inspectionEvery_h = 100,
                                    .inspectionEvery_d = 200,
                                    .batteryCycleLimit = 500,
                                    .batteryCapacity_mah = 20'000};
    ready.battery = fleet::Battery{.id = "B1",
                                   .drone_id = "D1",
                                   .cycle_count = 10,
                                   .capacity_mah = 20'000,
                                   .charge_pct = 100,
                                   .charge_read = noon - milliseconds(3'600'000)};
    ready.payloads = {{.id = "BOX", .mass_kg = 1, .capabilities = {"cargo", "camera.rgb"}, .model_ids = {"m"}}};
    ready.maintenance = std::vector<fleet::MaintenanceRecord>{
        {.id = "M1", .drone_id = "D1", .at = noon - milliseconds(10 * day_ms), .flown_h = 10}};
    ready.pilot = fleet::Pilot{.id = "U1",
                               .certification_number = "C1",
                               .certified_until = nextYear,
                               .ratings = std::vector<fleet::Rating>{{.model_id = "m", .bvlos = true}},
                               .last_flight = noon - milliseconds(day_ms),
                               .flown_h = 300};
    ready.organisation = fleet::Organisation{.id = "O1", .insured_until = nextYear, .licensed_until = nextYear};
    return ready;
}

// What the checks look at, and what it refers to.
struct Desk {
    airspace::ZoneIndex zones;
    deconflict::IntentIndex intents;

    [[nodiscard]] plan::CheckInputs inputs() const {
        plan::CheckInputs inputs;
        inputs.now = noon - milliseconds(3'600'000);
        inputs.zones = &zones;
        inputs.zones_version = "zones 7";
        inputs.intents = &intents;
        inputs.capacity.emplace();
        inputs.assignment = readyAssignment();
        return inputs;
    }
};

} // namespace haneul::tests
