#include "core/base/shown_number.h"

#include <QtTest>

#include <limits>

using namespace haneul;

class ShownNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isShortButNeverLikeItsLimit_data();
    void isShortButNeverLikeItsLimit();
    void aRateIsNotNothing(); // R-RSK-16
};

void ShownNumberTest::isShortButNeverLikeItsLimit_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<double>("limit"); // NaN: none
    QTest::addColumn<QString>("text");
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("whole") << 12.0 << none << QStringLiteral("12");
    QTest::newRow("as good as whole") << 12.04 << none << QStringLiteral("12");
    QTest::newRow("a tenth") << 12.34 << none << QStringLiteral("12.3");
    QTest::newRow("below zero") << -0.26 << none << QStringLiteral("-0.3");
    QTest::newRow("no minus before nothing") << -0.01 << none << QStringLiteral("0");
    QTest::newRow("far from its limit") << 12.04 << 50.0 << QStringLiteral("12");
    QTest::newRow("just below its limit") << 49.98 << 50.0 << QStringLiteral("49.98");
    QTest::newRow("just above its limit") << 50.0004 << 50.0 << QStringLiteral("50.0004");
    QTest::newRow("at its limit") << 50.0 << 50.0 << QStringLiteral("50");
    QTest::newRow("nearer than anybody can tell") << 50.00000001 << 50.0 << QStringLiteral("50.000000");
}

void ShownNumberTest::isShortButNeverLikeItsLimit() {
    QFETCH(double, number);
    QFETCH(double, limit);
    QFETCH(QString, text);
    const auto shown = std::isnan(limit) ? shownNumber(number) : shownNumber(number, limit);
    QCOMPARE(QString::fromStdString(shown), text);
}

// Expected fatalities per flight were shown as "0".
void ShownNumberTest::aRateIsNotNothing() {
    QCOMPARE(shownNumber(5.594e-10, std::nullopt, "1/flight"), "5.59e-10");
    QCOMPARE(shownNumber(1.0001e-9, 1e-9, "1/flight"), "1.0001e-09");
    QCOMPARE(shownNumber(0, 1e-9, "1/h"), "0");
    QCOMPARE(shownNumber(5.594e-10, std::nullopt, "m"), "0");
}

QTEST_GUILESS_MAIN(ShownNumberTest)
#include "shown_number_test.moc"
