#include "core/formats/zone_json.h"

#include "core/formats/zone_fields.h"

namespace haneul::formats {

namespace {

using airspace::Authority;
using airspace::DailyPeriod;
using airspace::DayMark;
using airspace::Layer;
using airspace::Period;
using airspace::Texts;
using airspace::Zone;
using json::JsonWriter;
using json::Object;

// ---------------------------------------------------------------- writing

void writeTexts(JsonWriter& writer, std::string_view key, const Texts& texts) {
    writer.key(key).beginArray();
    for (const airspace::Text& text : texts)
        writer.beginObject().key("text").string(text.text).key("lang").string(text.lang).endObject();
    writer.endArray();
}

void writeLimit(JsonWriter& writer, std::string_view key, const std::optional<geo::VerticalLimit>& limit) {
    writer.key(key);
    if (!limit) {
        writer.null();
        return;
    }
    writer.beginObject().key("metres").exact(limit->metres).key("reference").string(toString(limit->reference));
    writer.endObject();
}

void writePlace(JsonWriter& writer, geo::LatLon place) {
    writer.beginArray().exact(place.longitude_deg).exact(place.latitude_deg).endArray();
}

void writeRing(JsonWriter& writer, const std::vector<geo::LatLon>& ring) {
    writer.beginArray();
    for (const geo::LatLon place : ring)
        writePlace(writer, place);
    writer.endArray();
}

std::string markText(const DayMark& mark) {
    if (const auto* const clock = std::get_if<airspace::ClockTime>(&mark)) return clockText(*clock);
    return std::string(toString(std::get<airspace::Daylight>(mark)));
}

void writePeriods(JsonWriter& writer, const std::vector<Period>& periods) {
    writer.key("periods").beginArray();
    for (const Period& period : periods) {
        writer.beginObject().key("from").timeOrNull(period.from).key("to").timeOrNull(period.to);
        writer.key("schedule").beginArray();
        for (const DailyPeriod& daily : period.schedule) {
            writer.beginObject().key("days").beginArray();
            for (const airspace::Day day : daily.days)
                writer.string(toString(day));
            writer.endArray().key("start").string(markText(daily.start)).key("end").string(markText(daily.end));
            writer.endObject();
        }
        writer.endArray().endObject();
    }
    writer.endArray();
}

void writeAuthorities(JsonWriter& writer, const std::vector<Authority>& authorities) {
    writer.key("authorities").beginArray();
    for (const Authority& authority : authorities) {
        writer.beginObject();
        writeTexts(writer, "name", authority.name);
        writeTexts(writer, "service", authority.service);
        writeTexts(writer, "contact_name", authority.contactName);
        writer.key("site_url").string(authority.siteUrl).key("email").string(authority.email);
        writer.key("phone").string(authority.phone).key("purpose");
        if (authority.purpose)
            writer.string(toString(*authority.purpose));
        else
            writer.null();
        writer.key("interval_before").string(authority.intervalBefore).endObject();
    }
    writer.endArray();
}

void writeSource(JsonWriter& writer, const airspace::ZoneSource& source) {
    writer.key("source").beginObject();
    writer.key("format").string(source.format).key("file").string(source.file).key("where").string(source.where);
    writer.key("originator").string(source.originator);
    writer.key("created").timeOrNull(source.created).key("updated").timeOrNull(source.updated).endObject();
}

// ---------------------------------------------------------------- reading

// The fields of one object, the first error kept.
class Reader {
public:
    explicit Reader(Object& object)
        : m_object(object) {}

    template <class T, class Take>
    T take(Take take) {
        if (m_error) return T{};
        Result<T> value = take(m_object);
        if (value) return *std::move(value);
        m_error = value.error();
        return T{};
    }

    std::string text(std::string_view key) {
        return take<std::optional<std::string>>([&](Object& object) { return object.optionalString(key); })
            .value_or("");
    }

    std::string wantedText(std::string_view key) {
        return take<std::string>([&](Object& object) { return object.string(key); });
    }

    // A name of a list; empty: absent.
    template <class Find>
    auto named(std::string_view key, Find find) -> decltype(find(std::string_view())) {
        const std::string name = text(key);
        if (name.empty()) return std::nullopt;
        const auto value = find(name);
        if (!value) bad(key, "\"" + name.substr(0, 40) + "\" is not one of the names");
        return value;
    }

    std::optional<UtcMs> time(std::string_view key) {
        const std::string written = text(key);
        if (written.empty()) return std::nullopt;
        const auto time = fromRfc3339(written);
        if (!time) bad(key, "must be a time like 2026-11-21T04:05:06Z");
        return time;
    }

    template <class T, class Take>
    std::vector<T> list(std::string_view key, Take takeOne) {
        std::vector<T> list;
        if (m_error) return list;
        if (!m_object.has(key)) {
            (void)m_object.optionalString(key); // asked for, and absent
            return list;
        }
        auto objects = m_object.objects(key);
        if (!objects) {
            m_error = objects.error();
            return list;
        }
        for (Object& object : *objects) {
            Reader inner(object);
            list.push_back(takeOne(inner));
            if (const auto done = inner.finish(); !done && !m_error) m_error = done.error();
        }
        return list;
    }

    Texts texts(std::string_view key) {
        return list<airspace::Text>(
            key, [](Reader& item) { return airspace::Text{item.wantedText("text"), item.text("lang")}; });
    }

    std::vector<std::string> strings(std::string_view key) {
        return take<std::vector<std::string>>([&](Object& object) -> Result<std::vector<std::string>> {
            if (object.has(key)) return object.strings(key);
            (void)object.optionalString(key);
            return std::vector<std::string>();
        });
    }

    void bad(std::string_view key, std::string message) {
        if (!m_error) m_error = Error{"BAD_FIELD", std::move(message), std::string(key)};
    }

    Result<void> finish() {
        if (m_error) return std::unexpected(*m_error);
        return m_object.finish();
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    [[nodiscard]] Object& object() { return m_object; }

private:
    Object& m_object;
    std::optional<Error> m_error;
};

Result<geo::LatLon> placeFrom(const std::vector<double>& numbers, std::string_view key) {
    if (numbers.size() != 2) return fail("BAD_FIELD", "a place is [longitude, latitude]", std::string(key));
    return geo::LatLon{numbers[1], numbers[0]};
}

Result<geo::Area> areaFrom(Object& object) {
    if (object.has("centre")) {
        const auto centre =
            object.numbers("centre").and_then([](const auto& numbers) { return placeFrom(numbers, "centre"); });
        if (!centre) return std::unexpected(centre.error());
        const auto radius_m = object.number("radius_m");
        if (!radius_m) return std::unexpected(radius_m.error());
        return geo::Circle{*centre, *radius_m};
    }
    const auto rings = object.numberTables("polygon");
    if (!rings) return std::unexpected(rings.error());
    geo::Polygon polygon;
    for (std::size_t i = 0; i < rings->size(); ++i) {
        std::vector<geo::LatLon> ring;
        for (const auto& numbers : (*rings)[i]) {
            const auto place = placeFrom(numbers, "polygon");
            if (!place) return std::unexpected(place.error());
            ring.push_back(*place);
        }
        if (i == 0)
            polygon.outer = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
    }
    return polygon;
}

DayMark markFrom(Reader& reader, std::string_view key) {
    const std::string written = reader.wantedText(key);
    if (const auto event = airspace::daylightFromString(written)) return *event;
    const auto clock = clockIn(written);
    if (!clock || !clock->zoned) {
        reader.bad(key, "must be a time of day with its offset like 22:00:00Z, or BMCT, SR, SS, EECT");
        return airspace::ClockTime{};
    }
    return clock->clock;
}

DailyPeriod dailyFrom(Reader& reader) {
    DailyPeriod daily;
    for (const std::string& name : reader.strings("days")) {
        if (const auto day = airspace::dayFromString(name))
            daily.days.push_back(*day);
        else
            reader.bad("days", "must be of MON to SUN");
    }
    daily.start = markFrom(reader, "start");
    daily.end = markFrom(reader, "end");
    return daily;
}

Authority authorityFrom(Reader& reader) {
    return {reader.texts("name"),
            reader.texts("service"),
            reader.texts("contact_name"),
            reader.text("site_url"),
            reader.text("email"),
            reader.text("phone"),
            reader.named("purpose", airspace::purposeFromString),
            reader.text("interval_before")};
}

airspace::ZoneSource sourceFrom(Reader& reader) {
    return {reader.text("format"),     reader.text("file"),    reader.text("where"),
            reader.text("originator"), reader.time("created"), reader.time("updated")};
}

void readRest(Reader& reader, Zone& zone) {
    zone.periods = reader.list<Period>("periods", [](Reader& item) {
        return Period{item.time("from"), item.time("to"), item.list<DailyPeriod>("schedule", dailyFrom)};
    });
    zone.layers = reader.list<Layer>("layers", [](Reader& item) { return item.take<Layer>(layerFrom); });
    if (reader.object().has("extended"))
        zone.extended = reader.take<std::string>([](Object& object) { return object.raw("extended"); });
    else
        (void)reader.object().optionalString("extended");
    if (!reader.object().has("source")) {
        (void)reader.object().optionalString("source");
        return;
    }
    zone.source = reader.take<airspace::ZoneSource>([](Object& object) -> Result<airspace::ZoneSource> {
        auto inner = object.object("source");
        if (!inner) return std::unexpected(inner.error());
        Reader source(*inner);
        auto read = sourceFrom(source);
        if (const auto done = source.finish(); !done) return std::unexpected(done.error());
        return read;
    });
}

} // namespace

void writeLayer(JsonWriter& writer, const Layer& layer) {
    writer.beginObject();
    if (const auto* const circle = std::get_if<geo::Circle>(&layer.area)) {
        writer.key("centre");
        writePlace(writer, circle->centre);
        writer.key("radius_m").exact(circle->radius_m);
    } else {
        const auto& polygon = std::get<geo::Polygon>(layer.area);
        writer.key("polygon").beginArray();
        writeRing(writer, polygon.outer);
        for (const auto& hole : polygon.holes)
            writeRing(writer, hole);
        writer.endArray();
    }
    writeLimit(writer, "lower", layer.lower);
    writeLimit(writer, "upper", layer.upper);
    writer.endObject();
}

void writeZone(JsonWriter& writer, const Zone& zone) {
    writer.beginObject();
    writer.key("identifier").string(zone.identifier).key("country").string(zone.country);
    writeTexts(writer, "name", zone.name);
    writer.key("type").string(toString(zone.type)).key("variant").string(toString(zone.variant));
    writer.key("restriction_conditions").string(zone.restrictionConditions).key("region");
    if (zone.region)
        writer.integer(*zone.region);
    else
        writer.null();
    writer.key("reasons").beginArray();
    for (const airspace::Reason reason : zone.reasons)
        writer.string(toString(reason));
    writer.endArray();
    writeTexts(writer, "other_reason", zone.otherReason);
    writer.key("regulation_exemption");
    if (zone.regulationExemption)
        writer.boolean(*zone.regulationExemption);
    else
        writer.null();
    writer.key("u_space_class").string(zone.uSpaceClass);
    writeTexts(writer, "message", zone.message);
    writeAuthorities(writer, zone.authorities);
    writePeriods(writer, zone.periods);
    writer.key("layers").beginArray();
    for (const Layer& layer : zone.layers)
        writeLayer(writer, layer);
    writer.endArray();
    if (!zone.extended.empty()) writer.key("extended").raw(zone.extended);
    writeSource(writer, zone.source);
    writer.endObject();
}

std::string zoneToJson(const Zone& zone) {
    JsonWriter writer;
    writeZone(writer, zone);
    return writer.take();
}

Result<std::optional<geo::VerticalLimit>> limitFrom(Object& object, std::string_view key) {
    if (!object.has(key)) {
        (void)object.optionalString(key);
        return std::nullopt;
    }
    auto inner = object.object(key);
    if (!inner) return std::unexpected(inner.error());
    const auto metres = inner->number("metres");
    if (!metres) return std::unexpected(metres.error());
    const auto name = inner->string("reference");
    if (!name) return std::unexpected(name.error());
    const auto reference = geo::verticalReferenceFromString(*name);
    if (!reference) return fail("BAD_FIELD", "must be AGL, AMSL or W84", std::string(key) + ".reference");
    if (const auto done = inner->finish(); !done) return std::unexpected(done.error());
    return geo::VerticalLimit{*metres, *reference};
}

Result<Layer> layerFrom(Object& object) {
    auto area = areaFrom(object);
    if (!area) return std::unexpected(area.error());
    auto lower = limitFrom(object, "lower");
    if (!lower) return std::unexpected(lower.error());
    auto upper = limitFrom(object, "upper");
    if (!upper) return std::unexpected(upper.error());
    return Layer{*std::move(area), *lower, *upper};
}

Result<Zone> zoneFrom(Object object) {
    Reader reader(object);
    Zone zone;
    zone.identifier = reader.wantedText("identifier");
    zone.country = reader.wantedText("country");
    zone.name = reader.texts("name");
    const auto type = reader.named("type", airspace::zoneTypeFromString);
    if (!type) reader.bad("type", "must be a type of zone");
    zone.type = type.value_or(airspace::ZoneType::Prohibited);
    zone.variant = reader.named("variant", airspace::variantFromString).value_or(airspace::Variant::Common);
    zone.restrictionConditions = reader.text("restriction_conditions");
    const auto region =
        reader.take<std::optional<std::int64_t>>([](Object& fields) { return fields.optionalInteger("region"); });
    if (region && (*region < 0 || *region > 65'535)) reader.bad("region", "must be 0 to 65535");
    if (region) zone.region = static_cast<int>(*region);
    for (const std::string& name : reader.strings("reasons")) {
        if (const auto reason = airspace::reasonFromString(name))
            zone.reasons.push_back(*reason);
        else
            reader.bad("reasons", "\"" + name.substr(0, 40) + "\" is not a reason");
    }
    zone.otherReason = reader.texts("other_reason");
    zone.regulationExemption =
        reader.take<std::optional<bool>>([](Object& fields) { return fields.optionalBoolean("regulation_exemption"); });
    zone.uSpaceClass = reader.text("u_space_class");
    zone.message = reader.texts("message");
    zone.authorities = reader.list<Authority>("authorities", authorityFrom);
    readRest(reader, zone);
    if (const auto done = reader.finish(); !done) return std::unexpected(done.error());
    return zone;
}

Result<Zone> zoneFromJson(std::string_view text) {
    auto object = Object::parse(text);
    if (!object) return std::unexpected(object.error());
    return zoneFrom(*std::move(object));
}

} // namespace haneul::formats
