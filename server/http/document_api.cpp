#include "server/http/document_api.h"

#include "core/json/json_writer.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <type_traits>
#include <utility>

namespace haneul::http {

using json::JsonWriter;
using json::Object;

namespace {

using documents::Document;
using documents::DocumentHead;
using Reply = std::function<void(Response)>;

constexpr std::array documentRoutes{RouteId::Documents,   RouteId::PutNewDocument,    RouteId::Document,
                                    RouteId::PutDocument, RouteId::DocumentRevisions, RouteId::WithdrawDocument};

void textOrNull(JsonWriter& json, std::string_view key, const std::string& text) {
    json.key(key);
    text.empty() ? json.null() : json.string(text);
}

void writeFields(JsonWriter& json, const DocumentHead& head) {
    json.key("id").string(head.id).key("revision").count(head.revision).key("kind").string(head.kind);
    textOrNull(json, "mission", head.about.mission);
    textOrNull(json, "plan", head.about.plan);
    textOrNull(json, "drone", head.about.drone);
    json.key("content");
    if (head.content)
        documents::write(json, *head.content);
    else
        json.null();
    json.key("keep_until").timeOrNull(head.keepUntil);
    json.key("by").string(head.by).key("at").time(head.at).key("bytes").count(head.bytes).key("withdrawn");
    if (!head.withdrawn) {
        json.null();
        return;
    }
    json.beginObject().key("by").string(head.withdrawn->by).key("at").time(head.withdrawn->at);
    json.key("reason").string(head.withdrawn->reason).endObject();
}

std::string headJson(const DocumentHead& head) {
    JsonWriter json;
    json.beginObject();
    writeFields(json, head);
    json.endObject();
    return json.take();
}

std::string documentJson(const Document& document) {
    JsonWriter json;
    json.beginObject();
    writeFields(json, document.head);
    json.key("body").raw(document.body).endObject();
    return json.take();
}

std::string headsJson(std::string_view name, const std::vector<DocumentHead>& heads) {
    JsonWriter json;
    json.beginObject().key(name).beginArray();
    for (const DocumentHead& head : heads) {
        json.beginObject();
        writeFields(json, head);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

template <class T, class Write>
documents::Done<T> replying(const Reply& reply, Write write) {
    return [reply, write](const Result<T>& result) {
        if (!result) return reply(refusalOfRule(result.error()));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

std::optional<UtcMs> timeIn(QueryReader& query, const std::string& name) {
    return query.word(name, [](std::string_view text) { return fromRfc3339(text); });
}

struct Answering {
    documents::DocumentService& service;
    ServiceCall& call;
    Reply reply;

    [[nodiscard]] const std::string& parameter() const { return call.match.parameters.front(); }

    template <class Reader>
    bool refused(Reader& reader) const {
        const auto error = reader.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void find() const {
        QueryReader query(call.query);
        documents::DocumentFilter filter{.kind = query.text("kind").value_or(""),
                                         .about = {.mission = query.text("mission").value_or(""),
                                                   .plan = query.text("plan").value_or(""),
                                                   .drone = query.text("drone").value_or("")},
                                         .from = timeIn(query, "from"),
                                         .to = timeIn(query, "to"),
                                         .sha256 = query.text("sha256").value_or(""),
                                         .withdrawn = query.flag("withdrawn"),
                                         .path = query.text("field").value_or(""),
                                         .value = query.text("value"),
                                         .limit = query.limit()};
        if (filter.value && filter.path.empty()) query.bad("value", "the field is wanted that has it");
        if (refused(query)) return;
        service.find(call.who, std::move(filter), replying<std::vector<DocumentHead>>(reply, [](const auto& heads) {
                         return jsonResponse(headsJson("documents", heads));
                     }));
    }

    // `id`: of the path; empty, one is made.
    void put(std::string id) const {
        BodyReader body(call.contentType, call.body);
        documents::NewDocument document{.id = std::move(id)};
        if (!document.id.empty())
            document.basedOn = body.take<std::uint64_t>([](Object& from) -> Result<std::uint64_t> {
                const auto number = from.integer("based_on");
                if (!number) return std::unexpected(number.error());
                if (*number < 0) return fail("BAD_FIELD", "must not be below 0", "based_on");
                return static_cast<std::uint64_t>(*number);
            });
        document.kind = body.text("kind");
        document.about = {body.optionalText("mission").value_or(""), body.optionalText("plan").value_or(""),
                          body.optionalText("drone").value_or("")};
        document.content = body.take<std::optional<documents::Content>>(
            [](Object& from) { return documents::contentFrom(from, "content"); });
        document.keepUntil =
            body.take<std::optional<UtcMs>>([](Object& from) { return documents::timeFrom(from, "keep_until"); });
        document.body = body.take<std::string>([](Object& from) { return from.raw("body"); });
        if (refused(body)) return;
        service.put(call.who, std::move(document), replying<DocumentHead>(reply, [](const auto& head) {
                        return withStatus(head.revision == 1 ? 201 : 200, headJson(head));
                    }));
    }

    void read() const {
        QueryReader query(call.query);
        const auto revision = query.word("revision", [](std::string_view text) -> std::optional<std::uint64_t> {
            std::uint32_t number = 0;
            const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (problem != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
            return number;
        });
        if (refused(query)) return;
        service.read(call.who, parameter(), revision, replying<Document>(reply, [](const auto& document) {
                         return jsonResponse(documentJson(document));
                     }));
    }

    void revisions() const {
        service.revisions(call.who, parameter(), replying<std::vector<DocumentHead>>(reply, [](const auto& heads) {
                              return jsonResponse(headsJson("revisions", heads));
                          }));
    }

    void withdraw() const {
        BodyReader body(call.contentType, call.body);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.withdraw(call.who, parameter(), std::move(reason), replying<void>(reply, okay));
    }
};

} // namespace

bool isDocumentRoute(RouteId route) {
    return std::ranges::contains(documentRoutes, route);
}

void answerDocument(documents::DocumentService& service, ServiceCall call, std::function<void(Response)> reply) {
    const Answering answering{service, call, std::move(reply)};
    const RouteId route = call.match.route->id;
    if (route == RouteId::Documents) return answering.find();
    if (route == RouteId::Document) return answering.read();
    if (!call.query.empty()) return answering.reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    switch (route) {
    case RouteId::PutNewDocument:
        return answering.put({});
    case RouteId::PutDocument:
        return answering.put(answering.parameter());
    case RouteId::DocumentRevisions:
        return answering.revisions();
    case RouteId::WithdrawDocument:
        return answering.withdraw();
    default:
        return answering.reply(
            errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
