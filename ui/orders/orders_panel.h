#pragma once

#include "server/situation/situation.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/models/mission_selection.h"
#include "ui/models/picture_facts.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QSplitter;
class QTabBar;

namespace haneul::clock {
class Clock;
}

namespace haneul::orders {

class MissionsSide;
class OrdersSide;

// The dock of orders and missions: side by side where it is wide and tall enough for both, one above the other where it
// is tall, else one at a time, by tabs.
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

    enum class Side { Orders, Missions };
    void bring(Side side); // to the front, where only one is in sight

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Way { Beside, Stacked, Tabs };

    void setState();
    void arrange();
    void word();
    void say(const QString& text, bool trouble);

    delivery::DeliveryDesk& m_desk;
    OrdersSide* m_orders;
    MissionsSide* m_missions;
    QTabBar* m_tabs;
    QLabel* m_message;
    QSplitter* m_halves;
    Way m_way = Way::Beside;
    bool m_behind = true; // there is a newer state than is shown
};

// "2 missions no longer fit": what the line at the top says of deliveries.
void addDeliveryFacts(std::vector<models::Fact>& facts, const delivery::DeliveryState& state);

} // namespace haneul::orders
