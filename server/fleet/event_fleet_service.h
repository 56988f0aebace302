#pragma once

#include "server/clock/clock.h"
#include "server/fleet/fleet_service.h"
#include "server/log/event_log.h"
#include "server/people/log_desk.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace haneul::fleet {

using TellRefusal = people::TellRefusal;

// The fleet of this instance on its event log. A call is answered after the state that shows what it did has been
// published.
class EventFleetService final : public FleetService {
public:
    // Reads what the log's tables know. The log must have been opened with a FleetProjection (and a PeopleProjection
    // before it); it outlives the service. `organisationOf` is called on any thread, without I/O; none: insurance and
    // licence of operators are not judged. Codes: DATABASE, and those of eventFrom.
    [[nodiscard]] static Result<std::unique_ptr<EventFleetService>> open(log::EventLog& log, TellRefusal tellRefusal,
                                                                         OrganisationOf organisationOf = {});
    ~EventFleetService() override; // waits for what the log still has to answer
    EventFleetService(const EventFleetService&) = delete;
    EventFleetService& operator=(const EventFleetService&) = delete;

    [[nodiscard]] FleetStatePtr state() const override;
    [[nodiscard]] Subscription subscribe(std::function<void(FleetStatePtr)> subscriber) override;
    [[nodiscard]] Result<Assessment> judge(const Ask& ask) const override;
    [[nodiscard]] Result<std::vector<Assessment>> overview(const Need& need) const override;

    void save(people::Principal by, Record record, std::uint64_t basedOn, std::string note,
              Done<SavedRecord> done) override;
    void retire(people::Principal by, Kind kind, std::string id, std::uint64_t basedOn, bool retired,
                std::string reason, Done<std::uint64_t> revision) override;
    void history(people::Principal by, Kind kind, std::string id, Done<std::vector<Change>> done) override;
    void changeRules(people::Principal by, ReadinessRules rules, int basedOn, std::string reason,
                     Done<int> version) override;
    void rulesHistory(people::Principal by, Done<std::vector<Change>> done) override;
    void giveOverride(people::Principal by, NewOverride wanted, Done<std::string> id) override;
    void withdrawOverride(people::Principal by, std::string id, std::string reason, Done<void> done) override;

    // Counts a flight that is over, once per mission; answers whether it was counted now. Scope fleet.write.
    // Codes: BAD_FLIGHT.
    void countFlight(people::Principal by, FlownFlight flight, Done<bool> counted);

    // The program's own hand: may keep records, and overrides nothing. For the demonstration.
    [[nodiscard]] static people::Principal programItself();

private:
    struct Impl;
    explicit EventFleetService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

} // namespace haneul::fleet
