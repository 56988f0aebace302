#include "plan_fixture.h"
#include "server/plan/flights.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::plan;

// Approved flights in the live picture.
class FlightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void approvedFlightsAreThere(); // R-PLAN-15 R-EVT-02
    void presenceIsSaid_data();
    void presenceIsSaid();   // R-EVT-02
    void aTrackHasItsPlan(); // R-EVT-02
};

namespace {

using haneul::tests::noon;

PlanPtr planAt(const char* id, const char* drone, State state, UtcMs start) {
    auto record = std::make_shared<PlanRecord>();
    record->plan.id = id;
    record->plan.drone_id = drone;
    record->plan.state = state;
    record->plan.start = start;
    record->plan.end = start + std::chrono::minutes(20);
    return record;
}

traffic::TrackPtr track(const char* id, traffic::TrackState state = traffic::TrackState::Live) {
    auto made = std::make_shared<traffic::Track>();
    made->id = id;
    made->state = state;
    return made;
}

} // namespace

void FlightsTest::approvedFlightsAreThere() {
    PlanState plans;
    plans.plans = {planAt("OVER", "D", State::Approved, noon - std::chrono::hours(1)),
                   planAt("WAITS", "D", State::PendingApproval, noon),
                   planAt("GOOD", "D", State::Approved, noon),
                   planAt("FLIES", "E", State::Activated, noon - std::chrono::hours(1)),
                   planAt("ENDED", "E", State::Ended, noon),
                   planAt("GONE", "E", State::Revoked, noon)};
    situation::Situation situation;
    situation.time = noon;
    std::vector<std::string> ids;
    for (const Flight& flight : flightsOf(plans, situation))
        ids.push_back(flight.plan->plan.id);
    QCOMPARE(ids, (std::vector<std::string>{"GOOD", "FLIES"}));
}

void FlightsTest::presenceIsSaid_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("startsIn_min");
    QTest::addColumn<QString>("track"); // empty: none
    QTest::addColumn<QString>("presence");
    const int approved = static_cast<int>(State::Approved), flying = static_cast<int>(State::Activated);
    QTest::newRow("later") << approved << 1 << QString() << QStringLiteral("EXPECTED");
    QTest::newRow("now") << approved << 0 << QString() << QStringLiteral("NOT_SEEN");
    QTest::newRow("early") << flying << 1 << QString() << QStringLiteral("NOT_SEEN");
    QTest::newRow("there") << flying << -1 << QStringLiteral("live") << QStringLiteral("SEEN");
    QTest::newRow("stale") << flying << -1 << QStringLiteral("stale") << QStringLiteral("SEEN");
    QTest::newRow("lost") << flying << -1 << QStringLiteral("lost") << QStringLiteral("LOST");
}

void FlightsTest::presenceIsSaid() {
    QFETCH(int, state);
    QFETCH(int, startsIn_min);
    QFETCH(QString, track);
    PlanState plans;
    plans.plans = {planAt("P", "D7", static_cast<State>(state), noon + std::chrono::minutes(startsIn_min))};
    situation::Situation situation;
    situation.time = noon;
    situation.tracks = {::track("icao:71be01"), ::track("uas:D70")};
    for (const auto known : {traffic::TrackState::Live, traffic::TrackState::Stale, traffic::TrackState::Lost})
        if (QString::fromStdString(std::string(toString(known))) == track)
            situation.tracks.insert(situation.tracks.begin() + 1, ::track("uas:D7", known));
    const auto flights = flightsOf(plans, situation);
    QCOMPARE(flights.size(), std::size_t{1});
    QTEST(QString::fromStdString(std::string(toString(flights.front().presence))), "presence");
    QCOMPARE(flights.front().track != nullptr, !track.isEmpty());
}

void FlightsTest::aTrackHasItsPlan() {
    PlanState plans;
    plans.plans = {planAt("FIRST", "D", State::Approved, noon), planAt("SECOND", "D", State::Activated, noon),
                   planAt("OTHER", "E", State::Approved, noon)};
    QCOMPARE(planOfTrack(plans, *track("uas:D"), noon)->plan.id, std::string("SECOND"));
    QCOMPARE(planOfTrack(plans, *track("uas:E"), noon)->plan.id, std::string("OTHER"));
    QVERIFY(!planOfTrack(plans, *track("uas:F"), noon));
    QVERIFY(!planOfTrack(plans, *track("icao:D"), noon));
}

QTEST_GUILESS_MAIN(FlightsTest)
#include "flights_test.moc"
