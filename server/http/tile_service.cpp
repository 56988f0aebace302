#include "server/http/tile_service.h"

#include "server/tiles/style_stack.h"

#include <algorithm>
#include <charconv>
#include <exception>

namespace haneul::http {

namespace {

constexpr std::size_t entryOverhead_bytes = 256; // map and list nodes, roughly

Result<int> integerFrom(std::string_view text, std::string_view where) {
    int value = 0;
    const bool digits = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!digits || error != std::errc{}) return fail("BAD_TILE", "must be a whole number", std::string(where));
    return value;
}

bool takeSuffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

} // namespace

Result<TileKey> tileKeyFrom(std::string_view style, std::string_view z, std::string_view x, std::string_view y) {
    const auto stack = tiles::styleStackFrom(style);
    if (!stack) return std::unexpected(stack.error());
    takeSuffix(y, ".png");
    const int scale = takeSuffix(y, "@2x") ? 2 : 1;
    const auto zoom = integerFrom(z, "z");
    const auto column = integerFrom(x, "x");
    const auto row = integerFrom(y, "y");
    for (const auto* number : {&zoom, &column, &row})
        if (!*number) return std::unexpected(number->error());
    if (*zoom > tiles::maxZoom)
        return fail("NO_SUCH_TILE", "the deepest zoom is " + std::to_string(tiles::maxZoom), "z");
    const int side = 1 << *zoom;
    if (*column >= side || *row >= side)
        return fail("NO_SUCH_TILE", "outside the pyramid", *column >= side ? "x" : "y");
    return TileKey{tiles::toText(*stack), *zoom, *column, *row, scale};
}

WorkerPool::WorkerPool(unsigned threads, std::size_t maxQueue)
    : m_maxQueue(maxQueue) {
    for (unsigned i = 0; i < std::max(threads, 1U); ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

WorkerPool::~WorkerPool() {
    for (auto& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

bool WorkerPool::post(std::function<void()> job) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= m_maxQueue) return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

std::size_t WorkerPool::queued() const {
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void WorkerPool::work(const std::stop_token& stop) {
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); });
            if (stop.stop_requested()) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

std::size_t TileCache::cost(const TileKey& key, const TileBytes& tile) {
    return tile->size() + 2 * key.style.size() + entryOverhead_bytes;
}

TileBytes TileCache::find(const TileKey& key) {
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) return nullptr;
    m_uses.splice(m_uses.begin(), m_uses, found->second.use);
    return found->second.tile;
}

void TileCache::insert(const TileKey& key, TileBytes tile) {
    if (m_entries.contains(key) || cost(key, tile) > m_maxBytes) return;
    m_bytes += cost(key, tile);
    m_uses.push_front(key);
    m_entries.emplace(key, Entry{std::move(tile), m_uses.begin()});
    while (m_bytes > m_maxBytes) {
        const auto oldest = m_entries.find(m_uses.back());
        m_bytes -= cost(oldest->first, oldest->second.tile);
        m_entries.erase(oldest);
        m_uses.pop_back();
    }
}

TileService::TileService(std::shared_ptr<tiles::TileSource> source, unsigned threads, std::size_t maxQueue,
                         std::size_t cacheBytes)
    : m_source(std::move(source))
    , m_cache(cacheBytes)
    , m_pool(threads, maxQueue) {}

void TileService::request(TileKey key, Done done) {
    key.dataVersion = m_source->dataVersion(key.style);
    std::unique_lock lock(m_mutex);
    if (auto tile = m_cache.find(key)) {
        ++m_counters.hits;
        lock.unlock();
        done(std::move(tile));
        return;
    }
    if (const auto waiting = m_waiting.find(key); waiting != m_waiting.end()) {
        ++m_counters.misses;
        waiting->second.push_back(std::move(done));
        return;
    }
    if (!m_pool.post([this, key] { draw(key); })) {
        ++m_counters.refusedBusy;
        lock.unlock();
        done(fail("BUSY", "too many tiles are waiting to be drawn; try again", "tiles"));
        return;
    }
    ++m_counters.misses;
    m_waiting[key].push_back(std::move(done));
}

Result<TileBytes> TileService::drawn(const TileKey& key) {
    try { // a drawing library may throw; an answer is owed all the same
        auto png = m_source->png(key.style, key.zoom, key.x, key.y, key.scale);
        if (!png) return std::unexpected(png.error());
        return std::make_shared<const std::string>(*std::move(png));
    } catch (const std::exception& problem) {
        return fail("INTERNAL", problem.what(), "tiles");
    }
}

void TileService::draw(const TileKey& key) {
    const auto tile = drawn(key);
    std::vector<Done> waiting;
    {
        const std::lock_guard lock(m_mutex);
        if (tile) m_cache.insert(key, *tile);
        if (!tile && tile.error().code != "NO_SUCH_TILE" && tile.error().code != "NO_SUCH_LAYER") ++m_counters.failures;
        const auto entry = m_waiting.extract(key);
        if (!entry.empty()) waiting = std::move(entry.mapped());
    }
    for (const auto& done : waiting)
        done(tile);
}

TileCounters TileService::counters() const {
    const std::lock_guard lock(m_mutex);
    auto counters = m_counters;
    counters.queued = m_pool.queued();
    counters.cachedTiles = m_cache.size();
    counters.cachedBytes = m_cache.bytes();
    return counters;
}

} // namespace haneul::http
