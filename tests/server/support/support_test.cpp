#include "server/storage/database.h"
#include "server/support/support_bundle.h"
#include "tests/support/result_macros.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::support;
using namespace Qt::Literals::StringLiterals;

namespace {

const UtcMs now = *fromRfc3339("2026-11-21T04:05:06Z");
const std::string canary = "canary4711"; // in everything that must not be told

} // namespace

class SupportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSecretIsInIt(); // R-SEC-05
    void whatHelpsIsInIt();
    void brokenFoldersAreNoObstacle();
    void tarReadsIt();
    void aFolderThatIsNotThereIsSaid();

private:
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(m_folder->filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write a test file");
        file.write(bytes);
    }

    QJsonObject object(const std::vector<ArchiveFile>& files, std::string_view name) const {
        for (const ArchiveFile& file : files)
            if (file.name.ends_with(name))
                return QJsonDocument::fromJson(QByteArray::fromStdString(file.content)).object();
        return {};
    }

    std::optional<QTemporaryDir> m_folder;
    BundleContext m_context;
};

void SupportTest::init() {
    m_folder.emplace(QDir::tempPath() + u"/canary4711-XXXXXX"_s);
    m_context = {.version = "0.1.0", .program = "haneul-server", .now = now};
    runtime::Settings& settings = m_context.settings;
    settings.dataFolder = m_folder->path().toStdString();
    settings.mapPack = settings.dataFolder / canary;
    settings.mqtt = runtime::MqttMode::External;
    settings.externalBroker.emplace();
    settings.externalBroker->host = canary + ".example";
    settings.externalBroker->user = canary;
    settings.externalBroker->password = canary;
    settings.mqttAccounts.resize(2);
    settings.mqttAccounts[0].name = canary;
    settings.sbs = {{canary, canary + ".example", 30003}};
    settings.mavlink = {{canary, "127.0.0.1", 14550}};

    situation::Situation situation;
    situation::FeedHealth feed;
    feed.id = "sbs:" + canary;
    feed.kind = traffic::SourceKind::Sbs;
    feed.endpoint = canary + ":30003";
    feed.detail = "refused by " + canary;
    feed.bytes = 1234;
    situation.feeds = {feed};
    situation.notices = {{1, now, situation::NoticeSeverity::Error, "FEED_LOST", canary, {canary}}};
    traffic::Track track;
    track.id = "uas:" + canary;
    track.label = canary;
    track.pilotId = canary;
    situation.tracks = {std::make_shared<const traffic::Track>(track)};
    situation.broker = canary;
    m_context.situation = std::make_shared<const situation::Situation>(situation);
}

void SupportTest::nothingSecretIsInIt() {
    const QByteArray secret = QByteArray::fromStdString(canary);
    write("settings.json", R"({"schema": 1, "canary4711": "canary4711", "palette": {"recent": ["canary4711"]},
        "keys": {"canary4711": "Ctrl+9"}, "values": {"start.latitude": 37.123456, "canary4711": "canary4711",
        "appearance.theme": "canary4711", "map.vector_s": 60}})");
    write("haneul.toml", "[[mqtt.account]]\nname = 'canary4711'\npassword_hash = '$7$canary4711'\n");
    write("demo-accounts.json", R"({"canary4711": "canary4711"})");
    write("window.json", "canary4711");
    {
        auto database =
            storage::Database::open(m_context.settings.dataFolder / "haneul.sqlite", storage::Database::Role::Writer);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT(storage::openInstance(*database, storage::DataKind::Real, "00112233445566778899aabbccddeeff"));
        QVERIFY_RESULT(database->execute(u"CREATE TABLE canary4711 (canary4711 TEXT)"_s));
        QVERIFY_RESULT(database->execute(u"INSERT INTO canary4711 VALUES ('canary4711')"_s));
    }
    const auto files = bundleFiles(m_context);
    const QByteArray hostName = QSysInfo::machineHostName().toUtf8();
    for (const ArchiveFile& file : files) {
        const QByteArray content = QByteArray::fromStdString(file.content);
        QVERIFY2(!content.contains(secret), file.name.c_str());
        QVERIFY2(!content.contains("37.123"), file.name.c_str());
        QVERIFY2(!content.contains(QByteArray(QDir::homePath().toUtf8() + '/')), file.name.c_str());
        QVERIFY2(!content.contains(m_folder->path().toUtf8()), file.name.c_str());
        QVERIFY2(hostName.size() < 4 || !content.contains(hostName), file.name.c_str());
        QVERIFY2(!QString::fromStdString(file.name).contains(QString::fromUtf8(secret)), file.name.c_str());
    }
    QCOMPARE(object(files, "/settings.json").value(u"map.vector_s"_s).toDouble(), 60.0);
    QCOMPARE(object(files, "/settings.json").value(u"changed_keys"_s).toInt(), 1);
    QCOMPARE(object(files, "log.json").value(u"database"_s).toString(), u"readable"_s);
}

void SupportTest::whatHelpsIsInIt() {
    const auto files = bundleFiles(m_context);
    QCOMPARE(files.size(), 9U);
    QCOMPARE(object(files, "versions.json").value(u"version"_s).toString(), u"0.1.0"_s);
    const QJsonObject configuration = object(files, "configuration.json");
    QCOMPARE(configuration.value(u"mqtt"_s)[u"accounts"_s].toInt(), 2);
    QCOMPARE(configuration.value(u"mqtt"_s)[u"at"_s].toString(), u"elsewhere"_s);
    QCOMPARE(configuration.value(u"sbs"_s)[0][u"port"_s].toInt(), 30003);
    for (const ArchiveFile& file : files) {
        if (file.name.ends_with("feeds.json")) QVERIFY(QByteArray::fromStdString(file.content).contains("1234"));
        if (file.name.ends_with("notices.json")) QVERIFY(QByteArray::fromStdString(file.content).contains("FEED_LOST"));
    }
    QCOMPARE(object(files, "metrics.json").value(u"tracks_live"_s).toInt(), 1);
    m_context.situation = nullptr;
    QCOMPARE(bundleFiles(m_context).size(), 6U);
}

void SupportTest::brokenFoldersAreNoObstacle() {
    write("settings.json", "{");
    write("haneul.sqlite", "this is no database");
    const auto files = bundleFiles(m_context);
    QVERIFY(!object(files, "log.json").contains(u"log_entries"_s));
    m_context.settings.dataFolder /= "no such folder";
    QCOMPARE(object(bundleFiles(m_context), "log.json").value(u"database"_s).toString(), u"none"_s);
}

void SupportTest::tarReadsIt() {
    const QString tar = QStandardPaths::findExecutable(u"tar"_s);
    if (tar.isEmpty()) QSKIP("no tar here");
    const QString path = m_folder->filePath(u"bundle.tar.gz"_s);
    QVERIFY_RESULT(writeBundle(m_context, path.toStdString()));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QProcess process;
    process.start(tar, {u"-xzOf"_s, path, u"haneul-support/versions.json"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).object().value(u"program"_s).toString(),
             u"haneul-server"_s);
    process.start(tar, {u"-tzf"_s, path});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput().count('\n'), 9);
}

void SupportTest::aFolderThatIsNotThereIsSaid() {
    const auto written = writeBundle(m_context, m_context.settings.dataFolder / "no" / "bundle.tar.gz");
    QVERIFY(!written);
    QCOMPARE(written.error().code, "BUNDLE_UNWRITABLE");
}

QTEST_GUILESS_MAIN(SupportTest)
#include "support_test.moc"
