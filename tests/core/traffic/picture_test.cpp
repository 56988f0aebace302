#include "core/traffic/picture.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace haneul;
using namespace haneul::traffic;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs start = utcMs(1'800'000'000'000);

TrackUpdate report(std::uint32_t sequence, milliseconds measured, milliseconds received = -1ms) {
    TrackUpdate update;
    update.id = "uas:D-1";
    update.feed = "mqtt";
    update.sequence = sequence;
    update.sourceTime = start + measured;
    update.received = start + (received < 0ms ? measured : received);
    update.position = geo::LatLon{37.5 + sequence * 1e-5, 127.0};
    return update;
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeTimesBelongToThePosition();
    void statesFollowTheAge();                 // R-SVC-01
    void sameAircraftFromTwoFeedsIsOneTrack(); // R-MS-13
    void partialReportsAddUpAndUnknownStaysUnknown();
    void duplicatesAndLateReportsChangeNothing();   // R-PIPE-15
    void shuffledRepeatedReportsGiveTheSameTrack(); // R-PIPE-15 R-EVT-05
    void restartedCounterIsFollowed();
    void clockSetBackIsBelievedOnceStale();
    void gapsAreCounted(); // G2
    void counterWrapsAround();
    void floodOfInventedIdsEvictsNothingSeen(); // A11
    void unchangedTracksAreShared();
    void trailHoldsOnePlaceAStep();
    void trailIsBoundedAndSharedUntilItGrows();
    void trailKeepsGapsAndStartsAnewWhenTheClockIsSetBack();
    void trailDotsStayWhereTheyAre();
    void trailIsOfReportsOnly();
};

void PictureTest::threeTimesBelongToThePosition() {
    Picture picture;
    QCOMPARE(picture.apply(report(1, 0ms, 40ms), start + 50ms), ApplyOutcome::NewTrack);
    TrackUpdate callsign;
    callsign.id = "uas:D-1";
    callsign.feed = "mqtt";
    callsign.label = "HN-1";
    callsign.received = start + 5000ms;
    QCOMPARE(picture.apply(callsign, start + 5000ms), ApplyOutcome::Updated);
    const TrackPtr track = picture.find("uas:D-1");
    QCOMPARE(track->label, "HN-1");
    QCOMPARE(sinceEpoch_ms(*track->sourceTime), sinceEpoch_ms(start));
    QCOMPARE(sinceEpoch_ms(track->received), sinceEpoch_ms(start + 40ms));
    QCOMPARE(sinceEpoch_ms(track->placed), sinceEpoch_ms(start + 50ms));
    QCOMPARE(track->age(start + 1040ms).count(), 1000);
}

void PictureTest::statesFollowTheAge() {
    Picture picture;
    picture.apply(report(1, 0ms), start);
    const auto stateAt = [&](milliseconds t) {
        picture.advance(start + t);
        const auto track = picture.find("uas:D-1");
        return track ? toString(track->state) : std::string_view("gone");
    };
    QVERIFY(stateAt(14'999ms) == "live");
    QVERIFY(stateAt(15'000ms) == "stale");
    QVERIFY(stateAt(59'999ms) == "stale");
    QVERIFY(stateAt(60'000ms) == "lost");
    QVERIFY(stateAt(599'999ms) == "lost");
    QVERIFY(stateAt(600'000ms) == "gone");
    picture.apply(report(2, 600'001ms), start + 600'001ms);
    QVERIFY(stateAt(600'002ms) == "live");
}

void PictureTest::sameAircraftFromTwoFeedsIsOneTrack() {
    Picture picture;
    TrackUpdate roof{.id = "icao:71BF01", .feed = "sbs:roof", .source = SourceKind::Sbs, .received = start};
    roof.position = geo::LatLon{37.5, 127.0};
    TrackUpdate hill = roof;
    hill.feed = "sbs:hill";
    hill.received = start + 200ms;
    QCOMPARE(picture.apply(roof, start), ApplyOutcome::NewTrack);
    QCOMPARE(picture.apply(hill, start + 200ms), ApplyOutcome::Updated);
    QCOMPARE(picture.size(), 1u);
    const auto track = picture.find("icao:71BF01");
    QCOMPARE(track->sources.size(), 2u);
    QCOMPARE(track->sources.front().feed, "sbs:hill");
}

void PictureTest::partialReportsAddUpAndUnknownStaysUnknown() {
    Picture picture;
    TrackUpdate velocity{.id = "icao:400F99", .feed = "sbs", .source = SourceKind::Sbs, .received = start};
    velocity.verticalRate_mps = -3.0;
    picture.apply(velocity, start);
    auto track = picture.find("icao:400F99");
    QVERIFY(!track->position);
    QVERIFY(!track->velocity); // a vertical rate alone says nothing of the ground speed
    QCOMPARE(track->verticalRate_mps, -3.0);
    TrackUpdate position{.id = "icao:400F99", .feed = "sbs", .source = SourceKind::Sbs, .received = start + 1s};
    position.position = geo::LatLon{51, 0};
    picture.apply(position, start + 1s);
    track = picture.find("icao:400F99");
    QVERIFY(track->position);
    QVERIFY(!track->height);
    QCOMPARE(track->verticalRate_mps, -3.0);
}

void PictureTest::duplicatesAndLateReportsChangeNothing() {
    Picture picture;
    picture.apply(report(5, 5000ms), start + 5000ms);
    const TrackPtr before = picture.find("uas:D-1");
    QCOMPARE(picture.apply(report(5, 5000ms, 5100ms), start + 5100ms), ApplyOutcome::Duplicate);
    QCOMPARE(picture.apply(report(4, 4000ms, 5200ms), start + 5200ms), ApplyOutcome::Late);
    QCOMPARE(picture.find("uas:D-1"), before);
    QCOMPARE(picture.counters().duplicates, 1u);
    QCOMPARE(picture.counters().late, 1u);
    QCOMPARE(picture.apply(report(6, 6000ms), start + 6000ms), ApplyOutcome::Updated);
}

void PictureTest::shuffledRepeatedReportsGiveTheSameTrack() {
    Picture ordered;
    std::vector<TrackUpdate> reports;
    for (std::uint32_t i = 1; i <= 40; ++i)
        reports.push_back(report(i, milliseconds{i * 100}, 4000ms));
    for (const auto& r : reports)
        ordered.apply(r, start + 4000ms);
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        auto shuffled = reports;
        shuffled.insert(shuffled.end(), reports.begin(), reports.begin() + 10);
        std::ranges::shuffle(shuffled, random);
        Picture picture;
        for (const auto& r : shuffled)
            picture.apply(r, start + 4000ms);
        Track a = *picture.find("uas:D-1"), b = *ordered.find("uas:D-1");
        a.revision = b.revision = 0;
        a.trail = b.trail = {}; // the way it was learned: what came too late to move the track leaves no dot
        QVERIFY(a == b);
    }
}

void PictureTest::restartedCounterIsFollowed() {
    Picture picture;
    picture.apply(report(5000, 0ms), start);
    QCOMPARE(picture.apply(report(0, 1000ms), start + 1s), ApplyOutcome::Updated);
    QCOMPARE(picture.apply(report(1, 2000ms), start + 2s), ApplyOutcome::Updated);
    QCOMPARE(picture.counters().gaps, 0u);
}

void PictureTest::clockSetBackIsBelievedOnceStale() {
    Picture picture;
    picture.apply(report(10, 0ms), start);
    // The same sender an hour in its own past: not at once ...
    QCOMPARE(picture.apply(report(1, -3'600'000ms, 1000ms), start + 1s), ApplyOutcome::Late);
    // ... but no longer than the track can be trusted without it.
    QCOMPARE(picture.apply(report(15, -3'585'000ms, 15'000ms), start + 15s), ApplyOutcome::Updated);
    QCOMPARE(picture.apply(report(16, -3'584'000ms, 16'000ms), start + 16s), ApplyOutcome::Updated);
}

void PictureTest::gapsAreCounted() {
    Picture picture;
    picture.apply(report(1, 0ms), start);
    picture.apply(report(2, 1s), start + 1s);
    picture.apply(report(6, 2s), start + 2s);
    QCOMPARE(picture.counters().gaps, 3u);
}

void PictureTest::counterWrapsAround() {
    Picture picture;
    picture.apply(report(0xFFFF'FFFEu, 0ms), start);
    QCOMPARE(picture.apply(report(0xFFFF'FFFFu, 1s), start + 1s), ApplyOutcome::Updated);
    QCOMPARE(picture.apply(report(0, 2s), start + 2s), ApplyOutcome::Updated);
    QCOMPARE(picture.counters().gaps, 0u);
    QCOMPARE(picture.apply(report(0xFFFF'FFFFu, 1s, 3s), start + 3s), ApplyOutcome::Late);
}

void PictureTest::floodOfInventedIdsEvictsNothingSeen() {
    Picture picture(TrackPolicy{.maxTracks = 100});
    for (std::uint32_t i = 0; i < 100; ++i) {
        TrackUpdate real = report(i, 0ms);
        real.id = "uas:real-" + std::to_string(i);
        QCOMPARE(picture.apply(real, start), ApplyOutcome::NewTrack);
    }
    for (std::uint32_t i = 0; i < 1000; ++i) {
        TrackUpdate fake = report(i, 1s);
        fake.id = "uas:fake-" + std::to_string(i);
        QCOMPARE(picture.apply(fake, start + 1s), ApplyOutcome::Full);
    }
    QCOMPARE(picture.counters().refusedFull, 1000u);
    for (std::uint32_t i = 0; i < 100; ++i)
        QVERIFY(picture.find("uas:real-" + std::to_string(i)));
    // Once something is lost, it makes room.
    picture.advance(start + 61s);
    TrackUpdate next = report(1, 61s);
    next.id = "uas:next";
    QCOMPARE(picture.apply(next, start + 61s), ApplyOutcome::NewTrack);
    QCOMPARE(picture.size(), 100u);
}

void PictureTest::unchangedTracksAreShared() {
    Picture picture;
    picture.apply(report(1, 0ms), start);
    TrackUpdate other = report(1, 0ms);
    other.id = "uas:D-2";
    picture.apply(other, start);
    const auto before = picture.tracks();
    picture.apply(report(2, 1s), start + 1s);
    const auto now = picture.tracks();
    QCOMPARE(before.size(), 2u);
    QVERIFY(before[0] != now[0]);
    QVERIFY(before[1] == now[1]);
    QVERIFY(now[0]->revision > before[1]->revision);
}

void PictureTest::trailHoldsOnePlaceAStep() {
    Picture picture;
    for (std::uint32_t i = 0; i < 100; ++i) // ten a second for ten seconds
        picture.apply(report(i, milliseconds(100 * i)), start + milliseconds(100 * i));
    const auto points = picture.find("uas:D-1")->trail.points();
    QCOMPARE(points.size(), 2U);
    QCOMPARE(sinceEpoch_ms(points[0].received), sinceEpoch_ms(start));
    QCOMPARE(sinceEpoch_ms(points[1].received), sinceEpoch_ms(start + 5000ms));
    QCOMPARE(points[1].position.latitude_deg, 37.5 + 50 * 1e-5); // as reported then
}

void PictureTest::trailIsBoundedAndSharedUntilItGrows() {
    Picture picture;
    for (std::uint32_t i = 0; i < 600; ++i)
        picture.apply(report(i, 1000ms * i), start + 1000ms * i);
    const TrackPtr before = picture.find("uas:D-1");
    const auto points = before->trail.points();
    QCOMPARE(points.size(), Trail::maxPoints);
    QCOMPARE(sinceEpoch_ms(points.back().received), sinceEpoch_ms(start + 595s));
    QCOMPARE(sinceEpoch_ms(points.front().received), sinceEpoch_ms(start + 420s));
    picture.apply(report(599 + 5, 599'500ms), start + 599'500ms); // same step: the very same points
    QVERIFY(picture.find("uas:D-1")->trail.points().data() == points.data());
    picture.apply(report(599 + 6, 600s), start + 600s);
    QVERIFY(picture.find("uas:D-1")->trail.points().data() != points.data());
    QCOMPARE(sinceEpoch_ms(before->trail.points().back().received), sinceEpoch_ms(start + 595s)); // still as it was
}

void PictureTest::trailKeepsGapsAndStartsAnewWhenTheClockIsSetBack() {
    Picture picture;
    picture.apply(report(1, 0ms), start);
    picture.apply(report(2, 40s), start + 40s);
    QCOMPARE(picture.find("uas:D-1")->trail.points().size(), 2U);
    std::vector<std::size_t> ages;
    picture.find("uas:D-1")->trail.visitDots(start + 42s, 5s, 9,
                                             [&](const TrailPoint&, std::size_t age) { ages.push_back(age); });
    QCOMPARE(ages, std::vector<std::size_t>{8});
    TrackUpdate other = report(1, 0ms, 10s); // another feed, and our clock was set back meanwhile
    other.feed = "second";
    picture.apply(other, start + 10s);
    QCOMPARE(picture.find("uas:D-1")->trail.points().size(), 1U);
}

void PictureTest::trailDotsStayWhereTheyAre() {
    Picture picture;
    const auto dotsAt = [&](std::uint32_t second) {
        std::vector<double> dots;
        picture.find("uas:D-1")->trail.visitDots(
            start + 1s * second, 15s, 5,
            [&](const TrailPoint& point, std::size_t) { dots.push_back(point.position.latitude_deg); });
        return dots;
    };
    for (std::uint32_t i = 0; i <= 120; ++i)
        picture.apply(report(i, 1s * i), start + 1s * i);
    const auto dots = dotsAt(120);
    QCOMPARE(dots.size(), 5U);
    for (std::size_t i = 0; i < dots.size(); ++i) // the way of 15 s lies between two dots
        QVERIFY(std::abs(dots[i] - (37.5 + (105.0 - 15.0 * static_cast<double>(i)) * 1e-5)) < 1e-9);
    for (std::uint32_t i = 121; i < 135; ++i)
        picture.apply(report(i, 1s * i), start + 1s * i);
    QCOMPARE(dotsAt(134), dots);
    picture.apply(report(135, 135s), start + 135s);
    QVERIFY(std::equal(dots.begin(), dots.end() - 1, dotsAt(135).begin() + 1));
}

void PictureTest::trailIsOfReportsOnly() {
    Picture picture;
    picture.apply(report(1, 0ms), start);
    TrackUpdate callsign = report(2, 20s);
    callsign.position.reset();
    picture.apply(callsign, start + 20s);
    picture.advance(start + 30s); // stale: nobody says where it was meanwhile
    QCOMPARE(picture.find("uas:D-1")->trail.points().size(), 1U);
    Picture again; // the same reports give the same trail: live, replayed, elsewhere
    again.apply(report(1, 0ms), start);
    QVERIFY(again.find("uas:D-1")->trail == picture.find("uas:D-1")->trail);
}

QTEST_GUILESS_MAIN(PictureTest)
#include "picture_test.moc"
