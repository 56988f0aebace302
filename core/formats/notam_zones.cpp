#include "core/formats/notam.h"
#include "core/formats/notam_words.h"
#include "core/formats/zone_fields.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <format>
#include <map>

// Zones of NOTAM.
namespace haneul::formats {

namespace {

using airspace::FeatureReport;
using airspace::Layer;
using airspace::Zone;
using airspace::ZoneImport;
using airspace::ZoneType;

constexpr double qLineSlack_m = 5 * metresPerNauticalMile;

// Where each NOTAM begins: a bracket, an identifier and its kind.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::size_t> begins;
    for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
        Words words(text.substr(at + 1, 40));
        const std::string_view identifier = words.next();
        if (identifier.size() >= 8 && identifier[5] == '/' && words.next().starts_with("NOTAM")) begins.push_back(at);
    }
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < begins.size(); ++i)
        parts.push_back(text.substr(begins[i], (i + 1 < begins.size() ? begins[i + 1] : text.size()) - begins[i]));
    return parts;
}

ZoneType typeOf(std::string_view code) {
    if (code.substr(1, 2) == "RP") return ZoneType::Prohibited;
    if (code.substr(1, 2) == "RT" || code.substr(1, 2) == "RR") return ZoneType::ReqAuthorization;
    return ZoneType::Conditional; // danger, military, warnings
}

double farthest_m(const geo::Area& area, geo::LatLon centre) {
    if (const auto* const circle = std::get_if<geo::Circle>(&area))
        return geo::inverse(circle->centre, centre).distance_m + circle->radius_m;
    double farthest_m = 0;
    for (const geo::LatLon point : std::get<geo::Polygon>(area).outer)
        farthest_m = std::max(farthest_m, geo::inverse(point, centre).distance_m);
    return farthest_m;
}

class NotamZone {
public:
    NotamZone(const Notam& notam, std::string_view file, std::string_view country)
        : m_notam(notam) {
        m_zone.identifier = notam.identifier;
        m_zone.country = country;
        m_zone.name = {{std::format("NOTAM {} {}", notam.identifier, notam.location), "en"}};
        m_zone.message = {{notam.text, "en"}};
        m_zone.source.format = "NOTAM";
        m_zone.source.file = file;
        m_zone.source.where = notam.identifier;
        m_zone.source.originator = notam.fir;
    }

    FeatureReport report() {
        const std::string_view code = m_notam.code;
        const std::string_view condition = code.substr(3);
        if (m_notam.kind == NotamKind::Cancel)
            m_findings.refuse("CANCELLATION", std::format("it cancels {}", m_notam.refersTo), m_notam.identifier);
        else if (!code.starts_with("QR") && !code.starts_with("QW"))
            m_findings.refuse("NOT_AIRSPACE", std::format("{} is not about airspace", code), m_notam.identifier);
        else if (condition == "CD" || condition == "CN")
            m_findings.refuse("NOT_ACTIVE", "the airspace is deactivated", m_notam.identifier);
        else
            read();
        return airspace::reportOf(m_notam.identifier, std::move(m_zone), m_findings.take());
    }

private:
    void read() {
        m_zone.type = typeOf(m_notam.code);
        if (m_notam.code.substr(3) != "CA" && m_notam.code.substr(3) != "LW")
            m_findings.note("PLAIN_LANGUAGE", "the Q code does not say that the airspace is activated", where("Q)"));
        periods();
        const auto limits = readLimits();
        areas(limits);
        if (m_notam.estimated)
            m_findings.note("ESTIMATED_END", "the end is estimated: in force until replaced or cancelled", where("C)"));
    }

    [[nodiscard]] std::string where(std::string_view item) const {
        return std::format("{}: {}", m_notam.identifier, item);
    }

    void periods() {
        auto periods = notamPeriods(m_notam);
        if (!periods) {
            m_findings.quarantine("SCHEDULE_NOT_READ", periods.error().message + "; active all of the time is taken",
                                  where("D)"));
            periods = std::vector{airspace::Period{m_notam.from, m_notam.to, {}}};
        }
        m_zone.periods = std::move(*periods);
    }

    using Limits = std::pair<std::optional<geo::VerticalLimit>, std::optional<geo::VerticalLimit>>;

    std::optional<geo::VerticalLimit> limit(std::string_view text, bool upper) {
        const auto read = notamLimit(text, upper);
        if (!read) {
            m_findings.refuse("UNKNOWN_LIMIT", read.error().message, where(upper ? "G)" : "F)"));
            return std::nullopt;
        }
        if (read->flightLevel)
            m_findings.note("FLIGHT_LEVEL",
                            std::format("{} is a pressure: widened to {:.0f} m AMSL", text, read->limit->metres),
                            where(upper ? "G)" : "F)"));
        return read->limit;
    }

    Limits readLimits() {
        if (!m_notam.lower.empty() || !m_notam.upper.empty())
            return {limit(m_notam.lower, false), limit(m_notam.upper, true)};
        m_findings.quarantine("LIMITS_BY_Q_LINE", "items F) and G) are missing; the levels of Q) are taken",
                              where("Q)"));
        Limits limits;
        if (m_notam.lowerLevel > 0) limits.first = limit(std::format("FL{}", m_notam.lowerLevel), false);
        if (m_notam.upperLevel < 999) limits.second = limit(std::format("FL{}", m_notam.upperLevel), true);
        return limits;
    }

    void areas(const Limits& limits) {
        NotamAreas found = notamAreas(m_notam.text);
        std::erase_if(found.areas, [&](const geo::Area& area) {
            const auto sound = geo::check(area);
            if (!sound) found.doubts.push_back("an area of which " + sound.error().message);
            return !sound;
        });
        if (!found.doubts.empty()) {
            std::string doubts;
            for (const std::string& doubt : found.doubts)
                doubts += (doubts.empty() ? "" : ", ") + doubt;
            m_findings.quarantine("AREA_NOT_READ",
                                  std::format("not read: {}; the circle of Q) is taken besides", doubts), where("E)"));
        }
        const bool whole = !found.areas.empty() && found.doubts.empty();
        if (!whole && m_notam.centre && m_notam.radius_nm > 0) {
            if (found.areas.empty() && found.doubts.empty())
                m_findings.quarantine("AREA_BY_Q_LINE", "E) has no coordinates; the circle of Q) is taken",
                                      where("E)"));
            found.areas.push_back(geo::Circle{*m_notam.centre, m_notam.radius_nm * metresPerNauticalMile});
        }
        for (geo::Area& area : found.areas) {
            const bool apart = m_notam.centre && farthest_m(area, *m_notam.centre) >
                                                     m_notam.radius_nm * metresPerNauticalMile + qLineSlack_m;
            if (apart)
                m_findings.quarantine("Q_LINE_DISAGREES",
                                      std::format("the area of E) reaches {:.1f} NM from the centre of Q), not {}",
                                                  farthest_m(area, *m_notam.centre) / metresPerNauticalMile,
                                                  m_notam.radius_nm),
                                      where("E)"));
            m_zone.layers.push_back({std::move(area), limits.first, limits.second});
        }
    }

    const Notam& m_notam;
    Zone m_zone;
    Findings m_findings;
};

// What a later NOTAM of the text took back is not in force any more.
void withdraw(ZoneImport& import, const std::vector<Notam>& notams) {
    std::map<std::string, const Notam*> withdrawn;
    for (const Notam& notam : notams)
        if (!notam.refersTo.empty()) withdrawn.emplace(notam.refersTo, &notam);
    for (FeatureReport& report : import.features) {
        const auto found = withdrawn.find(report.identifier);
        if (found == withdrawn.end() || !report.zone) continue;
        const bool replaced = found->second->kind == NotamKind::Replace;
        report.findings.push_back(
            {airspace::Severity::Refuse, replaced ? "REPLACED" : "CANCELLED",
             std::format("{} by {}", replaced ? "replaced" : "cancelled", found->second->identifier), report.where});
        report.outcome = airspace::Outcome::Refused;
        report.zone.reset();
    }
    for (const auto& [identifier, by] : withdrawn)
        import.withdrawn.push_back(identifier);
}

} // namespace

Result<ZoneImport> readZonesNotam(std::string_view text, std::string_view fileName, std::string_view country) {
    if (text.size() > maxNotamBytes)
        return fail("TOO_LARGE", std::format("the text has more than {} MiB", maxNotamBytes >> 20));
    const auto parts = split(text);
    if (parts.empty()) return fail("NOT_A_NOTAM", "no NOTAM begins, as in (E0113/26 NOTAMN");
    if (parts.size() > maxNotams) return fail("TOO_MANY_FEATURES", std::format("more than {} NOTAM", maxNotams));
    ZoneImport import{"NOTAM", {}, {}, {}, std::string(country)};
    std::vector<Notam> notams;
    for (const std::string_view part : parts) {
        const auto notam = readNotam(part);
        if (!notam) {
            const std::string where(part.substr(1, 8));
            import.features.push_back({where,
                                       where,
                                       airspace::Outcome::Refused,
                                       {{airspace::Severity::Refuse, notam.error().code, notam.error().message,
                                         std::format("{}: {}", where, notam.error().where)}},
                                       {}});
            continue;
        }
        import.features.push_back(NotamZone(*notam, fileName, country).report());
        notams.push_back(*notam);
    }
    withdraw(import, notams);
    airspace::findDuplicates(import);
    return import;
}

} // namespace haneul::formats
