#include "ui/city/city_panel.h"

#include "ui/city/import_dialog.h"
#include "ui/city/synthetic_form.h"
#include "ui/city/words.h"
#include "ui/orders/list_view.h"

#include <QAction>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace haneul::city {

namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

CityPanel::CityPanel(CityDesk& desk, const actions::ActionRegistry& registry, Middle middle, const theme::Theme& theme,
                     QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_registry(registry)
    , m_middle(std::move(middle)) {
    setObjectName(QStringLiteral("groundPanel"));
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(orders::SortRole);
    build(registry, theme);
    connect(&desk, &CityDesk::stateChanged, this, &CityPanel::showState);
    word();
    showState();
}

void CityPanel::build(const actions::ActionRegistry& registry, const theme::Theme& theme) {
    auto* tools = new QToolBar(this);
    tools->setObjectName(QStringLiteral("groundTools"));
    tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    tools->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const char* const id : {"ground.import", "ground.synthetic", "ground.retire"})
        tools->addAction(&registry.action(QLatin1StringView(id)));
    m_list = new orders::ListView("groundList", m_sorted, theme, this);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(DatasetModel::ImportedAt, Qt::DescendingOrder);
    m_list->setSamples({QStringLiteral("Building register of Seoul"), QStringLiteral("Traffic counts"),
                        QStringLiteral("In use, SYNTHETIC"), QStringLiteral("Ministry of Land"),
                        QStringLiteral("2025-06-30"), QStringLiteral("354,518"), QStringLiteral("2026-11-26 12:00Z"),
                        QStringLiteral("supervisor")});
    m_list->setSpare(DatasetModel::Name, {DatasetModel::ImportedBy, DatasetModel::ImportedAt, DatasetModel::Rows});
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(QStringLiteral("groundDetails"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("groundState"));
    m_state->setWordWrap(true);
    auto* halves = new QSplitter(this);
    halves->setObjectName(QStringLiteral("groundHalves"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_list);
    halves->addWidget(m_details);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(tools);
    column->addWidget(halves, 1);
    column->addWidget(m_state);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CityPanel::showChosen);
}

void CityPanel::word() {
    m_list->setAccessibleName(tr("Datasets of the ground"));
    m_details->setAccessibleName(tr("About the chosen dataset"));
}

void CityPanel::setTheme(const theme::Theme& theme) {
    m_list->setTheme(theme);
}

void CityPanel::showState() {
    const CityState& state = *m_desk.state();
    m_list->whileChanging([&] { m_model.setState(state); });
    QString text;
    if (!m_desk.available())
        text = tr("This console keeps no ground data.");
    else if (state.loading)
        text = tr("Datasets are being read …");
    else if (state.datasets.empty())
        text =
            tr("No data of the ground: buildings, people, traffic and terrain are unknown. Import your own, or make a "
               "synthetic city to try things.");
    else if (state.city.synthetic() || state.terrain.synthetic())
        text = tr("◆ Some of the data in use is SYNTHETIC: made up, not measured.");
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    showChosen();
}

const KnownDataset* CityPanel::chosen() const {
    const QString id = m_list->chosenId();
    return id.isEmpty() ? nullptr : m_model.at(m_model.rowOf(id.toStdString()));
}

QString CityPanel::detailsOf(const KnownDataset& known) const {
    const Dataset& dataset = known.dataset;
    QStringList lines{plain(dataset.provenance.name),
                      QString(kindText(kindOf(dataset)) % QStringLiteral(" · ") % sourceText(dataset.provenance))};
    if (known.trouble) lines << QString(QStringLiteral("▲ ") % plain(known.trouble->message));
    if (dataset.retired)
        lines << tr("Retired by %1: %2").arg(plain(dataset.retired->by), plain(dataset.retired->reason));
    if (const auto* const origin = std::get_if<FileOrigin>(&dataset.origin)) {
        lines << tr("File %1, %2 bytes").arg(plain(origin->file)).arg(origin->fileBytes);
        lines << tr("SHA-256 %1").arg(plain(origin->fileSha256));
    }
    if (known.report) lines << reportLines(*known.report);
    return lines.join(u'\n');
}

void CityPanel::showChosen() {
    const KnownDataset* const known = chosen();
    const QString text = known ? detailsOf(*known) : QString();
    if (m_details->toPlainText() != text) m_details->setPlainText(text);
    m_registry.action(QLatin1StringView("ground.retire")).setEnabled(known && !known->dataset.retired);
}

void CityPanel::importFile() {
    auto* dialog = new QFileDialog(this, tr("Import ground data"), {},
                                   tr("Ground data (*.csv *.geojson *.json *.topojson *.gpkg *.fgb *.tif *.tiff *.dt0 "
                                      "*.dt1 *.dt2 *.hgt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            m_state->setText(QString(QStringLiteral("▲ ") % file.errorString()));
            m_state->show();
            return;
        }
        // One byte more than may be: the service says that it is too large.
        importBytes(QFileInfo(path).fileName(), file.read(static_cast<qint64>(largestFile) + 1));
    });
    dialog->open();
}

void CityPanel::importBytes(const QString& name, const QByteArray& bytes) {
    auto* dialog =
        new ImportDialog(m_desk, {.name = name.toStdString(), .bytes = bytes.toStdString(), .options = {}}, this);
    connect(dialog, &ImportDialog::imported, this, [this](const QString& id) {
        const int row = m_model.rowOf(id.toStdString());
        if (row < 0) return;
        m_list->choose(id, m_sorted.mapFromSource(m_model.index(row, 0)).row());
        showChosen();
    });
    dialog->open();
}

void CityPanel::makeSynthetic() {
    auto* form = new SyntheticForm(m_desk, m_middle ? m_middle() : geo::LatLon{37.5663, 126.9779}, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
}

void CityPanel::retire() {
    const KnownDataset* const known = chosen();
    if (known == nullptr || known->dataset.retired) return;
    auto* form = new RetireForm(m_desk, known->dataset.id, plain(known->dataset.provenance.name), this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
}

void CityPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    m_model.retranslate();
    word();
    showState();
}

} // namespace haneul::city
