#include "server/delivery/events.h"

#include "server/delivery/mission_codec.h"
#include "server/log/event_codec.h"

#include <utility>

namespace haneul::delivery {

namespace {

template <class Event>
struct Name;

#define HANEUL_DELIVERY_EVENT(event, text)                                                                             \
    template <>                                                                                                        \
    struct Name<event> {                                                                                               \
        static constexpr std::string_view value = text;                                                                \
    }

HANEUL_DELIVERY_EVENT(NetworkSaved, "delivery.network_saved");
HANEUL_DELIVERY_EVENT(LinkVerified, "delivery.link_verified");
HANEUL_DELIVERY_EVENT(VerificationWithdrawn, "delivery.verification_withdrawn");
HANEUL_DELIVERY_EVENT(NetworkRemoved, "delivery.network_removed");
HANEUL_DELIVERY_EVENT(OrderPlaced, "delivery.order_placed");
HANEUL_DELIVERY_EVENT(OrderCancelled, "delivery.order_cancelled");
HANEUL_DELIVERY_EVENT(OrderRefused, "delivery.order_refused");
HANEUL_DELIVERY_EVENT(MissionBooked, "delivery.mission_booked");
HANEUL_DELIVERY_EVENT(MissionRetimed, "delivery.mission_retimed");
HANEUL_DELIVERY_EVENT(DroneAssigned, "delivery.drone_assigned");
HANEUL_DELIVERY_EVENT(MissionCancelled, "delivery.mission_cancelled");
HANEUL_DELIVERY_EVENT(MissionAdvanced, "delivery.mission_step");
HANEUL_DELIVERY_EVENT(ActualsRecorded, "delivery.actuals_recorded");
HANEUL_DELIVERY_EVENT(MissionHandedOver, "delivery.mission_handed_over");
#undef HANEUL_DELIVERY_EVENT

struct RawObject {
    std::string& json;
};

// A text that entries lack from before there was such a field.
struct Later {
    std::string& text;
};

// -- one list of fields per event, used by writer and reader alike

template <class Visit>
void fields(Visit&& visit, NetworkSaved& event) {
    visit("network", event.network);
    visit("revision", event.revision);
    visit("body", RawObject{event.body});
    visit("unverified", event.unverified);
}

template <class Visit>
void fields(Visit&& visit, LinkVerified& event) {
    visit("network", event.network);
    visit("a", event.a);
    visit("b", event.b);
    visit("note", event.note);
}

template <class Visit>
void fields(Visit&& visit, VerificationWithdrawn& event) {
    visit("network", event.network);
    visit("a", event.a);
    visit("b", event.b);
    visit("reason", event.reason);
}

template <class Visit>
void fields(Visit&& visit, NetworkRemoved& event) {
    visit("network", event.network);
}

template <class Visit>
void fields(Visit&& visit, OrderPlaced& event) {
    visit("order", event.order);
    visit("network", event.network);
    visit("stop", event.stop);
    visit("payload_kg", event.payload_kg);
    visit("placed", event.placed);
    visit("deadline", event.deadline);
}

template <class Visit>
void fields(Visit&& visit, OrderCancelled& event) {
    visit("order", event.order);
    visit("reason", event.reason);
}

template <class Visit>
void fields(Visit&& visit, OrderRefused& event) {
    visit("order", event.order);
    visit("code", event.code);
    visit("reason", event.reason);
}

template <class Visit>
void fields(Visit&& visit, MissionBooked& event) {
    visit("mission", event.mission);
    visit("network", event.network);
    visit("revision", event.revision);
    visit("drone", event.drone);
    visit("orders", event.orders);
    visit("route", event.route);
    visit("start", event.start);
    visit("end", event.end);
    visit("usages", event.usages);
    visit("start_kept", event.startKept);
    visit("battery", Later{event.battery});
    visit("notes", event.notes);
}

template <class Visit>
void fields(Visit&& visit, MissionRetimed& event) {
    visit("mission", event.mission);
    visit("start", event.start);
    visit("end", event.end);
    visit("usages", event.usages);
    visit("start_kept", event.startKept);
}

template <class Visit>
void fields(Visit&& visit, DroneAssigned& event) {
    visit("mission", event.mission);
    visit("drone", event.drone);
    visit("battery", Later{event.battery});
    visit("notes", event.notes);
}

template <class Visit>
void fields(Visit&& visit, MissionCancelled& event) {
    visit("mission", event.mission);
    visit("reason", event.reason);
}

template <class Visit>
void fields(Visit&& visit, MissionAdvanced& event) {
    visit("mission", event.mission);
    visit("step", event.step);
    visit("note", event.note);
    visit("delivered", event.delivered);
    visit("returned", event.returned);
}

template <class Visit>
void fields(Visit&& visit, ActualsRecorded& event) {
    visit("mission", event.mission);
    visit("actuals", event.actuals);
    visit("begin", event.begin);
    visit("end", event.end);
    visit("usages", event.usages);
}

template <class Visit>
void fields(Visit&& visit, MissionHandedOver& event) {
    visit("mission", event.mission);
    visit("form", event.form);
}

// -- writer

struct Write {
    json::JsonWriter& json;

    void operator()(std::string_view key, const std::string& value) { json.key(key).string(value); }

    void operator()(std::string_view key, RawObject value) { json.key(key).raw(value.json); }

    void operator()(std::string_view key, std::uint64_t value) { json.key(key).count(value); }

    void operator()(std::string_view key, double value) { json.key(key).exact(value); }

    void operator()(std::string_view key, bool value) {
        if (value) json.key(key).boolean(true); // entries from before there was such a field lack it
    }

    void operator()(std::string_view key, Later value) {
        if (!value.text.empty()) json.key(key).string(value.text);
    }

    void operator()(std::string_view key, const std::vector<DroneNote>& value) {
        if (value.empty()) return;
        json.key(key);
        writeNotes(json, value);
    }

    void operator()(std::string_view key, UtcMs value) { json.key(key).time(value); }

    void operator()(std::string_view key, const std::optional<UtcMs>& value) { json.key(key).timeOrNull(value); }

    void operator()(std::string_view key, MissionStep value) { json.key(key).string(toString(value)); }

    void operator()(std::string_view key, const Stop& value) { writeStop(json.key(key), value); }

    void operator()(std::string_view key, const MissionRoute& value) { writeRoute(json.key(key), value); }

    void operator()(std::string_view key, const Usages& value) { writeUsages(json.key(key), value); }

    void operator()(std::string_view key, const Actuals& value) { writeActuals(json.key(key), value); }

    void operator()(std::string_view key, const std::vector<std::string>& value) {
        json.key(key).beginArray();
        for (const std::string& item : value)
            json.string(item);
        json.endArray();
    }

    void operator()(std::string_view key, const std::vector<LinkEnds>& value) {
        json.key(key).beginArray();
        for (const LinkEnds& ends : value)
            json.beginArray().string(ends.a).string(ends.b).endArray();
        json.endArray();
    }
};

// -- reader

struct Read : log::FieldReader {
    template <class Value>
    void below(std::string_view key, Value& value, Result<Value> (*from)(json::Object)) {
        auto inner = object.object(key);
        take(inner ? from(*std::move(inner)) : Result<Value>(std::unexpected(inner.error())), value);
    }

    void operator()(std::string_view key, std::string& value) { take(object.string(key), value); }

    void operator()(std::string_view key, RawObject value) { take(object.raw(key), value.json); }

    void operator()(std::string_view key, std::uint64_t& value) {
        std::int64_t number = 0;
        take(object.integer(key), number);
        if (number < 0) bad(key, "must not be negative");
        value = static_cast<std::uint64_t>(number);
    }

    void operator()(std::string_view key, double& value) { take(object.number(key), value); }

    void operator()(std::string_view key, bool& value) {
        std::optional<bool> given;
        take(object.optionalBoolean(key), given);
        value = given.value_or(false);
    }

    void operator()(std::string_view key, Later value) {
        std::optional<std::string> given;
        take(object.optionalString(key), given);
        value.text = given.value_or("");
    }

    void operator()(std::string_view key, std::vector<DroneNote>& value) {
        if (object.has(key)) take(notesFrom(object, key), value);
    }

    void operator()(std::string_view key, UtcMs& value) { take(timeFrom(object, key), value); }

    void operator()(std::string_view key, std::optional<UtcMs>& value) { take(optionalTimeFrom(object, key), value); }

    void operator()(std::string_view key, MissionStep& value) {
        std::string name;
        take(object.string(key), name);
        if (const auto step = missionStepFrom(name))
            value = *step;
        else
            bad(key, "no such step");
    }

    void operator()(std::string_view key, Stop& value) { below(key, value, stopFrom); }

    void operator()(std::string_view key, MissionRoute& value) { below(key, value, routeFrom); }

    void operator()(std::string_view key, Usages& value) { take(usagesFrom(object, key), value); }

    void operator()(std::string_view key, Actuals& value) { take(actualsFrom(object, key), value); }

    void operator()(std::string_view key, std::vector<std::string>& value) { take(object.strings(key), value); }

    void operator()(std::string_view key, std::vector<LinkEnds>& value) {
        std::vector<std::vector<json::Scalar>> rows;
        take(object.rows(key), rows);
        for (const auto& row : rows) {
            const auto* const a = row.size() == 2 ? std::get_if<std::string>(&row[0]) : nullptr;
            const auto* const b = row.size() == 2 ? std::get_if<std::string>(&row[1]) : nullptr;
            if (a == nullptr || b == nullptr) return bad(key, "each link is [a, b]");
            value.push_back({*a, *b});
        }
    }
};

using Codec = log::EventCodec<DeliveryEvent, Name, Write, Read>;

} // namespace

log::NewEvent toEvent(const DeliveryEvent& event) {
    return Codec::write(event);
}

Result<DeliveryEvent> eventFrom(std::string_view type, std::string_view body) {
    return Codec::read(type, body);
}

} // namespace haneul::delivery
