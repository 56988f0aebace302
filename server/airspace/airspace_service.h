#pragma once

#include "core/airspace/impact.h"
#include "core/airspace/zone_import.h"
#include "core/base/error.h"
#include "server/airspace/airspace_state.h"
#include "server/airspace/zone_file.h"
#include "server/people/principal.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace haneul::airspace {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

// What is taken of a file with features that are not sound.
enum class ImportChoice {
    AllOrNothing,    // nothing, unless every feature is sound
    Sound,           // the sound ones
    WithQuarantined, // those in quarantine too: a person has looked at them
};
[[nodiscard]] std::string_view toString(ImportChoice choice); // "all_or_nothing"
[[nodiscard]] std::optional<ImportChoice> importChoiceFrom(std::string_view text);

// A question of geo-awareness: a place at a time, or a volume.
struct PointQuestion {
    geo::LatLon point;
    std::optional<geo::VerticalLimit> height; // none: at any height
    UtcMs time{};
};

using Question = std::variant<PointQuestion, geo::Volume4D>;

struct Awareness {
    AirspaceStatePtr state; // of which the numbers in the hits are
    std::vector<ZoneHit> hits;
};

// Zones of this instance. What it decides are entries of the log ("airspace.…"); its tables are a projection of them.
// Thread-safe; every call returns at once.
// Scopes: zone.read, zone.write.
// Codes besides those named: FORBIDDEN (`where` is the scope), NO_SUCH_ZONE, and those of EventLog.
class AirspaceService {
public:
    virtual ~AirspaceService() = default;

    // The latest; never null. Without I/O. Geo-awareness asks its index.
    [[nodiscard]] virtual AirspaceStatePtr state() const = 0;
    // Told after each publication, on a thread of the service. The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void(AirspaceStatePtr)> subscriber) = 0;

    // Publishes a zone or changes one. `basedOn`: the revision it was edited from, 0 for a new one; another one
    // meanwhile: STALE_REVISION. Codes: those of findingsOf() with severity Refuse; TOO_LARGE (over 1,000 KiB as JSON).
    virtual void publishZone(people::Principal by, Zone zone, std::uint64_t basedOn, Done<std::uint64_t> revision) = 0;
    virtual void withdrawZone(people::Principal by, std::string key, std::string reason, Done<void> done) = 0;
    // All that the choice takes, in one step or not at all. A zone that is known is changed where it differs; what the
    // file takes back (NOTAM) is withdrawn. Codes: IMPORT_NOT_SOUND (all or nothing, `where`: the first feature),
    // NOTHING_TAKEN, TOO_MANY (over 10,000 zones), TOO_LARGE.
    virtual void importZones(people::Principal by, ZoneImport import, std::string file, ImportChoice choice,
                             Done<ImportRecord> done) = 0;

    // Reads a file and says what is in it; nothing is taken yet. On a thread of the service. Codes: those of
    // formats::readZoneFile. Names in a Shapefile are read in any encoding that Qt knows. Scope zone.write.
    virtual void readFile(people::Principal by, ZoneFile file, Done<ZoneImport> done) = 0;

    // Which zones a place or a volume is in, on a thread of the service. Codes: those of geo::check, BAD_PLACE.
    virtual void ask(people::Principal by, Question question, Done<Awareness> done) = 0; // zone.read

    // What a zone would hit among the volumes in use now (plans, missions); before publishing it. On a thread of the
    // service. Codes: those of findingsOf() with severity Refuse.
    virtual void impactOf(people::Principal by, Zone zone, Done<std::vector<Impact>> done) = 0; // zone.read

    // Ground and geoid as the instance knows them; empty functions where it has none.
    [[nodiscard]] virtual const geo::Surroundings& surroundings() const = 0;
};

} // namespace haneul::airspace
