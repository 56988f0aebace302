#pragma once

#include "core/base/error.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

namespace haneul::city {

// Turns a foreign file into plain data (city_files::writePlain): a CSV here, everything else in the worker program,
// which may read the input, write the output and nothing else.
struct PlainReader {
    std::filesystem::path worker; // empty: only CSV can be read
    std::filesystem::path folder; // for files on their way; made where it is not there
    int longest_ms = 120'000;     // of one run of the worker

    // `name` says by its ending what the file is: csv, geojson, json, topojson, gpkg, fgb; tif, tiff, dt0, dt1, dt2,
    // hgt. Blocks; gives up when `stop` becomes true. Codes: BAD_FILE_TYPE, FILE_TOO_LARGE, FILE_UNWRITABLE, NO_WORKER,
    // STOPPING, those of city_files::readCsv and of geotiff::extractPlain; GIS_BROKEN when the worker died of the file,
    // GIS_TOO_LARGE when it needs too long.
    [[nodiscard]] Result<std::string> plainOf(std::string_view name, const std::string& bytes,
                                              const std::atomic<bool>& stop) const;
};

} // namespace haneul::city
