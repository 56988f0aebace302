#include "core/fleet/readiness_items.h"

#include "core/base/shown_number.h"
#include "core/fleet/firmware.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <set>

namespace haneul::fleet {

namespace {

constexpr double hour_ms = 3600e3;
constexpr double day_ms = 24 * hour_ms;

double daysFrom(UtcMs from, UtcMs to) {
    return static_cast<double>((to - from).count()) / day_ms;
}

void notJudged(const Judging& judging, Question question, const char* code, std::string why) {
    judging.items.push_back({.question = question, .code = code, .words = std::move(why)});
}

void answer(const Judging& judging, Question question, const char* code, bool ready, std::string words) {
    judging.items.push_back({.question = question,
                             .code = code,
                             .verdict = ready ? Verdict::Ready : Verdict::NotReady,
                             .words = std::move(words)});
}

struct Compared {
    Question question;
    const char* code;
    const char* unit;
    const char* what;
};

std::optional<double> sound(std::optional<double> number) {
    return number && std::isfinite(*number) && *number >= 0 ? number : std::nullopt;
}

std::optional<double> positive(std::optional<double> number) {
    return sound(number) && *number > 0 ? number : std::nullopt;
}

void compared(const Judging& judging, const Compared& item, std::optional<double> value, std::optional<double> limit,
              bool ready, const char* relation) {
    if (!value || !limit)
        return notJudged(judging, item.question, item.code,
                         std::format("{}: {} is not known", item.what, value ? "the limit" : "the value"));
    judging.items.push_back({.question = item.question,
                             .code = item.code,
                             .verdict = ready ? Verdict::Ready : Verdict::NotReady,
                             .value = value,
                             .limit = limit,
                             .unit = item.unit,
                             .words = std::format("{}: {} {}, {} {:g} is needed", item.what, shownNumber(*value, limit),
                                                  item.unit, relation, *limit)});
}

void atMost(const Judging& judging, const Compared& item, std::optional<double> value, std::optional<double> limit) {
    compared(judging, item, value, limit, value && limit && *value <= *limit, "at most");
}

void atLeast(const Judging& judging, const Compared& item, std::optional<double> value, std::optional<double> limit) {
    compared(judging, item, value, limit, value && limit && *value >= *limit, "at least");
}

void below(const Judging& judging, const Compared& item, std::optional<double> value, std::optional<double> limit) {
    compared(judging, item, value, limit, value && limit && *value < *limit, "less than");
}

// Something that is good until an instant: it must be so until the flight has ended.
void goodUntil(const Judging& judging, Question question, const char* code, std::string_view what,
               std::optional<UtcMs> until) {
    if (!until) return notJudged(judging, question, code, std::format("{}: its end is not known", what));
    const double left_d = daysFrom(judging.need.end, *until);
    const bool ready = left_d >= 0;
    judging.items.push_back({.question = question,
                             .code = code,
                             .verdict = ready ? Verdict::Ready : Verdict::NotReady,
                             .warning = ready && left_d < judging.rules.expiryWarning_d,
                             .value = left_d,
                             .limit = 0,
                             .unit = "d",
                             .words = std::format("{} is valid until {}, the flight ends {}", what, toRfc3339(*until),
                                                  toRfc3339(judging.need.end))});
}

// The facts of the model that the drone is of.
const DroneModel* modelOf(const Assignment& assignment) {
    if (!assignment.model || !assignment.drone) return nullptr;
    return assignment.model->id == assignment.drone->model_id ? &*assignment.model : nullptr;
}

template <class Member>
std::optional<double> limitOf(const Judging& judging, Member member) {
    const auto* model = modelOf(judging.assignment);
    if (model == nullptr) return std::nullopt;
    const auto& value = model->*member;
    return value ? positive(static_cast<double>(*value)) : std::nullopt;
}

void judgePayload(const Judging& judging) {
    const auto& [assignment, need, rules, items] = judging;
    std::optional<double> mass_kg = need.parcels_kg;
    std::set<std::string> carried;
    for (const auto& payload : assignment.payloads) {
        mass_kg = mass_kg && sound(payload.mass_kg) ? std::optional(*mass_kg + *payload.mass_kg) : std::nullopt;
        carried.insert(payload.capabilities.begin(), payload.capabilities.end());
    }
    atMost(judging, {Question::Airframe, "PAYLOAD_MASS", "kg", "mass of payloads and parcels"}, mass_kg,
           limitOf(judging, &DroneModel::maxPayload_kg));

    std::string lacking;
    for (const auto& capability : need.capabilities)
        if (!carried.contains(capability)) lacking += (lacking.empty() ? "" : ", ") + capability;
    answer(judging, Question::Airframe, "PAYLOAD_CAPABILITY", lacking.empty(),
           lacking.empty() ? "the payloads have all that the flight needs" : "no payload has: " + lacking);

    if (!assignment.drone) {
        notJudged(judging, Question::Airframe, "PAYLOAD_FIT", "no drone is assigned");
        return;
    }
    std::string foreign;
    for (const auto& payload : assignment.payloads)
        if (!std::ranges::contains(payload.model_ids, assignment.drone->model_id))
            foreign += (foreign.empty() ? "" : ", ") + payload.id;
    answer(judging, Question::Airframe, "PAYLOAD_FIT", foreign.empty(),
           foreign.empty() ? "the model can carry the payloads" : "not made for this model: " + foreign);
}

std::string_view statusWords(DroneStatus status) {
    switch (status) {
    case DroneStatus::Serviceable:
        return "the drone is serviceable";
    case DroneStatus::Grounded:
        return "the drone is grounded";
    case DroneStatus::Retired:
        return "the drone is retired";
    }
    return "";
}

const MaintenanceRecord* lastInspection(const Assignment& assignment, UtcMs before) {
    const MaintenanceRecord* last = nullptr;
    for (const auto& record : *assignment.maintenance)
        if (record.kind == MaintenanceKind::Inspection && record.drone_id == assignment.drone->id &&
            record.at <= before && (last == nullptr || record.at > last->at))
            last = &record;
    return last;
}

void judgeDefects(const Judging& judging) {
    std::string open;
    for (const auto& record : *judging.assignment.maintenance) {
        const bool closed = record.closed_at && *record.closed_at <= judging.need.start;
        if (record.kind == MaintenanceKind::Defect && record.drone_id == judging.assignment.drone->id && !closed)
            open += (open.empty() ? "" : ", ") + record.id;
    }
    answer(judging, Question::Maintenance, "OPEN_DEFECTS", open.empty(),
           open.empty() ? "no defect is open" : "open defects: " + open);
}

// Hours since the inspection when the flight is over.
std::optional<double> hoursSince(const Judging& judging, const MaintenanceRecord* inspection) {
    if (inspection == nullptr) return std::nullopt;
    const auto now_h = sound(judging.assignment.drone->flown_h), then_h = sound(inspection->flown_h);
    if (!now_h || !then_h || *now_h < *then_h) return std::nullopt;
    return *now_h - *then_h + judging.need.flight_s / 3600;
}

std::optional<double> difference(std::optional<double> one, std::optional<double> other) {
    return one && other ? std::optional(*one - *other) : std::nullopt;
}

const Rating* ratingOf(const Pilot& pilot, const std::string& model_id) {
    const auto found = std::ranges::find(*pilot.ratings, model_id, &Rating::model_id);
    return found == pilot.ratings->end() ? nullptr : &*found;
}

void judgeRating(const Judging& judging, const Pilot& pilot) {
    const auto lacking = [&](const char* why) {
        notJudged(judging, Question::Pilot, "PILOT_RATING", why);
        notJudged(judging, Question::Pilot, "PILOT_BVLOS", why);
    };
    if (!judging.assignment.drone) return lacking("no drone is assigned");
    if (!pilot.ratings) return lacking("the pilot's ratings are not known");
    const std::string& model_id = judging.assignment.drone->model_id;
    const auto* rating = ratingOf(pilot, model_id);
    if (rating == nullptr)
        answer(judging, Question::Pilot, "PILOT_RATING", false, "the pilot has no rating for the model " + model_id);
    else if (!rating->valid_until)
        answer(judging, Question::Pilot, "PILOT_RATING", true, "the pilot is rated for the model " + model_id);
    else
        goodUntil(judging, Question::Pilot, "PILOT_RATING", "the rating for the model " + model_id,
                  rating->valid_until);
    const bool bvlos = rating != nullptr && rating->bvlos;
    answer(judging, Question::Pilot, "PILOT_BVLOS", !judging.need.bvlos || bvlos,
           !judging.need.bvlos ? "the flight stays in sight"
           : bvlos             ? "the pilot may fly beyond visual line of sight"
                               : "the pilot may not fly beyond visual line of sight");
}

} // namespace

void judgeAirframe(const Judging& judging) {
    const auto& [assignment, need, rules, items] = judging;
    if (assignment.drone)
        answer(judging, Question::Airframe, "AIRFRAME_STATUS", assignment.drone->status == DroneStatus::Serviceable,
               std::string(statusWords(assignment.drone->status)));
    else
        notJudged(judging, Question::Airframe, "AIRFRAME_STATUS", "no drone is assigned");
    if (modelOf(assignment) != nullptr)
        answer(judging, Question::Airframe, "AIRFRAME_MODEL", true, "the limits of the model are known");
    else
        notJudged(judging, Question::Airframe, "AIRFRAME_MODEL", "the model of the drone is not known");
    judgePayload(judging);
    atMost(judging, {Question::Airframe, "AIRFRAME_SPEED", "m/s", "speed"}, need.speed_mps,
           limitOf(judging, &DroneModel::maxSpeed_mps));
    atMost(judging, {Question::Airframe, "AIRFRAME_CLIMB", "m/s", "climb"}, need.climb_mps,
           limitOf(judging, &DroneModel::maxClimb_mps));
    atMost(judging, {Question::Airframe, "AIRFRAME_DESCENT", "m/s", "descent"}, need.descent_mps,
           limitOf(judging, &DroneModel::maxDescent_mps));
    atMost(judging, {Question::Airframe, "AIRFRAME_ENDURANCE", "s", "time in the air"}, need.flight_s,
           limitOf(judging, &DroneModel::endurance_s));
}

void judgeBattery(const Judging& judging) {
    const auto& [assignment, need, rules, items] = judging;
    if (!assignment.battery) {
        for (const char* code : {"BATTERY_PLACE", "BATTERY_CHARGE", "BATTERY_CYCLES"})
            notJudged(judging, Question::Battery, code, "no battery is assigned");
        return;
    }
    const auto& battery = *assignment.battery;
    if (assignment.drone)
        answer(judging, Question::Battery, "BATTERY_PLACE",
               battery.drone_id.empty() || battery.drone_id == assignment.drone->id,
               battery.drone_id.empty() ? "the battery is of the common store"
                                        : "the battery belongs to the drone " + battery.drone_id);
    else
        notJudged(judging, Question::Battery, "BATTERY_PLACE", "no drone is assigned");

    const bool read = sound(battery.charge_pct) && *battery.charge_pct <= 100 && battery.charge_read;
    const double age_h = read ? static_cast<double>((need.start - *battery.charge_read).count()) / hour_ms : 0;
    const auto endurance_s = limitOf(judging, &DroneModel::endurance_s);
    const auto new_mah = limitOf(judging, &DroneModel::batteryCapacity_mah);
    const auto now_mah = positive(battery.capacity_mah);
    if (!read)
        notJudged(judging, Question::Battery, "BATTERY_CHARGE", "the charge of the battery is not known");
    else if (age_h < 0 || age_h > rules.chargeReadingAge_h)
        notJudged(judging, Question::Battery, "BATTERY_CHARGE",
                  std::format("the charge was read {:.1f} h before the start, a reading of the last {:g} h is needed",
                              age_h, rules.chargeReadingAge_h));
    else if (!endurance_s || !new_mah || !now_mah)
        notJudged(judging, Question::Battery, "BATTERY_CHARGE",
                  "the endurance of the model or the capacity of the battery is not known");
    else
        // An aged battery holds less of what the maker's endurance takes for granted; never more.
        atLeast(judging, {Question::Battery, "BATTERY_CHARGE", "s", "flight time on the charge above the reserve"},
                *endurance_s * std::min(*now_mah / *new_mah, 1.0) *
                    std::max(*battery.charge_pct - rules.batteryReserve_pct, 0.0) / 100,
                need.flight_s);

    const auto cycles = battery.cycle_count ? sound(static_cast<double>(*battery.cycle_count)) : std::nullopt;
    atLeast(judging, {Question::Battery, "BATTERY_CYCLES", "1", "charge cycles left to the maker's limit"},
            difference(limitOf(judging, &DroneModel::batteryCycleLimit), cycles), rules.batteryCycleMargin);
}

void judgeMaintenance(const Judging& judging) {
    const auto& [assignment, need, rules, items] = judging;
    constexpr std::array codes{"INSPECTION_HOURS", "INSPECTION_HOURS_SOON", "INSPECTION_DAYS", "INSPECTION_DAYS_SOON",
                               "OPEN_DEFECTS"};
    if (!assignment.drone || !assignment.maintenance) {
        for (const char* code : codes)
            notJudged(judging, Question::Maintenance, code,
                      assignment.drone ? "the maintenance records are not known" : "no drone is assigned");
        return;
    }
    const auto* inspection = lastInspection(assignment, need.start);
    const auto every_h = limitOf(judging, &DroneModel::inspectionEvery_h);
    const auto every_d = limitOf(judging, &DroneModel::inspectionEvery_d);
    const auto since_h = hoursSince(judging, inspection);
    const auto since_d = inspection == nullptr ? std::nullopt : std::optional(daysFrom(inspection->at, need.end));
    below(judging, {Question::Maintenance, codes[0], "h", "flown since the inspection, with this flight"}, since_h,
          every_h);
    atLeast(judging, {Question::Maintenance, codes[1], "h", "flight hours left to the inspection"},
            difference(every_h, since_h), rules.inspectionMargin_h);
    below(judging, {Question::Maintenance, codes[2], "d", "days since the inspection, at the end"}, since_d, every_d);
    atLeast(judging, {Question::Maintenance, codes[3], "d", "days left to the inspection"},
            difference(every_d, since_d), rules.inspectionMargin_d);
    judgeDefects(judging);
}

void judgePilot(const Judging& judging) {
    const auto& [assignment, need, rules, items] = judging;
    if (!assignment.pilot) {
        for (const char* code :
             {"PILOT_STATUS", "PILOT_CERTIFICATE", "PILOT_RATING", "PILOT_BVLOS", "PILOT_RECENCY", "PILOT_EXPERIENCE"})
            notJudged(judging, Question::Pilot, code, "no pilot is assigned");
        return;
    }
    const auto& pilot = *assignment.pilot;
    answer(judging, Question::Pilot, "PILOT_STATUS", !pilot.suspended,
           pilot.suspended ? "the pilot is suspended" : "the pilot is not suspended");
    if (pilot.certification_number.empty())
        notJudged(judging, Question::Pilot, "PILOT_CERTIFICATE", "no certificate of the pilot is recorded");
    else
        goodUntil(judging, Question::Pilot, "PILOT_CERTIFICATE", "the certificate " + pilot.certification_number,
                  pilot.certified_until);
    judgeRating(judging, pilot);
    // A last flight after the start is a mistake in the records, not recent experience.
    const bool known = pilot.last_flight && *pilot.last_flight <= need.start;
    atMost(judging, {Question::Pilot, "PILOT_RECENCY", "d", "days since the pilot's last flight"},
           known ? std::optional(daysFrom(*pilot.last_flight, need.start)) : std::nullopt, rules.recency_d);
    atLeast(judging, {Question::Pilot, "PILOT_EXPERIENCE", "h", "hours that the pilot has flown"}, sound(pilot.flown_h),
            rules.experience_h);
}

void judgeFirmware(const Judging& judging) {
    const auto* model = modelOf(judging.assignment);
    if (model == nullptr || !model->minFirmware)
        return notJudged(judging, Question::Firmware, "FIRMWARE_VERSION",
                         "the least firmware of the model is not known");
    const auto& installed = judging.assignment.drone->firmware_version;
    if (!installed)
        return notJudged(judging, Question::Firmware, "FIRMWARE_VERSION", "the firmware of the drone is not known");
    const auto order = compareFirmware(*installed, *model->minFirmware);
    if (!order)
        return notJudged(judging, Question::Firmware, "FIRMWARE_VERSION",
                         std::format("the versions '{}' and '{}' cannot be compared", *installed, *model->minFirmware));
    answer(judging, Question::Firmware, "FIRMWARE_VERSION", *order >= 0,
           std::format("firmware {}, at least {} is needed", *installed, *model->minFirmware));
}

void judgeOperator(const Judging& judging) {
    const auto& organisation = judging.assignment.organisation;
    goodUntil(judging, Question::Operator, "OPERATOR_INSURANCE", "the operator's insurance",
              organisation ? organisation->insured_until : std::nullopt);
    goodUntil(judging, Question::Operator, "OPERATOR_LICENCE", "the operator's licence",
              organisation ? organisation->licensed_until : std::nullopt);
}

} // namespace haneul::fleet
