#include "core/traffic/picture.h"

#include <algorithm>
#include <utility>

namespace haneul::traffic {

namespace {

// RFC 1982 serial comparison: is `a` after `b` on a counter that wraps at 2^32?
bool after(std::uint32_t a, std::uint32_t b) {
    return a != b && a - b < 0x8000'0000u;
}

template <class T>
void take(std::optional<T>& field, const std::optional<T>& reported) {
    if (reported) field = reported;
}

} // namespace

Picture::Picture(TrackPolicy policy)
    : m_policy(policy) {}

ApplyOutcome Picture::apply(const TrackUpdate& update, UtcMs placed) {
    auto found = m_entries.find(update.id);
    // Forgotten by now, whether or not advance() has come by since: the result must not depend on when that is called.
    if (found != m_entries.end() && found->second.track->age(placed) >= m_policy.forgetAfter) {
        m_entries.erase(found);
        found = m_entries.end();
    }
    const bool isNew = found == m_entries.end();
    if (isNew) {
        if (m_entries.size() >= m_policy.maxTracks && !makeRoom()) {
            ++m_counters.refusedFull;
            return ApplyOutcome::Full;
        }
        found = m_entries.emplace(update.id, Entry{}).first;
    }
    Entry& entry = found->second;
    if (const auto rejected = rejectRepeated(entry, update)) {
        ++(*rejected == ApplyOutcome::Duplicate ? m_counters.duplicates : m_counters.late);
        return *rejected;
    }

    Track track = entry.track ? *entry.track : Track{.id = update.id};
    const auto source = std::ranges::find(track.sources, update.feed, &TrackSource::feed);
    if (source != track.sources.end()) track.sources.erase(source);
    track.sources.insert(track.sources.begin(), {update.feed, update.source, update.received});

    if (update.label) track.label = *update.label;
    take(track.height, update.height);
    take(track.velocity, update.velocity);
    take(track.verticalRate_mps, update.verticalRate_mps);
    take(track.onGround, update.onGround);
    take(track.squawk, update.squawk);
    take(track.battery_pct, update.battery_pct);
    take(track.missionId, update.missionId);
    take(track.pilotId, update.pilotId);

    // The three times say how old the *position* is; a callsign heard later makes no position younger.
    if (update.position || !track.position) {
        track.sourceTime = update.sourceTime;
        track.received = update.received;
        track.placed = placed;
        track.state = TrackState::Live;
    }
    take(track.position, update.position);
    if (update.position && track.trail.wants(update.received))
        track.trail.add({*update.position, update.height, update.received});

    track.revision = ++m_revision;
    ++m_counters.updates;
    entry.track = std::make_shared<const Track>(std::move(track));
    return isNew ? ApplyOutcome::NewTrack : ApplyOutcome::Updated;
}

bool Picture::isLate(const FeedProgress& progress, const TrackUpdate& update) {
    const bool clocks = update.sourceTime && progress.sourceTime;
    if (update.sequence && progress.sequence && !after(*update.sequence, *progress.sequence)) {
        // An older number with a newer clock: the sender restarted its counter.
        return !(clocks && *update.sourceTime > *progress.sourceTime);
    }
    return clocks && *update.sourceTime < *progress.sourceTime;
}

std::optional<ApplyOutcome> Picture::rejectRepeated(Entry& entry, const TrackUpdate& update) {
    auto progress = std::ranges::find(entry.progress, update.feed, &FeedProgress::feed);
    if (progress == entry.progress.end()) {
        entry.progress.push_back({update.feed, update.sequence, update.sourceTime, update.received});
        return std::nullopt;
    }
    if (update.sequence && update.sequence == progress->sequence &&
        !(update.sourceTime && progress->sourceTime && *update.sourceTime > *progress->sourceTime))
        return ApplyOutcome::Duplicate;
    if (isLate(*progress, update) && update.received - progress->accepted < m_policy.staleAfter)
        return ApplyOutcome::Late;
    if (update.sequence && progress->sequence && after(*update.sequence, *progress->sequence)) {
        const std::uint32_t missing = *update.sequence - *progress->sequence - 1;
        // A counter that leaps was restarted or is wrong; counting millions of "lost" reports would be a lie.
        if (missing <= 10'000) m_counters.gaps += missing;
    }
    if (update.sequence) progress->sequence = update.sequence;
    if (update.sourceTime) progress->sourceTime = update.sourceTime;
    progress->accepted = update.received;
    return std::nullopt;
}

bool Picture::makeRoom() {
    // Only what is lost already may go; a flood of invented ids never evicts an aircraft that is being seen (A11).
    const auto lost =
        std::ranges::find_if(m_entries, [](const auto& e) { return e.second.track->state == TrackState::Lost; });
    if (lost == m_entries.end()) return false;
    m_entries.erase(lost);
    ++m_revision;
    return true;
}

bool Picture::advance(UtcMs now) {
    bool changed = false;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        const Track& track = *it->second.track;
        const milliseconds age = track.age(now);
        if (age >= m_policy.forgetAfter) {
            it = m_entries.erase(it);
            ++m_revision;
            changed = true;
            continue;
        }
        const TrackState state = age >= m_policy.lostAfter    ? TrackState::Lost
                                 : age >= m_policy.staleAfter ? TrackState::Stale
                                                              : TrackState::Live;
        if (state != track.state) {
            auto next = std::make_shared<Track>(track);
            next->state = state;
            next->revision = ++m_revision;
            it->second.track = std::move(next);
            changed = true;
        }
        ++it;
    }
    return changed;
}

std::vector<TrackPtr> Picture::tracks() const {
    std::vector<TrackPtr> all;
    all.reserve(m_entries.size());
    for (const auto& [id, entry] : m_entries)
        all.push_back(entry.track);
    std::ranges::sort(all, {}, [](const TrackPtr& track) -> const TrackId& { return track->id; });
    return all;
}

TrackPtr Picture::find(const TrackId& id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.track;
}

void Picture::clear() {
    m_entries.clear();
    ++m_revision;
}

} // namespace haneul::traffic
