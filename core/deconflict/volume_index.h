#pragma once

#include "core/deconflict/grid.h"

#include <deque>

namespace haneul::deconflict {

// Volumes by place and time: which of them overlap another one. Answers are those of geo::overlap of each with it, but
// for areas that share no more than a spike thinner than 2 cm: these may be called overlapping.
class VolumeIndex {
public:
    using Key = Grid::Key;

    [[nodiscard]] Key insert(geo::Volume4D volume); // sound (geo::check)
    void erase(Key key);                            // that insert gave, once

    [[nodiscard]] const geo::Volume4D& volume(Key key) const { return m_volumes[key]; }

    [[nodiscard]] std::size_t size() const { return m_volumes.size() - m_free.size(); }

    struct Hit {
        Key key = 0;
        geo::Judged judged; // Yes or Unknown
    };

    // In no particular order.
    [[nodiscard]] std::vector<Hit> overlapping(const geo::Volume4D& volume,
                                               const geo::Surroundings& surroundings) const;

private:
    // What decides nearly every pair, side by side in four lines of memory; the volume itself lies apart.
    struct alignas(64) Quickly {
        explicit Quickly(const geo::Volume4D& volume);

        [[nodiscard]] bool meetsInTime(const Quickly& other) const { return (from < other.to) & (other.from < to); }

        [[nodiscard]] Quick meetsInHeight(const Quickly& other) const;

        struct Limit {
            explicit Limit(const std::optional<geo::VerticalLimit>& given);

            [[nodiscard]] Quick isUnder(const Limit& above) const;

            enum class Kind : std::uint8_t { None, Agl, Amsl, W84 } kind = Kind::None;
            double metres = 0;
        };

        Shape shape;
        UtcMs from, to; // the first and the last there are where it has none
        Limit lower, upper;
    };

    std::vector<Quickly> m_quickly;
    std::deque<geo::Volume4D> m_volumes;
    std::vector<Key> m_free;
    Grid m_grid;
};

// As geo::overlap; the shapes are those of the areas.
[[nodiscard]] geo::Judged overlap(const geo::Volume4D& one, const Shape& shape, const geo::Volume4D& other,
                                  const Shape& otherShape, const geo::Surroundings& surroundings);

} // namespace haneul::deconflict
