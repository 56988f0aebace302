#include "server/http/delivery_api.h"

#include "core/delivery/geojson.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/delivery/mission_codec.h"
#include "server/http/delivery_json.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace haneul::http {

using delivery::Done;
using delivery::MissionPtr;
using delivery::Order;
using delivery::SavedNetwork;
using json::Object;

namespace {

using namespace std::chrono_literals;
using Reply = std::function<void(Response)>;

constexpr std::array deliveryRoutes{
    RouteId::Networks,    RouteId::Network,        RouteId::SaveNetwork,    RouteId::RemoveNetwork,
    RouteId::VerifyLink,  RouteId::WithdrawLink,   RouteId::Slots,          RouteId::Occupancy,
    RouteId::Conflicts,   RouteId::Dispatch,       RouteId::Orders,         RouteId::PlaceOrder,
    RouteId::CancelOrder, RouteId::Missions,       RouteId::BookMission,    RouteId::MoveMissions,
    RouteId::Mission,     RouteId::RetimeMission,  RouteId::AssignDrone,    RouteId::CancelMission,
    RouteId::MissionStep, RouteId::MissionActuals, RouteId::HandOverMission};

constexpr auto longestReport = 48h;     // of occupancy
constexpr auto longestSearch = 7 * 24h; // for slots

template <class Value>
Response idResponse(std::string_view name, const Value& value) {
    json::JsonWriter json;
    json.beginObject().key(name);
    if constexpr (std::is_integral_v<Value>)
        json.count(value);
    else
        json.string(value);
    json.endObject();
    return withStatus(201, json.take());
}

// Where an item stands in a list, which is in this order.
using PageKey = std::pair<UtcMs, std::string>;

std::optional<PageKey> pageKeyFrom(const std::string& text) {
    const auto comma = text.find(',');
    if (comma == std::string::npos) return std::nullopt;
    const auto time = fromRfc3339(text.substr(0, comma));
    if (!time) return std::nullopt;
    return PageKey(*time, text.substr(comma + 1));
}

// Of a list the items behind `after`, so many at most, and where the next page begins.
template <class Item>
class Page {
public:
    Page(std::size_t limit, std::optional<PageKey> after)
        : m_limit(limit)
        , m_after(std::move(after)) {}

    void take(Item item, PageKey key) {
        ++total;
        if (m_after && key <= *m_after) return;
        if (items.size() == m_limit) {
            next = toRfc3339(m_last.first) + "," + m_last.second;
            return;
        }
        items.push_back(std::move(item));
        m_last = std::move(key);
    }

    std::vector<Item> items;
    std::size_t total = 0; // on all pages
    std::string next;      // empty: this is the last one

private:
    std::size_t m_limit;
    std::optional<PageKey> m_after;
    PageKey m_last;
};

// The query of one route.
class Query : public QueryReader {
public:
    using QueryReader::QueryReader;

    // Where the page before ended; what follows is listed.
    std::optional<PageKey> after() {
        const auto value = text("after");
        if (!value) return std::nullopt;
        const auto key = pageKeyFrom(*value);
        if (!key) bad("after", "expected the next of an answer");
        return key;
    }
};

// The fields of a request body.
class Body : public BodyReader {
public:
    explicit Body(const ServiceCall& call)
        : BodyReader(call.contentType, call.body) {}

    UtcMs time(std::string_view key) {
        return take<UtcMs>([&](Object& object) { return delivery::timeFrom(object, key); });
    }

    std::optional<UtcMs> optionalTime(std::string_view key) {
        return take<std::optional<UtcMs>>([&](Object& object) { return delivery::optionalTimeFrom(object, key); });
    }

    double optionalNumber(std::string_view key) {
        return take<std::optional<double>>([&](Object& object) { return object.optionalNumber(key); }).value_or(0.0);
    }

    delivery::MissionRequest request() {
        return take<delivery::MissionRequest>([](Object& object) {
            auto inner = object.object("request");
            return inner ? delivery::requestFrom(*std::move(inner))
                         : Result<delivery::MissionRequest>(std::unexpected(inner.error()));
        });
    }

    delivery::Dispatch visits() {
        const std::string name = textOrEmpty("visits");
        if (name == "best") return delivery::Dispatch::Best;
        if (name == "optimised") return delivery::Dispatch::Optimised;
        if (!name.empty() && name != "given") bad("visits", "must be given, best or optimised");
        return delivery::Dispatch::Given;
    }
};

struct Answering {
    delivery::EventDeliveryService& service;
    ServiceCall& call;
    UtcMs now;
    Reply reply;

    [[nodiscard]] const std::string& parameter(std::size_t number = 0) const { return call.match.parameters[number]; }

    template <class T, class Write>
    [[nodiscard]] Done<T> replying(Write write) const {
        return [reply = reply, write](const Result<T>& result) {
            if (!result) return reply(refusalOfRule(result.error()));
            if constexpr (std::is_void_v<T>)
                reply(write());
            else
                reply(write(*result));
        };
    }

    [[nodiscard]] Done<void> done() const { return replying<void>(okay); }

    [[nodiscard]] Done<std::string> made() const {
        return replying<std::string>([](const std::string& id) { return idResponse("id", id); });
    }

    // True: body or query was wrong and that was answered.
    template <class Read>
    bool refused(Read& read) const {
        const auto error = read.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    // Null: there is none, and that was answered.
    const SavedNetwork* network(const delivery::DeliveryStatePtr& state) const {
        const SavedNetwork* const saved = state->network(parameter());
        if (saved == nullptr)
            reply(errorResponse({"NO_SUCH_NETWORK", "there is no network of that name", parameter()}));
        return saved;
    }

    void networks() { reply(jsonResponse(networksJson(*service.state()))); }

    void oneNetwork() {
        Query query(call.query);
        const auto format = query.text("format").value_or("json");
        if (format != "json" && format != "geojson") query.bad("format", "json or geojson");
        if (refused(query)) return;
        const auto state = service.state();
        const SavedNetwork* const saved = network(state);
        if (saved == nullptr) return;
        if (format == "json") return reply(jsonResponse(networkJson(*saved)));
        auto response = jsonResponse(delivery::toGeoJson(saved->network));
        response.contentType = "application/geo+json";
        reply(std::move(response));
    }

    void saveNetwork() {
        Body body(call);
        const auto basedOn = body.take<std::int64_t>([](Object& object) { return object.integer("based_on"); });
        const auto text = body.take<std::string>([](Object& object) { return object.raw("network"); });
        if (basedOn < 0) body.bad("based_on", "must not be negative");
        if (refused(body)) return;
        auto network = delivery::networkFromJson(text);
        if (!network) return reply(refusalOfRule(network.error()));
        if (network->id != parameter())
            return reply(errorResponse({"BAD_FIELD", "the network is another one than the path says", "network.id"}));
        service.saveNetwork(call.who, *std::move(network), static_cast<std::uint64_t>(basedOn),
                            replying<std::uint64_t>([basedOn](std::uint64_t revision) {
                                auto response = idResponse("revision", revision);
                                if (basedOn > 0) response.status = 200;
                                return response;
                            }));
    }

    void verify() {
        Body body(call);
        auto note = body.text("note");
        if (refused(body)) return;
        service.verifyLink(call.who, parameter(0), parameter(1), parameter(2), std::move(note), done());
    }

    void withdraw() {
        Body body(call);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.withdrawVerification(call.who, parameter(0), parameter(1), parameter(2), std::move(reason), done());
    }

    void slots() {
        Body body(call);
        delivery::SlotQuery query{.network = parameter(),
                                  .request = body.request(),
                                  .from = body.time("from"),
                                  .to = body.time("to"),
                                  .ignoring = body.textOrEmpty("ignoring")};
        if (query.to < query.from || query.to - query.from > longestSearch)
            body.bad("to", "must be at most seven days after from");
        if (refused(body)) return;
        service.slots(call.who, std::move(query), replying<delivery::SlotAnswer>([](const auto& answer) {
                          return jsonResponse(slotsJson(answer));
                      }));
    }

    void occupancy() {
        Query query(call.query);
        const UtcMs from = query.time("from").value_or(now - 1h);
        const UtcMs to = query.time("to").value_or(from + 24h);
        if (to < from || to - from > longestReport) query.bad("to", "must be at most 48 hours after from");
        if (refused(query)) return;
        const auto state = service.state();
        if (const SavedNetwork* const saved = network(state))
            reply(jsonResponse(occupancyJson(*saved, *state, from, to)));
    }

    void conflicts() {
        const auto state = service.state();
        if (network(state) != nullptr) reply(jsonResponse(conflictsJson(parameter(), *state)));
    }

    void dispatch() {
        Body body(call);
        const auto visits = body.visits();
        const bool all = body.take<std::optional<bool>>([](Object& object) { return object.optionalBoolean("all"); })
                             .value_or(false);
        if (refused(body)) return;
        service.dispatch(call.who, parameter(), visits, all,
                         replying<std::vector<std::string>>([](const std::vector<std::string>& missions) {
                             json::JsonWriter json;
                             json.beginObject().key("missions").beginArray();
                             for (const std::string& mission : missions)
                                 json.string(mission);
                             json.endArray().endObject();
                             return jsonResponse(json.take());
                         }));
    }

    // The list of a network that there never was is an error, not empty; of a removed one some may still be listed.
    template <class Items, class NetworkOf>
    bool knownNetwork(const delivery::DeliveryStatePtr& state, const std::optional<std::string>& network,
                      const Items& items, NetworkOf networkOf) const {
        if (!network || state->network(*network) != nullptr) return true;
        if (std::ranges::any_of(items, [&](const auto& item) { return networkOf(item) == *network; })) return true;
        reply(errorResponse({"NO_SUCH_NETWORK", "there is no network of that name", *network}));
        return false;
    }

    void orders() {
        Query query(call.query);
        const auto network = query.text("network");
        const auto stateName = query.text("state");
        const auto limit = query.limit();
        const auto after = query.after();
        const auto wanted = stateName ? delivery::orderStateFrom(*stateName) : std::nullopt;
        if (stateName && !wanted) query.bad("state", "waiting, booked, delivered, cancelled or refused");
        if (refused(query)) return;
        const auto state = service.state();
        if (!knownNetwork(state, network, state->orders, [](const Order& order) { return order.network; })) return;
        Page<const Order*> page(limit, after);
        for (const Order& order : state->orders) {
            if (network && order.network != *network) continue;
            if (wanted && order.state != *wanted) continue;
            page.take(&order, {order.placed, order.id});
        }
        reply(jsonResponse(ordersJson(page.items, page.total, page.next)));
    }

    void placeOrder() {
        Body body(call);
        delivery::NewOrder order;
        order.id = body.textOrEmpty("id");
        order.network = body.text("network");
        order.stop = body.take<delivery::Stop>([](Object& object) {
            auto inner = object.object("stop");
            return inner ? delivery::stopFrom(*std::move(inner))
                         : Result<delivery::Stop>(std::unexpected(inner.error()));
        });
        order.payload_kg = body.optionalNumber("payload_kg");
        order.deadline = body.optionalTime("deadline");
        if (refused(body)) return;
        service.placeOrder(call.who, std::move(order), made());
    }

    void cancelOrder() {
        Body body(call);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.cancelOrder(call.who, parameter(), std::move(reason), done());
    }

    void missions() {
        Query query(call.query);
        const auto network = query.text("network");
        const auto drone = query.text("drone");
        const auto stepName = query.text("step");
        const auto from = query.time("from");
        const auto to = query.time("to");
        const auto limit = query.limit();
        const auto after = query.after();
        const auto step = stepName ? delivery::missionStepFrom(*stepName) : std::nullopt;
        if (stepName && !step) query.bad("step", "there is no such step");
        // What is not kept is not answered with what is left of it.
        const UtcMs kept = service.keptSince();
        const std::string acceptable = "what was over by " + toRfc3339(kept) + " is not listed any more; ask for later";
        if (from && *from < kept) query.bad("from", acceptable);
        if (to && *to < kept) query.bad("to", acceptable);
        if (refused(query)) return;
        const auto state = service.state();
        if (!knownNetwork(state, network, state->missions, [](const MissionPtr& mission) { return mission->network; }))
            return;
        Page<MissionPtr> page(limit, after);
        for (const MissionPtr& mission : state->missions) {
            if (network && mission->network != *network) continue;
            if (drone && mission->drone != *drone) continue;
            if (step && mission->step() != *step) continue;
            if (from && mission->times.nodes.back().departure < sinceEpoch_ms(*from)) continue;
            if (to && mission->start >= *to) continue;
            page.take(mission, {mission->start, mission->id});
        }
        reply(jsonResponse(missionsJson(page.items, page.total, page.next)));
    }

    void oneMission() {
        const auto state = service.state();
        const MissionPtr mission = state->mission(parameter());
        if (!mission) return reply(errorResponse({"NO_SUCH_MISSION", "there is no mission of that name", parameter()}));
        reply(jsonResponse(missionJson(*mission, *state)));
    }

    void book() {
        Body body(call);
        delivery::NewMission mission;
        mission.network = body.text("network");
        mission.request = body.request();
        mission.orders = body.optionalTexts("orders");
        mission.drone = body.textOrEmpty("drone");
        mission.start = body.optionalTime("start");
        mission.ready = body.optionalTime("ready");
        mission.dispatch = body.visits();
        if (refused(body)) return;
        service.bookMission(call.who, std::move(mission),
                            replying<std::string>([&service = service](const std::string& id) {
                                json::JsonWriter json;
                                json.beginObject().key("id").string(id);
                                writeEquipment(json, service.state()->mission(id).get());
                                json.endObject();
                                return withStatus(201, json.take());
                            }));
    }

    void moveMissions() {
        Body body(call);
        using Moves = std::vector<std::pair<std::string, UtcMs>>;
        auto moves = body.take<Moves>([](Object& object) -> Result<Moves> {
            auto items = object.objects("moves");
            if (!items) return std::unexpected(items.error());
            Moves read;
            for (Object& item : *items) {
                auto mission = item.string("mission");
                if (!mission) return std::unexpected(mission.error());
                const auto start = delivery::timeFrom(item, "start");
                if (!start) return std::unexpected(start.error());
                if (const auto finished = item.finish(); !finished) return std::unexpected(finished.error());
                read.emplace_back(*std::move(mission), *start);
            }
            return read;
        });
        if (refused(body)) return;
        service.retimeMissions(call.who, std::move(moves), done());
    }

    void retime() {
        Body body(call);
        const UtcMs start = body.time("start");
        if (refused(body)) return;
        service.retimeMission(call.who, parameter(), start, done());
    }

    void assign() {
        Body body(call);
        auto drone = body.textOrEmpty("drone");
        if (refused(body)) return;
        service.assignDrone(call.who, parameter(), std::move(drone),
                            replying<void>([&service = service, mission = parameter()] {
                                json::JsonWriter json;
                                json.beginObject().key("status").string("ok");
                                writeEquipment(json, service.state()->mission(mission).get());
                                json.endObject();
                                return jsonResponse(json.take());
                            }));
    }

    void cancelMission() {
        Body body(call);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.cancelMission(call.who, parameter(), std::move(reason), done());
    }

    void step() {
        Body body(call);
        const auto step = delivery::missionStepFrom(body.text("step"));
        auto note = body.textOrEmpty("note");
        if (!step) body.bad("step", "there is no such step");
        if (refused(body)) return;
        service.advanceMission(call.who, parameter(), *step, std::move(note), done());
    }

    void actuals() {
        Body body(call);
        auto actuals =
            body.take<delivery::Actuals>([](Object& object) { return delivery::actualsFrom(object, "actuals"); });
        if (refused(body)) return;
        service.recordActuals(call.who, parameter(), std::move(actuals), done());
    }

    void handOver() {
        Body body(call);
        const std::string name = body.text("form");
        using enum delivery::HandOverForm;
        const auto form = name == "mavlink_items" ? MavlinkItems : name == "json" ? Json : QgcPlan;
        if (name != "qgc_plan" && name != "mavlink_items" && name != "json")
            body.bad("form", "must be qgc_plan, mavlink_items or json");
        if (refused(body)) return;
        service.handOver(call.who, parameter(), form, replying<std::string>([form](const std::string& text) {
                             auto response = jsonResponse(text);
                             if (form == MavlinkItems) response.contentType = "text/plain; charset=utf-8";
                             return response;
                         }));
    }
};

bool takesQuery(RouteId route) {
    constexpr std::array routes{RouteId::Network, RouteId::Occupancy, RouteId::Orders, RouteId::Missions};
    return std::ranges::contains(routes, route);
}

} // namespace

bool isDeliveryRoute(RouteId route) {
    return std::ranges::contains(deliveryRoutes, route);
}

void answerDelivery(delivery::EventDeliveryService& service, ServiceCall call, UtcMs now, Reply reply) {
    const RouteId route = call.match.route->id;
    if (!takesQuery(route) && !call.query.empty())
        return reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    Answering answering{service, call, now, reply};
    switch (route) {
    case RouteId::Networks:
        return answering.networks();
    case RouteId::Network:
        return answering.oneNetwork();
    case RouteId::SaveNetwork:
        return answering.saveNetwork();
    case RouteId::RemoveNetwork:
        return service.removeNetwork(call.who, answering.parameter(), answering.done());
    case RouteId::VerifyLink:
        return answering.verify();
    case RouteId::WithdrawLink:
        return answering.withdraw();
    case RouteId::Slots:
        return answering.slots();
    case RouteId::Occupancy:
        return answering.occupancy();
    case RouteId::Conflicts:
        return answering.conflicts();
    case RouteId::Dispatch:
        return answering.dispatch();
    case RouteId::Orders:
        return answering.orders();
    case RouteId::PlaceOrder:
        return answering.placeOrder();
    case RouteId::CancelOrder:
        return answering.cancelOrder();
    case RouteId::Missions:
        return answering.missions();
    case RouteId::BookMission:
        return answering.book();
    case RouteId::MoveMissions:
        return answering.moveMissions();
    case RouteId::Mission:
        return answering.oneMission();
    case RouteId::RetimeMission:
        return answering.retime();
    case RouteId::AssignDrone:
        return answering.assign();
    case RouteId::CancelMission:
        return answering.cancelMission();
    case RouteId::MissionStep:
        return answering.step();
    case RouteId::MissionActuals:
        return answering.actuals();
    case RouteId::HandOverMission:
        return answering.handOver();
    default:
        return reply(errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
