#include "ui/risk_collision/rows_form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace haneul::risk::collision {

RowsForm::RowsForm(const char* name, Contents contents, Take take, QWidget* parent)
    : AdminForm(QString::fromLatin1(name), parent)
    , m_titles(std::move(contents.columns))
    , m_firstIsFixed(contents.firstIsFixed)
    , m_take(std::move(take))
    , m_name(new QLineEdit(contents.name.value_or(QString()), this))
    , m_table(new QTableWidget(0, static_cast<int>(m_titles.size()), this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setObjectName(QStringLiteral("rows"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setMinimumSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 16);
    m_table->setTabKeyNavigation(false);
    m_add->setObjectName(QStringLiteral("addRow"));
    m_remove->setObjectName(QStringLiteral("removeRow"));
    for (QPushButton* each : {m_add, m_remove})
        each->setAutoDefault(false);
    for (const QStringList& row : contents.rows)
        addRow(row);
    m_name->setObjectName(QStringLiteral("rowsName"));
    addText(std::move(contents.text));
    if (contents.name)
        AdminForm::addRow([] { return tr("&Name"); }, m_name);
    else
        m_name->hide();
    addField(m_table);
    auto* buttons = new QWidget(this);
    auto* line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_add);
    line->addWidget(m_remove);
    line->addStretch();
    buttons->setVisible(contents.grows);
    addField(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0) m_table->removeRow(m_table->currentRow());
    });
    finish(std::move(contents.title), [] { return tr("&Take over"); });
    word();
    setComplete(true);
    if (m_table->rowCount() > 0) m_table->setCurrentCell(0, m_firstIsFixed ? 1 : 0);
    m_table->setFocus();
}

void RowsForm::changeEvent(QEvent* event) {
    AdminForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void RowsForm::word() {
    QStringList titles;
    for (const Words& title : m_titles)
        titles << title();
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setAccessibleName(windowTitle());
    m_add->setText(tr("&Add a row"));
    m_remove->setText(tr("Re&move the row"));
}

void RowsForm::addRow(const QStringList& cells) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < m_table->columnCount(); ++column) {
        auto* item = new QTableWidgetItem(cells.value(column));
        if (column == 0 && m_firstIsFixed) item->setFlags(item->flags() & ~Qt::ItemIsEditable);
        m_table->setItem(row, column, item);
    }
}

RowsForm::Rows RowsForm::rows() const {
    Rows all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            cells << (m_table->item(row, column) ? m_table->item(row, column)->text().trimmed() : QString());
        if (std::ranges::any_of(cells, [](const QString& cell) { return !cell.isEmpty(); })) all.push_back(cells);
    }
    return all;
}

void RowsForm::send() {
    m_table->setCurrentItem(m_table->currentItem()); // an editor that is open gives its text
    const QString problem = m_take(rows(), m_name->text().trimmed());
    if (!problem.isEmpty()) return failed(problem);
    accept();
}

std::optional<double> typedNumber(const QString& text) {
    QString plain = text.trimmed();
    plain.remove(u',').replace(u'−', u'-');
    bool good = false;
    const double value = plain.toDouble(&good);
    if (!good || !std::isfinite(value)) return std::nullopt;
    return value;
}

} // namespace haneul::risk::collision
