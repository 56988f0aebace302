#pragma once

#include "core/base/error.h"
#include "core/formats/mission_file.h"

#include <string>
#include <string_view>

// Missions as text, "QGC WPL 110" (mavlink.io/en/file_formats): the list of MAVLink mission items that every ground
// station reads.
namespace haneul::formats {

// A first item that is a waypoint above sea level (command 16, frame 0) is home, as ground stations write it, and noted
// as HOME_LINE. Codes, `where` is "line 5" or "line 5, field 9": TOO_LARGE, NOT_A_MISSION (a fence or rally points, or
// something else), BAD_VERSION, BAD_LINE (not 12 fields between tabs), BAD_INDEX, and those of readCommands.
[[nodiscard]] Result<MissionFile> readWaypointText(std::string_view text);

// missionItems() of what readWaypointText makes of it is equal to `mission`, but for the name. Codes: those of
// checkMissionItems.
[[nodiscard]] Result<std::string> writeWaypointText(const MissionItems& mission);

} // namespace haneul::formats
