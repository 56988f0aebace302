#include "ui/window/scene_area.h"

#include "core/geo/geodesic.h"
#include "ui/scene3d/scene3d_view.h"

#include <algorithm>

namespace haneul::window {

namespace {

constexpr double smallestScene_m = 1000;
constexpr double sceneWidthPerHeight = 6; // heights are drawn larger than they are

} // namespace

void fitScene(scene3d::Scene3DView& scene, const std::vector<traffic::TrackPtr>& tracks) {
    geo::LatLon low{90, 180}, high{-90, -180};
    double top_m = 0;
    for (const traffic::TrackPtr& track : tracks) {
        if (!track->position) continue;
        const geo::LatLon place = *track->position;
        low = {std::min(low.latitude_deg, place.latitude_deg), std::min(low.longitude_deg, place.longitude_deg)};
        high = {std::max(high.latitude_deg, place.latitude_deg), std::max(high.longitude_deg, place.longitude_deg)};
        if (track->height) top_m = std::max(top_m, track->height->metres);
    }
    if (low.latitude_deg > high.latitude_deg) return;
    const geo::LatLon middle{(low.latitude_deg + high.latitude_deg) / 2, (low.longitude_deg + high.longitude_deg) / 2};
    scene.setArea(
        middle, std::max({geo::inverse(middle, high).distance_m * 1.1, top_m * sceneWidthPerHeight, smallestScene_m}));
}

} // namespace haneul::window
