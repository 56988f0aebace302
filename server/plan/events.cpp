#include "server/plan/events.h"

#include "server/log/event_codec.h"
#include "server/plan/plan_codec.h"

namespace haneul::plan {

namespace {

template <class Event>
struct Name;

#define HANEUL_PLAN_EVENT(event, text)                                                                                 \
    template <>                                                                                                        \
    struct Name<event> {                                                                                               \
        static constexpr std::string_view value = text;                                                                \
    }

HANEUL_PLAN_EVENT(PlanSaved, "plan.saved");
HANEUL_PLAN_EVENT(PlanSubmitted, "plan.submitted");
HANEUL_PLAN_EVENT(PlanChecked, "plan.checked");
HANEUL_PLAN_EVENT(PlanFirstApproved, "plan.first_approved");
HANEUL_PLAN_EVENT(PlanApproved, "plan.approved");
HANEUL_PLAN_EVENT(PlanReturned, "plan.returned");
HANEUL_PLAN_EVENT(PlanRejected, "plan.rejected");
HANEUL_PLAN_EVENT(PlanWithdrawn, "plan.withdrawn");
HANEUL_PLAN_EVENT(PlanRevoked, "plan.revoked");
HANEUL_PLAN_EVENT(PlanActivated, "plan.activated");
HANEUL_PLAN_EVENT(PlanEnded, "plan.ended");
#undef HANEUL_PLAN_EVENT

struct RawObject {
    std::string& json;
};

// -- one list of fields per event, used by writer and reader alike

template <class Visit>
void fields(Visit&& visit, PlanSaved& event) {
    visit("plan", event.plan);
    visit("revision", event.revision);
    visit("mission", event.mission);
    visit("pilot_user", event.pilot_user);
    visit("body", RawObject{event.body});
}

template <class Visit>
void fields(Visit&& visit, PlanSubmitted& event) {
    visit("plan", event.plan);
    visit("revision", event.revision);
}

template <class Visit>
void fields(Visit&& visit, PlanChecked& event) {
    visit("plan", event.plan);
    visit("revision", event.revision);
    visit("state", event.state);
    visit("digest", event.digest);
    visit("acceptable", event.acceptable);
    visit("approvals", event.approvals);
    visit("reasons", event.reasons);
    visit("reports", event.reports);
    visit("notice", event.notice);
}

template <class Visit, class Approved>
void approvalFields(Visit&& visit, Approved& event) {
    visit("plan", event.plan);
    visit("revision", event.revision);
    visit("digest", event.digest);
    visit("conditions", event.conditions);
    visit("notice", event.notice);
}

template <class Visit>
void fields(Visit&& visit, PlanFirstApproved& event) {
    approvalFields(visit, event);
}

template <class Visit>
void fields(Visit&& visit, PlanApproved& event) {
    approvalFields(visit, event);
}

template <class Visit, Action action>
void fields(Visit&& visit, PlanMoved<action>& event) {
    visit("plan", event.plan);
    visit("revision", event.revision);
    visit("reason", event.reason);
    visit("notice", event.notice);
}

// -- writer

struct Write {
    json::JsonWriter& json;

    void operator()(std::string_view key, const std::string& value) { json.key(key).string(value); }

    void operator()(std::string_view key, RawObject value) { json.key(key).raw(value.json); }

    void operator()(std::string_view key, std::uint64_t value) { json.key(key).count(value); }

    void operator()(std::string_view key, std::int64_t value) { json.key(key).integer(value); }

    void operator()(std::string_view key, bool value) { json.key(key).boolean(value); }

    void operator()(std::string_view key, State value) { json.key(key).string(toString(value)); }

    void operator()(std::string_view key, const std::vector<CheckReport>& value) { writeReports(json.key(key), value); }

    void operator()(std::string_view key, const std::vector<std::string>& value) {
        json.key(key).beginArray();
        for (const std::string& item : value)
            json.string(item);
        json.endArray();
    }
};

// -- reader

struct Read : log::FieldReader {
    void operator()(std::string_view key, std::string& value) { take(object.string(key), value); }

    void operator()(std::string_view key, RawObject value) { take(object.raw(key), value.json); }

    void operator()(std::string_view key, std::uint64_t& value) {
        std::int64_t number = 0;
        take(object.integer(key), number);
        if (number < 0) bad(key, "must not be negative");
        value = static_cast<std::uint64_t>(number);
    }

    void operator()(std::string_view key, std::int64_t& value) { take(object.integer(key), value); }

    void operator()(std::string_view key, bool& value) { take(object.boolean(key), value); }

    void operator()(std::string_view key, State& value) {
        std::string name;
        take(object.string(key), name);
        for (const State state : allStates)
            if (name == toString(state)) {
                value = state;
                return;
            }
        bad(key, "no such state");
    }

    void operator()(std::string_view key, std::vector<CheckReport>& value) { take(reportsFrom(object, key), value); }

    void operator()(std::string_view key, std::vector<std::string>& value) { take(object.strings(key), value); }
};

using Codec = log::EventCodec<PlanEvent, Name, Write, Read>;

} // namespace

log::NewEvent toEvent(const PlanEvent& event) {
    return Codec::write(event);
}

Result<PlanEvent> eventFrom(std::string_view type, std::string_view body) {
    return Codec::read(type, body);
}

const std::string& planOf(const PlanEvent& event) {
    return std::visit([](const auto& one) -> const std::string& { return one.plan; }, event);
}

} // namespace haneul::plan
