// P11: one free-slot query against the booked missions of a network of 100 nodes; the limit is 1 ms with 10,000 of
// them. Beside it the same question asked of the plain list, and how the time grows from 1,000 to 10,000: with ten
// times the traffic in the same day, and with the same traffic over ten days. Times are CPU time of this thread. Fails
// when the two answers differ, never on a time.
#include "core/schedule/booking_index.h"
#include "core/schedule/dispatch.h"
#include "core/sim/random.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <set>
#include <string>
#include <vector>

#include <ctime>

using namespace haneul;
using namespace haneul::schedule;

namespace {

using Time = std::int64_t; // milliseconds

constexpr double limit_ms = 1.0;
constexpr Time second_ms = 1000;
constexpr Time hour_ms = 3600 * second_ms;
constexpr std::size_t bases = 10;
constexpr std::size_t deliveryPointsPerBase = 9;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string baseName(std::size_t base) {
    return std::format("BP-{:02}", base);
}

std::string pointName(std::size_t base, std::size_t point) {
    return std::format("DP-{:02}{}", base, point);
}

// Ten stars of a base and nine delivery points, neighbours on a star linked too; every third link crosses another.
Network<Time> hundredNodes(sim::Random& random) {
    Network<Time> network{.base = baseName(0),
                          .headway = 20 * second_ms,
                          .oppositeBuffer = 5 * second_ms,
                          .nodeBuffer = 3 * second_ms,
                          .hoverTop = 3 * second_ms,
                          .hoverLanding = 5 * second_ms,
                          .fleet = Fleet<Time>{500, 300 * second_ms}};
    const auto seconds = [&](std::int64_t low, std::int64_t high) {
        return random.between(low * second_ms, high * second_ms);
    };
    for (std::size_t base = 0; base < bases; ++base) {
        network.nodes[baseName(base)] = {.capacity = 12,
                                         .load = seconds(60, 150),
                                         .unload = seconds(30, 90),
                                         .takeOff = seconds(15, 25),
                                         .landing = seconds(20, 35)};
        for (std::size_t point = 0; point < deliveryPointsPerBase; ++point) {
            const std::string name = pointName(base, point);
            network.nodes[name] = {
                .capacity = 2, .serve = seconds(30, 90), .takeOff = seconds(15, 25), .landing = seconds(20, 35)};
            network.links.push_back({baseName(base), name, seconds(60, 300), Track::Double});
            if (point > 0)
                network.links.push_back({pointName(base, point - 1), name, seconds(40, 120),
                                         point % 2 == 0 ? Track::Single : Track::Double});
        }
    }
    for (std::size_t link = 0; link + 7 < network.links.size(); link += 3)
        network.crossings.push_back({link, link + 7, random.unit(), random.unit(), 10 * second_ms});
    return network;
}

class Traffic {
public:
    explicit Traffic(std::uint64_t seed)
        : m_random(seed)
        , m_network(hundredNodes(m_random)) {}

    const Network<Time>& network() const { return m_network; }

    // Counted from its start: one to three neighbouring delivery points of one base.
    Booking<Time> mission(const std::string& id) {
        const std::size_t base = m_random.below(bases);
        const std::size_t count = 1 + m_random.below(3);
        const std::size_t first = m_random.below(deliveryPointsPerBase - count + 1);
        std::vector<std::string> stops;
        for (std::size_t i = 0; i < count; ++i)
            stops.push_back(pointName(base, first + i));
        m_network.base = baseName(base);
        return missionAt(m_network, id, stops, Time{0})->booking;
    }

    Time within(Time span) { return m_random.between(0, span); }

private:
    sim::Random m_random;
    Network<Time> m_network;
};

struct Booked {
    std::vector<Booking<Time>> list;
    BookingIndex<Time> index;
};

// Missions asked for at random times, each booked at its earliest start.
Booked book(Traffic& traffic, std::size_t count, Time period) {
    Booked booked;
    for (std::size_t n = 0; n < count; ++n) {
        auto mission = traffic.mission(std::format("m{}", n));
        const Time start = earliestStart(traffic.network(), mission, booked.index, traffic.within(period));
        for (auto& usage : mission.usages) {
            usage.begin += start;
            usage.end += start;
        }
        mission.begin += start;
        mission.end += start;
        booked.list.push_back(mission);
        booked.index.insert(std::move(mission));
    }
    return booked;
}

struct Measured {
    double mean_ms = 0;
    double p99_ms = 0;
    double list_ms = 0; // mean of the plain list
    double facts = 0;   // mean number of forbidden ranges
    bool same = true;
};

Measured measure(Traffic& traffic, const Booked& booked, Time period, int queries, int listQueries) {
    Measured measured;
    std::vector<double> times_ms;
    for (int q = 0; q < queries; ++q) {
        const auto mission = traffic.mission("new");
        const Time ready = traffic.within(period);
        const Time horizon = ready + 2 * hour_ms;
        const double before = cpu_ms();
        const auto forbidden = forbiddenStarts(traffic.network(), mission, booked.index, ready, horizon);
        const auto slots = availableSlots(forbidden, ready, horizon);
        times_ms.push_back(cpu_ms() - before);
        measured.facts += static_cast<double>(forbidden.size()) / queries;
        if (q >= listQueries) continue;
        const double from = cpu_ms();
        const auto byList = availableSlots(
            forbiddenStarts(traffic.network(), mission, std::span<const Booking<Time>>(booked.list)), ready, horizon);
        measured.list_ms += (cpu_ms() - from) / listQueries;
        measured.same = measured.same && byList == slots;
    }
    std::ranges::sort(times_ms);
    for (const double time_ms : times_ms)
        measured.mean_ms += time_ms / queries;
    measured.p99_ms = times_ms[times_ms.size() * 99 / 100];
    return measured;
}

} // namespace

int main(int argc, char** argv) {
    const int queries = argc > 1 ? std::max(100, std::atoi(argv[1])) : 2000;

    struct Row {
        const char* name;
        std::size_t missions;
        Time period;
        Measured measured;
    };

    std::vector<Row> rows{{"1,000 in a day", 1'000, 24 * hour_ms, {}},
                          {"10,000 in a day", 10'000, 24 * hour_ms, {}},
                          {"10,000 in ten days", 10'000, 240 * hour_ms, {}}};
#ifndef NDEBUG
    std::puts("NOTE: not an optimised build; the figures say nothing (use preset release)");
#endif
    std::printf("P11 one free-slot query (2 h ahead), 100 nodes, %d queries a row, CPU time\n\n", queries);
    std::printf("%-20s %10s %10s %10s %12s %10s\n", "booked missions", "mean ms", "p99 ms", "ranges", "list ms",
                "list/index");
    for (Row& row : rows) {
        Traffic traffic(20261126);
        const Booked booked = book(traffic, row.missions, row.period);
        row.measured = measure(traffic, booked, row.period, queries, std::min(queries, 100));
        const Measured& m = row.measured;
        if (!m.same) {
            std::fprintf(stderr, "%s: the index and the list answer differently\n", row.name);
            return 1;
        }
        std::printf("%-20s %10.4f %10.4f %10.0f %12.3f %9.0fx\n", row.name, m.mean_ms, m.p99_ms, m.facts, m.list_ms,
                    m.list_ms / m.mean_ms);
    }
    const auto growth = [&](const Row& row) {
        const double factor = row.measured.mean_ms / rows[0].measured.mean_ms;
        std::printf("growth to %-20s %6.2f x for 10 x the missions (order %.2f)   goal < 10 x   %s\n", row.name, factor,
                    std::log10(factor), factor < 10 ? "reached" : "NOT REACHED");
    };
    std::puts("");
    growth(rows[1]);
    growth(rows[2]);
    std::printf("slowest p99 with 10,000: %.3f ms   goal <= %.0f ms   %s\n",
                std::max(rows[1].measured.p99_ms, rows[2].measured.p99_ms), limit_ms,
                std::max(rows[1].measured.p99_ms, rows[2].measured.p99_ms) <= limit_ms ? "reached" : "NOT REACHED");
    return 0;
}
