#include "core/traffic/conflict.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace haneul;
using namespace haneul::traffic;

namespace {

constexpr UtcMs now = utcMs(1'800'000'000'000);
constexpr geo::LatLon middle{37.55, 126.99};
constexpr SeparationLimits limits{.horizontal_m = 50, .vertical_m = 15, .ahead_s = 25};

Track at(const std::string& id, geo::Enu_m place, double north_mps, double east_mps, double climb_mps = 0) {
    Track track;
    track.id = id;
    track.position = geo::LocalFrame(middle).toLatLon({place.east, place.north, 0});
    track.height = geo::Height{place.up, geo::HeightDatum::Amsl};
    track.velocity = Velocity_mps{north_mps, east_mps};
    track.verticalRate_mps = climb_mps;
    track.received = now;
    return track;
}

Conflicts judged(const std::vector<Track>& tracks) {
    std::vector<TrackPtr> shared;
    for (const Track& track : tracks)
        shared.push_back(std::make_shared<const Track>(track));
    return conflictsOf(shared, now, limits);
}

bool near(double value, double wanted, double within) {
    return std::abs(value - wanted) <= within;
}

// 600 m apart, 20 m beside and 10 m above each other, towards each other with 15 m/s each.
std::vector<Track> headOn() {
    return {at("a", {0, 0, 100}, 15, 0), at("b", {20, 600, 110}, -15, 0)};
}

} // namespace

class ConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headOnIsSeenBeforeItHappens(); // R-SVC-11
    void whatIsFarOrApartIsNone_data();
    void whatIsFarOrApartIsNone();
    void lostSeparationIsToldFromAPredictedOne();
    void whatIsNotKnownIsNotJudged_data();
    void whatIsNotKnownIsNotJudged(); // R-SVC-11
    void olderReportsAreCarriedForward();
    void theSoonestComesFirst();
    void agreesWithFlyingItOut();
    void manyTracksAreNoMoreThanTheirPairs();
};

void ConflictTest::headOnIsSeenBeforeItHappens() {
    const Conflicts conflicts = judged(headOn());
    QCOMPARE(conflicts.found.size(), 1U);
    QCOMPARE(conflicts.notJudged, 0U);
    const Conflict& conflict = conflicts.found.front();
    QVERIFY(!conflict.lost);
    QVERIFY(conflict.tracks[0]->id == "a" && conflict.tracks[1]->id == "b");
    QVERIFY2(near(conflict.until_s, 20, 0.01), qPrintable(QString::number(conflict.until_s)));
    QVERIFY(near(conflict.horizontal_m, 20, 0.01));
    QVERIFY(near(conflict.vertical_m, 10, 1e-9));
    const geo::LocalFrame frame(middle);
    QVERIFY(near(frame.toEnu(conflict.places[0], 0).north, 300, 0.1));
    QVERIFY(near(frame.toEnu(conflict.places[1], 0).north, 300, 0.1));
    QVERIFY(near(frame.toEnu(conflict.places[1], 0).east, 20, 0.1));
    QCOMPARE(conflict.heights_m[0], 100.0);
    QCOMPARE(conflict.heights_m[1], 110.0);
}

void ConflictTest::whatIsFarOrApartIsNone_data() {
    QTest::addColumn<double>("east_m");
    QTest::addColumn<double>("north_m");
    QTest::addColumn<double>("up_m");
    QTest::addColumn<double>("climb_mps");
    QTest::addColumn<bool>("conflict");
    QTest::newRow("beside, inside the limit") << 49.5 << 600.0 << 100.0 << 0.0 << true;
    QTest::newRow("beside, outside") << 50.5 << 600.0 << 100.0 << 0.0 << false;
    QTest::newRow("above, inside the limit") << 0.0 << 600.0 << 114.5 << 0.0 << true;
    QTest::newRow("above, outside") << 0.0 << 600.0 << 115.5 << 0.0 << false;
    QTest::newRow("later than it is looked ahead") << 0.0 << 850.0 << 100.0 << 0.0 << false;
    QTest::newRow("it comes down in time") << 0.0 << 600.0 << 160.0 << -2.5 << true;
    QTest::newRow("it has come down below by then") << 0.0 << 600.0 << 160.0 << -5.0 << false;
    QTest::newRow("it flies away") << 0.0 << -100.0 << 100.0 << 0.0 << false;
}

void ConflictTest::whatIsFarOrApartIsNone() {
    QFETCH(const double, east_m);
    QFETCH(const double, north_m);
    QFETCH(const double, up_m);
    QFETCH(const double, climb_mps);
    QFETCH(const bool, conflict);
    const Conflicts conflicts =
        judged({at("a", {0, 0, 100}, 15, 0), at("b", {east_m, north_m, up_m}, -15, 0, climb_mps)});
    QCOMPARE(conflicts.found.size(), conflict ? 1U : 0U);
    QCOMPARE(conflicts.notJudged, 0U);
}

void ConflictTest::lostSeparationIsToldFromAPredictedOne() {
    // Beside each other on one course: lost, and it stays as it is.
    Conflicts conflicts = judged({at("a", {0, 0, 100}, 15, 0), at("b", {30, 0, 105}, 15, 0)});
    QCOMPARE(conflicts.found.size(), 1U);
    QVERIFY(conflicts.found.front().lost);
    QCOMPARE(conflicts.found.front().until_s, 0.0);
    QVERIFY(near(conflicts.found.front().horizontal_m, 30, 0.01));
    // Flying apart: the closest approach is now.
    conflicts = judged({at("a", {0, 0, 100}, -15, 0), at("b", {0, 30, 105}, 15, 0)});
    QVERIFY(conflicts.found.size() == 1 && conflicts.found.front().lost);
    QCOMPARE(conflicts.found.front().until_s, 0.0);
    // Inside each other's limits, which needs no velocity to be known.
    std::vector<Track> tracks{at("a", {0, 0, 100}, 0, 0), at("b", {0, 30, 105}, 0, 0)};
    tracks[0].velocity.reset();
    tracks[1].verticalRate_mps.reset();
    conflicts = judged(tracks);
    QVERIFY(conflicts.found.size() == 1 && conflicts.found.front().lost);
    QVERIFY(near(conflicts.found.front().horizontal_m, 30, 0.01));
    QCOMPARE(conflicts.notJudged, 0U);
}

void ConflictTest::whatIsNotKnownIsNotJudged_data() {
    using Change = std::function<void(Track&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("notJudged");
    QTest::newRow("no height") << Change([](Track& track) { track.height.reset(); }) << 1;
    QTest::newRow("another datum") << Change([](Track& track) { track.height->datum = geo::HeightDatum::Std; }) << 1;
    QTest::newRow("no vertical rate") << Change([](Track& track) { track.verticalRate_mps.reset(); }) << 1;
    QTest::newRow("stale") << Change([](Track& track) { track.state = TrackState::Stale; }) << 1;
    QTest::newRow("lost") << Change([](Track& track) { track.state = TrackState::Lost; }) << 0;
    QTest::newRow("on the ground") << Change([](Track& track) { track.onGround = true; }) << 0;
    QTest::newRow("no position") << Change([](Track& track) { track.position.reset(); }) << 0;
}

void ConflictTest::whatIsNotKnownIsNotJudged() {
    QFETCH(const std::function<void(Track&)>, change);
    QFETCH(const int, notJudged);
    for (const std::size_t which : {0U, 1U}) {
        std::vector<Track> tracks = headOn();
        change(tracks[which]);
        const Conflicts conflicts = judged(tracks);
        QVERIFY(conflicts.found.empty());
        QCOMPARE(static_cast<int>(conflicts.notJudged), notJudged);
    }
    // An unknown velocity counts as standing still: the other one flies to where it is.
    std::vector<Track> tracks{at("a", {0, 0, 100}, 0, 0), at("b", {0, 300, 100}, -15, 0)};
    tracks[0].velocity.reset();
    QCOMPARE(judged(tracks).notJudged, 1U);
}

void ConflictTest::olderReportsAreCarriedForward() {
    std::vector<Track> tracks = headOn();
    tracks[1].received = now - milliseconds(4'000); // it is 60 m nearer by now
    const Conflicts conflicts = judged(tracks);
    QCOMPARE(conflicts.found.size(), 1U);
    QVERIFY(near(conflicts.found.front().until_s, 18, 0.01));
}

void ConflictTest::theSoonestComesFirst() {
    std::vector<Track> tracks{at("a", {0, 0, 100}, 15, 0), at("b", {0, 600, 100}, -15, 0)};
    for (const Track& more : {at("c", {2'000, 0, 100}, 15, 0), at("d", {2'000, 300, 100}, -15, 0),
                              at("e", {4'000, 0, 100}, 1, 0), at("f", {4'020, 0, 100}, 1, 0)})
        tracks.push_back(more);
    const Conflicts conflicts = judged(tracks);
    QCOMPARE(conflicts.found.size(), 3U);
    QVERIFY(conflicts.found[0].tracks[0]->id == "e" && conflicts.found[0].lost);
    QVERIFY(conflicts.found[1].tracks[0]->id == "c");
    QVERIFY(conflicts.found[2].tracks[0]->id == "a");
}

namespace {

// The larger of both distances in their limits, the least of all steps, on the plane of the frame.
double deepest(const geo::LocalFrame& frame, const Track& one, const Track& other) {
    const auto place = [&](const Track& track, double seconds) {
        const double since_s = static_cast<double>((now - track.received).count()) / 1000 + seconds;
        geo::Enu_m at = frame.toEnu(*track.position, 0);
        at.east += track.velocity->east * since_s;
        at.north += track.velocity->north * since_s;
        at.up = track.height->metres + *track.verticalRate_mps * since_s;
        return at;
    };
    const geo::Enu_m a = place(one, 0), b = place(other, 0), aThen = place(one, 1), bThen = place(other, 1);
    const auto after = [](double from, double to, double seconds) { return from + (to - from) * seconds; };
    double least = 1e9;
    for (double t = 0; t <= limits.ahead_s; t += 0.05) {
        const double h = std::hypot(after(b.east - a.east, bThen.east - aThen.east, t),
                                    after(b.north - a.north, bThen.north - aThen.north, t));
        const double v = std::abs(after(b.up - a.up, bThen.up - aThen.up, t));
        least = std::min(least, std::max(h / limits.horizontal_m, v / limits.vertical_m));
    }
    return least;
}

} // namespace

void ConflictTest::agreesWithFlyingItOut() {
    std::mt19937 random(11);
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    int conflicts = 0;
    for (int i = 0; i < 400; ++i) {
        const auto some = [&](const char* id) {
            return at(id, {between(-300, 300), between(-300, 300), between(80, 130)}, between(-18, 18),
                      between(-18, 18), between(-3, 3));
        };
        const std::vector<Track> tracks{some("a"), some("b")};
        const Conflicts found = judged(tracks);
        const geo::LocalFrame frame(middle);
        const double depth = deepest(frame, tracks[0], tracks[1]);
        if (std::abs(depth - 1) < 0.02) continue; // at the edge a step decides
        QCOMPARE(found.found.size(), depth < 1 ? 1U : 0U);
        if (found.found.empty()) continue;
        ++conflicts;
        QVERIFY(found.found.front().horizontal_m < limits.horizontal_m * 1.001);
        QVERIFY(found.found.front().vertical_m < limits.vertical_m * 1.001);
    }
    QVERIFY2(conflicts > 20, qPrintable(QString::number(conflicts)));
}

// Nothing is lost in looking for pairs, wherever on Earth.
void ConflictTest::manyTracksAreNoMoreThanTheirPairs() {
    std::mt19937 random(5);
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    for (const geo::LatLon place : {middle, geo::LatLon{0, 179.999}, geo::LatLon{-70, -179.999}}) {
        const geo::LocalFrame frame(place);
        std::vector<Track> tracks;
        for (int i = 0; i < 150; ++i) {
            const double fast_mps = i % 5 == 0 ? 110 : 18;
            Track track = at(std::to_string(1000 + i), {0, 0, between(90, 130)}, between(-fast_mps, fast_mps),
                             between(-fast_mps, fast_mps), between(-2, 2));
            track.position = frame.toLatLon({between(-3'000, 3'000), between(-3'000, 3'000), 0});
            track.received = now - milliseconds(i * 20);
            tracks.push_back(std::move(track));
        }
        std::size_t surely = 0, perhaps = 0;
        for (std::size_t i = 0; i < tracks.size(); ++i)
            for (std::size_t j = i + 1; j < tracks.size(); ++j) {
                const double depth = deepest(frame, tracks[i], tracks[j]);
                if (depth < 0.9) ++surely;
                if (depth < 1.1) ++perhaps;
            }
        const std::size_t found = judged(tracks).found.size();
        QVERIFY2(surely > 5 && found >= surely && found <= perhaps,
                 qPrintable(QStringLiteral("%1 of %2 to %3").arg(found).arg(surely).arg(perhaps)));
    }
}

QTEST_APPLESS_MAIN(ConflictTest)
#include "conflict_test.moc"
