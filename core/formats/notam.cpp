#include "core/formats/notam.h"

#include "core/formats/notam_words.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <span>

namespace haneul::formats {

namespace {

constexpr double metresPerKm = 1000;

// "E0113/26": a letter, four digits, a year.
bool isIdentifier(std::string_view text) {
    return text.size() == 8 && text[0] >= 'A' && text[0] <= 'Z' && wholeNumber(text.substr(1, 4)) && text[5] == '/' &&
           wholeNumber(text.substr(6));
}

// Where an item begins: at the start of a line or behind a blank, "B)".
std::size_t itemAt(std::string_view text, char letter, std::size_t from) {
    for (std::size_t i = from; i + 1 < text.size(); ++i)
        if (text[i] == letter && text[i + 1] == ')' && (i == 0 || isBlank(text[i - 1]))) return i;
    return std::string_view::npos;
}

// The text of an item up to the next one of `followers` that is there.
std::string_view item(std::string_view text, char letter, std::string_view followers) {
    const std::size_t begin = itemAt(text, letter, 0);
    if (begin == std::string_view::npos) return {};
    std::size_t end = text.size();
    for (const char follower : followers)
        end = std::min(end, itemAt(text, follower, begin + 2));
    return trimmedBlanks(text.substr(begin + 2, end - begin - 2));
}

std::string joined(std::string_view text) {
    std::string line;
    for (const char c : text)
        if (!isBlank(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    return line;
}

std::optional<UtcMs> momentIn(std::string_view text) { // "2601130500"
    if (text.size() != 10 || !wholeNumber(text.substr(0, 5)) || !wholeNumber(text.substr(5))) return std::nullopt;
    const auto part = [&](std::size_t at) { return *wholeNumber(text.substr(at, 2)); };
    const std::chrono::year_month_day date{std::chrono::year(2000 + part(0)),
                                           std::chrono::month(static_cast<unsigned>(part(2))),
                                           std::chrono::day(static_cast<unsigned>(part(4)))};
    const int hour = part(6);
    const int minute = part(8);
    if (!date.ok() || hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
    // A day ends at 23:59: there is no minute between it and the next day.
    const int ending = hour == 23 && minute == 59 ? 1 : 0;
    return UtcMs(std::chrono::sys_days(date)) + std::chrono::minutes(hour * 60 + minute + ending);
}

Result<void> readQ(std::string_view text, Notam& notam) {
    std::vector<std::string_view> parts;
    for (std::string_view rest = text;;) {
        const std::size_t end = rest.find('/');
        parts.push_back(trimmedBlanks(rest.substr(0, end)));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    if (parts.size() < 7 || parts[1].size() != 5 || parts[1][0] != 'Q')
        return fail("BAD_ITEM", "FIR/QCODE/traffic/purpose/scope/lower/upper/place are wanted", "Q)");
    notam.fir = parts[0];
    notam.code = parts[1];
    const auto lower = wholeNumber(parts[5]);
    const auto upper = wholeNumber(parts[6]);
    if (!lower || !upper || *lower > 999 || *upper > 999)
        return fail("BAD_ITEM", "lower and upper flight levels of three digits are wanted", "Q)");
    notam.lowerLevel = *lower;
    notam.upperLevel = *upper;
    if (parts.size() > 7 && parts[7].size() == 14) { // "3331N12630E005"
        const auto places = coordinatesIn(parts[7].substr(0, 11));
        const auto radius = wholeNumber(parts[7].substr(11));
        if (places.size() == 1 && radius) {
            notam.centre = places.front().place;
            notam.radius_nm = *radius;
        }
    }
    return {};
}

Result<void> readTimes(std::string_view b, std::string_view c, Notam& notam) {
    notam.from = momentIn(b);
    if (!notam.from) return fail("BAD_ITEM", std::format("\"{}\" is not a time YYMMDDhhmm", b.substr(0, 20)), "B)");
    if (notam.kind == NotamKind::Cancel && c.empty()) return {};
    if (c == "PERM") return {};
    notam.estimated = c.ends_with("EST");
    if (notam.estimated) c = trimmedBlanks(c.substr(0, c.size() - 3));
    const auto to = momentIn(c);
    if (!to || *to <= *notam.from)
        return fail("BAD_ITEM", std::format("\"{}\" is not a time YYMMDDhhmm behind B), or PERM", c.substr(0, 20)),
                    "C)");
    if (!notam.estimated) notam.to = to;
    return {};
}

} // namespace

Result<Notam> readNotam(std::string_view text) {
    const std::size_t bracket = text.find('(');
    if (bracket == std::string_view::npos) return fail("NOT_A_NOTAM", "no bracket opens");
    text.remove_prefix(bracket + 1);
    Words head(text);
    Notam notam;
    notam.identifier = head.next();
    const std::string_view kind = head.next();
    if (!isIdentifier(notam.identifier) || (kind != "NOTAMN" && kind != "NOTAMR" && kind != "NOTAMC"))
        return fail("NOT_A_NOTAM", "an identifier such as E0113/26 and NOTAMN, NOTAMR or NOTAMC are wanted");
    notam.kind = kind == "NOTAMN" ? NotamKind::New : kind == "NOTAMR" ? NotamKind::Replace : NotamKind::Cancel;
    if (notam.kind != NotamKind::New) {
        notam.refersTo = head.next();
        if (!isIdentifier(notam.refersTo))
            return fail("NOT_A_NOTAM", "the NOTAM that is replaced or cancelled is wanted");
    }
    if (const std::size_t close = text.rfind(')'); close != std::string_view::npos) text = text.substr(0, close);
    if (auto read = readQ(item(text, 'Q', "A"), notam); !read) return std::unexpected(read.error());
    notam.location = item(text, 'A', "B");
    if (auto read = readTimes(item(text, 'B', "CDE"), item(text, 'C', "DE"), notam); !read)
        return std::unexpected(read.error());
    notam.schedule = joined(item(text, 'D', "E"));
    // F) and G) stand at the end: an "F)" inside of the text of E) is none.
    std::string_view e = item(text, 'E', "");
    std::size_t f = std::string_view::npos;
    for (std::size_t at = itemAt(e, 'F', 0); at != std::string_view::npos; at = itemAt(e, 'F', at + 2))
        f = at;
    if (f != std::string_view::npos) {
        const std::string_view tail = e.substr(f);
        notam.lower = joined(item(tail, 'F', "G"));
        notam.upper = joined(item(tail, 'G', ""));
        e = e.substr(0, f);
    }
    notam.text = joinedCoordinates(trimmedBlanks(e));
    return notam;
}

Result<NotamLimit> notamLimit(std::string_view text, bool upper) {
    if (text == "UNL" && upper) return NotamLimit{};
    if ((text == "SFC" || text == "GND") && !upper)
        return NotamLimit{geo::VerticalLimit{0, geo::VerticalReference::Agl}, false};
    if (text.starts_with("FL"))
        if (const auto level = wholeNumber(trimmedBlanks(text.substr(2))); level && *level <= 999) {
            const double nominal_m = *level * 100 * geo::metresPerFoot;
            const double widened_m = upper ? nominal_m * 1.05 + 300 : std::max(0.0, nominal_m * 0.95 - 300);
            return NotamLimit{geo::VerticalLimit{widened_m, geo::VerticalReference::Amsl}, true};
        }
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    const auto value = wholeNumber(text.substr(0, digits));
    const std::string_view rest = trimmedBlanks(text.substr(digits));
    const bool feet = rest.starts_with("FT");
    const std::string_view datum = trimmedBlanks(rest.substr(feet || rest.starts_with('M') ? (feet ? 2 : 1) : 0));
    const auto reference = geo::verticalReferenceFromString(datum);
    if (!value || (!feet && !rest.starts_with("M ")) || !reference || *reference == geo::VerticalReference::W84)
        return fail("UNKNOWN_LIMIT",
                    std::format("\"{}\" is not a limit: SFC, GND, UNL, 3000FT AMSL, 500FT AGL or FL190 are read",
                                text.substr(0, 40)),
                    upper ? "G)" : "F)");
    return NotamLimit{geo::VerticalLimit{*value * (feet ? geo::metresPerFoot : 1.0), *reference}, false};
}

namespace {

constexpr std::string_view radiusWord = "RADIUS";

// "RADIUS 3NM", "RADIUS OF 0.3 NM", "5KM RADIUS" somewhere in the text beside a single coordinate.
std::optional<double> radiusIn(std::string_view text) {
    const auto unit = [](std::string_view word) -> std::optional<double> {
        if (word.starts_with("NM")) return metresPerNauticalMile;
        if (word.starts_with("KM")) return metresPerKm;
        if (word == "M" || word.starts_with("M ") || word.starts_with("METER")) return 1.0;
        return std::nullopt;
    };
    const auto valueAt = [&](std::size_t at) -> std::optional<double> {
        std::size_t end = at;
        while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.'))
            ++end;
        const auto number = decimalNumber(text.substr(at, end - at));
        const auto factor = unit(trimmedBlanks(text.substr(end)));
        if (!number || !factor) return std::nullopt;
        return *number * *factor;
    };
    const std::size_t word = text.rfind(radiusWord);
    if (word == std::string_view::npos) return std::nullopt;
    const std::size_t behind = text.find_first_of("0123456789", word);
    if (behind != std::string_view::npos && behind - word <= radiusWord.size() + 5)
        if (const auto found = valueAt(behind)) return found;
    std::size_t before = text.substr(0, word).find_last_of("0123456789");
    if (before == std::string_view::npos || word - before > 8) return std::nullopt;
    while (before > 0 && ((text[before - 1] >= '0' && text[before - 1] <= '9') || text[before - 1] == '.'))
        --before;
    return valueAt(before);
}

bool joins(std::string_view between) {
    return std::ranges::all_of(between, [](char c) { return c == '-' || c == ' ' || c == ','; }) ||
           trimmedBlanks(between) == "TO";
}

// "1NM EITHER SIDE OF CENTER LINE": half of a corridor's width, said before its line.
std::optional<double> halfWidthIn(std::string_view text) {
    const std::size_t word = text.rfind(" EITHER SIDE OF");
    if (word == std::string_view::npos) return std::nullopt;
    std::size_t begin = text.substr(0, word).find_last_of(' ');
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const std::string_view length = text.substr(begin, word - begin);
    const std::size_t digits = std::min(length.find_first_not_of("0123456789."), length.size());
    const auto number = decimalNumber(length.substr(0, digits));
    const std::string_view unit = length.substr(digits);
    if (!number || (unit != "NM" && unit != "KM")) return std::nullopt;
    return *number * (unit == "NM" ? metresPerNauticalMile : metresPerKm);
}

// All that is so near to a line: a circle around each point, a rectangle along each leg.
void addCorridor(NotamAreas& found, std::span<const WrittenPlace> line, double half_m) {
    for (const WrittenPlace& point : line)
        found.areas.push_back(geo::Circle{point.place, half_m});
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::LatLon a = line[i - 1].place;
        const geo::LatLon b = line[i].place;
        if (a == b) continue;
        const double there_deg = geo::inverse(a, b).initialBearing_deg;
        const double back_deg = geo::inverse(b, a).initialBearing_deg;
        found.areas.push_back(
            geo::Polygon{{geo::direct(a, there_deg + 90, half_m), geo::direct(b, back_deg - 90, half_m),
                          geo::direct(b, back_deg + 90, half_m), geo::direct(a, there_deg - 90, half_m)},
                         {}});
    }
}

void addRing(NotamAreas& found, std::span<const WrittenPlace> line) {
    geo::Polygon polygon;
    for (const WrittenPlace& point : line)
        if (polygon.outer.empty() || !(polygon.outer.back() == point.place)) polygon.outer.push_back(point.place);
    const bool closed = polygon.outer.size() > 3 && polygon.outer.front() == polygon.outer.back();
    if (!closed) {
        found.doubts.push_back(std::format("a line from \"{}\" that does not close", line.front().written));
        return;
    }
    polygon.outer.pop_back();
    found.areas.push_back(std::move(polygon));
}

} // namespace

NotamAreas notamAreas(std::string_view text) {
    NotamAreas found;
    const auto places = coordinatesIn(text);
    for (std::size_t i = 0; i < places.size();) {
        std::size_t end = i + 1;
        while (end < places.size() && joins(text.substr(places[end - 1].end, places[end].begin - places[end - 1].end)))
            ++end;
        const std::size_t before = i == 0 ? 0 : places[i - 1].end;
        const std::string_view introduction = text.substr(before, places[i].begin - before);
        const std::span<const WrittenPlace> run(places.begin() + static_cast<std::ptrdiff_t>(i), end - i);
        if (const auto half_m = halfWidthIn(introduction); half_m && run.size() > 1) {
            addCorridor(found, run, *half_m);
        } else if (run.size() > 1) {
            addRing(found, run);
        } else {
            const std::size_t behind = end < places.size() ? places[end].begin : text.size();
            auto radius_m = radiusIn(introduction);
            if (!radius_m)
                radius_m = radiusIn(text.substr(places[i].end, std::min<std::size_t>(behind - places[i].end, 30)));
            if (radius_m)
                found.areas.push_back(geo::Circle{places[i].place, *radius_m});
            else
                found.doubts.push_back(std::format("a single point \"{}\"", places[i].written));
        }
        i = end;
    }
    for (const char* const word : {" ARC ", "CLOCKWISE", "SEMICIRCLE", " ALONG ", "BOUNDARY OF", "COAST",
                                   "EXC A CIRCLE", "EXC AREA", "EXC THE AREA"})
        if (text.contains(word)) found.doubts.push_back(std::format("the word \"{}\"", trimmedBlanks(word)));
    return found;
}

} // namespace haneul::formats
