#include "server/airspace/events.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <array>
#include <format>
#include <utility>

namespace haneul::airspace {

namespace {

using json::JsonWriter;
using json::Object;

// Numbers of an import record by name, for writer and reader alike.
struct Count {
    std::string_view name;
    std::uint64_t ImportRecord::* member;
};

constexpr std::array counts{
    Count{"taken", &ImportRecord::taken},        Count{"quarantined", &ImportRecord::quarantined},
    Count{"refused", &ImportRecord::refused},    Count{"published", &ImportRecord::published},
    Count{"changed", &ImportRecord::changed},    Count{"unchanged", &ImportRecord::unchanged},
    Count{"withdrawn", &ImportRecord::withdrawn}};

log::NewEvent written(const ZonePublished& event) {
    JsonWriter json;
    json.beginObject().key("zone").string(event.key).key("revision").count(event.revision);
    json.key("body").raw(event.body).endObject();
    return {event.revision > 1 ? "airspace.zone_changed" : "airspace.zone_published", json.take()};
}

log::NewEvent written(const ZoneWithdrawn& event) {
    JsonWriter json;
    json.beginObject().key("zone").string(event.key).key("reason").string(event.reason).endObject();
    return {"airspace.zone_withdrawn", json.take()};
}

log::NewEvent written(const ZonesImported& event) {
    JsonWriter json;
    json.beginObject().key("file").string(event.record.file).key("format").string(event.record.format);
    json.key("choice").string(event.record.choice);
    for (const Count& count : counts)
        json.key(count.name).count(event.record.*count.member);
    json.endObject();
    return {"airspace.zones_imported", json.take()};
}

// The fields of a body, the first error kept.
class Fields {
public:
    explicit Fields(Object object)
        : m_object(std::move(object)) {}

    std::string text(std::string_view key) { return keep<std::string>(m_object.string(key)); }

    std::uint64_t count(std::string_view key) {
        const auto value = keep<std::int64_t>(m_object.integer(key));
        if (value < 0 && !m_error) m_error = Error{"BAD_FIELD", "must not be negative", std::string(key)};
        return static_cast<std::uint64_t>(value);
    }

    std::string raw(std::string_view key) { return keep<std::string>(m_object.raw(key)); }

    Result<AirspaceEvent> finish(AirspaceEvent event) {
        if (m_error) return std::unexpected(*m_error);
        if (const auto done = m_object.finish(); !done) return std::unexpected(done.error());
        return event;
    }

private:
    template <class T>
    T keep(Result<T> value) {
        if (value) return *std::move(value);
        if (!m_error) m_error = value.error();
        return T{};
    }

    Object m_object;
    std::optional<Error> m_error;
};

} // namespace

log::NewEvent toEvent(const AirspaceEvent& event) {
    return std::visit([](const auto& one) { return written(one); }, event);
}

Result<AirspaceEvent> eventFrom(std::string_view type, std::string_view body) {
    auto object = Object::parse(body);
    if (!object) return std::unexpected(object.error());
    Fields fields(*std::move(object));
    if (type == "airspace.zone_published" || type == "airspace.zone_changed") {
        ZonePublished event{fields.text("zone"), fields.count("revision"), fields.raw("body")};
        return fields.finish(std::move(event));
    }
    if (type == "airspace.zone_withdrawn") {
        ZoneWithdrawn event{fields.text("zone"), fields.text("reason")};
        return fields.finish(std::move(event));
    }
    if (type == "airspace.zones_imported") {
        ZonesImported event;
        event.record.file = fields.text("file");
        event.record.format = fields.text("format");
        event.record.choice = fields.text("choice");
        for (const Count& count : counts)
            event.record.*count.member = fields.count(count.name);
        return fields.finish(std::move(event));
    }
    return fail("BAD_ENTRY", std::format("\"{}\" is not known to this version", type), std::string(type));
}

} // namespace haneul::airspace
