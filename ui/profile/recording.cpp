#include "ui/profile/recording.h"

#include "core/formats/recorded_flight.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
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

constexpr std::pair<std::string_view, const char*> sentences[] = {
    {"SOURCE", QT_TRANSLATE_NOOP("haneul::profile::Recording", "The file has several positions; one was taken.")},
    {"TIME_UNKNOWN", QT_TRANSLATE_NOOP("haneul::profile::Recording", "The file does not say when it was in UTC.")},
    {"TIME_OF_STATION",
     QT_TRANSLATE_NOOP("haneul::profile::Recording", "Times are of the ground station and not of the vehicle.")},
    {"NO_FIX", QT_TRANSLATE_NOOP("haneul::profile::Recording", "Samples without a position fix are left out.")},
    {"OUT_OF_ORDER", QT_TRANSLATE_NOOP("haneul::profile::Recording", "Samples out of order are left out.")},
    {"DAMAGED", QT_TRANSLATE_NOOP("haneul::profile::Recording", "Damaged parts of the file are left out.")},
    {"DROPOUTS", QT_TRANSLATE_NOOP("haneul::profile::Recording", "The recorder has lost data.")},
    {"UNREADABLE", QT_TRANSLATE_NOOP("haneul::profile::Recording", "Parts of the file cannot be read.")},
};

} // namespace

QString noteText(const Error& note) {
    const auto found = std::ranges::find(sentences, note.code, &std::pair<std::string_view, const char*>::first);
    const QString message = QString::fromStdString(note.message);
    if (found == std::end(sentences)) return message;
    const QString sentence = QCoreApplication::translate("haneul::profile::Recording", found->second);
    return message.isEmpty() ? sentence : QStringLiteral("%1 (%2)").arg(sentence, message);
}

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
        recording.notes.push_back({note.code, note.message, note.where});
    return recording;
}

} // namespace haneul::profile
