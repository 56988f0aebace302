#include "core/city_files/hours.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace haneul::city_files {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr std::size_t longestText = 1000;
constexpr std::array<std::string_view, 7> days{"mo", "tu", "we", "th", "fr", "sa", "su"};

using Minutes = std::array<std::array<int, 24>, 7>; // that are open, by day and hour

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> parts(std::string_view text, char between) {
    std::vector<std::string_view> all;
    while (true) {
        const auto end = text.find(between);
        all.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return all;
        text.remove_prefix(end + 1);
    }
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 2 || problem != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

// "08:30" in minutes.
std::optional<int> timeFrom(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
    const auto hour = number(text.substr(0, colon)), minute = number(text.substr(colon + 1));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > minutesOfDay) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<std::size_t> dayFrom(std::string_view text) {
    const auto* const found = std::ranges::find(days, text);
    return found == days.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - days.begin()));
}

// "mo-fr,su"; a range may go over Sunday.
std::optional<std::array<bool, 7>> daysFrom(std::string_view text) {
    std::array<bool, 7> named{};
    for (const std::string_view part : parts(text, ',')) {
        const auto ends = parts(part, '-');
        const auto first = dayFrom(ends.front()), last = dayFrom(ends.back());
        if (ends.size() > 2 || !first || !last) return std::nullopt;
        for (std::size_t day = *first;; day = (day + 1) % days.size()) {
            named[day] = true;
            if (day == *last) break;
        }
    }
    return named;
}

void open(Minutes& minutes, std::size_t day, int from, int to) {
    for (int hour = from / 60; hour < 24 && hour * 60 < to; ++hour) {
        const int part = std::min(to, (hour + 1) * 60) - std::max(from, hour * 60);
        auto& here = minutes[day][static_cast<std::size_t>(hour)];
        here = std::min(60, here + part);
    }
}

// "08:00-12:00,22:00-02:00" for each of the days.
bool addTimes(Minutes& minutes, const std::array<bool, 7>& named, std::string_view text) {
    for (const std::string_view span : parts(text, ',')) {
        const auto ends = parts(span, '-');
        if (ends.size() != 2) return false;
        const auto from = timeFrom(ends[0]), to = timeFrom(ends[1]);
        if (!from || !to || *from == minutesOfDay) return false;
        for (std::size_t day = 0; day < days.size(); ++day) {
            if (!named[day]) continue;
            const bool over = *to <= *from;
            open(minutes, day, *from, over ? minutesOfDay : *to);
            if (over) open(minutes, (day + 1) % days.size(), 0, *to);
        }
    }
    return true;
}

bool isHoliday(std::string_view rule) {
    return rule.starts_with("ph") || rule.starts_with("sh");
}

bool addRule(Minutes& minutes, std::string_view rule) {
    std::array<bool, 7> named;
    named.fill(true);
    if (!rule.empty() && rule.front() >= 'a' && rule.front() <= 'z' && rule != "off" && rule != "closed") {
        // Days first, up to the blank before a digit or a word.
        const auto end = rule.find(' ');
        if (end == std::string_view::npos) return false;
        const auto found = daysFrom(rule.substr(0, end));
        if (!found) return false;
        named = *found;
        rule = trimmed(rule.substr(end));
    }
    for (std::size_t day = 0; day < days.size(); ++day)
        if (named[day]) minutes[day].fill(0);
    if (rule == "off" || rule == "closed") return true;
    return addTimes(minutes, named, rule);
}

std::array<double, 24> meanOf(const Minutes& minutes, std::size_t first, std::size_t last) {
    std::array<double, 24> shares{};
    for (std::size_t hour = 0; hour < shares.size(); ++hour) {
        for (std::size_t day = first; day <= last; ++day)
            shares[hour] += minutes[day][hour] / 60.0;
        shares[hour] /= static_cast<double>(last - first + 1);
    }
    return shares;
}

} // namespace

std::optional<std::array<double, 24>> profileFrom(std::string_view text) {
    constexpr std::string_view between = " \t\r\n,;|[]";
    std::array<double, 24> profile{};
    std::size_t count = 0;
    while (true) {
        const auto first = text.find_first_not_of(between);
        if (first == std::string_view::npos) break;
        text.remove_prefix(first);
        const auto word = text.substr(0, text.find_first_of(between));
        double value = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (problem != std::errc() || end != word.data() + word.size() || !std::isfinite(value) || value < 0)
            return std::nullopt;
        if (count == profile.size()) return std::nullopt;
        profile[count++] = value;
        text.remove_prefix(word.size());
    }
    return count == profile.size() ? std::optional(profile) : std::nullopt;
}

std::optional<city::DayWeights> openingHoursFrom(std::string_view text) {
    if (text.size() > longestText) return std::nullopt;
    std::string low(trimmed(text));
    std::ranges::transform(low, low.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    // "mo-fr, su" and "08:00 - 18:00" are written too.
    std::string tight;
    for (std::size_t i = 0; i < low.size(); ++i) {
        const bool joins = low[i] == ' ' && !tight.empty() &&
                           (tight.back() == ',' || tight.back() == '-' || tight.back() == ' ' ||
                            (i + 1 < low.size() && (low[i + 1] == ',' || low[i + 1] == '-')));
        if (!joins) tight += low[i];
    }
    Minutes minutes{};
    bool any = false;
    for (const std::string_view rule : parts(tight, ';')) {
        if (rule.empty() || isHoliday(rule)) continue;
        any = true;
        if (!addRule(minutes, rule == "24/7" ? std::string_view("00:00-24:00") : rule)) return std::nullopt;
    }
    if (!any) return std::nullopt;
    return city::DayWeights{.weekday = meanOf(minutes, 0, 4), .weekend = meanOf(minutes, 5, 6)};
}

} // namespace haneul::city_files
