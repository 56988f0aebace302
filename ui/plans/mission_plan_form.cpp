#include "ui/plans/mission_plan_form.h"

#include "ui/plans/words.h"

#include <QComboBox>
#include <QLineEdit>

namespace haneul::plans {

namespace {

QComboBox* names(const char* name, const QStringList& offered, QWidget* parent) {
    auto* made = new QComboBox(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setEditable(true);
    made->setInsertPolicy(QComboBox::NoInsert);
    made->addItem(QString());
    made->addItems(offered);
    return made;
}

std::string typedIn(const QComboBox& box) {
    return box.currentText().trimmed().toStdString();
}

} // namespace

MissionPlanForm::MissionPlanForm(PlanDesk& desk, const KnownNames& known, const QString& mission, QWidget* parent)
    : AdminForm(QStringLiteral("missionPlanForm"), parent)
    , m_desk(desk)
    , m_mission(names("mission", known.missions, this))
    , m_operator(names("operator", known.operators, this))
    , m_pilot(names("pilot", known.pilots, this))
    , m_battery(names("battery", known.batteries, this))
    , m_sites(new QLineEdit(this)) {
    m_mission->setEditText(mission);
    if (known.operators.size() == 1) m_operator->setEditText(known.operators.front());
    m_sites->setObjectName(QStringLiteral("sites"));
    addText([] {
        return tr("The way and the times of the mission become a draft, beyond sight, that returns home when "
                  "the link is lost.");
    });
    addRow([] { return tr("&Mission"); }, m_mission);
    addPair([] { return tr("&Operator"); }, m_operator, [] { return tr("&Pilot"); }, m_pilot);
    addRow([] { return tr("&Battery"); }, m_battery);
    addRow([] { return tr("Emergency &landing sites (name latitude longitude; …)"); }, m_sites);
    for (QComboBox* box : {m_mission, m_operator, m_pilot, m_battery})
        connect(box, &QComboBox::currentTextChanged, this, &MissionPlanForm::judge);
    connect(m_sites, &QLineEdit::textChanged, this, &MissionPlanForm::judge);
    finish([] { return tr("Flight plan of a mission"); }, [] { return tr("Make the &draft"); });
    judge();
}

void MissionPlanForm::judge() {
    const bool sites = typedSites(m_sites->text()).has_value();
    hint(sites ? QString() : tr("A landing site is a name, a latitude and a longitude."));
    setComplete(sites && !typedIn(*m_mission).empty());
}

void MissionPlanForm::send() {
    plan::MissionPlan wanted{.mission = typedIn(*m_mission),
                             .operator_id = typedIn(*m_operator),
                             .pilot_id = typedIn(*m_pilot),
                             .battery_id = typedIn(*m_battery),
                             .drone_id = {},
                             .priority = 0,
                             .contingency = {plan::LostLinkAction::ReturnHome,
                                             typedSites(m_sites->text()).value_or(std::vector<plan::LandingSite>{})},
                             .documents = {}};
    m_desk.ask<plan::SavedPlan>(
        this,
        [this](const Result<plan::SavedPlan>& saved) {
            if (!saved) return failed(refusalText(saved.error()));
            Q_EMIT made(QString::fromStdString(saved->id));
            accept();
        },
        [wanted = std::move(wanted)](plan::PlanService& service, people::Principal by,
                                     plan::Done<plan::SavedPlan> done) {
            service.createFromMission(std::move(by), wanted, std::move(done));
        });
}

} // namespace haneul::plans
