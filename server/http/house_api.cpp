#include "server/http/house_api.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace haneul::http {

using people::OrganisationService;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::array houseRoutes{RouteId::Organisations,       RouteId::Organisation,     RouteId::SaveOrganisation,
                                 RouteId::OrganisationHistory, RouteId::UserOrganisation, RouteId::ApprovalPolicy,
                                 RouteId::SetApprovalPolicy,   RouteId::SecurityAlarms,   RouteId::AcknowledgeSecurity};

Response withStatus(unsigned status, std::string body) {
    auto response = jsonResponse(std::move(body));
    response.status = status;
    return response;
}

Response okay() {
    return jsonResponse(R"({"status":"ok"})");
}

void writeExpiries(json::JsonWriter& json, const std::vector<people::JudgedExpiry>& expiries) {
    json.key("expiry").string(toString(people::worstOf(expiries)));
    json.key("expiries").beginArray();
    for (const people::JudgedExpiry& each : expiries) {
        json.beginObject().key("what").string(each.what).key("state").string(toString(each.state));
        json.key("expires");
        each.expires ? json.string(people::toIsoDate(*each.expires)) : json.null();
        json.key("days_left");
        each.days_left ? json.integer(*each.days_left) : json.null();
        json.key("reason").string(each.reason).endObject();
    }
    json.endArray();
}

void writeOrganisation(json::JsonWriter& json, const people::JudgedOrganisation& judged) {
    json.beginObject().key("organisation").raw(toJson(judged.record.organisation));
    json.key("revision").count(judged.record.revision).key("changed").time(judged.record.changed);
    json.key("changed_by").string(judged.record.changedBy).key("members").beginArray();
    for (const std::string& user : judged.record.members)
        json.string(user);
    json.endArray();
    writeExpiries(json, judged.expiries);
    json.endObject();
}

void writeChange(json::JsonWriter& json, const people::OrganisationChange& change) {
    json.beginObject().key("at").time(change.at).key("user").string(change.user).key("role").string(change.role);
    json.key("desk").string(change.desk).key("sequence").count(change.sequence);
    json.key("revision").count(change.revision).key("changes").beginArray();
    for (const people::FieldChange& each : change.changes) {
        json.beginObject().key("field").string(each.field);
        json.key("before").stringOrNull(each.before).key("after").stringOrNull(each.after).endObject();
    }
    json.endArray().endObject();
}

std::optional<std::string> unlessEmpty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

void writeAlarm(json::JsonWriter& json, const people::AlarmRecord& alarm) {
    json.beginObject().key("alarm").string(alarm.alarm).key("kind").string(toString(alarm.kind));
    json.key("subject").stringOrNull(unlessEmpty(alarm.subject));
    json.key("since").time(alarm.since).key("raised").time(alarm.raised).key("count").integer(alarm.count);
    json.key("cleared").timeOrNull(alarm.cleared).key("acknowledged").timeOrNull(alarm.acknowledged);
    json.key("acknowledged_by").stringOrNull(unlessEmpty(alarm.acknowledgedBy));
    json.key("note").stringOrNull(unlessEmpty(alarm.note)).endObject();
}

template <class Records, class Write>
std::string listJson(std::string_view name, const Records& records, Write write) {
    json::JsonWriter json;
    json.beginObject().key(name).beginArray();
    for (const auto& record : records)
        write(json, record);
    json.endArray().endObject();
    return json.take();
}

std::string policyJson(const OrganisationService::Policy& policy) {
    json::JsonWriter json;
    json.beginObject().key("policy").raw(toJson(policy.now.policy)).key("revision").count(policy.now.revision);
    json.key("at").timeOrNull(policy.now.at).key("set_by").stringOrNull(unlessEmpty(policy.now.setBy));
    json.key("requested_by").stringOrNull(unlessEmpty(policy.now.requestedBy)).key("waiting");
    if (policy.waiting) {
        json.beginObject().key("policy").raw(toJson(policy.waiting->policy)).key("at").time(policy.waiting->at);
        json.key("by").string(policy.waiting->by).endObject();
    } else {
        json.null();
    }
    json.endObject();
    return json.take();
}

template <class T, class Write>
OrganisationService::Done<T> replying(Reply reply, Write write) {
    return [reply = std::move(reply), write](const Result<T>& result) {
        if (!result) return reply(errorResponse(result.error()));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

Result<json::Object> bodyOf(const ServiceCall& call) {
    const std::string_view type(call.contentType);
    if (type.substr(0, type.find_first_of("; ")) != "application/json")
        return fail("UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type");
    return json::Object::parse(call.body);
}

// What is wanted to be kept, and what it was drawn from.
struct Saving {
    people::Organisation organisation;
    std::uint64_t basedOn = 0;
};

Result<Saving> savingFrom(const ServiceCall& call) {
    auto body = bodyOf(call);
    if (!body) return std::unexpected(body.error());
    const auto basedOn = body->integer("based_on");
    if (!basedOn) return std::unexpected(basedOn.error());
    if (*basedOn < 0) return fail("BAD_FIELD", "must not be negative", "based_on");
    const auto text = body->raw("organisation");
    if (!text) return std::unexpected(text.error());
    if (const auto finished = body->finish(); !finished) return std::unexpected(finished.error());
    auto organisation = people::organisationFromJson(*text);
    if (!organisation) return std::unexpected(organisation.error());
    if (organisation->id != call.match.parameters.front())
        return fail("BAD_FIELD", "the organisation is another one than the path says", "organisation.organisation");
    return Saving{*std::move(organisation), static_cast<std::uint64_t>(*basedOn)};
}

Result<std::string> memberOf(const ServiceCall& call) {
    auto body = bodyOf(call);
    if (!body) return std::unexpected(body.error());
    const auto organisation = body->optionalString("organisation");
    if (!organisation) return std::unexpected(organisation.error());
    if (const auto finished = body->finish(); !finished) return std::unexpected(finished.error());
    return organisation->value_or(std::string());
}

Result<std::string> noteFrom(const ServiceCall& call) {
    auto body = bodyOf(call);
    if (!body) return std::unexpected(body.error());
    const auto note = body->optionalString("note");
    if (!note) return std::unexpected(note.error());
    if (const auto finished = body->finish(); !finished) return std::unexpected(finished.error());
    return note->value_or(std::string());
}

Result<people::ApprovalPolicy> policyFrom(const ServiceCall& call) {
    if (const auto body = bodyOf(call); !body) return std::unexpected(body.error());
    return people::policyFromJson(call.body);
}

struct AboutOrganisations {
    OrganisationService& service;
    const ServiceCall& call;
    Reply reply;

    [[nodiscard]] const std::string& parameter() const { return call.match.parameters.front(); }

    void list() {
        service.organisations(call.who,
                              replying<std::vector<people::JudgedOrganisation>>(reply, [](const auto& organisations) {
                                  return jsonResponse(listJson("organisations", organisations, writeOrganisation));
                              }));
    }

    void one() {
        service.organisation(call.who, parameter(),
                             replying<people::JudgedOrganisation>(reply, [](const auto& organisation) {
                                 json::JsonWriter json;
                                 writeOrganisation(json, organisation);
                                 return jsonResponse(json.take());
                             }));
    }

    void history() {
        service.history(call.who, parameter(),
                        replying<std::vector<people::OrganisationChange>>(reply, [](const auto& history) {
                            return jsonResponse(listJson("history", history, writeChange));
                        }));
    }

    void save() {
        auto saving = savingFrom(call);
        if (!saving) return reply(errorResponse(saving.error()));
        service.save(call.who, saving->organisation, saving->basedOn,
                     replying<std::uint64_t>(reply, [isNew = saving->basedOn == 0](std::uint64_t revision) {
                         json::JsonWriter json;
                         json.beginObject().key("revision").count(revision).endObject();
                         return withStatus(isNew ? 201 : 200, json.take());
                     }));
    }

    void setMember() {
        const auto organisation = memberOf(call);
        if (!organisation) return reply(errorResponse(organisation.error()));
        service.setMember(call.who, parameter(), *organisation, replying<void>(reply, okay));
    }

    void policy() {
        service.policy(call.who, replying<OrganisationService::Policy>(
                                     reply, [](const auto& policy) { return jsonResponse(policyJson(policy)); }));
    }

    void setPolicy() {
        const auto wanted = policyFrom(call);
        if (!wanted) return reply(errorResponse(wanted.error()));
        service.setPolicy(call.who, *wanted, replying<bool>(reply, [](bool inForce) {
                              return inForce ? okay()
                                             : withStatus(202, R"({"status":"waits_for_second_administrator"})");
                          }));
    }
};

void answerAboutSecurity(people::SecurityService& service, const ServiceCall& call, Reply reply) {
    if (call.match.route->id == RouteId::SecurityAlarms)
        return service.alarms(call.who,
                              replying<std::vector<people::AlarmRecord>>(std::move(reply), [](const auto& alarms) {
                                  return jsonResponse(listJson("alarms", alarms, writeAlarm));
                              }));
    const auto note = noteFrom(call);
    if (!note) return reply(errorResponse(note.error()));
    service.acknowledge(call.who, call.match.parameters.front(), *note, replying<void>(std::move(reply), okay));
}

} // namespace

bool isHouseRoute(RouteId route) {
    return std::ranges::contains(houseRoutes, route);
}

void answerHouse(OrganisationService* organisations, people::SecurityService* security, ServiceCall call, Reply reply) {
    if (!call.query.empty()) return reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    const RouteId route = call.match.route->id;
    if (route == RouteId::SecurityAlarms || route == RouteId::AcknowledgeSecurity) {
        if (security == nullptr) return reply(errorResponse({"NO_SECURITY", "nobody watches here", "security"}));
        return answerAboutSecurity(*security, call, std::move(reply));
    }
    if (organisations == nullptr)
        return reply(errorResponse({"NO_ORGANISATIONS", "there are no organisations here", "organisations"}));
    AboutOrganisations answering{*organisations, call, std::move(reply)};
    switch (route) {
    case RouteId::Organisations:
        return answering.list();
    case RouteId::Organisation:
        return answering.one();
    case RouteId::OrganisationHistory:
        return answering.history();
    case RouteId::SaveOrganisation:
        return answering.save();
    case RouteId::UserOrganisation:
        return answering.setMember();
    case RouteId::ApprovalPolicy:
        return answering.policy();
    case RouteId::SetApprovalPolicy:
        return answering.setPolicy();
    default:
        return answering.reply(
            errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
