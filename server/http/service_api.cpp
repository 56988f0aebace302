#include "server/http/service_api.h"

#include "core/formats/telemetry_record.h"
#include "core/json/json_writer.h"
#include "server/http/gatekeeper.h"
#include "server/http/outbound_call.h"
#include "server/http/reading.h"

#include <limits>

namespace haneul::http {

namespace {

constexpr std::size_t shortestCredential = 32;
constexpr std::int64_t longestLease_s = 60;

struct Offer {
    std::uint16_t port = 0;
    std::string credential;
    milliseconds lease{};
};

Result<Offer> offerFrom(const ServiceCall& call) {
    BodyReader body(call.contentType, call.body);
    const auto number = [&](const char* key, std::int64_t most) {
        const auto value = body.take<std::int64_t>([&](json::Object& object) { return object.integer(key); });
        if (value < 1 || value > most) body.bad(key, "expected a number from 1 to " + std::to_string(most));
        return value;
    };
    Offer offer;
    offer.port = static_cast<std::uint16_t>(number("port", std::numeric_limits<std::uint16_t>::max()));
    offer.lease = std::chrono::seconds(number("lease_s", longestLease_s));
    offer.credential = body.text("credential");
    if (offer.credential.size() < shortestCredential || !isToken(offer.credential))
        body.bad("credential", "expected a token of at least 32 characters");
    if (auto error = body.error()) return std::unexpected(*std::move(error));
    return offer;
}

void write(json::JsonWriter& writer, const ServiceInstance& instance, UtcMs now) {
    writer.beginObject();
    writer.key("instance").string(instance.id);
    writer.key("address").string(instance.address);
    writer.key("port").count(instance.port);
    writer.key("by").string(instance.by);
    writer.key("since").time(instance.since);
    writer.key("lease_ends").time(instance.leaseEnds);
    writer.key("state").string(instance.restsUntil && now < *instance.restsUntil ? "resting" : "serving");
    writer.key("answered").count(instance.answered);
    writer.key("failed").count(instance.failed);
    writer.endObject();
}

std::string servicesJson(ServiceRegistry& registry, UtcMs now) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("services").beginArray();
    for (const Service& service : movableServices()) {
        writer.beginObject();
        writer.key("service").string(service.name);
        writer.key("instances").beginArray();
        for (const ServiceInstance& instance : registry.instances(service.name, now))
            write(writer, instance, now);
        writer.endArray();
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return writer.take();
}

Response takeOffer(ServiceRegistry& registry, const ServiceCall& call, const std::string& address, UtcMs now) {
    const auto& service = call.match.parameters[0];
    const auto& id = call.match.parameters[1];
    if (serviceNamed(service) == nullptr)
        return errorResponse({"NO_SUCH_SERVICE", "there is no such service to move", service});
    if (!formats::validId(id)) return errorResponse({"BAD_NAME", "letters, digits, '.', '_' and '-' are wanted", id});
    if (!isPrivateAddress(address))
        return errorResponse({"NOT_PRIVATE", "calls go to loopback and private addresses only", address});
    auto offer = offerFrom(call);
    if (!offer) return errorResponse(offer.error());
    const auto taken = registry.offer(service,
                                      {.id = id,
                                       .address = address,
                                       .port = offer->port,
                                       .credential = std::move(offer->credential),
                                       .by = call.who.user},
                                      offer->lease, now);
    if (!taken) return errorResponse(taken.error());
    json::JsonWriter writer;
    write(writer, *taken, now);
    return jsonResponse(writer.take());
}

} // namespace

bool isServiceRoute(RouteId route) {
    return route == RouteId::Services || route == RouteId::OfferInstance || route == RouteId::WithdrawInstance;
}

Response answerServices(ServiceRegistry& registry, const ServiceCall& call, const std::string& address, UtcMs now) {
    if (!call.query.empty()) return errorResponse({"BAD_QUERY", "this path takes no query", "query"});
    if (call.match.route->id == RouteId::Services) return jsonResponse(servicesJson(registry, now));
    if (call.match.route->id == RouteId::OfferInstance) return takeOffer(registry, call, address, now);
    const bool anyones = call.who.role == people::Role::Administrator;
    const auto done =
        registry.withdraw(call.match.parameters[0], call.match.parameters[1], call.who.user, anyones, now);
    return done ? okay() : errorResponse(done.error());
}

std::string offerJson(std::uint16_t port, const std::string& credential, milliseconds lease) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("port").count(port);
    writer.key("credential").string(credential);
    writer.key("lease_s").integer(std::chrono::duration_cast<std::chrono::seconds>(lease).count());
    writer.endObject();
    return writer.take();
}

} // namespace haneul::http
