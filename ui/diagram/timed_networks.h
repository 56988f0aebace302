#pragma once

#include "core/base/error.h"
#include "core/schedule/network.h"
#include "server/delivery/delivery_state.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace haneul::diagram {

// Networks as the scheduler has them, made once for each revision that is shown.
class TimedNetworks {
public:
    using Timed = std::shared_ptr<const schedule::Network<std::int64_t>>;

    // Codes: those of delivery::scheduleNetwork.
    [[nodiscard]] Result<Timed> of(const delivery::SavedNetwork& saved);

private:
    struct Kept {
        std::uint64_t revision = 0;
        Result<Timed> timed;
    };

    std::map<std::string, Kept, std::less<>> m_kept;
};

} // namespace haneul::diagram
