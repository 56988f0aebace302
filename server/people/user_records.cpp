#include "server/people/user_records.h"

namespace haneul::people {

std::string_view toString(UserState state) {
    switch (state) {
    case UserState::Active:
        return "active";
    case UserState::Disabled:
        return "disabled";
    case UserState::Review:
        return "review";
    }
    return "";
}

std::optional<UserState> userStateFrom(std::string_view text) {
    for (const auto state : {UserState::Active, UserState::Disabled, UserState::Review})
        if (toString(state) == text) return state;
    return std::nullopt;
}

} // namespace haneul::people
