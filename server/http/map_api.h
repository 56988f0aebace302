#pragma once

#include "core/base/error.h"
#include "server/maps/map_library.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// Bodies of /api/v1/map/... (their shapes: resources/openapi.json).

struct PlaceQuery {
    std::string text;
    std::size_t limit = 20;
};

// "q=%EC%84%9C%EC%9A%B8&limit=5"; code BAD_QUERY with the parameter's name in `where`.
[[nodiscard]] Result<PlaceQuery> placeQueryFrom(std::string_view query);

[[nodiscard]] std::string mapLayersJson(const maps::MapCatalog& catalog);
[[nodiscard]] std::string placesJson(const std::vector<maps::Place>& places);

} // namespace haneul::http
