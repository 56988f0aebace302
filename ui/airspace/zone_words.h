#pragma once

#include "core/airspace/impact.h"
#include "core/airspace/zone.h"
#include "core/airspace/zone_import.h"
#include "core/base/error.h"
#include "ui/airspace/zone_status.h"
#include "ui/map/zone_shapes.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <string_view>

// What the airspace rooms say, in the language of the desk.
namespace haneul::airspace {

inline constexpr ZoneType allZoneTypes[] = {ZoneType::Prohibited, ZoneType::ReqAuthorization, ZoneType::Conditional,
                                            ZoneType::NoRestriction, ZoneType::Uspace};
inline constexpr Reason allReasons[] = {
    Reason::AirTraffic, Reason::Sensitive, Reason::Privacy, Reason::Population,       Reason::Nature,
    Reason::Noise,      Reason::Emergency, Reason::Dar,     Reason::ForeignTerritory, Reason::Other};

[[nodiscard]] QString typeText(ZoneType type);
[[nodiscard]] map::ZoneShape::Kind kindOf(ZoneType type);
[[nodiscard]] QString reasonText(Reason reason);
[[nodiscard]] QString purposeText(Purpose purpose);
[[nodiscard]] QString nowText(ZoneNow now);
[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] QString severityText(Severity severity);

// Name in the language of the desk ("ko", "en"), else the first; empty: none.
[[nodiscard]] QString nameOf(const Zone& zone, const QString& language);

[[nodiscard]] QString limitText(const std::optional<geo::VerticalLimit>& limit,
                                bool lower);          // "GND", "150 m AGL", "UNL"
[[nodiscard]] QString limitsText(const Layer& layer); // "GND – 150 m AGL"
[[nodiscard]] QString limitsText(const Zone& zone);   // of the first layer, and how many more there are
[[nodiscard]] QString lengthText(double length_m);    // "850 m", "2.50 km"
[[nodiscard]] QString areaText(const geo::Area& area);

// "Every day", "MON–FRI 22:00 – 02:00 (next day) +09:00", one line each; with the dates of the period before it.
[[nodiscard]] QStringList periodTexts(const Zone& zone);
// Why it is active or not, as a sentence with times.
[[nodiscard]] QString whyText(const Zone& zone, const ZoneStatus& status, UtcMs now);

// What a finding means, in a sentence; the reader's own words for a code that has none.
[[nodiscard]] QString findingText(const Finding& finding);
[[nodiscard]] bool hasSentence(std::string_view findingCode);
[[nodiscard]] QString placeText(const std::string& where); // "layers[1].upper" as "Volume 2, upper limit"

[[nodiscard]] QString impactKindText(const std::string& kind);
// Why the service refused something: what is wrong and what to do.
[[nodiscard]] QString refusalText(const Error& error);

// ---- how values are typed

[[nodiscard]] QString dayText(Day day);                    // "MON": as in every NOTAM, in any language
[[nodiscard]] QString daysText(std::span<const Day> days); // "MON-FRI, SUN"; empty: any day
// "MON-FRI", "SAT SUN", "any", empty. nullopt: another text.
[[nodiscard]] std::optional<std::vector<Day>> typedDays(const QString& text);
[[nodiscard]] QString markText(const DayMark& mark); // "22:00+09:00", "06:30Z", "SR"
[[nodiscard]] std::optional<DayMark> typedMark(const QString& text);
// Decimal degrees ("37.5665", "-37.5", "37.5665N") or degrees, minutes and seconds ("37 33 59.4 N").
[[nodiscard]] std::optional<double> typedLatitude(const QString& text);
[[nodiscard]] std::optional<double> typedLongitude(const QString& text);
[[nodiscard]] QString degreesText(double degrees); // "37.5665", up to seven places
[[nodiscard]] std::optional<double> typedNumber(const QString& text);

} // namespace haneul::airspace
