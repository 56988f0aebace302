#include "core/formats/zones_eaip.h"

#include "core/formats/notam.h"
#include "core/formats/notam_words.h"
#include "core/formats/zone_geometry.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace haneul::formats {

namespace {

using airspace::Zone;
using airspace::ZoneImport;
using airspace::ZoneType;
using geo::VerticalReference;

constexpr double circleSlack = 0.02; // of the radius: rings beside circles are drawn on a sphere and rounded
constexpr double circleSlack_m = 50;

// "0600" as seconds of the day; 2400 is its end.
std::optional<int> clockOf(std::string_view text) {
    const auto number = text.size() == 4 ? wholeNumber(text) : std::nullopt;
    if (!number || *number > 2400 || *number % 100 > 59) return std::nullopt;
    return *number / 100 * 3600 + *number % 100 * 60;
}

class EaipZone {
public:
    EaipZone(const JsonValue& value, std::string_view file, std::string_view country)
        : m_value(value)
        , m_fields({value}, m_findings) {
        m_zone.country = country;
        m_zone.source = {.format = "eAIP", .file = std::string(file), .where = value.path};
    }

    airspace::FeatureReport report() {
        findTwice(m_value, m_findings);
        names();
        type();
        area();
        times();
        return airspace::reportOf(m_value.path, std::move(m_zone), m_findings.take());
    }

private:
    [[nodiscard]] std::string where(std::string_view member) const {
        return std::format("{}.{}", m_value.path, member);
    }

    // "RK P73" (the letters of the country before it) is P73, "MOA 2H" is MOA2H.
    void names() {
        const std::string name = m_fields.text("name");
        if (!name.empty()) m_zone.name = {{name, "en"}};
        std::string_view rest = name;
        const bool located = rest.size() > 3 && rest[2] == ' ' &&
                             std::ranges::all_of(rest.substr(0, 2), [](char c) { return c >= 'A' && c <= 'Z'; });
        const std::string_view type = m_fields.find("type") ? m_fields.find("type")->string().value_or("") : "";
        if (located && rest.substr(0, 2) != type) rest.remove_prefix(3);
        std::ranges::copy_if(rest, std::back_inserter(m_zone.identifier), [](char c) { return c != ' '; });
    }

    // P, R and D as ICAO Annex 15 defines them.
    void type() {
        const std::string type = m_fields.text("type");
        m_zone.reasons = {airspace::Reason::AirTraffic};
        if (type == "P") {
            m_zone.type = ZoneType::Prohibited;
        } else if (type == "R") {
            m_zone.type = ZoneType::ReqAuthorization;
        } else if (type == "D") {
            m_zone.type = ZoneType::Conditional;
        } else if (type.empty()) {
            m_findings.refuse("UNKNOWN_TYPE", "the area has no type", where("type"));
        } else {
            m_zone.type = ZoneType::Conditional;
            m_findings.quarantine(
                "MEANING_OF_TYPE",
                std::format("what \"{}\" asks of unmanned aircraft the file does not say; CONDITIONAL "
                            "is taken",
                            type.substr(0, 40)),
                where("type"));
        }
    }

    void area() {
        auto circle = this->circle();
        std::optional<geo::Polygon> polygon;
        if (const auto boundary = m_value.find("boundary"); boundary && (!circle || boundary->isArray())) {
            Findings ofRing;
            auto ring = ringOf(*boundary, circle ? ofRing : m_findings);
            if (ring.size() >= 3)
                polygon = geo::Polygon{std::move(ring), {}};
            else if (!circle)
                m_findings.refuse("BAD_AREA",
                                  std::format("{} different points are not an area; perhaps a circle whose centre and "
                                              "radius were lost",
                                              ring.size()),
                                  boundary->path);
        } else if (!circle) {
            m_findings.refuse("NO_GEOMETRY", "the area has neither a boundary nor a circle", m_value.path);
        }
        if (!circle && !polygon) return;
        if (circle && polygon) compare(*circle, *polygon);
        airspace::Layer layer{circle ? geo::Area(*circle) : geo::Area(*std::move(polygon)), {}, {}};
        limits(layer);
        m_zone.layers.push_back(std::move(layer));
    }

    std::optional<geo::Circle> circle() {
        const auto radius_nm = m_fields.number("radius_nm");
        const auto latitude_deg = m_fields.number("center_lat");
        const auto longitude_deg = m_fields.number("center_lon");
        const auto written = m_value.find("is_circle");
        bool said = false;
        if (written && written->element.get_bool().get(said)) said = false;
        if (!said && !radius_nm) return std::nullopt;
        if (!radius_nm || !latitude_deg || !longitude_deg) {
            m_findings.refuse("BAD_AREA", "a circle needs center_lat, center_lon and radius_nm", where("radius_nm"));
            return std::nullopt;
        }
        return geo::Circle{{*latitude_deg, *longitude_deg}, *radius_nm * metresPerNauticalMile};
    }

    void compare(const geo::Circle& circle, const geo::Polygon& polygon) {
        if (!circle.centre.valid()) return; // refused as a whole
        double off_m = 0;
        for (const geo::LatLon point : polygon.outer)
            off_m = std::max(off_m, std::abs(geo::inverse(circle.centre, point).distance_m - circle.radius_m));
        if (off_m > circle.radius_m * circleSlack + circleSlack_m)
            m_findings.quarantine("CIRCLE_DISAGREES",
                                  std::format("the ring beside the circle is up to {:.0f} m off it", off_m),
                                  where("boundary"));
    }

    void limits(airspace::Layer& layer) {
        layer.lower = limit("lower_limit", false);
        layer.upper = limit("upper_limit", true);
        if (!m_value.find("upper_limit_ft") && !m_value.find("upper_limit"))
            m_findings.quarantine("NO_LIMITS",
                                  "no upper limit is given; none is taken, from the ground or the lower limit on",
                                  where("upper_limit_ft"));
        // One reference is not said for both: compared before they are widened apart.
        const auto lower_ft = m_fields.number("lower_limit_ft");
        const auto upper_ft = m_fields.number("upper_limit_ft");
        if (lower_ft && upper_ft && *lower_ft >= *upper_ft)
            m_findings.refuse(
                "BAD_LIMITS",
                std::format("the lower limit of {} ft is not below the upper of {} ft", *lower_ft, *upper_ft),
                where("upper_limit_ft"));
    }

    std::optional<geo::VerticalLimit> limit(std::string_view name, bool upper) {
        const std::string inFeet = std::format("{}_ft", name);
        if (const auto feet = m_fields.number(inFeet)) {
            const auto reference = upper ? VerticalReference::Agl : VerticalReference::Amsl;
            if (!m_saidReference)
                m_findings.quarantine("LIMIT_REFERENCE",
                                      "the file does not say what heights are measured from; the lower is taken above "
                                      "the sea, the upper above the ground, which covers both readings",
                                      where(inFeet));
            m_saidReference = true;
            return geo::VerticalLimit{*feet * geo::metresPerFoot, reference};
        }
        std::string text = m_fields.find(name) ? m_fields.text(name) : std::string();
        if (text.empty()) return std::nullopt;
        std::ranges::transform(text, text.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        const auto read = notamLimit(text, upper);
        if (!read) {
            m_findings.refuse("UNKNOWN_LIMIT", read.error().message, where(name));
            return std::nullopt;
        }
        if (read->flightLevel)
            m_findings.note("FLIGHT_LEVEL",
                            std::format("{} is a pressure: widened to {:.0f} m AMSL", text, read->limit->metres),
                            where(name));
        return read->limit;
    }

    // "2100-1300 UTC" is every day, into the next one where it ends before it begins.
    void times() {
        const std::string text = m_fields.find("active_time") ? m_fields.text("active_time") : std::string();
        if (text.empty() || text == "H24") return;
        Words words(text);
        const std::string_view span = words.next();
        const std::string_view zone = words.next();
        const auto from = clockOf(span.substr(0, span.find('-')));
        const auto to = span.contains('-') ? clockOf(span.substr(span.find('-') + 1)) : std::nullopt;
        if (!from || !to || zone != "UTC" || !words.next().empty()) {
            m_findings.quarantine(
                "SCHEDULE_NOT_READ",
                std::format("\"{}\" is not as 2100-1300 UTC; active all of the time is taken", text.substr(0, 60)),
                where("active_time"));
            return;
        }
        airspace::DailyPeriod daily;
        daily.start = airspace::ClockTime{*from, 0};
        daily.end = airspace::ClockTime{*to, 0};
        m_zone.periods = {airspace::Period{{}, {}, {daily}}};
        simplifyPeriods(m_zone.periods);
    }

    const JsonValue& m_value;
    Findings m_findings;
    ZoneFields m_fields;
    Zone m_zone;
    bool m_saidReference = false;
};

} // namespace

bool isEaip(const JsonValue& root) {
    const auto list = root.find("airspaces");
    return list && list->isArray() && root.find("metadata");
}

Result<ZoneImport> readZonesEaip(const JsonValue& root, std::string_view fileName, std::string_view country) {
    const auto list = root.find("airspaces");
    if (!list || !list->isArray()) return fail("NOT_ZONES", "a list \"airspaces\" is wanted");
    simdjson::dom::array items;
    if (list->element.get_array().get(items) || items.size() > maxZoneFeatures)
        return fail("TOO_MANY_FEATURES", std::format("more than {} areas", maxZoneFeatures), list->path);
    ZoneImport import{.format = "eAIP"};
    list->each([&](const JsonValue& item) {
        if (item.isObject())
            import.features.push_back(EaipZone(item, fileName, country).report());
        else
            import.features.push_back(
                {item.path,
                 {},
                 airspace::Outcome::Refused,
                 {{airspace::Severity::Refuse, "NOT_A_FEATURE", "an object is wanted", item.path}},
                 {}});
    });
    for (const char* const other : {"waypoints", "navaids", "routes"})
        if (root.find(other))
            import.findings.push_back({airspace::Severity::Note, "NOT_READ", "no zones are in it", other});
    airspace::findDuplicates(import);
    return import;
}

} // namespace haneul::formats
