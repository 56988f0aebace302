// A Shapefile of any bytes: four lengths (little-endian, 32 bits) and then .shp, .dbf, .prj and .cpg. What is taken is
// sound, nothing of it is used without being looked at, and its names are text.
#include "core/formats/wkt_datum.h"
#include "core/formats/zones_shapefile.h"
#include "core/json/json_writer.h"
#include "tests/fuzz/fuzz_check.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

using namespace haneul;
using namespace haneul::airspace;

namespace {

constexpr std::string_view wgs84 =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

void check(const formats::ShapefileBytes& files) {
    const formats::ZoneDefaults defaults{"KOR", "K", ZoneType::Prohibited, {}, {}};
    const auto import = formats::readZonesShapefile(files, "fuzz", defaults);
    if (!import) return;
    for (const FeatureReport& report : import->features) {
        FUZZ_CHECK(report.outcome != Outcome::Taken);
        FUZZ_CHECK(report.zone.has_value() == (report.outcome != Outcome::Refused));
        if (!report.zone) continue;
        FUZZ_CHECK(!anyOf(findingsOf(*report.zone), Severity::Refuse));
        for (const Text& name : report.zone->name)
            FUZZ_CHECK(json::toValidUtf8(name.text) == name.text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::array<std::uint32_t, 4> lengths{};
    if (size < sizeof lengths) return 0;
    std::memcpy(lengths.data(), data, sizeof lengths);
    std::string_view rest(reinterpret_cast<const char*>(data) + sizeof lengths, size - sizeof lengths);
    std::array<std::string_view, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i] = rest.substr(0, lengths[i]);
        rest.remove_prefix(parts[i].size());
    }
    check({parts[0], parts[1], parts[2], parts[3]});
    check({parts[0], parts[1], wgs84, parts[3]}); // past the gate
    return 0;
}
