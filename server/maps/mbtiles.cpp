#include "server/maps/raster_source.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace haneul::maps {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds queryTime{2'000};
constexpr std::chrono::seconds checkTime{20};
constexpr int deepestZoom = 24;

std::unexpected<Error> broken(std::string what, const std::string& file) {
    return fail("MAP_FILE_BROKEN", std::move(what), file);
}

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

// immutable: no lock and no journal is made beside the file, which may lie on a read-only disk.
std::string uri(const std::filesystem::path& file) {
    constexpr std::string_view special = "%?#";
    constexpr std::array<std::string_view, special.size()> escaped{"%25", "%3f", "%23"};
    std::string text = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto at = special.find(c);
        if (at == std::string_view::npos)
            text += c;
        else
            text += escaped.at(at);
    }
    return text + "?immutable=1";
}

// What our own statements need, and no function: whatever a view of the file hides does not run.
int allowReading(void* /*self*/, int action, const char* first, const char* second, const char* /*database*/,
                 const char* /*trigger*/) {
    if (action == SQLITE_SELECT) return SQLITE_OK;
    if (action != SQLITE_READ) return SQLITE_DENY;
    constexpr std::array<std::string_view, 7> tables{"tiles",         "map",           "images",       "metadata",
                                                     "sqlite_master", "sqlite_schema", "tiles_shallow"};
    (void)second;
    return first && std::ranges::contains(tables, std::string_view(first)) ? SQLITE_OK : SQLITE_DENY;
}

void setLimits(sqlite3* database) {
    constexpr std::array<std::pair<int, int>, 10> limits{{
        {SQLITE_LIMIT_LENGTH, static_cast<int>(maxTile_bytes)},
        {SQLITE_LIMIT_SQL_LENGTH, 20'000},
        {SQLITE_LIMIT_COLUMN, 64},
        {SQLITE_LIMIT_EXPR_DEPTH, 40},
        {SQLITE_LIMIT_COMPOUND_SELECT, 4},
        {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    }};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(database, limit, value);
}

std::string text(sqlite3_stmt* row, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column))) : std::string();
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

class Mbtiles final : public RasterSource {
public:
    explicit Mbtiles(const std::filesystem::path& file)
        : m_file(file.string()) {}

    Result<void> open() {
        sqlite3* raw = nullptr;
        const int opened = sqlite3_open_v2(uri(m_file).c_str(), &raw,
                                           SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
        m_database.reset(raw);
        if (opened != SQLITE_OK)
            return fail("MAP_FILE_UNREADABLE", std::string("the file cannot be opened: ") + sqlite3_errstr(opened),
                        m_file);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        setLimits(raw);
        sqlite3_progress_handler(raw, 1000, &Mbtiles::timeIsOver, this);
        for (const auto step : {&Mbtiles::checkPages, &Mbtiles::checkSchema, &Mbtiles::readMetadata,
                                &Mbtiles::readZooms, &Mbtiles::checkKind})
            if (auto done = (this->*step)(); !done) return done;
        return {};
    }

    const RasterFacts& facts() const override { return m_facts; }

    Result<std::optional<std::string>> tile(int zoom, int x, int y) const override {
        if (zoom < m_facts.minZoom || zoom > m_facts.maxZoom) return std::nullopt;
        const std::lock_guard lock(m_mutex);
        std::optional<std::string> image;
        const auto read =
            rows("SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1",
                 {zoom, x, (1 << zoom) - 1 - y}, // rows are counted from the south (TMS)
                 [&image](sqlite3_stmt* row) -> Result<void> {
                     if (sqlite3_column_type(row, 0) == SQLITE_BLOB) image = text(row, 0);
                     return {};
                 });
        if (!read) return std::unexpected(read.error());
        return image;
    }

private:
    static int timeIsOver(void* self) { return SteadyClock::now() > static_cast<Mbtiles*>(self)->m_deadline ? 1 : 0; }

    // A damaged file is found here, not in the middle of a shift. A very large one is checked as far as the time goes:
    // what lies behind is still read page by page with the checks that SQLite makes.
    Result<void> checkPages() {
        (void)rows("PRAGMA cell_size_check = ON", {}, [](sqlite3_stmt*) -> Result<void> { return {}; });
        m_allowed = checkTime;
        const auto healthy = rows("PRAGMA quick_check(1)", {}, [this](sqlite3_stmt* row) -> Result<void> {
            if (text(row, 0) == "ok") return {};
            return broken("the database is damaged: " + plainText(text(row, 0)), m_file);
        });
        m_allowed = queryTime;
        if (!healthy && m_interrupted) return {};
        return healthy;
    }

    Result<void> checkSchema() {
        bool tilesIsView = false;
        std::map<std::string, int> tables;
        const auto read = rows("SELECT type, name, sql FROM sqlite_schema", {}, [&](sqlite3_stmt* row) -> Result<void> {
            const auto type = text(row, 0);
            const auto name = lowered(text(row, 1));
            if (type == "trigger") return broken("the database has a trigger", m_file);
            if (type == "view" && name != "tiles") return broken("the database has an unexpected view", m_file);
            if (lowered(text(row, 2)).starts_with("create virtual"))
                return broken("the database has a virtual table", m_file);
            tilesIsView = tilesIsView || type == "view";
            if (type == "table") ++tables[name];
            return {};
        });
        if (!read) return read;
        if (tilesIsView && (!tables.contains("map") || !tables.contains("images")))
            return broken("the view of the tiles is not the known one", m_file);
        if (!tilesIsView && !tables.contains("tiles")) return broken("the file holds no tiles", m_file);
        m_hasMetadata = tables.contains("metadata");
        sqlite3_set_authorizer(m_database.get(), &allowReading, nullptr);
        return {};
    }

    Result<void> readMetadata() {
        if (!m_hasMetadata) return {};
        constexpr int mostRows = 200;
        int count = 0;
        std::map<std::string, std::string> values;
        const auto read = rows("SELECT name, value FROM metadata", {}, [&](sqlite3_stmt* row) -> Result<void> {
            if (++count <= mostRows) values[lowered(text(row, 0))] = text(row, 1);
            return {};
        });
        if (!read) return read;
        m_facts.title = plainText(values["name"]);
        m_facts.attribution = plainText(values["attribution"]);
        m_facts.licence = plainText(values["license"].empty() ? values["licence"] : values["license"]);
        m_facts.date = plainText(values["date"].empty() ? values["timestamp"] : values["date"]);
        m_format = lowered(values["format"]);
        if (const auto bounds = boundsFrom(values["bounds"])) m_facts.bounds = *bounds;
        return {};
    }

    static std::optional<GeoBounds> boundsFrom(std::string_view text) {
        std::array<double, 4> numbers{};
        for (auto& number : numbers) {
            while (text.starts_with(' '))
                text.remove_prefix(1);
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error != std::errc{}) return std::nullopt;
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
            if (text.starts_with(',')) text.remove_prefix(1);
        }
        const auto& [west, south, east, north] = numbers;
        const bool right = -180 <= west && west < east && east <= 180 && -90 <= south && south < north && north <= 90;
        if (!text.empty() || !right) return std::nullopt;
        return GeoBounds{west, south, east, north};
    }

    // From the tiles themselves: what the metadata say is often wrong.
    Result<void> readZooms() {
        std::optional<int> lowest, highest;
        const auto zoomInto = [](std::optional<int>& zoom) {
            return [&zoom](sqlite3_stmt* row) -> Result<void> {
                zoom = sqlite3_column_int(row, 0);
                return {};
            };
        };
        m_allowed = checkTime;
        auto read = rows("SELECT zoom_level FROM tiles ORDER BY zoom_level LIMIT 1", {}, zoomInto(lowest));
        if (read) read = rows("SELECT zoom_level FROM tiles ORDER BY zoom_level DESC LIMIT 1", {}, zoomInto(highest));
        m_allowed = queryTime;
        if (!read) return read;
        if (!lowest || !highest) return broken("the file holds no tiles", m_file);
        if (*lowest < 0 || *highest > deepestZoom) return broken("the zooms are not 0 to 24", m_file);
        m_facts.minZoom = *lowest;
        m_facts.maxZoom = *highest;
        return {};
    }

    Result<void> checkKind() {
        std::string first;
        const auto read = rows("SELECT tile_data FROM tiles LIMIT 1", {}, [&first](sqlite3_stmt* row) -> Result<void> {
            first = text(row, 0);
            return {};
        });
        if (!read) return read;
        const auto kind = imageKind(first);
        if (m_format == "pbf" || m_format == "mvt" || kind == "vector")
            return fail("MAP_FILE_NOT_RASTER",
                        "the file holds vector tiles; only pictures (PNG, JPEG, WebP) can be shown", m_file);
        if (kind.empty()) return broken("the tiles are neither PNG, JPEG nor WebP", m_file);
        return {};
    }

    template <class OnRow>
    Result<void> rows(const char* sql, std::vector<int> values, OnRow onRow) const {
        m_deadline = SteadyClock::now() + m_allowed;
        m_interrupted = false;
        sqlite3_stmt* raw = nullptr;
        const int prepared = sqlite3_prepare_v2(m_database.get(), sql, -1, &raw, nullptr);
        const Statement statement(raw);
        if (prepared != SQLITE_OK) return unreadable(prepared);
        for (std::size_t i = 0; i < values.size(); ++i)
            sqlite3_bind_int(raw, static_cast<int>(i) + 1, values[i]);
        int step = SQLITE_ROW;
        while ((step = sqlite3_step(raw)) == SQLITE_ROW)
            if (const auto done = onRow(raw); !done) return done;
        if (step != SQLITE_DONE) return unreadable(step);
        return {};
    }

    [[nodiscard]] std::unexpected<Error> unreadable(int result) const {
        m_interrupted = (result & 0xFF) == SQLITE_INTERRUPT;
        if (m_interrupted) return broken("the database takes too long to answer", m_file);
        if ((result & 0xFF) == SQLITE_TOOBIG) return fail("MAP_FILE_TOO_LARGE", "a tile is larger than 16 MiB", m_file);
        return broken(std::string("the database cannot be read: ") + plainText(sqlite3_errmsg(m_database.get())),
                      m_file);
    }

    std::string m_file;
    std::string m_format;
    bool m_hasMetadata = false;
    RasterFacts m_facts;
    mutable std::mutex m_mutex; // one connection
    mutable SteadyClock::time_point m_deadline;
    mutable SteadyClock::duration m_allowed = queryTime;
    mutable bool m_interrupted = false;
    std::unique_ptr<sqlite3, CloseDatabase> m_database;
};

} // namespace

Result<RasterPtr> openMbtiles(const std::filesystem::path& file) {
    auto source = std::make_shared<Mbtiles>(file);
    if (const auto opened = source->open(); !opened) return std::unexpected(opened.error());
    return source;
}

} // namespace haneul::maps
