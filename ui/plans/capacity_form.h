#pragma once

#include "core/deconflict/capacity.h"
#include "server/clock/clock.h"
#include "ui/access/admin_forms.h"
#include "ui/plans/plan_desk.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace haneul::plans {

// How many flights may be in a place at once: laid down, or changed. An area with corners (from REST) keeps its shape.
class CapacityForm final : public access::AdminForm {
    Q_OBJECT

public:
    // `before`: the limit that is changed; none: a new one around `middle`.
    CapacityForm(PlanDesk& desk, const clock::Clock& clock, std::optional<deconflict::CapacityLimit> before,
                 geo::LatLon middle, QWidget* parent);

    // What stands in the fields; an empty optional: something is not valid.
    [[nodiscard]] std::optional<deconflict::CapacityLimit> written() const;

Q_SIGNALS:
    void saved(const QString& words);

protected:
    void send() override;

private:
    void judge();
    [[nodiscard]] std::optional<geo::Area> area() const;

    PlanDesk& m_desk;
    const clock::Clock& m_clock;
    std::optional<deconflict::CapacityLimit> m_before;
    QLineEdit* m_id;
    QSpinBox* m_most;
    QLineEdit* m_latitude = nullptr; // of a circle
    QLineEdit* m_longitude = nullptr;
    QLineEdit* m_radius = nullptr;
    QLineEdit* m_lower;
    QLineEdit* m_upper;
    QComboBox* m_reference;
    QLineEdit* m_from;
    QLineEdit* m_to;
};

} // namespace haneul::plans
