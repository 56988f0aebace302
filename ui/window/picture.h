#pragma once

#include "server/situation/situation.h"
#include "ui/models/picture_facts.h"

#include <vector>

namespace haneul::window {

// What one tick of the desk hands to every window and panel. Ages are counted from `time` to what is shown: the present
// while live, the place in the recording otherwise.
struct Picture {
    situation::SituationPtr situation; // never null
    UtcMs present{};
    UtcMs time{};
    bool changed = false;            // another situation than at the tick before
    std::vector<models::Fact> facts; // what is not known, gravest first

    [[nodiscard]] bool live() const { return situation->mode == situation::TimeMode::Live; }
};

} // namespace haneul::window
