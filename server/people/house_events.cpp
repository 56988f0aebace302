#include "server/people/house_events.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <array>

namespace haneul::people {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<HouseEvent>> types{
    "organisation.saved",    "organisation.member_set",     "policy.approval_requested", "policy.approval_set",
    "security.alarm_raised", "security.alarm_acknowledged", "security.alarm_cleared"};

void writeList(json::JsonWriter& json, std::string_view key, const std::set<std::string>& texts) {
    json.key(key).beginArray();
    for (const std::string& text : texts)
        json.string(text);
    json.endArray();
}

struct WriteBody {
    json::JsonWriter& json;

    void operator()(const OrganisationSaved& event) {
        json.key("revision").count(event.revision).key("organisation").raw(toJson(event.organisation));
    }

    void operator()(const MemberSet& event) {
        json.key("user").string(event.user).key("organisation").string(event.organisation);
    }

    void operator()(const PolicyRequested& event) { json.key("policy").raw(toJson(event.policy)); }

    void operator()(const PolicySet& event) { json.key("policy").raw(toJson(event.policy)); }

    void operator()(const AlarmRaised& event) {
        json.key("alarm").string(event.alarm).key("kind").string(toString(event.kind));
        json.key("subject").string(event.subject).key("since").time(event.since).key("count").integer(event.count);
    }

    void operator()(const AlarmAcknowledged& event) {
        json.key("alarm").string(event.alarm).key("note").string(event.note);
    }

    void operator()(const AlarmCleared& event) {
        json.key("alarm").string(event.alarm).key("count").integer(event.count);
    }
};

// Reads field by field and keeps the first error.
class Read {
public:
    explicit Read(json::Object& object)
        : m_object(object) {}

    std::string text(std::string_view key) { return take(m_object.string(key)); }

    std::int64_t integer(std::string_view key) { return take(m_object.integer(key)); }

    UtcMs time(std::string_view key) {
        const auto time = fromRfc3339(text(key));
        if (!time) bad(key, "not an instant");
        return time.value_or(UtcMs{});
    }

    AlarmKind kind(std::string_view key) {
        const auto kind = alarmKindFrom(text(key));
        if (!kind) bad(key, "no such kind of alarm");
        return kind.value_or(AlarmKind::AllLogIns);
    }

    Organisation organisation(std::string_view key) { return take(within(key, &organisationFromJson)); }

    ApprovalPolicy policy(std::string_view key) { return take(within(key, &policyFromJson)); }

    // The event, if all of it was there and nothing besides.
    template <class Event>
    Result<HouseEvent> made(Event event) {
        if (!m_error)
            if (const auto finished = m_object.finish(); !finished) m_error = finished.error();
        if (m_error) return std::unexpected(*m_error);
        return HouseEvent(std::move(event));
    }

private:
    template <class T>
    T take(Result<T> read) {
        if (!read && !m_error) m_error = read.error();
        return read ? *std::move(read) : T();
    }

    template <class T>
    Result<T> within(std::string_view key, Result<T> (*from)(std::string_view)) {
        const auto text = m_object.raw(key);
        if (!text) return std::unexpected(text.error());
        return from(*text);
    }

    void bad(std::string_view key, std::string message) {
        if (!m_error) m_error = Error{"BAD_ENTRY", std::move(message), std::string(key)};
    }

    json::Object& m_object;
    std::optional<Error> m_error;
};

} // namespace

bool isHouseEvent(std::string_view type) {
    return type.starts_with("organisation.") || type.starts_with("policy.approval_") ||
           type.starts_with("security.alarm_");
}

log::NewEvent toEvent(const HouseEvent& event) {
    json::JsonWriter json;
    json.beginObject();
    std::visit(WriteBody{json}, event);
    json.endObject();
    return {std::string(types[event.index()]), json.take()};
}

Result<HouseEvent> houseEventFrom(std::string_view type, std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    Read read(*object);
    if (type == types[0]) {
        const auto revision = read.integer("revision");
        if (revision < 1) return fail("BAD_ENTRY", "counted from 1", "revision");
        return read.made(OrganisationSaved{static_cast<std::uint64_t>(revision), read.organisation("organisation")});
    }
    if (type == types[1]) {
        auto user = read.text("user");
        return read.made(MemberSet{std::move(user), read.text("organisation")});
    }
    if (type == types[2]) return read.made(PolicyRequested{read.policy("policy")});
    if (type == types[3]) return read.made(PolicySet{read.policy("policy")});
    if (type == types[4]) {
        AlarmRaised raised{.alarm = read.text("alarm"), .kind = read.kind("kind"), .subject = read.text("subject")};
        raised.since = read.time("since");
        raised.count = read.integer("count");
        return read.made(std::move(raised));
    }
    if (type == types[5]) {
        auto alarm = read.text("alarm");
        return read.made(AlarmAcknowledged{std::move(alarm), read.text("note")});
    }
    if (type == types[6]) {
        auto alarm = read.text("alarm");
        return read.made(AlarmCleared{std::move(alarm), read.integer("count")});
    }
    return fail("BAD_ENTRY", "this version does not know the type", std::string(type));
}

std::string toJson(const ApprovalPolicy& policy) {
    json::JsonWriter json;
    json.beginObject().key("always").boolean(policy.always);
    writeList(json, "zones", policy.zones);
    writeList(json, "risk_classes", policy.riskClasses);
    for (const auto& [key, limit] : {std::pair("fatalities_per_flight", policy.fatalities_perFlight),
                                     std::pair("collisions_per_hour", policy.collisions_perHour)})
        if (limit) json.key(key).exact(*limit); // entries of before the limits read as they were written
    json.endObject();
    return json.take();
}

Result<ApprovalPolicy> policyFromJson(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    const auto always = object->boolean("always");
    if (!always) return std::unexpected(always.error());
    const auto zones = object->strings("zones");
    if (!zones) return std::unexpected(zones.error());
    const auto riskClasses = object->strings("risk_classes");
    if (!riskClasses) return std::unexpected(riskClasses.error());
    const auto fatalities = object->optionalNumber("fatalities_per_flight");
    if (!fatalities) return std::unexpected(fatalities.error());
    const auto collisions = object->optionalNumber("collisions_per_hour");
    if (!collisions) return std::unexpected(collisions.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return ApprovalPolicy{
        *always, {zones->begin(), zones->end()}, {riskClasses->begin(), riskClasses->end()}, *fatalities, *collisions};
}

} // namespace haneul::people
