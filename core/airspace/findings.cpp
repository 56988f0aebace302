#include "core/airspace/zone.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::airspace {

namespace {

constexpr double highest_m = 30'000;
constexpr double deepest_m = -500;
constexpr double usualGround_m = 500;
constexpr double tiny_m = 1;
constexpr std::size_t mostDaily = 500;
constexpr double huge_m = 600'000;

class Lint {
public:
    explicit Lint(const Zone& zone)
        : m_zone(zone) {}

    std::vector<Finding> run() {
        names();
        if (m_zone.layers.empty()) add(Severity::Refuse, "NO_LAYER", "the zone has no volume", "layers");
        if (m_zone.layers.size() > mostLayers)
            add(Severity::Refuse, "TOO_MANY", std::format("more than {} layers", mostLayers), "layers");
        else
            for (std::size_t i = 0; i < m_zone.layers.size(); ++i)
                layer(m_zone.layers[i], std::format("layers[{}]", i));
        if (m_zone.periods.size() > mostPeriods)
            add(Severity::Refuse, "TOO_MANY", std::format("more than {} periods", mostPeriods), "periods");
        else
            for (std::size_t i = 0; i < m_zone.periods.size(); ++i)
                period(m_zone.periods[i], std::format("periods[{}]", i));
        if (m_zone.authorities.empty())
            add(Severity::Note, "NO_AUTHORITY", "nobody is named who could answer for the zone", "authorities");
        return std::move(m_findings);
    }

private:
    void add(Severity severity, const char* code, std::string message, std::string where) {
        m_findings.push_back({severity, code, std::move(message), std::move(where)});
    }

    void names() {
        if (m_zone.identifier.empty() || m_zone.identifier.size() > 40)
            add(Severity::Refuse, "NO_IDENTIFIER", "an identifier of 1 to 40 bytes is wanted", "identifier");
        else if (m_zone.identifier.size() > 7)
            add(Severity::Note, "LONG_IDENTIFIER", "longer than the 7 characters that ED-318 has for it", "identifier");
        if (m_zone.country.size() != 3 ||
            !std::ranges::all_of(m_zone.country, [](char c) { return c >= 'A' && c <= 'Z'; }))
            add(Severity::Refuse, "BAD_COUNTRY",
                std::format("\"{}\" is not a country code of three letters", m_zone.country), "country");
        if (textIn(m_zone.name, "en").empty()) add(Severity::Note, "NO_NAME", "the zone has no name", "name");
    }

    void layer(const Layer& layer, const std::string& where) {
        const geo::Volume4D volume{layer.area, layer.lower, layer.upper, {}, {}};
        if (const auto checked = geo::check(volume); !checked) {
            add(Severity::Refuse, checked.error().code.c_str(), checked.error().message,
                std::format("{}.{}", where, checked.error().where));
            return;
        }
        limits(layer, where);
        extent(layer, where);
    }

    void limits(const Layer& layer, const std::string& where) {
        const auto odd = [&](const std::optional<geo::VerticalLimit>& limit, const char* name) {
            if (limit && (limit->metres > highest_m || limit->metres < deepest_m))
                add(Severity::Quarantine, "SUSPICIOUS_HEIGHT",
                    std::format("{} m {} is not a height of a zone", limit->metres, toString(limit->reference)),
                    std::format("{}.{}", where, name));
        };
        odd(layer.lower, "lower");
        odd(layer.upper, "upper");
        if (layer.upper && layer.upper->reference == geo::VerticalReference::Agl && layer.upper->metres <= 0)
            add(Severity::Refuse, "BAD_LIMITS", "the upper limit is at or below the ground",
                std::format("{}.upper", where));
        else if (layer.lower && layer.upper && layer.lower->reference != layer.upper->reference &&
                 layer.lower->metres >= layer.upper->metres + usualGround_m)
            add(Severity::Quarantine, "LIMITS_NOT_COMPARABLE",
                std::format("lower {} m {}, upper {} m {}: perhaps exchanged", layer.lower->metres,
                            toString(layer.lower->reference), layer.upper->metres, toString(layer.upper->reference)),
                std::format("{}.upper", where));
    }

    void extent(const Layer& layer, const std::string& where) {
        const geo::Box box = geo::boxOf(layer.area);
        const double high_m = geo::inverse({box.south_deg, box.west_deg}, {box.north_deg, box.west_deg}).distance_m;
        const double wide_m = geo::inverse({box.south_deg, box.west_deg}, {box.south_deg, box.east_deg}).distance_m;
        if (std::max(high_m, wide_m) < tiny_m)
            add(Severity::Quarantine, "TINY_AREA", "the area is less than 1 m across", std::format("{}.area", where));
        if (std::max(high_m, wide_m) > huge_m)
            add(Severity::Quarantine, "HUGE_AREA",
                std::format("the area is {:.0f} km across", std::max(high_m, wide_m) / 1000),
                std::format("{}.area", where));
    }

    void period(const Period& period, const std::string& where) {
        if (period.from && period.to && *period.to <= *period.from)
            add(Severity::Refuse, "BAD_TIMES",
                std::format("the end {} is not after the beginning {}", toRfc3339(*period.to), toRfc3339(*period.from)),
                std::format("{}.to", where));
        m_daily += period.schedule.size();
        if (m_daily > mostDaily) { // each is written out for each day that is asked for
            add(Severity::Refuse, "TOO_MANY", std::format("more than {} daily periods", mostDaily),
                std::format("{}.schedule", where));
            return;
        }
        for (std::size_t i = 0; i < period.schedule.size(); ++i)
            for (const DayMark& mark : {period.schedule[i].start, period.schedule[i].end})
                if (const auto* const clock = std::get_if<ClockTime>(&mark);
                    clock != nullptr &&
                    (clock->second < 0 || clock->second > 86'400 || std::abs(clock->ahead_s) > 18 * 3600))
                    add(Severity::Refuse, "BAD_SCHEDULE", "a time of day is 0 to 24 h, at most 18 h from UTC",
                        std::format("{}.schedule[{}]", where, i));
    }

    const Zone& m_zone;
    std::size_t m_daily = 0;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> findingsOf(const Zone& zone) {
    return Lint(zone).run();
}

bool anyOf(const std::vector<Finding>& findings, Severity severity) {
    return std::ranges::contains(findings, severity, &Finding::severity);
}

} // namespace haneul::airspace
