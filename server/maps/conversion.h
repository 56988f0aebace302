#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <optional>

class QProcess;

namespace haneul::maps {

// A GeoTIFF on its way to MBTiles: one run of the worker program, which may read the input, write the output and
// nothing else. Made, asked and ended on one thread.
class Conversion {
public:
    // The output appears under its name only when it is whole.
    Conversion(const std::filesystem::path& worker, const std::filesystem::path& input, std::filesystem::path output);
    ~Conversion(); // ends a worker that still runs
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    // nullopt: still at work. Codes: the worker's own (GEOTIFF_...), MAP_FILE_UNREADABLE (the worker did not start),
    // GEOTIFF_BROKEN (it died of the file), GEOTIFF_TOO_LARGE (out of time).
    [[nodiscard]] std::optional<Result<void>> poll();

private:
    std::filesystem::path m_output, m_unfinished;
    std::unique_ptr<QProcess> m_process;
    std::int64_t m_deadline_ms = 0;
};

} // namespace haneul::maps
