#pragma once

#include "core/traffic/track.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace haneul::traffic {

// When a track stops being trusted. Defaults: stale 15 s (A-scenarios of the acceptance list), lost after 60 s, the
// time ASTM F3548-21 gives to recover; forgotten after ten minutes.
struct TrackPolicy {
    milliseconds staleAfter{15'000};
    milliseconds lostAfter{60'000};
    milliseconds forgetAfter{600'000};
    std::size_t maxTracks = 50'000; // a flood of invented ids must not eat the memory of the desk
};

enum class ApplyOutcome {
    NewTrack,
    Updated,
    Duplicate, // same sequence or same source time from the same feed as already placed: changes nothing
    Late,      // measured before what is already placed: changes nothing (unless the track has gone stale meanwhile:
               // then the sender's clock or counter was set back, and it is believed again)
    Full,      // maxTracks reached and nothing lost to make room
};

struct PictureCounters {
    std::uint64_t updates = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t late = 0;
    std::uint64_t refusedFull = 0;
    std::uint64_t gaps = 0; // sequence numbers that never arrived

    bool operator==(const PictureCounters&) const = default;
};

// The latest state of every aircraft, in memory. Pure: the present comes as an argument, so live, replayed and
// simulated time are the same code. Not thread-safe; one owner.
class Picture {
public:
    explicit Picture(TrackPolicy policy = {});

    ApplyOutcome apply(const TrackUpdate& update, UtcMs placed);

    // Moves states (live -> stale -> lost -> forgotten) to the instant `now`. Returns true when anything changed.
    bool advance(UtcMs now);

    // All tracks, ordered by id. `revision` grows with every change.
    [[nodiscard]] std::vector<TrackPtr> tracks() const;
    [[nodiscard]] TrackPtr find(const TrackId& id) const;

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    [[nodiscard]] const PictureCounters& counters() const { return m_counters; }

    void clear();

private:
    struct FeedProgress {
        std::string feed;
        std::optional<std::uint32_t> sequence;
        std::optional<UtcMs> sourceTime;
        UtcMs accepted{};
    };

    struct Entry {
        TrackPtr track;
        std::vector<FeedProgress> progress;
    };

    std::optional<ApplyOutcome> rejectRepeated(Entry& entry, const TrackUpdate& update);
    [[nodiscard]] static bool isLate(const FeedProgress& progress, const TrackUpdate& update);
    bool makeRoom();

    TrackPolicy m_policy;
    std::unordered_map<TrackId, Entry> m_entries;
    std::uint64_t m_revision = 0;
    PictureCounters m_counters;
};

} // namespace haneul::traffic
