#include "core/schedule/booking_index.h"
#include "delivery_fixture.h"
#include "server/delivery/conflicts.h"
#include "server/delivery/events.h"
#include "server/delivery/planner.h"
#include "server/delivery/tables.h"
#include "server/demo/demo_networks.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <format>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::delivery::tests;

// Ten thousand missions on one network, one behind the other: what a command costs then. Times are printed; only what
// is many times too slow fails.
class DeliveryScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandMissions(); // R-SLT-12 R-SLT-13
};

namespace {

using Steady = std::chrono::steady_clock;
constexpr std::size_t missions = 10'000;

double millisecondsSince(Steady::time_point begun) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

// The least of a few, so that what else the machine does counts little.
template <class Call>
double least_ms(const char* what, Call call) {
    double least = 1e9;
    for (int n = 0; n < 5; ++n) {
        const auto begun = Steady::now();
        call(n);
        least = std::min(least, millisecondsSince(begun));
    }
    std::printf("%-72s %8.1f ms\n", what, least);
    return least;
}

// So many missions, each at its earliest start: the base, where only one has its place, is never free for another.
void fill(House& house) {
    const SavedNetwork saved = *house.state()->network("REF");
    NetworkRules rules(saved);
    schedule::BookingIndex<std::int64_t> index;
    const Booked booked{.between = [](auto, auto) -> Result<std::vector<Booking>> { return std::vector<Booking>(); },
                        .index = &index};
    for (std::size_t n = 0; n < missions;) {
        log::Decision decision;
        for (const std::size_t end = n + 500; n < end; ++n) {
            const std::string id = std::format("s{}", n);
            auto plan = planMission(rules,
                                    {.request = {.id = id, .stops = {{.node = std::format("DP-0{}", 1 + n % 5)}}},
                                     .ready = std::max(sinceEpoch_ms(at(36'000)), index.latestEnd() - 3'600'000)},
                                    booked);
            QVERIFY_RESULT(plan);
            index.insert(plan->booking);
            const auto start = utcMs(plan->start()), finish = utcMs(plan->end());
            decision.events.push_back(toEvent(MissionBooked{.mission = id,
                                                            .network = "REF",
                                                            .revision = saved.revision,
                                                            .route = plan->route,
                                                            .start = start,
                                                            .end = finish,
                                                            .usages = plan->booking.usages}));
        }
        QVERIFY_RESULT(
            house.log->submit(log::systemActor(), [decision](const storage::Database&, UtcMs) { return decision; })
                .get());
    }
}

} // namespace

void DeliveryScaleTest::tenThousandMissions() {
    House house;
    house.addVerified(demo::referenceNetwork());
    fill(house);
    QVERIFY(QTest::qWaitFor([&] { return house.state()->missions.size() == missions; }, 60'000));
    QVERIFY(house.state()->conflicts.empty());
    const auto last = std::ranges::max(house.state()->missions, {}, &Mission::start)->start;
    QVERIFY_RESULT(house.book("warm", {"DP-01"}, at(36'000))); // the first reads what is booked

    NetworkRules rules(*house.state()->network("REF"));
    std::promise<void> read;
    house.log->read([&](const storage::Database& database) {
        least_ms("search from the front, reading the tables (10,000 missions)", [&](int) {
            const auto end = lastEnd(database, "REF");
            const Booked booked{
                .between = [&](std::int64_t from,
                               std::int64_t to) { return readBookings(database, "REF", utcMs(from), utcMs(to)); },
                .lastEnd = sinceEpoch_ms(**end)};
            const auto plan = planMission(
                rules, {.request = {.id = "n", .stops = {{.node = "DP-02"}}}, .ready = sinceEpoch_ms(at(36'000))},
                booked);
            QVERIFY_RESULT(plan);
        });
        read.set_value();
    });
    read.get_future().get();
    const double booking = least_ms("booked from the front, answered", [&](int n) {
        QVERIFY_RESULT(house.book(std::format("front{}", n), {"DP-02"}, at(36'000)));
    });
    const double moving = least_ms("moved behind the last, answered, conflicts checked", [&](int n) {
        QVERIFY_RESULT(house.retime("front0", last + std::chrono::hours(2 + n)));
    });
    least_ms("seen later than planned, conflicts checked", [&](int n) {
        QVERIFY_RESULT(house.actual("s5000", 0, static_cast<std::size_t>(0), timing::EventKind::Departure,
                                    house.state()->mission("s5000")->start + std::chrono::seconds(300 + n)));
    });
    QVERIFY(!house.state()->conflicts.empty());
    least_ms("for comparison: every mission of the network checked anew", [&](int) {
        NetworkConflicts all(std::make_shared<NetworkRules>(*house.state()->network("REF")));
        for (const MissionPtr& mission : house.state()->missions)
            all.take(*mission);
        QCOMPARE(all.found(house.clock.now()), house.state()->conflicts);
    });
    QVERIFY2(booking < 1000 && moving < 1000, "many times too slow");
    // From the front it is the earliest start that the tables know.
    house.restart();
    QVERIFY(house.state()->mission("front1")->start > last - std::chrono::hours(2));
}

QTEST_GUILESS_MAIN(DeliveryScaleTest)
#include "delivery_scale_test.moc"
