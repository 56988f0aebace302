#pragma once

#include "core/city/layers.h"
#include "core/city_files/plain_data.h"
#include "core/city_files/row_codes.h"
#include "core/terrain/elevation_grid.h"

#include <map>

namespace haneul::city_files {

enum class LayerKind : std::uint8_t { Population, Traffic, Buildings, Amenities, Elevation, LandUse };
// "population", "traffic", "buildings", "amenities", "elevation", "land_use"
[[nodiscard]] std::string_view toString(LayerKind kind);
[[nodiscard]] std::optional<LayerKind> layerKindFrom(std::string_view name);

// What a number of a height column means.
enum class HeightUnit : std::uint8_t { Metres, Feet, Floors };
[[nodiscard]] std::string_view toString(HeightUnit unit); // "m", "ft", "floors"
[[nodiscard]] std::optional<HeightUnit> heightUnitFrom(std::string_view name);

inline constexpr double metresPerFloor = 3.0; // where only floors are known; the report says so

struct ImportOptions {
    LayerKind kind = LayerKind::Buildings;
    Provenance provenance;
    // Role -> column of the file. A role that is not named is looked for under its usual names (see rolesOf).
    std::map<std::string, std::string> columns;
    HeightUnit heightUnit = HeightUnit::Metres;
    // Population as points: the side of the square that each point stands for. Land use: of the cells it is drawn into.
    std::optional<double> cell_m;
    bool peoplePerCell = false;            // population as a raster: people in a cell, not people per km2
    std::optional<geo::HeightDatum> datum; // of elevations, where the file does not say it
    double range_km = 0.5;                 // of amenities without one of their own
    std::optional<geo::Box> area;          // where everything must lie; what does not is put in quarantine

    bool operator==(const ImportOptions&) const = default;
};

// One thing that a row of a kind of layer can say, and the columns in which it is looked for.
struct Role {
    std::string_view name;
    std::vector<std::string_view> columns; // lower case
    bool wanted = false;                   // without it nothing can be taken (population: one of two)
};

[[nodiscard]] const std::vector<Role>& rolesOf(LayerKind kind);

// About one row, in one of the codes of rowCodes().
struct RowReport {
    std::uint64_t row = 0;
    Verdict verdict = Verdict::Taken;
    std::string code;
    std::vector<std::string> values; // that go with the code
    std::string message;             // in English
    std::string column;              // of the value that it is about

    bool operator==(const RowReport&) const = default;
};

inline constexpr std::size_t rowsReported = 500; // the first; all are counted

struct ImportReport {
    std::size_t taken = 0;
    std::size_t quarantined = 0;
    std::size_t refused = 0;
    std::map<std::string, std::size_t> codes; // how often each
    std::vector<RowReport> rows;
    std::map<std::string, std::string> columns; // role -> column that was read
    std::string reference;                      // see Table
    std::vector<std::string> remarks;           // codes about the whole: UNIT_ASSUMED, DATUM_UNKNOWN, DATUM_BY_HAND,
                                                // RESAMPLED, FLOORS_ASSUMED, REFERENCE_ASSUMED,
                                                // DRAWN_INTO_CELLS (land use)

    bool operator==(const ImportReport&) const = default;
};

using Layer = std::variant<city::PopulationGrid, city::PopulationAreas, city::TrafficCounts, city::Buildings,
                           city::Amenities, terrain::ElevationGrid, city::LandUseGrid>;

struct Imported {
    Layer layer;
    ImportReport report;
};

// Codes: NOTHING_TAKEN, WRONG_CONTENTS (a raster where features are wanted, or the other way), NO_SUCH_ROLE,
// NO_SUCH_COLUMN, COLUMN_WANTED, CELL_WANTED (population as points without cell_m), BAD_UNIT, DATUM_CONFLICT,
// BAD_TERRAIN, BAD_GRID, BAD_LAYER, and those of landUseGrid. `where` of NOTHING_TAKEN: "row 3: BAD_NUMBER", the first.
[[nodiscard]] Result<Imported> importLayer(const Contents& contents, const ImportOptions& options);

} // namespace haneul::city_files
