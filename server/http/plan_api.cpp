#include "server/http/plan_api.h"

#include "core/json/object.h"
#include "server/http/plan_json.h"
#include "server/http/reading.h"
#include "server/plan/plan_codec.h"
#include "server/plan/plan_import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace haneul::http {

using json::Object;
using plan::PlanPtr;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::array planRoutes{RouteId::Plans,          RouteId::CreatePlan,       RouteId::Plan,
                                RouteId::ChangePlan,     RouteId::SubmitPlan,       RouteId::PlanHistory,
                                RouteId::ApprovePlan,    RouteId::ReturnPlan,       RouteId::RejectPlan,
                                RouteId::WithdrawPlan,   RouteId::RevokePlan,       RouteId::ActivatePlan,
                                RouteId::EndPlan,        RouteId::CheckPlan,        RouteId::ProposePlan,
                                RouteId::CheckVolumes,   RouteId::MissionPlan,      RouteId::Intents,
                                RouteId::CapacityLimits, RouteId::SetCapacityLimit, RouteId::RemoveCapacityLimit};

template <class T, class Write>
plan::Done<T> replying(Reply reply, Write write) {
    return [reply = std::move(reply), write](const Result<T>& result) {
        if (!result) return reply(refusalOfRule(result.error()));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

// What only requests about plans have in their bodies.
class Body : public BodyReader {
public:
    explicit Body(const ServiceCall& call)
        : BodyReader(call.contentType, call.body) {}

    std::uint64_t revision(std::string_view key) {
        const auto value = take<std::int64_t>([&](Object& object) { return object.integer(key); });
        if (value < 0) bad(key, "must not be negative");
        return static_cast<std::uint64_t>(std::max<std::int64_t>(value, 0));
    }

    int priority() {
        const auto value = take<std::optional<std::int64_t>>([](Object& object) {
                               return object.optionalInteger("priority");
                           }).value_or(0);
        if (value < 0 || value > 100) bad("priority", "must be 0 to 100");
        return static_cast<int>(std::clamp<std::int64_t>(value, 0, 100));
    }

    plan::FlightPlan plan(std::string_view key) {
        auto inner = take<std::optional<Object>>(
            [&](Object& object) { return object.object(key).transform([](Object o) { return std::optional(o); }); });
        if (!inner) return {};
        return take<plan::FlightPlan>([&](Object&) { return plan::planFrom(*std::move(inner)); });
    }

    geo::Volume4D volume(std::string_view key) {
        return take<geo::Volume4D>([key](Object& object) { return object.object(key).and_then(plan::volumeFrom); });
    }

    int count(std::string_view key) {
        const auto value = take<std::int64_t>([key](Object& object) { return object.integer(key); });
        if (value < 1 || value > 1'000'000) bad(key, "must be 1 to 1000000");
        return static_cast<int>(std::clamp<std::int64_t>(value, 1, 1'000'000));
    }

    std::vector<geo::Volume4D> volumes() {
        return take<std::vector<geo::Volume4D>>([](Object& object) -> Result<std::vector<geo::Volume4D>> {
            auto objects = object.objects("volumes");
            if (!objects) return std::unexpected(objects.error());
            std::vector<geo::Volume4D> volumes;
            for (Object& each : *objects) {
                auto volume = plan::volumeFrom(std::move(each));
                if (!volume) return std::unexpected(volume.error());
                if (auto sound = geo::check(*volume); !sound) return std::unexpected(sound.error());
                volumes.push_back(*std::move(volume));
            }
            return volumes;
        });
    }
};

// The whole body is a plan.
Result<plan::FlightPlan> planIn(const ServiceCall& call) {
    const std::string_view type(call.contentType);
    if (type.substr(0, type.find_first_of("; ")) != "application/json")
        return fail("UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type");
    return plan::planFromJson(call.body);
}

// Plans behind `after` (the id of the last one seen), in the order of the state.
Response planList(const plan::PlanState& state, const people::Principal& who, const std::string& text) {
    QueryReader query(text);
    const bool mine = query.flag("mine");
    const auto wanted = query.word("state", plan::stateFromString);
    const auto from = query.time("from");
    const auto to = query.time("to");
    const auto drone = query.text("drone");
    const std::size_t limit = query.limit();
    const auto after = query.text("after");
    if (const auto error = query.error()) return errorResponse(*error);
    std::vector<PlanPtr> page;
    std::size_t total = 0;
    bool begun = !after;
    bool more = false;
    for (const PlanPtr& plan : state.plans) {
        const bool listed = (!wanted || plan->plan.state == *wanted) && (!from || plan->plan.end > *from) &&
                            (!to || plan->plan.start < *to) && (!drone || plan->plan.drone_id == *drone) &&
                            (!mine || plan->pilotUser == who.user || plan->authors.contains(who.user));
        total += listed ? 1 : 0;
        if (listed && begun && page.size() < limit)
            page.push_back(plan);
        else if (listed && begun)
            more = true;
        if (after && plan->plan.id == *after) begun = true;
    }
    if (!begun) return errorResponse({"BAD_QUERY", "expected the next of an answer", "after"});
    return jsonResponse(plansJson(page, total, more ? page.back()->plan.id : std::string()));
}

Result<geo::Volume4D> volumeOfQuery(const std::string& text) {
    QueryReader query(text);
    const auto box = query.numbers("bbox", 4);
    geo::Volume4D volume{.area = {}, .lower = {}, .upper = {}, .from = query.time("from"), .to = query.time("to")};
    const auto lower = query.numbers("lower_m", 1);
    const auto upper = query.numbers("upper_m", 1);
    if (!box) query.bad("bbox", "is needed: west,south,east,north in degrees");
    if (const auto error = query.error()) return std::unexpected(*error);
    const std::vector<double>& b = *box;
    volume.area = geo::Polygon{.outer = {{b[1], b[0]}, {b[1], b[2]}, {b[3], b[2]}, {b[3], b[0]}}, .holes = {}};
    if (lower) volume.lower = geo::VerticalLimit{lower->front(), geo::VerticalReference::Amsl};
    if (upper) volume.upper = geo::VerticalLimit{upper->front(), geo::VerticalReference::Amsl};
    if (const auto sound = geo::check(volume); !sound)
        return fail("BAD_QUERY", sound.error().message, sound.error().where);
    return volume;
}

// What is asked of a service about plans; each member answers one route.
struct AboutPlans {
    plan::PlanService& service;
    const ServiceCall& call;
    Reply reply;

    [[nodiscard]] const std::string& id() const { return call.match.parameters.front(); }

    void refuse(const Error& error) { reply(errorResponse(error)); }

    void create() {
        const auto plan = planIn(call);
        if (!plan) return refuse(plan.error());
        service.createFlightPlan(call.who, *plan, 0, replying<plan::SavedPlan>(std::move(reply), [](const auto& saved) {
                                     return withStatus(201, savedPlanJson(saved));
                                 }));
    }

    void change() {
        Body body(call);
        const auto basedOn = body.revision("based_on");
        plan::FlightPlan plan = body.plan("plan");
        if (const auto error = body.error()) return refuse(*error);
        if (basedOn == 0) return refuse({"BAD_FIELD", "the revision that you changed, from 1", "based_on"});
        if (!plan.id.empty() && plan.id != id())
            return refuse({"BAD_FIELD", "the plan is another one than the path says", "plan.id"});
        plan.id = id();
        service.createFlightPlan(call.who, std::move(plan), basedOn,
                                 replying<plan::SavedPlan>(std::move(reply), [](const auto& saved) {
                                     return jsonResponse(savedPlanJson(saved));
                                 }));
    }

    void ofMission() {
        Body body(call);
        plan::MissionPlan wanted{.mission = id(),
                                 .operator_id = body.text("operator_id"),
                                 .pilot_id = body.text("pilot_id"),
                                 .battery_id = body.textOrEmpty("battery_id"),
                                 .drone_id = body.textOrEmpty("drone_id"),
                                 .priority = body.priority(),
                                 .contingency = {},
                                 .documents = {}};
        if (const auto error = body.error()) return refuse(*error);
        service.createFromMission(call.who, std::move(wanted),
                                  replying<plan::SavedPlan>(std::move(reply), [](const auto& saved) {
                                      return withStatus(201, savedPlanJson(saved));
                                  }));
    }

    void submit() {
        Body body(call);
        const auto revision = body.revision("revision");
        if (const auto error = body.error()) return refuse(*error);
        service.submitFlightPlan(call.who, id(), revision,
                                 replying<plan::Submission>(std::move(reply), [](const auto& submission) {
                                     return jsonResponse(submissionJson(submission));
                                 }));
    }

    void approve() {
        Body body(call);
        plan::ApprovePlan wanted{.plan = id(),
                                 .revision = body.revision("revision"),
                                 .evidence = body.text("evidence"),
                                 .conditions = body.textOrEmpty("conditions")};
        if (const auto error = body.error()) return refuse(*error);
        service.approveFlightPlan(call.who, std::move(wanted),
                                  replying<plan::ApprovalOutcome>(std::move(reply), [](const auto& outcome) {
                                      return jsonResponse(approvalJson(outcome));
                                  }));
    }

    void turnDown(void (plan::PlanService::*how)(people::Principal, plan::RefusePlan, plan::Done<void>)) {
        Body body(call);
        plan::RefusePlan wanted{.plan = id(), .revision = body.revision("revision"), .reason = body.text("reason")};
        if (const auto error = body.error()) return refuse(*error);
        (service.*how)(call.who, std::move(wanted), replying<void>(std::move(reply), okay));
    }

    // With a text under `key`: a reason, a note.
    void move(const char* key,
              void (plan::PlanService::*how)(people::Principal, std::string, std::string, plan::Done<void>)) {
        Body body(call);
        const auto text = body.textOrEmpty(key);
        if (const auto error = body.error()) return refuse(*error);
        (service.*how)(call.who, id(), text, replying<void>(std::move(reply), okay));
    }

    void activate() { service.activate(call.who, id(), replying<void>(std::move(reply), okay)); }

    void one() {
        service.plan(call.who, id(), replying<PlanPtr>(std::move(reply), [](const PlanPtr& plan) {
                         return jsonResponse(planJson(*plan));
                     }));
    }

    void history() {
        service.history(call.who, id(), replying<std::vector<plan::PlanStep>>(std::move(reply), [](const auto& steps) {
                            return jsonResponse(planHistoryJson(steps));
                        }));
    }

    void check() {
        const auto plan = planIn(call);
        if (!plan) return refuse(plan.error());
        service.check(call.who, *plan, replying<plan::Evidence>(std::move(reply), [](const auto& evidence) {
                          return jsonResponse(evidenceJson(evidence));
                      }));
    }

    void propose() {
        const auto plan = planIn(call);
        if (!plan) return refuse(plan.error());
        service.proposals(call.who, *plan, replying<plan::ProposalSearch>(std::move(reply), [](const auto& search) {
                              return jsonResponse(proposalsJson(search));
                          }));
    }

    void checkVolumes() {
        Body body(call);
        const auto volumes = body.volumes();
        const int priority = body.priority();
        if (const auto error = body.error()) return refuse(*error);
        if (volumes.empty()) return refuse({"BAD_FIELD", "at least one volume", "volumes"});
        plan::PlanService* const asked = &service;
        service.checkAirspaceRestrictions(
            call.who, volumes,
            [asked, who = call.who, volumes, priority, reply = reply](const Result<plan::CheckReport>& airspace) {
                if (!airspace) return reply(refusalOfRule(airspace.error()));
                asked->checkStrategicConflicts(
                    who, volumes, priority,
                    replying<plan::CheckReport>(reply, [airspace = *airspace](const plan::CheckReport& conflicts) {
                        return jsonResponse(volumeChecksJson(airspace, conflicts));
                    }));
            });
    }

    void capacityLimits() {
        service.capacityLimits(
            call.who, replying<std::vector<deconflict::CapacityLimit>>(std::move(reply), [](const auto& limits) {
                return jsonResponse(capacityLimitsJson(limits));
            }));
    }

    void setCapacity() {
        Body body(call);
        deconflict::CapacityLimit limit{.id = id(), .place = body.volume("place"), .most = body.count("most")};
        if (const auto error = body.error()) return refuse(*error);
        service.setCapacity(call.who, std::move(limit), replying<void>(std::move(reply), okay));
    }

    void removeCapacity() { service.removeCapacity(call.who, id(), replying<void>(std::move(reply), okay)); }

    void intents() {
        const auto volume = volumeOfQuery(call.query);
        if (!volume) return refuse(volume.error());
        reply(jsonResponse(intentsJson(service.intentsIn(*volume))));
    }
};

} // namespace

bool isPlanRoute(RouteId route) {
    return std::ranges::contains(planRoutes, route);
}

Response answerPlanImport(std::string_view query, std::string_view body) {
    QueryReader asked(query);
    plan::PlanImportOptions options;
    if (const auto shape = asked.text("shape")) {
        std::size_t number = 0;
        const auto [end, problem] = std::from_chars(shape->data(), shape->data() + shape->size(), number);
        if (problem != std::errc() || end != shape->data() + shape->size())
            asked.bad("shape", "expected a number from 0 on");
        options.shape = number;
    }
    const auto height = asked.numbers("height_m", 1);
    const auto reference = asked.word("height_reference", geo::verticalReferenceFromString);
    if (reference.has_value() != height.has_value()) asked.bad("height_m", "goes together with height_reference");
    if (height && !(std::abs(height->front()) <= 100'000)) asked.bad("height_m", "expected metres");
    if (const auto error = asked.error()) return errorResponse(*error);
    if (height) options.height = geo::VerticalLimit{height->front(), *reference};
    const auto import = plan::readPlanFile(body, options);
    return import ? jsonResponse(planImportJson(*import)) : refusalOfRule(import.error());
}

void answerPlan(plan::PlanService* service, ServiceCall call, Reply reply) {
    const RouteId route = call.match.route->id;
    const bool takesQuery = route == RouteId::Plans || route == RouteId::Intents;
    if (!takesQuery && !call.query.empty())
        return reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    if (service == nullptr) return reply(errorResponse({"NO_PLANS", "there are no flight plans here", "plans"}));
    AboutPlans answering{*service, call, std::move(reply)};
    switch (route) {
    case RouteId::Plans:
        return answering.reply(planList(*service->state(), call.who, call.query));
    case RouteId::CreatePlan:
        return answering.create();
    case RouteId::Plan:
        return answering.one();
    case RouteId::ChangePlan:
        return answering.change();
    case RouteId::SubmitPlan:
        return answering.submit();
    case RouteId::PlanHistory:
        return answering.history();
    case RouteId::ApprovePlan:
        return answering.approve();
    case RouteId::ReturnPlan:
        return answering.turnDown(&plan::PlanService::returnFlightPlan);
    case RouteId::RejectPlan:
        return answering.turnDown(&plan::PlanService::rejectFlightPlan);
    case RouteId::WithdrawPlan:
        return answering.move("reason", &plan::PlanService::withdraw);
    case RouteId::RevokePlan:
        return answering.move("reason", &plan::PlanService::revoke);
    case RouteId::ActivatePlan:
        return answering.activate();
    case RouteId::EndPlan:
        return answering.move("note", &plan::PlanService::end);
    case RouteId::CheckPlan:
        return answering.check();
    case RouteId::ProposePlan:
        return answering.propose();
    case RouteId::CheckVolumes:
        return answering.checkVolumes();
    case RouteId::MissionPlan:
        return answering.ofMission();
    case RouteId::Intents:
        return answering.intents();
    case RouteId::CapacityLimits:
        return answering.capacityLimits();
    case RouteId::SetCapacityLimit:
        return answering.setCapacity();
    case RouteId::RemoveCapacityLimit:
        return answering.removeCapacity();
    default:
        return answering.reply(
            errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
