#include "server/fleet/fleet_state.h"

namespace haneul::fleet {

namespace {

struct Apply {
    FleetState& state;
    const Authorship& author;

    void operator()(const RecordSaved& event) const {
        std::visit(
            [&]<class T>(const T& value) {
                auto& known = state.all<T>()[value.id];
                if (known && known->revision >= event.revision) return;
                known = std::make_shared<const Kept<T>>(
                    Kept<T>{value, event.revision, known && known->retired, author.at, author.user});
            },
            event.record);
    }

    void operator()(const RecordRetired& event) const {
        withKind(event.kind, [&]<class T>() {
            const auto found = state.all<T>().find(event.id);
            if (found == state.all<T>().end() || found->second->revision >= event.revision) return;
            found->second = std::make_shared<const Kept<T>>(
                Kept<T>{found->second->value, event.revision, event.retired, author.at, author.user});
        });
    }

    void operator()(const RulesChanged& event) const {
        if (event.rules.version > state.rules.version) state.rules = event.rules;
    }

    void operator()(const OverrideGiven& event) const {
        state.overrides.try_emplace(
            event.id, std::make_shared<const Override>(Override{event, author.user, author.role, author.at, {}}));
    }

    void operator()(const OverrideWithdrawn& event) const {
        const auto found = state.overrides.find(event.id);
        if (found == state.overrides.end() || found->second->withdrawn) return;
        Override changed = *found->second;
        changed.withdrawn = Withdrawal{author.user, event.reason, author.at};
        found->second = std::make_shared<const Override>(std::move(changed));
    }
};

} // namespace

void FleetState::apply(const FleetEvent& event, const Authorship& author) {
    std::visit(Apply{*this, author}, event);
}

} // namespace haneul::fleet
