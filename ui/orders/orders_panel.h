#pragma once

#include "server/situation/situation.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/models/mission_selection.h"
#include "ui/models/picture_facts.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QSplitter;

namespace haneul::clock {
class Clock;
}

namespace haneul::orders {

class MissionsSide;
class OrdersSide;

// The dock of orders and missions.
class OrdersPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    OrdersPanel(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSituation(const situation::SituationPtr& situation); // its drones

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    [[nodiscard]] OrdersSide& orders() const { return *m_orders; }

    [[nodiscard]] MissionsSide& missions() const { return *m_missions; }

    void bookMission(); // on the network of the order entry

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setState();

    delivery::DeliveryDesk& m_desk;
    OrdersSide* m_orders;
    MissionsSide* m_missions;
    QSplitter* m_halves;
    bool m_behind = true; // there is a newer state than is shown
};

// "2 missions no longer fit": what the line at the top says of deliveries.
void addDeliveryFacts(std::vector<models::Fact>& facts, const delivery::DeliveryState& state);

} // namespace haneul::orders
