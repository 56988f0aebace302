#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/delivery/network_choice.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace haneul;
using namespace haneul::delivery;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T10:00:00Z");

// Every code that the delivery rooms and the readers of their files refuse with.
QSet<QString> codesInTheSources() {
    static const QRegularExpression made(QStringLiteral("(?:fail|refuse|refused|Error\\{)\\(?\\s*\"([A-Z][A-Z_]+)\""));
    QSet<QString> codes;
    for (const char* folder : {"core/delivery", "core/route", "core/timing", "core/schedule", "core/json",
                               "core/formats", "server/delivery"})
        for (QDirIterator files(QStringLiteral(HANEUL_SOURCE_DIR "/") + QLatin1StringView(folder),
                                {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files);
             files.hasNext();) {
            QFile file(files.next());
            static const QRegularExpression ours(QStringLiteral(
                "/formats/(kml_|mission_|qgc_|waypoint|recorded_flight)|/(delivery|route|timing|schedule|json)/"));
            if (!ours.match(file.fileName()).hasMatch()) continue;
            if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(file.fileName()));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = made.globalMatch(text); match.hasNext();)
                codes += match.next().captured(1);
        }
    return codes;
}

} // namespace

class DeliveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void everyCodeHasASentence_data();
    void everyCodeHasASentence(); // R-RTE-18
    void refusalsSayWhereAndWhat();
    void reasonsAreWords();
    void everyStateHasAWord();
    void durationsAreReadable_data();
    void durationsAreReadable();
    void timesAreReadAsTyped_data();
    void timesAreReadAsTyped();
    void answersComeToTheThreadOfTheDesk();
    void nobodyOrNoServiceIsRefused();
    void networkWithWorkComesFirst_data();
    void networkWithWorkComesFirst();
    void usedNetworkIsRemembered();
};

void DeliveryTest::networkWithWorkComesFirst_data() {
    QTest::addColumn<std::vector<int>>("work"); // on A, B, C
    QTest::addColumn<std::string>("last");
    QTest::addColumn<std::string>("begin");
    QTest::addColumn<std::string>("instead"); // of B, that nobody has chosen
    using Work = std::vector<int>;
    const auto row = [](const char* name, Work work, const char* last, const char* begin, const char* instead) {
        QTest::newRow(name) << work << std::string(last) << std::string(begin) << std::string(instead);
    };
    row("none", {0, 0, 0}, "", "A", "A");
    row("much more work elsewhere", {0, 1, 3}, "", "C", "C");
    row("last used", {0, 0, 0}, "C", "C", "C");
    row("last one is gone", {0, 0, 0}, "X", "A", "A");
    row("busiest", {1, 2, 3}, "", "C", "B");
    row("work before last used", {0, 0, 1}, "A", "C", "C");
    row("last used has work too", {1, 0, 3}, "A", "A", "A");
}

void DeliveryTest::networkWithWorkComesFirst() {
    QFETCH(std::vector<int>, work);
    QFETCH(std::string, last);
    QFETCH(std::string, begin);
    QFETCH(std::string, instead);
    DeliveryState state;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string id(1, static_cast<char>('A' + i));
        state.networks.push_back({.network = {.id = id}});
        // What is over is no work.
        Mission over{.id = "over-" + id, .network = id};
        over.steps.push_back({.step = MissionStep::Completed});
        state.missions.push_back(std::make_shared<const Mission>(over));
        state.orders.push_back({.id = "done-" + id, .network = id, .state = OrderState::Delivered});
        for (int k = 0; k < work[i]; ++k) {
            if (k % 2 == 0)
                state.orders.push_back({.id = id + std::to_string(k), .network = id});
            else
                state.missions.push_back(
                    std::make_shared<const Mission>(Mission{.id = id + std::to_string(k), .network = id}));
        }
    }
    QCOMPARE(networkToBeginWith(state, last), begin);
    QCOMPARE(networkToShow(state, last, "B", false), instead);
    QCOMPARE(networkToShow(state, last, "B", true), std::string("B"));
    QCOMPARE(networkToShow(state, last, "X", true), begin); // it is gone
    QCOMPARE(networkToBeginWith({}, last), std::string());
}

void DeliveryTest::usedNetworkIsRemembered() {
    DeliveryDesk desk(nullptr, {});
    const QSignalSpy used(&desk, &DeliveryDesk::networkUsed);
    desk.useNetwork("A");
    desk.useNetwork("A");
    desk.useNetwork({});
    QCOMPARE(used.count(), 1);
    QCOMPARE(desk.lastNetwork(), std::string("A"));
    QCOMPARE(desk.networkToBeginWith(), std::string()); // there is none
}

void DeliveryTest::everyCodeHasASentence_data() {
    QTest::addColumn<QString>("code");
    QSet<QString> codes = codesInTheSources();
    QVERIFY(codes.contains(QStringLiteral("NO_LINK")) && codes.contains(QStringLiteral("SEGMENT_TOO_SHORT")));
    // Named by the contract headers, the tables of DOMAIN.md 5 and the event log.
    for (const char* code : {"BAD_ID",
                             "SAME_ID",
                             "BAD_PLACE",
                             "BAD_NUMBER",
                             "TOP_BELOW_GROUND",
                             "NO_BASE",
                             "UNKNOWN_NODE",
                             "SAME_ENDS",
                             "SAME_LINK",
                             "BAD_STAYS",
                             "GROUND_UNKNOWN",
                             "LINK_NOT_VERIFIED",
                             "NODE_WITHOUT_LINK",
                             "NOT_REACHABLE",
                             "LINK_TOO_LOW",
                             "NEAR_NODE",
                             "NO_STOPS",
                             "REPEATED_NODE",
                             "NO_LINK",
                             "NOT_A_BASE",
                             "UNKNOWN_DRONE_TYPE",
                             "PAYLOAD_TOO_HEAVY",
                             "RANGE_EXCEEDED",
                             "ENDURANCE_EXCEEDED",
                             "FORBIDDEN",
                             "NO_SUCH_NETWORK",
                             "NO_SUCH_ORDER",
                             "NO_SUCH_MISSION",
                             "STALE_REVISION",
                             "MISSIONS_STAND",
                             "SLOT_TAKEN",
                             "MISSION_UNDER_WAY",
                             "NOT_NOW",
                             "NO_DELIVERIES",
                             "LOG_BUSY",
                             "LOG_WRITE",
                             "SAME_ENDPOINTS",
                             "FIRST_WAYPOINT_NOT_AT_ORIGIN",
                             "LAST_WAYPOINT_NOT_AT_DESTINATION",
                             "NEED_AT_LEAST_ONE_DELIVERY",
                             "ROW_COUNT_MISMATCH",
                             "ROW_LENGTH_MISMATCH",
                             "NEGATIVE_TIME",
                             "SHARED_NODE_ETP_MISMATCH",
                             "INVALID_ARGUMENT"})
        codes += QString::fromLatin1(code);
    for (const QString& code : codes)
        QTest::newRow(qPrintable(code)) << code;
}

void DeliveryTest::everyCodeHasASentence() {
    QFETCH(QString, code);
    QVERIFY2(hasSentence(code.toStdString()), qPrintable(code));
    const QString text = refusalText({code.toStdString(), {}, {}});
    QVERIFY(text.size() > 20 && text.endsWith(u'.') == !text.endsWith(u'?'));
    QVERIFY(!text.contains(code));
}

void DeliveryTest::refusalsSayWhereAndWhat() {
    QCOMPARE(refusalText({"NO_LINK", "there is no link", "BP-01>DP-07"}),
             QStringLiteral("BP-01 → DP-07: There is no link between these points. Draw one, or choose another order "
                            "of stops."));
    QVERIFY(refusalText({"RANGE_EXCEEDED", "12.4 km of 10 km", {}})
                .endsWith(QStringLiteral("(12.4 km needed, 10 km possible)")));
    QVERIFY(refusalText({"PAYLOAD_TOO_HEAVY", "much too heavy", {}}).endsWith(QStringLiteral("(much too heavy)")));
    QCOMPARE(refusalText({"SLOT_TAKEN", "not free", "column BP-01 M-000002"}),
             QStringLiteral("This start is not free: the column of BP-01 is held by M-000002. Take the next free "
                            "start."));
    QVERIFY(refusalText({"SLOT_TAKEN", "not free", "somewhere"}).startsWith(QStringLiteral("somewhere: ")));
    QCOMPARE(refusalText({"OF_TOMORROW", "new words", "here"}), QStringLiteral("here: new words"));
    QCOMPARE(refusalText({"OF_TOMORROW", "new words", {}}), QStringLiteral("new words"));
}

void DeliveryTest::reasonsAreWords() {
    QCOMPARE(reasonText("no longer wanted"), QStringLiteral("no longer wanted"));
    QCOMPARE(reasonText("NO_LINK: there is none"), refusalText({"NO_LINK", {}, {}}));
    QVERIFY(reasonText("PAYLOAD_TOO_HEAVY: 7 kg of 5 kg").endsWith(QStringLiteral("(7 kg needed, 5 kg possible)")));
    QCOMPARE(reasonText(""), QString());
}

void DeliveryTest::everyStateHasAWord() {
    QSet<QString> words;
    using enum OrderState;
    for (const auto state : {Waiting, OrderState::Booked, Delivered, OrderState::Cancelled, Refused})
        words += orderStateText(state);
    QCOMPARE(words.size(), 5);
    words.clear();
    for (const auto step : {MissionStep::Booked, MissionStep::Prepared, MissionStep::Flying, MissionStep::HandedOver,
                            MissionStep::Returning, MissionStep::Completed, MissionStep::Cancelled})
        words += stepText(step);
    QCOMPARE(words.size(), 7);
    words.clear();
    using enum schedule::Rule;
    for (const auto rule : {Column, OppositeDirection, SameDirection, Crossing, Fleet, BaseAbsent}) {
        words += ruleText(rule);
        QVERIFY(!ruleText(rule, "BP-01", "M-000002").isEmpty());
        if (rule == BaseAbsent) continue; // against nobody
        QVERIFY(ruleText(rule, "BP-01", "M-000002").contains(QStringLiteral("M-000002")));
        QVERIFY(ruleText(rule, "BP-01", {}).contains(QStringLiteral("several missions")));
    }
    QCOMPARE(words.size(), 6);
    QVERIFY(handOverText(HandOver::Land) != handOverText(HandOver::Drop));
}

void DeliveryTest::durationsAreReadable_data() {
    QTest::addColumn<qint64>("duration_ms");
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("delay");
    QTest::newRow("none") << qint64{0} << QStringLiteral("0 s") << QStringLiteral("0 s");
    QTest::newRow("under half a second") << qint64{499} << QStringLiteral("0 s") << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64{40'000} << QStringLiteral("40 s") << QStringLiteral("+40 s");
    QTest::newRow("minutes") << qint64{123'000} << QStringLiteral("2 min 03 s") << QStringLiteral("+2 min 03 s");
    QTest::newRow("whole minutes") << qint64{2'940'000} << QStringLiteral("49 min") << QStringLiteral("+49 min");
    QTest::newRow("hours") << qint64{3'900'000} << QStringLiteral("1 h 05 min") << QStringLiteral("+1 h 05 min");
}

void DeliveryTest::durationsAreReadable() {
    QFETCH(qint64, duration_ms);
    QFETCH(QString, duration);
    QFETCH(QString, delay);
    QCOMPARE(durationText(milliseconds{duration_ms}), duration);
    QCOMPARE(delayText(milliseconds{duration_ms}), delay);
    QCOMPARE(delayText(milliseconds{-duration_ms}), QString(delay).replace(u'+', u'−'));
}

void DeliveryTest::timesAreReadAsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("future");
    QTest::addColumn<QString>("expected"); // empty: refused
    const auto row = [](const char* typed, bool future, const char* expected) {
        QTest::addRow("%s %s", typed, future ? "to come" : "nearest")
            << QString::fromLatin1(typed) << future << QString::fromLatin1(expected);
    };
    row("10:30", true, "2026-11-21T10:30:00.000Z");
    row("9:30", true, "2026-11-22T09:30:00.000Z");
    row("10:00", true, "2026-11-21T10:00:00.000Z");
    row("9:30", false, "2026-11-21T09:30:00.000Z");
    row("23:30", false, "2026-11-20T23:30:00.000Z");
    row("10:30:15Z", true, "2026-11-21T10:30:15.000Z");
    row("2026-12-01 07:05", true, "2026-12-01T07:05:00.000Z");
    row("2026-02-30 07:05", true, "");
    row("24:00", true, "");
    row("10:60", true, "");
    row("10", true, "");
    row("soon", true, "");
    row("", true, "");
}

void DeliveryTest::timesAreReadAsTyped() {
    QFETCH(QString, typed);
    QFETCH(bool, future);
    QFETCH(QString, expected);
    const auto read = typedTime(typed, start, future);
    QCOMPARE(read ? QString::fromStdString(toRfc3339(*read)) : QString(), expected);
    QCOMPARE(timeText(start, start), QStringLiteral("10:00:00Z"));
    QCOMPARE(timeText(start + std::chrono::hours{14}, start), QStringLiteral("00:00:00Z (2026-11-22)"));
}

void DeliveryTest::answersComeToTheThreadOfTheDesk() {
    tests::FakeDeliveryService service(start);
    service.setNetwork(tests::referenceNetwork());
    DeliveryDesk desk(&service, [] { return tests::supervisor(); });
    QSignalSpy told(&desk, &DeliveryDesk::stateChanged);
    QVERIFY(desk.may("order.write"));

    std::optional<std::string> id;
    service.holding = true;
    desk.ask<std::string>(
        this,
        [&](Result<std::string> given) {
            QCOMPARE(QThread::currentThread(), thread());
            id = *given;
        },
        [](DeliveryService& asked, people::Principal by, Done<std::string> done) {
            asked.placeOrder(by, {.network = "seoul", .stop = {.node = "DP-01"}}, std::move(done));
        });
    std::thread(&tests::FakeDeliveryService::answerAll, &service).join();
    QVERIFY(!id);
    SOON(id.has_value());
    QCOMPARE(*id, std::string("O-000001"));
    SOON(told.size() == 1);
    QCOMPARE(desk.state()->orders.size(), std::size_t{1});
}

void DeliveryTest::nobodyOrNoServiceIsRefused() {
    const auto codeOf = [this](DeliveryDesk& desk) {
        std::string code;
        desk.ask<void>(
            this,
            [&](const Result<void>& given) {
                if (!given) code = given.error().code;
            },
            [](DeliveryService& asked, people::Principal by, Done<void> done) {
                asked.cancelOrder(by, "O-000001", "test", std::move(done));
            });
        return code;
    };
    DeliveryDesk without(nullptr, {});
    QCOMPARE(codeOf(without), std::string("NO_DELIVERIES"));
    QVERIFY(!without.available() && !without.may("order.write"));
    tests::FakeDeliveryService service(start);
    DeliveryDesk nobody(&service, [] { return std::nullopt; });
    QCOMPARE(codeOf(nobody), std::string("FORBIDDEN"));
    QVERIFY(service.calls.empty());
}

HANEUL_LATENCY_MAIN(DeliveryTest)
#include "delivery_test.moc"
