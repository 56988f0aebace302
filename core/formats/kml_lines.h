#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/formats/mission_file.h"
#include "core/formats/mission_items.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The lines and places of a KML file (OGC 12-007r2), and the same written. Areas, models, overlays and links to other
// files are noted and not read.
namespace haneul::formats {

// What the heights of a line are measured from (altitudeMode).
enum class KmlHeight {
    Amsl,        // absolute
    AboveGround, // relativeToGround: the ground is not in the file
    OnGround,    // clampToGround, and what the standard takes when nothing is said: heights are not meant
    NotJudged,   // above a sea floor, or a mode that the standard does not have
};

struct KmlPoint {
    geo::LatLon place;
    std::optional<double> height_m;
    std::optional<UtcMs> time; // of a track

    bool operator==(const KmlPoint&) const = default;
};

enum class KmlLineKind { LineString, LinearRing, Track };

struct KmlLine {
    std::string name; // of its placemark, short and in one line
    KmlLineKind kind = KmlLineKind::LineString;
    KmlHeight heights = KmlHeight::OnGround;
    std::vector<KmlPoint> points; // two or more; of a ring, the last is the first

    bool operator==(const KmlLine&) const = default;
};

struct KmlPlace {
    std::string name;
    KmlHeight heights = KmlHeight::OnGround;
    KmlPoint point;

    bool operator==(const KmlPlace&) const = default;
};

struct KmlFile {
    std::vector<KmlLine> lines;
    std::vector<KmlPlace> places;
    std::vector<FileNote> notes; // AREA, NOT_READ, TOO_SHORT, HEIGHT_NOT_JUDGED, TIME_NOT_JUDGED, MORE_NOTES

    bool operator==(const KmlFile&) const = default;
};

inline constexpr std::size_t maxKmlBytes = 16u << 20;
inline constexpr std::size_t maxKmlDepth = 64;
inline constexpr std::size_t maxKmlElements = 500'000;
inline constexpr std::size_t maxKmlPoints = 200'000;

// UTF-8. Codes, `where` is "line 17": before the XML library sees it TOO_LARGE, BAD_ENCODING, HAS_DOCTYPE, TOO_DEEP,
// NOT_WELL_FORMED; then NOT_WELL_FORMED, NOT_KML, BAD_COORDINATES, BAD_PLACE, BAD_NUMBER, BAD_TRACK (as many times as
// places are wanted), TOO_MANY_POINTS.
[[nodiscard]] Result<KmlFile> readKml(std::string_view text);

// readKml makes the same of it; notes are not written, names come back as kmlName makes them.
[[nodiscard]] std::string writeKml(std::string_view title, const KmlFile& file);

// One line without control characters, at most 200 bytes of UTF-8, no space at either end.
[[nodiscard]] std::string kmlName(std::string_view text);

// The way of a mission from home on, above sea level.
[[nodiscard]] KmlLine kmlLineOf(const MissionItems& mission);

} // namespace haneul::formats
