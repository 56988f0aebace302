#pragma once

namespace haneul::scene3d {

// The steps of a height scale: 10, 20, 50, 100 ... metres.
struct HeightScale {
    double step_m = 50;
    int steps = 3; // the scale ends at step_m * steps
};

// `reach_m`: the highest height to be read off it; `metresPerPixel`: metres of height (not exaggerated) in one pixel of
// the screen; `apart_px`: how much room two figures need.
[[nodiscard]] HeightScale heightScale(double reach_m, double metresPerPixel, double apart_px);

// The smallest of 1, 2, 5, 10, 20, 50 ... that is not below.
[[nodiscard]] double roundStep(double about);

} // namespace haneul::scene3d
