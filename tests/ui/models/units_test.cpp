#include "ui/models/track_table_model.h"
#include "ui/models/units.h"

#include <QSignalSpy>
#include <QtTest>

using namespace haneul;
using namespace haneul::models;

namespace {

constexpr Units metric;
constexpr Units aviation{HeightUnit::Foot, SpeedUnit::Knot, DistanceUnit::NauticalMile};

} // namespace

class UnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void valuesAreShownInTheUnitsChosen_data();
    void valuesAreShownInTheUnitsChosen();
    void distancesAreReadable_data();
    void distancesAreReadable();
    void namesOfTheSettingsAreUnderstood();
    void theTableFollowsAtOnceAndSortsAsBefore();
};

void UnitsTest::valuesAreShownInTheUnitsChosen_data() {
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("wanted");
    const geo::Height height{120, geo::HeightDatum::Amsl};
    QTest::newRow("height m") << heightText(height, metric) << QStringLiteral("120 m AMSL");
    QTest::newRow("height ft") << heightText(height, aviation) << QStringLiteral("394 ft AMSL");
    QTest::newRow("height below") << heightText({-0.2, geo::HeightDatum::W84}, metric) << QStringLiteral("0 m W84");
    QTest::newRow("climb m/s") << climbText(1.5, metric) << QStringLiteral("+1.5 m/s");
    QTest::newRow("climb ft/min") << climbText(1.524, aviation) << QStringLiteral("+300 ft/min");
    QTest::newRow("descent") << climbText(-1.524, aviation) << QStringLiteral("-300 ft/min");
    QTest::newRow("level") << climbText(-0.01, metric) << QStringLiteral("0.0 m/s");
    QTest::newRow("speed m/s") << speedText(14, metric) << QStringLiteral("14.0 m/s");
    QTest::newRow("speed km/h") << speedText(14, {HeightUnit::Metre, SpeedUnit::KilometrePerHour})
                                << QStringLiteral("50 km/h");
    QTest::newRow("speed kt") << speedText(51.4444, aviation) << QStringLiteral("100 kt");
}

void UnitsTest::valuesAreShownInTheUnitsChosen() {
    QFETCH(QString, shown);
    QTEST(shown, "wanted");
}

void UnitsTest::distancesAreReadable_data() {
    QTest::addColumn<double>("metres");
    QTest::addColumn<QString>("metricText");
    QTest::addColumn<QString>("aviationText");
    QTest::newRow("near") << 850.0 << QStringLiteral("850 m") << QStringLiteral("0.46 NM");
    QTest::newRow("edge") << 999.7 << QStringLiteral("1.00 km") << QStringLiteral("0.54 NM");
    QTest::newRow("town") << 5340.0 << QStringLiteral("5.34 km") << QStringLiteral("2.88 NM");
    QTest::newRow("far") << 185200.0 << QStringLiteral("185.2 km") << QStringLiteral("100.0 NM");
}

void UnitsTest::distancesAreReadable() {
    QFETCH(double, metres);
    QFETCH(QString, metricText);
    QFETCH(QString, aviationText);
    QCOMPARE(distanceText(metres, metric), metricText);
    QCOMPARE(distanceText(metres, aviation), aviationText);
}

void UnitsTest::namesOfTheSettingsAreUnderstood() {
    QVERIFY(unitsFrom(u"ft", u"kt", u"NM") == aviation);
    QVERIFY(unitsFrom(u"m", u"m/s", u"km") == metric);
    QVERIFY(unitsFrom(u"", u"furlong", u"") == metric);
    QVERIFY(unitsFrom(u"m", u"km/h", u"km").speed == SpeedUnit::KilometrePerHour);
}

void UnitsTest::theTableFollowsAtOnceAndSortsAsBefore() {
    const UtcMs now = *fromRfc3339("2026-11-21T04:05:06Z");
    traffic::Track track;
    track.id = "uas:a";
    track.height = geo::Height{120, geo::HeightDatum::Amsl};
    track.velocity = traffic::Velocity_mps{10, 0};
    track.verticalRate_mps = 1.524;
    track.received = now;
    situation::Situation situation;
    situation.tracks = {std::make_shared<const traffic::Track>(track)};
    TrackTableModel model;
    model.setSituation(std::make_shared<const situation::Situation>(situation), now);
    const auto shown = [&](TrackTableModel::Column column) {
        return model.index(0, static_cast<int>(column)).data().toString();
    };
    const auto heading = [&](TrackTableModel::Column column) {
        return model.headerData(static_cast<int>(column), Qt::Horizontal).toString();
    };
    QCOMPARE(shown(TrackTableModel::Column::Height), QStringLiteral("120 AMSL"));
    QCOMPARE(shown(TrackTableModel::Column::GroundSpeed), QStringLiteral("10.0"));

    QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy headings(&model, &QAbstractItemModel::headerDataChanged);
    model.setUnits(aviation);
    QCOMPARE(data.size(), 1);
    QCOMPARE(headings.size(), 1);
    QCOMPARE(shown(TrackTableModel::Column::Height), QStringLiteral("394 AMSL"));
    QCOMPARE(shown(TrackTableModel::Column::GroundSpeed), QStringLiteral("19"));
    QCOMPARE(shown(TrackTableModel::Column::VerticalRate), QStringLiteral("+300"));
    QVERIFY(heading(TrackTableModel::Column::Height).contains(QStringLiteral("ft")));
    QVERIFY(heading(TrackTableModel::Column::VerticalRate).contains(QStringLiteral("ft/min")));
    const int height = static_cast<int>(TrackTableModel::Column::Height);
    QCOMPARE(model.index(0, height).data(TrackTableModel::SortRole).toDouble(), 120.0);
    model.setUnits(aviation); // nothing new, nothing told
    QCOMPARE(data.size(), 1);
}

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
