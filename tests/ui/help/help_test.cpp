#include "tests/support/latency_main.h"
#include "ui/actions/action_registry.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_window.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QtTest>

using namespace haneul;
using namespace haneul::help;
using namespace Qt::Literals::StringLiterals;

namespace {

QKeySequence keyOf(QLatin1StringView id) {
    for (const actions::ActionInfo& info : actions::allActions())
        if (id == QLatin1StringView(info.id)) return QKeySequence::fromString(QString::fromLatin1(info.key));
    return {};
}

bool isAction(const QString& id) {
    return std::ranges::any_of(actions::allActions(),
                               [&](const actions::ActionInfo& info) { return id == QLatin1StringView(info.id); });
}

QStringList captured(const QString& text, const QString& pattern) {
    QStringList all;
    const QRegularExpression expression(pattern);
    for (auto match = expression.globalMatch(text); match.hasNext();)
        all << match.next().captured(1);
    return all;
}

} // namespace

class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void everyPageIsThereInBothLanguages();
    void everyActionHasAPage();
    void noDeadLinks();
    void everyKeyNamedIsOfAnAction();
    void everyPageListsItsKeys();
    void keysFollow();
    void koreanIsKorean();
    void searchFinds_data();
    void searchFinds();
    void windowShowsAndGoesBack();
    void windowFollowsTheLanguage();

private:
    const HelpPages m_english{u"en"_s};
    const HelpPages m_korean{u"ko"_s};
};

void HelpTest::everyPageIsThereInBothLanguages() {
    for (const char* id : pageIds())
        for (const HelpPages* pages : {&m_english, &m_korean}) {
            QVERIFY2(!pages->title(QString::fromLatin1(id)).isEmpty(), id);
            QVERIFY2(pages->source(QString::fromLatin1(id)).size() > 200, id);
        }
    QVERIFY(m_english.title(u"no such"_s).isEmpty());
    QCOMPARE(HelpPages(u"fr"_s).title(u"map"_s), m_english.title(u"map"_s));
}

void HelpTest::everyActionHasAPage() {
    for (const actions::ActionInfo& info : actions::allActions())
        QVERIFY2(isTopic(QString::fromLatin1(info.helpPage)), info.id);
    QVERIFY(!isTopic(u"no such"_s));
    QCOMPARE(pageOf(u"no such"_s), u"start"_s);
}

void HelpTest::noDeadLinks() {
    for (const char* id : pageIds())
        for (const HelpPages* pages : {&m_english, &m_korean})
            for (const QString& link : captured(pages->source(QString::fromLatin1(id)), u"\\]\\(([^)]*)\\)"_s))
                QVERIFY2(!pages->title(link).isEmpty(), qPrintable(QString::fromLatin1(id) + u": "_s + link));
}

void HelpTest::everyKeyNamedIsOfAnAction() {
    for (const char* id : pageIds())
        for (const HelpPages* pages : {&m_english, &m_korean}) {
            const QString source = pages->source(QString::fromLatin1(id));
            for (const QString& action : captured(source, u"\\{key:([^}]*)\\}"_s))
                QVERIFY2(isAction(action), qPrintable(QString::fromLatin1(id) + u": "_s + action));
            QCOMPARE(source.count(u"{keys}"_s), 1);
            const QString shown = pages->markdown(QString::fromLatin1(id), keyOf);
            QVERIFY2(!shown.contains(u'{') && !shown.contains(u'}'), id);
        }
}

void HelpTest::everyPageListsItsKeys() {
    for (const actions::ActionInfo& info : actions::allActions()) {
        const QString page = m_english.markdown(pageOf(QString::fromLatin1(info.helpPage)), keyOf);
        QVERIFY2(page.contains(u"| "_s + QString::fromUtf8(info.text) + u" | "_s), info.id);
    }
}

void HelpTest::keysFollow() {
    const QString page = m_english.markdown(u"map"_s, [](QLatin1StringView id) {
        return id == "map.fit_all"_L1 ? QKeySequence(Qt::CTRL | Qt::Key_9) : QKeySequence();
    });
    QVERIFY(page.contains(u"<b>Ctrl+9</b> shows all traffic"_s));
    QVERIFY(page.contains(u"| Zoom in | <b>no key</b> |"_s));
}

void HelpTest::koreanIsKorean() {
    for (const char* id : pageIds()) {
        const QString text = m_korean.source(QString::fromLatin1(id));
        const auto hangul =
            std::ranges::count_if(text, [](QChar each) { return each.script() == QChar::Script_Hangul; });
        QVERIFY2(hangul > text.size() / 5, id);
    }
}

void HelpTest::searchFinds_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    QTest::newRow("title") << u"glossary"_s << u"en"_s << u"glossary"_s;
    QTest::newRow("text") << u"squawk 7600"_s << u"en"_s << u"glossary"_s;
    QTest::newRow("a word inside") << u"geodesic"_s << u"en"_s << u"measure"_s;
    QTest::newRow("제목") << u"단축키"_s << u"ko"_s << u"keys"_s;
    QTest::newRow("초성") << u"ㄷㅊㅋ"_s << u"ko"_s << u"keys"_s;
    QTest::newRow("본문") << u"측지선"_s << u"ko"_s << u"measure"_s;
}

void HelpTest::searchFinds() {
    QFETCH(QString, typed);
    QFETCH(QString, language);
    QFETCH(QString, page);
    const auto hits = HelpPages(language).search(typed);
    QVERIFY(!hits.empty());
    QCOMPARE(hits[0].page, page);
    QVERIFY(HelpPages(language).search(u"quaternion"_s).empty());
    QVERIFY(HelpPages(language).search(u" "_s).empty());
}

void HelpTest::windowShowsAndGoesBack() {
    HelpWindow window(u"en"_s, keyOf);
    window.showTopic(u"themes"_s);
    QCOMPARE(window.page(), u"settings"_s);
    window.showTopic(u"map"_s);
    auto* text = window.findChild<QTextBrowser*>(u"helpText"_s);
    QVERIFY(text->toPlainText().contains(u"Ctrl+Home"_s));
    Q_EMIT text->anchorClicked(QUrl(u"glossary"_s));
    QCOMPARE(window.page(), u"glossary"_s);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(text, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.page(), u"map"_s);
    QTest::keyClick(text, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(window.page(), u"glossary"_s);

    auto* search = window.findChild<QLineEdit*>(u"helpSearch"_s);
    search->setText(u"geodesic"_s);
    QCOMPARE(window.findChild<QListWidget*>(u"helpList"_s)->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(window.page(), u"measure"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void HelpTest::windowFollowsTheLanguage() {
    HelpWindow window(u"en"_s, keyOf);
    window.showTopic(u"map"_s);
    window.setLanguage(u"ko"_s);
    QCOMPARE(window.page(), u"map"_s);
    const QString text = window.findChild<QTextBrowser*>(u"helpText"_s)->toPlainText();
    QVERIFY(text.contains(u"지도"_s));
    for (const char* id : pageIds()) { // every mark has become a look
        window.showTopic(QString::fromLatin1(id));
        const QString shown = window.findChild<QTextBrowser*>(u"helpText"_s)->toPlainText();
        QVERIFY2(!shown.contains(u"**"_s) && !shown.contains(u"<b>"_s) && !shown.contains(u"]("_s), id);
    }
    QCOMPARE(window.findChild<QListWidget*>(u"helpList"_s)->item(0)->text(), u"처음 시작하기"_s);
}

HANEUL_LATENCY_MAIN(HelpTest)
#include "help_test.moc"
