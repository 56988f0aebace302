#include "core/formats/qgc_plan.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <format>

namespace haneul::formats {

namespace {

// QGroundControl's AltitudeMode.
enum AltitudeMode : int { Relative = 1, Absolute = 2, CalculatedAboveTerrain = 3, TerrainFrame = 4 };

std::string pathOfParameter(const MissionCommand& item, std::size_t index) {
    return std::format("{}.params[{}]", item.where, index);
}

Result<void> wantVersion(json::Object& object, std::int64_t lowest, std::int64_t highest, std::string_view where) {
    const auto version = object.integer("version");
    if (!version) return std::unexpected(version.error());
    if (*version >= lowest && *version <= highest) return {};
    return fail("BAD_VERSION",
                lowest == highest ? std::format("version {}; only version {} is read", *version, lowest)
                                  : std::format("version {}; versions {} to {} are read", *version, lowest, highest),
                std::string(where));
}

// Whether the mode that QGroundControl shows agrees with the frame that the drone gets. A calculated height is above
// sea level, and null as long as no terrain was at hand.
bool modeFitsFrame(std::int64_t mode, int frame, bool calculated) {
    switch (mode) {
    case Relative:
        return frame == 3 || frame == 6;
    case Absolute:
        return frame == 0 || frame == 5;
    case CalculatedAboveTerrain:
        return (frame == 0 || frame == 5) && calculated;
    case TerrainFrame:
        return frame == 10 || frame == 11;
    default:
        return false;
    }
}

Result<MissionCommand> commandOf(json::Object& item, const std::string& where) {
    MissionCommand command;
    command.where = where;
    const auto number = item.integer("command");
    if (!number) return std::unexpected(number.error());
    const auto frame = item.integer("frame");
    if (!frame) return std::unexpected(frame.error());
    if (*number < 0 || *number > 65'535) return fail("BAD_FIELD", "must be a MAV_CMD, 0 to 65535", where + ".command");
    if (*frame < 0 || *frame > 255) return fail("BAD_FIELD", "must be a MAV_FRAME, 0 to 255", where + ".frame");
    command.command = static_cast<int>(*number);
    command.frame = static_cast<int>(*frame);

    const auto params = item.scalars("params");
    if (!params) return std::unexpected(params.error());
    if (params->size() != command.params.size())
        return fail("BAD_FIELD", std::format("{} parameters; 7 are wanted", params->size()), where + ".params");
    for (std::size_t i = 0; i < params->size(); ++i) {
        const json::Scalar& value = (*params)[i];
        if (const double* const given = std::get_if<double>(&value))
            command.params[i] = *given;
        else if (!std::holds_alternative<std::nullptr_t>(value))
            return fail("BAD_FIELD", "must be a number or null", pathOfParameter(command, i));
    }

    const auto mode = item.optionalInteger("AltitudeMode");
    if (!mode) return std::unexpected(mode.error());
    command.heightNotJudged = *mode && !modeFitsFrame(**mode, command.frame, item.has("AMSLAltAboveTerrain"));
    return command;
}

class PlanReader {
public:
    Result<void> readMission(json::Object& mission);
    Result<void> countFence(json::Object& plan);
    Result<void> countRallyPoints(json::Object& plan);

    [[nodiscard]] MissionFile take() { return std::move(m_file); }

private:
    Result<void> readHome(json::Object& mission);
    Result<void> readItems(json::Object& holder, std::string_view key, const std::string& path);
    Result<void> readComplexItem(json::Object& item, const std::string& where);
    Result<void> flush();

    MissionFile m_file;
    std::vector<MissionCommand> m_commands;
};

Result<void> PlanReader::readHome(json::Object& mission) {
    const auto home = mission.numbers("plannedHomePosition");
    if (!home) return std::unexpected(home.error());
    if (home->size() != 3)
        return fail("BAD_FIELD", "must be latitude, longitude and height", "mission.plannedHomePosition");
    const MissionHome at{{(*home)[0], (*home)[1]}, (*home)[2]};
    if (!at.place.valid()) return fail("BAD_PLACE", "not a place on Earth", "mission.plannedHomePosition");
    if (at.height_m < -1'000 || at.height_m > 100'000)
        return fail("BAD_NUMBER", "the height must be within -1000 to 100000 m", "mission.plannedHomePosition");
    if (at.place == geo::LatLon{})
        m_file.notes.push_back({"HOME_UNKNOWN", "home is not set (0, 0)", "mission.plannedHomePosition"});
    else
        m_file.home = at;
    return {};
}

Result<void> PlanReader::readComplexItem(json::Object& item, const std::string& where) {
    const auto type = item.string("complexItemType");
    if (!type) return std::unexpected(type.error());
    const bool survey = *type == "survey";
    if (!survey && *type != "CorridorScan") {
        m_file.notes.push_back(
            {"NOT_READ", std::format("a complex item \"{}\" is not read", json::toValidUtf8(type->substr(0, 32))),
             where});
        return {};
    }
    // Older surveys hold no items.
    if (auto right = wantVersion(item, survey ? 4 : 2, survey ? 5 : 2, where + ".version"); !right) return right;
    auto transects = item.object("TransectStyleComplexItem");
    if (!transects) return std::unexpected(transects.error());
    const std::string inner = where + ".TransectStyleComplexItem";
    if (transects->has("version"))
        if (auto right = wantVersion(*transects, 1, 2, inner + ".version"); !right) return right;
    return readItems(*transects, "Items", inner + ".Items");
}

Result<void> PlanReader::readItems(json::Object& holder, std::string_view key, const std::string& path) {
    auto items = holder.objects(key);
    if (!items) return std::unexpected(items.error());
    for (std::size_t i = 0; i < items->size(); ++i) {
        json::Object& item = (*items)[i];
        const std::string where = std::format("{}[{}]", path, i);
        const auto type = item.string("type");
        if (!type) return std::unexpected(type.error());
        if (*type == "ComplexItem") {
            if (auto read = readComplexItem(item, where); !read) return read;
            continue;
        }
        if (*type != "SimpleItem")
            return fail("BAD_FIELD", "must be \"SimpleItem\" or \"ComplexItem\"", where + ".type");
        if (m_commands.size() == maxMissionCommands)
            return fail("TOO_LARGE", std::format("more than {} items", maxMissionCommands), where);
        auto command = commandOf(item, where);
        if (!command) return std::unexpected(command.error());
        m_commands.push_back(std::move(*command));
    }
    return {};
}

Result<void> PlanReader::readMission(json::Object& mission) {
    if (auto right = wantVersion(mission, 2, 2, "mission.version"); !right) return right;
    if (auto read = readHome(mission); !read) return read;
    if (auto read = readItems(mission, "items", "mission.items"); !read) return read;
    return readCommands(m_commands, pathOfParameter, m_file);
}

// Version 1 of the fence holds one polygon, version 2 lists of polygons and circles; both are only counted.
Result<void> PlanReader::countFence(json::Object& plan) {
    if (!plan.has("geoFence")) return {};
    auto fence = plan.object("geoFence");
    if (!fence) return std::unexpected(fence.error());
    std::size_t shapes = 0;
    for (const char* const key : {"polygons", "circles"}) {
        if (!fence->has(key)) continue;
        const auto list = fence->objects(key);
        if (!list) return std::unexpected(list.error());
        shapes += list->size();
    }
    if (fence->has("polygon")) {
        const auto corners = fence->numberRows("polygon");
        if (!corners) return std::unexpected(corners.error());
        shapes += corners->empty() ? 0 : 1;
    }
    if (shapes > 0)
        m_file.notes.push_back(
            {"FENCE", std::format("{} fences are in the file and are not read", shapes), "geoFence"});
    return {};
}

Result<void> PlanReader::countRallyPoints(json::Object& plan) {
    if (!plan.has("rallyPoints")) return {};
    auto rally = plan.object("rallyPoints");
    if (!rally) return std::unexpected(rally.error());
    if (!rally->has("points")) return {};
    const auto points = rally->numberRows("points");
    if (!points) return std::unexpected(points.error());
    if (!points->empty())
        m_file.notes.push_back(
            {"RALLY", std::format("{} rally points are in the file and are not read", points->size()), "rallyPoints"});
    return {};
}

void writeItem(json::JsonWriter& out, const MissionCommand& command, std::int64_t jumpId) {
    const bool place = command.frame == 0;
    out.beginObject();
    if (place) {
        out.key("AMSLAltAboveTerrain").null();
        out.key("Altitude").exact(command.params[6].value_or(0));
        out.key("AltitudeMode").integer(Absolute);
    }
    out.key("autoContinue").boolean(true);
    out.key("command").integer(command.command);
    out.key("doJumpId").integer(jumpId);
    out.key("frame").integer(command.frame);
    out.key("params").beginArray();
    for (const auto& parameter : command.params)
        if (parameter)
            out.exact(*parameter);
        else
            out.null();
    out.endArray();
    out.key("type").string("SimpleItem");
    out.endObject();
}

} // namespace

Result<MissionFile> readQgcPlan(std::string_view text) {
    if (text.size() > maxMissionFileBytes)
        return fail("TOO_LARGE", std::format("{} bytes; at most {} are read", text.size(), maxMissionFileBytes));
    auto plan = json::Object::parse(text);
    if (!plan) return std::unexpected(plan.error());
    const auto fileType = plan->string("fileType");
    if (!fileType) return std::unexpected(fileType.error());
    if (*fileType != "Plan")
        return fail("NOT_A_PLAN",
                    std::format("fileType is \"{}\"; \"Plan\" is wanted", json::toValidUtf8(fileType->substr(0, 32))),
                    "fileType");
    if (auto right = wantVersion(*plan, 1, 1, "version"); !right) return std::unexpected(right.error());
    auto mission = plan->object("mission");
    if (!mission) return std::unexpected(mission.error());
    PlanReader reader;
    if (auto read = reader.readMission(*mission); !read) return std::unexpected(read.error());
    if (auto read = reader.countFence(*plan); !read) return std::unexpected(read.error());
    if (auto read = reader.countRallyPoints(*plan); !read) return std::unexpected(read.error());
    return reader.take();
}

Result<std::string> writeQgcPlan(const MissionItems& mission) {
    if (auto good = checkMissionItems(mission); !good) return std::unexpected(good.error());
    // QGroundControl wants two speeds for its own estimates of time, and has these where none is set.
    double hoverSpeed_mps = 5;
    const double cruiseSpeed_mps = 15;
    const auto withSpeed =
        std::ranges::find_if(mission.items, [](const auto& item) { return item.speed_mps.has_value(); });
    if (withSpeed != mission.items.end()) hoverSpeed_mps = *withSpeed->speed_mps;

    json::JsonWriter out;
    out.beginObject().key("fileType").string("Plan");
    out.key("geoFence").beginObject().key("circles").beginArray().endArray();
    out.key("polygons").beginArray().endArray().key("version").integer(2).endObject();
    out.key("groundStation").string("Haneul");
    out.key("mission").beginObject();
    out.key("cruiseSpeed").exact(cruiseSpeed_mps);
    out.key("firmwareType").integer(12); // MAV_AUTOPILOT_PX4
    out.key("globalPlanAltitudeMode").integer(Absolute);
    out.key("hoverSpeed").exact(hoverSpeed_mps);
    out.key("items").beginArray();
    std::int64_t jumpId = 0;
    for (const MissionCommand& command : commandsOf(mission))
        writeItem(out, command, ++jumpId);
    out.endArray();
    const MissionHome& home = mission.home;
    out.key("plannedHomePosition").beginArray();
    out.exact(home.place.latitude_deg).exact(home.place.longitude_deg).exact(home.height_m).endArray();
    out.key("vehicleType").integer(2); // MAV_TYPE_QUADROTOR
    out.key("version").integer(2).endObject();
    out.key("rallyPoints").beginObject().key("points").beginArray().endArray().key("version").integer(2).endObject();
    out.key("version").integer(1).endObject();
    return out.take();
}

} // namespace haneul::formats
