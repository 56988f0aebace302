#include "ui/delivery/delivery_desk.h"

#include "ui/delivery/network_choice.h"

namespace haneul::delivery {

DeliveryDesk::DeliveryDesk(DeliveryService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who))
    , m_state(service ? service->state() : std::make_shared<const DeliveryState>()) {
    if (m_service == nullptr) return;
    m_subscription = m_service->subscribe([self = QPointer(this)](DeliveryStatePtr state) {
        models::hop([self, state = std::move(state)] {
            if (self) self->take(state);
        });
    });
}

DeliveryDesk::~DeliveryDesk() = default;

bool DeliveryDesk::may(std::string_view scope) const {
    const auto who = m_who ? m_who() : std::nullopt;
    return who && who->may(scope);
}

std::string DeliveryDesk::networkToBeginWith() const {
    return delivery::networkToBeginWith(*m_state, m_lastNetwork);
}

std::string DeliveryDesk::networkToShow(std::string_view shown, bool chosen) const {
    return delivery::networkToShow(*m_state, m_lastNetwork, shown, chosen);
}

void DeliveryDesk::useNetwork(const std::string& id) {
    if (id.empty() || id == m_lastNetwork) return;
    m_lastNetwork = id;
    Q_EMIT networkUsed(QString::fromStdString(id));
}

void DeliveryDesk::take(DeliveryStatePtr state) {
    if (state->number <= m_state->number) return; // an older one that came late
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace haneul::delivery
