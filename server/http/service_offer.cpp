#include "server/http/service_offer.h"

#include "server/http/outbound_call.h"
#include "server/http/service_api.h"
#include "server/http/service_registry.h"
#include "server/people/secrets.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <format>
#include <utility>

namespace haneul::http {

namespace {

constexpr auto lease = std::chrono::seconds(15);
constexpr auto renewal = std::chrono::seconds(4);
constexpr auto patience = milliseconds(3'000);
constexpr auto patienceAtTheEnd = milliseconds(300);
constexpr std::size_t answerBytes = 64 * 1024;

} // namespace

struct ServiceOffer::Impl {
    Impl(boost::asio::io_context& loop, OfferSettings wanted, std::string name, std::uint16_t calledAt,
         TellTrouble tell)
        : io(loop)
        , settings(std::move(wanted))
        , instance(std::move(name))
        , port(calledAt)
        , tellTrouble(std::move(tell))
        , timer(io) {}

    [[nodiscard]] OutboundCall call(std::string_view method, const std::string& service, milliseconds time) const {
        return {.address = settings.gatewayHost,
                .port = settings.gatewayPort,
                .method = method,
                .target = std::format("/api/v1/services/{}/instances/{}", service, instance),
                .token = settings.token,
                .contentType = {},
                .body = {},
                .connectTime = time,
                .answerTime = time,
                .answerBytes = answerBytes};
    }

    void renew();
    void note(const Result<OutboundAnswer>& answer);

    boost::asio::io_context& io;
    OfferSettings settings;
    std::string instance;
    std::uint16_t port;
    TellTrouble tellTrouble;
    std::string credential = people::newToken(people::systemRandom);
    bool ended = false;
    bool failing = false;
    boost::asio::steady_timer timer;
};

void ServiceOffer::Impl::renew() {
    if (ended) return;
    for (const std::string& service : settings.services) {
        auto offer = call("PUT", service, patience);
        offer.contentType = "application/json";
        offer.body = offerJson(port, credential, lease);
        callOut(io, std::move(offer), [this](const Result<OutboundAnswer>& answer) { note(answer); });
    }
    timer.expires_after(renewal);
    timer.async_wait([this](const boost::system::error_code& problem) {
        if (!problem) renew();
    });
}

void ServiceOffer::Impl::note(const Result<OutboundAnswer>& answer) {
    const bool taken = answer && answer->status == 200;
    if (!taken && !failing && !ended && tellTrouble)
        tellTrouble(
            answer ? Error{"OFFER_REFUSED", std::format("the gateway answers {}", answer->status), settings.gatewayHost}
                   : Error{"OFFER_REFUSED", answer.error().message, answer.error().where});
    failing = !taken;
}

ServiceOffer::ServiceOffer(boost::asio::io_context& io, OfferSettings settings, std::string instance,
                           std::uint16_t port, TellTrouble tellTrouble)
    : m_impl(std::make_unique<Impl>(io, std::move(settings), std::move(instance), port, std::move(tellTrouble))) {}

ServiceOffer::~ServiceOffer() = default;

void ServiceOffer::begin() {
    m_impl->renew();
}

void ServiceOffer::end() {
    m_impl->ended = true;
    m_impl->timer.cancel();
    for (const std::string& service : m_impl->settings.services)
        callOut(m_impl->io, m_impl->call("DELETE", service, patienceAtTheEnd), [](const Result<OutboundAnswer>&) {});
}

std::optional<people::Principal> ServiceOffer::principalOf(std::string_view token, std::string_view address) const {
    if (people::tokenHash(token) != people::tokenHash(m_impl->credential)) return std::nullopt;
    people::Principal gateway{
        .user = "gateway", .displayName = "gateway", .session = "service", .desk = std::string(address)};
    for (const std::string& name : m_impl->settings.services)
        if (const Service* const service = serviceNamed(name)) gateway.scopes.emplace(service->scope);
    return gateway;
}

Result<void> checkOffer(const std::vector<std::string>& services, std::string_view gatewayHost) {
    for (const std::string& name : services)
        if (serviceNamed(name) == nullptr) return fail("NO_SUCH_SERVICE", "there is no such service to offer", name);
    if (!isPrivateAddress(gatewayHost))
        return fail("BAD_ADDRESS", "the gateway needs a loopback or private address", std::string(gatewayHost));
    return {};
}

} // namespace haneul::http
