#pragma once

#include "core/geo/volume4d.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace haneul::deconflict {

// What the index asks first: most pairs are decided by plain arithmetic, and only those that are too close to tell by
// the exact geometry of core/geo (area.cpp).
enum class Quick {
    No,
    Yes,
    Unclear,
};

// Degrees times 10^7: 1.1 cm of latitude.
struct FixedPoint {
    std::int32_t longitude = 0, latitude = 0;

    bool operator==(const FixedPoint&) const = default;
};

struct FixedBox {
    FixedPoint low, high;

    [[nodiscard]] bool meets(const FixedBox& other) const {
        return low.longitude <= other.high.longitude && other.low.longitude <= high.longitude &&
               low.latitude <= other.high.latitude && other.low.latitude <= high.latitude;
    }
};

// An area as few numbers. Edges are taken for straight lines of latitude and longitude; how far geodesics may run
// beside these, and what rounding costs, is its tolerance.
class Shape {
public:
    explicit Shape(const geo::Area& area); // sound

    // Holes, very large, near a pole, or across the antimeridian: never decided here.
    [[nodiscard]] bool simple() const { return m_kind != Kind::Other; }

    [[nodiscard]] const FixedBox& box() const {
        return m_box;
    } // holds the area; of all the Earth's longitudes, if need be

    // From where to where it lies between two latitudes, with its tolerance; nullopt: it surely does not lie there. The
    // whole box for what is no simple polygon.
    struct Extent {
        std::int32_t west = 0, east = 0;
    };

    [[nodiscard]] std::optional<Extent> between(std::int32_t south, std::int32_t north) const;

    // As geo::overlap of the two areas, except where they share no more than a spike thinner than 2 cm. Unclear when
    // one of them is not simple.
    [[nodiscard]] static Quick overlap(const Shape& one, const Shape& other);

private:
    enum class Kind : std::uint8_t {
        Polygon,
        Circle,
        Other,
    };

    static constexpr std::size_t fewPoints = 12;

    void makePolygon(const geo::Polygon& polygon);
    void makeCircle(const geo::Circle& circle);
    void makeOther(const geo::Area& area);
    [[nodiscard]] std::span<const FixedPoint> points() const;
    [[nodiscard]] static Quick polygons(const Shape& one, const Shape& other, const FixedBox& joint, double margin);

    FixedBox m_box;
    Kind m_kind = Kind::Other;
    std::uint32_t m_count = 0;
    float m_tolerance_m = 0;
    std::int32_t m_margin = 0; // the tolerance as the greater of latitude and longitude
    float m_radius_m = 0;
    double m_east_m = 0, m_north_m = 0;      // of one unit in the middle of a polygon
    std::array<FixedPoint, fewPoints> m_few; // inside, so that the index touches one place in memory
    std::vector<FixedPoint> m_many;
};

} // namespace haneul::deconflict
