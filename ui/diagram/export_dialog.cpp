#include "ui/diagram/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace haneul::diagram {

ExportDialog::ExportDialog(QWidget* parent)
    : QDialog(parent)
    , m_formatLabel(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_paperLabel(new QLabel(this))
    , m_paper(new QComboBox(this))
    , m_rangeLabel(new QLabel(this))
    , m_range(new QComboBox(this)) {
    setObjectName(QStringLiteral("exportDiagram"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_paper->setObjectName(QStringLiteral("exportPaper"));
    m_range->setObjectName(QStringLiteral("exportRange"));
    m_format->addItems({QString(), QString(), QString(), QString()});
    m_paper->addItems({QStringLiteral("A4"), QStringLiteral("A3")});
    m_range->addItems({QString(), QString(), QString()});
    auto* form = new QFormLayout(this);
    form->addRow(m_formatLabel, m_format);
    form->addRow(m_paperLabel, m_paper);
    form->addRow(m_rangeLabel, m_range);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this,
            [this] { m_paper->setEnabled(format() != ExportFormat::Csv); });
    word();
}

ExportFormat ExportDialog::format() const {
    return static_cast<ExportFormat>(m_format->currentIndex());
}

Paper ExportDialog::paper() const {
    return static_cast<Paper>(m_paper->currentIndex());
}

ExportRange ExportDialog::range() const {
    return static_cast<ExportRange>(m_range->currentIndex());
}

void ExportDialog::word() {
    setWindowTitle(tr("Export the drone-diagram"));
    m_formatLabel->setText(tr("Format"));
    m_format->setItemText(0, tr("PDF: diagram pages and a table of times"));
    m_format->setItemText(1, tr("SVG: one sheet, lines stay lines"));
    m_format->setItemText(2, tr("PNG: one sheet, a picture"));
    m_format->setItemText(3, tr("CSV: one row an arrival or departure"));
    m_paperLabel->setText(tr("Paper, landscape"));
    m_rangeLabel->setText(tr("Times"));
    m_range->setItemText(0, tr("As in the picture"));
    m_range->setItemText(1, tr("The whole day, UTC"));
    m_range->setItemText(2, tr("All missions"));
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::diagram
