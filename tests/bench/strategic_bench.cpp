// P5, P6b: which of the standing intents are in the way of a new one, and what it costs to keep them, beside Boost's
// R*-tree with Boost's exact test of polygons in one run. Corridors over a city of 60 x 60 km in one day
// (PERFORMANCE.md 4). Times are CPU time of this thread. By hand: strategic_bench [intents] [queries]. Fails when the
// answers differ, never on a time.
#include "core/deconflict/volume_index.h"
#include "tests/core/deconflict/random_volumes.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <ctime>

using namespace haneul;

namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

constexpr double goal_us = 2.5, goalTail_us = 20, goalInsert_us = 1.5;
constexpr double goalRatio = 3, goalInsertRatio = 5;

double cpu_us() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

using PlanePoint = bg::model::d2::point_xy<double>;
using PlanePolygon = bg::model::polygon<PlanePoint>;
using Point4 = bg::model::point<double, 4, bg::cs::cartesian>;
using Box4 = bg::model::box<Point4>;

// The peer: what a careful user of Boost writes.
struct Peer {
    struct Stored {
        Box4 box;
        PlanePolygon polygon;
    };

    static Stored stored(const geo::Volume4D& volume) {
        Stored made;
        // Metres of the city's plane; straight edges differ from geodesics by millimetres in a scaled plane so small.
        for (const auto& place : std::get<geo::Polygon>(volume.area).outer)
            bg::append(made.polygon,
                       PlanePoint((place.longitude_deg - 127) * 88'000, (place.latitude_deg - 37.5) * 111'000));
        bg::correct(made.polygon);
        const auto& ring = made.polygon.outer();
        const auto [west, east] = std::ranges::minmax(ring, {}, [](const auto& p) { return p.x(); });
        const auto [south, north] = std::ranges::minmax(ring, {}, [](const auto& p) { return p.y(); });
        const auto corner = [&](PlanePoint place, double height_m, UtcMs at) {
            Point4 p;
            bg::set<0>(p, place.x());
            bg::set<1>(p, place.y());
            bg::set<2>(p, height_m);
            bg::set<3>(p, static_cast<double>(sinceEpoch_ms(at)) / 1000);
            return p;
        };
        made.box = {corner({west.x(), south.y()}, volume.lower->metres, *volume.from),
                    corner({east.x(), north.y()}, volume.upper->metres, *volume.to)};
        return made;
    }

    using Value = std::pair<Box4, std::uint32_t>;

    void insert(std::uint32_t n) { tree.insert({pool[n].box, n}); }

    void erase(std::uint32_t n) { tree.remove({pool[n].box, n}); }

    std::size_t query(const Stored& wanted) const {
        std::size_t found = 0;
        for (auto it = tree.qbegin(bgi::intersects(wanted.box)); it != tree.qend(); ++it)
            found += bg::intersects(pool[it->second].polygon, wanted.polygon) ? 1 : 0;
        return found;
    }

    std::vector<Stored> pool;
    bgi::rtree<Value, bgi::rstar<16>> tree;
};

// The judge where the two differ: the peer's straight edges and geodesics part where corridors just touch.
std::size_t exact(const std::vector<geo::Volume4D>& volumes, const geo::Volume4D& wanted) {
    return static_cast<std::size_t>(std::ranges::count_if(volumes, [&](const geo::Volume4D& volume) {
        return geo::overlap(volume, wanted, {}).answer == geo::Judgement::Yes;
    }));
}

double at(std::vector<double>& times, double part) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

void row(const char* what, double product_us, double peer_us, const char* goal) {
    std::printf("%-34s %10.2f %12.2f %8.1fx   %s\n", what, product_us, peer_us, peer_us / product_us, goal);
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t intents = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    const std::size_t queries = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 2'000;
    tests::RandomVolumes random(1, {}), asked(2, {});
    std::vector<geo::Volume4D> volumes(intents), wanted(queries);
    for (auto& volume : volumes)
        volume = random.corridor();
    for (auto& volume : wanted)
        volume = asked.corridor();

    // What is stored is made before: both take over what they are given.
    Peer peer;
    for (const auto& volume : volumes)
        peer.pool.push_back(Peer::stored(volume));
    auto given = volumes;
    deconflict::VolumeIndex index;
    const double begin_us = cpu_us();
    for (auto& volume : given)
        (void)index.insert(std::move(volume));
    const double between_us = cpu_us();
    for (std::uint32_t n = 0; n < intents; ++n)
        peer.insert(n);
    const double end_us = cpu_us();
    const auto count = static_cast<double>(intents);
    const double insert_us = (between_us - begin_us) / count, peerInsert_us = (end_us - between_us) / count;

    const geo::Surroundings nothing;
    std::vector<double> times, peerTimes;
    std::size_t hits = 0, peerHits = 0;
    int different = 0, wrong = 0;
    for (const auto& volume : wanted) {
        const double start_us = cpu_us();
        const std::size_t found = index.overlapping(volume, nothing).size();
        times.push_back(cpu_us() - start_us);
        const double peerStart_us = cpu_us(); // the polygon of the question is made in its time, as in ours
        const std::size_t peerFound = peer.query(Peer::stored(volume));
        peerTimes.push_back(cpu_us() - peerStart_us);
        hits += found;
        peerHits += peerFound;
        if (found == peerFound) continue;
        ++different;
        wrong += found != exact(volumes, volume) ? 1 : 0;
    }
    const double clock_us = [] {
        const double start_us = cpu_us();
        double last_us = start_us;
        for (int n = 0; n < 1000; ++n)
            last_us = cpu_us();
        return (last_us - start_us) / 1000;
    }();

    const std::size_t gone = std::min<std::size_t>(intents, 20'000);
    const double eraseStart_us = cpu_us();
    for (std::uint32_t n = 0; n < gone; ++n)
        index.erase(n); // keys are given in order
    const double erased_us = cpu_us();
    for (std::uint32_t n = 0; n < gone; ++n)
        peer.erase(n);
    const double peerErased_us = cpu_us();

    std::printf(
        "P5, P6b: %zu intents, %zu questions, %.2f in the way of each (a reading of the clock, %.2f us, is in each "
        "time)\n",
        intents, queries, static_cast<double>(hits) / static_cast<double>(queries), clock_us);
    std::printf("%-34s %10s %12s %9s   %s\n", "us", "product", "Boost R*", "ratio", "goal at 100,000");
    char goal[64];
    std::snprintf(goal, sizeof goal, "<= %.1f us, >= %.0fx", goal_us, goalRatio);
    row("query, median", at(times, 0.5), at(peerTimes, 0.5), goal);
    std::snprintf(goal, sizeof goal, "<= %.0f us", goalTail_us);
    row("query, p99", at(times, 0.99), at(peerTimes, 0.99), goal);
    row("query, most", at(times, 1), at(peerTimes, 1), "");
    std::snprintf(goal, sizeof goal, "<= %.1f us, >= %.0fx", goalInsert_us, goalInsertRatio);
    row("insert", insert_us, peerInsert_us, goal);
    const auto erased = static_cast<double>(gone);
    row("erase", (erased_us - eraseStart_us) / erased, (peerErased_us - erased_us) / erased, goal);
    std::printf("answers: %zu and %zu, %d questions with another number; by the exact geometry %d of ours are wrong\n",
                hits, peerHits, different, wrong);
    return wrong > 0 ? 1 : 0;
}
