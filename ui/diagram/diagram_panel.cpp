#include "ui/diagram/diagram_panel.h"

#include "ui/diagram/diagram_words.h"
#include "ui/logbook/csv.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QThreadPool>
#include <QToolBar>
#include <QVBoxLayout>

#include <memory>

namespace haneul::diagram {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

// Null: a line between two groups.
constexpr std::pair<const char*, const char*> tools[] = {
    {"diagram.now", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Now")},
    {"diagram.all", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "All")},
    {nullptr, nullptr},
    {"diagram.whole_network", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Network")},
    {"diagram.chosen", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Chosen")},
    {"diagram.one", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Selected")},
    {"diagram.choose", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Choose")},
    {nullptr, nullptr},
    {"diagram.detail", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Detailed")},
    {"diagram.occupancy", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Occupancy")},
    {"diagram.plans", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Flight plans")},
    {nullptr, nullptr},
    {"diagram.retime", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Move start")},
    {"diagram.export", QT_TRANSLATE_NOOP("haneul::diagram::DiagramPanel", "Export")},
};

// Away from the windows; the answer comes back to them.
template <class Work, class Then>
void inBackground(QObject* receiver, Work work, Then then) {
    QThreadPool::globalInstance()->start(
        [receiver = QPointer(receiver), work = std::move(work), then = std::move(then)] {
            auto result = work();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, then, result = std::move(result)] {
                    if (receiver) then(result);
                },
                Qt::QueuedConnection);
        });
}

} // namespace

DiagramPanel::DiagramPanel(const theme::Theme& theme, delivery::DeliveryDesk& desk, models::MissionSelection& selection,
                           QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_view(new DiagramView(theme, desk, selection, this))
    , m_tools(new QToolBar(this))
    , m_networks(new QComboBox(this))
    , m_readout(new QLabel(this))
    , m_message(new QLabel(this))
    , m_take(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
    , m_messageRow(new QWidget(this)) {
    setObjectName(QStringLiteral("diagramPanel"));
    m_tools->setObjectName(QStringLiteral("diagramTools"));
    m_networks->setObjectName(QStringLiteral("diagramNetwork"));
    m_readout->setObjectName(QStringLiteral("diagramReadout"));
    m_message->setObjectName(QStringLiteral("diagramMessage"));
    m_take->setObjectName(QStringLiteral("diagramTake"));
    m_dismiss->setObjectName(QStringLiteral("diagramDismiss"));
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_networks->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QLabel* label : {m_readout, m_message}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_tools->addWidget(m_networks);
    auto* words = new QHBoxLayout(m_messageRow);
    words->setContentsMargins(0, 0, 0, 0);
    words->addWidget(m_message, 1);
    words->addWidget(m_take);
    words->addWidget(m_dismiss);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_tools);
    column->addWidget(m_view, 1);
    column->addWidget(m_messageRow);
    column->addWidget(m_readout);
    m_messageRow->hide();
    m_view->setMinimumSize(fontMetrics().height() * 16, fontMetrics().height() * 8);

    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &DiagramPanel::showNetworks);
    connect(m_view, &DiagramView::optionsChanged, this, &DiagramPanel::showNetworks);
    connect(m_view, &DiagramView::readoutChanged, m_readout, &QLabel::setText);
    connect(m_view, &DiagramView::said, this, &DiagramPanel::say);
    connect(m_networks, &QComboBox::activated, this, [this](int index) {
        const std::string id = m_networks->itemData(index).toString().toStdString();
        m_desk.useNetwork(id);
        m_view->setNetwork(id);
    });
    connect(m_take, &QPushButton::clicked, this, [this] {
        const Retimer::Refusal offered = m_said;
        say({});
        if (offered.offer) m_view->retimer().move(offered.mission, *offered.offer);
        m_view->setFocus();
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        say({});
        m_view->setFocus();
    });
    word();
    showNetworks();
    m_readout->setText(m_view->readout());
}

void DiagramPanel::setTools(const std::function<QAction&(const char* id)>& handled) {
    for (const auto& [id, name] : tools) {
        if (!id) {
            m_tools->addSeparator();
            continue;
        }
        QAction& action = handled(id);
        m_tools->addAction(&action);
        m_named.emplace_back(&action, name);
    }
    word();
}

void DiagramPanel::showNetworks() {
    const auto& networks = m_desk.state()->networks;
    m_networks->clear();
    for (const delivery::SavedNetwork& saved : networks) {
        const QString id = QString::fromStdString(saved.network.id);
        m_networks->addItem(saved.network.name.empty()
                                ? id
                                : QStringLiteral("%1 · %2").arg(id, QString::fromStdString(saved.network.name)),
                            id);
    }
    if (networks.empty()) m_networks->addItem(tr("No network"));
    m_networks->setEnabled(!networks.empty());
    m_networks->setCurrentIndex(std::max(0, m_networks->findData(QString::fromStdString(m_view->options().network))));
}

void DiagramPanel::say(const Retimer::Refusal& refusal) {
    m_said = refusal;
    m_message->setText(refusal.why.isEmpty() ? QString() : QString(QStringLiteral("▲ ") + refusal.why));
    m_take->setVisible(refusal.offer.has_value());
    if (refusal.offer) m_take->setText(tr("Start at %1, the next free time").arg(exactTime(*refusal.offer)));
    m_messageRow->setVisible(!refusal.why.isEmpty());
    if (refusal.offer) m_take->setFocus(); // Return takes it, Escape in the diagram does not
}

void DiagramPanel::sayPlain(const QString& text) {
    m_said = {};
    m_message->setText(text);
    m_take->hide();
    m_messageRow->setVisible(!text.isEmpty());
}

void DiagramPanel::word() {
    m_tools->setWindowTitle(tr("Drone-diagram"));
    m_networks->setAccessibleName(tr("Network"));
    m_networks->setToolTip(tr("The network whose missions are shown"));
    m_readout->setAccessibleName(tr("Selected mission"));
    m_dismiss->setText(tr("Put away"));
    for (const auto& [action, name] : m_named)
        action->setIconText(tr(name));
    if (m_said.offer) m_take->setText(tr("Start at %1, the next free time").arg(exactTime(*m_said.offer)));
}

void DiagramPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        word();
        showNetworks();
    }
}

// -- print and export

ExportJob DiagramPanel::job(ExportRange range, Paper paper) const {
    const DiagramContentsPtr& contents = m_view->contents();
    TimeRange times = m_view->scale().visible();
    if (range == ExportRange::All && contents->span) times = *contents->span;
    if (range == ExportRange::Day) {
        const std::int64_t middle = sinceEpoch_ms(times.from) + times.length().count() / 2;
        const std::int64_t midnight = middle - middle % day_ms;
        times = {utcMs(midnight), utcMs(midnight + day_ms)};
    }
    return {.contents = contents,
            .range = times,
            .made = m_view->now(),
            .page = {},
            .paper = paper,
            .occupancy = m_view->occupancy(),
            .family = font().family()};
}

void DiagramPanel::exportAs() {
    auto* dialog = new ExportDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { askWhere(dialog->format(), job(dialog->range(), dialog->paper())); });
    dialog->open();
}

void DiagramPanel::askWhere(ExportFormat format, const ExportJob& made) {
    const QString suffix = suffixOf(format);
    auto* dialog = new QFileDialog(this, tr("Export the drone-diagram"), QString(),
                                   QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setObjectName(QStringLiteral("exportDiagramAs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    const QString network = QString::fromStdString(made.contents->options.network);
    dialog->selectFile(QStringLiteral("haneul-%1-%2.%3").arg(network, dateText(made.range.from), suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, made, format](const QString& path) { write(made, format, path); });
    dialog->open();
}

void DiagramPanel::write(const ExportJob& made, ExportFormat format, const QString& path) {
    const auto tell = [this, path](const QString& problem) {
        sayPlain(problem.isEmpty() ? tr("Saved: %1").arg(path) : tr("▲ Not saved: %1: %2").arg(path, problem));
        Q_EMIT written(path, problem);
    };
    inBackground(
        this, [made, format] { return exported(made, format); },
        [this, path, tell](const Result<QByteArray>& bytes) {
            if (!bytes) return tell(delivery::refusalText(bytes.error()));
            logbook::saveInBackground(path, *bytes, this, tell);
        });
}

void DiagramPanel::print() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(tr("Drone-diagram"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The dialog writes into the printer: it lives as long.
    connect(dialog, &QObject::destroyed, dialog, [printer] {});
    connect(dialog, qOverload<>(&QPrintDialog::accepted), this, [this, printer] {
        const bool large = printer->pageLayout().pageSize().id() == QPageSize::A3;
        inBackground(
            this,
            [printer, made = job(ExportRange::Picture, large ? Paper::A3 : Paper::A4)] {
                return paintPages(*printer, made);
            },
            [this](const Result<void>& done) {
                sayPlain(done ? tr("Sent to the printer")
                              : tr("▲ Not printed: %1").arg(delivery::refusalText(done.error())));
            });
    });
    dialog->open();
}

} // namespace haneul::diagram
