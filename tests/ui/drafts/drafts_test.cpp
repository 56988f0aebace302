#include "tests/support/latency_main.h"
#include "ui/drafts/draft.h"

#include <QSignalSpy>
#include <QtTest>

using namespace haneul;

namespace {

drafts::Draft<QString>::Codec codec() {
    return {.asJson = [](const QString& text) { return QJsonValue(text); },
            .fromJson =
                [](const QJsonValue& value, QString& text) {
                    if (!value.isString()) return false;
                    text = value.toString();
                    return true;
                }};
}

struct TextDraft : drafts::Draft<QString> {
    explicit TextDraft(const QString& id = QStringLiteral("text"))
        : Draft(id, {}, codec()) {}
};

} // namespace

class DraftsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsGoBackAndForth();
    void fineStepsJoinUntilSealed();
    void oldStepsAreForgotten();
    void modifiedUntilKept();
    void undoActsOnTheActiveDraft();
    void comesBackAsItWas();
    void keptDraftWaitsForItsEditor();
    void valueOfAnotherKindIsLeft();
};

void DraftsTest::stepsGoBackAndForth() {
    TextDraft draft;
    draft.change("one", QStringLiteral("a"));
    draft.change("two", QStringLiteral("ab"));
    draft.change("no change", QStringLiteral("ab"));
    QCOMPARE(draft.steps().count(), 2);
    QCOMPARE(draft.steps().undoText(), QStringLiteral("two"));
    draft.steps().undo();
    QCOMPARE(draft.value(), QStringLiteral("a"));
    draft.steps().undo();
    QCOMPARE(draft.value(), QString());
    draft.steps().redo();
    draft.steps().redo();
    QCOMPARE(draft.value(), QStringLiteral("ab"));
}

void DraftsTest::fineStepsJoinUntilSealed() {
    TextDraft draft;
    for (const char* text : {"h", "ha", "han"})
        draft.change("typing", QString::fromUtf8(text), 1);
    QCOMPARE(draft.steps().count(), 1);
    draft.seal();
    draft.change("typing", QStringLiteral("hane"), 1);
    QCOMPARE(draft.steps().count(), 2);
    draft.change("stamp", QStringLiteral("hane 04"), 0);
    draft.change("stamp", QStringLiteral("hane 04 05"), 0);
    QCOMPARE(draft.steps().count(), 4);
    draft.steps().undo();
    draft.steps().undo();
    draft.steps().undo();
    QCOMPARE(draft.value(), QStringLiteral("han"));
    draft.steps().undo();
    QCOMPARE(draft.value(), QString());
}

void DraftsTest::oldStepsAreForgotten() {
    TextDraft draft;
    for (int i = 0; i < drafts::DraftBase::maxSteps + 50; ++i)
        draft.change("step", QString::number(i));
    QCOMPARE(draft.steps().count(), drafts::DraftBase::maxSteps);
    while (draft.steps().canUndo())
        draft.steps().undo();
    QCOMPARE(draft.value(), QStringLiteral("49"));
}

void DraftsTest::modifiedUntilKept() {
    TextDraft draft;
    QSignalSpy changes(&draft, &drafts::DraftBase::changed);
    QVERIFY(!draft.isModified());
    draft.change("typing", QStringLiteral("a"), 1);
    QVERIFY(draft.isModified());
    draft.markKept();
    QVERIFY(!draft.isModified());
    draft.change("typing", QStringLiteral("ab"), 1); // does not join what was kept
    QVERIFY(draft.isModified());
    draft.steps().undo();
    QVERIFY(!draft.isModified());
    QVERIFY(changes.count() >= 4);
}

void DraftsTest::undoActsOnTheActiveDraft() {
    drafts::Drafts all;
    TextDraft first(QStringLiteral("first"));
    TextDraft second(QStringLiteral("second"));
    all.add(first);
    all.add(second);
    first.change("a", QStringLiteral("a"));
    second.change("b", QStringLiteral("b"));
    all.setActive(&second);
    all.group().undo();
    QCOMPARE(first.value(), QStringLiteral("a"));
    QCOMPARE(second.value(), QString());
    all.setActive(nullptr);
    QVERIFY(!all.group().canUndo());
}

void DraftsTest::comesBackAsItWas() {
    drafts::Drafts all;
    TextDraft draft;
    all.add(draft);
    QSignalSpy changes(&all, &drafts::Drafts::changed);
    draft.change("typing", QStringLiteral("관제 일지"));
    QCOMPARE(changes.count(), 2); // the value, and that it is modified
    const QJsonObject kept = all.state();

    drafts::Drafts again;
    TextDraft empty;
    again.add(empty);
    again.restore(kept);
    QCOMPARE(empty.value(), QStringLiteral("관제 일지"));
    QVERIFY(empty.isModified());
    QVERIFY(!empty.steps().canUndo());
    empty.markKept();
    QVERIFY(!empty.isModified());
}

void DraftsTest::keptDraftWaitsForItsEditor() {
    TextDraft source;
    source.change("typing", QStringLiteral("later"));
    drafts::Drafts all;
    all.restore({{QStringLiteral("text"), source.state()}});
    QVERIFY(all.state().contains(QStringLiteral("text"))); // not lost while nobody has opened it
    TextDraft opened;
    all.add(opened);
    QCOMPARE(opened.value(), QStringLiteral("later"));
}

void DraftsTest::valueOfAnotherKindIsLeft() {
    TextDraft draft;
    draft.change("typing", QStringLiteral("mine"));
    draft.restore({{QStringLiteral("value"), 7}});
    QCOMPARE(draft.value(), QStringLiteral("mine"));
    QVERIFY(draft.steps().canUndo());
}

HANEUL_LATENCY_MAIN(DraftsTest)
#include "drafts_test.moc"
