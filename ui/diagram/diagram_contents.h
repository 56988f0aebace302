#pragma once

#include "core/schedule/network.h"
#include "server/delivery/delivery_state.h"
#include "ui/diagram/diagram_plans.h"
#include "ui/diagram/diagram_scale.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace haneul::diagram {

enum class LineDetail {
    Coarse,   // arrival and departure at each node
    Detailed, // the row is kept from the start of landing to the end of take-off (DOMAIN 2.5)
};

enum class Extent {
    Network, // all missions; a row for each physical node
    Chosen,  // several missions; the same rows
    One,     // one mission; a row for each visit: v_0 .. v_{m+1}
};

enum class BaseRows {
    Once,
    Twice, // the network's base at the bottom too: a mission leaves and comes back on the nearer one
};

struct DiagramOptions {
    std::string network;
    Extent extent = Extent::Network;
    std::set<std::string, std::less<>> missions; // of Chosen and One (the first)
    LineDetail detail = LineDetail::Detailed;
    BaseRows bases = BaseRows::Once;
    std::vector<std::string> order; // rows; what it does not name stands where rowOrder has it

    bool operator==(const DiagramOptions&) const = default;
};

struct DiagramRow {
    std::string node;
    std::string name; // for people; may be empty
    bool base = false;
    int capacity = 1;
    std::optional<std::size_t> visit; // with Extent::One
    std::size_t planRow = 0;          // 1, 2, ...: no node, but a row of flight plans without a network

    bool operator==(const DiagramRow&) const = default;
};

// A corner of a line: milliseconds since the epoch, and a row (a fraction between two rows).
struct Corner {
    std::int64_t time_ms = 0;
    double row = 0;

    bool operator==(const Corner&) const = default;
};

struct MissionLine {
    delivery::MissionPtr mission;
    std::vector<double> rows; // of v_0 .. v_{m+1}
    std::vector<Corner> planned;
    std::vector<Corner> flown;    // up to the latest actual time; empty: nothing has been reported
    std::vector<Corner> expected; // from there; empty: as planned, or all has been flown
    std::int64_t begin_ms = 0;    // of all of them
    std::int64_t end_ms = 0;

    [[nodiscard]] bool underWay() const { return !flown.empty(); }
};

// A node's column is held.
struct ColumnBar {
    std::size_t row = 0;
    std::size_t line = 0; // of DiagramContents::lines
    int place = 0;        // of `places`, from 0
    int places = 1;       // the node's capacity
    bool over = false;    // more drones than places: it is drawn over the last one
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;

    bool operator==(const ColumnBar&) const = default;
};

// A link is held, from row to row; until `headway_ms` later nobody may follow.
struct LinkBand {
    std::size_t line = 0;
    double fromRow = 0;
    double toRow = 0;
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;
    std::int64_t headway_ms = 0;
    bool single = true;

    bool operator==(const LinkBand&) const = default;
};

// Where a mission passes the crossing of its link with another.
struct CrossingMark {
    std::size_t line = 0;
    Corner at;
    std::string link;  // "a>b" as it is flown
    std::string other; // "c-d"

    bool operator==(const CrossingMark&) const = default;
};

struct ConflictMark {
    std::size_t line = 0;
    Corner at;
    delivery::MissionConflict conflict;

    bool operator==(const ConflictMark&) const = default;
};

// A drone-diagram as numbers: what is drawn, without a scale, a theme or a widget. Cancelled missions are not in it.
struct DiagramContents {
    DiagramOptions options;
    std::string networkName;
    std::uint64_t revision = 0; // of the network
    std::vector<DiagramRow> rows;
    std::vector<MissionLine> lines; // by begin
    std::vector<ColumnBar> bars;    // by row, then begin
    std::vector<LinkBand> bands;
    std::vector<CrossingMark> crossings;
    std::vector<ConflictMark> conflicts;
    std::vector<PlanBar> plans; // those at missions, then those with rows of their own
    std::vector<PlanConflict> planConflicts;
    bool crossingsKnown = false;   // false: the network cannot be timed, crossings are not judged
    std::optional<TimeRange> span; // of all lines and plans; none: there are none

    [[nodiscard]] const MissionLine* line(std::string_view mission) const; // null: none
};

using DiagramContentsPtr = std::shared_ptr<const DiagramContents>;

// `timed`: the network as the scheduler has it; null: it cannot be timed.
[[nodiscard]] DiagramContents contentsOf(const delivery::DeliveryState& state, const DiagramOptions& options,
                                         const schedule::Network<std::int64_t>* timed);

// On the line at that instant; before its beginning and after its end the nearest corner. `corners` is not empty.
[[nodiscard]] double rowAt(std::span<const Corner> corners, std::int64_t time_ms);

// The missions that a diagram of the network can show, by start.
[[nodiscard]] std::vector<delivery::MissionPtr> standingMissions(const delivery::DeliveryState& state,
                                                                 std::string_view network);

} // namespace haneul::diagram
