#pragma once

#include "core/risk/ground/explain.h"
#include "ui/theme/theme.h"

#include <QRectF>
#include <QWidget>

#include <vector>

namespace haneul::risk_ground {

// Where the boxes of a calculation stand: inputs to the left, the result to the right, each as near as it can be to
// what it goes into; in units of one box and its gap.
struct FlowPlace {
    int column = 0;
    int row = 0;
};

[[nodiscard]] std::vector<FlowPlace> flowPlaces(const std::vector<risk::ground::Step>& steps);

void paintFlow(QPainter& painter, QPointF corner, const std::vector<risk::ground::Step>& steps,
               const theme::Theme& theme);
[[nodiscard]] QSizeF flowSize(const QFontMetricsF& metrics, const std::vector<risk::ground::Step>& steps);

// The flow chart of a model with the values of one cell.
class FlowChart final : public QWidget {
    Q_OBJECT

public:
    explicit FlowChart(const theme::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    void setSteps(std::vector<risk::ground::Step> steps);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Theme m_theme;
    std::vector<risk::ground::Step> m_steps;
};

} // namespace haneul::risk_ground
