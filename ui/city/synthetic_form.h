#pragma once

#include "ui/access/admin_forms.h"
#include "ui/city/city_desk.h"

class QDoubleSpinBox;
class QSpinBox;

namespace haneul::city {

// Makes up a city around a place where no data is to be had.
class SyntheticForm final : public access::AdminForm {
    Q_OBJECT

public:
    SyntheticForm(CityDesk& desk, geo::LatLon middle, QWidget* parent);

protected:
    void send() override;

private:
    CityDesk& m_desk;
    QDoubleSpinBox* m_latitude;
    QDoubleSpinBox* m_longitude;
    QSpinBox* m_side;
    QSpinBox* m_seed;
};

// Takes a dataset out of use, with a reason.
class RetireForm final : public access::AdminForm {
    Q_OBJECT

public:
    RetireForm(CityDesk& desk, std::string id, const QString& name, QWidget* parent);

protected:
    void send() override;

private:
    CityDesk& m_desk;
    std::string m_id;
    QLineEdit* m_reason;
};

} // namespace haneul::city
