#include "server/fleet/decisions.h"

#include "server/fleet/record_checks.h"
#include "server/fleet/tables.h"
#include "server/storage/sql.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <format>
#include <utility>

namespace haneul::fleet {

namespace {

using namespace std::chrono_literals;

constexpr auto clockTolerance = 1min; // a workshop's clock may be ahead a little
constexpr auto longestOverride = std::chrono::days(7);

Result<void> checkReason(const std::string& reason) {
    const bool blank = std::ranges::all_of(reason, [](unsigned char c) { return c <= ' '; });
    if (blank) return fail("NO_REASON", "this needs a reason", "reason");
    if (reason.size() > longestNote) return fail("BAD_NAME", "at most 1000 bytes", "reason");
    return {};
}

std::string newId(Kind kind, std::int64_t number) {
    constexpr std::array<std::string_view, allKinds.size()> prefixes{"", "D", "B", "P", "PL", "W"};
    return std::format("{}-{:06}", prefixes[static_cast<std::size_t>(kind)], number);
}

Result<void> giveId(const Database& database, Record& record) {
    const Kind kind = kindOf(record);
    if (!idOf(record).empty() || kind == Kind::Model) return {};
    const auto count = countOf(database, kind);
    if (!count) return std::unexpected(count.error());
    for (std::int64_t number = *count + 1;; ++number) { // somebody may have chosen such a name
        auto id = newId(kind, number);
        const auto taken = readStanding(database, kind, id);
        if (!taken) return std::unexpected(taken.error());
        if (*taken) continue;
        setId(record, std::move(id));
        return {};
    }
}

std::unexpected<Error> stale(std::uint64_t latest, std::uint64_t basedOn, const std::string& id) {
    return fail("STALE_REVISION", std::format("revision {} is the latest; this was edited from {}", latest, basedOn),
                id);
}

// The record may be saved on top of that revision.
Result<void> checkRevision(const Database& database, Kind kind, const std::string& id, std::uint64_t basedOn) {
    const auto standing = readStanding(database, kind, id);
    if (!standing) return std::unexpected(standing.error());
    if (!*standing) {
        if (basedOn == 0) return {};
        return fail("NO_SUCH_RECORD", "there is no such record to be based on; a new one is based on 0", id);
    }
    if (basedOn == 0) return fail("SAME_ID", "there is a record of this name already", id);
    if ((*standing)->revision != basedOn) return stale((*standing)->revision, basedOn, id);
    if ((*standing)->retired) return fail("RETIRED", "what is retired is not edited; take it back into use first", id);
    return {};
}

// What a record says of others must be there, and what is its own must be nobody else's.
class Relations {
public:
    Relations(const Database& database, const Record& record, UtcMs now)
        : m_database(database)
        , m_id(idOf(record))
        , m_now(now) {}

    void operator()(const DroneModel&) {}

    void operator()(const Drone& record) {
        known(Kind::Model, record.model_id, "NO_SUCH_MODEL", "model_id");
        unique(Unique::DroneSerial, record.serial_number, "SAME_SERIAL_NUMBER");
        unique(Unique::DroneRegistration, record.registration_id, "SAME_REGISTRATION");
    }

    void operator()(const Battery& record) {
        known(Kind::Drone, record.drone_id, "NO_SUCH_DRONE", "drone_id");
        unique(Unique::BatterySerial, record.serial_number, "SAME_SERIAL_NUMBER");
        past(record.last_charged, "last_charged");
        past(record.charge_read, "charge_read");
    }

    void operator()(const Payload& record) {
        for (const std::string& model : record.model_ids)
            known(Kind::Model, model, "NO_SUCH_MODEL", "model_ids");
    }

    void operator()(const Pilot& record) {
        if (m_outcome && !record.user_id.empty()) {
            const auto exists = userExists(m_database, record.user_id);
            if (!exists)
                m_outcome = std::unexpected(exists.error());
            else if (!*exists)
                m_outcome = fail("NO_SUCH_USER", "there is no user of that name", record.user_id);
        }
        unique(Unique::PilotUser, record.user_id, "SAME_USER");
        unique(Unique::PilotCertificate, record.certification_number, "SAME_CERTIFICATE");
        for (const Rating& rating : record.ratings.value_or(std::vector<Rating>()))
            known(Kind::Model, rating.model_id, "NO_SUCH_MODEL", "ratings");
        past(record.last_flight, "last_flight");
    }

    void operator()(const MaintenanceRecord& record) {
        known(Kind::Drone, record.drone_id, "NO_SUCH_DRONE", "drone_id");
        past(record.at, "at");
        past(record.closed_at, "closed_at");
    }

    [[nodiscard]] Result<void> outcome() const { return m_outcome; }

private:
    void known(Kind kind, const std::string& id, const char* code, const char* member) {
        if (!m_outcome || id.empty()) return;
        const auto standing = readStanding(m_database, kind, id);
        if (!standing)
            m_outcome = std::unexpected(standing.error());
        else if (!*standing)
            m_outcome = fail(code, std::format("{}: there is no {} '{}'", member, toString(kind), id), id);
    }

    void unique(Unique what, const std::string& value, const char* code) {
        if (!m_outcome || value.empty()) return;
        const auto owner = ownerOf(m_database, what, value);
        if (!owner)
            m_outcome = std::unexpected(owner.error());
        else if (!owner->empty() && *owner != m_id)
            m_outcome = fail(code, std::format("{} has '{}' already", *owner, value), *owner);
    }

    void past(const std::optional<UtcMs>& time, const char* member) {
        if (m_outcome && time && *time > m_now + clockTolerance)
            m_outcome = fail("IN_FUTURE", "lies in the future", member);
    }

    const Database& m_database;
    std::string m_id;
    UtcMs m_now;
    Result<void> m_outcome;
};

} // namespace

Result<Decided<SavedRecord>> decideSave(const Database& database, Record record, std::uint64_t basedOn,
                                        const std::string& note, UtcMs now) {
    if (basedOn == 0)
        if (const auto named = giveId(database, record); !named) return std::unexpected(named.error());
    if (const auto sound = check(record); !sound) return std::unexpected(sound.error());
    if (note.size() > longestNote) return fail("BAD_NAME", "at most 1000 bytes", "note");
    const std::string id = idOf(record);
    if (const auto fits = checkRevision(database, kindOf(record), id, basedOn); !fits)
        return std::unexpected(fits.error());
    Relations relations(database, record, now);
    std::visit(relations, record);
    if (const auto related = relations.outcome(); !related) return std::unexpected(related.error());
    return Decided<SavedRecord>{{RecordSaved{basedOn + 1, std::move(record), note, {}}}, {id, basedOn + 1}};
}

namespace {

Result<bool> isCounted(const Database& database, const std::string& mission) {
    return database
        .value(QStringLiteral("SELECT 1 FROM fleet_flights WHERE mission_id = ? LIMIT 1"), {storage::sqlText(mission)})
        .transform([](const QVariant& found) { return found.isValid(); });
}

// The record as it is after a flight.
struct AfterFlight {
    const FlownFlight& flight;

    void operator()(Drone& drone) const {
        if (drone.flown_h) *drone.flown_h += flight.flight_s / 3600;
    }

    // What was read of the charge before the landing says nothing any more.
    void operator()(Battery& battery) const {
        if (battery.cycle_count) ++*battery.cycle_count;
        if (battery.charge_read && *battery.charge_read < flight.landed) {
            battery.charge_read.reset();
            battery.charge_pct.reset();
        }
    }

    void operator()(Pilot& pilot) const {
        if (pilot.flown_h) *pilot.flown_h += flight.flight_s / 3600;
        pilot.last_flight = std::max(pilot.last_flight.value_or(flight.landed), flight.landed);
    }
};

template <class T>
void count(const FleetState& state, const std::string& id, const FlownFlight& flight, std::vector<FleetEvent>& events) {
    const auto kept = state.find<T>(id);
    if (!kept || kept->retired) return;
    T record = kept->value;
    AfterFlight{flight}(record);
    events.emplace_back(RecordSaved{kept->revision + 1, std::move(record),
                                    std::format("{}: {} to {}{}", flight.mission, toRfc3339(flight.departed),
                                                toRfc3339(flight.landed), flight.measured ? "" : ", as planned"),
                                    flight.mission});
}

} // namespace

Result<Decided<bool>> decideFlight(const Database& database, const FlownFlight& flight) {
    if (!std::isfinite(flight.flight_s) || flight.flight_s <= 0 || flight.landed <= flight.departed)
        return fail("BAD_FLIGHT", "a flight takes time and lands after it has left", flight.mission);
    const auto counted = isCounted(database, flight.mission);
    if (!counted) return std::unexpected(counted.error());
    if (*counted) return Decided<bool>{};
    const auto state = readState(database);
    if (!state) return std::unexpected(state.error());
    Decided<bool> decided;
    count<Drone>(*state, flight.drone, flight, decided.events);
    count<Battery>(*state, flight.battery, flight, decided.events);
    count<Pilot>(*state, flight.pilot, flight, decided.events);
    decided.outcome = !decided.events.empty();
    return decided;
}

Result<Decided<std::uint64_t>> decideRetire(const Database& database, const RecordRetired& wanted,
                                            std::uint64_t basedOn) {
    if (const auto told = checkReason(wanted.reason); !told) return std::unexpected(told.error());
    const auto standing = readStanding(database, wanted.kind, wanted.id);
    if (!standing) return std::unexpected(standing.error());
    if (!*standing) return fail("NO_SUCH_RECORD", "there is no such record", wanted.id);
    if ((*standing)->revision != basedOn) return stale((*standing)->revision, basedOn, wanted.id);
    if ((*standing)->retired == wanted.retired)
        return fail("NOT_NOW", wanted.retired ? "it is retired already" : "it is in use", wanted.id);
    if (wanted.kind == Kind::Model && wanted.retired) {
        const auto drone = droneInUseOf(database, wanted.id);
        if (!drone) return std::unexpected(drone.error());
        if (!drone->empty()) return fail("IN_USE", std::format("{} is of this model and not retired", *drone), *drone);
    }
    RecordRetired event = wanted;
    event.revision = basedOn + 1;
    return Decided<std::uint64_t>{{std::move(event)}, basedOn + 1};
}

Result<Decided<int>> decideRules(const Database& database, ReadinessRules rules, int basedOn,
                                 const std::string& reason) {
    if (const auto told = checkReason(reason); !told) return std::unexpected(told.error());
    const auto state = readState(database);
    if (!state) return std::unexpected(state.error());
    const ReadinessRules& present = state->rules;
    if (present.version != basedOn)
        return stale(static_cast<std::uint64_t>(present.version), static_cast<std::uint64_t>(std::max(basedOn, 0)),
                     present.id);
    rules.id = present.id;
    rules.version = present.version + 1;
    if (const auto sound = check(rules); !sound) return std::unexpected(sound.error());
    const int version = rules.version;
    return Decided<int>{{RulesChanged{std::move(rules), reason}}, version};
}

Result<Decided<std::string>> decideOverride(const Database& database, const NewOverride& wanted,
                                            const people::Principal& by, const OrganisationOf& organisationOf,
                                            UtcMs now) {
    const Ask& ask = wanted.ask;
    if (ask.drone.empty()) return fail("NO_SUCH_DRONE", "an override is for a drone", "drone");
    if (wanted.reason.size() > longestNote) return fail("BAD_NAME", "at most 1000 bytes", "reason");
    if (wanted.until <= now || wanted.until > now + longestOverride)
        return fail("BAD_UNTIL", "an override ends in the next seven days", "until");
    if (wanted.until < ask.need.end)
        return fail("BAD_UNTIL", "the flight ends after the override, which would not cover it", "until");
    auto state = readState(database);
    if (!state) return std::unexpected(state.error());
    const auto kept = std::make_shared<const FleetState>(*std::move(state));
    const auto assessed = Assessor(kept, organisationOf).judge(ask);
    if (!assessed) return std::unexpected(assessed.error());
    const ReadinessOverride given{.question = wanted.question,
                                  .user_id = by.user,
                                  .role = by.role ? std::string(people::toString(*by.role)) : "",
                                  .reason = wanted.reason,
                                  .at = now};
    if (const auto sound = check(given, assessed->readiness, kept->rules); !sound)
        return std::unexpected(sound.error());
    OverrideGiven event{.id = std::format("OV-{:06}", kept->overrides.size() + 1),
                        .drone = ask.drone,
                        .battery = ask.battery,
                        .pilot = ask.pilot,
                        .payloads = ask.payloads,
                        .question = wanted.question,
                        .items = {},
                        .need = ask.need,
                        .rulesVersion = kept->rules.version,
                        .reason = wanted.reason,
                        .until = wanted.until};
    for (const Item& item : assessed->readiness.items)
        if (item.question == wanted.question && item.verdict != Verdict::Ready) event.items.push_back(item);
    std::string id = event.id;
    return Decided<std::string>{{std::move(event)}, std::move(id)};
}

Result<Decided<Nothing>> decideWithdraw(const Database& database, const OverrideWithdrawn& wanted) {
    if (const auto told = checkReason(wanted.reason); !told) return std::unexpected(told.error());
    const auto state = readState(database);
    if (!state) return std::unexpected(state.error());
    const auto found = state->overrides.find(wanted.id);
    if (found == state->overrides.end()) return fail("NO_SUCH_OVERRIDE", "there is no such override", wanted.id);
    if (found->second->withdrawn) return fail("NOT_NOW", "it is withdrawn already", wanted.id);
    return Decided<Nothing>{{wanted}, {}};
}

} // namespace haneul::fleet
