// What the worker program hands over: whatever is read is written again as the same bytes, and becomes sound layers or
// none.
#include "core/city_files/layer_import.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::city_files;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto contents = readPlain(bytes);
    if (!contents) {
        FUZZ_CHECK(contents.error().code == "BAD_PLAIN_DATA");
        return 0;
    }
    const std::string written = writePlain(*contents);
    const auto again = readPlain(written);
    FUZZ_CHECK(again && writePlain(*again) == written);
    ImportOptions options;
    for (const LayerKind kind : {LayerKind::Population, LayerKind::Traffic, LayerKind::Buildings, LayerKind::Amenities,
                                 LayerKind::Elevation, LayerKind::LandUse}) {
        options.kind = kind;
        options.cell_m = 100;
        const auto imported = importLayer(*contents, options);
        if (!imported) continue;
        const bool sound = std::visit(
            [](const auto& layer) {
                if constexpr (requires { terrain::check(layer); })
                    return terrain::check(layer).has_value();
                else
                    return city::check(layer).has_value();
            },
            imported->layer);
        FUZZ_CHECK(sound);
    }
    return 0;
}
