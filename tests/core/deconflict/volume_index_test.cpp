#include "core/deconflict/volume_index.h"
#include "tests/core/deconflict/random_volumes.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace haneul;
using namespace haneul::deconflict;
using namespace haneul::tests;

class VolumeIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsBruteForce(); // R-SVC-10
    void sameAsBruteForce_data();
    void afterInsertsAndErases(); // R-SVC-10
    void spaceOnlyTimeOnlyBoth(); // R-SVC-10
    void thatOnlyTouchDoNotOverlap();
    void heightsOfTwoReferencesAreUnknown(); // R-SVC-10
    void endlessAndLargeVolumes();
    void acrossTheAntimeridian();
    void nearTheEdgeOfTheTolerance();
    void quickAnswersAreMostlyEnough();
};

namespace {

const geo::Surroundings nothing;

using Hits = std::map<std::size_t, geo::Judgement>;

Hits bruteForce(const std::vector<geo::Volume4D>& volumes, const geo::Volume4D& wanted) {
    Hits found;
    for (std::size_t n = 0; n < volumes.size(); ++n)
        if (const auto judged = geo::overlap(volumes[n], wanted, nothing); judged.answer != geo::Judgement::No)
            found[n] = judged.answer;
    return found;
}

Hits indexed(const VolumeIndex& index, const geo::Volume4D& wanted) {
    Hits found;
    for (const auto& hit : index.overlapping(wanted, nothing))
        if (!found.emplace(hit.key, hit.judged.answer).second) return {}; // twice
    return found;
}

geo::VerticalLimit limit(double metres, geo::VerticalReference reference = geo::VerticalReference::Amsl) {
    return {metres, reference};
}

// Whatever may come: polygons of any kind, circles, holes, limits of all references or none, times or none.
geo::Volume4D anyVolume(RandomVolumes& volumes) {
    auto& random = volumes.random();
    auto volume = volumes.corridor();
    const auto place = volumes.place();
    switch (random.below(5)) {
    case 0:
        volume.area = geo::Circle{place, random.uniform(1, 1500)};
        break;
    case 1: {
        geo::Polygon star;
        const double corners = 3 + static_cast<double>(random.below(20));
        for (double n = 0; n < corners; ++n)
            star.outer.push_back(geo::direct(place, 360 * n / corners, random.uniform(100, 2500)));
        if (random.below(3) == 0)
            star.holes.push_back({geo::direct(place, 0, 50), geo::direct(place, 120, 50), geo::direct(place, 240, 50)});
        volume.area = star;
        break;
    }
    case 2: { // a large one
        const double half_deg = random.uniform(0.01, 0.4);
        volume.area = geo::Polygon{{{place.latitude_deg, place.longitude_deg - half_deg},
                                    {place.latitude_deg + half_deg, place.longitude_deg},
                                    {place.latitude_deg, place.longitude_deg + half_deg},
                                    {place.latitude_deg - half_deg, place.longitude_deg}},
                                   {}};
        break;
    }
    default:
        break;
    }
    const auto reference = [&] {
        return std::array{geo::VerticalReference::Amsl, geo::VerticalReference::Agl,
                          geo::VerticalReference::W84}[random.below(3)];
    };
    if (random.below(4) == 0) volume.lower = limit(random.uniform(-20, 150), reference());
    if (random.below(4) == 0) volume.upper = limit(random.uniform(151, 300), reference());
    if (random.below(12) == 0) volume.lower.reset();
    if (random.below(12) == 0) volume.upper.reset();
    if (random.below(12) == 0) volume.from.reset();
    if (random.below(12) == 0) volume.to.reset();
    return volume;
}

} // namespace

void VolumeIndexTest::sameAsBruteForce_data() {
    QTest::addColumn<bool>("any");
    QTest::addColumn<double>("half_m");
    QTest::addColumn<double>("day_ms");
    QTest::addColumn<int>("count");
    QTest::newRow("corridors in a city") << false << 6'000.0 << 7'200'000.0 << 500;
    QTest::newRow("anything, crowded") << true << 8'000.0 << 3'600'000.0 << 300;
    QTest::newRow("anything, sparse") << true << 60'000.0 << 3'600'000.0 << 400;
}

void VolumeIndexTest::sameAsBruteForce() {
    QFETCH(bool, any);
    QFETCH(double, half_m);
    QFETCH(double, day_ms);
    QFETCH(int, count);
    RandomVolumes random(1, {.half_m = half_m, .day_ms = day_ms, .hubs = 6});
    const auto next = [&] { return any ? anyVolume(random) : random.corridor(); };
    std::vector<geo::Volume4D> volumes;
    VolumeIndex index;
    while (int(volumes.size()) < count) {
        auto volume = next();
        if (!geo::check(volume)) continue;
        QCOMPARE(index.insert(volume), VolumeIndex::Key(volumes.size()));
        volumes.push_back(std::move(volume));
    }
    std::size_t certain = 0, unknown = 0;
    for (int n = 0; n < 100; ++n) {
        auto wanted = next();
        if (!geo::check(wanted)) continue;
        const auto expected = bruteForce(volumes, wanted);
        QVERIFY(indexed(index, wanted) == expected);
        for (const auto& [key, answer] : expected)
            ++(answer == geo::Judgement::Yes ? certain : unknown);
    }
    QVERIFY(certain > 50);
    QCOMPARE(unknown > 0, any);
}

void VolumeIndexTest::afterInsertsAndErases() {
    RandomVolumes random(3, {.half_m = 4'000, .day_ms = 3'600'000, .hubs = 5});
    VolumeIndex index;
    std::map<VolumeIndex::Key, geo::Volume4D> standing;
    for (int n = 0; n < 3000; ++n) {
        if (standing.empty() || random.random().below(100) < (n / 500 % 2 == 0 ? 80 : 20)) {
            const auto volume = random.corridor();
            QVERIFY(standing.emplace(index.insert(volume), volume).second);
        } else {
            const auto gone = std::next(standing.begin(), std::ptrdiff_t(random.random().below(standing.size())));
            index.erase(gone->first);
            standing.erase(gone);
        }
        QCOMPARE(index.size(), standing.size());
        if (n % 60 != 0) continue;
        const auto wanted = random.corridor();
        Hits expected;
        for (const auto& [key, volume] : standing)
            if (geo::overlap(volume, wanted, nothing).answer == geo::Judgement::Yes)
                expected[key] = geo::Judgement::Yes;
        QVERIFY(indexed(index, wanted) == expected);
    }
    while (!standing.empty()) {
        index.erase(standing.begin()->first);
        standing.erase(standing.begin());
    }
    QVERIFY(indexed(index, {geo::Circle{{37.55, 127}, 20'000}, {}, {}, {}, {}}).empty());
}

void VolumeIndexTest::spaceOnlyTimeOnlyBoth() {
    const UtcMs noon = utcMs(1'790'000'000'000);
    const geo::LatLon here{37.5, 127}, there{37.6, 127};
    const auto at = [&](geo::LatLon place, std::int64_t from_s) {
        return geo::Volume4D{geo::Circle{place, 100}, limit(50), limit(100), noon + milliseconds(from_s * 1000),
                             noon + milliseconds((from_s + 60) * 1000)};
    };
    VolumeIndex index;
    (void)index.insert(at(here, 0));
    QVERIFY(indexed(index, at(here, 120)).empty());
    QVERIFY(indexed(index, at(there, 0)).empty());
    QVERIFY(indexed(index, at(there, 120)).empty());
    QCOMPARE(indexed(index, at(here, 59)).size(), std::size_t{1});
    auto above = at(here, 0);
    above.lower = limit(100);
    above.upper = limit(150);
    QVERIFY(indexed(index, above).empty());
    above.lower = limit(99.9);
    QCOMPARE(indexed(index, above).size(), std::size_t{1});
}

void VolumeIndexTest::thatOnlyTouchDoNotOverlap() {
    const geo::Polygon west{{{37.5, 127.0}, {37.5, 127.01}, {37.51, 127.01}, {37.51, 127.0}}, {}};
    const geo::Polygon east{{{37.5, 127.01}, {37.5, 127.02}, {37.51, 127.02}, {37.51, 127.01}}, {}};
    VolumeIndex index;
    (void)index.insert({west, {}, {}, {}, {}});
    QVERIFY(indexed(index, {east, {}, {}, {}, {}}).empty());
    QCOMPARE(indexed(index, {west, {}, {}, {}, {}}).size(), std::size_t{1}); // the same
    const UtcMs noon = utcMs(1'790'000'000'000);
    (void)index.insert({east, {}, {}, noon, noon + milliseconds(1000)});
    QVERIFY(indexed(index, {east, {}, {}, noon + milliseconds(1000), {}}).empty());
    QVERIFY(indexed(index, {east, {}, {}, {}, noon}).empty());
    QCOMPARE(indexed(index, {east, {}, {}, noon + milliseconds(999), {}}).size(), std::size_t{1});
}

void VolumeIndexTest::heightsOfTwoReferencesAreUnknown() {
    VolumeIndex index;
    const geo::Circle here{{37.5, 127}, 100};
    (void)index.insert({here, limit(50), limit(100), {}, {}});
    const geo::Volume4D agl{
        here, limit(20, geo::VerticalReference::Agl), limit(60, geo::VerticalReference::Agl), {}, {}};
    QCOMPARE(indexed(index, agl).begin()->second, geo::Judgement::Unknown);
    const geo::Surroundings flat{.ground_amsl_m = [](geo::LatLon) { return std::optional(45.0); }, .geoid_m = {}};
    QCOMPARE(index.overlapping(agl, flat).front().judged.answer, geo::Judgement::Yes);
    const geo::Surroundings high{.ground_amsl_m = [](geo::LatLon) { return std::optional(85.0); }, .geoid_m = {}};
    QVERIFY(index.overlapping(agl, high).empty());
}

void VolumeIndexTest::endlessAndLargeVolumes() {
    VolumeIndex index;
    const geo::Polygon country{{{34, 126}, {34, 129.5}, {38.5, 129.5}, {38.5, 126}}, {}};
    const auto all = index.insert({country, {}, {}, {}, {}});
    const auto always = index.insert({geo::Circle{{37.5, 127}, 100}, {}, limit(100), {}, {}});
    const geo::Volume4D small{geo::Circle{{37.5, 127}, 10}, {}, {}, utcMs(1'790'000'000'000), utcMs(1'790'000'001'000)};
    QCOMPARE(indexed(index, small), (Hits{{all, geo::Judgement::Yes}, {always, geo::Judgement::Yes}}));
    QCOMPARE(indexed(index, {country, {}, {}, {}, {}}).size(), std::size_t{2});
    index.erase(all);
    QCOMPARE(indexed(index, small), (Hits{{always, geo::Judgement::Yes}}));
    // Beyond the times that the boxes can hold.
    QCOMPARE(indexed(index, {geo::Circle{{37.5, 127}, 10}, {}, {}, utcMs(9'000'000'000'000), {}}).size(),
             std::size_t{1});
    QCOMPARE(indexed(index, {geo::Circle{{37.5, 127}, 10}, {}, {}, {}, utcMs(-9'000'000'000'000)}).size(),
             std::size_t{1});
}

void VolumeIndexTest::acrossTheAntimeridian() {
    VolumeIndex index;
    const geo::Polygon across{{{-17, 179.9}, {-17, -179.9}, {-16.8, -179.9}, {-16.8, 179.9}}, {}};
    (void)index.insert({across, {}, {}, {}, {}});
    for (const double longitude_deg : {179.95, -179.95, 180.0, -180.0})
        QCOMPARE(indexed(index, {geo::Circle{{-16.9, longitude_deg}, 500}, {}, {}, {}, {}}).size(), std::size_t{1});
    QVERIFY(indexed(index, {geo::Circle{{-16.9, 179.8}, 500}, {}, {}, {}, {}}).empty());
    QVERIFY(indexed(index, {geo::Circle{{-16.9, 0}, 500}, {}, {}, {}, {}}).empty());
    QCOMPARE(indexed(index, {across, {}, {}, {}, {}}).size(), std::size_t{1});
}

// Slanting 12 km corridors at all latitudes, moved until they nearly touch: the quick answer is never another than that
// of the exact geometry.
void VolumeIndexTest::nearTheEdgeOfTheTolerance() {
    sim::Random random(8);
    int unclear = 0, decided = 0;
    for (int n = 0; n < 4000; ++n) {
        const geo::LatLon from{random.uniform(-74, 74), random.uniform(-179, 179)};
        const double bearing_deg = random.uniform(0, 360), length_m = random.uniform(100, 12'000);
        const double turn_deg = random.below(2) == 0 ? 0 : random.uniform(-2, 2), half_m = random.uniform(5, 80);
        const auto strip = [&](geo::LatLon start, double heading_deg) {
            const geo::LatLon end = geo::direct(start, heading_deg, length_m);
            return geo::Polygon{
                {geo::direct(start, heading_deg + 90, half_m), geo::direct(start, heading_deg - 90, half_m),
                 geo::direct(end, heading_deg - 90, half_m), geo::direct(end, heading_deg + 90, half_m)},
                {}};
        };
        const double gap_m = random.uniform(-1, 1) * std::pow(10.0, random.uniform(-2, 1.2));
        const geo::Area one = strip(from, bearing_deg);
        const geo::Area other = strip(geo::direct(geo::direct(from, bearing_deg, random.uniform(-0.5, 0.5) * length_m),
                                                  bearing_deg + 90, 2 * half_m + gap_m),
                                      bearing_deg + turn_deg);
        const Quick quick = Shape::overlap(Shape(one), Shape(other));
        if (quick == Quick::Unclear) {
            ++unclear;
            continue;
        }
        ++decided;
        QCOMPARE(quick == Quick::Yes, geo::overlap(one, other));
        // A circle beside the first strip.
        const double radius_m = random.uniform(1, 500);
        const geo::Area circle = geo::Circle{geo::direct(geo::direct(from, bearing_deg, random.unit() * length_m),
                                                         bearing_deg + 90, half_m + radius_m + gap_m),
                                             radius_m};
        const Quick round = Shape::overlap(Shape(one), Shape(circle));
        if (round != Quick::Unclear) QCOMPARE(round == Quick::Yes, geo::overlap(one, circle));
    }
    QVERIFY(unclear > 100 && decided > 1000);
}

void VolumeIndexTest::quickAnswersAreMostlyEnough() {
    RandomVolumes random(4, {.half_m = 5'000, .hubs = 6});
    int unclear = 0, met = 0;
    for (int n = 0; n < 20'000; ++n) {
        const Shape one(random.corridor().area), other(random.corridor().area);
        if (!one.box().meets(other.box())) continue;
        ++met;
        unclear += Shape::overlap(one, other) == Quick::Unclear;
    }
    QVERIFY(met > 1000);
    QVERIFY2(unclear * 50 < met, qPrintable(QStringLiteral("%1 of %2").arg(unclear).arg(met)));
}

QTEST_GUILESS_MAIN(VolumeIndexTest)
#include "volume_index_test.moc"
