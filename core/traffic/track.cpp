#include "core/traffic/track.h"

#include <cmath>
#include <numbers>

namespace haneul::traffic {

std::string_view toString(SourceKind kind) {
    switch (kind) {
    case SourceKind::Telemetry:
        return "telemetry";
    case SourceKind::Sbs:
        return "sbs";
    case SourceKind::Mavlink:
        return "mavlink";
    }
    return "";
}

std::string_view toString(TrackState state) {
    switch (state) {
    case TrackState::Live:
        return "live";
    case TrackState::Stale:
        return "stale";
    case TrackState::Lost:
        return "lost";
    }
    return "";
}

double Velocity_mps::groundSpeed_mps() const {
    return std::hypot(north, east);
}

double Velocity_mps::course_deg() const {
    if (north == 0 && east == 0) return 0;
    const double course = std::atan2(east, north) * 180.0 / std::numbers::pi;
    return course < 0 ? course + 360.0 : course;
}

} // namespace haneul::traffic
