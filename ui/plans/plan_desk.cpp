#include "ui/plans/plan_desk.h"

namespace haneul::plans {

PlanDesk::PlanDesk(plan::PlanService* service, WhoAsks who, DeskRules rules, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who))
    , m_rules(std::move(rules))
    , m_state(service ? service->state() : std::make_shared<const plan::PlanState>()) {
    if (m_service == nullptr) return;
    m_subscription = m_service->subscribe([self = QPointer(this)](plan::PlanStatePtr state) {
        models::hop([self, state = std::move(state)] {
            if (self) self->take(state);
        });
    });
}

PlanDesk::~PlanDesk() = default;

bool PlanDesk::may(std::string_view scope) const {
    const auto by = who();
    return by && by->may(scope);
}

void PlanDesk::choose(const std::string& plan) {
    if (plan == m_chosen) return;
    m_chosen = plan;
    Q_EMIT planChosen(QString::fromStdString(plan));
}

void PlanDesk::take(plan::PlanStatePtr state) {
    if (state->number <= m_state->number) return; // an older one that came late
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace haneul::plans
