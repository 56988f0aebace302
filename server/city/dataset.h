#pragma once

#include "core/base/time.h"
#include "core/city/synthetic_city.h"
#include "core/city_files/layer_import.h"
#include "server/log/event_log.h"

#include <string>
#include <variant>

namespace haneul::city {

inline constexpr std::size_t largestFile = 64 * 1024 * 1024; // bytes

// What a dataset that came as a file was made of. The payload (city_files::writePlain) lies in the data folder under
// its checksum; read with the options it gives the layer again.
struct FileOrigin {
    std::string file; // its name
    std::string fileSha256, payloadSha256;
    std::uint64_t fileBytes = 0, payloadBytes = 0;
    city_files::ImportOptions options; // its provenance is the dataset's
    std::uint64_t taken = 0, quarantined = 0, refused = 0;

    bool operator==(const FileOrigin&) const = default;
};

struct SyntheticOrigin {
    SyntheticCitySpec spec;

    bool operator==(const SyntheticOrigin& other) const;
};

struct Retirement {
    std::string by, reason;
    UtcMs at{};

    bool operator==(const Retirement&) const = default;
};

struct Dataset {
    std::string id;
    Provenance provenance;
    std::variant<FileOrigin, SyntheticOrigin> origin;
    std::string by;
    UtcMs at{};
    std::optional<Retirement> retired;

    bool operator==(const Dataset&) const = default;
};

[[nodiscard]] std::string_view kindOf(const Dataset& dataset); // of LayerKind, or "synthetic_city"

// Name 1 to 200 bytes, source 1 to 500, date "2025", "2025-06" or "2025-06-30". Code BAD_PROVENANCE.
[[nodiscard]] Result<void> check(const Provenance& provenance);

struct RetiredDataset {
    std::string id, reason;
};

inline constexpr std::string_view datasetImported = "city.dataset_imported";
inline constexpr std::string_view datasetRetired = "city.dataset_retired";
inline constexpr std::string_view cityPrefix = "city.";
[[nodiscard]] log::NewEvent toEvent(const Dataset& dataset); // without who and when: the log knows
[[nodiscard]] log::NewEvent toEvent(const RetiredDataset& retired);
// Codes: those of json::Object, BAD_FIELD.
[[nodiscard]] Result<Dataset> datasetFrom(std::string_view body);
[[nodiscard]] Result<RetiredDataset> retiredFrom(std::string_view body);

} // namespace haneul::city
