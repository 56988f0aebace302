#include "ui/airspace/draft_tables.h"

#include "core/geo/geodesic.h"
#include "ui/airspace/zone_geometry.h"
#include "ui/airspace/zone_words.h"
#include "ui/models/instants.h"
#include "ui/orders/synced_table.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace haneul::airspace {

namespace {

const char* const timesStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change times");
const char* const addPeriodStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add period");
const char* const removePeriodStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete period");
const char* const authorityStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change authority");
const char* const addAuthorityStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add authority");
const char* const removeAuthorityStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete authority");

constexpr std::chrono::hours usualLength{2};
constexpr std::size_t longestText = 200;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

std::string first(const Texts& texts) {
    return texts.empty() ? std::string() : texts.front().text;
}

// Other languages stay.
void setFirst(Texts& texts, const std::string& text) {
    if (text.empty() && texts.size() <= 1)
        texts.clear();
    else if (texts.empty())
        texts.push_back({text, {}});
    else
        texts.front().text = text;
}

template <class Items>
void removeAt(Items& items, std::size_t index) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
}

} // namespace

// ---------------------------------------------------------------- all tables of a draft

DraftTable::DraftTable(ZoneEditor& editor, int columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_editor(editor)
    , m_columns(columns) {
    connect(&editor, &ZoneEditor::zoneChanged, this, &DraftTable::follow);
    connect(&editor, &ZoneEditor::pickedChanged, this, &DraftTable::follow);
}

int DraftTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_shown;
}

int DraftTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant DraftTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() >= rows()) return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole) return text(index.row(), index.column());
    return {};
}

bool DraftTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.row() >= rows())
        return false;
    if (!m_editor.mayChange() || !writable(index.row(), index.column())) return false;
    const QString typed = value.toString().trimmed();
    if (typed == text(index.row(), index.column())) return true;
    m_editor.draft().seal();
    if (write(index.row(), index.column(), typed)) return true;
    Q_EMIT refused(accepts(index.column()));
    return false;
}

Qt::ItemFlags DraftTable::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (m_editor.mayChange() && writable(index.row(), index.column())) flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant DraftTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return title(section);
}

void DraftTable::follow() {
    const int now = rows();
    if (now > m_shown) {
        beginInsertRows({}, m_shown, now - 1);
        m_shown = now;
        endInsertRows();
    } else if (now < m_shown) {
        beginRemoveRows({}, now, m_shown - 1);
        m_shown = now;
        endRemoveRows();
    }
    if (m_shown > 0) Q_EMIT dataChanged(index(0, 0), index(m_shown - 1, m_columns - 1));
}

void DraftTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    follow();
}

// ---------------------------------------------------------------- corners

std::size_t PointTable::ring() const {
    return m_editor.picked().kind == PickedPart::Kind::Corner ? m_editor.picked().ring : 0;
}

PickedPart PointTable::partOf(int row) const {
    const Layer* const layer = m_editor.layerInHand();
    if (layer == nullptr || row < 0) return {};
    if (std::holds_alternative<geo::Circle>(layer->area)) return {PickedPart::Kind::Centre, 0, 0};
    return {PickedPart::Kind::Corner, ring(), static_cast<std::size_t>(row)};
}

int PointTable::rows() const {
    const Layer* const layer = m_editor.layerInHand();
    if (layer == nullptr) return 0;
    const auto* const corners = m_editor.ring(ring());
    return corners ? static_cast<int>(corners->size()) : 1;
}

QString PointTable::text(int row, int column) const {
    const auto* const corners = m_editor.ring(ring());
    const geo::LatLon here = corners ? (*corners)[static_cast<std::size_t>(row)]
                                     : std::get<geo::Circle>(m_editor.layerInHand()->area).centre;
    switch (column) {
    case Latitude:
        return degreesText(here.latitude_deg);
    case Longitude:
        return degreesText(here.longitude_deg);
    case Side: {
        if (corners == nullptr) return {};
        const auto side = geo::inverse(here, (*corners)[(static_cast<std::size_t>(row) + 1) % corners->size()]);
        return QStringLiteral("%1  %2°").arg(lengthText(side.distance_m)).arg(side.initialBearing_deg, 0, 'f', 0);
    }
    default:
        return {};
    }
}

QString PointTable::title(int column) const {
    switch (column) {
    case Latitude:
        return tr("Latitude");
    case Longitude:
        return tr("Longitude");
    case Side:
        return tr("To the next");
    default:
        return {};
    }
}

bool PointTable::writable(int, int column) const {
    return column != Side;
}

bool PointTable::write(int row, int column, const QString& text) {
    const auto typed = column == Latitude ? typedLatitude(text) : typedLongitude(text);
    if (!typed) return false;
    const auto with = [&](geo::LatLon place) {
        (column == Latitude ? place.latitude_deg : place.longitude_deg) = *typed;
        return place;
    };
    if (const auto* const corners = m_editor.ring(ring())) {
        const auto corner = static_cast<std::size_t>(row);
        m_editor.moveCorner(ring(), corner, with((*corners)[corner]));
        return true;
    }
    const auto circle = std::get<geo::Circle>(m_editor.layerInHand()->area);
    m_editor.setCircle(with(circle.centre), circle.radius_m);
    return true;
}

QString PointTable::accepts(int column) const {
    return column == Latitude ? tr("a latitude: 37.5665, 37.5665N or 37 33 59.4 N")
                              : tr("a longitude: 126.978, 126.978E or 126 58 40.8 E");
}

// ---------------------------------------------------------------- times

PeriodTable::Place PeriodTable::placeOf(int row) const {
    auto left = static_cast<std::size_t>(std::max(row, 0));
    const auto& periods = m_editor.zone().periods;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::size_t lines = std::max<std::size_t>(periods[i].schedule.size(), 1);
        if (left < lines) return {i, periods[i].schedule.empty() ? std::nullopt : std::optional<std::size_t>(left)};
        left -= lines;
    }
    return {periods.size(), std::nullopt};
}

int PeriodTable::rowOf(std::size_t period) const {
    std::size_t row = 0;
    const auto& periods = m_editor.zone().periods;
    for (std::size_t i = 0; i < std::min(period, periods.size()); ++i)
        row += std::max<std::size_t>(periods[i].schedule.size(), 1);
    return static_cast<int>(row);
}

int PeriodTable::rows() const {
    return m_editor.editing() ? rowOf(m_editor.zone().periods.size()) : 0;
}

QString PeriodTable::text(int row, int column) const {
    const Place place = placeOf(row);
    const Period& period = m_editor.zone().periods[place.period];
    const bool firstRow = !place.daily || *place.daily == 0;
    if (column == From) return firstRow ? models::instantText(period.from) : QString();
    if (column == To) return firstRow ? models::instantText(period.to) : QString();
    if (!place.daily) return column == Days ? tr("all of the time") : QString();
    const DailyPeriod& daily = period.schedule[*place.daily];
    switch (column) {
    case Days:
        return daily.days.empty() ? tr("any") : daysText(daily.days);
    case Start:
        return markText(daily.start);
    case End:
        return markText(daily.end);
    default:
        return {};
    }
}

QString PeriodTable::title(int column) const {
    switch (column) {
    case From:
        return tr("From (UTC)");
    case To:
        return tr("Until (UTC)");
    case Days:
        return tr("Days");
    case Start:
        return tr("Daily from");
    case End:
        return tr("Daily until");
    default:
        return {};
    }
}

bool PeriodTable::write(int row, int column, const QString& text) {
    const Place place = placeOf(row);
    if (column != From && column != To) return writeDaily(place, column, text);
    const auto typed = models::typedInstant(text);
    if (!typed) return false;
    m_editor.change(timesStep, [&](Zone& zone) {
        Period& period = zone.periods[place.period];
        (column == From ? period.from : period.to) = *typed;
    });
    return true;
}

// A period that was all of the time gets its first daily time.
bool PeriodTable::writeDaily(const Place& place, int column, const QString& text) {
    const auto days = column == Days && text != tr("any") ? typedDays(text) : std::optional(std::vector<Day>());
    const auto mark = column == Days ? std::optional(DayMark()) : typedMark(text);
    if (!days || !mark) return false;
    m_editor.change(timesStep, [&](Zone& zone) {
        auto& schedule = zone.periods[place.period].schedule;
        if (!place.daily) schedule.emplace_back();
        DailyPeriod& daily = schedule[place.daily.value_or(0)];
        if (column == Days) daily.days = *days;
        if (column == Start) daily.start = *mark;
        if (column == End) daily.end = *mark;
    });
    return true;
}

QString PeriodTable::accepts(int column) const {
    switch (column) {
    case From:
    case To:
        return tr("a UTC time such as 2026-11-21 10:05, or nothing for no limit");
    case Days:
        return tr("days such as MON-FRI, SUN, or nothing for any day");
    default:
        return tr("a time of day such as 22:00 (UTC) or 22:00+09:00, or BMCT, SR, SS, EECT");
    }
}

void PeriodTable::addPeriod(UtcMs from) {
    m_editor.change(addPeriodStep, [&](Zone& zone) { zone.periods.push_back({from, from + usualLength, {}}); });
}

void PeriodTable::addDaily(int row) {
    const Place place = placeOf(row);
    const bool none = place.period >= m_editor.zone().periods.size();
    m_editor.change(addPeriodStep, [&](Zone& zone) {
        if (none) zone.periods.emplace_back();
        Period& period = none ? zone.periods.back() : zone.periods[place.period];
        period.schedule.push_back({{}, ClockTime{22 * 3600, 0}, ClockTime{2 * 3600, 0}});
    });
}

void PeriodTable::remove(int row) {
    const Place place = placeOf(row);
    if (place.period >= m_editor.zone().periods.size()) return;
    m_editor.change(removePeriodStep, [&](Zone& zone) {
        if (place.daily)
            removeAt(zone.periods[place.period].schedule, *place.daily);
        else
            removeAt(zone.periods, place.period);
    });
}

// ---------------------------------------------------------------- authorities

int AuthorityTable::rows() const {
    return m_editor.editing() ? static_cast<int>(m_editor.zone().authorities.size()) : 0;
}

QString AuthorityTable::text(int row, int column) const {
    const Authority& authority = m_editor.zone().authorities[static_cast<std::size_t>(row)];
    switch (column) {
    case Name:
        return plain(first(authority.name));
    case Service:
        return plain(first(authority.service));
    case Contact:
        return plain(first(authority.contactName));
    case Phone:
        return plain(authority.phone);
    case Email:
        return plain(authority.email);
    case Site:
        return plain(authority.siteUrl);
    case PurposeOf:
        return authority.purpose ? QString::fromUtf8(toString(*authority.purpose)) : QString();
    case Before:
        return plain(authority.intervalBefore);
    default:
        return {};
    }
}

QString AuthorityTable::title(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Service:
        return tr("Service");
    case Contact:
        return tr("Contact");
    case Phone:
        return tr("Phone");
    case Email:
        return tr("E-mail");
    case Site:
        return tr("Web page");
    case PurposeOf:
        return tr("Purpose");
    case Before:
        return tr("Notice before");
    default:
        return {};
    }
}

bool AuthorityTable::write(int row, int column, const QString& text) {
    const std::string typed = text.toStdString();
    const auto purpose = purposeFromString(text.toUpper().toStdString());
    static const QRegularExpression duration(QStringLiteral("^P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?$"));
    if (typed.size() > longestText) return false;
    if (column == PurposeOf && !text.isEmpty() && !purpose) return false;
    if (column == Before && !text.isEmpty() && !duration.match(text).hasMatch()) return false;
    m_editor.change(authorityStep, [&](Zone& zone) {
        Authority& authority = zone.authorities[static_cast<std::size_t>(row)];
        switch (column) {
        case Name:
            return setFirst(authority.name, typed);
        case Service:
            return setFirst(authority.service, typed);
        case Contact:
            return setFirst(authority.contactName, typed);
        case Phone:
            authority.phone = typed;
            return;
        case Email:
            authority.email = typed;
            return;
        case Site:
            authority.siteUrl = typed;
            return;
        case PurposeOf:
            authority.purpose = purpose;
            return;
        case Before:
            authority.intervalBefore = typed;
            return;
        default:
            return;
        }
    });
    return true;
}

QString AuthorityTable::accepts(int column) const {
    if (column == PurposeOf) return tr("AUTHORIZATION, NOTIFICATION, INFORMATION, or nothing");
    if (column == Before) return tr("a duration of ISO 8601 such as P3D or PT12H, or nothing");
    return tr("at most 200 bytes");
}

void AuthorityTable::add() {
    m_editor.change(addAuthorityStep,
                    [](Zone& zone) { zone.authorities.push_back({.purpose = Purpose::Authorization}); });
}

void AuthorityTable::remove(int row) {
    if (row < 0 || row >= rows()) return;
    m_editor.change(removeAuthorityStep,
                    [row](Zone& zone) { removeAt(zone.authorities, static_cast<std::size_t>(row)); });
}

// ---------------------------------------------------------------- lists

void PlainTable::setTitles(QStringList titles) {
    beginResetModel();
    m_titles = std::move(titles);
    endResetModel();
}

void PlainTable::setRows(std::vector<Row> rows) {
    if (rows == m_rows) return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PlainTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlainTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant PlainTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? row.cells.value(index.column()) : row.tip;
    case Qt::CheckStateRole:
        return index.column() == 0 && row.checked ? QVariant(*row.checked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case orders::SignRole:
        return index.column() == 0 ? row.sign : 0;
    case orders::IdRole:
        return QString::number(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags PlainTable::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 0 && m_rows[static_cast<std::size_t>(index.row())].checked)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PlainTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
    setChecked(index.row(), value.toInt() == Qt::Checked);
    Q_EMIT checkedByHand(index.row());
    return true;
}

void PlainTable::setChecked(int row, bool checked) {
    if (row < 0 || row >= rowCount()) return;
    auto& box = m_rows[static_cast<std::size_t>(row)].checked;
    if (!box || *box == checked) return;
    box = checked;
    Q_EMIT dataChanged(index(row, 0), index(row, 0), {Qt::CheckStateRole});
}

QVariant PlainTable::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_titles.value(section)) : QVariant();
}

} // namespace haneul::airspace
