#pragma once

#include "core/base/time.h"

#include <chrono>
#include <string_view>

namespace haneul::people {

struct SessionRules {
    milliseconds idle = std::chrono::minutes(30);
    milliseconds absolute = std::chrono::hours(12); // one shift
};

enum class SessionState { Alive, Idle, Expired };

// Ends at the instant itself: after 30 minutes to the millisecond a session is idle.
[[nodiscard]] SessionState sessionState(const SessionRules& rules, UtcMs begun, UtcMs lastSeen, UtcMs now);

// Where a client sits: a session is valid only from the class it was begun in.
enum class AddressClass { Local, Network };
[[nodiscard]] std::string_view toString(AddressClass addressClass); // "local", "network"
// "desk", "cli", 127.0.0.0/8, ::1 and ::ffff:127.… are local.
[[nodiscard]] AddressClass addressClassOf(std::string_view desk);

} // namespace haneul::people
