#include "delivery_fixture.h"

#include "server/delivery/delivery_projection.h"

#include <QtLogging>

namespace haneul::delivery::tests {

people::Principal someone(std::set<std::string> scopes, const std::string& user) {
    people::Principal principal{.user = user, .displayName = user, .desk = "desk"};
    principal.scopes = std::move(scopes);
    return principal;
}

namespace {

class PlainJudge final : public DroneJudge {
public:
    [[nodiscard]] Result<DroneVerdict> judge(const std::string& drone, const DroneNeed&) const override {
        DroneVerdict verdict{.battery = "B-" + drone,
                             .notReady = {},
                             .notJudged = {},
                             .answeredFor = {},
                             .pilotUnnamed = {{"PILOT", "the mission names no pilot"}}};
        if (drone == "HN-013") verdict.notReady.push_back({"AIRFRAME_STATUS", "the drone is grounded"});
        return verdict;
    }

    [[nodiscard]] std::vector<std::string> drones() const override { return {"HN-013"}; }
};

} // namespace

DroneJudges plainJudges() {
    return
        [](const storage::Database&) -> Result<std::unique_ptr<DroneJudge>> { return std::make_unique<PlainJudge>(); };
}

House::House(DeliverySettings wanted)
    : settings(wanted) {
    open();
}

void House::open() {
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<DeliveryProjection>());
    auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
    if (!opened) qFatal("%s", opened.error().message.c_str());
    log = *std::move(opened);
    auto made = EventDeliveryService::open(
        *log, clock,
        [this](const people::Principal&, std::string_view scope, std::string_view) { refusals.emplace_back(scope); },
        settings);
    if (!made) qFatal("%s", made.error().message.c_str());
    service = *std::move(made);
}

void House::restart() {
    service.reset();
    log.reset();
    open();
}

Result<std::uint64_t> House::save(const Network& network, std::uint64_t basedOn) {
    return waitFor<std::uint64_t>([&](auto done) { service->saveNetwork(by, network, basedOn, done); });
}

Result<void> House::verify(const std::string& network, const std::string& a, const std::string& b) {
    return waitFor<void>([&](auto done) { service->verifyLink(by, network, a, b, "test flight 7", done); });
}

void House::addVerified(const Network& network) {
    if (const auto saved = save(network); !saved)
        qFatal("%s %s", saved.error().message.c_str(), saved.error().where.c_str());
    for (const Link& link : network.links)
        if (const auto verified = verify(network.id, link.a, link.b); !verified)
            qFatal("%s", verified.error().message.c_str());
}

Result<std::string> House::order(NewOrder order) {
    return waitFor<std::string>([&](auto done) { service->placeOrder(by, order, done); });
}

Result<std::vector<std::string>> House::dispatch(const std::string& network, Dispatch how, bool all) {
    return waitFor<std::vector<std::string>>([&](auto done) { service->dispatch(by, network, how, all, done); });
}

Result<std::string> House::book(NewMission mission) {
    return waitFor<std::string>([&](auto done) { service->bookMission(by, mission, done); });
}

Result<std::string> House::book(const std::string& id, const std::vector<std::string>& stops, UtcMs ready,
                                const std::string& network) {
    NewMission mission{.network = network, .request = {.id = id}, .ready = ready};
    for (const std::string& stop : stops)
        mission.request.stops.push_back({.node = stop});
    return book(mission);
}

Result<void> House::cancel(const std::string& mission) {
    return waitFor<void>([&](auto done) { service->cancelMission(by, mission, "no need", done); });
}

Result<void> House::retime(const std::string& mission, UtcMs start) {
    return waitFor<void>([&](auto done) { service->retimeMission(by, mission, start, done); });
}

Result<void> House::assign(const std::string& mission, const std::string& drone) {
    return waitFor<void>([&](auto done) { service->assignDrone(by, mission, drone, done); });
}

Result<void> House::advance(const std::string& mission, MissionStep step, const std::string& note) {
    return waitFor<void>([&](auto done) { service->advanceMission(by, mission, step, note, done); });
}

Result<void> House::actual(const std::string& mission, std::size_t segment, std::size_t waypoint,
                           timing::EventKind kind, UtcMs time) {
    return waitFor<void>([&](auto done) {
        service->recordActuals(by, mission, {{segment, waypoint, kind, sinceEpoch_ms(time)}}, done);
    });
}

Result<SlotAnswer> House::slots(SlotQuery query) {
    return waitFor<SlotAnswer>([&](auto done) { service->slots(by, query, done); });
}

Result<std::string> House::handOver(const std::string& mission, HandOverForm form) {
    return waitFor<std::string>([&](auto done) { service->handOver(by, mission, form, done); });
}

std::vector<std::string> House::types(const std::string& prefix) {
    std::promise<std::vector<std::string>> promise;
    log->page({.typePrefix = prefix, .limit = 1000}, [&](const Result<log::EntryPage>& page) {
        std::vector<std::string> found;
        if (page)
            for (const auto& record : page->entries)
                found.insert(found.begin(), record.entry.type);
        promise.set_value(found);
    });
    return promise.get_future().get();
}

} // namespace haneul::delivery::tests
