#include "core/deconflict/capacity.h"

#include <algorithm>
#include <format>
#include <set>

namespace haneul::deconflict {

namespace {

struct Stay {
    UtcMs from{}, to{}; // half-open

    [[nodiscard]] bool holds(UtcMs at) const { return from <= at && at < to; }
};

struct Guest {
    const std::string* id = nullptr;
    std::vector<Stay> certain, possible; // possible: all, with the certain ones
};

Stay stayOf(const geo::Volume4D& volume, const geo::Volume4D& place) {
    return {std::max(volume.from.value_or(UtcMs::min()), place.from.value_or(UtcMs::min())),
            std::min(volume.to.value_or(UtcMs::max()), place.to.value_or(UtcMs::max()))};
}

void add(Guest& guest, const Stay& stay, geo::Judgement answer) {
    guest.possible.push_back(stay);
    if (answer == geo::Judgement::Yes) guest.certain.push_back(stay);
}

bool there(const std::vector<Stay>& stays, UtcMs at) {
    return std::ranges::any_of(stays, [at](const Stay& stay) { return stay.holds(at); });
}

std::optional<UtcMs> bounded(UtcMs at) {
    return at == UtcMs::min() || at == UtcMs::max() ? std::nullopt : std::optional(at);
}

struct Peak {
    int count = 0;
    UtcMs from{}, to{};
};

// The number of guests changes only where a stay begins or ends.
Peak peak(const Guest& wanted, const std::vector<Guest>& others, std::vector<Stay> Guest::* stays) {
    std::set<UtcMs> changes;
    for (const auto& stay : wanted.*stays)
        changes.insert({stay.from, stay.to});
    for (const auto& other : others)
        for (const auto& stay : other.*stays)
            changes.insert({stay.from, stay.to});
    Peak found;
    bool atPeak = false;
    for (const UtcMs at : changes) {
        const int count =
            !there(wanted.*stays, at) ? 0 : 1 + static_cast<int>(std::ranges::count_if(others, [&](const Guest& other) {
                                                return there(other.*stays, at);
                                            }));
        if (atPeak && count != found.count) {
            found.to = at;
            atPeak = false;
        }
        if (count > found.count) {
            found = {count, at, at};
            atPeak = true;
        }
    }
    return found;
}

std::vector<Guest> guests(const Intent& wanted, const geo::Volume4D& place, const IntentIndex& index,
                          const geo::Surroundings& surroundings) {
    std::vector<Guest> found;
    for (const auto& presence : index.presentIn(place, surroundings)) {
        if (presence.intent->id == wanted.id) continue;
        if (found.empty() || found.back().id != &presence.intent->id)
            found.push_back({.id = &presence.intent->id, .certain = {}, .possible = {}});
        add(found.back(), stayOf(presence.intent->volumes[presence.volume], place), presence.answer);
    }
    return found;
}

} // namespace

Result<void> check(const CapacityLimit& limit) {
    if (limit.id.empty()) return fail("BAD_CAPACITY", "the limit has no id", "id");
    if (limit.most < 1)
        return fail("BAD_CAPACITY", std::format("{} at once: a number above 0 is expected", limit.most), "most");
    return geo::check(limit.place);
}

std::vector<CapacityUse> capacityUse(const Intent& wanted, std::span<const CapacityLimit> limits,
                                     const IntentIndex& index, const geo::Surroundings& surroundings) {
    std::vector<CapacityUse> found;
    for (const auto& limit : limits) {
        const Shape shape(limit.place.area);
        Guest own{.id = &wanted.id, .certain = {}, .possible = {}};
        for (const auto& volume : wanted.volumes) {
            const auto judged = overlap(volume, Shape(volume.area), limit.place, shape, surroundings);
            if (judged.answer != geo::Judgement::No) add(own, stayOf(volume, limit.place), judged.answer);
        }
        if (own.possible.empty()) continue;
        // Only while the new one is there: others before and after it are of no interest.
        geo::Volume4D during = limit.place;
        during.from = bounded(std::ranges::min(own.possible, {}, &Stay::from).from);
        during.to = bounded(std::ranges::max(own.possible, {}, &Stay::to).to);
        const auto others = guests(wanted, during, index, surroundings);
        const Peak certain = peak(own, others, &Guest::certain), possible = peak(own, others, &Guest::possible);
        const Peak& told = certain.count > limit.most ? certain : possible;
        CapacityUse use{.limit = limit.id,
                        .most = limit.most,
                        .demand = certain.count,
                        .possible = possible.count,
                        .from = bounded(told.from),
                        .to = bounded(told.to),
                        .intents = {}};
        for (const auto& other : others)
            if (there(&told == &certain ? other.certain : other.possible, told.from)) use.intents.push_back(*other.id);
        found.push_back(std::move(use));
    }
    return found;
}

std::vector<CapacityStep> occupancy(const CapacityLimit& limit, UtcMs from, UtcMs to, const IntentIndex& index,
                                    const geo::Surroundings& surroundings) {
    geo::Volume4D during = limit.place;
    during.from = std::max(from, during.from.value_or(from));
    during.to = std::min(to, during.to.value_or(to));
    std::vector<Guest> there;
    if (*during.from < *during.to) there = guests({}, during, index, surroundings);
    std::set<UtcMs> changes{from};
    for (const auto& guest : there)
        for (const auto& stay : guest.possible)
            for (const UtcMs at : {stay.from, stay.to})
                if (at > from && at < to) changes.insert(at);
    std::vector<CapacityStep> steps;
    for (const UtcMs at : changes) {
        CapacityStep step{.from = at, .to = to};
        for (const auto& guest : there) {
            if (!deconflict::there(guest.possible, at)) continue;
            ++step.possible;
            step.demand += deconflict::there(guest.certain, at) ? 1 : 0;
            step.intents.push_back(*guest.id);
        }
        std::ranges::sort(step.intents);
        if (steps.empty()) {
            steps.push_back(std::move(step));
            continue;
        }
        CapacityStep& before = steps.back();
        before.to = at;
        const bool same = before.demand == step.demand && before.intents == step.intents;
        if (same)
            before.to = to;
        else
            steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace haneul::deconflict
