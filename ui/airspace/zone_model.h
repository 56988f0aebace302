#pragma once

#include "server/airspace/airspace_state.h"
#include "ui/airspace/zone_status.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

#include <memory>

namespace haneul::airspace {

struct ListedZone {
    ZoneRecord record;
    std::shared_ptr<const Zone> zone; // never null
    ZoneStatus status;
};

// All zones in force or to come, one a row.
class ZoneModel final : public orders::SyncedTable<ListedZone> {
    Q_DECLARE_TR_FUNCTIONS(haneul::airspace::ZoneModel)

public:
    enum Column { Identifier, Name, Type, Now, Limits, Times, AuthorityName, Published, Revision, ColumnCount };

    using SyncedTable::SyncedTable;

    void setZones(std::vector<ListedZone> rows) { sync(std::move(rows)); }

    void setLanguage(const QString& language) { m_language = language; } // of names; then retranslate()

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const ListedZone& row) const override { return row.record.key; }

    [[nodiscard]] bool same(const ListedZone& before, const ListedZone& after) const override {
        return before.record == after.record && before.status == after.status;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const ListedZone& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Revision; }

private:
    [[nodiscard]] QString text(const ListedZone& row, int column) const;

    QString m_language;
};

} // namespace haneul::airspace
