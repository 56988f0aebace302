#include "ui/fleet/payloads_dialog.h"

#include "ui/fleet/history_dialog.h"
#include "ui/fleet/record_form.h"
#include "ui/fleet/retire_form.h"
#include "ui/fleet/words.h"
#include "ui/models/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::fleet {

namespace {

enum Column { Name, Title, Mass, Abilities, Fits, State, ColumnCount };

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words)
        list << plain(word);
    return list.isEmpty() ? models::unknownText() : list.join(QStringLiteral(", "));
}

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

PayloadsDialog::PayloadsDialog(FleetDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_said(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_new(button("newPayload", this))
    , m_change(button("changePayload", this))
    , m_retire(button("retirePayload", this))
    , m_history(button("payloadHistory", this))
    , m_close(button("closePayloads", this)) {
    setObjectName(QStringLiteral("payloadsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_said->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("payloads"));
    m_list->setColumnCount(ColumnCount);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    auto* foot = new QHBoxLayout;
    for (QPushButton* each : {m_new, m_change, m_retire, m_history})
        foot->addWidget(each);
    foot->addStretch();
    foot->addWidget(m_close);
    const int gap = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->addWidget(m_said);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 110, gap * 18);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PayloadsDialog::allow);
    connect(m_list, &QTreeWidget::itemActivated, this, &PayloadsDialog::change);
    connect(m_new, &QPushButton::clicked, this, [this] { (new RecordForm(m_desk, Payload{}, 0, this))->open(); });
    connect(m_change, &QPushButton::clicked, this, &PayloadsDialog::change);
    connect(m_retire, &QPushButton::clicked, this, &PayloadsDialog::retire);
    connect(m_history, &QPushButton::clicked, this,
            [this] { (new HistoryDialog(m_desk, Kind::Payload, chosen(), this))->open(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &FleetDesk::stateChanged, this, &PayloadsDialog::fill);
    word();
    fill();
    m_list->setFocus();
}

void PayloadsDialog::word() {
    setWindowTitle(tr("Payloads"));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({memberText("id"), memberText("name"), memberText("mass_kg"), memberText("capabilities"),
                             memberText("model_ids"), memberText("status")});
    m_new->setText(tr("&New…"));
    m_change->setText(tr("&Change…"));
    m_history->setText(tr("&History…"));
    m_close->setText(tr("C&lose"));
    m_said->setText(tr("What a drone carries: the mass and the types that it fits are judged when it is assigned. What "
                       "is empty is not known, and what needs it is not judged."));
}

void PayloadsDialog::fill() {
    const std::string before = chosen();
    m_list->clear();
    for (const auto& [id, kept] : m_desk.state()->payloads) {
        const Payload& payload = kept->value;
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(Name, plain(id));
        item->setText(Title, plain(payload.name));
        item->setText(Mass, payload.mass_kg ? QString::number(*payload.mass_kg) : models::unknownText());
        item->setTextAlignment(Mass, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(Abilities, joined(payload.capabilities));
        item->setText(Fits, joined(payload.model_ids));
        item->setText(State, kept->retired ? statusText(DroneStatus::Retired) : tr("In use"));
        if (id == before) m_list->setCurrentItem(item);
    }
    if (m_list->currentItem() == nullptr && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    for (int i = 0; i < ColumnCount; ++i) {
        m_list->resizeColumnToContents(i);
        m_list->setColumnWidth(i, m_list->columnWidth(i) + 2 * fontMetrics().averageCharWidth());
    }
    allow();
}

std::string PayloadsDialog::chosen() const {
    const auto* item = m_list->currentItem();
    return item == nullptr ? std::string() : item->text(Name).toStdString();
}

void PayloadsDialog::allow() {
    const auto kept = m_desk.state()->find<Payload>(chosen());
    const bool mayWrite = m_desk.may("fleet.write");
    m_new->setEnabled(mayWrite);
    m_change->setEnabled(mayWrite && kept && !kept->retired);
    m_retire->setEnabled(mayWrite && kept);
    m_retire->setText(kept && kept->retired ? tr("&Take back into use…") : tr("&Retire…"));
    m_history->setEnabled(kept && m_desk.may("fleet.read"));
}

void PayloadsDialog::change() {
    const auto kept = m_desk.state()->find<Payload>(chosen());
    if (kept && !kept->retired && m_desk.may("fleet.write"))
        (new RecordForm(m_desk, kept->value, kept->revision, this))->open();
}

void PayloadsDialog::retire() {
    const auto kept = m_desk.state()->find<Payload>(chosen());
    if (kept && m_desk.may("fleet.write"))
        (new RetireForm(m_desk, Kind::Payload, chosen(), kept->revision, !kept->retired, this))->open();
}

void PayloadsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    fill();
}

} // namespace haneul::fleet
