#pragma once

#include "core/airspace/zone_import.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/volume4d.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// NOTAM in the form of ICAO (Annex 15, appendix; Doc 8126), one or many in a text, with or without the lines of AFTN.
namespace haneul::formats {

enum class NotamKind { New, Replace, Cancel };

struct Notam {
    std::string identifier; // "E0113/26"
    NotamKind kind = NotamKind::New;
    std::string refersTo; // of Replace and Cancel

    // Q)
    std::string fir, code;                // "RKRR", "QRTCA"
    int lowerLevel = 0, upperLevel = 999; // flight levels; 000 and 999: no limit
    std::optional<geo::LatLon> centre;
    double radius_nm = 0;

    std::string location;      // A)
    std::optional<UtcMs> from; // B)
    std::optional<UtcMs> to;   // C); none: until further notice
    bool estimated = false;    // C) with EST: stays in force until it is replaced or cancelled
    std::string schedule;      // D)
    std::string text;          // E), lines joined
    std::string lower, upper;  // F), G)

    bool operator==(const Notam&) const = default;
};

inline constexpr std::size_t maxNotamBytes = 16u << 20;
inline constexpr std::size_t maxNotams = 20'000;

// One NOTAM, from its bracket on. Codes: NOT_A_NOTAM, BAD_ITEM (`where`: "Q)", "B)", "C)").
[[nodiscard]] Result<Notam> readNotam(std::string_view text);

// The periods of item D) inside B) to C). Codes: SCHEDULE_NOT_READ (`where` is the word).
[[nodiscard]] Result<std::vector<airspace::Period>> notamPeriods(const Notam& notam);

// The areas that the text of item E) describes by coordinates. `doubts` are things in it that are not read (arcs,
// single points); empty areas: none is described.
struct NotamAreas {
    std::vector<geo::Area> areas;
    std::vector<std::string> doubts;
};

[[nodiscard]] NotamAreas notamAreas(std::string_view text);

// F) and G): "SFC", "GND", "UNL" (no limit), "3000FT AMSL", "656FT AGL", "120M AGL", "FL190". A flight level is a
// pressure: it is widened by 300 m and 5 % (up or down) to an AMSL height that holds it in any weather.
struct NotamLimit {
    std::optional<geo::VerticalLimit> limit;
    bool flightLevel = false;
};

[[nodiscard]] Result<NotamLimit> notamLimit(std::string_view text, bool upper); // UNKNOWN_LIMIT

// Zones of the NOTAM about airspace (Q codes of restrictions QR.. and warnings QW..); what became of each other one is
// said too. Refused: NOT_AIRSPACE, NOT_ACTIVE (deactivated), REPLACED, CANCELLED (by a later one of the text),
// CANCELLATION, and what readNotam refuses. Quarantined: AREA_BY_Q_LINE (only the circle of Q) is known),
// AREA_NOT_READ, Q_LINE_DISAGREES, SCHEDULE_NOT_READ (active all of the time), LIMITS_BY_Q_LINE.
[[nodiscard]] Result<airspace::ZoneImport> readZonesNotam(std::string_view text, std::string_view fileName,
                                                          std::string_view country);

} // namespace haneul::formats
