#include "core/base/time.h"

#include <QtTest>

using namespace haneul;

class TimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReadsRfc3339();
    void refusesOtherForms_data();
    void refusesOtherForms();
};

void TimeTest::writesAndReadsRfc3339() {
    QCOMPARE(toRfc3339(utcMs(0)), "1970-01-01T00:00:00.000Z");
    QCOMPARE(toRfc3339(utcMs(1'709'164'800'007)), "2024-02-29T00:00:00.007Z");
    for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{1'709'164'800'007}, std::int64_t{4'102'444'799'999}})
        QCOMPARE(sinceEpoch_ms(fromRfc3339(toRfc3339(utcMs(ms))).value()), ms);
    QCOMPARE(sinceEpoch_ms(fromRfc3339("2024-02-29T00:00:01Z").value()), 1'709'164'801'000);
}

void TimeTest::refusesOtherForms_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "2024-02-30T00:00:00.000Z", "2023-02-29T00:00:00Z", "2024-02-29 00:00:00Z", "2024-02-29T24:00:00Z",
          "2024-02-29T00:00:60Z", "2024-02-29T00:00:00+09:00", "2024-02-29T00:00:00.0Z", "2024-2-29T00:00:00.000Z",
          "2024-02-29T00:00:00,000Z", "+024-02-29T00:00:00Z", "2024-02-29T00:00:00.-01Z"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TimeTest::refusesOtherForms() {
    QFETCH(QString, text);
    QVERIFY(!fromRfc3339(text.toStdString()));
}

QTEST_GUILESS_MAIN(TimeTest)
#include "time_test.moc"
