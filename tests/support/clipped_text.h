#pragma once

#include <QAbstractScrollArea>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace haneul::tests {

// Visible labels and buttons that have less room than their text needs. Contents of scroll areas can be scrolled to and
// are judged against their own size all the same; labels that wrap are judged by the height they need at their width.
inline QStringList clippedTexts(const QWidget& root) {
    QStringList clipped;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) text = label->text();
        if (const auto* button = qobject_cast<const QPushButton*>(widget)) text = button->text();
        if (const auto* button = qobject_cast<const QToolButton*>(widget)) text = button->text();
        if (text.isEmpty() || widget->objectName() == QLatin1StringView("qt_toolbar_ext_button")) continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool wraps = label && label->wordWrap();
        const QSize wanted = wraps ? QSize(0, widget->heightForWidth(widget->width())) : widget->sizeHint();
        if (widget->width() < wanted.width() || widget->height() < wanted.height())
            clipped << QStringLiteral("%1 \"%2\": %3x%4 of %5x%6")
                           .arg(widget->objectName(), text.left(40))
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(wanted.width())
                           .arg(wanted.height());
    }
    return clipped;
}

} // namespace haneul::tests
