// A text that is a stack is written in one way, and that way is read back as the same stack.
#include "server/tiles/style_stack.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul::tiles;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto stack = styleStackFrom({reinterpret_cast<const char*>(data), size});
    if (!stack) return 0;
    FUZZ_CHECK(size <= maxStackCharacters && stack->layers.size() <= maxStackLayers);
    const auto text = toText(*stack);
    FUZZ_CHECK(text.size() <= maxStackCharacters);
    const auto again = styleStackFrom(text);
    FUZZ_CHECK(again && *again == *stack && toText(*again) == text);
    return 0;
}
