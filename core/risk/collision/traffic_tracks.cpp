#include "core/risk/collision/traffic_tracks.h"

#include "core/geo/local_frame.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <numbers>
#include <numeric>

namespace haneul::risk::collision {

namespace {

using formats::FlightSample;
using formats::RecordedFlight;
using formats::RecordedVehicle;

constexpr double radians = std::numbers::pi / 180;
constexpr double metresPerMile = 1852;
constexpr double hourMs = 3'600'000;
constexpr double turn_nm = 0.05; // whoever comes back by more has turned round

using Timed = const RecordedVehicle*; // whose samples all have times

Result<void> check(const TrackSettings& settings) {
    const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
    if (!positive(settings.routeGap_m)) return fail("INVALID_ARGUMENT", "the gap between routes is above 0", "gap_m");
    if (!positive(settings.shortestLeg_nm))
        return fail("INVALID_ARGUMENT", "the shortest leg is above 0", "shortest_nm");
    if (!positive(settings.longestGap_s)) return fail("INVALID_ARGUMENT", "the longest gap is above 0", "silence_s");
    if (settings.axis && (!settings.axis->origin.valid() || !std::isfinite(settings.axis->bearing_deg)))
        return fail("INVALID_ARGUMENT", "an axis is a place and a bearing", "axis");
    return {};
}

geo::LatLon middleOf(std::span<const Timed> vehicles) {
    double latitude = 0, longitude = 0, count = 0;
    for (const Timed each : vehicles)
        for (const FlightSample& sample : each->samples) {
            latitude += sample.place.latitude_deg;
            longitude += sample.place.longitude_deg;
            ++count;
        }
    return {latitude / count, longitude / count};
}

// The direction of all steps, however they go along it: twice the angle makes both ways one.
double mainBearing_deg(std::span<const Timed> vehicles, const geo::LocalFrame& frame) {
    double east = 0, north = 0;
    for (const Timed each : vehicles) {
        const auto& samples = each->samples;
        for (std::size_t i = 1; i < samples.size(); ++i) {
            const auto from = frame.toEnu(samples[i - 1].place, 0), to = frame.toEnu(samples[i].place, 0);
            const double length = std::hypot(to.east - from.east, to.north - from.north);
            const double twice = 2 * std::atan2(to.east - from.east, to.north - from.north);
            east += length * std::sin(twice);
            north += length * std::cos(twice);
        }
    }
    const double bearing = std::atan2(east, north) / 2 / radians;
    return bearing < 0 ? bearing + 180 : bearing;
}

class Layer { // of samples onto the axis
public:
    Layer(const Axis& axis, UtcMs begin)
        : m_frame(axis.origin)
        , m_sine(std::sin(axis.bearing_deg * radians))
        , m_cosine(std::cos(axis.bearing_deg * radians))
        , m_begin(begin) {}

    [[nodiscard]] std::vector<AxisSample> samplesOf(const RecordedVehicle& vehicle) const {
        std::vector<AxisSample> samples;
        samples.reserve(vehicle.samples.size());
        for (const FlightSample& sample : vehicle.samples) {
            const auto place = m_frame.toEnu(sample.place, 0);
            samples.push_back({.time_h = static_cast<double>((*sample.time - m_begin).count()) / hourMs,
                               .along_nm = (place.east * m_sine + place.north * m_cosine) / metresPerMile,
                               .across_m = place.east * m_cosine - place.north * m_sine,
                               .up_m = sample.height_m});
        }
        for (std::size_t i = 0; i < samples.size(); ++i)
            speeds(samples, vehicle.samples[i], i);
        return samples;
    }

private:
    void speeds(std::vector<AxisSample>& samples, const FlightSample& recorded, std::size_t i) const {
        const AxisSample& before = samples[i == 0 ? 0 : i - 1];
        const AxisSample& after = samples[std::min(i + 1, samples.size() - 1)];
        const double hours = after.time_h - before.time_h;
        AxisSample& here = samples[i];
        if (recorded.velocityNorth_mps && recorded.velocityEast_mps)
            here.acrossSpeed_kt = (*recorded.velocityEast_mps * m_cosine - *recorded.velocityNorth_mps * m_sine) /
                                  geo::metresPerSecondPerKnot;
        else if (hours > 0)
            here.acrossSpeed_kt = (after.across_m - before.across_m) / metresPerMile / hours;
        if (recorded.velocityDown_mps)
            here.verticalSpeed_kt = -*recorded.velocityDown_mps / geo::metresPerSecondPerKnot;
        else if (hours > 0)
            here.verticalSpeed_kt = (after.up_m - before.up_m) / metresPerMile / hours;
    }

    geo::LocalFrame m_frame;
    double m_sine, m_cosine;
    UtcMs m_begin;
};

// Cuts a vehicle's samples where it was silent for long and where it turned round.
class Cutter {
public:
    Cutter(const TrackSettings& settings, AxisTraffic& traffic)
        : m_settings(settings)
        , m_traffic(traffic) {}

    void cut(const std::string& name, std::vector<AxisSample> samples) {
        m_name = name;
        m_samples = std::move(samples);
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= m_samples.size(); ++i) {
            const bool silent = i < m_samples.size() &&
                                (m_samples[i].time_h - m_samples[i - 1].time_h) * 3600 > m_settings.longestGap_s;
            if (i < m_samples.size() && !silent) continue;
            turns(begin, i);
            begin = i;
        }
    }

    [[nodiscard]] std::size_t shortLegs() const { return m_short; }

private:
    void turns(std::size_t begin, std::size_t end) {
        std::size_t start = begin, farthest = begin;
        double direction = 0;
        for (std::size_t i = begin + 1; i < end; ++i) {
            const double gone = m_samples[i].along_nm - m_samples[farthest].along_nm;
            if (direction == 0) {
                if (std::abs(gone) < turn_nm) continue;
                direction = gone > 0 ? 1 : -1;
                farthest = i;
            } else if (direction * gone >= 0) {
                farthest = i;
            } else if (-direction * gone > turn_nm) {
                leg(start, farthest, direction);
                start = farthest;
                direction = -direction;
                farthest = i;
            }
        }
        leg(start, farthest, direction);
    }

    // Without the time that it stood still before it set off.
    void leg(std::size_t from, std::size_t to, double direction) {
        std::size_t first = from;
        for (std::size_t i = from; i <= to; ++i)
            if (direction * (m_samples[i].along_nm - m_samples[first].along_nm) <= 0) first = i;
        const double length_nm = direction * (m_samples[to].along_nm - m_samples[first].along_nm);
        if (length_nm < m_settings.shortestLeg_nm || !(m_samples[to].time_h > m_samples[first].time_h)) {
            ++m_short;
            return;
        }
        const auto at = [&](std::size_t i) { return m_samples.begin() + static_cast<std::ptrdiff_t>(i); };
        m_traffic.legs.push_back({m_name, 0, {at(first), at(to + 1)}});
    }

    const TrackSettings& m_settings;
    AxisTraffic& m_traffic;
    std::string m_name;
    std::vector<AxisSample> m_samples;
    std::size_t m_short = 0;
};

double middleAcross_m(const AxisLeg& leg) {
    std::vector<double> across;
    across.reserve(leg.samples.size());
    for (const AxisSample& sample : leg.samples)
        across.push_back(sample.across_m);
    const auto middle = across.begin() + static_cast<std::ptrdiff_t>(across.size() / 2);
    std::ranges::nth_element(across, middle);
    return *middle;
}

void findRoutes(AxisTraffic& traffic, double gap_m) {
    std::vector<double> middles;
    for (const AxisLeg& leg : traffic.legs)
        middles.push_back(middleAcross_m(leg));
    std::vector<std::size_t> order(middles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return middles[i]; });
    double sum = 0, count = 0, last = -std::numeric_limits<double>::infinity();
    for (const std::size_t i : order) {
        if (middles[i] - last > gap_m) {
            traffic.routes_m.push_back(0);
            sum = count = 0;
        }
        last = middles[i];
        sum += last;
        ++count;
        traffic.routes_m.back() = sum / count;
        traffic.legs[i].route = traffic.routes_m.size() - 1;
    }
}

} // namespace

Result<AxisTraffic> ontoAxis(std::span<const RecordedFlight> recordings, const TrackSettings& settings) {
    if (auto good = check(settings); !good) return std::unexpected(good.error());
    AxisTraffic traffic;
    std::vector<Timed> vehicles;
    std::size_t withoutTime = 0;
    UtcMs begin = UtcMs::max();
    for (const RecordedFlight& recording : recordings) {
        traffic.notes.insert(traffic.notes.end(), recording.notes.begin(), recording.notes.end());
        for (const RecordedVehicle& vehicle : recording.vehicles) {
            if (vehicle.samples.size() < 2) continue;
            if (!std::ranges::all_of(vehicle.samples, [](const auto& sample) { return sample.time.has_value(); })) {
                ++withoutTime;
                continue;
            }
            vehicles.push_back(&vehicle);
            begin = std::min(begin, *vehicle.samples.front().time);
        }
    }
    if (withoutTime > 0)
        traffic.notes.push_back(
            {"TIME_UNKNOWN", std::format("{} vehicles without times are left out", withoutTime), {}});
    if (vehicles.empty()) return fail("INVALID_TRACK", "the recordings have no vehicle with times", "traffic");

    traffic.axis = settings.axis.value_or(Axis{middleOf(vehicles), 0});
    if (!settings.axis) traffic.axis.bearing_deg = mainBearing_deg(vehicles, geo::LocalFrame(traffic.axis.origin));
    const Layer layer(traffic.axis, begin);
    Cutter cutter(settings, traffic);
    for (const Timed each : vehicles) {
        cutter.cut(each->name, layer.samplesOf(*each));
        if (traffic.legs.size() > maxAxisLegs)
            return fail("TOO_COSTLY", std::format("more than {} legs: take a shorter time", maxAxisLegs), "traffic");
    }
    if (traffic.legs.empty())
        return fail("INVALID_TRACK",
                    std::format("no vehicle flies {} NM along the axis without turning", settings.shortestLeg_nm),
                    "traffic");
    if (cutter.shortLegs() > 0)
        traffic.notes.push_back(
            {"SHORT_LEGS",
             std::format("{} legs shorter than {} NM are left out", cutter.shortLegs(), settings.shortestLeg_nm),
             {}});
    traffic.notes.push_back({"LEGS", std::format("{} legs of {} vehicles", traffic.legs.size(), vehicles.size()), {}});
    findRoutes(traffic, settings.routeGap_m);
    return traffic;
}

} // namespace haneul::risk::collision
