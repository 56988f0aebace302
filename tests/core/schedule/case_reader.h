#pragma once

#include "core/schedule/dispatch.h"

#include <QJsonArray>
#include <QJsonObject>

// Reads the networks, orders and usages of the numeric cases (tests/cases/README.md). Files are trusted to have the
// right fields; what they say is for the product to judge.
namespace haneul::tests {

template <class Time>
[[nodiscard]] schedule::Network<Time> networkFrom(const QJsonObject& json);
template <class Time>
[[nodiscard]] schedule::Order<Time> orderFrom(const QJsonObject& json);
[[nodiscard]] schedule::VisitOrder visitsFrom(const QJsonValue& policy);
[[nodiscard]] std::vector<std::string> textsFrom(const QJsonValue& json);

template <class Time>
[[nodiscard]] Time timeFrom(const QJsonValue& json) {
    return static_cast<Time>(json.toDouble());
}

} // namespace haneul::tests
