#include "ui/risk_ground/flow_chart.h"

#include "ui/risk_ground/words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace haneul::risk_ground {

using risk::ground::Step;

namespace {

constexpr double boxLetters = 19;

struct Measures {
    explicit Measures(const QFontMetricsF& metrics)
        : line(metrics.height())
        , box(metrics.averageCharWidth() * boxLetters, line * 2.5)
        , gap(line * 2.2, line * 0.7) {}

    [[nodiscard]] QRectF boxAt(QPointF corner, FlowPlace place) const {
        return {corner.x() + place.column * (box.width() + gap.width()),
                corner.y() + place.row * (box.height() + gap.height()), box.width(), box.height()};
    }

    double line;
    QSizeF box, gap;
};

std::map<std::string, std::size_t, std::less<>> indexOf(const std::vector<Step>& steps) {
    std::map<std::string, std::size_t, std::less<>> index;
    for (std::size_t i = 0; i < steps.size(); ++i)
        index.emplace(steps[i].id, i);
    return index;
}

void paintArrow(QPainter& painter, QPointF from, QPointF to, double line) {
    QPainterPath path(from);
    const double middle = (from.x() + to.x()) / 2;
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    painter.drawPath(path);
    painter.drawLine(to, to + QPointF(-line / 3, -line / 5));
    painter.drawLine(to, to + QPointF(-line / 3, line / 5));
}

QString valueText(const Step& step) {
    QString text = QString::fromStdString(step.symbol) % QStringLiteral(" = ") % numberText(step.value);
    if (step.value && !step.unit.empty()) text += QString(u' ' % QString::fromStdString(step.unit));
    return text;
}

} // namespace

std::vector<FlowPlace> flowPlaces(const std::vector<Step>& steps) {
    const auto index = indexOf(steps);
    std::vector<FlowPlace> places(steps.size());
    int last = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) { // from what is made first
        for (const std::string& from : steps[i].from)
            if (const auto found = index.find(from); found != index.end())
                places[i].column = std::max(places[i].column, places[found->second].column + 1);
        last = std::max(last, places[i].column);
    }
    // An input moves to the column before the first that needs it.
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].from.empty()) continue;
        int first = last;
        for (std::size_t j = i + 1; j < steps.size(); ++j)
            if (std::ranges::contains(steps[j].from, steps[i].id)) first = std::min(first, places[j].column);
        places[i].column = std::max(0, first - 1);
    }
    std::map<int, int> rows;
    for (FlowPlace& place : places)
        place.row = rows[place.column]++;
    return places;
}

QSizeF flowSize(const QFontMetricsF& metrics, const std::vector<Step>& steps) {
    const Measures measures(metrics);
    FlowPlace last;
    for (const FlowPlace& place : flowPlaces(steps)) {
        last.column = std::max(last.column, place.column);
        last.row = std::max(last.row, place.row);
    }
    const QRectF box = measures.boxAt({0, 0}, last);
    return {box.right() + measures.line, box.bottom() + measures.line};
}

void paintFlow(QPainter& painter, QPointF corner, const std::vector<Step>& steps, const theme::Theme& theme) {
    const Measures measures(QFontMetricsF(painter.font(), painter.device()));
    const QPointF begin = corner + QPointF(measures.line / 2, measures.line / 2);
    const auto places = flowPlaces(steps);
    const auto index = indexOf(steps);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(theme::ColorRole::SecondaryText), measures.line / 14));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < steps.size(); ++i)
        for (const std::string& from : steps[i].from) {
            const auto found = index.find(from);
            if (found == index.end()) continue;
            const QRectF source = measures.boxAt(begin, places[found->second]),
                         target = measures.boxAt(begin, places[i]);
            paintArrow(painter, {source.right(), source.center().y()}, {target.left(), target.center().y()},
                       measures.line);
        }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const QRectF box = measures.boxAt(begin, places[i]);
        const bool input = steps[i].from.empty(), result = i + 1 == steps.size();
        painter.setBrush(theme.color(input ? theme::ColorRole::Panel : theme::ColorRole::Raised));
        painter.setPen(QPen(theme.color(result ? theme::ColorRole::Text : theme::ColorRole::Line),
                            result ? measures.line / 7 : measures.line / 14,
                            steps[i].value ? Qt::SolidLine : Qt::DashLine));
        painter.drawRoundedRect(box, input ? 0 : measures.line / 3, input ? 0 : measures.line / 3);
        const QRectF inner = box.adjusted(measures.line / 4, measures.line / 6, -measures.line / 4, -measures.line / 6);
        const QFontMetricsF metrics(painter.font(), painter.device());
        painter.setPen(theme.color(theme::ColorRole::SecondaryText));
        painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft,
                         metrics.elidedText(stepName(steps[i]), Qt::ElideRight, inner.width()));
        painter.setPen(theme.color(theme::ColorRole::Text));
        painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft,
                         metrics.elidedText(valueText(steps[i]), Qt::ElideRight, inner.width()));
    }
}

FlowChart::FlowChart(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("flowChart"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FlowChart::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void FlowChart::setSteps(std::vector<Step> steps) {
    m_steps = std::move(steps);
    setAccessibleName(tr("Flow chart of %n values", nullptr, static_cast<int>(m_steps.size())));
    resize(sizeHint());
    updateGeometry();
    update();
}

QSize FlowChart::sizeHint() const {
    return m_steps.empty() ? QSize(0, 0) : flowSize(QFontMetricsF(font()), m_steps).toSize();
}

void FlowChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    paintFlow(painter, {0, 0}, m_steps, m_theme);
}

} // namespace haneul::risk_ground
