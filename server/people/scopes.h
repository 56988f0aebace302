#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace haneul::people {

// Who somebody is in the house (DESIGN.md, "Who uses it"). A role is a bundle of scopes and nothing else.
enum class Role {
    Controller,
    Planner,
    Pilot,
    Approver,
    Supervisor,
    Fleet,
    Instructor,
    Trainee,
    Analyst,
    Auditor,
    Administrator
};

[[nodiscard]] std::span<const Role> allRoles();
[[nodiscard]] std::string_view toString(Role role); // "controller", as on the wire and in the tables
[[nodiscard]] std::optional<Role> roleFrom(std::string_view text);

// One scope per operation, "telemetry.read". Machine tokens hold scopes one by one.
struct Scope {
    std::string_view name;
    std::string_view allows; // in words, for people who issue tokens
};

[[nodiscard]] std::span<const Scope> allScopes();
[[nodiscard]] bool isScope(std::string_view name);
[[nodiscard]] std::set<std::string> scopesOf(Role role);

} // namespace haneul::people
