// What the reader of zones takes is sound, survives the writer of ED-318, and nothing refused has a zone.
#include "core/formats/ed318_writer.h"
#include "core/formats/zones_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::airspace;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const formats::ZoneDefaults defaults{"KOR", "GIS", ZoneType::Prohibited, {}, {}};
    const auto import = formats::readZonesJson(text, "fuzz", defaults, "KOR");
    if (!import) {
        FUZZ_CHECK(!import.error().code.empty() && !import.error().message.empty());
        return 0;
    }
    for (const FeatureReport& report : import->features) {
        FUZZ_CHECK(report.zone.has_value() == (report.outcome != Outcome::Refused));
        FUZZ_CHECK((report.outcome == Outcome::Refused) == anyOf(report.findings, Severity::Refuse));
        if (report.zone) FUZZ_CHECK(!anyOf(findingsOf(*report.zone), Severity::Refuse));
    }
    const auto zones = zonesOf(*import, true);
    const auto written = formats::writeEd318(zones, {"fuzz", {}, utcMs(0)});
    const auto again = formats::readZonesJson(written.text, "fuzz");
    FUZZ_CHECK(again && again->features.size() == zones.size());
    return 0;
}
