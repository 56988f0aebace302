#include "core/base/time.h"

#include <format>

namespace haneul {

std::string toRfc3339(UtcMs time) {
    return std::format("{:%FT%T}Z", time);
}

std::optional<UtcMs> fromRfc3339(std::string_view text) {
    // 0123-56-89T12:45:78.012Z
    const auto number = [&](std::size_t at, std::size_t digits) -> std::optional<int> {
        int value = 0;
        for (std::size_t i = at; i < at + digits; ++i) {
            if (text[i] < '0' || text[i] > '9') return std::nullopt;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const bool fraction = text.size() == 24;
    if (!fraction && text.size() != 20) return std::nullopt;
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
        return std::nullopt;
    if (fraction && text[19] != '.') return std::nullopt;
    const auto year = number(0, 4), month = number(5, 2), day = number(8, 2);
    const auto hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    const auto millis = fraction ? number(20, 3) : std::optional{0};
    if (!year || !month || !day || !hour || !minute || !second || !millis) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return UtcMs{std::chrono::sys_days{date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + milliseconds{*millis};
}

} // namespace haneul
