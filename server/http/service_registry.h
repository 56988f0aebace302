#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/http/routes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// A service that may be moved to another instance: what its routes answer depends on the request alone.
struct Service {
    std::string_view name;  // "studies"
    std::string_view scope; // of its routes
    std::span<const RouteId> routes;
};

[[nodiscard]] std::span<const Service> movableServices();
[[nodiscard]] const Service* serviceNamed(std::string_view name); // null: there is none
[[nodiscard]] const Service* serviceOf(RouteId route);            // null: it cannot be moved

// Another program that answers for a service, as long as its lease lasts.
struct ServiceInstance {
    std::string id;
    std::string address; // from where it was offered
    std::uint16_t port = 0;
    std::string credential; // with which it wants to be called
    std::string by;         // who offered it
    UtcMs since{};
    UtcMs leaseEnds{};
    std::optional<UtcMs> restsUntil; // it failed, and is left alone until then
    std::uint64_t answered = 0;
    std::uint64_t failed = 0;
};

// Where the services are. A service without an instance is answered in here. One thread only.
class ServiceRegistry {
public:
    // New, renewed or moved. Codes: NO_SUCH_SERVICE, INSTANCE_TAKEN (somebody else's holds the id), TOO_MANY_INSTANCES.
    Result<ServiceInstance> offer(std::string_view service, ServiceInstance instance, milliseconds lease, UtcMs now);
    // `anyones`: also what somebody else offered. Codes: NO_SUCH_SERVICE, NO_SUCH_INSTANCE, INSTANCE_TAKEN.
    Result<void> withdraw(std::string_view service, std::string_view id, std::string_view by, bool anyones, UtcMs now);

    // Whose turn it is; nullopt: nobody's, answer in here.
    [[nodiscard]] std::optional<ServiceInstance> next(std::string_view service, UtcMs now);
    void noteAnswer(std::string_view service, const ServiceInstance& instance);
    void noteFailure(std::string_view service, const ServiceInstance& instance, UtcMs now);

    [[nodiscard]] std::vector<ServiceInstance> instances(std::string_view service, UtcMs now); // by id

private:
    struct Place {
        std::map<std::string, ServiceInstance, std::less<>> instances;
        std::string last; // whose turn it was
    };

    [[nodiscard]] Result<Place*> place(std::string_view service, UtcMs now);
    [[nodiscard]] ServiceInstance* same(std::string_view service, const ServiceInstance& instance);

    std::map<std::string, Place, std::less<>> m_places;
};

} // namespace haneul::http
