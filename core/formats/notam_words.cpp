#include "core/formats/notam_words.h"

#include <algorithm>
#include <charconv>

namespace haneul::formats {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Degrees (so many digits), minutes and perhaps seconds with a fraction, then a letter; moves `at` behind it.
std::optional<double> angleAt(std::string_view text, std::size_t& at, std::size_t degreeDigits, char plus, char minus) {
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    const std::size_t whole = end - at;
    if (whole != degreeDigits + 2 && whole != degreeDigits + 4) return std::nullopt;
    std::size_t letter = end;
    double fraction = 0;
    if (letter < text.size() && text[letter] == '.') {
        std::size_t tail = letter + 1;
        while (tail < text.size() && isDigit(text[tail]))
            ++tail;
        const auto value = decimalNumber(text.substr(letter - 1, tail - letter + 1)); // with the digit before
        if (!value) return std::nullopt;
        fraction = *value - (text[letter - 1] - '0');
        letter = tail;
    }
    if (letter >= text.size() || (text[letter] != plus && text[letter] != minus)) return std::nullopt;
    const auto part = [&](std::size_t from, std::size_t count) { return *wholeNumber(text.substr(from, count)); };
    const bool seconds = whole == degreeDigits + 4;
    const int minute = part(at + degreeDigits, 2);
    const int second = seconds ? part(at + degreeDigits + 2, 2) : 0;
    if (minute > 59 || second > 59) return std::nullopt;
    const double angle = part(at, degreeDigits) + (minute + (seconds ? 0 : fraction)) / 60.0 +
                         (second + (seconds ? fraction : 0)) / 3600.0;
    const bool negative = text[letter] == minus;
    at = letter + 1;
    return negative ? -angle : angle;
}

} // namespace

std::string_view trimmedBlanks(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<int> wholeNumber(std::string_view text) {
    if (text.empty() || text.size() > 6 || !std::ranges::all_of(text, isDigit)) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<double> decimalNumber(std::string_view text) {
    if (text.empty() || text.size() > 20 || !isDigit(text.front())) return std::nullopt;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view Words::next() {
    m_rest = trimmedBlanks(m_rest);
    std::size_t end = 0;
    while (end < m_rest.size() && !isBlank(m_rest[end]))
        ++end;
    const std::string_view word = m_rest.substr(0, end);
    m_rest.remove_prefix(end);
    return word;
}

std::vector<WrittenPlace> coordinatesIn(std::string_view text) {
    std::vector<WrittenPlace> places;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!isDigit(text[begin]) || (begin > 0 && (isDigit(text[begin - 1]) || text[begin - 1] == '.'))) continue;
        std::size_t at = begin;
        const auto latitude = angleAt(text, at, 2, 'N', 'S');
        if (!latitude) continue;
        while (at < text.size() && text[at] == ' ')
            ++at;
        const auto longitude = angleAt(text, at, 3, 'E', 'W');
        const geo::LatLon place{*latitude, longitude.value_or(999)};
        if (!place.valid()) continue;
        places.push_back({place, text.substr(begin, at - begin), begin, at});
        begin = at - 1;
    }
    return places;
}

std::string joinedCoordinates(std::string_view text) {
    const auto ofCoordinate = [](char c) {
        return isDigit(c) || c == '-' || c == 'N' || c == 'S' || c == 'E' || c == 'W';
    };
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' && text[i] != '\n') {
            line += text[i];
            continue;
        }
        while (i + 1 < text.size() && isBlank(text[i + 1]))
            ++i;
        // A line that breaks off inside a list of coordinates is long: AFTN has 69 characters a line.
        const std::size_t lineLength = line.size() - std::min(line.size(), line.find_last_of(' ') + 1);
        const bool inside =
            lineLength >= 12 && i + 1 < text.size() && ofCoordinate(line.back()) && ofCoordinate(text[i + 1]);
        if (!inside && !line.empty() && line.back() != ' ') line += ' ';
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

} // namespace haneul::formats
