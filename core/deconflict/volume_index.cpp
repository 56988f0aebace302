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

Quick both(Quick first, Quick second) {
    if (first == Quick::No || second == Quick::No) return Quick::No;
    return first == Quick::Yes && second == Quick::Yes ? Quick::Yes : Quick::Unclear;
}

Quick heights(const geo::Volume4D& one, const geo::Volume4D& other) {
    return both(under(one.lower, other.upper), under(other.lower, one.upper));
}

} // namespace

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

VolumeIndex::Quickly::Limit::Limit(const std::optional<geo::VerticalLimit>& given) {
    if (!given) return;
    metres = given->metres;
    switch (given->reference) {
    case geo::VerticalReference::Agl:
        kind = Kind::Agl;
        break;
    case geo::VerticalReference::Amsl:
        kind = Kind::Amsl;
        break;
    case geo::VerticalReference::W84:
        kind = Kind::W84;
        break;
    }
}

// As under() of the limits themselves.
Quick VolumeIndex::Quickly::Limit::isUnder(const Limit& above) const {
    if (kind == Kind::None || above.kind == Kind::None) return Quick::Yes;
    if (kind != above.kind) return Quick::Unclear;
    if (kind == Kind::Agl && metres <= 0) return Quick::Yes;
    return metres < above.metres ? Quick::Yes : Quick::No;
}

VolumeIndex::Quickly::Quickly(const geo::Volume4D& volume)
    : shape(volume.area)
    , from(volume.from.value_or(UtcMs::min()))
    , to(volume.to.value_or(UtcMs::max()))
    , lower(volume.lower)
    , upper(volume.upper) {}

Quick VolumeIndex::Quickly::meetsInHeight(const Quickly& other) const {
    return both(lower.isUnder(other.upper), other.lower.isUnder(upper));
}

VolumeIndex::Key VolumeIndex::insert(geo::Volume4D volume) {
    Key key = 0;
    if (m_free.empty()) {
        key = static_cast<Key>(m_volumes.size());
        m_quickly.emplace_back(volume);
        m_volumes.push_back(std::move(volume));
    } else {
        key = m_free.back();
        m_free.pop_back();
        m_quickly[key] = Quickly(volume);
        m_volumes[key] = std::move(volume);
    }
    const auto& shape = m_quickly[key].shape;
    m_grid.insert(key, boxOf(m_volumes[key], shape), shape);
    return key;
}

void VolumeIndex::erase(Key key) {
    const auto& shape = m_quickly[key].shape;
    m_grid.erase(key, boxOf(m_volumes[key], shape), shape);
    m_volumes[key] = {};
    m_free.push_back(key);
}

std::vector<VolumeIndex::Hit> VolumeIndex::overlapping(const geo::Volume4D& volume,
                                                       const geo::Surroundings& surroundings) const {
    const Quickly wanted(volume);
    const auto candidates = m_grid.query(boxOf(volume, wanted.shape), wanted.shape);
    // All are asked for from memory before the first is looked at.
    constexpr std::size_t line = 64;
    for (const Key key : candidates)
        for (std::size_t part = 0; part < sizeof(Quickly); part += line)
            __builtin_prefetch(reinterpret_cast<const char*>(&m_quickly[key]) + part);
    std::vector<Hit> found;
    found.reserve(candidates.size());
    for (const Key key : candidates) {
        const auto& stored = m_quickly[key];
        if (!stored.meetsInTime(wanted)) continue;
        const Quick vertically = stored.meetsInHeight(wanted);
        if (vertically == Quick::No) continue;
        const Quick areas = Shape::overlap(stored.shape, wanted.shape);
        if (areas == Quick::No || (areas == Quick::Unclear && !geo::overlap(m_volumes[key].area, volume.area)))
            continue;
        auto judged = vertically == Quick::Yes ? geo::Judged{geo::Judgement::Yes, {}}
                                               : geo::heightsOverlap(m_volumes[key], volume, surroundings);
        if (judged.answer != geo::Judgement::No) found.push_back({key, std::move(judged)});
    }
    return found;
}

} // namespace haneul::deconflict
