#include "ui/fleet/history_dialog.h"

#include "core/json/object.h"
#include "server/fleet/record_codec.h"
#include "ui/fleet/record_form.h"
#include "ui/fleet/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace haneul::fleet {

namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

std::map<std::string, std::string> membersIn(std::optional<Kind> kind, const std::string& json) {
    if (json.empty()) return {};
    std::vector<Member> members;
    if (kind) {
        const auto record = recordFromJson(*kind, json);
        if (record) members = membersOf(*record);
    } else if (auto object = json::Object::parse(json)) {
        const auto rules = rulesFrom(*std::move(object));
        if (rules) members = membersOf(*rules);
    }
    return {members.begin(), members.end()};
}

} // namespace

HistoryDialog::HistoryDialog(FleetDesk& desk, Kind kind, const std::string& id, QWidget* parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_id(plain(id))
    , m_changes(std::vector<Change>())
    , m_said(new QLabel(this))
    , m_tree(new QTreeWidget(this)) {
    build();
    desk.ask<std::vector<Change>>(
        this, [this](const Result<std::vector<Change>>& changes) { take(changes); },
        [kind, id](FleetService& service, people::Principal by, Done<std::vector<Change>> done) {
            service.history(std::move(by), kind, id, std::move(done));
        });
}

HistoryDialog::HistoryDialog(FleetDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_changes(std::vector<Change>())
    , m_said(new QLabel(this))
    , m_tree(new QTreeWidget(this)) {
    build();
    desk.ask<std::vector<Change>>(
        this, [this](const Result<std::vector<Change>>& changes) { take(changes); },
        [](FleetService& service, people::Principal by, Done<std::vector<Change>> done) {
            service.rulesHistory(std::move(by), std::move(done));
        });
}

void HistoryDialog::take(const Result<std::vector<Change>>& changes) {
    m_changes = changes;
    fill();
}

void HistoryDialog::build() {
    setObjectName(QStringLiteral("historyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_said->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("historyTree"));
    m_tree->setColumnCount(4);
    m_tree->setUniformRowHeights(true);
    const int gap = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->addWidget(m_said);
    column->addWidget(m_tree);
    resize(fontMetrics().averageCharWidth() * 110, gap * 26);
    word();
}

void HistoryDialog::word() {
    setWindowTitle(m_kind ? tr("History of %1").arg(m_id) : tr("History of the rules"));
    m_tree->setAccessibleName(windowTitle());
    m_tree->setHeaderLabels({tr("When, what"), tr("Who"), tr("Before"), tr("After")});
}

// The latest first; under each step only what differs.
void HistoryDialog::fill() {
    m_tree->clear();
    m_said->setText(m_changes
                        ? tr("%n changes; nothing is ever overwritten.", nullptr, static_cast<int>(m_changes->size()))
                        : QString(QStringLiteral("▲  ") + refusalText(m_changes.error())));
    if (!m_changes) return;
    for (auto change = m_changes->rbegin(); change != m_changes->rend(); ++change) {
        auto* step = new QTreeWidgetItem(m_tree);
        step->setText(0, QString(instantText(change->at) + QStringLiteral("Z  ") + changeText(change->what)));
        step->setText(1, change->role.empty()
                             ? plain(change->user)
                             : QString(plain(change->user) + QStringLiteral(" · ") + plain(change->role)));
        if (!change->note.empty()) {
            auto* why = new QTreeWidgetItem(step);
            why->setText(0, tr("Why"));
            why->setText(3, plain(change->note));
            why->setToolTip(3, plain(change->note));
        }
        const auto before = membersIn(m_kind, change->before);
        for (const auto& [member, after] : membersIn(m_kind, change->after)) {
            const auto old = before.find(member);
            const std::string was = old == before.end() ? "" : old->second;
            if (was == after) continue;
            auto* line = new QTreeWidgetItem(step);
            line->setText(0, memberText(member));
            line->setText(2, memberValueText(member, was));
            line->setText(3, memberValueText(member, after));
        }
        step->setExpanded(true);
    }
    for (int i = 0; i < m_tree->columnCount(); ++i)
        m_tree->resizeColumnToContents(i);
}

void HistoryDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    fill();
}

} // namespace haneul::fleet
