#include "core/formats/notam.h"
#include "core/formats/notam_words.h"

#include <algorithm>
#include <array>
#include <format>

// Item D) of NOTAM.
namespace haneul::formats {

namespace {

using airspace::ClockTime;
using airspace::DailyPeriod;
using airspace::Period;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

std::optional<unsigned> monthOf(std::string_view word) {
    const auto found = std::ranges::find(months, word);
    if (found == months.end()) return std::nullopt;
    return static_cast<unsigned>(found - months.begin()) + 1;
}

std::optional<int> minuteOf(std::string_view word) { // "0130", "2400"
    const auto value = wholeNumber(word);
    if (word.size() != 4 || !value || *value / 100 > 24 || *value % 100 > 59 || *value > 2400) return std::nullopt;
    return *value / 100 * 60 + *value % 100;
}

// The end of a day is written as 2359.
int endMinute(int minute) {
    return minute == 24 * 60 - 1 ? 24 * 60 : minute;
}

std::optional<unsigned> dayOf(std::string_view word) {
    const auto value = wholeNumber(word);
    if (word.size() != 2 || !value || *value < 1 || *value > 31) return std::nullopt;
    return static_cast<unsigned>(*value);
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> list;
    Words words(text);
    for (auto word = words.next(); !word.empty(); word = words.next())
        list.push_back(word);
    return list;
}

class ScheduleReader {
public:
    explicit ScheduleReader(const Notam& notam)
        : m_notam(notam)
        , m_first(std::chrono::floor<days>(*notam.from)) {
        const std::chrono::year_month_day date(m_first);
        m_month = date.year() / date.month();
    }

    Result<std::vector<Period>> read() {
        for (std::string_view rest = m_notam.schedule; !rest.empty();) {
            const std::size_t end = rest.find(',');
            if (auto done = group(wordsOf(rest.substr(0, end))); !done) return std::unexpected(done.error());
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        if (!m_weekly.empty()) {
            if (!m_periods.empty()) return unread(m_notam.schedule);
            return std::vector{Period{m_notam.from, m_notam.to, std::move(m_weekly)}};
        }
        if (m_periods.empty() || m_periods.size() > airspace::mostPeriods) return unread(m_notam.schedule);
        return std::move(m_periods);
    }

private:
    static std::unexpected<Error> unread(std::string_view word) {
        return fail("SCHEDULE_NOT_READ", std::format("\"{}\" is not read", word.substr(0, 60)),
                    std::string(word.substr(0, 60)));
    }

    Result<void> group(const std::vector<std::string_view>& words) {
        m_dates.clear();
        m_weekdays.clear();
        m_daily = false;
        bool timed = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::size_t dash = words[i].find('-');
            const bool time = minuteOf(words[i].substr(0, dash)) && dash != std::string_view::npos;
            if (time || words[i] == "H24") {
                timed = true;
                if (auto done = span(words, i); !done) return done;
                continue;
            }
            if (timed) { // new days behind times
                m_dates.clear();
                m_weekdays.clear();
                timed = false;
            }
            if (!dayWord(words[i])) return unread(words[i]);
        }
        return timed ? Result<void>() : unread(words.empty() ? m_notam.schedule : words.back());
    }

    bool dayWord(std::string_view word) {
        if (word == "DAILY" || word == "DLY") {
            m_daily = true;
            return true;
        }
        if (const auto month = monthOf(word)) {
            setMonth(*month);
            return true;
        }
        const std::size_t dash = word.find('-');
        if (dash != std::string_view::npos) return dayRange(word.substr(0, dash), word.substr(dash + 1));
        if (const auto weekday = airspace::dayFromString(word)) {
            m_weekdays.push_back(*weekday);
            return true;
        }
        const auto day = dayOf(word);
        const auto date = day ? dateOf(*day) : std::nullopt;
        if (date) m_dates.push_back(*date);
        return date.has_value();
    }

    bool dayRange(std::string_view first, std::string_view last) {
        const auto weekday = airspace::dayFromString(first);
        const auto until = airspace::dayFromString(last);
        if (weekday && until) {
            for (int day = static_cast<int>(*weekday);; day = (day + 1) % 7) {
                m_weekdays.push_back(static_cast<airspace::Day>(day));
                if (day == static_cast<int>(*until)) return true;
            }
        }
        const auto from = dayOf(first);
        const auto to = dayOf(last);
        const auto begin = from ? dateOf(*from) : std::nullopt;
        const auto end = begin && to ? dateOf(*to) : std::nullopt;
        if (!end || *end < *begin) return false;
        for (sys_days date = *begin; date <= *end; date += days(1))
            m_dates.push_back(date);
        return true;
    }

    // Months only go on: JAN behind DEC is one of the next year.
    void setMonth(unsigned month) {
        const bool next = month < static_cast<unsigned>(m_month.month());
        m_month = (next ? m_month.year() + std::chrono::years(1) : m_month.year()) / std::chrono::month(month);
        m_last = {};
    }

    // A day in the month that goes on; a smaller number than the one before is one of the next month.
    std::optional<sys_days> dateOf(unsigned day) {
        const bool before = m_last ? day < *m_last : sys_days(m_month / std::chrono::last) < m_first;
        if (before) m_month += std::chrono::months(1);
        auto date = m_month / std::chrono::day(day);
        if (!m_last && date.ok() && sys_days(date) < m_first) {
            m_month += std::chrono::months(1);
            date = m_month / std::chrono::day(day);
        }
        if (!date.ok() || sys_days(date) < m_first || (m_notam.to && sys_days(date) >= *m_notam.to))
            return std::nullopt;
        m_last = day;
        return sys_days(date);
    }

    Result<void> span(const std::vector<std::string_view>& words, std::size_t& at) {
        const std::string_view word = words[at];
        if (word == "H24") return add(0, 24 * 60, {});
        const int from = *minuteOf(word.substr(0, 4));
        const std::string_view behind = word.substr(5);
        if (const auto to = minuteOf(behind)) return add(from, endMinute(*to), {});
        // "2330-28 0100", "2300-DEC 01 0200": the end says its day.
        std::size_t next = at + 1;
        std::string_view dayText = behind;
        if (const auto month = monthOf(behind)) {
            setMonth(*month);
            dayText = next < words.size() ? words[next++] : std::string_view();
        }
        const auto day = dayOf(dayText);
        const auto to = next < words.size() ? minuteOf(words[next]) : std::nullopt;
        if (!day || !to || m_dates.size() != 1) return unread(word);
        const auto begun = m_dates.front();
        // The end may fall on the very day that item C) ends.
        const auto date = dateOf(*day);
        if (!date || *date < begun) return unread(word);
        at = next;
        return add(from, endMinute(*to), date);
    }

    Result<void> add(int from, int to, std::optional<sys_days> lastDay) {
        if (m_dates.empty()) {
            m_weekly.push_back({m_weekdays, ClockTime{from * 60, 0}, ClockTime{to * 60, 0}});
            return {};
        }
        if (!m_weekdays.empty() || m_daily) return unread(m_notam.schedule);
        for (const sys_days date : m_dates) {
            const UtcMs begin = UtcMs(date) + std::chrono::minutes(from);
            UtcMs end = UtcMs(lastDay.value_or(date)) + std::chrono::minutes(to);
            if (end <= begin) end += days(1);
            const UtcMs cutBegin = std::max(begin, *m_notam.from);
            const UtcMs cutEnd = m_notam.to ? std::min(end, *m_notam.to) : end;
            if (cutBegin < cutEnd) m_periods.push_back({cutBegin, cutEnd, {}});
        }
        return {};
    }

    const Notam& m_notam;
    sys_days m_first;
    std::chrono::year_month m_month;
    std::optional<unsigned> m_last;
    std::vector<sys_days> m_dates;
    std::vector<airspace::Day> m_weekdays;
    bool m_daily = false;
    std::vector<Period> m_periods;
    std::vector<DailyPeriod> m_weekly;
};

} // namespace

Result<std::vector<Period>> notamPeriods(const Notam& notam) {
    if (notam.schedule.empty()) return std::vector{Period{notam.from, notam.to, {}}};
    return ScheduleReader(notam).read();
}

} // namespace haneul::formats
