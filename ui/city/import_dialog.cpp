#include "ui/city/import_dialog.h"

#include "ui/city/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace haneul::city {

namespace {

using city_files::HeightUnit;
using city_files::LayerKind;

constexpr std::array allKinds{LayerKind::Population, LayerKind::Traffic, LayerKind::Buildings,
                              LayerKind::Amenities,  LayerKind::LandUse, LayerKind::Elevation};

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QLineEdit* lineIn(QWidget* parent, const char* name) {
    auto* line = new QLineEdit(parent);
    line->setObjectName(QLatin1StringView(name));
    line->setMinimumWidth(parent->fontMetrics().averageCharWidth() * 46);
    return line;
}

} // namespace

QString reportLines(const city_files::ImportReport& report) {
    QStringList lines{countsText(report)};
    if (!report.reference.empty())
        lines << ImportDialog::tr("Reference system of the file: %1").arg(plain(report.reference));
    for (const auto& [role, column] : report.columns)
        lines << ImportDialog::tr("%1 is read from the column \"%2\"").arg(partText(role), plain(column));
    for (const std::string& remark : report.remarks)
        lines << QString(QStringLiteral("◆ ") % remarkText(remark));
    for (const auto& [code, count] : report.codes)
        lines << QString(QString::number(count) % QStringLiteral(" × ") % codeText(code));
    for (const city_files::RowReport& row : report.rows)
        lines << ImportDialog::tr("Row %1 · %2 · %3").arg(row.row).arg(verdictText(row.verdict), rowText(row));
    return lines.join(u'\n');
}

ImportDialog::ImportDialog(CityDesk& desk, NewFile file, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_file(std::move(file))
    , m_kind(new QComboBox(this))
    , m_name(lineIn(this, "groundName"))
    , m_source(lineIn(this, "groundSource"))
    , m_date(lineIn(this, "groundDate"))
    , m_unit(new QComboBox(this))
    , m_datum(new QComboBox(this))
    , m_cell(lineIn(this, "groundCell"))
    , m_columns(lineIn(this, "groundColumns"))
    , m_summary(new QLabel(this))
    , m_report(new QPlainTextEdit(this))
    , m_look(new QPushButton(tr("&Look into it"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("importGround"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import ground data from %1").arg(plain(m_file.name)));
    build();
    guess();
    changed();
}

void ImportDialog::build() {
    m_kind->setObjectName(QStringLiteral("groundKind"));
    for (const LayerKind kind : allKinds)
        m_kind->addItem(kindText(toString(kind)), static_cast<int>(kind));
    m_unit->setObjectName(QStringLiteral("groundUnit"));
    m_unit->addItem(tr("metres"), static_cast<int>(HeightUnit::Metres));
    m_unit->addItem(tr("feet"), static_cast<int>(HeightUnit::Feet));
    m_unit->addItem(tr("floors of 3 m"), static_cast<int>(HeightUnit::Floors));
    m_datum->setObjectName(QStringLiteral("groundDatum"));
    m_datum->addItem(tr("as the file says"), -1);
    m_datum->addItem(tr("mean sea level (AMSL)"), static_cast<int>(geo::HeightDatum::Amsl));
    m_datum->addItem(tr("ellipsoid (W84)"), static_cast<int>(geo::HeightDatum::W84));
    m_date->setPlaceholderText(tr("2025, 2025-06 or 2025-06-30"));
    m_columns->setPlaceholderText(tr("usual names; else part:column, for example height:GRND_FLR"));
    m_report->setObjectName(QStringLiteral("groundReport"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setAccessibleName(tr("What the file would give"));
    m_report->setMinimumHeight(fontMetrics().height() * 10);
    m_summary->setObjectName(QStringLiteral("groundSummary"));
    m_summary->setTextFormat(Qt::PlainText); // words of a foreign file
    m_summary->setWordWrap(true);
    m_look->setObjectName(QStringLiteral("groundLook"));
    QPushButton* const take = m_buttons->button(QDialogButtonBox::Ok);
    take->setObjectName(QStringLiteral("groundTake"));
    take->setText(tr("Import"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* form = new QFormLayout;
    const auto row = [&](const QString& words, QWidget* field) {
        auto* label = new QLabel(words, this);
        label->setBuddy(field);
        form->addRow(label, field);
        return label;
    };
    row(tr("&Kind of data"), m_kind);
    row(tr("&Name"), m_name);
    row(tr("&Source: who made it"), m_source);
    row(tr("&Date of the data"), m_date);
    m_unitLabel = row(tr("&Heights in"), m_unit);
    m_datumLabel = row(tr("Heights &from"), m_datum);
    m_cellLabel = row(tr("&Cell of a point (m)"), m_cell);
    m_columnsLabel = row(tr("C&olumns"), m_columns);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    auto* lookRow = new QHBoxLayout;
    lookRow->addWidget(m_summary, 1);
    lookRow->addWidget(m_look);
    column->addLayout(lookRow);
    column->addWidget(m_report, 1);
    column->addWidget(m_buttons);
    for (QLineEdit* const line : {m_name, m_source, m_date, m_cell, m_columns})
        connect(line, &QLineEdit::textEdited, this, &ImportDialog::changed);
    for (QComboBox* const box : {m_kind, m_unit, m_datum})
        connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::changed);
    connect(m_look, &QPushButton::clicked, this, &ImportDialog::look);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::take);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::guess() {
    const QString name = plain(m_file.name);
    m_name->setText(name.section(u'.', 0, 0));
    const QString ending = name.section(u'.', -1).toLower();
    const bool values = ending.startsWith(QStringLiteral("tif")) || ending.startsWith(QStringLiteral("dt")) ||
                        ending == QStringLiteral("hgt");
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(values ? LayerKind::Elevation : LayerKind::Buildings)));
}

// Only what this kind of data needs can be filled in, and what is shown below is of what stands above.
void ImportDialog::changed() {
    const auto kind = static_cast<LayerKind>(m_kind->currentData().toInt());
    const auto show = [](QLabel* label, QWidget* field, bool shown) {
        label->setVisible(shown);
        field->setVisible(shown);
    };
    show(m_unitLabel, m_unit, kind == LayerKind::Buildings);
    show(m_datumLabel, m_datum, kind == LayerKind::Elevation);
    show(m_cellLabel, m_cell, kind == LayerKind::Population || kind == LayerKind::LandUse);
    m_cellLabel->setText(kind == LayerKind::LandUse ? tr("&Cells (m)") : tr("&Cell of a point (m)"));
    m_cell->setPlaceholderText(kind == LayerKind::LandUse ? tr("50") : QString());
    show(m_columnsLabel, m_columns, kind != LayerKind::Elevation);
    m_looked = false;
    m_report->clear();
    m_summary->setText(tr("Look into the file before it is imported."));
    m_look->setEnabled(!m_busy);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
}

Result<NewFile> ImportDialog::asked() const {
    NewFile file = m_file;
    file.options.kind = static_cast<LayerKind>(m_kind->currentData().toInt());
    file.options.provenance = {.name = m_name->text().trimmed().toStdString(),
                               .source = m_source->text().trimmed().toStdString(),
                               .date = m_date->text().trimmed().toStdString(),
                               .synthetic = false};
    if (auto sound = check(file.options.provenance); !sound) return std::unexpected(sound.error());
    file.options.heightUnit = static_cast<HeightUnit>(m_unit->currentData().toInt());
    if (m_datum->currentData().toInt() >= 0)
        file.options.datum = static_cast<geo::HeightDatum>(m_datum->currentData().toInt());
    if (const QString cell = m_cell->text().trimmed(); !cell.isEmpty()) {
        bool number = false;
        file.options.cell_m = cell.toDouble(&number);
        if (!number) return fail("CELL_WANTED", "the side of the cell is no number");
    }
    const QStringList pairs = m_columns->text().split(u',', Qt::SkipEmptyParts);
    for (const QString& pair : pairs)
        file.options.columns.emplace(pair.section(u':', 0, 0).trimmed().toStdString(),
                                     pair.section(u':', 1).trimmed().toStdString());
    return file;
}

void ImportDialog::look() {
    auto file = asked();
    if (!file) return show(std::unexpected(file.error()), false);
    m_busy = true;
    m_look->setEnabled(false);
    m_summary->setText(tr("Reading …"));
    m_desk.ask<ImportOutcome>(
        this, [this](const Result<ImportOutcome>& outcome) { show(outcome, false); },
        [file = *std::move(file)](CityService& service, people::Principal by, Done<ImportOutcome> done) {
            service.look(std::move(by), file, std::move(done));
        });
}

void ImportDialog::take() {
    auto file = asked();
    if (!m_looked || !file) return;
    m_busy = true;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_desk.ask<ImportOutcome>(
        this, [this](const Result<ImportOutcome>& outcome) { show(outcome, true); },
        [file = *std::move(file)](CityService& service, people::Principal by, Done<ImportOutcome> done) {
            service.import(std::move(by), file, std::move(done));
        });
}

void ImportDialog::show(const Result<ImportOutcome>& outcome, bool taken) {
    m_busy = false;
    m_look->setEnabled(true);
    m_looked = outcome.has_value();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_looked);
    if (!outcome) {
        m_report->clear();
        m_summary->setText(QString(QStringLiteral("▲ ") % refusalText(outcome.error())));
        return;
    }
    if (taken && outcome->dataset) {
        Q_EMIT imported(plain(outcome->dataset->id));
        accept();
        return;
    }
    const bool all = outcome->report.quarantined + outcome->report.refused == 0;
    m_summary->setText(QString((all ? QString() : QStringLiteral("◆ ")) % countsText(outcome->report)));
    m_report->setPlainText(reportLines(outcome->report));
    m_buttons->button(QDialogButtonBox::Ok)->setFocus();
}

QString ImportDialog::reportText() const {
    return m_report->toPlainText();
}

} // namespace haneul::city
