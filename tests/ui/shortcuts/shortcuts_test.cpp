#include "tests/support/latency_main.h"
#include "tests/support/result_macros.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/key_overlay.h"
#include "ui/shortcuts/key_editor.h"
#include "ui/shortcuts/key_map.h"
#include "ui/shortcuts/key_sheet.h"

#include <QAction>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace haneul;
using namespace haneul::shortcuts;
using namespace Qt::Literals::StringLiterals;

namespace {

QKeySequence key(const char* text) {
    return QKeySequence::fromString(QString::fromLatin1(text), QKeySequence::PortableText);
}

} // namespace

class ShortcutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void everyWindowFollows();
    void aKeyBelongsToOneAction();
    void twoCanChangeTheirKeys();
    void resetTakesTheDefaultBack();
    void keptAndReadAgain();
    void nonsenseFromTheFileIsLeftOut();
    void keysThatDialogsNeedAreRefused_data();
    void keysThatDialogsNeedAreRefused();
    void theKeyReallyWorks();
    void overlayFollows();
    void editorSetsAndReplaces();
    void editorFindsActionsAndKeys();
    void sheetHasEveryKey();
    void sheetIsAPdfOrHtml();
};

void ShortcutsTest::everyWindowFollows() {
    KeyMap keys;
    actions::ActionRegistry first;
    keys.follow(first);
    keys.assign("map.fit_all"_L1, key("Ctrl+9"));
    actions::ActionRegistry second;
    keys.follow(second);
    QCOMPARE(first.action("map.fit_all"_L1).shortcut(), key("Ctrl+9"));
    QCOMPARE(second.action("map.fit_all"_L1).shortcut(), key("Ctrl+9"));
    {
        actions::ActionRegistry closed;
        keys.follow(closed);
    }
    keys.assign("map.fit_all"_L1, key("Ctrl+8"));
    QCOMPARE(first.action("map.fit_all"_L1).shortcut(), key("Ctrl+8"));
    QCOMPARE(second.action("map.fit_all"_L1).shortcut(), key("Ctrl+8"));
    QCOMPARE(first.action("view.quit"_L1).shortcut(), key("Ctrl+Q"));
}

void ShortcutsTest::aKeyBelongsToOneAction() {
    KeyMap keys;
    actions::ActionRegistry registry;
    keys.follow(registry);
    const actions::ActionInfo* user = keys.userOf(key("Ctrl+Q"), "map.fit_all"_L1);
    QVERIFY(user);
    QCOMPARE(QString::fromLatin1(user->id), u"view.quit"_s);
    QVERIFY(!keys.userOf(key("Ctrl+Q"), "view.quit"_L1));
    QVERIFY(!keys.userOf({}, "view.quit"_L1));
    keys.assign("map.fit_all"_L1, key("Ctrl+Q"));
    QVERIFY(registry.action("view.quit"_L1).shortcut().isEmpty());
    QVERIFY(keys.isChanged("view.quit"_L1));
    QSet<QKeySequence> used;
    for (const QAction* action : registry.actions()) {
        if (action->shortcut().isEmpty()) continue;
        QVERIFY2(!used.contains(action->shortcut()), qPrintable(action->objectName()));
        used.insert(action->shortcut());
    }
}

void ShortcutsTest::twoCanChangeTheirKeys() {
    KeyMap keys;
    keys.assign("map.zoom_in"_L1, key("Ctrl+-"));
    keys.assign("map.zoom_out"_L1, key("Ctrl++"));
    QCOMPARE(keys.key("map.zoom_in"_L1), key("Ctrl+-"));
    QCOMPARE(keys.key("map.zoom_out"_L1), key("Ctrl++"));
}

void ShortcutsTest::resetTakesTheDefaultBack() {
    KeyMap keys;
    keys.assign("map.fit_all"_L1, key("Ctrl+Q"));
    keys.reset("view.quit"_L1);
    QCOMPARE(keys.key("view.quit"_L1), key("Ctrl+Q"));
    QVERIFY(keys.key("map.fit_all"_L1).isEmpty());
    keys.resetAll();
    QVERIFY(keys.chosen().isEmpty());
    QCOMPARE(keys.key("map.fit_all"_L1), KeyMap::standardKey("map.fit_all"_L1));
}

void ShortcutsTest::keptAndReadAgain() {
    KeyMap keys;
    keys.assign("map.fit_all"_L1, key("Ctrl+Q"));
    KeyMap again;
    QSignalSpy changed(&again, &KeyMap::changed);
    again.setChosen(keys.chosen());
    again.setChosen(keys.chosen());
    QCOMPARE(changed.size(), 1);
    for (const actions::ActionInfo& info : actions::allActions())
        QCOMPARE(again.key(QLatin1StringView(info.id)), keys.key(QLatin1StringView(info.id)));
}

void ShortcutsTest::nonsenseFromTheFileIsLeftOut() {
    KeyMap keys;
    keys.setChosen({{u"map.fit_all"_s, 7},
                    {u"map.zoom_in"_s, u"Ctrl+NoSuchKey"_s},
                    {u"map.zoom_out"_s, u"Esc"_s},
                    {u"later.action"_s, u"Ctrl+9"_s}});
    QCOMPARE(keys.key("map.fit_all"_L1), KeyMap::standardKey("map.fit_all"_L1));
    QCOMPARE(keys.key("map.zoom_in"_L1), KeyMap::standardKey("map.zoom_in"_L1));
    QCOMPARE(keys.key("map.zoom_out"_L1), KeyMap::standardKey("map.zoom_out"_L1));
    QVERIFY(keys.chosen().contains(u"later.action"_s));
}

void ShortcutsTest::keysThatDialogsNeedAreRefused_data() {
    QTest::addColumn<QKeySequence>("pressed");
    QTest::addColumn<bool>("refused");
    for (const char* bad : {"Esc", "Tab", "Return", "Shift+Tab", "Backspace", "Ctrl+K, Ctrl+L"})
        QTest::newRow(bad) << key(bad) << true;
    for (const char* good : {"F5", "Ctrl+Return", "Alt+Delete", "A", "?"})
        QTest::newRow(good) << key(good) << false;
    QTest::newRow("none") << QKeySequence() << false;
}

void ShortcutsTest::keysThatDialogsNeedAreRefused() {
    QFETCH(QKeySequence, pressed);
    QFETCH(bool, refused);
    QCOMPARE(!KeyMap::refusal(pressed).isEmpty(), refused);
}

void ShortcutsTest::theKeyReallyWorks() {
    KeyMap keys;
    actions::ActionRegistry registry;
    keys.follow(registry);
    QWidget window;
    window.addActions({registry.actions().begin(), registry.actions().end()});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy triggered(&registry.action("map.fit_all"_L1), &QAction::triggered);
    QTest::keyClick(&window, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 0);
    keys.assign("map.fit_all"_L1, key("Ctrl+9"));
    QTest::keyClick(&window, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
    keys.reset("map.fit_all"_L1);
    QTest::keyClick(&window, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
}

void ShortcutsTest::overlayFollows() {
    KeyMap keys;
    actions::ActionRegistry registry;
    keys.follow(registry);
    QWidget window;
    window.resize(900, 700);
    actions::KeyOverlay overlay(registry, &window);
    window.show();
    keys.assign("map.fit_all"_L1, key("Ctrl+9"));
    overlay.toggle();
    QStringList texts;
    for (const QLabel* label : overlay.findChildren<QLabel*>())
        texts += label->text();
    QVERIFY(texts.contains(u"Ctrl+9"_s));
    QVERIFY(!texts.contains(u"Ctrl+Home"_s));
}

void ShortcutsTest::editorSetsAndReplaces() {
    KeyMap keys;
    KeyEditor editor(keys);
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    auto* field = editor.findChild<QKeySequenceEdit*>(u"keyField"_s);
    auto* assign = editor.findChild<QPushButton*>(u"keyAssign"_s);
    auto* verdict = editor.findChild<QLabel*>(u"keyVerdict"_s);
    auto* tree = editor.findChild<QTreeWidget*>(u"keyTree"_s);

    editor.showAction(u"map.fit_all"_s);
    QVERIFY(!assign->isEnabled());
    QCOMPARE(field->findChild<QLineEdit*>()->placeholderText(), u"Press the key"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(field->keySequence(), key("Ctrl+9"));
    QVERIFY(assign->isEnabled());
    QCOMPARE(assign->text(), u"Set"_s);
    assign->click();
    QCOMPARE(keys.key("map.fit_all"_L1), key("Ctrl+9"));
    QCOMPARE(tree->currentItem()->text(1), u"Ctrl+9"_s);
    QVERIFY(!tree->currentItem()->text(3).isEmpty());

    field->setKeySequence(key("Ctrl+Q"));
    QCOMPARE(assign->text(), u"Replace"_s);
    QVERIFY(verdict->text().contains(u"Quit"_s) && verdict->text().contains(u"View"_s));
    assign->click();
    QVERIFY(keys.key("view.quit"_L1).isEmpty());

    field->setKeySequence(key("Esc"));
    QVERIFY(!assign->isEnabled());
    editor.findChild<QPushButton*>(u"keyNone"_s)->click();
    QVERIFY(keys.key("map.fit_all"_L1).isEmpty());
    editor.findChild<QPushButton*>(u"keyReset"_s)->click();
    QCOMPARE(keys.key("map.fit_all"_L1), key("Ctrl+Home"));
    editor.findChild<QPushButton*>(u"keyResetAll"_s)->click();
    QCOMPARE(keys.key("view.quit"_L1), key("Ctrl+Q"));
}

void ShortcutsTest::editorFindsActionsAndKeys() {
    KeyMap keys;
    KeyEditor editor(keys);
    auto* search = editor.findChild<QLineEdit*>(u"keySearch"_s);
    auto* tree = editor.findChild<QTreeWidget*>(u"keyTree"_s);
    const auto shown = [&] {
        QStringList ids;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            for (int k = 0; k < tree->topLevelItem(i)->childCount(); ++k)
                if (!tree->topLevelItem(i)->child(k)->isHidden())
                    ids << tree->topLevelItem(i)->child(k)->data(0, Qt::UserRole).toString();
        return ids;
    };
    QCOMPARE(static_cast<std::size_t>(shown().size()), actions::allActions().size());
    search->setText(u"fit all tracks"_s);
    QCOMPARE(shown(), QStringList{u"map.fit_all"_s});
    search->setText(u"ctrl+home"_s);
    QCOMPARE(shown(), QStringList{u"map.fit_all"_s});
    search->clear();
    QCOMPARE(static_cast<std::size_t>(shown().size()), actions::allActions().size());
}

void ShortcutsTest::sheetHasEveryKey() {
    KeyMap keys;
    keys.assign("map.fit_all"_L1, key("Ctrl+9"));
    const QString html = keySheetHtml(keys);
    for (const actions::ActionInfo& info : actions::allActions()) {
        const QString own = keys.key(QLatin1StringView(info.id)).toString(QKeySequence::NativeText).toHtmlEscaped();
        QVERIFY2(html.contains(u"<b>"_s + own + u"</b>"_s), info.id);
    }
}

void ShortcutsTest::sheetIsAPdfOrHtml() {
    const QTemporaryDir folder;
    const KeyMap keys;
    const QString html = keySheetHtml(keys);
    QVERIFY_RESULT(writeKeySheet(html, folder.filePath(u"keys.pdf"_s)));
    QVERIFY_RESULT(writeKeySheet(html, folder.filePath(u"keys.html"_s)));
    QFile pdf(folder.filePath(u"keys.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QFile page(folder.filePath(u"keys.html"_s));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(page.readAll()), html);
    const auto failed = writeKeySheet(html, folder.filePath(u"no/such/keys.pdf"_s));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, "KEY_SHEET_UNWRITABLE");
}

HANEUL_LATENCY_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
