#pragma once

#include "core/traffic/track.h"

#include <vector>

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::window {

// Looks at these tracks, wide enough that what flies high is still below the upper edge; nothing without a position.
void fitScene(scene3d::Scene3DView& scene, const std::vector<traffic::TrackPtr>& tracks);

} // namespace haneul::window
