#include "ui/plans/side_view.h"

#include "ui/models/words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::plans {

TimeStrip::TimeStrip(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("planTimes"));
}

void TimeStrip::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void TimeStrip::setBars(std::vector<TimeBar> bars, UtcMs now) {
    if (bars == m_bars && now == m_now) return;
    m_bars = std::move(bars);
    m_now = now;
    QStringList said;
    for (const TimeBar& bar : m_bars)
        said << QStringLiteral("%1 %2–%3").arg(bar.id, models::utcTime(bar.from), models::utcTime(bar.to));
    setAccessibleName(tr("Plans in time"));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize TimeStrip::sizeHint() const {
    const int lines = std::clamp(static_cast<int>(m_bars.size()), 2, 8) + 1;
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * lines * 4 / 3 + fontMetrics().height() / 2};
}

// The plan and two others can always be seen.
QSize TimeStrip::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, std::min(sizeHint().height(), fontMetrics().height() * 6)};
}

void TimeStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(theme::ColorRole::Base));
    paintTimeBars(painter, QRectF(rect()).adjusted(4, 2, -2, -2), m_bars, m_now, m_theme);
}

SideView::SideView(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_heights(new profile::ChartView("planHeights", theme, this))
    , m_times(new TimeStrip(theme, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_heights, 3);
    column->addWidget(m_times, 2);
}

void SideView::setTheme(const theme::Theme& theme) {
    m_heights->setTheme(theme);
    m_times->setTheme(theme);
}

void SideView::setPlan(const plan::PlanPtr& plan, const plan::PlanState& state, UtcMs now) {
    m_heights->setEmptyText(plan ? tr("The plan has no heights yet.") : tr("Choose a plan."));
    m_heights->setData(plan ? heightChart(*plan, state) : profile::ChartData{});
    m_times->setBars(plan ? timeBars(*plan, state) : std::vector<TimeBar>{}, now);
}

} // namespace haneul::plans
