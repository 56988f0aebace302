#include "ui/profile/graduation.h"

#include "ui/models/words.h"

#include <algorithm>
#include <cmath>

namespace haneul::profile {

namespace {

// People count seconds and minutes by sixties.
constexpr double timeSteps_s[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200};

double decimalStep(double atLeast) {
    const double power = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= atLeast * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

double stepFor(double range, int most, AxisKind kind) {
    const double atLeast = range / std::max(1, most);
    if (kind == AxisKind::Number) return decimalStep(atLeast);
    if (kind == AxisKind::Power10) return std::max(1.0, decimalStep(atLeast)); // whole powers
    for (const double step : timeSteps_s)
        if (step >= atLeast) return step;
    return std::ceil(atLeast / 86'400) * 86'400;
}

QString clockText(double seconds) {
    const auto total = static_cast<qint64>(std::llround(std::abs(seconds)));
    const QString sign = seconds < -0.5 ? QStringLiteral("−") : QString();
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
    if (total >= 3600)
        return sign + QString::number(total / 3600) + u':' + two(total / 60 % 60) + u':' + two(total % 60);
    return sign + QString::number(total / 60) + u':' + two(total % 60);
}

} // namespace

std::vector<double> graduations(double from, double to, int most, AxisKind kind) {
    if (!std::isfinite(from) || !std::isfinite(to) || to <= from || most < 1) return {};
    const double step = stepFor(to - from, most, kind);
    std::vector<double> marks;
    for (double k = std::ceil(from / step - 1e-9); k * step <= to + step * 1e-9; ++k)
        marks.push_back(k == 0 ? 0.0 : k * step);
    return marks;
}

QString markText(double value, double step, AxisKind kind) {
    if (kind == AxisKind::UtcTime) return models::utcTime(utcMs(std::llround(value * 1000)));
    if (kind == AxisKind::Duration) return clockText(value);
    if (kind == AxisKind::Power10) return QString::number(std::pow(10.0, value), 'E', step >= 1 ? 0 : 2);
    const int decimals = step >= 1 || step <= 0 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return QString::number(value, 'f', decimals).replace(u'-', u'−');
}

} // namespace haneul::profile
