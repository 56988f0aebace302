#include "server/demo/demo_plans.h"

#include "core/plan/profile.h"
#include "server/people/scopes.h"

#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using plan::FlightPlan;

enum class Until { Draft, Submitted, Approved };

struct Wanted {
    FlightPlan plan;
    people::Role author = people::Role::Planner;
    Until until = Until::Submitted;
};

// Demonstration accounts are named like their roles.
people::Principal person(people::Role role) {
    const std::string name(people::toString(role));
    return {.user = name, .displayName = name, .role = role, .scopes = people::scopesOf(role), .desk = "demonstration"};
}

template <class T>
Result<T> answerOf(const std::function<void(plan::Done<T>)>& call) {
    const auto promise = std::make_shared<std::promise<Result<T>>>();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    return promise->get_future().get();
}

constexpr geo::VerticalLimit amsl(double metres) {
    return {metres, geo::VerticalReference::Amsl};
}

FlightPlan flight(const char* profile, const std::string& drone, const char* payload, UtcMs start,
                  std::chrono::minutes time) {
    FlightPlan made = plan::presetPlan(*plan::profile(profile));
    made.operator_id = "haneul-air";
    made.drone_id = drone;
    made.pilot_id = "PILOT-01";
    made.battery_id = "B-" + drone;
    made.payload_ids = {payload};
    made.start = start;
    made.end = start + time;
    made.parameters.cruise_mps = 10;
    made.parameters.climb_mps = 3;
    made.parameters.descent_mps = 2;
    made.contingency.lostLink = plan::LostLinkAction::ReturnHome;
    return made;
}

FlightPlan route(const std::string& drone, UtcMs start, std::vector<geo::LatLon> places, double height_m,
                 const char* objective, plan::LandingSite site) {
    FlightPlan made = flight("logistics", drone, "BOX-S", start, 15min);
    made.objective = objective;
    made.parcels_kg = 1.5;
    plan::WaypointRoute way;
    for (const geo::LatLon& place : places)
        way.points.push_back({.place = place, .height = amsl(height_m), .hold = {}});
    made.operation = std::move(way);
    made.contingency.landingSites = {std::move(site)};
    return made;
}

std::vector<Wanted> wantedPlans(UtcMs now) {
    const auto at = [hour = std::chrono::floor<std::chrono::minutes>(now)](std::chrono::minutes later) {
        return UtcMs(hour + later);
    };
    constexpr geo::LatLon cityHall{37.5663, 126.9779}, dongdaemun{37.5665, 127.0090}, seoulStation{37.5547, 126.9707},
        hongji{37.6026, 126.9553}, cheonggyecheon{37.5690, 126.9870}, changgyeong{37.5790, 126.9950},
        noeul{37.5706, 126.8760};
    std::vector<Wanted> wanted;
    wanted.push_back({route("DL-018", at(120min), {seoulStation, cityHall, cheonggyecheon}, 120,
                            "Documents from Seoul Station", {"Cheonggye Plaza", {37.5690, 126.9780}}),
                      people::Role::Planner, Until::Approved});
    wanted.push_back({route("DL-001", at(40min), {cityHall, cheonggyecheon, dongdaemun}, 130, "Parcels to Dongdaemun",
                            {"Dongdaemun Design Plaza", {37.5667, 127.0092}})});
    FlightPlan medical = route("DL-008", at(75min), {dongdaemun, changgyeong}, 150, "Blood samples to the hospital",
                               {"Hospital roof", {37.5796, 126.9990}});
    medical.missionType = "medical_delivery";
    medical.priority = 5;
    wanted.push_back({std::move(medical)});
    FlightPlan watch = flight("monitoring", "DL-022", "CAM-T", at(95min), 20min);
    watch.objective = "Crowd of the evening market at Nanji";
    watch.operation = plan::AreaOperation{.area = geo::Circle{noeul, 300}, .lower = amsl(60), .upper = amsl(120)};
    watch.contingency.landingSites = {{"Nanji Hangang Park", {37.5662, 126.8766}}};
    wanted.push_back({std::move(watch), people::Role::Pilot});
    wanted.push_back({route("DL-012", at(150min), {cityHall, hongji}, 140, "Lunch to Hongji-dong",
                            {"City Hall", cityHall})}); // through the zone EXP01
    wanted.push_back({route("DL-014", at(120min), {cheonggyecheon, cityHall, seoulStation}, 120,
                            "Documents to Seoul Station", {"Cheonggye Plaza", {37.5690, 126.9780}})}); // head-on
    wanted.push_back({route("DL-019", at(200min), {dongdaemun, cheonggyecheon}, 130, "Returns from Dongdaemun",
                            {"Dongdaemun Design Plaza", {37.5667, 127.0092}}),
                      people::Role::Pilot, Until::Draft});
    return wanted;
}

Result<void> make(plan::PlanService& service, const Wanted& wanted) {
    const auto saved = answerOf<plan::SavedPlan>(
        [&](auto done) { service.createFlightPlan(person(wanted.author), wanted.plan, 0, done); });
    if (!saved) return std::unexpected(saved.error());
    if (wanted.until == Until::Draft) return {};
    const auto submitted = answerOf<plan::Submission>(
        [&](auto done) { service.submitFlightPlan(person(wanted.author), saved->id, saved->revision, done); });
    if (!submitted) return std::unexpected(submitted.error());
    // What the checks return stays returned, whatever it was meant for: the demonstration begins all the same.
    if (wanted.until == Until::Submitted || submitted->state != plan::State::PendingApproval) return {};
    return answerOf<plan::ApprovalOutcome>([&](auto done) {
               service.approveFlightPlan(person(people::Role::Approver),
                                         {.plan = saved->id,
                                          .revision = saved->revision,
                                          .evidence = submitted->evidence.digest,
                                          .conditions = "Daylight only"},
                                         done);
           })
        .transform([](const plan::ApprovalOutcome&) {});
}

} // namespace

Result<void> seeToDemoPlans(plan::PlanService& service, UtcMs now) {
    if (!service.state()->plans.empty()) return {};
    for (const Wanted& wanted : wantedPlans(now))
        if (const auto made = make(service, wanted); !made) return made;
    return {};
}

} // namespace haneul::demo
