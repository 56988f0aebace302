#include "server/http/fleet_api.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/fleet/record_codec.h"
#include "server/http/fleet_json.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace haneul::http {

using fleet::Done;
using fleet::Kind;
using json::Object;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::string_view prefix = "/api/v1/fleet/";

constexpr std::array fleetRoutes{RouteId::FleetRecords,         RouteId::FleetRecord,    RouteId::SaveFleetRecord,
                                 RouteId::RetireFleetRecord,    RouteId::FleetHistory,   RouteId::Readiness,
                                 RouteId::FleetOverview,        RouteId::FleetRules,     RouteId::ChangeFleetRules,
                                 RouteId::FleetRulesHistory,    RouteId::FleetOverrides, RouteId::GiveFleetOverride,
                                 RouteId::WithdrawFleetOverride};

// "/api/v1/fleet/drones/{id}" is about drones.
Kind kindOfRoute(std::string_view pattern) {
    const auto rest = pattern.substr(prefix.size());
    const auto name = rest.substr(0, rest.find('/'));
    const auto* const found = std::ranges::find(fleet::allKinds, name, fleet::collectionName);
    return found == fleet::allKinds.end() ? Kind::Drone : *found;
}

// The fields of a request body.
class Body : public BodyReader {
public:
    explicit Body(const ServiceCall& call)
        : BodyReader(call.contentType, call.body) {}

    // The object below, by the reader of its kind.
    template <class T, class From>
    T below(std::string_view key, From from) {
        return take<T>([&](Object& object) -> Result<T> {
            auto inner = object.object(key);
            if (!inner) return std::unexpected(inner.error());
            auto value = from(*std::move(inner));
            if (!value) // the path from the top
                return fail(value.error().code, value.error().message,
                            value.error().where.starts_with(key) ? value.error().where
                                                                 : std::string(key) + "." + value.error().where);
            return value;
        });
    }

    std::uint64_t revision() {
        const auto number = take<std::int64_t>([](Object& object) { return object.integer("based_on"); });
        if (number < 0 || number > std::numeric_limits<int>::max()) bad("based_on", "must not be negative");
        return static_cast<std::uint64_t>(number);
    }

    UtcMs time(std::string_view key) {
        const auto time = fromRfc3339(text(key));
        if (!time) bad(key, "must be a time like 2026-11-21T04:05:06Z");
        return time.value_or(UtcMs{});
    }

    fleet::Ask ask() {
        fleet::Ask ask;
        ask.drone = textOrEmpty("drone");
        ask.battery = textOrEmpty("battery");
        ask.pilot = textOrEmpty("pilot");
        ask.payloads = optionalTexts("payloads");
        ask.need = below<fleet::Need>("need", fleet::needFrom);
        return ask;
    }
};

struct Answering {
    fleet::FleetService& service;
    ServiceCall& call;
    UtcMs now;
    Reply reply;

    [[nodiscard]] const std::string& parameter() const { return call.match.parameters.front(); }

    [[nodiscard]] Kind kind() const { return kindOfRoute(call.match.route->pattern); }

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

    // True: body or query was wrong and that was answered.
    template <class Read>
    bool refused(Read& read) const {
        const auto error = read.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void records() {
        QueryReader query(call.query);
        FleetListQuery wanted{.kind = kind(), .drone = {}, .after = {}};
        wanted.retired = query.flag("retired");
        if (wanted.kind == Kind::Battery || wanted.kind == Kind::Maintenance) wanted.drone = query.text("drone");
        wanted.after = query.text("after").value_or("");
        wanted.limit = query.limit(wanted.limit);
        if (refused(query)) return;
        reply(jsonResponse(fleetRecordsJson(*service.state(), wanted)));
    }

    void record() {
        auto json = fleetRecordJson(*service.state(), kind(), parameter());
        if (!json) return reply(errorResponse({"NO_SUCH_RECORD", "there is no such record", parameter()}));
        reply(jsonResponse(*std::move(json)));
    }

    void save() {
        Body body(call);
        const auto basedOn = body.revision();
        auto note = body.textOrEmpty("note");
        auto record = body.below<fleet::Record>(
            "record", [this](Object object) { return fleet::recordFrom(kind(), std::move(object)); });
        if (refused(body)) return;
        if (idOf(record).empty()) setId(record, parameter());
        if (idOf(record) != parameter())
            return reply(errorResponse({"BAD_FIELD", "the record is another one than the path says", "record.id"}));
        service.save(call.who, std::move(record), basedOn, std::move(note),
                     replying<fleet::SavedRecord>([basedOn](const fleet::SavedRecord& saved) {
                         auto response = revisionResponse(saved.revision);
                         if (basedOn == 0) response.status = 201;
                         return response;
                     }));
    }

    void retire() {
        Body body(call);
        const auto basedOn = body.revision();
        const bool retired =
            body.take<std::optional<bool>>([](Object& object) { return object.optionalBoolean("retired"); })
                .value_or(true);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.retire(call.who, kind(), parameter(), basedOn, retired, std::move(reason),
                       replying<std::uint64_t>(revisionResponse));
    }

    void history() {
        service.history(call.who, kind(), parameter(), replying<std::vector<fleet::Change>>([](const auto& changes) {
                            return jsonResponse(fleetHistoryJson(changes));
                        }));
    }

    void readiness() {
        Body body(call);
        const auto ask = body.ask();
        if (refused(body)) return;
        const auto assessment = service.judge(ask);
        reply(assessment ? jsonResponse(readinessJson(*assessment)) : refusalOfRule(assessment.error()));
    }

    void overview() {
        Body body(call);
        const auto need = body.below<fleet::Need>("need", fleet::needFrom);
        if (refused(body)) return;
        const auto assessments = service.overview(need);
        reply(assessments ? jsonResponse(fleetOverviewJson(*assessments)) : refusalOfRule(assessments.error()));
    }

    void changeRules() {
        Body body(call);
        const auto basedOn = body.revision();
        auto reason = body.text("reason");
        auto rules = body.below<fleet::ReadinessRules>("rules", fleet::rulesFrom);
        if (refused(body)) return;
        service.changeRules(
            call.who, std::move(rules), static_cast<int>(basedOn), std::move(reason),
            replying<int>([](int version) { return revisionResponse(static_cast<std::uint64_t>(version)); }));
    }

    void rulesHistory() {
        service.rulesHistory(call.who, replying<std::vector<fleet::Change>>([](const auto& changes) {
                                 return jsonResponse(fleetHistoryJson(changes));
                             }));
    }

    void overrides() {
        QueryReader query(call.query);
        const bool all = query.flag("all");
        if (refused(query)) return;
        reply(jsonResponse(fleetOverridesJson(*service.state(), all, now)));
    }

    void giveOverride() {
        Body body(call);
        fleet::NewOverride wanted;
        wanted.ask = body.ask();
        const auto question = fleet::questionFromString(body.text("question"));
        wanted.reason = body.text("reason");
        wanted.until = body.time("until");
        if (!question) body.bad("question", "there is no such question");
        if (refused(body)) return;
        wanted.question = *question;
        service.giveOverride(call.who, std::move(wanted), replying<std::string>([](const std::string& id) {
                                 json::JsonWriter json;
                                 json.beginObject().key("id").string(id).endObject();
                                 auto response = jsonResponse(json.take());
                                 response.status = 201;
                                 return response;
                             }));
    }

    void withdraw() {
        Body body(call);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.withdrawOverride(call.who, parameter(), std::move(reason),
                                 replying<void>([] { return jsonResponse(R"({"status":"ok"})"); }));
    }

    static Response revisionResponse(std::uint64_t revision) {
        json::JsonWriter json;
        json.beginObject().key("revision").count(revision).endObject();
        return jsonResponse(json.take());
    }
};

bool takesQuery(RouteId route) {
    return route == RouteId::FleetRecords || route == RouteId::FleetOverrides;
}

} // namespace

bool isFleetRoute(RouteId route) {
    return std::ranges::contains(fleetRoutes, route);
}

void answerFleet(fleet::FleetService& service, ServiceCall call, UtcMs now, Reply reply) {
    const RouteId route = call.match.route->id;
    if (!takesQuery(route) && !call.query.empty())
        return reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    Answering answering{service, call, now, reply};
    switch (route) {
    case RouteId::FleetRecords:
        return answering.records();
    case RouteId::FleetRecord:
        return answering.record();
    case RouteId::SaveFleetRecord:
        return answering.save();
    case RouteId::RetireFleetRecord:
        return answering.retire();
    case RouteId::FleetHistory:
        return answering.history();
    case RouteId::Readiness:
        return answering.readiness();
    case RouteId::FleetOverview:
        return answering.overview();
    case RouteId::FleetRules:
        return reply(jsonResponse(fleetRulesJson(service.state()->rules)));
    case RouteId::ChangeFleetRules:
        return answering.changeRules();
    case RouteId::FleetRulesHistory:
        return answering.rulesHistory();
    case RouteId::FleetOverrides:
        return answering.overrides();
    case RouteId::GiveFleetOverride:
        return answering.giveOverride();
    case RouteId::WithdrawFleetOverride:
        return answering.withdraw();
    default:
        return reply(errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
