#include "core/plan/flight_plan.h"

#include <algorithm>
#include <utility>

namespace haneul::plan {

namespace {

template <class Value, std::size_t count>
using Names = std::array<std::pair<Value, std::string_view>, count>;

constexpr Names<Pattern, 4> patterns{{{Pattern::Waypoints, "WAYPOINTS"},
                                      {Pattern::Grid, "GRID"},
                                      {Pattern::Corridor, "CORRIDOR"},
                                      {Pattern::Area, "AREA"}}};
constexpr Names<SightMode, 2> modes{{{SightMode::Vlos, "VLOS"}, {SightMode::Bvlos, "BVLOS"}}};
constexpr Names<LostLinkAction, 4> actions{{{LostLinkAction::ReturnHome, "RTH"},
                                            {LostLinkAction::Hover, "HOVER"},
                                            {LostLinkAction::Land, "LAND"},
                                            {LostLinkAction::ContinueRoute, "CONTINUE"}}};
constexpr Names<DocumentKind, 2> kinds{{{DocumentKind::Permit, "PERMIT"}, {DocumentKind::Waiver, "WAIVER"}}};

template <class Value, std::size_t count>
std::string_view nameOf(const Names<Value, count>& names, Value value) {
    for (const auto& [known, name] : names)
        if (known == value) return name;
    return "";
}

template <class Value, std::size_t count>
std::optional<Value> valueOf(const Names<Value, count>& names, std::string_view wanted) {
    for (const auto& [value, name] : names)
        if (name == wanted) return value;
    return std::nullopt;
}

} // namespace

std::string_view toString(Pattern pattern) {
    return nameOf(patterns, pattern);
}

std::optional<Pattern> patternFromString(std::string_view name) {
    return valueOf(patterns, name);
}

Pattern patternOf(const Operation& operation) {
    constexpr std::array byIndex{Pattern::Waypoints, Pattern::Grid, Pattern::Corridor, Pattern::Area};
    static_assert(byIndex.size() == std::variant_size_v<Operation>);
    return byIndex[operation.index()];
}

std::string_view toString(SightMode mode) {
    return nameOf(modes, mode);
}

std::optional<SightMode> sightModeFromString(std::string_view name) {
    return valueOf(modes, name);
}

std::string_view toString(LostLinkAction action) {
    return nameOf(actions, action);
}

std::optional<LostLinkAction> lostLinkActionFromString(std::string_view name) {
    return valueOf(actions, name);
}

std::string_view toString(DocumentKind kind) {
    return nameOf(kinds, kind);
}

std::optional<DocumentKind> documentKindFromString(std::string_view name) {
    return valueOf(kinds, name);
}

} // namespace haneul::plan
