#pragma once

#include "core/schedule/slots.h"

#include <span>
#include <string>
#include <vector>

// The rules of the schedule one by one, as the open intervals of starts that booked facts forbid. Used by the search
// through a list of bookings (slots.h) and by the search through an index of them (booking_index.h), so that both
// answer alike.
namespace haneul::schedule {

template <class Time>
struct Interval {
    Time begin{};
    Time end{};
};

// A stretch of time in which the mission `id` holds a place.
template <class Time>
struct Hold {
    Time begin{};
    Time end{};
    const std::string* id = nullptr;
};

// An empty interval conflicts with nothing.
template <class Time>
[[nodiscard]] bool holds(const timing::Usage<Time>& usage) {
    return usage.begin < usage.end;
}

// The maximal regions in which at least `capacity` of the half-open intervals overlap.
template <class Time>
[[nodiscard]] std::vector<Interval<Time>> crowded(std::span<const Hold<Time>> held, std::size_t capacity);

[[nodiscard]] std::size_t placesOf(const auto& network, const std::string& node) {
    const auto found = network.nodes.find(node);
    return found == network.nodes.end() ? 1 : static_cast<std::size_t>(found->second.capacity);
}

// Rule 1: `held` are the booked usages of the node, each already widened by its buffer.
template <class Time>
void columnRule(const Network<Time>& network, const timing::Usage<Time>& wanted, std::span<const Hold<Time>> held,
                std::vector<Forbidden<Time>>& found);

// The same for more than one place, of the regions in which all are taken.
template <class Time>
void crowdedColumnRule(const timing::Usage<Time>& wanted, const std::vector<Interval<Time>>& regions,
                       std::vector<Forbidden<Time>>& found);

// Rule 5: `away` are the booked missions, each already lengthened by the turnaround. The network has a fleet.
template <class Time>
void fleetRule(const Network<Time>& network, const Booking<Time>& mission, std::span<const Hold<Time>> away,
               std::vector<Forbidden<Time>>& found);

// The same for more than one drone, of the regions in which all are away.
template <class Time>
void crowdedFleetRule(const Network<Time>& network, const Booking<Time>& mission,
                      const std::vector<Interval<Time>>& regions, std::vector<Forbidden<Time>>& found);

// Rules 2 to 4 for one usage of a link by a new mission. The network and the usage outlive it.
template <class Time>
class LinkRules {
public:
    // A crossing on the way, and where each of the two passes it.
    struct Crossed {
        const Link<Time>* link = nullptr;
        double wantedFraction = 0; // of the wanted link, from its end a
        double bookedFraction = 0; // of `link`, from its end a
        Time separation{};
    };

    // A link that the network does not know is taken for a single track without crossings.
    LinkRules(const Network<Time>& network, const timing::Usage<Time>& wanted);

    [[nodiscard]] std::span<const Crossed> crossed() const { return m_crossed; }

    // `booked` has the same ends as the wanted link.
    void sameLink(const timing::Usage<Time>& booked, const std::string& id, std::vector<Forbidden<Time>>& found) const;
    // `booked` is of the link that is crossed.
    void crossing(const Crossed& crossed, const timing::Usage<Time>& booked, const std::string& id,
                  std::vector<Forbidden<Time>>& found) const;

private:
    void add(Time low, Time high, Rule rule, const std::string& id, std::vector<Forbidden<Time>>& found) const;

    const Network<Time>* m_network;
    const timing::Usage<Time>* m_wanted;
    const Link<Time>* m_link = nullptr;
    std::vector<Crossed> m_crossed;
};

} // namespace haneul::schedule
