#include "core/delivery/speed_profile.h"

#include "core/route/sphere_frame.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace haneul::delivery {

namespace {

bool fit(const RecordedSample& sample) {
    const auto number = [](const std::optional<double>& value) { return !value || std::isfinite(*value); };
    return std::isfinite(sample.time_ms) && sample.place.valid() && std::isfinite(sample.height_m) &&
           number(sample.north_mps) && number(sample.east_mps) && number(sample.down_mps);
}

// Slope of the straight line that fits best; 0 for a single point.
class Slope {
public:
    void add(double x, double y) {
        m_count += 1;
        m_x += x;
        m_y += y;
        m_xx += x * x;
        m_xy += x * y;
    }

    [[nodiscard]] double value() const {
        const double spread = m_count * m_xx - m_x * m_x;
        return spread > 1e-12 ? (m_count * m_xy - m_x * m_y) / spread : 0;
    }

private:
    double m_count = 0, m_x = 0, m_y = 0, m_xx = 0, m_xy = 0;
};

struct Velocity {
    double ground_mps = 0;
    double climb_mps = 0;
};

// By the neighbours of sample `i` in the run.
Velocity fitted(std::span<const RecordedSample> run, std::size_t i, double smoothing_s) {
    const auto near = [&](std::size_t other) {
        return std::abs(run[other].time_ms - run[i].time_ms) <= smoothing_s * 1000;
    };
    std::size_t first = i, last = i;
    while (first > 0 && near(first - 1))
        --first;
    while (last + 1 < run.size() && near(last + 1))
        ++last;
    if (first == last) { // slower than the window: the neighbours whatever their time
        first = i > 0 ? i - 1 : i;
        last = std::min(i + 1, run.size() - 1);
    }
    const route::SphereFrame frame(run[i].place);
    Slope east, north, up;
    for (std::size_t k = first; k <= last; ++k) {
        const auto place = frame.toMetric({run[k].place, run[k].height_m});
        const double now_s = (run[k].time_ms - run[i].time_ms) / 1000;
        east.add(now_s, place.east);
        north.add(now_s, place.north);
        up.add(now_s, place.height);
    }
    return {std::hypot(east.value(), north.value()), up.value()};
}

std::vector<SpeedSample> speedsOf(std::span<const RecordedSample> run, double smoothing_s, double& along_m,
                                  RecordedSpeeds& result) {
    std::vector<SpeedSample> samples;
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (i > 0) along_m += route::horizontalDistance_m(run[i - 1].place, run[i].place);
        const bool ground = run[i].north_mps && run[i].east_mps;
        const bool climb = run[i].down_mps.has_value();
        Velocity velocity;
        if (!ground || !climb) velocity = fitted(run, i, smoothing_s);
        if (ground) velocity.ground_mps = std::hypot(*run[i].north_mps, *run[i].east_mps);
        if (climb) velocity.climb_mps = -*run[i].down_mps;
        result.groundComputed += !ground;
        result.climbComputed += !climb;
        samples.push_back({run[i].time_ms, velocity.climb_mps, velocity.ground_mps, run[i].height_m, along_m});
    }
    return samples;
}

} // namespace

Result<RecordedSpeeds> recordedSpeeds(std::span<const RecordedSample> samples, double smoothing_s, double gap_s) {
    if (!(smoothing_s > 0) || !(gap_s > 0))
        return fail("INVALID_ARGUMENT", "smoothing and gap are more than 0 seconds", "smoothing_s");
    if (!std::ranges::all_of(samples, fit))
        return fail("INVALID_ARGUMENT", "a sample has a time, a place on Earth and a height", "samples");
    std::vector<RecordedSample> sorted(samples.begin(), samples.end());
    std::ranges::stable_sort(sorted, {}, &RecordedSample::time_ms);
    const auto twice = std::ranges::unique(sorted, {}, &RecordedSample::time_ms);
    sorted.erase(twice.begin(), twice.end());
    RecordedSpeeds result;
    double along_m = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first + 1;
        while (end < sorted.size() && sorted[end].time_ms - sorted[end - 1].time_ms <= gap_s * 1000)
            ++end;
        if (first > 0) along_m += route::horizontalDistance_m(sorted[first - 1].place, sorted[first].place);
        result.runs.push_back(speedsOf(std::span(sorted).subspan(first, end - first), smoothing_s, along_m, result));
        first = end;
    }
    return result;
}

} // namespace haneul::delivery
