#include "ui/profile/recording.h"

#include "core/formats/recorded_flight.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <span>

namespace haneul::profile {

namespace {

std::vector<delivery::RecordedSample> samplesOf(const formats::RecordedVehicle& vehicle, bool utc) {
    std::vector<delivery::RecordedSample> samples;
    samples.reserve(vehicle.samples.size());
    for (const formats::FlightSample& sample : vehicle.samples) {
        if (utc && !sample.time) continue;
        const std::int64_t time_ms = utc ? sinceEpoch_ms(*sample.time) : sample.sinceBoot_ms;
        samples.push_back({.time_ms = static_cast<double>(time_ms),
                           .place = sample.place,
                           .height_m = sample.height_m,
                           .north_mps = sample.velocityNorth_mps,
                           .east_mps = sample.velocityEast_mps,
                           .down_mps = sample.velocityDown_mps});
    }
    return samples;
}

} // namespace

Result<Recording> readRecording(const QString& path) {
    const QFileInfo info(path);
    const std::string where = info.fileName().toStdString();
    const QString ending = info.suffix().toLower();
    if (ending != QLatin1StringView("tlog") && ending != QLatin1StringView("ulg"))
        return fail("NOT_A_RECORDING", "recorded flights end in .tlog or .ulg", where);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail("FILE_UNREADABLE", file.errorString().toStdString(), where);
    if (file.size() > static_cast<qint64>(formats::maxRecordedFlightBytes))
        return fail("TOO_LARGE", "larger than 1 GB", where);
    const QByteArray bytes = file.readAll();
    const auto content = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    auto flight =
        ending == QLatin1StringView("ulg") ? formats::readUlogFlight(content) : formats::readTlogFlight(content);
    if (!flight) {
        flight.error().where = where;
        return std::unexpected(flight.error());
    }
    Recording recording{.file = info.fileName()};
    // One clock for all: UTC only where every vehicle has it.
    recording.hasUtc = std::ranges::all_of(flight->vehicles, [](const formats::RecordedVehicle& vehicle) {
        return std::ranges::any_of(vehicle.samples, [](const auto& sample) { return sample.time.has_value(); });
    });
    for (const formats::RecordedVehicle& vehicle : flight->vehicles) {
        auto speeds = delivery::recordedSpeeds(samplesOf(vehicle, recording.hasUtc));
        if (!speeds) return std::unexpected(speeds.error());
        RecordedRuns runs{.name = QString::fromStdString(vehicle.name), .runs = std::move(speeds->runs), .sorties = {}};
        runs.sorties = delivery::flownSorties(runs.runs);
        recording.vehicles.push_back(std::move(runs));
    }
    for (const formats::FileNote& note : flight->notes)
        recording.notes << QString::fromStdString(note.message);
    return recording;
}

} // namespace haneul::profile
