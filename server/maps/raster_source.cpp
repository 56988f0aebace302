#include "server/maps/raster_source.h"

#include "core/json/json_writer.h"

#include <algorithm>

namespace haneul::maps {

namespace {

constexpr std::size_t maxText_bytes = 300;

void cutToWholeCharacters(std::string& text, std::size_t limit) {
    if (text.size() <= limit) return;
    text.resize(limit);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
        text.pop_back();
    if (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.pop_back();
}

} // namespace

std::string plainText(std::string_view foreign) {
    constexpr std::size_t longestLookedAt = 4096;
    const std::string valid = json::toValidUtf8(foreign.substr(0, longestLookedAt));
    std::string text;
    bool inMarkup = false;
    for (const char c : valid) {
        if (c == '<') inMarkup = true;
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (!inMarkup && (c != ' ' || (!text.empty() && text.back() != ' '))) text += control ? ' ' : c;
        if (c == '>') inMarkup = false;
    }
    cutToWholeCharacters(text, maxText_bytes);
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

std::string_view imageKind(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "jpeg";
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "webp";
    if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x1A")) return "vector";
    return {};
}

} // namespace haneul::maps
