#include "core/risk/collision/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::risk::collision {

namespace {

constexpr std::array<std::string_view, allParameters.size()> names{"sx", "ydot", "zdot", "v",  "ey",
                                                                   "pz", "py",   "lx",   "ly", "lz"};
constexpr std::array<std::string_view, allParameters.size()> symbols{"Sx",    "ẏ",  "ż",  "V",  "Ey",
                                                                     "Pz(0)", "Py", "λx", "λy", "λz"};

struct Shares { // of B
    double along = 0, across = 0, vertical = 0;
};

// N is proportional to a power of the parameter in `share` of it, and does not depend on it in the rest.
struct Dependence {
    double share = 1;
    int power = 1; // 1 or -1
};

Dependence dependenceOn(Parameter parameter, const Shares& shares) {
    switch (parameter) {
    case Parameter::HalfWindow:
        return {1, -1};
    case Parameter::CrossTrackSpeed:
        return {shares.across, 1};
    case Parameter::VerticalSpeed:
        return {shares.vertical, 1};
    case Parameter::GroundSpeed:
        return {shares.along, 1};
    case Parameter::OppositeOccupancy:
    case Parameter::VerticalOverlap:
    case Parameter::LateralOverlap:
        return {1, 1};
    case Parameter::Length:
        return {shares.across + shares.vertical, 1};
    case Parameter::Width:
        return {shares.across, -1};
    case Parameter::Height:
        return {shares.vertical, -1};
    }
    return {};
}

Direction directionOf(double change) {
    return change > 0 ? Direction::Raises : change < 0 ? Direction::Lowers : Direction::Leaves;
}

} // namespace

std::string_view toString(Parameter parameter) {
    return names[static_cast<std::size_t>(parameter)];
}

std::optional<Parameter> parameterFrom(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return allParameters[static_cast<std::size_t>(found - names.begin())];
}

std::string_view toString(Direction direction) {
    switch (direction) {
    case Direction::Raises:
        return "raises";
    case Direction::Lowers:
        return "lowers";
    case Direction::Leaves:
        return "leaves";
    }
    return "";
}

std::string inWords(const Sensitivity& sensitivity) {
    const std::string what =
        std::format("{} {} by {:g} %", sensitivity.change_percent < 0 ? "lowering" : "raising",
                    symbols[static_cast<std::size_t>(sensitivity.parameter)], std::abs(sensitivity.change_percent));
    if (sensitivity.direction == Direction::Leaves) return what + " leaves the risk as it is";
    return std::format("{} {} the risk by {:.3g} %", what, toString(sensitivity.direction),
                       std::abs(sensitivity.riskChange_percent));
}

Result<Sensitivity> sensitivityOf(Parameter parameter, double change_percent, const DroneSize& size, double speed_kt,
                                  const Constants& constants) {
    const auto terms = termsOf(size, speed_kt, constants);
    if (!terms) return std::unexpected(terms.error());
    const double sum = terms->sum_kt();
    if (!(sum > 0)) return fail("INVALID_ARGUMENT", "without any speed there is no risk that could change", "v");
    const Dependence on =
        dependenceOn(parameter, {terms->along_kt / sum, terms->across_kt / sum, terms->vertical_kt / sum});
    const double factor = 1 + change_percent / 100;
    if (!std::isfinite(change_percent) || factor < 0 || (on.power < 0 && factor == 0))
        return fail("INVALID_ARGUMENT",
                    on.power < 0 ? "a change is a number above -100 %" : "a change is a number from -100 % on",
                    "percent");
    const double change = on.share * (on.power > 0 ? factor - 1 : 1 / factor - 1);
    return Sensitivity{.parameter = parameter,
                       .change_percent = change_percent,
                       .riskChange_percent = change * 100,
                       .elasticity = on.share * on.power,
                       .direction = directionOf(change),
                       .ofRaising = directionOf(on.share * on.power)};
}

Result<std::vector<Sensitivity>> ranking(const DroneSize& size, double speed_kt, const Constants& constants) {
    constexpr double asked_percent = 10;
    std::vector<Sensitivity> all;
    for (const Parameter parameter : allParameters) {
        const auto one = sensitivityOf(parameter, asked_percent, size, speed_kt, constants);
        if (!one) return std::unexpected(one.error());
        all.push_back(*one);
    }
    std::ranges::stable_sort(all, std::greater(), [](const auto& one) { return std::abs(one.elasticity); });
    return all;
}

} // namespace haneul::risk::collision
