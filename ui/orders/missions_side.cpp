#include "ui/orders/missions_side.h"

#include "ui/models/words.h"
#include "ui/orders/book_form.h"
#include "ui/orders/mission_forms.h"
#include "ui/orders/proposals_form.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace haneul::orders {

using delivery::MissionPtr;
using delivery::MissionStep;

namespace {

constexpr int mostConflictRows = 3; // in sight, the others by scrolling
constexpr int fewConflictRows = 2;
constexpr int shortLines = 20;

enum Which { Everything, OnlyOpen, OnlyLate, OnlyConflicts };

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    return made;
}

} // namespace

MissionsSide::MissionsSide(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                           const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_selection(selection)
    , m_clock(clock)
    , m_filter(m_model, this)
    , m_words(new QLineEdit(this))
    , m_which(new QComboBox(this))
    , m_list(new ListView("missionTable", m_filter, theme, this))
    , m_conflictBox(new QWidget(this))
    , m_conflictTitle(new QLabel(m_conflictBox))
    , m_conflictList(new ListView("conflictTable", m_conflicts, theme, m_conflictBox))
    , m_take(button("takeProposed", m_conflictBox))
    , m_takeAll(button("takeAllProposed", m_conflictBox))
    , m_details(new MissionDetails(theme, this))
    , m_halves(new QSplitter(this))
    , m_book(button("bookMission", this))
    , m_assign(button("assignDrone", this))
    , m_retime(button("retimeMission", this))
    , m_advance(button("advanceMission", this))
    , m_handOver(button("handOverMission", this))
    , m_cancel(button("cancelMission", this)) {
    build();
    word();
    setState();
}

void MissionsSide::build() {
    m_words->setObjectName(QStringLiteral("missionFilter"));
    m_words->setClearButtonEnabled(true);
    m_which->setObjectName(QStringLiteral("whichMissions"));
    m_which->addItems({QString(), QString(), QString(), QString()});
    const QString time = QStringLiteral("00:00:00Z");
    m_list->setSamples({QStringLiteral("M-000000"), QStringLiteral("HN-000"), QStringLiteral("DP-00, DP-00, DP-00"),
                        time, time, time, QStringLiteral("◆ +00 min 00 s"), QStringLiteral("Handed over"),
                        QStringLiteral("▲ no longer fits"), QStringLiteral("O-000000, O-000000")});
    m_list->horizontalHeader()->setSortIndicator(MissionModel::Start, Qt::AscendingOrder);
    m_list->setSortingEnabled(true);
    m_conflictList->setSamples(
        {QStringLiteral("▲ M-000000"), QStringLiteral("the column of BP-00 is held by M-000000"), time, time});
    m_conflictList->horizontalHeader()->setSectionResizeMode(ConflictModel::What, QHeaderView::Stretch);
    m_halves->setObjectName(QStringLiteral("missionHalves"));
    m_halves->setChildrenCollapsible(false);

    const int gap = fontMetrics().height() / 4;
    auto* takes = new QHBoxLayout;
    takes->addWidget(m_take);
    takes->addWidget(m_takeAll);
    takes->addStretch();
    m_conflictHead = new QBoxLayout(QBoxLayout::LeftToRight);
    m_conflictHead->addWidget(m_conflictTitle, 1);
    m_conflictHead->addLayout(takes);
    auto* conflicts = new QVBoxLayout(m_conflictBox);
    conflicts->setContentsMargins(0, 0, 0, 0);
    conflicts->setSpacing(gap);
    conflicts->addLayout(m_conflictHead);
    conflicts->addWidget(m_conflictList);
    auto* filter = new QHBoxLayout;
    filter->addWidget(m_words, 1);
    filter->addWidget(m_which);
    auto* foot = new QHBoxLayout;
    for (QPushButton* each : {m_book, m_assign, m_retime, m_advance, m_handOver, m_cancel})
        foot->addWidget(each);
    m_tools = new QBoxLayout(QBoxLayout::LeftToRight);
    m_tools->setSpacing(gap);
    m_tools->addLayout(filter, 1);
    m_tools->addLayout(foot);
    auto* lists = new QWidget(this);
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(gap, 0, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_conflictBox);
    column->addWidget(m_list, 1);
    m_halves->addWidget(lists);
    m_halves->addWidget(m_details);
    m_halves->setStretchFactor(0, 3);
    m_halves->setStretchFactor(1, 2);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(gap, gap, gap, gap);
    head->addLayout(m_tools);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_halves, 1);

    connect(m_words, &QLineEdit::textChanged, this, &MissionsSide::narrow);
    connect(m_which, &QComboBox::currentIndexChanged, this, &MissionsSide::narrow);
    connect(m_list, &ListView::chosen, this, [this](const QString& id) {
        if (!id.isEmpty()) m_selection.select(id);
    });
    connect(m_conflictList, &ListView::chosen, this, [this](const QString& id) {
        if (!id.isEmpty()) m_selection.select(id);
    });
    connect(m_list, &QTableView::activated, this, &MissionsSide::advance);
    connect(m_conflictList, &QTableView::activated, this, &MissionsSide::takeProposed);
    connect(&m_selection, &models::MissionSelection::changed, this, &MissionsSide::showChosen);
    connect(m_book, &QPushButton::clicked, this, [this] { book(m_desk.networkToBeginWith()); });
    connect(m_assign, &QPushButton::clicked, this, &MissionsSide::assignDrone);
    connect(m_retime, &QPushButton::clicked, this, &MissionsSide::retime);
    connect(m_advance, &QPushButton::clicked, this, &MissionsSide::advance);
    connect(m_handOver, &QPushButton::clicked, this, &MissionsSide::handOver);
    connect(m_cancel, &QPushButton::clicked, this, &MissionsSide::cancelMission);
    connect(m_take, &QPushButton::clicked, this, &MissionsSide::takeProposed);
    connect(m_takeAll, &QPushButton::clicked, this, &MissionsSide::takeAllProposed);
}

void MissionsSide::setTheme(const theme::Theme& theme) {
    m_list->setTheme(theme);
    m_conflictList->setTheme(theme);
    m_details->setTheme(theme);
}

void MissionsSide::setState() {
    const auto& state = m_desk.state();
    m_list->whileChanging([&] { m_model.setState(*state); });
    m_conflictList->whileChanging([&] { m_conflicts.setState(*state); });
    showConflicts();
    showChosen();
}

void MissionsSide::showConflicts() {
    const int conflicts = m_conflicts.rowCount();
    m_conflictBox->setVisible(conflicts > 0);
    const int rows = std::clamp(conflicts, 1, m_short ? fewConflictRows : mostConflictRows);
    m_conflictList->setFixedHeight(m_conflictList->horizontalHeader()->sizeHint().height() +
                                   rows * m_conflictList->verticalHeader()->defaultSectionSize());
    m_conflictTitle->setText(tr("▲ %n missions no longer fit", nullptr, conflicts));
}

void MissionsSide::narrow() {
    const int which = m_which->currentIndex();
    m_list->whileChanging([&] {
        m_filter.setWords(m_words->text());
        m_filter.setOnlyOpen(which == OnlyOpen);
        m_filter.setOnlySigned(which == OnlyLate        ? MissionModel::Delay
                               : which == OnlyConflicts ? MissionModel::Conflict
                                                        : -1);
    });
    showChosen();
}

MissionPtr MissionsSide::chosen() const {
    return m_desk.state()->mission(m_selection.mission().toStdString());
}

MissionPtr MissionsSide::chosenOrSay() {
    MissionPtr mission = chosen();
    if (!mission) Q_EMIT said(tr("Choose a mission in the list, in the diagram or on the map."), true);
    return mission;
}

void MissionsSide::showChosen() {
    const QString id = m_selection.mission();
    const int row = m_model.rowOf(id.toStdString());
    m_list->choose(id, row < 0 ? -1 : m_filter.mapFromSource(m_model.index(row, 0)).row());
    const QString conflict = m_conflictList->chosenId();
    if (conflict != id)
        for (int i = 0; i < m_conflicts.rowCount(); ++i)
            if (m_conflicts.at(i)->conflict.mission == id.toStdString()) m_conflictList->choose(id, i);
    m_details->setMission(chosen());
    allow();
}

void MissionsSide::allow() {
    const MissionPtr mission = chosen();
    const bool may = m_desk.may("mission.write");
    const bool beforeTakeOff =
        mission && (mission->step() == MissionStep::Booked || mission->step() == MissionStep::Prepared);
    const auto set = [](QPushButton* each, bool enabled) {
        if (each->isEnabled() != enabled) each->setEnabled(enabled);
    };
    set(m_book, may);
    set(m_assign, may && mission && mission->standing());
    set(m_retime, may && beforeTakeOff);
    set(m_cancel, may && beforeTakeOff);
    set(m_advance, may && mission && !AdvanceForm::next(*mission).empty());
    set(m_handOver, may && mission && mission->standing());
    set(m_take, may);
    set(m_takeAll, may && ProposalsForm::any(*m_desk.state()));
    const QString why = may ? QString() : delivery::refusalText({"FORBIDDEN", {}, "mission.write"});
    for (QPushButton* each : {m_book, m_assign, m_retime, m_cancel, m_advance, m_handOver, m_take, m_takeAll})
        if (each->toolTip() != why) each->setToolTip(why);
}

void MissionsSide::focusFilter() {
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

QStringList MissionsSide::drones() const {
    constexpr std::string_view uas = "uas:";
    QStringList ids;
    if (m_situation)
        for (const auto& track : m_situation->tracks)
            if (track->id.starts_with(uas)) ids << QString::fromStdString(track->id.substr(uas.size()));
    return ids;
}

void MissionsSide::book(const std::string& network) {
    if (m_desk.state()->networks.empty()) {
        Q_EMIT said(tr("There is no delivery network yet. Draw or import one first."), true);
        return;
    }
    auto* form = new BookForm(m_desk, m_clock, network, this);
    connect(form, &BookForm::booked, this, [this](const QString& id) {
        m_selection.select(id);
        Q_EMIT said(tr("Mission %1 is booked.").arg(id), false);
    });
    form->open();
}

void MissionsSide::assignDrone() {
    const MissionPtr mission = chosenOrSay();
    if (!mission) return;
    auto* form = new AssignForm(m_desk, *mission, drones(), this);
    connect(form, &QDialog::accepted, this, [this, id = mission->id] { sayDrone(id); });
    form->open();
}

// The drone with what could not be judged of it: nobody takes silence for "ready".
void MissionsSide::sayDrone(const std::string& id) {
    const MissionPtr mission = m_desk.state()->mission(id);
    if (!mission) return;
    const QString name = QString::fromStdString(id);
    if (mission->drone.empty()) {
        Q_EMIT said(tr("Mission %1 has no drone.").arg(name), false);
        return;
    }
    const QString notes = delivery::droneNotesText(*mission);
    const QString flies = tr("Mission %1 is flown by %2.").arg(name, QString::fromStdString(mission->drone));
    Q_EMIT said(notes.isEmpty() ? flies : tr("%1 %2.", "sentence, remarks").arg(flies, notes), false);
}

void MissionsSide::retime() {
    const MissionPtr mission = chosenOrSay();
    if (!mission) return;
    std::optional<UtcMs> proposed;
    for (const auto& conflict : m_desk.state()->conflicts)
        if (conflict.mission == mission->id) proposed = conflict.proposedStart;
    (new RetimeForm(m_desk, m_clock, *mission, proposed, this))->open();
}

void MissionsSide::advance() {
    const MissionPtr mission = chosenOrSay();
    if (!mission) return;
    if (AdvanceForm::next(*mission).empty()) {
        Q_EMIT said(tr("Mission %1 is over: no step follows.").arg(QString::fromStdString(mission->id)), true);
        return;
    }
    (new AdvanceForm(m_desk, *mission, this))->open();
}

void MissionsSide::handOver() {
    if (const MissionPtr mission = chosenOrSay()) (new HandOverForm(m_desk, *mission, this))->open();
}

void MissionsSide::cancelMission() {
    const MissionPtr mission = chosenOrSay();
    if (!mission) return;
    auto* form = new CancelForm(
        m_desk, [] { return tr("Cancel a mission"); },
        [id = mission->id, orders = mission->orders.size()] {
            return tr("Mission %1 is cancelled: all its places and times are free again, and its %n orders wait again.",
                      nullptr, static_cast<int>(orders))
                .arg(QString::fromStdString(id));
        },
        [id = mission->id](delivery::DeliveryService& service, people::Principal by, std::string reason,
                           delivery::Done<void> done) {
            service.cancelMission(std::move(by), id, std::move(reason), std::move(done));
        },
        this);
    form->open();
}

void MissionsSide::takeProposed() {
    const ConflictRow* row = m_conflicts.at(m_conflictList->currentIndex());
    if (!row) row = m_conflicts.at(0);
    if (!row) {
        Q_EMIT said(tr("All missions fit."), false);
        return;
    }
    const QString id = QString::fromStdString(row->conflict.mission);
    if (!row->conflict.proposedStart) {
        Q_EMIT said(tr("No start is in sight for %1. Cancel it, or move another mission.").arg(id), true);
        return;
    }
    m_desk.ask<void>(
        this,
        [this, id, start = *row->conflict.proposedStart](const Result<void>& done) {
            if (done)
                Q_EMIT said(tr("Mission %1 now starts at %2.").arg(id, models::utcTime(start)), false);
            else
                Q_EMIT said(delivery::refusalText(done.error()), true);
        },
        [id = row->conflict.mission, start = *row->conflict.proposedStart](
            delivery::DeliveryService& service, people::Principal by, delivery::Done<void> done) {
            service.retimeMission(std::move(by), id, start, std::move(done));
        });
}

void MissionsSide::takeAllProposed() {
    if (m_conflicts.rowCount() == 0) {
        Q_EMIT said(tr("All missions fit."), false);
        return;
    }
    auto* form = new ProposalsForm(m_desk, this);
    connect(form, &ProposalsForm::taken, this, [this](int missions) {
        Q_EMIT said(tr("%n missions have their proposed starts.", nullptr, missions), false);
    });
    form->open();
}

void MissionsSide::word() {
    m_words->setPlaceholderText(tr("Filter missions: id, drone, stop, order, step"));
    m_words->setAccessibleName(tr("Filter missions"));
    m_which->setAccessibleName(tr("Which missions"));
    m_which->setItemText(Everything, tr("All missions"));
    m_which->setItemText(OnlyOpen, tr("Not complete"));
    m_which->setItemText(OnlyLate, tr("Late by a minute or more"));
    m_which->setItemText(OnlyConflicts, tr("No longer fit"));
    m_list->setAccessibleName(tr("Missions"));
    m_conflictList->setAccessibleName(tr("Missions that no longer fit"));
    m_take->setText(tr("Take the proposed start"));
    m_takeAll->setText(tr("Take all proposals…"));
    m_book->setText(tr("Book…"));
    m_assign->setText(tr("Drone…"));
    m_retime->setText(tr("Start…"));
    m_advance->setText(tr("Next step…"));
    m_handOver->setText(tr("Hand over…"));
    m_cancel->setText(tr("Cancel…"));
    m_model.retranslate();
    m_conflicts.retranslate();
    m_conflictTitle->setText(tr("▲ %n missions no longer fit", nullptr, m_conflicts.rowCount()));
}

void MissionsSide::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void MissionsSide::setRoom(QSize room) {
    const bool isShort = room.height() < fontMetrics().height() * shortLines;
    if (std::exchange(m_short, isShort) != isShort) showConflicts();
    const int words = fontMetrics().averageCharWidth();
    const auto arrange = [&](QBoxLayout* row, int width, int before) { // words, or a filter, before buttons
        const int wanted = row->itemAt(1)->sizeHint().width() + words * before;
        row->setDirection(width >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    };
    const bool wide = room.width() > room.height() && room.width() > words * 75;
    arrange(m_tools, room.width(), 45);
    arrange(m_conflictHead, wide ? room.width() * 3 / 5 : room.width(), 30);
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_halves->orientation() == wanted && m_laidOut) return;
    m_laidOut = true;
    m_halves->setOrientation(wanted);
    const int length = wide ? room.width() : room.height();
    m_halves->setSizes({length * 3 / 5, length * 2 / 5});
}

} // namespace haneul::orders
