#pragma once

#include "server/log/event_log.h"

namespace haneul::airspace {

// The tables made from the airspace.* entries:
//   zones         the latest revision of each; those withdrawn stay
//   zone_layers   R-DB-09: the volumes of the zones that stand, with a spatial index on `area` (SpatiaLite, EPSG:4326).
//                 A polygon is densified along its geodesic edges. A circle is drawn so that it holds the circle; what
//                 is exact stands in centre_lat, centre_lon, radius_m. Over the antimeridian longitudes go on beyond
//                 180.
//   zone_imports  what was imported
class AirspaceProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "airspace"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"zones", "zone_layers", "zone_imports"}; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

} // namespace haneul::airspace
