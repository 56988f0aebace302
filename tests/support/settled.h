#pragma once

#include <QApplication>
#include <QDockWidget>
#include <QtTest>

namespace haneul::tests {

// Waits until windows and docks have stood still for 0.3 s and some turns of the event loop: on a busy machine one turn
// takes longer than any fixed wait, and what it has queued (layout, answers of the display) comes only in the next.
inline void waitUntilSettled() {
    const auto places = [] {
        QList<QRect> all;
        for (const QWidget* widget : QApplication::allWidgets())
            if (widget->isVisible() && (widget->isWindow() || qobject_cast<const QDockWidget*>(widget)))
                all << widget->geometry();
        return all;
    };
    constexpr int turn_ms = 100, most = 100;
    QList<QRect> before;
    for (int still = 0, turn = 0; still < 3 && turn < most; ++turn) {
        QTest::qWait(turn_ms);
        const QList<QRect> now = places();
        still = now == before ? still + 1 : 0;
        before = now;
    }
}

} // namespace haneul::tests
