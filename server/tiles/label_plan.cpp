#include "server/tiles/label_plan.h"

#include "core/geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr double cell_px = 256;

struct Box {
    double left, top, right, bottom;

    [[nodiscard]] bool clear(const Box& other) const {
        return right <= other.left || other.right <= left || bottom <= other.top || other.bottom <= top;
    }
};

Box boxAt(const PlannedLabel& label, int zoom) {
    static const double world_m = 2 * geo::tileBounds_m(0, 0, 0).east;
    const double pixels = 256.0 * std::exp2(zoom) / world_m;
    const double x = label.x_m * pixels;
    const double y = -label.y_m * pixels + label.belowPoint_px;
    return {x - label.width_px / 2, y - label.height_px / 2, x + label.width_px / 2, y + label.height_px / 2};
}

// The boxes shown at one zoom, found by the cells that they touch.
class ShownBoxes {
public:
    bool addIfClear(const Box& box) {
        const auto cells = cellsOf(box);
        for (const auto& cell : cells)
            if (!std::ranges::all_of(m_cells[cell], [&](const Box& other) { return box.clear(other); })) return false;
        for (const auto& cell : cells)
            m_cells[cell].push_back(box);
        return true;
    }

private:
    using Cell = std::pair<std::int64_t, std::int64_t>;

    static std::vector<Cell> cellsOf(const Box& box) {
        const auto index = [](double at_px) { return static_cast<std::int64_t>(std::floor(at_px / cell_px)); };
        std::vector<Cell> cells;
        for (auto x = index(box.left); x <= index(box.right); ++x)
            for (auto y = index(box.top); y <= index(box.bottom); ++y)
                cells.emplace_back(x, y);
        return cells;
    }

    std::map<Cell, std::vector<Box>> m_cells;
};

} // namespace

std::vector<int> planLabels(const std::vector<PlannedLabel>& labels, int lastZoom) {
    std::vector<int> zooms(labels.size(), neverShown);
    int first = lastZoom;
    for (const auto& label : labels)
        first = std::min(first, label.fromZoom);
    for (int zoom = first; zoom <= lastZoom; ++zoom) {
        ShownBoxes shown;
        for (std::size_t i = 0; i < labels.size(); ++i) // what is shown stays: boxes only move apart
            if (zooms[i] != neverShown) (void)shown.addIfClear(boxAt(labels[i], zoom));
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (zooms[i] == neverShown && labels[i].fromZoom <= zoom && shown.addIfClear(boxAt(labels[i], zoom)))
                zooms[i] = zoom;
    }
    return zooms;
}

double textWidth_px(std::string_view utf8, double size_px) {
    constexpr double wide_em = 0.95;
    constexpr double narrow_em = 0.58;
    double width_em = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            width_em += narrow_em;
        else if (byte >= 0xC0) // the first byte of a longer character
            width_em += byte < 0xE0 ? narrow_em : wide_em;
    }
    return width_em * size_px;
}

} // namespace haneul::tiles
