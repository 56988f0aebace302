#pragma once

#include "server/delivery/delivery_state.h"

#include <string>
#include <string_view>

namespace haneul::delivery {

// The network to begin with: of those with missions that are not over or orders that wait the last used one, else the
// one with the most; with nothing to do anywhere the last used one, else the first. Empty: there is none.
[[nodiscard]] std::string networkToBeginWith(const DeliveryState& state, std::string_view lastUsed);

// The network that a view shows next: `shown` stays when a person has chosen it, and as long as
// there is not much more to do on another one: a view does not jump to and fro.
[[nodiscard]] std::string networkToShow(const DeliveryState& state, std::string_view lastUsed, std::string_view shown,
                                        bool chosen);

} // namespace haneul::delivery
