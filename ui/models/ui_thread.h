#pragma once

#include <QCoreApplication>

#include <functional>
#include <utility>

namespace haneul::models {

// To the thread of the user interface, in its event loop: services answer on threads of their own.
inline void hop(std::function<void()> then) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(then), Qt::QueuedConnection);
}

} // namespace haneul::models
