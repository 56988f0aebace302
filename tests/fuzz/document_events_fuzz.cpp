// An event of documents that is read is written and read again as the same; the first line is the type ("path": a field
// to look for), the rest the body. A path becomes nothing but steps in quotes and numbers in brackets.
#include "server/documents/document.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul::documents;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view type = text.substr(0, end), body = text.substr(std::min(end + 1, text.size()));
    if (type == "path") {
        const auto path = sqlPath(body);
        if (path) FUZZ_CHECK(path->starts_with("$.\"") && path->find_first_of("'\\;") == std::string::npos);
    } else if (type == documentWithdrawn) {
        const auto event = withdrawnFrom(body);
        if (!event) return 0;
        const auto again = withdrawnFrom(toEvent(*event).body);
        FUZZ_CHECK(again && again->id == event->id && again->reason == event->reason);
    } else if (type == documentPut) {
        const auto event = documentFrom(body);
        if (!event) return 0;
        const auto again = documentFrom(toEvent(*event).body);
        FUZZ_CHECK(again && *again == *event);
        if (const auto good = accepted(*event)) FUZZ_CHECK(accepted(*good).value() == *good);
    }
    return 0;
}
