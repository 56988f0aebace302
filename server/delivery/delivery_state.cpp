#include "server/delivery/delivery_state.h"

#include <algorithm>

namespace haneul::delivery {

std::string_view toString(OrderState state) {
    switch (state) {
    case OrderState::Waiting:
        return "waiting";
    case OrderState::Booked:
        return "booked";
    case OrderState::Delivered:
        return "delivered";
    case OrderState::Cancelled:
        return "cancelled";
    case OrderState::Refused:
        return "refused";
    }
    return "";
}

std::string_view toString(MissionStep step) {
    switch (step) {
    case MissionStep::Booked:
        return "booked";
    case MissionStep::Prepared:
        return "prepared";
    case MissionStep::Flying:
        return "flying";
    case MissionStep::HandedOver:
        return "handed_over";
    case MissionStep::Returning:
        return "returning";
    case MissionStep::Completed:
        return "completed";
    case MissionStep::Cancelled:
        return "cancelled";
    }
    return "";
}

// HandedOver repeats, once a stop; with more stops to come the drone flies on.
std::string_view toString(DroneNote::Kind kind) {
    switch (kind) {
    case DroneNote::Kind::NotJudged:
        return "not_judged";
    case DroneNote::Kind::AnsweredFor:
        return "answered_for";
    case DroneNote::Kind::PassedOver:
        return "passed_over";
    }
    return "";
}

std::optional<DroneNote::Kind> noteKindFrom(std::string_view name) {
    using enum DroneNote::Kind;
    for (const auto kind : {NotJudged, AnsweredFor, PassedOver})
        if (name == toString(kind)) return kind;
    return std::nullopt;
}

bool mayFollow(MissionStep now, MissionStep next) {
    using enum MissionStep;
    switch (next) {
    case Booked:
        return false;
    case Prepared:
        return now == Booked;
    case Flying:
        return now == Prepared || now == HandedOver;
    case HandedOver:
        return now == Flying;
    case Returning:
        return now == HandedOver;
    case Completed:
        return now == Returning;
    case Cancelled:
        return now == Booked || now == Prepared;
    }
    return false;
}

milliseconds Mission::delay() const {
    if (planned.nodes.empty() || times.nodes.empty()) return milliseconds{0};
    return milliseconds{times.nodes.back().departure - planned.nodes.back().departure};
}

const SavedNetwork* DeliveryState::network(std::string_view id) const {
    const auto found = std::ranges::find(networks, id, [](const SavedNetwork& saved) { return saved.network.id; });
    return found == networks.end() ? nullptr : &*found;
}

MissionPtr DeliveryState::mission(std::string_view id) const {
    const auto found = std::ranges::find(missions, id, [](const MissionPtr& mission) { return mission->id; });
    return found == missions.end() ? nullptr : *found;
}

} // namespace haneul::delivery
