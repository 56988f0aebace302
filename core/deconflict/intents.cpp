#include "core/deconflict/intents.h"

#include "core/geo/area_frame.h"

#include <algorithm>
#include <tuple>

namespace haneul::deconflict {

struct IntentIndex::Entry {
    Intent intent;
    std::vector<VolumeIndex::Key> keys;
};

namespace {

template <class Value, class Better>
std::optional<Value> tighter(const std::optional<Value>& one, const std::optional<Value>& other, Better better) {
    if (!one || !other) return one ? one : other;
    return better(*one, *other) ? one : other;
}

std::optional<geo::VerticalLimit> jointLimit(const std::optional<geo::VerticalLimit>& one,
                                             const std::optional<geo::VerticalLimit>& other, bool upper) {
    if (one && other && one->reference != other->reference) return std::nullopt;
    return tighter(one, other, [upper](const geo::VerticalLimit& l, const geo::VerticalLimit& r) {
        return upper ? l.metres < r.metres : l.metres > r.metres;
    });
}

struct Pair {
    const geo::Volume4D* one = nullptr;
    const geo::Volume4D* other = nullptr;
    std::size_t volume = 0, otherVolume = 0;
    geo::Judged judged;

    [[nodiscard]] std::optional<UtcMs> from() const { return tighter(one->from, other->from, std::greater{}); }

    [[nodiscard]] std::optional<UtcMs> to() const { return tighter(one->to, other->to, std::less{}); }
};

// A certain conflict says more than one that may be; of either kind the first counts.
bool saysMore(const Pair& l, const Pair& r) {
    const auto order = [](const Pair& pair) {
        return std::tuple(pair.judged.answer != geo::Judgement::Yes, pair.from().value_or(UtcMs::min()), pair.volume,
                          pair.otherVolume);
    };
    return order(l) < order(r);
}

void widen(std::optional<milliseconds>& by, std::optional<UtcMs> end, std::optional<UtcMs> begin) {
    by = by && end && begin ? std::optional(std::max(*by, *end - *begin)) : std::nullopt;
}

Conflict conflictOf(const Intent& standing, const std::vector<Pair>& pairs, int wanted, const PriorityRules& rules) {
    const auto& first = *std::ranges::min_element(pairs, saysMore);
    Conflict conflict{.intent = standing.id,
                      .priority = standing.priority,
                      .standing = standingOf(standing.priority, wanted, rules),
                      .answer = first.judged.answer,
                      .why = first.judged.why,
                      .volume = first.volume,
                      .otherVolume = first.otherVolume,
                      .place = commonPlace(first.one->area, first.other->area),
                      .from = first.from(),
                      .to = first.to(),
                      .lower = jointLimit(first.one->lower, first.other->lower, false),
                      .upper = jointLimit(first.one->upper, first.other->upper, true)};
    conflict.laterBy = conflict.earlierBy = milliseconds{0};
    for (const auto& pair : pairs) {
        const auto from = pair.from(), to = pair.to();
        conflict.from = conflict.from && from ? std::optional(std::min(*conflict.from, *from)) : std::nullopt;
        conflict.to = conflict.to && to ? std::optional(std::max(*conflict.to, *to)) : std::nullopt;
        widen(conflict.laterBy, pair.other->to, pair.one->from);
        widen(conflict.earlierBy, pair.one->to, pair.other->from);
    }
    return conflict;
}

} // namespace

geo::LatLon commonPlace(const geo::Area& one, const geo::Area& other) {
    namespace bg = boost::geometry;
    const geo::LatLon middle = geo::middleOf(one);
    const geo::AreaFrame frame(middle);
    try {
        std::vector<geo::PlanePolygon> common;
        bg::intersection(frame.polygon(one), frame.polygon(other), common);
        if (common.empty()) return middle;
        geo::PlanePoint inside;
        bg::point_on_surface(*std::ranges::max_element(common, {}, [](const auto& piece) { return bg::area(piece); }),
                             inside);
        return frame.toLatLon(inside);
    } catch (const bg::exception&) {
        return middle;
    }
}

std::string_view toString(Standing standing) {
    switch (standing) {
    case Standing::Blocks:
        return "BLOCKS";
    case Standing::GivesWay:
        return "GIVES_WAY";
    case Standing::Permitted:
        return "PERMITTED";
    }
    return "";
}

Standing standingOf(int other, int wanted, const PriorityRules& rules) {
    if (other < wanted) return Standing::GivesWay;
    return other == wanted && rules.equalMayConflict ? Standing::Permitted : Standing::Blocks;
}

IntentIndex::IntentIndex() = default;
IntentIndex::~IntentIndex() = default;
IntentIndex::IntentIndex(IntentIndex&&) noexcept = default;
IntentIndex& IntentIndex::operator=(IntentIndex&&) noexcept = default;

Result<void> IntentIndex::insert(Intent intent) {
    if (intent.volumes.empty()) return fail("NO_VOLUMES", "an intent has at least one volume", intent.id);
    if (m_entries.contains(intent.id))
        return fail("SAME_ID", "the intent '" + intent.id + "' is there already", intent.id);
    auto entry = std::make_unique<Entry>();
    entry->intent = std::move(intent);
    for (std::size_t n = 0; n < entry->intent.volumes.size(); ++n) {
        const auto key = m_volumes.insert(entry->intent.volumes[n]);
        entry->keys.push_back(key);
        if (m_owners.size() <= key) m_owners.resize(key + 1);
        m_owners[key] = {entry.get(), n};
    }
    const std::string& id = entry->intent.id;
    m_entries.emplace(id, std::move(entry));
    return {};
}

bool IntentIndex::erase(std::string_view id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) return false;
    for (const auto key : found->second->keys) {
        m_volumes.erase(key);
        m_owners[key] = {};
    }
    m_entries.erase(found);
    return true;
}

const Intent* IntentIndex::find(std::string_view id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second->intent;
}

std::size_t IntentIndex::size() const {
    return m_entries.size();
}

std::vector<Conflict> IntentIndex::conflicts(const Intent& wanted, const PriorityRules& rules,
                                             const geo::Surroundings& surroundings) const {
    std::map<const Entry*, std::vector<Pair>> pairs;
    for (std::size_t n = 0; n < wanted.volumes.size(); ++n)
        for (auto& hit : m_volumes.overlapping(wanted.volumes[n], surroundings)) {
            const auto& [entry, volume] = m_owners[hit.key];
            if (entry->intent.id == wanted.id) continue;
            pairs[entry].push_back(
                {&wanted.volumes[n], &entry->intent.volumes[volume], n, volume, std::move(hit.judged)});
        }
    std::vector<Conflict> found;
    for (const auto& [entry, of] : pairs)
        found.push_back(conflictOf(entry->intent, of, wanted.priority, rules));
    std::ranges::sort(found, {}, [](const Conflict& conflict) {
        return std::tuple(conflict.standing, conflict.from.value_or(UtcMs::min()), std::string_view(conflict.intent));
    });
    return found;
}

std::vector<IntentIndex::Presence> IntentIndex::presentIn(const geo::Volume4D& volume,
                                                          const geo::Surroundings& surroundings) const {
    std::vector<Presence> found;
    for (const auto& hit : m_volumes.overlapping(volume, surroundings)) {
        const auto& [entry, n] = m_owners[hit.key];
        found.push_back({&entry->intent, n, hit.judged.answer});
    }
    std::ranges::sort(found, {}, [](const Presence& presence) {
        return std::tuple(std::string_view(presence.intent->id), presence.volume);
    });
    return found;
}

} // namespace haneul::deconflict
