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

    [[nodiscard]] const geo::Volume4D& volume(Key key) const { return m_stored[key].volume; }

    [[nodiscard]] std::size_t size() const { return m_stored.size() - m_free.size(); }

    struct Hit {
        Key key = 0;
        geo::Judged judged; // Yes or Unknown
    };

    // In no particular order.
    [[nodiscard]] std::vector<Hit> overlapping(const geo::Volume4D& volume,
                                               const geo::Surroundings& surroundings) const;

private:
    struct Stored {
        explicit Stored(geo::Volume4D given);

        Shape shape;
        geo::Volume4D volume;
    };

    std::deque<Stored> m_stored;
    std::vector<Key> m_free;
    Grid m_grid;
};

// As geo::overlap; the shapes are those of the areas.
[[nodiscard]] geo::Judged overlap(const geo::Volume4D& one, const Shape& shape, const geo::Volume4D& other,
                                  const Shape& otherShape, const geo::Surroundings& surroundings);

} // namespace haneul::deconflict
