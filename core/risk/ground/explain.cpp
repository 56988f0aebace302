#include "core/risk/ground/explain.h"

#include <algorithm>

namespace haneul::risk::ground {

void Explanation::input(std::string id, std::string symbol, std::optional<double> value, std::string unit,
                        std::string source) {
    add({std::move(id), std::move(symbol), value, std::move(unit), std::move(source), {}});
}

void Explanation::step(std::string id, std::string symbol, std::optional<double> value, std::string unit,
                       std::string formula, std::initializer_list<const char*> from) {
    Step step{std::move(id), std::move(symbol), value, std::move(unit), std::move(formula), {}};
    for (const char* source : from)
        if (find(source) != nullptr) step.from.emplace_back(source);
    add(std::move(step));
}

void Explanation::add(Step step) {
    if (find(step.id) == nullptr) m_steps.push_back(std::move(step));
}

const Step* Explanation::find(std::string_view id) const {
    const auto found = std::ranges::find(m_steps, id, &Step::id);
    return found == m_steps.end() ? nullptr : &*found;
}

} // namespace haneul::risk::ground
