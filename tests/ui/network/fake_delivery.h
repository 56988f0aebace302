#pragma once

#include "core/delivery/network.h"
#include "server/delivery/delivery_service.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace haneul::test {

// A delivery service in memory, as far as networks go: it keeps what is saved and answers at once, on this thread.
class FakeDelivery final : public delivery::DeliveryService {
public:
    template <class T>
    using Done = delivery::Done<T>;

    struct Call {
        std::string what;
        std::string network;
        std::string note;
    };

    std::vector<Call> calls;

    [[nodiscard]] delivery::DeliveryStatePtr state() const override { return m_state; }

    [[nodiscard]] Subscription subscribe(std::function<void(delivery::DeliveryStatePtr)> subscriber) override {
        auto kept = std::make_shared<std::function<void(delivery::DeliveryStatePtr)>>(std::move(subscriber));
        m_subscribers.push_back(kept);
        return kept;
    }

    void saveNetwork(people::Principal by, delivery::Network network, std::uint64_t basedOn,
                     Done<std::uint64_t> revision) override {
        calls.push_back({"save", network.id, std::to_string(basedOn)});
        if (!by.may("network.write")) return revision(fail("FORBIDDEN", "not allowed", "network.write"));
        const auto findings = delivery::check(network);
        if (!findings.empty() && findings.front().severity == delivery::Finding::Severity::Error)
            return revision(fail(findings.front().code, findings.front().message, findings.front().where));
        const delivery::SavedNetwork* before = m_state->network(network.id);
        const std::uint64_t now = before ? before->revision : 0;
        if (now != basedOn) return revision(fail("STALE_REVISION", "somebody else has saved it", network.id));
        for (delivery::Link& link : network.links) { // only what was verified counts, and only on the same way
            const delivery::Link* kept = before ? before->network.link(link.a, link.b) : nullptr;
            link.verification = kept && kept->via == link.via ? kept->verification : std::nullopt;
        }
        put(std::move(network), now + 1, by.user);
        revision(now + 1);
    }

    void verifyLink(people::Principal by, std::string network, std::string a, std::string b, std::string note,
                    Done<void> done) override {
        calls.push_back({"verify", network, note});
        change(network, a, b, delivery::Verification{by.user, UtcMs{}, note}, std::move(done));
    }

    void withdrawVerification(people::Principal, std::string network, std::string a, std::string b, std::string reason,
                              Done<void> done) override {
        calls.push_back({"withdraw", network, reason});
        change(network, a, b, std::nullopt, std::move(done));
    }

    void removeNetwork(people::Principal, std::string network, Done<void> done) override {
        calls.push_back({"remove", network, {}});
        auto next = std::make_shared<delivery::DeliveryState>(*m_state);
        std::erase_if(next->networks, [&](const auto& saved) { return saved.network.id == network; });
        publish(std::move(next));
        done({});
    }

    void placeOrder(people::Principal, delivery::NewOrder, Done<std::string> done) override { done(none()); }

    void cancelOrder(people::Principal, std::string, std::string, Done<void> done) override { done(none()); }

    void dispatch(people::Principal, std::string, delivery::Dispatch, bool,
                  Done<std::vector<std::string>> done) override {
        done(none());
    }

    void slots(people::Principal, delivery::SlotQuery, Done<delivery::SlotAnswer> done) override { done(none()); }

    void bookMission(people::Principal, delivery::NewMission, Done<std::string> done) override { done(none()); }

    void retimeMission(people::Principal, std::string, UtcMs, Done<void> done) override { done(none()); }

    void retimeMissions(people::Principal, std::vector<std::pair<std::string, UtcMs>>, Done<void> done) override {
        done(none());
    }

    void assignDrone(people::Principal, std::string, std::string, Done<void> done) override { done(none()); }

    void cancelMission(people::Principal, std::string, std::string, Done<void> done) override { done(none()); }

    void advanceMission(people::Principal, std::string, delivery::MissionStep, std::string, Done<void> done) override {
        done(none());
    }

    void recordActuals(people::Principal, std::string, std::vector<timing::ActualTime<std::int64_t>>,
                       Done<void> done) override {
        done(none());
    }

    void handOver(people::Principal, std::string, delivery::HandOverForm, Done<std::string> done) override {
        done(none());
    }

    // As if somebody had saved it.
    void put(delivery::Network network, std::uint64_t revision, std::string by) {
        auto next = std::make_shared<delivery::DeliveryState>(*m_state);
        const delivery::SavedNetwork saved{std::move(network), revision, UtcMs{milliseconds{1'790'000'000'000}},
                                           std::move(by)};
        const auto there =
            std::ranges::find(next->networks, saved.network.id, [](const auto& each) { return each.network.id; });
        if (there == next->networks.end())
            next->networks.push_back(saved);
        else
            *there = saved;
        publish(std::move(next));
    }

    void book(delivery::MissionPtr mission) {
        auto next = std::make_shared<delivery::DeliveryState>(*m_state);
        next->missions.push_back(std::move(mission));
        publish(std::move(next));
    }

private:
    [[nodiscard]] static std::unexpected<Error> none() { return fail("NOT_FAKED", "not part of this fake"); }

    void change(const std::string& network, const std::string& a, const std::string& b,
                std::optional<delivery::Verification> verification, Done<void> done) {
        auto next = std::make_shared<delivery::DeliveryState>(*m_state);
        for (delivery::SavedNetwork& saved : next->networks)
            for (delivery::Link& link : saved.network.links)
                if (saved.network.id == network && link.a == a && link.b == b) {
                    link.verification = verification;
                    publish(std::move(next));
                    return done({});
                }
        done(fail("NO_LINK", "there is no such link", a + ">" + b));
    }

    void publish(std::shared_ptr<delivery::DeliveryState> next) {
        next->number = m_state->number + 1;
        m_state = std::move(next);
        for (const auto& each : m_subscribers)
            if (const auto subscriber = each.lock()) (*subscriber)(m_state);
    }

    delivery::DeliveryStatePtr m_state = std::make_shared<const delivery::DeliveryState>();
    std::vector<std::weak_ptr<std::function<void(delivery::DeliveryStatePtr)>>> m_subscribers;
};

inline people::Principal planner() {
    return {.user = "kim",
            .displayName = "Kim",
            .scopes = {"delivery.read", "network.write"},
            .session = "s1",
            .desk = "desk"};
}

// A base, three points and four links around Seoul's Yeouido.
inline delivery::Network smallNetwork() {
    delivery::Network network{.id = "NET-01", .name = "Yeouido", .base = "BP-01"};
    network.nodes = {
        {.id = "BP-01", .kind = delivery::NodeKind::Base, .place = {37.5260, 126.9240}, .ground_m = 20, .top_m = 80},
        {.id = "DP-01", .place = {37.5310, 126.9330}, .ground_m = 18, .top_m = 80},
        {.id = "DP-02", .place = {37.5230, 126.9390}, .ground_m = 22, .top_m = 80},
        {.id = "DP-03", .place = {37.5180, 126.9280}, .ground_m = 15, .top_m = 80}};
    network.links = {{.a = "BP-01", .b = "DP-01", .via = {{{37.5290, 126.9280}, 85}}},
                     {.a = "DP-01", .b = "DP-02", .track = delivery::TrackKind::Double},
                     {.a = "DP-02", .b = "DP-03"},
                     {.a = "BP-01", .b = "DP-03"}};
    return network;
}

} // namespace haneul::test
