#include "ui/fleet/fleet_panel.h"

#include "server/clock/clock.h"
#include "ui/fleet/history_dialog.h"
#include "ui/fleet/override_form.h"
#include "ui/fleet/payloads_dialog.h"
#include "ui/fleet/record_form.h"
#include "ui/fleet/retire_form.h"
#include "ui/fleet/rules_form.h"
#include "ui/fleet/words.h"
#include "ui/models/words.h"
#include "ui/orders/list_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace haneul::fleet {

namespace {

constexpr QLatin1StringView halvesKey("halves");
constexpr QLatin1StringView minutesKey("minutes");
constexpr QLatin1StringView parcelsKey("parcels");
constexpr QLatin1StringView bvlosKey("bvlos");
constexpr int shortNames = 10;   // characters of a battery or pilot that are always in sight
constexpr int stackedLines = 30; // what both halves need one above the other
constexpr int usualMinutes = 20;
constexpr double usualParcels_kg = 1;
constexpr std::chrono::minutes besideFlight{10}; // to be made ready and put away

std::int64_t minuteOf(UtcMs time) {
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

FleetPanel::FleetPanel(FleetDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_filter(m_model, this)
    , m_itemOrder(m_items, this)
    , m_words(new QLineEdit(this))
    , m_onlyStaying(new QCheckBox(this))
    , m_flight(new QLabel(this))
    , m_minutes(new QSpinBox(this))
    , m_parcels(new QDoubleSpinBox(this))
    , m_bvlos(new QCheckBox(this))
    , m_summary(new QLabel(this))
    , m_halves(new QSplitter(this))
    , m_list(new orders::ListView("readinessTable", m_filter, theme, this))
    , m_heading(new QLabel(this))
    , m_batteryLabel(new QLabel(this))
    , m_battery(new QComboBox(this))
    , m_pilotLabel(new QLabel(this))
    , m_pilot(new QComboBox(this))
    , m_itemList(new orders::ListView("readinessItems", m_itemOrder, theme, this))
    , m_itemText(new QLabel(this))
    , m_overrides(new QLabel(this))
    , m_editDrone(button("editDrone", this))
    , m_editBattery(button("editBattery", this))
    , m_editPilot(button("editPilot", this))
    , m_work(button("recordWork", this))
    , m_answer(button("answerForIt", this))
    , m_history(button("fleetHistory", this))
    , m_rules(button("fleetRules", this))
    , m_payloads(button("fleetPayloads", this)) {
    setObjectName(QStringLiteral("fleetPanel"));
    build();
    word();
    showChosen();
    connect(&desk, &FleetDesk::stateChanged, this, &FleetPanel::judgeAll);
}

void FleetPanel::build() {
    m_words->setObjectName(QStringLiteral("fleetFilter"));
    m_words->setClearButtonEnabled(true);
    m_onlyStaying->setObjectName(QStringLiteral("onlyStaying"));
    m_minutes->setObjectName(QStringLiteral("flightMinutes"));
    m_minutes->setRange(1, 600);
    m_minutes->setValue(usualMinutes);
    m_parcels->setObjectName(QStringLiteral("flightParcels"));
    m_parcels->setRange(0, 1000);
    m_parcels->setDecimals(1);
    m_parcels->setSingleStep(0.5);
    m_parcels->setValue(usualParcels_kg);
    m_bvlos->setObjectName(QStringLiteral("flightBvlos"));
    m_bvlos->setChecked(true);
    m_summary->setObjectName(QStringLiteral("fleetSummary"));
    m_summary->setWordWrap(true);
    m_halves->setObjectName(QStringLiteral("fleetHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_halves->installEventFilter(this);
    connect(m_halves, &QSplitter::splitterMoved, this, [this] { m_placed = true; });

    const QString verdict = QStringLiteral("◆ Not judged");
    m_list->setSamples({QStringLiteral("HN-0000"), verdict, verdict, verdict, verdict, verdict, verdict, verdict,
                        QStringLiteral("Cycles left to the maker's limit: close to it"), QStringLiteral("Haneul M8"),
                        QStringLiteral("B-HN-000"), QStringLiteral("PILOT-00")});
    // What is spared stands beside it when the drone is chosen.
    m_list->setSpare(ReadinessModel::Why, {ReadinessModel::PilotId, ReadinessModel::BatteryId, ReadinessModel::Type});
    m_list->horizontalHeader()->setSortIndicator(ReadinessModel::MayFly, Qt::AscendingOrder);
    m_list->setSortingEnabled(true);
    m_filter.setDynamicSortFilter(true);

    auto* head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(m_onlyStaying);
    head->addWidget(m_flight);
    head->addWidget(m_minutes);
    head->addWidget(m_parcels);
    head->addWidget(m_bvlos);
    head->addWidget(m_payloads);
    head->addWidget(m_rules);
    m_halves->addWidget(m_list);
    m_halves->addWidget(details());
    m_halves->setStretchFactor(0, 3);
    m_halves->setStretchFactor(1, 2);
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    auto* all = new QWidget(page);
    auto* column = new QVBoxLayout(all);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(head);
    auto* said = new QHBoxLayout;
    said->addWidget(m_summary, 3);
    said->addWidget(m_heading, 2);
    for (QComboBox* box : {m_battery, m_pilot}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(shortNames);
        said->addWidget(box == m_battery ? m_batteryLabel : m_pilotLabel);
        said->addWidget(box);
    }
    column->addLayout(said);
    column->addWidget(m_halves, 1);
    page->setWidget(all);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(page);

    connect(m_words, &QLineEdit::textChanged, this, &FleetPanel::narrow);
    connect(m_onlyStaying, &QCheckBox::toggled, this, &FleetPanel::narrow);
    connect(m_minutes, &QSpinBox::valueChanged, this, &FleetPanel::judgeAll);
    connect(m_parcels, &QDoubleSpinBox::valueChanged, this, &FleetPanel::judgeAll);
    connect(m_bvlos, &QCheckBox::toggled, this, &FleetPanel::judgeAll);
    connect(m_list, &orders::ListView::chosen, this, &FleetPanel::choose);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &FleetPanel::editDrone);
}

QWidget* FleetPanel::details() {
    m_heading->setObjectName(QStringLiteral("fleetHeading"));
    m_heading->setWordWrap(true);
    m_battery->setObjectName(QStringLiteral("chosenBattery"));
    m_pilot->setObjectName(QStringLiteral("chosenPilot"));
    m_batteryLabel->setBuddy(m_battery);
    m_pilotLabel->setBuddy(m_pilot);
    m_itemText->setObjectName(QStringLiteral("chosenItem"));
    m_itemText->setWordWrap(true);
    m_itemText->setTextFormat(Qt::PlainText);
    m_itemText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_itemText->setMinimumHeight(fontMetrics().lineSpacing() * 2); // its lines come and go without moving the rest
    m_itemText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_overrides->setObjectName(QStringLiteral("fleetOverrides"));
    m_overrides->setWordWrap(true);
    m_overrides->setTextFormat(Qt::PlainText);
    m_itemList->setSamples({QStringLiteral("◆ Not judged"), QStringLiteral("Cycles left to the maker's limit"),
                            QStringLiteral("20 min 00 s"), QStringLiteral("≥ 20 min"),
                            QStringLiteral("The inspection by date is overdue."), QStringLiteral("Maintenance")});
    m_itemList->setSpare(ItemModel::Reason, {ItemModel::Asked, ItemModel::Reason});
    m_itemList->horizontalHeader()->setSortIndicator(ItemModel::Answer, Qt::AscendingOrder);
    m_itemList->setSortingEnabled(true);

    m_buttons = new QGridLayout;
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_itemList, 1);
    column->addWidget(m_itemText);
    column->addWidget(m_overrides);
    column->addLayout(m_buttons);

    connect(m_battery, &QComboBox::activated, this, &FleetPanel::judgeChosen);
    connect(m_pilot, &QComboBox::activated, this, &FleetPanel::judgeChosen);
    connect(m_editDrone, &QPushButton::clicked, this, &FleetPanel::editDrone);
    connect(m_editBattery, &QPushButton::clicked, this, &FleetPanel::editBattery);
    connect(m_editPilot, &QPushButton::clicked, this, &FleetPanel::editPilot);
    connect(m_work, &QPushButton::clicked, this, &FleetPanel::recordWork);
    connect(m_answer, &QPushButton::clicked, this, &FleetPanel::answerForIt);
    connect(m_history, &QPushButton::clicked, this, &FleetPanel::showHistory);
    connect(m_rules, &QPushButton::clicked, this, &FleetPanel::showRules);
    connect(m_payloads, &QPushButton::clicked, this, &FleetPanel::showPayloads);
    connect(m_itemList, &orders::ListView::chosen, this, &FleetPanel::showItem);
    return page;
}

void FleetPanel::word() {
    m_words->setPlaceholderText(tr("Filter: drone, type, answer, reason"));
    m_words->setAccessibleName(tr("Filter of the fleet"));
    m_onlyStaying->setText(tr("Only what &stays"));
    m_flight->setText(tr("For a flight now of"));
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes in the air"));
    m_parcels->setSuffix(tr(" kg"));
    m_parcels->setAccessibleName(tr("Parcels in kilograms"));
    m_bvlos->setText(tr("Be&yond sight"));
    m_list->setAccessibleName(tr("Readiness of the drones"));
    m_itemList->setAccessibleName(tr("Checks of the chosen drone"));
    m_batteryLabel->setText(tr("&Battery"));
    m_pilotLabel->setText(tr("&Pilot"));
    m_editDrone->setText(tr("&Drone…"));
    m_editBattery->setText(tr("Batter&y…"));
    m_editPilot->setText(tr("P&ilot…"));
    m_work->setText(tr("&Maintenance…"));
    m_answer->setText(tr("&Answer for it…"));
    m_history->setText(tr("&History…"));
    m_rules->setText(tr("&Rules…"));
    m_payloads->setText(tr("Pay&loads…"));
}

// ---------------------------------------------------------------- the whole fleet

Need FleetPanel::need() const {
    const UtcMs now = m_clock.now();
    const std::chrono::minutes flight(m_minutes->value());
    return {.start = now,
            .end = now + flight + besideFlight,
            .flight_s = static_cast<double>(std::chrono::seconds(flight).count()),
            .parcels_kg = m_parcels->value(),
            .capabilities = {},
            .bvlos = m_bvlos->isChecked()};
}

// Nothing is worked out before somebody looks.
void FleetPanel::judgeAll() {
    m_behind = true;
    if (!isVisible() || m_judging) return;
    m_behind = false;
    m_judging = true;
    m_judgedMinute = minuteOf(m_clock.now());
    m_desk.overview(this, need(), [this](const FleetDesk::Overview& overview) {
        m_judging = false;
        take(overview);
        if (m_behind) judgeAll(); // it has changed meanwhile
    });
}

void FleetPanel::take(const FleetDesk::Overview& overview) {
    m_trouble = overview ? std::nullopt : std::optional(overview.error());
    m_list->whileChanging(
        [&] { m_model.setAssessments(overview.value_or(std::vector<Assessment>()), *m_desk.state()); });
    if (m_chosen.empty() && m_filter.rowCount() > 0) { // somebody who opens the panel sees a whole answer at once
        m_chosen = m_filter.index(0, 0).data(orders::IdRole).toString().toStdString();
        fillChoices();
    }
    narrow();
    judgeChosen();
}

void FleetPanel::narrow() {
    m_list->whileChanging([this] {
        m_filter.setWords(m_words->text());
        m_filter.setOnlySigned(m_onlyStaying->isChecked() ? ReadinessModel::MayFly : -1);
    });
    const int row = m_model.rowOf(m_chosen);
    m_list->choose(plain(m_chosen), row < 0 ? -1 : m_filter.mapFromSource(m_model.index(row, 0)).row());
    int ready = 0;
    for (int i = 0; i < m_model.rowCount(); ++i)
        ready += m_model.at(i)->blocking.empty() ? 1 : 0;
    if (m_trouble)
        m_summary->setText(QString(QStringLiteral("▲  ") + refusalText(*m_trouble)));
    else
        m_summary->setText(tr("%1 of %2 drones can go. Rules: version %3. Judged at %4.")
                               .arg(ready)
                               .arg(m_model.rowCount())
                               .arg(m_desk.state()->rules.version)
                               .arg(models::utcTime(utcMs(m_judgedMinute * 60'000))));
}

// ---------------------------------------------------------------- the chosen drone

void FleetPanel::choose(const QString& drone) {
    if (drone.isEmpty() || drone.toStdString() == m_chosen) return;
    m_chosen = drone.toStdString();
    fillChoices();
    judgeChosen();
}

// Its batteries and all pilots, those first that the overview has taken.
void FleetPanel::fillChoices() {
    const QSignalBlocker quietBattery(m_battery), quietPilot(m_pilot);
    m_battery->clear();
    m_pilot->clear();
    m_battery->addItem(models::unknownText(), QString());
    m_pilot->addItem(models::unknownText(), QString());
    for (const auto& [id, battery] : m_desk.state()->batteries)
        if (!battery->retired && (battery->value.drone_id.empty() || battery->value.drone_id == m_chosen))
            m_battery->addItem(plain(id), plain(id));
    for (const auto& [id, pilot] : m_desk.state()->pilots)
        if (!pilot->retired) m_pilot->addItem(plain(id), plain(id));
    const Assessment* const row = m_model.at(m_model.rowOf(m_chosen));
    if (row == nullptr) return;
    m_battery->setCurrentIndex(std::max(0, m_battery->findData(plain(row->ask.battery))));
    m_pilot->setCurrentIndex(std::max(0, m_pilot->findData(plain(row->ask.pilot))));
}

std::string FleetPanel::chosenName(const QComboBox& box) const {
    return box.currentData().toString().toStdString();
}

void FleetPanel::judgeChosen() {
    m_assessment.reset();
    if (m_desk.state()->find<Drone>(m_chosen)) {
        auto assessed = m_desk.judge({.drone = m_chosen,
                                      .battery = chosenName(*m_battery),
                                      .pilot = chosenName(*m_pilot),
                                      .payloads = {},
                                      .need = need()});
        if (assessed) m_assessment = *std::move(assessed);
    }
    showChosen();
}

void FleetPanel::showChosen() {
    m_itemList->whileChanging(
        [this] { m_items.setItems(m_assessment ? m_assessment->readiness.items : std::vector<Item>()); });
    showItem();
    QStringList given;
    if (!m_assessment) {
        m_heading->setText(m_desk.available() ? tr("Choose a drone.") : tr("This console keeps no fleet."));
    } else if (m_assessment->blocking.empty()) {
        m_heading->setText(tr("✓ %1 can go.").arg(plain(m_chosen)));
    } else {
        QStringList questions;
        for (const Question question : m_assessment->blocking)
            questions << questionText(question);
        m_heading->setText(tr("▲ %1 stays: %2.").arg(plain(m_chosen), questions.join(QStringLiteral(", "))));
    }
    if (m_assessment)
        for (const OverridePtr& one : m_assessment->overrides)
            given << tr("%1 answers for %2 until %3: %4")
                         .arg(plain(one->by), questionText(one->given.question), instantText(one->given.until),
                              plain(one->given.reason));
    m_overrides->setText(given.join(u'\n'));
    m_overrides->setVisible(!given.isEmpty());
    allow();
}

// The chosen check in full, where its columns are too narrow for it; without a choice the first one, which is the
// worst.
void FleetPanel::showItem() {
    const QString chosen = m_itemList->chosenId();
    const QString code = !chosen.isEmpty() || m_itemOrder.rowCount() == 0
                             ? chosen
                             : m_itemOrder.index(0, 0).data(orders::IdRole).toString();
    m_itemText->clear();
    if (!m_assessment) return;
    const auto& items = m_assessment->readiness.items;
    const auto item = std::ranges::find(items, code.toStdString(), &Item::code);
    if (item == items.end()) return;
    QStringList parts{tr("%1: %2.", "check: answer").arg(itemText(item->code), verdictText(item->verdict))};
    if (const QString why = reasonText(*item); !why.isEmpty()) parts << why;
    if (item->value) parts << tr("It is %1, needed is %2.", "check").arg(valueText(*item), limitText(*item));
    m_itemText->setText(parts.join(u' '));
}

void FleetPanel::allow() {
    const bool chosen = m_assessment.has_value();
    const bool mayWrite = m_desk.may("fleet.write");
    m_battery->setEnabled(chosen);
    m_pilot->setEnabled(chosen);
    m_editDrone->setEnabled(chosen && mayWrite);
    m_editBattery->setEnabled(chosen && mayWrite && !chosenName(*m_battery).empty());
    m_editPilot->setEnabled(chosen && mayWrite && !chosenName(*m_pilot).empty());
    m_work->setEnabled(chosen && mayWrite);
    m_history->setEnabled(chosen && m_desk.may("fleet.read"));
    m_rules->setEnabled(m_desk.available() && m_desk.may("fleet.read"));
    m_payloads->setEnabled(m_desk.available() && m_desk.may("fleet.read"));
    m_answer->setEnabled(chosen && !m_assessment->blocking.empty() && m_desk.may("fleet.override"));
}

// ---------------------------------------------------------------- what the keys do

template <class T>
void FleetPanel::edit(const std::string& id) {
    const auto kept = m_desk.state()->find<T>(id);
    if (!kept || kept->retired || !m_desk.may("fleet.write")) return;
    (new RecordForm(m_desk, kept->value, kept->revision, this))->open();
}

void FleetPanel::openNew(Record record) {
    if (m_desk.may("fleet.write")) (new RecordForm(m_desk, std::move(record), 0, this))->open();
}

void FleetPanel::focusFilter() {
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FleetPanel::newDrone() {
    openNew(Drone{});
}

void FleetPanel::newBattery() {
    openNew(Battery{.drone_id = m_chosen});
}

void FleetPanel::newPilot() {
    openNew(Pilot{});
}

void FleetPanel::newType() {
    openNew(DroneModel{});
}

void FleetPanel::editDrone() {
    edit<Drone>(m_chosen);
}

void FleetPanel::editBattery() {
    edit<Battery>(chosenName(*m_battery));
}

void FleetPanel::editPilot() {
    edit<Pilot>(chosenName(*m_pilot));
}

void FleetPanel::editType() {
    if (const auto drone = m_desk.state()->find<Drone>(m_chosen)) edit<DroneModel>(drone->value.model_id);
}

// An open defect is what the workshop comes to close; else new work is recorded.
void FleetPanel::recordWork() {
    const auto drone = m_desk.state()->find<Drone>(m_chosen);
    if (!drone) return;
    for (const auto& [id, record] : m_desk.state()->maintenance)
        if (!record->retired && record->value.drone_id == m_chosen && record->value.kind == MaintenanceKind::Defect &&
            !record->value.closed_at)
            return edit<MaintenanceRecord>(id);
    const auto minute = std::chrono::floor<std::chrono::minutes>(m_clock.now());
    openNew(MaintenanceRecord{.drone_id = m_chosen, .at = minute, .flown_h = drone->value.flown_h, .closed_at = {}});
}

void FleetPanel::answerForIt() {
    if (m_assessment && !m_assessment->blocking.empty() && m_desk.may("fleet.override"))
        (new OverrideForm(m_desk, *m_assessment, this))->open();
}

void FleetPanel::showHistory() {
    if (m_assessment && m_desk.may("fleet.read")) (new HistoryDialog(m_desk, Kind::Drone, m_chosen, this))->open();
}

void FleetPanel::retire() {
    const auto drone = m_desk.state()->find<Drone>(m_chosen);
    if (drone && m_desk.may("fleet.write"))
        (new RetireForm(m_desk, Kind::Drone, m_chosen, drone->revision, !drone->retired, this))->open();
}

void FleetPanel::showRules() {
    if (m_desk.available() && m_desk.may("fleet.read")) (new RulesForm(m_desk, this))->open();
}

void FleetPanel::showPayloads() {
    if (m_desk.available() && m_desk.may("fleet.read")) (new PayloadsDialog(m_desk, this))->open();
}

// ---------------------------------------------------------------- the dock

void FleetPanel::setTheme(const theme::Theme& theme) {
    m_list->setTheme(theme);
    m_itemList->setTheme(theme);
}

void FleetPanel::setSituation(const situation::SituationPtr&, UtcMs) {
    if (!isVisible()) return;
    allow();
    if (minuteOf(m_clock.now()) != m_judgedMinute) judgeAll();
}

QJsonObject FleetPanel::state() const {
    QJsonObject state{
        {minutesKey, m_minutes->value()}, {parcelsKey, m_parcels->value()}, {bvlosKey, m_bvlos->isChecked()}};
    if (m_placed) state.insert(halvesKey, QString::fromLatin1(m_halves->saveState().toBase64()));
    return state;
}

void FleetPanel::restore(const QJsonObject& state) {
    m_placed = m_halves->restoreState(QByteArray::fromBase64(state.value(halvesKey).toString().toLatin1())) || m_placed;
    m_minutes->setValue(state.value(minutesKey).toInt(m_minutes->value()));
    m_parcels->setValue(state.value(parcelsKey).toDouble(m_parcels->value()));
    m_bvlos->setChecked(state.value(bvlosKey).toBool(m_bvlos->isChecked()));
}

void FleetPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_model.retranslate();
    m_items.retranslate();
    narrow();
    showChosen();
}

void FleetPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange(event->size());
}

// The halves share the room until somebody moves the line between them.
bool FleetPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_halves && event->type() == QEvent::Resize && !m_placed)
        QMetaObject::invokeMethod(
            this,
            [this] { // when it has its size
                const int all = m_halves->orientation() == Qt::Horizontal ? m_halves->width() : m_halves->height();
                if (!m_placed) m_halves->setSizes({all * 3 / 5, all * 2 / 5});
            },
            Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// Side by side in a wide or low dock, one above the other in a tall one. The buttons in one row where there is room for
// it: a low dock has none to spare for a second.
void FleetPanel::arrange(QSize room) {
    const bool beside = room.width() * 3 / 5 >= m_list->leastWidth() ||
                        (room.width() > room.height() && room.height() < stackedLines * fontMetrics().lineSpacing());
    m_halves->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const QPushButton* const wide = m_work;
    const int pane = beside ? room.width() * 2 / 5 : room.width();
    const int columns = pane / std::max(1, wide->sizeHint().width()) >= 6 ? 6 : 3;
    int place = 0;
    for (QPushButton* each : {m_editDrone, m_editBattery, m_editPilot, m_work, m_history, m_answer}) {
        m_buttons->addWidget(each, place / columns, place % columns);
        ++place;
    }
    // Its lists can be as low as they may; what they would like to have does not make the page scroll.
    m_halves->setMinimumHeight(m_halves->minimumSizeHint().height());
}

void FleetPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    arrange(size());
    if (m_behind) judgeAll();
}

} // namespace haneul::fleet
