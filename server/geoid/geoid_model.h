#pragma once

#include "core/base/error.h"
#include "core/geo/geoid_grid.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

// Which geoid turns heights above the ellipsoid (W84) into heights above mean sea level (AMSL) here.
namespace haneul::geoid {

struct Model {
    std::string name;   // of the file: "egm96_15.gtx"
    std::string sha256; // of its bytes, hexadecimal
    geo::GeoidGrid grid;
};

using ModelPtr = std::shared_ptr<const Model>; // null: none, heights of different references are not compared

// EGM96 as PROJ's data brings it, in the folder that PROJ_DATA (PROJ_LIB) names or among the data of the system; empty:
// it is not there.
[[nodiscard]] std::filesystem::path installedFile();

// Codes: GEOID_UNREADABLE and those of GeoidGrid::read.
[[nodiscard]] Result<ModelPtr> read(const std::filesystem::path& file);

// For geo::Surroundings: empty without a model. Any thread.
[[nodiscard]] std::function<std::optional<double>(geo::LatLon)> undulationOf(ModelPtr model);

// As evidence has it: "egm96_15.gtx 3c1b07e9d8a2", "none".
[[nodiscard]] std::string versionOf(const ModelPtr& model);

} // namespace haneul::geoid
