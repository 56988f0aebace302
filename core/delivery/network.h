#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/position.h"
#include "core/route/segment.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A delivery network as a planner draws it (Yu et al., 3.1-3.2): base points, delivery points and pre-verified links
// between them, with places and heights. Everything timed is derived from it (link_flight.h, mission.h).
// Durations are whole milliseconds, heights are above mean sea level (HASL).
namespace haneul::delivery {

using DurationMs = std::int64_t;

enum class NodeKind {
    Base,     // drones start and end here; load and unload
    Delivery, // served on the way
};

struct Node {
    std::string id;   // "BP-01": 1 to 32 of A-Z a-z 0-9 - _ .
    std::string name; // for people; may be empty
    NodeKind kind = NodeKind::Delivery;
    geo::LatLon place;
    std::optional<double> ground_m; // unknown ground: the network cannot be timed (GROUND_UNKNOWN), never "sea level"
    double top_m = 60;              // top of the column: where take-off ends and landing begins
    int capacity = 1;               // take-off and landing places
    std::optional<DurationMs> buffer_ms;  // none: the network's
    DurationMs load_ms = 120'000;         // of a base, before the first sortie
    DurationMs unload_ms = 60'000;        // of a base, after the last
    DurationMs serve_ms = 60'000;         // hand-over on the ground of a delivery point
    DurationMs drop_ms = 20'000;          // hand-over from the air, without landing
    std::optional<DurationMs> takeOff_ms; // measured, from the ground to the top; none: computed from the heights
    std::optional<DurationMs> landing_ms; // measured, from the top to the ground; none: computed

    bool operator==(const Node&) const = default;
};

enum class TrackKind { Single, Double };
enum class LinkShape {
    Straight, // from waypoint to waypoint
    Curve,    // along a smooth curve through the waypoints (route/curve.h)
};
enum class Corner {
    Stop,       // comes to rest at every waypoint (the paper's rule)
    FlyThrough, // no stop between the tops
};

// A link is used only after a test flight has shown it flyable (3.2).
struct Verification {
    std::string by; // who vouches for it
    UtcMs at{};
    std::string note; // number of the test flight, or whatever proves it

    bool operator==(const Verification&) const = default;
};

struct Link {
    std::string a; // ids of nodes; the way from a to b
    std::string b;
    std::vector<route::Waypoint> via; // between the tops of the two columns, which are not repeated here
    LinkShape shape = LinkShape::Straight;
    Corner corner = Corner::Stop;
    TrackKind track = TrackKind::Single;
    std::optional<double> speed_mps;          // slower than the drone's own; none: the drone's
    std::optional<DurationMs> flight_ms;      // a measured flight time; none: computed from the geometry
    std::optional<Verification> verification; // none: cannot be used. Changing the way takes it away

    bool operator==(const Link&) const = default;
};

// What flies. Speeds after Yu et al., 5.2.
struct DroneType {
    std::string id = "multirotor";
    double takeOff_mps = 4.0;
    double flight_mps = 8.0;
    double landing_mps = 2.5;
    double acceleration_mps2 = 2.0;
    double deceleration_mps2 = 2.0;
    double turnRate_dps = 45.0;
    DurationMs endurance_ms = 40 * 60'000; // of one charge: from take-off at the base to landing there
    double range_m = 10'000;               // flown distance of a mission
    double maxPayload_kg = 5.0;

    bool operator==(const DroneType&) const = default;
};

// How many there are (R-SLT-10); none: as many as are needed.
struct Fleet {
    std::size_t size = 1;
    DurationMs turnaround_ms = 0; // after a mission, before the drone's next

    bool operator==(const Fleet&) const = default;
};

// A base that moves (a truck): where it stands, and when. A mission begins at the node where the base stands then, and
// ends at the node where it stands at the end (Yu et al., 6; R-RTE-23).
struct BaseStay {
    std::string node; // a node of kind Base
    UtcMs from{};
    UtcMs to{};

    bool operator==(const BaseStay&) const = default;
};

struct MovingBase {
    std::string id;              // "TRUCK-1"
    std::vector<BaseStay> stays; // in order, not overlapping

    bool operator==(const MovingBase&) const = default;
};

// Two links that cross although the geometry does not show it, or with a separation of their own. Those that the
// geometry shows are found (crossings.h).
struct DeclaredCrossing {
    std::string firstA, firstB, secondA, secondB;
    double firstFraction = 0; // of the way from a to b
    double secondFraction = 0;
    DurationMs separation_ms = 0;

    bool operator==(const DeclaredCrossing&) const = default;
};

struct Network {
    std::string id;   // made like a node's
    std::string name; // for people
    std::string base; // the base of missions that name none
    std::vector<Node> nodes;
    std::vector<Link> links;
    std::vector<DroneType> droneTypes{DroneType{}}; // the first is used when a mission names none
    DurationMs headway_ms = 60'000;
    DurationMs nodeBuffer_ms = 0;
    DurationMs oppositeBuffer_ms = 0;
    DurationMs hoverTop_ms = 3'000;            // at the top after take-off
    DurationMs hoverLanding_ms = 5'000;        // at the top before landing
    DurationMs crossingSeparation_ms = 15'000; // of crossings found
    double crossingHeight_m = 15;              // links farther apart in height do not cross
    std::optional<Fleet> fleet;
    std::vector<MovingBase> movingBases;
    std::vector<DeclaredCrossing> crossings;
    DurationMs preparation_ms = 0; // from the order to the earliest start
    DurationMs batchWindow_ms = 0; // 0: every order flies alone
    std::size_t batchStops = 1;    // most different stops of one mission

    [[nodiscard]] const Node* node(std::string_view wanted) const;                    // null: none
    [[nodiscard]] const Link* link(std::string_view from, std::string_view to) const; // either way; null: none
    [[nodiscard]] const DroneType* droneType(std::string_view wanted) const;          // empty: the first; null: none

    bool operator==(const Network&) const = default;
};

// What is wrong with a network, or keeps a part of it from being used.
struct Finding {
    enum class Severity {
        Error,     // it cannot be saved
        NotJudged, // something is unknown; what depends on it cannot be used
        Hint,      // it can be used, but look
    };
    Severity severity = Severity::Error;
    std::string code;    // "SAME_ID", "GROUND_UNKNOWN", "LINK_NOT_VERIFIED", ...
    std::string message; // English, complete
    std::string where;   // "nodes.DP-02", "links.BP-01>DP-02"

    bool operator==(const Finding&) const = default;
};

// All findings, the most severe first; empty: fit for use. Codes of errors: BAD_ID, BAD_NAME (longer than 200 bytes, or
// a verification by nobody), SAME_ID, BAD_PLACE, BAD_NUMBER, TOP_BELOW_GROUND, NO_BASE, UNKNOWN_NODE, SAME_ENDS (also:
// both ends at one place), SAME_LINK, UNKNOWN_LINK (of a declared crossing), BAD_STAYS. Not judged: GROUND_UNKNOWN,
// LINK_NOT_VERIFIED. Hints: NODE_WITHOUT_LINK, NOT_REACHABLE, LINK_TOO_LOW (a waypoint below a known ground of an end),
// NEAR_NODE (two nodes nearer than 20 m).
[[nodiscard]] std::vector<Finding> check(const Network& network);

// Flown alike: the same ends in the same order, with their places and tops, the same waypoints, shape, and stops or
// none. What is not the same way any more has to be verified anew. False also when an end is unknown.
[[nodiscard]] bool sameWay(const Network& before, const Link& old, const Network& after, const Link& now);

// The one JSON form of a network, in events, over REST and in drafts; units in the names, times RFC 3339, reading is
// strict. Codes: those of json::Object, and check()'s first error.
[[nodiscard]] std::string toJson(const Network& network);
[[nodiscard]] Result<Network> networkFromJson(std::string_view text);
// One that is still being drawn: the same form, whatever check() says of it.
[[nodiscard]] Result<Network> networkDraftFromJson(std::string_view text);

} // namespace haneul::delivery
