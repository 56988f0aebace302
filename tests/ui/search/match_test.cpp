#include "ui/search/both_languages.h"
#include "ui/search/match.h"

#include <QtTest>

using namespace haneul::search;
using namespace Qt::Literals::StringLiterals;

class MatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void betterAnswersComeFirst_data();
    void betterAnswersComeFirst();
    void findsHangulAsItIsTyped_data();
    void findsHangulAsItIsTyped();
    void notFound_data();
    void notFound();
    void shorterIsMeant();
    void nothingTypedFindsNothing();
    void oddTextsDoNoHarm();
    void sourceTextIsAlwaysThere();

private:
    static Score of(const QString& typed, const QString& text) { return Query(typed).score(folded(text)); }
};

void MatchTest::betterAnswersComeFirst_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("bestFirst");
    QTest::newRow("whole, start, word, inside, letters")
        << u"map"_s << QStringList{u"Map"_s, u"Map labels"_s, u"Base map"_s, u"Remap keys"_s, u"Move all panels"_s};
    QTest::newRow("callsign") << u"kal1"_s << QStringList{u"KAL1"_s, u"KAL12"_s, u"X KAL1"_s, u"SKAL1"_s, u"KA L1"_s};
    QTest::newRow("start goes before letters at word starts")
        << u"zi"_s << QStringList{u"Zipper"_s, u"Zoom in"_s, u"azure sky information"_s};
    QTest::newRow("한글") << u"지도"_s << QStringList{u"지도"_s, u"지도 확대"_s, u"전체 지도"_s, u"대지도"_s};
    QTest::newRow("spelt goes before initials") << u"ㅎㄴ"_s << QStringList{u"ㅎㄴ"_s, u"하늘"_s};
}

void MatchTest::betterAnswersComeFirst() {
    QFETCH(QString, typed);
    QFETCH(QStringList, bestFirst);
    Score before = std::numeric_limits<Score>::max();
    for (const QString& text : bestFirst) {
        const Score score = of(typed, text);
        QVERIFY2(score > 0, qPrintable(text));
        QVERIFY2(score < before, qPrintable(text));
        before = score;
    }
}

void MatchTest::findsHangulAsItIsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::newRow("initials") << u"ㅎㄴ"_s << u"하늘"_s;
    QTest::newRow("initials inside") << u"ㅈㄷ"_s << u"전체 지도"_s;
    QTest::newRow("double initial") << u"ㄲ"_s << u"꿈"_s;
    QTest::newRow("syllable begun") << u"하느"_s << u"하늘"_s;
    QTest::newRow("mixed") << u"하ㄴ"_s << u"하늘"_s;
    QTest::newRow("decomposed text") << u"하늘"_s << u"하늘"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("decomposed typing") << u"하늘"_s.normalized(QString::NormalizationForm_D) << u"하늘"_s;
    QTest::newRow("words in any order") << u"확대 지도"_s << u"지도 확대"_s;
}

void MatchTest::findsHangulAsItIsTyped() {
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QVERIFY(of(typed, text) > 0);
}

void MatchTest::notFound_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::newRow("another word") << u"theme"_s << u"Zoom in"_s;
    QTest::newRow("other order") << u"niz"_s << u"Zoom in"_s;
    QTest::newRow("one of two") << u"zoom out"_s << u"Zoom in"_s;
    QTest::newRow("other initial") << u"ㅎㄱ"_s << u"하늘"_s;
    QTest::newRow("a final too much") << u"한"_s << u"하늘"_s;
    QTest::newRow("longer than the text") << u"하늘하늘"_s << u"하늘"_s;
    QTest::newRow("empty text") << u"a"_s << QString();
}

void MatchTest::notFound() {
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QCOMPARE(of(typed, text), 0);
}

void MatchTest::shorterIsMeant() {
    QVERIFY(of(u"zoom"_s, u"Zoom in"_s) > of(u"zoom"_s, u"Zoom in on everything"_s));
}

void MatchTest::nothingTypedFindsNothing() {
    QVERIFY(Query(u"  \t "_s).isEmpty());
    QCOMPARE(of(QString(), u"Map"_s), 0);
}

void MatchTest::oddTextsDoNoHarm() {
    const QString lone(QChar(0xD800)); // half of a pair
    QVERIFY(of(lone, u"Map"_s) == 0);
    QVERIFY(of(u"a"_s, lone + u"a"_s) > 0);
    QVERIFY(of(QString(10'000, u'a'), QString(10'000, u'b')) == 0);
    QVERIFY(of(u"ab"_s, QString(1'000'000, u'a') + u'b') > 0);
}

void MatchTest::sourceTextIsAlwaysThere() {
    const BothLanguages texts;
    QVERIFY(texts.of("haneul::actions", "Zoom in").contains(u"zoom in"_s));
}

QTEST_GUILESS_MAIN(MatchTest)
#include "match_test.moc"
