#pragma once

#include "core/airspace/zone.h"
#include "core/formats/json_value.h"

#include <vector>

// Members of ED-269 and ED-318 zones as authorities write them; inside this room only.
namespace haneul::formats {

// What was found while reading one feature.
class Findings {
public:
    void refuse(const char* code, std::string message, std::string where) {
        m_list.push_back({airspace::Severity::Refuse, code, std::move(message), std::move(where)});
    }

    void quarantine(const char* code, std::string message, std::string where) {
        m_list.push_back({airspace::Severity::Quarantine, code, std::move(message), std::move(where)});
    }

    void note(const char* code, std::string message, std::string where) {
        m_list.push_back({airspace::Severity::Note, code, std::move(message), std::move(where)});
    }

    [[nodiscard]] std::vector<airspace::Finding> take() { return std::move(m_list); }

private:
    std::vector<airspace::Finding> m_list;
};

// simdjson keeps the first of two equal members and says nothing; a zone that says two things is not taken
// (DUPLICATE_FIELD, refuse).
void findTwice(const JsonValue& value, Findings& findings);

// Members of one zone that may lie in several objects of a feature ("properties", "properties.UASZone").
class ZoneFields {
public:
    ZoneFields(std::vector<JsonValue> places, Findings& findings)
        : m_places(std::move(places))
        , m_findings(findings) {}

    [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const;

    [[nodiscard]] const std::string& path() const { return m_places.front().path; }

    [[nodiscard]] std::string text(std::string_view key) const; // empty: not there
    [[nodiscard]] airspace::Texts texts(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const; // also as a string of digits
    [[nodiscard]] std::optional<UtcMs> time(std::string_view key) const;    // quarantined without an offset
    [[nodiscard]] std::optional<airspace::DayMark> dayMark(std::string_view timeKey, std::string_view eventKey,
                                                           bool end) const;

    // Everything of a zone but its layers and times.
    void readMeaning(airspace::Zone& zone) const;
    void readPeriods(airspace::Zone& zone) const;

    // Limits under these names; a unit that is not said is metres only where `unit` is given.
    struct LimitNames {
        std::string_view lower, lowerReference, upper, upperReference;
    };

    void readLimits(airspace::Layer& layer, const LimitNames& names, std::optional<std::string_view> unit) const;

private:
    std::optional<geo::VerticalLimit> limit(std::string_view key, std::string_view referenceKey,
                                            double metresPerUnit) const;
    void readType(airspace::Zone& zone) const;
    void readReasons(airspace::Zone& zone) const;
    void readAuthorities(airspace::Zone& zone) const;
    void readExtended(airspace::Zone& zone) const;
    [[nodiscard]] std::vector<airspace::DailyPeriod> schedule(const JsonValue& period) const;
    [[nodiscard]] airspace::DailyPeriod dailyPeriod(const ZoneFields& fields) const;
    [[nodiscard]] std::vector<airspace::Day> days() const;

    std::vector<JsonValue> m_places;
    Findings& m_findings;
};

// Plain text: marks of HTML taken out, entities of five kinds read, control characters and runs of blanks become one
// space.
[[nodiscard]] std::string withoutMarkup(std::string_view text);

// "2026-08-02T10:00:00+00:00", with any offset; `zoned` false: none was written and UTC is taken.
struct ReadTime {
    UtcMs time;
    bool zoned = true;
};

[[nodiscard]] std::optional<ReadTime> timeIn(std::string_view text);

// "16:00", "16:00:00Z", "06:30:00.000+09:00".
struct ReadClock {
    airspace::ClockTime clock;
    bool zoned = true;
};

[[nodiscard]] std::optional<ReadClock> clockIn(std::string_view text);

[[nodiscard]] std::string clockText(const airspace::ClockTime& clock); // clockIn reads it

// Drops daily periods that are the whole of any day and periods that are all of the time.
void simplifyPeriods(std::vector<airspace::Period>& periods);

} // namespace haneul::formats
