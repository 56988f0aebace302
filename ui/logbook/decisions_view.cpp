#include "ui/logbook/decisions_view.h"

#include "ui/access/words.h"
#include "ui/logbook/csv.h"
#include "ui/logbook/decision_words.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::logbook {

using Column = DecisionModel::Column;

namespace {

constexpr int typingPause_ms = 250;
constexpr const char* kinds[] = {"", "people.", "desk.", "log."};

} // namespace

std::optional<UtcMs> instantOf(const QString& text, bool end) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2}))?)?\s*Z?$)"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch()) return {};
    const QString minute =
        match.captured(2).isEmpty() ? (end ? QStringLiteral("23:59") : QStringLiteral("00:00")) : match.captured(2);
    const QString second =
        match.captured(3).isEmpty() ? (end ? QStringLiteral("59") : QStringLiteral("00")) : match.captured(3);
    const QString full =
        match.captured(1) + u'T' + minute + u':' + second + (end ? QStringLiteral(".999Z") : QStringLiteral(".000Z"));
    return fromRfc3339(full.toStdString());
}

DecisionsView::DecisionsView(const DecisionSource& source, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_model(source)
    , m_text(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_entry(new QPlainTextEdit(this))
    , m_progress(new QLabel(this))
    , m_chainText(new QLabel(this))
    , m_verify(new QPushButton(this))
    , m_save(new QPushButton(this)) {
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause_ms);
    connect(&m_typing, &QTimer::timeout, this, &DecisionsView::filter);
    for (QLineEdit* edit : {m_text, m_user, m_from, m_to})
        connect(edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DecisionsView::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecisionsView::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DecisionsView::showChosen);
    connect(&m_model, &DecisionModel::progressed, this, &DecisionsView::showProgress);
    connect(m_save, &QPushButton::clicked, this, &DecisionsView::save);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        showChain({.verdict = ChainState::Verdict::Checking});
        m_source.verify([self = QPointer(this)](ChainState chain) {
            if (self) self->showChain(std::move(chain));
        });
    });
    word();
    size();
}

void DecisionsView::build() {
    m_text->setObjectName(QStringLiteral("logText"));
    m_kind->setObjectName(QStringLiteral("logKind"));
    m_user->setObjectName(QStringLiteral("logUser"));
    m_from->setObjectName(QStringLiteral("logFrom"));
    m_to->setObjectName(QStringLiteral("logTo"));
    m_table->setObjectName(QStringLiteral("decisionTable"));
    m_entry->setObjectName(QStringLiteral("decisionEntry"));
    m_progress->setObjectName(QStringLiteral("logProgress"));
    m_chainText->setObjectName(QStringLiteral("chainState"));
    m_verify->setObjectName(QStringLiteral("verifyChain"));
    m_save->setObjectName(QStringLiteral("saveDecisions"));
    for (QLineEdit* edit : {m_text, m_user, m_from, m_to})
        edit->setClearButtonEnabled(true);
    for (const char* kind : kinds)
        m_kind->addItem(QString(), QLatin1StringView(kind));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(static_cast<int>(Column::Details), QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_entry->setReadOnly(true);
    m_entry->setTabChangesFocus(true);
    m_entry->setFrameShape(QFrame::NoFrame);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setObjectName(QStringLiteral("decisionHalves"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_table);
    halves->addWidget(m_entry);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_text, 3);
    filters->addWidget(m_kind, 1);
    filters->addWidget(m_user, 1);
    filters->addWidget(m_from, 1);
    filters->addWidget(m_to, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_progress);
    foot->addStretch();
    foot->addWidget(m_chainText);
    foot->addWidget(m_verify);
    foot->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(filters);
    column->addWidget(halves, 1);
    column->addLayout(foot);
}

void DecisionsView::readAgain() {
    if (m_begun) m_model.readAgain();
}

void DecisionsView::focusFilter() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void DecisionsView::filter() {
    m_typing.stop();
    m_model.setFilter({.text = m_text->text().trimmed(),
                       .type = m_kind->currentData().toString(),
                       .user = m_user->text().trimmed(),
                       .from = instantOf(m_from->text(), false),
                       .to = instantOf(m_to->text(), true)});
    showProgress();
}

void DecisionsView::showChosen() {
    const Decision* entry = m_model.at(m_table->currentIndex());
    m_entry->setPlainText(entry ? entryText(*entry) : QString());
}

void DecisionsView::showProgress() {
    QString text;
    const auto odd = [](const QLineEdit* edit, bool end) {
        return !edit->text().trimmed().isEmpty() && !instantOf(edit->text(), end);
    };
    if (m_model.problem()) {
        text = QString(QStringLiteral("▲  ") +
                       access::refusalText({.code = QString::fromStdString(m_model.problem()->code),
                                            .detail = QString::fromStdString(m_model.problem()->code == "FORBIDDEN"
                                                                                 ? m_model.problem()->where
                                                                                 : m_model.problem()->message)}));
    } else if (odd(m_from, false) || odd(m_to, true)) {
        text = tr("▲ A time is written 2026-11-21 or 2026-11-21 04:05 (UTC)");
    } else if (m_model.isWhole()) {
        text = tr("%n entries, all that there are", nullptr, m_model.rowCount());
    } else {
        text = tr("%n entries read, older ones follow while scrolling", nullptr, m_model.rowCount());
    }
    m_progress->setText(text);
    m_save->setEnabled(m_model.rowCount() > 0);
}

void DecisionsView::showChain(ChainState chain) {
    m_chain = std::move(chain);
    m_chainText->setText(chainText(m_chain));
    m_verify->setEnabled(m_chain.verdict != ChainState::Verdict::Checking);
}

QByteArray DecisionsView::selectionAsCsv() const {
    std::vector<QStringList> rows{{QStringLiteral("sequence"), QStringLiteral("time_utc"), QStringLiteral("origin"),
                                   QStringLiteral("user"), QStringLiteral("role"), QStringLiteral("session"),
                                   QStringLiteral("desk"), QStringLiteral("type"), QStringLiteral("what"),
                                   QStringLiteral("body"), QStringLiteral("digest"), QStringLiteral("previous")}};
    QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        for (int row = 0; row < m_model.rowCount(); ++row)
            chosen += m_model.index(row, 0);
    std::ranges::sort(chosen);
    for (const QModelIndex& index : chosen) {
        const Decision* entry = m_model.at(index);
        if (!entry) continue;
        rows.push_back({QString::number(entry->sequence), QString::fromStdString(toRfc3339(entry->time)), entry->origin,
                        entry->user, entry->role, entry->session, entry->desk, entry->type, typeText(entry->type),
                        entry->body, entry->digest, entry->previous});
    }
    return csvText(rows);
}

void DecisionsView::save() {
    auto* dialog = new QFileDialog(this, tr("Save the entries as CSV"), QString(), QStringLiteral("CSV (*.csv)"));
    dialog->setObjectName(QStringLiteral("saveDecisionsAs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("haneul-log.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = selectionAsCsv()](const QString& path) {
        saveInBackground(path, bytes, this, [this, path](const QString& problem) {
            m_progress->setText(problem.isEmpty() ? tr("Saved: %1").arg(path)
                                                  : tr("▲ Not saved: %1: %2").arg(path, problem));
        });
    });
    dialog->open();
}

void DecisionsView::word() {
    m_text->setPlaceholderText(tr("Find in the entries"));
    m_text->setAccessibleName(tr("Find in the entries"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setItemText(0, tr("All kinds"));
    m_kind->setItemText(1, tr("People and access"));
    m_kind->setItemText(2, tr("Desk"));
    m_kind->setItemText(3, tr("Event log"));
    m_user->setPlaceholderText(tr("User name, whole"));
    m_user->setAccessibleName(tr("User name, whole"));
    m_from->setPlaceholderText(tr("From YYYY-MM-DD HH:MM"));
    m_from->setAccessibleName(tr("From, UTC"));
    m_to->setPlaceholderText(tr("To YYYY-MM-DD HH:MM"));
    m_to->setAccessibleName(tr("To, UTC"));
    m_table->setAccessibleName(tr("Decisions"));
    m_entry->setAccessibleName(tr("Chosen entry"));
    m_entry->setPlaceholderText(tr("Choose an entry to see all of it"));
    m_verify->setText(tr("Verify"));
    m_save->setText(tr("Save as CSV…"));
    m_save->setToolTip(tr("The chosen rows; all that have been read when none is chosen"));
    showChain(m_chain);
    showProgress();
    showChosen();
}

void DecisionsView::size() {
    const QFontMetrics metrics = m_table->fontMetrics();
    const int gap = metrics.height() * 3 / 2;
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() * 5 / 4);
    const auto set = [&](Column column, const QString& sample) {
        m_table->setColumnWidth(static_cast<int>(column), metrics.horizontalAdvance(sample) + gap);
    };
    set(Column::Time, QStringLiteral("0000-00-00 00:00:00Z"));
    set(Column::User, QStringLiteral("administrator"));
    set(Column::Role, QStringLiteral("Administrator"));
    set(Column::What, QStringLiteral("Locked out after too many"));
    set(Column::Number, QStringLiteral("000000"));
}

void DecisionsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        word();
    }
    if (event->type() == QEvent::FontChange) size();
}

// Nothing is read before somebody looks.
void DecisionsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_begun, true)) return;
    m_model.readAgain();
}

} // namespace haneul::logbook
