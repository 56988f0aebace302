#pragma once

#include "core/avoid/candidates.h"

namespace haneul::avoid {

// How fast the circle around another aircraft is taken to grow: at least the velocity error, gusts included, that the
// reports have. Counted from the age of the report on, up to `growthFor_s`.
struct ShieldSettings {
    double horizontalGrowth_mps = 3.0;
    double verticalGrowth_mps = 1.0;
    double growthFor_s = 16;
};

// What becomes of a candidate if the best back-up manoeuvre follows it. Margins are metres above what is required at
// the worst moment; below 0 it is not kept.
struct Prospect {
    double traffic_m = 0;
    double zones_m = 0; // and floor and ceiling
    double volume_m = 0;

    [[nodiscard]] bool clear() const { return traffic_m >= 0 && zones_m >= 0; }

    [[nodiscard]] bool safe() const { return clear() && volume_m >= 0; }

    [[nodiscard]] double worst_m() const { return traffic_m < zones_m ? traffic_m : zones_m; }
};

// A candidate is safe when, after it has been flown for one decision, at least one of nine back-up manoeuvres (straight
// on, left, right, climb, descend, brake, brake and climb, brake and descend, turn back) keeps 50 m or 15 m from the
// growing circle of every other aircraft, stays out of every zone, between floor and ceiling and within the volume, for
// 16 s. So the next decision finds a safe way again as long as nobody's velocity changes by more than the growth, and
// nothing new comes in sight beyond the look ahead.
class Shield {
public:
    // `situation` must outlive the shield.
    explicit Shield(const Situation& situation, ShieldSettings settings = {});

    // The first back-up that is safe, else that with the largest worst margin among those that are clear, else of all.
    [[nodiscard]] Prospect prospect(const Action& action) const;

    static constexpr int lookAhead_s = 16;

private:
    struct Circle {
        geo::Enu_m position; // now
        Velocity velocity;
        double horizontal_m = 0; // required now
        double vertical_m = 0;
        double age_s = 0;
    };

    void lower(Prospect& prospect, const geo::Enu_m& place, double after_s) const;
    [[nodiscard]] double trafficMargin_m(const geo::Enu_m& place, double after_s, double atMost_m) const;

    const Situation& m_situation;
    ShieldSettings m_settings;
    std::vector<Circle> m_circles;
    double m_staticMargin_m;
};

} // namespace haneul::avoid
