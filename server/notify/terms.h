#pragma once

#include "server/notify/notice.h"

#include <span>
#include <string_view>

namespace haneul::notify {

// Names of checks and of what they find, as a notice says them. The field page has the same words.
struct Term {
    std::string_view code; // "AIRSPACE", "ZONE_PROHIBITED"
    std::string_view english, korean;
};

[[nodiscard]] std::span<const Term> allTerms();
[[nodiscard]] std::string_view termIn(std::string_view code, Language language); // the code itself when it is a new one

} // namespace haneul::notify
