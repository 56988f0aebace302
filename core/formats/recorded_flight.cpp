#include "core/formats/recorded_flight.h"

#include "core/formats/mavlink.h"
#include "core/formats/tlog.h"
#include "core/formats/ulog.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <numbers>
#include <utility>

namespace haneul::formats {

namespace {

constexpr std::int64_t restart_ms = 2'000; // a clock that falls back by more has begun again
constexpr std::int64_t together_ms = 500;  // farthest apart that a velocity belongs to a position
constexpr double lowest_m = -1'000, highest_m = 100'000;
constexpr double degree = std::numbers::pi / 180;

template <class T>
T medianOf(std::vector<T> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

bool plausible(geo::LatLon place, double height_m) {
    return place.valid() && place != geo::LatLon{} && height_m >= lowest_m && height_m <= highest_m;
}

void addNote(std::vector<FileNote>& notes, const char* code, std::uint64_t count, std::string_view what,
             std::string where) {
    if (count > 0) notes.push_back({code, std::format("{} {}", count, what), std::move(where)});
}

Result<void> wantSize(std::span<const std::byte> bytes) {
    if (bytes.size() > maxRecordedFlightBytes)
        return fail("TOO_LARGE", std::format("{} bytes; at most {} are read", bytes.size(), maxRecordedFlightBytes));
    return {};
}

// ------------------------------------------------------------------------------------------------ .tlog

// One system from one start of its clock to the next.
struct TlogVehicle {
    std::string name;
    std::vector<FlightSample> samples;
    std::vector<std::int64_t> ownOffsets_ms;     // its UTC minus its clock
    std::vector<std::int64_t> stationOffsets_ms; // the station's clock minus its clock
};

using SystemKey = std::pair<std::uint8_t, std::uint8_t>; // system, component

std::string nameOf(SystemKey from, std::size_t start) {
    std::string name = std::format("system {}", from.first);
    if (from.second != mavlinkAutopilotComponent) name += std::format(", component {}", from.second);
    if (start > 1) name += std::format(", start {}", start);
    return name;
}

class TlogFlight {
public:
    void take(const MavlinkFrame& frame, UtcMs received);
    [[nodiscard]] RecordedFlight finish(std::uint64_t damagedPlaces);

    [[nodiscard]] bool full() const { return m_samples > maxFlightSamples; }

private:
    void takePosition(SystemKey from, const MavlinkGlobalPosition& position, UtcMs received);
    TlogVehicle& vehicleOf(SystemKey from, std::int64_t sinceBoot_ms);

    struct System {
        std::vector<TlogVehicle> starts;
        std::int64_t latest_ms = 0;
    };

    std::map<SystemKey, System> m_systems;
    std::size_t m_samples = 0;
    std::uint64_t m_noFix = 0;
    std::uint64_t m_outOfOrder = 0;
};

TlogVehicle& TlogFlight::vehicleOf(SystemKey from, std::int64_t sinceBoot_ms) {
    System& entry = m_systems[from];
    if (entry.starts.empty() || sinceBoot_ms < entry.latest_ms - restart_ms) {
        const std::size_t start = entry.starts.size() + 1;
        entry.starts.push_back({nameOf(from, start), {}, {}, {}});
        entry.latest_ms = sinceBoot_ms;
    }
    entry.latest_ms = std::max(entry.latest_ms, sinceBoot_ms);
    return entry.starts.back();
}

void TlogFlight::takePosition(SystemKey from, const MavlinkGlobalPosition& position, UtcMs received) {
    FlightSample sample;
    sample.sinceBoot_ms = position.sinceBoot_ms;
    sample.place = {position.latitude_e7 / 1e7, position.longitude_e7 / 1e7};
    sample.height_m = position.altitude_mm / 1e3;
    sample.velocityNorth_mps = position.velocityNorth_cms / 1e2;
    sample.velocityEast_mps = position.velocityEast_cms / 1e2;
    sample.velocityDown_mps = position.velocityDown_cms / 1e2;
    TlogVehicle& vehicle = vehicleOf(from, sample.sinceBoot_ms);
    if (!plausible(sample.place, sample.height_m)) {
        ++m_noFix;
        return;
    }
    if (!vehicle.samples.empty() && sample.sinceBoot_ms <= vehicle.samples.back().sinceBoot_ms) {
        ++m_outOfOrder;
        return;
    }
    vehicle.stationOffsets_ms.push_back(sinceEpoch_ms(received) - sample.sinceBoot_ms);
    vehicle.samples.push_back(sample);
    ++m_samples;
}

void TlogFlight::take(const MavlinkFrame& frame, UtcMs received) {
    if (const auto position = decodeGlobalPosition(frame))
        takePosition({frame.systemId, frame.componentId}, *position, received);
    const auto clock = decodeSystemTime(frame);
    if (!clock || clock->unix_us == 0) return;
    const auto utc_ms = static_cast<std::int64_t>(clock->unix_us / 1000);
    // A clock that is far from the station's is not set.
    if (std::abs(utc_ms - sinceEpoch_ms(received)) > 7 * 86'400'000LL) return;
    vehicleOf({frame.systemId, frame.componentId}, clock->sinceBoot_ms)
        .ownOffsets_ms.push_back(utc_ms - clock->sinceBoot_ms);
}

RecordedFlight TlogFlight::finish(std::uint64_t damagedPlaces) {
    RecordedFlight flight;
    addNote(flight.notes, "DAMAGED", damagedPlaces, "places of the file are damaged and passed over", {});
    addNote(flight.notes, "NO_FIX", m_noFix, "positions are not known or not possible", "GLOBAL_POSITION_INT");
    addNote(flight.notes, "OUT_OF_ORDER", m_outOfOrder, "positions are repeated or out of order",
            "GLOBAL_POSITION_INT");
    for (auto& [id, system] : m_systems)
        for (TlogVehicle& vehicle : system.starts) {
            if (vehicle.samples.size() < 2) continue;
            const bool own = !vehicle.ownOffsets_ms.empty();
            if (!own)
                flight.notes.push_back(
                    {"TIME_OF_STATION", "the times are the ground station's, the vehicle has none", vehicle.name});
            const std::int64_t offset_ms = medianOf(own ? vehicle.ownOffsets_ms : vehicle.stationOffsets_ms);
            for (FlightSample& sample : vehicle.samples)
                sample.time = utcMs(sample.sinceBoot_ms + offset_ms);
            flight.vehicles.push_back({std::move(vehicle.name), std::move(vehicle.samples)});
        }
    return flight;
}

// ------------------------------------------------------------------------------------------------ .ulg

// A time series in the order of the file; a record that is not later than the one before is passed over.
struct UlogSeries {
    std::vector<FlightSample> samples;
    std::uint64_t outOfOrder = 0;

    void add(const FlightSample& sample) {
        if (!samples.empty() && sample.sinceBoot_ms <= samples.back().sinceBoot_ms)
            ++outOfOrder;
        else
            samples.push_back(sample);
    }
};

class UlogFlight {
public:
    void take(const UlogRecord& record);
    [[nodiscard]] Result<RecordedFlight> finish(const UlogCounters& counters);

    [[nodiscard]] bool full() const {
        return std::max({m_global.samples.size(), m_local.samples.size(), m_gps.samples.size()}) > maxFlightSamples;
    }

private:
    void takeGlobal(const UlogRecord& record, FlightSample sample);
    void takeLocal(const UlogRecord& record, FlightSample sample);
    void takeGps(const UlogRecord& record, FlightSample sample);
    void giveVelocities(std::vector<FlightSample>& samples) const;

    UlogSeries m_global;
    UlogSeries m_local;    // with places
    UlogSeries m_velocity; // without
    UlogSeries m_gps;
    std::vector<std::int64_t> m_offsets_ms; // UTC minus the vehicle's clock
    std::uint64_t m_noFix = 0;
};

void setVelocity(FlightSample& sample, std::optional<double> north, std::optional<double> east,
                 std::optional<double> down) {
    if (north && east) {
        sample.velocityNorth_mps = north;
        sample.velocityEast_mps = east;
    }
    sample.velocityDown_mps = down;
}

void UlogFlight::takeGlobal(const UlogRecord& record, FlightSample sample) {
    const auto latitude = record.number("lat"), longitude = record.number("lon"), height = record.number("alt");
    if (!latitude || !longitude || !height || !plausible({*latitude, *longitude}, *height)) {
        ++m_noFix;
        return;
    }
    sample.place = {*latitude, *longitude};
    sample.height_m = *height;
    setVelocity(sample, record.number("vel_n"), record.number("vel_e"), record.number("vel_d")); // of older versions
    m_global.add(sample);
}

// The way back from PX4's own projection (azimuthal equidistant on a sphere of 6,371,000 m).
geo::LatLon fromLocal(geo::LatLon origin, double north_m, double east_m) {
    constexpr double radius_m = 6'371'000;
    const double distance = std::hypot(north_m, east_m) / radius_m;
    if (distance == 0) return origin;
    const double north = north_m / radius_m, east = east_m / radius_m;
    const double latitude = origin.latitude_deg * degree, sine = std::sin(distance), cosine = std::cos(distance);
    const double reached = std::asin(cosine * std::sin(latitude) + north * sine * std::cos(latitude) / distance);
    const double turned =
        std::atan2(east * sine, distance * std::cos(latitude) * cosine - north * std::sin(latitude) * sine);
    return {reached / degree, origin.longitude_deg + turned / degree};
}

void UlogFlight::takeLocal(const UlogRecord& record, FlightSample sample) {
    const auto valid = [&](std::string_view flag) { return record.truth(flag).value_or(false); };
    const bool across = valid("v_xy_valid");
    setVelocity(sample, across ? record.number("vx") : std::nullopt, across ? record.number("vy") : std::nullopt,
                valid("v_z_valid") ? record.number("vz") : std::nullopt);
    if (sample.velocityNorth_mps || sample.velocityDown_mps) m_velocity.add(sample);
    if (!valid("xy_valid") || !valid("z_valid") || !valid("xy_global") || !valid("z_global")) return;
    const auto x = record.number("x"), y = record.number("y"), z = record.number("z");
    const auto latitude = record.number("ref_lat"), longitude = record.number("ref_lon"),
               height = record.number("ref_alt");
    if (!x || !y || !z || !latitude || !longitude || !height) return;
    const geo::LatLon origin{*latitude, *longitude};
    if (!plausible(origin, *height) || std::hypot(*x, *y) > 1e6) return;
    sample.place = fromLocal(origin, *x, *y);
    sample.height_m = *height - *z;
    if (plausible(sample.place, sample.height_m)) m_local.add(sample);
}

void UlogFlight::takeGps(const UlogRecord& record, FlightSample sample) {
    constexpr std::uint64_t fix3d = 3;
    if (record.count("fix_type").value_or(0) < fix3d) {
        ++m_noFix;
        return;
    }
    if (const auto utc_us = record.count("time_utc_usec").value_or(0); utc_us > 0 && utc_us < 1ull << 52)
        m_offsets_ms.push_back(static_cast<std::int64_t>(utc_us / 1000) - sample.sinceBoot_ms);
    std::optional<double> latitude = record.number("latitude_deg"), longitude = record.number("longitude_deg"),
                          height = record.number("altitude_msl_m"); // since PX4 1.14
    if (!latitude) {
        const auto scaled = [&](const char* field, double unit) {
            return record.number(field).transform([&](double value) { return value / unit; });
        };
        latitude = scaled("lat", 1e7);
        longitude = scaled("lon", 1e7);
        height = scaled("alt", 1e3);
    }
    if (!latitude || !longitude || !height || !plausible({*latitude, *longitude}, *height)) {
        ++m_noFix;
        return;
    }
    sample.place = {*latitude, *longitude};
    sample.height_m = *height;
    if (record.truth("vel_ned_valid").value_or(false))
        setVelocity(sample, record.number("vel_n_m_s"), record.number("vel_e_m_s"), record.number("vel_d_m_s"));
    m_gps.add(sample);
}

void UlogFlight::take(const UlogRecord& record) {
    if (record.topic().instance != 0) return;
    const std::string_view name = record.topic().name;
    const bool global = name == "vehicle_global_position", local = name == "vehicle_local_position",
               gps = name == "vehicle_gps_position";
    if (!global && !local && !gps) return;
    const auto clock_us = record.count("timestamp");
    if (!clock_us || *clock_us > 1ull << 52) return;
    FlightSample sample;
    sample.sinceBoot_ms = static_cast<std::int64_t>(*clock_us / 1000);
    if (global) takeGlobal(record, sample);
    if (local) takeLocal(record, sample);
    if (gps) takeGps(record, sample);
}

// The nearest in time, where one is near.
void UlogFlight::giveVelocities(std::vector<FlightSample>& samples) const {
    const auto& from = m_velocity.samples;
    if (from.empty()) return;
    std::size_t at = 0;
    const auto apart_ms = [&](std::size_t i, const FlightSample& sample) {
        return std::abs(from[i].sinceBoot_ms - sample.sinceBoot_ms);
    };
    for (FlightSample& sample : samples) {
        while (at + 1 < from.size() && apart_ms(at + 1, sample) <= apart_ms(at, sample))
            ++at;
        if (sample.velocityNorth_mps || sample.velocityDown_mps || apart_ms(at, sample) > together_ms) continue;
        setVelocity(sample, from[at].velocityNorth_mps, from[at].velocityEast_mps, from[at].velocityDown_mps);
    }
}

Result<RecordedFlight> UlogFlight::finish(const UlogCounters& counters) {
    const bool global = m_global.samples.size() >= 2, local = m_local.samples.size() >= 2;
    UlogSeries& taken = global ? m_global : local ? m_local : m_gps;
    const char* const source = global  ? "vehicle_global_position"
                               : local ? "vehicle_local_position"
                                       : "vehicle_gps_position";
    RecordedFlight flight;
    addNote(flight.notes, "DAMAGED", counters.damagedBytes, "bytes of the file are damaged and passed over", {});
    addNote(flight.notes, "DROPOUTS", counters.dropouts, "times the logger could not write", {});
    addNote(flight.notes, "UNREADABLE", counters.unreadable, "records are of a kind that the file does not describe",
            {});
    addNote(flight.notes, "NO_FIX", m_noFix, "positions are not known or not possible", {});
    addNote(flight.notes, "OUT_OF_ORDER", taken.outOfOrder, "positions are repeated or out of order", source);
    if (taken.samples.size() < 2)
        return fail("NO_POSITIONS", "no two positions of vehicle_global_position, vehicle_local_position or "
                                    "vehicle_gps_position");
    flight.notes.push_back({"SOURCE", std::format("the positions are those of {}", source), source});
    if (m_offsets_ms.empty()) {
        flight.notes.push_back({"TIME_UNKNOWN", "no receiver says the time of day", source});
    } else {
        const std::int64_t offset_ms = medianOf(m_offsets_ms);
        for (FlightSample& sample : taken.samples)
            sample.time = utcMs(sample.sinceBoot_ms + offset_ms);
    }
    giveVelocities(taken.samples);
    flight.vehicles.push_back({"vehicle", std::move(taken.samples)});
    return flight;
}

} // namespace

std::optional<double> FlightSample::groundSpeed_mps() const {
    if (!velocityNorth_mps || !velocityEast_mps) return std::nullopt;
    return std::hypot(*velocityNorth_mps, *velocityEast_mps);
}

std::optional<double> FlightSample::climbRate_mps() const {
    return velocityDown_mps.transform([](double down) { return -down; });
}

Result<RecordedFlight> readTlogFlight(std::span<const std::byte> bytes) {
    if (auto right = wantSize(bytes); !right) return std::unexpected(right.error());
    TlogReader reader(bytes);
    MavlinkParser parser;
    TlogFlight flight;
    while (const auto entry = reader.next()) {
        parser.feed(bytes.subspan(entry->offset, entry->length),
                    [&](const MavlinkFrame& frame) { flight.take(frame, entry->time); });
        if (flight.full()) return fail("TOO_LARGE", std::format("more than {} positions", maxFlightSamples));
    }
    RecordedFlight made = flight.finish(reader.damagedPlaces());
    if (made.vehicles.empty())
        return fail("NO_POSITIONS", "no vehicle with two positions (GLOBAL_POSITION_INT) is in the file");
    return made;
}

Result<RecordedFlight> readUlogFlight(std::span<const std::byte> bytes) {
    if (auto right = wantSize(bytes); !right) return std::unexpected(right.error());
    UlogFlight flight;
    const auto counters = readUlog(bytes, [&](const UlogRecord& record) {
        if (!flight.full()) flight.take(record);
    });
    if (!counters) return std::unexpected(counters.error());
    if (flight.full()) return fail("TOO_LARGE", std::format("more than {} positions", maxFlightSamples));
    return flight.finish(*counters);
}

} // namespace haneul::formats
