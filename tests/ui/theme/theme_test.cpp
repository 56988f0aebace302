#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTextLayout>
#include <QtTest>

#include <cmath>

using namespace haneul;
using theme::ColorRole;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastRatioIsThatOfWcag();
    void textIsReadable_data();
    void textIsReadable();
    void alarmColoursAreTellableApartInGrey();
    void threeThemesAndAnUnknownNameIsDark();
    void everyRoleHasAnOpaqueColour();
    void applyReachesPaletteAndFont();
    void scaleIsClamped();
    void hangulAndLatinShareABaseline();
    void figuresAreOfOneWidth();
};

void ThemeTest::contrastRatioIsThatOfWcag() {
    QCOMPARE(std::round(theme::contrastRatio(Qt::white, Qt::black) * 100), 2100.0);
    QCOMPARE(std::round(theme::contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448.0); // WCAG's own example
    QCOMPARE(theme::contrastRatio(Qt::red, Qt::red), 1.0);
}

void ThemeTest::textIsReadable_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<ColorRole>("ink");
    QTest::addColumn<ColorRole>("ground");
    const std::pair<const char*, ColorRole> inks[] = {
        {"Text", ColorRole::Text},           {"SecondaryText", ColorRole::SecondaryText},
        {"Danger", ColorRole::Danger},       {"Warning", ColorRole::Warning},
        {"Caution", ColorRole::Caution},     {"Info", ColorRole::Info},
        {"Stale", ColorRole::Stale},         {"SourceTelemetry", ColorRole::SourceTelemetry},
        {"SourceSbs", ColorRole::SourceSbs}, {"SourceMavlink", ColorRole::SourceMavlink},
    };
    const std::pair<const char*, ColorRole> grounds[] = {{"Base", ColorRole::Base}, {"Panel", ColorRole::Panel}};
    for (const theme::Theme& each : theme::themes()) {
        const QByteArray id = each.id().toLatin1();
        for (const auto& [inkName, ink] : inks)
            for (const auto& [groundName, ground] : grounds)
                QTest::addRow("%s %s on %s", id.constData(), inkName, groundName) << each.id() << ink << ground;
        QTest::addRow("%s Text on Raised", id.constData()) << each.id() << ColorRole::Text << ColorRole::Raised;
        QTest::addRow("%s Text on SelectedRow", id.constData())
            << each.id() << ColorRole::Text << ColorRole::SelectedRow;
        QTest::addRow("%s Base on ReplayFrame", id.constData())
            << each.id() << ColorRole::Base << ColorRole::ReplayFrame;
        QTest::addRow("%s Base on PausedFrame", id.constData())
            << each.id() << ColorRole::Base << ColorRole::PausedFrame;
    }
}

void ThemeTest::textIsReadable() {
    QFETCH(QString, id);
    QFETCH(ColorRole, ink);
    QFETCH(ColorRole, ground);
    const theme::Theme& look = theme::themeById(id);
    const double ratio = theme::contrastRatio(look.color(ink), look.color(ground));
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1:1").arg(ratio)));
}

// Colour is a second sign only, but the grave ones must still differ from ordinary grey for a colour-blind reader.
void ThemeTest::alarmColoursAreTellableApartInGrey() {
    for (const theme::Theme& look : theme::themes())
        QVERIFY(look.color(ColorRole::Danger).hsvSaturationF() > look.color(ColorRole::Stale).hsvSaturationF() + 0.2F);
}

void ThemeTest::threeThemesAndAnUnknownNameIsDark() {
    QCOMPARE(theme::themes().size(), 3U);
    QCOMPARE(theme::themeById(u"light").id(), QStringLiteral("light"));
    QVERIFY(!theme::themeById(u"light").isDark());
    QCOMPARE(theme::themeById(u"no such theme").id(), QStringLiteral("dark"));
}

void ThemeTest::everyRoleHasAnOpaqueColour() {
    for (const theme::Theme& look : theme::themes())
        for (int role = 0; role < static_cast<int>(ColorRole::Count); ++role)
            QCOMPARE(qAlpha(look.color(static_cast<ColorRole>(role)).rgba()), 255);
}

void ThemeTest::applyReachesPaletteAndFont() {
    for (const theme::Theme& look : theme::themes()) {
        theme::apply(*qApp, look);
        QCOMPARE(qApp->palette().color(QPalette::Base), look.color(ColorRole::Base));
        QCOMPARE(qApp->palette().color(QPalette::Text), look.color(ColorRole::Text));
        QVERIFY(!qApp->styleSheet().contains(u'%'));
    }
    QCOMPARE(qApp->font().family(), QStringLiteral("Noto Sans CJK KR"));
}

void ThemeTest::scaleIsClamped() {
    const double normal = theme::applicationFont().pointSizeF();
    QCOMPARE(theme::applicationFont(2.0).pointSizeF(), normal * 2);
    QCOMPARE(theme::applicationFont(100.0).pointSizeF(), normal * 2.5);
    QCOMPARE(theme::applicationFont(0.0).pointSizeF(), normal * 0.8);
}

void ThemeTest::hangulAndLatinShareABaseline() {
    if (QFontInfo(theme::applicationFont()).family() != theme::applicationFont().family())
        QSKIP("Noto Sans CJK KR is not installed");
    QTextLayout layout(QStringLiteral("드론 UAS-07 120m"), theme::applicationFont());
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    QVERIFY(!runs.isEmpty());
    for (const QGlyphRun& run : runs) {
        QCOMPARE(run.rawFont().familyName(), runs.front().rawFont().familyName()); // one family, no fall-back
        for (const QPointF& place : run.positions())
            QCOMPARE(place.y(), runs.front().positions().front().y());
    }
}

void ThemeTest::figuresAreOfOneWidth() {
    const QFontMetricsF metrics(theme::applicationFont());
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QChar(u'0')));
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
