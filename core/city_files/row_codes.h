#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::city_files {

enum class Verdict : std::uint8_t {
    Taken,
    Quarantined, // it can be read, but something about it cannot be right: not taken
    Refused,     // it cannot be read as what it should be
};
[[nodiscard]] std::string_view toString(Verdict verdict); // "taken", "quarantined", "refused"

// What can be said of a row, with the number of values that go with it. Whoever shows a report has words of his own for
// each code; the English ones are for the API and the log.
struct RowCode {
    std::string_view code;
    Verdict verdict = Verdict::Refused;
    std::size_t values = 0;
    std::string_view english; // "{}" for each value
};

[[nodiscard]] std::span<const RowCode> rowCodes();
[[nodiscard]] const RowCode* rowCode(std::string_view code); // null: there is none
[[nodiscard]] std::string englishOf(std::string_view code, const std::vector<std::string>& values);

// What can be said of a whole file (ImportReport::remarks).
[[nodiscard]] std::span<const std::string_view> remarkCodes();

// Why a shape has no place (Shape::trouble): the code of a row, then its values, with line feeds between.
[[nodiscard]] std::string troubleOf(std::string_view code, const std::vector<std::string>& values = {});

} // namespace haneul::city_files
