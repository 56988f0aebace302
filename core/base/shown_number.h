#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace haneul {

// A measured number as people are shown it: to one decimal, a whole one without it. Where that would make it look like
// the `limit` that it is held against although it is not, with as many more decimals as tell the two apart (at most
// six). Two numbers that are shown alike are the same to whoever decides by them. What is counted per flight or per
// hour
// (`unit` begins with "1/") is far below one: 5.59e-10, with the same care for its limit.
[[nodiscard]] std::string shownNumber(double number, std::optional<double> limit = std::nullopt,
                                      std::string_view unit = {});

} // namespace haneul
