#pragma once

#include "ui/risk_collision/reich_study.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace haneul::risk::collision {

// The strip seen along the routes (the paper's fig. 3): layers below the ceiling, tracks side by side with their
// distance, alternately towards the eye and away, and the obstacles beside the first track. Fonts are the painter's.
void paintSpace(QPainter& painter, const QRectF& area, const ReichStudy& study, const ReichResults& results,
                const theme::Theme& theme);

class SpacePicture final : public QWidget {
    Q_OBJECT

public:
    SpacePicture(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setStudy(const ReichStudy& study, const ReichResults& results);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void say();

    theme::Theme m_theme;
    ReichStudy m_study;
    ReichResults m_results;
    bool m_filled = false;
};

} // namespace haneul::risk::collision
