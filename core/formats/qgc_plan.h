#pragma once

#include "core/base/error.h"
#include "core/formats/mission_file.h"

#include <string>
#include <string_view>

// QGroundControl's `.plan` files (docs.qgroundcontrol.com, "Plan File Format"): version 1 with a mission of version 2.
namespace haneul::formats {

// Simple items, and surveys and corridors by the items that QGroundControl has made of them; other complex items
// (structure scans, landing patterns) are noted as NOT_READ. Fields that are not needed may be there or not. Codes, all
// with the path of the field in `where` ("mission.items[3].params[4]"): TOO_LARGE (maxMissionFileBytes,
// maxMissionCommands), NOT_A_PLAN, BAD_VERSION, those of json::Object and those of readCommands.
[[nodiscard]] Result<MissionFile> readQgcPlan(std::string_view text);

// As QGroundControl writes it; missionItems() of what readQgcPlan makes of it is equal to `mission`, but for the name.
// Codes: those of checkMissionItems.
[[nodiscard]] Result<std::string> writeQgcPlan(const MissionItems& mission);

} // namespace haneul::formats
