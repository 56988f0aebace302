// Lines come out the same however the stream is cut; what is read can be written and read again.
#include "core/formats/sbs.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace haneul::formats;

namespace {

bool printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7e; });
}

void checkLine(std::string_view line) {
    const auto message = parseSbsLine(line);
    if (!message) {
        FUZZ_CHECK(message.error().code.starts_with("SBS_"));
        FUZZ_CHECK(printable(message.error().message) && message.error().message.size() < 200);
        return;
    }
    if (message->kind == SbsMessage::Kind::Other) return;
    FUZZ_CHECK(message->icaoAddress > 0 && message->icaoAddress <= 0xffffff);
    FUZZ_CHECK(message->transmissionType >= 1 && message->transmissionType <= 8);
    FUZZ_CHECK(message->latitude_deg.has_value() == message->longitude_deg.has_value());
    FUZZ_CHECK(!message->squawk || *message->squawk <= 07777);
    FUZZ_CHECK(!message->callsign || printable(*message->callsign));
    // Decimals are rounded by the writer, once.
    const std::string written = writeSbsLine(*message);
    const auto again = parseSbsLine(std::string_view(written).substr(0, written.size() - 2));
    FUZZ_CHECK(again);
    FUZZ_CHECK(writeSbsLine(*again) == written);
    FUZZ_CHECK(again->icaoAddress == message->icaoAddress && again->generated == message->generated &&
               again->logged == message->logged && again->callsign == message->callsign &&
               again->altitude_ft == message->altitude_ft && again->squawk == message->squawk &&
               again->onGround == message->onGround &&
               again->latitude_deg.has_value() == message->latitude_deg.has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    SbsLineSplitter whole;
    std::vector<std::string> lines;
    std::size_t inLines = 0;
    whole.feed(bytes, [&](std::string_view line) {
        FUZZ_CHECK(!line.empty() && line.size() <= SbsLineSplitter::maxLineLength && printable(line));
        inLines += line.size();
        lines.emplace_back(line);
    });
    FUZZ_CHECK(inLines + whole.malformedBytes() <= size);

    SbsLineSplitter cut;
    std::size_t next = 0;
    const std::size_t step = size > 0 ? 1 + data[0] % 61 : 1;
    for (std::size_t from = 0; from < size; from += step)
        cut.feed(bytes.subspan(from, std::min(step, size - from)), [&](std::string_view line) {
            FUZZ_CHECK(next < lines.size() && lines[next] == line);
            ++next;
        });
    FUZZ_CHECK(next == lines.size() && cut.malformedLines() == whole.malformedLines() &&
               cut.malformedBytes() == whole.malformedBytes());

    for (const std::string& line : lines)
        checkLine(line);
    checkLine({reinterpret_cast<const char*>(data), size}); // a recording is read without the splitter
    return 0;
}
