#include "core/avoid/shield.h"

#include "core/avoid/motion.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::avoid {

namespace {

constexpr double step_s = 1;
constexpr int actionSteps = static_cast<int>(decisionEvery_s / step_s);
constexpr double tolerance_m = 0.5; // of floor and ceiling
constexpr double recovery_s = 4;
constexpr double plenty_m = 1000; // margins are not told apart beyond

struct BackUp {
    double turn_deg;
    double speedShare; // of the speed after the action
    double climb;      // -1 descend, 1 climb, 0 level
};

constexpr std::array<BackUp, 9> backUps{
    {{0, 1, 0}, {90, 1, 0}, {-90, 1, 0}, {0, 1, 1}, {0, 1, -1}, {0, 0, 0}, {0, 0, 1}, {0, 0, -1}, {180, 1, 0}}};

bool better(const Prospect& a, const Prospect& b) {
    if (a.safe() != b.safe()) return a.safe();
    if (a.clear() != b.clear()) return a.clear();
    if (a.clear()) return a.volume_m > b.volume_m;
    return a.worst_m() > b.worst_m();
}

} // namespace

Shield::Shield(const Situation& situation, ShieldSettings settings)
    : m_situation(situation)
    , m_settings(settings)
    , m_staticMargin_m(5 + 2 * situation.weather.gust_mps) {
    m_circles.reserve(situation.traffic.size());
    for (const Traffic& other : situation.traffic) {
        const Velocity& v = other.velocity;
        // Between two looks, one second apart, a passage at this speed comes a little closer than at either.
        const double closing_mps = std::hypot(v.east_mps, v.north_mps) + situation.envelope.fast_mps;
        const double between_m = closing_mps * closing_mps * step_s * step_s / (8 * lossHorizontal_m);
        m_circles.push_back(
            {.position = {other.position.east + v.east_mps * other.age_s,
                          other.position.north + v.north_mps * other.age_s, other.position.up + v.up_mps * other.age_s},
             .velocity = v,
             .horizontal_m = lossHorizontal_m + other.positionError_m + between_m,
             .vertical_m = lossVertical_m + other.heightError_m,
             .age_s = other.age_s});
    }
}

double Shield::trafficMargin_m(const geo::Enu_m& place, double after_s, double atMost_m) const {
    double margin_m = atMost_m;
    for (const Circle& circle : m_circles) {
        const double grown_s = std::min(circle.age_s + after_s, m_settings.growthFor_s);
        const double up = std::abs(circle.position.up + circle.velocity.up_mps * after_s - place.up) -
                          (circle.vertical_m + m_settings.verticalGrowth_mps * grown_s);
        // In metres of the horizontal: 50 m beside are worth 15 m above.
        const double vertical_m = up * (lossHorizontal_m / lossVertical_m);
        if (vertical_m >= margin_m) continue;
        const double east = circle.position.east + circle.velocity.east_mps * after_s - place.east;
        const double north = circle.position.north + circle.velocity.north_mps * after_s - place.north;
        const double required_m = circle.horizontal_m + m_settings.horizontalGrowth_mps * grown_s;
        const double enough_m = required_m + margin_m;
        if (east * east + north * north >= enough_m * enough_m && enough_m > 0) continue;
        margin_m = std::min(margin_m, std::max(std::sqrt(east * east + north * north) - required_m, vertical_m));
    }
    return margin_m;
}

void Shield::lower(Prospect& prospect, const geo::Enu_m& place, double after_s) const {
    prospect.traffic_m = trafficMargin_m(place, after_s, prospect.traffic_m);
    // Whom noise or a gust has put beyond floor or ceiling must come back within four seconds.
    const double back = std::max(1 - after_s / recovery_s, 0.0);
    const double above_m = std::max(m_situation.own.position.up - m_situation.ceiling_m, 0.0) * back;
    const double below_m = std::max(m_situation.floor_m - m_situation.own.position.up, 0.0) * back;
    prospect.zones_m = std::min({prospect.zones_m, place.up - m_situation.floor_m + tolerance_m + below_m,
                                 m_situation.ceiling_m + tolerance_m + above_m - place.up});
    if (!m_situation.zones.empty())
        prospect.zones_m =
            std::min(prospect.zones_m, -depthInUnion_m(m_situation.zones, place, after_s) - m_staticMargin_m);
    if (!m_situation.volume.empty())
        prospect.volume_m = std::min(prospect.volume_m, depthInUnion_m(m_situation.volume, place, after_s) - 1);
}

Prospect Shield::prospect(const Action& action) const {
    const Envelope& envelope = m_situation.envelope;
    Motion start(m_situation.own);
    const double course_deg = m_situation.own.course_deg + action.turn_deg;
    Prospect during{.traffic_m = plenty_m, .zones_m = plenty_m, .volume_m = plenty_m};
    for (int i = 1; i <= actionSteps; ++i) {
        start.advance(course_deg, action.speed_mps, action.climb_mps, envelope, step_s);
        lower(during, start.position(), i * step_s);
    }
    Prospect best{.traffic_m = -INFINITY, .zones_m = -INFINITY, .volume_m = -INFINITY};
    for (const BackUp& backUp : backUps) {
        Prospect here = during;
        Motion motion = start;
        const double target_deg = start.course_deg() + backUp.turn_deg;
        const double climb_mps =
            backUp.climb > 0 ? envelope.climb_mps : (backUp.climb < 0 ? -envelope.descent_mps : 0.0);
        for (int t = actionSteps + 1; t <= actionSteps + lookAhead_s; ++t) {
            // A climb ends below the ceiling, a descent above the floor: two seconds are needed to level off.
            const double room_m = climb_mps > 0 ? m_situation.ceiling_m - motion.position().up
                                                : motion.position().up - m_situation.floor_m;
            const bool level = room_m < 2 * std::abs(climb_mps);
            motion.advance(target_deg, backUp.speedShare * action.speed_mps, level ? 0.0 : climb_mps, envelope, step_s);
            lower(here, motion.position(), t * step_s);
            if (here.worst_m() < 0 && best.clear()) break; // cannot win any more
        }
        if (better(here, best)) best = here;
        if (best.safe()) break;
    }
    return best;
}

} // namespace haneul::avoid
