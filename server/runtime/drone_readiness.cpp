#include "server/runtime/drone_readiness.h"

#include "server/fleet/drone_check.h"
#include "server/fleet/tables.h"

#include <utility>

namespace haneul::runtime {

namespace {

using delivery::DroneItem;

std::vector<DroneItem> plain(const std::vector<fleet::Item>& items) {
    std::vector<DroneItem> plain;
    for (const fleet::Item& item : items)
        plain.push_back({item.code, item.words});
    return plain;
}

class FleetJudge final : public delivery::DroneJudge {
public:
    FleetJudge(fleet::FleetStatePtr state, const fleet::OrganisationOf& organisationOf)
        : m_state(std::move(state))
        , m_assessor(m_state, organisationOf) {}

    [[nodiscard]] Result<delivery::DroneVerdict> judge(const std::string& drone,
                                                       const delivery::DroneNeed& need) const override {
        if (!m_state->find<fleet::Drone>(drone)) {
            delivery::DroneVerdict unknown;
            unknown.notJudged.push_back({"NO_SUCH_DRONE", "the fleet has no record of this drone"});
            return unknown;
        }
        const auto found = fleet::checkDrone(*m_state, m_assessor, drone,
                                             {.start = need.start,
                                              .end = need.end,
                                              .flight_s = need.flight_s,
                                              .parcels_kg = need.payload_kg,
                                              .capabilities = {},
                                              .speed_mps = need.speed_mps,
                                              .climb_mps = need.climb_mps,
                                              .descent_mps = need.descent_mps,
                                              .bvlos = true});
        if (!found) return std::unexpected(found.error());
        return delivery::DroneVerdict{.battery = found->battery,
                                      .notReady = plain(found->notReady),
                                      .notJudged = plain(found->notJudged),
                                      .answeredFor = plain(found->answeredFor),
                                      .pilotUnnamed = {{"PILOT", "the mission names no pilot"}}};
    }

    [[nodiscard]] std::vector<std::string> drones() const override {
        std::vector<std::string> drones;
        for (const auto& [id, drone] : m_state->drones)
            if (!drone->retired) drones.push_back(id);
        return drones;
    }

private:
    fleet::FleetStatePtr m_state;
    fleet::Assessor m_assessor;
};

} // namespace

delivery::DroneJudges droneJudges(fleet::OrganisationOf organisationOf) {
    return [organisationOf = std::move(organisationOf)](
               const storage::Database& database) -> Result<std::unique_ptr<delivery::DroneJudge>> {
        auto state = fleet::readState(database);
        if (!state) return std::unexpected(state.error());
        return std::make_unique<FleetJudge>(std::make_shared<const fleet::FleetState>(*std::move(state)),
                                            organisationOf);
    };
}

} // namespace haneul::runtime
