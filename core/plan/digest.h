#pragma once

#include "core/deconflict/capacity.h"
#include "core/fleet/readiness.h"
#include "core/plan/flight_plan.h"

#include <memory>
#include <span>

namespace haneul::plan {

// BLAKE2b-256 over values, each with its kind and length, so that no two different sequences of values are alike.
// Numbers count by their bits.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    Digest& add(std::string_view text);

    Digest& add(const char* text) { return add(std::string_view(text)); }

    Digest& add(double number);
    Digest& add(std::int64_t number);
    Digest& add(UtcMs time);
    Digest& add(geo::LatLon place);
    Digest& add(const geo::VerticalLimit& limit);
    Digest& add(const geo::Area& area);
    Digest& add(const geo::Volume4D& volume);

    template <class Value>
    Digest& add(const std::optional<Value>& value) {
        add(std::int64_t{value.has_value()});
        return value ? add(*value) : *this;
    }

    template <class Value>
    Digest& addAll(const std::vector<Value>& values) {
        add(static_cast<std::int64_t>(values.size()));
        for (const auto& value : values)
            add(value);
        return *this;
    }

    [[nodiscard]] std::string hex() &&; // 64 characters

private:
    struct State;
    void raw(char kind, std::string_view bytes);

    std::unique_ptr<State> m_state;
};

// All that a plan says, but for its state.
void addPlan(Digest& digest, const FlightPlan& plan);
void addAssignment(Digest& digest, const fleet::Assignment& assignment);
void addModel(Digest& digest, const fleet::DroneModel& model);

} // namespace haneul::plan
