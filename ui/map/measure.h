#pragma once

#include "core/geo/mercator.h"
#include "ui/map/track_cache.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace haneul::map {

// One end of a measurement: a fixed place, or a track that is followed while it is in the picture.
struct MeasureEnd {
    geo::LatLon position;
    std::optional<geo::Height> height; // of the track; a place on the map has none
    traffic::TrackId track;            // empty: a fixed place
    QString name;                      // of the track
    std::optional<double> speed_mps;   // of the track, when it moves

    [[nodiscard]] static MeasureEnd at(geo::LatLon place);
    [[nodiscard]] static MeasureEnd of(const traffic::Track& track); // which has a position
};

struct Measurement {
    MeasureEnd from;
    MeasureEnd to;
};

// Along the WGS84 geodesic; bearings true, 0..360.
struct MeasureResult {
    double distance_m = 0;
    double bearing_deg = 0;     // at `from`, towards `to`
    double backBearing_deg = 0; // at `to`, towards `from`
};

[[nodiscard]] MeasureResult resultOf(const Measurement& measurement);

// "834 m · 0.450 NM", "12.34 km · 6.663 NM"
[[nodiscard]] QString distanceText(double distance_m);
// What stands at the line: distance, bearings there and back, height difference with its datum or why there is none,
// and the flight time at `reference`'s speed or, without one, at that of an end.
[[nodiscard]] QStringList linesOf(const Measurement& measurement, const std::optional<MeasureEnd>& reference);
// The geodesic as a line in the Mercator square, fine enough for the eye.
[[nodiscard]] std::vector<geo::Mercator> pathOf(const Measurement& measurement);

// The ruler: a first end, a rubber line to the pointer, a second end; finished ones stay until they are removed.
class MeasureTool {
public:
    enum class Step { Off, First, Second };

    // Off: begins, from `selected` when there is one. Begun from a selection: frees the start. Else: ends.
    void toggle(const std::optional<MeasureEnd>& selected);
    void set(const MeasureEnd& end); // the next end
    void point(const std::optional<MeasureEnd>& pointer);
    // Takes back the last thing done: the open line, the tool, the newest measurement. False: there was nothing.
    bool escape();
    void clear();
    void follow(const TrackCache& cache); // ends that are tracks

    [[nodiscard]] Step step() const { return m_step; }

    [[nodiscard]] const std::vector<Measurement>& finished() const { return m_finished; }

    [[nodiscard]] std::optional<Measurement> open() const;                          // the rubber line
    [[nodiscard]] QString textOf(const std::optional<MeasureEnd>& reference) const; // for the clipboard

private:
    Step m_step = Step::Off;
    bool m_fromSelection = false;
    MeasureEnd m_from;
    std::optional<MeasureEnd> m_pointer;
    std::vector<Measurement> m_finished;
};

} // namespace haneul::map
