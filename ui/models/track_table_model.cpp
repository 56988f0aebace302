#include "ui/models/track_table_model.h"

#include "ui/models/words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace haneul::models {

namespace {

using traffic::Track;
using traffic::TrackPtr;
using Column = TrackTableModel::Column;

constexpr milliseconds arrangeEvery{1000};

QString fixed(double value, int decimals) {
    return QString::number(value, 'f', decimals);
}

// The value that a column orders by, without the cost of a QVariant; NaN: unknown.
double sortNumber(const Track& track, Column column) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    switch (column) {
    case Column::Source:
        return static_cast<double>(track.kind());
    case Column::State:
        return static_cast<double>(track.state);
    case Column::Latitude:
        return track.position ? track.position->latitude_deg : unknown;
    case Column::Longitude:
        return track.position ? track.position->longitude_deg : unknown;
    case Column::Height:
        return track.height ? track.height->metres : unknown;
    case Column::GroundSpeed:
        return track.velocity ? track.velocity->groundSpeed_mps() : unknown;
    case Column::Course:
        return track.velocity ? track.velocity->course_deg() : unknown;
    case Column::VerticalRate:
        return track.verticalRate_mps.value_or(unknown);
    case Column::Age:
        return -static_cast<double>(sinceEpoch_ms(track.received));
    case Column::Squawk:
        return track.squawk ? static_cast<double>(*track.squawk) : unknown;
    case Column::Battery:
        return track.battery_pct.value_or(unknown);
    case Column::Id:
    case Column::Label:
    case Column::Count:
        break;
    }
    return unknown;
}

bool isText(Column column) {
    return column == Column::Id || column == Column::Label;
}

// Whether the order by this column can change without a row coming or going. An id never changes.
bool moves(Column column) {
    return column != Column::Id;
}

} // namespace

TrackTableModel::TrackTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void TrackTableModel::setSituation(const situation::SituationPtr& situation, UtcMs now) {
    const auto& tracks = situation->tracks;
    std::vector<Entry> merged;
    merged.reserve(tracks.size());
    std::vector<std::size_t> arriving;
    std::vector<char> leaving(m_rows.size(), 0);
    int leavingCount = 0;
    bool changed = false;

    const auto leave = [&](Entry& entry) {
        if (entry.row == hidden) return;
        leaving[static_cast<std::size_t>(entry.row)] = 1;
        ++leavingCount;
        entry.row = hidden;
    };
    const auto arrive = [&](const TrackPtr& track) {
        merged.push_back({track, hidden});
        if (matches(*track)) arriving.push_back(merged.size() - 1);
    };
    const auto stay = [&](Entry entry, const TrackPtr& track) {
        if (entry.track == track) {
            merged.push_back(std::move(entry));
            return;
        }
        changed = true;
        entry.track = track;
        const bool shown = m_filter.isEmpty() || matches(*track);
        if (!shown) leave(entry);
        if (entry.row != hidden) m_rows[static_cast<std::size_t>(entry.row)] = track;
        merged.push_back(std::move(entry));
        if (shown && merged.back().row == hidden) arriving.push_back(merged.size() - 1);
    };

    // Both lists are ordered by id: one walk finds who left, who came and who changed.
    auto old = m_entries.begin();
    for (const TrackPtr& track : tracks) {
        while (old != m_entries.end() && old->track->id < track->id)
            leave(*old++);
        if (old != m_entries.end() && old->track->id == track->id)
            stay(std::move(*old++), track);
        else
            arrive(track);
    }
    while (old != m_entries.end())
        leave(*old++);
    m_entries = std::move(merged);

    const bool newSecond =
        std::chrono::floor<std::chrono::seconds>(now) != std::chrono::floor<std::chrono::seconds>(m_now);
    m_now = now;
    if (changed || newSecond) announceAll();
    if (!arriving.empty()) append(arriving);
    leaving.resize(m_rows.size(), 0);
    const bool due = moves(m_sortColumn) && changed && std::chrono::abs(now - m_arranged) >= arrangeEvery;
    if (!arriving.empty() || leavingCount > 0 || due) {
        arrange(leaving);
        m_arranged = now;
    }
    if (leavingCount > 0) dropTail(leavingCount);
}

void TrackTableModel::setFilter(const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_filter) return;
    m_filter = words;
    std::vector<std::size_t> arriving;
    std::vector<char> leaving(m_rows.size(), 0);
    int leavingCount = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        const bool shown = matches(*entry.track);
        if (shown && entry.row == hidden) arriving.push_back(i);
        if (shown || entry.row == hidden) continue;
        leaving[static_cast<std::size_t>(entry.row)] = 1;
        ++leavingCount;
        entry.row = hidden;
    }
    if (!arriving.empty()) append(arriving);
    leaving.resize(m_rows.size(), 0);
    arrange(leaving);
    if (leavingCount > 0) dropTail(leavingCount);
}

void TrackTableModel::setUnits(const Units& units) {
    if (units == m_units) return;
    m_units = units;
    retranslate();
}

void TrackTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(Column::Count) - 1);
    announceAll();
}

void TrackTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= static_cast<int>(Column::Count)) return;
    m_sortColumn = static_cast<Column>(column);
    m_sortOrder = order;
    arrange(std::vector<char>(m_rows.size(), 0));
}

void TrackTableModel::append(const std::vector<std::size_t>& entries) {
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    for (const std::size_t index : entries) {
        m_entries[index].row = static_cast<int>(m_rows.size());
        m_rows.push_back(m_entries[index].track);
    }
    endInsertRows();
}

std::vector<int> TrackTableModel::orderedRows(const std::vector<char>& leaving) const {
    const std::size_t count = m_rows.size();
    std::vector<int> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    const auto byId = [this](int a, int b) {
        return m_rows[static_cast<std::size_t>(a)]->id < m_rows[static_cast<std::size_t>(b)]->id;
    };
    const bool down = m_sortOrder == Qt::DescendingOrder;

    // Equal rows stay ordered by id, and an unknown value stands last in either direction.
    if (isText(m_sortColumn)) {
        const auto key = [&](int row) -> const std::string& {
            const Track& track = *m_rows[static_cast<std::size_t>(row)];
            return m_sortColumn == Column::Id ? track.id : track.label;
        };
        std::ranges::sort(rows, [&](int a, int b) {
            const char leaveA = leaving[static_cast<std::size_t>(a)];
            const char leaveB = leaving[static_cast<std::size_t>(b)];
            if (leaveA != leaveB) return leaveA < leaveB;
            const std::string& keyA = key(a);
            const std::string& keyB = key(b);
            if (keyA.empty() != keyB.empty()) return keyB.empty();
            const int order = keyA.compare(keyB);
            if (order == 0) return byId(a, b);
            return down ? order > 0 : order < 0;
        });
        return rows;
    }
    std::vector<double> keys(count);
    for (std::size_t i = 0; i < count; ++i)
        keys[i] = sortNumber(*m_rows[i], m_sortColumn);
    std::ranges::sort(rows, [&](int a, int b) {
        const char leaveA = leaving[static_cast<std::size_t>(a)];
        const char leaveB = leaving[static_cast<std::size_t>(b)];
        if (leaveA != leaveB) return leaveA < leaveB;
        const double keyA = keys[static_cast<std::size_t>(a)];
        const double keyB = keys[static_cast<std::size_t>(b)];
        if (std::isnan(keyA) != std::isnan(keyB)) return std::isnan(keyB);
        if (keyA < keyB) return !down;
        if (keyA > keyB) return down;
        return byId(a, b);
    });
    return rows;
}

void TrackTableModel::arrange(const std::vector<char>& leaving) {
    const std::vector<int> rows = orderedRows(leaving);
    if (std::ranges::is_sorted(rows)) return;

    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<TrackPtr> arranged;
    arranged.reserve(rows.size());
    std::vector<int> newRow(rows.size());
    for (const int row : rows) {
        newRow[static_cast<std::size_t>(row)] = static_cast<int>(arranged.size());
        arranged.push_back(std::move(m_rows[static_cast<std::size_t>(row)]));
    }
    m_rows = std::move(arranged);
    for (Entry& entry : m_entries)
        if (entry.row != hidden) entry.row = newRow[static_cast<std::size_t>(entry.row)];

    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& each : before)
        after.push_back(index(newRow[static_cast<std::size_t>(each.row())], each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TrackTableModel::dropTail(int count) {
    const int size = static_cast<int>(m_rows.size());
    beginRemoveRows({}, size - count, size - 1);
    m_rows.resize(static_cast<std::size_t>(size - count));
    endRemoveRows();
}

void TrackTableModel::announceAll() {
    if (m_rows.empty()) return;
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, static_cast<int>(Column::Count) - 1));
}

bool TrackTableModel::matches(const Track& track) const {
    if (m_filter.isEmpty()) return true;
    QString all = QString::fromStdString(track.id) + u' ' + QString::fromStdString(track.label) + u' ' +
                  sourceText(track.kind()) + u' ' + stateText(track.state);
    if (track.squawk) all += u' ' + squawkText(*track.squawk);
    if (track.missionId) all += u' ' + QString::fromStdString(*track.missionId);
    if (track.pilotId) all += u' ' + QString::fromStdString(*track.pilotId);
    return std::ranges::all_of(m_filter, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

TrackPtr TrackTableModel::trackAt(int row) const {
    if (row < 0 || row >= static_cast<int>(m_rows.size())) return nullptr;
    return m_rows[static_cast<std::size_t>(row)];
}

int TrackTableModel::rowOf(const traffic::TrackId& id) const {
    const auto found = std::ranges::lower_bound(
        m_entries, id, {}, [](const Entry& entry) -> const traffic::TrackId& { return entry.track->id; });
    return found != m_entries.end() && found->track->id == id ? found->row : hidden;
}

int TrackTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrackTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QString TrackTableModel::text(const Track& track, Column column) const {
    switch (column) {
    case Column::Id:
        return QString::fromStdString(track.id);
    case Column::Label:
        return track.label.empty() ? unknownText() : QString::fromStdString(track.label);
    case Column::Source:
        return sourceText(track.kind());
    case Column::State:
        return stateText(track.state);
    case Column::Latitude:
        return track.position ? latitudeText(track.position->latitude_deg) : unknownText();
    case Column::Longitude:
        return track.position ? longitudeText(track.position->longitude_deg) : unknownText();
    case Column::Height:
        if (!track.height) return unknownText();
        return heightNumber(track.height->metres, m_units) + u' ' +
               QString::fromUtf8(geo::toString(track.height->datum));
    case Column::GroundSpeed:
        return track.velocity ? speedNumber(track.velocity->groundSpeed_mps(), m_units) : unknownText();
    case Column::Course: {
        if (!track.velocity) return unknownText();
        return QStringLiteral("%1").arg(qRound(track.velocity->course_deg()) % 360, 3, 10, QChar(u'0'));
    }
    case Column::VerticalRate:
        return track.verticalRate_mps ? climbNumber(*track.verticalRate_mps, m_units) : unknownText();
    case Column::Age:
        return ageText(track.age(m_now));
    case Column::Squawk:
        return track.squawk ? squawkText(*track.squawk) : unknownText();
    case Column::Battery:
        return track.battery_pct ? fixed(*track.battery_pct, 0) : unknownText();
    case Column::Count:
        break;
    }
    return {};
}

QVariant TrackTableModel::value(const Track& track, Column column) const {
    if (column == Column::Age) return static_cast<double>(track.age(m_now).count()) / 1000.0;
    if (column == Column::Id) return QString::fromStdString(track.id);
    if (column == Column::Label) return track.label.empty() ? QVariant() : QString::fromStdString(track.label);
    const double number = sortNumber(track, column);
    return std::isnan(number) ? QVariant() : QVariant(number);
}

QVariant TrackTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Track& track = *m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(track, column);
    case SortRole:
        return value(track, column);
    case IdRole:
        return QString::fromStdString(track.id);
    case StateRole:
        return static_cast<int>(track.state);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::Alignment((column < Column::Latitude ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::ToolTipRole: {
        QStringList lines{QString::fromStdString(track.id)};
        for (const traffic::TrackSource& source : track.sources)
            lines +=
                tr("%1 (%2), last %3")
                    .arg(QString::fromStdString(source.feed), sourceText(source.kind), utcTime(source.lastReceived));
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant TrackTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((column < Column::Latitude ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (column) {
    case Column::Id:
        return tr("Id");
    case Column::Label:
        return tr("Label");
    case Column::Source:
        return tr("Source");
    case Column::State:
        return tr("State");
    case Column::Latitude:
        return tr("Latitude");
    case Column::Longitude:
        return tr("Longitude");
    case Column::Height:
        return tr("Height %1").arg(unitText(m_units.height));
    case Column::GroundSpeed:
        return tr("Speed %1").arg(unitText(m_units.speed));
    case Column::Course:
        return tr("Course °");
    case Column::VerticalRate:
        return tr("Climb %1").arg(climbUnitText(m_units.height));
    case Column::Age:
        return tr("Age");
    case Column::Squawk:
        return tr("Squawk");
    case Column::Battery:
        return tr("Battery %");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::models
