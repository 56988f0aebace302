#include "core/schedule/optimiser.h"
#include "tests/core/schedule/brute_force.h"
#include "tests/core/schedule/order_sets.h"
#include "tests/core/schedule/random_plans.h"
#include "tests/core/schedule/reference_network.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <set>

using namespace haneul;
using namespace haneul::schedule;
using namespace haneul::tests;

class OptimiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderSetsAreWhatTheirGeneratorMakes();
    void neverWorseThanFirstComeFirstServed_data();
    void neverWorseThanFirstComeFirstServed();         // R-SLT-14 R-SLT-07
    void aShortMissionGoesBeforeALongOne();            // R-SLT-14
    void nothingIsDecidedByWhatComesLater();           // R-SLT-14
    void withoutEvaluationsItIsFirstComeFirstServed(); // R-SLT-14 R-SLT-07
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
};

namespace {

#ifdef HANEUL_SANITIZED
constexpr std::size_t evaluations = 15; // fewer, since each takes far longer
#else
constexpr std::size_t evaluations = 60; // of plans at each order
#endif

QString pathOf(int number) {
    return QStringLiteral(HANEUL_SOURCE_DIR "/tests/cases/orders/") + orderSetFile(number);
}

OptimiserSettings<Time> settingsOf(const OrderSet& set, Objective objective) {
    return {.visits = set.visits,
            .objective = objective,
            .preparation = set.preparation,
            .window = set.window,
            .evaluations = evaluations};
}

std::vector<PlannedMission<Time>> inTurn(const OrderSet& set) {
    std::vector<Order<Time>> orders;
    for (const auto& due : set.orders)
        orders.push_back(due.order);
    return *firstComeFirstServed(set.network, orders, set.visits, set.preparation);
}

// Empty: every order is flown once, as it was ordered, not before it can be, and no rule is broken.
QString wrongWith(const OrderSet& set, const std::vector<PlannedMission<Time>>& missions) {
    std::vector<Booking<Time>> before;
    std::set<std::string> flown;
    for (const auto& mission : missions) {
        const QString id = QString::fromStdString(mission.id);
        const auto due = std::ranges::find(set.orders, mission.id, [](const auto& one) { return one.order.id; });
        if (due == set.orders.end() || !flown.insert(mission.id).second) return id + QStringLiteral(" is no order");
        const bool sameStops = set.visits == VisitOrder::Given
                                   ? mission.stops == due->order.stops
                                   : std::ranges::is_permutation(mission.stops, due->order.stops);
        if (!sameStops) return id + QStringLiteral(" flies elsewhere");
        if (mission.start() < due->order.time + set.preparation) return id + QStringLiteral(" starts too early");
        const auto alone = missionAt(set.network, mission.id, mission.stops, mission.start());
        if (!alone || alone->booking.usages != mission.booking.usages) return id + QStringLiteral(" has other times");
        if (!brute::fits(set.network, mission.booking, before)) return id + QStringLiteral(" breaks a rule");
        before.push_back(mission.booking);
    }
    return flown.size() == set.orders.size() ? QString() : QStringLiteral("an order is not flown");
}

} // namespace

// HANEUL_WRITE_ORDER_SETS=1 writes them instead.
void OptimiserTest::theOrderSetsAreWhatTheirGeneratorMakes() {
    for (int number = 1; number <= orderSetCount; ++number) {
        const QByteArray made = toJson(makeOrderSet(number));
        if (qEnvironmentVariableIsSet("HANEUL_WRITE_ORDER_SETS")) {
            QVERIFY(QDir().mkpath(QFileInfo(pathOf(number)).path()));
            QFile file(pathOf(number));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(made), made.size());
            continue;
        }
        const auto published = readFile(pathOf(number));
        QVERIFY2(published, qPrintable(pathOf(number)));
        QVERIFY2(*published == made, qPrintable(pathOf(number)));
        QCOMPARE(toJson(orderSetFromJson(*published)), made); // and is read as it was written
    }
}

void OptimiserTest::neverWorseThanFirstComeFirstServed_data() {
    QTest::addColumn<int>("objective");
    QTest::newRow("delivery time") << static_cast<int>(Objective::DeliveryTime);
    QTest::newRow("lateness") << static_cast<int>(Objective::Lateness);
}

void OptimiserTest::neverWorseThanFirstComeFirstServed() {
    QFETCH(int, objective);
    const auto aim = static_cast<Objective>(objective);
    double shares = 0;
    int judged = 0, better = 0, fellBack = 0;
    std::printf("%-10s %9s %9s %8s %6s  %s\n", "set", "fcfs s", "found s", "better", "plans", "about");
    for (int number = 1; number <= orderSetCount; ++number) {
        const auto text = readFile(pathOf(number));
        QVERIFY(text);
        const OrderSet set = orderSetFromJson(*text);
        const auto served = inTurn(set);
        const auto plan = optimise(set.network, set.orders, settingsOf(set, aim));
        QVERIFY_RESULT(plan);
        QCOMPARE(wrongWith(set, served), QString());
        QCOMPARE(wrongWith(set, plan->missions), QString());
        QVERIFY(plan->evaluations <= evaluations * set.orders.size());
        const auto sum = [&](const std::vector<PlannedMission<Time>>& missions) {
            return aim == Objective::DeliveryTime ? totalDeliveryTime<Time>(set.orders, missions)
                                                  : totalLateness<Time>(set.orders, missions);
        };
        QCOMPARE(plan->deliveryTime, totalDeliveryTime<Time>(set.orders, plan->missions));
        QCOMPARE(plan->lateness, totalLateness<Time>(set.orders, plan->missions));
        const Time before = sum(served), after = sum(plan->missions);
        QVERIFY2(after <= before, set.id.c_str());
        const double share =
            before == 0 ? 0 : 100.0 * static_cast<double>(before - after) / static_cast<double>(before);
        std::printf("%-10s %9lld %9lld %7.1f%% %6zu  %s%s\n", set.id.c_str(), static_cast<long long>(before),
                    static_cast<long long>(after), share, plan->evaluations, set.about.c_str(),
                    plan->fellBack ? " (fell back on first come, first served)" : "");
        fellBack += plan->fellBack;
        if (before == 0) continue;
        shares += share;
        better += after < before;
        ++judged;
    }
    std::printf("%s: better on %d of %d sets, by %.1f %% in the mean; fell back on %d\n\n", QTest::currentDataTag(),
                better, judged, shares / judged, fellBack);
    QVERIFY(judged >= 20);
    QVERIFY(better > judged / 2 && shares / judged > 2);
}

void OptimiserTest::aShortMissionGoesBeforeALongOne() {
    const std::vector<DueOrder<Time>> orders{{{"first", 0, {"DP-01"}}, std::nullopt},
                                             {{"long", 10, {"DP-03", "DP-04"}}, std::nullopt},
                                             {{"short", 20, {"DP-01"}}, 600}};
    OptimiserSettings<Time> settings{.objective = Objective::Lateness, .window = 600, .evaluations = 20};
    const auto plan = optimise(referenceNetwork(), orders, settings);
    QVERIFY_RESULT(plan);
    QVERIFY(plan->improved);
    const auto startOf = [&](const std::string& id) {
        return std::ranges::find(plan->missions, id, &PlannedMission<Time>::id)->start();
    };
    QCOMPARE(startOf("first"), 0);
    QVERIFY(startOf("short") < startOf("long"));
    settings.window = 5; // the long one came in 10 before, and is not planned anew
    const auto late = optimise(referenceNetwork(), orders, settings);
    QVERIFY(!late->improved);
    // What is booked stays where it is.
    const auto booked = missionAt<Time>(referenceNetwork(), "booked", {"DP-02"}, 0);
    settings.window = 600;
    const auto around = optimise<Time>(referenceNetwork(), orders, settings, std::vector{booked->booking});
    std::vector<Booking<Time>> before{booked->booking};
    for (const auto& mission : around->missions) {
        QVERIFY(brute::fits(referenceNetwork(), mission.booking, before));
        before.push_back(mission.booking);
    }
}

// Leaving out the orders from some time on changes no mission that started before that time.
void OptimiserTest::nothingIsDecidedByWhatComesLater() {
    std::size_t compared = 0;
    for (int number = 1; number <= orderSetCount; ++number) {
        const OrderSet set = makeOrderSet(number);
        const auto settings = settingsOf(set, Objective::DeliveryTime);
        const auto whole = optimise(set.network, set.orders, settings);
        const std::size_t known = set.orders.size() / 2;
        const Time until = set.orders[known].order.time;
        const auto part =
            optimise(set.network, {set.orders.begin(), set.orders.begin() + static_cast<long>(known)}, settings);
        QVERIFY_RESULT(whole);
        QVERIFY_RESULT(part);
        if (!whole->improved || !part->improved) continue; // the last comparison sees all orders
        for (const auto& mission : part->missions) {
            if (mission.start() >= until) continue;
            const auto same = std::ranges::find(whole->missions, mission.id, &PlannedMission<Time>::id);
            QCOMPARE(same->start(), mission.start());
            QVERIFY(same->stops == mission.stops);
            ++compared;
        }
    }
    QVERIFY(compared > 100);
}

void OptimiserTest::withoutEvaluationsItIsFirstComeFirstServed() {
    for (const int number : {8, 18, 28}) {
        const OrderSet set = makeOrderSet(number);
        auto settings = settingsOf(set, Objective::DeliveryTime);
        settings.evaluations = 0;
        const auto plan = optimise(set.network, set.orders, settings);
        QVERIFY_RESULT(plan);
        QVERIFY(!plan->improved);
        const auto served = inTurn(set);
        for (std::size_t n = 0; n < served.size(); ++n) {
            QCOMPARE(plan->missions[n].id, served[n].id);
            QCOMPARE(plan->missions[n].start(), served[n].start());
        }
        settings.evaluations = evaluations; // deterministic
        const auto once = optimise(set.network, set.orders, settings);
        const auto again = optimise(set.network, set.orders, settings);
        for (std::size_t n = 0; n < served.size(); ++n)
            QVERIFY(once->missions[n].booking.usages == again->missions[n].booking.usages);
    }
}

void OptimiserTest::wrongInputIsRefused_data() {
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("code");
    QTest::newRow("id twice") << QStringLiteral("twice") << QStringLiteral("INVALID_ARGUMENT");
    QTest::newRow("id booked") << QStringLiteral("booked") << QStringLiteral("INVALID_ARGUMENT");
    QTest::newRow("window") << QStringLiteral("window") << QStringLiteral("INVALID_ARGUMENT");
    QTest::newRow("no link") << QStringLiteral("link") << QStringLiteral("NO_LINK");
    QTest::newRow("no stops") << QStringLiteral("stops") << QStringLiteral("NO_STOPS");
}

void OptimiserTest::wrongInputIsRefused() {
    QFETCH(QString, wrong);
    QFETCH(QString, code);
    std::vector<DueOrder<Time>> orders{{{"a", 0, {"DP-01"}}, std::nullopt}};
    OptimiserSettings<Time> settings;
    std::vector<Booking<Time>> booked;
    if (wrong == QLatin1StringView("twice")) orders.push_back(orders[0]);
    if (wrong == QLatin1StringView("booked")) booked.push_back({.id = "a"});
    if (wrong == QLatin1StringView("window")) settings.window = -1;
    if (wrong == QLatin1StringView("link")) orders[0].order.stops = {"DP-01", "DP-04"};
    if (wrong == QLatin1StringView("stops")) orders[0].order.stops = {};
    const auto plan = optimise(referenceNetwork(), orders, settings, std::span<const Booking<Time>>(booked));
    QVERIFY(!plan);
    QCOMPARE(QString::fromStdString(plan.error().code), code);
}

QTEST_GUILESS_MAIN(OptimiserTest)
#include "optimiser_test.moc"
