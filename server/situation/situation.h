#pragma once

#include "core/traffic/picture.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace haneul::situation {

enum class FeedState {
    Starting,     // trying for the first time
    Connected,    // data has come within the last few seconds
    Silent,       // the door is open, nothing comes through
    Disconnected, // the other side is gone; trying again
    Failed,       // cannot work until someone changes something (wrong password, port taken)
};
[[nodiscard]] std::string_view toString(FeedState state); // "starting", "connected", "silent", "disconnected", "failed"

// Health and counters of one feed. All counts are since start.
struct FeedHealth {
    std::string id; // "mqtt", "sbs:roof", "mavlink:14550", "replay"
    traffic::SourceKind kind = traffic::SourceKind::Telemetry;
    std::string endpoint; // what a person would check: "127.0.0.1:30003"
    FeedState state = FeedState::Starting;
    std::string detail; // last error, in words; empty when well
    std::optional<UtcMs> lastMessage;
    std::uint64_t bytes = 0;
    std::uint64_t messages = 0;  // well-formed units taken from the wire (lines, frames, payloads)
    std::uint64_t updates = 0;   // reports handed to the picture
    std::uint64_t malformed = 0; // units or byte runs that are not of the format
    std::uint64_t refused = 0;   // well-formed but not allowed: wrong drone, wrong topic, out of range
    std::uint64_t ignored = 0;   // well-formed, allowed, but not an aircraft report (ground station, radio, heartbeat)
    std::uint64_t duplicates = 0;
    std::uint64_t late = 0;
    std::uint64_t gaps = 0;    // sequence numbers that never came
    std::uint64_t dropped = 0; // lost on our side: a bounded queue was full

    bool operator==(const FeedHealth&) const = default;
};

enum class NoticeSeverity { Info, Warning, Error };
[[nodiscard]] std::string_view toString(NoticeSeverity severity); // "info", "warning", "error"

// Something that happened to the program and that people should see. `code` selects the translated text
// ("BROKER_DIED", "BROKER_RESTARTED", "FEED_LOST", ...); `text` is the plain English with the facts in it, `facts` are
// those facts alone, in the order in which a translated sentence wants them (a feed's id, a cause, a number).
struct Notice {
    std::uint64_t number = 0;
    UtcMs time{};
    NoticeSeverity severity = NoticeSeverity::Info;
    std::string code;
    std::string text;
    std::vector<std::string> facts;

    bool operator==(const Notice&) const = default;
};

enum class TimeMode { Live, Replay, Paused };           // Paused: a replay that stands still
[[nodiscard]] std::string_view toString(TimeMode mode); // "live", "replay", "paused"

struct ReplayPosition {
    std::string file;
    UtcMs begin{}; // first and last instant of the recording
    UtcMs end{};
    double speed = 1.0;
    bool finished = false;

    bool operator==(const ReplayPosition&) const = default;
};

// Everything a view or a client may show, as of one instant. Immutable once published.
struct Situation {
    std::uint64_t number = 0; // grows by one per publication
    UtcMs time{};             // the picture's clock: live, or the place in the recording
    TimeMode mode = TimeMode::Live;
    std::optional<ReplayPosition> replay; // with mode Replay or Paused
    std::uint64_t pictureRevision = 0;
    std::vector<traffic::TrackPtr> tracks; // ordered by id
    traffic::PictureCounters counters;
    std::vector<FeedHealth> feeds;
    std::vector<Notice> notices; // the latest, oldest first
    std::string broker;          // "embedded 127.0.0.1:41883", "external …"; empty: none
};

using SituationPtr = std::shared_ptr<const Situation>;

// The one place where the server core hands over to everybody who looks. Thread-safe: one writer, any readers;
// readers never wait for the writer's work.
class SituationBoard {
public:
    SituationBoard();

    void publish(Situation situation);         // sets `number`
    [[nodiscard]] SituationPtr latest() const; // never null
    // Waits until a situation newer than `number` is there, or the time is over; returns the latest either way.
    [[nodiscard]] SituationPtr waitForNewer(std::uint64_t number, milliseconds timeout) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_published;
    SituationPtr m_latest;
};

// Keeps the last notices. Thread-safe.
class NoticeBoard {
public:
    explicit NoticeBoard(std::size_t capacity = 200)
        : m_capacity(capacity) {}

    void post(UtcMs time, NoticeSeverity severity, std::string code, std::string text,
              std::vector<std::string> facts = {});
    void withdraw(std::string_view code); // what it said is so no more: nobody is to act on it
    [[nodiscard]] std::vector<Notice> latest() const;

private:
    mutable std::mutex m_mutex;
    std::size_t m_capacity;
    std::uint64_t m_next = 1;
    std::vector<Notice> m_notices;
};

} // namespace haneul::situation
