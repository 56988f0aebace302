#include "ui/risk_path/path_facts.h"

#include "core/risk/ground/cell.h"
#include "ui/risk_path/path_form.h"
#include "ui/risk_path/words.h"
#include "ui/study_store/words.h"

#include <QCoreApplication>

#include <cmath>

namespace haneul::risk_path {

using study_store::Facts;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk_path::Facts)
};

QString number(double value, int digits = 6) {
    return QString::number(value, 'g', digits);
}

QString withUnit(double value, const char* unit) {
    return number(value) + u' ' + QString::fromUtf8(unit);
}

QString joined(const std::vector<std::string>& texts, const QString& none) {
    QStringList all;
    for (const auto& text : texts)
        all << QString::fromStdString(text);
    return all.isEmpty() ? none : all.join(QStringLiteral("; "));
}

QString yesOrNo(bool yes) {
    return yes ? Words::tr("yes") : Words::tr("no");
}

QString shareOf(double part, const std::optional<double>& whole) {
    if (!whole || *whole <= 0) return Words::tr("no budget");
    return QStringLiteral("%1 %").arg(part / *whole * 100, 0, 'f', 1);
}

void addVehicle(Facts& facts, const path::Vehicle& vehicle) {
    facts.emplace_back(Words::tr("Speed, climb, descent"),
                       QStringLiteral("%1 / %2 / %3 m/s")
                           .arg(number(vehicle.speed_mps), number(vehicle.climb_mps), number(vehicle.descent_mps)));
    facts.emplace_back(Words::tr("Steepest slope"), withUnit(vehicle.steepest_deg, "°"));
    facts.emplace_back(Words::tr("Take-off mass"), withUnit(vehicle.mass_kg, "kg"));
    facts.emplace_back(Words::tr("Power in level flight"), withUnit(vehicle.level_w, "W"));
    facts.emplace_back(Words::tr("Efficiency of climbing, share of power in descent"),
                       QStringLiteral("%1 / %2").arg(number(vehicle.climbEfficiency), number(vehicle.descentShare)));
}

void addResult(Facts& facts, const paths::Answer& answer, const path::PlannedPath& path) {
    const QString kind = kindText(path.kind) + QStringLiteral(": ");
    const auto add = [&](const QString& what, const QString& value) { facts.emplace_back(kind + what, value); };
    const auto& budgets = answer.question.task.budgets;
    const auto risk = answer.space.anyRisk ? path.totals.judgedRisk() : std::nullopt;
    add(Words::tr("answer"), answerText(path));
    add(Words::tr("length"), lengthText(path.totals.length_m));
    add(Words::tr("time"), Words::tr("%1 min").arg(timeText(path.totals.time_s)));
    add(Words::tr("energy"), QStringLiteral("%1 Wh").arg(path.totals.energy_j / 3600, 0, 'f', 1));
    add(Words::tr("expected fatalities"), riskText(path.totals, answer.space.anyRisk));
    add(Words::tr("use of the risk budget"), risk ? shareOf(*risk, budgets.risk) : Words::tr("not judged"));
    add(Words::tr("use of the battery budget"), shareOf(path.totals.energy_j, budgets.energy_j));
    add(Words::tr("gap to the proven bound"), QStringLiteral("%1 %").arg(path.gap * 100, 0, 'f', 2));
    add(Words::tr("legs"), QString::number(path.points.size() - 1));
}

} // namespace

Facts inputFacts(const paths::Question& question) {
    const auto& task = question.task;
    const QString none = Words::tr("none");
    Facts facts{{Words::tr("Places (latitude, longitude, height in m)"),
                 placesText(question.places).replace(u'\n', QStringLiteral("; "))}};
    facts.emplace_back(Words::tr("Heights"), question.reference == geo::VerticalReference::Agl
                                                 ? Words::tr("above the ground (AGL)")
                                                 : Words::tr("above mean sea level (AMSL)"));
    facts.emplace_back(Words::tr("What stands around"), question.surroundings == paths::Surroundings::Synthetic
                                                            ? Words::tr("SYNTHETIC: a made-up city, not a real one")
                                                            : Words::tr("imported data"));
    facts.emplace_back(Words::tr("Space"),
                       QStringLiteral("%1 – %2 m").arg(number(question.lower_m), number(question.upper_m)));
    facts.emplace_back(
        Words::tr("Cells, layers"),
        QStringLiteral("%1, %2").arg(question.cell_m > 0 ? withUnit(question.cell_m, "m") : Words::tr("automatic"),
                                     withUnit(question.layer_m, "m")));
    facts.emplace_back(Words::tr("Margin around the places"),
                       question.margin_m > 0 ? withUnit(question.margin_m, "m") : Words::tr("automatic"));
    facts.emplace_back(Words::tr("Distance from buildings"), withUnit(question.clearance_m, "m"));
    facts.emplace_back(Words::tr("Zones allowed"), joined(question.allowedZones, none));
    facts.emplace_back(Words::tr("Departure"), study_store::whenText(task.departure));
    facts.emplace_back(Words::tr("Wind"),
                       Words::tr("%1 m/s from %2°").arg(number(question.wind_mps), number(question.windFrom_deg)));
    facts.emplace_back(Words::tr("Least"),
                       task.objective == path::Objective::Length ? Words::tr("length") : Words::tr("energy"));
    facts.emplace_back(Words::tr("Weight of risk"), task.riskWeight ? withUnit(*task.riskWeight, "m/m") : none);
    facts.emplace_back(
        Words::tr("Risk budget"),
        task.budgets.risk
            ? Words::tr("%1 expected fatalities per flight").arg(QString::number(*task.budgets.risk, 'E', 3))
            : none);
    facts.emplace_back(Words::tr("Battery budget"),
                       task.budgets.energy_j ? withUnit(*task.budgets.energy_j / 3600, "Wh") : none);
    addVehicle(facts, task.vehicle);
    facts.emplace_back(Words::tr("Legs, longest leg"),
                       QStringLiteral("%1, %2").arg(
                           task.legs.most > 0 ? QString::number(task.legs.most) : Words::tr("any number"),
                           task.legs.longest_m > 0 ? withUnit(task.legs.longest_m, "m") : Words::tr("any length")));
    facts.emplace_back(
        Words::tr("Bank, slowest speed in a turn"),
        QStringLiteral("%1, %2").arg(withUnit(task.turns.bank_deg, "°"), withUnit(task.turns.slowest_mps, "m/s")));
    QStringList layers;
    if (task.layers)
        for (const auto& sector : task.layers->sectors())
            layers << QStringLiteral("%1°: %2 m").arg(number(sector.from_deg), number(sector.height_m));
    facts.emplace_back(Words::tr("Layers of headings"), layers.isEmpty() ? none : layers.join(QStringLiteral(", ")));
    facts.emplace_back(Words::tr("Good enough within"), QStringLiteral("%1 %").arg(number(task.gap * 100)));
    facts.emplace_back(Words::tr("Fly where nobody knows what stands"), yesOrNo(task.unknownAllowed));
    facts.emplace_back(Words::tr("Fly where the risk is not known"), yesOrNo(task.unknownRiskAllowed));
    return facts;
}

std::string presetName() {
    return std::string(toString(paths::riskModel));
}

Facts sourceFacts(const paths::Answer& answer) {
    const auto& space = answer.space;
    const QString none = Words::tr("none");
    Facts facts{{Words::tr("Preset of the risk"), QString::fromStdString(presetName())},
                {Words::tr("Cells that were searched"), Words::tr("%1 × %2 of %3 m, %4 layers from %5 to %6 m")
                                                            .arg(space.columns)
                                                            .arg(space.rows)
                                                            .arg(space.cell_m)
                                                            .arg(space.layers)
                                                            .arg(space.lower_m)
                                                            .arg(space.upper_m)}};
    if (space.synthetic) facts.emplace_back(Words::tr("Data"), Words::tr("SYNTHETIC: a made-up city, not a real one"));
    facts.emplace_back(Words::tr("Provenance"), joined(space.provenance, none));
    facts.emplace_back(Words::tr("Remarks"), joined(space.notes, none));
    return facts;
}

Facts resultFacts(const paths::Answer& answer) {
    Facts facts;
    for (const auto& path : answer.planned.paths)
        addResult(facts, answer, path);
    for (const auto& missing : answer.planned.none)
        facts.emplace_back(kindText(missing.kind) + QStringLiteral(": ") + Words::tr("answer"),
                           QString((missing.proven ? Words::tr("none, proven") : Words::tr("none found")) %
                                   QStringLiteral(" · ") % refusalText(missing.error)));
    return facts;
}

} // namespace haneul::risk_path
