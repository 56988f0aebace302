#include "server/http/service_registry.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace haneul::http {

namespace {

constexpr std::size_t mostInstances = 16; // of a service
constexpr auto rest = std::chrono::seconds(10);

constexpr std::array studyRoutes{RouteId::Study, RouteId::TrafficEstimate};
constexpr std::array services{Service{"studies", "study.run", studyRoutes}};

} // namespace

std::span<const Service> movableServices() {
    return services;
}

const Service* serviceNamed(std::string_view name) {
    const auto found = std::ranges::find(services, name, &Service::name);
    return found == services.end() ? nullptr : &*found;
}

const Service* serviceOf(RouteId route) {
    const auto found = std::ranges::find_if(
        services, [&](const Service& service) { return std::ranges::contains(service.routes, route); });
    return found == services.end() ? nullptr : &*found;
}

// Without those whose lease has ended.
Result<ServiceRegistry::Place*> ServiceRegistry::place(std::string_view service, UtcMs now) {
    const Service* const known = serviceNamed(service);
    if (known == nullptr) return fail("NO_SUCH_SERVICE", "there is no such service to move", std::string(service));
    auto& place = m_places[std::string(service)];
    std::erase_if(place.instances, [&](const auto& entry) { return entry.second.leaseEnds <= now; });
    return &place;
}

Result<ServiceInstance> ServiceRegistry::offer(std::string_view service, ServiceInstance instance, milliseconds lease,
                                               UtcMs now) {
    const auto found = place(service, now);
    if (!found) return std::unexpected(found.error());
    auto& instances = (*found)->instances;
    instance.since = now;
    instance.leaseEnds = now + lease;
    const auto there = instances.find(instance.id);
    if (there == instances.end()) {
        if (instances.size() >= mostInstances)
            return fail("TOO_MANY_INSTANCES", "the service has all the instances it may have", std::string(service));
        return instances.emplace(instance.id, instance).first->second;
    }
    auto& known = there->second;
    if (known.by != instance.by)
        return fail("INSTANCE_TAKEN", "somebody else offers an instance of this name", instance.id);
    const bool moved =
        known.address != instance.address || known.port != instance.port || known.credential != instance.credential;
    if (moved)
        known = std::move(instance);
    else
        known.leaseEnds = instance.leaseEnds;
    return known;
}

Result<void> ServiceRegistry::withdraw(std::string_view service, std::string_view id, std::string_view by, bool anyones,
                                       UtcMs now) {
    const auto found = place(service, now);
    if (!found) return std::unexpected(found.error());
    auto& instances = (*found)->instances;
    const auto there = instances.find(id);
    if (there == instances.end()) return fail("NO_SUCH_INSTANCE", "nothing of this name is offered", std::string(id));
    if (!anyones && there->second.by != by)
        return fail("INSTANCE_TAKEN", "somebody else offers the instance of this name", std::string(id));
    instances.erase(there);
    return {};
}

// In turns, from the one after the last.
std::optional<ServiceInstance> ServiceRegistry::next(std::string_view service, UtcMs now) {
    const auto found = place(service, now);
    if (!found) return std::nullopt;
    auto& [instances, last] = **found;
    auto turn = instances.upper_bound(last);
    for (std::size_t tried = 0; tried < instances.size(); ++tried, ++turn) {
        if (turn == instances.end()) turn = instances.begin();
        if (turn->second.restsUntil && now < *turn->second.restsUntil) continue;
        last = turn->first;
        return turn->second;
    }
    return std::nullopt;
}

// Null when it has gone or moved since.
ServiceInstance* ServiceRegistry::same(std::string_view service, const ServiceInstance& instance) {
    const auto place = m_places.find(service);
    if (place == m_places.end()) return nullptr;
    const auto there = place->second.instances.find(instance.id);
    if (there == place->second.instances.end() || there->second.credential != instance.credential) return nullptr;
    return &there->second;
}

void ServiceRegistry::noteAnswer(std::string_view service, const ServiceInstance& instance) {
    if (auto* const known = same(service, instance)) {
        ++known->answered;
        known->restsUntil.reset();
    }
}

void ServiceRegistry::noteFailure(std::string_view service, const ServiceInstance& instance, UtcMs now) {
    if (auto* const known = same(service, instance)) {
        ++known->failed;
        known->restsUntil = now + rest;
    }
}

std::vector<ServiceInstance> ServiceRegistry::instances(std::string_view service, UtcMs now) {
    std::vector<ServiceInstance> all;
    if (const auto found = place(service, now))
        for (const auto& [id, instance] : (*found)->instances)
            all.push_back(instance);
    return all;
}

} // namespace haneul::http
