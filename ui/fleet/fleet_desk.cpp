#include "ui/fleet/fleet_desk.h"

namespace haneul::fleet {

FleetDesk::FleetDesk(FleetService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who))
    , m_state(service ? service->state() : std::make_shared<const FleetState>()) {
    m_judges.setMaxThreadCount(1); // the latest question is asked again anyway
    if (m_service == nullptr) return;
    m_subscription = m_service->subscribe([self = QPointer(this)](FleetStatePtr state) {
        models::hop([self, state = std::move(state)] {
            if (self) self->take(state);
        });
    });
}

FleetDesk::~FleetDesk() = default;

bool FleetDesk::may(std::string_view scope) const {
    const auto who = m_who ? m_who() : std::nullopt;
    return who && who->may(scope);
}

Result<Assessment> FleetDesk::judge(const Ask& ask) const {
    if (m_service == nullptr) return fail("NO_FLEET", "this console keeps no fleet");
    return m_service->judge(ask);
}

void FleetDesk::overview(QObject* context, const Need& need, std::function<void(const Overview&)> answer) {
    if (m_service == nullptr) return answer(fail("NO_FLEET", "this console keeps no fleet"));
    m_judges.start([service = m_service, need, context = QPointer(context), answer = std::move(answer)] {
        models::hop([context, answer, result = service->overview(need)] {
            if (context) answer(result);
        });
    });
}

void FleetDesk::take(FleetStatePtr state) {
    if (state->number <= m_state->number) return; // an older one that came late
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace haneul::fleet
