#include "core/formats/zone_fields.h"

#include <algorithm>
#include <charconv>
#include <format>

// Times and schedules of zones.
namespace haneul::formats {

namespace {

using airspace::ClockTime;
using airspace::DailyPeriod;
using airspace::DayMark;
using airspace::Period;

constexpr int secondsOfDay = 86'400;

// So many digits, and what may come behind them.
std::optional<int> digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count || !std::ranges::all_of(text.substr(0, count), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return value;
}

bool skip(std::string_view& text, char wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(1);
    return true;
}

// "Z", "+09:00", "+0900" or nothing at all.
std::optional<std::optional<int>> offsetIn(std::string_view text) {
    if (text.empty()) return std::optional<int>();
    if (text == "Z" || text == "z") return std::optional(0);
    const bool west = text.front() == '-';
    if (!west && text.front() != '+') return std::nullopt;
    text.remove_prefix(1);
    const auto hours = digits(text, 2);
    skip(text, ':');
    const auto minutes = text.empty() ? std::optional(0) : digits(text, 2);
    if (!hours || !minutes || !text.empty() || *hours > 18 || *minutes > 59) return std::nullopt;
    const int ahead_s = *hours * 3600 + *minutes * 60;
    return std::optional(west ? -ahead_s : ahead_s);
}

struct OfDay {
    int second = 0;
    int millisecond = 0;
    std::optional<int> ahead_s;
};

std::optional<OfDay> ofDayIn(std::string_view text) {
    OfDay result;
    const auto hours = digits(text, 2);
    if (!hours || !skip(text, ':')) return std::nullopt;
    const auto minutes = digits(text, 2);
    if (!minutes) return std::nullopt;
    int seconds = 0;
    if (skip(text, ':')) {
        const auto written = digits(text, 2);
        if (!written) return std::nullopt;
        seconds = *written;
        if (skip(text, '.') || skip(text, ',')) {
            int scale = 100;
            const std::size_t before = text.size();
            while (const auto digit = digits(text, 1)) {
                result.millisecond += *digit * scale;
                scale /= 10;
            }
            if (text.size() == before) return std::nullopt;
        }
    }
    if (*minutes > 59 || seconds > 59) return std::nullopt;
    result.second = *hours * 3600 + *minutes * 60 + seconds;
    if (result.second > secondsOfDay || (result.second == secondsOfDay && result.millisecond > 0)) return std::nullopt;
    const auto offset = offsetIn(text);
    if (!offset) return std::nullopt;
    result.ahead_s = *offset;
    return result;
}

bool wholeOfAnyDay(const DailyPeriod& daily) {
    const auto* const start = std::get_if<ClockTime>(&daily.start);
    const auto* const end = std::get_if<ClockTime>(&daily.end);
    return daily.days.empty() && start != nullptr && end != nullptr && start->ahead_s == end->ahead_s &&
           (start->second == end->second || (start->second == 0 && end->second == secondsOfDay));
}

} // namespace

std::optional<ReadTime> timeIn(std::string_view text) {
    const auto year = digits(text, 4);
    if (!year || !skip(text, '-')) return std::nullopt;
    const auto month = digits(text, 2);
    if (!month || !skip(text, '-')) return std::nullopt;
    const auto day = digits(text, 2);
    if (!day || (!skip(text, 'T') && !skip(text, ' '))) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    const auto ofDay = ofDayIn(text);
    if (!date.ok() || *year < 1 || !ofDay) return std::nullopt;
    return ReadTime{UtcMs(std::chrono::sys_days(date)) +
                        std::chrono::seconds(ofDay->second - ofDay->ahead_s.value_or(0)) +
                        milliseconds(ofDay->millisecond),
                    ofDay->ahead_s.has_value()};
}

std::optional<ReadClock> clockIn(std::string_view text) {
    const auto ofDay = ofDayIn(text);
    if (!ofDay) return std::nullopt;
    return ReadClock{{ofDay->second, ofDay->ahead_s.value_or(0)}, ofDay->ahead_s.has_value()};
}

void simplifyPeriods(std::vector<Period>& periods) {
    for (Period& period : periods)
        if (std::ranges::any_of(period.schedule, wholeOfAnyDay)) period.schedule.clear();
    if (std::ranges::contains(periods, Period{})) periods.clear();
}

std::optional<UtcMs> ZoneFields::time(std::string_view key) const {
    const auto value = find(key);
    if (!value) return std::nullopt;
    const auto read = value->string() ? timeIn(*value->string()) : std::nullopt;
    if (!read) {
        m_findings.refuse("BAD_TIME", "a date and time such as 2026-08-02T10:00:00Z is wanted", value->path);
        return std::nullopt;
    }
    if (!read->zoned)
        m_findings.quarantine("NO_TIME_ZONE", "the time does not say its offset from UTC; UTC is taken", value->path);
    return read->time;
}

std::optional<DayMark> ZoneFields::dayMark(std::string_view timeKey, std::string_view eventKey, bool end) const {
    const auto clock = find(timeKey);
    const auto event = find(eventKey);
    if (clock && event)
        m_findings.quarantine("AMBIGUOUS_TIME", "both a time and an event of the sun; the time is taken", event->path);
    if (clock) {
        auto read = clock->string() ? clockIn(*clock->string()) : std::nullopt;
        if (!read) {
            m_findings.refuse("BAD_TIME", "a time of day such as 16:00:00Z is wanted", clock->path);
            return std::nullopt;
        }
        if (!read->zoned)
            m_findings.note("NO_TIME_ZONE", "the time of day does not say its offset; UTC is taken", clock->path);
        // There is no 24:00 in these files: days end at 23:59 or 23:59:59.
        if (end && (read->clock.second == secondsOfDay - 1 || read->clock.second == secondsOfDay - 60))
            read->clock.second = secondsOfDay;
        return read->clock;
    }
    if (!event) return std::nullopt;
    const auto known = event->string() ? airspace::daylightFromString(*event->string()) : std::nullopt;
    if (!known) {
        m_findings.refuse("BAD_TIME", "the events of the sun are BMCT, SR, SS and EECT", event->path);
        return std::nullopt;
    }
    return *known;
}

std::vector<airspace::Day> ZoneFields::days() const {
    std::vector<airspace::Day> list;
    bool any = false;
    const auto take = [&](const JsonValue& item) {
        const auto text = item.string();
        if (text == "ANY") {
            any = true;
            return;
        }
        if (const auto day = text ? airspace::dayFromString(*text) : std::nullopt)
            list.push_back(*day);
        else
            m_findings.refuse("BAD_SCHEDULE", "the days are MON to SUN and ANY", item.path);
    };
    const auto day = find("day");
    if (day && day->isArray())
        day->each(take);
    else if (day)
        take(*day);
    if (any) list.clear();
    return list;
}

DailyPeriod ZoneFields::dailyPeriod(const ZoneFields& fields) const {
    const auto start = fields.dayMark("startTime", "startEvent", false);
    const auto end = fields.dayMark("endTime", "endEvent", true);
    return {fields.days(), start.value_or(ClockTime{}), end.value_or(ClockTime{secondsOfDay, 0})};
}

std::vector<DailyPeriod> ZoneFields::schedule(const JsonValue& period) const {
    std::vector<DailyPeriod> list;
    for (const char* const name : {"schedule", "dailyPeriod"})
        if (const auto found = period.find(name)) {
            if (found->isObject()) list.push_back(dailyPeriod(ZoneFields({*found}, m_findings)));
            if (!found->isObject() && !found->isArray())
                m_findings.refuse("BAD_SCHEDULE", "a list of daily periods is wanted", found->path);
            found->each([&](const JsonValue& item) {
                if (item.isObject())
                    list.push_back(dailyPeriod(ZoneFields({item}, m_findings)));
                else
                    m_findings.refuse("BAD_SCHEDULE", "a daily period is an object", item.path);
            });
        }
    return list;
}

void ZoneFields::readPeriods(airspace::Zone& zone) const {
    bool permanent = false;
    const auto take = [&](const JsonValue& item) {
        if (!item.isObject()) {
            m_findings.refuse("BAD_TIME", "a period is an object", item.path);
            return;
        }
        const ZoneFields fields({item}, m_findings);
        Period period{fields.time("startDateTime"), fields.time("endDateTime"), schedule(item)};
        const std::string always = fields.text("permanent");
        if (always == "YES" && (period.from || period.to)) {
            m_findings.note("PERMANENT_WITH_DATES", "permanent, and yet with dates; they are not used", item.path);
            period.from.reset();
            period.to.reset();
        }
        if (always == "NO" && !period.from && !period.to && period.schedule.empty())
            m_findings.quarantine("NO_TIMES", "not permanent, and yet without dates; always is taken", item.path);
        if (!always.empty() && always != "YES" && always != "NO")
            m_findings.quarantine("UNKNOWN_VALUE", "permanent is YES or NO", item.path + ".permanent");
        zone.periods.push_back(std::move(period));
        permanent = permanent || always == "YES";
    };
    for (const char* const name : {"limitedApplicability", "applicability"}) {
        const auto found = find(name);
        if (!found) continue;
        if (!found->isArray() && !found->isObject())
            m_findings.refuse("BAD_TIME", "a list of periods is wanted", found->path);
        if (found->isObject()) take(*found);
        found->each(take);
    }
    if (zone.periods.empty() && (find("startDateTime") || find("endDateTime") || find("startTime") ||
                                 find("startEvent") || find("endTime") || find("endEvent") || find("day")))
        zone.periods.push_back({time("startDateTime"), time("endDateTime"), {dailyPeriod(*this)}}); // a flat layout
    simplifyPeriods(zone.periods);
}

} // namespace haneul::formats
