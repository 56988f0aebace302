#include "flying_house.h"

#include "server/delivery/delivery_projection.h"
#include "server/demo/demo_networks.h"
#include "server/fleet/fleet_projection.h"
#include "server/people/people_projection.h"
#include "server/runtime/drone_readiness.h"

#include <QtLogging>

namespace haneul::runtime::tests {

using delivery::tests::waitFor;
using namespace fleet::tests;

namespace {

void must(const auto& result) {
    if (!result)
        qFatal("%s %s %s", result.error().code.c_str(), result.error().message.c_str(), result.error().where.c_str());
}

} // namespace

FlyingHouse::FlyingHouse() {
    open();
    delivery::Network network = demo::referenceNetwork();
    network.batchWindow_ms = 60'000;
    must(waitFor<std::uint64_t>([&](auto done) { deliveries->saveNetwork(dispatcher, network, 0, done); }));
    for (const delivery::Link& link : network.links)
        must(waitFor<void>(
            [&](auto done) { deliveries->verifyLink(dispatcher, network.id, link.a, link.b, "flown", done); }));
    for (const fleet::Record& record :
         {fleet::Record(goodModel()), fleet::Record(goodDrone()), fleet::Record(goodBattery()),
          fleet::Record(goodInspection()), fleet::Record(goodDrone("HN-002")),
          fleet::Record(goodBattery("B-2", "HN-002")), fleet::Record(goodInspection("W-2", "HN-002"))})
        must(save(record));
}

void FlyingHouse::open() {
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    projections.push_back(std::make_unique<fleet::FleetProjection>());
    projections.push_back(std::make_unique<delivery::DeliveryProjection>());
    auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
    must(opened);
    log = *std::move(opened);
    const fleet::OrganisationOf organisationOf = [this](std::string_view id) {
        return id == organisation.id ? std::optional(organisation) : std::nullopt;
    };
    auto fleetOpened = fleet::EventFleetService::open(*log, {}, organisationOf);
    must(fleetOpened);
    fleet = *std::move(fleetOpened);
    auto deliveriesOpened = delivery::EventDeliveryService::open(
        *log, clock, {}, {.automaticDispatch = true, .drones = droneJudges(organisationOf)});
    must(deliveriesOpened);
    deliveries = *std::move(deliveriesOpened);
}

void FlyingHouse::restart() {
    deliveries.reset();
    fleet.reset();
    log.reset();
    open();
}

Result<void> FlyingHouse::save(const fleet::Record& record, std::uint64_t basedOn) {
    return waitFor<fleet::SavedRecord>([&](auto done) { fleet->save(workshop, record, basedOn, {}, done); })
        .transform([](const fleet::SavedRecord&) {});
}

Result<std::string> FlyingHouse::book(const std::string& id, const std::string& drone, UtcMs ready,
                                      const std::string& stop, double payload_kg) {
    const delivery::NewMission wanted{.network = "REF",
                                      .request = {.id = id, .stops = {{.node = stop}}, .payload_kg = payload_kg},
                                      .orders = {},
                                      .drone = drone,
                                      .start = {},
                                      .ready = ready};
    return waitFor<std::string>([&](auto done) { deliveries->bookMission(dispatcher, wanted, done); });
}

Result<void> FlyingHouse::assign(const std::string& mission, const std::string& drone) {
    return waitFor<void>([&](auto done) { deliveries->assignDrone(dispatcher, mission, drone, done); });
}

Result<void> FlyingHouse::retime(const std::string& mission, UtcMs start) {
    return waitFor<void>([&](auto done) { deliveries->retimeMission(dispatcher, mission, start, done); });
}

Result<std::string> FlyingHouse::override(fleet::Question question, const std::string& drone, UtcMs until) {
    fleet::NewOverride wanted{.ask = {.drone = drone, .battery = {}, .pilot = {}, .payloads = {}, .need = usualNeed()},
                              .question = question,
                              .reason = "the field needs it",
                              .until = until};
    return waitFor<std::string>([&](auto done) { fleet->giveOverride(supervisor, wanted, done); });
}

Result<void> FlyingHouse::advance(const std::string& mission, delivery::MissionStep step) {
    return waitFor<void>([&](auto done) { deliveries->advanceMission(dispatcher, mission, step, {}, done); });
}

delivery::Mission FlyingHouse::mission(const std::string& id) const {
    const auto found = deliveries->state()->mission(id);
    return found ? *found : delivery::Mission{};
}

} // namespace haneul::runtime::tests
