#include "ui/window/fact_line.h"

#include "ui/window/shapes.h"

#include <QEvent>
#include <QPainter>

namespace haneul::window {

FactLine::FactLine(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("factLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void FactLine::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void FactLine::setFacts(std::vector<models::Fact> facts) {
    if (facts == m_facts) return;
    m_facts = std::move(facts);
    describe();
    update();
}

void FactLine::describe() {
    QStringList lines;
    for (const models::Fact& fact : m_facts)
        lines += fact.text;
    setToolTip(lines.join(u'\n'));
    setAccessibleName(lines.isEmpty() ? tr("No known gaps") : lines.join(QStringLiteral("; ")));
}

QSize FactLine::sizeHint() const {
    return {fontMetrics().height() * 20, fontMetrics().height() * 3 / 2};
}

QSize FactLine::minimumSizeHint() const {
    return {fontMetrics().height() * 8, fontMetrics().height() * 3 / 2};
}

void FactLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

void FactLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    if (m_facts.empty()) {
        painter.setPen(m_theme.color(theme::ColorRole::SecondaryText));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("No known gaps"));
        return;
    }
    const int sign = metrics.ascent();
    const int gap = metrics.height() / 3;
    const auto moreText = [](std::size_t count) { return QStringLiteral("+%1").arg(count); };
    int x = 0;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const std::size_t after = m_facts.size() - i - 1;
        const int reserved = after > 0 ? metrics.horizontalAdvance(moreText(after)) + 2 * gap : 0;
        const int room = width() - x - sign - gap - reserved;
        const int wanted = metrics.horizontalAdvance(m_facts[i].text);
        // The gravest is shown even when cut; later ones only whole.
        if (i > 0 && wanted > room) {
            painter.setPen(m_theme.color(theme::ColorRole::SecondaryText));
            painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, moreText(after + 1));
            return;
        }
        paintSign(painter, QRectF(x, (height() - sign) / 2.0, sign, sign), signOf(m_facts[i].gravity), m_theme);
        x += sign + gap;
        painter.setPen(m_theme.color(theme::ColorRole::Text));
        const QString shown = metrics.elidedText(m_facts[i].text, Qt::ElideRight, room);
        painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
        x += wanted + 3 * gap;
    }
}

} // namespace haneul::window
