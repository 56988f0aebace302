#include "server/http/metrics.h"

#include "core/json/json_writer.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <initializer_list>
#include <span>

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

namespace haneul::http {

using json::toValidUtf8;

using situation::FeedHealth;
using situation::FeedState;
using situation::Situation;

namespace {

using Label = std::pair<std::string_view, std::string_view>;
using Labels = std::initializer_list<Label>;

// Text format 0.0.4: backslash, quote and line feed are escaped, the rest is UTF-8.
std::string escapedLabel(std::string_view value) {
    std::string escaped;
    for (const char c : toValidUtf8(value)) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

class Page {
public:
    void family(std::string_view name, std::string_view type, std::string_view help) {
        m_name = name;
        m_text += std::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
    }

    template <class Value>
    void sample(Labels labels, Value value, std::string_view suffix = {}) {
        m_text += m_name;
        m_text += suffix;
        if (labels.size() > 0) {
            m_text += '{';
            for (const auto& [name, text] : labels) {
                if (!m_text.ends_with('{')) m_text += ',';
                m_text += std::format("{}=\"{}\"", name, escapedLabel(text));
            }
            m_text += '}';
        }
        m_text += std::format(" {}\n", value);
    }

    template <class Value>
    void single(std::string_view name, std::string_view type, std::string_view help, Value value) {
        family(name, type, help);
        sample({}, value);
    }

    std::string take() { return std::move(m_text); }

private:
    std::string m_name;
    std::string m_text;
};

void writeTracks(Page& page, const Situation& situation) {
    page.family("haneul_tracks", "gauge", "Aircraft in the picture.");
    for (const auto state : {traffic::TrackState::Live, traffic::TrackState::Stale, traffic::TrackState::Lost}) {
        const auto number = std::ranges::count(situation.tracks, state, [](const auto& track) { return track->state; });
        page.sample({{"state", toString(state)}}, number);
    }
}

void writePicture(Page& page, const MetricsContext& context) {
    const auto& counters = context.situation.counters;
    page.single("haneul_picture_revision", "gauge", "Revision of the picture.", context.situation.pictureRevision);
    page.single("haneul_picture_updates_total", "counter", "Reports placed in the picture.", counters.updates);
    page.single("haneul_picture_duplicates_total", "counter", "Reports that were there already.", counters.duplicates);
    page.single("haneul_picture_late_total", "counter", "Reports older than what was placed.", counters.late);
    page.single("haneul_picture_refused_full_total", "counter", "Reports refused: picture full.", counters.refusedFull);
    page.single("haneul_picture_gaps_total", "counter", "Sequence numbers that never came.", counters.gaps);
    const std::chrono::duration<double> age = context.now - context.situation.time;
    if (context.situation.mode == situation::TimeMode::Live && context.situation.number > 0)
        page.single("haneul_picture_age_seconds", "gauge", "Time since the picture was refreshed.", age.count());
}

struct FeedCounter {
    std::string_view name;
    std::string_view help;
    std::uint64_t FeedHealth::* member;
};

constexpr std::array<FeedCounter, 10> feedCounters{{
    {"haneul_feed_bytes_total", "Bytes received.", &FeedHealth::bytes},
    {"haneul_feed_messages_total", "Well-formed units taken from the wire.", &FeedHealth::messages},
    {"haneul_feed_updates_total", "Reports handed to the picture.", &FeedHealth::updates},
    {"haneul_feed_malformed_total", "Units that are not of the format.", &FeedHealth::malformed},
    {"haneul_feed_refused_total", "Well-formed units that are not allowed.", &FeedHealth::refused},
    {"haneul_feed_ignored_total", "Units that are no aircraft report.", &FeedHealth::ignored},
    {"haneul_feed_duplicates_total", "Reports that were there already.", &FeedHealth::duplicates},
    {"haneul_feed_late_total", "Reports older than what was placed.", &FeedHealth::late},
    {"haneul_feed_gaps_total", "Sequence numbers that never came.", &FeedHealth::gaps},
    {"haneul_feed_dropped_total", "Units lost here because a queue was full.", &FeedHealth::dropped},
}};

void writeFeeds(Page& page, const MetricsContext& context) {
    const auto& feeds = context.situation.feeds;
    for (const auto& counter : feedCounters) {
        page.family(counter.name, "counter", counter.help);
        for (const auto& feed : feeds)
            page.sample({{"feed", feed.id}, {"kind", toString(feed.kind)}}, feed.*counter.member);
    }
    page.family("haneul_feed_state", "gauge", "1 for the state the feed is in.");
    for (const auto& feed : feeds)
        for (const auto state :
             {FeedState::Starting, FeedState::Connected, FeedState::Silent, FeedState::Disconnected, FeedState::Failed})
            page.sample({{"feed", feed.id}, {"state", toString(state)}}, feed.state == state ? 1 : 0);
    page.family("haneul_feed_last_message_timestamp_seconds", "gauge", "When the last message came; absent: never.");
    for (const auto& feed : feeds)
        if (feed.lastMessage)
            page.sample({{"feed", feed.id}}, static_cast<double>(sinceEpoch_ms(*feed.lastMessage)) / 1000.0);
}

void writeTiles(Page& page, const TileCounters& tiles) {
    page.single("haneul_tile_cache_hits_total", "counter", "Tiles answered from the cache.", tiles.hits);
    page.single("haneul_tile_cache_misses_total", "counter", "Tiles that had to be drawn.", tiles.misses);
    page.single("haneul_tile_failures_total", "counter", "Tiles that could not be drawn.", tiles.failures);
    page.single("haneul_tile_refused_busy_total", "counter", "Tiles refused: queue full.", tiles.refusedBusy);
    page.single("haneul_tile_queue_length", "gauge", "Tiles waiting to be drawn.", tiles.queued);
    page.single("haneul_tile_cache_tiles", "gauge", "Tiles in the cache.", tiles.cachedTiles);
    page.single("haneul_tile_cache_bytes", "gauge", "Bytes in the tile cache.", tiles.cachedBytes);
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::uint64_t resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t total_pages = 0;
    std::uint64_t resident_pages = 0;
    statm >> total_pages >> resident_pages;
    return resident_pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::size_t openFiles() {
    DIR* folder = opendir("/proc/self/fd");
    if (folder == nullptr) return 0;
    std::size_t entries = 0;
    while (readdir(folder) != nullptr)
        ++entries;
    closedir(folder);
    return entries > 3 ? entries - 3 : 0; // ".", ".." and the folder itself
}

void writeProcess(Page& page, const MetricsContext& context) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    page.family("haneul_build_info", "gauge", "1, with the version.");
    page.sample({{"version", context.version}}, 1);
    page.single("haneul_uptime_seconds", "gauge", "Time since the HTTP door opened.", context.uptime.count());
    page.single("process_cpu_seconds_total", "counter", "CPU time of the process.",
                seconds(usage.ru_utime) + seconds(usage.ru_stime));
    page.single("process_resident_memory_bytes", "gauge", "Resident memory.", resident_bytes());
    page.single("process_open_fds", "gauge", "Open file descriptors.", openFiles());
    constexpr std::uint64_t block_bytes = 512; // getrusage(2)
    page.single("haneul_process_disk_read_bytes_total", "counter", "Bytes read from disk.",
                static_cast<std::uint64_t>(usage.ru_inblock) * block_bytes);
    page.single("haneul_process_disk_written_bytes_total", "counter", "Bytes written to disk.",
                static_cast<std::uint64_t>(usage.ru_oublock) * block_bytes);
}

} // namespace

void HttpMetrics::countRequest(std::string_view route, unsigned status, std::chrono::steady_clock::duration latency) {
    ++m_requests[{std::string(route), status}];
    const double latency_s = std::chrono::duration<double>(latency).count();
    const auto bucket = std::ranges::lower_bound(latencyBounds_s, latency_s) - latencyBounds_s.begin();
    ++m_latencyBuckets[static_cast<std::size_t>(bucket)];
    m_latencySum_s += latency_s;
}

// Has the counts to itself, so that nothing else reads them half-way.
class MetricsPage {
public:
    static void write(Page& page, const HttpMetrics& metrics) {
        page.family("haneul_http_requests_total", "counter", "Answered requests.");
        for (const auto& [key, number] : metrics.m_requests)
            page.sample({{"route", key.first}, {"status", std::to_string(key.second)}}, number);
        page.family("haneul_http_refused_total", "counter", "Refused requests and connections, by reason.");
        for (const auto& [reason, number] : metrics.m_refusals)
            page.sample({{"reason", reason}}, number);
        writeLatency(page, metrics);
        page.single("haneul_http_accepted_total", "counter", "Accepted connections.", metrics.accepted);
        page.single("haneul_http_received_bytes_total", "counter", "Bytes of requests.", metrics.received_bytes);
        page.single("haneul_http_sent_bytes_total", "counter", "Bytes of answers and stream messages.",
                    metrics.sent_bytes);
        page.single("haneul_stream_messages_total", "counter", "Messages sent to stream clients.",
                    metrics.streamMessages);
        page.single("haneul_stream_slow_closed_total", "counter", "Stream clients closed for not reading.",
                    metrics.slowStreamsClosed);
    }

private:
    static void writeLatency(Page& page, const HttpMetrics& metrics) {
        page.family("haneul_http_request_duration_seconds", "histogram", "From the end of the request to the answer.");
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < HttpMetrics::latencyBounds_s.size(); ++i) {
            below += metrics.m_latencyBuckets[i];
            page.sample({{"le", std::format("{}", HttpMetrics::latencyBounds_s[i])}}, below, "_bucket");
        }
        below += metrics.m_latencyBuckets.back();
        page.sample({{"le", "+Inf"}}, below, "_bucket");
        page.sample({}, metrics.m_latencySum_s, "_sum");
        page.sample({}, below, "_count");
    }
};

std::string metricsText(const HttpMetrics& metrics, const MetricsContext& context) {
    Page page;
    writeTracks(page, context.situation);
    writePicture(page, context);
    writeFeeds(page, context);
    MetricsPage::write(page, metrics);
    page.family("haneul_http_connections", "gauge", "Open connections.");
    page.sample({{"kind", "http"}}, context.connections - std::min(context.connections, context.streams));
    page.sample({{"kind", "websocket"}}, context.streams);
    page.single("haneul_stream_queue_length", "gauge", "Messages the slowest stream client is behind.",
                context.longestStreamQueue);
    page.single("haneul_request_log_lost_total", "counter", "Lines of the request log that could not be kept.",
                context.unloggedRequests);
    writeTiles(page, context.tiles);
    writeProcess(page, context);
    return page.take();
}

} // namespace haneul::http
