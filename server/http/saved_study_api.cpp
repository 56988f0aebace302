#include "server/http/saved_study_api.h"

#include "core/json/json_writer.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::http {

using json::JsonWriter;
using json::Object;
using study_store::NewStudy;
using study_store::SavedStudy;
using study_store::StudyHead;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::array savedStudyRoutes{RouteId::SavedStudies, RouteId::SaveNewStudy, RouteId::SavedStudy,
                                      RouteId::SaveStudy, RouteId::RetireStudy};

void writeFields(JsonWriter& json, const StudyHead& head) {
    json.key("id").string(head.id).key("revision").count(head.revision).key("kind").string(head.kind);
    json.key("name").string(head.name).key("preset").string(head.preset).key("provenance").string(head.provenance);
    json.key("by").string(head.by).key("at").time(head.at).key("bytes").count(head.bytes).key("retired");
    if (!head.retired) {
        json.null();
        return;
    }
    json.beginObject().key("by").string(head.retired->by).key("at").time(head.retired->at);
    json.key("reason").string(head.retired->reason).endObject();
}

std::string headJson(const StudyHead& head) {
    JsonWriter json;
    json.beginObject();
    writeFields(json, head);
    json.endObject();
    return json.take();
}

std::string headsJson(const std::vector<StudyHead>& heads) {
    JsonWriter json;
    json.beginObject().key("studies").beginArray();
    for (const StudyHead& head : heads) {
        json.beginObject();
        writeFields(json, head);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string studyJson(const SavedStudy& study) {
    JsonWriter json;
    json.beginObject();
    writeFields(json, study.head);
    json.key("input").raw(study.input).key("result").raw(study.result).endObject();
    return json.take();
}

template <class T, class Write>
study_store::Done<T> replying(const Reply& reply, Write write) {
    return [reply, write](const Result<T>& result) {
        if (!result) return reply(refusalOfRule(result.error()));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

struct Answering {
    study_store::StudyService& service;
    ServiceCall& call;
    Reply reply;

    template <class Reader>
    bool refused(Reader& reader) const {
        const auto error = reader.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void find() const {
        QueryReader query(call.query);
        study_store::StudyFilter filter{
            .kind = query.text("kind").value_or(""), .retired = query.flag("retired"), .limit = query.limit()};
        if (refused(query)) return;
        service.find(call.who, std::move(filter), replying<std::vector<StudyHead>>(reply, [](const auto& heads) {
                         return jsonResponse(headsJson(heads));
                     }));
    }

    // `id`: of the path; empty, one is made.
    void save(std::string id) const {
        BodyReader body(call.contentType, call.body);
        NewStudy study{.id = std::move(id)};
        if (!study.id.empty())
            study.basedOn = body.take<std::uint64_t>([](Object& from) -> Result<std::uint64_t> {
                const auto number = from.integer("based_on");
                if (!number) return std::unexpected(number.error());
                if (*number < 0) return fail("BAD_FIELD", "must not be below 0", "based_on");
                return static_cast<std::uint64_t>(*number);
            });
        study.kind = body.text("kind");
        study.name = body.text("name");
        study.preset = body.textOrEmpty("preset");
        study.provenance = body.textOrEmpty("provenance");
        study.input = body.take<std::string>([](Object& from) { return from.raw("input"); });
        study.result = body.take<std::string>([](Object& from) -> Result<std::string> {
            if (from.has("result")) return from.raw("result");
            return from.optionalString("result").transform([](auto&&) { return std::string("{}"); });
        });
        if (refused(body)) return;
        service.save(call.who, std::move(study), replying<StudyHead>(reply, [](const auto& head) {
                         return withStatus(head.revision == 1 ? 201 : 200, headJson(head));
                     }));
    }

    void read() const {
        service.read(call.who, call.match.parameters.front(),
                     replying<SavedStudy>(reply, [](const auto& study) { return jsonResponse(studyJson(study)); }));
    }

    void retire() const {
        BodyReader body(call.contentType, call.body);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.retire(call.who, call.match.parameters.front(), std::move(reason), replying<void>(reply, okay));
    }
};

} // namespace

bool isSavedStudyRoute(RouteId route) {
    return std::ranges::contains(savedStudyRoutes, route);
}

void answerSavedStudy(study_store::StudyService& service, ServiceCall call, std::function<void(Response)> reply) {
    const Answering answering{service, call, std::move(reply)};
    const RouteId route = call.match.route->id;
    if (route == RouteId::SavedStudies) return answering.find();
    if (!call.query.empty()) return answering.reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    switch (route) {
    case RouteId::SaveNewStudy:
        return answering.save({});
    case RouteId::SaveStudy:
        return answering.save(call.match.parameters.front());
    case RouteId::SavedStudy:
        return answering.read();
    case RouteId::RetireStudy:
        return answering.retire();
    default:
        return answering.reply(
            errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
