#include "tests/support/result_macros.h"
#include "ui/settings/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using settings::Settings;
using namespace Qt::Literals::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init();
    void everySettingIsWhole();
    void nothingIsWrittenUntilSomethingIsChosen();
    void choicesAreKeptAndTold();
    void badValuesAreRefused_data();
    void badValuesAreRefused();
    void aDefaultLeavesTheFile();
    void resetAllLeavesTheSections();
    void brokenFilesArePutAside_data();
    void brokenFilesArePutAside();
    void unknownKeysStay();
    void valuesThatDoNotFitAreAsIfNotThere();
    void aNewerFileIsReadAndLeftAlone();
    void exportAndImport();
    void badImportsChangeNothing();
    void aFolderThatCannotBeWrittenIsSaid();
    void aFileCutOffAtAnyByteIsNeverHalfUsed();

private:
    void put(const QByteArray& bytes) const {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write a test file");
        file.write(bytes);
    }

    QJsonObject kept() const {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
};

void SettingsTest::init() {
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_folder.emplace();
    m_path = m_folder->filePath(u"settings.json"_s);
}

void SettingsTest::everySettingIsWhole() {
    QSet<QString> ids;
    for (const settings::SettingInfo& info : settings::allSettings()) {
        QVERIFY2(!ids.contains(QLatin1StringView(info.id)), info.id);
        ids.insert(QLatin1StringView(info.id));
        QVERIFY2(settings::fits(info, settings::standardOf(info)), info.id);
        QVERIFY2(!settings::groupText(QLatin1StringView(info.group)).isEmpty(), info.id);
        QVERIFY2(!settings::textOf(info).isEmpty() && !settings::helpOf(info).isEmpty(), info.id);
        QVERIFY2(!settings::valueText(info, settings::standardOf(info)).isEmpty(), info.id);
        QCOMPARE(settings::findSetting(QLatin1StringView(info.id)), &info);
    }
    QVERIFY(!settings::findSetting("no.such"_L1));
}

void SettingsTest::nothingIsWrittenUntilSomethingIsChosen() {
    {
        Settings all(m_path);
        QCOMPARE(all.text("appearance.theme"_L1), u"dark"_s);
        QCOMPARE(all.number("map.vector_s"_L1), 30.0);
        QVERIFY(!all.isChanged("appearance.theme"_L1));
        QVERIFY(all.trouble().isEmpty());
    }
    QVERIFY(!QFile::exists(m_path));
}

void SettingsTest::choicesAreKeptAndTold() {
    {
        Settings all(m_path);
        QSignalSpy changed(&all, &Settings::changed);
        QVERIFY(all.setValue("appearance.theme"_L1, u"light"_s));
        QVERIFY(all.setValue("appearance.theme"_L1, u"light"_s)); // again: nothing new
        QVERIFY(all.setValue("map.trail_s"_L1, 90));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].toString(), u"appearance.theme"_s);
        QVERIFY(all.isChanged("appearance.theme"_L1));
        // Written by itself, not only at the end.
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(m_path); }));
    }
    const Settings again(m_path);
    QCOMPARE(again.text("appearance.theme"_L1), u"light"_s);
    QCOMPARE(again.number("map.trail_s"_L1), 90.0);
}

void SettingsTest::badValuesAreRefused_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no choice") << u"appearance.theme"_s << QJsonValue(u"pink"_s);
    QTest::newRow("number for a word") << u"appearance.theme"_s << QJsonValue(1);
    QTest::newRow("word for a number") << u"map.vector_s"_s << QJsonValue(u"30"_s);
    QTest::newRow("too low") << u"appearance.text_scale"_s << QJsonValue(79);
    QTest::newRow("not of the list") << u"map.vector_s"_s << QJsonValue(20);
    QTest::newRow("too high") << u"appearance.text_scale"_s << QJsonValue(251);
    QTest::newRow("not whole") << u"appearance.text_scale"_s << QJsonValue(100.5);
    QTest::newRow("nothing") << u"scene3d.exaggeration"_s << QJsonValue();
    QTest::newRow("not finite") << u"scene3d.exaggeration"_s << QJsonValue(qQNaN());
}

void SettingsTest::badValuesAreRefused() {
    QFETCH(QString, id);
    QFETCH(QJsonValue, value);
    Settings all(m_path);
    QSignalSpy changed(&all, &Settings::changed);
    const QByteArray latin = id.toLatin1();
    QVERIFY(!all.setValue(QLatin1StringView(latin), value));
    QVERIFY(!all.isChanged(QLatin1StringView(latin)));
    QVERIFY(changed.isEmpty());
}

void SettingsTest::aDefaultLeavesTheFile() {
    Settings all(m_path);
    all.setValue("appearance.theme"_L1, u"light"_s);
    all.setValue("units.height"_L1, u"ft"_s);
    all.reset("appearance.theme"_L1);
    all.flush();
    const QJsonObject values = kept().value(u"values"_s).toObject();
    QCOMPARE(values.keys(), QStringList{u"units.height"_s});
}

void SettingsTest::resetAllLeavesTheSections() {
    Settings all(m_path);
    all.setValue("units.height"_L1, u"ft"_s);
    all.setSection(u"keys"_s, {{u"map.fit_all"_s, u"Ctrl+9"_s}});
    all.resetAll();
    QVERIFY(!all.isChanged("units.height"_L1));
    QCOMPARE(all.section(u"keys"_s).value(u"map.fit_all"_s).toString(), u"Ctrl+9"_s);
}

void SettingsTest::brokenFilesArePutAside_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"schema": 1, "values": {"appearance.th)");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no schema") << QByteArray(R"({"values": {}})");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe{", 4);
    QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(Settings::maxBytes) + 1, ' ');
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void SettingsTest::brokenFilesArePutAside() {
    QFETCH(QByteArray, bytes);
    put(bytes);
    Settings all(m_path);
    QVERIFY(!all.trouble().isEmpty());
    QCOMPARE(all.text("appearance.theme"_L1), u"dark"_s);
    QFile aside(m_path + u".broken"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    all.setValue("appearance.theme"_L1, u"light"_s);
    all.flush();
    QCOMPARE(Settings(m_path).text("appearance.theme"_L1), u"light"_s);
}

void SettingsTest::unknownKeysStay() {
    put(R"({"schema": 1, "later": [1, 2], "values": {"map.rings": true, "appearance.theme": "light"}})");
    Settings all(m_path);
    all.setValue("units.speed"_L1, u"kt"_s);
    all.flush();
    QCOMPARE(kept().value(u"later"_s).toArray().size(), 2);
    const QJsonObject values = kept().value(u"values"_s).toObject();
    QVERIFY(values.value(u"map.rings"_s).toBool());
    QCOMPARE(values.value(u"appearance.theme"_s).toString(), u"light"_s);
    QCOMPARE(values.value(u"units.speed"_s).toString(), u"kt"_s);
}

void SettingsTest::valuesThatDoNotFitAreAsIfNotThere() {
    put(R"({"schema": 1, "values": {"map.vector_s": 1e9, "appearance.theme": ["light"]}})");
    const Settings all(m_path);
    QCOMPARE(all.number("map.vector_s"_L1), 30.0);
    QCOMPARE(all.text("appearance.theme"_L1), u"dark"_s);
    QVERIFY(!all.isChanged("map.vector_s"_L1));
}

void SettingsTest::aNewerFileIsReadAndLeftAlone() {
    const QByteArray newer = R"({"schema": 2, "values": {"appearance.theme": "light"}})";
    put(newer);
    {
        Settings all(m_path);
        QCOMPARE(all.text("appearance.theme"_L1), u"light"_s);
        QVERIFY(!all.trouble().isEmpty());
        all.setValue("appearance.theme"_L1, u"contrast"_s);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void SettingsTest::exportAndImport() {
    Settings all(m_path);
    all.setValue("units.height"_L1, u"ft"_s);
    all.setSection(u"keys"_s, {{u"map.fit_all"_s, u"Ctrl+9"_s}});
    const QByteArray copy = all.exported();

    Settings other(m_folder->filePath(u"other.json"_s));
    other.setValue("appearance.theme"_L1, u"light"_s);
    QSignalSpy changed(&other, &Settings::changed);
    QSignalSpy sections(&other, &Settings::sectionChanged);
    QVERIFY_RESULT(other.import(copy));
    QCOMPARE(other.text("units.height"_L1), u"ft"_s);
    QCOMPARE(other.text("appearance.theme"_L1), u"dark"_s); // the exported desk had the default
    QCOMPARE(changed.size(), 2);
    QCOMPARE(sections.size(), 1);
    QCOMPARE(other.section(u"keys"_s).value(u"map.fit_all"_s).toString(), u"Ctrl+9"_s);
}

void SettingsTest::badImportsChangeNothing() {
    Settings all(m_path);
    all.setValue("units.height"_L1, u"ft"_s);
    for (const QByteArray& bytes : {QByteArray("{"), QByteArray("[]"), QByteArray(R"({"schema": 7})")}) {
        const auto imported = all.import(bytes);
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, "SETTINGS_UNREADABLE");
        QCOMPARE(all.text("units.height"_L1), u"ft"_s);
    }
}

void SettingsTest::aFolderThatCannotBeWrittenIsSaid() {
    Settings all(m_folder->filePath(u"no/such/folder/settings.json"_s));
    QSignalSpy trouble(&all, &Settings::troubleChanged);
    all.setValue("units.height"_L1, u"ft"_s);
    QVERIFY(QTest::qWaitFor([&] { return !trouble.isEmpty(); }));
    QVERIFY(!all.trouble().isEmpty());
    QCOMPARE(all.text("units.height"_L1), u"ft"_s); // still works for this session
}

void SettingsTest::aFileCutOffAtAnyByteIsNeverHalfUsed() {
    QByteArray whole;
    {
        Settings all(m_path);
        all.setValue("appearance.theme"_L1, u"light"_s);
        all.setValue("units.height"_L1, u"ft"_s);
        whole = all.exported().trimmed();
    }
    for (qsizetype length = 0; length < whole.size(); ++length) {
        put(whole.first(length));
        const Settings all(m_path);
        QVERIFY2(!all.trouble().isEmpty(), qPrintable(QString::number(length)));
        QVERIFY(!all.isChanged("appearance.theme"_L1) && !all.isChanged("units.height"_L1));
    }
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
