// A CSV that is read keeps the shape of a table, and what comes of it goes through the stored form unchanged. The same
// bytes as well-known text never give a shape without places.
#include "core/city_files/csv_table.h"
#include "core/city_files/layer_import.h"
#include "core/city_files/wkt.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul::city_files;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Shape shape = shapeFromWkt(text);
    FUZZ_CHECK((shape.kind == Shape::Kind::None) == !shape.trouble.empty());
    FUZZ_CHECK((shape.kind == Shape::Kind::None) ==
               (shape.points.empty() && shape.lines.empty() && shape.polygons.empty()));
    const auto table = readCsv(text);
    if (!table) {
        FUZZ_CHECK(!table.error().code.empty() && !table.error().message.empty());
        return 0;
    }
    for (const Row& row : table->rows)
        FUZZ_CHECK(row.values.size() == table->columns.size());
    const std::string plain = writePlain(*table);
    const auto again = readPlain(plain);
    FUZZ_CHECK(again && writePlain(*again) == plain);
    ImportOptions options;
    for (const LayerKind kind :
         {LayerKind::Population, LayerKind::Traffic, LayerKind::Buildings, LayerKind::Amenities, LayerKind::LandUse}) {
        options.kind = kind;
        options.cell_m = 100;
        const auto imported = importLayer(*table, options);
        if (!imported) continue;
        const ImportReport& report = imported->report;
        FUZZ_CHECK(report.taken + report.quarantined + report.refused == table->rows.size());
    }
    return 0;
}
