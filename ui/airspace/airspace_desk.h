#pragma once

#include "core/base/error.h"
#include "server/airspace/airspace_service.h"
#include "server/people/principal.h"
#include "ui/airspace/zone_status.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::airspace {

// The zones as one desk sees them: the latest state on the thread of the user interface, which of them are active at
// the time of the desk, and calls to the service whose answers come back to it.
class AirspaceDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none, and the state stays empty) must outlive it.
    AirspaceDesk(AirspaceService* service, WhoAsks who, QObject* parent = nullptr);
    ~AirspaceDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] const AirspaceStatePtr& state() const { return m_state; } // never null

    [[nodiscard]] const Zone* zone(std::string_view key) const { return m_state->zone(key); }

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // The time that the desk shows: zones begin and end with it. Cheap while none does.
    void setTime(UtcMs now);

    [[nodiscard]] UtcMs time() const { return m_now; }

    // Of state()->index.zones(), in that order.
    [[nodiscard]] const std::vector<ZoneStatus>& statuses() const { return m_statuses; }

    // Heights of the ground and of mean sea level as the instance knows them.
    [[nodiscard]] geo::Surroundings surroundings() const;

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_AIRSPACE; with nobody signed in: FORBIDDEN.
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) {
            answer(fail("NO_AIRSPACE", "this console keeps no zones"));
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
    void stateChanged();    // zones were published, changed or withdrawn
    void statusesChanged(); // a zone has begun or ended; also after stateChanged

private:
    void take(AirspaceStatePtr state);
    void judge();

    AirspaceService* m_service;
    WhoAsks m_who;
    AirspaceStatePtr m_state;
    UtcMs m_now{};
    std::vector<ZoneStatus> m_statuses;
    AirspaceService::Subscription m_subscription;
};

} // namespace haneul::airspace
