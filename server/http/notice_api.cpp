#include "server/http/notice_api.h"

#include "core/json/json_writer.h"
#include "server/http/reading.h"
#include "server/notify/events.h"
#include "server/notify/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::http {

using json::JsonWriter;
using json::Object;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::array noticeRoutes{RouteId::MyNotices,         RouteId::AcknowledgeNotice,
                                  RouteId::NoticePreferences, RouteId::SetNoticePreferences,
                                  RouteId::SendNotice,        RouteId::Outbox,
                                  RouteId::OutboxDelivery,    RouteId::SendNoticeAgain,
                                  RouteId::NoticeChannels,    RouteId::SetNoticeChannel};

template <class T, class Write>
notify::Done<T> replying(const Reply& reply, Write write) {
    return [reply, write](const Result<T>& result) {
        if (!result) return reply(refusalOfRule(result.error()));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

void writeWords(JsonWriter& json, const std::string& message, const std::vector<std::string>& arguments) {
    for (const notify::Language language : {notify::Language::Korean, notify::Language::English}) {
        const auto words = notify::worded(message, arguments, language);
        json.key(toString(language)).beginObject();
        json.key("subject").string(words.subject).key("text").string(words.text).endObject();
    }
}

void write(JsonWriter& json, const notify::NoticeRecord& notice) {
    json.beginObject();
    json.key("id").string(notice.id).key("kind").string(toString(notice.kind));
    json.key("severity").string(toString(notice.severity)).key("message").string(notice.message);
    json.key("arguments").beginArray();
    for (const std::string& argument : notice.arguments)
        json.string(argument);
    json.endArray();
    json.key("about");
    notify::write(json, notice.about);
    json.key("created").time(notice.created).key("by").string(notice.by);
    json.key("acknowledged").timeOrNull(notice.acknowledged);
    writeWords(json, notice.message, notice.arguments);
    json.endObject();
}

void writeFields(JsonWriter& json, const notify::DeliveryRecord& delivery) {
    json.key("id").string(delivery.id).key("notice").string(delivery.notice);
    json.key("user");
    delivery.user.empty() ? json.null() : json.string(delivery.user);
    json.key("channel").string(toString(delivery.channel)).key("state").string(toString(delivery.state));
    json.key("severity").string(toString(delivery.severity)).key("created").time(delivery.created);
    json.key("attempts").integer(delivery.attempts).key("next_try").timeOrNull(delivery.nextTry);
    json.key("delivered").timeOrNull(delivery.delivered);
    json.key("last_code").string(delivery.lastCode).key("last_detail").string(delivery.lastDetail);
    json.key("origin").string(delivery.origin);
    writeWords(json, delivery.message, delivery.arguments);
}

template <class Records, class Write>
std::string listJson(std::string_view name, const Records& records, Write writeOne) {
    JsonWriter json;
    json.beginObject().key(name).beginArray();
    for (const auto& record : records)
        writeOne(json, record);
    json.endArray().endObject();
    return json.take();
}

std::string historyJson(const notify::DeliveryHistory& history) {
    JsonWriter json;
    json.beginObject();
    writeFields(json, history.delivery);
    json.key("history").beginArray();
    for (const notify::Attempt& attempt : history.attempts) {
        json.beginObject().key("number").integer(attempt.number).key("at").time(attempt.at);
        json.key("outcome").string(toString(attempt.outcome)).key("code").string(attempt.code);
        json.key("detail").string(attempt.detail).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

void write(JsonWriter& json, const notify::ChannelRecord& record) {
    json.beginObject().key("channel").string(toString(record.config.channel));
    notify::writeFields(json, record.config);
    json.key("has_secret").boolean(record.hasSecret).key("by");
    record.by.empty() ? json.null() : json.string(record.by);
    json.key("changed").timeOrNull(record.changed);
    json.key("waiting").count(record.waiting).key("dead").count(record.dead).endObject();
}

struct Answering {
    notify::NoticeCentre& centre;
    ServiceCall& call;
    Reply reply;

    [[nodiscard]] const std::string& parameter() const { return call.match.parameters.front(); }

    [[nodiscard]] notify::Done<void> done() const { return replying<void>(reply, okay); }

    template <class Reader>
    bool refused(Reader& reader) const {
        const auto error = reader.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void own() {
        QueryReader query(call.query);
        notify::OwnFilter filter{
            .unreadOnly = query.flag("unread"), .before = query.text("before").value_or(""), .limit = query.limit()};
        if (refused(query)) return;
        centre.own(call.who, std::move(filter), replying<notify::OwnNotices>(reply, [](const auto& own) {
                       JsonWriter json;
                       json.beginObject().key("unread").count(own.unread).key("notices").beginArray();
                       for (const auto& notice : own.notices)
                           write(json, notice);
                       json.endArray().endObject();
                       return jsonResponse(json.take());
                   }));
    }

    void preferences() {
        centre.preferences(call.who, replying<notify::Preferences>(reply, [](const auto& preferences) {
                               JsonWriter json;
                               json.beginObject();
                               notify::writeFields(json, preferences);
                               json.endObject();
                               return jsonResponse(json.take());
                           }));
    }

    void setPreferences() {
        BodyReader body(call.contentType, call.body);
        auto preferences = body.take<notify::Preferences>(notify::preferencesFrom);
        if (refused(body)) return;
        centre.setPreferences(call.who, std::move(preferences), done());
    }

    void send() {
        BodyReader body(call.contentType, call.body);
        notify::NewNotice notice;
        notice.key = body.optionalText("key").value_or("");
        notice.kind = body.word("kind", notify::kindFrom);
        notice.severity = body.word("severity", notify::severityFrom);
        notice.message = body.text("message");
        notice.arguments = body.texts("arguments");
        notice.to = body.take<notify::Addressees>(
            [](Object& from) { return from.object("to").and_then(notify::addresseesFrom); });
        notice.about = body.take<notify::Reference>([](Object& from) -> Result<notify::Reference> {
            if (!from.has("about"))
                return from.optionalString("about").transform([](auto&&) { return notify::Reference{}; });
            return from.object("about").and_then(notify::referenceFrom);
        });
        if (refused(body)) return;
        centre.send(call.who, std::move(notice), replying<std::string>(reply, [](const std::string& id) {
                        JsonWriter json;
                        json.beginObject().key("id").string(id).endObject();
                        return withStatus(201, json.take());
                    }));
    }

    void outbox() {
        QueryReader query(call.query);
        notify::OutboxFilter filter{.state = query.word("state", notify::deliveryStateFrom),
                                    .channel = query.word("channel", notify::channelFrom),
                                    .notice = query.text("notice").value_or(""),
                                    .limit = query.limit()};
        if (refused(query)) return;
        centre.outbox(call.who, std::move(filter),
                      replying<std::vector<notify::DeliveryRecord>>(reply, [](const auto& records) {
                          return jsonResponse(listJson("deliveries", records, [](JsonWriter& json, const auto& one) {
                              json.beginObject();
                              writeFields(json, one);
                              json.endObject();
                          }));
                      }));
    }

    void delivery() {
        centre.delivery(call.who, parameter(), replying<notify::DeliveryHistory>(reply, [](const auto& history) {
                            return jsonResponse(historyJson(history));
                        }));
    }

    void channels() {
        centre.channels(call.who, replying<std::vector<notify::ChannelRecord>>(reply, [](const auto& records) {
                            return jsonResponse(listJson("channels", records,
                                                         [](JsonWriter& json, const auto& one) { write(json, one); }));
                        }));
    }

    void setChannel() {
        const auto channel = notify::channelFrom(parameter());
        if (!channel || !std::ranges::contains(notify::outerChannels, *channel))
            return reply(errorResponse({"NO_SUCH_CHANNEL", "email, webhook, sms or push", parameter()}));
        BodyReader body(call.contentType, call.body);
        auto config =
            body.take<notify::ChannelConfig>([&](Object& from) { return notify::channelConfigFrom(from, *channel); });
        auto secret = body.optionalText("secret");
        if (refused(body)) return;
        centre.setChannel(call.who, std::move(config), std::move(secret), done());
    }

    void noQuery() {
        if (call.query.empty()) return answer();
        reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    }

    void answer() {
        switch (call.match.route->id) {
        case RouteId::AcknowledgeNotice:
            return centre.acknowledge(call.who, parameter(), done());
        case RouteId::NoticePreferences:
            return preferences();
        case RouteId::SetNoticePreferences:
            return setPreferences();
        case RouteId::SendNotice:
            return send();
        case RouteId::OutboxDelivery:
            return delivery();
        case RouteId::SendNoticeAgain:
            return centre.sendAgain(call.who, parameter(), done());
        case RouteId::NoticeChannels:
            return channels();
        case RouteId::SetNoticeChannel:
            return setChannel();
        default:
            return reply(
                errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
        }
    }
};

} // namespace

bool isNoticeRoute(RouteId route) {
    return std::ranges::contains(noticeRoutes, route);
}

void answerNotice(notify::NoticeCentre& centre, ServiceCall call, std::function<void(Response)> reply) {
    Answering answering{centre, call, std::move(reply)};
    if (call.match.route->id == RouteId::MyNotices) return answering.own();
    if (call.match.route->id == RouteId::Outbox) return answering.outbox();
    answering.noQuery();
}

} // namespace haneul::http
