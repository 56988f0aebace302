#include "ui/logbook/program_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::logbook {

using Column = ProgramModel::Column;

void ProgramView::Filter::set(MessageSeverity least, const QString& text) {
    m_least = least;
    m_text = text;
    invalidateFilter();
}

bool ProgramView::Filter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QAbstractItemModel& model = *sourceModel();
    const auto at = [&](Column column) { return model.index(row, static_cast<int>(column), parent); };
    if (at(Column::Severity).data(ProgramModel::SeverityRole).toInt() < static_cast<int>(m_least)) return false;
    if (m_text.isEmpty()) return true;
    return std::ranges::any_of(std::initializer_list{Column::Source, Column::Text}, [&](Column column) {
        return at(column).data().toString().contains(m_text, Qt::CaseInsensitive);
    });
}

ProgramView::ProgramView(const ProgramLog& log, QWidget* parent)
    : QWidget(parent)
    , m_model(log)
    , m_text(new QLineEdit(this))
    , m_least(new QComboBox(this))
    , m_copy(new QPushButton(this))
    , m_table(new QTableView(this)) {
    m_text->setObjectName(QStringLiteral("programText"));
    m_text->setClearButtonEnabled(true);
    m_least->setObjectName(QStringLiteral("programSeverity"));
    m_copy->setObjectName(QStringLiteral("copyMessages"));
    for (const auto severity :
         {MessageSeverity::Debug, MessageSeverity::Info, MessageSeverity::Warning, MessageSeverity::Error})
        m_least->addItem(QString(), static_cast<int>(severity));
    m_filter.setSourceModel(&m_model);
    m_table->setObjectName(QStringLiteral("programTable"));
    m_table->setModel(&m_filter);
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
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    auto* top = new QHBoxLayout;
    top->addWidget(m_text, 1);
    top->addWidget(m_least);
    top->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    connect(m_text, &QLineEdit::textChanged, this, &ProgramView::filter);
    connect(m_least, &QComboBox::currentIndexChanged, this, &ProgramView::filter);
    connect(m_copy, &QPushButton::clicked, this, &ProgramView::copy);
    word();
    size();
    m_least->setCurrentIndex(1);
}

void ProgramView::filter() {
    m_filter.set(static_cast<MessageSeverity>(m_least->currentData().toInt()), m_text->text().trimmed());
}

QString ProgramView::selectionAsText() const {
    QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        for (int row = 0; row < m_filter.rowCount(); ++row)
            chosen += m_filter.index(row, 0);
    std::ranges::sort(chosen);
    QStringList lines;
    for (const QModelIndex& index : chosen) {
        QStringList cells;
        for (int column = 0; column < m_filter.columnCount(); ++column)
            cells += index.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void ProgramView::copy() {
    QGuiApplication::clipboard()->setText(selectionAsText());
}

bool ProgramView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ProgramView::word() {
    m_text->setPlaceholderText(tr("Find in the messages"));
    m_text->setAccessibleName(tr("Find in the messages"));
    m_least->setAccessibleName(tr("Least severity"));
    m_least->setItemText(0, tr("Everything"));
    m_least->setItemText(1, tr("Information and graver"));
    m_least->setItemText(2, tr("Warnings and errors"));
    m_least->setItemText(3, tr("Errors only"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("The chosen rows; all that are shown when none is chosen"));
    m_table->setAccessibleName(tr("Messages of the program"));
}

void ProgramView::size() {
    const QFontMetrics metrics = m_table->fontMetrics();
    const int gap = metrics.height() * 3 / 2;
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() * 5 / 4);
    const auto set = [&](Column column, const QString& sample) {
        m_table->setColumnWidth(static_cast<int>(column), metrics.horizontalAdvance(sample) + gap);
    };
    set(Column::Time, QStringLiteral("0000-00-00 00:00:00Z"));
    set(Column::Severity, QStringLiteral("Information"));
    set(Column::Source, QStringLiteral("BROKER_RESTARTED"));
}

void ProgramView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        word();
    }
    if (event->type() == QEvent::FontChange) size();
}

} // namespace haneul::logbook
