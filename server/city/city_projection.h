#pragma once

#include "server/city/dataset.h"
#include "server/log/event_log.h"
#include "server/storage/database.h"

#include <vector>

namespace haneul::city {

// The table made from city.dataset_imported and city.dataset_retired: city_datasets.
class CityProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "city"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"city_datasets"}; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

// In the order in which they were imported, the retired too. Code DATABASE.
[[nodiscard]] Result<std::vector<Dataset>> readDatasets(const storage::Database& database);
// Codes NO_SUCH_DATASET, DATABASE.
[[nodiscard]] Result<Dataset> readDataset(const storage::Database& database, const std::string& id);

} // namespace haneul::city
