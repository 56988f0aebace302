#include "ui/window/clock_panel.h"

#include "ui/models/words.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace haneul::window {

using situation::TimeMode;
using theme::ColorRole;

namespace {

QString localTime(UtcMs time) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(sinceEpoch_ms(time)).toLocalTime();
    const int offset_min = local.offsetFromUtc() / 60;
    QString zone = QStringLiteral("UTC%1%2").arg(QChar(offset_min < 0 ? u'-' : u'+')).arg(std::abs(offset_min) / 60);
    if (offset_min % 60 != 0) zone += QStringLiteral(":%1").arg(std::abs(offset_min) % 60, 2, 10, QChar(u'0'));
    return local.toString(QStringLiteral("HH:mm:ss ")) + zone;
}

} // namespace

QString speedText(double speed) {
    return QString::number(speed, 'g', 3) + u'×';
}

ClockPanel::ClockPanel(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mode(new QLabel(this))
    , m_time(new QLabel(this))
    , m_beside(new QLabel(this)) {
    m_mode->setObjectName(QStringLiteral("timeMode"));
    m_time->setObjectName(QStringLiteral("pictureTime"));
    m_beside->setObjectName(QStringLiteral("timeBeside"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() * 2 / 3);
    row->addWidget(m_mode);
    row->addWidget(m_time);
    row->addWidget(m_beside);
    style();
    word();
}

void ClockPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    style();
}

void ClockPanel::show(const situation::Situation& situation, UtcMs present) {
    const bool live = situation.mode == TimeMode::Live;
    const bool otherMode = m_shownMode != situation.mode;
    m_shownMode = situation.mode;
    m_speed = situation.replay ? situation.replay->speed : 1.0;
    m_pictureTime = live ? present : situation.time;
    m_present = present;
    if (otherMode) style();
    word();
}

void ClockPanel::word() {
    switch (m_shownMode) {
    case TimeMode::Live:
        m_mode->setText(tr("LIVE"));
        break;
    case TimeMode::Replay:
        m_mode->setText(tr("REPLAY %1").arg(speedText(m_speed)));
        break;
    case TimeMode::Paused:
        m_mode->setText(tr("PAUSED"));
        break;
    }
    m_time->setText(models::utcTime(m_pictureTime));
    m_beside->setText(m_shownMode == TimeMode::Live ? localTime(m_present)
                                                    : tr("now %1").arg(models::utcTime(m_present)));
    m_beside->setToolTip(m_shownMode == TimeMode::Live ? tr("Local time") : tr("The present, not the recording"));
}

void ClockPanel::style() {
    const bool live = m_shownMode == TimeMode::Live;
    const QColor frame =
        m_theme.color(m_shownMode == TimeMode::Paused ? ColorRole::PausedFrame : ColorRole::ReplayFrame);
    const QColor ground = live ? m_theme.color(ColorRole::Panel) : frame;
    const QColor ink = m_theme.color(live ? ColorRole::SecondaryText : ColorRole::Base);
    m_mode->setStyleSheet(
        QStringLiteral(
            "QLabel { background: %1; color: %2; border: 1px solid %3; padding: 0.1em 0.6em; font-weight: bold; }")
            .arg(ground.name(), ink.name(), (live ? m_theme.color(ColorRole::Line) : frame).name()));
    m_time->setStyleSheet(
        QStringLiteral("QLabel { font-size: %1pt; font-weight: bold; }").arg(font().pointSizeF() * 1.5));
    m_beside->setStyleSheet(
        QStringLiteral("QLabel { color: %1; }").arg(m_theme.color(ColorRole::SecondaryText).name()));
}

void ClockPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
    if (event->type() == QEvent::FontChange) style();
}

} // namespace haneul::window
