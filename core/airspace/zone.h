#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/volume4d.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Zones of airspace with the meaning of ED-269 (UASZoneVersion) and ED-318.
namespace haneul::airspace {

// What a zone asks of a flight (ED-318 type; ED-269 restriction).
enum class ZoneType { Uspace, Prohibited, ReqAuthorization, Conditional, NoRestriction };
enum class Variant { Common, Customized };
enum class Reason {
    AirTraffic,
    Sensitive,
    Privacy,
    Population,
    Nature,
    Noise,
    Emergency,
    Dar, // dynamic airspace reconfiguration
    ForeignTerritory,
    Other,
};
enum class Purpose { Authorization, Notification, Information };

[[nodiscard]] std::string_view toString(ZoneType type); // as ED-318 writes it: "REQ_AUTHORIZATION"
[[nodiscard]] std::string_view toString(Variant variant);
[[nodiscard]] std::string_view toString(Reason reason);
[[nodiscard]] std::string_view toString(Purpose purpose);
// Exactly the names above and, for REQ_AUTHORIZATION, the spelling of ED-269 (REQ_AUTHORISATION).
[[nodiscard]] std::optional<ZoneType> zoneTypeFromString(std::string_view name);
[[nodiscard]] std::optional<Variant> variantFromString(std::string_view name);
[[nodiscard]] std::optional<Reason> reasonFromString(std::string_view name);
[[nodiscard]] std::optional<Purpose> purposeFromString(std::string_view name);

struct Text {
    std::string text;
    std::string lang; // "ko-KR"; empty: not said

    bool operator==(const Text&) const = default;
};

using Texts = std::vector<Text>;
// The text in the language ("ko" also finds "ko-KR"), else the first; empty without any.
[[nodiscard]] std::string textIn(const Texts& texts, std::string_view language);

struct Authority {
    Texts name, service, contactName;
    std::string siteUrl, email, phone;
    std::optional<Purpose> purpose; // none: the source does not say
    std::string intervalBefore;     // ISO 8601 duration, "P3D"; empty: not said

    bool operator==(const Authority&) const = default;
};

enum class Day { Mon, Tue, Wed, Thu, Fri, Sat, Sun };
[[nodiscard]] std::string_view toString(Day day); // "MON"
[[nodiscard]] std::optional<Day> dayFromString(std::string_view name);

// Begin of morning civil twilight, sunrise, sunset, end of evening civil twilight.
enum class Daylight { Bmct, Sr, Ss, Eect };
[[nodiscard]] std::string_view toString(Daylight event);
[[nodiscard]] std::optional<Daylight> daylightFromString(std::string_view name);

// A time of the day, 0 to 86,400 s, in local time that is so far ahead of UTC.
struct ClockTime {
    int second = 0;
    int ahead_s = 0; // east of Greenwich: above 0

    bool operator==(const ClockTime&) const = default;
};

using DayMark = std::variant<ClockTime, Daylight>;

// Days are those on which the time span begins: one from FRI 22:00 to 02:00 runs into Saturday. A span whose end is not
// after its beginning ends on the next day.
struct DailyPeriod {
    std::vector<Day> days; // none: any day
    DayMark start = ClockTime{};
    DayMark end = ClockTime{86'400, 0};

    bool operator==(const DailyPeriod&) const = default;
};

struct Period {
    std::optional<UtcMs> from, to;     // half open; none: without end that way
    std::vector<DailyPeriod> schedule; // none: all of the time

    bool operator==(const Period&) const = default;
};

// One volume of a zone; limits as in geo::Volume4D (none: from the ground, without an upper limit).
struct Layer {
    geo::Area area;
    std::optional<geo::VerticalLimit> lower, upper;

    bool operator==(const Layer&) const = default;
};

struct ZoneSource {
    std::string format; // "ED-318", "ED-269", "NOTAM", "eAIP", "GeoJSON", "KML", "Shapefile", "editor"
    std::string file;   // as the user named it
    std::string where;  // path inside the file, "features[3]"
    std::string originator;
    std::optional<UtcMs> created, updated;

    bool operator==(const ZoneSource&) const = default;
};

struct Zone {
    std::string identifier; // unique in its country
    std::string country;    // ISO 3166-1 alpha-3
    Texts name;
    ZoneType type = ZoneType::Prohibited;
    Variant variant = Variant::Common;
    std::string restrictionConditions;
    std::optional<int> region;
    std::vector<Reason> reasons;
    Texts otherReason;
    std::optional<bool> regulationExemption;
    std::string uSpaceClass;
    Texts message;
    std::vector<Authority> authorities;
    std::vector<Period> periods; // none: permanent
    std::vector<Layer> layers;   // at least one
    std::string extended;        // extendedProperties, a JSON object; empty: none
    ZoneSource source;

    bool operator==(const Zone&) const = default;
};

inline constexpr std::size_t mostLayers = 1000;
inline constexpr std::size_t mostPeriods = 2000;

// What is wrong or odd about a zone.
enum class Severity {
    Refuse,     // no zone can be made of it
    Quarantine, // a zone that must not be used unless a person decides so
    Note,       // good to know
};

struct Finding {
    Severity severity = Severity::Note;
    std::string code;
    std::string message;
    std::string where;

    bool operator==(const Finding&) const = default;
};

// Every finding of a whole zone, in the order of its members. Refuse: BAD_AREA, BAD_LIMITS, BAD_TIMES (see
// geo::check), NO_LAYER, NO_IDENTIFIER, BAD_COUNTRY, BAD_SCHEDULE, TOO_MANY. Quarantine: LIMITS_NOT_COMPARABLE (lower
// above upper for any terrain up to 500 m), SUSPICIOUS_HEIGHT (above 30 km or below -500 m), TINY_AREA (under 1 m2),
// HUGE_AREA (more than 2,000 km across). Note: LONG_IDENTIFIER (over the 7 characters of ED-318), NO_AUTHORITY,
// NO_NAME. `where` is a member: "layers[1].upper".
[[nodiscard]] std::vector<Finding> findingsOf(const Zone& zone);
[[nodiscard]] bool anyOf(const std::vector<Finding>& findings, Severity severity);

} // namespace haneul::airspace
