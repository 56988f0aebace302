#pragma once

#include "core/avoid/situation.h"

#include <vector>

namespace haneul::avoid {

// Leads along the global path and back to it: pure pursuit of a point ahead on the path (Coulter 1992). Progress along
// the path never goes back. A path has at least two places.
class PathFollower {
public:
    PathFollower(std::vector<geo::Enu_m> path, double speed_mps);

    // For the aircraft as it is now, `interval_s` after the last call.
    [[nodiscard]] Guidance guide(const OwnState& own, double interval_s);

    [[nodiscard]] bool finished() const { return m_finished; } // within arrival_m of the end, horizontally

    [[nodiscard]] double crossTrack_m() const { return m_crossTrack_m; } // distance from the path at the last call

    [[nodiscard]] double along_m() const { return m_along_m; }

    [[nodiscard]] double length_m() const { return m_starts_m.back(); }

    [[nodiscard]] const std::vector<geo::Enu_m>& path() const { return m_path; }

    [[nodiscard]] geo::Enu_m at(double along_m) const;

    static constexpr double lookAhead_m = 45;
    static constexpr double arrival_m = 20;
    static constexpr double progress_m = 10; // less than this is no progress

private:
    void project(const geo::Enu_m& position);

    std::vector<geo::Enu_m> m_path;
    std::vector<double> m_starts_m; // horizontal length up to each place
    double m_speed_mps;
    double m_along_m = 0;
    double m_crossTrack_m = 0;
    double m_progressAt_m = 0;
    double m_sinceProgress_s = 0;
    bool m_finished = false;
};

} // namespace haneul::avoid
