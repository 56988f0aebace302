// P5, P6b: which of the standing intents are in the way of a new one, and what it costs to keep them, beside Boost's
// R*-tree with Boost's exact test of polygons, SpatiaLite, PostGIS (where it is installed) and a look at every intent,
// in one run. Corridors over a city of 60 x 60 km in one day (PERFORMANCE.md 4). Times are CPU time of this thread; of
// PostGIS, which is another process, the time until its answer is there. By hand: strategic_bench [intents] [queries].
// Fails when the answers differ, never on a time.
#include "core/deconflict/volume_index.h"
#include "strategic_peers.h"
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

double wall_us() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// What every question and every change costs, and what was answered.
struct Measured {
    std::vector<double> query_us;
    std::vector<std::size_t> answers;
    double insert_us = 0, erase_us = 0;
};

double at(std::vector<double>& times, double part) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

void row(const char* what, double product_us, double peer_us, const char* goal) {
    std::printf("%-38s %10.2f %12.2f %8.1fx   %s\n", what, product_us, peer_us, peer_us / product_us, goal);
}

// A question costs a database more, so it is asked fewer of them; what it keeps is the same.
Measured measured(bench::DatabasePeer& peer, const std::vector<geo::Volume4D>& volumes,
                  const std::vector<geo::Volume4D>& wanted, double (*now_us)()) {
    Measured all;
    std::vector<bench::PlaneVolume> given;
    for (const auto& volume : volumes)
        given.push_back(bench::planeVolume(volume));
    const double begin_us = now_us();
    for (std::uint32_t n = 0; n < given.size(); ++n)
        peer.insert(n, given[n]);
    peer.commit();
    all.insert_us = (now_us() - begin_us) / static_cast<double>(given.size());
    peer.settle();
    for (const auto& volume : wanted) {
        const double start_us = now_us(); // the polygon of the question is made in its time, as in ours
        all.answers.push_back(peer.query(bench::planeVolume(volume)));
        all.query_us.push_back(now_us() - start_us);
    }
    const auto gone = static_cast<std::uint32_t>(std::min<std::size_t>(given.size(), 20'000));
    const double erase_us = now_us();
    for (std::uint32_t n = 0; n < gone; ++n)
        peer.erase(n);
    peer.commit();
    all.erase_us = (now_us() - erase_us) / gone;
    return all;
}

void database(bench::DatabasePeer& peer, const std::vector<geo::Volume4D>& volumes,
              const std::vector<geo::Volume4D>& wanted, const Measured& ours, double (*now_us)(), double leastRatio,
              double leastInsertRatio) {
    auto theirs = measured(peer, volumes, wanted, now_us);
    std::size_t different = 0;
    for (std::size_t n = 0; n < wanted.size(); ++n)
        different += theirs.answers[n] != ours.answers[n] ? 1U : 0U;
    auto mine = ours.query_us;
    std::printf("%-38s %10s %12s %9s   %s\n", "us", "product", peer.name(), "ratio", peer.version().c_str());
    char goal[64];
    std::snprintf(goal, sizeof goal, ">= %.0fx", leastRatio);
    row("query, median", at(mine, 0.5), at(theirs.query_us, 0.5), goal);
    row("query, p99", at(mine, 0.99), at(theirs.query_us, 0.99), "");
    goal[0] = 0;
    if (leastInsertRatio > 0) std::snprintf(goal, sizeof goal, ">= %.0fx", leastInsertRatio);
    row("insert", ours.insert_us, theirs.insert_us, goal);
    row("erase", ours.erase_us, theirs.erase_us, goal);
    std::printf("answers: %zu of %zu questions with another number (corridors that just touch)\n", different,
                wanted.size());
}

// Every intent is looked at: by time, height and box first, then exactly.
Measured bruteForce(const std::vector<geo::Volume4D>& volumes, const std::vector<geo::Volume4D>& wanted) {
    std::vector<deconflict::Shape> shapes;
    std::vector<deconflict::VolumeBox> boxes;
    for (const auto& volume : volumes) {
        shapes.emplace_back(volume.area);
        boxes.push_back(deconflict::boxOf(volume, shapes.back()));
    }
    Measured all;
    for (const auto& volume : wanted) {
        const double start_us = cpu_us();
        const deconflict::Shape shape(volume.area);
        const auto box = deconflict::boxOf(volume, shape);
        std::size_t found = 0;
        for (std::size_t n = 0; n < volumes.size(); ++n)
            if (boxes[n].meets(box) &&
                deconflict::overlap(volumes[n], shapes[n], volume, shape, {}).answer == geo::Judgement::Yes)
                ++found;
        all.query_us.push_back(cpu_us() - start_us);
        all.answers.push_back(found);
    }
    return all;
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
    Measured ours;
    auto& times = ours.query_us;
    std::vector<double> peerTimes;
    std::size_t hits = 0, peerHits = 0;
    int different = 0, wrong = 0;
    // One after the other, each with the caches to itself.
    for (const auto& volume : wanted) {
        const double start_us = cpu_us();
        ours.answers.push_back(index.overlapping(volume, nothing).size());
        times.push_back(cpu_us() - start_us);
        hits += ours.answers.back();
    }
    // Once more without a look at the clock between them.
    std::size_t again = 0;
    const double allBegin_us = cpu_us();
    for (const auto& volume : wanted)
        again += index.overlapping(volume, nothing).size();
    const double all_us = (cpu_us() - allBegin_us) / static_cast<double>(queries);
    for (std::size_t n = 0; n < queries; ++n) {
        const double start_us = cpu_us(); // the polygon of the question is made in its time, as in ours
        const std::size_t found = peer.query(Peer::stored(wanted[n]));
        peerTimes.push_back(cpu_us() - start_us);
        peerHits += found;
        if (found == ours.answers[n]) continue;
        ++different;
        wrong += ours.answers[n] != exact(volumes, wanted[n]) ? 1 : 0;
    }
    const double peerBegin_us = cpu_us();
    for (const auto& volume : wanted)
        again += peer.query(Peer::stored(volume));
    const double peerAll_us = (cpu_us() - peerBegin_us) / static_cast<double>(queries);
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
    ours.insert_us = insert_us;
    ours.erase_us = (erased_us - eraseStart_us) / static_cast<double>(gone);
    // Sorted copies are printed: the answers belong to the questions in their order.
    auto sorted = times;

    std::printf(
        "P5, P6b: %zu intents, %zu questions, %.2f in the way of each (a reading of the clock, %.2f us, is in each "
        "time)\n",
        intents, queries, static_cast<double>(hits) / static_cast<double>(queries), clock_us);
    std::printf("%-38s %10s %12s %9s   %s\n", "us", "product", "Boost R*", "ratio", "goal at 100,000");
    char goal[64];
    std::snprintf(goal, sizeof goal, "<= %.1f us, >= %.0fx", goal_us, goalRatio);
    row("query, median", at(sorted, 0.5), at(peerTimes, 0.5), goal);
    std::snprintf(goal, sizeof goal, "<= %.0f us", goalTail_us);
    row("query, p99", at(sorted, 0.99), at(peerTimes, 0.99), goal);
    row("query, most", at(sorted, 1), at(peerTimes, 1), "");
    row("query, mean, clock read once for all", all_us, peerAll_us, "");
    std::snprintf(goal, sizeof goal, "<= %.1f us, >= %.0fx", goalInsert_us, goalInsertRatio);
    row("insert", insert_us, peerInsert_us, goal);
    const auto erased = static_cast<double>(gone);
    row("erase", (erased_us - eraseStart_us) / erased, (peerErased_us - erased_us) / erased, goal);
    wrong += again != hits + peerHits ? 1 : 0;
    std::printf("answers: %zu and %zu, %d questions with another number; by the exact geometry %d of ours are wrong\n",
                hits, peerHits, different, wrong);

    const std::size_t few = std::min<std::size_t>(queries, 500);
    const std::vector some(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(few));
    auto brute = bruteForce(volumes, some);
    int bruteDifferent = 0;
    for (std::size_t n = 0; n < few; ++n)
        bruteDifferent += brute.answers[n] != ours.answers[n] ? 1 : 0;
    std::printf("%-38s %10s %12s %9s\n", "us", "product", "brute force", "ratio");
    row("query, median", at(sorted, 0.5), at(brute.query_us, 0.5), "");
    std::printf("answers: %d of %zu questions with another number\n", bruteDifferent, few);

    database(*bench::spatialite(), volumes, some, ours, cpu_us, 15, 0);
    std::string why;
    if (const auto server = bench::postgis(why))
        database(*server, volumes, some, ours, wall_us, 120, 50);
    else
        std::printf("PostGIS: %s, skipped\n", why.c_str());
    return wrong > 0 || bruteDifferent > 0 ? 1 : 0;
}
