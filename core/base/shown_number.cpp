#include "core/base/shown_number.h"

#include <cmath>
#include <format>

namespace haneul {

namespace {

constexpr int mostDecimals = 6;

std::string withDecimals(double number, int decimals) {
    std::string text = std::format("{:.{}f}", number, decimals);
    return text.find_first_of("123456789") == std::string::npos && text.starts_with('-') ? text.substr(1) : text;
}

} // namespace

std::string shownNumber(double number, std::optional<double> limit) {
    int decimals = std::abs(number - std::round(number)) < 0.05 ? 0 : 1;
    if (limit && std::isfinite(number) && std::isfinite(*limit) && *limit != number)
        while (decimals < mostDecimals && withDecimals(number, decimals) == withDecimals(*limit, decimals))
            ++decimals;
    return withDecimals(number, decimals);
}

} // namespace haneul
