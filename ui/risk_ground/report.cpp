#include "ui/risk_ground/report.h"

#include "ui/risk_ground/flow_chart.h"
#include "ui/risk_ground/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace haneul::risk_ground {

using ground_risk::MapAnswer;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("haneul::risk_ground::Report", text);
}

constexpr int resolution_dpi = 300;

class Page {
public:
    Page(QPdfWriter& writer, QPainter& painter)
        : m_writer(writer)
        , m_painter(painter)
        , m_theme(theme::paperTheme()) {}

    [[nodiscard]] QRectF area() const { return QRectF(QPointF(0, 0), QSizeF(m_writer.width(), m_writer.height())); }

    [[nodiscard]] double line() const { return QFontMetricsF(m_painter.font(), &m_writer).height(); }

    void text(QRectF where, const QString& words, bool strong = false) {
        QFont font = m_painter.font();
        font.setBold(strong);
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(theme::ColorRole::Text));
        m_painter.drawText(where, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, words);
        font.setBold(false);
        m_painter.setFont(font);
    }

    void map(QRectF where, const MapAnswer& answer, const HeatScale& scale) {
        text(QRectF(where.left(), where.top(), where.width(), line() * 1.5), modelName(answer.question.settings.model),
             true);
        const double legend = line() * 9;
        const auto& grid = answer.map.grid();
        const double columns = static_cast<double>(grid.columns), rows = static_cast<double>(grid.rows);
        const double cell = std::min((where.width() - legend) / columns, (where.height() - 2 * line()) / rows);
        const QRectF picture(where.left(), where.top() + 1.6 * line(), cell * columns, cell * rows);
        m_painter.setPen(QPen(m_theme.color(theme::ColorRole::Line), line() / 20));
        paintHeat(m_painter, picture, answer, scale, m_theme);
        paintLegend(m_painter,
                    QRectF(picture.right() + line() / 2, picture.top(), legend, std::max(picture.height(), line() * 9)),
                    scale, answer.map.unit(), m_theme);
    }

    [[nodiscard]] const theme::Theme& theme() const { return m_theme; }

private:
    QPdfWriter& m_writer;
    QPainter& m_painter;
    const theme::Theme& m_theme;
};

void firstPage(Page& page, const Report& report) {
    const QRectF all = page.area();
    const double line = page.line();
    page.text(QRectF(0, 0, all.width(), line * 2), tr("Ground risk study"), true);
    page.text(QRectF(0, line * 1.5, all.width(), line * 4),
              QString(report.made % u'\n' % settingsText(report.a->question)));
    const double top = line * 6.5, high = all.height() * 0.48, half = all.width() / 2;
    page.map(QRectF(0, top, half - line, high), *report.a, report.scaleA);
    page.map(QRectF(half, top, half - line, high), *report.b, report.scaleB);
    double y = top + high + line;
    page.text(QRectF(0, y, all.width(), line), tr("Summary"), true);
    for (const SummaryRow& row : summaryRows(*report.a, *report.b)) {
        y += line * 1.15;
        page.text(QRectF(0, y, half / 2, line), row.what);
        page.text(QRectF(half / 2, y, half / 2, line), row.a);
        page.text(QRectF(half, y, half / 2, line), row.b);
    }
    QStringList sources;
    for (const std::string& from : report.a->provenance)
        sources += QString::fromStdString(from);
    y += line * 2;
    page.text(QRectF(0, y, all.width(), all.height() - y),
              QString(adviceText(report.a->advice) % u'\n' % tr("Data: %1").arg(sources.join(QStringLiteral("; ")))));
}

void cellPage(Page& page, QPainter& painter, const Report& report, QPdfWriter& writer) {
    const auto& steps = report.cell->cell.explanation.steps();
    const double line = page.line();
    QString head = tr("%1 at %2, %3: %4")
                       .arg(report.cellModel)
                       .arg(report.cell->centre.latitude_deg, 0, 'f', 5)
                       .arg(report.cell->centre.longitude_deg, 0, 'f', 5)
                       .arg(numberText(report.cell->cell.value));
    if (report.cell->synthetic) head += QString(QStringLiteral(" · ") % tr("SYNTHETIC data"));
    page.text(QRectF(0, 0, page.area().width(), line * 2), head, true);
    const QSizeF flow = flowSize(QFontMetricsF(painter.font(), &writer), steps);
    const double fit =
        std::min({1.0, page.area().width() / flow.width(), (page.area().height() - 2 * line) / flow.height()});
    painter.save();
    painter.translate(0, line * 2);
    painter.scale(fit, fit);
    paintFlow(painter, {0, 0}, steps, page.theme());
    painter.restore();
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
    return {{tr("Mean"), numberText(x.mean), numberText(y.mean)},
            {tr("Most"), numberText(x.most), numberText(y.most)},
            {tr("Least"), numberText(x.least), numberText(y.least)},
            {tr("Cells not judged"), countText(x.notJudged, x.cells), countText(y.notJudged, y.cells)},
            {tr("Cells within 1 km of an amenity"), near(x.nearAmenities), near(y.nearAmenities)},
            {tr("Mean near amenities"), numberText(x.meanNear), numberText(y.meanNear)},
            {tr("Mean elsewhere"), numberText(x.meanElsewhere), numberText(y.meanElsewhere)}};
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

bool writePdf(const QString& path, const Report& report) {
    if (!report.a || !report.b) return false;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution_dpi);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setTitle(tr("Ground risk study"));
        QPainter painter(&writer);
        if (!painter.isActive()) return false;
        QFont font = theme::applicationFont();
        font.setPointSizeF(8);
        painter.setFont(font);
        Page page(writer, painter);
        firstPage(page, report);
        if (report.cell) {
            writer.newPage();
            cellPage(page, painter, report, writer);
        }
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(buffer.data()) == buffer.size() && file.commit();
}

} // namespace haneul::risk_ground
