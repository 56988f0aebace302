#include "core/json/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace haneul::json {

namespace {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

// Length of the well-formed UTF-8 sequence at the start of `bytes`; 0 when there is none.
std::size_t sequenceLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < bytes.size() && at(i) >= low && at(i) <= high;
    };
    const unsigned first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;  // no overlong form
        const unsigned high = first == 0xED ? 0x9F : 0xBF; // no surrogate
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF; // nothing above U+10FFFF
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

void appendControl(std::string& text, unsigned char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += "\\u00";
    text += digits[c >> 4];
    text += digits[c & 15];
}

void appendEscaped(std::string& text, std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x80) {
            const auto length = sequenceLength(value.substr(i));
            text += length > 0 ? value.substr(i, length) : replacementCharacter;
            i += length > 0 ? length : 1;
            continue;
        }
        ++i;
        if (c == '"' || c == '\\') {
            text += '\\';
            text += static_cast<char>(c);
        } else if (c == '\n') {
            text += "\\n";
        } else if (c < 0x20 || c == 0x7f) {
            appendControl(text, c);
        } else {
            text += static_cast<char>(c);
        }
    }
}

template <class Integer>
void appendInteger(std::string& text, Integer value) {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), end);
}

} // namespace

std::string toValidUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto length = sequenceLength(bytes);
        text += length > 0 ? bytes.substr(0, length) : replacementCharacter;
        bytes.remove_prefix(length > 0 ? length : 1);
    }
    return text;
}

void JsonWriter::separate() {
    if (m_text.empty()) return;
    const char last = m_text.back();
    if (last != '{' && last != '[' && last != ':') m_text += ',';
}

JsonWriter& JsonWriter::beginObject() {
    separate();
    m_text += '{';
    return *this;
}

JsonWriter& JsonWriter::endObject() {
    m_text += '}';
    return *this;
}

JsonWriter& JsonWriter::beginArray() {
    separate();
    m_text += '[';
    return *this;
}

JsonWriter& JsonWriter::endArray() {
    m_text += ']';
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    m_text += '"';
    appendEscaped(m_text, name);
    m_text += "\":";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    m_text += "null";
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    separate();
    m_text += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    separate();
    m_text += '"';
    appendEscaped(m_text, value);
    m_text += '"';
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
    separate();
    appendInteger(m_text, value);
    return *this;
}

JsonWriter& JsonWriter::count(std::uint64_t value) {
    separate();
    appendInteger(m_text, value);
    return *this;
}

JsonWriter& JsonWriter::exact(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_text.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::number(double value, int decimals) {
    if (!std::isfinite(value)) return null();
    separate();
    std::array<char, 64> digits{};
    // Beyond 1e15 a double has no decimals left to round.
    const auto [end, error] =
        std::abs(value) < 1e15
            ? std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals)
            : std::to_chars(digits.data(), digits.data() + digits.size(), value);
    std::string_view text(digits.data(), end);
    if (text.contains('.') && !text.contains('e')) {
        text = text.substr(0, text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.remove_suffix(1);
    }
    m_text += text == "-0" ? "0" : text;
    return *this;
}

JsonWriter& JsonWriter::time(UtcMs value) {
    return string(toRfc3339(value));
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    m_text += json;
    return *this;
}

} // namespace haneul::json
