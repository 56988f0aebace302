#include "ui/orders/conflict_model.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"

#include <algorithm>

namespace haneul::orders {

void ConflictModel::setState(const delivery::DeliveryState& state) {
    std::vector<ConflictRow> rows;
    for (const delivery::MissionConflict& conflict : state.conflicts) {
        const auto mission = state.mission(conflict.mission);
        rows.push_back({conflict, mission ? std::optional(mission->start) : std::nullopt});
    }
    sync(std::move(rows));
}

std::string ConflictModel::keyOf(const ConflictRow& row) const {
    return row.conflict.mission + '\n' + row.conflict.against + '\n' +
           std::string(schedule::toString(row.conflict.rule)) + '\n' + row.conflict.place;
}

QString ConflictModel::title(int column) const {
    switch (column) {
    case Mission:
        return tr("Mission");
    case What:
        return tr("Why it no longer fits");
    case Start:
        return tr("Booked start");
    case Proposed:
        return tr("Proposed start");
    default:
        return {};
    }
}

QVariant ConflictModel::value(const ConflictRow& row, int column, int role) const {
    const auto& [conflict, start] = row;
    if (role == IdRole) return QString::fromStdString(conflict.mission);
    if (role == SortRole && column == Start)
        return start ? QVariant(static_cast<qint64>(sinceEpoch_ms(*start))) : QVariant();
    if (role == SortRole && column == Proposed)
        return conflict.proposedStart ? QVariant(static_cast<qint64>(sinceEpoch_ms(*conflict.proposedStart)))
                                      : QVariant();
    if (role == SignRole) return static_cast<int>(column == Mission ? ListSign::Warning : ListSign::None);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole) return {};
    switch (column) {
    case Mission:
        return QString::fromStdString(conflict.mission);
    case What:
        return delivery::ruleText(conflict.rule, conflict.place, conflict.against);
    case Start:
        return start ? models::utcTime(*start) : models::unknownText();
    case Proposed:
        return conflict.proposedStart ? models::utcTime(*conflict.proposedStart) : tr("none in sight");
    default:
        return {};
    }
}

} // namespace haneul::orders
