#include "core/formats/ulog.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <format>
#include <map>

namespace haneul::formats {

namespace {

constexpr std::array<std::uint8_t, 7> magic{0x55, 0x4c, 0x6f, 0x67, 0x01, 0x12, 0x35};
constexpr std::size_t headerSize = 16; // magic, version, time
constexpr std::uint8_t newestVersion = 1;
constexpr std::size_t recordHeaderSize = 3; // size, type
constexpr std::size_t flagsSize = 40;       // 8 compatible, 8 incompatible, 3 offsets
constexpr std::uint8_t dataAppended = 1;    // the one incompatible flag that is understood
constexpr std::array<std::uint8_t, 11> synchronisation{8, 0, 'S', 0x2f, 0x73, 0x13, 0x20, 0x25, 0x0c, 0xbb, 0x12};
constexpr std::size_t mostFormats = 5'000;
constexpr std::size_t deepestFormat = 16;
constexpr std::size_t largestRecord = 65'535;

template <class T>
T valueAt(std::span<const std::byte> bytes, std::size_t at) { // little-endian
    std::array<std::byte, sizeof(T)> raw;
    std::ranges::copy(bytes.subspan(at, sizeof(T)), raw.begin());
    if constexpr (std::endian::native == std::endian::big) std::ranges::reverse(raw);
    return std::bit_cast<T>(raw);
}

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

struct TypeName {
    std::string_view name;
    UlogType type;
    std::size_t size;
};

constexpr std::array typeNames{TypeName{"int8_t", UlogType::Int8, 1},   TypeName{"uint8_t", UlogType::UInt8, 1},
                               TypeName{"int16_t", UlogType::Int16, 2}, TypeName{"uint16_t", UlogType::UInt16, 2},
                               TypeName{"int32_t", UlogType::Int32, 4}, TypeName{"uint32_t", UlogType::UInt32, 4},
                               TypeName{"int64_t", UlogType::Int64, 8}, TypeName{"uint64_t", UlogType::UInt64, 8},
                               TypeName{"float", UlogType::Float, 4},   TypeName{"double", UlogType::Double, 8},
                               TypeName{"bool", UlogType::Bool, 1},     TypeName{"char", UlogType::Char, 1}};

const TypeName* typeNamed(std::string_view name) {
    const auto found = std::ranges::find(typeNames, name, &TypeName::name);
    return found == typeNames.end() ? nullptr : &*found;
}

std::size_t sizeOf(UlogType type) {
    return std::ranges::find(typeNames, type, &TypeName::type)->size;
}

bool goodName(std::string_view name) {
    return !name.empty() && name.size() <= 255 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
               c == '-';
    });
}

// A field as a format writes it: "float[3] q".
struct FieldText {
    std::string type;
    std::string name;
    std::size_t repeats = 1;
    bool isArray = false;
};

struct Format {
    std::vector<FieldText> texts;
    std::vector<UlogField> fields; // when laid out
    std::size_t size = 0;
    enum class State { Read, InWork, LaidOut } state = State::Read;
};

std::optional<FieldText> fieldIn(std::string_view text) {
    const std::size_t gap = text.find(' ');
    if (gap == std::string_view::npos) return std::nullopt;
    FieldText field;
    std::string_view type = text.substr(0, gap);
    field.name = text.substr(gap + 1);
    if (const std::size_t open = type.find('['); open != std::string_view::npos) {
        if (!type.ends_with(']')) return std::nullopt;
        const std::string_view number = type.substr(open + 1, type.size() - open - 2);
        const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), field.repeats);
        if (failed != std::errc{} || end != number.data() + number.size() || field.repeats > largestRecord)
            return std::nullopt;
        field.isArray = true;
        type = type.substr(0, open);
    }
    field.type = type;
    if (!goodName(type) || !goodName(field.name)) return std::nullopt;
    return field;
}

class UlogReader {
public:
    UlogReader(std::span<const std::byte> file, const std::function<void(const UlogRecord&)>& onRecord)
        : m_file(file)
        , m_onRecord(onRecord) {}

    Result<UlogCounters> read();

private:
    Result<void> readHeader();
    Result<void> readPart(std::size_t from, std::size_t to);
    Result<void> readRecord(char type, std::span<const std::byte> body);
    Result<void> readFlags(std::span<const std::byte> body);
    Result<void> readFormat(std::string_view text);
    Result<void> layOut(const std::string& name, Format& format, std::size_t depth);
    Result<void> subscribe(std::span<const std::byte> body);
    void readData(std::span<const std::byte> body);
    std::size_t skipDamage(std::size_t from, std::size_t to);

    std::span<const std::byte> m_file;
    const std::function<void(const UlogRecord&)>& m_onRecord;
    std::map<std::string, Format, std::less<>> m_formats;
    std::map<std::uint16_t, UlogTopic> m_topics; // of what is subscribed to
    std::vector<std::size_t> m_appended;         // where data was appended after a crash
    UlogCounters m_counters;
};

Result<void> UlogReader::readHeader() {
    if (m_file.size() < headerSize ||
        !std::ranges::equal(m_file.first(magic.size()), magic, [](std::byte is, std::uint8_t wanted) {
            return std::to_integer<std::uint8_t>(is) == wanted;
        }))
        return fail("NOT_A_ULOG", "does not begin as a ULog file does", "byte 0");
    const auto version = valueAt<std::uint8_t>(m_file, magic.size());
    if (version > newestVersion)
        return fail("BAD_VERSION", std::format("version {}; up to {} is read", version, newestVersion), "byte 7");
    return {};
}

Result<void> UlogReader::readFlags(std::span<const std::byte> body) {
    if (body.size() < flagsSize) return fail("BAD_FORMAT", "the flags are too short", "flags");
    for (std::size_t i = 0; i < 8; ++i) {
        const auto incompatible = valueAt<std::uint8_t>(body, 8 + i);
        if (incompatible != 0 && (i > 0 || incompatible != dataAppended))
            return fail("INCOMPATIBLE",
                        std::format("incompatibility flags {:#04x} in byte {} are not understood", incompatible, i),
                        "flags");
    }
    if ((valueAt<std::uint8_t>(body, 8) & dataAppended) == 0) return {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto offset = valueAt<std::uint64_t>(body, 16 + 8 * i);
        if (offset > headerSize && offset < m_file.size()) m_appended.push_back(static_cast<std::size_t>(offset));
    }
    std::ranges::sort(m_appended);
    return {};
}

// "name:type field;type field;"
Result<void> UlogReader::readFormat(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !goodName(text.substr(0, colon)))
        return fail("BAD_FORMAT", "a format without a name", "format");
    const std::string name(text.substr(0, colon));
    if (m_formats.size() == mostFormats)
        return fail("BAD_FORMAT", std::format("more than {} formats", mostFormats), name);
    Format format;
    std::string_view rest = text.substr(colon + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        const auto field = fieldIn(rest.substr(0, end));
        if (!field) return fail("BAD_FORMAT", "a field that is not \"type name\"", name);
        format.texts.push_back(*field);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    m_formats.try_emplace(name, std::move(format)); // of two with one name the first holds
    return {};
}

// Offsets of the fields; formats inside formats are laid out first.
Result<void> UlogReader::layOut(const std::string& name, Format& format, std::size_t depth) {
    if (format.state == Format::State::LaidOut) return {};
    if (format.state == Format::State::InWork) return fail("BAD_FORMAT", "the format contains itself", name);
    if (depth > deepestFormat)
        return fail("BAD_FORMAT", std::format("formats nested deeper than {}", deepestFormat), name);
    format.state = Format::State::InWork;
    for (const FieldText& text : format.texts) {
        std::size_t size = 0;
        if (const TypeName* const type = typeNamed(text.type)) {
            size = type->size;
            if (!text.isArray) format.fields.push_back({text.name, type->type, format.size});
        } else {
            const auto inner = m_formats.find(text.type);
            if (inner == m_formats.end())
                return fail("BAD_FORMAT", std::format("field \"{}\" has the unknown type \"{}\"", text.name, text.type),
                            name);
            if (auto done = layOut(inner->first, inner->second, depth + 1); !done) return done;
            size = inner->second.size;
        }
        format.size += size * text.repeats;
        if (format.size > largestRecord) return fail("BAD_FORMAT", "larger than a record can be", name);
    }
    format.state = Format::State::LaidOut;
    return {};
}

Result<void> UlogReader::subscribe(std::span<const std::byte> body) {
    const std::string_view name = body.size() > 3 ? textOf(body.subspan(3)) : std::string_view();
    const auto format = m_formats.find(name);
    if (format == m_formats.end()) { // its data will be unreadable, the rest is not
        ++m_counters.unreadable;
        return {};
    }
    if (auto done = layOut(format->first, format->second, 1); !done) return done;
    m_topics[valueAt<std::uint16_t>(body, 1)] = {format->first, valueAt<std::uint8_t>(body, 0), format->second.fields};
    return {};
}

void UlogReader::readData(std::span<const std::byte> body) {
    const auto topic = body.size() < 2 ? m_topics.end() : m_topics.find(valueAt<std::uint16_t>(body, 0));
    if (topic == m_topics.end()) {
        ++m_counters.unreadable;
        return;
    }
    ++m_counters.records;
    m_onRecord(UlogRecord(topic->second, body.subspan(2)));
}

Result<void> UlogReader::readRecord(char type, std::span<const std::byte> body) {
    switch (type) {
    case 'F':
        return readFormat(textOf(body));
    case 'A':
        return subscribe(body);
    case 'D':
        readData(body);
        break;
    case 'O':
        ++m_counters.dropouts;
        break;
    case 'R':
        if (body.size() >= 2) m_topics.erase(valueAt<std::uint16_t>(body, 0));
        break;
    default:
        break;
    }
    return {};
}

// Where to go on behind a place that is no record.
std::size_t UlogReader::skipDamage(std::size_t from, std::size_t to) {
    const auto rest = m_file.subspan(from, to - from);
    const auto mark = std::ranges::search(rest, synchronisation, [](std::byte is, std::uint8_t wanted) {
        return std::to_integer<std::uint8_t>(is) == wanted;
    });
    const std::size_t next = from + static_cast<std::size_t>(mark.begin() - rest.begin());
    ++m_counters.damagedPlaces;
    m_counters.damagedBytes += next - from;
    return next;
}

Result<void> UlogReader::readPart(std::size_t from, std::size_t to) {
    constexpr std::string_view types = "BFIMPQARDLCSO";
    while (from < to) {
        const bool whole = to - from >= recordHeaderSize;
        const std::size_t size = whole ? valueAt<std::uint16_t>(m_file, from) : 0;
        const char type = whole ? valueAt<char>(m_file, from + 2) : '\0';
        if (!types.contains(type) || to - from - recordHeaderSize < size) {
            from = skipDamage(from, to);
            continue;
        }
        const auto body = m_file.subspan(from + recordHeaderSize, size);
        const bool flags = type == 'B' && from == headerSize; // only as the first record
        from += recordHeaderSize + size;
        if (auto read = flags ? readFlags(body) : readRecord(type, body); !read) return read;
        if (!flags) continue;
        std::erase_if(m_appended, [&](std::size_t offset) { return offset < from; });
        if (!m_appended.empty()) to = m_appended.front();
    }
    return {};
}

Result<UlogCounters> UlogReader::read() {
    if (auto read = readHeader(); !read) return std::unexpected(read.error());
    if (auto read = readPart(headerSize, m_file.size()); !read) return std::unexpected(read.error());
    for (std::size_t i = 0; i < m_appended.size(); ++i)
        if (auto read = readPart(m_appended[i], i + 1 < m_appended.size() ? m_appended[i + 1] : m_file.size()); !read)
            return std::unexpected(read.error());
    return m_counters;
}

} // namespace

const UlogField* UlogRecord::find(std::string_view name) const {
    const auto found = std::ranges::find(m_topic.fields, name, &UlogField::name);
    return found == m_topic.fields.end() || m_data.size() < found->offset + sizeOf(found->type) ? nullptr : &*found;
}

std::optional<double> UlogRecord::number(std::string_view field) const {
    const UlogField* const found = find(field);
    if (!found) return std::nullopt;
    double value = 0;
    switch (found->type) {
    case UlogType::Int8:
        value = valueAt<std::int8_t>(m_data, found->offset);
        break;
    case UlogType::UInt8:
        value = valueAt<std::uint8_t>(m_data, found->offset);
        break;
    case UlogType::Int16:
        value = valueAt<std::int16_t>(m_data, found->offset);
        break;
    case UlogType::UInt16:
        value = valueAt<std::uint16_t>(m_data, found->offset);
        break;
    case UlogType::Int32:
        value = valueAt<std::int32_t>(m_data, found->offset);
        break;
    case UlogType::UInt32:
        value = valueAt<std::uint32_t>(m_data, found->offset);
        break;
    case UlogType::Int64:
        value = static_cast<double>(valueAt<std::int64_t>(m_data, found->offset));
        break;
    case UlogType::UInt64:
        value = static_cast<double>(valueAt<std::uint64_t>(m_data, found->offset));
        break;
    case UlogType::Float:
        value = static_cast<double>(valueAt<float>(m_data, found->offset));
        break;
    case UlogType::Double:
        value = valueAt<double>(m_data, found->offset);
        break;
    case UlogType::Bool:
    case UlogType::Char:
        return std::nullopt;
    }
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::uint64_t> UlogRecord::count(std::string_view field) const {
    const UlogField* const found = find(field);
    if (!found) return std::nullopt;
    if (found->type == UlogType::UInt64) return valueAt<std::uint64_t>(m_data, found->offset);
    if (found->type == UlogType::Float || found->type == UlogType::Double) return std::nullopt;
    const auto value = number(field);
    return value && *value >= 0 ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
}

std::optional<bool> UlogRecord::truth(std::string_view field) const {
    const UlogField* const found = find(field);
    if (!found || found->type != UlogType::Bool) return std::nullopt;
    return valueAt<std::uint8_t>(m_data, found->offset) != 0;
}

Result<UlogCounters> readUlog(std::span<const std::byte> file, const std::function<void(const UlogRecord&)>& onRecord) {
    return UlogReader(file, onRecord).read();
}

} // namespace haneul::formats
