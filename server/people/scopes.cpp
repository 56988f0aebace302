#include "server/people/scopes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace haneul::people {

namespace {

using enum Role;

constexpr std::array roles{Controller, Planner, Pilot,   Approver, Supervisor,   Fleet,
                           Instructor, Trainee, Analyst, Auditor,  Administrator};

constexpr std::array<std::string_view, roles.size()> roleNames{"controller", "planner", "pilot",        "approver",
                                                               "supervisor", "fleet",   "instructor",   "trainee",
                                                               "analyst",    "auditor", "administrator"};

constexpr std::uint32_t bit(Role role) {
    return 1U << static_cast<unsigned>(role);
}

template <class... R>
constexpr std::uint32_t bundle(R... role) {
    return (bit(role) | ...);
}

constexpr std::uint32_t everybody = (1U << roles.size()) - 1;

struct Line {
    Scope scope;
    std::uint32_t roles;
};

// The whole of the authorisation: who holds which scope. An administrator keeps the house and decides nothing about
// flights; an approver never writes plans (DESIGN.md, RELIABILITY.md 7).
constexpr std::array lines{
    Line{{"own.session", "see and end own sessions, change the own password"}, everybody},
    Line{{"telemetry.read", "see aircraft and feeds, and their stream"}, everybody},
    Line{{"map.read", "see the layers of the map and search places"}, everybody},
    Line{{"notice.read", "see notices"}, everybody},
    Line{{"notice.write", "send notices to others"}, bundle(Controller, Approver, Supervisor)},
    Line{{"outbox.read", "see the outbox and the channels of notices"},
         bundle(Controller, Supervisor, Auditor, Administrator)},
    Line{{"outbox.write", "send notices again"}, bundle(Supervisor, Administrator)},
    Line{{"channel.write", "set the channels of notices"}, bundle(Administrator)},
    Line{{"replay.control", "steer a replay"}, bundle(Controller, Supervisor, Instructor, Trainee, Analyst)},
    Line{{"metrics.read", "read the counters of the program"}, bundle(Supervisor, Analyst, Auditor, Administrator)},
    Line{{"log.read", "read the event log"}, bundle(Controller, Approver, Supervisor, Auditor, Administrator)},
    Line{{"log.verify", "verify the event log"}, bundle(Approver, Supervisor, Auditor, Administrator)},
    Line{{"log.export", "export the event log"}, bundle(Supervisor, Auditor, Administrator)},
    Line{{"service.read", "see which instances answer for which service"}, bundle(Supervisor, Auditor, Administrator)},
    Line{{"service.offer", "answer for a service of this instance"}, bundle(Administrator)},
    Line{{"request.read", "read the log of requests"}, bundle(Auditor, Administrator)},
    Line{{"alert.acknowledge", "acknowledge alerts"}, bundle(Controller, Supervisor)},
    Line{{"user.read", "see users"}, bundle(Supervisor, Auditor, Administrator)},
    Line{{"user.write", "add, change and disable users"}, bundle(Administrator)},
    Line{{"session.read", "see the sessions of all"}, bundle(Supervisor, Auditor, Administrator)},
    Line{{"session.write", "end the sessions of others"}, bundle(Supervisor, Administrator)},
    Line{{"organisation.read", "see organisations, their licences and insurance"},
         bundle(Planner, Approver, Supervisor, Fleet, Auditor, Administrator)},
    Line{{"organisation.write", "write organisations, and who belongs to them"}, bundle(Administrator)},
    Line{{"policy.read", "see where two approvals are needed"}, everybody},
    Line{{"policy.write", "lay down where two approvals are needed"}, bundle(Administrator)},
    Line{{"security.read", "see alarms about log-ins and abnormal rates"},
         bundle(Controller, Supervisor, Auditor, Administrator)},
    Line{{"security.acknowledge", "acknowledge alarms about log-ins and abnormal rates"},
         bundle(Supervisor, Administrator)},
    Line{{"token.read", "see machine tokens"}, bundle(Auditor, Administrator)},
    Line{{"token.write", "issue and revoke machine tokens"}, bundle(Administrator)},
    Line{{"plan.read", "see flight plans"}, everybody},
    Line{{"plan.submit", "write and submit own flight plans"}, bundle(Planner, Pilot)},
    Line{{"plan.approve", "approve, return and reject the plans of others"}, bundle(Approver, Supervisor)},
    Line{{"plan.override", "second approval, overrides, resolving of conflicts"}, bundle(Supervisor)},
    Line{{"plan.operate", "report that flights begin and end"}, bundle(Controller, Planner, Pilot, Supervisor)},
    Line{{"zone.read", "see zones"}, everybody},
    Line{{"zone.write", "write zones"}, bundle(Supervisor)},
    Line{{"fleet.read", "see drones, batteries and pilots"}, everybody},
    Line{{"fleet.write", "keep drones, batteries and pilots"}, bundle(Fleet)},
    Line{{"fleet.rules", "change the rules of readiness"}, bundle(Supervisor)},
    Line{{"fleet.override", "answer for what is not ready"}, bundle(Supervisor)},
    Line{{"delivery.read", "see delivery networks, orders and missions"}, everybody},
    Line{{"network.write", "write delivery networks"}, bundle(Planner, Supervisor)},
    Line{{"network.verify", "vouch for links of delivery networks"}, bundle(Approver, Supervisor)},
    Line{{"order.write", "place and cancel orders"}, bundle(Controller, Planner, Supervisor)},
    Line{{"mission.write", "book, move, hand over and cancel missions"}, bundle(Controller, Planner, Supervisor)},
    Line{{"mission.report", "report actual times of missions"}, bundle(Controller, Supervisor)},
    Line{{"document.read", "see documents of payloads and sensors"}, everybody},
    Line{{"document.write", "put documents of payloads and sensors"},
         bundle(Controller, Planner, Pilot, Supervisor, Fleet)},
    Line{{"study.save", "save and retire studies, presets and tables"},
         bundle(Planner, Approver, Supervisor, Instructor, Analyst)},
    Line{{"city.read", "see datasets of the ground: people, traffic, buildings, terrain"}, everybody},
    Line{{"city.write", "import and retire datasets of the ground"}, bundle(Supervisor, Analyst)},
    Line{{"study.run", "run studies"}, bundle(Planner, Approver, Supervisor, Instructor, Trainee, Analyst)},
};

constexpr auto scopeList = [] {
    std::array<Scope, lines.size()> list{};
    for (std::size_t i = 0; i < lines.size(); ++i)
        list[i] = lines[i].scope;
    return list;
}();

} // namespace

std::span<const Role> allRoles() {
    return roles;
}

std::string_view toString(Role role) {
    return roleNames[static_cast<std::size_t>(role)];
}

std::optional<Role> roleFrom(std::string_view text) {
    const auto found = std::ranges::find(roleNames, text);
    if (found == roleNames.end()) return std::nullopt;
    return roles[static_cast<std::size_t>(found - roleNames.begin())];
}

std::span<const Scope> allScopes() {
    return scopeList;
}

bool isScope(std::string_view name) {
    return std::ranges::contains(scopeList, name, &Scope::name);
}

std::set<std::string> scopesOf(Role role) {
    std::set<std::string> scopes;
    for (const Line& line : lines)
        if ((line.roles & bit(role)) != 0) scopes.emplace(line.scope.name);
    return scopes;
}

} // namespace haneul::people
