// What the reader of GeoJSON lines accepts keeps its limits, and reading it again gives the same.
#include "core/formats/geojson_lines.h"
#include "core/formats/kml_lines.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readGeoJsonLines(text);
    if (!file) {
        FUZZ_CHECK(!file.error().code.empty() && !file.error().message.empty() && file.error().message.size() < 400);
        return 0;
    }
    std::size_t points = 0;
    for (const GeoJsonLine& line : file->lines) {
        FUZZ_CHECK(line.points.size() >= 2 && kmlName(line.name) == line.name && !line.where.empty());
        points += line.points.size();
        for (const GeoJsonPoint& point : line.points)
            FUZZ_CHECK(point.place.valid() && std::isfinite(point.height_m.value_or(0)));
    }
    FUZZ_CHECK(points <= maxGeoJsonLinePoints && file->notes.size() <= maxGeoJsonLineNotes);
    FUZZ_CHECK(readGeoJsonLines(text) == file);
    return 0;
}
