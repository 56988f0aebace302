#include "server/demo/demo_fleet.h"

#include "server/demo/calls.h"
#include "server/demo/demo_scenario.h"
#include "server/demo/mission_flights.h"

#include <chrono>
#include <format>
#include <string>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using fleet::Battery;
using fleet::Drone;
using fleet::DroneModel;
using fleet::DroneStatus;
using fleet::MaintenanceKind;
using fleet::MaintenanceRecord;
using fleet::Payload;
using fleet::Pilot;
using fleet::Rating;
using fleet::Record;
using std::chrono::days;

constexpr const char* operatorId = "haneul-air";
constexpr const char* sixRotors = "haneul/M6";
constexpr const char* eightRotors = "haneul/M8";

std::vector<std::string> droneNames() {
    std::vector<std::string> names = missionDrones();
    for (std::size_t number = 1; number <= demoDroneCount; ++number)
        names.push_back(std::format("HN-{:03}", number));
    return names;
}

class Maker {
public:
    explicit Maker(UtcMs now)
        : m_now(now) {}

    std::vector<Record> make() {
        models();
        std::size_t number = 0;
        for (const std::string& name : droneNames())
            drone(name, number++);
        payloads();
        pilots();
        return std::move(m_records);
    }

private:
    void models() {
        m_records.emplace_back(DroneModel{.id = sixRotors,
                                          .name = "Haneul M6",
                                          .maxSpeed_mps = 18,
                                          .maxClimb_mps = 5,
                                          .maxDescent_mps = 4,
                                          .endurance_s = 45 * 60,
                                          .maxPayload_kg = 5,
                                          .minFirmware = "1.14.0",
                                          .inspectionEvery_h = 100,
                                          .inspectionEvery_d = 180,
                                          .batteryCycleLimit = 300,
                                          .batteryCapacity_mah = 22'000});
        m_records.emplace_back(DroneModel{.id = eightRotors,
                                          .name = "Haneul M8",
                                          .maxSpeed_mps = 15,
                                          .maxClimb_mps = 4,
                                          .maxDescent_mps = 3,
                                          .endurance_s = 35 * 60,
                                          .maxPayload_kg = 12,
                                          .minFirmware = "2.3.0",
                                          .inspectionEvery_h = 60,
                                          .inspectionEvery_d = 120,
                                          .batteryCycleLimit = 250,
                                          .batteryCapacity_mah = 32'000});
    }

    // Every so many of them lacks something, so that all ways not to be ready can be seen.
    void drone(const std::string& name, std::size_t number) {
        const auto every = [number](std::size_t step, std::size_t offset) { return number % step == offset; };
        const bool eight = every(5, 4);
        const double flown_h = 40 + static_cast<double>(number * 37 % 400);
        Drone record{.id = name,
                     .organisation_id = operatorId,
                     .model_id = eight ? eightRotors : sixRotors,
                     .serial_number = std::format("HNL{}{:05}", eight ? 8 : 6, 10'000 + number * 7),
                     .registration_id = std::format("KR-D{:05}", 20'001 + number),
                     .firmware_version = eight ? "2.3.1" : "1.14.3",
                     .flown_h = flown_h,
                     .status = every(41, 12) ? DroneStatus::Grounded : DroneStatus::Serviceable};
        if (every(13, 6)) record.firmware_version = eight ? "2.2.8" : "1.13.2";
        if (every(37, 10)) record.firmware_version.reset();
        m_records.emplace_back(std::move(record));
        if (!every(47, 15)) battery(name, number, eight);
        inspection(name, number, flown_h, eight);
        if (every(31, 2))
            m_records.emplace_back(MaintenanceRecord{.id = std::format("D-{}", name),
                                                     .drone_id = name,
                                                     .kind = MaintenanceKind::Defect,
                                                     .at = m_now - days(2),
                                                     .flown_h = flown_h,
                                                     .closed_at = {},
                                                     .by = "Choi Min-seo",
                                                     .note = "Motor 3 vibrates above 80 % thrust"});
    }

    void battery(const std::string& name, std::size_t number, bool eight) {
        const auto every = [number](std::size_t step, std::size_t offset) { return number % step == offset; };
        const int limit = eight ? 250 : 300;
        Battery record{.id = std::format("B-{}", name),
                       .drone_id = name,
                       .model = eight ? "12S-32" : "6S-22",
                       .serial_number = std::format("BAT{:06}", 300'000 + number * 3),
                       .cycle_count = static_cast<int>(20 + number * 13 % 200),
                       .last_charged = m_now - 90min,
                       .capacity_mah = eight ? 30'500 : 21'000,
                       .charge_pct = 90 + static_cast<double>(number % 10),
                       .charge_read = m_now - 30min};
        if (every(23, 5)) record.cycle_count = limit - 9;
        if (every(29, 1)) record.charge_pct = 41;
        if (every(43, 16)) record.charge_read = m_now - 20h;
        m_records.emplace_back(std::move(record));
    }

    void inspection(const std::string& name, std::size_t number, double flown_h, bool eight) {
        const auto every = [number](std::size_t step, std::size_t offset) { return number % step == offset; };
        const double every_h = eight ? 60 : 100;
        const int every_d = eight ? 120 : 180;
        auto age = days(10 + static_cast<int>(number * 7 % 90));
        double since_h = 5 + static_cast<double>(number * 11 % 40);
        if (every(17, 3)) age = days(every_d + 15);
        if (every(19, 8)) since_h = every_h - 2;
        m_records.emplace_back(MaintenanceRecord{.id = std::format("I-{}", name),
                                                 .drone_id = name,
                                                 .kind = MaintenanceKind::Inspection,
                                                 .at = m_now - age,
                                                 .flown_h = flown_h - since_h > 0 ? flown_h - since_h : 0,
                                                 .closed_at = {},
                                                 .by = number % 2 == 0 ? "Park Ji-ho" : "Choi Min-seo",
                                                 .note = "Propellers, arms, wiring, failsafe test"});
    }

    void payloads() {
        m_records.emplace_back(Payload{.id = "BOX-S",
                                       .name = "Parcel box with winch, small",
                                       .mass_kg = 0.8,
                                       .capabilities = {"cargo", "winch"},
                                       .model_ids = {sixRotors, eightRotors}});
        m_records.emplace_back(Payload{.id = "BOX-L",
                                       .name = "Parcel box with winch, large",
                                       .mass_kg = 1.9,
                                       .capabilities = {"cargo", "winch"},
                                       .model_ids = {eightRotors}});
        m_records.emplace_back(Payload{.id = "CAM-T",
                                       .name = "Camera, visible and thermal",
                                       .mass_kg = 0.6,
                                       .capabilities = {"camera.rgb", "camera.thermal"},
                                       .model_ids = {sixRotors}});
    }

    Pilot& pilot(int number, std::vector<Rating> ratings, days lastFlight, double flown_h) {
        return std::get<Pilot>(
            m_records.emplace_back(Pilot{.id = std::format("PILOT-{:02}", number),
                                         .user_id = number == 1 ? "pilot" : "",
                                         .certification_number = std::format("91-{:06}", 245'100 + number * 17),
                                         .certified_until = m_now + days(200 + number * 31),
                                         .ratings = std::move(ratings),
                                         .last_flight = m_now - lastFlight,
                                         .flown_h = flown_h}));
    }

    [[nodiscard]] Rating rated(const char* model, bool bvlos = true) const {
        return {.model_id = model, .valid_until = m_now + days(300), .bvlos = bvlos};
    }

    // Those who are rated for the larger type have not flown for long, or not much yet.
    void pilots() {
        pilot(1, {rated(sixRotors)}, days(2), 214);
        pilot(2, {rated(sixRotors), rated(eightRotors)}, days(118), 530);
        pilot(3, {rated(sixRotors, false)}, days(6), 88);
        pilot(4, {rated(sixRotors)}, days(20), 41).certified_until = m_now + days(19);
        pilot(5, {rated(sixRotors), rated(eightRotors)}, days(11), 14.5);
        pilot(6, {rated(sixRotors)}, days(3), 301).suspended = true;
        pilot(7, {rated(eightRotors, false)}, days(9), 97);
        pilot(8, {rated(sixRotors)}, days(30), 122).last_flight.reset();
    }

    UtcMs m_now;
    std::vector<Record> m_records;
};

} // namespace

std::vector<Record> demoFleet(UtcMs now) {
    return Maker(now).make();
}

people::Organisation demoOperator(UtcMs now) {
    const auto in = [today = std::chrono::floor<days>(now)](int later) { return people::Date(today + days(later)); };
    people::Organisation organisation;
    organisation.id = operatorId;
    organisation.name = "Haneul Air Delivery";
    organisation.licences = {{.kind = "초경량비행장치사용사업", .number = "DEMO-2026-7", .expires = in(580)}};
    organisation.insurance = people::Insurance{.insurer = "Demonstration Insurance",
                                               .policy = "DEMO-4711",
                                               .amount = 1'500'000'000,
                                               .currency = "KRW",
                                               .expires = in(214)};
    organisation.region = "KR";
    return organisation;
}

Result<void> seeToDemoOperator(people::OrganisationService& service, UtcMs now) {
    people::Principal by{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    by.scopes = {"organisation.write"};
    Calls calls;
    service.save(by, demoOperator(now), 0, calls.next<std::uint64_t>());
    auto saved = calls.wait();
    if (!saved && saved.error().code == "STALE_REVISION") return {}; // it is there
    return saved;
}

Result<void> seeToDemoFleet(fleet::FleetService& service, const people::Principal& by, UtcMs now) {
    if (!service.state()->drones.empty()) return {};
    Calls calls;
    for (Record& record : demoFleet(now))
        service.save(by, std::move(record), 0, "demonstration", calls.next<fleet::SavedRecord>());
    return calls.wait();
}

} // namespace haneul::demo
