#include "core/fleet/firmware.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

namespace haneul::fleet {

namespace {

struct Version {
    std::vector<std::uint32_t> parts;
    std::string_view suffix;
};

std::optional<Version> parsed(std::string_view text) {
    if (text.starts_with('v') || text.starts_with('V')) text.remove_prefix(1);
    Version version;
    if (const auto dash = text.find('-'); dash != std::string_view::npos) {
        version.suffix = text.substr(dash + 1);
        if (version.suffix.empty()) return std::nullopt;
        text = text.substr(0, dash);
    }
    while (true) {
        std::uint32_t part = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), part);
        if (problem != std::errc{}) return std::nullopt;
        version.parts.push_back(part);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return version;
        if (text.front() != '.') return std::nullopt;
        text.remove_prefix(1);
    }
}

} // namespace

std::optional<std::strong_ordering> compareFirmware(std::string_view one, std::string_view other) {
    auto left = parsed(one), right = parsed(other);
    if (!left || !right) return std::nullopt;
    const std::size_t count = std::max(left->parts.size(), right->parts.size());
    left->parts.resize(count);
    right->parts.resize(count);
    if (const auto order = left->parts <=> right->parts; order != 0) return order;
    if (left->suffix == right->suffix) return std::strong_ordering::equal;
    if (left->suffix.empty()) return std::strong_ordering::greater;
    if (right->suffix.empty()) return std::strong_ordering::less;
    return std::nullopt;
}

} // namespace haneul::fleet
