#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/latency_main.h"
#include "ui/orders/conflict_model.h"
#include "ui/orders/list_filter.h"
#include "ui/orders/mission_model.h"
#include "ui/orders/node_times_model.h"
#include "ui/orders/order_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include <cstdio>
#include <format>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::orders;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T10:00:00Z");

// The reference network with orders placed and missions booked, as the service would have it.
struct Place {
    tests::FakeDeliveryService service{start};

    Place() { service.setNetwork(tests::referenceNetwork()); }

    std::string order(const char* node, std::optional<UtcMs> deadline = {}) {
        std::string id;
        service.placeOrder(tests::supervisor(),
                           {.network = "seoul", .stop = {.node = node}, .payload_kg = 1.5, .deadline = deadline},
                           [&](Result<std::string> given) { id = *given; });
        return id;
    }

    std::string mission(std::vector<Stop> stops, UtcMs ready = start) {
        std::string id;
        service.bookMission(tests::supervisor(),
                            {.network = "seoul", .request = {.stops = std::move(stops)}, .ready = ready},
                            [&](Result<std::string> given) { id = *given; });
        return id;
    }

    void dispatch() {
        service.dispatch(tests::supervisor(), "seoul", Dispatch::Given, true, [](const auto&) {});
    }

    void late(const std::string& mission, milliseconds by) {
        const auto booked = service.state()->mission(mission);
        const auto out = booked->planned.legs.front().departures.front() + by.count();
        service.recordActuals(tests::supervisor(), mission, {{0, 0, timing::EventKind::Departure, out}},
                              [](const auto&) {});
    }
};

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

ListSign sign(const QAbstractItemModel& model, int row, int column) {
    return static_cast<ListSign>(model.index(row, column).data(SignRole).toInt());
}

DeliveryStatePtr manyMissions(int count) {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    DeliveryState state = *place.service.state();
    const MissionPtr first = state.missions.front();
    state.missions.clear();
    for (int i = 0; i < count; ++i) {
        Mission mission = *first;
        mission.id = std::format("M-{:06}", i);
        mission.start = start + milliseconds{1000 * i};
        mission.drone = std::format("HN-{:03}", i % 200);
        mission.orders = {std::format("O-{:06}", i)};
        state.missions.push_back(std::make_shared<const Mission>(std::move(mission)));
        state.orders.push_back({.id = std::format("O-{:06}", i),
                                .network = "seoul",
                                .stop = {.node = "DP-02"},
                                .placed = start + milliseconds{1000 * i},
                                .state = OrderState::Booked,
                                .mission = std::format("M-{:06}", i)});
    }
    return std::make_shared<const DeliveryState>(std::move(state));
}

} // namespace

class OrdersModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void ordersFollowTheState(); // R-SLT-07
    void ordersKnowWhenTheyAreExpected();
    void missionsFollowTheState(); // R-RTE-19
    void onlyWhatDiffersIsAnnounced();
    void rowsThatGoAndComeAreFollowed();
    void delaysAndConflictsCarryASign();    // R-SLT-13
    void nodeTimesAreThoseOfTheReference(); // R-RTE-13 R-RTE-14
    void nodeTimesFollowTheActualOnes();    // R-RTE-13
    void dropHasNoLanding();                // R-RTE-20
    void listsSortByValueAndFilterByWords();
    void tenThousandMissionsStayUsable();
};

void OrdersModelsTest::ordersFollowTheState() {
    Place place;
    OrderModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.order("DP-02");
    (void)place.order("DP-05", start + std::chrono::minutes{30});
    model.setState(place.service.state());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, OrderModel::Id), QStringLiteral("O-000001"));
    QCOMPARE(cell(model, 0, OrderModel::State), QStringLiteral("Waiting"));
    QCOMPARE(cell(model, 0, OrderModel::Payload), QStringLiteral("1.5"));
    QCOMPARE(cell(model, 0, OrderModel::Mission), QStringLiteral("—"));
    QCOMPARE(cell(model, 1, OrderModel::Deadline), QStringLiteral("10:30:00Z"));
    QVERIFY(!model.index(0, OrderModel::Deadline).data(SortRole).isValid());

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    place.service.cancelOrder(tests::supervisor(), "O-000002", "no longer wanted", [](const auto&) {});
    model.setState(place.service.state());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.front().at(1).toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(cell(model, 1, OrderModel::Reason), QStringLiteral("no longer wanted"));
    QVERIFY(model.index(1, 0).data(QuietRole).toBool() && !model.index(0, 0).data(QuietRole).toBool());
}

void OrdersModelsTest::ordersKnowWhenTheyAreExpected() {
    Place place;
    OrderModel model;
    (void)place.order("DP-02", start + std::chrono::minutes{5});
    (void)place.order("DP-02", start + std::chrono::hours{5});
    place.dispatch();
    model.setState(place.service.state());
    QCOMPARE(cell(model, 0, OrderModel::State), QStringLiteral("Booked"));
    QCOMPARE(cell(model, 0, OrderModel::Mission), QStringLiteral("M-000001"));
    // 120 load, 17 up, 3 hover, 180 flight, 5 hover, 26 down, 60 hand-over
    QCOMPARE(cell(model, 0, OrderModel::Expected), QStringLiteral("10:06:51Z"));
    QCOMPARE(sign(model, 0, OrderModel::Expected), ListSign::Caution);
    QCOMPARE(sign(model, 1, OrderModel::Expected), ListSign::None);
}

void OrdersModelsTest::missionsFollowTheState() {
    Place place;
    MissionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05", .handOver = HandOver::Drop}});
    model.setState(*place.service.state());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, MissionModel::Id), QStringLiteral("M-000001"));
    QCOMPARE(cell(model, 0, MissionModel::Drone), QStringLiteral("—"));
    QCOMPARE(cell(model, 0, MissionModel::Stops), QStringLiteral("DP-02, DP-05 (Drop)"));
    QCOMPARE(cell(model, 0, MissionModel::Start), QStringLiteral("10:00:00Z"));
    QCOMPARE(cell(model, 0, MissionModel::Step), QStringLiteral("Booked"));
    QCOMPARE(cell(model, 0, MissionModel::Delay), QStringLiteral("0 s"));

    place.service.assignDrone(tests::supervisor(), "M-000001", "HN-001", [](const auto&) {});
    place.service.advanceMission(tests::supervisor(), "M-000001", MissionStep::Prepared, {}, [](const auto&) {});
    model.setState(*place.service.state());
    QCOMPARE(cell(model, 0, MissionModel::Drone), QStringLiteral("HN-001"));
    QCOMPARE(cell(model, 0, MissionModel::Step), QStringLiteral("Prepared"));
    place.service.cancelMission(tests::supervisor(), "M-000001", "storm", [](const auto&) {});
    model.setState(*place.service.state());
    QVERIFY(model.index(0, 0).data(QuietRole).toBool());
}

void OrdersModelsTest::onlyWhatDiffersIsAnnounced() {
    Place place;
    MissionModel model;
    for (int i = 0; i < 5; ++i)
        (void)place.mission({{.node = "DP-01"}}, start + std::chrono::hours{i});
    model.setState(*place.service.state());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setState(*place.service.state());
    QCOMPARE(changed.size(), 0);
    place.service.assignDrone(tests::supervisor(), "M-000003", "HN-003", [](const auto&) {});
    place.service.assignDrone(tests::supervisor(), "M-000004", "HN-004", [](const auto&) {});
    (void)place.mission({{.node = "DP-03"}}, start - std::chrono::hours{1});
    model.setState(*place.service.state());
    QCOMPARE(changed.size(), 1); // neighbours in one
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.front().at(1).toModelIndex().row(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.front().at(1).toInt(), 5); // at the end although it starts first
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowOf("M-000006"), 5);
    QCOMPARE(model.rowOf("M-000009"), -1);
}

void OrdersModelsTest::rowsThatGoAndComeAreFollowed() {
    Place place;
    MissionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 6; ++i)
        (void)place.mission({{.node = "DP-01"}}, start + std::chrono::hours{i});
    model.setState(*place.service.state());
    const QPersistentModelIndex fourth = model.index(3, 0);
    place.service.change([](DeliveryState& state) {
        state.missions.erase(state.missions.begin() + 4);
        state.missions.erase(state.missions.begin(), state.missions.begin() + 2);
    });
    model.setState(*place.service.state());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(fourth.row(), 1);
    QCOMPARE(model.rowOf("M-000006"), 2);
    QCOMPARE(cell(model, model.rowOf("M-000003"), MissionModel::Id), QStringLiteral("M-000003"));
    place.service.change([](DeliveryState& state) { state.missions.clear(); });
    model.setState(*place.service.state());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!fourth.isValid());
}

void OrdersModelsTest::delaysAndConflictsCarryASign() {
    Place place;
    MissionModel missions;
    ConflictModel conflicts;
    const QAbstractItemModelTester tester(&conflicts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + milliseconds{60'000});
    place.late("M-000001", milliseconds{59'000});
    missions.setState(*place.service.state());
    QCOMPARE(cell(missions, 0, MissionModel::Delay), QStringLiteral("+59 s"));
    QCOMPARE(sign(missions, 0, MissionModel::Delay), ListSign::None);
    place.late("M-000001", milliseconds{123'000});
    missions.setState(*place.service.state());
    conflicts.setState(*place.service.state());
    QCOMPARE(cell(missions, 0, MissionModel::Delay), QStringLiteral("+2 min 03 s"));
    QCOMPARE(sign(missions, 0, MissionModel::Delay), ListSign::Caution);
    QCOMPARE(cell(missions, 1, MissionModel::Conflict), QStringLiteral("no longer fits"));
    QCOMPARE(sign(missions, 1, MissionModel::Conflict), ListSign::Warning);
    QCOMPARE(conflicts.rowCount(), 1);
    QCOMPARE(cell(conflicts, 0, ConflictModel::Mission), QStringLiteral("M-000002"));
    QVERIFY(cell(conflicts, 0, ConflictModel::What).startsWith(QStringLiteral("the column of ")));
    QCOMPARE(cell(conflicts, 0, ConflictModel::Start), QStringLiteral("10:04:22Z")); // 36262 s of DOMAIN.md 3
    QCOMPARE(cell(conflicts, 0, ConflictModel::Proposed), QStringLiteral("10:06:25Z"));
    place.service.retimeMission(tests::supervisor(), "M-000002",
                                *place.service.state()->conflicts.front().proposedStart,
                                [](const Result<void>& done) { QVERIFY(done.has_value()); });
    conflicts.setState(*place.service.state());
    QCOMPARE(conflicts.rowCount(), 0);
}

// m1 of DOMAIN.md 3: 36351/36411, 36562/36622, end 36973.
void OrdersModelsTest::nodeTimesAreThoseOfTheReference() {
    Place place;
    NodeTimesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    model.setMission(place.service.state()->missions.front());
    QCOMPARE(model.rowCount(), 7);
    using enum NodeTimesModel::Column;
    QCOMPARE(cell(model, 0, Place), QStringLiteral("BP-01"));
    QCOMPARE(cell(model, 0, Stay), QStringLiteral("2 min"));
    QCOMPARE(cell(model, 2, Arrival), QStringLiteral("10:05:51Z"));
    QCOMPARE(cell(model, 2, Departure), QStringLiteral("10:06:51Z"));
    QCOMPARE(cell(model, 4, Arrival), QStringLiteral("10:09:22Z"));
    QCOMPARE(cell(model, 4, Departure), QStringLiteral("10:10:22Z"));
    QCOMPARE(cell(model, 6, Departure), QStringLiteral("10:16:13Z"));
    QVERIFY(cell(model, 1, Place).contains(QStringLiteral("BP-01 → DP-02")));
    QCOMPARE(cell(model, 1, Stay), QStringLiteral("3 min 51 s"));
    QCOMPARE(cell(model, 1, Parts), QStringLiteral("take-off 20 s, flight 3 min 05 s, landing 26 s"));
    model.setMission(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void OrdersModelsTest::nodeTimesFollowTheActualOnes() {
    Place place;
    NodeTimesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    model.setMission(place.service.state()->missions.front());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    place.late("M-000001", milliseconds{90'000});
    model.setMission(place.service.state()->missions.front());
    QCOMPARE(reset.size(), 0);
    using enum NodeTimesModel::Column;
    QCOMPARE(cell(model, 0, DepartureNow), QStringLiteral("10:03:30Z actual"));
    QVERIFY(model.index(0, DepartureNow).data(NodeTimesModel::ActualRole).toBool());
    QVERIFY(!model.index(0, ArrivalNow).data(NodeTimesModel::ActualRole).toBool());
    QCOMPARE(cell(model, 2, Arrival), QStringLiteral("10:05:51Z"));
    QCOMPARE(cell(model, 2, ArrivalNow), QStringLiteral("10:07:21Z"));
    QCOMPARE(cell(model, 2, Deviation), QStringLiteral("+1 min 30 s"));
    QCOMPARE(sign(model, 2, Deviation), ListSign::Caution);
}

void OrdersModelsTest::dropHasNoLanding() {
    Place place;
    NodeTimesModel model;
    (void)place.mission({{.node = "DP-02", .handOver = HandOver::Drop}});
    model.setMission(place.service.state()->missions.front());
    using enum NodeTimesModel::Column;
    QCOMPARE(cell(model, 1, Parts), QStringLiteral("take-off 20 s, flight 3 min, landing 0 s"));
    QCOMPARE(cell(model, 2, Stay), QStringLiteral("20 s"));
    QCOMPARE(cell(model, 3, Parts), QStringLiteral("take-off 0 s, flight 3 min 05 s, landing 26 s"));
}

void OrdersModelsTest::listsSortByValueAndFilterByWords() {
    Place place;
    MissionModel model;
    ListFilter filter(model, nullptr);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)place.mission({{.node = "DP-01"}}, start + std::chrono::hours{3});
    (void)place.mission({{.node = "DP-02"}}, start + std::chrono::hours{1});
    (void)place.mission({{.node = "DP-03"}}, start + std::chrono::hours{2});
    place.service.assignDrone(tests::supervisor(), "M-000003", "HN-003", [](const auto&) {});
    model.setState(*place.service.state());
    const auto ids = [&] {
        QStringList list;
        for (int row = 0; row < filter.rowCount(); ++row)
            list << cell(filter, row, MissionModel::Id).right(1);
        return list.join(u' ');
    };
    filter.sort(MissionModel::Start, Qt::AscendingOrder);
    QCOMPARE(ids(), QStringLiteral("2 3 1"));
    filter.sort(MissionModel::Start, Qt::DescendingOrder);
    QCOMPARE(ids(), QStringLiteral("1 3 2"));
    filter.sort(MissionModel::Drone, Qt::AscendingOrder); // unknown last, either way
    QCOMPARE(ids(), QStringLiteral("3 1 2"));
    filter.sort(MissionModel::Drone, Qt::DescendingOrder);
    QCOMPARE(ids().left(1), QStringLiteral("3"));
    filter.setWords(QStringLiteral("dp-03 hn"));
    QCOMPARE(ids(), QStringLiteral("3"));
    filter.setWords(QStringLiteral("dp-03 m-000001"));
    QCOMPARE(ids(), QString());
    filter.setWords({});
    place.service.cancelMission(tests::supervisor(), "M-000001", "storm", [](const auto&) {});
    model.setState(*place.service.state());
    filter.sort(MissionModel::Id, Qt::AscendingOrder);
    QCOMPARE(ids(), QStringLiteral("1 2 3"));
    filter.setOnlyOpen(true);
    QCOMPARE(ids(), QStringLiteral("2 3"));
    filter.setOnlySigned(MissionModel::Conflict);
    QCOMPARE(ids(), QString());
}

void OrdersModelsTest::tenThousandMissionsStayUsable() {
    constexpr int count = 10'000;
    MissionModel missions;
    OrderModel orders;
    ListFilter sortedMissions(missions, nullptr);
    ListFilter sortedOrders(orders, nullptr);
    sortedMissions.sort(MissionModel::Start, Qt::AscendingOrder);
    sortedOrders.sort(OrderModel::Placed, Qt::DescendingOrder);
    const DeliveryStatePtr before = manyMissions(count);
    const auto milliseconds_of = [](const auto& work) {
        QElapsedTimer clock;
        clock.start();
        work();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    };
    const double first_ms = milliseconds_of([&] {
        missions.setState(*before);
        orders.setState(before);
    });
    QCOMPARE(sortedMissions.rowCount(), count);

    DeliveryState changed = *before;
    Mission other = *changed.missions[5'000];
    other.drone = "HN-999";
    changed.missions[5'000] = std::make_shared<const Mission>(other);
    other.id = "M-999999";
    changed.missions.push_back(std::make_shared<const Mission>(other));
    const auto after = std::make_shared<const DeliveryState>(changed);
    QSignalSpy reset(&sortedMissions, &QAbstractItemModel::modelReset);
    const double next_ms = milliseconds_of([&] {
        missions.setState(*after);
        orders.setState(after);
    });
    QCOMPARE(reset.size(), 0);
    QCOMPARE(sortedMissions.rowCount(), count + 1);
    const double sort_ms = milliseconds_of([&] { sortedMissions.sort(MissionModel::Drone, Qt::AscendingOrder); });
    const double filter_ms = milliseconds_of([&] { sortedMissions.setWords(QStringLiteral("hn-999")); });
    QCOMPARE(sortedMissions.rowCount(), 2);
    std::printf("%d missions and orders: first state %.1f ms, next state %.1f ms, sort %.1f ms, filter %.1f ms\n",
                count, first_ms, next_ms, sort_ms, filter_ms);
#ifndef HANEUL_SANITIZED
    QVERIFY2(next_ms < 100, "a state with one change must not stop the desk");
#endif
}

HANEUL_LATENCY_MAIN(OrdersModelsTest)
#include "orders_models_test.moc"
