#pragma once

#include "core/deconflict/shape.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace haneul::deconflict {

// A volume as a box: what surely does not meet it is passed over without a look at anything else.
struct VolumeBox {
    FixedBox area;
    std::int32_t from_s = 0, to_s = 0; // since 2000-01-01, rounded outwards
    float lower_m = 0, upper_m = 0;    // rounded outwards, where the reference is
    enum class Heights : std::uint8_t { Agl, Amsl, W84, Mixed } heights = Heights::Mixed;

    [[nodiscard]] bool meets(const VolumeBox& other) const {
        if (from_s > other.to_s || other.from_s > to_s || !area.meets(other.area)) return false;
        return heights != other.heights || heights == Heights::Mixed ||
               (lower_m <= other.upper_m && other.lower_m <= upper_m);
    }
};

[[nodiscard]] VolumeBox boxOf(const geo::Volume4D& volume, const Shape& shape);

// Boxes by cells of place and time: 0.04 degrees by 20 minutes, those that cover too many by 0.64 degrees by 320
// minutes, and what is larger still in a list. Only cells that the shape reaches are taken, row by row, and in each
// lies how far it reaches there, in 16 bytes, so that a query follows no pointer but to the cell and few lines of
// memory.
class Grid {
public:
    using Key = std::uint32_t;

    void insert(Key key, const VolumeBox& box, const Shape& shape);
    void erase(Key key, const VolumeBox& box, const Shape& shape); // the same

    // Keys of the boxes that meet it in a cell that both shapes reach, each once, in order.
    [[nodiscard]] std::vector<Key> query(const VolumeBox& box, const Shape& shape) const;

private:
    using Bytes = std::uint8_t __attribute__((vector_size(8)));

    // A volume in one cell, rounded outwards: place in 255ths of the cell, time in 255ths of its slot, heights in half
    // metres.
    struct Entry {
        // West, south, from; is it in an earlier slot of time too; 255 less east, north, to; reference of the heights.
        Bytes least;
        std::int16_t lower, upper;
        Key key;
    };

    static_assert(sizeof(Entry) == 16);

    // What an entry must not exceed to meet what is wanted.
    struct Wanted {
        Bytes most;
        std::int16_t lower, upper;
        std::uint8_t heights; // none: 255

        explicit Wanted(const Entry& entry);

        // Without branches, eight at once: how it ends cannot be foretold. What shares several slots of time meets in
        // the first of them only.
        [[nodiscard]] bool meets(const Entry& entry) const {
            const auto beyond = std::bit_cast<std::uint64_t>(entry.least > most);
            return (beyond == 0) & ((entry.least[7] != heights) | ((entry.lower <= upper) & (lower <= entry.upper)));
        }
    };

    struct Cell {
        std::int32_t x = 0, y = 0, t = 0;
    };

    using Address = std::uint64_t; // a cell as one number, never 0

    struct Reached {
        Address cell;
        Entry entry; // all but the key
    };

    static constexpr std::size_t mostCells = 256; // of one volume at one level

    struct Cells {
        std::array<Reached, mostCells> list; // not cleared
        std::size_t count = 0;
    };

    struct Large {
        VolumeBox box;
        Key key = 0;
    };

    // Cells by their place in a table that is probed one after the other; those that get empty are taken out.
    class Level {
    public:
        Level(std::int32_t cell, std::int32_t slot_s)
            : m_cell(cell)
            , m_slot_s(slot_s)
            , m_parts(255.0 / cell)
            , m_parts_s(255.0 / slot_s) {}

        [[nodiscard]] bool cellsOf(const VolumeBox& box, const Shape& shape, Cells& cells) const; // false: too many
        void insert(Key key, const Cells& cells);
        void erase(Key key, const Cells& cells);
        void query(const VolumeBox& box, const Shape& shape, std::vector<Key>& found) const;

    private:
        struct Slot {
            Address cell = 0; // 0: the slot is free
            std::vector<Entry> entries;
        };

        struct Range {
            Cell low, high;
        };

        [[nodiscard]] Range rangeOf(const VolumeBox& box) const;
        // What of the box lies in the cell; between these longitudes, and with the first of its slots of time.
        [[nodiscard]] Entry entryIn(const Cell& cell, const VolumeBox& box, std::int32_t west, std::int32_t east,
                                    std::int32_t first) const;
        [[nodiscard]] std::size_t home(Address cell) const;
        // The cell's slot, or the free one where it would be, looked for from its home on.
        [[nodiscard]] std::size_t find(Address cell, std::size_t from) const;
        void grow();
        void release(std::size_t slot);
        static void report(const Slot& slot, const Wanted& wanted, std::vector<Key>& found);
        void queryAll(const VolumeBox& box, std::vector<Key>& found) const;

        std::int32_t m_cell, m_slot_s;
        double m_parts, m_parts_s; // 255ths to a unit, to a second
        std::vector<Slot> m_slots;
        std::size_t m_used = 0;
    };

    // The level at which a volume lies; null: the list.
    [[nodiscard]] Level* levelOf(const VolumeBox& box, const Shape& shape, Cells& cells);

    Level m_fine{400'000, 1'200};
    Level m_coarse{6'400'000, 19'200};
    std::vector<Large> m_large;
};

} // namespace haneul::deconflict
