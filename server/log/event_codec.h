#pragma once

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/log/event_log.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

// How the rooms write their events into entries and read them again. A room has a std::variant of its events; beside
// them, found by their types: a function fields(visit, event) that calls visit(key, member) for each field, used by
// writer and reader alike; a Write that puts each kind of field into json; a Read on FieldReader that takes it; and a
// template Name whose `value` is the type of an event's entry.
namespace haneul::log {

// What readers have in common: it keeps the first error. Code BAD_ENTRY, and those of json::Object.
struct FieldReader {
    json::Object& object;
    Result<void> outcome{};

    template <class Value>
    void take(Result<Value> read, Value& value) {
        if (read)
            value = *std::move(read);
        else if (outcome)
            outcome = std::unexpected(read.error());
    }

    void bad(std::string_view key, std::string message) {
        if (outcome) outcome = fail("BAD_ENTRY", std::move(message), std::string(key));
    }
};

template <class AnyEvent, template <class> class Name, class Write, class Read>
class EventCodec {
public:
    [[nodiscard]] static NewEvent write(const AnyEvent& event) {
        return std::visit(
            [](auto copy) { // a copy, because the list of fields serves the reader too
                json::JsonWriter json;
                json.beginObject();
                fields(Write{json}, copy);
                json.endObject();
                return NewEvent{std::string(Name<decltype(copy)>::value), json.take()};
            },
            event);
    }

    // Codes: BAD_ENTRY (a type that is not among the events, or a body that it does not have), those of json::Object.
    [[nodiscard]] static Result<AnyEvent> read(std::string_view type, std::string_view body) {
        return readAny(type, body, std::make_index_sequence<std::variant_size_v<AnyEvent>>());
    }

private:
    template <class Event>
    static Result<AnyEvent> readAs(std::string_view body) {
        auto object = json::Object::parse(body);
        if (!object) return std::unexpected(object.error());
        Event event;
        Read read{{*object}};
        fields(read, event);
        if (!read.outcome) return std::unexpected(read.outcome.error());
        if (auto finished = object->finish(); !finished) return std::unexpected(finished.error());
        return event;
    }

    template <std::size_t... I>
    static Result<AnyEvent> readAny(std::string_view type, std::string_view body, std::index_sequence<I...>) {
        Result<AnyEvent> event = fail("BAD_ENTRY", "this version does not know the type", std::string(type));
        const auto attempt = [&]<class Event>(std::in_place_type_t<Event>) {
            if (Name<Event>::value != type) return false;
            event = readAs<Event>(body);
            return true;
        };
        (void)(attempt(std::in_place_type<std::variant_alternative_t<I, AnyEvent>>) || ...);
        return event;
    }
};

} // namespace haneul::log
