#include "server/fleet/events.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/fleet/record_codec.h"

#include <utility>

namespace haneul::fleet {

namespace {

constexpr std::string_view savedType = "fleet.record_saved";
constexpr std::string_view retiredType = "fleet.record_retired";
constexpr std::string_view rulesType = "fleet.rules_changed";
constexpr std::string_view givenType = "fleet.override_given";
constexpr std::string_view withdrawnType = "fleet.override_withdrawn";

struct Write {
    json::JsonWriter& json;

    std::string_view operator()(const RecordSaved& event) const {
        json.key("kind").string(toString(kindOf(event.record))).key("revision").count(event.revision);
        writeRecord(json.key("record"), event.record);
        json.key("note").string(event.note);
        if (!event.flight.empty()) json.key("flight").string(event.flight);
        return savedType;
    }

    std::string_view operator()(const RecordRetired& event) const {
        json.key("kind").string(toString(event.kind)).key("id").string(event.id);
        json.key("revision").count(event.revision).key("retired").boolean(event.retired);
        json.key("reason").string(event.reason);
        return retiredType;
    }

    std::string_view operator()(const RulesChanged& event) const {
        writeRules(json.key("rules"), event.rules);
        json.key("reason").string(event.reason);
        return rulesType;
    }

    std::string_view operator()(const OverrideGiven& event) const {
        json.key("id").string(event.id).key("drone").string(event.drone).key("battery").string(event.battery);
        json.key("pilot").string(event.pilot).key("payloads").beginArray();
        for (const std::string& payload : event.payloads)
            json.string(payload);
        json.endArray().key("question").string(toString(event.question)).key("items").beginArray();
        for (const Item& item : event.items)
            writeItem(json, item);
        json.endArray();
        writeNeed(json.key("need"), event.need);
        json.key("rules_version").integer(event.rulesVersion).key("reason").string(event.reason);
        json.key("until").time(event.until);
        return givenType;
    }

    std::string_view operator()(const OverrideWithdrawn& event) const {
        json.key("id").string(event.id).key("reason").string(event.reason);
        return withdrawnType;
    }
};

// Reads members one after the other; the first error stays.
class Reader {
public:
    explicit Reader(json::Object object)
        : m_object(std::move(object)) {}

    template <class Value, class Take>
    Value take(Take how) {
        Result<Value> read = how(m_object);
        if (read) return *std::move(read);
        if (m_outcome) m_outcome = std::unexpected(read.error());
        return Value{};
    }

    // Empty where entries lack it from before there was such a member.
    std::string laterText(std::string_view key) {
        return take<std::optional<std::string>>([&](json::Object& object) { return object.optionalString(key); })
            .value_or("");
    }

    std::string text(std::string_view key) {
        return take<std::string>([&](json::Object& object) { return object.string(key); });
    }

    std::vector<std::string> texts(std::string_view key) {
        return take<std::vector<std::string>>([&](json::Object& object) { return object.strings(key); });
    }

    bool truth(std::string_view key) {
        return take<bool>([&](json::Object& object) { return object.boolean(key); });
    }

    std::int64_t number(std::string_view key) {
        const auto number = take<std::int64_t>([&](json::Object& object) { return object.integer(key); });
        if (number < 0) bad(key, "must not be negative");
        return number;
    }

    UtcMs time(std::string_view key) {
        const auto time = fromRfc3339(text(key));
        if (!time) bad(key, "must be a time");
        return time.value_or(UtcMs{});
    }

    template <class Value>
    Value below(std::string_view key, Result<Value> (*from)(json::Object)) {
        return take<Value>([&](json::Object& object) -> Result<Value> {
            auto inner = object.object(key);
            if (!inner) return std::unexpected(inner.error());
            return from(*std::move(inner));
        });
    }

    template <class Enum>
    Enum named(std::string_view key, std::optional<Enum> (*from)(std::string_view)) {
        const auto found = from(text(key));
        if (!found) bad(key, "there is no such one");
        return found.value_or(Enum{});
    }

    std::vector<Item> items(std::string_view key) {
        return take<std::vector<Item>>([&](json::Object& object) -> Result<std::vector<Item>> {
            auto objects = object.objects(key);
            if (!objects) return std::unexpected(objects.error());
            std::vector<Item> items;
            for (json::Object& one : *objects) {
                auto item = itemFrom(std::move(one));
                if (!item) return std::unexpected(item.error());
                items.push_back(*std::move(item));
            }
            return items;
        });
    }

    void bad(std::string_view key, std::string message) {
        if (m_outcome) m_outcome = fail("BAD_ENTRY", std::move(message), std::string(key));
    }

    [[nodiscard]] Result<FleetEvent> finish(FleetEvent event) const {
        if (!m_outcome) return std::unexpected(m_outcome.error());
        if (auto finished = m_object.finish(); !finished) return std::unexpected(finished.error());
        return event;
    }

private:
    json::Object m_object;
    Result<void> m_outcome;
};

Result<FleetEvent> savedFrom(Reader& reader) {
    const Kind kind = reader.named("kind", kindFrom);
    RecordSaved event;
    event.revision = static_cast<std::uint64_t>(reader.number("revision"));
    event.record = reader.take<Record>([&](json::Object& object) -> Result<Record> {
        auto inner = object.object("record");
        if (!inner) return std::unexpected(inner.error());
        return recordFrom(kind, *std::move(inner));
    });
    event.note = reader.text("note");
    event.flight = reader.laterText("flight");
    return reader.finish(std::move(event));
}

Result<FleetEvent> retiredFrom(Reader& reader) {
    RecordRetired event;
    event.kind = reader.named("kind", kindFrom);
    event.id = reader.text("id");
    event.revision = static_cast<std::uint64_t>(reader.number("revision"));
    event.retired = reader.truth("retired");
    event.reason = reader.text("reason");
    return reader.finish(std::move(event));
}

Result<FleetEvent> givenFrom(Reader& reader) {
    OverrideGiven event;
    event.id = reader.text("id");
    event.drone = reader.text("drone");
    event.battery = reader.text("battery");
    event.pilot = reader.text("pilot");
    event.payloads = reader.texts("payloads");
    event.question = reader.named("question", questionFromString);
    event.items = reader.items("items");
    event.need = reader.below("need", needFrom);
    event.rulesVersion = static_cast<int>(reader.number("rules_version"));
    event.reason = reader.text("reason");
    event.until = reader.time("until");
    return reader.finish(std::move(event));
}

} // namespace

bool OverrideGiven::operator==(const OverrideGiven& other) const {
    return toEvent(*this).body == toEvent(other).body; // core's Need has no comparison
}

log::NewEvent toEvent(const FleetEvent& event) {
    json::JsonWriter json;
    json.beginObject();
    const auto type = std::visit(Write{json}, event);
    json.endObject();
    return {std::string(type), json.take()};
}

Result<FleetEvent> eventFrom(std::string_view type, std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    Reader reader(*std::move(object));
    if (type == savedType) return savedFrom(reader);
    if (type == retiredType) return retiredFrom(reader);
    if (type == givenType) return givenFrom(reader);
    if (type == rulesType) {
        auto rules = reader.below("rules", rulesFrom);
        auto reason = reader.text("reason");
        return reader.finish(RulesChanged{std::move(rules), std::move(reason)});
    }
    if (type == withdrawnType) {
        auto id = reader.text("id");
        auto reason = reader.text("reason");
        return reader.finish(OverrideWithdrawn{std::move(id), std::move(reason)});
    }
    return fail("BAD_ENTRY", "this version does not know the type", std::string(type));
}

} // namespace haneul::fleet
