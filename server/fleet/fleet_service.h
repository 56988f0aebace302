#pragma once

#include "core/base/error.h"
#include "server/fleet/assessor.h"
#include "server/fleet/fleet_state.h"
#include "server/people/principal.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace haneul::fleet {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

struct SavedRecord {
    std::string id;
    std::uint64_t revision = 0;
};

struct NewOverride {
    Ask ask; // with a drone
    Question question = Question::Airframe;
    std::string reason;
    UtcMs until{}; // after the end of the flight and at most seven days ahead
};

// A flight that is over, as it is counted.
struct FlownFlight {
    std::string mission;
    std::string drone;
    std::string battery, pilot; // empty: not known
    UtcMs departed{}, landed{};
    double flight_s = 0;  // in the air
    bool measured = true; // false: as planned, nobody has seen when it left or landed
};

// One step in the life of a record.
struct Change {
    std::uint64_t revision = 0;
    UtcMs at{};
    std::string user, role;
    std::string what; // "saved", "retired", "restored", "flown" (a flight was counted)
    std::string note;
    std::string before, after; // JSON (record_codec.h); before is empty for the first

    bool operator==(const Change&) const = default;
};

// What this instance has to fly with, and whether it is ready. What it decides are entries of the log ("fleet.…"); its
// tables are a projection of them. Thread-safe; every call returns at once.
// Scopes: fleet.read, fleet.write, fleet.rules, fleet.override.
// Codes besides those named: FORBIDDEN (`where` is the scope), NO_SUCH_RECORD, and those of EventLog.
class FleetService {
public:
    virtual ~FleetService() = default;

    // The latest; never null. Without I/O.
    [[nodiscard]] virtual FleetStatePtr state() const = 0;
    // Told after each publication, on a thread of the service. The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void(FleetStatePtr)> subscriber) = 0;

    // -- readiness, on the latest state, without I/O (assessor.h)
    [[nodiscard]] virtual Result<Assessment> judge(const Ask& ask) const = 0;
    [[nodiscard]] virtual Result<std::vector<Assessment>> overview(const Need& need) const = 0;

    // -- records
    // `basedOn`: the revision that was edited, 0 for a new one; another one meanwhile: STALE_REVISION. An empty id of a
    // new one: the service gives one (not for models). Codes: those of check() (record_checks.h); SAME_ID, RETIRED;
    // SAME_SERIAL_NUMBER, SAME_REGISTRATION, SAME_CERTIFICATE, SAME_USER (`where`: the record that has it);
    // NO_SUCH_MODEL, NO_SUCH_DRONE, NO_SUCH_USER (named in the record); IN_FUTURE (a reading or an event that has not
    // been).
    virtual void save(people::Principal by, Record record, std::uint64_t basedOn, std::string note,
                      Done<SavedRecord> done) = 0;
    // Takes a record out of use, or (`retired` false) back into it: nothing is deleted. Codes: STALE_REVISION, NOT_NOW
    // (it is so already), NO_REASON, IN_USE (a model of drones that are not retired).
    virtual void retire(people::Principal by, Kind kind, std::string id, std::uint64_t basedOn, bool retired,
                        std::string reason, Done<std::uint64_t> revision) = 0;
    // The oldest first. Scope fleet.read.
    virtual void history(people::Principal by, Kind kind, std::string id, Done<std::vector<Change>> done) = 0;

    // -- rules. `basedOn` is the version that was edited; id and version in `rules` do not count.
    // Codes: STALE_REVISION, NO_REASON, BAD_RULES.
    virtual void changeRules(people::Principal by, ReadinessRules rules, int basedOn, std::string reason,
                             Done<int> version) = 0;
    virtual void rulesHistory(people::Principal by, Done<std::vector<Change>> done) = 0;

    // -- overrides (R-FLT-06). They stand beside the judgement, which stays as it is.
    // Codes: those of judge() and of check(ReadinessOverride); NO_SUCH_DRONE (none is named); BAD_UNTIL.
    virtual void giveOverride(people::Principal by, NewOverride wanted, Done<std::string> id) = 0;
    virtual void withdrawOverride(people::Principal by, std::string id, std::string reason,
                                  Done<void> done) = 0; // NO_SUCH_OVERRIDE, NOT_NOW, NO_REASON
};

} // namespace haneul::fleet
