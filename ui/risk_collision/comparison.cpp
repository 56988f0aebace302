#include "ui/risk_collision/comparison.h"

#include "ui/risk_collision/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace haneul::risk::collision {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Comparison)
};

study_store::Facts facts(const ReichStudy& study, const ReichResults& results) {
    const Cell& cell = results.cell(study);
    const Scenario& scenario = study.chosen();
    study_store::Facts rows{
        {Words::tr("Preset"), presetText(study.preset)},
    };
    for (const NamedValue& constant : constantsOf(study.preset))
        rows.emplace_back(plain(constant.symbol), QString(valueText(*constant.value, constant.unit) % u" · " %
                                                          provenanceText(constant.value->provenance)));
    rows.emplace_back(Words::tr("Overlap"),
                      QString(lookupText(study.overlap.lookup) % u" · " %
                              (study.tableName.empty() ? Words::tr("Table 1 of the paper") : plain(study.tableName))));
    rows.emplace_back(Words::tr("Target"), riskText(study.targetPerHour));
    rows.emplace_back(Words::tr("Scenario"),
                      QStringLiteral("%1: %2 × %3 × %4 m, %5 kt")
                          .arg(plain(scenario.name), numberText(scenario.size.length_m),
                               numberText(scenario.size.width_m), numberText(scenario.size.height_m),
                               numberText(scenario.speed_kt)));
    rows.emplace_back(Words::tr("Distance"), metresText(study.chosenDistance_m()));
    rows.emplace_back(Words::tr("Collisions per flight hour"), riskText(cell.collisionsPerHour));
    rows.emplace_back(Words::tr("Decision"), decisionText(cell.decision));
    for (std::size_t i = 0; i < allLookups.size(); ++i)
        rows.emplace_back(Words::tr("Least distance, %1").arg(lookupText(allLookups[i])),
                          metresOrNone(results.separations[i].wholeMetres()));
    int accepted = 0, all = 0;
    for (const auto& row : results.table)
        for (const Cell& each : row) {
            ++all;
            if (each.decision == Decision::Accept) ++accepted;
        }
    rows.emplace_back(Words::tr("Accepted cells"), Words::tr("%1 of %2").arg(accepted).arg(all));
    rows.emplace_back(Words::tr("Routes in the strip"), results.space ? Words::tr("%1 tracks × %2 layers = %3")
                                                                            .arg(results.space->tracks)
                                                                            .arg(results.space->layers)
                                                                            .arg(results.space->routes())
                                                                      : Words::tr("not judged"));
    rows.emplace_back(Words::tr("Corridor"), verdictText(results.corridor.verdict));
    return rows;
}

} // namespace

std::vector<CompareRow> compared(const ReichStudy& one, const ReichResults& oneResults, const ReichStudy& other,
                                 const ReichResults& otherResults) {
    return study_store::sideBySide(facts(one, oneResults), facts(other, otherResults));
}

} // namespace haneul::risk::collision
