#include "ui/airspace/airspace_desk.h"

namespace haneul::airspace {

AirspaceDesk::AirspaceDesk(AirspaceService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who))
    , m_state(service ? service->state() : std::make_shared<const AirspaceState>()) {
    judge();
    if (m_service == nullptr) return;
    m_subscription = m_service->subscribe([self = QPointer(this)](AirspaceStatePtr state) {
        models::hop([self, state = std::move(state)] {
            if (self) self->take(state);
        });
    });
}

AirspaceDesk::~AirspaceDesk() = default;

bool AirspaceDesk::may(std::string_view scope) const {
    const auto who = m_who ? m_who() : std::nullopt;
    return who && who->may(scope);
}

geo::Surroundings AirspaceDesk::surroundings() const {
    return m_service ? m_service->surroundings() : geo::Surroundings{};
}

void AirspaceDesk::take(AirspaceStatePtr state) {
    if (state->number <= m_state->number) return; // an older one that came late
    m_state = std::move(state);
    judge();
    Q_EMIT stateChanged();
    Q_EMIT statusesChanged();
}

void AirspaceDesk::judge() {
    m_statuses.clear();
    for (const Zone& zone : m_state->index.zones())
        m_statuses.push_back(statusOf(zone, m_now));
}

void AirspaceDesk::setTime(UtcMs now) {
    if (now == m_now) return;
    m_now = now;
    bool changed = false;
    const auto& zones = m_state->index.zones();
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (zones[i].periods.empty()) continue; // permanent
        ZoneStatus status = statusOf(zones[i], now);
        changed = changed || status != m_statuses[i];
        m_statuses[i] = std::move(status);
    }
    if (changed) Q_EMIT statusesChanged();
}

} // namespace haneul::airspace
