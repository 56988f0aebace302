#include "server/http/api_json.h"

#include "core/json/json_writer.h"
#include "server/http/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace haneul::http {

using json::JsonWriter;

using situation::FeedHealth;
using situation::FeedState;
using situation::Notice;
using situation::Situation;
using traffic::Track;
using traffic::TrackPtr;

namespace {

constexpr int degreeDecimals = 7; // the resolution of the telemetry contract
constexpr int metreDecimals = 3;
constexpr int courseDecimals = 2;
constexpr int percentDecimals = 1;
constexpr std::size_t bytesPerTrack = 640; // generous, to allocate once

enum class AgeField { Written, Omitted };

void writeSources(JsonWriter& json, const Track& track) {
    json.key("sources").beginArray();
    for (const auto& source : track.sources) {
        json.beginObject();
        json.key("feed").string(source.feed);
        json.key("kind").string(toString(source.kind));
        json.key("last_received").time(source.lastReceived);
        json.endObject();
    }
    json.endArray();
}

void writePlace(JsonWriter& json, const Track& track) {
    json.key("position");
    if (track.position) {
        json.beginObject();
        json.key("lat_deg").number(track.position->latitude_deg, degreeDecimals);
        json.key("lon_deg").number(track.position->longitude_deg, degreeDecimals);
        json.endObject();
    } else {
        json.null();
    }
    json.key("height");
    if (track.height) {
        json.beginObject();
        json.key("m").number(track.height->metres, metreDecimals);
        json.key("datum").string(toString(track.height->datum));
        json.endObject();
    } else {
        json.null();
    }
}

void writeMotion(JsonWriter& json, const Track& track) {
    json.key("ground_speed_mps");
    track.velocity ? json.number(track.velocity->groundSpeed_mps(), metreDecimals) : json.null();
    // Something that does not move has no course.
    const bool moves = track.velocity && *track.velocity != traffic::Velocity_mps{};
    json.key("course_deg");
    moves ? json.number(track.velocity->course_deg(), courseDecimals) : json.null();
    json.key("vertical_rate_mps").numberOrNull(track.verticalRate_mps, metreDecimals);
    json.key("on_ground");
    track.onGround ? json.boolean(*track.onGround) : json.null();
}

void writeTrack(JsonWriter& json, const Track& track, UtcMs now, AgeField age) {
    json.beginObject();
    json.key("id").string(track.id);
    json.key("label");
    track.label.empty() ? json.null() : json.string(track.label);
    writeSources(json, track);
    writePlace(json, track);
    writeMotion(json, track);
    json.key("squawk");
    track.squawk ? json.string(std::format("{:04o}", *track.squawk)) : json.null();
    json.key("battery_pct").numberOrNull(track.battery_pct, percentDecimals);
    json.key("mission_id").stringOrNull(track.missionId);
    json.key("pilot_id").stringOrNull(track.pilotId);
    json.key("times").beginObject();
    json.key("source").timeOrNull(track.sourceTime);
    json.key("received").time(track.received);
    json.key("placed").time(track.placed);
    json.endObject();
    if (age == AgeField::Written) json.key("age_ms").integer(track.age(now).count());
    json.key("state").string(toString(track.state));
    json.endObject();
}

void writeTime(JsonWriter& json, const Situation& situation) {
    json.key("time").time(situation.time);
    json.key("mode").string(toString(situation.mode));
}

void writeReplay(JsonWriter& json, const Situation& situation) {
    json.key("replay");
    if (!situation.replay) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("file").string(situation.replay->file);
    json.key("begin").time(situation.replay->begin);
    json.key("end").time(situation.replay->end);
    json.key("speed").number(situation.replay->speed, 3);
    json.key("finished").boolean(situation.replay->finished);
    json.endObject();
}

void writeBroker(JsonWriter& json, const Situation& situation) {
    json.key("broker");
    situation.broker.empty() ? json.null() : json.string(situation.broker);
}

void writeFeed(JsonWriter& json, const FeedHealth& feed) {
    json.beginObject();
    json.key("id").string(feed.id);
    json.key("kind").string(toString(feed.kind));
    json.key("endpoint").string(feed.endpoint);
    json.key("state").string(toString(feed.state));
    json.key("detail").string(feed.detail);
    json.key("last_message").timeOrNull(feed.lastMessage);
    json.key("counters").beginObject();
    json.key("bytes").count(feed.bytes);
    json.key("messages").count(feed.messages);
    json.key("updates").count(feed.updates);
    json.key("malformed").count(feed.malformed);
    json.key("refused").count(feed.refused);
    json.key("ignored").count(feed.ignored);
    json.key("duplicates").count(feed.duplicates);
    json.key("late").count(feed.late);
    json.key("gaps").count(feed.gaps);
    json.key("dropped").count(feed.dropped);
    json.endObject();
    json.endObject();
}

void writeFeeds(JsonWriter& json, const Situation& situation) {
    json.key("feeds").beginArray();
    for (const auto& feed : situation.feeds)
        writeFeed(json, feed);
    json.endArray();
}

void writeNotice(JsonWriter& json, const Notice& notice) {
    json.beginObject();
    json.key("number").count(notice.number);
    json.key("time").time(notice.time);
    json.key("severity").string(toString(notice.severity));
    json.key("code").string(notice.code);
    json.key("text").string(notice.text);
    json.endObject();
}

void writeNotices(JsonWriter& json, const std::vector<Notice>& notices) {
    json.key("notices").beginArray();
    for (const auto& notice : notices)
        writeNotice(json, notice);
    json.endArray();
}

bool inBox(const Track& track, const TrackQuery::Box& box) {
    if (!track.position) return false;
    const auto [latitude, longitude] = *track.position;
    if (latitude < box.south_deg || latitude > box.north_deg) return false;
    if (box.west_deg <= box.east_deg) return longitude >= box.west_deg && longitude <= box.east_deg;
    return longitude >= box.west_deg || longitude <= box.east_deg;
}

bool wanted(const Track& track, const TrackQuery& query) {
    if (query.state && track.state != *query.state) return false;
    return !query.box || inBox(track, *query.box);
}

std::optional<double> numberFrom(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value; // range checks by the caller refuse "nan" and "inf"
}

Result<TrackQuery::Box> boxFrom(std::string_view text) {
    const auto bad = [](std::string message) { return fail("BAD_QUERY", std::move(message), "bbox"); };
    std::array<double, 4> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto comma = text.find(',');
        const bool last = i + 1 == values.size();
        if (last != (comma == std::string_view::npos)) return bad("must be west,south,east,north in degrees");
        const auto value = numberFrom(text.substr(0, comma));
        if (!value) return bad("must be west,south,east,north in degrees");
        values[i] = *value;
        if (!last) text.remove_prefix(comma + 1);
    }
    const TrackQuery::Box box{values[0], values[1], values[2], values[3]};
    if (!geo::LatLon{box.south_deg, box.west_deg}.valid() || !geo::LatLon{box.north_deg, box.east_deg}.valid())
        return bad("longitudes are -180 to 180, latitudes -90 to 90");
    if (box.south_deg > box.north_deg) return bad("the south edge lies north of the north edge");
    return box;
}

Result<std::size_t> limitFrom(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > maxTrackLimit)
        return fail("BAD_QUERY", "must be 1 to " + std::to_string(maxTrackLimit), "limit");
    return value;
}

Result<traffic::TrackState> stateFrom(std::string_view text) {
    for (const auto state : {traffic::TrackState::Live, traffic::TrackState::Stale, traffic::TrackState::Lost})
        if (toString(state) == text) return state;
    return fail("BAD_QUERY", "must be live, stale or lost", "state");
}

Result<void> applyItem(const QueryItem& item, TrackQuery& query) {
    if (item.name == "state") {
        const auto state = stateFrom(item.value);
        if (!state) return std::unexpected(state.error());
        query.state = *state;
        return {};
    }
    if (item.name == "bbox") {
        const auto box = boxFrom(item.value);
        if (!box) return std::unexpected(box.error());
        query.box = *box;
        return {};
    }
    if (item.name == "limit") {
        const auto limit = limitFrom(item.value);
        if (!limit) return std::unexpected(limit.error());
        query.limit = *limit;
        return {};
    }
    return fail("BAD_QUERY", "not known; known are state, bbox, limit", item.name);
}

struct Reason {
    std::string_view code;
    std::string where;
    std::string text;
};

std::vector<Reason> reasonsFor(const Situation& situation, UtcMs now) {
    std::vector<Reason> reasons;
    for (const auto& feed : situation.feeds) {
        if (feed.state == FeedState::Disconnected) reasons.push_back({"FEED_DISCONNECTED", feed.id, feed.detail});
        if (feed.state == FeedState::Failed) reasons.push_back({"FEED_FAILED", feed.id, feed.detail});
    }
    const bool live = situation.mode == situation::TimeMode::Live && situation.number > 0;
    if (live && now - situation.time > pictureStaleAfter)
        reasons.push_back(
            {"PICTURE_STALE", "picture", std::format("not refreshed for {} ms", (now - situation.time).count())});
    return reasons;
}

// Both lists are ordered by id.
struct TrackChanges {
    std::vector<const Track*> changed;
    std::vector<const Track*> removed;
};

// The pointer tells most unchanged tracks apart cheaply; the content decides, since a picture that was cleared (seek in
// a replay) counts its revisions anew.
bool sameTrack(const TrackPtr& before, const TrackPtr& after) {
    return before == after || (before->revision == after->revision && *before == *after);
}

TrackChanges changesBetween(const std::vector<TrackPtr>& before, const std::vector<TrackPtr>& after) {
    TrackChanges changes;
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && (*old)->id < (*now)->id)) {
            changes.removed.push_back((old++)->get());
        } else if (old == before.end() || (*now)->id < (*old)->id) {
            changes.changed.push_back((now++)->get());
        } else {
            if (!sameTrack(*old, *now)) changes.changed.push_back(now->get());
            ++old;
            ++now;
        }
    }
    return changes;
}

} // namespace

Result<TrackQuery> trackQueryFrom(std::string_view query) {
    const auto items = parseQuery(query);
    if (!items) return std::unexpected(items.error());
    TrackQuery trackQuery;
    for (const auto& item : *items)
        if (const auto applied = applyItem(item, trackQuery); !applied) return std::unexpected(applied.error());
    return trackQuery;
}

std::string tracksJson(const Situation& situation, const TrackQuery& query) {
    JsonWriter json;
    json.reserve(256 + bytesPerTrack * std::min(query.limit, situation.tracks.size()));
    json.beginObject();
    writeTime(json, situation);
    json.key("revision").count(situation.pictureRevision);
    json.key("tracks").beginArray();
    std::size_t written = 0;
    bool truncated = false;
    for (const auto& track : situation.tracks) {
        if (!wanted(*track, query)) continue;
        if (written == query.limit) {
            truncated = true;
            break;
        }
        writeTrack(json, *track, situation.time, AgeField::Written);
        ++written;
    }
    json.endArray();
    json.key("truncated").boolean(truncated);
    json.endObject();
    return json.take();
}

std::string trackJson(const Situation& situation, const Track& track) {
    JsonWriter json;
    writeTrack(json, track, situation.time, AgeField::Written);
    return json.take();
}

std::string feedsJson(const Situation& situation) {
    JsonWriter json;
    json.beginObject();
    writeTime(json, situation);
    writeReplay(json, situation);
    writeBroker(json, situation);
    writeFeeds(json, situation);
    json.endObject();
    return json.take();
}

std::string noticesJson(const Situation& situation) {
    JsonWriter json;
    json.beginObject();
    writeTime(json, situation);
    writeNotices(json, situation.notices);
    json.endObject();
    return json.take();
}

std::string errorJson(const Error& error) {
    JsonWriter json;
    json.beginObject().key("error").beginObject();
    json.key("code").string(error.code);
    json.key("message").string(error.message);
    json.key("where").string(error.where);
    json.endObject().endObject();
    return json.take();
}

std::string healthJson(const Situation& situation, const HealthContext& context) {
    const auto reasons = reasonsFor(situation, context.now);
    JsonWriter json;
    json.beginObject();
    json.key("status").string(reasons.empty() ? "ok" : "degraded");
    json.key("version").string(context.version);
    json.key("instance").string(context.instance);
    json.key("time").time(context.now);
    json.key("mode").string(toString(situation.mode));
    json.key("feeds").beginArray();
    for (const auto& feed : situation.feeds) {
        json.beginObject();
        json.key("id").string(feed.id);
        json.key("state").string(toString(feed.state));
        json.key("detail").string(feed.detail);
        json.endObject();
    }
    json.endArray();
    writeBroker(json, situation);
    json.key("reasons").beginArray();
    for (const auto& reason : reasons) {
        json.beginObject();
        json.key("code").string(reason.code);
        json.key("where").string(reason.where);
        json.key("message").string(reason.text);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

std::string streamSnapshot(const Situation& situation) {
    JsonWriter json;
    json.reserve(4096 + bytesPerTrack * situation.tracks.size());
    json.beginObject();
    json.key("type").string("snapshot");
    writeTime(json, situation);
    writeReplay(json, situation);
    json.key("revision").count(situation.pictureRevision);
    json.key("tracks").beginArray();
    for (const auto& track : situation.tracks)
        writeTrack(json, *track, situation.time, AgeField::Omitted);
    json.endArray();
    writeBroker(json, situation);
    writeFeeds(json, situation);
    writeNotices(json, situation.notices);
    json.endObject();
    return json.take();
}

std::string streamDelta(const Situation& before, const Situation& after) {
    const auto changes = changesBetween(before.tracks, after.tracks);
    const bool sameClock = before.mode == after.mode && before.replay == after.replay;
    if (changes.changed.empty() && changes.removed.empty() && sameClock) return {};
    JsonWriter json;
    json.reserve(512 + bytesPerTrack * changes.changed.size());
    json.beginObject();
    json.key("type").string("delta");
    writeTime(json, after);
    writeReplay(json, after);
    json.key("revision").count(after.pictureRevision);
    json.key("changed").beginArray();
    for (const auto* track : changes.changed)
        writeTrack(json, *track, after.time, AgeField::Omitted);
    json.endArray();
    json.key("removed").beginArray();
    for (const auto* track : changes.removed)
        json.string(track->id);
    json.endArray();
    json.endObject();
    return json.take();
}

std::string streamFeeds(const Situation& situation) {
    JsonWriter json;
    json.beginObject();
    json.key("type").string("feeds");
    writeTime(json, situation);
    json.key("revision").count(situation.pictureRevision);
    writeBroker(json, situation);
    writeFeeds(json, situation);
    json.endObject();
    return json.take();
}

std::string streamNotices(const Situation& before, const Situation& after) {
    std::vector<Notice> fresh;
    for (const auto& notice : after.notices)
        if (!std::ranges::contains(before.notices, notice)) fresh.push_back(notice);
    if (fresh.empty()) return {};
    JsonWriter json;
    json.beginObject();
    json.key("type").string("notices");
    writeNotices(json, fresh);
    json.endObject();
    return json.take();
}

} // namespace haneul::http
