#include "core/formats/mission_file.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <string_view>
#include <utility>

namespace haneul::formats {

namespace {

// MAV_CMD (mavlink common.xml).
enum Command : int {
    NavWaypoint = 16,
    NavLoiterUnlimited = 17,
    NavLoiterTime = 19,
    NavReturnToLaunch = 20,
    NavLand = 21,
    NavTakeOff = 22,
    NavSplineWaypoint = 82,
    NavVtolTakeOff = 84,
    NavVtolLand = 85,
    NavDelay = 93,
    NavLast = 95, // below it: commands that move the vehicle
    DoJump = 177,
    DoChangeSpeed = 178,
    DoGripper = 211,
    FenceFirst = 5000,
    RallyLast = 5199,
};

// MAV_FRAME; the INT frames hold the same degrees in a file.
enum Frame : int {
    Global = 0,
    Mission = 2,
    GlobalRelative = 3,
    GlobalInt = 5,
    GlobalRelativeInt = 6,
    GlobalTerrain = 10,
    GlobalTerrainInt = 11,
};

constexpr double longestHold_s = 7 * 86'400;
constexpr double fastest_mps = 500;
constexpr double lowest_m = -1'000, highest_m = 100'000;
constexpr double gripperRelease = 0;
constexpr double speedOverGround = 1;

double valueOr(const std::optional<double>& value, double otherwise) {
    return value.value_or(otherwise);
}

bool goodHeight(double height_m) {
    return height_m >= lowest_m && height_m <= highest_m;
}

class PathReader {
public:
    PathReader(const WhereOfParameter& whereOf, MissionFile& file)
        : m_whereOf(whereOf)
        , m_file(file) {}

    Result<void> read(const MissionCommand& item);
    void finish();

private:
    Result<void> readPathItem(const MissionCommand& item, PathKind kind);
    Result<void> readDelay(const MissionCommand& item);
    Result<void> readSpeed(const MissionCommand& item);
    void readGripper(const MissionCommand& item);
    Result<std::int64_t> hold_ms(const MissionCommand& item) const;
    Result<void> readPlace(const MissionCommand& item, PathItem& into);
    Result<void> readHeight(const MissionCommand& item, PathItem& into);

    void note(const char* code, std::string message, const MissionCommand& item) {
        m_file.notes.push_back({code, std::move(message), item.where});
    }

    void ignore(const MissionCommand& item) {
        auto& [count, where] = m_ignored[item.command];
        if (count++ == 0) where = item.where;
    }

    struct Ignored {
        std::size_t count = 0;
        std::string where;
    };

    const WhereOfParameter& m_whereOf;
    MissionFile& m_file;
    std::optional<double> m_speed_mps;
    std::string m_speedWhere;
    std::map<int, Ignored> m_ignored;
};

Result<void> PathReader::read(const MissionCommand& item) {
    switch (item.command) {
    case NavTakeOff:
    case NavVtolTakeOff:
        return readPathItem(item, PathKind::TakeOff);
    case NavWaypoint:
        return readPathItem(item, PathKind::Waypoint);
    case NavSplineWaypoint:
        return readPathItem(item, PathKind::SplineWaypoint);
    case NavLoiterTime:
        return readPathItem(item, PathKind::Loiter);
    case NavLand:
    case NavVtolLand:
        return readPathItem(item, PathKind::Land);
    case NavReturnToLaunch:
        return readPathItem(item, PathKind::ReturnHome);
    case NavDelay:
        return readDelay(item);
    case DoChangeSpeed:
        return readSpeed(item);
    case DoGripper:
        readGripper(item);
        return {};
    case DoJump:
        note("NOT_READ", "the mission jumps here (MAV_CMD 177); repetitions are not followed", item);
        return {};
    default:
        break;
    }
    if (item.command >= FenceFirst && item.command <= RallyLast)
        return fail("NOT_A_MISSION",
                    std::format("a fence or rally point (MAV_CMD {}); a mission is wanted", item.command), item.where);
    if (item.command < NavLast)
        note("NOT_READ", std::format("a movement that is not read (MAV_CMD {})", item.command), item);
    else
        ignore(item);
    return {};
}

Result<void> PathReader::readPathItem(const MissionCommand& item, PathKind kind) {
    PathItem path;
    path.kind = kind;
    path.command = item.command;
    path.where = item.where;
    path.speed_mps = std::exchange(m_speed_mps, std::nullopt);
    if (kind == PathKind::ReturnHome) {
        note("RETURN_HEIGHT_NOT_JUDGED", "the height of the return home is set in the drone, not in the file", item);
        m_file.items.push_back(std::move(path));
        return {};
    }
    if (auto read = readPlace(item, path); !read) return read;
    if (auto read = readHeight(item, path); !read) return read;
    if (kind == PathKind::SplineWaypoint)
        note("CURVE", "the way to this item is a curve of the autopilot's; it is read as a straight line", item);
    if (kind == PathKind::Waypoint || kind == PathKind::SplineWaypoint || kind == PathKind::Loiter) {
        const auto held = hold_ms(item);
        if (!held) return std::unexpected(held.error());
        path.hold_ms = *held;
    }
    m_file.items.push_back(std::move(path));
    return {};
}

Result<void> PathReader::readPlace(const MissionCommand& item, PathItem& into) {
    constexpr std::array known{Global, GlobalRelative, GlobalInt, GlobalRelativeInt, GlobalTerrain, GlobalTerrainInt};
    if (std::ranges::find(known, item.frame) == known.end())
        return fail(
            "UNKNOWN_FRAME",
            std::format("MAV_FRAME {} does not say a place in degrees; frames 0, 3, 5, 6, 10 and 11 do", item.frame),
            item.where);
    if (item.params[4].has_value() != item.params[5].has_value())
        return fail("BAD_PLACE", "latitude and longitude must come together", m_whereOf(item, item.params[4] ? 5 : 4));
    if (!item.params[4]) return {};
    const geo::LatLon place{*item.params[4], *item.params[5]};
    if (place == geo::LatLon{}) return {}; // autopilots take 0, 0 as "where I am"
    if (!(std::abs(place.latitude_deg) <= 90))
        return fail("BAD_PLACE", std::format("latitude {} is not within -90 to 90", place.latitude_deg),
                    m_whereOf(item, 4));
    if (!place.valid())
        return fail("BAD_PLACE", std::format("longitude {} is not within -180 to 180", place.longitude_deg),
                    m_whereOf(item, 5));
    into.place = place;
    return {};
}

Result<void> PathReader::readHeight(const MissionCommand& item, PathItem& into) {
    if (item.params[6]) {
        if (!goodHeight(*item.params[6]))
            return fail("BAD_NUMBER", std::format("height {} m is not within -1000 to 100000", *item.params[6]),
                        m_whereOf(item, 6));
        into.height_m = *item.params[6];
    }
    const bool terrain = item.frame == GlobalTerrain || item.frame == GlobalTerrainInt;
    if (terrain || item.heightNotJudged || !item.params[6]) {
        note("HEIGHT_NOT_JUDGED",
             !item.params[6] ? "no height is said"
             : terrain       ? "the height is above terrain as the drone knows it"
                             : "the kind of height that the file names does not fit its frame",
             item);
        return {};
    }
    into.heightReference =
        item.frame == Global || item.frame == GlobalInt ? HeightReference::Amsl : HeightReference::AboveHome;
    return {};
}

Result<std::int64_t> PathReader::hold_ms(const MissionCommand& item) const {
    const double hold_s = valueOr(item.params[0], 0);
    if (!(hold_s >= 0 && hold_s <= longestHold_s))
        return fail("BAD_NUMBER", std::format("a stay of {} s; 0 to {} is possible", hold_s, longestHold_s),
                    m_whereOf(item, 0));
    return std::llround(hold_s * 1000);
}

Result<void> PathReader::readDelay(const MissionCommand& item) {
    if (valueOr(item.params[0], -1) < 0) {
        note("NOT_READ", "a delay until a time of day (MAV_CMD 93)", item);
        return {};
    }
    const auto held = hold_ms(item);
    if (!held) return std::unexpected(held.error());
    if (m_file.items.empty())
        ignore(item); // waits before the start
    else
        m_file.items.back().hold_ms += *held;
    return {};
}

Result<void> PathReader::readSpeed(const MissionCommand& item) {
    const double speed_mps = valueOr(item.params[1], -1);
    if (valueOr(item.params[0], 0) > speedOverGround) { // of climb or descent
        ignore(item);
        return {};
    }
    if (speed_mps == -1) return {}; // unchanged
    if (speed_mps == -2 || item.params[0] != speedOverGround) {
        note("SPEED_NOT_JUDGED",
             speed_mps == -2 ? "back to the speed that is set in the drone"
                             : "a speed through the air, not over ground",
             item);
        m_speed_mps.reset();
        return {};
    }
    if (!(speed_mps > 0 && speed_mps <= fastest_mps))
        return fail("BAD_NUMBER",
                    std::format("a speed of {} m/s; more than 0 to {} is possible", speed_mps, fastest_mps),
                    m_whereOf(item, 1));
    m_speed_mps = speed_mps;
    m_speedWhere = item.where;
    return {};
}

void PathReader::readGripper(const MissionCommand& item) {
    const bool airborne = !m_file.items.empty() && m_file.items.back().kind != PathKind::TakeOff &&
                          m_file.items.back().kind != PathKind::Land &&
                          m_file.items.back().kind != PathKind::ReturnHome;
    if (airborne && valueOr(item.params[1], -1) == gripperRelease)
        m_file.items.back().releases = true;
    else
        ignore(item);
}

void PathReader::finish() {
    for (const auto& [command, ignored] : m_ignored)
        m_file.notes.push_back(
            {"IGNORED",
             std::format("MAV_CMD {} does not move the drone and is not read ({} times)", command, ignored.count),
             ignored.where});
    if (m_speed_mps) m_file.notes.push_back({"IGNORED", "a change of speed with no movement behind it", m_speedWhere});
}

// Fills in what an item leaves open, from home and from the item before.
class PathResolver {
public:
    explicit PathResolver(const MissionFile& file)
        : m_file(file) {
        if (file.home) {
            m_mission.home = *file.home;
            m_place = file.home->place;
            m_height_m = file.home->height_m;
        }
    }

    Result<void> add(const PathItem& item);

    [[nodiscard]] MissionItems take() { return std::move(m_mission); }

private:
    Result<double> height_m(const PathItem& item) const;
    Result<void> addReturn(const PathItem& item);

    const MissionFile& m_file;
    MissionItems m_mission;
    std::optional<geo::LatLon> m_place;
    double m_height_m = 0;
};

Result<double> PathResolver::height_m(const PathItem& item) const {
    switch (item.heightReference) {
    case HeightReference::Amsl:
        return item.height_m;
    case HeightReference::AboveHome:
        if (!m_file.home)
            return fail("HOME_UNKNOWN", "the height is above home, and the file does not say where home is",
                        item.where);
        return item.height_m + m_file.home->height_m;
    case HeightReference::NotJudged:
        break;
    }
    return fail("HEIGHT_NOT_JUDGED", "the height is not above sea level or above home", item.where);
}

Result<void> PathResolver::addReturn(const PathItem& item) {
    if (!m_file.home) return fail("HOME_UNKNOWN", "the file does not say where home is", item.where);
    m_mission.items.push_back({MissionItemKind::Waypoint, m_file.home->place, m_height_m, 0, item.speed_mps});
    m_mission.items.push_back({MissionItemKind::Land, m_file.home->place, m_file.home->height_m, item.hold_ms, {}});
    m_place = m_file.home->place;
    m_height_m = m_file.home->height_m;
    return {};
}

Result<void> PathResolver::add(const PathItem& item) {
    if (item.kind == PathKind::ReturnHome) return addReturn(item);
    const auto place = item.place ? item.place : m_place;
    if (!place) return fail("PLACE_UNKNOWN", "the place is where the drone is then, which is not said", item.where);
    const auto height = height_m(item);
    if (!height) return std::unexpected(height.error());
    const MissionItemKind kind = item.kind == PathKind::TakeOff ? MissionItemKind::TakeOff
                                 : item.kind == PathKind::Land  ? MissionItemKind::Land
                                 : item.releases                ? MissionItemKind::Drop
                                                                : MissionItemKind::Waypoint;
    m_mission.items.push_back({kind, *place, *height, item.hold_ms, item.speed_mps});
    m_place = place;
    m_height_m = *height;
    return {};
}

MissionCommand navigation(Command command, const MissionItem& item, double hold_s) {
    MissionCommand made;
    made.command = command;
    made.frame = Global;
    made.params = {hold_s, 0, 0, std::nullopt, item.place.latitude_deg, item.place.longitude_deg, item.height_m};
    return made;
}

MissionCommand other(Command command, double first, double second, double third) {
    return {command, Mission, {first, second, third, 0, 0, 0, 0}, false, {}};
}

void append(const MissionItem& item, std::vector<MissionCommand>& commands) {
    const double hold_s = static_cast<double>(item.hold_ms) / 1000;
    if (item.speed_mps) commands.push_back(other(DoChangeSpeed, speedOverGround, *item.speed_mps, -1));
    switch (item.kind) {
    case MissionItemKind::Waypoint:
        commands.push_back(navigation(NavWaypoint, item, hold_s));
        return;
    case MissionItemKind::TakeOff:
        commands.push_back(navigation(NavTakeOff, item, 0));
        break;
    case MissionItemKind::Land:
        commands.push_back(navigation(NavLand, item, 0));
        break;
    case MissionItemKind::Drop:
        commands.push_back(navigation(NavWaypoint, item, 0));
        commands.push_back(other(DoGripper, 1, gripperRelease, 0));
        break;
    }
    if (item.hold_ms > 0) commands.push_back(other(NavDelay, hold_s, -1, -1));
}

} // namespace

bool MissionFile::has(std::string_view noteCode) const {
    return std::ranges::any_of(notes, [&](const FileNote& note) { return note.code == noteCode; });
}

Result<void> readCommands(std::span<const MissionCommand> commands, const WhereOfParameter& whereOf,
                          MissionFile& into) {
    PathReader reader(whereOf, into);
    for (const MissionCommand& item : commands)
        if (auto read = reader.read(item); !read) return read;
    reader.finish();
    return {};
}

Result<MissionItems> missionItems(const MissionFile& file) {
    if (file.items.empty()) return fail("MISSION_EMPTY", "the file holds no way to fly");
    for (const FileNote& note : file.notes)
        if (note.code == "NOT_READ")
            return fail("PATH_INCOMPLETE", std::format("a part of the way is missing: {}", note.message), note.where);
    PathResolver resolver(file);
    for (const PathItem& item : file.items)
        if (auto added = resolver.add(item); !added) return std::unexpected(added.error());
    return resolver.take();
}

std::vector<MissionCommand> commandsOf(const MissionItems& mission) {
    std::vector<MissionCommand> commands;
    for (const MissionItem& item : mission.items)
        append(item, commands);
    return commands;
}

Result<void> checkMissionItems(const MissionItems& mission) {
    if (mission.items.empty()) return fail("MISSION_EMPTY", "a mission without a way to fly", "items");
    if (!mission.home.place.valid()) return fail("BAD_PLACE", "not a place on Earth", "home.place");
    if (!goodHeight(mission.home.height_m))
        return fail("BAD_NUMBER", "a height must be within -1000 to 100000 m", "home.height_m");
    for (std::size_t i = 0; i < mission.items.size(); ++i) {
        const MissionItem& item = mission.items[i];
        const auto where = [&](std::string_view field) { return std::format("items[{}].{}", i, field); };
        if (!item.place.valid()) return fail("BAD_PLACE", "not a place on Earth", where("place"));
        if (item.place == geo::LatLon{})
            return fail("BAD_PLACE", "autopilots take 0, 0 as the place where they are", where("place"));
        if (!goodHeight(item.height_m))
            return fail("BAD_NUMBER", "a height must be within -1000 to 100000 m", where("height_m"));
        if (item.hold_ms < 0 || static_cast<double>(item.hold_ms) > longestHold_s * 1000)
            return fail("BAD_NUMBER", "a stay must be within 0 to 7 days", where("hold_ms"));
        if (item.speed_mps && !(*item.speed_mps > 0 && *item.speed_mps <= fastest_mps))
            return fail("BAD_NUMBER", "a speed must be more than 0 and at most 500 m/s", where("speed_mps"));
    }
    return {};
}

} // namespace haneul::formats
