#include "ui/orders/proposals_form.h"

#include "ui/models/words.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>

#include <algorithm>
#include <map>

namespace haneul::orders {

namespace {

constexpr int mostRows = 12; // in sight, the others by scrolling

// A mission may be in several conflicts; the proposal is of the mission.
std::map<std::string, std::optional<UtcMs>> proposals(const delivery::DeliveryState& state) {
    std::map<std::string, std::optional<UtcMs>> found;
    for (const delivery::MissionConflict& conflict : state.conflicts) {
        auto& start = found[conflict.mission];
        if (!start) start = conflict.proposedStart;
    }
    return found;
}

} // namespace

ProposalsForm::ProposalsForm(delivery::DeliveryDesk& desk, QWidget* parent)
    : DeskForm("proposalsForm", desk, parent)
    , m_list(new QListWidget(this))
    , m_without(new QLabel(this)) {
    m_list->setObjectName(QStringLiteral("proposals"));
    m_without->setObjectName(QStringLiteral("withoutProposal"));
    m_without->setWordWrap(true);
    addText([] { return tr("All these missions move in one step, or none does: the starts fit only together."); });
    addRow([] { return tr("&Missions with their old and new start (UTC)"); }, m_list);
    addField(m_without);
    finish([] { return tr("Take all proposals"); }, [] { return tr("Move a&ll"); });
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &ProposalsForm::read);
    read();
}

bool ProposalsForm::any(const delivery::DeliveryState& state) {
    return std::ranges::any_of(state.conflicts,
                               [](const auto& conflict) { return conflict.proposedStart.has_value(); });
}

void ProposalsForm::read() {
    const delivery::DeliveryState& state = *desk().state();
    m_starts.clear();
    QStringList lines;
    QStringList without;
    for (const auto& [id, start] : proposals(state)) {
        const QString name = QString::fromStdString(id);
        if (!start) {
            without << name;
            continue;
        }
        const auto mission = state.mission(id);
        m_starts.emplace_back(id, *start);
        lines << QStringLiteral("%1   %2 → %3")
                     .arg(name, mission ? models::utcTime(mission->start) : models::unknownText(),
                          models::utcTime(*start));
    }
    m_list->clear();
    m_list->addItems(lines);
    const auto rows = std::clamp(static_cast<int>(lines.size()), 2, mostRows);
    m_list->setFixedHeight(m_list->frameWidth() * 2 + rows * m_list->sizeHintForRow(0) + fontMetrics().height() / 2);
    m_without->setVisible(!without.isEmpty());
    m_without->setText(
        tr("▲  No start is in sight for %1: cancel, or move another mission.").arg(without.join(QStringLiteral(", "))));
    setComplete(!m_starts.empty());
}

void ProposalsForm::send() {
    desk().ask<void>(
        this,
        [this, count = static_cast<int>(m_starts.size())](const Result<void>& done) {
            if (!done) return refused(done.error());
            Q_EMIT taken(count);
            accept();
        },
        [starts = m_starts](delivery::DeliveryService& service, people::Principal by, delivery::Done<void> done) {
            service.retimeMissions(std::move(by), starts, std::move(done));
        });
}

void ProposalsForm::refused(const Error& why) {
    DeskForm::refused(why);
    read();
}

void ProposalsForm::changeEvent(QEvent* event) {
    DeskForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) read();
}

} // namespace haneul::orders
