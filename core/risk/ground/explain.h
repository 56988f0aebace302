#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::risk::ground {

// One value on the way to a result: what it is, what it comes to, by which equation and from which others.
struct Step {
    std::string id;                // "impact_speed": stable, selects translated words
    std::string symbol;            // "v"
    std::optional<double> value;   // nullopt: not known here
    std::string unit;              // "m/s"; "" of a bare number
    std::string formula;           // "eq. 6: v = ..."; of an input where it comes from
    std::vector<std::string> from; // ids of the steps it is made of; empty: an input

    bool operator==(const Step&) const = default;
};

// The way to one result, in the order of calculation. Steps refer only to earlier ones; of two with one id the first
// stays, so that the models of a sum share their inputs.
class Explanation {
public:
    void input(std::string id, std::string symbol, std::optional<double> value, std::string unit, std::string source);
    void step(std::string id, std::string symbol, std::optional<double> value, std::string unit, std::string formula,
              std::initializer_list<const char*> from);

    void add(Step step);

    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }

    [[nodiscard]] const Step* find(std::string_view id) const; // nullptr: none

private:
    std::vector<Step> m_steps;
};

} // namespace haneul::risk::ground
