#include "ui/map/measure.h"

#include "core/geo/geodesic.h"
#include "ui/map/track_text.h"

#include <QCoreApplication>

#include <cmath>

namespace haneul::map {

namespace {

constexpr double metresPerNauticalMile = 1852.0;
constexpr double straight_m = 20'000.0; // shorter geodesics are straight on the map, to a pixel
constexpr int segments = 48;
constexpr int placeDecimals = 5; // about a metre

QString localised(const char* text) {
    return QCoreApplication::translate("Measure", text);
}

QString bearingText(double bearing_deg) {
    return QStringLiteral("%1°").arg(std::lround(bearing_deg) % 360, 3, 10, QLatin1Char('0'));
}

void followEnd(MeasureEnd& end, const TrackCache& cache) {
    if (end.track.empty()) return;
    if (const PlacedTrack* placed = cache.find(end.track)) end = MeasureEnd::of(*placed->track);
}

QString nameOf(const MeasureEnd& end) {
    if (!end.track.empty()) return end.name;
    return QStringLiteral("%1, %2")
        .arg(end.position.latitude_deg, 0, 'f', placeDecimals)
        .arg(end.position.longitude_deg, 0, 'f', placeDecimals);
}

} // namespace

MeasureEnd MeasureEnd::at(geo::LatLon place) {
    MeasureEnd end;
    end.position = place;
    return end;
}

MeasureEnd MeasureEnd::of(const traffic::Track& track) {
    MeasureEnd end;
    end.position = *track.position;
    end.height = track.height;
    end.track = track.id;
    end.name = map::nameOf(track);
    if (track.velocity && track.velocity->groundSpeed_mps() >= minSpeedForCourse_mps)
        end.speed_mps = track.velocity->groundSpeed_mps();
    return end;
}

MeasureResult resultOf(const Measurement& measurement) {
    const geo::GeodesicLine there = geo::inverse(measurement.from.position, measurement.to.position);
    const geo::GeodesicLine back = geo::inverse(measurement.to.position, measurement.from.position);
    return {there.distance_m, there.initialBearing_deg, back.initialBearing_deg};
}

QString distanceText(double distance_m) {
    const QString metric = distance_m < 1'000.0
                               ? QString(QString::number(std::lround(distance_m)) % QStringLiteral(" m"))
                               : QString(QString::number(distance_m / 1'000.0, 'f', distance_m < 100'000.0 ? 2 : 1) %
                                         QStringLiteral(" km"));
    const double miles = distance_m / metresPerNauticalMile;
    return metric % QStringLiteral(" · ") % QString::number(miles, 'f', miles < 10.0 ? 3 : 1) % QStringLiteral(" NM");
}

QStringList linesOf(const Measurement& measurement, const std::optional<MeasureEnd>& reference) {
    const MeasureResult result = resultOf(measurement);
    QStringList lines{distanceText(result.distance_m)};
    lines << localised(QT_TRANSLATE_NOOP("Measure", "%1 there, %2 back (true)"))
                 .arg(bearingText(result.bearing_deg), bearingText(result.backBearing_deg));
    lines << heightDifferenceOf(measurement.from.height, measurement.to.height);
    for (const MeasureEnd* runner : {reference ? &*reference : nullptr, &measurement.from, &measurement.to}) {
        if (!runner || !runner->speed_mps) continue;
        const auto seconds = std::llround(result.distance_m / *runner->speed_mps);
        lines << localised(QT_TRANSLATE_NOOP("Measure", "%1 at %2 m/s (%3)"))
                     .arg(ageOf(milliseconds(seconds * 1000)))
                     .arg(*runner->speed_mps, 0, 'f', *runner->speed_mps < 9.95 ? 1 : 0) // a rounded 4 may be 3.5
                     .arg(runner->name);
        break;
    }
    return lines;
}

std::vector<geo::Mercator> pathOf(const Measurement& measurement) {
    const geo::LatLon from = measurement.from.position;
    const geo::GeodesicLine line = geo::inverse(from, measurement.to.position);
    std::vector<geo::Mercator> path{geo::toMercator(from)};
    if (line.distance_m > straight_m)
        for (int i = 1; i < segments; ++i)
            path.push_back(geo::toMercator(geo::direct(from, line.initialBearing_deg, line.distance_m * i / segments)));
    path.push_back(geo::toMercator(measurement.to.position));
    return path;
}

void MeasureTool::toggle(const std::optional<MeasureEnd>& selected) {
    switch (m_step) {
    case Step::Off:
        m_fromSelection = selected.has_value();
        m_step = selected ? Step::Second : Step::First;
        if (selected) m_from = *selected;
        break;
    case Step::Second:
        m_step = m_fromSelection ? Step::First : Step::Off;
        m_fromSelection = false;
        break;
    case Step::First:
        m_step = Step::Off;
        break;
    }
}

void MeasureTool::set(const MeasureEnd& end) {
    if (m_step == Step::First) {
        m_from = end;
        m_step = Step::Second;
    } else if (m_step == Step::Second) {
        m_finished.push_back({m_from, end});
        m_step = Step::First;
        m_fromSelection = false;
    }
}

void MeasureTool::point(const std::optional<MeasureEnd>& pointer) {
    m_pointer = pointer;
}

bool MeasureTool::escape() {
    if (m_step == Step::Second && !m_fromSelection) {
        m_step = Step::First;
    } else if (m_step != Step::Off) {
        m_step = Step::Off;
        m_fromSelection = false;
    } else if (!m_finished.empty()) {
        m_finished.pop_back();
    } else {
        return false;
    }
    return true;
}

void MeasureTool::clear() {
    m_step = Step::Off;
    m_fromSelection = false;
    m_finished.clear();
}

void MeasureTool::follow(const TrackCache& cache) {
    followEnd(m_from, cache);
    if (m_pointer) followEnd(*m_pointer, cache);
    for (Measurement& measurement : m_finished) {
        followEnd(measurement.from, cache);
        followEnd(measurement.to, cache);
    }
}

std::optional<Measurement> MeasureTool::open() const {
    if (m_step != Step::Second || !m_pointer) return std::nullopt;
    return Measurement{m_from, *m_pointer};
}

QString MeasureTool::textOf(const std::optional<MeasureEnd>& reference) const {
    QStringList rows;
    for (const Measurement& measurement : m_finished)
        rows << QString(nameOf(measurement.from) % QStringLiteral(" → ") % nameOf(measurement.to) %
                        QStringLiteral(": ") % linesOf(measurement, reference).join(QStringLiteral("; ")));
    return rows.join(u'\n');
}

} // namespace haneul::map
