#pragma once

#include "core/base/error.h"
#include "server/city/city_service.h"
#include "server/people/principal.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace haneul::city {

// The datasets of the ground as one desk sees them: the latest state on the thread of the user interface, and calls to
// the service whose answers come back to it.
class CityDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none, and the state stays empty) must outlive it.
    CityDesk(CityService* service, WhoAsks who, QObject* parent = nullptr);

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] const CityStatePtr& state() const { return m_state; } // never null

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_CITY; with nobody signed in: FORBIDDEN.
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) {
            answer(fail("NO_CITY", "this console keeps no ground data"));
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

private:
    void take(CityStatePtr state);

    CityService* m_service;
    WhoAsks m_who;
    CityStatePtr m_state = std::make_shared<const CityState>();
    CityService::Subscription m_subscription;
};

} // namespace haneul::city
