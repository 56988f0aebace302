#pragma once

#include "core/base/error.h"
#include "core/deconflict/intents.h"
#include "server/people/principal.h"
#include "server/plan/plan_service.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace haneul::plans {

// The rules by which the service judges one plan beside another, for what is foreseen at the desk.
struct DeskRules {
    deconflict::PriorityRules priority;
    geo::Surroundings surroundings; // thread-safe
};

// The flight plans as one desk sees them: the latest state on the thread of the user interface, the plan that people
// point at, and calls to the service whose answers come back to this thread.
class PlanDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none, and the state stays empty) must outlive it.
    PlanDesk(plan::PlanService* service, WhoAsks who, DeskRules rules = {}, QObject* parent = nullptr);
    ~PlanDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] const plan::PlanStatePtr& state() const { return m_state; } // never null

    [[nodiscard]] std::optional<people::Principal> who() const { return m_who ? m_who() : std::nullopt; }

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    [[nodiscard]] const DeskRules& rules() const { return m_rules; }

    // The plan that the lists, the map and the forms are about; empty: none. It need not be in the state.
    [[nodiscard]] const std::string& chosen() const { return m_chosen; }

    void choose(const std::string& plan);

    // Another person sits here: what may be done is told anew.
    void personChanged() {
        Q_EMIT anotherPerson();
        Q_EMIT stateChanged();
    }

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_PLANS; with nobody signed in: FORBIDDEN.
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) {
            answer(fail("NO_PLANS", "this console keeps no flight plans"));
            return;
        }
        const auto by = who();
        if (!by) {
            answer(fail("FORBIDDEN", "nobody is signed in"));
            return;
        }
        call(*m_service, *by,
             plan::Done<T>([context = QPointer(context), answer = std::move(answer)](Result<T> result) {
                 models::hop([context, answer, result = std::move(result)] {
                     if (context) answer(result);
                 });
             }));
    }

Q_SIGNALS:
    void anotherPerson();
    void stateChanged();
    void planChosen(const QString& plan);

private:
    void take(plan::PlanStatePtr state);

    plan::PlanService* m_service;
    WhoAsks m_who;
    DeskRules m_rules;
    plan::PlanStatePtr m_state;
    std::string m_chosen;
    plan::PlanService::Subscription m_subscription;
};

} // namespace haneul::plans
