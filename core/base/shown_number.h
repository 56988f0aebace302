#pragma once

#include <optional>
#include <string>

namespace haneul {

// A measured number as people are shown it: to one decimal, a whole one without it. Where that would make it look like
// the `limit` that it is held against although it is not, with as many more decimals as tell the two apart (at most
// six). Two numbers that are shown alike are the same to whoever decides by them.
[[nodiscard]] std::string shownNumber(double number, std::optional<double> limit = std::nullopt);

} // namespace haneul
