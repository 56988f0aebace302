#include "core/deconflict/intents.h"
#include "core/geo/geodesic.h"
#include "tests/core/deconflict/random_volumes.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <set>

using namespace haneul;
using namespace haneul::deconflict;

class IntentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void priorities();                          // R-SVC-10
    void theReportSaysWhoWhereWhenAndHowHigh(); // R-SVC-10
    void aVersionOfItselfIsNotInTheWay();
    void whatIsUnknownIsReported(); // R-SVC-10
    void eachIntentOnce();
    void idsAreUnique();
    void sameAsEachPair(); // R-SVC-10
};

namespace {

const geo::Surroundings nothing;
const UtcMs noon = utcMs(1'790'000'000'000);
constexpr geo::LatLon here{37.55, 127};

geo::VerticalLimit amsl(double metres) {
    return {metres, geo::VerticalReference::Amsl};
}

geo::Volume4D column(double east_m, std::int64_t from_s, double lower_m = 50, double radius_m = 100) {
    return {geo::Circle{geo::direct(here, 90, east_m), radius_m}, amsl(lower_m), amsl(lower_m + 50),
            noon + milliseconds(from_s * 1000), noon + milliseconds((from_s + 60) * 1000)};
}

std::vector<std::string> idsOf(const std::vector<Conflict>& conflicts) {
    std::vector<std::string> ids;
    for (const auto& conflict : conflicts)
        ids.push_back(conflict.intent);
    return ids;
}

} // namespace

void IntentsTest::priorities() {
    QVERIFY(standingOf(1, 0, {}) == Standing::Blocks);
    QVERIFY(standingOf(0, 0, {}) == Standing::Blocks);
    QVERIFY(standingOf(0, 1, {}) == Standing::GivesWay);
    QVERIFY(standingOf(0, 0, {.equalMayConflict = true}) == Standing::Permitted);
    QVERIFY(standingOf(1, 0, {.equalMayConflict = true}) == Standing::Blocks);

    IntentIndex index;
    QVERIFY_RESULT(index.insert({"low", 0, {column(0, 0)}}));
    QVERIFY_RESULT(index.insert({"same", 10, {column(0, 5)}}));
    QVERIFY_RESULT(index.insert({"high", 20, {column(0, 10)}}));
    const auto found = index.conflicts({"new", 10, {column(0, 0)}}, {}, nothing);
    QCOMPARE(idsOf(found), (std::vector<std::string>{"same", "high", "low"})); // those that block first
    QVERIFY(found[0].standing == Standing::Blocks);
    QVERIFY(found[1].standing == Standing::Blocks);
    QVERIFY(found[2].standing == Standing::GivesWay);
    QCOMPARE(found[1].priority, 20);
    QVERIFY(index.conflicts({"new", 10, {column(0, 0)}}, {.equalMayConflict = true}, nothing)[1].standing ==
            Standing::GivesWay);
}

void IntentsTest::theReportSaysWhoWhereWhenAndHowHigh() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"standing", 0, {column(5'000, 0), column(0, 0), column(120, 30, 70)}}));
    const auto found = index.conflicts({"new", 0, {column(-5'000, 0), column(60, 20, 80)}}, {}, nothing);
    QCOMPARE(found.size(), std::size_t{1});
    const auto& conflict = found.front();
    QCOMPARE(conflict.intent, std::string("standing"));
    QVERIFY(conflict.answer == geo::Judgement::Yes);
    QCOMPARE(conflict.volume, std::size_t{1});
    QCOMPARE(conflict.otherVolume, std::size_t{1});
    QVERIFY(conflict.from == noon + milliseconds(20'000)); // first with the second volume, at last with the third
    QVERIFY(conflict.to == noon + milliseconds(80'000));
    QVERIFY(conflict.laterBy == milliseconds(70'000)); // from 20 s to the 90 s at which the third volume ends
    QVERIFY(conflict.earlierBy == milliseconds(80'000));
    QVERIFY(conflict.lower == amsl(80));
    QVERIFY(conflict.upper == amsl(100));
    QVERIFY(geo::inverse(here, conflict.place).distance_m < 100);
    QVERIFY(geo::inverse(geo::direct(here, 90, 60), conflict.place).distance_m < 100);
}

void IntentsTest::aVersionOfItselfIsNotInTheWay() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"one", 0, {column(0, 0)}}));
    QVERIFY(index.conflicts({"one", 0, {column(0, 0)}}, {}, nothing).empty());
    QCOMPARE(index.conflicts({"two", 0, {column(0, 0)}}, {}, nothing).size(), std::size_t{1});
    QVERIFY(index.erase("one"));
    QVERIFY(!index.erase("one"));
    QVERIFY(index.find("one") == nullptr);
    QVERIFY(index.conflicts({"two", 0, {column(0, 0)}}, {}, nothing).empty());
}

void IntentsTest::whatIsUnknownIsReported() {
    IntentIndex index;
    auto agl = column(0, 0);
    agl.lower = geo::VerticalLimit{30, geo::VerticalReference::Agl};
    agl.upper = geo::VerticalLimit{60, geo::VerticalReference::Agl};
    QVERIFY_RESULT(index.insert({"agl", 0, {agl}}));
    auto found = index.conflicts({"new", 0, {column(0, 0)}}, {}, nothing);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].answer == geo::Judgement::Unknown);
    QVERIFY(!found[0].why.empty());
    QVERIFY(!found[0].lower && !found[0].upper);
    // A certain conflict with another volume of the same intent says more.
    QVERIFY(index.erase("agl"));
    QVERIFY_RESULT(index.insert({"agl", 0, {agl, column(0, 30)}}));
    found = index.conflicts({"new", 0, {column(0, 0)}}, {}, nothing);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].answer == geo::Judgement::Yes);
    QCOMPARE(found[0].otherVolume, std::size_t{1});
}

void IntentsTest::eachIntentOnce() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"many", 0, {column(0, 0), column(50, 0), column(100, 0)}}));
    QCOMPARE(index.conflicts({"new", 0, {column(0, 0), column(20, 0)}}, {}, nothing).size(), std::size_t{1});
    const auto present = index.presentIn(column(0, 0), nothing);
    QCOMPARE(present.size(), std::size_t{3});
    QCOMPARE(present[2].volume, std::size_t{2});
    QCOMPARE(present[0].intent->id, std::string("many"));
}

void IntentsTest::idsAreUnique() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"one", 0, {column(0, 0)}}));
    QCOMPARE(index.insert({"one", 5, {column(0, 0)}}).error().code, std::string("SAME_ID"));
    QCOMPARE(index.insert({"two", 5, {}}).error().code, std::string("NO_VOLUMES"));
    QCOMPARE(index.size(), std::size_t{1});
    QCOMPARE(index.find("one")->priority, 0);
}

void IntentsTest::sameAsEachPair() {
    tests::RandomVolumes random(12, {.half_m = 4'000, .day_ms = 1'800'000, .hubs = 6});
    std::vector<Intent> intents;
    IntentIndex index;
    const auto next = [&](std::size_t n) {
        Intent intent{"i" + std::to_string(n), int(random.random().below(3)), {}};
        while (intent.volumes.size() < 1 + n % 4)
            intent.volumes.push_back(random.corridor());
        return intent;
    };
    for (std::size_t n = 0; n < 150; ++n) {
        intents.push_back(next(n));
        QVERIFY_RESULT(index.insert(intents.back()));
    }
    std::size_t conflicts = 0;
    for (std::size_t n = 0; n < 60; ++n) {
        const auto wanted = next(1000 + n);
        std::set<std::string> expected;
        for (const auto& intent : intents)
            for (const auto& one : intent.volumes)
                for (const auto& other : wanted.volumes)
                    if (geo::overlap(one, other, nothing).answer == geo::Judgement::Yes) expected.insert(intent.id);
        std::set<std::string> found;
        for (const auto& conflict : index.conflicts(wanted, {}, nothing))
            found.insert(conflict.intent);
        QVERIFY(found == expected);
        conflicts += found.size();
    }
    QVERIFY(conflicts > 50);
}

QTEST_GUILESS_MAIN(IntentsTest)
#include "intents_test.moc"
