#pragma once

#include "server/delivery/delivery_state.h"
#include "ui/orders/synced_table.h"

#include <QAbstractTableModel>

namespace haneul::orders {

// One mission in the order of flight: a row for each node, and between them a row for each leg. Planned times as
// booked, beside them what is expected now; what has happened is said to have (R-RTE-13).
class NodeTimesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Arrival, Stay, Departure, ArrivalNow, DepartureNow, Deviation, Parts, Distance, ColumnCount };

    enum Role { ActualRole = QuietRole + 1 }; // bool: the time has happened

    using QAbstractTableModel::QAbstractTableModel;

    void setMission(delivery::MissionPtr mission); // null: none

    [[nodiscard]] const delivery::MissionPtr& mission() const { return m_mission; }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant nodeValue(std::size_t node, int column, int role) const;
    [[nodiscard]] QVariant legValue(std::size_t leg, int column, int role) const;
    [[nodiscard]] bool happened(std::size_t node, timing::EventKind kind) const;

    delivery::MissionPtr m_mission;
};

} // namespace haneul::orders
