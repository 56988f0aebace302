#pragma once

#include <functional>

class QAction;

namespace haneul::diagram {
class DiagramPanel;
}

namespace haneul::window {

// The actions of the menu "Diagram" on one drone-diagram, their check marks included, and the tools above it. `handled`
// gives the window's own action of an id; `front` is called before each, so that the answer is seen. The connections
// end with the panel.
void connectDiagram(diagram::DiagramPanel& panel, const std::function<QAction&(const char* id)>& handled,
                    const std::function<void()>& front);

} // namespace haneul::window
