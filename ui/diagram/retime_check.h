#pragma once

#include "core/base/error.h"
#include "core/schedule/slots.h"
#include "server/delivery/delivery_state.h"
#include "ui/diagram/diagram_scale.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace haneul::diagram {

// Where a booked mission that has not left the ground could start instead, judged here from what is shown, so that the
// answer is there while a hand still drags. The service judges once more and has the last word (R-SLT-01).
class RetimeCheck {
public:
    using Forbidden = schedule::Forbidden<std::int64_t>;
    using Window = schedule::Window<std::int64_t>;

    // `timed`: the mission's network as the scheduler has it. `within`: from the earliest start that is asked for,
    // which is now, to the latest. Codes: NO_SUCH_MISSION, MISSION_UNDER_WAY (it has left the ground, or is over),
    // INVALID_ARGUMENT (its booking is empty).
    [[nodiscard]] static Result<RetimeCheck> of(const delivery::DeliveryState& state, std::string_view mission,
                                                const schedule::Network<std::int64_t>& timed, const TimeRange& within);

    [[nodiscard]] const std::string& mission() const { return m_mission; }

    [[nodiscard]] const TimeRange& within() const { return m_within; }

    [[nodiscard]] const std::vector<Forbidden>& forbidden() const { return m_forbidden; }

    [[nodiscard]] const std::vector<Window>& windows() const { return m_windows; } // free starts, in order

    [[nodiscard]] bool free(UtcMs start) const;
    // What is in the way of that start; empty also for one that lies before or after `within`.
    [[nodiscard]] std::vector<Forbidden> inTheWay(UtcMs start) const;
    [[nodiscard]] std::optional<UtcMs> nearestFree(UtcMs start) const;
    [[nodiscard]] std::optional<UtcMs> nextFree(UtcMs start) const; // at `start` or later

private:
    RetimeCheck() = default;

    std::string m_mission;
    TimeRange m_within;
    std::vector<Forbidden> m_forbidden;
    std::vector<Window> m_windows;
};

// Whether it may still be moved: booked or prepared, and nothing of it has happened.
[[nodiscard]] bool mayMove(const delivery::Mission& mission);

} // namespace haneul::diagram
