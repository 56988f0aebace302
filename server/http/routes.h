#pragma once

#include "core/base/error.h"
#include "server/http/head_gate.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

enum class RouteId {
    Health,
    Metrics,
    OpenApi,
    Tracks,
    Track,
    Feeds,
    Notices,
    SendNotice,
    MyNotices,
    AcknowledgeNotice,
    NoticePreferences,
    SetNoticePreferences,
    Outbox,
    OutboxDelivery,
    SendNoticeAgain,
    NoticeChannels,
    SetNoticeChannel,
    Documents,
    PutNewDocument,
    Document,
    PutDocument,
    DocumentRevisions,
    WithdrawDocument,
    CityDatasets,
    ImportCityDataset,
    CityDataset,
    RetireCityDataset,
    AddSyntheticCity,
    CityFeatures,
    CityPlace,
    Replay,
    Stream,
    Tile,
    SetUp,
    LogIn,
    Me,
    OwnPassword,
    Sessions,
    EndSession,
    Users,
    AddUser,
    ChangeRole,
    SetPassword,
    DisableUser,
    EnableUser,
    Tokens,
    IssueToken,
    RevokeToken,
    EndSessionsOf,
    EndOwnSessions,
    Organisations,
    Organisation,
    SaveOrganisation,
    OrganisationHistory,
    UserOrganisation,
    ApprovalPolicy,
    SetApprovalPolicy,
    SecurityAlarms,
    AcknowledgeSecurity,
    Log,
    LogHead,
    Requests,
    Services,
    OfferInstance,
    WithdrawInstance,
    MapLayers,
    MapPlaces,
    Study,
    GroundLibrary,
    GroundMap,
    GroundCell,
    GroundPath,
    PlanPaths,
    CheckPath,
    SavedStudies,
    SaveNewStudy,
    SavedStudy,
    SaveStudy,
    RetireStudy,
    TrafficEstimate,
    LocalPlanner,
    Networks,
    Network,
    SaveNetwork,
    RemoveNetwork,
    VerifyLink,
    WithdrawLink,
    Slots,
    Occupancy,
    Conflicts,
    Dispatch,
    Orders,
    PlaceOrder,
    CancelOrder,
    Missions,
    BookMission,
    MoveMissions,
    Mission,
    RetimeMission,
    AssignDrone,
    CancelMission,
    MissionStep,
    MissionActuals,
    HandOverMission,
    Zones,
    Zone,
    PublishZone,
    WithdrawZone,
    ZoneImpact,
    ZoneExport,
    ZoneImports,
    ImportZones,
    GeoAwareness,
    FleetRecords,
    FleetRecord,
    SaveFleetRecord,
    RetireFleetRecord,
    FleetHistory,
    Readiness,
    FleetOverview,
    FleetRules,
    ChangeFleetRules,
    FleetRulesHistory,
    FleetOverrides,
    GiveFleetOverride,
    WithdrawFleetOverride,
    MissionPlan,
    Plans,
    CreatePlan,
    Plan,
    ChangePlan,
    SubmitPlan,
    PlanHistory,
    ApprovePlan,
    ReturnPlan,
    RejectPlan,
    WithdrawPlan,
    RevokePlan,
    ActivatePlan,
    EndPlan,
    CheckPlan,
    ProposePlan,
    CheckVolumes,
    Intents,
    Flights,
    CapacityLimits,
    SetCapacityLimit,
    RemoveCapacityLimit,
    ImportPlan,
    FieldEntrance,
    FieldPage,
    FieldFile
};

// One line of the table that the server serves and resources/openapi.json describes (HEAD and OPTIONS go without
// saying).
struct Route {
    RouteId id;
    Method method;
    std::string_view pattern;    // as in OpenAPI: "/api/v1/tracks/{id}"
    std::size_t bodyCap;         // bytes of a request body; more is refused before it is read
    std::string_view scope;      // what a caller must hold (people/scopes.h); empty: anybody may
    bool openToLoopback = false; // needs no token from this machine
};

[[nodiscard]] std::span<const Route> routes();

struct MatchedRoute {
    const Route* route = nullptr;
    std::vector<std::string> parameters; // percent-decoded, in the order of the pattern
};

// Codes: NOT_FOUND, METHOD_NOT_ALLOWED. HEAD is served where GET is.
[[nodiscard]] Result<MatchedRoute> matchRoute(Method method, std::string_view path);

// For the Allow field: "GET, HEAD, OPTIONS"; empty for a path that does not exist.
[[nodiscard]] std::string allowedMethods(std::string_view path);

struct QueryItem {
    std::string name;
    std::string value;

    bool operator==(const QueryItem&) const = default;
};

// "a=1&b=x%20y" decoded ('+' is a blank). Code BAD_QUERY: wrong percent-encoding, a name twice, a part without '='.
[[nodiscard]] Result<std::vector<QueryItem>> parseQuery(std::string_view query);

// nullopt when a '%' is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text);

} // namespace haneul::http
