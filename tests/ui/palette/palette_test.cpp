#include "tests/support/latency_main.h"
#include "ui/actions/action_registry.h"
#include "ui/palette/palette.h"

#include <QAction>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

using namespace haneul;
using namespace haneul::palette;
using namespace Qt::Literals::StringLiterals;

namespace {

situation::SituationPtr withTracks(int count) {
    situation::Situation situation;
    for (int i = 0; i < count; ++i) {
        traffic::Track track;
        track.id = QStringLiteral("uas:d%1").arg(i, 5, 10, QChar(u'0')).toStdString();
        if (i % 2 == 0) track.label = QStringLiteral("하늘%1").arg(i).toStdString();
        if (i % 3 == 0) track.position = geo::LatLon{37.5, 127};
        situation.tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    return std::make_shared<const situation::Situation>(std::move(situation));
}

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsEveryKind_data();
    void findsEveryKind();
    void nothingTypedShowsActionsLastUsedFirst();
    void disabledActionsSayWhyAndAreNotDone();
    void enterDoes();
    void escapeAndFocusElsewherePutItAway();
    void arrowsChoose();
    void syllablesBeingComposedAreSearched();
    void tracksComeAndGo();
    void tenThousandTracksAreSearchedInTime();

private:
    QLineEdit& field() { return *m_palette->findChild<QLineEdit*>(u"paletteField"_s); }

    QListView& list() { return *m_palette->findChild<QListView*>(u"paletteList"_s); }

    std::optional<actions::ActionRegistry> m_registry;
    std::optional<QWidget> m_window;
    std::optional<QLineEdit> m_other;
    Palette* m_palette = nullptr;
    situation::SituationPtr m_situation;
};

void PaletteTest::init() {
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s));
    m_registry.emplace();
    m_window.emplace();
    m_window->resize(900, 700);
    m_other.emplace(&*m_window);
    m_situation = withTracks(10);
    const Sources sources{
        .situation = [this] { return m_situation; },
        .places =
            [](const QString& typed) {
                const Place seoul{u"서울"_s, u"city"_s, {37.5665, 126.978}, 11};
                return search::Query(typed).score(u"서울") > 0 ? std::vector{seoul} : std::vector<Place>{};
            },
        .pages =
            [](const QString& typed) {
                return typed == u"glossary"_s ? std::vector<Page>{{u"glossary"_s, u"Glossary"_s}} : std::vector<Page>{};
            }};
    m_palette = new Palette(theme::themeById(u"dark"), *m_registry, sources, &*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(&*m_window));
}

void PaletteTest::cleanup() {
    m_other.reset();
    m_window.reset();
    m_registry.reset();
}

void PaletteTest::findsEveryKind_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("action") << u"fit all"_s << static_cast<int>(Kind::Action) << u"map.fit_all"_s;
    QTest::newRow("action by letters") << u"zin"_s << static_cast<int>(Kind::Action) << u"map.zoom_in"_s;
    QTest::newRow("track by id") << u"d00003"_s << static_cast<int>(Kind::Track) << u"uas:d00003"_s;
    QTest::newRow("track by whole id") << u"uas:d00004"_s << static_cast<int>(Kind::Track) << u"uas:d00004"_s;
    QTest::newRow("track by callsign") << u"하늘8"_s << static_cast<int>(Kind::Track) << u"uas:d00008"_s;
    QTest::newRow("track by initials") << u"ㅎㄴ8"_s << static_cast<int>(Kind::Track) << u"uas:d00008"_s;
    QTest::newRow("place") << u"ㅅㅇ"_s << static_cast<int>(Kind::Place) << u"서울"_s;
    QTest::newRow("setting") << u"trails"_s << static_cast<int>(Kind::Setting) << u"map.trail_s"_s;
    QTest::newRow("page") << u"glossary"_s << static_cast<int>(Kind::Page) << u"glossary"_s;
}

void PaletteTest::findsEveryKind() {
    QFETCH(QString, typed);
    QFETCH(int, kind);
    QFETCH(QString, id);
    const std::vector<Item> found = m_palette->index().find(typed);
    QVERIFY(!found.empty());
    QCOMPARE(static_cast<int>(found[0].kind), kind);
    QCOMPARE(found[0].id, id);
}

void PaletteTest::nothingTypedShowsActionsLastUsedFirst() {
    PaletteIndex& index = m_palette->index();
    QCOMPARE(index.find({}).size(), actions::allActions().size());
    index.setRecent({u"action:map.zoom_out"_s, u"track:uas:d00002"_s, u"setting:map.trail_s"_s, u"track:gone"_s,
                     u"setting:no.such"_s});
    const auto found = index.find({});
    QCOMPARE(found[0].id, u"map.zoom_out"_s);
    QCOMPARE(found[1].id, u"uas:d00002"_s);
    QCOMPARE(found[2].id, u"map.trail_s"_s);
    QCOMPARE(found.size(), actions::allActions().size() + 2);
    // Among equal answers, too.
    QCOMPARE(index.find(u"zoom"_s)[0].id, u"map.zoom_out"_s);
}

void PaletteTest::disabledActionsSayWhyAndAreNotDone() {
    QAction& action = m_registry->action("replay.faster"_L1);
    action.setEnabled(false);
    Item item = m_palette->index().find(u"faster"_s)[0];
    QVERIFY(!item.enabled);
    QVERIFY(item.detail.contains(u"recording"_s));
    action.setProperty("disabledReason", u"needs the role supervisor"_s);
    item = m_palette->index().find(u"faster"_s)[0];
    QVERIFY(item.detail.contains(u"supervisor"_s));

    QSignalSpy triggered(&action, &QAction::triggered);
    m_palette->open();
    QTest::keyClicks(&field(), u"faster"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    QVERIFY(triggered.isEmpty());
    QVERIFY(m_palette->isVisible());
}

void PaletteTest::enterDoes() {
    QSignalSpy triggered(&m_registry->action("map.fit_all"_L1), &QAction::triggered);
    QSignalSpy track(m_palette, &Palette::trackChosen);
    QSignalSpy place(m_palette, &Palette::placeChosen);
    QSignalSpy setting(m_palette, &Palette::settingChosen);
    QSignalSpy page(m_palette, &Palette::pageChosen);
    QSignalSpy recent(m_palette, &Palette::recentChanged);
    for (const QString& typed : {u"fit all"_s, u"d00003"_s, u"서울"_s, u"trails"_s, u"glossary"_s}) {
        m_palette->open();
        field().setText(typed);
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY2(!m_palette->isVisible(), qPrintable(typed));
    }
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(track.value(0).value(0).toString(), u"uas:d00003"_s);
    QCOMPARE(place.size(), 1);
    QCOMPARE(place[0][0].value<geo::LatLon>().latitude_deg, 37.5665);
    QCOMPARE(setting.value(0).value(0).toString(), u"map.trail_s"_s);
    QCOMPARE(page.value(0).value(0).toString(), u"glossary"_s);
    QCOMPARE(recent.size(), 5);
    QCOMPARE(recent.back()[0].toStringList().front(), u"page:glossary"_s);
}

void PaletteTest::escapeAndFocusElsewherePutItAway() {
    m_other->setFocus();
    m_palette->open();
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_other->hasFocus());
    m_palette->open();
    m_other->setFocus();
    QVERIFY(!m_palette->isVisible());
}

void PaletteTest::arrowsChoose() {
    m_palette->open();
    QCOMPARE(list().currentIndex().row(), 0);
    QTest::keyClick(&field(), Qt::Key_Up);
    QCOMPARE(list().currentIndex().row(), 0);
    QTest::keyClick(&field(), Qt::Key_Down);
    QTest::keyClick(&field(), Qt::Key_Down);
    QCOMPARE(list().currentIndex().row(), 2);
    QTest::keyClick(&field(), Qt::Key_PageDown);
    QVERIFY(list().currentIndex().row() > 10);
}

void PaletteTest::syllablesBeingComposedAreSearched() {
    m_palette->open();
    QInputMethodEvent composing(u"하느"_s, {});
    QCoreApplication::sendEvent(&field(), &composing);
    QCOMPARE(list().model()->rowCount(), 5); // 하늘0 .. 하늘8
    QInputMethodEvent done(QString(), {});
    done.setCommitString(u"하늘4"_s);
    QCoreApplication::sendEvent(&field(), &done);
    QCOMPARE(list().model()->rowCount(), 1);
}

void PaletteTest::tracksComeAndGo() {
    PaletteIndex& index = m_palette->index();
    QCOMPARE(index.find(u"d00009"_s).size(), 1U);
    m_situation = withTracks(5);
    QVERIFY(index.find(u"d00009"_s).empty());
    situation::Situation renamed = *m_situation;
    traffic::Track track = *renamed.tracks[1];
    track.label = "NEWNAME";
    renamed.tracks[1] = std::make_shared<const traffic::Track>(track);
    m_situation = std::make_shared<const situation::Situation>(std::move(renamed));
    QCOMPARE(index.find(u"newname"_s).size(), 1U);
    QCOMPARE(index.find(u"newname"_s)[0].id, u"uas:d00001"_s);
}

// One key, the picture having changed since the last one.
void PaletteTest::tenThousandTracksAreSearchedInTime() {
    PaletteIndex& index = m_palette->index();
    m_situation = withTracks(10'000);
    QVERIFY(index.find(u"nowhere"_s).empty());
    double worst_ms = 0;
    for (const QString& typed : {u"d"_s, u"d0"_s, u"ㅎㄴ"_s, u"하늘"_s, u"하늘9999"_s, u"zoom"_s, u"0 1"_s, u"d99"_s}) {
        m_situation = std::make_shared<const situation::Situation>(*m_situation);
        QElapsedTimer timer;
        timer.start();
        const auto found = index.find(typed);
        const double took_ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        worst_ms = std::max(worst_ms, took_ms);
        QVERIFY(found.size() <= PaletteIndex::limit);
    }
    qInfo("worst key among 10,000 tracks: %.2f ms", worst_ms);
#if defined(NDEBUG) && !defined(HANEUL_SANITIZED)
    QVERIFY2(worst_ms < 10, qPrintable(QString::number(worst_ms)));
#endif
}

HANEUL_LATENCY_MAIN(PaletteTest)
#include "palette_test.moc"
