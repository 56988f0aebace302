#pragma once

#include "core/base/error.h"
#include "server/situation/situation.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// The bodies of the API (their shapes: resources/openapi.json). Pure: a situation in, JSON out. Unknown is null.

struct TrackQuery {
    struct Box {
        double west_deg, south_deg, east_deg, north_deg; // west > east: across the 180th meridian
    };

    std::optional<traffic::TrackState> state;
    std::optional<Box> box; // an aircraft without a position is in no box
    std::size_t limit = 5000;
};

inline constexpr std::size_t maxTrackLimit = 10'000;

// "state=live&bbox=126.9,37.4,127.2,37.7&limit=100"; code BAD_QUERY with the parameter's name in `where`.
[[nodiscard]] Result<TrackQuery> trackQueryFrom(std::string_view query);

[[nodiscard]] std::string tracksJson(const situation::Situation& situation, const TrackQuery& query);
[[nodiscard]] std::string trackJson(const situation::Situation& situation, const traffic::Track& track);
[[nodiscard]] std::string feedsJson(const situation::Situation& situation);
[[nodiscard]] std::string noticesJson(const situation::Situation& situation);
[[nodiscard]] std::string errorJson(const Error& error);

struct HealthContext {
    std::string_view version;
    std::string_view instance;
    UtcMs now{};
};

// Live but not refreshed for this long: the picture is called stale.
inline constexpr milliseconds pictureStaleAfter{5'000};
[[nodiscard]] std::string healthJson(const situation::Situation& situation, const HealthContext& context);

// Messages of the stream. Tracks carry no age there: a client counts it from times.received and the message's time.
[[nodiscard]] std::string streamSnapshot(const situation::Situation& situation);
// What changed from one situation to another; empty when nothing did.
[[nodiscard]] std::string streamDelta(const situation::Situation& before, const situation::Situation& after);
[[nodiscard]] std::string streamFeeds(const situation::Situation& situation);
// Notices that `after` has and `before` has not; empty when there are none.
[[nodiscard]] std::string streamNotices(const situation::Situation& before, const situation::Situation& after);

} // namespace haneul::http
