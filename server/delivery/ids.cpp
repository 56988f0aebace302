#include "server/delivery/ids.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace haneul::delivery {

namespace {

constexpr std::size_t longestId = 64;
constexpr std::size_t mostDigits = 15;

} // namespace

std::string idOf(std::string_view prefix, std::int64_t number) {
    return std::format("{}{:06}", prefix, number);
}

std::int64_t numberOf(std::string_view prefix, std::string_view id) {
    if (!id.starts_with(prefix)) return 0;
    const auto digits = id.substr(prefix.size());
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc() || digits.size() > mostDigits || number < 1) return 0;
    return idOf(prefix, number) == id ? number : 0;
}

bool isGoodId(std::string_view id) {
    const auto plain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return !id.empty() && id.size() <= longestId && std::ranges::all_of(id, plain);
}

} // namespace haneul::delivery
