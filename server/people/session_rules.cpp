#include "server/people/session_rules.h"

namespace haneul::people {

SessionState sessionState(const SessionRules& rules, UtcMs begun, UtcMs lastSeen, UtcMs now) {
    if (now - begun >= rules.absolute) return SessionState::Expired;
    if (now - lastSeen >= rules.idle) return SessionState::Idle;
    return SessionState::Alive;
}

std::string_view toString(AddressClass addressClass) {
    return addressClass == AddressClass::Local ? "local" : "network";
}

AddressClass addressClassOf(std::string_view desk) {
    const bool local =
        desk == "desk" || desk == "cli" || desk == "::1" || desk.starts_with("127.") || desk.starts_with("::ffff:127.");
    return local ? AddressClass::Local : AddressClass::Network;
}

} // namespace haneul::people
