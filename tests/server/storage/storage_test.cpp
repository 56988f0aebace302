#include "server/storage/database.h"
#include "server/storage/instance_lock.h"
#include "tests/support/result_macros.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace haneul;
using namespace haneul::storage;

class StorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writerFollowsTheRules();             // G1
    void readerNeitherWritesNorCheckpoints(); // F6
    void spatialQueriesWork();                // R-DB-09
    void damagedFileIsRefused_data();
    void damagedFileIsRefused(); // G10 F6
    void newerFileIsRefused();
    void instanceIsMadeOnceAndKept();
    void demoAndRealDataNeverMix();
    void secondInstanceIsRefused();    // F6
    void lockGoesWithAKilledProcess(); // F1
    void unusableFolderIsAnError();
    void extensionsCannotBeLoadedFromSql();

private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void StorageTest::writerFollowsTheRules() {
    auto database = Database::open(file("rules.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(database);
    const auto pragma = [&](const char* name) {
        return database->value(QStringLiteral("PRAGMA ") + QLatin1String(name))->toString();
    };
    QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
    QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(pragma("mmap_size"), QStringLiteral("0"));
    QCOMPARE(pragma("cell_size_check"), QStringLiteral("1"));
    QVERIFY(pragma("wal_autocheckpoint").toInt() > 0);
    // Defensive mode: the schema table cannot be written, whatever writable_schema says.
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE t (x)")));
    (void)database->execute(QStringLiteral("PRAGMA writable_schema=ON"));
    QVERIFY(!database->execute(QStringLiteral("UPDATE sqlite_schema SET sql='x' WHERE name='t'")));
}

void StorageTest::readerNeitherWritesNorCheckpoints() {
    auto writer = Database::open(file("reader.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(writer);
    QVERIFY(writer->execute(QStringLiteral("CREATE TABLE t (x INTEGER)")));
    auto reader = Database::open(file("reader.sqlite"), Database::Role::Reader);
    QVERIFY_RESULT(reader);
    QCOMPARE(reader->value(QStringLiteral("PRAGMA wal_autocheckpoint"))->toInt(), 0);
    QVERIFY(!reader->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    QVERIFY(writer->execute(QStringLiteral("INSERT INTO t VALUES (7)")));
    QCOMPARE(reader->value(QStringLiteral("SELECT x FROM t"))->toInt(), 7);
}

void StorageTest::spatialQueriesWork() {
    auto database = Database::open(file("spatial.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(database);
    const auto inside =
        database->value(QStringLiteral("SELECT ST_Within(MakePoint(127.0, 37.5, 4326), GeomFromText('POLYGON((126 37, "
                                       "128 37, 128 38, 126 38, 126 37))', 4326))"));
    QVERIFY_RESULT(inside);
    QCOMPARE(inside->toInt(), 1);
    const auto outside =
        database->value(QStringLiteral("SELECT ST_Within(MakePoint(129.0, 37.5, 4326), GeomFromText('POLYGON((126 37, "
                                       "128 37, 128 38, 126 38, 126 37))', 4326))"));
    QVERIFY_RESULT(outside);
    QCOMPARE(outside->toInt(), 0);
}

void StorageTest::damagedFileIsRefused_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::newRow("header") << 0 << 100;
    QTest::newRow("first page") << 100 << 3000;
    QTest::newRow("a later page") << 4096 << 4096;
}

void StorageTest::damagedFileIsRefused() {
    QFETCH(int, from);
    QFETCH(int, length);
    const auto path = file(QTest::currentDataTag());
    {
        auto database = Database::open(path, Database::Role::Writer);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT(openInstance(*database, DataKind::Real, "0123456789abcdef0123456789abcdef"));
    }
    QFile raw(QString::fromStdString(path.string()));
    QVERIFY(raw.open(QIODevice::ReadWrite));
    QVERIFY(raw.size() > from + length);
    QVERIFY(raw.seek(from));
    QCOMPARE(raw.write(QByteArray(length, '\x5a')), qint64(length));
    raw.close();

    const auto again = Database::open(path, Database::Role::Writer);
    QVERIFY(!again);
    QCOMPARE(again.error().code, "DATABASE_DAMAGED");
}

void StorageTest::newerFileIsRefused() {
    auto database = Database::open(file("newer.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(database);
    QVERIFY(database->execute(QStringLiteral("PRAGMA user_version=9999")));
    const auto record = openInstance(*database, DataKind::Real, "id");
    QVERIFY(!record);
    QCOMPARE(record.error().code, "DATABASE_NEWER");
}

void StorageTest::instanceIsMadeOnceAndKept() {
    for (const char* offered : {"first", "second"}) {
        auto database = Database::open(file("instance.sqlite"), Database::Role::Writer);
        QVERIFY_RESULT(database);
        const auto record = openInstance(*database, DataKind::Real, offered);
        QVERIFY_RESULT(record);
        QCOMPARE(record->instanceId, "first");
    }
}

void StorageTest::demoAndRealDataNeverMix() {
    auto database = Database::open(file("kind.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(database);
    QVERIFY_RESULT(openInstance(*database, DataKind::Real, "id"));
    const auto demo = openInstance(*database, DataKind::Demo, "id");
    QVERIFY(!demo);
    QCOMPARE(demo.error().code, "DATA_KIND_MISMATCH");
    QVERIFY_RESULT(openInstance(*database, DataKind::Real, "id"));
}

void StorageTest::secondInstanceIsRefused() {
    {
        const auto first = InstanceLock::acquire(file("locked"));
        QVERIFY_RESULT(first);
        const auto second = InstanceLock::acquire(file("locked"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, "DATA_FOLDER_IN_USE");
        QVERIFY2(second.error().message.contains(std::to_string(::getpid())), second.error().message.c_str());
    }
    QVERIFY_RESULT(InstanceLock::acquire(file("locked")));
    struct stat info{};
    QCOMPARE(::stat(file("locked").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777u, 0700u);
}

void StorageTest::lockGoesWithAKilledProcess() {
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = InstanceLock::acquire(file("killed"));
        ::kill(::getpid(), SIGKILL);
        ::_exit(lock ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY_RESULT(InstanceLock::acquire(file("killed")));
}

void StorageTest::unusableFolderIsAnError() {
    QFile plain(QString::fromStdString(file("plain").string()));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    const auto lock = InstanceLock::acquire(file("plain") / "below");
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, "DATA_FOLDER_UNUSABLE");
    const auto database = Database::open(file("nowhere") / "x.sqlite", Database::Role::Writer);
    QVERIFY(!database);
    QCOMPARE(database.error().code, "DATABASE_OPEN");
}

void StorageTest::extensionsCannotBeLoadedFromSql() {
    auto database = Database::open(file("extension.sqlite"), Database::Role::Writer);
    QVERIFY_RESULT(database);
    const auto loaded = database->value(QStringLiteral("SELECT load_extension('mod_spatialite')"));
    QVERIFY(!loaded);
}

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
