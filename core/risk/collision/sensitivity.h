#pragma once

#include "core/risk/collision/reich.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a change of one value, the others fixed, does to N (DOMAIN.md 1.4).
namespace haneul::risk::collision {

enum class Parameter {
    HalfWindow,        // Sx
    CrossTrackSpeed,   // ẏ
    VerticalSpeed,     // ż
    GroundSpeed,       // V
    OppositeOccupancy, // Ey
    VerticalOverlap,   // Pz(0)
    LateralOverlap,    // Py
    Length,            // λx
    Width,             // λy
    Height,            // λz
};
inline constexpr std::array allParameters{Parameter::HalfWindow,
                                          Parameter::CrossTrackSpeed,
                                          Parameter::VerticalSpeed,
                                          Parameter::GroundSpeed,
                                          Parameter::OppositeOccupancy,
                                          Parameter::VerticalOverlap,
                                          Parameter::LateralOverlap,
                                          Parameter::Length,
                                          Parameter::Width,
                                          Parameter::Height};

[[nodiscard]] std::string_view toString(Parameter parameter); // "sx", "ydot", "zdot", "v", "ey", "pz", "py", "lx", ...
[[nodiscard]] std::optional<Parameter> parameterFrom(std::string_view name);

enum class Direction { Raises, Lowers, Leaves };
[[nodiscard]] std::string_view toString(Direction direction); // "raises", "lowers", "leaves"

struct Sensitivity {
    Parameter parameter = Parameter::HalfWindow;
    double change_percent = 0;               // asked: of the parameter
    double riskChange_percent = 0;           // of N
    double elasticity = 0;                   // relative change of N for a small relative change of the parameter
    Direction direction = Direction::Leaves; // what this change does to the risk
    Direction ofRaising = Direction::Leaves; // what raising the parameter does, whatever was asked

    bool operator==(const Sensitivity&) const = default;
};

// The direction in words, for machines and logs: "lowering Sx by 50 % raises the risk by 100 %".
[[nodiscard]] std::string inWords(const Sensitivity& sensitivity);

// Codes: those of termsOf; INVALID_ARGUMENT for a change that is not a number, or below -100 % (for sizes and Sx: at
// -100 % too), and where there is no risk to change (V, ẏ and ż all 0).
[[nodiscard]] Result<Sensitivity> sensitivityOf(Parameter parameter, double change_percent, const DroneSize& size,
                                                double speed_kt, const Constants& constants);

// All parameters by the size of their elasticity, the largest first; equal ones in the order of `allParameters`.
[[nodiscard]] Result<std::vector<Sensitivity>> ranking(const DroneSize& size, double speed_kt,
                                                       const Constants& constants);

} // namespace haneul::risk::collision
