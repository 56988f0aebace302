#pragma once

#include "core/base/error.h"
#include "server/http/metrics.h"
#include "server/tiles/tile_source.h"

#include <compare>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace haneul::http {

struct TileKey {
    std::string style; // a tiles::StyleStack in its canonical text
    int zoom = 0;
    int x = 0;
    int y = 0;
    int scale = 1;                 // 1 or 2
    std::uint64_t dataVersion = 0; // of what the source draws from; the service sets it

    auto operator<=>(const TileKey&) const = default;
};

// From the four parameters of /tiles/{style}/{z}/{x}/{y}; the last may end in "@2x", ".png" or "@2x.png".
// Codes: BAD_STYLE, BAD_TILE (not integers), NO_SUCH_TILE (outside the pyramid).
[[nodiscard]] Result<TileKey> tileKeyFrom(std::string_view style, std::string_view z, std::string_view x,
                                          std::string_view y);

// Runs jobs on a few threads; what does not fit the queue is refused. Thread-safe.
class WorkerPool {
public:
    WorkerPool(unsigned threads, std::size_t maxQueue);
    // Waits for the jobs that run; those that wait are dropped.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    [[nodiscard]] bool post(std::function<void()> job); // false: the queue is full
    [[nodiscard]] std::size_t queued() const;

private:
    void work(const std::stop_token& stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_maxQueue;
    std::deque<std::function<void()>> m_jobs;
    std::vector<std::jthread> m_threads;
};

using TileBytes = std::shared_ptr<const std::string>;

// Least recently used tiles go first when the bytes are full. Not thread-safe.
class TileCache {
public:
    explicit TileCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes) {}

    [[nodiscard]] TileBytes find(const TileKey& key); // null: not there
    void insert(const TileKey& key, TileBytes tile);

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        TileBytes tile;
        std::list<TileKey>::iterator use;
    };

    static std::size_t cost(const TileKey& key, const TileBytes& tile);

    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::list<TileKey> m_uses; // latest first
    std::map<TileKey, Entry> m_entries;
};

// Draws tiles on threads of its own and remembers them. The same tile asked for twice at once is drawn once.
// Thread-safe.
class TileService {
public:
    using Done = std::function<void(Result<TileBytes>)>;

    TileService(std::shared_ptr<tiles::TileSource> source, unsigned threads, std::size_t maxQueue,
                std::size_t cacheBytes);
    // `done` is called before this returns (cached, or refused with BUSY) or later on a thread of the service's;
    // never, when the service ends first.
    void request(TileKey key, Done done);
    [[nodiscard]] TileCounters counters() const;

private:
    void draw(const TileKey& key);
    Result<TileBytes> drawn(const TileKey& key);

    std::shared_ptr<tiles::TileSource> m_source;
    mutable std::mutex m_mutex;
    TileCache m_cache;
    std::map<TileKey, std::vector<Done>> m_waiting;
    TileCounters m_counters;
    WorkerPool m_pool; // last: its threads end before what they use
};

} // namespace haneul::http
