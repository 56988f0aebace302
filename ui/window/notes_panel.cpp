#include "ui/window/notes_panel.h"

#include "ui/actions/action_registry.h"
#include "ui/models/words.h"
#include "ui/window/file_writer.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::window {

namespace {

constexpr int typingKey = 1;
constexpr std::chrono::milliseconds pauseEndsStep{1500};
constexpr qsizetype maxNotes = 200'000; // characters; kept with every change

const char* const typeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Typing");
const char* const stampStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Time stamp");
const char* const fileStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "File notes");

drafts::Draft<QString>::Codec textCodec() {
    return {.asJson = [](const QString& text) { return QJsonValue(text); },
            .fromJson =
                [](const QJsonValue& value, QString& text) {
                    if (!value.isString() || value.toString().size() > maxNotes) return false;
                    text = value.toString();
                    return true;
                }};
}

} // namespace

NotesPanel::NotesPanel(drafts::Drafts& drafts, const actions::ActionRegistry& registry, const clock::Clock& clock,
                       FileWriter& writer, QString folder, QWidget* parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_draft(QStringLiteral("notes"), {}, textCodec())
    , m_registry(registry)
    , m_clock(clock)
    , m_writer(writer)
    , m_folder(std::move(folder))
    , m_edit(new QPlainTextEdit(this))
    , m_state(new QLabel(this)) {
    m_edit->setObjectName(QStringLiteral("notesText"));
    m_edit->setUndoRedoEnabled(false); // the draft has the steps
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("notesState"));
    m_state->setWordWrap(true);
    auto* row = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    for (const auto* id : {"edit.undo", "edit.redo", "edit.stamp_time", "edit.file_notes"}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(&registry.action(QLatin1StringView(id)));
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_edit, 1);
    column->addWidget(m_state);
    m_state->setContentsMargins(gap, 0, gap, gap / 2);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseEndsStep);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_draft.seal(); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotesPanel::typed);
    connect(&m_draft, &drafts::DraftBase::changed, this, &NotesPanel::show);
    connect(&registry.action(QLatin1StringView("edit.stamp_time")), &QAction::triggered, this, &NotesPanel::stampTime);
    connect(&registry.action(QLatin1StringView("edit.file_notes")), &QAction::triggered, this, &NotesPanel::file);
    m_drafts.add(m_draft);
    word();
    show();
}

NotesPanel::~NotesPanel() {
    m_writer.flush(); // its last answers come here
}

void NotesPanel::typed() {
    if (m_following) return;
    m_filed.clear();
    if (const QString text = m_edit->toPlainText(); text.size() <= maxNotes)
        m_draft.change(typeStep, text, typingKey);
    else
        show(); // no longer than what can be kept
    m_pause.start();
}

// Only what differs is replaced, so that the cursor stays with the change.
void NotesPanel::show() {
    const QScopedValueRollback following(m_following, true);
    const QString& wanted = m_draft.value();
    const QString shown = m_edit->toPlainText();
    if (shown != wanted) {
        const auto head = std::ranges::mismatch(shown, wanted).in1 - shown.begin();
        qsizetype tail = 0;
        const qsizetype most = std::min(shown.size(), wanted.size()) - head;
        while (tail < most && shown[shown.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
            ++tail;
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(static_cast<int>(head));
        cursor.setPosition(static_cast<int>(shown.size() - tail), QTextCursor::KeepAnchor);
        cursor.insertText(wanted.mid(head, wanted.size() - tail - head));
        m_edit->setTextCursor(cursor);
    }
    m_registry.action(QLatin1StringView("edit.file_notes")).setEnabled(!wanted.isEmpty() && !m_folder.isEmpty());
    word();
}

void NotesPanel::stampTime() {
    m_draft.seal();
    const QString stamp = models::utcTime(m_clock.now()) + u' ';
    QTextCursor cursor = m_edit->textCursor();
    QString text = m_draft.value();
    text.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), stamp);
    m_draft.change(stampStep, text);
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void NotesPanel::file() {
    if (m_folder.isEmpty() || m_draft.value().isEmpty()) return;
    QString stamp = QString::fromStdString(toRfc3339(m_clock.now()));
    stamp.remove(u':').replace(u'.', u'-');
    const QString path = m_folder + u'/' + stamp + QStringLiteral(".txt");
    m_writer.write(path, m_draft.value().toUtf8(), [this, path, text = m_draft.value()](const QString& trouble) {
        QMetaObject::invokeMethod(this, [this, path, text, trouble] {
            if (!trouble.isEmpty()) {
                m_filed = tr("The notes could not be filed: %1").arg(trouble);
            } else {
                if (m_draft.value() == text) { // not when more has been written meanwhile
                    m_draft.seal();
                    m_draft.change(fileStep, {});
                    m_draft.markKept();
                }
                m_filed = tr("Filed as %1").arg(path);
            }
            word();
        });
    });
}

void NotesPanel::word() {
    m_edit->setPlaceholderText(tr("Notes of this shift"));
    m_edit->setAccessibleName(tr("Notes of this shift"));
    m_state->setText(!m_filed.isEmpty()          ? m_filed
                     : m_draft.isModified()      ? tr("Draft, not filed yet; kept across restarts")
                     : m_draft.value().isEmpty() ? tr("Empty")
                                                 : tr("As filed"));
}

bool NotesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::FocusIn) m_drafts.setActive(&m_draft);
    // The editor would take these keys and do nothing: they belong to the draft.
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::window
