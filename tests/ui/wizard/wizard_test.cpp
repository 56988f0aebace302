#include "tests/support/latency_main.h"
#include "ui/settings/settings.h"
#include "ui/wizard/first_run.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <QtTest>

using namespace haneul::wizard;
using namespace Qt::Literals::StringLiterals;

class WizardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enterFourTimesIsEnough();
    void everyAnswerIsTaken();
    void escapeKeepsSensibleAnswers();
    void backShowsWhatWasSaid();
    void wrongAnswersAreSaid();
    void ownMapIsInspected();
    void bytesFromAReceiverAreCounted();
    void bytesFromAutopilotsAreCounted();
    void aClosedPortIsSaid();
    void configurationIsToml_data();
    void configurationIsToml();
    void settingsAreWritten();

private:
    template <class W>
    W& child(const char* name) {
        W* found = m_wizard->findChild<W*>(QLatin1StringView(name));
        if (!found) qFatal("no %s", name);
        return *found;
    }

    void source(Source source) {
        child<QRadioButton>(qPrintable(u"source%1"_s.arg(static_cast<int>(source)))).setChecked(true);
    }

    void toStep(int step) {
        while (child<QStackedWidget>("firstRunPages").currentIndex() < step)
            child<QPushButton>("firstRunNext").click();
    }

    QStringList m_languages;
    std::optional<FirstRun> m_wizard;
};

void WizardTest::init() {
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s));
    m_languages.clear();
    m_wizard.reset();
    m_wizard.emplace(FirstRunDependencies{
        .language = u"en"_s,
        .setLanguage = [this](const QString& id) { m_languages << id; },
        .inspectMap = [](const QString& path) { return QStringList{u"read "_s + path, u"no river"_s}; },
        .wrongWithBroker = [](const QString& url) { return url.startsWith(u"mqtt"_s) ? QString() : u"no URL"_s; }});
    m_wizard->show();
    QVERIFY(QTest::qWaitForWindowActive(&*m_wizard));
}

void WizardTest::enterFourTimesIsEnough() {
    for (int i = 0; i < FirstRun::steps; ++i) {
        QVERIFY(m_wizard->isVisible());
        QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(m_wizard->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(m_wizard->answers().language, u"en"_s);
    QVERIFY(m_wizard->answers().source == Source::EmbeddedMqtt);
    QVERIFY(!m_wizard->answers().area);
    QCOMPARE(configurationOf(m_wizard->answers()), u"# Haneul\n"_s);
}

void WizardTest::everyAnswerIsTaken() {
    child<QRadioButton>("language_ko").setChecked(true);
    child<QRadioButton>("units_aviation").setChecked(true);
    toStep(1);
    QTest::keyClicks(&child<QLineEdit>("areaSearch"), u"jeju"_s);
    toStep(2);
    child<QRadioButton>("ownMap").setChecked(true);
    child<QLineEdit>("mapPath").setText(u"/maps/city.gpkg"_s);
    toStep(3);
    source(Source::Sbs);
    child<QLineEdit>("sbsHost").setText(u" 192.0.2.7 "_s);
    child<QSpinBox>("sbsPort").setValue(30033);
    child<QPushButton>("firstRunNext").click();
    const Answers& answers = m_wizard->answers();
    QCOMPARE(m_languages, QStringList{u"ko"_s});
    QCOMPARE(answers.language, u"ko"_s);
    QVERIFY(answers.aviationUnits);
    QCOMPARE(QString::fromLatin1(answers.area->id), u"jeju"_s);
    QCOMPARE(answers.mapPack, u"/maps/city.gpkg"_s);
    QVERIFY(answers.source == Source::Sbs);
    QCOMPARE(answers.sbsHost, u"192.0.2.7"_s);
    QCOMPARE(answers.sbsPort, 30033);
}

void WizardTest::escapeKeepsSensibleAnswers() {
    toStep(2);
    QTest::keyClick(&*m_wizard, Qt::Key_Escape);
    QCOMPARE(m_wizard->result(), static_cast<int>(QDialog::Rejected));
    QVERIFY(m_wizard->answers().source == Source::EmbeddedMqtt);
    QVERIFY(m_wizard->answers().mapPack.isEmpty());
}

void WizardTest::backShowsWhatWasSaid() {
    QVERIFY(!child<QPushButton>("firstRunBack").isEnabled());
    toStep(1);
    child<QLineEdit>("areaSearch").setText(u"busan"_s);
    toStep(2);
    child<QPushButton>("firstRunBack").click();
    QCOMPARE(child<QStackedWidget>("firstRunPages").currentIndex(), 1);
    QVERIFY(child<QListWidget>("areas").currentRow() > 0);
}

void WizardTest::wrongAnswersAreSaid() {
    toStep(2);
    child<QRadioButton>("ownMap").setChecked(true);
    child<QPushButton>("firstRunNext").click();
    QCOMPARE(child<QStackedWidget>("firstRunPages").currentIndex(), 2);
    QVERIFY(!child<QLabel>("firstRunWrong").text().isEmpty());
    child<QRadioButton>("ownMap").setChecked(false);
    child<QLineEdit>("mapPath").setText(u"x"_s);
    toStep(3);
    source(Source::ExternalMqtt);
    child<QLineEdit>("brokerUrl").setText(u"nonsense"_s);
    child<QPushButton>("firstRunNext").click();
    QVERIFY(m_wizard->isVisible());
    QCOMPARE(child<QLabel>("firstRunWrong").text(), u"no URL"_s);
    child<QLineEdit>("brokerUrl").setText(u"mqtt://b"_s);
    child<QPushButton>("firstRunNext").click();
    QVERIFY(!m_wizard->isVisible());
}

void WizardTest::ownMapIsInspected() {
    toStep(2);
    child<QRadioButton>("ownMap").setChecked(true);
    child<QLineEdit>("mapPath").setText(u"a.gpkg"_s);
    QVERIFY(QTest::qWaitFor([&] { return child<QLabel>("mapReport").text() == u"read a.gpkg\nno river"_s; }));
}

void WizardTest::bytesFromAReceiverAreCounted() {
    QTcpServer receiver;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    connect(&receiver, &QTcpServer::newConnection, this,
            [&] { receiver.nextPendingConnection()->write("MSG,3,1,1,71BE01\r\n"); });
    toStep(3);
    source(Source::Sbs);
    child<QSpinBox>("sbsPort").setValue(receiver.serverPort());
    child<QPushButton>("liveTest").click();
    QVERIFY(QTest::qWaitFor([&] { return child<QLabel>("liveTestResult").text().contains(u"18"_s); }));
}

void WizardTest::bytesFromAutopilotsAreCounted() {
    quint16 port = 0;
    {
        QUdpSocket free;
        QVERIFY(free.bind(QHostAddress::LocalHost, 0));
        port = free.localPort();
    }
    toStep(3);
    source(Source::Mavlink);
    child<QSpinBox>("mavlinkPort").setValue(port);
    child<QPushButton>("liveTest").click();
    QUdpSocket autopilot;
    QVERIFY(QTest::qWaitFor([&] {
        autopilot.writeDatagram("12345", QHostAddress::LocalHost, port);
        return child<QLabel>("liveTestResult").text().contains(u"Bytes arriving"_s);
    }));
}

void WizardTest::aClosedPortIsSaid() {
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    toStep(3);
    source(Source::Sbs);
    child<QSpinBox>("sbsPort").setValue(port);
    child<QPushButton>("liveTest").click();
    QVERIFY(QTest::qWaitFor([&] { return child<QLabel>("liveTestResult").text().contains(u"Does not work"_s); }));
    source(Source::EmbeddedMqtt);
    QVERIFY(!child<QLabel>("liveTestResult").isVisible());
}

void WizardTest::configurationIsToml_data() {
    QTest::addColumn<int>("source");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("external") << static_cast<int>(Source::ExternalMqtt)
                              << u"\n[mqtt]\nbroker = \"mqtt://a:\\\"\\\\b@c\"\n"_s;
    QTest::newRow("sbs") << static_cast<int>(Source::Sbs)
                         << u"\n[[feeds.sbs]]\nname = \"receiver\"\nhost = \"x\\u000a\"\nport = 30003\n"_s;
    QTest::newRow("mavlink") << static_cast<int>(Source::Mavlink)
                             << u"\n[[feeds.mavlink]]\nname = \"autopilots\"\nport = 14550\n"_s;
    QTest::newRow("demo") << static_cast<int>(Source::Demo) << QString();
}

void WizardTest::configurationIsToml() {
    QFETCH(int, source);
    QFETCH(QString, wanted);
    const Answers answers{.source = static_cast<Source>(source), .mqttUrl = u"mqtt://a:\"\\b@c"_s, .sbsHost = u"x\n"_s};
    QCOMPARE(configurationOf(answers), u"# Haneul\n"_s + wanted);
}

void WizardTest::settingsAreWritten() {
    haneul::settings::Settings settings{QString()};
    putInto(settings, {.language = u"en"_s, .aviationUnits = true, .area = &areas()[1]});
    QCOMPARE(settings.text("appearance.language"_L1), u"en"_s);
    QCOMPARE(settings.text("units.speed"_L1), u"kt"_s);
    QCOMPARE(settings.text("start.map"_L1), u"area"_s);
    QCOMPARE(settings.number("start.zoom"_L1), 11.0);
    for (const Area& area : areas()) {
        QVERIFY(area.middle.valid());
        putInto(settings, {.area = &area});
        QCOMPARE(settings.number("start.latitude"_L1), area.middle.latitude_deg);
    }
}

HANEUL_LATENCY_MAIN(WizardTest)
#include "wizard_test.moc"
