#pragma once

#include "core/risk/collision/city_obstacles.h"
#include "ui/access/admin_forms.h"
#include "ui/city/city_desk.h"

#include <QString>

#include <cstdint>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace haneul::risk::collision {

// A centre line that this console knows: a link of a network, the way of a flight plan.
struct KnownRoute {
    QString name;
    std::vector<geo::LatLon> places;
};

// Takes the buildings of the ground data that stand along a route as obstacles; looked for in the background.
class CityObstaclesForm final : public access::AdminForm {
    Q_OBJECT

public:
    CityObstaclesForm(city::CityDesk& city, std::vector<KnownRoute> routes, double halfWidth_m, QWidget* parent);

Q_SIGNALS:
    void found(const haneul::risk::collision::CityObstacles& along, double halfWidth_m, bool keepTyped);

protected:
    void send() override;
    void changeEvent(QEvent* event) override;

private:
    void word();
    void allow();
    void take(const Result<CityObstacles>& along);
    [[nodiscard]] std::vector<geo::LatLon> places() const; // empty: what is typed is none

    city::CityDesk& m_city;
    std::vector<KnownRoute> m_routes;
    QComboBox* m_route;
    QLineEdit *m_from, *m_to;
    QDoubleSpinBox* m_halfWidth;
    QCheckBox* m_keep;
    std::uint64_t m_asked = 0; // answers to earlier questions are of no use
};

} // namespace haneul::risk::collision
