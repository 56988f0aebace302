#include "core/formats/ed318_writer.h"

#include "core/json/json_writer.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <set>

namespace haneul::formats {

namespace {

using airspace::Finding;
using airspace::Layer;
using airspace::Texts;
using airspace::Zone;
using json::JsonWriter;

constexpr std::size_t longestIdentifier = 7;
constexpr std::size_t longestText = 200;
constexpr std::size_t longestLanguage = 5;

// So many characters, not bytes.
std::string_view firstCharacters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xc0u) != 0x80u && count-- == 0) break;
    return text.substr(0, end);
}

std::string clockText(const airspace::ClockTime& clock) {
    // There is no 24:00: a day ends at 23:59:59.
    const int second = std::min(clock.second, 86'399);
    const int ahead_min = clock.ahead_s / 60;
    const std::string zone = ahead_min == 0 ? std::string("Z")
                                            : std::format("{}{:02}:{:02}", ahead_min < 0 ? '-' : '+',
                                                          std::abs(ahead_min) / 60, std::abs(ahead_min) % 60);
    return std::format("{:02}:{:02}:{:02}{}", second / 3600, second / 60 % 60, second % 60, zone);
}

class Writer {
public:
    Ed318Text write(std::span<const Zone> zones, const Ed318Document& document) {
        m_json.beginObject().key("type").string("FeatureCollection");
        m_json.key("name").string(firstCharacters(document.name, longestText));
        m_json.key("metadata").beginObject();
        texts("provider", document.provider);
        m_json.key("issued").time(document.issued).endObject();
        m_json.key("features").beginArray();
        for (const Zone& zone : zones)
            feature(zone);
        m_json.endArray().endObject();
        return {m_json.take(), std::move(m_findings)};
    }

private:
    void found(const char* code, std::string message, std::string_view member) {
        m_findings.push_back({airspace::Severity::Note, code, std::move(message),
                              std::format("{} {}: {}", m_zone->country, m_zone->identifier, member)});
    }

    void text(std::string_view member, std::string_view value) {
        if (value.empty()) return;
        m_json.key(member).string(value);
    }

    void shortText(std::string_view member, std::string_view value) {
        const std::string_view fitting = firstCharacters(value, longestText);
        if (fitting.size() < value.size())
            found("SHORTENED", std::format("cut after {} characters", longestText), member);
        text(member, fitting);
    }

    void texts(std::string_view member, const Texts& list) {
        if (list.empty()) return;
        m_json.key(member).beginArray();
        for (const airspace::Text& one : list) {
            m_json.beginObject();
            if (m_zone != nullptr)
                shortText("text", one.text);
            else
                text("text", firstCharacters(one.text, longestText));
            m_json.key("lang").string(one.lang.empty() ? "und" : firstCharacters(one.lang, longestLanguage));
            m_json.endObject();
        }
        m_json.endArray();
    }

    std::string identifierOf(const Zone& zone) {
        std::string identifier(firstCharacters(zone.identifier, longestIdentifier));
        for (int number = 1; !m_identifiers.insert(zone.country + identifier).second; ++number) {
            const std::string tail = std::to_string(number);
            identifier = std::string(firstCharacters(zone.identifier, longestIdentifier - tail.size())) + tail;
        }
        if (identifier != zone.identifier)
            found("SHORTENED", std::format("the identifier is written as {}", identifier), "identifier");
        return identifier;
    }

    void feature(const Zone& zone) {
        m_zone = &zone;
        m_json.beginObject().key("type").string("Feature");
        m_json.key("properties").beginObject();
        properties(zone);
        m_json.endObject();
        m_json.key("geometry");
        if (zone.layers.size() == 1) {
            geometry(zone.layers.front());
        } else {
            m_json.beginObject().key("type").string("GeometryCollection").key("geometries").beginArray();
            for (const Layer& layer : zone.layers)
                geometry(layer);
            m_json.endArray().endObject();
        }
        m_json.endObject();
    }

    void properties(const Zone& zone) {
        m_json.key("identifier").string(identifierOf(zone));
        m_json.key("country").string(zone.country);
        texts("name", zone.name);
        m_json.key("type").string(toString(zone.type));
        m_json.key("variant").string(toString(zone.variant));
        text("restrictionConditions", zone.restrictionConditions);
        if (zone.region) m_json.key("region").integer(*zone.region);
        reasons(zone);
        texts("otherReasonInfo", zone.otherReason);
        if (zone.regulationExemption)
            m_json.key("regulationExemption").string(*zone.regulationExemption ? "YES" : "NO");
        texts("message", zone.message);
        if (!zone.uSpaceClass.empty()) found("NOT_IN_ED318", "the U-space class is left out", "uSpaceClass");
        authorities(zone);
        periods(zone);
        source(zone.source);
        if (!zone.extended.empty()) m_json.key("extendedProperties").raw(zone.extended);
    }

    void reasons(const Zone& zone) {
        if (zone.reasons.empty()) return;
        m_json.key("reason").beginArray();
        for (const airspace::Reason reason : zone.reasons) {
            if (reason == airspace::Reason::ForeignTerritory)
                found("NOT_IN_ED318", "FOREIGN_TERRITORY is left out", "reasons");
            else
                m_json.string(toString(reason));
        }
        m_json.endArray();
    }

    void authorities(const Zone& zone) {
        m_json.key("zoneAuthority").beginArray();
        for (const airspace::Authority& authority : zone.authorities) {
            m_json.beginObject();
            texts("name", authority.name);
            texts("service", authority.service);
            texts("contactName", authority.contactName);
            text("siteURL", authority.siteUrl);
            text("email", authority.email);
            shortText("phone", authority.phone);
            m_json.key("purpose").string(toString(authority.purpose.value_or(airspace::Purpose::Information)));
            text("intervalBefore", authority.intervalBefore);
            m_json.endObject();
        }
        if (zone.authorities.empty()) // the schema wants one
            m_json.beginObject().key("purpose").string(toString(airspace::Purpose::Information)).endObject();
        m_json.endArray();
    }

    void mark(const airspace::DayMark& mark, const char* time, const char* event) {
        if (const auto* const clock = std::get_if<airspace::ClockTime>(&mark))
            m_json.key(time).string(clockText(*clock));
        else
            m_json.key(event).string(toString(std::get<airspace::Daylight>(mark)));
    }

    void periods(const Zone& zone) {
        if (zone.periods.empty()) return;
        m_json.key("limitedApplicability").beginArray();
        for (const airspace::Period& period : zone.periods) {
            m_json.beginObject();
            if (period.from) m_json.key("startDateTime").time(*period.from);
            if (period.to) m_json.key("endDateTime").time(*period.to);
            if (!period.schedule.empty()) m_json.key("schedule").beginArray();
            for (const airspace::DailyPeriod& daily : period.schedule) {
                m_json.beginObject().key("day").beginArray();
                if (daily.days.empty()) m_json.string("ANY");
                for (const airspace::Day day : daily.days)
                    m_json.string(toString(day));
                m_json.endArray();
                mark(daily.start, "startTime", "startEvent");
                mark(daily.end, "endTime", "endEvent");
                m_json.endObject();
            }
            if (!period.schedule.empty()) m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void source(const airspace::ZoneSource& source) {
        if (!source.created && !source.updated && source.originator.empty()) return;
        m_json.key("dataSource").beginObject();
        if (source.created) m_json.key("creationDate").time(*source.created);
        if (source.updated) m_json.key("updateDateTime").time(*source.updated);
        if (!source.originator.empty()) {
            m_json.key("originator").beginObject();
            shortText("text", source.originator);
            m_json.key("lang").string("und").endObject();
        }
        m_json.endObject();
    }

    void place(geo::LatLon point) {
        m_json.beginArray().exact(point.longitude_deg).exact(point.latitude_deg).endArray();
    }

    // GeoJSON (RFC 7946): the outer ring runs against the clock, holes with it; by area in degrees, which is enough to
    // tell the two apart.
    void ring(std::vector<geo::LatLon> points, bool outer) {
        double doubled = 0;
        double longitude_deg = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const geo::LatLon next = points[(i + 1) % points.size()];
            const double step_deg = std::remainder(next.longitude_deg - points[i].longitude_deg, 360.0);
            doubled += longitude_deg * next.latitude_deg - (longitude_deg + step_deg) * points[i].latitude_deg;
            longitude_deg += step_deg;
        }
        if ((doubled > 0) != outer) std::ranges::reverse(points);
        m_json.beginArray();
        for (const geo::LatLon point : points)
            place(point);
        place(points.front());
        m_json.endArray();
    }

    void geometry(const Layer& layer) {
        m_json.beginObject();
        if (const auto* const circle = std::get_if<geo::Circle>(&layer.area)) {
            m_json.key("type").string("Point").key("coordinates");
            place(circle->centre);
            m_json.key("extent").beginObject().key("subType").string("Circle");
            m_json.key("radius").exact(circle->radius_m).endObject();
        } else {
            const auto& polygon = std::get<geo::Polygon>(layer.area);
            m_json.key("type").string("Polygon").key("coordinates").beginArray();
            ring(polygon.outer, true);
            for (const auto& hole : polygon.holes)
                ring(hole, false);
            m_json.endArray();
        }
        m_json.key("layer").beginObject();
        limit("upper", layer.upper);
        limit("lower", layer.lower);
        m_json.key("uom").string("m").endObject().endObject();
    }

    void limit(const std::string& name, const std::optional<geo::VerticalLimit>& limit) {
        if (!limit) return;
        m_json.key(name).exact(limit->metres);
        m_json.key(name + "Reference")
            .string(limit->reference == geo::VerticalReference::W84 ? "WGS84" : toString(limit->reference));
    }

    JsonWriter m_json;
    std::vector<Finding> m_findings;
    std::set<std::string> m_identifiers;
    const Zone* m_zone = nullptr;
};

} // namespace

Ed318Text writeEd318(std::span<const Zone> zones, const Ed318Document& document) {
    return Writer().write(zones, document);
}

} // namespace haneul::formats
