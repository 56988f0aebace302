#include "strategic_peers.h"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

#include <spatialite.h> // wants sqlite3.h before it

namespace haneul::bench {

namespace {

void must(int code, int wanted, sqlite3* database) {
    if (code == wanted) return;
    std::fprintf(stderr, "SpatiaLite: %s\n", sqlite3_errmsg(database));
    std::exit(2);
}

class SpatiaLite final : public DatabasePeer {
public:
    SpatiaLite() {
        must(sqlite3_open_v2(":memory:", &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr), SQLITE_OK,
             m_database);
        m_connection = spatialite_alloc_connection();
        spatialite_init_ex(m_database, m_connection, 0);
        run("PRAGMA page_size = 4096; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;"
            "CREATE TABLE intents (id INTEGER PRIMARY KEY, shape BLOB NOT NULL);"
            // Single precision is rounded outwards by SQLite, as an index wants it.
            "CREATE VIRTUAL TABLE boxes USING rtree(id, west, east, south, north, lower, upper, from_s, to_s);");
        m_insert = prepared("INSERT INTO intents VALUES (?1, ST_GeomFromWKB(?2))");
        m_insertBox = prepared("INSERT INTO boxes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        m_erase = prepared("DELETE FROM intents WHERE id = ?1");
        m_eraseBox = prepared("DELETE FROM boxes WHERE id = ?1");
        // The question's polygon is made once a question.
        m_query = prepared("WITH wanted AS MATERIALIZED (SELECT ST_GeomFromWKB(?1) AS shape) "
                           "SELECT count(*) FROM wanted, boxes JOIN intents ON intents.id = boxes.id "
                           "WHERE boxes.east >= ?2 AND boxes.west <= ?3 AND boxes.north >= ?4 AND boxes.south <= ?5 "
                           "AND boxes.upper >= ?6 AND boxes.lower <= ?7 AND boxes.to_s >= ?8 AND boxes.from_s <= ?9 "
                           "AND ST_Intersects(intents.shape, wanted.shape)");
    }

    SpatiaLite(const SpatiaLite&) = delete;
    SpatiaLite& operator=(const SpatiaLite&) = delete;

    ~SpatiaLite() override {
        for (sqlite3_stmt* const each : {m_insert, m_insertBox, m_erase, m_eraseBox, m_query})
            sqlite3_finalize(each);
        sqlite3_close(m_database);
        spatialite_cleanup_ex(m_connection);
    }

    [[nodiscard]] const char* name() const override { return "SpatiaLite"; }

    [[nodiscard]] std::string version() const override {
        return std::string("SQLite ") + sqlite3_libversion() + ", SpatiaLite " + spatialite_version();
    }

    void insert(std::uint32_t key, const PlaneVolume& volume) override {
        begin();
        const std::string shape = wkb(volume);
        sqlite3_bind_int64(m_insert, 1, key);
        sqlite3_bind_blob(m_insert, 2, shape.data(), static_cast<int>(shape.size()), SQLITE_STATIC);
        done(m_insert);
        sqlite3_bind_int64(m_insertBox, 1, key);
        int at = 2;
        for (const double each : {volume.west, volume.east, volume.south, volume.north, volume.lower_m, volume.upper_m,
                                  volume.from_s - epoch_s, volume.to_s - epoch_s})
            sqlite3_bind_double(m_insertBox, at++, each);
        done(m_insertBox);
    }

    void erase(std::uint32_t key) override {
        begin();
        for (sqlite3_stmt* const each : {m_erase, m_eraseBox}) {
            sqlite3_bind_int64(each, 1, key);
            done(each);
        }
    }

    void commit() override {
        if (m_begun) run("COMMIT");
        m_begun = false;
    }

    std::size_t query(const PlaneVolume& wanted) override {
        const std::string shape = wkb(wanted);
        sqlite3_bind_blob(m_query, 1, shape.data(), static_cast<int>(shape.size()), SQLITE_STATIC);
        int at = 2;
        for (const double each : {wanted.west, wanted.east, wanted.south, wanted.north, wanted.lower_m, wanted.upper_m,
                                  wanted.from_s - epoch_s, wanted.to_s - epoch_s})
            sqlite3_bind_double(m_query, at++, each);
        must(sqlite3_step(m_query), SQLITE_ROW, m_database);
        const auto found = static_cast<std::size_t>(sqlite3_column_int64(m_query, 0));
        sqlite3_reset(m_query);
        return found;
    }

private:
    static constexpr double epoch_s = 1'790'000'000; // seconds of the day fit into single precision

    void begin() {
        if (!m_begun) run("BEGIN");
        m_begun = true;
    }

    void run(const char* statement) {
        must(sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr), SQLITE_OK, m_database);
    }

    sqlite3_stmt* prepared(const char* statement) {
        sqlite3_stmt* made = nullptr;
        must(sqlite3_prepare_v3(m_database, statement, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr), SQLITE_OK,
             m_database);
        return made;
    }

    void done(sqlite3_stmt* statement) {
        must(sqlite3_step(statement), SQLITE_DONE, m_database);
        sqlite3_reset(statement);
    }

    sqlite3* m_database = nullptr;
    void* m_connection = nullptr;
    sqlite3_stmt *m_insert = nullptr, *m_insertBox = nullptr, *m_erase = nullptr, *m_eraseBox = nullptr,
                 *m_query = nullptr;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<DatabasePeer> spatialite() {
    return std::make_unique<SpatiaLite>();
}

} // namespace haneul::bench
