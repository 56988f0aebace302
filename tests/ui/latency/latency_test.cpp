#include "ui/latency/latency_probe.h"

#include <QLineEdit>
#include <QPainter>
#include <QtTest>

#include <chrono>
#include <thread>

using namespace haneul;
using latency::Histogram;
using latency::LatencyProbe;

namespace {

// Answers a click with a repaint that takes a known time.
class Slow final : public QWidget {
public:
    std::chrono::milliseconds cost{0};
    bool answers = true;

protected:
    void mousePressEvent(QMouseEvent*) override {
        if (answers) update();
    }

    void paintEvent(QPaintEvent*) override { std::this_thread::sleep_for(cost); }
};

} // namespace

class LatencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreUpperEdges();
    void longestAreCountedInTheLastBucket();
    void keyStrokeIsMeasured();
    void paintingBelongsToIt();
    void unansweredInputIsNotCounted();
};

void LatencyTest::quantilesAreUpperEdges() {
    Histogram histogram;
    QCOMPARE(histogram.quantile_ms(0.99), 0.0);
    for (int i = 0; i < 100; ++i)
        histogram.add(i + 0.5);
    QCOMPARE(histogram.quantile_ms(0.5), 50.0);
    QCOMPARE(histogram.quantile_ms(0.99), 99.0);
    QCOMPARE(histogram.quantile_ms(1.0), 100.0);
    QCOMPARE(histogram.quantile_ms(0.0), 1.0);
}

void LatencyTest::longestAreCountedInTheLastBucket() {
    Histogram histogram;
    histogram.add(1e9);
    QCOMPARE(histogram.count(), 1U);
    QCOMPARE(histogram.quantile_ms(0.99), static_cast<double>(Histogram::buckets));
    QCOMPARE(histogram.worst_ms(), 1e9);
}

void LatencyTest::keyStrokeIsMeasured() {
    LatencyProbe probe;
    QVERIFY(probe.summary().contains(QStringLiteral("not measured"))); // nothing measured is not 0 ms
    QLineEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QTest::qWait(50);
    QTest::keyClick(&field, Qt::Key_A);
    QVERIFY(QTest::qWaitFor([&] { return probe.histogram().count() == 1; }, 2000));
    QVERIFY(probe.summary().contains(QStringLiteral("desk latency p99")));
}

void LatencyTest::paintingBelongsToIt() {
    LatencyProbe probe;
    Slow slow;
    slow.resize(100, 100);
    slow.show();
    QVERIFY(QTest::qWaitForWindowExposed(&slow));
    QTest::qWait(50);
    slow.cost = std::chrono::milliseconds(60);
    QTest::mousePress(&slow, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return probe.histogram().count() == 1; }, 2000));
    QVERIFY2(probe.histogram().worst_ms() >= 60, qPrintable(probe.summary()));
}

void LatencyTest::unansweredInputIsNotCounted() {
    LatencyProbe probe;
    Slow slow;
    slow.answers = false;
    slow.resize(100, 100);
    slow.show();
    QVERIFY(QTest::qWaitForWindowExposed(&slow));
    QTest::qWait(50);
    QTest::mousePress(&slow, Qt::LeftButton);
    QTest::qWait(LatencyProbe::givesUpAfter_ms + 100);
    slow.update(); // for another reason
    QTest::qWait(50);
    QCOMPARE(probe.histogram().count(), 0U);
}

QTEST_MAIN(LatencyTest)
#include "latency_test.moc"
