#pragma once

#include "core/delivery/flown_parts.h"
#include "core/delivery/speed_profile.h"
#include "ui/models/units.h"
#include "ui/profile/chart.h"

// From the profiles of core/delivery to charts.
namespace haneul::profile {

enum class HeightDatum { AboveSea, AboveGround };

// A mission's or a link's way with the waypoints of each leg.
struct HeightSubject {
    delivery::HeightProfile profile;
    std::vector<std::vector<route::Waypoint>> waypoints; // of each leg
};

// Take-off, flight and landing each with a line style of its own, columns at the nodes, and where the ground between is
// not known. Above the ground only what is known is drawn.
[[nodiscard]] ChartData heightChart(const HeightSubject& subject, HeightDatum datum, const models::Units& units = {});

// One link for itself, from end a to end b: with the columns of both. Codes: those of LinkFlight.
[[nodiscard]] Result<HeightSubject> linkSubject(const delivery::Network& network, const delivery::Link& link);

enum class Alignment {
    TakeOff, // time 0 is the first take-off of each
    Utc,
};

struct RecordedRuns {
    QString name;
    std::vector<std::vector<delivery::SpeedSample>> runs;
    std::vector<delivery::FlownSortie> sorties;

    [[nodiscard]] std::optional<double> takeOff_ms() const; // of the first sortie, else the first sample
};

struct SpeedCharts {
    ChartData climb;
    ChartData ground;
};

// The two speed-time graphs of Yu et al., fig. 5, for a plan, a recorded flight or both on one axis. `most`: points
// kept of each line; 0: all.
[[nodiscard]] SpeedCharts speedCharts(const std::vector<delivery::SpeedStretch>& planned, const RecordedRuns* recorded,
                                      Alignment alignment, std::size_t most, const models::Units& units = {});

// The instant that is time 0 when both begin at take-off: the end of the first stay. None: it never leaves.
[[nodiscard]] std::optional<double> takeOffOf_ms(const std::vector<delivery::SpeedStretch>& planned);

// Flight times of the parts, all legs together, beside those that were flown.
struct PartRow {
    QString part;
    double planned_ms = 0;
    double flown_ms = 0;

    [[nodiscard]] double difference_ms() const { return flown_ms - planned_ms; }
};

[[nodiscard]] std::vector<PartRow> partRows(const delivery::MissionRoute& route, const delivery::Times& times,
                                            const std::vector<delivery::FlownSortie>& sorties);
// How many sorties the plan has: legs that are joined by a hand-over from the air are one.
[[nodiscard]] std::size_t plannedSorties(const delivery::MissionRoute& route);

} // namespace haneul::profile
