#include "server/broker/broker.h"
#include "tests/support/result_macros.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace haneul;
using namespace haneul::broker;

class TstBrokerValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void urlIsRead_data();
    void urlIsRead();
    void urlIsRefused_data();
    void urlIsRefused();
    void refusalShowsNoPassword();
    void hashIsWhatMosquittoWrites();
    void hashMatchesItsPasswordOnly();
    void badHashIsSeen_data();
    void badHashIsSeen();
    void passwordLimits();
    void randomPasswordsDiffer();
};

void TstBrokerValues::urlIsRead_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char* name, const char* url, const char* host, int port, bool tls, const char* user,
                        const char* password) {
        QTest::newRow(name) << QString::fromUtf8(url) << QString::fromUtf8(host) << port << tls
                            << QString::fromUtf8(user) << QString::fromUtf8(password);
    };
    row("host", "mqtt://broker.local", "broker.local", 1883, false, "", "");
    row("slash", "mqtt://broker.local/", "broker.local", 1883, false, "", "");
    row("port", "mqtt://10.0.0.7:41883", "10.0.0.7", 41883, false, "", "");
    row("tls", "mqtts://broker.local", "broker.local", 8883, true, "", "");
    row("credentials", "mqtt://desk:secret@h:1", "h", 1, false, "desk", "secret");
    row("user only", "mqtt://desk@h", "h", 1883, false, "desk", "");
    row("percent", "mqtt://d%40k:p%3A%2Fw%25@h", "h", 1883, false, "d@k", "p:/w%");
    row("hangul", "mqtt://desk:%ED%95%98%EB%8A%98@h", "h", 1883, false, "desk", "하늘");
    row("ipv6", "mqtt://[::1]:1884", "::1", 1884, false, "", "");
}

void TstBrokerValues::urlIsRead() {
    QFETCH(QString, url);
    const auto endpoint = endpointFromUrl(url.toStdString());
    QVERIFY_RESULT(endpoint);
    QTEST(QString::fromStdString(endpoint->host), "host");
    QTEST(static_cast<int>(endpoint->port), "port");
    QTEST(endpoint->tls, "tls");
    QTEST(QString::fromStdString(endpoint->user), "user");
    QTEST(QString::fromStdString(endpoint->password), "password");
}

void TstBrokerValues::urlIsRefused_data() {
    QTest::addColumn<QString>("url");
    for (const char* url : {"",
                            "broker.local",
                            "broker.local:1883",
                            "http://h",
                            "mqtt:",
                            "mqtt://",
                            "mqtt:///path",
                            "mqtt://:1883",
                            "mqtt://h:0",
                            "mqtt://h:65536",
                            "mqtt://h:-1",
                            "mqtt://h:x",
                            "mqtt://h/topic",
                            "mqtt://h?x=1",
                            "mqtt://h#f",
                            "mqtt://:pw@h",
                            "mqtt://a b@h",
                            "mqtt://u%0A:p@h",
                            "mqtt://u:p%00@h",
                            "tcp://h",
                            "MQTT//h",
                            "mqtt://[::1",
                            "mqtt://h h"})
        QTest::newRow(url) << QString::fromUtf8(url);
    QTest::newRow("long") << QStringLiteral("mqtt://%1").arg(QString(3000, u'h'));
}

void TstBrokerValues::urlIsRefused() {
    QFETCH(QString, url);
    const auto endpoint = endpointFromUrl(url.toStdString());
    QVERIFY2(!endpoint, "accepted");
    QCOMPARE(endpoint.error().code, std::string("BAD_MQTT_URL"));
    QVERIFY(!endpoint.error().message.empty());
}

void TstBrokerValues::refusalShowsNoPassword() {
    const auto endpoint = endpointFromUrl("mqtt://desk:topsecret@h/path");
    QVERIFY(!endpoint);
    QVERIFY(!endpoint.error().message.contains("topsecret"));
    QVERIFY(!endpoint.error().where.contains("topsecret"));
    QVERIFY(endpoint.error().where.contains("h/path"));
}

void TstBrokerValues::hashIsWhatMosquittoWrites() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("passwords"));
    QProcess tool;
    tool.start(QStringLiteral("mosquitto_passwd"), {QStringLiteral("-b"), QStringLiteral("-c"), path,
                                                    QStringLiteral("d1"), QStringLiteral("correct horse")});
    QVERIFY2(tool.waitForFinished(10'000) && tool.exitCode() == 0,
             qPrintable(QString::fromUtf8(tool.readAllStandardError())));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string line = file.readAll().trimmed().toStdString();
    QVERIFY(line.starts_with("d1:"));
    const std::string hash = line.substr(3);
    QVERIFY2(validPasswordHash(hash), hash.c_str());
    QVERIFY(passwordMatches("correct horse", hash));
    QVERIFY(!passwordMatches("correct horsf", hash));
}

void TstBrokerValues::hashMatchesItsPasswordOnly() {
    const auto hash = hashPassword("correct horse", 101);
    QVERIFY_RESULT(hash);
    QVERIFY(validPasswordHash(*hash));
    QVERIFY(hash->starts_with("$7$101$"));
    QVERIFY(passwordMatches("correct horse", *hash));
    QVERIFY(!passwordMatches("Correct horse", *hash));
    QVERIFY(!passwordMatches("", *hash));
    const auto again = hashPassword("correct horse", 101);
    QVERIFY_RESULT(again);
    QVERIFY(*again != *hash); // another salt
}

void TstBrokerValues::badHashIsSeen_data() {
    QTest::addColumn<QString>("hash");
    const std::string good = hashPassword("x", 101).value_or(std::string());
    QVERIFY(validPasswordHash(good));
    const auto row = [](const char* name, const std::string& hash) {
        QTest::newRow(name) << QString::fromStdString(hash);
    };
    row("empty", "");
    row("plain password", "secret");
    row("other kind", "$6$" + good.substr(3));
    row("no iterations", "$7$$" + good.substr(7));
    row("zero iterations", "$7$0$" + good.substr(7));
    row("negative", "$7$-1$" + good.substr(7));
    row("a million and one", "$7$1000001$" + good.substr(7));
    row("cut", good.substr(0, good.size() - 1));
    row("longer", good + "A");
    row("line feed", good + "\n");
    row("second line", good + "\nevil:" + good);
    row("no salt", "$7$101$$" + good.substr(good.rfind('$') + 1));
    row("bad base64", good.substr(0, good.size() - 5) + "!!!==");
}

void TstBrokerValues::badHashIsSeen() {
    QFETCH(QString, hash);
    QVERIFY(!validPasswordHash(hash.toStdString()));
    QVERIFY(!passwordMatches("x", hash.toStdString()));
}

void TstBrokerValues::passwordLimits() {
    QVERIFY(!hashPassword(""));
    QVERIFY(!hashPassword(std::string(1025, 'x')));
    QVERIFY(!hashPassword("x", 0));
    QVERIFY_RESULT(hashPassword(std::string(1024, 'x'), 1));
    QCOMPARE(hashPassword("").error().code, std::string("BAD_PASSWORD"));
}

void TstBrokerValues::randomPasswordsDiffer() {
    const auto one = randomPassword();
    const auto two = randomPassword();
    QVERIFY_RESULT(one);
    QVERIFY_RESULT(two);
    QVERIFY(*one != *two);
    QCOMPARE(one->size(), std::size_t(43)); // 256 bits in base64 without padding
}

QTEST_GUILESS_MAIN(TstBrokerValues)
#include "tst_broker_values.moc"
