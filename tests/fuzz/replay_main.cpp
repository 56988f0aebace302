// Runs a fuzz target over the files of the folders given, and over every prefix of each: the seeds as an ordinary test.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
    std::size_t inputs = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file()) continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::vector<char> bytes(std::istreambuf_iterator<char>(file), {});
            const std::size_t step = bytes.size() > 4096 ? bytes.size() / 512 : 1;
            for (std::size_t size = 0; size <= bytes.size(); size += step, ++inputs) {
                // A copy of exactly this size, so that a sanitizer sees a read past the end.
                const std::vector<std::uint8_t> exact(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
                LLVMFuzzerTestOneInput(exact.data(), exact.size());
            }
        }
    }
    std::printf("%zu inputs\n", inputs);
    return inputs > 0 ? 0 : 1; // a target without seeds proves nothing
}
