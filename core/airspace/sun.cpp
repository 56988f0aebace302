#include "core/airspace/sun.h"

#include <cmath>
#include <numbers>

namespace haneul::airspace {

namespace {

constexpr double radPerDeg = std::numbers::pi / 180.0;

struct Sun {
    double declination_rad = 0;
    double equationOfTime_min = 0;
};

// Days from 2000-01-01 12:00 UTC.
Sun sunAt(double days) {
    const double anomaly = (357.5291 + 0.98560028 * days) * radPerDeg;
    const double centre_deg =
        1.9148 * std::sin(anomaly) + 0.0200 * std::sin(2 * anomaly) + 0.0003 * std::sin(3 * anomaly);
    const double meanLongitude_deg = 280.4665 + 0.98564736 * days;
    const double longitude = (meanLongitude_deg + centre_deg) * radPerDeg;
    const double obliquity = (23.4393 - 3.563e-7 * days) * radPerDeg;
    const double ascension_deg = std::atan2(std::cos(obliquity) * std::sin(longitude), std::cos(longitude)) / radPerDeg;
    return {std::asin(std::sin(obliquity) * std::sin(longitude)),
            4 * std::remainder(meanLongitude_deg - ascension_deg, 360.0)};
}

} // namespace

std::optional<UtcMs> sunEvent(geo::LatLon place, std::chrono::sys_days day, Daylight event) {
    const bool morning = event == Daylight::Bmct || event == Daylight::Sr;
    const double altitude = (event == Daylight::Sr || event == Daylight::Ss ? -0.833 : -6.0) * radPerDeg;
    const double latitude = place.latitude_deg * radPerDeg;
    const double dayNumber =
        std::chrono::duration<double, std::ratio<86'400>>(day - std::chrono::sys_days{std::chrono::year{2000} / 1 / 1})
            .count();
    double minutes = 720 - 4 * place.longitude_deg; // of mean noon there; twice improved
    for (int round = 0; round < 3; ++round) {
        const Sun sun = sunAt(dayNumber - 0.5 + minutes / 1440);
        const double cosine = (std::sin(altitude) - std::sin(latitude) * std::sin(sun.declination_rad)) /
                              (std::cos(latitude) * std::cos(sun.declination_rad));
        if (!(std::abs(cosine) <= 1)) return std::nullopt;
        const double half_min = 4 * std::acos(cosine) / radPerDeg;
        minutes = 720 - 4 * place.longitude_deg - sun.equationOfTime_min + (morning ? -half_min : half_min);
    }
    return UtcMs(day) + milliseconds(std::llround(minutes * 60'000));
}

} // namespace haneul::airspace
