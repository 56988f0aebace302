#include "program.h"

#include <QtTest>

using namespace haneul::tests;

// What is done on a data folder without a screen and without a running instance.
class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void usersAreAddedWithoutAScreen(); // R-SEC-01 R-SEC-03
    void tokensReachWhatTheyAreFor();   // R-SEC-03
    void refusalsAreInTheLog();         // R-SEC-03
    void wrongUseIsRefused_data();
    void wrongUseIsRefused();
    void aFolderInUseIsLeftAlone();           // F6
    void logIsVerifiedMadeAgainAndExported(); // G3 G4
    void cutAndChangedLogsAreNamed();         // G3 F5

private:
    struct Ended {
        int code = -1;
        QByteArray output;
    };

    static Ended run(const QString& program, const QStringList& arguments, const QByteArray& input = {}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000)) return {};
        return {process.exitCode(), process.readAll()};
    }

    // On the folder of `m_program`, options first or last.
    Ended command(const QByteArray& words, const QByteArray& input = {}) const {
        const QStringList all = QString::fromUtf8(words).split(u' ');
        return run(QStringLiteral(HANEUL_SERVER), QStringList{QStringLiteral("--data"), m_program->dataFolder()} + all,
                   input);
    }

    Ended addUser(const char* name, const char* role) const {
        const QByteArray words = QByteArray("user add ") + name + " --role " + role + " --password-stdin";
        return command(words, "quiet copper lantern 84\n");
    }

    // From the third line on: "token   SECRET".
    static QByteArray secretIn(const QByteArray& said) {
        for (const QByteArray& line : said.split('\n'))
            if (line.startsWith("token ")) return line.mid(6).trimmed();
        return {};
    }

    std::unique_ptr<Program> m_program;
};

void CommandsTest::init() {
    m_program = std::make_unique<Program>();
}

void CommandsTest::usersAreAddedWithoutAScreen() {
    const Ended added = addUser("kim", "administrator");
    QVERIFY2(added.code == 0, added.output);
    QVERIFY2(added.output.contains("user kim added with the role administrator"), added.output);
    QVERIFY(addUser("kim", "pilot").code != 0); // one of a name
    const Ended listed = run(QStringLiteral(HANEUL_SERVER), {QStringLiteral("user"), QStringLiteral("list"),
                                                             QStringLiteral("--data"), m_program->dataFolder()});
    QCOMPARE(listed.code, 0);
    QVERIFY2(listed.output.contains("kim") && listed.output.contains("administrator"), listed.output);
    QVERIFY2(m_program->start({}), m_program->output());
    QVERIFY(!m_program->output().contains("set-up code")); // there is an administrator
    const auto [status, body] = m_program->postAs({}, QStringLiteral("/api/v1/sessions"),
                                                  R"({"user":"kim","password":"quiet copper lantern 84"})");
    QCOMPARE(status, 201);
    QVERIFY(body.contains("user.write") && !body.contains("plan.approve")); // cannot approve
}

void CommandsTest::tokensReachWhatTheyAreFor() {
    const Ended issued = command("token issue gateway-7 --scope telemetry.read --days 90");
    QVERIFY2(issued.code == 0, issued.output);
    const QByteArray token = secretIn(issued.output);
    QVERIFY2(token.size() > 30, issued.output);
    QVERIFY(m_program->start({}));
    QCOMPARE(m_program->getAs(token, QStringLiteral("/api/v1/tracks")).first, 200);
    QCOMPARE(m_program->getAs(token, QStringLiteral("/api/v1/log")).first, 403);
    QCOMPARE(m_program->getAs({}, QStringLiteral("/api/v1/tracks")).first, 401);
    QCOMPARE(m_program->stop(), 0);
    QByteArray id;
    for (const QByteArray& line : issued.output.split('\n'))
        if (line.startsWith("id ")) id = line.mid(3).trimmed();
    QCOMPARE(command("token revoke " + id).code, 0);
    QVERIFY(m_program->start({}));
    QCOMPARE(m_program->getAs(token, QStringLiteral("/api/v1/tracks")).first, 401);
}

void CommandsTest::refusalsAreInTheLog() {
    const QByteArray nosy = secretIn(command("token issue nosy --scope telemetry.read").output);
    const QByteArray auditor = secretIn(command("token issue auditor --scope log.read").output);
    QVERIFY(m_program->start({}));
    QCOMPARE(m_program->getAs(nosy, QStringLiteral("/api/v1/users")).first, 403);
    QByteArray log;
    QVERIFY(QTest::qWaitFor([&] {
        log = m_program->getAs(auditor, QStringLiteral("/api/v1/log?limit=50")).second;
        return log.contains("refused") && log.contains("user.read");
    }));
    QVERIFY2(log.contains("nosy"), log);
}

void CommandsTest::wrongUseIsRefused_data() {
    QTest::addColumn<QByteArray>("words");
    for (const char* words :
         {"user", "user add", "user add kim", "user add kim --role god --password-stdin", "user list kim",
          "user fly kim", "token issue gw", "token issue gw --scope nonsense",
          "token issue gw --scope telemetry.read --days 0", "token issue gw --scope telemetry.read --role pilot"})
        QTest::newRow(words) << QByteArray(words);
}

void CommandsTest::wrongUseIsRefused() {
    QFETCH(QByteArray, words);
    const Ended ended = command(words, "quiet copper lantern 84\n");
    QVERIFY2(ended.code == 2, qPrintable(QString::number(ended.code) + QString::fromUtf8(ended.output)));
    QVERIFY2(ended.output.startsWith("haneul-server: "), ended.output);
}

void CommandsTest::aFolderInUseIsLeftAlone() {
    QVERIFY(m_program->start({}));
    const Ended ended = addUser("kim", "administrator");
    QVERIFY2(ended.code == 3, ended.output);
}

void CommandsTest::logIsVerifiedMadeAgainAndExported() {
    QCOMPARE(addUser("kim", "administrator").code, 0);
    QCOMPARE(addUser("lee", "pilot").code, 0);
    const Ended verified = command("--verify-log");
    QVERIFY2(verified.code == 0 && verified.output.contains("the event log is good"), verified.output);
    const Ended rebuilt = command("--rebuild");
    QVERIFY2(rebuilt.code == 0 && rebuilt.output.contains(": equal"), rebuilt.output);
    QVERIFY2(rebuilt.output.contains("users (2 rows)"), rebuilt.output);
    const QString file = m_program->dataFolder() + QStringLiteral("/exported");
    QCOMPARE(command("--export-log " + file.toUtf8()).code, 0);
    const Ended judged = run(QStringLiteral(HANEUL_VERIFY),
                             {QStringLiteral("--head"), m_program->dataFolder() + QStringLiteral("/log.head"), file});
    QVERIFY2(judged.code == 0 && judged.output.startsWith("good: "), judged.output);
}

void CommandsTest::cutAndChangedLogsAreNamed() {
    QCOMPARE(addUser("kim", "administrator").code, 0);
    QCOMPARE(addUser("lee", "pilot").code, 0);
    const QString file = m_program->dataFolder() + QStringLiteral("/exported");
    QCOMPARE(command("--export-log " + file.toUtf8()).code, 0);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QByteArray good = exported.readAll();
    exported.close();
    const auto judge = [&](const QByteArray& bytes) {
        const QString other = file + QStringLiteral(".other");
        QFile out(other);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) return Ended{};
        out.close();
        return run(QStringLiteral(HANEUL_VERIFY),
                   {QStringLiteral("--head"), m_program->dataFolder() + QStringLiteral("/log.head"), other});
    };
    const Ended cut = judge(good.first(good.size() * 6 / 10));
    QVERIFY2(cut.code == 1 && cut.output.contains("BAD: ") && cut.output.contains("entry "), cut.output);
    QByteArray bytes = good;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    const Ended changed = judge(bytes);
    QVERIFY2(changed.code == 1 && changed.output.contains("BAD: ") && changed.output.contains("entry "),
             changed.output);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
