#pragma once

#include <functional>

class QAction;

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::window {

// The actions of the menu "3D" on one 3D view, their check marks included. `handled` gives the window's own action of
// an id; the connections end with the view.
void connectScene(scene3d::Scene3DView& scene, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
