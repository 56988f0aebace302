// What the reader of NOTAM takes is sound, and its periods lie inside of items B) and C).
#include "core/formats/notam.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::airspace;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto notam = formats::readNotam(text); notam && notam->kind != formats::NotamKind::Cancel) {
        FUZZ_CHECK(notam->from.has_value());
        if (const auto periods = formats::notamPeriods(*notam))
            for (const Period& period : *periods) {
                FUZZ_CHECK(period.from && *period.from >= *notam->from);
                FUZZ_CHECK(!notam->to || (period.to && *period.to <= *notam->to));
            }
    }
    const auto import = formats::readZonesNotam(text, "fuzz", "KOR");
    if (!import) return 0;
    for (const FeatureReport& report : import->features) {
        FUZZ_CHECK(report.zone.has_value() == (report.outcome != Outcome::Refused));
        if (report.zone) FUZZ_CHECK(!anyOf(findingsOf(*report.zone), Severity::Refuse));
    }
    return 0;
}
