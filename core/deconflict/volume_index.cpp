#include "core/deconflict/volume_index.h"

namespace haneul::deconflict {

namespace {

// Limits of one reference, or none: what geo::heightsOverlap says of them without a look at the ground.
Quick under(const std::optional<geo::VerticalLimit>& lower, const std::optional<geo::VerticalLimit>& upper) {
    if (!lower || !upper) return Quick::Yes;
    if (lower->reference != upper->reference) return Quick::Unclear;
    if (lower->reference == geo::VerticalReference::Agl && lower->metres <= 0) return Quick::Yes;
    return lower->metres < upper->metres ? Quick::Yes : Quick::No;
}

Quick heights(const geo::Volume4D& one, const geo::Volume4D& other) {
    const Quick first = under(one.lower, other.upper), second = under(other.lower, one.upper);
    if (first == Quick::No || second == Quick::No) return Quick::No;
    return first == Quick::Yes && second == Quick::Yes ? Quick::Yes : Quick::Unclear;
}

} // namespace

VolumeIndex::Stored::Stored(geo::Volume4D given)
    : shape(given.area)
    , volume(std::move(given)) {}

geo::Judged overlap(const geo::Volume4D& one, const Shape& shape, const geo::Volume4D& other, const Shape& otherShape,
                    const geo::Surroundings& surroundings) {
    if (!geo::timesOverlap(one, other)) return {geo::Judgement::No, {}};
    const Quick vertically = heights(one, other);
    if (vertically == Quick::No) return {geo::Judgement::No, {}};
    const Quick areas = Shape::overlap(shape, otherShape);
    if (areas == Quick::No || (areas == Quick::Unclear && !geo::overlap(one.area, other.area)))
        return {geo::Judgement::No, {}};
    if (vertically == Quick::Yes) return {geo::Judgement::Yes, {}};
    return geo::heightsOverlap(one, other, surroundings);
}

VolumeIndex::Key VolumeIndex::insert(geo::Volume4D volume) {
    Key key = 0;
    if (m_free.empty()) {
        key = static_cast<Key>(m_stored.size());
        m_stored.emplace_back(std::move(volume));
    } else {
        key = m_free.back();
        m_free.pop_back();
        m_stored[key] = Stored(std::move(volume));
    }
    const auto& stored = m_stored[key];
    m_grid.insert(key, boxOf(stored.volume, stored.shape), stored.shape);
    return key;
}

void VolumeIndex::erase(Key key) {
    auto& stored = m_stored[key];
    m_grid.erase(key, boxOf(stored.volume, stored.shape), stored.shape);
    stored.volume = {};
    m_free.push_back(key);
}

std::vector<VolumeIndex::Hit> VolumeIndex::overlapping(const geo::Volume4D& volume,
                                                       const geo::Surroundings& surroundings) const {
    const Shape shape(volume.area);
    const auto candidates = m_grid.query(boxOf(volume, shape), shape);
    // All are asked for from memory before the first is looked at.
    constexpr std::size_t line = 64;
    for (const Key key : candidates)
        for (std::size_t part = 0; part < sizeof(Stored); part += line)
            __builtin_prefetch(reinterpret_cast<const char*>(&m_stored[key]) + part);
    std::vector<Hit> found;
    found.reserve(candidates.size());
    for (const Key key : candidates) {
        const auto& stored = m_stored[key];
        auto judged = overlap(stored.volume, stored.shape, volume, shape, surroundings);
        if (judged.answer != geo::Judgement::No) found.push_back({key, std::move(judged)});
    }
    return found;
}

} // namespace haneul::deconflict
