#include "core/log/export_file.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::log;

// The program haneul-verify, from outside.
class VerifyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goodLog();              // G3
    void changedBytesAreNamed(); // F5 G3
    void cutTailNeedsAHead();    // F5 G3
    void pinnedKey();
    void wrongUse_data();
    void wrongUse();

private:
    struct Answer {
        int code;
        QString out, error;
    };

    Answer run(const QStringList& arguments) const {
        QProcess program;
        program.start(QStringLiteral(HANEUL_VERIFY), arguments);
        if (!program.waitForFinished()) return {-1, {}, {}};
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }

    QString file(const QString& name, const QByteArray& content) const {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write a test file");
        out.write(content);
        return out.fileName();
    }

    static QByteArray bytes(ByteView view) {
        return {reinterpret_cast<const char*>(view.data()), static_cast<qsizetype>(view.size())};
    }

    // The first `count` entries, closed with their own head.
    QByteArray exported(std::size_t count) const {
        QByteArray all = bytes(exportMagic);
        for (std::size_t i = 0; i < count; ++i)
            all += bytes(entryFrame(m_records[i]));
        return all + bytes(headFrame(m_heads[count - 1]));
    }

    QTemporaryDir m_folder;
    std::vector<Bytes> m_records;
    std::vector<Head> m_heads;
    PublicKey m_key{};
};

void VerifyTest::initTestCase() {
    const auto key = SigningKey::fromSeed(Bytes(seedSize, 7));
    m_key = key->publicKey();
    HybridClock clock;
    Digest previous{};
    for (std::uint64_t i = 1; i <= 100; ++i) {
        Entry entry{.origin = std::string(32, 'a'),
                    .sequence = i,
                    .time = clock.next(utcMs(1'800'000'000'000)),
                    .user = "kim",
                    .role = "supervisor",
                    .session = "s",
                    .desk = "desk",
                    .type = i == 1 ? std::string(openedType) : "plan.submitted",
                    .body = i == 1 ? openedBody(m_key) : std::format(R"({{"plan":{}}})", i),
                    .previous = previous};
        m_records.push_back(*signedRecord(entry, *key));
        previous = digestOf(m_records.back());
        m_heads.push_back(*signedHead({entry.origin, i, previous, entry.time, {}}, *key));
    }
}

void VerifyTest::goodLog() {
    const QString log = file(QStringLiteral("good"), exported(100));
    const auto answer = run({log});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains(QStringLiteral("good: 100 entries")));
    QVERIFY(answer.out.contains(QString::fromStdString(fingerprint(m_key))));
    // With the digest that a decision sheet names.
    const QString last = QString::fromStdString(toHex(digestOf(m_records.back())));
    QVERIFY(run({QStringLiteral("--list"), log}).out.contains(QStringLiteral("plan.submitted {\"plan\":100} ") + last));
}

void VerifyTest::changedBytesAreNamed() {
    const QByteArray good = exported(100);
    qsizetype start = static_cast<qsizetype>(exportMagic.size());
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        const auto size = static_cast<qsizetype>(m_records[i].size());
        if (i % 9 == 0) { // a sample: log_test changes every byte
            QByteArray changed = good;
            const qsizetype place = start + 5 + size / 2;
            changed[place] = static_cast<char>(changed[place] ^ 0x10);
            const auto answer = run({file(QStringLiteral("changed"), changed)});
            QCOMPARE(answer.code, 1);
            QVERIFY2(answer.error.contains(QStringLiteral("entry %1:").arg(i + 1)), qPrintable(answer.error));
        }
        start += 5 + size;
    }
}

void VerifyTest::cutTailNeedsAHead() {
    const QString cut = file(QStringLiteral("cut"), exported(60));
    const QString head = file(QStringLiteral("head"), QByteArray::fromStdString(toText(m_heads[99])));
    QCOMPARE(run({cut}).code, 0); // an older, genuine head: nothing in the file itself says that it was cut
    const auto answer = run({QStringLiteral("--head"), head, cut});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(QStringLiteral("entry 61:")), qPrintable(answer.error));
    QCOMPARE(run({file(QStringLiteral("torn"), exported(100).chopped(1))}).code, 1);
}

void VerifyTest::pinnedKey() {
    const QString log = file(QStringLiteral("good"), exported(3));
    QCOMPARE(run({QStringLiteral("--key"), QString::fromStdString(toHex(m_key)), log}).code, 0);
    QCOMPARE(run({QStringLiteral("--key"), QString(64, QLatin1Char('0')), log}).code, 1);
}

void VerifyTest::wrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast"), QStringLiteral("x")} << 2;
    QTest::newRow("two files") << QStringList{QStringLiteral("a"), QStringLiteral("b")} << 2;
    QTest::newRow("no key") << QStringList{QStringLiteral("x"), QStringLiteral("--key")} << 2;
    QTest::newRow("no file there") << QStringList{QStringLiteral("/no/such/file")} << 3;
    QTest::newRow("no log") << QStringList{QStringLiteral("/etc/os-release")} << 3;
    QTest::newRow("a folder") << QStringList{QStringLiteral("/etc")} << 3;
    QTest::newRow("no head") << QStringList{QStringLiteral("--head"), QStringLiteral("/etc/os-release"),
                                            QStringLiteral("x")}
                             << 3;
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0;
}

void VerifyTest::wrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QCOMPARE(run(arguments).code, code);
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
