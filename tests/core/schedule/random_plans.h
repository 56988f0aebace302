#pragma once

#include "core/schedule/dispatch.h"
#include "core/sim/random.h"
#include "tests/core/schedule/brute_force.h"

#include <QDateTime>
#include <QtTest>

#include <cstdio>

// Random networks and missions of every kind that the rules know, for properties. Every run tries others: its seed is
// printed, and HANEUL_SEED repeats it.
namespace haneul::tests {

using sim::Random;
using Time = std::int64_t;

inline std::uint64_t runSeed() {
    static const std::uint64_t seed = [] {
        bool given = false;
        const qulonglong wanted = qEnvironmentVariable("HANEUL_SEED").toULongLong(&given);
        const std::uint64_t chosen = given ? wanted : static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch());
        std::printf("HANEUL_SEED=%llu\n", static_cast<unsigned long long>(chosen));
        return chosen;
    }();
    return seed;
}

// For the message of a failure: how to repeat it.
inline QByteArray sayWhere(std::uint64_t plan) {
    return QStringLiteral("HANEUL_SEED=%1: plan %2").arg(runSeed()).arg(plan).toUtf8();
}

// Times are `unit` and a little: 1 makes all coincide often, 1'000 is like seconds in milliseconds.
struct PlanKind {
    Time unit = 1;
    Time jitter = 0;
};

class RandomPlans {
public:
    RandomPlans(std::uint64_t plan, PlanKind kind)
        : m_random(Random::stream(runSeed(), plan))
        , m_kind(kind) {
        makeNetwork();
    }

    const schedule::Network<Time>& network() const { return m_network; }

    Random& random() { return m_random; }

    Time time(std::int64_t low, std::int64_t high) {
        return m_random.between(low, high) * m_kind.unit + m_random.between(0, m_kind.jitter);
    }

    bool once(std::int64_t in) { return m_random.below(static_cast<std::uint64_t>(in)) == 0; }

    // A rigid mission counted from its start: from a base (any of them) through one to three nodes to a base. A drop
    // holds the column for a while without links landing there taking longer; legs may be empty.
    schedule::Booking<Time> mission(std::string id) {
        std::vector<std::string> nodes{base()};
        std::vector<std::string> stops{"P", "Q", "R"};
        for (std::size_t i = stops.size(); i > 1; --i)
            std::swap(stops[i - 1], stops[m_random.below(i)]);
        stops.resize(1 + m_random.below(3));
        nodes.insert(nodes.end(), stops.begin(), stops.end());
        nodes.push_back(base());
        schedule::Booking<Time> booking{.id = std::move(id)};
        Time at = 0;
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            const Time stay = time(0, 9); // 0: passes the column at its top
            booking.usages.push_back({timing::PlaceKind::Node, nodes[k], {}, at, at + stay});
            at += stay;
            if (k + 1 == nodes.size()) break;
            const Time flight = time(0, 9);
            booking.usages.push_back({timing::PlaceKind::Link, nodes[k], nodes[k + 1], at, at + flight});
            at += flight;
        }
        booking.end = at;
        if (once(4)) dropAt(booking);
        return booking;
    }

    // Anywhere in time, so also where rules are broken already.
    schedule::Booking<Time> placedMission(std::string id, std::int64_t within) {
        return brute::shifted(mission(std::move(id)), time(0, within));
    }

private:
    std::string base() { return m_random.below(2) == 0 ? "B" : "C"; }

    // The column of a stop is held for a part of the stay only: the drone does not come down.
    void dropAt(schedule::Booking<Time>& booking) {
        auto& column = booking.usages[2];
        column.begin += (column.end - column.begin) / 2;
    }

    void makeNetwork() {
        m_network.base = "B";
        const std::vector<std::string> names{"B", "C", "P", "Q", "R"};
        for (const auto& name : names) {
            m_network.nodes[name].capacity = static_cast<int>(1 + m_random.below(3));
            if (once(3)) m_network.nodeBuffers[name] = time(0, 3);
        }
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = i + 1; j < names.size(); ++j) {
                auto ends = std::pair(names[i], names[j]);
                if (once(2)) std::swap(ends.first, ends.second);
                m_network.links.push_back({.a = ends.first,
                                           .b = ends.second,
                                           .track = once(2) ? schedule::Track::Double : schedule::Track::Single});
            }
        m_network.headway = time(0, 4);
        m_network.oppositeBuffer = time(0, 2);
        m_network.nodeBuffer = time(0, 2);
        if (once(3)) m_network.fleet = schedule::Fleet<Time>{1 + m_random.below(3), time(0, 4)};
        for (std::uint64_t n = m_random.below(4); n > 0; --n)
            addCrossing();
    }

    void addCrossing() {
        const std::size_t first = m_random.below(m_network.links.size());
        const std::size_t second = m_random.below(m_network.links.size());
        if (first == second) return;
        m_network.crossings.push_back({.first = first,
                                       .second = second,
                                       .firstFraction = static_cast<double>(m_random.between(0, 1000)) / 1000,
                                       .secondFraction = static_cast<double>(m_random.between(0, 1000)) / 1000,
                                       .separation = time(0, 4)});
    }

    Random m_random;
    PlanKind m_kind;
    schedule::Network<Time> m_network;
};

} // namespace haneul::tests
