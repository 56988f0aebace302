#include "server/notify/events.h"

#include <algorithm>
#include <utility>

namespace haneul::notify {

namespace {

using json::JsonWriter;
using json::Object;

constexpr std::string_view created = "notice.created";
constexpr std::string_view acknowledged = "notice.acknowledged";
constexpr std::string_view attempted = "notice.delivery_attempted";
constexpr std::string_view sentAgain = "notice.delivery_sent_again";
constexpr std::string_view preferencesSet = "notice.preferences_set";
constexpr std::string_view channelSet = "notice.channel_set";

// Takes field after field and keeps the first error.
class Fields {
public:
    explicit Fields(Object& object)
        : m_object(object) {}

    template <class T, class Read>
    T take(Read read) {
        if (m_error) return T{};
        Result<T> value = read(m_object);
        if (value) return *std::move(value);
        m_error = value.error();
        return T{};
    }

    std::string text(std::string_view key) {
        return take<std::string>([&](Object& object) { return object.string(key); });
    }

    std::string textOrNone(std::string_view key) {
        return take<std::optional<std::string>>([&](Object& object) { return object.optionalString(key); })
            .value_or("");
    }

    std::int64_t integer(std::string_view key) {
        return take<std::int64_t>([&](Object& object) { return object.integer(key); });
    }

    bool flag(std::string_view key) {
        return take<bool>([&](Object& object) { return object.boolean(key); });
    }

    std::vector<std::string> texts(std::string_view key) {
        return take<std::vector<std::string>>([&](Object& object) { return object.strings(key); });
    }

    std::vector<std::string> textsOrNone(std::string_view key) {
        return take<std::vector<std::string>>([&](Object& object) -> Result<std::vector<std::string>> {
            if (!object.has(key))
                return object.optionalString(key).transform([](auto&&) { return std::vector<std::string>(); });
            return object.strings(key);
        });
    }

    std::vector<Object> objectsOrNone(std::string_view key) {
        return take<std::vector<Object>>([&](Object& object) -> Result<std::vector<Object>> {
            if (!object.has(key))
                return object.optionalString(key).transform([](auto&&) { return std::vector<Object>(); });
            return object.objects(key);
        });
    }

    UtcMs time(std::string_view key) {
        const auto at = fromRfc3339(text(key));
        if (!at) bad(key, "not an instant");
        return at.value_or(UtcMs{});
    }

    std::optional<UtcMs> timeOrNone(std::string_view key) {
        const std::string value = textOrNone(key);
        if (value.empty()) return std::nullopt;
        const auto at = fromRfc3339(value);
        if (!at) bad(key, "not an instant");
        return at;
    }

    // A word of a list.
    template <class From>
    auto word(std::string_view key, From from) {
        return wordOf(key, text(key), from);
    }

    template <class From>
    auto wordOf(std::string_view key, const std::string& name, From from) {
        const auto value = from(name);
        if (!value) bad(key, "there is no such value: " + name.substr(0, 64));
        return value.value_or(typename decltype(value)::value_type{});
    }

    void bad(std::string_view key, std::string message) {
        if (!m_error) m_error = Error{"BAD_FIELD", std::move(message), std::string(key)};
    }

    template <class T>
    Result<T> result(T value) {
        if (m_error) return std::unexpected(*m_error);
        return value;
    }

    [[nodiscard]] bool good() const { return !m_error; }

    template <class T>
    T adopt(Result<T> read) {
        return take<T>([&](Object&) { return std::move(read); });
    }

private:
    Object& m_object;
    std::optional<Error> m_error;
};

template <class Texts>
void writeTexts(JsonWriter& json, std::string_view key, const Texts& texts) {
    json.key(key).beginArray();
    for (const auto& text : texts)
        json.string(text);
    json.endArray();
}

void write(JsonWriter& json, const Circle& circle) {
    json.beginObject().key("lat").exact(circle.centre.latitude_deg).key("lon").exact(circle.centre.longitude_deg);
    json.key("radius_m").exact(circle.radius_m).endObject();
}

Result<Circle> circleFrom(Object object) {
    Fields fields(object);
    const auto number = [&](std::string_view key) {
        return fields.take<double>([&](Object& from) { return from.number(key); });
    };
    const Circle circle{{number("lat"), number("lon")}, number("radius_m")};
    if (fields.good())
        if (const auto finished = object.finish(); !finished) return std::unexpected(finished.error());
    return fields.result(circle);
}

// -- one pair of functions per event

void write(JsonWriter& json, const NoticeCreated& event) {
    const NewNotice& notice = event.notice;
    json.key("notice").string(event.id).key("key").string(notice.key);
    json.key("kind").string(toString(notice.kind)).key("severity").string(toString(notice.severity));
    json.key("message").string(notice.message);
    writeTexts(json, "arguments", notice.arguments);
    json.key("to");
    write(json, notice.to);
    json.key("about");
    write(json, notice.about);
    writeTexts(json, "recipients", event.recipients);
    json.key("ways").beginArray();
    for (const Way& way : event.ways)
        json.beginObject().key("channel").string(toString(way.channel)).key("user").string(way.user).endObject();
    json.endArray();
}

Result<NoticeCreated> createdFrom(Object& object) {
    Fields fields(object);
    NoticeCreated event;
    NewNotice& notice = event.notice;
    event.id = fields.text("notice");
    notice.key = fields.text("key");
    notice.kind = fields.word("kind", kindFrom);
    notice.severity = fields.word("severity", severityFrom);
    notice.message = fields.text("message");
    notice.arguments = fields.texts("arguments");
    notice.to = fields.take<Addressees>([](Object& from) { return from.object("to").and_then(addresseesFrom); });
    notice.about = fields.take<Reference>([](Object& from) { return from.object("about").and_then(referenceFrom); });
    event.recipients = fields.texts("recipients");
    for (Object& one : fields.take<std::vector<Object>>([](Object& from) { return from.objects("ways"); })) {
        Fields inner(one);
        Way way{.channel = inner.word("channel", channelFrom), .user = inner.text("user")};
        event.ways.push_back(fields.adopt(inner.result(std::move(way))));
    }
    return fields.result(std::move(event));
}

void write(JsonWriter& json, const NoticeAcknowledged& event) {
    json.key("notice").string(event.id).key("user").string(event.user);
}

Result<NoticeAcknowledged> acknowledgedFrom(Object& object) {
    Fields fields(object);
    NoticeAcknowledged event{fields.text("notice"), fields.text("user")};
    return fields.result(std::move(event));
}

void write(JsonWriter& json, const DeliveryAttempted& event) {
    json.key("delivery").string(event.delivery).key("attempt").integer(event.attempt.number);
    json.key("at").time(event.attempt.at).key("outcome").string(toString(event.attempt.outcome));
    json.key("code").string(event.attempt.code).key("detail").string(event.attempt.detail);
    json.key("next_try").timeOrNull(event.nextTry);
}

Result<DeliveryAttempted> attemptedFrom(Object& object) {
    Fields fields(object);
    DeliveryAttempted event;
    event.delivery = fields.text("delivery");
    event.attempt.number = static_cast<int>(std::clamp<std::int64_t>(fields.integer("attempt"), 0, 1'000'000));
    event.attempt.at = fields.time("at");
    event.attempt.outcome = fields.word("outcome", outcomeFrom);
    event.attempt.code = fields.text("code");
    event.attempt.detail = fields.text("detail");
    event.nextTry = fields.timeOrNone("next_try");
    return fields.result(std::move(event));
}

void write(JsonWriter& json, const DeliverySentAgain& event) {
    json.key("delivery").string(event.delivery);
}

Result<DeliverySentAgain> sentAgainFrom(Object& object) {
    Fields fields(object);
    return fields.result(DeliverySentAgain{fields.text("delivery")});
}

void write(JsonWriter& json, const PreferencesSet& event) {
    json.key("user").string(event.user);
    writeFields(json, event.preferences);
}

Result<PreferencesSet> preferencesSetFrom(Object& object) {
    Fields fields(object);
    PreferencesSet event;
    event.user = fields.text("user");
    event.preferences = fields.adopt(preferencesFrom(object));
    return fields.result(std::move(event));
}

void write(JsonWriter& json, const ChannelSet& event) {
    json.key("channel").string(toString(event.config.channel));
    writeFields(json, event.config);
    json.key("secret_changed").boolean(event.secretChanged);
}

Result<ChannelSet> channelSetFrom(Object& object) {
    Fields fields(object);
    ChannelSet event;
    const Channel channel = fields.word("channel", channelFrom);
    event.config = fields.adopt(channelConfigFrom(object, channel));
    event.secretChanged = fields.flag("secret_changed");
    return fields.result(std::move(event));
}

template <class Event>
log::NewEvent made(std::string_view type, const Event& event) {
    JsonWriter json;
    json.beginObject();
    write(json, event);
    json.endObject();
    return {std::string(type), json.take()};
}

template <class Event>
Result<NotifyEvent> readAs(std::string_view body, Result<Event> (*read)(Object&)) {
    auto object = Object::parse(body);
    if (!object) return std::unexpected(object.error());
    auto event = read(*object);
    if (!event) return std::unexpected(event.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return NotifyEvent(*std::move(event));
}

} // namespace

void write(JsonWriter& json, const Addressees& to) {
    json.beginObject();
    writeTexts(json, "users", to.users);
    json.key("roles").beginArray();
    for (const people::Role role : to.roles)
        json.string(people::toString(role));
    json.endArray();
    json.key("area");
    if (to.area)
        write(json, *to.area);
    else
        json.null();
    json.endObject();
}

Result<Addressees> addresseesFrom(Object object) {
    Fields fields(object);
    Addressees to;
    for (std::string& user : fields.textsOrNone("users"))
        to.users.insert(std::move(user));
    for (const std::string& role : fields.textsOrNone("roles"))
        to.roles.insert(fields.wordOf("roles", role, people::roleFrom));
    if (object.has("area"))
        to.area = fields.take<Circle>([](Object& from) { return from.object("area").and_then(circleFrom); });
    else
        (void)object.optionalString("area"); // null, or not there
    if (fields.good())
        if (const auto finished = object.finish(); !finished) return std::unexpected(finished.error());
    return fields.result(std::move(to));
}

void write(JsonWriter& json, const Reference& about) {
    json.beginObject().key("plan").string(about.plan).key("zone").string(about.zone);
    json.key("mission").string(about.mission).endObject();
}

Result<Reference> referenceFrom(Object object) {
    Fields fields(object);
    Reference about{fields.textOrNone("plan"), fields.textOrNone("zone"), fields.textOrNone("mission")};
    if (fields.good())
        if (const auto finished = object.finish(); !finished) return std::unexpected(finished.error());
    return fields.result(std::move(about));
}

void writeFields(JsonWriter& json, const Preferences& preferences) {
    json.key("language").string(toString(preferences.language)).key("email").string(preferences.email);
    json.key("phone").string(preferences.phone).key("push").string(preferences.push);
    json.key("channels").beginObject();
    for (const auto& [kind, channels] : preferences.channels) {
        json.key(toString(kind)).beginArray();
        for (const Channel channel : channels)
            json.string(toString(channel));
        json.endArray();
    }
    json.endObject();
    json.key("areas").beginArray();
    for (const Circle& area : preferences.areas)
        write(json, area);
    json.endArray();
}

Result<Preferences> preferencesFrom(Object& object) {
    Fields fields(object);
    Preferences preferences;
    preferences.language = fields.word("language", languageFrom);
    preferences.email = fields.textOrNone("email");
    preferences.phone = fields.textOrNone("phone");
    preferences.push = fields.textOrNone("push");
    auto inner = object.object("channels");
    if (!inner) return std::unexpected(inner.error());
    for (const std::string& name : inner->keys()) {
        const NoticeKind kind = fields.wordOf("channels", name, kindFrom);
        Fields lists(*inner);
        auto& channels = preferences.channels[kind];
        for (const std::string& channel : lists.texts(name))
            channels.insert(fields.wordOf("channels", channel, channelFrom));
        (void)fields.adopt(lists.result(true));
    }
    for (Object& area : fields.objectsOrNone("areas"))
        preferences.areas.push_back(fields.adopt(circleFrom(std::move(area))));
    return fields.result(std::move(preferences));
}

void writeFields(JsonWriter& json, const ChannelConfig& config) {
    json.key("enabled").boolean(config.enabled).key("url").string(config.url).key("account").string(config.account);
    json.key("sender").string(config.sender).key("security").string(toString(config.security));
    json.key("ca_file").string(config.caFile).key("content_type").string(config.contentType);
    json.key("template").string(config.bodyTemplate);
    json.key("kinds").beginArray();
    for (const NoticeKind kind : config.kinds)
        json.string(toString(kind));
    json.endArray();
    json.key("timeout_ms").integer(config.timeout_ms);
}

// What is not said keeps its default.
Result<ChannelConfig> channelConfigFrom(Object& object, Channel channel) {
    Fields fields(object);
    ChannelConfig config{.channel = channel};
    const auto text = [&](std::string_view key, std::string& value) {
        if (object.has(key)) value = fields.text(key);
    };
    config.enabled = fields.flag("enabled");
    config.url = fields.text("url");
    text("account", config.account);
    text("sender", config.sender);
    text("ca_file", config.caFile);
    text("content_type", config.contentType);
    text("template", config.bodyTemplate);
    if (object.has("security")) config.security = fields.word("security", securityFrom);
    if (object.has("kinds")) {
        config.kinds.clear();
        for (const std::string& kind : fields.texts("kinds"))
            config.kinds.insert(fields.wordOf("kinds", kind, kindFrom));
    }
    if (object.has("timeout_ms")) config.timeout_ms = fields.integer("timeout_ms");
    return fields.result(std::move(config));
}

log::NewEvent toEvent(const NotifyEvent& event) {
    struct Make {
        log::NewEvent operator()(const NoticeCreated& one) const { return made(created, one); }

        log::NewEvent operator()(const NoticeAcknowledged& one) const { return made(acknowledged, one); }

        log::NewEvent operator()(const DeliveryAttempted& one) const { return made(attempted, one); }

        log::NewEvent operator()(const DeliverySentAgain& one) const { return made(sentAgain, one); }

        log::NewEvent operator()(const PreferencesSet& one) const { return made(preferencesSet, one); }

        log::NewEvent operator()(const ChannelSet& one) const { return made(channelSet, one); }
    };

    return std::visit(Make{}, event);
}

Result<NotifyEvent> eventFrom(std::string_view type, std::string_view body) {
    if (type == created) return readAs(body, createdFrom);
    if (type == acknowledged) return readAs(body, acknowledgedFrom);
    if (type == attempted) return readAs(body, attemptedFrom);
    if (type == sentAgain) return readAs(body, sentAgainFrom);
    if (type == preferencesSet) return readAs(body, preferencesSetFrom);
    if (type == channelSet) return readAs(body, channelSetFrom);
    return fail("BAD_ENTRY", "this version does not know the type", std::string(type));
}

std::string deliveryId(const std::string& notice, const Way& way) {
    return notice + "-" + std::string(toString(way.channel)) + (way.user.empty() ? "" : "-" + way.user);
}

} // namespace haneul::notify
