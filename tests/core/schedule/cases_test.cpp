#include "core/schedule/dispatch.h"
#include "tests/core/schedule/case_reader.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QJsonDocument>
#include <QtTest>

#include <cmath>
#include <cstdio>

using namespace haneul;
using namespace haneul::schedule;

// The numeric cases of the scheduler (ops slots, fcfs, batch), straight against core: in doubles as the studies take
// them, and where all numbers are whole also in the whole milliseconds of the product. Every file of tests/cases and,
// where it is there, of shared/cases is looked through: dropping one in adds its cases.
class ScheduleCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data();
    void everyCase(); // R-SLT-01 R-SLT-02 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-07 R-SLT-08 R-SLT-09 R-SLT-10
};

namespace {

using tests::timeFrom;

bool isWhole(const QJsonValue& value) {
    if (value.isDouble()) return value.toDouble() == std::floor(value.toDouble());
    if (value.isArray()) return std::ranges::all_of(value.toArray(), [](const auto& one) { return isWhole(one); });
    if (!value.isObject()) return true;
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field)
        if (!field.key().startsWith(QLatin1StringView("x_")) && !isWhole(field.value())) return false;
    return true;
}

// A usage stands for itself; kind "mission" holds no place, only a drone.
template <class Time>
Booking<Time> bookingFrom(const QJsonValue& json, std::string id) {
    const Time from = timeFrom<Time>(json[QStringLiteral("frm")]), to = timeFrom<Time>(json[QStringLiteral("to")]);
    const QString kind = json[QStringLiteral("kind")].toString(), place = json[QStringLiteral("id")].toString();
    Booking<Time> booking{std::move(id), {}, from, to};
    if (kind == QLatin1StringView("node"))
        booking.usages.push_back({timing::PlaceKind::Node, place.toStdString(), {}, from, to});
    if (kind == QLatin1StringView("link"))
        booking.usages.push_back({timing::PlaceKind::Link, place.section(QLatin1Char('>'), 0, 0).toStdString(),
                                  place.section(QLatin1Char('>'), 1).toStdString(), from, to});
    return booking;
}

template <class Time>
QJsonValue number(Time time) {
    return static_cast<double>(time);
}

template <class Time>
QJsonValue slotsOf(const QJsonObject& input) {
    const auto network = tests::networkFrom<Time>(input[QStringLiteral("network")].toObject());
    Booking<Time> mission{.id = "new"};
    for (const QJsonValue& json : input[QStringLiteral("new")].toArray()) {
        const auto one = bookingFrom<Time>(json, {});
        mission.begin = mission.usages.empty() ? one.begin : std::min(mission.begin, one.begin);
        mission.end = mission.usages.empty() ? one.end : std::max(mission.end, one.end);
        mission.usages.insert(mission.usages.end(), one.usages.begin(), one.usages.end());
    }
    // Whole missions count against the fleet, held places do not.
    std::vector<Booking<Time>> held, missions;
    for (const QJsonValue& json : input[QStringLiteral("existing")].toArray()) {
        auto one = bookingFrom<Time>(json, std::to_string(held.size() + missions.size()));
        (one.usages.empty() ? missions : held).push_back(std::move(one));
    }
    auto places = network;
    places.fleet.reset();
    auto forbidden = forbiddenStarts(places, mission, std::span<const Booking<Time>>(held));
    std::ranges::move(forbiddenStarts(network, mission, std::span<const Booking<Time>>(missions)),
                      std::back_inserter(forbidden));
    const auto windows = availableSlots(forbidden, timeFrom<Time>(input[QStringLiteral("ready")]),
                                        timeFrom<Time>(input[QStringLiteral("horizon")]));
    QJsonArray list;
    for (const auto& window : windows)
        list.append(QJsonArray{number(window.from), number(window.to)});
    return QJsonObject{{QStringLiteral("windows"), list},
                       {QStringLiteral("st1"), windows.empty() ? QJsonValue() : number(windows.front().from)}};
}

QJsonArray textList(const std::vector<std::string>& texts) {
    QJsonArray list;
    for (const auto& text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

QJsonValue refusal(const Error& error) {
    return QJsonObject{{QStringLiteral("error"), QString::fromStdString(error.code)}};
}

template <class Time>
QJsonValue fcfs(const QJsonObject& input) {
    const auto network = tests::networkFrom<Time>(input[QStringLiteral("network")].toObject());
    if (const auto fine = check(network); !fine) return refusal(fine.error());
    std::vector<Order<Time>> orders;
    for (const QJsonValue& order : input[QStringLiteral("orders")].toArray())
        orders.push_back(tests::orderFrom<Time>(order.toObject()));
    const auto missions =
        firstComeFirstServed(network, orders, tests::visitsFrom(input[QStringLiteral("order_policy")]),
                             timeFrom<Time>(input[QStringLiteral("prep")]));
    if (!missions) return refusal(missions.error());
    QJsonArray list;
    for (const auto& mission : *missions) {
        QJsonArray nodes;
        for (std::size_t k = 0; k < mission.times.nodes.size(); ++k)
            nodes.append(QJsonArray{
                QString::fromStdString(k == 0 || k > mission.stops.size() ? network.base : mission.stops[k - 1]),
                number(mission.times.nodes[k].arrival), number(mission.times.nodes[k].departure)});
        list.append(QJsonObject{{QStringLiteral("id"), QString::fromStdString(mission.id)},
                                {QStringLiteral("stops"), textList(mission.stops)},
                                {QStringLiteral("st1"), number(mission.start())},
                                {QStringLiteral("end"), number(mission.end())},
                                {QStringLiteral("nodes"), nodes}});
    }
    return list;
}

template <class Time>
QJsonValue batch(const QJsonObject& input) {
    std::vector<SingleOrder<Time>> orders;
    for (const QJsonValue& order : input[QStringLiteral("orders")].toArray())
        orders.push_back({order[QStringLiteral("id")].toString().toStdString(),
                          timeFrom<Time>(order[QStringLiteral("t")]),
                          order[QStringLiteral("stop")].toString().toStdString()});
    const auto batches = batched(std::move(orders), timeFrom<Time>(input[QStringLiteral("window")]),
                                 static_cast<std::size_t>(input[QStringLiteral("max_stops")].toInteger()));
    if (!batches) return refusal(batches.error());
    QJsonArray list;
    for (const auto& one : *batches)
        list.append(QJsonObject{{QStringLiteral("id"), QString::fromStdString(one.id)},
                                {QStringLiteral("t"), number(one.time)},
                                {QStringLiteral("stops"), textList(one.stops)}});
    return list;
}

template <class Time>
QJsonValue answer(const QString& op, const QJsonObject& input) {
    if (op == QLatin1StringView("slots")) return slotsOf<Time>(input);
    if (op == QLatin1StringView("fcfs")) return fcfs<Time>(input);
    return batch<Time>(input);
}

struct Tolerance {
    double relative = 0;
    double absolute = 0;
};

// Extra fields in an answer are allowed.
bool agrees(const QJsonValue& got, const QJsonValue& expected, const Tolerance& allowed) {
    if (expected.isDouble() && got.isDouble())
        return std::abs(got.toDouble() - expected.toDouble()) <=
               std::max(allowed.absolute, allowed.relative * std::abs(expected.toDouble()));
    if (expected.isArray() && got.isArray())
        return std::ranges::equal(got.toArray(), expected.toArray(),
                                  [&](const auto& l, const auto& r) { return agrees(l, r, allowed); });
    if (!expected.isObject() || !got.isObject()) return got == expected;
    const QJsonObject wanted = expected.toObject();
    for (auto field = wanted.begin(); field != wanted.end(); ++field)
        if (!agrees(got[field.key()], field.value(), allowed)) return false;
    return true;
}

QByteArray shown(const QJsonValue& value) {
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

} // namespace

void ScheduleCasesTest::everyCase_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QJsonValue>("expected");
    QTest::addColumn<double>("relative");
    QTest::addColumn<double>("absolute");
    int count = 0;
    for (const QString& folder :
         {QStringLiteral(HANEUL_SOURCE_DIR "/tests/cases"), tests::sharedPath(QStringLiteral("cases"))}) {
        if (folder.isEmpty()) continue;
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")})) {
            const auto text = tests::readFile(folder + QLatin1Char('/') + name);
            QVERIFY2(text, qPrintable(name));
            const QJsonObject whole = QJsonDocument::fromJson(*text).object();
            const QJsonObject allowed = whole[QStringLiteral("tolerance")].toObject();
            for (const QJsonValue& one : whole[QStringLiteral("cases")].toArray()) {
                const QString op = one[QStringLiteral("op")].toString();
                if (op != QLatin1StringView("slots") && op != QLatin1StringView("fcfs") &&
                    op != QLatin1StringView("batch"))
                    continue;
                QTest::addRow("%d %s", ++count, qPrintable(one[QStringLiteral("id")].toString()))
                    << op << one[QStringLiteral("input")].toObject() << one[QStringLiteral("expected")]
                    << allowed[QStringLiteral("rel")].toDouble() << allowed[QStringLiteral("abs")].toDouble();
            }
        }
    }
    std::printf("%d cases of the scheduler\n", count);
    QVERIFY(count > 0);
}

void ScheduleCasesTest::everyCase() {
    QFETCH(QString, op);
    QFETCH(QJsonObject, input);
    QFETCH(QJsonValue, expected);
    QFETCH(double, relative);
    QFETCH(double, absolute);
    const QJsonValue got = answer<double>(op, input);
    QVERIFY2(agrees(got, expected, {relative, absolute}), shown(got));
    if (!isWhole(input) || !isWhole(expected)) return;
    const QJsonValue gotWhole = answer<std::int64_t>(op, input);
    QVERIFY2(agrees(gotWhole, expected, {relative, absolute}), shown(gotWhole));
}

QTEST_GUILESS_MAIN(ScheduleCasesTest)
#include "cases_test.moc"
