#include "server/tiles/label_plan.h"
#include "server/tiles/map_labels.h"
#include "server/tiles/style_stack.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::tiles;

class StyleStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPart();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void refuses_data();
    void refuses();
    void plansLabelsThatKeepClear();
    void shortensAerodromeNames();
};

void StyleStackTest::readsEveryPart() {
    const auto stack = styleStackFrom("light-en~aerial.60~+chart~!places~!land~@1a2b");
    QVERIFY_RESULT(stack);
    QVERIFY(stack->palette == Palette::Light);
    QVERIFY(stack->language == LabelLanguage::English);
    QCOMPARE(stack->layers.size(), 2U);
    QVERIFY((stack->layers[0] == StackLayer{"aerial", 60, false}));
    QVERIFY((stack->layers[1] == StackLayer{"chart", 100, true}));
    QVERIFY(stack->hides(BaseGroup::Places) && stack->hides(BaseGroup::Land) && !stack->hides(BaseGroup::Rivers));
    QCOMPARE(stack->version, "1a2b");
}

void StyleStackTest::writesWhatItReads_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("plain") << "dark" << "dark";
    QTest::newRow("groups in one order") << "dark~!places~!land" << "dark~!land~!places";
    QTest::newRow("over the names last") << "contrast~+a~b.5~c" << "contrast~b.5~c~+a";
    QTest::newRow("full opacity unsaid") << "dark~a.100" << "dark~a";
}

void StyleStackTest::writesWhatItReads() {
    QFETCH(QString, given);
    QFETCH(QString, canonical);
    const auto stack = styleStackFrom(given.toStdString());
    QVERIFY_RESULT(stack);
    QCOMPARE(toText(*stack), canonical.toStdString());
    QVERIFY(styleStackFrom(toText(*stack)).value() == *stack);
}

void StyleStackTest::refuses_data() {
    QTest::addColumn<QString>("given");
    for (const char* text : {"",
                             "Dark",
                             "dark-de",
                             "dark~",
                             "~dark",
                             "dark~~a",
                             "dark~a~a",
                             "dark~a~+a",
                             "dark~!sea",
                             "dark~!land~!land",
                             "dark~a.0",
                             "dark~a.101",
                             "dark~a.060",
                             "dark~a.",
                             "dark~a.-1",
                             "dark~a.1.2",
                             "dark~+",
                             "dark~A",
                             "dark~a b",
                             "dark~../x",
                             "dark~@",
                             "dark~@A",
                             "dark~@1~@2",
                             "dark~@12345678901234567",
                             "dark~a1~a2~a3~a4~a5~a6~a7~a8~a9"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long id") << QStringLiteral("dark~") + QString(33, u'a');
    QTest::newRow("long") << QStringLiteral("dark~") + QString(300, u'a');
}

void StyleStackTest::refuses() {
    QFETCH(QString, given);
    const auto stack = styleStackFrom(given.toStdString());
    QVERIFY(!stack);
    QCOMPARE(stack.error().code, "BAD_STYLE");
}

void StyleStackTest::plansLabelsThatKeepClear() {
    // 1 km apart on the equator: 52 px at zoom 13 (19.1 m a pixel), 105 px at zoom 14.
    const PlannedLabel first{.x_m = 0, .y_m = 0, .fromZoom = 5, .width_px = 80, .height_px = 20};
    PlannedLabel second = first;
    second.x_m = 1000;
    PlannedLabel never = first;
    never.fromZoom = neverShown;
    QCOMPARE(planLabels({first, second, never}, 17), (std::vector<int>{5, 14, neverShown}));
    second.x_m = 0;
    QCOMPARE(planLabels({first, second}, 17), (std::vector<int>{5, neverShown}));
}

void StyleStackTest::shortensAerodromeNames() {
    QCOMPARE(shortAerodromeName("Incheon International Airport"), "Incheon Intl");
    QCOMPARE(shortAerodromeName("Seoul Air Base (K-16)"), "Seoul AB");
    QCOMPARE(shortAerodromeName("Gunsan Airport / Gunsan Air Base"), "Gunsan");
    QCOMPARE(shortAerodromeName("Airport"), "Airport");
}

QTEST_APPLESS_MAIN(StyleStackTest)
#include "style_stack_test.moc"
