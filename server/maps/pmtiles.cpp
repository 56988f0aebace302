#include "server/maps/pmtiles.h"

#include "core/json/object.h"

#include <zlib.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

namespace haneul::maps {

namespace {

constexpr int deepestZoom = 26;
constexpr std::size_t maxMetadata_bytes = 4U << 20U;
constexpr int maxDepth = 4; // of directories; the format's writers use two

enum Compression : std::uint8_t { NoCompression = 1, Gzip = 2 };

enum TileType : std::uint8_t { Vector = 1, Png = 2, Jpeg = 3, Webp = 4 };

std::unexpected<Error> broken(std::string what) {
    return fail("MAP_FILE_BROKEN", std::move(what));
}

template <class T>
T little(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return static_cast<T>(value);
}

bool inside(std::uint64_t offset, std::uint64_t length, std::uint64_t size) {
    return offset <= size && length <= size - offset;
}

Result<std::string> inflated(std::string_view bytes, std::size_t limit) {
    z_stream stream{};
    constexpr int gzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&stream, gzipOnly) != Z_OK) return broken("the file cannot be decompressed");
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string result;
    std::array<char, 64 * 1024> block{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return broken("compressed bytes are damaged");
        const std::size_t made = block.size() - stream.avail_out;
        if (made == 0 && state == Z_OK) return broken("compressed bytes end early");
        if (result.size() + made > limit) return fail("MAP_FILE_TOO_LARGE", "compressed bytes are too large");
        result.append(block.data(), made);
    }
    if (stream.avail_in != 0) return broken("bytes are left over behind compressed ones");
    return result;
}

Result<std::string> plain(std::string bytes, std::uint8_t compression, std::size_t limit) {
    if (compression == Gzip) return inflated(bytes, limit);
    if (bytes.size() > limit) return fail("MAP_FILE_TOO_LARGE", "a part of the file is too large");
    return bytes;
}

class Varints {
public:
    explicit Varints(std::string_view bytes)
        : m_bytes(bytes) {}

    Result<std::uint64_t> next() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty()) return broken("a directory ends early");
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            if (shift == 63 && byte > 1) break;
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        return broken("a number in a directory is too long");
    }

    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::string_view m_bytes;
};

Result<std::vector<PmtilesEntry>> entriesFrom(std::string_view bytes) {
    Varints varints(bytes);
    const auto count = varints.next();
    if (!count) return std::unexpected(count.error());
    if (*count == 0 || *count > varints.left() / 4) return broken("a directory has not as many entries as it says");
    std::vector<PmtilesEntry> entries(static_cast<std::size_t>(*count));
    std::uint64_t id = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto delta = varints.next();
        if (!delta) return std::unexpected(delta.error());
        if ((i > 0 && *delta == 0) || *delta > pmtilesId(deepestZoom + 1, 0, 0) - id)
            return broken("tiles in a directory are not in order");
        id += *delta;
        entries[i].tileId = id;
    }
    for (const auto member : {&PmtilesEntry::runLength, &PmtilesEntry::length})
        for (auto& entry : entries) {
            const auto value = varints.next();
            if (!value) return std::unexpected(value.error());
            if (*value > UINT32_MAX) return broken("a length in a directory is too large");
            entry.*member = static_cast<std::uint32_t>(*value);
        }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto value = varints.next();
        if (!value) return std::unexpected(value.error());
        if (entries[i].length == 0 || (i == 0 && *value == 0)) return broken("an entry of a directory is empty");
        entries[i].offset = *value == 0 ? entries[i - 1].offset + entries[i - 1].length : *value - 1;
    }
    if (varints.left() != 0) return broken("bytes are left over behind a directory");
    return entries;
}

class Pmtiles final : public RasterSource {
public:
    Pmtiles(ReadAt read, std::uint64_t fileSize)
        : m_read(std::move(read))
        , m_fileSize(fileSize) {}

    Result<void> open() {
        const auto head = m_read(0, std::min<std::uint64_t>(m_fileSize, pmtilesHeader_bytes));
        if (!head) return std::unexpected(head.error());
        auto header = readPmtilesHeader(*head, m_fileSize);
        if (!header) return std::unexpected(header.error());
        m_header = *header;
        auto root = directory(m_header.rootOffset, m_header.rootLength);
        if (!root) return std::unexpected(root.error());
        m_root = std::move(*root);
        m_facts.bounds = m_header.bounds;
        m_facts.minZoom = m_header.minZoom;
        m_facts.maxZoom = m_header.maxZoom;
        readMetadata();
        return {};
    }

    const RasterFacts& facts() const override { return m_facts; }

    Result<std::optional<std::string>> tile(int zoom, int x, int y) const override {
        if (zoom < m_facts.minZoom || zoom > m_facts.maxZoom) return std::nullopt;
        const auto id = pmtilesId(zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
        std::shared_ptr<const Directory> held = m_root;
        for (int depth = 0; depth < maxDepth; ++depth) {
            const auto* entry = entryFor(*held, id);
            if (!entry) return std::nullopt;
            if (entry->runLength > 0) return image(*entry);
            if (!inside(entry->offset, entry->length, m_header.leavesLength))
                return broken("a directory lies outside of the file");
            auto leaf = cachedLeaf(m_header.leavesOffset + entry->offset, entry->length);
            if (!leaf) return std::unexpected(leaf.error());
            held = std::move(*leaf);
        }
        return broken("directories are nested too deeply");
    }

private:
    using Directory = std::vector<PmtilesEntry>;
    using DirectoryPtr = std::shared_ptr<const Directory>;

    static const PmtilesEntry* entryFor(const Directory& entries, std::uint64_t id) {
        const auto after = std::ranges::upper_bound(entries, id, {}, &PmtilesEntry::tileId);
        if (after == entries.begin()) return nullptr;
        const auto& entry = *(after - 1);
        const bool covers = entry.runLength == 0 || id - entry.tileId < entry.runLength;
        return covers ? &entry : nullptr;
    }

    Result<std::optional<std::string>> image(const PmtilesEntry& entry) const {
        if (!inside(entry.offset, entry.length, m_header.dataLength)) return broken("a tile lies outside of the file");
        if (entry.length > maxTile_bytes) return fail("MAP_FILE_TOO_LARGE", "a tile is larger than 16 MiB");
        auto bytes = m_read(m_header.dataOffset + entry.offset, entry.length);
        if (!bytes) return std::unexpected(bytes.error());
        auto image = bytes->starts_with("\x1F\x8B") ? inflated(*bytes, maxTile_bytes) : std::move(bytes);
        if (!image) return std::unexpected(image.error());
        return std::move(*image);
    }

    Result<DirectoryPtr> directory(std::uint64_t offset, std::uint64_t length) const {
        if (length > maxDirectory_bytes) return fail("MAP_FILE_TOO_LARGE", "a directory is larger than 16 MiB");
        auto bytes = m_read(offset, length);
        if (!bytes) return std::unexpected(bytes.error());
        auto entries = readPmtilesDirectory(*bytes, m_header.internalCompression);
        if (!entries) return std::unexpected(entries.error());
        return std::make_shared<const Directory>(std::move(*entries));
    }

    Result<DirectoryPtr> cachedLeaf(std::uint64_t offset, std::uint64_t length) const {
        constexpr std::size_t mostKept = 16;
        {
            const std::lock_guard lock(m_mutex);
            for (const auto& [at, leaf] : m_leaves)
                if (at == offset) return leaf;
        }
        auto leaf = directory(offset, length);
        if (!leaf) return leaf;
        const std::lock_guard lock(m_mutex);
        m_leaves.emplace_front(offset, *leaf);
        if (m_leaves.size() > mostKept) m_leaves.pop_back();
        return leaf;
    }

    // Only names; a file without them, or with others, can be shown all the same.
    void readMetadata() {
        if (m_header.metadataLength == 0 || m_header.metadataLength > maxMetadata_bytes) return;
        auto bytes = m_read(m_header.metadataOffset, m_header.metadataLength);
        if (!bytes) return;
        const auto text = plain(std::move(*bytes), m_header.internalCompression, maxMetadata_bytes);
        if (!text) return;
        auto object = json::Object::parse(*text);
        if (!object) return;
        const auto field = [&object](const char* name) {
            const auto value = object->optionalString(name);
            return value && *value ? plainText(**value) : std::string();
        };
        m_facts.title = field("name");
        m_facts.attribution = field("attribution");
        m_facts.licence = field("license");
        m_facts.date = field("date");
    }

    ReadAt m_read;
    std::uint64_t m_fileSize;
    PmtilesHeader m_header;
    RasterFacts m_facts;
    DirectoryPtr m_root;
    mutable std::mutex m_mutex;
    mutable std::list<std::pair<std::uint64_t, DirectoryPtr>> m_leaves; // latest first
};

// Closes with the last copy of the reader.
struct OpenFile {
    explicit OpenFile(int fd)
        : descriptor(fd) {}

    ~OpenFile() { ::close(descriptor); }

    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int descriptor;
};

} // namespace

Result<PmtilesHeader> readPmtilesHeader(std::string_view bytes, std::uint64_t fileSize) {
    if (bytes.size() < pmtilesHeader_bytes || !bytes.starts_with("PMTiles")) return broken("this is no PMTiles file");
    if (bytes[7] != 3) return broken("the file is not PMTiles version 3");
    PmtilesHeader header;
    const auto number = [bytes](std::size_t at) { return little<std::uint64_t>(bytes, at); };
    header.rootOffset = number(8);
    header.rootLength = number(16);
    header.metadataOffset = number(24);
    header.metadataLength = number(32);
    header.leavesOffset = number(40);
    header.leavesLength = number(48);
    header.dataOffset = number(56);
    header.dataLength = number(64);
    header.internalCompression = static_cast<std::uint8_t>(bytes[97]);
    const auto tileCompression = static_cast<std::uint8_t>(bytes[98]);
    header.tileType = static_cast<std::uint8_t>(bytes[99]);
    header.minZoom = static_cast<unsigned char>(bytes[100]);
    header.maxZoom = static_cast<unsigned char>(bytes[101]);
    const auto degrees = [bytes](std::size_t at) { return little<std::int32_t>(bytes, at) / 1e7; };
    header.bounds = {degrees(102), degrees(106), degrees(110), degrees(114)};

    const std::array<std::pair<std::uint64_t, std::uint64_t>, 4> sections{{
        {header.rootOffset, header.rootLength},
        {header.metadataOffset, header.metadataLength},
        {header.leavesOffset, header.leavesLength},
        {header.dataOffset, header.dataLength},
    }};
    for (const auto& [offset, length] : sections)
        if (!inside(offset, length, fileSize)) return broken("a part of the file lies outside of it: cut off?");
    if (header.rootLength == 0) return broken("the file has no directory");
    if (header.tileType == Vector)
        return fail("MAP_FILE_NOT_RASTER", "the file holds vector tiles; only pictures (PNG, JPEG, WebP) can be shown");
    if (header.tileType < Png || header.tileType > Webp) return broken("the tiles are neither PNG, JPEG nor WebP");
    if (header.internalCompression != NoCompression && header.internalCompression != Gzip)
        return broken("the directories are compressed in a way that is not known here (gzip or none)");
    if (tileCompression > Gzip)
        return broken("the tiles are compressed in a way that is not known here (gzip or none)");
    if (header.minZoom > header.maxZoom || header.maxZoom > deepestZoom) return broken("the zooms are not 0 to 26");
    const auto& [west, south, east, north] = header.bounds;
    const bool right = -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90;
    if (!right) return broken("the bounds are not on the earth");
    if (west == east || south == north) header.bounds = GeoBounds{};
    return header;
}

Result<std::vector<PmtilesEntry>> readPmtilesDirectory(std::string_view bytes, std::uint8_t compression) {
    const auto entries = plain(std::string(bytes), compression, maxDirectory_bytes);
    if (!entries) return std::unexpected(entries.error());
    return entriesFrom(*entries);
}

std::uint64_t pmtilesId(int zoom, std::uint32_t x, std::uint32_t y) {
    std::uint64_t id = ((std::uint64_t{1} << (2U * static_cast<unsigned>(zoom))) - 1) / 3; // tiles of the zooms above
    if (zoom == 0) return id;
    for (std::uint64_t side = std::uint64_t{1} << static_cast<unsigned>(zoom - 1); side > 0; side /= 2) {
        const std::uint64_t right = (x & side) != 0 ? 1 : 0;
        const std::uint64_t lower = (y & side) != 0 ? 1 : 0;
        id += side * side * ((3 * right) ^ lower);
        if (lower == 0) { // the curve turns
            if (right == 1) {
                x = static_cast<std::uint32_t>(side - 1 - (x & (side - 1)));
                y = static_cast<std::uint32_t>(side - 1 - (y & (side - 1)));
            }
            std::swap(x, y);
        }
    }
    return id;
}

Result<RasterPtr> openPmtiles(ReadAt read, std::uint64_t fileSize) {
    auto source = std::make_shared<Pmtiles>(std::move(read), fileSize);
    if (const auto opened = source->open(); !opened) return std::unexpected(opened.error());
    return source;
}

Result<RasterPtr> openPmtiles(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail("MAP_FILE_UNREADABLE", std::string("the file cannot be opened: ") + std::strerror(errno),
                    path.string());
    const auto file = std::make_shared<OpenFile>(descriptor);
    struct stat status{};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return fail("MAP_FILE_UNREADABLE", "this is not a file", path.string());
    const auto read = [file](std::uint64_t offset, std::uint64_t length) -> Result<std::string> {
        std::string bytes(length, '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto got =
                ::pread(file->descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
            if (got <= 0) return broken("the file ends early");
            done += static_cast<std::size_t>(got);
        }
        return bytes;
    };
    auto opened = openPmtiles(read, static_cast<std::uint64_t>(status.st_size));
    if (!opened) return fail(opened.error().code, opened.error().message, path.string());
    return opened;
}

} // namespace haneul::maps
