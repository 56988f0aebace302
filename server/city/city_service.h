#pragma once

#include "core/city/city_data.h"
#include "core/terrain/terrain.h"
#include "server/city/city_projection.h"
#include "server/city/plain_reader.h"
#include "server/clock/clock.h"
#include "server/people/log_desk.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace haneul::city {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;
using TellRefusal = people::TellRefusal;

struct KnownDataset {
    Dataset dataset;
    std::optional<Error> trouble;                           // why it gives nothing although it is not retired
    std::shared_ptr<const city_files::ImportReport> report; // null: retired, synthetic or in trouble

    [[nodiscard]] bool inUse() const { return !dataset.retired && !trouble; }
};

// Immutable picture of what is known of the ground.
struct CityState {
    std::uint64_t number = 0; // grows with every publication
    bool loading = false;     // payloads are still being read
    std::vector<KnownDataset>
        datasets; // in the order of their import; of one kind a later one stands before an earlier
    CityData city;
    terrain::Terrain terrain;
};

using CityStatePtr = std::shared_ptr<const CityState>;

struct NewFile {
    std::string name; // its ending says what it is, see PlainReader
    std::string bytes;
    city_files::ImportOptions options; // with the provenance
};

// What a file would give, or gave.
struct ImportOutcome {
    std::optional<Dataset> dataset; // none: only looked at
    city_files::ImportReport report;
    std::vector<std::string> columns; // of the file; of a grid of values none
};

struct CitySettings {
    std::filesystem::path folder;                                   // of the payloads; made with the first one
    std::filesystem::path worker;                                   // the program that reads GIS files; empty: only CSV
    std::function<std::optional<double>(geo::LatLon)> geoid_m = {}; // thread-safe; for terrain above the ellipsoid
};

// Datasets of this instance: what it decides are entries of the log, payloads are files beside it. Thread-safe; every
// call returns at once. Scopes: city.read, city.write.
// Codes besides those named: FORBIDDEN (`where` is the scope), BUSY, STOPPING, NO_SUCH_DATASET, and those of EventLog.
class CityService {
public:
    // Payloads are read on a thread of the service: until they are, the state says that it is loading. The log must
    // have been opened with a CityProjection; it, the clock and the notices must outlive the service. Code DATABASE.
    [[nodiscard]] static Result<std::unique_ptr<CityService>> open(log::EventLog& log, const clock::Clock& clock,
                                                                   TellRefusal tellRefusal, CitySettings settings,
                                                                   situation::NoticeBoard* notices = nullptr);
    ~CityService(); // waits for what the log still has to answer
    CityService(const CityService&) = delete;
    CityService& operator=(const CityService&) = delete;

    [[nodiscard]] CityStatePtr state() const; // the latest; never null
    // Told after each publication, on a thread of the service. The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] Subscription subscribe(std::function<void(CityStatePtr)> subscriber);

    // Reads a file and says what it would give; nothing is kept. Codes: those of PlainReader and importLayer.
    void look(people::Principal by, NewFile file, Done<ImportOutcome> done);
    // Takes it: payload into the folder, dataset into the log. Codes: those of look(), BAD_PROVENANCE, FILE_UNWRITABLE.
    void import(people::Principal by, NewFile file, Done<ImportOutcome> done);
    // A synthetic city as a dataset. Codes: those of syntheticCity().
    void addSynthetic(people::Principal by, SyntheticCitySpec spec, Done<Dataset> done);
    // Codes: RETIRED (before), BAD_REASON (none, or over 1000 bytes). The payload stays, for whoever audits.
    void retire(people::Principal by, std::string id, std::string reason, Done<void> done);

    // Height of the ground above mean sea level at a place, from measured data of a known datum; nullopt: not known.
    // For geo::Surroundings. May be called from any thread, also after the service has ended (then nullopt).
    [[nodiscard]] std::function<std::optional<double>(geo::LatLon)> groundAmsl_m() const;

    // Which terrain that function answers from now: checksums of the sets in use; empty: none. Likewise.
    [[nodiscard]] std::function<std::string()> terrainVersion() const;

    // The program's own hand: may all about datasets.
    [[nodiscard]] static people::Principal programItself();

private:
    struct Impl;
    explicit CityService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl;
};

} // namespace haneul::city
