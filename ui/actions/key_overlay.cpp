#include "ui/actions/key_overlay.h"

#include "ui/actions/action_registry.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace haneul::actions {

KeyOverlay::KeyOverlay(const ActionRegistry& registry, QWidget* parent)
    : QFrame(parent)
    , m_registry(registry)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("keyOverlay"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    const int gap = fontMetrics().height();
    m_grid->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(gap / 4);
    parent->installEventFilter(this);
    hide();
}

void KeyOverlay::toggle() {
    if (isVisible()) {
        hide();
        return;
    }
    fill();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

// Blocks of one scope each, side by side in as many columns as the height of the parent asks for.
void KeyOverlay::fill() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto infos = allActions();
    const int line = fontMetrics().height() + m_grid->verticalSpacing();
    const int fits = std::max(8, (parentWidget()->height() - 4 * fontMetrics().height()) / line);
    int column = 0;
    int row = 0;
    for (std::size_t i = 0; i < infos.size();) {
        const QLatin1StringView scope(infos[i].scope);
        std::size_t end = i;
        while (end < infos.size() && scope == QLatin1StringView(infos[end].scope))
            ++end;
        if (row > 0 && row + 1 + static_cast<int>(end - i) > fits) {
            m_grid->setColumnMinimumWidth(column + 2, fontMetrics().height() * 2);
            column += 3;
            row = 0;
        }
        auto* heading = new QLabel(scopeText(scope), this);
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
        m_grid->addWidget(heading, row++, column, 1, 2);
        for (; i < end; ++i) {
            const QAction* action = m_registry.actions()[i];
            auto* key = new QLabel(action->shortcut().toString(QKeySequence::NativeText), this);
            key->setForegroundRole(QPalette::PlaceholderText);
            m_grid->addWidget(new QLabel(action->text(), this), row, column);
            m_grid->addWidget(key, row++, column + 1);
        }
    }
}

void KeyOverlay::place() {
    adjustSize();
    const QRect area = parentWidget()->rect();
    move((area.width() - width()) / 2, (area.height() - height()) / 2);
}

void KeyOverlay::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !isVisible()) return;
    fill();
    place();
}

void KeyOverlay::keyPressEvent(QKeyEvent* event) {
    hide();
    event->accept();
}

void KeyOverlay::mousePressEvent(QMouseEvent*) {
    hide();
}

bool KeyOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

} // namespace haneul::actions
