#pragma once

#include "core/schedule/optimiser.h"

#include <QByteArray>
#include <QString>

// The published order sets of tests/cases/orders, on which the optimiser is judged: how they are made, written and
// read. Times are whole seconds.
namespace haneul::tests {

struct OrderSet {
    std::string id;
    std::string about;
    std::int64_t seed = 0;
    schedule::Network<std::int64_t> network;
    schedule::VisitOrder visits = schedule::VisitOrder::Given;
    std::int64_t preparation = 0;
    std::int64_t window = 0; // for so long after it came in an order may be planned anew
    std::vector<schedule::DueOrder<std::int64_t>> orders;
};

inline constexpr int orderSetCount = 30;

[[nodiscard]] OrderSet makeOrderSet(int number); // 1 to 30; the same number always gives the same set
[[nodiscard]] QString orderSetFile(int number);  // name in tests/cases/orders
[[nodiscard]] QByteArray toJson(const OrderSet& set);
[[nodiscard]] OrderSet orderSetFromJson(const QByteArray& text); // without orders when it is none

} // namespace haneul::tests
