#include "ui/risk_collision/reich_report.h"

#include "ui/profile/chart.h"
#include "ui/risk_collision/explanation.h"
#include "ui/risk_collision/reich_charts.h"
#include "ui/risk_collision/space_picture.h"
#include "ui/risk_collision/words.h"
#include "ui/study_store/sheet.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace haneul::risk::collision {

using theme::ColorRole;
using theme::paperTheme;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Report)
};

// All of a study, from above.
class Report {
public:
    Report(study_store::Sheet& sheet, const ReportJob& job)
        : m_sheet(sheet)
        , m_job(job) {}

    void everything() {
        head();
        m_sheet.heading(Words::tr("Collisions per flight hour"));
        table();
        m_sheet.heading(Words::tr("The chosen cell, number by number"));
        lines(explain(m_job.study, m_job.results));
        m_sheet.heading(Words::tr("Risk over distance, and least distance by lookup"));
        m_sheet.picture(0.42, [&](QPainter& painter, const QRectF& box) {
            profile::paintChart(painter, box, riskCurves(m_job.study, m_job.results), paperTheme());
        });
        separations();
        m_sheet.heading(Words::tr("Sensitivity"));
        m_sheet.picture(0.36, [&](QPainter& painter, const QRectF& box) {
            profile::paintChart(painter, box, sensitivityCurves(m_job.study), paperTheme());
        });
        sensitivity();
        m_sheet.heading(Words::tr("Space division and obstacles"));
        m_sheet.picture(0.3, [&](QPainter& painter, const QRectF& box) {
            paintSpace(painter, box, m_job.study, m_job.results, paperTheme());
        });
        corridor();
        if (!m_job.comparedWith.isEmpty()) m_sheet.comparison(m_job.comparedWith, m_job.comparison);
    }

private:
    void row(const QStringList& cells, const std::vector<double>& shares, ColorRole role, int flags = Qt::AlignLeft) {
        m_sheet.row(cells, shares, role, flags);
    }

    void head() {
        const std::vector<double> shares{0.2, 0.8};
        if (!m_job.name.isEmpty()) row({Words::tr("Study"), m_job.name}, shares, ColorRole::Text);
        row({Words::tr("Model"), Words::tr("Reich: two drones in opposite directions on parallel routes at one level")},
            shares, ColorRole::Text);
        row({Words::tr("Preset"), presetText(m_job.study.preset)}, shares, ColorRole::Text);
        if (const QString remark = remarkText(m_job.study.preset); !remark.isEmpty())
            row({Words::tr("Remark"), QString(u"◆ " % remark)}, shares, ColorRole::Text);
        if (!m_job.study.preset.note.empty())
            row({Words::tr("Made from"), plain(m_job.study.preset.note)}, shares, ColorRole::Text);
        for (const ExplainLine& line : presetLines(m_job.study.preset))
            row({line.what, QString(line.value % u" · " % line.source)}, shares, ColorRole::SecondaryText);
    }

    void table() {
        const ReichStudy& study = m_job.study;
        row({Words::tr("▲ Reject: above the target of %1. ✓ Accept: at most the target. Lookup: %2.")
                 .arg(riskText(study.targetPerHour), lookupText(study.overlap.lookup))},
            {1.0}, ColorRole::SecondaryText);
        constexpr std::size_t across = 9;
        for (std::size_t from = 0; from < study.scenarios.size(); from += across) {
            const std::size_t to = std::min(from + across, study.scenarios.size());
            std::vector<double> shares{0.13};
            QStringList heads{Words::tr("Distance")};
            for (std::size_t i = from; i < to; ++i) {
                const Scenario& scenario = study.scenarios[i];
                shares.push_back(0.87 / static_cast<double>(across));
                heads << QStringLiteral("%1\n%2×%3×%4 m\n%5 kt")
                             .arg(plain(scenario.name), numberText(scenario.size.length_m),
                                  numberText(scenario.size.width_m), numberText(scenario.size.height_m),
                                  numberText(scenario.speed_kt));
            }
            row(heads, shares, ColorRole::SecondaryText, Qt::AlignRight);
            for (std::size_t line = 0; line < study.distances_m.size(); ++line) {
                QStringList cells{metresText(study.distances_m[line])};
                for (std::size_t i = from; i < to; ++i) {
                    const Cell& cell = m_job.results.table[line][i];
                    cells << QString(riskText(cell.collisionsPerHour) % u' ' % decisionSign(cell.decision));
                }
                row(cells, shares, ColorRole::Text, Qt::AlignRight);
            }
            QStringList least{Words::tr("Least distance")};
            for (std::size_t i = from; i < to; ++i)
                least << metresOrNone(m_job.results.leastOfEach[i].wholeMetres());
            row(least, shares, ColorRole::Text, Qt::AlignRight);
        }
    }

    void lines(const std::vector<ExplainLine>& all) {
        for (const ExplainLine& line : all)
            row({line.what, line.value, line.source}, {0.25, 0.25, 0.5}, ColorRole::Text);
    }

    void separations() {
        m_sheet.keepTogether(7);
        const std::vector<double> shares{0.25, 0.25, 0.25, 0.25};
        row({Words::tr("Lookup"), Words::tr("Least distance"), Words::tr("Whole metres"), Words::tr("Overlap needed")},
            shares, ColorRole::SecondaryText);
        for (std::size_t i = 0; i < allLookups.size(); ++i) {
            const Separation& one = m_job.results.separations[i];
            row({lookupText(allLookups[i]),
                 one.distance_m ? QStringLiteral("%1 m").arg(*one.distance_m, 0, 'f', 5) : metresOrNone({}),
                 metresOrNone(one.wholeMetres()), riskText(one.overlapNeeded)},
                shares, ColorRole::Text);
        }
    }

    void sensitivity() {
        const std::vector<double> shares{0.2, 0.1, 0.35, 0.35};
        row({Words::tr("Parameter"), Words::tr("Elasticity"), Words::tr("Raised"), Words::tr("Lowered")}, shares,
            ColorRole::SecondaryText);
        for (std::size_t i = 0; i < m_job.results.ranking.size(); ++i) {
            const Sensitivity& raised = m_job.results.ranking[i];
            row({parameterText(raised.parameter), elasticityText(raised.elasticity), directionText(raised),
                 directionText(m_job.results.lowered[i])},
                shares, ColorRole::Text);
        }
    }

    void corridor() {
        row({Words::tr("Corridor"), verdictText(m_job.results.corridor.verdict)}, {0.2, 0.8}, ColorRole::Text);
        constexpr std::size_t mostHarmless = 40; // of a city there may be thousands
        std::size_t leftOut = 0;
        for (std::size_t i = 0; i < m_job.study.obstacles.size(); ++i) {
            const Obstacle& obstacle = m_job.study.obstacles[i];
            const bool inTheWay = std::ranges::contains(m_job.results.corridor.inTheWay, i);
            const bool matters = inTheWay || std::ranges::contains(m_job.results.corridor.unknown, i);
            if (i >= mostHarmless && !matters) {
                ++leftOut;
                continue;
            }
            row({QString((inTheWay ? QStringLiteral("▲ ") : QString()) % plain(obstacle.name)),
                 Words::tr("%1 from the route, height %2; %3")
                     .arg(metresText(obstacle.distance_m),
                          obstacle.top_m ? metresText(*obstacle.top_m) : Words::tr("not known"),
                          obstacle.source.empty() ? Words::tr("typed in") : plain(obstacle.source))},
                {0.2, 0.8}, ColorRole::Text);
        }
        if (leftOut > 0)
            row({QString(), Words::tr("%n more are not in the way", nullptr, static_cast<int>(leftOut))}, {0.2, 0.8},
                ColorRole::SecondaryText);
    }

    study_store::Sheet& m_sheet;
    const ReportJob& m_job;
};

} // namespace

Result<QByteArray> reportPdf(const ReportJob& job) {
    const study_store::SheetFrame frame{
        .title = Words::tr("Collision risk on parallel routes"),
        .foot =
            Words::tr("Preset %1 · %2").arg(presetText(job.study.preset), study_store::madeText(job.made, job.madeBy)),
        .family = job.family};
    return study_store::sheetPdf(frame, [&](study_store::Sheet& sheet) { Report(sheet, job).everything(); });
}

} // namespace haneul::risk::collision
