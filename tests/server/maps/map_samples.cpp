#include "map_samples.h"

#include "server/maps/pmtiles.h"
#include "server/tiles/canvas.h"

#include <QtTest>

#include <sqlite3.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>

namespace haneul::tests {

namespace {

std::string gzipped(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string result(bytes.size() + 128, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

void varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>(value | 0x80U);
    bytes += static_cast<char>(value);
}

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes[at + i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
}

} // namespace

std::string plainPng(std::uint32_t rgba) {
    tiles::Canvas canvas(256, 256);
    std::ranges::fill(canvas.pixels, rgba);
    return tiles::encodePng(canvas).value();
}

void writeMbtiles(const std::string& path, const std::vector<SampleTile>& tiles, const std::string& extraSql,
                  bool asView) {
    // Under another name until it is whole: whoever watches the folder sees one file come, however slow this is.
    const std::string making = path + ".making";
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(making.c_str(), &database), SQLITE_OK);
    const auto run = [&](const std::string& sql) {
        QCOMPARE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    };
    run("CREATE TABLE metadata (name TEXT, value TEXT);"
        "INSERT INTO metadata VALUES ('name', 'Aerial <b>2024</b>'), ('format', 'png'), "
        "('attribution', '<a href=\"x\">City</a>'), ('date', '2024-05-01')");
    run(asView ? "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);"
                 "CREATE TABLE images (tile_data BLOB, tile_id TEXT);"
                 "CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, "
                 "map.tile_row AS tile_row, images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = "
                 "map.tile_id"
               : "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)");
    int id = 0;
    for (const auto& tile : tiles) {
        const auto place = std::to_string(tile.zoom) + "," + std::to_string(tile.x) + "," +
                           std::to_string((1 << tile.zoom) - 1 - tile.y) + ",";
        const auto blob = "x'" + QByteArray::fromStdString(tile.image).toHex().toStdString() + "'";
        const auto name = "'" + std::to_string(++id) + "'";
        if (asView)
            run("INSERT INTO map VALUES (" + place + name + "); INSERT INTO images VALUES (" + blob + "," + name + ")");
        else
            run("INSERT INTO tiles VALUES (" + place + blob + ")");
    }
    if (!extraSql.empty()) run(extraSql);
    sqlite3_close(database);
    std::filesystem::rename(making, path);
}

std::string pmtilesOf(const std::vector<SampleTile>& tiles, std::uint8_t compression, std::uint8_t tileType) {
    auto sorted = tiles;
    const auto idOf = [](const SampleTile& tile) {
        return maps::pmtilesId(tile.zoom, static_cast<std::uint32_t>(tile.x), static_cast<std::uint32_t>(tile.y));
    };
    std::ranges::sort(sorted, {}, idOf);
    std::string directory, data;
    varint(directory, sorted.size());
    std::uint64_t last = 0;
    for (const auto& tile : sorted)
        varint(directory, idOf(tile) - std::exchange(last, idOf(tile)));
    for (std::size_t i = 0; i < sorted.size(); ++i)
        varint(directory, 1);
    for (const auto& tile : sorted)
        varint(directory, tile.image.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        varint(directory, i == 0 ? 1 : 0);
        data += sorted[i].image;
    }
    std::string metadata = R"({"name":"Chart","attribution":"Us"})";
    if (compression == 2) {
        directory = gzipped(directory);
        metadata = gzipped(metadata);
    }
    std::string bytes(127, '\0');
    bytes.replace(0, 8, "PMTiles\x03");
    const std::uint64_t metadataAt = 127 + directory.size();
    const std::uint64_t dataAt = metadataAt + metadata.size();
    put<std::uint64_t>(bytes, 8, 127);
    put<std::uint64_t>(bytes, 16, directory.size());
    put(bytes, 24, metadataAt);
    put<std::uint64_t>(bytes, 32, metadata.size());
    put(bytes, 40, dataAt);
    put(bytes, 56, dataAt);
    put<std::uint64_t>(bytes, 64, data.size());
    bytes[97] = static_cast<char>(compression);
    bytes[98] = 1;
    bytes[99] = static_cast<char>(tileType);
    bytes[100] = static_cast<char>(std::ranges::min(sorted, {}, &SampleTile::zoom).zoom);
    bytes[101] = static_cast<char>(std::ranges::max(sorted, {}, &SampleTile::zoom).zoom);
    put<std::int32_t>(bytes, 102, -1'800'000'000);
    put<std::int32_t>(bytes, 106, -850'000'000);
    put<std::int32_t>(bytes, 110, 1'800'000'000);
    put<std::int32_t>(bytes, 114, 850'000'000);
    return bytes + directory + metadata + data;
}

} // namespace haneul::tests
