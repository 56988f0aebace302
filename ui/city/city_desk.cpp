#include "ui/city/city_desk.h"

namespace haneul::city {

CityDesk::CityDesk(CityService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who)) {
    if (m_service == nullptr) return;
    m_subscription = m_service->subscribe([desk = QPointer(this)](const CityStatePtr& state) {
        models::hop([desk, state] {
            if (desk) desk->take(state);
        });
    });
    m_state = m_service->state();
}

void CityDesk::take(CityStatePtr state) {
    if (state->number <= m_state->number) return; // an older one that came late
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

bool CityDesk::may(std::string_view scope) const {
    const auto who = m_who ? m_who() : std::nullopt;
    return who && who->may(scope);
}

} // namespace haneul::city
