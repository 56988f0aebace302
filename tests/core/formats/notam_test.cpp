#include "core/formats/notam.h"
#include "tests/support/shared_data.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <map>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;

namespace {

const char* const drone = "CVA4913\r\nGG RKZZNAXX RKDAYXYX\r\n180602 RKRRYNYX\r\n (D3596/25 NOTAMN  \r\n"
                          "Q)RKRR/QRDCA/IV/BO/W/000/007/3646N12721E001\r\nA)RKRR B)2601010100 C)2602280600\r\n"
                          "D)0100-0600\r\nE)TEMPO DANGER AREA ACT AS FLW\r\n"
                          "A CIRCLE RADIUS 0.3NM CENTERED ON 364623N1272051E\r\n"
                          "RMK : 1. THIS AREA IS ESTABLISHED FOR DRONE FLIGHT (B) F) IS NOT HERE\r\nF)SFC G)656FT AGL)";

std::string notamOf(const char* q, const char* c, const char* d, const char* e, const char* limits) {
    return std::string("(E0001/26 NOTAMN\r\nQ)RKRR/") + q + "\r\nA)RKRR B)2601250000 C)" + c + "\r\n" +
           (*d != 0 ? std::string("D)") + d + "\r\n" : std::string()) + "E)" + e + "\r\n" + limits + ")";
}

const char* const q = "QRTCA/IV/BO/W/000/030/3705N12822E019";
const char* const area = "AREA BOUNDED BY THE FOLLOWING\r\n"
                         "370554N1275907E-371257N1284100E-370257N1284109E-365622N1280251E-37055\r\n4N1275907E";

std::string periodsText(const std::vector<Period>& periods) {
    std::string text;
    for (const Period& period : periods)
        text += toRfc3339(*period.from).substr(5, 11) + '/' + toRfc3339(*period.to).substr(5, 11) + ' ';
    return text;
}

std::string summary(const ZoneImport& import) {
    std::string text;
    for (const FeatureReport& report : import.features) {
        text += (text.empty() ? "" : "; ") + std::string(airspace::toString(report.outcome));
        for (const Finding& finding : report.findings)
            if (finding.severity != Severity::Note) text += ' ' + finding.code;
    }
    return text;
}

} // namespace

class NotamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfANotam();
    void badNotams_data();
    void badNotams();
    void limits_data();
    void limits();
    void schedules_data();
    void schedules();
    void areas_data();
    void areas();
    void zones_data();
    void zones(); // R-MS-12
    void chains();
    void realNotams();
};

void NotamTest::fieldsOfANotam() {
    const Notam notam = readNotam(drone).value();
    QCOMPARE(notam.identifier, std::string("D3596/25"));
    QVERIFY(notam.kind == NotamKind::New);
    QCOMPARE(notam.fir + ' ' + notam.code + ' ' + notam.location, std::string("RKRR QRDCA RKRR"));
    QCOMPARE(notam.upperLevel, 7);
    QVERIFY(notam.centre && std::abs(notam.centre->latitude_deg - (36 + 46 / 60.0)) < 1e-9 &&
            std::abs(notam.centre->longitude_deg - (127 + 21 / 60.0)) < 1e-9);
    QCOMPARE(notam.radius_nm, 1.0);
    QVERIFY(notam.from == fromRfc3339("2026-01-01T01:00:00Z") && notam.to == fromRfc3339("2026-02-28T06:00:00Z"));
    QCOMPARE(notam.schedule, std::string("0100-0600"));
    QCOMPARE(notam.lower, std::string("SFC"));
    QCOMPARE(notam.upper, std::string("656FT AGL"));
    QVERIFY(notam.text.ends_with("IS NOT HERE"));
    const ZoneImport import = readZonesNotam(drone, "f", "KOR").value();
    QCOMPARE(summary(import), std::string("TAKEN"));
    const Zone zone = import.features.at(0).zone.value();
    QVERIFY(zone.type == ZoneType::Conditional);
    const auto circle = std::get<geo::Circle>(zone.layers.at(0).area);
    QVERIFY(std::abs(circle.radius_m - 555.6) < 1e-9);
    QVERIFY(std::abs(circle.centre.latitude_deg - (36 + 46 / 60.0 + 23 / 3600.0)) < 1e-9);
    QVERIFY(std::abs(zone.layers.at(0).upper->metres - 199.9488) < 1e-9);
    QVERIFY(zone.periods.at(0).schedule.at(0) == (DailyPeriod{{}, ClockTime{3600, 0}, ClockTime{21'600, 0}}));
}

void NotamTest::badNotams_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const std::string& text, const char* error) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromLatin1(error);
    };
    row("nothing", "", "NOT_A_NOTAM");
    row("no kind", "(E0001/26 NOTAMX\r\nQ)", "NOT_A_NOTAM");
    row("replaces nothing", "(E0001/26 NOTAMR\r\nQ)RKRR", "NOT_A_NOTAM");
    row("Q line cut", "(E0001/26 NOTAMN\r\nQ)RKRR/QRTCA\r\nA)RKRR B)2601250000 C)PERM\r\nE)X)", "BAD_ITEM Q)");
    row("13th month",
        "(E0001/26 NOTAMN\r\nQ)RKRR/QRTCA/IV/BO/W/000/030/3705N12822E019\r\nA)RKRR B)2613250000 C)PERM\r\nE)X)",
        "BAD_ITEM B)");
    row("end first", notamOf(q, "2601240000", "", "X", ""), "BAD_ITEM C)");
    row("no end", notamOf(q, "", "", "X", ""), "BAD_ITEM C)");
}

void NotamTest::badNotams() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, error);
    const auto notam = readNotam(text.toStdString());
    QVERIFY(!notam);
    QCOMPARE(
        QString::fromStdString(notam.error().code + (notam.error().where.empty() ? "" : ' ' + notam.error().where)),
        error);
}

void NotamTest::limits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("upper");
    QTest::addColumn<QString>("expected");
    QTest::newRow("SFC") << QStringLiteral("SFC") << false << QStringLiteral("0 AGL");
    QTest::newRow("GND") << QStringLiteral("GND") << false << QStringLiteral("0 AGL");
    QTest::newRow("UNL") << QStringLiteral("UNL") << true << QStringLiteral("none");
    QTest::newRow("UNL below") << QStringLiteral("UNL") << false << QStringLiteral("UNKNOWN_LIMIT F)");
    QTest::newRow("SFC above") << QStringLiteral("SFC") << true << QStringLiteral("UNKNOWN_LIMIT G)");
    QTest::newRow("feet") << QStringLiteral("3000FT AMSL") << true << QStringLiteral("914.4 AMSL");
    QTest::newRow("feet, ground") << QStringLiteral("500FT AGL") << true << QStringLiteral("152.4 AGL");
    QTest::newRow("metres") << QStringLiteral("120M AGL") << true << QStringLiteral("120 AGL");
    QTest::newRow("level") << QStringLiteral("FL190") << true << QStringLiteral("6380.76 AMSL");
    QTest::newRow("level below") << QStringLiteral("FL100") << false << QStringLiteral("2595.6 AMSL");
    QTest::newRow("no datum") << QStringLiteral("3000FT") << true << QStringLiteral("UNKNOWN_LIMIT G)");
    QTest::newRow("no unit") << QStringLiteral("10000 AMSL") << true << QStringLiteral("UNKNOWN_LIMIT G)");
    QTest::newRow("nothing") << QString() << true << QStringLiteral("UNKNOWN_LIMIT G)");
}

void NotamTest::limits() {
    QFETCH(const QString, text);
    QFETCH(const bool, upper);
    QFETCH(const QString, expected);
    const auto read = notamLimit(text.toStdString(), upper);
    const std::string found = !read          ? read.error().code + ' ' + read.error().where
                              : !read->limit ? std::string("none")
                                             : QString::number(read->limit->metres, 'g', 10).toStdString() + ' ' +
                                                   std::string(geo::toString(read->limit->reference));
    QCOMPARE(QString::fromStdString(found), expected);
}

void NotamTest::schedules_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("expected"); // empty: not read
    const auto row = [](const char* name, const char* from, const char* to, const char* schedule,
                        const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(schedule)
                            << QString::fromLatin1(expected);
    };
    row("two days", "2601130500", "2601151100", "13 15 0500-1100", "01-13T05:00/01-13T11:00 01-15T05:00/01-15T11:00 ");
    row("over midnight, said", "2601252330", "2601310030",
        "25 2330-2359, 26 0000-0100 2120-2200, 27 2330-28 0100, 29 2050-2130, 30 2300-31 0030",
        "01-25T23:30/01-26T00:00 01-26T00:00/01-26T01:00 01-26T21:20/01-26T22:00 01-27T23:30/01-28T01:00 "
        "01-29T20:50/01-29T21:30 01-30T23:00/01-31T00:30 ");
    row("over the year", "2512301500", "2601011459", "DEC 30 1500-2300, 31 1300-2300, JAN 01 1300-1459",
        "12-30T15:00/12-30T23:00 12-31T13:00/12-31T23:00 01-01T13:00/01-01T14:59 ");
    row("a range", "2601010000", "2601050000", "02-04 0400-0830",
        "01-02T04:00/01-02T08:30 01-03T04:00/01-03T08:30 01-04T04:00/01-04T08:30 ");
    row("next month without its name", "2601300000", "2602020000", "30 0100-0200, 01 0300-0400",
        "01-30T01:00/01-30T02:00 02-01T03:00/02-01T04:00 ");
    row("month inside of a span", "2511302300", "2512080200", "NOV 30 2300-DEC 01 0200, 07 2300-08 0200",
        "11-30T23:00/12-01T02:00 12-07T23:00/12-08T02:00 ");
    row("night without a day", "2601130000", "2601160000", "13 2200-0200", "01-13T22:00/01-14T02:00 ");
    row("a day outside", "2601130500", "2601151100", "13 20 0500-1100", "");
    row("sun", "2601130500", "2601151100", "SR-SS", "");
    row("a word", "2601130500", "2601151100", "13 EXC HOL 0500-1100", "");
    row("days without times", "2601130500", "2601151100", "13 14", "");
    row("25 o'clock", "2601130500", "2601151100", "13 0500-2500", "");
}

void NotamTest::schedules() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, schedule);
    QFETCH(const QString, expected);
    const QString text =
        QStringLiteral(
            "(E0001/26 NOTAMN\r\nQ)RKRR/QRTCA/IV/BO/W/000/030/3705N12822E019\r\nA)RKRR B)%1 C)%2\r\nD)%3\r\nE)X)")
            .arg(from, to, schedule);
    const auto periods = notamPeriods(readNotam(text.toStdString()).value());
    QCOMPARE(periods ? QString::fromStdString(periodsText(*periods)) : QString(), expected);
}

void NotamTest::areas_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // corners of each area or radius in metres, then the number of doubts
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("none", "RESTRICTED AREA RK R137 ACT", "? 0");
    row("ring", "370554N1275907E-371257N1284100E-370257N1284109E-370554N1275907E", "3 ? 0");
    row("not closed", "370554N1275907E-371257N1284100E-370257N1284109E", "? 1");
    row("minutes", "3705N12759E - 3712N12841E - 3702N12841E - 3705N12759E", "3 ? 0");
    row("seconds with fraction, blanks",
        "370554.5N 1275907.25E TO 371257N 1284100E TO 370257N 1284109E TO 370554.5N 1275907.25E", "3 ? 0");
    row("circle", "A CIRCLE RADIUS 3NM CENTERED ON 345410N1281200E", "5556 ? 0");
    row("circle behind", "345410N1281200E RADIUS OF 500M", "500 ? 0");
    row("circle before", "5KM RADIUS OF 345410N1281200E", "5000 ? 0");
    row("two", "A CIRCLE RADIUS 1NM CENTERED ON 345410N1281200E 2. A CIRCLE RADIUS 2NM CENTERED ON 355410N1281200E",
        "1852 3704 ? 0");
    row("point", "CRANE AT 345410N1281200E", "? 1");
    row("two points", "BTN 345410N1281200E-355410N1281200E", "? 1");
    row("arc", "370554N1275907E-371257N1284100E-370257N1284109E-370554N1275907E THENCE CLOCKWISE ARC OF", "3 ? 2");
    row("corridor", "1NM EITHER SIDE OF CENTER LINE 370554N1275907E-371257N1284100E-370257N1284109E",
        "1852 1852 1852 4 4 ? 0");
    row("61 minutes", "3761N12759E RADIUS 3NM", "? 0");
}

void NotamTest::areas() {
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const std::string plain = text.toStdString();
    const NotamAreas found = notamAreas(plain);
    QString said;
    for (const geo::Area& one : found.areas)
        said += (std::holds_alternative<geo::Circle>(one) ? QString::number(std::get<geo::Circle>(one).radius_m)
                                                          : QString::number(std::get<geo::Polygon>(one).outer.size())) +
                QLatin1Char(' ');
    QCOMPARE(QString(said + QStringLiteral("? %1").arg(found.doubts.size())), expected);
}

void NotamTest::zones_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& text, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromLatin1(expected);
    };
    row("sound", notamOf(q, "2601270545", "0515-0545", area, "F)5000FT AMSL G)FL190"), "TAKEN");
    row("permanent", notamOf(q, "PERM", "", area, "F)SFC G)UNL"), "TAKEN");
    row("estimated", notamOf(q, "2601270545EST", "", area, "F)SFC G)UNL"), "TAKEN");
    row("limits exchanged", notamOf(q, "PERM", "", area, "F)3000FT AMSL G)1000FT AMSL"), "REFUSED BAD_LIMITS");
    row("no limits", notamOf(q, "PERM", "", area, ""), "QUARANTINED LIMITS_BY_Q_LINE");
    row("limit without datum", notamOf(q, "PERM", "", area, "F)SFC G)3000FT"), "REFUSED UNKNOWN_LIMIT");
    row("no area", notamOf(q, "PERM", "", "RESTRICTED AREA RK R137 ACT", "F)SFC G)UNL"), "QUARANTINED AREA_BY_Q_LINE");
    row("schedule by the sun", notamOf(q, "PERM", "SR-SS", area, "F)SFC G)UNL"), "QUARANTINED SCHEDULE_NOT_READ");
    row("far away", notamOf("QRTCA/IV/BO/W/000/030/3505N12622E019", "PERM", "", area, "F)SFC G)UNL"),
        "QUARANTINED Q_LINE_DISAGREES");
    row("bow tie", notamOf(q, "PERM", "", "3705N12810E-3710N12820E-3705N12820E-3710N12810E-3705N12810E", "F)SFC G)UNL"),
        "QUARANTINED AREA_NOT_READ");
    row("deactivated", notamOf("QRTCD/IV/BO/W/000/030/3705N12822E019", "PERM", "", area, "F)SFC G)UNL"),
        "REFUSED NOT_ACTIVE");
    row("a runway", notamOf("QMRLC/IV/BO/A/000/999/3705N12822E005", "PERM", "", "RWY CLSD", ""),
        "REFUSED NOT_AIRSPACE");
}

void NotamTest::zones() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(summary(readZonesNotam(text.toStdString(), "f", "KOR").value())), expected);
}

void NotamTest::chains() {
    std::string first = notamOf(q, "PERM", "", area, "F)SFC G)UNL");
    std::string second = first;
    second.replace(1, 15, "E0002/26 NOTAMR E0001/26");
    std::string third =
        "(E0003/26 NOTAMC E0002/26\r\nQ)RKRR/QRTCN/IV/BO/W/000/030/3705N12822E019\r\nA)RKRR B)2601260000\r\nE)CNL)";
    const auto two = readZonesNotam(first + "\r\n\r\n" + second, "f", "KOR");
    QCOMPARE(summary(*two), std::string("REFUSED REPLACED; TAKEN"));
    QVERIFY(two->withdrawn == std::vector<std::string>{"E0001/26"});
    const auto all = readZonesNotam(first + second + third, "f", "KOR");
    QCOMPARE(summary(*all), std::string("REFUSED REPLACED; REFUSED CANCELLED; REFUSED CANCELLATION"));
    QVERIFY(all->withdrawn == (std::vector<std::string>{"E0001/26", "E0002/26"}));
    QVERIFY(readZonesNotam("no notam here", "f", "KOR").error().code == "NOT_A_NOTAM");
}

void NotamTest::realNotams() {
    HANEUL_NEEDS_SHARED(path, "data/kr-notam/rkrr-notams-2026-01.json");
    std::string text;
    const auto list = QJsonDocument::fromJson(tests::readFile(path).value()).array();
    QCOMPARE(list.size(), 798);
    for (const auto& entry : list)
        text += entry.toObject()[QLatin1StringView("full_text")].toString().toStdString() + "\r\n";
    const auto import = readZonesNotam(text, "rkrr", "KOR");
    QVERIFY(import);
    QCOMPARE(import->features.size(), 798u);
    std::map<std::string, int> codes;
    for (const FeatureReport& report : import->features)
        for (const Finding& finding : report.findings)
            if (finding.severity != Severity::Note) ++codes[finding.code];
    QString said;
    for (const auto& [code, count] : codes)
        said += QStringLiteral("%1 %2, ").arg(QString::fromStdString(code)).arg(count);
    qInfo().noquote() << import->count(Outcome::Taken) << "taken," << import->count(Outcome::Quarantined)
                      << "quarantined," << import->count(Outcome::Refused) << "refused:" << said;
    QCOMPARE(import->count(Outcome::Taken), 360u);
    QCOMPARE(import->count(Outcome::Quarantined), 83u);
}

QTEST_APPLESS_MAIN(NotamTest)
#include "notam_test.moc"
