#include "ui/orders/node_times_model.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"

#include <algorithm>

namespace haneul::orders {

using delivery::Mission;
using timing::EventKind;

namespace {

bool fits(const Mission& mission) {
    const std::size_t nodes = mission.route.nodes.size();
    return nodes >= 2 && mission.planned.nodes.size() == nodes && mission.times.nodes.size() == nodes &&
           mission.planned.legs.size() + 1 == nodes && mission.times.legs.size() + 1 == nodes &&
           mission.route.legs.size() + 1 == nodes;
}

} // namespace

void NodeTimesModel::setMission(delivery::MissionPtr mission) {
    if (mission && !fits(*mission)) mission.reset();
    const bool same = mission && m_mission && mission->id == m_mission->id &&
                      mission->route.nodes.size() == m_mission->route.nodes.size();
    if (same) {
        m_mission = std::move(mission);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_mission = std::move(mission);
    endResetModel();
}

void NodeTimesModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int NodeTimesModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !m_mission) return 0;
    return static_cast<int>(m_mission->route.nodes.size() * 2) - 1;
}

// One event at a node is recorded on either of the neighbouring segments.
bool NodeTimesModel::happened(std::size_t node, EventKind kind) const {
    const std::size_t legs = m_mission->route.legs.size();
    return std::ranges::any_of(m_mission->actuals, [&](const auto& actual) {
        if (actual.kind != kind) return false;
        const bool onTheWayOut = node < legs && actual.segment == node && actual.waypoint == 0;
        const bool onTheWayIn = node > 0 && actual.segment == node - 1 &&
                                actual.waypoint + 1 == m_mission->route.legs[node - 1].waypoints.size();
        return onTheWayIn || onTheWayOut;
    });
}

QVariant NodeTimesModel::nodeValue(std::size_t node, int column, int role) const {
    const auto& planned = m_mission->planned.nodes[node];
    const auto& now = m_mission->times.nodes[node];
    if (role == ActualRole)
        return (column == ArrivalNow && happened(node, EventKind::Arrival)) ||
               (column == DepartureNow && happened(node, EventKind::Departure));
    const milliseconds late{now.departure - planned.departure};
    if (role == SignRole)
        return static_cast<int>(column == Deviation && late >= milliseconds{60'000} ? ListSign::Caution
                                                                                    : ListSign::None);
    const auto withMark = [&](std::int64_t time_ms, EventKind kind) {
        const QString time = models::utcTime(utcMs(time_ms));
        return happened(node, kind) ? tr("%1 actual").arg(time) : time;
    };
    switch (column) {
    case Place:
        return QString::fromStdString(m_mission->route.nodes[node]);
    case Arrival:
        return models::utcTime(utcMs(planned.arrival));
    case Stay:
        return delivery::durationText(milliseconds{planned.stay});
    case Departure:
        return models::utcTime(utcMs(planned.departure));
    case ArrivalNow:
        return withMark(now.arrival, EventKind::Arrival);
    case DepartureNow:
        return withMark(now.departure, EventKind::Departure);
    case Deviation:
        return delivery::delayText(late);
    default:
        return {};
    }
}

QVariant NodeTimesModel::legValue(std::size_t leg, int column, int role) const {
    const auto& times = m_mission->planned.legs[leg];
    const auto& route = m_mission->route.legs[leg];
    if (role == SignRole) return static_cast<int>(ListSign::None);
    if (role == ActualRole) return false;
    switch (column) {
    case Place:
        return QStringLiteral("   ↓ %1 → %2").arg(QString::fromStdString(route.from), QString::fromStdString(route.to));
    case Stay:
        return delivery::durationText(milliseconds{times.flightTime()});
    case Parts: {
        const auto parts = timing::partTimes(times, route.parts);
        return tr("take-off %1, flight %2, landing %3")
            .arg(delivery::durationText(milliseconds{parts.takeOff}),
                 delivery::durationText(milliseconds{parts.flight}),
                 delivery::durationText(milliseconds{parts.landing}));
    }
    case Distance:
        return tr("%1 m").arg(route.distances.total_m(), 0, 'f', 0);
    default:
        return {};
    }
}

QVariant NodeTimesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const bool numeric = index.column() != Place && index.column() != Parts;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    const auto place = static_cast<std::size_t>(index.row()) / 2;
    const bool isLeg = index.row() % 2 == 1;
    if (role == QuietRole) return isLeg;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SignRole && role != ActualRole) return {};
    return isLeg ? legValue(place, index.column(), role) : nodeValue(place, index.column(), role);
}

QVariant NodeTimesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            Qt::Alignment((section != Place && section != Parts ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Place:
        return tr("Point");
    case Arrival:
        return tr("Planned arrival");
    case Stay:
        return tr("Stay or flight");
    case Departure:
        return tr("Planned departure");
    case ArrivalNow:
        return tr("Arrival now");
    case DepartureNow:
        return tr("Departure now");
    case Deviation:
        return tr("Deviation");
    case Parts:
        return tr("Parts of the flight");
    case Distance:
        return tr("Distance");
    default:
        return {};
    }
}

} // namespace haneul::orders
