#pragma once

#include "server/fleet/assessor.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

#include <vector>

namespace haneul::fleet {

// Every drone with the answers to all questions, as one overview has them.
class ReadinessModel final : public orders::SyncedTable<Assessment> {
    Q_DECLARE_TR_FUNCTIONS(haneul::fleet::ReadinessModel)

public:
    enum Column {
        DroneId,
        MayFly,
        Airframe, // the questions in their order
        Battery,
        Maintenance,
        Pilot,
        Firmware,
        Operator,
        Why,
        Type,
        BatteryId,
        PilotId,
        ColumnCount
    };

    using SyncedTable::SyncedTable;

    // `state`: what the assessments were made of.
    void setAssessments(std::vector<Assessment> assessments, const FleetState& state);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const Assessment& row) const override { return row.ask.drone; }

    [[nodiscard]] bool same(const Assessment& before, const Assessment& after) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const Assessment& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const Assessment& row, int column) const;
    [[nodiscard]] static int rank(const Assessment& row, int column);

    std::map<std::string, std::string, std::less<>> m_types; // by drone
};

} // namespace haneul::fleet
