#pragma once

#include "core/deconflict/shape.h"

#include <cstdint>
#include <vector>

namespace haneul::deconflict {

// A volume as a box: what surely does not meet it is passed over without a look at anything else.
struct VolumeBox {
    FixedBox area;
    std::int32_t from_s = 0, to_s = 0; // since 2000-01-01, rounded outwards
    float lower_m = 0, upper_m = 0;    // rounded outwards, where the reference is
    enum class Heights : std::uint32_t { Agl, Amsl, W84, Mixed } heights = Heights::Mixed;

    [[nodiscard]] bool meets(const VolumeBox& other) const {
        if (from_s > other.to_s || other.from_s > to_s || !area.meets(other.area)) return false;
        return heights != other.heights || heights == Heights::Mixed ||
               (lower_m <= other.upper_m && other.lower_m <= upper_m);
    }
};

[[nodiscard]] VolumeBox boxOf(const geo::Volume4D& volume, const Shape& shape);

// Boxes by cells of place and time: 0.02 degrees by 10 minutes, those that cover too many by 0.32 degrees by 160
// minutes, and what is larger still in a list. Boxes lie in the cells themselves, so that a query follows no pointer
// but to the cell.
class Grid {
public:
    using Key = std::uint32_t;

    void insert(Key key, const VolumeBox& box);
    void erase(Key key, const VolumeBox& box); // the same box

    // Keys of the boxes that meet it, each once; appended.
    void query(const VolumeBox& box, std::vector<Key>& found) const;

private:
    struct Entry {
        VolumeBox box;
        Key key = 0;
    };

    struct Cell {
        std::int32_t x = 0, y = 0, t = 0;

        bool operator==(const Cell&) const = default;
    };

    struct Range {
        Cell low, high;

        [[nodiscard]] double count() const;
    };

    // Cells by their place in a table that is probed one after the other; those that get empty are taken out.
    class Level {
    public:
        Level(std::int32_t cell, std::int32_t slot_s)
            : m_cell(cell)
            , m_slot_s(slot_s) {}

        [[nodiscard]] Range rangeOf(const VolumeBox& box) const;
        void insert(const Entry& entry, const Range& range);
        void erase(Key key, const Range& range);
        void query(const VolumeBox& box, std::vector<Key>& found) const;

    private:
        struct Slot {
            Cell cell;
            std::vector<Entry> entries; // none: the slot is free
        };

        [[nodiscard]] std::size_t home(const Cell& cell) const;
        [[nodiscard]] std::size_t find(const Cell& cell) const; // its slot, or the free one where it would be
        void grow();
        void release(std::size_t slot);
        void report(const Slot& slot, const Range& range, const VolumeBox& box, std::vector<Key>& found) const;

        std::int32_t m_cell, m_slot_s;
        std::vector<Slot> m_slots;
        std::size_t m_used = 0;
    };

    template <class Do>
    void atLevel(const VolumeBox& box, Do&& act);

    Level m_fine{200'000, 600};
    Level m_coarse{3'200'000, 9'600};
    std::vector<Entry> m_large;
};

} // namespace haneul::deconflict
