#pragma once

#include <Qt>

#include <span>

namespace haneul::window {

enum class PanelStand {
    AsTheLayout, // beside the others of its area, or as FactoryLayout::sideBySide says
    AsTab,       // behind the first of its area, one click away
};

// How one panel stands in a factory layout, unless as its PanelInfo says.
struct PanelPlace {
    const char* panel; // id
    bool shown;
    Qt::DockWidgetArea area;
    int share_pct; // of the window: width at the sides, height above and below; 0: as it likes
    PanelStand stand = PanelStand::AsTheLayout;
};

// An arrangement that is always there and cannot be changed, for one kind of work.
struct FactoryLayout {
    const char* id;                     // stable: "control_room"
    const char* title;                  // English source text, context "haneul::window::Workspaces"
    const char* action;                 // opens it
    bool sideBySide;                    // panels of one area one below the other; false: behind each other, as tabs
    std::span<const PanelPlace> places; // panels not named: as their PanelInfo says, hidden ones stay hidden
};

[[nodiscard]] std::span<const FactoryLayout> factoryLayouts(); // the first is what a desk starts with
// The first when there is none of that id.
[[nodiscard]] const FactoryLayout& factoryLayout(const char* id);

} // namespace haneul::window
