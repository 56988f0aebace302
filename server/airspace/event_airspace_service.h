#pragma once

#include "server/airspace/airspace_service.h"
#include "server/airspace/events.h"
#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/people/log_desk.h"
#include "server/situation/situation.h"
#include "server/storage/database.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::airspace {

using TellRefusal = people::TellRefusal;

struct AirspaceSettings {
    geo::Surroundings surroundings; // thread-safe functions
    // Further events of the transaction that changes zones (who is told); an error: nothing of it happens. Called on
    // the log's thread with the tables as they are before.
    std::function<Result<std::vector<log::NewEvent>>(const storage::Database&, std::span<const AirspaceEvent>, UtcMs)>
        alsoWritten;
};

// What takes up space now or later; called on the service's thread.
using VolumesInUse = std::function<std::vector<NamedVolume>(UtcMs now)>;

// The zones of this instance on its event log. A call is answered after the state that shows what it did has been
// published.
class EventAirspaceService final : public AirspaceService {
public:
    // Reads what the log's tables know. The log must have been opened with an AirspaceProjection; it, the clock and the
    // notices must outlive the service. Code DATABASE.
    [[nodiscard]] static Result<std::unique_ptr<EventAirspaceService>>
    open(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal, AirspaceSettings settings = {},
         situation::NoticeBoard* notices = nullptr);
    ~EventAirspaceService() override; // waits for what the log still has to answer
    EventAirspaceService(const EventAirspaceService&) = delete;
    EventAirspaceService& operator=(const EventAirspaceService&) = delete;

    [[nodiscard]] AirspaceStatePtr state() const override;
    [[nodiscard]] Subscription subscribe(std::function<void(AirspaceStatePtr)> subscriber) override;

    void publishZone(people::Principal by, Zone zone, std::uint64_t basedOn, Done<std::uint64_t> revision) override;
    void withdrawZone(people::Principal by, std::string key, std::string reason, Done<void> done) override;
    void importZones(people::Principal by, ZoneImport import, std::string file, ImportChoice choice,
                     Done<ImportRecord> done) override;
    void readFile(people::Principal by, ZoneFile file, Done<ZoneImport> done) override;
    void ask(people::Principal by, Question question, Done<Awareness> done) override;
    void impactOf(people::Principal by, Zone zone, Done<std::vector<Impact>> done) override;
    [[nodiscard]] const geo::Surroundings& surroundings() const override;

    // One more room whose plans or missions a zone may hit. It is asked until the service ends.
    void addVolumesInUse(VolumesInUse volumes);

    // The program's own hand: may all about zones.
    [[nodiscard]] static people::Principal programItself();

private:
    struct Impl;
    explicit EventAirspaceService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

} // namespace haneul::airspace
