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

std::string shownNumber(double number, std::optional<double> limit, std::string_view unit) {
    const bool rate = unit.starts_with("1/");
    if (rate && number == 0) return "0";
    const auto shown = [rate](double each, int decimals) {
        return rate ? std::format("{:.{}e}", each, decimals) : withDecimals(each, decimals);
    };
    int decimals = rate ? 2 : std::abs(number - std::round(number)) < 0.05 ? 0 : 1;
    if (limit && std::isfinite(number) && std::isfinite(*limit) && *limit != number)
        while (decimals < mostDecimals && shown(number, decimals) == shown(*limit, decimals))
            ++decimals;
    return shown(number, decimals);
}

} // namespace haneul
