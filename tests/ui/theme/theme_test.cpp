#include "tests/support/latency_main.h"
#include "ui/theme/color_check.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTextLayout>
#include <QtTest>

#include <algorithm>
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
    void simulationIsThatOfMachado();
    void colorDistanceIsThatOfCielab();
    void colorsAreTellableApartWithEveryColorVision_data();
    void colorsAreTellableApartWithEveryColorVision();
    void normalRolesAreNoAlarmColors();
    void abnormalPixelsAreCountedOutsideLegends();
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
        {"Text", ColorRole::Text},
        {"SecondaryText", ColorRole::SecondaryText},
        {"Danger", ColorRole::Danger},
        {"Warning", ColorRole::Warning},
        {"Caution", ColorRole::Caution},
        {"Info", ColorRole::Info},
        {"Stale", ColorRole::Stale},
        {"SourceTelemetry", ColorRole::SourceTelemetry},
        {"SourceSbs", ColorRole::SourceSbs},
        {"SourceMavlink", ColorRole::SourceMavlink},
        {"SourceRemoteId", ColorRole::SourceRemoteId},
        {"SourceUnknown", ColorRole::SourceUnknown},
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
    // And among themselves by how light they are, on a grey printout too.
    const ColorRole alarms[] = {ColorRole::Danger, ColorRole::Warning, ColorRole::Caution, ColorRole::Info};
    for (const theme::Theme& look : theme::themes())
        for (const ColorRole a : alarms)
            for (const ColorRole b : alarms)
                if (a != b)
                    QVERIFY2(std::abs(theme::lightness(look.color(a)) - theme::lightness(look.color(b))) > 2.5,
                             qPrintable(look.id()));
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

void ThemeTest::simulationIsThatOfMachado() {
    using enum theme::ColorVision;
    for (const auto vision : {Normal, Protanopia, Deuteranopia, Tritanopia})
        for (const QColor grey : {QColor(Qt::black), QColor(0x80, 0x80, 0x80), QColor(Qt::white)})
            QVERIFY(theme::colorDistance(theme::seenWith(vision, grey), grey) < 0.5); // greys stay greys
    // Red and green that are the same to a deuteranope are far apart for others.
    const QColor red(0xa0, 0x5a, 0x30);
    const QColor green(0x70, 0x76, 0x2a);
    QVERIFY(theme::colorDistance(red, green) > 35);
    QVERIFY(theme::colorDistance(theme::seenWith(Deuteranopia, red), theme::seenWith(Deuteranopia, green)) < 10);
    QVERIFY(theme::colorDistance(theme::seenWith(Tritanopia, red), theme::seenWith(Tritanopia, green)) > 30);
}

void ThemeTest::colorDistanceIsThatOfCielab() {
    QVERIFY(std::abs(theme::lightness(Qt::white) - 100) < 0.01);
    QVERIFY(std::abs(theme::lightness(QColor(0x77, 0x77, 0x77)) - 50.03) < 0.05);
    QVERIFY(std::abs(theme::colorDistance(Qt::white, Qt::black) - 100) < 0.01);
    QVERIFY(std::abs(theme::colorDistance(Qt::red, QColor(0, 255, 0)) - 170.6) < 0.5); // the primaries of sRGB
}

void ThemeTest::colorsAreTellableApartWithEveryColorVision_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("vision");
    for (const theme::Theme& each : theme::themes())
        for (int vision = 0; vision < 4; ++vision)
            QTest::addRow("%s, vision %d", qPrintable(each.id()), vision) << each.id() << vision;
}

// Shapes tell both groups apart without any colour; these distances are so that colour helps everybody.
void ThemeTest::colorsAreTellableApartWithEveryColorVision() {
    QFETCH(QString, id);
    QFETCH(int, vision);
    const theme::Theme& look = theme::themeById(id);
    const std::vector alarms{ColorRole::Danger, ColorRole::Warning, ColorRole::Caution, ColorRole::Info};
    const std::vector sources{ColorRole::SourceTelemetry, ColorRole::SourceSbs, ColorRole::SourceMavlink,
                              ColorRole::SourceRemoteId, ColorRole::SourceUnknown};
    const auto apart = [&](ColorRole a, ColorRole b, double least) {
        const auto seen = [&](ColorRole role) {
            return theme::seenWith(static_cast<theme::ColorVision>(vision), look.color(role));
        };
        const double distance = theme::colorDistance(seen(a), seen(b));
        QVERIFY2(distance >= least,
                 qPrintable(QStringLiteral("roles %1 and %2: %3").arg(int(a)).arg(int(b)).arg(distance)));
    };
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
            apart(alarms[i], alarms[k], 6.0);
        for (const ColorRole source : sources)
            apart(alarms[i], source, 6.0);
    }
    for (std::size_t i = 0; i < sources.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            apart(sources[i], sources[k], 10.0);
}

void ThemeTest::normalRolesAreNoAlarmColors() {
    const std::vector abnormal{ColorRole::Danger, ColorRole::Warning, ColorRole::Caution};
    for (const theme::Theme& look : theme::themes())
        for (int role = 0; role < static_cast<int>(ColorRole::Count); ++role) {
            const auto each = static_cast<ColorRole>(role);
            const bool expected = std::ranges::find(abnormal, each) != abnormal.end();
            QVERIFY2(theme::isAbnormalHue(look.color(each).rgb()) == expected,
                     qPrintable(QStringLiteral("%1, role %2").arg(look.id()).arg(role)));
        }
}

void ThemeTest::abnormalPixelsAreCountedOutsideLegends() {
    QImage image(100, 80, QImage::Format_ARGB32);
    image.fill(theme::themes().front().color(ColorRole::Base));
    QCOMPARE(theme::abnormalPixels(image), 0);
    for (int x = 10; x < 20; ++x)
        image.setPixelColor(x, 40, theme::themes().front().color(ColorRole::Warning));
    QCOMPARE(theme::abnormalPixels(image), 10);
    QCOMPARE(theme::abnormalPixels(image, {QRect(0, 0, 15, 80)}), 5);
}

HANEUL_LATENCY_MAIN(ThemeTest)
#include "theme_test.moc"
