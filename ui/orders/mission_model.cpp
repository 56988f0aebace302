#include "ui/orders/mission_model.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"

#include <algorithm>
#include <unordered_set>

namespace haneul::orders {

namespace {

using delivery::Mission;
using delivery::MissionStep;

QString listOf(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& each : texts)
        list << QString::fromStdString(each);
    return list.join(QStringLiteral(", "));
}

std::optional<UtcMs> expectedStart(const Mission& mission) {
    if (mission.times.nodes.empty()) return {};
    return utcMs(mission.times.nodes.front().arrival);
}

std::optional<UtcMs> expectedEnd(const Mission& mission) {
    if (mission.times.nodes.empty()) return {};
    return utcMs(mission.times.nodes.back().departure);
}

QString timeText(const std::optional<UtcMs>& time) {
    return time ? models::utcTime(*time) : models::unknownText();
}

QVariant number(const std::optional<UtcMs>& time) {
    return time ? QVariant(static_cast<qint64>(sinceEpoch_ms(*time))) : QVariant();
}

} // namespace

QString stopsText(const delivery::MissionRequest& request) {
    QStringList list;
    for (const delivery::Stop& stop : request.stops) {
        const QString node = QString::fromStdString(stop.node);
        list << (stop.handOver == delivery::HandOver::Drop
                     ? QStringLiteral("%1 (%2)").arg(node, delivery::handOverText(stop.handOver))
                     : node);
    }
    return list.join(QStringLiteral(", "));
}

void MissionModel::setState(const delivery::DeliveryState& state) {
    std::unordered_set<std::string_view> conflicts;
    for (const delivery::MissionConflict& conflict : state.conflicts)
        conflicts.insert(conflict.mission);
    std::vector<MissionRow> rows;
    rows.reserve(state.missions.size());
    for (const delivery::MissionPtr& mission : state.missions)
        rows.push_back({mission, conflicts.contains(mission->id)});
    sync(std::move(rows));
}

QString MissionModel::title(int column) const {
    switch (column) {
    case Id:
        return tr("Mission");
    case Drone:
        return tr("Drone");
    case Stops:
        return tr("Stops");
    case Orders:
        return tr("Orders");
    case Start:
        return tr("Booked start");
    case ExpectedStart:
        return tr("Expected start");
    case ExpectedEnd:
        return tr("Expected end");
    case Delay:
        return tr("Delay");
    case Step:
        return tr("Step");
    case Conflict:
        return tr("Conflict");
    default:
        return {};
    }
}

QString MissionModel::text(const MissionRow& row, int column) const {
    const Mission& mission = *row.mission;
    switch (column) {
    case Id:
        return QString::fromStdString(mission.id);
    case Drone:
        return mission.drone.empty() ? models::unknownText() : QString::fromStdString(mission.drone);
    case Stops:
        return stopsText(mission.route.request);
    case Orders:
        return listOf(mission.orders);
    case Start:
        return models::utcTime(mission.start);
    case ExpectedStart:
        return timeText(expectedStart(mission));
    case ExpectedEnd:
        return timeText(expectedEnd(mission));
    case Delay:
        return delivery::delayText(mission.delay());
    case Step:
        return delivery::stepText(mission.step());
    case Conflict:
        return row.conflict ? tr("no longer fits") : QString();
    default:
        return {};
    }
}

QVariant MissionModel::sortValue(const MissionRow& row, int column) const {
    const Mission& mission = *row.mission;
    switch (column) {
    case Drone:
        return mission.drone.empty() ? QVariant() : QVariant(text(row, column));
    case Start:
        return static_cast<qint64>(sinceEpoch_ms(mission.start));
    case ExpectedStart:
        return number(expectedStart(mission));
    case ExpectedEnd:
        return number(expectedEnd(mission));
    case Delay:
        return static_cast<qint64>(mission.delay().count());
    case Step:
        return static_cast<int>(mission.step());
    case Conflict:
        return row.conflict;
    default:
        return text(row, column);
    }
}

QVariant MissionModel::value(const MissionRow& row, int column, int role) const {
    const MissionStep step = row.mission->step();
    const bool over = step == MissionStep::Completed || step == MissionStep::Cancelled;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return text(row, column);
    case SortRole:
        return sortValue(row, column);
    case IdRole:
        return QString::fromStdString(row.mission->id);
    case SignRole: {
        const bool late = column == Delay && !over && row.mission->delay() >= lateFrom;
        const bool conflict = column == Conflict && row.conflict;
        return static_cast<int>(conflict ? ListSign::Warning : late ? ListSign::Caution : ListSign::None);
    }
    case QuietRole:
        return over;
    default:
        return {};
    }
}

} // namespace haneul::orders
