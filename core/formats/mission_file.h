#pragma once

#include "core/base/error.h"
#include "core/formats/mission_items.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What a mission file of a ground station says, whichever format it has: both kinds of file are lists of MAVLink
// mission items (mavlink.io/en/services/mission.html), and this is the one place that knows what those mean.
namespace haneul::formats {

enum class PathKind {
    TakeOff,
    Waypoint,
    SplineWaypoint, // the way to it is a curve that the autopilot makes
    Loiter,         // waits there for hold_ms
    Land,
    ReturnHome, // to where the drone started, at a height that is set in the drone and not in the file
};

enum class HeightReference {
    Amsl,      // mean sea level
    AboveHome, // the ground at home
    NotJudged, // above terrain that only the ground station or the drone knows, or not said
};

struct PathItem {
    PathKind kind = PathKind::Waypoint;
    int command = 0;                  // MAV_CMD
    std::optional<geo::LatLon> place; // none: where the drone is then (take-off, landing), or home (ReturnHome)
    double height_m = 0;
    HeightReference heightReference = HeightReference::NotJudged;
    std::int64_t hold_ms = 0;
    std::optional<double> speed_mps; // over the ground, on the way to this item and from then on; none: as before
    bool releases = false;           // a gripper opens here
    std::string where;               // in the file: "mission.items[3]", "line 5"

    bool operator==(const PathItem&) const = default;
};

// Something the file says that is not in the path. Codes: IGNORED (a command that does not move the drone), NOT_READ (a
// part of the path is missing here), HEIGHT_NOT_JUDGED, SPEED_NOT_JUDGED, RETURN_HEIGHT_NOT_JUDGED, CURVE (read as a
// straight line), HOME_UNKNOWN, HOME_LINE, FENCE and RALLY (there, and not read).
struct FileNote {
    std::string code;
    std::string message; // English, complete
    std::string where;

    bool operator==(const FileNote&) const = default;
};

struct MissionFile {
    std::optional<MissionHome> home;
    std::vector<PathItem> items;
    std::vector<FileNote> notes;

    bool operator==(const MissionFile&) const = default;
    [[nodiscard]] bool has(std::string_view noteCode) const;
};

// The same with every place and height known, above mean sea level: a waypoint curve becomes a waypoint, a return home
// flies home at the height of the item before and lands. Codes, `where` names the item: MISSION_EMPTY, PATH_INCOMPLETE
// (a note NOT_READ), HOME_UNKNOWN, HEIGHT_NOT_JUDGED, PLACE_UNKNOWN.
[[nodiscard]] Result<MissionItems> missionItems(const MissionFile& file);

// One MAVLink mission item as it stands in a file; a parameter that is absent, null or NaN is none.
struct MissionCommand {
    int command = 0; // MAV_CMD
    int frame = 0;   // MAV_FRAME
    std::array<std::optional<double>, 7> params{};
    bool heightNotJudged = false; // the file itself says that the height is from somewhere else than the frame says
    std::string where;

    bool operator==(const MissionCommand&) const = default;
};

// How an error names one parameter, counted from 0.
using WhereOfParameter = std::function<std::string(const MissionCommand&, std::size_t)>;

// Adds the path and the notes that these commands make. Codes: BAD_PLACE, BAD_NUMBER (a hold, speed or height out of
// range), UNKNOWN_FRAME (a place that is not in degrees), NOT_A_MISSION (fence or rally points).
[[nodiscard]] Result<void> readCommands(std::span<const MissionCommand> commands, const WhereOfParameter& whereOf,
                                        MissionFile& into);

// Heights in the frame of mean sea level. Holds of take-offs, landings and drops are delays behind the item; a drop
// opens gripper 1. `where` is empty.
[[nodiscard]] std::vector<MissionCommand> commandsOf(const MissionItems& mission);

// What every writer asks first. Codes: BAD_PLACE, BAD_NUMBER, MISSION_EMPTY; `where` is "items[3].place", "home.place".
[[nodiscard]] Result<void> checkMissionItems(const MissionItems& mission);

inline constexpr std::size_t maxMissionFileBytes = 16u << 20;
inline constexpr std::size_t maxMissionCommands = 20'000;

} // namespace haneul::formats
