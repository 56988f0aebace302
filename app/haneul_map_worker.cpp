// Reads one foreign file, locked away:
//   haneul-map-worker INPUT.tif OUTPUT.mbtiles     a GeoTIFF as a pyramid of tiles
//   haneul-map-worker --features INPUT OUTPUT      GeoJSON, GeoPackage ... as plain data (core/city_files)
//   haneul-map-worker --values INPUT OUTPUT        GeoTIFF, DTED, HGT as plain data
// Exit code 0: the output is whole; 2: wrong call; 3: refused, and standard output says "CODE message".
#include "server/geotiff/confine.h"
#include "server/geotiff/geotiff_tiles.h"
#include "server/geotiff/plain_contents.h"

#include <cstdio>
#include <filesystem>
#include <string_view>

#ifdef HANEUL_SANITIZED
// Leaks are looked for by tracing the process from another one, which confinement forbids.
extern "C" int __lsan_is_turned_off() {
    return 1;
}
#endif

int main(int argc, char** argv) {
    using namespace haneul;
    const std::string_view mode = argc == 4 ? argv[1] : "";
    if (argc != 3 && mode != "--features" && mode != "--values") {
        std::fputs("usage: haneul-map-worker [--features | --values] INPUT OUTPUT\n", stderr);
        return 2;
    }
    const std::filesystem::path input = std::filesystem::absolute(argv[argc - 2]);
    const std::filesystem::path output = std::filesystem::absolute(argv[argc - 1]);
    constexpr unsigned plain_s = 300; // of processor time
    geotiff::Confinement limits{.output = output};
    if (!mode.empty()) limits.cpu_s = plain_s;
    const auto done = geotiff::confine(limits).and_then([&]() -> Result<void> {
        if (mode == "--features") return geotiff::extractPlain(geotiff::PlainKind::Features, input, output);
        if (mode == "--values") return geotiff::extractPlain(geotiff::PlainKind::Values, input, output);
        return geotiff::convertGeotiff(input, output);
    });
    if (done) return 0;
    std::printf("%s %s\n", done.error().code.c_str(), done.error().message.c_str());
    return 3;
}
