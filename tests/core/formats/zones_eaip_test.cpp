#include "core/formats/zone_files.h"
#include "tests/support/shared_data.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;

namespace {

Result<ZoneImport> read(const std::string& area, const std::string& country = "KOR") {
    return readZoneFile(R"({"metadata":{"source":"eAIP Korea"},"airspaces":[)" + area + "]}", "eaip.json",
                        {country, std::nullopt, {}});
}

std::string area(const std::string& members) {
    return R"({"name":"RK R17","type":"R",)" + members + "}";
}

const std::string triangle = R"("boundary":[[127,37],[127.1,37],[127.1,37.1],[127,37]])";

std::string codes(const FeatureReport& report) {
    std::string text(airspace::toString(report.outcome));
    for (const Finding& finding : report.findings)
        if (finding.severity != Severity::Note) text += ' ' + finding.code;
    return text;
}

} // namespace

class ZonesEaipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areas_data();
    void areas();
    void whatIsTaken();
    void limitsCoverBothReadings();
    void namesAndTypes_data();
    void namesAndTypes();
    void realExtract();
};

void ZonesEaipTest::areas_data() {
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& members, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(members) << QString::fromLatin1(expected);
    };
    const std::string circle = R"("is_circle":true,"center_lat":37,"center_lon":127,"radius_nm":2)";
    const std::string limits = R"(,"lower_limit":"GND","upper_limit":"3000FT AMSL")";
    row("whole", triangle + limits, "TAKEN");
    row("circle", circle + limits, "TAKEN");
    row("no limits", triangle, "QUARANTINED NO_LIMITS");
    row("feet above nothing", triangle + R"(,"upper_limit_ft":3000)", "QUARANTINED LIMIT_REFERENCE");
    row("exchanged", triangle + R"(,"lower_limit_ft":3000,"upper_limit_ft":1000)",
        "REFUSED LIMIT_REFERENCE BAD_LIMITS");
    row("exchanged, in words", triangle + R"(,"lower_limit":"10000FT AMSL","upper_limit":"SFC")",
        "REFUSED UNKNOWN_LIMIT");
    row("level", triangle + R"(,"lower_limit":"GND","upper_limit":"FL180")", "TAKEN");
    row("no unit", triangle + R"(,"lower_limit":"GND","upper_limit":"10 000 AMSL")", "REFUSED UNKNOWN_LIMIT");
    row("unlimited", triangle + R"(,"lower_limit":"sfc","upper_limit":"UNL")", "TAKEN");
    row("two points", R"("boundary":[[126.977222,37.535833],[126.995278,37.542222]])" + limits, "REFUSED BAD_AREA");
    row("one point", R"("boundary":[[126.977222,37.535833]])" + limits, "REFUSED BAD_AREA");
    row("not closed", R"("boundary":[[127,37],[127.1,37],[127.1,37.1]])" + limits, "QUARANTINED RING_NOT_CLOSED");
    row("crosses itself", R"("boundary":[[127,37],[127.1,37.1],[127.1,37],[127,37.1],[127,37]])" + limits,
        "REFUSED BAD_AREA");
    row("no area", R"("x":1)" + limits, "REFUSED NO_GEOMETRY");
    row("no radius", R"("is_circle":true,"center_lat":37,"center_lon":127)" + limits, "REFUSED BAD_AREA NO_GEOMETRY");
    row("centre off the Earth", R"("center_lat":137,"center_lon":127,"radius_nm":2)" + limits, "REFUSED BAD_AREA");
    row("ring that is not the circle", circle + "," + triangle + limits, "QUARANTINED CIRCLE_DISAGREES");
    row("times", triangle + limits + R"(,"active_time":"2100-1300 UTC")", "TAKEN");
    row("all day", triangle + limits + R"(,"active_time":"H24")", "TAKEN");
    row("times of no zone", triangle + limits + R"(,"active_time":"2100-1300")", "QUARANTINED SCHEDULE_NOT_READ");
    row("times in words", triangle + limits + R"(,"active_time":"by NOTAM")", "QUARANTINED SCHEDULE_NOT_READ");
    row("no such time", triangle + limits + R"(,"active_time":"2561-1300 UTC")", "QUARANTINED SCHEDULE_NOT_READ");
    row("said twice", triangle + R"(,"upper_limit":"UNL","upper_limit":"100FT AGL")", "REFUSED DUPLICATE_FIELD");
}

void ZonesEaipTest::areas() {
    QFETCH(const QByteArray, members);
    QFETCH(const QString, expected);
    const auto import = read(area(members.toStdString()));
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(import->format, std::string("eAIP"));
    QCOMPARE(QString::fromStdString(codes(import->features.at(0))), expected);
}

void ZonesEaipTest::whatIsTaken() {
    const auto import = read(area(R"("is_circle":true,"center_lat":37.336111,"center_lon":127.597778,"radius_nm":5,)"
                                  R"("lower_limit":"GND","upper_limit":"FL100","active_time":"2100-1500 UTC")"));
    const Zone zone = import->features.at(0).zone.value();
    QCOMPARE(zone.identifier + ' ' + zone.country, std::string("R17 KOR"));
    const auto circle = std::get<geo::Circle>(zone.layers.at(0).area);
    QCOMPARE(circle.radius_m, 9260.0);
    QCOMPARE(circle.centre.longitude_deg, 127.597778);
    QVERIFY(zone.layers[0].lower == (geo::VerticalLimit{0, geo::VerticalReference::Agl}));
    QVERIFY(zone.layers[0].upper->metres > 3048); // a pressure, widened
    const DailyPeriod daily = zone.periods.at(0).schedule.at(0);
    QCOMPARE(std::get<ClockTime>(daily.start).second, 21 * 3600);
    QCOMPARE(std::get<ClockTime>(daily.end).second, 15 * 3600);
    // Without a country no zone is made of it.
    QCOMPARE(codes(read(area(triangle), "")->features[0]), std::string("REFUSED NO_LIMITS BAD_COUNTRY"));
}

// 3000 to 5000 ft, above the sea or above a ground of 200 m: both lie inside.
void ZonesEaipTest::limitsCoverBothReadings() {
    const auto import = read(area(triangle + R"(,"lower_limit_ft":3000,"upper_limit_ft":5000)"));
    const Layer layer = import->features.at(0).zone.value().layers.at(0);
    QCOMPARE(layer.lower->metres, 914.4);
    QVERIFY(layer.lower->reference == geo::VerticalReference::Amsl);
    QCOMPARE(layer.upper->metres, 1524.0);
    QVERIFY(layer.upper->reference == geo::VerticalReference::Agl);
}

void ZonesEaipTest::namesAndTypes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");
    QTest::newRow("P") << QStringLiteral("RK P73") << QStringLiteral("P") << QStringLiteral("P73 PROHIBITED TAKEN");
    QTest::newRow("R") << QStringLiteral("RK R75") << QStringLiteral("R")
                       << QStringLiteral("R75 REQ_AUTHORIZATION TAKEN");
    QTest::newRow("D") << QStringLiteral("RK D1") << QStringLiteral("D") << QStringLiteral("D1 CONDITIONAL TAKEN");
    QTest::newRow("MOA") << QStringLiteral("MOA 2H") << QStringLiteral("MOA")
                         << QStringLiteral("MOA2H CONDITIONAL QUARANTINED MEANING_OF_TYPE");
    QTest::newRow("UA") << QStringLiteral("UA 9") << QStringLiteral("UA")
                        << QStringLiteral("UA9 CONDITIONAL QUARANTINED MEANING_OF_TYPE");
    QTest::newRow("none") << QStringLiteral("RK P73") << QString() << QStringLiteral("P73 REFUSED UNKNOWN_TYPE");
}

void ZonesEaipTest::namesAndTypes() {
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const QString, expected);
    const auto import = read(R"({"name":")" + name.toStdString() + R"(","type":")" + type.toStdString() + R"(",)" +
                             triangle + R"(,"lower_limit":"GND","upper_limit":"UNL"})");
    const FeatureReport& report = import->features.at(0);
    QCOMPARE(QString::fromStdString(report.identifier + ' ' +
                                    (report.zone ? std::string(airspace::toString(report.zone->type)) + ' ' : "") +
                                    codes(report)),
             expected);
}

// Nothing of the extract is sound, and nothing is forgotten: P73 of central Seoul has lost its circle.
void ZonesEaipTest::realExtract() {
    HANEUL_NEEDS_SHARED(path, "data/kr-airspace/eaip-airspace-2025-12-24.json");
    const auto bytes = haneul::tests::readFile(path);
    QVERIFY(bytes);
    const auto import = readZoneFile(bytes->toStdString(), "eaip.json", {"KOR", std::nullopt, {}});
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(import->features.size(), 234u);
    const auto with = [&](const char* code) {
        return std::ranges::count_if(import->features, [&](const FeatureReport& report) {
            return std::ranges::contains(report.findings, std::string(code), &Finding::code);
        });
    };
    QCOMPARE(import->count(Outcome::Taken), 0u);
    QCOMPARE(import->count(Outcome::Quarantined), 204u);
    QCOMPARE(import->count(Outcome::Refused), 30u);
    QCOMPARE(with("NO_LIMITS"), 97);
    QCOMPARE(with("LIMIT_REFERENCE"), 116);
    QCOMPARE(with("RING_NOT_CLOSED"), 116);
    QCOMPARE(with("BAD_AREA"), 30); // one and two points, rings that cross themselves
    QCOMPARE(with("CIRCLE_DISAGREES"), 0);
    const auto p73 = std::ranges::find(import->features, std::string("P73"), &FeatureReport::identifier);
    QCOMPARE(codes(*p73).substr(0, 16), std::string("REFUSED BAD_AREA"));
}

QTEST_GUILESS_MAIN(ZonesEaipTest)
#include "zones_eaip_test.moc"
