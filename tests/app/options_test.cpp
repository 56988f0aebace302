#include "app/options.h"
#include "tests/support/result_macros.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::app;

class OptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void commandLineWinsOverTheFile();
    void fileFillsEverything();
    void originsOfAProxy(); // R-SEC-01
    void origins_data();
    void origins();
    void requestLog(); // R-MS-03
    void offers_data();
    void offers(); // R-MS-04
    void demoHasAFolderOfItsOwn();
    void exitCodesAreDocumented();
    void commandsOnTheEventLogExcludeEachOther();
    void lookAndPicturesAreTheConsolesOwn();
    void aNewFolderIsAskedAbout();

private:
    static Result<Options> read(QStringList arguments, Program program = Program::Server) {
        arguments.prepend(QStringLiteral("haneul-server"));
        const auto answer = readOptions(arguments, program, {"/home/x/.local/share", "/usr/share/haneul"});
        if (!answer) return std::unexpected(answer.error());
        return std::get<Options>(*answer);
    }

    QString file(const QByteArray& text) {
        QFile out(m_folder.filePath(QStringLiteral("haneul.toml")));
        if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write a test file");
        out.write(text);
        return out.fileName();
    }

    QTemporaryDir m_folder;
};

void OptionsTest::defaults() {
    const auto options = read({});
    QVERIFY_RESULT(options);
    QCOMPARE(options->server.httpHost, "127.0.0.1"); // nothing is open to the network unless asked for
    QCOMPARE(options->server.httpPort, 8480);
    QVERIFY(options->server.mqtt == runtime::MqttMode::Embedded);
    QVERIFY(options->server.dataFolder == "/home/x/.local/share/haneul/default");
    QVERIFY(options->server.mapPack == "/usr/share/haneul/maps/korea.gpkg");
    QVERIFY(options->server.sbs.empty() && options->server.mavlink.empty() && !options->server.demo);
}

void OptionsTest::commandLineWinsOverTheFile() {
    const QString config =
        file("http = '127.0.0.1:9000'\ndata = 'there'\nlang = 'ko'\n[mqtt]\nbroker = 'mqtt://a:b@broker.local:1884'\n");
    const auto fromFile = read({QStringLiteral("--config"), config});
    QVERIFY_RESULT(fromFile);
    QCOMPARE(fromFile->server.httpPort, 9000);
    QCOMPARE(fromFile->language, "ko");
    QVERIFY(fromFile->server.dataFolder == std::filesystem::path(m_folder.path().toStdString()) / "there");
    QCOMPARE(fromFile->server.externalBroker->host, "broker.local");
    QCOMPARE(fromFile->server.externalBroker->port, 1884);
    const auto both = read({QStringLiteral("--config"), config, QStringLiteral("--http"), QStringLiteral("[::1]:7"),
                            QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--mqtt"),
                            QStringLiteral("embedded"), QStringLiteral("--data"), QStringLiteral("/d")});
    QVERIFY_RESULT(both);
    QCOMPARE(both->server.httpHost, "::1");
    QCOMPARE(both->server.httpPort, 7);
    QCOMPARE(both->language, "en");
    QVERIFY(both->server.mqtt == runtime::MqttMode::Embedded && !both->server.externalBroker);
    QVERIFY(both->server.dataFolder == "/d");
}

void OptionsTest::fileFillsEverything() {
    const auto options =
        read({QStringLiteral("--config"),
              file("planner = 'rules'\nplanner_policy = 'my.policy'\n[mqtt]\nport = 1883\n[[mqtt.account]]\nname = "
                   "'gw'\npassword_hash = '$7$101$a$b'\ndrones = ['D-1', "
                   "'D-2']\n"
                   "[[feeds.sbs]]\nname = 'roof'\nhost = '10.0.0.7'\n[[feeds.sbs]]\nname = 'hill'\nport = 30004\n"
                   "[[feeds.mavlink]]\nname = 'field'\nhost = '0.0.0.0'\nport = 14551\n"
                   "[tracks]\nstale_after_s = 5\nlost_after_s = 30\nforget_after_s = 300\n")});
    QVERIFY_RESULT(options);
    const auto& server = options->server;
    QCOMPARE(server.embeddedMqttPort, 1883);
    QVERIFY(server.mqttAccounts == (std::vector<broker::MqttAccount>{{"gw", "$7$101$a$b", {"D-1", "D-2"}}}));
    QVERIFY(server.sbs ==
            (std::vector<runtime::SbsFeedSettings>{{"roof", "10.0.0.7", 30003}, {"hill", "127.0.0.1", 30004}}));
    QVERIFY(server.mavlink == (std::vector<runtime::MavlinkFeedSettings>{{"field", "0.0.0.0", 14551}}));
    QCOMPARE(server.tracks.lostAfter.count(), 30'000);
    QVERIFY(server.planner.choice == planner::Choice::Rules);
    QVERIFY(server.planner.policy == std::filesystem::path(m_folder.path().toStdString()) / "my.policy");
    QVERIFY(!read({QStringLiteral("--config"), file("planner = 'autopilot'\n")}));
}

void OptionsTest::originsOfAProxy() {
    const QString config = file("http_origins = ['https://utm.example.org', 'https://10.0.0.7:8443']\n");
    const auto fromFile = read({QStringLiteral("--config"), config});
    QVERIFY_RESULT(fromFile);
    QVERIFY(fromFile->server.httpOrigins ==
            (std::vector<std::string>{"https://utm.example.org", "https://10.0.0.7:8443"}));
    const auto both = read({QStringLiteral("--config"), config, QStringLiteral("--http-origin"),
                            QStringLiteral("https://other.example"), QStringLiteral("--http-origin"),
                            QStringLiteral("https://third.example")});
    QVERIFY_RESULT(both);
    QVERIFY(both->server.httpOrigins == (std::vector<std::string>{"https://other.example", "https://third.example"}));
    QVERIFY(read({})->server.httpOrigins.empty());
    const auto wrong =
        read({QStringLiteral("--config"), file("lang = 'ko'\nhttp_origins = ['https://utm.example/x']\n")});
    QVERIFY(!wrong && wrong.error().code == "CONFIG");
    QVERIFY2(wrong.error().where.ends_with(":2:16") && wrong.error().message.contains("https://utm.example/x"),
             wrong.error().where.c_str());
}

void OptionsTest::origins_data() {
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* origin, bool good) {
        QTest::newRow(*origin ? origin : "empty") << QString::fromLatin1(origin) << good;
    };
    row("https://utm.example.org", true);
    row("http://utm.example.org:8080", true);
    row("https://[2001:db8::7]:8443", true);
    row("https://10.0.0.7", true);
    row("", false);
    row("*", false);
    row("null", false);
    row("utm.example.org", false);
    row("https://", false);
    row("https://*.example.org", false);
    row("https://utm.example.org/", false);
    row("https://utm.example.org/field", false);
    row("https://UTM.example.org", false);
    row("https://utm.example.org:443", false);
    row("http://utm.example.org:80", false);
    row("https://utm.example.org:", false);
    row("https://utm.example.org:99999", false);
    row("https://kim@utm.example.org", false);
    row("ftp://utm.example.org", false);
    row("https://utm.example.org,https://b.example", false);
}

void OptionsTest::origins() {
    QFETCH(const QString, origin);
    QFETCH(const bool, good);
    const auto options = read({QStringLiteral("--http-origin"), origin});
    QCOMPARE(options.has_value(), good);
    if (good)
        QVERIFY(options->server.httpOrigins == std::vector<std::string>{origin.toStdString()});
    else
        QCOMPARE(options.error().code, std::string("USAGE"));
    // Twice is a mistake.
    QVERIFY(!read({QStringLiteral("--http-origin"), origin, QStringLiteral("--http-origin"), origin}));
}

void OptionsTest::requestLog() {
    QVERIFY(read({})->server.logRequests && read({})->server.requestLog.file.empty()); // in the data folder
    const auto fromFile = read(
        {QStringLiteral("--config"), file("request_log = 'calls.log'\nrequest_log_mb = 2\nrequest_log_files = 3\n")});
    QVERIFY_RESULT(fromFile);
    const auto& log = fromFile->server.requestLog;
    QVERIFY(log.file == m_folder.filePath(QStringLiteral("calls.log")).toStdString());
    QVERIFY(log.fileBytes == 2 * 1024 * 1024 && log.files == 3);
    const auto off = read({QStringLiteral("--request-log"), QStringLiteral("off")});
    QVERIFY(off && !off->server.logRequests);
    const auto named = read({QStringLiteral("--config"), file("request_log = 'off'\n"), QStringLiteral("--request-log"),
                             QStringLiteral("/var/log/haneul.log")});
    QVERIFY(named && named->server.logRequests && named->server.requestLog.file == "/var/log/haneul.log");
    QVERIFY(!read({QStringLiteral("--config"), file("request_log_files = 0\n")}));
}

void OptionsTest::offers_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, const char* words, const char* config, bool good) {
        QTest::newRow(name) << QString::fromLatin1(words) << QByteArray(config) << good;
    };
    row("command line", "--offer studies --gateway 127.0.0.1:8480 --gateway-token-file /t", "", true);
    row("by name", "--offer studies --gateway localhost:8480 --gateway-token-file /t", "", true);
    row("file", "", "[offer]\nservices = ['studies']\ngateway = '127.0.0.1:8480'\ntoken_file = '/t'\n", true);
    row("nothing but a service", "--offer studies", "", false);
    row("no token", "--offer studies --gateway 127.0.0.1:8480", "", false);
    row("nothing is offered", "--gateway 127.0.0.1:8480 --gateway-token-file /t", "", false);
    row("no such service", "--offer plans --gateway 127.0.0.1:8480 --gateway-token-file /t", "", false);
    row("over the internet", "--offer studies --gateway 198.51.100.7:80 --gateway-token-file /t", "", false);
    row("a name", "--offer studies --gateway utm.example:80 --gateway-token-file /t", "", false);
    row("no port", "--offer studies --gateway 127.0.0.1:0 --gateway-token-file /t", "", false);
    row("half a file", "", "[offer]\nservices = ['studies']\n", false);
    row("another key", "", "[offer]\nservice = 'studies'\n", false);
}

void OptionsTest::offers() {
    QFETCH(QString, words);
    QFETCH(QByteArray, config);
    QFETCH(bool, good);
    auto arguments = words.split(u' ', Qt::SkipEmptyParts);
    if (!config.isEmpty()) arguments += {QStringLiteral("--config"), file(config)};
    const auto options = read(arguments);
    QCOMPARE(options.has_value(), good);
    if (!good) return;
    const auto& offer = options->server.offer;
    QVERIFY(offer.services == std::vector<std::string>{"studies"});
    QCOMPARE(offer.gatewayHost, "127.0.0.1");
    QCOMPARE(offer.gatewayPort, 8480);
    QVERIFY(options->server.gatewayTokenFile == "/t");
}

void OptionsTest::demoHasAFolderOfItsOwn() {
    const auto options = read({QStringLiteral("--demo")});
    QVERIFY_RESULT(options);
    QVERIFY(options->server.dataFolder == "/home/x/.local/share/haneul/demo");
    QVERIFY(!read({QStringLiteral("--demo"), QStringLiteral("--mqtt"), QStringLiteral("mqtt://elsewhere")}));
}

void OptionsTest::exitCodesAreDocumented() {
    const auto help = readOptions({QStringLiteral("haneul"), QStringLiteral("--help")}, Program::Console, {});
    QVERIFY_RESULT(help);
    const std::string& text = std::get<Message>(*help).text;
    for (const char* code : {"0 ended", "1 failed", "2 bad option", "3 data folder in use", "4 data folder unusable",
                             "5 HTTP address", "6 recording"})
        QVERIFY2(text.find(code) != std::string::npos, code);
    QVERIFY(exitCodeFor({"CONFIG", "", ""}) == ExitCode::Usage);
    for (const char* code :
         {"PORT_IN_USE", "BAD_ADDRESS", "PORT_NOT_ALLOWED", "LISTEN_FAILED"}) // all of HttpServer::start
        QVERIFY2(exitCodeFor({code, "", ""}) == ExitCode::AddressInUse, code);
    QVERIFY(exitCodeFor({"WHATEVER", "", ""}) == ExitCode::Failed);
}

void OptionsTest::commandsOnTheEventLogExcludeEachOther() {
    using What = LogCommand::What;
    QVERIFY(read({QStringLiteral("--verify-log")})->logCommand->what == What::Verify);
    QVERIFY(read({QStringLiteral("--rebuild")})->logCommand->what == What::Rebuild);
    const auto exported = read({QStringLiteral("--export-log"), QStringLiteral("/tmp/log")});
    QVERIFY(exported->logCommand->what == What::Export && exported->logCommand->file == "/tmp/log");
    QVERIFY(!read({})->logCommand);
    const auto both = read({QStringLiteral("--verify-log"), QStringLiteral("--rebuild")});
    QVERIFY(!both);
    QCOMPARE(both.error().code, "USAGE");
    QVERIFY(read({QStringLiteral("--key-passphrase-file"), QStringLiteral("/k")})->server.keyPassphraseFile == "/k");
}

void OptionsTest::lookAndPicturesAreTheConsolesOwn() {
    const QStringList light{QStringLiteral("--theme"), QStringLiteral("light")};
    QCOMPARE(read(light, Program::Console)->theme, "light");
    QVERIFY(!read(light));
    QVERIFY(!read({QStringLiteral("--theme"), QStringLiteral("pink")}, Program::Console));
    const auto shots = read({QStringLiteral("--shots"), QStringLiteral("/tmp/shots")}, Program::Console);
    QVERIFY_RESULT(shots);
    QVERIFY(*shots->shotsFolder == "/tmp/shots" && shots->server.demo);
    const auto onData =
        read({QStringLiteral("--shots"), QStringLiteral("/s"), QStringLiteral("--data"), QStringLiteral("/d")},
             Program::Console);
    QVERIFY(!onData); // pictures are of the demonstration, never of somebody's data
}

void OptionsTest::aNewFolderIsAskedAbout() {
    const QString folder = m_folder.filePath(QStringLiteral("new"));
    const QStringList fresh{QStringLiteral("--data"), folder};
    QVERIFY(read(fresh, Program::Console)->firstRun);
    QVERIFY(!read(fresh)->firstRun); // a server asks nobody
    QVERIFY(!read(fresh + QStringList{QStringLiteral("--no-wizard")}, Program::Console)->firstRun);
    QVERIFY(!read({QStringLiteral("--demo")}, Program::Console)->firstRun);
    QVERIFY(QDir().mkpath(folder));
    QFile answers(folder + QStringLiteral("/haneul.toml"));
    QVERIFY(answers.open(QIODevice::WriteOnly) && answers.write("lang = 'ko'\n") > 0);
    answers.close();
    const auto known = read(fresh, Program::Console);
    QVERIFY_RESULT(known);
    QVERIFY(!known->firstRun);
    QCOMPARE(known->language, "ko"); // what was answered holds from then on
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
