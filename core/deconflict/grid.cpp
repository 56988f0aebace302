#include "core/deconflict/grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace haneul::deconflict {

namespace {

constexpr std::int64_t epoch2000_s = 946'684'800;
constexpr std::size_t firstSlots = 64;

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
        level->insert({box, key}, cells);
    else
        m_large.push_back({box, key});
}

void Grid::erase(Key key, const VolumeBox& box, const Shape& shape) {
    Cells cells;
    if (auto* level = levelOf(box, shape, cells))
        level->erase(key, cells);
    else
        std::erase_if(m_large, [key](const Entry& entry) { return entry.key == key; });
}

std::vector<Grid::Key> Grid::query(const VolumeBox& box, const Shape& shape) const {
    std::vector<Key> found;
    found.reserve(64);
    m_fine.query(box, shape, found);
    m_coarse.query(box, shape, found);
    for (const auto& entry : m_large)
        if (entry.box.meets(box)) found.push_back(entry.key);
    // What shares several cells was found in each.
    std::ranges::sort(found);
    const auto [first, last] = std::ranges::unique(found);
    found.erase(first, last);
    return found;
}

bool Grid::Level::cellsOf(const VolumeBox& box, const Shape& shape, Cells& cells) const {
    cells.count = 0;
    const std::int32_t from = cellOf(box.from_s, m_slot_s), to = cellOf(box.to_s, m_slot_s);
    const std::int32_t south = cellOf(box.area.low.latitude, m_cell), north = cellOf(box.area.high.latitude, m_cell);
    const auto fits = [](std::int64_t count) { return count <= static_cast<std::int64_t>(mostCells); };
    if (!fits(std::int64_t{to} - from + 1) || !fits(std::int64_t{north} - south + 1)) return false;
    for (std::int32_t y = south; y <= north; ++y) {
        const auto row = shape.between(y * m_cell, (y + 1) * m_cell);
        if (!row) continue;
        const std::int32_t west = cellOf(row->west, m_cell), east = cellOf(row->east, m_cell);
        const std::int64_t more = (std::int64_t{east} - west + 1) * (std::int64_t{to} - from + 1);
        if (!fits(static_cast<std::int64_t>(cells.count) + more)) return false;
        for (std::int32_t x = west; x <= east; ++x)
            for (std::int32_t t = from; t <= to; ++t)
                cells.list[cells.count++] = {x, y, t};
    }
    return true;
}

std::size_t Grid::Level::home(const Cell& cell) const {
    const auto part = [](std::int32_t value) { return static_cast<std::uint64_t>(static_cast<std::uint32_t>(value)); };
    std::uint64_t hash = part(cell.x) * 0x9E3779B97F4A7C15ULL;
    hash = (std::rotl(hash, 29) ^ part(cell.y)) * 0xBF58476D1CE4E5B9ULL;
    hash = (std::rotl(hash, 31) ^ part(cell.t)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32)) & (m_slots.size() - 1);
}

std::size_t Grid::Level::find(const Cell& cell, std::size_t from) const {
    while (!m_slots[from].entries.empty() && m_slots[from].cell != cell)
        from = (from + 1) & (m_slots.size() - 1);
    return from;
}

void Grid::Level::grow() {
    std::vector<Slot> old(std::max(m_slots.size() * 2, firstSlots));
    std::swap(old, m_slots);
    for (auto& slot : old)
        if (!slot.entries.empty()) m_slots[find(slot.cell, home(slot.cell))] = std::move(slot);
}

void Grid::Level::insert(const Entry& entry, const Cells& cells) {
    for (std::size_t n = 0; n < cells.count; ++n) {
        if (m_used * 2 >= m_slots.size()) grow();
        auto& slot = m_slots[find(cells.list[n], home(cells.list[n]))];
        if (slot.entries.empty()) {
            slot.cell = cells.list[n];
            ++m_used;
        }
        slot.entries.push_back(entry);
    }
}

void Grid::Level::erase(Key key, const Cells& cells) {
    if (m_slots.empty()) return;
    for (std::size_t n = 0; n < cells.count; ++n) {
        const std::size_t at = find(cells.list[n], home(cells.list[n]));
        auto& entries = m_slots[at].entries;
        const auto entry = std::ranges::find(entries, key, &Entry::key);
        if (entry == entries.end()) continue;
        *entry = entries.back();
        entries.pop_back();
        if (entries.empty()) release(at);
    }
}

// Takes the slot out and moves up those behind it that could not be at their home because of it.
void Grid::Level::release(std::size_t slot) {
    --m_used;
    m_slots[slot] = {};
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t next = (slot + 1) & mask; !m_slots[next].entries.empty(); next = (next + 1) & mask) {
        const std::size_t fromHome = (next - home(m_slots[next].cell)) & mask;
        if (fromHome < ((next - slot) & mask)) continue;
        m_slots[slot] = std::move(m_slots[next]);
        m_slots[next] = {};
        slot = next;
    }
}

void Grid::Level::query(const VolumeBox& box, const Shape& shape, std::vector<Key>& found) const {
    if (m_used == 0) return;
    const auto report = [&](const Slot& slot) {
        for (const auto& entry : slot.entries)
            if (entry.box.meets(box)) found.push_back(entry.key);
    };
    Cells cells;
    if (!cellsOf(box, shape, cells)) {
        std::ranges::for_each(m_slots, report);
        return;
    }
    // All slots are asked for from memory before the first is looked at, and all their boxes likewise.
    std::array<std::size_t, mostCells> at;
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = home(cells.list[n]);
        __builtin_prefetch(&m_slots[at[n]]);
    }
    for (std::size_t n = 0; n < cells.count; ++n) {
        at[n] = find(cells.list[n], at[n]);
        __builtin_prefetch(m_slots[at[n]].entries.data());
    }
    for (std::size_t n = 0; n < cells.count; ++n)
        report(m_slots[at[n]]);
}

} // namespace haneul::deconflict
