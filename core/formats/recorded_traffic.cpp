#include "core/formats/recorded_traffic.h"

#include "core/formats/sbs.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <map>
#include <numbers>
#include <string>
#include <utility>

namespace haneul::formats {

namespace {

constexpr std::array<std::string_view, allTrafficFormats.size()> names{"sbs", "tlog", "csv"};
constexpr double lowest_m = -1'000, highest_m = 100'000, fastest_mps = 2'000;
constexpr double metresPerSecondPerFootPerMinute = geo::metresPerFoot / 60;

Result<void> wantSize(std::span<const std::byte> bytes) {
    if (bytes.size() <= maxRecordedFlightBytes) return {};
    return fail("TOO_LARGE", std::format("{} bytes; at most {} are read", bytes.size(), maxRecordedFlightBytes));
}

std::unexpected<Error> tooManySamples() {
    return fail("TOO_LARGE", std::format("more than {} positions", maxFlightSamples));
}

bool plausible(geo::LatLon place, double height_m) {
    return place.valid() && place != geo::LatLon{} && height_m >= lowest_m && height_m <= highest_m;
}

void addNote(std::vector<FileNote>& notes, const char* code, std::uint64_t count, std::string_view what,
             std::string where = {}) {
    if (count > 0) notes.push_back({code, std::format("{} {}", count, what), std::move(where)});
}

// Samples by aircraft, put in order of time at the end.
class Vehicles {
public:
    void add(const std::string& name, const FlightSample& sample) {
        m_vehicles[name].push_back(sample);
        ++m_samples;
    }

    [[nodiscard]] bool full() const { return m_samples > maxFlightSamples; }

    // Times count from the first sample of all. Code NO_POSITIONS.
    [[nodiscard]] Result<RecordedFlight> finish(std::vector<FileNote> notes) {
        RecordedFlight flight;
        flight.notes = std::move(notes);
        UtcMs begin = UtcMs::max();
        for (const auto& [name, samples] : m_vehicles)
            for (const FlightSample& sample : samples)
                begin = std::min(begin, *sample.time);
        std::uint64_t repeated = 0;
        for (auto& [name, samples] : m_vehicles) {
            std::ranges::stable_sort(samples, {}, [](const FlightSample& sample) { return *sample.time; });
            RecordedVehicle vehicle{.name = name, .samples = {}};
            for (FlightSample& sample : samples) {
                sample.sinceBoot_ms = (*sample.time - begin).count();
                if (vehicle.samples.empty() || vehicle.samples.back().sinceBoot_ms < sample.sinceBoot_ms)
                    vehicle.samples.push_back(sample);
                else
                    ++repeated;
            }
            if (vehicle.samples.size() >= 2) flight.vehicles.push_back(std::move(vehicle));
        }
        addNote(flight.notes, "OUT_OF_ORDER", repeated, "positions are of a time that was there before");
        if (flight.vehicles.empty())
            return fail("NO_POSITIONS", "no aircraft has two positions with a time and a height");
        return flight;
    }

private:
    std::map<std::string, std::vector<FlightSample>> m_vehicles;
    std::size_t m_samples = 0;
};

// ------------------------------------------------------------------------------------------------ SBS

constexpr milliseconds velocityHolds{2'000};

class SbsTraffic {
public:
    void take(std::string_view line) {
        const auto message = parseSbsLine(line);
        if (!message) {
            ++m_damaged;
            return;
        }
        if (message->kind != SbsMessage::Kind::Transmission) return;
        const auto time = message->generated ? message->generated : message->logged;
        if (time && message->groundSpeed_kt && message->track_deg) takeVelocity(*message, *time);
        if (message->latitude_deg && message->longitude_deg && !message->onGround.value_or(false))
            takePosition(*message, time);
    }

    [[nodiscard]] bool full() const { return m_vehicles.full(); }

    [[nodiscard]] Result<RecordedFlight> finish(std::uint64_t malformed) {
        std::vector<FileNote> notes;
        addNote(notes, "DAMAGED", m_damaged + malformed, "lines are damaged and passed over");
        addNote(notes, "NO_FIX", m_noHeight, "positions are not possible or have no height");
        addNote(notes, "TIME_UNKNOWN", m_noTime, "positions have no time");
        return m_vehicles.finish(std::move(notes));
    }

private:
    struct Velocity {
        UtcMs time{};
        double north_mps = 0, east_mps = 0;
        std::optional<double> down_mps;
    };

    void takeVelocity(const SbsMessage& message, UtcMs time) {
        const double speed_mps = *message.groundSpeed_kt * geo::metresPerSecondPerKnot;
        const double track = *message.track_deg * std::numbers::pi / 180;
        m_velocities[message.icaoAddress] = {
            time, speed_mps * std::cos(track), speed_mps * std::sin(track),
            message.verticalRate_fpm.transform([](int rate) { return -rate * metresPerSecondPerFootPerMinute; })};
    }

    void takePosition(const SbsMessage& message, std::optional<UtcMs> time) {
        if (!time) {
            ++m_noTime;
            return;
        }
        FlightSample sample{.time = time, .place = {*message.latitude_deg, *message.longitude_deg}};
        sample.height_m = message.altitude_ft.value_or(0) * geo::metresPerFoot;
        if (!message.altitude_ft || !plausible(sample.place, sample.height_m)) {
            ++m_noHeight;
            return;
        }
        const auto velocity = m_velocities.find(message.icaoAddress);
        if (velocity != m_velocities.end() && *time >= velocity->second.time &&
            *time - velocity->second.time <= velocityHolds) {
            sample.velocityNorth_mps = velocity->second.north_mps;
            sample.velocityEast_mps = velocity->second.east_mps;
            sample.velocityDown_mps = velocity->second.down_mps;
        }
        m_vehicles.add(std::format("{:06X}", message.icaoAddress), sample);
    }

    Vehicles m_vehicles;
    std::map<std::uint32_t, Velocity> m_velocities;
    std::uint64_t m_damaged = 0, m_noHeight = 0, m_noTime = 0;
};

// ------------------------------------------------------------------------------------------------ CSV

enum class Column { Id, Time, Milliseconds, Latitude, Longitude, Height, North, East, Down };
constexpr std::array<std::string_view, 9> columnNames{"id",       "time",   "t_ms",   "lat_deg", "lon_deg",
                                                      "height_m", "vn_mps", "ve_mps", "vd_mps"};
using Places = std::array<std::optional<std::size_t>, columnNames.size()>; // of each column in a row

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return text;
}

std::vector<std::string_view> cells(std::string_view line) {
    constexpr std::size_t most = 64;
    std::vector<std::string_view> all;
    while (all.size() < most) {
        const auto comma = std::min(line.find(','), line.size());
        all.push_back(trimmed(line.substr(0, comma)));
        if (comma == line.size()) break;
        line.remove_prefix(comma + 1);
    }
    return all;
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<UtcMs> timeIn(std::string_view text, bool milliseconds) {
    if (!milliseconds) return fromRfc3339(text);
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr std::int64_t year2200 = 7'258'118'400'000;
    if (problem != std::errc() || end != text.data() + text.size() || value < 0 || value > year2200)
        return std::nullopt;
    return utcMs(value);
}

Result<Places> placesOf(std::string_view head, std::vector<FileNote>& notes) {
    Places places;
    std::string ignored;
    const auto titles = cells(head);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const auto found = std::ranges::find(columnNames, titles[i]);
        if (found == columnNames.end()) {
            ignored += std::format("{}\"{}\"", ignored.empty() ? "" : ", ", titles[i].substr(0, 40));
            continue;
        }
        auto& place = places[static_cast<std::size_t>(found - columnNames.begin())];
        if (place) return fail("CSV_COLUMNS", "a column is there twice", std::string(*found));
        place = i;
    }
    const auto has = [&](Column column) { return places[static_cast<std::size_t>(column)].has_value(); };
    for (const Column column : {Column::Id, Column::Latitude, Column::Longitude, Column::Height})
        if (!has(column))
            return fail("CSV_COLUMNS", "a head like id,time,lat_deg,lon_deg,height_m is wanted; this column is missing",
                        std::string(columnNames[static_cast<std::size_t>(column)]));
    if (!has(Column::Time) && !has(Column::Milliseconds))
        return fail("CSV_COLUMNS", "a column with the time is missing: time, or t_ms", "time");
    if (!ignored.empty()) notes.push_back({"IGNORED", "columns are passed over: " + ignored.substr(0, 200), "line 1"});
    return places;
}

class Row {
public:
    Row(std::string_view line, const Places& places)
        : m_cells(cells(line))
        , m_places(places) {}

    [[nodiscard]] std::string_view text(Column column) const {
        const auto place = m_places[static_cast<std::size_t>(column)];
        return place && *place < m_cells.size() ? m_cells[*place] : std::string_view();
    }

    // Nothing: the row cannot be read.
    [[nodiscard]] std::optional<FlightSample> sample() const {
        const bool stamped = m_places[static_cast<std::size_t>(Column::Milliseconds)].has_value();
        const auto time = timeIn(text(stamped ? Column::Milliseconds : Column::Time), stamped);
        const auto latitude = numberIn(text(Column::Latitude)), longitude = numberIn(text(Column::Longitude)),
                   height = numberIn(text(Column::Height));
        if (!time || !latitude || !longitude || !height || !plausible({*latitude, *longitude}, *height))
            return std::nullopt;
        FlightSample sample{.time = time, .place = {*latitude, *longitude}, .height_m = *height};
        const auto north = speed(Column::North), east = speed(Column::East);
        if (north && east) {
            sample.velocityNorth_mps = north;
            sample.velocityEast_mps = east;
        }
        sample.velocityDown_mps = speed(Column::Down);
        return sample;
    }

private:
    [[nodiscard]] std::optional<double> speed(Column column) const {
        const auto value = numberIn(text(column));
        return value && std::abs(*value) <= fastest_mps ? value : std::nullopt;
    }

    std::vector<std::string_view> m_cells;
    const Places& m_places;
};

std::string_view takeLine(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

} // namespace

std::string_view toString(TrafficFormat format) {
    return names[static_cast<std::size_t>(format)];
}

std::optional<TrafficFormat> trafficFormatFrom(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return allTrafficFormats[static_cast<std::size_t>(found - names.begin())];
}

Result<RecordedFlight> readTraffic(TrafficFormat format, std::span<const std::byte> bytes) {
    switch (format) {
    case TrafficFormat::Sbs:
        return readSbsTraffic(bytes);
    case TrafficFormat::Tlog:
        return readTlogFlight(bytes);
    case TrafficFormat::Csv:
        return readTrafficCsv(bytes);
    }
    return fail("NO_POSITIONS", "no such format");
}

Result<RecordedFlight> readSbsTraffic(std::span<const std::byte> bytes) {
    if (auto right = wantSize(bytes); !right) return std::unexpected(right.error());
    SbsTraffic traffic;
    SbsLineSplitter splitter;
    const auto take = [&](std::string_view line) {
        if (!line.empty() && !traffic.full()) traffic.take(line);
    };
    splitter.feed(bytes, take);
    constexpr std::byte end{'\n'}; // of the last line, where the file has none
    splitter.feed(std::span(&end, 1), take);
    if (traffic.full()) return tooManySamples();
    return traffic.finish(splitter.malformedLines());
}

Result<RecordedFlight> readTrafficCsv(std::span<const std::byte> bytes) {
    if (auto right = wantSize(bytes); !right) return std::unexpected(right.error());
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
    std::vector<FileNote> notes;
    const auto places = placesOf(takeLine(rest), notes);
    if (!places) return std::unexpected(places.error());
    Vehicles vehicles;
    std::uint64_t unreadable = 0, line = 1, first = 0;
    constexpr std::size_t longestId = 64;
    while (!rest.empty() && !vehicles.full()) {
        ++line;
        const auto text = takeLine(rest);
        if (trimmed(text).empty()) continue;
        const Row row(text, *places);
        const auto id = row.text(Column::Id);
        const auto sample = row.sample();
        if (sample && !id.empty() && id.size() <= longestId) {
            vehicles.add(std::string(id), *sample);
            continue;
        }
        if (++unreadable == 1) first = line;
    }
    if (vehicles.full()) return tooManySamples();
    addNote(notes, "UNREADABLE", unreadable, "rows cannot be read and are left out", std::format("line {}", first));
    return vehicles.finish(std::move(notes));
}

} // namespace haneul::formats
