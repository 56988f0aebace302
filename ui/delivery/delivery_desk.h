#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_service.h"
#include "server/people/principal.h"
#include "ui/delivery/words.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace haneul::delivery {

// The deliveries as one desk sees them: the latest state on the thread of the user interface, and calls to the service
// whose answers come back to it.
class DeliveryDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none, and the state stays empty) must outlive it.
    DeliveryDesk(DeliveryService* service, WhoAsks who, QObject* parent = nullptr);
    ~DeliveryDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] const DeliveryStatePtr& state() const { return m_state; } // never null

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // -- which network is meant when nobody says it (network_choice.h)
    [[nodiscard]] std::string networkToBeginWith() const;
    [[nodiscard]] std::string networkToShow(std::string_view shown, bool chosen) const;

    [[nodiscard]] const std::string& lastNetwork() const { return m_lastNetwork; }

    void useNetwork(const std::string& id); // a person has chosen it

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_DELIVERIES; with nobody signed in: FORBIDDEN.
    //   desk.ask<std::uint64_t>(this, [this](Result<std::uint64_t> revision) { ... },
    //                           [=](DeliveryService& service, people::Principal by, Done<std::uint64_t> done) {
    //                               service.saveNetwork(by, network, basedOn, done);
    //                           });
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) {
            answer(fail("NO_DELIVERIES", "this console has no delivery service"));
            return;
        }
        const auto who = m_who ? m_who() : std::nullopt;
        if (!who) {
            answer(fail("FORBIDDEN", "nobody is signed in"));
            return;
        }
        call(*m_service, *who, Done<T>([context = QPointer(context), answer = std::move(answer)](Result<T> result) {
            models::hop([context, answer, result = std::move(result)] {
                if (context) answer(result);
            });
        }));
    }

Q_SIGNALS:
    void stateChanged();
    void networkUsed(const QString& id); // another one than before

private:
    void take(DeliveryStatePtr state);

    DeliveryService* m_service;
    WhoAsks m_who;
    DeliveryStatePtr m_state;
    std::string m_lastNetwork;
    DeliveryService::Subscription m_subscription;
};

} // namespace haneul::delivery
