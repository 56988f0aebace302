#include "program.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryFile>
#include <QtTest>

using namespace haneul::tests;

// A service moves to another program, to another port, and back: calls follow.
class MovedServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void callsFollow();         // R-MS-04
    void requestsAreOnRecord(); // R-MS-03
    void cleanupTestCase();

private:
    // Without a running instance.
    QByteArray issueToken(const QString& name, const QStringList& scopes) {
        QStringList arguments{QStringLiteral("--data"), m_gateway.dataFolder(), QStringLiteral("token"),
                              QStringLiteral("issue"), name};
        for (const QString& scope : scopes)
            arguments << QStringLiteral("--scope") << scope;
        QProcess process;
        process.start(QStringLiteral(HANEUL_SERVER), arguments);
        if (!process.waitForFinished(30'000)) return {};
        for (const QByteArray& line : process.readAll().split('\n'))
            if (line.startsWith("token ")) return line.mid(6).trimmed();
        return {};
    }

    bool startCalculator() {
        const QString address = QStringLiteral("127.0.0.1:%1").arg(m_gateway.url({}).port());
        return m_calculator.start({QStringLiteral("--offer"), QStringLiteral("studies"), QStringLiteral("--gateway"),
                                   address, QStringLiteral("--gateway-token-file"), m_tokenFile.fileName()});
    }

    // Which instance answers a study; empty when the answer is wrong.
    QByteArray answeredBy() {
        QNetworkRequest request(m_gateway.url(QStringLiteral("/api/v1/studies/distance3d")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + m_kim);
        QNetworkReply* const reply = m_network.post(request, QByteArray("{\"a\":[0,0,0],\"b\":[0,0,5]}"));
        (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000);
        reply->deleteLater();
        return reply->readAll() == "{\"metres\":5}" ? reply->rawHeader("Haneul-Instance") : QByteArray();
    }

    QJsonArray instances() {
        const auto all = QJsonDocument::fromJson(m_gateway.getAs(m_kim, QStringLiteral("/api/v1/services")).second);
        return all[QStringLiteral("services")][0][QStringLiteral("instances")].toArray();
    }

    Program m_gateway, m_calculator;
    QTemporaryFile m_tokenFile;
    QByteArray m_kim;
    QNetworkAccessManager m_network;
};

void MovedServiceTest::initTestCase() {
    m_kim = issueToken(QStringLiteral("kim"),
                       {QStringLiteral("study.run"), QStringLiteral("service.read"), QStringLiteral("request.read")});
    const QByteArray offers = issueToken(QStringLiteral("calc"), {QStringLiteral("service.offer")});
    QVERIFY(!m_kim.isEmpty() && !offers.isEmpty());
    QVERIFY(m_tokenFile.open() && m_tokenFile.write(offers + "\n") > 0 && m_tokenFile.flush());
    QVERIFY2(m_gateway.start({}), m_gateway.output());
}

void MovedServiceTest::callsFollow() {
    QCOMPARE(answeredBy(), QByteArray("built-in"));
    QVERIFY2(startCalculator(), m_calculator.output());
    QVERIFY(QTest::qWaitFor([&] { return !answeredBy().isEmpty() && answeredBy() != "built-in"; }, 10'000));
    const QByteArray calculator = answeredBy();
    QCOMPARE(instances().size(), 1);
    const int port = instances()[0][QStringLiteral("port")].toInt();
    QCOMPARE(port, m_calculator.url({}).port());

    m_calculator.process().kill(); // no good-bye; its lease goes on
    QVERIFY(m_calculator.process().waitForFinished());
    QElapsedTimer time;
    time.start();
    QCOMPARE(answeredBy(), QByteArray("built-in"));
    QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(instances()[0][QStringLiteral("state")].toString(), QStringLiteral("resting"));

    QVERIFY2(startCalculator(), m_calculator.output());
    QVERIFY(QTest::qWaitFor([&] { return answeredBy() == calculator; }, 10'000));
    QCOMPARE(instances().size(), 1); // it has moved
    QVERIFY(instances()[0][QStringLiteral("port")].toInt() != port);

    QCOMPARE(m_calculator.stop(), 0);
    QCOMPARE(answeredBy(), QByteArray("built-in"));
    QVERIFY(instances().isEmpty()); // took its offer back
}

void MovedServiceTest::requestsAreOnRecord() {
    QJsonArray lines;
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto answer = m_gateway.getAs(m_kim, QStringLiteral("/api/v1/requests?limit=1000"));
            lines = QJsonDocument::fromJson(answer.second)[QStringLiteral("requests")].toArray();
            return lines.size() > 5;
        },
        10'000));
    QSet<QString> users, instances;
    for (const auto& line : lines) {
        users += line[QStringLiteral("user")].toString();
        if (line[QStringLiteral("route")].toString() == QStringLiteral("/api/v1/studies/{op}"))
            instances += line[QStringLiteral("instance")].toString();
    }
    QVERIFY(users.contains(QStringLiteral("token:kim")) && users.contains(QStringLiteral("token:calc")));
    QCOMPARE(instances.size(), 2); // in here, and there
    QFile file(m_gateway.dataFolder() + QStringLiteral("/requests.log"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.count('\n') >= lines.size());
    QVERIFY(!text.contains(m_kim));
}

void MovedServiceTest::cleanupTestCase() {
    QCOMPARE(m_gateway.stop(), 0);
}

QTEST_GUILESS_MAIN(MovedServiceTest)
#include "moved_service_test.moc"
