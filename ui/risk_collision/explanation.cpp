#include "ui/risk_collision/explanation.h"

#include "ui/risk_collision/words.h"

#include <QCoreApplication>

namespace haneul::risk::collision {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Explanation)
};

QString overlapSource(const ReichStudy& study) {
    if (study.overlap.lookup == Lookup::Ramp)
        return Words::tr("%1 from %2 to 0 at %3, floor %4; fitted to Table 1")
            .arg(lookupText(study.overlap.lookup), numberText(study.overlap.ramp.atZero),
                 metresText(study.overlap.ramp.zero_m), riskText(study.overlap.ramp.floor));
    return Words::tr("%1 in %2")
        .arg(lookupText(study.overlap.lookup),
             study.tableName.empty() ? Words::tr("Table 1 of the paper") : plain(study.tableName));
}

QString kt(double value) {
    return QString(numberText(value) % u" kt");
}

} // namespace

std::vector<ExplainLine> explain(const ReichStudy& study, const ReichResults& results) {
    const Scenario& scenario = study.chosen();
    const Cell& cell = results.cell(study);
    const DroneSize& size = scenario.size;
    const QString entered = Words::tr("scenario %1").arg(plain(scenario.name));
    const QString calculated = Words::tr("calculated");
    std::vector<ExplainLine> lines{
        {Words::tr("Distance of the routes d"), metresText(study.chosenDistance_m()), Words::tr("chosen in the table")},
        {Words::tr("Lateral overlap Py(d)"), riskText(cell.overlap), overlapSource(study)},
    };
    for (const NamedValue& constant : constantsOf(study.preset))
        lines.push_back(
            {plain(constant.symbol), valueText(*constant.value, constant.unit), sourceText(*constant.value)});
    lines.push_back(
        {QStringLiteral("C = Pz(0)·Ey/Sx"), QString(riskText(results.terms.perNauticalMile) % u" /NM"), calculated});
    lines.push_back({QStringLiteral("λx × λy × λz"),
                     QStringLiteral("%1 × %2 × %3 m")
                         .arg(numberText(size.length_m), numberText(size.width_m), numberText(size.height_m)),
                     entered});
    lines.push_back({QStringLiteral("V"), kt(scenario.speed_kt), entered});
    lines.push_back({QStringLiteral("λx·|ẏ|/(2λy)"), kt(results.terms.across_kt), calculated});
    lines.push_back({QStringLiteral("λx·|ż|/(2λz)"), kt(results.terms.vertical_kt), calculated});
    lines.push_back({QStringLiteral("B"), kt(results.terms.sum_kt()), Words::tr("sum of the three above")});
    lines.push_back({Words::tr("Collisions N = Py·C·B"),
                     Words::tr("%1 per flight hour").arg(riskText(cell.collisionsPerHour)),
                     Words::tr("calculated with preset %1").arg(presetText(study.preset))});
    lines.push_back({Words::tr("Target level of safety"),
                     Words::tr("%1 per flight hour").arg(riskText(study.targetPerHour)),
                     study.targetPerHour == icaoTargetPerHour ? Words::tr("ICAO") : Words::tr("entered")});
    lines.push_back(
        {Words::tr("Decision"), decisionText(cell.decision), Words::tr("accepted when N is at most the target")});
    return lines;
}

std::vector<ExplainLine> presetLines(const Preset& preset) {
    std::vector<ExplainLine> lines;
    for (const NamedValue& constant : constantsOf(preset))
        lines.push_back(
            {plain(constant.symbol), valueText(*constant.value, constant.unit), sourceText(*constant.value)});
    if (preset.groundSpeed_kt)
        lines.push_back({Words::tr("Ground speed V of the traffic"), valueText(*preset.groundSpeed_kt, "kt"),
                         sourceText(*preset.groundSpeed_kt)});
    if (preset.sameOccupancy)
        lines.push_back(
            {QStringLiteral("Ey(same)"), valueText(*preset.sameOccupancy, ""), sourceText(*preset.sameOccupancy)});
    if (preset.deviation_m)
        lines.push_back({Words::tr("Lateral deviation (standard)"), valueText(*preset.deviation_m, "m"),
                         sourceText(*preset.deviation_m)});
    return lines;
}

} // namespace haneul::risk::collision
