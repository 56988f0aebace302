#pragma once

#include "core/deconflict/volume_index.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

// Strategic deconfliction (ASTM F3548-21, R-SVC-10): operational intents against each other before they are flown.
namespace haneul::deconflict {

struct Intent {
    std::string id; // of the plan
    int priority = 0;
    std::vector<geo::Volume4D> volumes;

    bool operator==(const Intent&) const = default;
};

// What a regulator decides about intents of the same priority; F3548-21 leaves it open.
struct PriorityRules {
    bool equalMayConflict = false;
};

enum class Standing {
    Blocks,   // the other goes before, or is equal where that is not permitted: the new one must give way
    GivesWay, // the new one goes before; whoever flies the other is told
    Permitted,
};
[[nodiscard]] std::string_view toString(Standing standing); // "BLOCKS", "GIVES_WAY", "PERMITTED"
[[nodiscard]] Standing standingOf(int other, int wanted, const PriorityRules& rules);

// The new intent and a standing one in the same place at the same time, at first.
struct Conflict {
    std::string intent; // the standing one
    int priority = 0;   // its
    Standing standing = Standing::Blocks;
    geo::Judgement answer = geo::Judgement::Unknown; // Yes, or Unknown where heights cannot be compared
    std::string why;                                 // of Unknown
    std::size_t volume = 0, otherVolume = 0;         // of the pair that begins first
    geo::LatLon place;                               // in the area of both, or next to it
    std::optional<UtcMs> from, to;                   // both are there; over all pairs of the two intents
    std::optional<geo::VerticalLimit> lower, upper;  // both are there; none where references differ or there is none
    // The new one so much later (earlier) is out of the way of the pairs that meet now, and not before that; none:
    // never.
    std::optional<milliseconds> laterBy, earlierBy;

    bool operator==(const Conflict&) const = default;
};

// A place in both areas when their common part can be drawn, else the middle of the first.
[[nodiscard]] geo::LatLon commonPlace(const geo::Area& one, const geo::Area& other);

class IntentIndex {
public:
    IntentIndex();
    ~IntentIndex();
    IntentIndex(IntentIndex&&) noexcept;
    IntentIndex& operator=(IntentIndex&&) noexcept;

    // Codes: SAME_ID; NO_VOLUMES. Volumes are sound (geo::check).
    [[nodiscard]] Result<void> insert(Intent intent);
    bool erase(std::string_view id); // false: it is not there

    [[nodiscard]] const Intent* find(std::string_view id) const; // null: it is not there; valid until it is erased
    [[nodiscard]] std::size_t size() const;

    // One for each standing intent that is in the way of `wanted` (a version of itself is not), those that block first,
    // then by the time and the id.
    [[nodiscard]] std::vector<Conflict> conflicts(const Intent& wanted, const PriorityRules& rules,
                                                  const geo::Surroundings& surroundings) const;

    // Intents that have a volume that overlaps it, or may, with those volumes.
    struct Presence {
        const Intent* intent = nullptr;
        std::size_t volume = 0;
        geo::Judgement answer = geo::Judgement::Unknown;
    };

    [[nodiscard]] std::vector<Presence> presentIn(const geo::Volume4D& volume,
                                                  const geo::Surroundings& surroundings) const;

private:
    struct Entry;

    struct Owner {
        const Entry* entry = nullptr;
        std::size_t volume = 0;
    };

    std::map<std::string, std::unique_ptr<Entry>, std::less<>> m_entries;
    std::vector<Owner> m_owners; // by key
    VolumeIndex m_volumes;
};

} // namespace haneul::deconflict
