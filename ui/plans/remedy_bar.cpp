#include "ui/plans/remedy_bar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace haneul::plans {

namespace {

using plan::Verdict;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::Remedy)
};

struct Form {
    std::string_view code; // of the finding: not judged, because it is not on record
    const char* action;
    const char* text;
    std::string plan::FlightPlan::* id;
};

constexpr Form forms[] = {
    {"AIRFRAME_STATUS", "fleet.new_drone", QT_TRANSLATE_NOOP("haneul::plans::Remedy", "Record the drone %1…"),
     &plan::FlightPlan::drone_id},
    {"BATTERY_PLACE", "fleet.new_battery", QT_TRANSLATE_NOOP("haneul::plans::Remedy", "Record the battery %1…"),
     &plan::FlightPlan::battery_id},
    {"PILOT_STATUS", "fleet.new_pilot", QT_TRANSLATE_NOOP("haneul::plans::Remedy", "Record the pilot %1…"),
     &plan::FlightPlan::pilot_id},
};

Remedy remedyOf(const plan::FlightPlan& plan, const plan::Finding& finding) {
    const auto form = std::ranges::find(forms, finding.code, &Form::code);
    const bool absent = form != std::end(forms) && finding.verdict == Verdict::NotJudged;
    if (!absent) return {QStringLiteral("view.fleet"), Words::tr("Open the fleet")};
    return {QLatin1StringView(form->action),
            Words::tr(form->text).arg(QString::fromStdString(plan.*form->id)).simplified()};
}

} // namespace

std::vector<Remedy> remediesOf(const plan::FlightPlan& plan, std::span<const plan::CheckReport> reports) {
    std::vector<Remedy> remedies;
    const auto* const readiness = plan::reportOf(reports, plan::CheckKind::Readiness);
    if (readiness == nullptr) return remedies;
    for (const plan::Finding& finding : readiness->findings) {
        if (finding.verdict == Verdict::Pass) continue;
        const Remedy remedy = remedyOf(plan, finding);
        if (!std::ranges::contains(remedies, remedy.action, &Remedy::action)) remedies.push_back(remedy);
    }
    // What is to be recorded first; the rest of what is open may be for its absence only.
    std::ranges::stable_partition(remedies, [](const Remedy& one) { return one.action != u"view.fleet"; });
    return remedies;
}

RemedyBar::RemedyBar(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("remedies"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    hide();
}

void RemedyBar::setRemedies(const std::vector<Remedy>& remedies) {
    if (m_remedies == remedies) return; // the focus stays
    m_remedies = remedies;
    qDeleteAll(findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    auto* row = static_cast<QHBoxLayout*>(layout());
    while (row->count() > 0)
        delete row->takeAt(0);
    for (const Remedy& remedy : remedies) {
        auto* button = new QPushButton(remedy.text, this);
        button->setObjectName(remedy.action);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action = remedy.action] { Q_EMIT actionWanted(action); });
        row->addWidget(button);
    }
    row->addStretch();
    setVisible(!remedies.empty());
}

} // namespace haneul::plans
