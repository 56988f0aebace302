#pragma once

#include "ui/risk_ground/heat_picture.h"

#include <QWidget>

#include <optional>
#include <utility>

namespace haneul::risk_ground {

// One risk map with its legend. Click or Return explains a cell; the arrow keys go from cell to cell (with Shift ten at
// once); the pointer tells the value under it.
class HeatMapView final : public QWidget {
    Q_OBJECT

public:
    using Cell = std::pair<std::size_t, std::size_t>; // column from the west, row from the south

    HeatMapView(const char* name, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setTitle(const QString& title);
    void setAnswer(ground_risk::MapAnswerPtr answer, const HeatScale& scale); // null: empty
    void setCell(std::optional<Cell> cell);                                   // the one that is explained

    [[nodiscard]] const ground_risk::MapAnswerPtr& answer() const { return m_answer; }

    [[nodiscard]] const HeatScale& scale() const { return m_scale; }

    [[nodiscard]] std::optional<Cell> cellAt(QPointF pixel) const;
    [[nodiscard]] QRectF mapArea() const; // of the picture within the widget

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellChosen(std::size_t column, std::size_t row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double line() const;
    [[nodiscard]] QRectF cellArea(Cell cell) const;
    void choose(Cell cell);
    void tell(); // to those who cannot see it

    theme::Theme m_theme;
    QString m_title;
    ground_risk::MapAnswerPtr m_answer;
    HeatScale m_scale;
    std::optional<Cell> m_cell;
};

} // namespace haneul::risk_ground
