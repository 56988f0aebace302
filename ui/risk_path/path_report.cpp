#include "ui/risk_path/path_report.h"

#include "ui/risk_path/path_charts.h"
#include "ui/risk_path/path_facts.h"
#include "ui/risk_path/path_sketch.h"
#include "ui/risk_path/words.h"
#include "ui/study_store/sheet.h"
#include "ui/study_store/words.h"

#include <QCoreApplication>
#include <QPainter>

namespace haneul::risk_path {

using study_store::Sheet;
using theme::paperTheme;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk_path::Report)
};

void head(Sheet& sheet, const PathReport& report) {
    study_store::Facts facts;
    if (!report.name.isEmpty()) facts.emplace_back(Words::tr("Study"), report.name);
    facts.emplace_back(Words::tr("Found"), study_store::whenText(report.found));
    if (report.answer->space.synthetic)
        facts.emplace_back(QStringLiteral("◆"),
                           Words::tr("SYNTHETIC: a made-up city. No decision about a flight rests on it."));
    sheet.facts(facts);
}

void pictures(Sheet& sheet, const PathReport& report) {
    const auto& answer = *report.answer;
    sheet.picture(0.55, [&](QPainter& painter, const QRectF& box) {
        paintSketch(painter, box, answer, report.chosen, paperTheme());
    });
    if (answer.planned.paths.empty()) return;
    sheet.keepTogether(24);
    sheet.heading(Words::tr("Heights along the paths"));
    sheet.picture(0.36, [&](QPainter& painter, const QRectF& box) {
        profile::paintChart(painter, box, heightChart(answer, report.chosen), paperTheme());
    });
    const auto front = frontChart(answer);
    if (front.isEmpty()) return;
    sheet.keepTogether(24); // the heading with its picture
    sheet.heading(Words::tr("Risk against length"));
    sheet.picture(
        0.36, [&](QPainter& painter, const QRectF& box) { profile::paintChart(painter, box, front, paperTheme()); });
}

void points(Sheet& sheet, const PathReport& report) {
    if (report.chosen >= report.answer->planned.paths.size()) return;
    const auto& path = report.answer->planned.paths[report.chosen];
    sheet.heading(Words::tr("Points of the path: %1").arg(kindText(path.kind)));
    const std::vector<double> shares{0.1, 0.3, 0.3, 0.3};
    sheet.row({QStringLiteral("#"), Words::tr("Latitude (°)"), Words::tr("Longitude (°)"), Words::tr("Height (m)")},
              shares, theme::ColorRole::SecondaryText);
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const auto place = report.answer->space.placeOf(path.points[i]);
        sheet.row({QString::number(i + 1), QString::number(place.place.latitude_deg, 'f', 6),
                   QString::number(place.place.longitude_deg, 'f', 6), QString::number(place.height_m, 'f', 1)},
                  shares);
    }
}

} // namespace

Result<QByteArray> reportPdf(const PathReport& report) {
    if (!report.answer) return fail("EXPORT_FAILED", "there is nothing to write yet");
    const study_store::SheetFrame frame{
        .title = Words::tr("Paths between places"),
        .foot = Words::tr("Risk: %1 · %2")
                    .arg(QString::fromStdString(presetName()), study_store::madeText(report.made, report.madeBy)),
        .family = report.family};
    return study_store::sheetPdf(frame, [&](Sheet& sheet) {
        head(sheet, report);
        pictures(sheet, report);
        sheet.heading(Words::tr("Results"));
        sheet.facts(resultFacts(*report.answer));
        sheet.heading(Words::tr("What was asked"));
        sheet.facts(inputFacts(report.answer->question));
        sheet.heading(Words::tr("What it rests on"));
        sheet.facts(sourceFacts(*report.answer));
        points(sheet, report);
        if (!report.comparedWith.isEmpty()) sheet.comparison(report.comparedWith, report.comparison);
    });
}

} // namespace haneul::risk_path
