#include "core/deconflict/capacity.h"
#include "core/sim/random.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::deconflict;

class CapacityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theThirdOfTwoIsTooMany();      // R-SVC-13
    void oneAfterTheOtherIsFine();      // R-SVC-13
    void anIntentCountsOnce();          // R-SVC-13
    void limitsOfATimeAndALayer();      // R-SVC-13
    void whatIsUnknownIsNotJudged();    // R-SVC-13
    void sameAsCountingEachSecond();    // R-SVC-13
    void useAgainstTime();              // R-SVC-13
    void useSameAsCountingEachSecond(); // R-SVC-13
    void badLimits();
};

namespace {

const geo::Surroundings nothing;
const UtcMs noon = utcMs(1'790'000'000'000);
constexpr geo::LatLon pad{37.55, 127};

geo::VerticalLimit amsl(double metres) {
    return {metres, geo::VerticalReference::Amsl};
}

UtcMs at(std::int64_t second) {
    return noon + milliseconds(second * 1000);
}

geo::Volume4D stay(std::int64_t from_s, std::int64_t to_s, double lower_m = 40) {
    return {geo::Circle{pad, 50}, amsl(lower_m), amsl(lower_m + 60), at(from_s), at(to_s)};
}

CapacityLimit padFor(int most) {
    return {"PAD", {geo::Circle{pad, 200}, {}, {}, {}, {}}, most};
}

std::vector<CapacityUse> use(const IntentIndex& index, const Intent& wanted, CapacityLimit limit) {
    return capacityUse(wanted, std::vector{std::move(limit)}, index, nothing);
}

} // namespace

void CapacityTest::theThirdOfTwoIsTooMany() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"a", 0, {stay(0, 100)}}));
    QVERIFY_RESULT(index.insert({"b", 0, {stay(50, 150)}}));
    const auto full = use(index, {"c", 0, {stay(70, 300)}}, padFor(2));
    QCOMPARE(full.size(), std::size_t{1});
    QCOMPARE(full[0].limit, std::string("PAD"));
    QVERIFY(full[0].exceeded() && full[0].judged());
    QCOMPARE(full[0].demand, 3);
    QVERIFY(full[0].from == at(70));
    QVERIFY(full[0].to == at(100));
    QCOMPARE(full[0].intents, (std::vector<std::string>{"a", "b"}));
    QVERIFY(!use(index, {"c", 0, {stay(70, 300)}}, padFor(3))[0].exceeded());
    QVERIFY(!use(index, {"c", 0, {stay(100, 300)}}, padFor(2))[0].exceeded()); // a has gone
    QVERIFY(!use(index, {"b", 0, {stay(70, 300)}}, padFor(2))[0].exceeded());  // a version of itself
    auto away = stay(70, 300);
    away.area = geo::Circle{{37.6, 127}, 50};
    QVERIFY(use(index, {"c", 0, {away}}, padFor(2)).empty());
}

void CapacityTest::oneAfterTheOtherIsFine() {
    IntentIndex index;
    for (int n = 0; n < 10; ++n)
        QVERIFY_RESULT(index.insert({"i" + std::to_string(n), 0, {stay(n * 60, n * 60 + 60)}}));
    const auto long_ = use(index, {"new", 0, {stay(0, 600)}}, padFor(2));
    QCOMPARE(long_[0].demand, 2);
    QVERIFY(!long_[0].exceeded());
}

void CapacityTest::anIntentCountsOnce() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"a", 0, {stay(0, 100), stay(20, 120), stay(30, 60)}}));
    const auto found = use(index, {"b", 0, {stay(0, 100), stay(50, 200)}}, padFor(2));
    QCOMPARE(found[0].demand, 2);
    QCOMPARE(found[0].intents, std::vector<std::string>{"a"});
}

void CapacityTest::limitsOfATimeAndALayer() {
    IntentIndex index;
    QVERIFY_RESULT(index.insert({"a", 0, {stay(0, 100)}}));
    auto limit = padFor(1);
    limit.place.from = at(100);
    QVERIFY(use(index, {"b", 0, {stay(0, 100)}}, limit).empty());
    QVERIFY(!use(index, {"b", 0, {stay(0, 200)}}, limit)[0].exceeded()); // a is not there any more
    limit.place.from = at(99);
    const auto full = use(index, {"b", 0, {stay(0, 200)}}, limit);
    QVERIFY(full[0].exceeded());
    QVERIFY(full[0].from == at(99) && full[0].to == at(100));
    limit = padFor(1);
    limit.place.lower = amsl(100);
    QVERIFY(use(index, {"b", 0, {stay(0, 100)}}, limit).empty());
    QVERIFY(!use(index, {"b", 0, {stay(0, 100, 80)}}, limit)[0].exceeded()); // a is below
}

void CapacityTest::whatIsUnknownIsNotJudged() {
    IntentIndex index;
    auto agl = stay(0, 100);
    agl.lower = geo::VerticalLimit{20, geo::VerticalReference::Agl};
    agl.upper = geo::VerticalLimit{80, geo::VerticalReference::Agl};
    QVERIFY_RESULT(index.insert({"a", 0, {agl}}));
    auto limit = padFor(1);
    limit.place.upper = amsl(90);
    const auto found = use(index, {"b", 0, {stay(0, 100)}}, limit);
    QVERIFY(!found[0].exceeded());
    QVERIFY(!found[0].judged());
    QCOMPARE(found[0].demand, 1);
    QCOMPARE(found[0].possible, 2);
    QCOMPARE(found[0].intents, std::vector<std::string>{"a"});
    limit.most = 2;
    QVERIFY(use(index, {"b", 0, {stay(0, 100)}}, limit)[0].judged());
}

void CapacityTest::sameAsCountingEachSecond() {
    sim::Random random(2);
    for (int round = 0; round < 100; ++round) {
        IntentIndex index;
        std::vector<Intent> intents;
        const auto next = [&](std::string id) {
            Intent intent{std::move(id), 0, {}};
            for (std::size_t n = 0; n < 1 + random.below(3); ++n) {
                const auto from = random.between(0, 100);
                intent.volumes.push_back(stay(from, from + random.between(1, 60)));
            }
            return intent;
        };
        for (std::size_t n = 0; n < random.below(8); ++n) {
            intents.push_back(next("i" + std::to_string(n)));
            QVERIFY_RESULT(index.insert(intents.back()));
        }
        const auto wanted = next("new");
        const auto thereAt = [](const Intent& intent, UtcMs time) {
            return std::ranges::any_of(intent.volumes,
                                       [time](const auto& v) { return *v.from <= time && time < *v.to; });
        };
        int most = 0;
        for (int second = 0; second < 170; ++second) {
            if (!thereAt(wanted, at(second))) continue;
            int count = 1;
            for (const auto& intent : intents)
                count += thereAt(intent, at(second));
            most = std::max(most, count);
        }
        const auto found = use(index, wanted, padFor(2));
        QCOMPARE(found[0].demand, most);
        QCOMPARE(found[0].possible, most);
        QCOMPARE(int(found[0].intents.size()), most - 1);
    }
}

void CapacityTest::useAgainstTime() {
    IntentIndex index;
    const auto nobody = occupancy(padFor(2), at(0), at(100), index, nothing);
    QCOMPARE(nobody.size(), std::size_t{1});
    QVERIFY((nobody[0] == CapacityStep{at(0), at(100), 0, 0, {}}));
    QVERIFY_RESULT(index.insert({"a", 0, {stay(10, 50), stay(50, 80)}})); // two volumes, one flight
    QVERIFY_RESULT(index.insert({"b", 0, {stay(40, 60)}}));
    auto limit = padFor(2);
    auto steps = occupancy(limit, at(0), at(100), index, nothing);
    QVERIFY((steps == std::vector<CapacityStep>{{at(0), at(10), 0, 0, {}},
                                                {at(10), at(40), 1, 1, {"a"}},
                                                {at(40), at(60), 2, 2, {"a", "b"}},
                                                {at(60), at(80), 1, 1, {"a"}},
                                                {at(80), at(100), 0, 0, {}}}));
    // From the middle of it; a limit of a time counts nobody outside of it.
    steps = occupancy(limit, at(45), at(70), index, nothing);
    QCOMPARE(steps.size(), std::size_t{2});
    QVERIFY(steps[0].from == at(45) && steps[0].demand == 2 && steps[1].to == at(70));
    limit.place.from = at(55);
    limit.place.to = at(70);
    steps = occupancy(limit, at(0), at(100), index, nothing);
    QCOMPARE(steps.size(), std::size_t{4});
    QVERIFY(steps[0].to == at(55) && steps[0].possible == 0 && steps[3].from == at(70) && steps[3].possible == 0);
    // Heights that cannot be compared: perhaps.
    limit = padFor(2);
    limit.place.lower = geo::VerticalLimit{0, geo::VerticalReference::W84};
    limit.place.upper = geo::VerticalLimit{80, geo::VerticalReference::W84};
    steps = occupancy(limit, at(0), at(100), index, nothing);
    QCOMPARE(steps[1].demand, 0);
    QCOMPARE(steps[1].possible, 1);
}

void CapacityTest::useSameAsCountingEachSecond() {
    sim::Random random(14);
    for (int round = 0; round < 100; ++round) {
        IntentIndex index;
        std::vector<Intent> all;
        for (std::size_t n = 0; n < random.below(8); ++n) {
            Intent intent{"i" + std::to_string(n), 0, {}};
            std::int64_t from = random.between(0, 200);
            for (std::size_t k = 0; k < 1 + random.below(3); ++k) {
                const std::int64_t to = from + random.between(1, 60);
                intent.volumes.push_back(stay(from, to));
                from = to;
            }
            all.push_back(intent);
            QVERIFY_RESULT(index.insert(intent));
        }
        const auto steps = occupancy(padFor(1), at(0), at(300), index, nothing);
        QVERIFY(steps.front().from == at(0) && steps.back().to == at(300));
        std::size_t now = 0;
        for (std::int64_t second = 0; second < 300; ++second) {
            if (at(second) >= steps[now].to) ++now;
            QVERIFY(steps[now].from <= at(second) && at(second) < steps[now].to); // no gap
            std::vector<std::string> there;
            for (const auto& intent : all)
                if (std::ranges::any_of(intent.volumes, [&](const geo::Volume4D& volume) {
                        return *volume.from <= at(second) && at(second) < *volume.to;
                    }))
                    there.push_back(intent.id);
            QCOMPARE(steps[now].intents, there);
            QCOMPARE(steps[now].demand, int(there.size()));
        }
        for (std::size_t n = 1; n < steps.size(); ++n) // a step is a change
            QVERIFY(steps[n - 1].to == steps[n].from && steps[n - 1].intents != steps[n].intents);
    }
}

void CapacityTest::badLimits() {
    QVERIFY_RESULT(check(padFor(1)));
    QCOMPARE(check(padFor(0)).error().where, std::string("most"));
    auto limit = padFor(1);
    limit.id.clear();
    QCOMPARE(check(limit).error().code, std::string("BAD_CAPACITY"));
    limit = padFor(1);
    limit.place.area = geo::Circle{pad, 0};
    QCOMPARE(check(limit).error().code, std::string("BAD_AREA"));
}

QTEST_GUILESS_MAIN(CapacityTest)
#include "capacity_test.moc"
