#include "server/maps/place_index.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::maps;

class PlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsFirst_data();
    void findsFirst();
    void findsNothing();
    void keepsTheLimit();
    void isQuick();

private:
    PlaceIndex m_index;
};

void PlacesTest::initTestCase() {
    const auto pack = tiles::readMapPack(std::string(HANEUL_SOURCE_DIR) + "/maps/korea.gpkg");
    QVERIFY_RESULT(pack);
    m_index = PlaceIndex(*pack);
    QVERIFY(m_index.size() > 800);
}

void PlacesTest::findsFirst_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    QTest::newRow("Korean") << QStringLiteral("서울") << QStringLiteral("Seoul");
    QTest::newRow("beginning") << QStringLiteral("부") << QStringLiteral("Busan");
    QTest::newRow("English, any case") << QStringLiteral("sEOu") << QStringLiteral("Seoul");
    QTest::newRow("initial consonants") << QStringLiteral("ㅅㅇ") << QStringLiteral("Seoul");
    QTest::newRow("ICAO") << QStringLiteral("rksi") << QStringLiteral("Incheon International Airport");
    QTest::newRow("IATA") << QStringLiteral("GMP") << QStringLiteral("Gimpo International Airport");
    QTest::newRow("Korean name of an aerodrome")
        << QStringLiteral("제주국제") << QStringLiteral("Jeju International Airport");
    QTest::newRow("blanks") << QStringLiteral(" Jeju International ") << QStringLiteral("Jeju International Airport");
}

void PlacesTest::findsFirst() {
    QFETCH(QString, query);
    QFETCH(QString, name);
    const auto found = m_index.find(query.toStdString(), 10);
    QVERIFY(!found.empty());
    QCOMPARE(QString::fromStdString(found.front().nameEn), name);
    QVERIFY(found.front().position.valid());
}

void PlacesTest::findsNothing() {
    QVERIFY(m_index.find("", 10).empty());
    QVERIFY(m_index.find(" - ", 10).empty());
    QVERIFY(m_index.find("\xFF\xFE", 10).empty());
    QVERIFY(m_index.find("there is no such place", 10).empty());
    QVERIFY(PlaceIndex().find("Seoul", 10).empty());
}

void PlacesTest::keepsTheLimit() {
    QCOMPARE(m_index.find("a", 3).size(), 3U);
    QVERIFY(m_index.find("a", 100'000).size() <= PlaceIndex::maxResults);
    QVERIFY(m_index.find("a", 0).empty());
    QVERIFY(m_index.find(std::string(100'000, 'a'), 5).empty());
}

void PlacesTest::isQuick() {
    constexpr int rounds = 200;
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < rounds; ++i)
        (void)m_index.find(i % 2 == 0 ? "ㅅ" : "a", 20);
    const double each_ms = static_cast<double>(time.nsecsElapsed()) / 1e6 / rounds;
    qInfo("bench: a search takes %.3f ms", each_ms);
    QVERIFY(each_ms < 20.0); // the aim is 1 ms; a busy machine and sanitizers take more
}

QTEST_APPLESS_MAIN(PlacesTest)
#include "places_test.moc"
