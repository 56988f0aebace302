#include "core/airspace/activity.h"

#include "core/airspace/sun.h"

#include <algorithm>
#include <format>

namespace haneul::airspace {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr days longest{400};
constexpr UtcMs earliest = utcMs(-62'135'596'800'000); // year 1
constexpr UtcMs latest = utcMs(253'402'300'799'999);   // year 9999

// When a mark of a day may be: exactly then, or between two times, or not at all.
struct Instant {
    UtcMs early, late;
    bool known = true;
};

Instant instantOf(const DayMark& mark, sys_days day, geo::LatLon place) {
    if (const auto* const clock = std::get_if<ClockTime>(&mark)) {
        const UtcMs at = UtcMs(day) + seconds(clock->second - clock->ahead_s);
        return {at, at};
    }
    const auto sun = sunEvent(place, day, std::get<Daylight>(mark));
    if (!sun) return {UtcMs(day) - days(1), UtcMs(day) + days(2), false};
    return {*sun - sunAccuracy, *sun + sunAccuracy};
}

bool onDay(const DailyPeriod& daily, sys_days day) {
    if (daily.days.empty()) return true;
    const unsigned fromMonday = std::chrono::weekday(day).iso_encoding() - 1;
    return std::ranges::contains(daily.days, static_cast<Day>(fromMonday));
}

geo::LatLon middleOf(const Zone& zone) {
    if (zone.layers.empty()) return {};
    const geo::Box box = geo::boxOf(zone.layers.front().area);
    double east_deg = box.east_deg;
    if (east_deg < box.west_deg) east_deg += 360;
    const double middle_deg = (box.west_deg + east_deg) / 2;
    return {(box.south_deg + box.north_deg) / 2, middle_deg > 180 ? middle_deg - 360 : middle_deg};
}

class Collector {
public:
    Collector(const Zone& zone, UtcMs from, UtcMs to)
        : m_middle(middleOf(zone))
        , m_from(from)
        , m_to(to) {}

    void add(const Period& period) {
        UtcMs from = std::max(m_from, period.from.value_or(earliest));
        UtcMs to = std::min(m_to, period.to.value_or(latest));
        if (from >= to) return;
        if (period.schedule.empty()) return put(from, to, from, to, {});
        if (to - from > longest) { // a week's schedule shows itself in so many days, whichever end is open
            m_activity.more = true;
            if (from == earliest) from = to == latest ? UtcMs{} : to - longest;
            to = std::min(to, from + longest);
        }
        for (auto day = floor<days>(from) - days(2); UtcMs(day) < to + days(1); day += days(1))
            for (const DailyPeriod& daily : period.schedule)
                if (onDay(daily, day)) addDay(daily, day, from, to);
    }

    Activity take() {
        auto& windows = m_activity.windows;
        std::ranges::sort(windows, {}, [](const Window& w) { return std::tuple(w.from, !w.certain, w.to); });
        std::vector<Window> joined;
        for (Window& window : windows) {
            if (!joined.empty() && joined.back().certain && window.certain && window.from <= joined.back().to)
                joined.back().to = std::max(joined.back().to, window.to);
            else
                joined.push_back(std::move(window));
        }
        windows = std::move(joined);
        judge();
        return std::move(m_activity);
    }

private:
    void addDay(const DailyPeriod& daily, sys_days day, UtcMs from, UtcMs to) {
        const Instant start = instantOf(daily.start, day, m_middle);
        Instant end = instantOf(daily.end, day, m_middle);
        if (end.known && start.known && end.late <= start.late) end = instantOf(daily.end, day + days(1), m_middle);
        const std::string why = start.known && end.known
                                    ? std::string("the times of the sun are known to 2 minutes")
                                    : std::format("the sun does not pass that height at {:.2f} {:.2f} on that day",
                                                  m_middle.latitude_deg, m_middle.longitude_deg);
        put(std::max(from, start.early), std::min(to, end.late), std::max(from, start.late), std::min(to, end.early),
            why);
    }

    // Perhaps between the outer times, surely between the inner ones.
    void put(UtcMs early, UtcMs late, UtcMs sureFrom, UtcMs sureTo, const std::string& why) {
        if (early >= late) return;
        auto& windows = m_activity.windows;
        if (sureFrom >= sureTo) {
            windows.push_back({early, late, false, why});
            return;
        }
        if (early < sureFrom) windows.push_back({early, sureFrom, false, why});
        windows.push_back({sureFrom, sureTo, true, {}});
        if (sureTo < late) windows.push_back({sureTo, late, false, why});
    }

    void judge() {
        m_activity.judged = {geo::Judgement::No, {}};
        for (const Window& window : m_activity.windows) {
            if (window.certain) {
                m_activity.judged = {geo::Judgement::Yes, {}};
                return;
            }
            m_activity.judged = {geo::Judgement::Unknown, window.why};
        }
    }

    Activity m_activity;
    geo::LatLon m_middle;
    UtcMs m_from, m_to;
};

} // namespace

Activity activityOf(const Zone& zone, std::optional<UtcMs> from, std::optional<UtcMs> to) {
    Collector collector(zone, from.value_or(earliest), to.value_or(latest));
    if (zone.periods.empty()) collector.add(Period{});
    for (const Period& period : zone.periods)
        collector.add(period);
    return collector.take();
}

} // namespace haneul::airspace
