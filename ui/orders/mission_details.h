#pragma once

#include "ui/access/record_table.h"
#include "ui/orders/list_view.h"
#include "ui/orders/node_times_model.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace haneul::orders {

// One mission: where it is, when, what is expected now, and each step with who and when (R-RTE-13, R-RTE-19);
// and what was said of its drone when it was assigned (R-FLT-05).
class MissionDetails final : public QWidget {
    Q_OBJECT

public:
    MissionDetails(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setMission(const delivery::MissionPtr& mission); // null: none

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void show();

    delivery::MissionPtr m_mission;
    NodeTimesModel m_times;
    access::RecordTable<delivery::StepRecord> m_steps;
    access::RecordTable<delivery::DroneNote> m_notes;
    QLabel* m_heading;
    QTabWidget* m_tabs;
    ListView* m_timesView;
    ListView* m_stepsView;
    ListView* m_notesView;
};

} // namespace haneul::orders
