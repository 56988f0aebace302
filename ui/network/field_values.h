#pragma once

#include "core/delivery/network.h"

#include <QLocale>
#include <QString>

#include <cmath>
#include <optional>

// How numbers and durations are read and written in the tables of a network.
namespace haneul::network {

inline constexpr double largestValue = 1e7; // no value of a network is larger

[[nodiscard]] inline std::optional<double> numberIn(const QString& text) {
    bool good = false;
    const double value = QLocale::c().toDouble(QString(text).replace(u',', u'.'), &good);
    return good && std::isfinite(value) && std::abs(value) <= largestValue ? std::optional(value) : std::nullopt;
}

// Without zeros at the end.
[[nodiscard]] inline QString plain(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.')) text.chop(1);
    }
    return text;
}

[[nodiscard]] inline QString secondsText(delivery::DurationMs duration_ms) {
    return plain(static_cast<double>(duration_ms) / 1000.0, 3);
}

[[nodiscard]] inline std::optional<delivery::DurationMs> millisecondsIn(const QString& text) {
    const auto value = numberIn(text);
    if (!value || *value < 0) return std::nullopt;
    return std::llround(*value * 1000.0);
}

} // namespace haneul::network
