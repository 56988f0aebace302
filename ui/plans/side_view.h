#pragma once

#include "ui/plans/plan_charts.h"
#include "ui/profile/chart_view.h"

#include <QWidget>

namespace haneul::plans {

// Bars of time on the screen.
class TimeStrip final : public QWidget {
    Q_OBJECT

public:
    TimeStrip(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setBars(std::vector<TimeBar> bars, UtcMs now);

    [[nodiscard]] const std::vector<TimeBar>& bars() const { return m_bars; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Theme m_theme;
    std::vector<TimeBar> m_bars;
    UtcMs m_now{};
};

// Heights over time, and below them the plan beside the others.
class SideView final : public QWidget {
    Q_OBJECT

public:
    SideView(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setPlan(const plan::PlanPtr& plan, const plan::PlanState& state, UtcMs now); // null: none

    [[nodiscard]] const profile::ChartView& heights() const { return *m_heights; }

    [[nodiscard]] const TimeStrip& times() const { return *m_times; }

private:
    profile::ChartView* m_heights;
    TimeStrip* m_times;
};

} // namespace haneul::plans
