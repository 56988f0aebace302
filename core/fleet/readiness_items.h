#pragma once

#include "core/fleet/readiness.h"

// The items of each question, for judge() (readiness.h). `rules` and `need` are sound.
namespace haneul::fleet {

struct Judging {
    const Assignment& assignment;
    const Need& need;
    const ReadinessRules& rules;
    std::vector<Item>& items;
};

void judgeAirframe(const Judging& judging);
void judgeBattery(const Judging& judging);
void judgeMaintenance(const Judging& judging);
void judgePilot(const Judging& judging);
void judgeFirmware(const Judging& judging);
void judgeOperator(const Judging& judging);

} // namespace haneul::fleet
