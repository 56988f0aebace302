#pragma once

#include "core/avoid/situation.h"

namespace haneul::avoid {

// Still air motion of a multirotor within its envelope, held as a direction so that straight flight needs no
// trigonometry. The planner predicts with it; the simulator flies it in smaller steps, with gusts on top.
class Motion {
public:
    explicit Motion(const OwnState& state);

    // Towards these for `step_s`, as fast as the envelope allows.
    void advance(double targetCourse_deg, double speed_mps, double climb_mps, const Envelope& envelope, double step_s);

    [[nodiscard]] const geo::Enu_m& position() const { return m_position; }

    [[nodiscard]] double course_deg() const { return m_course_deg; }

    [[nodiscard]] double speed_mps() const { return m_speed_mps; }

    [[nodiscard]] Velocity velocity() const { return {m_east * m_speed_mps, m_north * m_speed_mps, m_climb_mps}; }

    void displace(double east_m, double north_m, double up_m); // by a gust

private:
    geo::Enu_m m_position;
    double m_course_deg;
    double m_east; // unit vector of the course
    double m_north;
    double m_speed_mps;
    double m_climb_mps;
};

// -180 .. 180, the short way.
[[nodiscard]] double turnBetween_deg(double from_deg, double to_deg);

} // namespace haneul::avoid
