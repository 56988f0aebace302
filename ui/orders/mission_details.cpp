#include "ui/orders/mission_details.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"
#include "ui/orders/mission_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace haneul::orders {

using delivery::DroneNote;
using delivery::StepRecord;

MissionDetails::MissionDetails(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_steps({{[] { return tr("Step"); }, [](const StepRecord& step) { return delivery::stepText(step.step); }},
               {[] { return tr("At"); }, [](const StepRecord& step) { return models::utcTime(step.at); }},
               {[] { return tr("By"); }, [](const StepRecord& step) { return QString::fromStdString(step.by); }},
               {[] { return tr("Where, note"); },
                [](const StepRecord& step) { return QString::fromStdString(step.note); }}},
              this)
    , m_notes(
          {{[] { return tr("Drone"); }, [](const DroneNote& note) { return QString::fromStdString(note.drone); }},
           {[] { return tr("Readiness"); }, [](const DroneNote& note) { return delivery::noteKindText(note.kind); }},
           {[] { return tr("Item"); }, [](const DroneNote& note) { return QString::fromStdString(note.code); }},
           {[] { return tr("What was said"); },
            [](const DroneNote& note) { return QString::fromStdString(note.words); }}},
          this)
    , m_heading(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_timesView(new ListView("missionTimes", m_times, theme, this))
    , m_stepsView(new ListView("missionSteps", m_steps, theme, this))
    , m_notesView(new ListView("missionDrone", m_notes, theme, this)) {
    m_heading->setObjectName(QStringLiteral("missionHeading"));
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    const QString time = QStringLiteral("00:00:00Z");
    m_timesView->setSamples(
        {QStringLiteral("   ↓ BP-01 → DP-01"), time, QStringLiteral("00 min 00 s"), time,
         time + QStringLiteral(" actual"), time + QStringLiteral(" actual"), QStringLiteral("+00 min 00 s"),
         QStringLiteral("take-off 00 s, flight 00 min 00 s, landing 00 s"), QStringLiteral("00000 m")});
    m_stepsView->setSamples({QStringLiteral("Handed over"), time, QStringLiteral("telemetry"), QString()});
    m_stepsView->horizontalHeader()->setStretchLastSection(true);
    m_notesView->setSamples({QStringLiteral("HN-0000"), QStringLiteral("Answered for"),
                             QStringLiteral("INSPECTION_HOURS_SOON"), QString()});
    m_notesView->horizontalHeader()->setStretchLastSection(true);
    m_tabs->setObjectName(QStringLiteral("missionTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_timesView, QString());
    m_tabs->addTab(m_stepsView, QString());
    m_tabs->addTab(m_notesView, QString());
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_heading);
    column->addWidget(m_tabs, 1);
    word();
}

void MissionDetails::setTheme(const theme::Theme& theme) {
    m_timesView->setTheme(theme);
    m_stepsView->setTheme(theme);
    m_notesView->setTheme(theme);
}

void MissionDetails::setMission(const delivery::MissionPtr& mission) {
    if (mission == m_mission) return;
    m_mission = mission;
    m_times.setMission(mission);
    m_steps.setRecords(mission ? mission->steps : std::vector<StepRecord>{});
    m_notes.setRecords(mission ? mission->droneNotes : std::vector<DroneNote>{});
    show();
}

void MissionDetails::show() {
    if (!m_mission) {
        m_heading->setText(tr("Choose a mission to see its times and steps."));
        return;
    }
    const auto& route = m_mission->route;
    m_heading->setText(
        tr("%1: %2, %3 km, %4 in the air, %5 in all")
            .arg(QString::fromStdString(m_mission->id), stopsText(route.request),
                 QString::number(route.distance_m / 1000, 'f', 2),
                 delivery::durationText(milliseconds{route.flight_ms}),
                 delivery::durationText(milliseconds{m_mission->booking.end - m_mission->booking.begin})));
}

void MissionDetails::word() {
    m_tabs->setTabText(0, tr("Times"));
    m_tabs->setTabText(1, tr("Steps"));
    m_tabs->setTabText(2, tr("Drone"));
    m_tabs->setAccessibleName(tr("Details of the mission"));
    m_timesView->setAccessibleName(tr("Times of the mission"));
    m_stepsView->setAccessibleName(tr("Steps of the mission"));
    m_notesView->setAccessibleName(tr("What was said of the drones"));
    m_times.retranslate();
    m_steps.retranslate();
    m_notes.retranslate();
    show();
}

void MissionDetails::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::orders
