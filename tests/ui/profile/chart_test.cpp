#include "tests/support/latency_main.h"
#include "ui/profile/chart_view.h"

#include <QSignalSpy>
#include <QSvgGenerator>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace haneul;
using namespace haneul::profile;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

const theme::Theme& dark() {
    return theme::themeById(u"dark");
}

ChartData example() {
    ChartData data{.title = QStringLiteral("Climb rate"),
                   .x = {.title = QStringLiteral("since take-off"), .kind = AxisKind::Duration},
                   .y = {.title = QStringLiteral("m/s")}};
    data.series.push_back(
        {.name = QStringLiteral("Planned"), .points = {{0, 0}, {2, 4}, {15, 4}, {17, 0}}, .style = LineStyle::Solid});
    data.series.push_back({.name = QStringLiteral("Flown"),
                           .points = {{1, 0}, {3, 3}, {3, gap}, {10, 3}, {18, 0}},
                           .style = LineStyle::DashDot,
                           .role = theme::ColorRole::SourceTelemetry});
    data.markers.push_back({.at = {2, 4}, .label = QStringLiteral("w2  80 m")});
    data.stretches.push_back({4, 9, QStringLiteral("not recorded"), true});
    data.columns.emplace_back(0, QStringLiteral("BP-01"));
    return data;
}

int pixelsOf(const QImage& picture, const QColor& color) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == color) ++count;
    return count;
}

} // namespace

class ChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void graduationsAreRoundAndInside_data();
    void graduationsAreRoundAndInside();
    void marksAreReadable_data();
    void marksAreReadable();
    void valuesBetweenPoints();
    void pixelsAndValuesAgree();
    void everyLineIsPainted_data();
    void everyLineIsPainted(); // R-UI-06
    void readerSaysWhatIsThere();
    void readerMovesByKeyboard();
    void svgHoldsTheSame();
    void csvHasARowForEachX();
    void oddDataAreNoTrouble();
};

void ChartTest::graduationsAreRoundAndInside_data() {
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<double>>("expected");
    const auto number = static_cast<int>(AxisKind::Number);
    const auto duration = static_cast<int>(AxisKind::Duration);
    QTest::newRow("metres") << 0.0 << 120.0 << 6 << number << QList<double>{0, 20, 40, 60, 80, 100, 120};
    QTest::newRow("around zero") << -2.5 << 4.0 << 4 << number << QList<double>{-2, 0, 2, 4};
    QTest::newRow("small") << 0.0 << 0.3 << 3 << number << QList<double>{0, 0.1, 0.2, 0.3};
    QTest::newRow("minutes") << 0.0 << 1000.0 << 5 << duration << QList<double>{0, 300, 600, 900};
    QTest::newRow("seconds") << 0.0 << 20.0 << 4 << duration << QList<double>{0, 5, 10, 15, 20};
    QTest::newRow("nothing") << 1.0 << 1.0 << 5 << number << QList<double>{};
    QTest::newRow("not a number") << gap << 1.0 << 5 << number << QList<double>{};
}

void ChartTest::graduationsAreRoundAndInside() {
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, most);
    QFETCH(int, kind);
    QFETCH(QList<double>, expected);
    const auto marks = graduations(from, to, most, static_cast<AxisKind>(kind));
    QCOMPARE(static_cast<qsizetype>(marks.size()), expected.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
        QVERIFY(std::abs(marks[i] - expected[static_cast<qsizetype>(i)]) < 1e-9);
}

void ChartTest::marksAreReadable_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("step");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto number = static_cast<int>(AxisKind::Number);
    const auto duration = static_cast<int>(AxisKind::Duration);
    QTest::newRow("whole") << 120.0 << 20.0 << number << QStringLiteral("120");
    QTest::newRow("minus") << -2.0 << 2.0 << number << QStringLiteral("−2");
    QTest::newRow("tenths") << 0.3 << 0.1 << number << QStringLiteral("0.3");
    QTest::newRow("hundredths") << 0.25 << 0.05 << number << QStringLiteral("0.25");
    QTest::newRow("duration") << 754.0 << 1.0 << duration << QStringLiteral("12:34");
    QTest::newRow("before") << -65.0 << 1.0 << duration << QStringLiteral("−1:05");
    QTest::newRow("hours") << 3723.0 << 1.0 << duration << QStringLiteral("1:02:03");
    QTest::newRow("clock") << 36351.0 << 1.0 << static_cast<int>(AxisKind::UtcTime) << QStringLiteral("10:05:51Z");
}

void ChartTest::marksAreReadable() {
    QFETCH(double, value);
    QFETCH(double, step);
    QFETCH(int, kind);
    QFETCH(QString, text);
    QCOMPARE(markText(value, step, static_cast<AxisKind>(kind)), text);
}

void ChartTest::valuesBetweenPoints() {
    const ChartData data = example();
    QCOMPARE(*ChartData::valueAt(data.series[0], 0), 0.0);
    QCOMPARE(*ChartData::valueAt(data.series[0], 1), 2.0);
    QCOMPARE(*ChartData::valueAt(data.series[0], 16), 2.0);
    QVERIFY(!ChartData::valueAt(data.series[0], -1));
    QVERIFY(!ChartData::valueAt(data.series[0], 18));
    QVERIFY(!ChartData::valueAt(data.series[1], 5)); // in the gap
    QCOMPARE(*ChartData::valueAt(data.series[1], 14), 1.5);
}

void ChartTest::pixelsAndValuesAgree() {
    const ChartFrame frame{.plot = QRectF(100, 50, 400, 200), .left = -2, .right = 18, .bottom = 0, .top = 8};
    QCOMPARE(frame.pixel(-2, 0), QPointF(100, 250));
    QCOMPARE(frame.pixel(18, 8), QPointF(500, 50));
    QCOMPARE(frame.valueX(frame.pixel(7, 3).x()), 7.0);
}

void ChartTest::everyLineIsPainted_data() {
    QTest::addColumn<QString>("theme");
    for (const theme::Theme& each : theme::themes())
        QTest::newRow(qPrintable(each.id())) << each.id();
}

void ChartTest::everyLineIsPainted() {
    QFETCH(QString, theme);
    const theme::Theme& look = theme::themeById(theme);
    QImage picture(800, 300, QImage::Format_RGB32);
    QPainter painter(&picture);
    ChartData data = example();
    paintChart(painter, QRectF(picture.rect()), data, look);
    const int flown = pixelsOf(picture, look.color(theme::ColorRole::SourceTelemetry));
    QVERIFY(flown > 50);
    data.series.pop_back();
    paintChart(painter, QRectF(picture.rect()), data, look);
    QCOMPARE(pixelsOf(picture, look.color(theme::ColorRole::SourceTelemetry)), 0);
    QVERIFY(pixelsOf(picture, look.color(theme::ColorRole::Base)) > 1'000);
    QVERIFY(pixelsOf(picture, look.color(theme::ColorRole::Line)) > 500); // graduations and hatching
}

void ChartTest::readerSaysWhatIsThere() {
    ChartView view("chart", dark(), nullptr);
    view.resize(800, 300);
    view.setData(example());
    QVERIFY(view.readOut().isEmpty());
    view.setReader(2);
    const QString text = view.readOut().join(u'|');
    QCOMPARE(text, QStringLiteral("0:02 since take-off|w2  80 m|Planned: 4.0|Flown: 1.5"));
    view.setReader(5);
    QVERIFY(view.readOut().contains(QStringLiteral("not recorded")));
    QVERIFY(!view.readOut().join(u'|').contains(QStringLiteral("Flown")));
    QCOMPARE(view.accessibleName(), QStringLiteral("Climb rate, m/s"));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Planned: 4.0")));
}

void ChartTest::readerMovesByKeyboard() {
    ChartView view("chart", dark(), nullptr);
    view.resize(800, 300);
    view.setData(example());
    view.show();
    QSignalSpy moved(&view, &ChartView::readerMoved);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(*view.reader(), 0.0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(*view.reader(), 18.0 / 200);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(*view.reader() > 0.9);
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(*view.reader(), 18.0);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.reader());
    QCOMPARE(moved.size(), 6);
    const ChartFrame frame = frameOf(view.data(), QRectF(view.rect()), QFontMetricsF(view.font()));
    QTest::mouseMove(&view, frame.pixel(9, 2).toPoint());
    QVERIFY(QTest::qWaitFor([&] { return view.reader() && std::abs(*view.reader() - 9) < 0.1; }, 5000));
}

void ChartTest::svgHoldsTheSame() {
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({800, 300});
    generator.setViewBox(QRect(0, 0, 800, 300));
    QPainter painter(&generator);
    paintChart(painter, QRectF(0, 0, 800, 300), example(), theme::themeById(u"light"));
    painter.end();
    QVERIFY(svg.contains("<svg") && svg.contains("polyline"));
    QVERIFY(svg.contains("BP-01") && svg.contains("w2  80 m"));
}

void ChartTest::csvHasARowForEachX() {
    const ChartData data = example();
    const QString csv = QString::fromUtf8(chartCsv({&data}));
    const QStringList lines = csv.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 8); // 0 1 2 3 10 15 17 18
    QVERIFY(lines[0].contains(QStringLiteral("m/s: Planned")) && lines[0].contains(QStringLiteral("m/s: Flown")));
    QVERIFY(lines.contains(QStringLiteral("2,4,1.5")));
    QVERIFY(lines.contains(QStringLiteral("18,,0")));
}

void ChartTest::oddDataAreNoTrouble() {
    QImage picture(400, 200, QImage::Format_RGB32);
    QPainter painter(&picture);
    const auto paint = [&](const ChartData& data, const QRectF& area) { paintChart(painter, area, data, dark()); };
    paint({}, QRectF(picture.rect()));
    ChartData one;
    one.series.push_back({.name = QStringLiteral("one"), .points = {{5, 5}}});
    paint(one, QRectF(picture.rect()));
    one.series.front().points = {{0, gap}, {1, gap}};
    paint(one, QRectF(picture.rect()));
    one.series.front().points = {{1e12, -1e12}, {1e12 + 1, 1e12}};
    paint(one, QRectF(picture.rect()));
    paint(example(), QRectF(0, 0, 10, 10));
    ChartView view("chart", dark(), nullptr);
    view.setEmptyText(QStringLiteral("nothing"));
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.data().isEmpty());
}

HANEUL_LATENCY_MAIN(ChartTest)
#include "chart_test.moc"
