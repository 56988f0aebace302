#include "ui/latency/latency_probe.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace haneul::latency {

namespace {

// Qt asks the widget or, where it paints with OpenGL, the window behind it.
const QObject* windowBehind(const QObject* asked) {
    const auto* widget = qobject_cast<const QWidget*>(asked);
    return widget ? widget->window()->windowHandle() : asked;
}

} // namespace

void Histogram::add(double time_ms) {
    const auto bucket = static_cast<std::size_t>(std::clamp(time_ms, 0.0, static_cast<double>(buckets - 1)));
    ++m_counts[bucket];
    ++m_count;
    m_worst_ms = std::max(m_worst_ms, time_ms);
}

void Histogram::clear() {
    *this = {};
}

double Histogram::quantile_ms(double share) const {
    if (m_count == 0) return 0;
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        seen += m_counts[i];
        if (seen >= std::max<std::uint64_t>(wanted, 1)) return static_cast<double>(i + 1);
    }
    return static_cast<double>(buckets);
}

LatencyProbe::LatencyProbe(QObject* parent)
    : QObject(parent) {
    m_clock.start();
    qApp->installEventFilter(this);
}

LatencyProbe::~LatencyProbe() {
    if (qApp) qApp->removeEventFilter(this);
}

bool LatencyProbe::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
        if (const auto* widget = qobject_cast<QWidget*>(watched)) {
            const qint64 now = m_clock.nsecsElapsed();
            auto& since = m_waiting[windowBehind(widget)];
            if (since == 0 || now - since > givesUpAfter_ms * 1'000'000) since = now;
        }
        break;
    // A window paints all its widgets and views in one go when it is asked to update; what is queued now runs after it.
    case QEvent::UpdateRequest:
        if (const QObject* window = windowBehind(watched); m_waiting.contains(window))
            QMetaObject::invokeMethod(this, [this, window] { painted(window); }, Qt::QueuedConnection);
        break;
    case QEvent::Hide:
        if (const auto* widget = qobject_cast<QWidget*>(watched); widget && widget->isWindow())
            m_waiting.remove(windowBehind(widget));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void LatencyProbe::painted(const QObject* window) {
    const qint64 since = m_waiting.take(window);
    if (since == 0) return;
    const double time_ms = static_cast<double>(m_clock.nsecsElapsed() - since) / 1e6;
    if (time_ms > static_cast<double>(givesUpAfter_ms)) return;
    m_histogram.add(time_ms);
    Q_EMIT measured(time_ms);
}

QString LatencyProbe::summary() const {
    if (m_histogram.count() == 0) return QStringLiteral("desk latency not measured: no input was answered by a paint");
    return QStringLiteral("desk latency p99 %1 ms of %2 inputs, worst %3 ms (goal %4)")
        .arg(m_histogram.quantile_ms(0.99))
        .arg(m_histogram.count())
        .arg(m_histogram.worst_ms(), 0, 'f', 1)
        .arg(goal_ms);
}

} // namespace haneul::latency
