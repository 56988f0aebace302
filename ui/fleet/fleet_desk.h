#pragma once

#include "core/base/error.h"
#include "server/fleet/fleet_service.h"
#include "server/people/principal.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::fleet {

// The fleet as one desk sees it: the latest state on the thread of the user interface, and calls to the service whose
// answers come back to it.
class FleetDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in
    using Overview = Result<std::vector<Assessment>>;

    // `service` (null: there is none, and the state stays empty) must outlive it.
    FleetDesk(FleetService* service, WhoAsks who, QObject* parent = nullptr);
    ~FleetDesk() override; // waits for the judgements under way

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] const FleetStatePtr& state() const { return m_state; } // never null

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // One assignment, at once. Code NO_FLEET without a service.
    [[nodiscard]] Result<Assessment> judge(const Ask& ask) const;
    // The whole fleet, on another thread; `answer` comes on this one unless `context` is gone by then.
    void overview(QObject* context, const Need& need, std::function<void(const Overview&)> answer);

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_FLEET; with nobody signed in: FORBIDDEN.
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) {
            answer(fail("NO_FLEET", "this console keeps no fleet"));
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
    void take(FleetStatePtr state);

    FleetService* m_service;
    WhoAsks m_who;
    FleetStatePtr m_state;
    FleetService::Subscription m_subscription;
    QThreadPool m_judges; // last: it waits for what still uses the service
};

} // namespace haneul::fleet
