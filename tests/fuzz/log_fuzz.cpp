// A record that is read is written again byte for byte; an exported log is judged the same whole and in pieces.
#include "core/log/export_file.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>

using namespace haneul;
using namespace haneul::log;

namespace {

std::string judged(ByteView file, std::size_t piece) {
    ExportVerifier verifier({});
    for (std::size_t at = 0; at < file.size(); at += piece)
        if (const auto fed = verifier.feed(file.subspan(at, std::min(piece, file.size() - at))); !fed)
            return fed.error().code + fed.error().message;
    const auto finished = verifier.finish();
    return finished ? "good" : finished.error().code + finished.error().message;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (const auto entry = decode(bytes)) {
        const auto again = encode(*entry);
        FUZZ_CHECK(again && std::ranges::equal(*again, bytes));
    }
    if (const auto record = decodeRecord(bytes)) {
        FUZZ_CHECK(record->digest == digestOf(bytes));
        FUZZ_CHECK(encode(record->entry)->size() + record->signature.size() == size);
    }
    if (const auto head = headFromText({reinterpret_cast<const char*>(data), size})) {
        const auto again = headFromText(toText(*head));
        FUZZ_CHECK(again && *again == *head);
    }
    const std::string whole = judged(bytes, std::max<std::size_t>(size, 1));
    if (size < 4096) FUZZ_CHECK(judged(bytes, 7) == whole);
    return 0;
}
