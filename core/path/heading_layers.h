#pragma once

#include "core/path/legs.h"

#include <span>
#include <string>
#include <vector>

namespace haneul::path {

// Which layer is flown at which course (R-PATH-10). A course belongs to the sector that it lies in: from `from_deg`
// clockwise up to, but not including, the next sector's.
struct HeadingSector {
    double from_deg = 0; // true, 0..360
    double height_m = 0; // of the grid's reference

    bool operator==(const HeadingSector&) const = default;
};

class HeadingLayers {
public:
    // Code BAD_LAYERS: none, not in 0..360, not rising.
    [[nodiscard]] static Result<HeadingLayers> make(std::vector<HeadingSector> sectors);

    [[nodiscard]] double heightOf_m(double course_deg) const;

    [[nodiscard]] const std::vector<HeadingSector>& sectors() const { return m_sectors; }

private:
    std::vector<HeadingSector> m_sectors;
};

struct KeptLayer {
    std::size_t leg = 0; // of the path as given
    double wanted_m = 0; // by its course
    double flown_m = 0;  // instead
    std::string why;     // "the target layer is not clear on this leg"
};

struct LayeredPath {
    std::vector<Point_m> points; // with the changes of layer as climbs and descents at the turns
    std::vector<KeptLayer> kept; // legs that stay in another layer
};

// The path flown in the layer of each leg's course. The layer is changed where a leg begins, straight up or down, and
// only if the way there and the whole leg in the target layer are clear; else the leg keeps the layer flown so far or,
// where that is not clear, its own height. nullopt: a leg is clear at none of them.
[[nodiscard]] std::optional<LayeredPath> flyInLayers(const LegMeter& meter, std::span<const Point_m> path,
                                                     const HeadingLayers& layers);

[[nodiscard]] double course_deg(Point_m from, Point_m to); // 0..360, clockwise from north

} // namespace haneul::path
