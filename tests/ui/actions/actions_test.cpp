#include "tests/support/latency_main.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/key_overlay.h"

#include <QAction>
#include <QFile>
#include <QHash>
#include <QLabel>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace haneul;

namespace {

// source -> translation of one context, without those marked unfinished
QHash<QString, QString> finished(const QString& language, const QString& context) {
    QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/resources/i18n/haneul_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QHash<QString, QString> texts;
    QXmlStreamReader xml(&file);
    QString name;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") name = xml.readElementText();
        if (xml.name() == u"source") source = xml.readElementText();
        if (xml.name() != u"translation" || name != context) continue;
        if (xml.attributes().value(QLatin1StringView("type")).isEmpty()) texts.insert(source, xml.readElementText());
    }
    return texts;
}

bool hasHangul(const QString& text) {
    return std::ranges::any_of(text, [](QChar each) { return each.script() == QChar::Script_Hangul; });
}

} // namespace

class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void everyActionHasItsOwnKey();
    void everyActionHasTextsInBothLanguages(); // R-GEN-10
    void everyActionIsInAScopeAndHasAHelpPage();
    void registryHandsOutTheSameAction();
    void keyOverlayListsEveryKey();
    void keyOverlayGoesAwayWithAnyKey();
};

void ActionsTest::everyActionHasItsOwnKey() {
    const actions::ActionRegistry registry;
    QSet<QString> ids;
    QSet<QKeySequence> keys;
    for (std::size_t i = 0; i < actions::allActions().size(); ++i) {
        const actions::ActionInfo& info = actions::allActions()[i];
        const QKeySequence key = registry.actions()[i]->shortcut();
        QVERIFY2(!key.isEmpty(), info.id);
        QVERIFY2(key[0].key() != Qt::Key_unknown, info.id);
        QVERIFY2(!keys.contains(key), info.id);
        QVERIFY2(!ids.contains(QLatin1StringView(info.id)), info.id);
        keys.insert(key);
        ids.insert(QLatin1StringView(info.id));
    }
}

void ActionsTest::everyActionHasTextsInBothLanguages() {
    const auto korean = finished(QStringLiteral("ko"), QStringLiteral("haneul::actions"));
    const auto english = finished(QStringLiteral("en"), QStringLiteral("haneul::actions"));
    QVERIFY(!korean.isEmpty());
    QVERIFY(!english.isEmpty());
    for (const actions::ActionInfo& info : actions::allActions()) {
        const QString source = QString::fromUtf8(info.text);
        QVERIFY2(!source.isEmpty(), info.id);
        QVERIFY2(hasHangul(korean.value(source)), info.id);
        QVERIFY2(!english.value(source).isEmpty(), info.id);
    }
}

void ActionsTest::everyActionIsInAScopeAndHasAHelpPage() {
    QStringList scopes; // each in one piece: the overlay, the editor and the printed sheet put a heading over each
    for (const actions::ActionInfo& info : actions::allActions()) {
        QVERIFY2(!actions::scopeText(QLatin1StringView(info.scope)).isEmpty(), info.id);
        QVERIFY2(QLatin1StringView(info.id).startsWith(QLatin1StringView(info.scope)), info.id);
        QVERIFY2(!QLatin1StringView(info.helpPage).isEmpty(), info.id);
        const QString scope = QString::fromLatin1(info.scope);
        if (!scopes.isEmpty() && scopes.back() == scope) continue;
        QVERIFY2(!scopes.contains(scope), info.id);
        scopes << scope;
    }
    QVERIFY(actions::scopeText(QLatin1StringView("no such scope")).isEmpty());
}

void ActionsTest::registryHandsOutTheSameAction() {
    const actions::ActionRegistry registry;
    QCOMPARE(&registry.action(QLatin1StringView("map.fit_all")), &registry.action(QLatin1StringView("map.fit_all")));
    QCOMPARE(registry.action(QLatin1StringView("map.fit_all")).text(), QStringLiteral("Fit all tracks"));
    QCOMPARE(registry.actions().size(), actions::allActions().size());
}

void ActionsTest::keyOverlayListsEveryKey() {
    const actions::ActionRegistry registry;
    QWidget window;
    window.resize(800, 600);
    actions::KeyOverlay overlay(registry, &window);
    window.show();
    overlay.toggle();
    QVERIFY(overlay.isVisible());
    QStringList texts;
    for (const QLabel* label : overlay.findChildren<QLabel*>())
        texts += label->text();
    for (const QAction* action : registry.actions()) {
        QVERIFY2(texts.contains(action->text()), qPrintable(action->objectName()));
        QVERIFY2(texts.contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->objectName()));
    }
    overlay.toggle();
    QVERIFY(!overlay.isVisible());
}

void ActionsTest::keyOverlayGoesAwayWithAnyKey() {
    const actions::ActionRegistry registry;
    QWidget window;
    actions::KeyOverlay overlay(registry, &window);
    window.show();
    overlay.toggle();
    QTest::keyClick(&overlay, Qt::Key_A);
    QVERIFY(!overlay.isVisible());
}

HANEUL_LATENCY_MAIN(ActionsTest)
#include "actions_test.moc"
