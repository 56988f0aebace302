#include "fleet_fixture.h"

#include "server/fleet/fleet_projection.h"
#include "server/people/events.h"
#include "server/people/people_projection.h"

#include <QtLogging>

namespace haneul::fleet::tests {

using std::chrono::days;
using std::chrono::hours;

DroneModel goodModel() {
    return {.id = "haneul/M6",
            .name = "Haneul M6",
            .maxSpeed_mps = 18,
            .maxClimb_mps = 5,
            .maxDescent_mps = 4,
            .endurance_s = 2700,
            .maxPayload_kg = 5,
            .minFirmware = "1.14.0",
            .inspectionEvery_h = 100,
            .inspectionEvery_d = 180,
            .batteryCycleLimit = 300,
            .batteryCapacity_mah = 22'000};
}

Drone goodDrone(const std::string& id) {
    return {.id = id,
            .organisation_id = "HANEUL",
            .model_id = "haneul/M6",
            .serial_number = "SN-" + id,
            .registration_id = "KR-" + id,
            .firmware_version = "1.14.3",
            .flown_h = 120.5};
}

Battery goodBattery(const std::string& id, const std::string& drone) {
    return {.id = id,
            .drone_id = drone,
            .model = "6S-22",
            .serial_number = "BSN-" + id,
            .cycle_count = 40,
            .last_charged = noon - hours(3),
            .capacity_mah = 21'000,
            .charge_pct = 98,
            .charge_read = noon - hours(1)};
}

Payload goodPayload() {
    return {.id = "BOX-1",
            .name = "Parcel box with winch",
            .mass_kg = 0.8,
            .capabilities = {"winch"},
            .model_ids = {"haneul/M6"}};
}

Pilot goodPilot(const std::string& id) {
    return {.id = id,
            .user_id = {},
            .certification_number = "C-" + id,
            .certified_until = noon + days(400),
            .ratings = std::vector<Rating>{{.model_id = "haneul/M6", .valid_until = {}, .bvlos = true}},
            .last_flight = noon - days(5),
            .flown_h = 210};
}

MaintenanceRecord goodInspection(const std::string& id, const std::string& drone) {
    return {.id = id,
            .drone_id = drone,
            .kind = MaintenanceKind::Inspection,
            .at = noon - days(30),
            .flown_h = 90,
            .closed_at = {},
            .by = "Park",
            .note = "propellers changed"};
}

Need usualNeed() {
    return {.start = noon + hours(1),
            .end = noon + hours(2),
            .flight_s = 1200,
            .parcels_kg = 1.5,
            .capabilities = {},
            .speed_mps = 13,
            .climb_mps = 3,
            .descent_mps = 2,
            .bvlos = true};
}

Ask usualAsk() {
    return {.drone = "HN-001", .battery = "B-1", .pilot = "P-1", .payloads = {"BOX-1"}, .need = usualNeed()};
}

people::Principal someone(std::set<std::string> scopes, std::optional<people::Role> role) {
    people::Principal principal{.user = "somebody", .displayName = "Somebody", .role = role, .desk = "desk"};
    principal.scopes = std::move(scopes);
    return principal;
}

House::House()
    : by(someone({"fleet.read", "fleet.write", "fleet.rules"}, people::Role::Fleet))
    , supervisor(someone({"fleet.override"}, people::Role::Supervisor)) {
    organisation.insured_until = noon + days(300);
    organisation.licensed_until = noon + days(300);
    open();
    const auto added =
        log->submit(log::systemActor(),
                    [](const storage::Database&, UtcMs) {
                        return log::Decision{
                            {people::toEvent(people::UserAdded{"kim", "Kim", "", people::Role::Pilot, "none"})}, {}};
                    })
            .get();
    if (!added) qFatal("%s", added.error().message.c_str());
}

void House::open() {
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    projections.push_back(std::make_unique<FleetProjection>());
    auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
    if (!opened) qFatal("%s", opened.error().message.c_str());
    log = *std::move(opened);
    auto made = EventFleetService::open(
        *log,
        [this](const people::Principal&, std::string_view scope, std::string_view) { refusals.emplace_back(scope); },
        [this](std::string_view id) { return id == organisation.id ? std::optional(organisation) : std::nullopt; });
    if (!made) qFatal("%s", made.error().message.c_str());
    service = *std::move(made);
}

void House::restart() {
    service.reset();
    log.reset();
    open();
}

void House::addGoodFleet() {
    for (const Record& record : {Record(goodModel()), Record(goodDrone()), Record(goodBattery()), Record(goodPayload()),
                                 Record(goodPilot()), Record(goodInspection())})
        if (const auto saved = save(record); !saved)
            qFatal("%s %s %s", saved.error().code.c_str(), saved.error().message.c_str(), saved.error().where.c_str());
}

Result<SavedRecord> House::save(Record record, std::uint64_t basedOn, const std::string& note) {
    return waitFor<SavedRecord>([&](auto done) { service->save(by, record, basedOn, note, done); });
}

Result<std::uint64_t> House::retire(Kind kind, const std::string& id, std::uint64_t basedOn, bool retired,
                                    const std::string& reason) {
    return waitFor<std::uint64_t>([&](auto done) { service->retire(by, kind, id, basedOn, retired, reason, done); });
}

Result<int> House::changeRules(const ReadinessRules& rules, int basedOn) {
    return waitFor<int>([&](auto done) { service->changeRules(by, rules, basedOn, "yearly review", done); });
}

Result<std::vector<Change>> House::history(Kind kind, const std::string& id) {
    return waitFor<std::vector<Change>>([&](auto done) { service->history(by, kind, id, done); });
}

Result<std::string> House::override(const NewOverride& wanted, const people::Principal& who) {
    return waitFor<std::string>([&](auto done) { service->giveOverride(who, wanted, done); });
}

Result<void> House::withdraw(const std::string& id) {
    return waitFor<void>([&](auto done) { service->withdrawOverride(supervisor, id, "no more needed", done); });
}

std::string House::sql(const QString& query) {
    std::promise<std::string> promise;
    log->read([&](const storage::Database& database) {
        const auto value = database.value(query);
        promise.set_value(value ? value->toString().toStdString() : value.error().message);
    });
    return promise.get_future().get();
}

} // namespace haneul::fleet::tests
