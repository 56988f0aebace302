#include "ui/window/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace haneul::window {

MessageBar::MessageBar(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("messageClose"));
    auto* row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->setSpacing(gap);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_texts.clear();
        Q_EMIT putAway();
    });
}

void MessageBar::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    word();
}

void MessageBar::say(Sign sign, std::function<QString()> text) {
    m_sign = sign;
    if (std::ranges::none_of(m_texts, [said = text()](const auto& each) { return each() == said; }))
        m_texts.push_back(std::move(text));
    word();
}

void MessageBar::word() {
    QStringList lines;
    for (const auto& text : m_texts)
        lines << text();
    m_text->setText(lines.join(u'\n'));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Put this message away"));
    m_mark->setPixmap(signPixmap(m_sign, m_theme, fontMetrics().ascent(), devicePixelRatio()));
    setAccessibleName(m_text->text());
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) word();
}

} // namespace haneul::window
