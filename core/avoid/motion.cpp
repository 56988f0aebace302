#include "core/avoid/motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::avoid {

namespace {

constexpr double degree = std::numbers::pi / 180.0;

double towards(double from, double to, double most) {
    return from + std::clamp(to - from, -most, most);
}

} // namespace

double Envelope::turnRate_dps(double speed_mps) const {
    const double fastest = fastestTurn_dps * degree;
    return std::abs(speed_mps) * fastest <= lateralAcceleration_mps2
               ? fastestTurn_dps
               : lateralAcceleration_mps2 / std::abs(speed_mps) / degree;
}

double turnBetween_deg(double from_deg, double to_deg) {
    return std::remainder(to_deg - from_deg, 360.0);
}

Motion::Motion(const OwnState& state)
    : m_position(state.position)
    , m_course_deg(state.course_deg)
    , m_east(std::sin(state.course_deg * degree))
    , m_north(std::cos(state.course_deg * degree))
    , m_speed_mps(state.speed_mps)
    , m_climb_mps(state.climb_mps) {}

void Motion::advance(double targetCourse_deg, double speed_mps, double climb_mps, const Envelope& envelope,
                     double step_s) {
    const Velocity before = velocity();
    const double turn_deg = turnBetween_deg(m_course_deg, targetCourse_deg);
    if (turn_deg != 0) {
        const double most_deg = envelope.turnRate_dps(m_speed_mps) * step_s;
        m_course_deg += std::clamp(turn_deg, -most_deg, most_deg);
        m_east = std::sin(m_course_deg * degree);
        m_north = std::cos(m_course_deg * degree);
    }
    m_speed_mps = towards(m_speed_mps, speed_mps, envelope.acceleration_mps2 * step_s);
    m_climb_mps = towards(m_climb_mps, climb_mps, envelope.climbAcceleration_mps2 * step_s);
    const Velocity after = velocity();
    m_position.east += (before.east_mps + after.east_mps) / 2 * step_s;
    m_position.north += (before.north_mps + after.north_mps) / 2 * step_s;
    m_position.up += (before.up_mps + after.up_mps) / 2 * step_s;
}

void Motion::displace(double east_m, double north_m, double up_m) {
    m_position.east += east_m;
    m_position.north += north_m;
    m_position.up += up_m;
}

} // namespace haneul::avoid
