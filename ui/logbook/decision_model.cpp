#include "ui/logbook/decision_model.h"

#include "ui/access/words.h"
#include "ui/logbook/decision_words.h"

#include <QPointer>

#include <algorithm>

namespace haneul::logbook {

DecisionSource noDecisions() {
    return {.read =
                [](const DecisionFilter&, std::optional<std::uint64_t>, std::size_t,
                   const std::function<void(Result<DecisionPage>)>& done) {
                    done(DecisionPage{.entries = {}, .last = true});
                },
            .verify = [](const std::function<void(ChainState)>& done) { done({}); },
            .subscribe = [](const std::function<void()>&) {}};
}

DecisionModel::DecisionModel(const DecisionSource& source, QObject* parent)
    : QAbstractTableModel(parent)
    , m_source(source) {
    m_source.subscribe([self = QPointer(this)] {
        if (self) self->readNewer();
    });
}

void DecisionModel::setFilter(const DecisionFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    readAgain();
}

void DecisionModel::readAgain() {
    m_reading = false;
    m_last = false;
    read({}, &DecisionModel::replace);
}

void DecisionModel::readNewer() {
    if (m_problem) return;
    m_newer = m_reading;
    if (!m_reading) read({}, m_entries.empty() ? &DecisionModel::replace : &DecisionModel::takeNewer);
}

void DecisionModel::read(std::optional<std::uint64_t> before, void (DecisionModel::*take)(DecisionPage)) {
    m_reading = true;
    m_problem.reset();
    const std::uint64_t question = ++m_question;
    m_source.read(m_filter, before, pageSize, [self = QPointer(this), question, take](Result<DecisionPage> page) {
        if (!self || question != self->m_question) return;
        if (page) {
            (self->*take)(*std::move(page));
        } else {
            self->m_problem = page.error();
            self->replace({.entries = {}, .last = true});
        }
        self->m_reading = false; // only now: whoever watches the rows may ask for more while they are put in
        Q_EMIT self->progressed();
        if (std::exchange(self->m_newer, false)) self->readNewer();
    });
    Q_EMIT progressed();
}

void DecisionModel::replace(DecisionPage page) {
    beginResetModel();
    m_entries.assign(std::make_move_iterator(page.entries.begin()), std::make_move_iterator(page.entries.end()));
    m_last = page.last;
    endResetModel();
}

void DecisionModel::takeOlder(DecisionPage page) {
    m_last = page.last;
    if (page.entries.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.entries.size()) - 1);
    std::ranges::move(page.entries, std::back_inserter(m_entries));
    endInsertRows();
}

void DecisionModel::takeNewer(DecisionPage page) {
    const std::uint64_t newest = m_entries.front().sequence;
    const auto known = std::ranges::find_if(page.entries, [&](const auto& each) { return each.sequence <= newest; });
    if (known == page.entries.begin()) return;
    if (known == page.entries.end() && !page.last) return replace(std::move(page)); // more than a page: begin anew
    const auto count = known - page.entries.begin();
    beginInsertRows({}, 0, static_cast<int>(count) - 1);
    m_entries.insert(m_entries.begin(), std::make_move_iterator(page.entries.begin()), std::make_move_iterator(known));
    endInsertRows();
}

const Decision* DecisionModel::at(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount()) return nullptr;
    return &m_entries[static_cast<std::size_t>(index.row())];
}

void DecisionModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_entries.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int DecisionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int DecisionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

bool DecisionModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_reading && !m_last && !m_entries.empty();
}

void DecisionModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) read(m_entries.back().sequence, &DecisionModel::takeOlder);
}

QVariant DecisionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Decision& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return entry.type;
    if (role == Qt::TextAlignmentRole && index.column() == static_cast<int>(Column::Number))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        return access::dateAndTime(entry.time);
    case Column::User:
        return entry.user == QLatin1StringView("system") ? tr("the program") : entry.user;
    case Column::Role:
        return access::roleText(entry.role);
    case Column::What:
        return typeText(entry.type);
    case Column::Details:
        return bodyText(entry.body);
    case Column::Number:
        return QString::number(entry.sequence);
    case Column::Count:
        break;
    }
    return {};
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time (UTC)");
    case Column::User:
        return tr("User");
    case Column::Role:
        return tr("Role");
    case Column::What:
        return tr("What");
    case Column::Details:
        return tr("Details");
    case Column::Number:
        return tr("Number");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::logbook
