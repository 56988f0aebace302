#include "ui/airspace/zone_legend.h"

#include "ui/airspace/zone_words.h"
#include "ui/map/zone_drawing.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace haneul::airspace {

namespace {

using Kind = map::ZoneShape::Kind;
using State = map::ZoneShape::State;

struct Entry {
    Kind kind;
    State state;
};

constexpr Entry entries[] = {{Kind::Prohibited, State::Active},   {Kind::Authorisation, State::Active},
                             {Kind::Conditional, State::Active},  {Kind::Information, State::Active},
                             {Kind::Prohibited, State::Inactive}, {Kind::Prohibited, State::NotJudged}};

// Lines at 45 degrees, as on the map.
void hatch(QPainter& painter, const QRectF& area, bool rising, double step) {
    painter.save();
    painter.setClipRect(area);
    for (double x = area.left() - area.height(); x < area.right() + area.height(); x += step)
        painter.drawLine(rising ? QLineF(x, area.bottom(), x + area.height(), area.top())
                                : QLineF(x, area.top(), x + area.height(), area.bottom()));
    painter.restore();
}

} // namespace

ZoneSwatch::ZoneSwatch(Kind kind, State state, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_state(state)
    , m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ZoneSwatch::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

QSize ZoneSwatch::sizeHint() const {
    return {fontMetrics().height() * 2, fontMetrics().height()};
}

void ZoneSwatch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(2, 2, -2, -2);
    const bool unknown = m_state == State::NotJudged;
    const bool active = m_state == State::Active;
    const QColor color = m_theme.color(unknown ? theme::ColorRole::Stale : map::zoneRole(m_kind));
    const double step = fontMetrics().height() / 2.5;
    painter.setPen(QPen(color, 1));
    if (unknown || (active && (m_kind == Kind::Prohibited || m_kind == Kind::Authorisation)))
        hatch(painter, area, true, unknown ? 2 * step : step);
    if (active && (m_kind == Kind::Prohibited || m_kind == Kind::Conditional)) hatch(painter, area, false, step);
    double width = 1;
    if (m_state != State::Inactive) width = m_kind == Kind::Prohibited ? 2.4 : 1.8;
    QPen border(color, width);
    if (m_kind == Kind::Conditional) border.setStyle(Qt::DashLine);
    if (m_kind == Kind::Information) border.setStyle(Qt::DotLine);
    painter.setPen(border);
    painter.drawRect(area);
}

ZoneLegend::ZoneLegend(QAction& shown, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_shown(new QCheckBox(this)) {
    setObjectName(QStringLiteral("zoneLegend"));
    m_shown->setObjectName(QStringLiteral("zonesShown"));
    m_shown->setChecked(shown.isChecked());
    connect(m_shown, &QCheckBox::toggled, &shown, &QAction::setChecked);
    connect(&shown, &QAction::toggled, m_shown, &QCheckBox::setChecked);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 6);
    grid->addWidget(m_shown, 0, 0, 1, 2);
    int row = 1;
    for (const Entry& entry : entries) {
        m_swatches.push_back(new ZoneSwatch(entry.kind, entry.state, theme, this));
        m_words.push_back(new QLabel(this));
        grid->addWidget(m_swatches.back(), row, 0);
        grid->addWidget(m_words.back(), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    word();
}

void ZoneLegend::setTheme(const theme::Theme& theme) {
    for (ZoneSwatch* swatch : m_swatches)
        swatch->setTheme(theme);
}

void ZoneLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void ZoneLegend::word() {
    m_shown->setText(tr("Airspace zones"));
    const QString words[] = {typeText(ZoneType::Prohibited),
                             typeText(ZoneType::ReqAuthorization),
                             typeText(ZoneType::Conditional),
                             tr("U-space, no restriction"),
                             tr("Not active now"),
                             tr("Not judged whether it is active")};
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i]->setText(words[i]);
}

} // namespace haneul::airspace
