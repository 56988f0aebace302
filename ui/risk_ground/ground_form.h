#pragma once

#include "server/ground_risk/question_json.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QPushButton;

namespace haneul::risk_ground {

// What is asked: area, ground, drone, height, hour, and the two models that are set beside each other.
class GroundForm final : public QWidget {
    Q_OBJECT

public:
    explicit GroundForm(QWidget* parent);

    [[nodiscard]] ground_risk::Comparison asked() const;
    void setAsked(const ground_risk::Comparison& asked); // what it has no field for is kept

    void setArea(geo::LatLon centre, double width_m, double height_m); // cells of about a hundredth of it

Q_SIGNALS:
    void areaOfMapWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();
    void fillModels(QComboBox& box) const;
    void follow(); // what goes with the chosen models
    void setHours(double a, double b);

    ground_risk::Comparison m_asked; // the base of what asked() says
    QFormLayout* m_rows;
    QPushButton* m_ofMap;
    QDoubleSpinBox *m_latitude, *m_longitude, *m_width, *m_height, *m_cell;
    QComboBox* m_ground;
    QComboBox* m_vehicle;
    QLabel* m_vehicleSource;
    QDoubleSpinBox* m_flightHeight;
    QComboBox* m_dayType;
    QDoubleSpinBox *m_hour, *m_hourB;
    QPushButton *m_day, *m_night;
    QCheckBox* m_conserve;
    QComboBox* m_shelter;
    QComboBox* m_heights;
    QComboBox *m_modelA, *m_modelB;
    QGroupBox* m_sum;
    QFormLayout* m_sumRows;
    QComboBox *m_sumPeople, *m_sumTraffic, *m_sumBuilding;
    QDoubleSpinBox *m_weightPeople, *m_weightTraffic, *m_weightBuildings;
};

} // namespace haneul::risk_ground
