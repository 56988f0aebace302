#include "ui/window/about_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QtTest>

using namespace haneul;

class AboutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void saysAllOfThisBuildAndInstance();
    void withoutLogAndMap();
};

void AboutTest::saysAllOfThisBuildAndInstance() {
    window::AboutFacts facts;
    facts.version = QStringLiteral("9.8.7");
    facts.buildType = QStringLiteral("Release");
    facts.compiler = QStringLiteral("GCC 14");
    facts.libraries = {{QStringLiteral("mosquitto"), [] { return QStringLiteral("2.0.21"); }}};
    facts.instance = QStringLiteral("0123456789abcdef0123456789abcdef");
    std::uint64_t last = 41;
    facts.logHead = [&last] { return window::AboutFacts::LogHead{last, QString(64, u'a')}; };
    facts.mapCredits = QStringLiteral("© somebody <b>");
    facts.mapSources = {{QStringLiteral("roads"), QStringLiteral("OpenStreetMap"), QStringLiteral("ODbL-1.0"),
                         QStringLiteral("2026-10-01")}};
    window::AboutDialog dialog(facts, nullptr);
    last = 42;
    dialog.show();
    dialog.findChild<QPushButton*>(QStringLiteral("copyAbout"))->click();
    const QString text = QGuiApplication::clipboard()->text();
    QCOMPARE(text, dialog.asText());
    for (const char* part : {"9.8.7", "Release", "GCC 14", "2.0.21", "0123 4567 89ab", "42", "aaaa aaaa aaaa aaaa",
                             "© somebody <b>", "ODbL-1.0", "2026-10-01", "not a certified system", "Apache License"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

void AboutTest::withoutLogAndMap() {
    const window::AboutDialog dialog({}, nullptr);
    QVERIFY(dialog.asText().contains(QStringLiteral("No base map is loaded")));
}

QTEST_MAIN(AboutTest)
#include "about_test.moc"
