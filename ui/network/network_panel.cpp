#include "ui/network/network_panel.h"
#include "ui/models/whole_file.h"

#include "server/clock/clock.h"
#include "ui/actions/action_registry.h"
#include "ui/network/network_dialogs.h"
#include "ui/network/network_fields.h"
#include "ui/network/network_words.h"
#include "ui/network/path_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QThreadPool>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace haneul::network {

using delivery::Finding;

namespace {

const char* const nodeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change node");
const char* const linkStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change link");
const char* const waypointStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change waypoint");
const char* const settingStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change setting");
const char* const droneStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change drone type");
const char* const addDroneStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add drone type");
const char* const removeDroneStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete drone type");

const char* const stayStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change moving base");
const char* const addBaseStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add moving base");
const char* const addStayStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add stay");
const char* const removeStayStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete stay");
const char* const crossingStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change crossing");
const char* const addCrossingStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add crossing");
const char* const removeCrossingStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete crossing");

const char* const importStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Import paths");

constexpr qint64 mostFileBytes = 16 << 20;

// Of the findings about moving bases ("moving_bases.TRUCK-1") and declared crossings ("crossings[2]").
std::optional<std::size_t> movingBaseOf(const Network& network, const Finding& finding) {
    constexpr std::string_view list = "moving_bases.";
    if (!finding.where.starts_with(list)) return std::nullopt;
    const auto found =
        std::ranges::find(network.movingBases, finding.where.substr(list.size()), &delivery::MovingBase::id);
    if (found == network.movingBases.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(network.movingBases.begin(), found));
}

std::optional<std::size_t> crossingOf(const Network& network, const Finding& finding) {
    constexpr std::string_view list = "crossings[";
    if (!finding.where.starts_with(list)) return std::nullopt;
    std::size_t index = 0;
    const char* const end = finding.where.data() + finding.where.size();
    if (std::from_chars(finding.where.data() + list.size(), end, index).ec != std::errc()) return std::nullopt;
    return index < network.crossings.size() ? std::optional(index) : std::nullopt;
}

enum Tab { NodesTab, LinksTab, StaysTab, CrossingsTab, SettingsTab, DronesTab, FindingsTab };

struct HandAction {
    const char* id;
    Hand hand;
};

constexpr std::array handActions{
    HandAction{"network.select", Hand::Select}, HandAction{"network.add_base", Hand::AddBase},
    HandAction{"network.add_delivery", Hand::AddDelivery}, HandAction{"network.draw_link", Hand::DrawLink}};

constexpr QLatin1StringView networkKey("network");
constexpr QLatin1StringView tabKey("tab");

} // namespace

NetworkPanel::NetworkPanel(NetworkEditor& editor, const actions::ActionRegistry& registry, const clock::Clock& clock,
                           QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_registry(registry)
    , m_clock(clock)
    , m_nodes(
          editor, nodeFields(), [](const Network& network) { return static_cast<int>(network.nodes.size()); }, nodeStep)
    , m_links(
          editor, linkFields(editor), [](const Network& network) { return static_cast<int>(network.links.size()); },
          linkStep)
    , m_waypoints(
          editor, waypointFields(editor),
          [&editor](const Network& network) {
              const auto hand = linkInHand(editor);
              return hand && *hand < network.links.size() ? static_cast<int>(network.links[*hand].via.size()) : 0;
          },
          waypointStep)
    , m_settings(editor, settingFields(editor), settingStep)
    , m_drones(
          editor, droneFields(), [](const Network& network) { return static_cast<int>(network.droneTypes.size()); },
          droneStep)
    , m_stays(
          editor, stayFields(), [](const Network& network) { return static_cast<int>(stayRows(network)); }, stayStep)
    , m_crossings(
          editor, crossingFields(), [](const Network& network) { return static_cast<int>(network.crossings.size()); },
          crossingStep)
    , m_findings(editor) {
    setObjectName(QStringLiteral("networkPanel"));
    buildBars();
    buildTabs();
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("networkState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    const int gap = fontMetrics().height() / 3;
    m_state->setContentsMargins(gap, 0, gap, gap / 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* middle = new QHBoxLayout; // one row less for the tables
    middle->setSpacing(gap);
    middle->addWidget(m_tabs);
    middle->addWidget(m_drawBar, 1);
    column->addWidget(m_fileBar);
    column->addLayout(middle);
    column->addWidget(m_pages, 1);
    column->addWidget(m_state);
    connectActions();
    connectTables();
    connect(&m_editor, &NetworkEditor::networkChanged, this, &NetworkPanel::showNetwork);
    connect(&m_editor, &NetworkEditor::pickedChanged, this, &NetworkPanel::showPicked);
    connect(&m_editor, &NetworkEditor::handChanged, this, &NetworkPanel::showActions);
    connect(&m_editor.draft(), &drafts::DraftBase::changed, this, [this] { say({}); });
    word();
}

QAction& NetworkPanel::action(const char* id) const {
    return m_registry.action(QLatin1StringView(id));
}

void NetworkPanel::buildBars() {
    const auto bar = [this](const char* name) {
        auto* tools = new QToolBar(this);
        tools->setObjectName(QLatin1StringView(name));
        tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
        tools->setContextMenuPolicy(Qt::PreventContextMenu);
        return tools;
    };
    m_fileBar = bar("networkFileBar");
    m_drawBar = bar("networkDrawBar");
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("networkChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumContentsLength(16);
    m_fileBar->addWidget(m_choice);
    for (const char* id : {"network.new", "network.edit", "network.save", "network.discard"})
        m_fileBar->addAction(&action(id));
    m_fileBar->addSeparator();
    for (const char* id : {"network.fit", "network.verify", "network.withdraw"})
        m_fileBar->addAction(&action(id));
    m_fileBar->addSeparator();
    for (const char* id : {"network.import", "network.export", "network.remove"})
        m_fileBar->addAction(&action(id));
    for (const HandAction& each : handActions)
        m_drawBar->addAction(&action(each.id));
    m_drawBar->addSeparator();
    for (const char* id : {"network.new_link", "network.insert_waypoint", "network.remove_item"})
        m_drawBar->addAction(&action(id));
    m_drawBar->addSeparator();
    for (const char* id : {"edit.undo", "edit.redo"})
        m_drawBar->addAction(&action(id));
}

QTableView* NetworkPanel::tableOf(QAbstractItemModel& model, const char* name) {
    QTableView* view = sketchView(model, m_delegate, name, this);
    view->installEventFilter(this);
    return view;
}

void NetworkPanel::buildTabs() {
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("networkTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_pages = new QStackedWidget(this);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_nodeView = tableOf(m_nodes, "networkNodes");
    m_linkView = tableOf(m_links, "networkLinks");
    m_waypointView = tableOf(m_waypoints, "networkWaypoints");
    m_settingView = tableOf(m_settings, "networkSettings");
    m_droneView = tableOf(m_drones, "networkDrones");
    m_stayView = tableOf(m_stays, "networkStays");
    m_crossingView = tableOf(m_crossings, "networkCrossings");
    m_findingView = tableOf(m_findings, "networkFindings");
    for (QTableView* view : {m_settingView, m_findingView}) {
        view->horizontalHeader()->setStretchLastSection(true);
        view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }

    auto* beside = new QWidget(this);
    m_waypointsOf = new QLabel(beside);
    const int gap = fontMetrics().height() / 3;
    m_waypointsOf->setContentsMargins(gap, gap / 2, gap, gap / 2);
    auto* besideColumn = new QVBoxLayout(beside);
    besideColumn->setContentsMargins(0, 0, 0, 0);
    besideColumn->setSpacing(0);
    besideColumn->addWidget(m_waypointsOf);
    besideColumn->addWidget(m_waypointView, 1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_linkView);
    split->addWidget(beside);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);

    auto* drones = new QWidget(this);
    m_addDrone = new QToolButton(drones);
    m_addDrone->setObjectName(QStringLiteral("addDroneType"));
    m_removeDrone = new QToolButton(drones);
    m_removeDrone->setObjectName(QStringLiteral("removeDroneType"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(gap, gap / 2, gap, gap / 2);
    buttons->addWidget(m_addDrone);
    buttons->addWidget(m_removeDrone);
    buttons->addStretch(1);
    auto* droneColumn = new QVBoxLayout(drones);
    droneColumn->setContentsMargins(0, 0, 0, 0);
    droneColumn->setSpacing(0);
    droneColumn->addLayout(buttons);
    droneColumn->addWidget(m_droneView, 1);

    for (QWidget* page : std::initializer_list<QWidget*>{
             m_nodeView, split, pageWith(m_stayView, {"network.add_moving_base", "network.add_stay"}),
             pageWith(m_crossingView, {"network.add_crossing"}), m_settingView, drones, m_findingView}) {
        m_pages->addWidget(page);
        m_tabs->addTab(QString());
    }
}

// A table with the actions that fill it above it.
QWidget* NetworkPanel::pageWith(QTableView* table, std::initializer_list<const char*> actions) {
    auto* page = new QWidget(this);
    auto* tools = new QToolBar(page);
    tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    tools->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const char* id : actions)
        tools->addAction(&action(id));
    tools->addAction(&action("network.remove_item"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(table, 1);
    return page;
}

void NetworkPanel::on(const char* id, const std::function<void()>& act) {
    connect(&action(id), &QAction::triggered, this, act);
}

void NetworkPanel::connectActions() {
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        const QString id = m_choice->itemData(row).toString();
        m_editor.desk().useNetwork(id.toStdString());
        m_editor.show(id);
    });
    on("network.new", [this] {
        m_editor.beginNew();
        Q_EMIT mapWanted();
    });
    on("network.edit", [this] {
        m_editor.begin();
        Q_EMIT mapWanted();
    });
    on("network.save", [this] { save(); });
    on("network.discard", [this] { discard(); });
    on("network.fit", [this] {
        std::vector<geo::LatLon> places;
        for (const delivery::Node& node : m_editor.network().nodes)
            places.push_back(node.place);
        Q_EMIT allWanted(places);
    });
    for (const HandAction& each : handActions)
        on(each.id, [this, hand = each.hand] {
            m_editor.take(hand);
            showActions(); // the one in hand stays checked
            Q_EMIT mapWanted();
        });
    on("network.new_link", [this] { newLink(); });
    on("network.insert_waypoint", [this] { m_editor.insertBehindPicked(); });
    on("network.remove_item", [this] { removeItem(); });
    on("network.add_moving_base", [this] { addMovingBase(); });
    on("network.add_stay", [this] { addStay(); });
    on("network.add_crossing", [this] { addCrossing(); });
    on("network.verify", [this] { verify(); });
    on("network.withdraw", [this] { withdraw(); });
    on("network.import", [this] { importPaths(); });
    on("network.export", [this] { exportNetwork(); });
    on("network.remove", [this] { removeNetwork(); });
    connect(m_addDrone, &QToolButton::clicked, this, [this] { changeDrones(true); });
    connect(m_removeDrone, &QToolButton::clicked, this, [this] { changeDrones(false); });
}

void NetworkPanel::connectTables() {
    for (QTableView* view : {m_nodeView, m_linkView, m_waypointView})
        connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this, view](const QModelIndex& now) {
                    if (!m_following && now.isValid()) pickRow(view, now.row());
                });
    for (QTableView* view : {m_stayView, m_crossingView})
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NetworkPanel::showActions);
    connect(m_tabs, &QTabBar::currentChanged, this, &NetworkPanel::showActions);
    connect(m_findingView, &QTableView::activated, this,
            [this](const QModelIndex& index) { jumpToFinding(index.row()); });
    for (const SketchTable* table : std::initializer_list<const SketchTable*>{
             &m_nodes, &m_links, &m_waypoints, &m_settings, &m_drones, &m_stays, &m_crossings})
        connect(table, &SketchTable::refused, this, &NetworkPanel::say);
}

void NetworkPanel::pickRow(QTableView* table, int row) {
    const auto index = static_cast<std::size_t>(row);
    if (table == m_nodeView)
        m_editor.pick({Picked::Kind::Node, index, 0});
    else if (table == m_linkView)
        m_editor.pick({Picked::Kind::Link, index, 0});
    else if (const auto hand = link())
        m_editor.pick({Picked::Kind::Waypoint, *hand, index});
}

std::optional<std::size_t> NetworkPanel::link() const {
    return linkInHand(m_editor);
}

void NetworkPanel::jumpToFinding(int row) {
    const Finding& finding = m_findings.at(row);
    const auto show = [this](Tab tab, QTableView* view, std::size_t wanted) {
        m_tabs->setCurrentIndex(tab);
        view->setCurrentIndex(view->model()->index(static_cast<int>(wanted), 0));
        view->setFocus(Qt::OtherFocusReason);
    };
    if (const auto base = movingBaseOf(m_editor.network(), finding))
        return show(StaysTab, m_stayView, rowOf(m_editor.network(), *base));
    if (const auto crossing = crossingOf(m_editor.network(), finding))
        return show(CrossingsTab, m_crossingView, *crossing);
    const auto place = m_editor.placeOf(finding);
    if (!place) {
        m_tabs->setCurrentIndex(SettingsTab);
        return;
    }
    m_editor.pick(*place);
    m_tabs->setCurrentIndex(place->kind == Picked::Kind::Node ? NodesTab : LinksTab);
    if (const auto at = m_editor.pickedPlace()) Q_EMIT placeWanted(*at);
}

void NetworkPanel::showNetwork() {
    showChoice();
    showActions();
    showPicked();
    const std::size_t findings = m_editor.findings().size();
    m_tabs->setTabText(FindingsTab, findings == 0 ? tr("Findings") : tr("Findings (%1)").arg(findings));
    showState();
}

void NetworkPanel::showChoice() {
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const Network& now = m_editor.network();
    const QString id = QString::fromStdString(now.id);
    for (const delivery::SavedNetwork& saved : m_editor.desk().state()->networks)
        m_choice->addItem(networkName(saved.network), QString::fromStdString(saved.network.id));
    if (m_editor.editing() && m_choice->findData(id) < 0) m_choice->addItem(networkName(now), id);
    m_choice->setCurrentIndex(m_choice->findData(id));
    m_choice->setEnabled(!m_editor.editing() && m_choice->count() > 0);
}

void NetworkPanel::showActions() {
    const bool write = m_editor.mayWrite();
    const bool changing = m_editor.mayChange();
    const bool idle = !m_editor.isAsking();
    const delivery::SavedNetwork* saved = m_editor.saved();
    const auto hand = link();
    const bool verified = hand && m_editor.judgedLink(*hand).verification.has_value();
    const delivery::Link* flown =
        hand && saved ? saved->network.link(m_editor.network().links[*hand].a, m_editor.network().links[*hand].b)
                      : nullptr;
    const bool sameAsSaved =
        flown && sameWay(m_editor.network(), m_editor.network().links[*hand], saved->network, *flown);
    const auto enable = [this](const char* id, bool enabled) { action(id).setEnabled(enabled); };
    enable("network.new", write && idle && !m_editor.editing());
    enable("network.edit", write && idle && !m_editor.editing() && m_editor.hasNetwork());
    enable("network.save", changing && m_editor.count(Finding::Severity::Error) == 0 &&
                               (m_editor.modified() || m_editor.basedOn() == 0));
    enable("network.discard", changing);
    enable("network.fit", !m_editor.network().nodes.empty());
    enable("network.verify", m_editor.mayVerify() && idle && sameAsSaved && !verified);
    enable("network.withdraw", m_editor.mayVerify() && idle && verified);
    enable("network.import", changing);
    enable("network.export", m_editor.hasNetwork() && !m_editor.network().nodes.empty());
    enable("network.remove", write && idle && saved && !m_editor.editing());
    const Picked::Kind picked = m_editor.picked().kind;
    enable("network.new_link", changing && m_editor.network().nodes.size() > 1);
    enable("network.insert_waypoint", changing && hand.has_value());
    const bool rows = m_tabs->currentIndex() == StaysTab || m_tabs->currentIndex() == CrossingsTab;
    enable("network.remove_item",
           changing && (rows ? rowIn(m_stayView) || rowIn(m_crossingView) : picked != Picked::Kind::Nothing));
    enable("network.add_moving_base",
           changing &&
               std::ranges::contains(m_editor.network().nodes, delivery::NodeKind::Base, &delivery::Node::kind));
    enable("network.add_stay", changing && !m_editor.network().movingBases.empty());
    enable("network.add_crossing", changing && m_editor.network().links.size() > 1);
    for (const HandAction& each : handActions) {
        enable(each.id, changing);
        action(each.id).setChecked(changing && each.hand == m_editor.hand());
    }
    m_addDrone->setEnabled(changing);
    m_removeDrone->setEnabled(changing && m_editor.network().droneTypes.size() > 1);
    m_drawBar->setVisible(m_editor.editing());
    m_fileBar->setVisible(m_editor.desk().available());
}

void NetworkPanel::showState() {
    if (!m_message.isEmpty()) return m_state->setText(m_message);
    if (!m_editor.desk().available()) return m_state->setText(tr("This console has no delivery service"));
    QStringList parts;
    const delivery::SavedNetwork* saved = m_editor.saved();
    if (m_editor.editing()) {
        parts << (m_editor.basedOn() == 0
                      ? tr("New network, not saved yet; kept across restarts")
                      : (m_editor.modified() ? tr("Draft on revision %1, not saved yet; kept across restarts")
                                             : tr("Draft on revision %1, nothing changed"))
                            .arg(m_editor.basedOn()));
        if (saved && saved->revision != m_editor.basedOn())
            parts
                << tr("meanwhile %1 has saved revision %2").arg(QString::fromStdString(saved->by)).arg(saved->revision);
    } else if (saved) {
        parts << tr("Revision %1, saved by %2, %3")
                     .arg(saved->revision)
                     .arg(QString::fromStdString(saved->by), dayAndTime(saved->saved));
    } else {
        parts << tr("No network is saved yet");
    }
    if (!m_editor.mayWrite()) parts << tr("read only: changing needs the right network.write");
    if (m_editor.hasNetwork())
        parts << tr("%1 errors, %2 not judged, %3 hints")
                     .arg(m_editor.count(Finding::Severity::Error))
                     .arg(m_editor.count(Finding::Severity::NotJudged))
                     .arg(m_editor.count(Finding::Severity::Hint));
    m_state->setText(parts.join(QStringLiteral(" · ")));
}

void NetworkPanel::say(const QString& text) {
    m_message = text;
    showState();
}

// The row of what is picked, in the tables that have it.
void NetworkPanel::showPicked() {
    const QScopedValueRollback following(m_following, true);
    m_waypoints.follow();
    const Picked& picked = m_editor.picked();
    const auto choose = [](QTableView* view, std::optional<std::size_t> row) {
        if (!row) return view->selectionModel()->clearSelection();
        const int wanted = static_cast<int>(*row);
        if (view->currentIndex().row() == wanted && view->selectionModel()->isRowSelected(wanted)) return;
        const int column = std::max(0, view->currentIndex().column());
        view->setCurrentIndex(view->model()->index(wanted, column));
    };
    choose(m_nodeView, picked.kind == Picked::Kind::Node ? std::optional(picked.index) : std::nullopt);
    choose(m_linkView, link());
    choose(m_waypointView, picked.kind == Picked::Kind::Waypoint ? std::optional(picked.waypoint) : std::nullopt);
    const bool node = picked.kind == Picked::Kind::Node;
    const bool betweenBoth = m_tabs->currentIndex() == NodesTab || m_tabs->currentIndex() == LinksTab;
    if (picked.kind != Picked::Kind::Nothing && betweenBoth) m_tabs->setCurrentIndex(node ? NodesTab : LinksTab);
    m_waypointsOf->setText(link() ? tr("Waypoints of %1").arg(linkName(m_editor.network().links[*link()]))
                                  : tr("Waypoints of the chosen link"));
    showActions();
}

NetworkEditor::Answer NetworkPanel::answer(const QString& done) {
    return [this, done](const Result<void>& result) {
        say(result ? done : QString(QStringLiteral("✖ ") % delivery::refusalText(result.error())));
    };
}

void NetworkPanel::save() {
    m_editor.save([this](const Result<void>& result) {
        if (!result && result.error().code == "STALE_REVISION") return askStale();
        answer(tr("Saved"))(result);
    });
}

// Two people have drawn on the same network: which of the two stands is a person's choice.
void NetworkPanel::askStale() {
    const delivery::SavedNetwork* saved = m_editor.saved();
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Saved by somebody else"),
        saved ? tr("%1 has saved revision %2 while this draft was drawn on revision %3.")
                    .arg(QString::fromStdString(saved->by))
                    .arg(saved->revision)
                    .arg(m_editor.basedOn())
              : tr("The network has been removed while this draft was drawn on revision %1.").arg(m_editor.basedOn()),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("staleBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* over = box->addButton(tr("Save this draft over it"), QMessageBox::AcceptRole);
    const QPushButton* theirs =
        box->addButton(tr("Discard this draft, show what is saved"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Go on drafting"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::buttonClicked, this, [this, over, theirs](QAbstractButton* pressed) {
        if (pressed == over) {
            m_editor.rebase();
            save();
        } else if (pressed == theirs) {
            m_editor.discard();
        }
    });
    box->open();
}

void NetworkPanel::discard() {
    if (!m_editor.modified()) return m_editor.discard();
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Discard draft"),
                        tr("Everything changed since it was last saved will be lost."), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("discardBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* yes = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* no = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton* pressed) {
        if (pressed == yes) m_editor.discard();
    });
    box->open();
}

void NetworkPanel::removeNetwork() {
    const QString name = networkName(m_editor.network());
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete network"),
                                tr("Delete the network %1? What was flown on it stays in the log.").arg(name),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("removeBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton* no = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, name](QAbstractButton* pressed) {
        if (pressed == yes) m_editor.removeSaved(answer(tr("%1 is deleted").arg(name)));
    });
    box->open();
}

void NetworkPanel::newLink() {
    const Picked& picked = m_editor.picked();
    const std::string from =
        picked.kind == Picked::Kind::Node ? m_editor.network().nodes[picked.index].id : std::string();
    auto* dialog = new LinkDialog(m_editor.network(), from, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { (void)m_editor.addLink(dialog->from(), dialog->to(), {}); });
    dialog->open();
}

void NetworkPanel::verify() {
    const auto hand = link();
    if (!hand) return;
    const delivery::Link wanted = m_editor.network().links[*hand];
    auto* dialog = new ReasonDialog(
        tr("Verify link"),
        tr("What shows that %1 can be flown, such as the number of the test flight?").arg(linkName(wanted)), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, wanted] {
        if (const auto index = linkIndex(m_editor.network(), wanted.a, wanted.b))
            m_editor.verify(*index, dialog->reason(), answer(tr("%1 is verified").arg(linkName(wanted))));
    });
    dialog->open();
}

void NetworkPanel::withdraw() {
    const auto hand = link();
    if (!hand) return;
    const delivery::Link wanted = m_editor.network().links[*hand];
    auto* dialog = new ReasonDialog(tr("Withdraw verification"),
                                    tr("Why must %1 not be used any more?").arg(linkName(wanted)), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, wanted] {
        if (const auto index = linkIndex(m_editor.network(), wanted.a, wanted.b))
            m_editor.withdraw(*index, dialog->reason(),
                              answer(tr("The verification of %1 is withdrawn").arg(linkName(wanted))));
    });
    dialog->open();
}

void NetworkPanel::changeDrones(bool add) {
    const int row = m_droneView->currentIndex().row();
    if (add)
        return m_editor.change(addDroneStep, [](Network& network) {
            delivery::DroneType type;
            for (int number = 2; network.droneType(type.id); ++number)
                type.id = "multirotor-" + std::to_string(number);
            network.droneTypes.push_back(type);
        });
    if (row < 0) return;
    m_editor.change(removeDroneStep,
                    [row](Network& network) { network.droneTypes.erase(network.droneTypes.begin() + row); });
}

std::optional<std::size_t> NetworkPanel::rowIn(const QTableView* view) const {
    const auto tab = view == m_stayView ? StaysTab : CrossingsTab;
    const QModelIndexList rows = view->selectionModel()->selectedRows();
    if (m_tabs->currentIndex() != tab || rows.isEmpty()) return std::nullopt;
    return static_cast<std::size_t>(rows.front().row());
}

// What was added is chosen, so that its values can be typed over at once.
void NetworkPanel::addMovingBase() {
    std::optional<std::size_t> made;
    const UtcMs now = std::chrono::ceil<std::chrono::minutes>(m_clock.now());
    m_editor.draft().seal();
    m_editor.change(addBaseStep, [&](Network& network) { made = network::addMovingBase(network, now); });
    m_tabs->setCurrentIndex(StaysTab);
    if (made) m_stayView->setCurrentIndex(m_stays.index(static_cast<int>(*made), 0));
    m_stayView->setFocus(Qt::OtherFocusReason);
}

void NetworkPanel::addStay() {
    m_tabs->setCurrentIndex(StaysTab);
    const std::size_t behind = rowIn(m_stayView).value_or(0);
    std::size_t made = behind;
    m_editor.draft().seal();
    m_editor.change(addStayStep, [&](Network& network) { made = network::addStay(network, behind); });
    m_stayView->setCurrentIndex(m_stays.index(static_cast<int>(made), 1));
    m_stayView->setFocus(Qt::OtherFocusReason);
}

void NetworkPanel::addCrossing() {
    std::optional<std::size_t> made;
    m_editor.draft().seal();
    m_editor.change(addCrossingStep, [&](Network& network) { made = network::addCrossing(network, link()); });
    m_tabs->setCurrentIndex(CrossingsTab);
    if (made) m_crossingView->setCurrentIndex(m_crossings.index(static_cast<int>(*made), 0));
    m_crossingView->setFocus(Qt::OtherFocusReason);
}

void NetworkPanel::removeItem() {
    m_editor.draft().seal();
    if (const auto row = rowIn(m_stayView))
        m_editor.change(removeStayStep, [&](Network& network) { removeStay(network, *row); });
    else if (const auto crossing = rowIn(m_crossingView))
        m_editor.change(removeCrossingStep, [&](Network& network) { removeCrossing(network, *crossing); });
    else if (m_tabs->currentIndex() != StaysTab && m_tabs->currentIndex() != CrossingsTab)
        m_editor.removePicked();
}

void NetworkPanel::importPaths() {
    auto* chooser = new QFileDialog(this, tr("Import paths"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Paths (%1)").arg(QStringLiteral("*.geojson *.json *.plan *.waypoints *.txt *.kml")));
    connect(chooser, &QFileDialog::fileSelected, this, &NetworkPanel::importFrom);
    chooser->open();
}

// Read and parsed beside the windows: a large file must not hold them up.
void NetworkPanel::importFrom(const QString& name) {
    QThreadPool::globalInstance()->start([name, panel = QPointer(this), geoid_m = m_geoid_m] {
        QFile file(name);
        Result<OfferedPaths> read;
        if (!file.open(QIODevice::ReadOnly))
            read = fail("CANNOT_READ", file.errorString().toStdString(), name.toStdString());
        else
            read = readPaths(name, file.read(mostFileBytes + 1), geoid_m); // the readers refuse what is larger
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [name, panel, read = std::move(read)] {
                if (panel) panel->offer(name, read);
            },
            Qt::QueuedConnection);
    });
}

void NetworkPanel::offer(const QString& file, const Result<OfferedPaths>& read) {
    if (!read) return say(QString(QStringLiteral("✖ ") % delivery::refusalText(read.error())));
    if (!m_editor.mayChange()) return;
    auto* dialog = new PathDialog(file, m_editor.network(), *read, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_editor.draft().seal();
        m_editor.change(importStep, [dialog](Network& network) { dialog->table().take(network); });
        action("network.fit").trigger();
    });
    dialog->open();
}

void NetworkPanel::exportNetwork() {
    auto* chooser = new QFileDialog(this, tr("Export network"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{QStringLiteral("GeoJSON (*.geojson)"), QStringLiteral("KML (*.kml)")};
    if (link()) filters << tr("Plan of the chosen link (%1)").arg(QStringLiteral("*.plan"));
    chooser->setNameFilters(filters);
    chooser->setDefaultSuffix(QStringLiteral("geojson"));
    chooser->selectFile(QString::fromStdString(m_editor.network().id));
    connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString& filter) {
        const qsizetype from = filter.indexOf(QStringLiteral("*.")) + 2;
        chooser->setDefaultSuffix(filter.mid(from, filter.indexOf(u')', from) - from));
    });
    connect(chooser, &QFileDialog::fileSelected, this, &NetworkPanel::exportTo);
    chooser->open();
}

void NetworkPanel::exportTo(const QString& name) {
    const QString ending = QFileInfo(name).suffix().toLower();
    const auto hand = link();
    Result<QByteArray> content = fail("UNKNOWN_FILE_TYPE",
                                      "a network is written as .geojson, .kml or, with a link "
                                      "chosen, as .plan",
                                      name.toStdString());
    if (ending == u"kml") content = asKml(m_editor.network());
    if (ending == u"geojson" || ending == u"json") content = asGeoJson(m_editor.network());
    if (ending == u"plan" && hand) content = asQgcPlan(m_editor.network(), *hand);
    if (!content) return say(QString(QStringLiteral("✖ ") % delivery::refusalText(content.error())));
    QThreadPool::globalInstance()->start([name, bytes = *content, panel = QPointer(this)] {
        const QString trouble = models::writeWhole(name, bytes);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [name, panel, trouble] {
                if (panel)
                    panel->say(trouble.isEmpty()
                                   ? tr("Written: %1").arg(name)
                                   : QString(QStringLiteral("✖ ") % name % QStringLiteral(": ") % trouble));
            },
            Qt::QueuedConnection);
    });
}

void NetworkPanel::word() {
    const std::array titles{tr("Nodes"),    tr("Links"),       tr("Moving bases"), tr("Crossings"),
                            tr("Settings"), tr("Drone types"), tr("Findings")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, titles[static_cast<std::size_t>(i)]);
    // On the buttons; menus and keys have the whole words.
    const std::pair<const char*, QString> shortWords[] = {
        {"network.new", tr("New")},
        {"network.edit", tr("Change")},
        {"network.save", tr("Save")},
        {"network.discard", tr("Discard")},
        {"network.fit", tr("Show all")},
        {"network.verify", tr("Verify link")},
        {"network.withdraw", tr("Withdraw")},
        {"network.import", tr("Import")},
        {"network.export", tr("Export")},
        {"network.remove", tr("Delete")},
        {"network.select", tr("Select")},
        {"network.add_base", tr("Base")},
        {"network.add_delivery", tr("Delivery")},
        {"network.draw_link", tr("Link")},
        {"network.new_link", tr("By ends")},
        {"network.insert_waypoint", tr("Waypoint")},
        {"network.remove_item", tr("Delete item")},
        {"network.add_moving_base", tr("Add moving base")},
        {"network.add_stay", tr("Add stay")},
        {"network.add_crossing", tr("Declare crossing")},
    };
    for (const auto& [id, text] : shortWords)
        action(id).setIconText(text);
    m_choice->setAccessibleName(tr("Network"));
    m_nodeView->setAccessibleName(tr("Nodes of the network"));
    m_linkView->setAccessibleName(tr("Links of the network"));
    m_waypointView->setAccessibleName(tr("Waypoints of the chosen link"));
    m_settingView->setAccessibleName(tr("Settings of the network"));
    m_droneView->setAccessibleName(tr("Drone types of the network"));
    m_stayView->setAccessibleName(tr("Moving bases: where they stand, and when"));
    m_crossingView->setAccessibleName(tr("Declared crossings of links"));
    m_findingView->setAccessibleName(tr("Findings; Enter goes there"));
    m_addDrone->setText(tr("Add drone type"));
    m_removeDrone->setText(tr("Delete drone type"));
    m_state->setAccessibleName(tr("State of the network"));
    showNetwork();
}

QJsonObject NetworkPanel::state() const {
    return {{networkKey, QString::fromStdString(m_editor.network().id)}, {tabKey, m_tabs->currentIndex()}};
}

void NetworkPanel::restore(const QJsonObject& state) {
    if (m_editor.knows(state.value(networkKey).toString().toStdString()))
        m_editor.show(state.value(networkKey).toString());
    const int tab = state.value(tabKey).toInt(m_tabs->currentIndex());
    if (tab >= 0 && tab < m_tabs->count()) m_tabs->setCurrentIndex(tab);
}

// Undo and redo are the draft's while one of its tables has the keys; Delete removes the row.
bool NetworkPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn && m_editor.editing()) m_editor.activate();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete &&
        (watched == m_nodeView || watched == m_linkView || watched == m_waypointView || watched == m_stayView ||
         watched == m_crossingView)) {
        removeItem();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NetworkPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (SketchTable* table : std::initializer_list<SketchTable*>{&m_nodes, &m_links, &m_waypoints, &m_settings,
                                                                  &m_drones, &m_stays, &m_crossings})
        table->retranslate();
    word();
}

} // namespace haneul::network
