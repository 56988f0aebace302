#include "core/deconflict/grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace haneul::deconflict {

namespace {

constexpr double mostCells = 256; // of one box at one level
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

double Grid::Range::count() const {
    const auto extent = [](std::int32_t from, std::int32_t to) { return static_cast<double>(to) - from + 1; };
    return extent(low.x, high.x) * extent(low.y, high.y) * extent(low.t, high.t);
}

template <class Do>
void Grid::atLevel(const VolumeBox& box, Do&& act) {
    for (auto* level : {&m_fine, &m_coarse})
        if (const auto range = level->rangeOf(box); range.count() <= mostCells) return act(level, range);
    act(static_cast<Level*>(nullptr), Range{});
}

void Grid::insert(Key key, const VolumeBox& box) {
    atLevel(box, [&](Level* level, const Range& range) {
        if (level != nullptr)
            level->insert({box, key}, range);
        else
            m_large.push_back({box, key});
    });
}

void Grid::erase(Key key, const VolumeBox& box) {
    atLevel(box, [&](Level* level, const Range& range) {
        if (level != nullptr)
            level->erase(key, range);
        else
            std::erase_if(m_large, [key](const Entry& entry) { return entry.key == key; });
    });
}

void Grid::query(const VolumeBox& box, std::vector<Key>& found) const {
    m_fine.query(box, found);
    m_coarse.query(box, found);
    for (const auto& entry : m_large)
        if (entry.box.meets(box)) found.push_back(entry.key);
}

Grid::Range Grid::Level::rangeOf(const VolumeBox& box) const {
    return {
        {cellOf(box.area.low.longitude, m_cell), cellOf(box.area.low.latitude, m_cell), cellOf(box.from_s, m_slot_s)},
        {cellOf(box.area.high.longitude, m_cell), cellOf(box.area.high.latitude, m_cell), cellOf(box.to_s, m_slot_s)}};
}

std::size_t Grid::Level::home(const Cell& cell) const {
    const auto part = [](std::int32_t value) { return static_cast<std::uint64_t>(static_cast<std::uint32_t>(value)); };
    std::uint64_t hash = part(cell.x) * 0x9E3779B97F4A7C15ULL;
    hash = (std::rotl(hash, 29) ^ part(cell.y)) * 0xBF58476D1CE4E5B9ULL;
    hash = (std::rotl(hash, 31) ^ part(cell.t)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32)) & (m_slots.size() - 1);
}

std::size_t Grid::Level::find(const Cell& cell) const {
    std::size_t slot = home(cell);
    while (!m_slots[slot].entries.empty() && m_slots[slot].cell != cell)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void Grid::Level::grow() {
    std::vector<Slot> old(std::max(m_slots.size() * 2, firstSlots));
    std::swap(old, m_slots);
    for (auto& slot : old)
        if (!slot.entries.empty()) m_slots[find(slot.cell)] = std::move(slot);
}

template <class Do>
void forCells(const auto& range, Do&& act) {
    auto cell = range.low;
    for (cell.x = range.low.x; cell.x <= range.high.x; ++cell.x)
        for (cell.y = range.low.y; cell.y <= range.high.y; ++cell.y)
            for (cell.t = range.low.t; cell.t <= range.high.t; ++cell.t)
                act(cell);
}

void Grid::Level::insert(const Entry& entry, const Range& range) {
    forCells(range, [&](const Cell& cell) {
        if (m_used * 2 >= m_slots.size()) grow();
        auto& slot = m_slots[find(cell)];
        if (slot.entries.empty()) {
            slot.cell = cell;
            ++m_used;
        }
        slot.entries.push_back(entry);
    });
}

void Grid::Level::erase(Key key, const Range& range) {
    if (m_slots.empty()) return;
    forCells(range, [&](const Cell& cell) {
        const std::size_t at = find(cell);
        auto& entries = m_slots[at].entries;
        const auto entry = std::ranges::find(entries, key, &Entry::key);
        if (entry == entries.end()) return;
        *entry = entries.back();
        entries.pop_back();
        if (entries.empty()) release(at);
    });
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

void Grid::Level::report(const Slot& slot, const Range& range, const VolumeBox& box, std::vector<Key>& found) const {
    for (const auto& entry : slot.entries) {
        if (!entry.box.meets(box)) continue;
        // In several cells of both: only in the one where both have begun in every direction.
        const Cell joint{std::max(range.low.x, cellOf(entry.box.area.low.longitude, m_cell)),
                         std::max(range.low.y, cellOf(entry.box.area.low.latitude, m_cell)),
                         std::max(range.low.t, cellOf(entry.box.from_s, m_slot_s))};
        if (joint == slot.cell) found.push_back(entry.key);
    }
}

void Grid::Level::query(const VolumeBox& box, std::vector<Key>& found) const {
    if (m_used == 0) return;
    const Range range = rangeOf(box);
    if (range.count() > static_cast<double>(m_used)) {
        for (const auto& slot : m_slots)
            report(slot, range, box, found);
        return;
    }
    forCells(range, [&](const Cell& cell) { report(m_slots[find(cell)], range, box, found); });
}

} // namespace haneul::deconflict
