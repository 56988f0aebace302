// Whatever bytes come as an archive: what is taken is sound, and nothing of it is used without being looked at.
#include "core/formats/zones_archive.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::airspace;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const formats::ZoneDefaults defaults{"KOR", "K", ZoneType::Prohibited, {}, {}};
    const auto import = formats::readZonesArchive(bytes, "fuzz", defaults, {});
    if (!import) return 0;
    for (const FeatureReport& report : import->features) {
        FUZZ_CHECK(report.outcome != Outcome::Taken);
        FUZZ_CHECK(report.zone.has_value() == (report.outcome != Outcome::Refused));
        if (report.zone) FUZZ_CHECK(!anyOf(findingsOf(*report.zone), Severity::Refuse));
    }
    return 0;
}
