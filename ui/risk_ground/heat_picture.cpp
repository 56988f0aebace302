#include "ui/risk_ground/heat_picture.h"

#include "ui/risk_ground/words.h"
#include "ui/theme/heat_ramp.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::risk_ground {

using risk::ground::Grid;
using risk::ground::RiskMap;

namespace {

constexpr int rampSteps = 256;
constexpr int overlaySide_px = 1536;
constexpr double overlayOpacity = 0.62;

QString syntheticText() {
    return QCoreApplication::translate("haneul::risk_ground::Words", "SYNTHETIC");
}

QBrush hatchOf(const theme::Theme& theme) {
    return QBrush(theme.color(theme::ColorRole::SecondaryText), Qt::BDiagPattern);
}

// A plate with the word, in a corner where it covers little.
void paintSynthetic(QPainter& painter, const QRectF& area, const theme::Theme& theme) {
    painter.save();
    QFont font = painter.font();
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    const QString text = syntheticText();
    const double gap = metrics.height() / 3;
    const QRectF plate(area.left() + gap, area.top() + gap, metrics.horizontalAdvance(text) + 2 * gap,
                       metrics.height() + gap);
    painter.fillRect(plate, theme.color(theme::ColorRole::Panel));
    painter.setPen(QPen(theme.color(theme::ColorRole::Caution), gap / 4));
    painter.drawRect(plate);
    painter.setPen(theme.color(theme::ColorRole::Text));
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace

double HeatScale::shareOf(double value) const {
    if (!any() || value <= low) return 0;
    if (high <= low) return 1;
    return std::clamp(std::log(value / low) / std::log(high / low), 0.0, 1.0);
}

std::vector<double> HeatScale::marks() const {
    if (!any()) return {};
    std::vector<double> marks;
    for (double decade = std::ceil(std::log10(low) - 1e-9); decade <= std::log10(high) + 1e-9; ++decade)
        marks.push_back(std::pow(10, decade));
    if (marks.size() < 2) marks = {low, high};
    return marks;
}

HeatScale scaleOf(const RiskMap& map) {
    const Grid& grid = map.grid();
    HeatScale scale;
    for (std::size_t row = 0; row < grid.rows; ++row)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const auto value = map.at(column, row);
            if (!value || *value <= 0) continue;
            scale.low = scale.any() ? std::min(scale.low, *value) : *value;
            scale.high = std::max(scale.high, *value);
        }
    scale.low = std::max(scale.low, scale.high * std::pow(10, -decadesShown));
    return scale;
}

HeatScale together(const HeatScale& a, const HeatScale& b) {
    if (!a.any()) return b;
    if (!b.any()) return a;
    HeatScale both{std::min(a.low, b.low), std::max(a.high, b.high)};
    both.low = std::max(both.low, both.high * std::pow(10, -decadesShown));
    return both;
}

QImage cellImage(const RiskMap& map, const HeatScale& scale, const theme::Theme& theme) {
    std::array<QRgb, rampSteps> ramp{};
    for (int i = 0; i < rampSteps; ++i)
        ramp[static_cast<std::size_t>(i)] = theme::heatColor(theme, i / double(rampSteps - 1)).rgba();
    const Grid& grid = map.grid();
    QImage image(static_cast<int>(grid.columns), static_cast<int>(grid.rows), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(grid.rows - 1 - row)));
        for (std::size_t column = 0; column < grid.columns; ++column)
            if (const auto value = map.at(column, row))
                line[column] = ramp[static_cast<std::size_t>(std::lround(scale.shareOf(*value) * (rampSteps - 1)))];
    }
    return image;
}

void paintHeat(QPainter& painter, const QRectF& area, const ground_risk::MapAnswer& answer, const HeatScale& scale,
               const theme::Theme& theme) {
    painter.fillRect(area, theme.color(theme::ColorRole::Base));
    painter.fillRect(area, hatchOf(theme));
    painter.drawImage(area, cellImage(answer.map, scale, theme));
    painter.setPen(theme.color(theme::ColorRole::Line));
    painter.drawRect(area);
    if (answer.synthetic) paintSynthetic(painter, area, theme);
}

void paintLegend(QPainter& painter, const QRectF& area, const HeatScale& scale, risk::ground::Unit unit,
                 const theme::Theme& theme) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double line = metrics.height();
    painter.setPen(theme.color(theme::ColorRole::SecondaryText));
    painter.drawText(QRectF(area.left(), area.top(), area.width(), 3 * line), Qt::TextWordWrap, unitText(unit));
    const QRectF plate(area.left(), area.bottom() - line * 1.2, line, line);
    painter.fillRect(plate, theme.color(theme::ColorRole::Base));
    painter.fillRect(plate, hatchOf(theme));
    painter.drawRect(plate);
    painter.drawText(QRectF(plate.right() + line / 3, plate.top(), area.right() - plate.right(), line),
                     Qt::AlignVCenter, notJudgedText());
    const QRectF bar(area.left(), area.top() + 3.4 * line, line, area.height() - 5.6 * line);
    if (bar.height() < line || !scale.any()) return;
    for (int y = 0; y < static_cast<int>(bar.height()); ++y)
        painter.fillRect(QRectF(bar.left(), bar.top() + y, bar.width(), 1.5),
                         theme::heatColor(theme, 1 - y / bar.height()));
    painter.drawRect(bar);
    double last = bar.bottom() + 2 * line; // marks keep their distance
    for (const double mark : scale.marks()) {
        const double y = bar.bottom() - scale.shareOf(mark) * bar.height();
        if (last - y < line) continue;
        last = y;
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + line / 4, y));
        painter.drawText(QRectF(bar.right() + line / 3, y - line / 2, area.right() - bar.right(), line),
                         Qt::AlignVCenter, QString::number(mark, 'E', 0));
    }
}

map::HeatOverlayPtr overlayOf(const ground_risk::MapAnswer& answer, const HeatScale& scale, const theme::Theme& theme) {
    const Grid& grid = answer.map.grid();
    const double longer = static_cast<double>(std::max(grid.columns, grid.rows));
    const double side = std::max(1.0, overlaySide_px / longer);
    const QSize size(std::max(1, static_cast<int>(side * static_cast<double>(grid.columns))),
                     std::max(1, static_cast<int>(side * static_cast<double>(grid.rows))));
    auto overlay = std::make_shared<map::HeatOverlay>();
    overlay->image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    overlay->image.fill(Qt::transparent);
    QPainter painter(&overlay->image);
    const QRectF all(QPointF(0, 0), QSizeF(size));
    const QImage cells = cellImage(answer.map, scale, theme);
    painter.fillRect(all, hatchOf(theme));
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.drawImage(all, cells);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setOpacity(overlayOpacity);
    painter.drawImage(all, cells);
    painter.setOpacity(1);
    if (answer.synthetic) {
        QFont font = painter.font();
        font.setPixelSize(overlaySide_px / 36);
        painter.setFont(font);
        paintSynthetic(painter, all, theme);
    }
    painter.end();
    overlay->southWest = answer.cornerOf(0, 0);
    overlay->southEast = answer.cornerOf(grid.columns, 0);
    overlay->northEast = answer.cornerOf(grid.columns, grid.rows);
    overlay->northWest = answer.cornerOf(0, grid.rows);
    return overlay;
}

} // namespace haneul::risk_ground
