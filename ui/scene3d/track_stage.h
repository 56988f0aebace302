#pragma once

#include "core/geo/local_frame.h"
#include "server/situation/situation.h"

#include <optional>
#include <span>
#include <vector>

namespace haneul::scene3d {

// A square of flat ground around an origin.
struct Area {
    geo::LatLon origin;
    double halfWidth_m = 0;
};

// Middle of the traffic and a width that holds most of it: one aeroplane far out does not shrink the city to a dot.
// Nothing when no track has a position.
[[nodiscard]] std::optional<Area> areaOf(const situation::Situation& situation);

struct StagedTrack {
    traffic::TrackPtr track; // has a position
    geo::Enu_m place;        // up = reported height times the exaggeration; 0 when it is unknown
    bool heightKnown = false;
    std::vector<geo::Enu_m>
        trail; // where it was, oldest first; up = reported height, not exaggerated, 0 when it was not said
};

// Where the tracks of a situation stand in the scene. East and north are exact in the tangent plane; up is the height
// as reported above a flat ground, because without terrain and geoid no datum can be turned into another.
class TrackStage {
public:
    explicit TrackStage(Area area)
        : m_area(area)
        , m_frame(area.origin) {}

    // True when a shown track came, changed or went.
    bool update(const situation::Situation& situation);
    void setExaggeration(double factor);
    void setTrailLength(milliseconds length); // from the next update on

    [[nodiscard]] std::span<const StagedTrack> tracks() const { return m_tracks; } // ordered by id

    [[nodiscard]] const StagedTrack* find(const traffic::TrackId& id) const;

    [[nodiscard]] const Area& area() const { return m_area; }

    [[nodiscard]] double exaggeration() const { return m_exaggeration; }

    [[nodiscard]] const geo::LocalFrame& frame() const { return m_frame; }

    // Highest reported height of all tracks; 0: none is known.
    [[nodiscard]] double highest_m() const;
    // How many different datums the heights have: more than one must be said to be not reconciled.
    [[nodiscard]] std::vector<geo::HeightDatum> datums() const;

private:
    [[nodiscard]] StagedTrack staged(const traffic::TrackPtr& track) const;
    void addTrail(StagedTrack& staged) const;

    Area m_area;
    geo::LocalFrame m_frame;
    double m_exaggeration = 1.0;
    milliseconds m_trailLength{60'000};
    std::vector<StagedTrack> m_tracks;
};

} // namespace haneul::scene3d
