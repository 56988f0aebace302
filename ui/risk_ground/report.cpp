#include "ui/risk_ground/report.h"

#include "ui/risk_ground/flow_chart.h"
#include "ui/risk_ground/words.h"
#include "ui/study_store/sheet.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace haneul::risk_ground {

using ground_risk::MapAnswer;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("haneul::risk_ground::Report", text);
}

void paintMap(QPainter& painter, const QRectF& where, const MapAnswer& answer, const HeatScale& scale) {
    const auto& theme = theme::paperTheme();
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(theme.color(theme::ColorRole::Text));
    painter.drawText(QRectF(where.left(), where.top(), where.width(), line * 1.5), Qt::AlignLeft | Qt::AlignTop,
                     modelName(answer.question.settings.model));
    const double legend = line * 10;
    const auto& grid = answer.map.grid();
    const double columns = static_cast<double>(grid.columns), rows = static_cast<double>(grid.rows);
    const double cell = std::min((where.width() - legend) / columns, (where.height() - 2 * line) / rows);
    const QRectF picture(where.left(), where.top() + 1.6 * line, cell * columns, cell * rows);
    painter.setPen(QPen(theme.color(theme::ColorRole::Line), line / 20));
    paintHeat(painter, picture, answer, scale, theme);
    paintLegend(painter,
                QRectF(picture.right() + line / 2, picture.top(), legend, std::max(picture.height(), line * 9)), scale,
                answer.map.unit(), theme);
}

void maps(study_store::Sheet& sheet, const Report& report) {
    if (!report.name.isEmpty()) sheet.facts({{tr("Study"), report.name}});
    sheet.row({settingsText(report.a->question)}, {1.0});
    constexpr double share = 0.36; // of the width
    sheet.picture(share, [&](QPainter& painter, const QRectF& box) {
        const double gap = QFontMetricsF(painter.font()).height() / 2, half = box.width() / 2;
        const QRectF left(box.left() + gap, box.top() + gap, half - 2 * gap, box.height() - 2 * gap);
        paintMap(painter, left, *report.a, report.scaleA);
        paintMap(painter, left.translated(half, 0), *report.b, report.scaleB);
    });
    const std::vector<double> shares{0.3, 0.35, 0.35};
    sheet.heading(tr("Summary"));
    for (const SummaryRow& row : summaryRows(*report.a, *report.b))
        sheet.row({row.what, row.a, row.b}, shares);
    QStringList sources;
    for (const std::string& from : report.a->provenance)
        sources += QString::fromStdString(from);
    sheet.row({adviceText(report.a->advice)}, {1.0});
    sheet.row({tr("Data: %1").arg(sources.join(QStringLiteral("; ")))}, {1.0});
}

void cell(study_store::Sheet& sheet, const Report& report) {
    const auto& steps = report.cell->cell.explanation.steps();
    QString head = tr("%1 at %2, %3: %4")
                       .arg(report.cellModel)
                       .arg(report.cell->centre.latitude_deg, 0, 'f', 5)
                       .arg(report.cell->centre.longitude_deg, 0, 'f', 5)
                       .arg(numberText(report.cell->cell.value));
    if (report.cell->synthetic) head += QString(QStringLiteral(" · ") % tr("SYNTHETIC data"));
    sheet.newPage();
    sheet.heading(head);
    constexpr double share = 0.55; // of the width
    sheet.picture(share, [&](QPainter& painter, const QRectF& box) {
        const QSizeF flow = flowSize(QFontMetricsF(painter.font(), painter.device()), steps);
        const double fit = std::min({1.0, box.width() / flow.width(), box.height() / flow.height()});
        painter.translate(box.topLeft());
        painter.scale(fit, fit);
        paintFlow(painter, {0, 0}, steps, theme::paperTheme());
    });
}

QString countText(std::size_t part, std::size_t whole) {
    return QStringLiteral("%1 / %2").arg(part).arg(whole);
}

} // namespace

std::vector<SummaryRow> summaryRows(const MapAnswer& a, const MapAnswer& b) {
    const auto& x = a.summary;
    const auto& y = b.summary;
    const auto near = [](const std::optional<std::size_t>& count) {
        return count ? QString::number(*count) : tr("no amenity known");
    };
    const auto some = [](const std::optional<double>& value) { // none: there is no such cell
        return value ? numberText(value) : QStringLiteral("–");
    };
    return {{tr("Mean"), numberText(x.mean), numberText(y.mean)},
            {tr("Most"), numberText(x.most), numberText(y.most)},
            {tr("Least"), numberText(x.least), numberText(y.least)},
            {tr("Cells not judged"), countText(x.notJudged, x.cells), countText(y.notJudged, y.cells)},
            {tr("Cells within 1 km of an amenity"), near(x.nearAmenities), near(y.nearAmenities)},
            {tr("Mean near amenities"), some(x.meanNear), some(y.meanNear)},
            {tr("Mean elsewhere"), some(x.meanElsewhere), some(y.meanElsewhere)}};
}

QString settingsText(const ground_risk::Question& question) {
    const auto& s = question.settings;
    QStringList words{tr("%1 × %2 m around %3, %4, cells of %5 m")
                          .arg(question.area.width_m)
                          .arg(question.area.height_m)
                          .arg(question.area.centre.latitude_deg, 0, 'f', 5)
                          .arg(question.area.centre.longitude_deg, 0, 'f', 5)
                          .arg(question.area.cell_m),
                      tr("%1 at %2 m AGL").arg(QString::fromStdString(s.vehicle.name)).arg(s.height_m),
                      tr("%1, %2 h local")
                          .arg(s.moment.day == risk::ground::DayType::Weekday ? tr("Monday to Friday") : tr("weekend"))
                          .arg(s.moment.timeOfDay_s / 3600),
                      tr("heights of buildings: %1").arg(QString::fromStdString(s.heightsSource)),
                      tr("b = %1 J, d = %2 J (literature)").arg(s.lethality.half_J).arg(s.lethality.threshold_J)};
    if (s.model == risk::ground::Model::Sum) {
        const auto weight = [](const std::optional<double>& value) {
            return value ? QString::number(*value) : tr("not stated");
        };
        words += tr("weights: people %1, traffic %2, buildings %3")
                     .arg(weight(s.sum.weights.people), weight(s.sum.weights.traffic), weight(s.sum.weights.buildings));
    }
    return words.join(QStringLiteral(" · "));
}

Result<void> writePdf(const QString& path, const Report& report) {
    if (!report.a || !report.b) return fail("EXPORT_FAILED", "there is nothing to write yet");
    const study_store::SheetFrame frame{.title = tr("Ground risk study"),
                                        .foot = study_store::madeText(report.made, report.madeBy),
                                        .family = {},
                                        .orientation = QPageLayout::Landscape};
    return study_store::writeWhole(path, study_store::sheetPdf(frame, [&](study_store::Sheet& sheet) {
                                       maps(sheet, report);
                                       if (report.cell) cell(sheet, report);
                                   }));
}

} // namespace haneul::risk_ground
