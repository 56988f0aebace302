// Entries lie inside the file, one behind the other; without damage they cover it whole.
#include "core/formats/mavlink.h"
#include "core/formats/tlog.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <span>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = std::as_bytes(std::span(data, size));
    TlogReader reader(file);
    MavlinkParser parser;
    std::size_t end = 0, covered = 0;
    while (const auto entry = reader.next()) {
        FUZZ_CHECK(entry->offset >= end + 8 && entry->length >= 8 && entry->length <= 280);
        FUZZ_CHECK(entry->offset <= size && entry->length <= size - entry->offset);
        FUZZ_CHECK(sinceEpoch_ms(entry->time) >= 946'684'800'000 && sinceEpoch_ms(entry->time) <= 4'102'444'800'000);
        end = entry->offset + entry->length;
        covered += 8 + entry->length;
        parser.feed(file.subspan(entry->offset, entry->length), [](const MavlinkFrame&) {});
    }
    FUZZ_CHECK((covered == size) == (reader.damagedPlaces() == 0));
    FUZZ_CHECK(!reader.next()); // the end stays the end
    return 0;
}
