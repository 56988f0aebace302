#include "core/deconflict/grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace haneul::deconflict {

namespace {

constexpr std::int64_t epoch2000_s = 946'684'800;
constexpr std::size_t firstSlots = 64;
constexpr std::size_t entriesInALine = 4; // of memory

std::int32_t seconds(std::int64_t since1970_s) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(since1970_s - epoch2000_s,
                                                              std::numeric_limits<std::int32_t>::min() + 1,
                                                              std::numeric_limits<std::int32_t>::max() - 1));
}

std::int64_t floorDiv(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

std::int32_t cellOf(std::int32_t value, std::int32_t size) {
    return static_cast<std::int32_t>(floorDiv(value, size));
}

// How many parts a value lies beyond another, rounded down and kept in a byte. Towards the one end of a span and the
// other, so that what overlaps still does.
std::uint8_t partsBeyond(std::int64_t value, std::int64_t from, double parts) {
    return static_cast<std::uint8_t>(std::clamp(static_cast<double>(value - from) * parts, 0.0, 255.0));
}

// Half metres; what is beyond 16 km is as good as endless.
std::int16_t halfMetres(float rounded) {
    return static_cast<std::int16_t>(std::clamp(rounded, -32768.0F, 32767.0F));
}

VolumeBox::Heights heightsOf(const geo::Volume4D& volume) {
    const auto one = volume.lower ? volume.lower : volume.upper;
    const auto other = volume.upper ? volume.upper : volume.lower;
    if (!one || one->reference != other->reference) return VolumeBox::Heights::Mixed;
    switch (one->reference) {
    case geo::VerticalReference::Agl:
        return VolumeBox::Heights::Agl;
    case geo::VerticalReference::Amsl:
        return VolumeBox::Heights::Amsl;
    case geo::VerticalReference::W84:
        return VolumeBox::Heights::W84;
    }
    return VolumeBox::Heights::Mixed;
}

} // namespace

VolumeBox boxOf(const geo::Volume4D& volume, const Shape& shape) {
    constexpr float endless = std::numeric_limits<float>::infinity();
    VolumeBox box{.area = shape.box(), .heights = heightsOf(volume)};
    box.from_s =
        volume.from ? seconds(floorDiv(sinceEpoch_ms(*volume.from), 1000)) : std::numeric_limits<std::int32_t>::min();
    box.to_s =
        volume.to ? seconds(floorDiv(sinceEpoch_ms(*volume.to), 1000) + 1) : std::numeric_limits<std::int32_t>::max();
    // A lower limit at or under the ground is none.
    const bool grounded =
        !volume.lower || (volume.lower->reference == geo::VerticalReference::Agl && volume.lower->metres <= 0);
    box.lower_m = grounded ? -endless : std::nextafter(static_cast<float>(volume.lower->metres), -endless);
    box.upper_m = volume.upper ? std::nextafter(static_cast<float>(volume.upper->metres), endless) : endless;
    return box;
}

Grid::Level* Grid::levelOf(const VolumeBox& box, const Shape& shape, Cells& cells) {
    for (auto* level : {&m_fine, &m_coarse})
        if (level->cellsOf(box, shape, cells)) return level;
    return nullptr;
}

void Grid::insert(Key key, const VolumeBox& box, const Shape& shape) {
    Cells cells;
    if (auto* level = levelOf(box, shape, cells))
        level->insert(key, cells);
    else
        m_large.push_back({box, key});
}

void Grid::erase(Key key, const VolumeBox& box, const Shape& shape) {
    Cells cells;
    if (auto* level = levelOf(box, shape, cells))
        level->erase(key, cells);
    else
        std::erase_if(m_large, [key](const Large& large) { return large.key == key; });
}

std::vector<Grid::Key> Grid::query(const VolumeBox& box, const Shape& shape) const {
    std::vector<Key> found;
    found.reserve(256);
    m_fine.query(box, shape, found);
    m_coarse.query(box, shape, found);
    for (const auto& large : m_large)
        if (large.box.meets(box)) found.push_back(large.key);
    // What shares several cells was found in each.
    std::ranges::sort(found);
    const auto [first, last] = std::ranges::unique(found);
    found.erase(first, last);
    return found;
}

Grid::Level::Range Grid::Level::rangeOf(const VolumeBox& box) const {
    return {
        {cellOf(box.area.low.longitude, m_cell), cellOf(box.area.low.latitude, m_cell), cellOf(box.from_s, m_slot_s)},
        {cellOf(box.area.high.longitude, m_cell), cellOf(box.area.high.latitude, m_cell), cellOf(box.to_s, m_slot_s)}};
}

Grid::Entry Grid::Level::entryIn(const Cell& cell, const VolumeBox& box, std::int32_t west, std::int32_t east,
                                 std::int32_t first) const {
    const std::int64_t x = std::int64_t{cell.x} * m_cell, y = std::int64_t{cell.y} * m_cell;
    const std::int64_t t = std::int64_t{cell.t} * m_slot_s;
    const Bytes least{partsBeyond(west, x, m_parts),
                      partsBeyond(box.area.low.latitude, y, m_parts),
                      partsBeyond(box.from_s, t, m_parts_s),
                      cell.t == first ? std::uint8_t{0} : std::uint8_t{1},
                      partsBeyond(x + m_cell, east, m_parts),
                      partsBeyond(y + m_cell, box.area.high.latitude, m_parts),
                      partsBeyond(t + m_slot_s, box.to_s, m_parts_s),
                      static_cast<std::uint8_t>(box.heights)};
    return {.least = least,
            .lower = halfMetres(std::floor(box.lower_m * 2)),
            .upper = halfMetres(std::ceil(box.upper_m * 2)),
            .key = 0};
}

// Its west and our east are to the two ends of 255, and so on.
Grid::Wanted::Wanted(const Entry& entry)
    : most(~__builtin_shufflevector(entry.least, entry.least, 4, 5, 6, 7, 0, 1, 2, 3))
    , lower(entry.lower)
    , upper(entry.upper)
    , heights(entry.least[7]) {
    most[3] = entry.least[3] == 0 ? 1 : 0;
    most[7] = 255; // told apart by `heights`
    if (heights == static_cast<std::uint8_t>(VolumeBox::Heights::Mixed)) heights = 255;
}

namespace {

// 20 bits of longitude, 20 of latitude and 24 of time hold every cell; 0 is none, since its time is none of ours.
std::uint64_t addressOf(std::int32_t x, std::int32_t y, std::int32_t t) {
    const auto bits = [](std::int32_t value, unsigned count) {
        return static_cast<std::uint64_t>(value + (1 << (count - 1)));
    };
    return bits(x, 20) << 44 | bits(y, 20) << 24 | bits(t, 24);
}

std::int32_t partOf(std::uint64_t address, unsigned shift, unsigned count) {
    return static_cast<std::int32_t>(address >> shift & ((1U << count) - 1)) - (1 << (count - 1));
}

} // namespace

bool Grid::Level::cellsOf(const VolumeBox& box, const Shape& shape, Cells& cells) const {
    cells.count = 0;
    const auto [low, high] = rangeOf(box);
    const auto fits = [](std::int64_t count) { return count <= static_cast<std::int64_t>(mostCells); };
    const std::int64_t slots = std::int64_t{high.t} - low.t + 1;
    if (!fits(slots) || !fits(std::int64_t{high.y} - low.y + 1)) return false;
    for (std::int32_t y = low.y; y <= high.y; ++y) {
        const auto row = shape.between(y * m_cell, (y + 1) * m_cell);
        if (!row) continue;
        const std::int32_t west = cellOf(row->west, m_cell), east = cellOf(row->east, m_cell);
        if (!fits(static_cast<std::int64_t>(cells.count) + (std::int64_t{east} - west + 1) * slots)) return false;
        for (std::int32_t x = west; x <= east; ++x)
            for (std::int32_t t = low.t; t <= high.t; ++t) {
                auto& reached = cells.list[cells.count++];
                reached.cell = addressOf(x, y, t);
                reached.entry = entryIn({x, y, t}, box, row->west, row->east, low.t);
            }
    }
    return true;
}

std::size_t Grid::Level::home(Address cell) const {
    std::uint64_t hash = cell * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ hash >> 32) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::size_t>(hash ^ hash >> 29) & (m_slots.size() - 1);
}

std::size_t Grid::Level::find(Address cell, std::size_t from) const {
    while (m_slots[from].cell != 0 && m_slots[from].cell != cell)
        from = (from + 1) & (m_slots.size() - 1);
    return from;
}

void Grid::Level::grow() {
    std::vector<Slot> old(std::max(m_slots.size() * 2, firstSlots));
    std::swap(old, m_slots);
    for (auto& slot : old)
        if (slot.cell != 0) m_slots[find(slot.cell, home(slot.cell))] = std::move(slot);
}

void Grid::Level::insert(Key key, const Cells& cells) {
    while ((m_used + cells.count) * 2 >= m_slots.size())
        grow();
    // All are asked for from memory before the first is written.
    std::array<std::size_t, mostCells> at;
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = home(cells.list[n].cell);
        __builtin_prefetch(&m_slots[at[n]], 1);
    }
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = find(cells.list[n].cell, at[n]);
        auto& slot = m_slots[at[n]];
        if (slot.cell == 0) {
            slot.cell = cells.list[n].cell;
            ++m_used;
        }
        __builtin_prefetch(slot.entries.data() + slot.entries.size(), 1);
    }
    for (std::size_t n = 0; n < cells.count; ++n) {
        auto& entries = m_slots[at[n]].entries;
        entries.push_back(cells.list[n].entry);
        entries.back().key = key;
    }
}

void Grid::Level::erase(Key key, const Cells& cells) {
    if (m_slots.empty()) return;
    std::array<std::size_t, mostCells> at;
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = home(cells.list[n].cell);
        __builtin_prefetch(&m_slots[at[n]], 1);
    }
    for (std::size_t n = 0; n < cells.count; ++n) {
        const auto& entries = m_slots[find(cells.list[n].cell, at[n])].entries;
        for (std::size_t k = 0; k < entries.size(); k += entriesInALine)
            __builtin_prefetch(entries.data() + k, 1);
    }
    for (std::size_t n = 0; n < cells.count; ++n) { // looked for again: releasing moves slots
        const std::size_t slot = find(cells.list[n].cell, at[n]);
        auto& entries = m_slots[slot].entries;
        const auto entry = std::ranges::find(entries, key, &Entry::key);
        if (entry == entries.end()) continue;
        *entry = entries.back();
        entries.pop_back();
        if (entries.empty()) release(slot);
    }
}

// Takes the slot out and moves up those behind it that could not be at their home because of it.
void Grid::Level::release(std::size_t slot) {
    --m_used;
    m_slots[slot] = {};
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t next = (slot + 1) & mask; m_slots[next].cell != 0; next = (next + 1) & mask) {
        const std::size_t fromHome = (next - home(m_slots[next].cell)) & mask;
        if (fromHome < ((next - slot) & mask)) continue;
        m_slots[slot] = std::move(m_slots[next]);
        m_slots[next] = {};
        slot = next;
    }
}

void Grid::Level::query(const VolumeBox& box, const Shape& shape, std::vector<Key>& found) const {
    if (m_used == 0) return;
    Cells cells;
    if (!cellsOf(box, shape, cells)) return queryAll(box, found);
    // All slots are asked for from memory before the first is looked at, and all their entries likewise.
    std::array<std::size_t, mostCells> at;
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = home(cells.list[n].cell);
        __builtin_prefetch(&m_slots[at[n]]);
    }
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = find(cells.list[n].cell, at[n]);
        const auto& entries = m_slots[at[n]].entries;
        for (std::size_t k = 0; k < entries.size(); k += entriesInALine)
            __builtin_prefetch(entries.data() + k);
    }
    for (std::size_t n = 0; n < cells.count; ++n)
        report(m_slots[at[n]], Wanted(cells.list[n].entry), found);
}

// Each key is written and only counted if its entry meets what is wanted.
void Grid::Level::report(const Slot& slot, const Wanted& wanted, std::vector<Key>& found) {
    const std::size_t before = found.size();
    found.resize(before + slot.entries.size());
    Key* to = found.data() + before;
    for (const Entry& entry : slot.entries) {
        *to = entry.key;
        to += wanted.meets(entry) ? 1 : 0;
    }
    found.resize(static_cast<std::size_t>(to - found.data()));
}

// A volume of too many cells: every cell is looked at that it could reach.
void Grid::Level::queryAll(const VolumeBox& box, std::vector<Key>& found) const {
    const auto [low, high] = rangeOf(box);
    for (const Slot& slot : m_slots) {
        if (slot.cell == 0) continue;
        const Cell cell{partOf(slot.cell, 44, 20), partOf(slot.cell, 24, 20), partOf(slot.cell, 0, 24)};
        if (cell.x < low.x || cell.x > high.x || cell.y < low.y || cell.y > high.y || cell.t < low.t || cell.t > high.t)
            continue;
        report(slot, Wanted(entryIn(cell, box, box.area.low.longitude, box.area.high.longitude, low.t)), found);
    }
}

} // namespace haneul::deconflict
