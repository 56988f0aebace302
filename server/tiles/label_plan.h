#pragma once

#include <string_view>
#include <vector>

namespace haneul::tiles {

// One name on the map, before it is known from which zoom it can be shown.
struct PlannedLabel {
    double x_m = 0, y_m = 0; // EPSG:3857
    int fromZoom = 0;        // never earlier than this
    double width_px = 0;     // of the box that must stay free of other names
    double height_px = 0;
    double belowPoint_px = 0; // of the box's middle from the point; 0: centred on it
};

inline constexpr int neverShown = 99;

// Gives each label the first zoom, `fromZoom`..`lastZoom`, at which its box keeps clear of all those that are shown
// there already; neverShown when there is none. Earlier labels in the list go first at the same zoom; what is shown
// once stays. Made once and not while tiles are drawn, so that each tile shows the same labels as its neighbours.
[[nodiscard]] std::vector<int> planLabels(const std::vector<PlannedLabel>& labels, int lastZoom);

// Width of a text in the map's font, a little generous: Hangul one em, Latin a good half of one.
[[nodiscard]] double textWidth_px(std::string_view utf8, double size_px);

} // namespace haneul::tiles
