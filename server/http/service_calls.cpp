#include "server/http/service_calls.h"

#include "server/http/city_api.h"
#include "server/http/delivery_api.h"
#include "server/http/document_api.h"
#include "server/http/fleet_api.h"
#include "server/http/ground_risk_api.h"
#include "server/http/house_api.h"
#include "server/http/log_api.h"
#include "server/http/notice_api.h"
#include "server/http/path_api.h"
#include "server/http/people_api.h"
#include "server/http/plan_api.h"
#include "server/http/plan_json.h"
#include "server/http/request_api.h"
#include "server/http/saved_study_api.h"
#include "server/http/study_api.h"
#include "server/http/zone_api.h"

#include <utility>

namespace haneul::http {

namespace {

using Reply = std::function<void(Response)>;

Error takesNoQuery() {
    return {"BAD_QUERY", "this path takes no query", "query"};
}

void askPeople(const HttpDependencies& dependencies, const Admitted& admitted, const RequestHead& head,
               const std::string& body, Reply reply) {
    if (!head.query.empty()) return reply(errorResponse(takesNoQuery()));
    if (dependencies.people == nullptr) return reply(errorResponse({"NO_PEOPLE", "there are no users here", "people"}));
    answerPeople(*dependencies.people,
                 {admitted.match, admitted.who, admitted.token, std::string(head.field("content-type")), body},
                 dependencies.clock.now(), std::move(reply));
}

Response answerFlights(const HttpDependencies& dependencies, const RequestHead& head) {
    if (!head.query.empty()) return errorResponse(takesNoQuery());
    if (dependencies.plans == nullptr) return errorResponse({"NO_PLANS", "there are no flight plans here", "plans"});
    const auto situation = dependencies.board.latest();
    return jsonResponse(flightsJson(plan::flightsOf(*dependencies.plans->state(), *situation), situation->time));
}

} // namespace

bool askService(const HttpDependencies& dependencies, const Admitted& admitted, const RequestHead& head,
                const std::string& body, Reply reply) {
    const RouteId route = admitted.match.route->id;
    const auto call = [&] {
        return ServiceCall{admitted.match, admitted.who, head.query, std::string(head.field("content-type")), body};
    };
    const auto absent = [&](const char* code, const char* message, const char* where) {
        reply(errorResponse({code, message, where}));
        return true;
    };
    const UtcMs now = dependencies.clock.now();
    if (isPeopleRoute(route)) {
        askPeople(dependencies, admitted, head, body, std::move(reply));
    } else if (isHouseRoute(route)) {
        answerHouse(dependencies.organisations, dependencies.security, call(), std::move(reply));
    } else if (isZoneRoute(route)) {
        if (dependencies.airspace == nullptr) return absent("NO_AIRSPACE", "there are no zones here", "airspace");
        answerZones(*dependencies.airspace, call(), now, std::move(reply));
    } else if (isPlanRoute(route)) {
        answerPlan(dependencies.plans, call(), std::move(reply));
    } else if (isDeliveryRoute(route)) {
        if (dependencies.deliveries == nullptr)
            return absent("NO_DELIVERIES", "there are no deliveries here", "deliveries");
        answerDelivery(*dependencies.deliveries, call(), now, std::move(reply));
    } else if (isNoticeRoute(route)) {
        if (dependencies.notices == nullptr) return absent("NO_NOTICES", "there are no notices here", "notices");
        answerNotice(*dependencies.notices, call(), std::move(reply));
    } else if (isCityRoute(route)) {
        if (dependencies.city == nullptr) return absent("NO_CITY", "there are no datasets here", "city");
        answerCity(*dependencies.city, call(), std::move(reply));
    } else if (isDocumentRoute(route)) {
        if (dependencies.documents == nullptr)
            return absent("NO_DOCUMENTS", "there are no documents here", "documents");
        answerDocument(*dependencies.documents, call(), std::move(reply));
    } else if (isSavedStudyRoute(route)) {
        if (dependencies.studies == nullptr) return absent("NO_STUDIES", "no studies are kept here", "saved-studies");
        answerSavedStudy(*dependencies.studies, call(), std::move(reply));
    } else if (isFleetRoute(route)) {
        if (dependencies.fleet == nullptr) return absent("NO_FLEET", "there is no fleet here", "fleet");
        answerFleet(*dependencies.fleet, call(), now, std::move(reply));
    } else if (route == RouteId::Log || route == RouteId::LogHead) {
        if (dependencies.log == nullptr) return absent("NO_LOG", "there is no event log here", "log");
        answerAboutLog(*dependencies.log, route, head.query, std::move(reply));
    } else if (route == RouteId::Flights) {
        reply(answerFlights(dependencies, head));
    } else {
        return false;
    }
    return true;
}

Result<Calculation> calculationFor(const HttpDependencies& dependencies, const Admitted& admitted,
                                   const RequestHead& head, const std::string& body) {
    const RouteId route = admitted.match.route->id;
    const std::string type(head.field("content-type"));
    const UtcMs now = dependencies.clock.now();
    if (route == RouteId::TrafficEstimate)
        return Calculation{"traffic-estimates",
                           [query = head.query, body, now] { return answerTrafficEstimate(query, body, now); }};
    if (route == RouteId::ImportPlan)
        return Calculation{"plan-imports", [query = head.query, body] { return answerPlanImport(query, body); }};

    if (route == RouteId::Requests) {
        if (dependencies.requestLog == nullptr)
            return fail("NO_REQUEST_LOG", "requests are not logged here", "requests");
        return Calculation{"requests",
                           [log = dependencies.requestLog, query = head.query] { return answerRequests(*log, query); }};
    }
    const bool study = route == RouteId::Study;
    const bool ground = isGroundRiskRoute(route);
    if (!study && !ground && !isPathRoute(route)) return Calculation{};
    if (!head.query.empty()) return std::unexpected(takesNoQuery());
    if (study)
        return Calculation{
            "studies", [op = admitted.match.parameters.front(), type, body] { return answerStudy(op, type, body); }};
    if (ground) {
        if (dependencies.groundRisk == nullptr)
            return fail("NO_GROUND_RISK", "there are no ground-risk maps here", "ground-risk");
        return Calculation{"ground-risk", [service = dependencies.groundRisk, route, type, body] {
                               return answerGroundRisk(*service, route, type, body);
                           }};
    }
    if (dependencies.paths == nullptr) return fail("NO_PATHS", "there is no planner of paths here", "paths");
    return Calculation{"paths", [service = dependencies.paths, route, user = admitted.who.user, now, type, body] {
                           return answerPaths(*service, route, user, now, type, body);
                       }};
}

} // namespace haneul::http
