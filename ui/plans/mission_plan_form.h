#pragma once

#include "ui/access/admin_forms.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_editor.h"

class QComboBox;
class QLineEdit;

namespace haneul::plans {

// The flight plan of a delivery that is booked: its way and times are the mission's.
class MissionPlanForm final : public access::AdminForm {
    Q_OBJECT

public:
    // `mission`: the one to begin with; empty: none.
    MissionPlanForm(PlanDesk& desk, const KnownNames& names, const QString& mission, QWidget* parent);

Q_SIGNALS:
    void made(const QString& plan);

protected:
    void send() override;

private:
    void judge();

    PlanDesk& m_desk;
    QComboBox* m_mission;
    QComboBox* m_operator;
    QComboBox* m_pilot;
    QComboBox* m_battery;
    QLineEdit* m_sites;
};

} // namespace haneul::plans
