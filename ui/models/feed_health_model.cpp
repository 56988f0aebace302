#include "ui/models/feed_health_model.h"

#include "ui/models/words.h"

#include <QLocale>

namespace haneul::models {

namespace {

using situation::FeedHealth;
using Column = FeedHealthModel::Column;

constexpr milliseconds rateWindow{5000};
constexpr milliseconds rateFrom{1000};
constexpr milliseconds sampleEvery{200};

std::optional<std::uint64_t> counter(const FeedHealth& health, Column column) {
    switch (column) {
    case Column::Messages:
        return health.messages;
    case Column::Updates:
        return health.updates;
    case Column::Malformed:
        return health.malformed;
    case Column::Refused:
        return health.refused;
    case Column::Dropped:
        return health.dropped;
    case Column::Ignored:
        return health.ignored;
    case Column::Duplicates:
        return health.duplicates;
    case Column::Late:
        return health.late;
    case Column::Gaps:
        return health.gaps;
    case Column::Bytes:
        return health.bytes;
    default:
        return std::nullopt;
    }
}

} // namespace

FeedHealthModel::FeedHealthModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FeedHealthModel::setSituation(const situation::SituationPtr& situation, UtcMs now) {
    m_now = now;
    const auto& feeds = situation->feeds;
    std::size_t same = 0;
    while (same < feeds.size() && same < m_rows.size() && feeds[same].id == m_rows[same].health.id)
        ++same;
    // Feeds come and go only with the configuration: from the first difference on, rows are made anew.
    if (same < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(same), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(same);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < same; ++i)
        sample(m_rows[i], feeds[i]);
    if (same > 0) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(same) - 1, columnCount() - 1));
    if (same == feeds.size()) return;
    beginInsertRows({}, static_cast<int>(same), static_cast<int>(feeds.size()) - 1);
    for (std::size_t i = same; i < feeds.size(); ++i)
        sample(m_rows.emplace_back(), feeds[i]);
    endInsertRows();
}

void FeedHealthModel::sample(Row& row, const FeedHealth& health) const {
    // A count or a clock that went back is a new beginning (restart, seek in a replay): no rate across it.
    if (!row.samples.empty() && (health.messages < row.samples.back().messages || m_now < row.samples.back().time))
        row.samples.clear();
    row.health = health;
    if (!row.samples.empty() && m_now - row.samples.back().time < sampleEvery) return;
    row.samples.push_back({m_now, health.messages});
    while (row.samples.size() > 2 && m_now - row.samples[1].time >= rateWindow)
        row.samples.pop_front();
}

std::optional<double> FeedHealthModel::rate_perSecond(int rowNumber) const {
    const Row& row = m_rows.at(static_cast<std::size_t>(rowNumber));
    if (row.samples.empty()) return std::nullopt;
    const milliseconds span = row.samples.back().time - row.samples.front().time;
    if (span < rateFrom) return std::nullopt;
    return 1000.0 * static_cast<double>(row.samples.back().messages - row.samples.front().messages) /
           static_cast<double>(span.count());
}

void FeedHealthModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FeedHealthModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FeedHealthModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant FeedHealthModel::value(const Row& row, Column column) const {
    if (const auto count = counter(row.health, column)) return QVariant::fromValue<qulonglong>(*count);
    switch (column) {
    case Column::State:
        return static_cast<int>(row.health.state);
    case Column::Age:
        if (!row.health.lastMessage) return {};
        return static_cast<double>((m_now - *row.health.lastMessage).count()) / 1000.0;
    case Column::Rate: {
        const auto rate = rate_perSecond(static_cast<int>(&row - m_rows.data()));
        return rate ? QVariant(*rate) : QVariant();
    }
    default:
        return text(row, column);
    }
}

QString FeedHealthModel::text(const Row& row, Column column) const {
    if (const auto count = counter(row.health, column)) return QLocale::c().toString(static_cast<qulonglong>(*count));
    switch (column) {
    case Column::Id:
        return QString::fromStdString(row.health.id);
    case Column::Source:
        return sourceText(row.health.kind);
    case Column::Endpoint:
        return QString::fromStdString(row.health.endpoint);
    case Column::State:
        return stateText(row.health.state);
    case Column::Age:
        return row.health.lastMessage ? ageText(m_now - *row.health.lastMessage) : unknownText();
    case Column::Rate: {
        const auto rate = rate_perSecond(static_cast<int>(&row - m_rows.data()));
        return rate ? QString::number(*rate, 'f', *rate < 100 ? 1 : 0) : unknownText();
    }
    case Column::Detail:
        return QString::fromStdString(row.health.detail);
    default:
        return {};
    }
}

QString FeedHealthModel::allCounters(const Row& row) const {
    QStringList lines;
    for (int i = 0; i < static_cast<int>(Column::Count); ++i) {
        const QString shown = text(row, static_cast<Column>(i));
        if (!shown.isEmpty()) lines += headerData(i, Qt::Horizontal).toString() + QStringLiteral(": ") + shown;
    }
    return lines.join(u'\n');
}

QVariant FeedHealthModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole:
        return value(row, column);
    case StateRole:
        return static_cast<int>(row.health.state);
    case Qt::ToolTipRole:
        return allCounters(row);
    case Qt::TextAlignmentRole: {
        const bool number = column >= Column::Age && column < Column::Detail;
        return QVariant(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    default:
        return {};
    }
}

QVariant FeedHealthModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Id:
        return tr("Feed");
    case Column::Source:
        return tr("Source");
    case Column::Endpoint:
        return tr("Address");
    case Column::State:
        return tr("State");
    case Column::Age:
        return tr("Last message");
    case Column::Rate:
        return tr("Messages/s");
    case Column::Messages:
        return tr("Messages");
    case Column::Updates:
        return tr("Reports");
    case Column::Malformed:
        return tr("Malformed");
    case Column::Refused:
        return tr("Refused");
    case Column::Dropped:
        return tr("Dropped");
    case Column::Ignored:
        return tr("Ignored");
    case Column::Duplicates:
        return tr("Duplicates");
    case Column::Late:
        return tr("Late");
    case Column::Gaps:
        return tr("Gaps");
    case Column::Bytes:
        return tr("Bytes");
    case Column::Detail:
        return tr("Reason");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::models
