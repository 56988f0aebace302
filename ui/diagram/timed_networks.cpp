#include "ui/diagram/timed_networks.h"

#include "core/delivery/mission.h"

namespace haneul::diagram {

Result<TimedNetworks::Timed> TimedNetworks::of(const delivery::SavedNetwork& saved) {
    const auto kept = m_kept.find(saved.network.id);
    if (kept != m_kept.end() && kept->second.revision == saved.revision) return kept->second.timed;
    Result<Timed> timed = delivery::scheduleNetwork(saved.network).transform([](schedule::Network<std::int64_t> made) {
        return Timed(std::make_shared<const schedule::Network<std::int64_t>>(std::move(made)));
    });
    m_kept.insert_or_assign(saved.network.id, Kept{saved.revision, timed});
    return timed;
}

} // namespace haneul::diagram
