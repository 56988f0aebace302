// Whatever the bytes are: no read outside of the file, entries in order, and every tile is found or refused.
#include "server/maps/pmtiles.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string>
#include <string_view>

using namespace haneul;
using namespace haneul::maps;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const std::uint8_t compression : {std::uint8_t{1}, std::uint8_t{2}})
        if (const auto entries = readPmtilesDirectory(bytes, compression)) {
            FUZZ_CHECK(!entries->empty());
            for (std::size_t i = 1; i < entries->size(); ++i)
                FUZZ_CHECK((*entries)[i - 1].tileId < (*entries)[i].tileId);
        }
    const auto source = openPmtiles(
        [&bytes](std::uint64_t offset, std::uint64_t length) -> Result<std::string> {
            FUZZ_CHECK(offset <= bytes.size() && length <= bytes.size() - offset);
            return bytes.substr(offset, length);
        },
        bytes.size());
    if (!source) return 0;
    const auto& facts = (*source)->facts();
    FUZZ_CHECK(facts.minZoom <= facts.maxZoom && facts.bounds.west_deg < facts.bounds.east_deg);
    for (int zoom = 0; zoom <= 4; ++zoom)
        for (int at = 0; at < 1 << zoom; ++at)
            if (const auto tile = (*source)->tile(zoom, at, at); tile && *tile)
                FUZZ_CHECK((*tile)->size() <= maxTile_bytes);
    return 0;
}
