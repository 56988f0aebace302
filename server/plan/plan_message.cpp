#include "server/plan/plan_message.h"

#include "core/json/json_writer.h"
#include "server/plan/events.h"
#include "server/plan/plan_codec.h"

#include <algorithm>
#include <array>
#include <format>

namespace haneul::plan {

namespace {

struct Told {
    std::string_view type, name;
    State after = State::Draft;
};

constexpr std::array told{
    Told{"plan.saved", "flight_plan_changed", State::Draft},
    Told{"plan.submitted", "flight_plan_submitted", State::Submitted},
    Told{"plan.first_approved", "flight_plan_first_approved", State::PendingApproval},
    Told{"plan.approved", "flight_plan_approved", State::Approved},
    Told{"plan.returned", "flight_plan_returned", State::Returned},
    Told{"plan.rejected", "flight_plan_rejected", State::Rejected},
    Told{"plan.withdrawn", "flight_plan_withdrawn", State::Withdrawn},
    Told{"plan.revoked", "flight_plan_revoked", State::Revoked},
    Told{"plan.activated", "flight_plan_activated", State::Activated},
    Told{"plan.ended", "flight_plan_ended", State::Ended},
};

const Told* toldOf(std::string_view entryType) {
    const auto* const found = std::ranges::find(told, entryType, &Told::type);
    return found == told.end() ? nullptr : found;
}

} // namespace

std::string_view announcedAs(std::string_view entryType) {
    const Told* const known = toldOf(entryType);
    return known == nullptr ? std::string_view() : known->name;
}

std::string planMessage(const log::Entry& entry, const PlanRecord& record) {
    const FlightPlan& plan = record.plan;
    const Told* const known = toldOf(entry.type);
    const State state = known == nullptr ? plan.state : known->after; // as it was then; it may have gone on
    json::JsonWriter json;
    json.beginObject().key("schema").string("haneul.flight_plan.1");
    json.key("id")
        .string(std::format("{}:{}", entry.origin, entry.sequence))
        .key("time")
        .time(utcMs(entry.time.wall_ms));
    json.key("event").string(announcedAs(entry.type)).key("plan_id").string(plan.id);
    json.key("revision").count(record.revision).key("state").string(toString(state));
    json.key("by").string(entry.user).key("operator_id").string(plan.operator_id);
    json.key("drone_id").string(plan.drone_id).key("pilot_id").string(plan.pilot_id);
    json.key("mission_id").string(plan.mission_id).key("priority").integer(plan.priority);
    json.key("start").time(plan.start).key("end").time(plan.end);
    json.key("conditions").string(record.conditions()).key("reason").string(record.reason);
    json.key("volumes").beginArray();
    if (holdsAirspace(state)) // others need to know where; of the rest they do not
        for (const geo::Volume4D& volume : plan.volumes)
            writeVolume(json, volume);
    json.endArray().endObject();
    return json.take();
}

} // namespace haneul::plan
