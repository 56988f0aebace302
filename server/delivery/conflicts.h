#pragma once

#include "core/schedule/recheck.h"
#include "server/delivery/delivery_state.h"
#include "server/delivery/planner.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace haneul::delivery {

// Which missions of a network that have not left the ground no longer fit, as those before them are late, and where
// each would fit (R-SLT-13). Those under way stay as they are. Kept up as missions change: whatever moves a mission, an
// actual time or what is only expected of it, is judged with those near it.
class NetworkConflicts {
public:
    explicit NetworkConflicts(std::shared_ptr<NetworkRules> rules);

    [[nodiscard]] const std::shared_ptr<NetworkRules>& rules() const { return m_rules; }

    void take(const Mission& mission); // new, or as it is now; those that are over are left out
    [[nodiscard]] std::vector<MissionConflict> found(UtcMs now);

    [[nodiscard]] std::size_t judged() const { return m_rechecker ? m_rechecker->judged() : 0; }

private:
    std::shared_ptr<NetworkRules> m_rules;
    std::optional<schedule::Rechecker<std::int64_t>> m_rechecker; // none: the network cannot be scheduled
};

[[nodiscard]] bool isUnderWay(const Mission& mission); // it has left the ground and is not over

} // namespace haneul::delivery
