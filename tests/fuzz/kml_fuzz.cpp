// What the reader of KML accepts keeps its limits and survives the writer.
#include "core/formats/kml_lines.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::formats;

namespace {

void check(const KmlPoint& point) {
    FUZZ_CHECK(point.place.valid() && std::isfinite(point.height_m.value_or(0)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readKml(text);
    if (!file) {
        FUZZ_CHECK(!file.error().code.empty() && !file.error().message.empty() && file.error().message.size() < 400);
        return 0;
    }
    std::size_t points = 0;
    for (const KmlLine& line : file->lines) {
        FUZZ_CHECK(line.points.size() >= 2 && kmlName(line.name) == line.name);
        points += line.points.size();
        for (const KmlPoint& point : line.points)
            check(point);
    }
    for (const KmlPlace& place : file->places)
        check(place.point);
    FUZZ_CHECK(points + file->places.size() <= maxKmlPoints && file->notes.size() <= 102);
    const auto again = readKml(writeKml("fuzz", *file));
    FUZZ_CHECK(again && again->lines == file->lines && again->places == file->places);
    return 0;
}
