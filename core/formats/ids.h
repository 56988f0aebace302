#pragma once

#include "core/formats/telemetry_record.h"

#include <array>
#include <cstring>
#include <string>
#include <string_view>

// Of this room only: what both readers of the telemetry contract do for every record, kept in sight of the compiler.
namespace haneul::formats::ids {

inline constexpr auto allowed = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

// See validId. Without a branch for each character.
[[nodiscard]] inline bool valid(std::string_view id) {
    if (id.empty() || id.size() > maxIdLength) return false;
    bool good = true;
    for (const char c : id)
        good &= allowed[static_cast<unsigned char>(c)];
    return good;
}

// std::string::assign is a call into the library; this is none as long as the text fits into what is there.
inline void assign(std::string& target, std::string_view text) {
    target.resize_and_overwrite(text.size(), [&](char* to, std::size_t size) {
        std::memcpy(to, text.data(), size);
        return size;
    });
}

} // namespace haneul::formats::ids
