#include "server/http/routes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace haneul::http {

namespace {

constexpr std::size_t replayBodyCap = 4096;
constexpr std::size_t peopleBodyCap = 8192;
constexpr std::size_t noticeBodyCap = 64 * 1024;
constexpr std::size_t cityFileCap = 64 * 1024 * 1024;
constexpr std::size_t documentBodyCap = 512 * 1024; // blanks of the JSON count here
constexpr std::size_t organisationBodyCap = 64 * 1024;
constexpr std::size_t studyBodyCap = 1024 * 1024;
constexpr std::size_t groundBodyCap = 512 * 1024;
constexpr std::size_t networkBodyCap = 1000 * 1024; // what an entry of the log can hold
constexpr std::size_t zoneFileCap = 16 * 1024 * 1024;
constexpr std::size_t deliveryBodyCap = 64 * 1024;
constexpr std::size_t fleetBodyCap = 64 * 1024;
constexpr std::size_t planBodyCap = 1000 * 1024; // what an entry of the log can hold
constexpr std::size_t planFileCap = 4 * 1024 * 1024;
constexpr std::size_t decisionBodyCap = 8192;

constexpr std::array table{
    Route{RouteId::Health, Method::Get, "/healthz", 0, ""},
    Route{RouteId::Metrics, Method::Get, "/metrics", 0, "metrics.read", true},
    Route{RouteId::OpenApi, Method::Get, "/api/v1/openapi.json", 0, ""},
    Route{RouteId::Tracks, Method::Get, "/api/v1/tracks", 0, "telemetry.read"},
    Route{RouteId::Track, Method::Get, "/api/v1/tracks/{id}", 0, "telemetry.read"},
    Route{RouteId::Feeds, Method::Get, "/api/v1/feeds", 0, "telemetry.read"},
    Route{RouteId::Notices, Method::Get, "/api/v1/notices", 0, "notice.read"},
    Route{RouteId::SendNotice, Method::Post, "/api/v1/notices", noticeBodyCap, "notice.write"},
    Route{RouteId::MyNotices, Method::Get, "/api/v1/me/notices", 0, "notice.read"},
    Route{RouteId::AcknowledgeNotice, Method::Post, "/api/v1/me/notices/{notice}/acknowledge", 0, "notice.read"},
    Route{RouteId::NoticePreferences, Method::Get, "/api/v1/me/notice-preferences", 0, "notice.read"},
    Route{RouteId::SetNoticePreferences, Method::Put, "/api/v1/me/notice-preferences", noticeBodyCap, "notice.read"},
    Route{RouteId::Outbox, Method::Get, "/api/v1/outbox", 0, "outbox.read"},
    Route{RouteId::OutboxDelivery, Method::Get, "/api/v1/outbox/{delivery}", 0, "outbox.read"},
    Route{RouteId::SendNoticeAgain, Method::Post, "/api/v1/outbox/{delivery}/send-again", 0, "outbox.write"},
    Route{RouteId::NoticeChannels, Method::Get, "/api/v1/notice-channels", 0, "outbox.read"},
    Route{RouteId::SetNoticeChannel, Method::Put, "/api/v1/notice-channels/{channel}", noticeBodyCap, "channel.write"},
    Route{RouteId::Documents, Method::Get, "/api/v1/documents", 0, "document.read"},
    Route{RouteId::PutNewDocument, Method::Post, "/api/v1/documents", documentBodyCap, "document.write"},
    Route{RouteId::Document, Method::Get, "/api/v1/documents/{document}", 0, "document.read"},
    Route{RouteId::PutDocument, Method::Put, "/api/v1/documents/{document}", documentBodyCap, "document.write"},
    Route{RouteId::DocumentRevisions, Method::Get, "/api/v1/documents/{document}/revisions", 0, "document.read"},
    Route{RouteId::WithdrawDocument, Method::Post, "/api/v1/documents/{document}/withdraw", noticeBodyCap,
          "document.write"},
    Route{RouteId::CityDatasets, Method::Get, "/api/v1/city/datasets", 0, "city.read"},
    Route{RouteId::ImportCityDataset, Method::Post, "/api/v1/city/datasets", cityFileCap, "city.write"},
    Route{RouteId::CityDataset, Method::Get, "/api/v1/city/datasets/{dataset}", 0, "city.read"},
    Route{RouteId::RetireCityDataset, Method::Post, "/api/v1/city/datasets/{dataset}/retire", decisionBodyCap,
          "city.write"},
    Route{RouteId::AddSyntheticCity, Method::Post, "/api/v1/city/synthetic", decisionBodyCap, "city.write"},
    Route{RouteId::CityFeatures, Method::Get, "/api/v1/city/features", 0, "city.read"},
    Route{RouteId::CityPlace, Method::Get, "/api/v1/city/place", 0, "city.read"},
    Route{RouteId::Replay, Method::Post, "/api/v1/replay", replayBodyCap, "replay.control"},
    Route{RouteId::Stream, Method::Get, "/api/v1/stream", 0, "telemetry.read"},
    Route{RouteId::Tile, Method::Get, "/tiles/{style}/{z}/{x}/{y}", 0, ""},
    Route{RouteId::SetUp, Method::Post, "/api/v1/set-up", peopleBodyCap, ""},
    Route{RouteId::LogIn, Method::Post, "/api/v1/sessions", peopleBodyCap, ""},
    Route{RouteId::Me, Method::Get, "/api/v1/me", 0, "own.session"},
    Route{RouteId::OwnPassword, Method::Put, "/api/v1/me/password", peopleBodyCap, "own.session"},
    Route{RouteId::Sessions, Method::Get, "/api/v1/sessions", 0, "own.session"},
    Route{RouteId::EndSession, Method::Delete, "/api/v1/sessions/{session}", 0, "own.session"},
    Route{RouteId::Users, Method::Get, "/api/v1/users", 0, "user.read"},
    Route{RouteId::AddUser, Method::Post, "/api/v1/users", peopleBodyCap, "user.write"},
    Route{RouteId::ChangeRole, Method::Put, "/api/v1/users/{user}/role", peopleBodyCap, "user.write"},
    Route{RouteId::SetPassword, Method::Put, "/api/v1/users/{user}/password", peopleBodyCap, "user.write"},
    Route{RouteId::DisableUser, Method::Post, "/api/v1/users/{user}/disable", 0, "user.write"},
    Route{RouteId::EnableUser, Method::Post, "/api/v1/users/{user}/enable", 0, "user.write"},
    Route{RouteId::Tokens, Method::Get, "/api/v1/tokens", 0, "token.read"},
    Route{RouteId::IssueToken, Method::Post, "/api/v1/tokens", peopleBodyCap, "token.write"},
    Route{RouteId::RevokeToken, Method::Delete, "/api/v1/tokens/{token}", 0, "token.write"},
    Route{RouteId::EndSessionsOf, Method::Delete, "/api/v1/users/{user}/sessions", 0, "session.write"},
    Route{RouteId::EndOwnSessions, Method::Delete, "/api/v1/me/sessions", 0, "own.session"},
    Route{RouteId::Organisations, Method::Get, "/api/v1/organisations", 0, "organisation.read"},
    Route{RouteId::Organisation, Method::Get, "/api/v1/organisations/{organisation}", 0, "organisation.read"},
    Route{RouteId::SaveOrganisation, Method::Put, "/api/v1/organisations/{organisation}", organisationBodyCap,
          "organisation.write"},
    Route{RouteId::OrganisationHistory, Method::Get, "/api/v1/organisations/{organisation}/history", 0,
          "organisation.read"},
    Route{RouteId::UserOrganisation, Method::Put, "/api/v1/users/{user}/organisation", peopleBodyCap,
          "organisation.write"},
    Route{RouteId::ApprovalPolicy, Method::Get, "/api/v1/approval-policy", 0, "policy.read"},
    Route{RouteId::SetApprovalPolicy, Method::Put, "/api/v1/approval-policy", organisationBodyCap, "policy.write"},
    Route{RouteId::SecurityAlarms, Method::Get, "/api/v1/security/alarms", 0, "security.read"},
    Route{RouteId::AcknowledgeSecurity, Method::Post, "/api/v1/security/alarms/{alarm}/acknowledge", peopleBodyCap,
          "security.acknowledge"},
    Route{RouteId::Log, Method::Get, "/api/v1/log", 0, "log.read"},
    Route{RouteId::LogHead, Method::Get, "/api/v1/log/head", 0, "log.read"},
    Route{RouteId::Services, Method::Get, "/api/v1/services", 0, "service.read"},
    Route{RouteId::OfferInstance, Method::Put, "/api/v1/services/{service}/instances/{instance}", decisionBodyCap,
          "service.offer"},
    Route{RouteId::WithdrawInstance, Method::Delete, "/api/v1/services/{service}/instances/{instance}", 0,
          "service.offer"},
    Route{RouteId::Requests, Method::Get, "/api/v1/requests", 0, "request.read"},
    Route{RouteId::MapLayers, Method::Get, "/api/v1/map/layers", 0, "map.read"},
    Route{RouteId::MapPlaces, Method::Get, "/api/v1/map/places", 0, "map.read"},
    Route{RouteId::LocalPlanner, Method::Get, "/api/v1/planner", 0, "map.read"},
    Route{RouteId::Study, Method::Post, "/api/v1/studies/{op}", studyBodyCap, "study.run"},
    Route{RouteId::GroundLibrary, Method::Get, "/api/v1/ground-risk/library", 0, "study.run"},
    Route{RouteId::GroundMap, Method::Post, "/api/v1/ground-risk/maps", groundBodyCap, "study.run"},
    Route{RouteId::GroundCell, Method::Post, "/api/v1/ground-risk/cells", groundBodyCap, "study.run"},
    Route{RouteId::GroundPath, Method::Post, "/api/v1/ground-risk/paths", groundBodyCap, "study.run"},
    Route{RouteId::PlanPaths, Method::Post, "/api/v1/paths", groundBodyCap, "study.run"},
    Route{RouteId::CheckPath, Method::Post, "/api/v1/paths/check", groundBodyCap, "study.run"},
    Route{RouteId::SavedStudies, Method::Get, "/api/v1/saved-studies", 0, "study.run"},
    Route{RouteId::SaveNewStudy, Method::Post, "/api/v1/saved-studies", studyBodyCap, "study.save"},
    Route{RouteId::SavedStudy, Method::Get, "/api/v1/saved-studies/{study}", 0, "study.run"},
    Route{RouteId::SaveStudy, Method::Put, "/api/v1/saved-studies/{study}", studyBodyCap, "study.save"},
    Route{RouteId::RetireStudy, Method::Post, "/api/v1/saved-studies/{study}/retire", noticeBodyCap, "study.save"},
    Route{RouteId::TrafficEstimate, Method::Post, "/api/v1/traffic-estimates", zoneFileCap, "study.run"},
    Route{RouteId::Networks, Method::Get, "/api/v1/networks", 0, "delivery.read"},
    Route{RouteId::Network, Method::Get, "/api/v1/networks/{network}", 0, "delivery.read"},
    Route{RouteId::SaveNetwork, Method::Put, "/api/v1/networks/{network}", networkBodyCap, "network.write"},
    Route{RouteId::RemoveNetwork, Method::Delete, "/api/v1/networks/{network}", 0, "network.write"},
    Route{RouteId::VerifyLink, Method::Post, "/api/v1/networks/{network}/links/{a}/{b}/verify", deliveryBodyCap,
          "network.verify"},
    Route{RouteId::WithdrawLink, Method::Post, "/api/v1/networks/{network}/links/{a}/{b}/withdraw", deliveryBodyCap,
          "network.verify"},
    Route{RouteId::Slots, Method::Post, "/api/v1/networks/{network}/slots", deliveryBodyCap, "delivery.read"},
    Route{RouteId::Occupancy, Method::Get, "/api/v1/networks/{network}/occupancy", 0, "delivery.read"},
    Route{RouteId::Conflicts, Method::Get, "/api/v1/networks/{network}/conflicts", 0, "delivery.read"},
    Route{RouteId::Dispatch, Method::Post, "/api/v1/networks/{network}/dispatch", deliveryBodyCap, "mission.write"},
    Route{RouteId::Orders, Method::Get, "/api/v1/orders", 0, "delivery.read"},
    Route{RouteId::PlaceOrder, Method::Post, "/api/v1/orders", deliveryBodyCap, "order.write"},
    Route{RouteId::CancelOrder, Method::Post, "/api/v1/orders/{order}/cancel", deliveryBodyCap, "order.write"},
    Route{RouteId::Missions, Method::Get, "/api/v1/missions", 0, "delivery.read"},
    Route{RouteId::BookMission, Method::Post, "/api/v1/missions", deliveryBodyCap, "mission.write"},
    Route{RouteId::MoveMissions, Method::Post, "/api/v1/mission-moves", deliveryBodyCap, "mission.write"},
    Route{RouteId::Mission, Method::Get, "/api/v1/missions/{mission}", 0, "delivery.read"},
    Route{RouteId::RetimeMission, Method::Post, "/api/v1/missions/{mission}/retime", deliveryBodyCap, "mission.write"},
    Route{RouteId::AssignDrone, Method::Post, "/api/v1/missions/{mission}/assign", deliveryBodyCap, "mission.write"},
    Route{RouteId::CancelMission, Method::Post, "/api/v1/missions/{mission}/cancel", deliveryBodyCap, "mission.write"},
    Route{RouteId::MissionStep, Method::Post, "/api/v1/missions/{mission}/step", deliveryBodyCap, "mission.write"},
    Route{RouteId::MissionActuals, Method::Post, "/api/v1/missions/{mission}/actuals", deliveryBodyCap,
          "mission.report"},
    Route{RouteId::HandOverMission, Method::Post, "/api/v1/missions/{mission}/hand-over", deliveryBodyCap,
          "mission.write"},
    Route{RouteId::Zones, Method::Get, "/api/v1/zones", 0, "zone.read"},
    Route{RouteId::Zone, Method::Get, "/api/v1/zones/{country}/{identifier}", 0, "zone.read"},
    Route{RouteId::PublishZone, Method::Put, "/api/v1/zones/{country}/{identifier}", networkBodyCap, "zone.write"},
    Route{RouteId::WithdrawZone, Method::Post, "/api/v1/zones/{country}/{identifier}/withdraw", deliveryBodyCap,
          "zone.write"},
    Route{RouteId::ZoneImpact, Method::Post, "/api/v1/zone-impact", networkBodyCap, "zone.read"},
    Route{RouteId::ZoneExport, Method::Get, "/api/v1/zone-export", 0, "zone.read"},
    Route{RouteId::ZoneImports, Method::Get, "/api/v1/zone-imports", 0, "zone.read"},
    Route{RouteId::ImportZones, Method::Post, "/api/v1/zone-imports", zoneFileCap, "zone.write"},
    Route{RouteId::GeoAwareness, Method::Post, "/api/v1/geo-awareness", deliveryBodyCap, "zone.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/drones", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/drones/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/drones/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/drones/{id}/retire", fleetBodyCap, "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/drones/{id}/history", 0, "fleet.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/models", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/models/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/models/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/models/{id}/retire", fleetBodyCap, "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/models/{id}/history", 0, "fleet.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/batteries", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/batteries/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/batteries/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/batteries/{id}/retire", fleetBodyCap, "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/batteries/{id}/history", 0, "fleet.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/payloads", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/payloads/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/payloads/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/payloads/{id}/retire", fleetBodyCap, "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/payloads/{id}/history", 0, "fleet.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/pilots", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/pilots/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/pilots/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/pilots/{id}/retire", fleetBodyCap, "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/pilots/{id}/history", 0, "fleet.read"},
    Route{RouteId::FleetRecords, Method::Get, "/api/v1/fleet/maintenance", 0, "fleet.read"},
    Route{RouteId::FleetRecord, Method::Get, "/api/v1/fleet/maintenance/{id}", 0, "fleet.read"},
    Route{RouteId::SaveFleetRecord, Method::Put, "/api/v1/fleet/maintenance/{id}", fleetBodyCap, "fleet.write"},
    Route{RouteId::RetireFleetRecord, Method::Post, "/api/v1/fleet/maintenance/{id}/retire", fleetBodyCap,
          "fleet.write"},
    Route{RouteId::FleetHistory, Method::Get, "/api/v1/fleet/maintenance/{id}/history", 0, "fleet.read"},
    Route{RouteId::Readiness, Method::Post, "/api/v1/fleet/readiness", fleetBodyCap, "fleet.read"},
    Route{RouteId::FleetOverview, Method::Post, "/api/v1/fleet/overview", fleetBodyCap, "fleet.read"},
    Route{RouteId::FleetRules, Method::Get, "/api/v1/fleet/rules", 0, "fleet.read"},
    Route{RouteId::ChangeFleetRules, Method::Put, "/api/v1/fleet/rules", fleetBodyCap, "fleet.rules"},
    Route{RouteId::FleetRulesHistory, Method::Get, "/api/v1/fleet/rules/history", 0, "fleet.read"},
    Route{RouteId::FleetOverrides, Method::Get, "/api/v1/fleet/overrides", 0, "fleet.read"},
    Route{RouteId::GiveFleetOverride, Method::Post, "/api/v1/fleet/overrides", fleetBodyCap, "fleet.override"},
    Route{RouteId::WithdrawFleetOverride, Method::Post, "/api/v1/fleet/overrides/{override}/withdraw", fleetBodyCap,
          "fleet.override"},
    Route{RouteId::MissionPlan, Method::Post, "/api/v1/missions/{mission}/plan", decisionBodyCap, "plan.submit"},
    Route{RouteId::Plans, Method::Get, "/api/v1/plans", 0, "plan.read"},
    Route{RouteId::CreatePlan, Method::Post, "/api/v1/plans", planBodyCap, "plan.submit"},
    Route{RouteId::Plan, Method::Get, "/api/v1/plans/{plan}", 0, "plan.read"},
    Route{RouteId::ChangePlan, Method::Put, "/api/v1/plans/{plan}", planBodyCap, "plan.submit"},
    Route{RouteId::SubmitPlan, Method::Post, "/api/v1/plans/{plan}/submit", decisionBodyCap, "plan.submit"},
    Route{RouteId::PlanHistory, Method::Get, "/api/v1/plans/{plan}/history", 0, "plan.read"},
    Route{RouteId::ApprovePlan, Method::Post, "/api/v1/plans/{plan}/approve", decisionBodyCap, "plan.approve"},
    Route{RouteId::ReturnPlan, Method::Post, "/api/v1/plans/{plan}/return", decisionBodyCap, "plan.approve"},
    Route{RouteId::RejectPlan, Method::Post, "/api/v1/plans/{plan}/reject", decisionBodyCap, "plan.approve"},
    Route{RouteId::WithdrawPlan, Method::Post, "/api/v1/plans/{plan}/withdraw", decisionBodyCap, "plan.submit"},
    Route{RouteId::RevokePlan, Method::Post, "/api/v1/plans/{plan}/revoke", decisionBodyCap, "plan.approve"},
    Route{RouteId::ActivatePlan, Method::Post, "/api/v1/plans/{plan}/activate", 0, "plan.operate"},
    Route{RouteId::EndPlan, Method::Post, "/api/v1/plans/{plan}/end", decisionBodyCap, "plan.operate"},
    Route{RouteId::CheckPlan, Method::Post, "/api/v1/plan-checks", planBodyCap, "plan.read"},
    Route{RouteId::ProposePlan, Method::Post, "/api/v1/plan-proposals", planBodyCap, "plan.read"},
    Route{RouteId::CheckVolumes, Method::Post, "/api/v1/volume-checks", planBodyCap, "plan.read"},
    Route{RouteId::Intents, Method::Get, "/api/v1/intents", 0, "plan.read"},
    Route{RouteId::ImportPlan, Method::Post, "/api/v1/plan-imports", planFileCap, "plan.submit"},
    Route{RouteId::FieldEntrance, Method::Get, "/field", 0, ""},
    Route{RouteId::FieldPage, Method::Get, "/field/", 0, ""},
    Route{RouteId::FieldFile, Method::Get, "/field/{file}", 0, ""},
    Route{RouteId::Flights, Method::Get, "/api/v1/flights", 0, "plan.read"},
    Route{RouteId::CapacityLimits, Method::Get, "/api/v1/capacity-limits", 0, "zone.read"},
    Route{RouteId::SetCapacityLimit, Method::Put, "/api/v1/capacity-limits/{limit}", planBodyCap, "zone.write"},
    Route{RouteId::RemoveCapacityLimit, Method::Delete, "/api/v1/capacity-limits/{limit}", 0, "zone.write"},
};

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The part before the next '/', which is taken off; the rest is empty after the last part.
std::string_view takeSegment(std::string_view& rest) {
    const auto slash = std::min(rest.find('/'), rest.size());
    const auto segment = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    return segment;
}

// Segments are compared before decoding, so that an encoded slash stays inside its parameter.
std::optional<std::vector<std::string>> matchPattern(std::string_view pattern, std::string_view path) {
    if (std::ranges::count(pattern, '/') != std::ranges::count(path, '/')) return std::nullopt;
    std::vector<std::string> parameters;
    while (!pattern.empty()) {
        const auto wanted = takeSegment(pattern);
        const auto given = takeSegment(path);
        if (!wanted.starts_with('{')) {
            if (wanted != given) return std::nullopt;
            continue;
        }
        auto decoded = percentDecoded(given);
        if (!decoded || decoded->empty()) return std::nullopt;
        parameters.push_back(*std::move(decoded));
    }
    if (!path.empty()) return std::nullopt; // the pattern ends with a slash, the path goes on
    return parameters;
}

bool serves(const Route& route, Method method) {
    return route.method == method || (route.method == Method::Get && method == Method::Head);
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hexValue(text[i + 1]);
        const int low = hexValue(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::span<const Route> routes() {
    return table;
}

Result<MatchedRoute> matchRoute(Method method, std::string_view path) {
    bool pathExists = false;
    for (const Route& route : table) {
        auto parameters = matchPattern(route.pattern, path);
        if (!parameters) continue;
        pathExists = true;
        if (serves(route, method)) return MatchedRoute{&route, *std::move(parameters)};
    }
    if (pathExists) return fail("METHOD_NOT_ALLOWED", "the path exists, but not with this method", std::string(path));
    return fail("NOT_FOUND", "there is nothing at this path", std::string(path));
}

std::string allowedMethods(std::string_view path) {
    std::string allowed;
    for (const Route& route : table) {
        if (!matchPattern(route.pattern, path)) continue;
        allowed += toString(route.method);
        allowed += route.method == Method::Get ? ", HEAD, " : ", ";
    }
    return allowed.empty() ? allowed : allowed + "OPTIONS";
}

Result<std::vector<QueryItem>> parseQuery(std::string_view query) {
    std::vector<QueryItem> items;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto equals = part.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return fail("BAD_QUERY", "a part of the query is not name=value", "query");
        std::string text(part);
        std::ranges::replace(text, '+', ' ');
        auto name = percentDecoded(std::string_view(text).substr(0, equals));
        auto value = percentDecoded(std::string_view(text).substr(equals + 1));
        if (!name || !value) return fail("BAD_QUERY", "a '%' is not followed by two hexadecimal digits", "query");
        if (std::ranges::contains(items, *name, &QueryItem::name)) return fail("BAD_QUERY", "said twice", *name);
        items.push_back({*std::move(name), *std::move(value)});
    }
    return items;
}

} // namespace haneul::http
