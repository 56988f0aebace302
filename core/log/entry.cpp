#include "core/log/entry.h"

#include "core/json/json_writer.h"

#include <sodium.h>

#include <algorithm>

namespace haneul::log {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'H', 'L', 'E', 1};

std::unexpected<Error> bad(const char* field, std::string what) {
    return fail("BAD_ENTRY", std::move(what), field);
}

bool plainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool validUtf8(std::string_view text) {
    return plainAscii(text) || json::toValidUtf8(text) == text;
}

class Writer {
public:
    template <class Unsigned>
    void number(Unsigned value) {
        for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    }

    void bytes(ByteView view) { m_bytes.insert(m_bytes.end(), view.begin(), view.end()); }

    void text(std::string_view view) { m_bytes.insert(m_bytes.end(), view.begin(), view.end()); }

    void reserve(std::size_t size) { m_bytes.reserve(size); }

    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

// Reads on after the end as zeros and remembers it.
class Reader {
public:
    explicit Reader(ByteView bytes)
        : m_rest(bytes) {}

    template <class Unsigned>
    Unsigned number() {
        Unsigned value = 0;
        for (const std::uint8_t byte : take(sizeof value))
            value = static_cast<Unsigned>(value << 8 | byte);
        return value;
    }

    ByteView take(std::size_t size) {
        if (size > m_rest.size()) {
            m_short = true;
            m_rest = {};
            return {};
        }
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    std::string text(std::size_t size) {
        const ByteView taken = take(size);
        return {taken.begin(), taken.end()};
    }

    [[nodiscard]] bool endedWell() const { return !m_short && m_rest.empty(); }

private:
    ByteView m_rest;
    bool m_short = false;
};

Result<void> checkTexts(const Entry& entry) {
    const std::pair<const char*, const std::string*> fields[] = {{"user", &entry.user},
                                                                 {"role", &entry.role},
                                                                 {"session", &entry.session},
                                                                 {"desk", &entry.desk},
                                                                 {"type", &entry.type}};
    for (const auto& [name, text] : fields) {
        if (text->size() > maxField) return bad(name, "longer than 255 bytes");
        if (!validUtf8(*text)) return bad(name, "not UTF-8");
    }
    if (entry.type.empty()) return bad("type", "empty");
    if (entry.body.size() > maxBody) return bad("body", "longer than 1 MiB");
    if (!validUtf8(entry.body)) return bad("body", "not UTF-8");
    if (entry.sequence == 0) return bad("sequence", "sequence numbers begin with 1");
    if (entry.time.wall_ms < 0) return bad("time", "before 1970");
    return {};
}

} // namespace

Result<Bytes> encode(const Entry& entry) {
    std::array<std::uint8_t, 16> origin{};
    if (!fromHex(entry.origin, origin)) return bad("origin", "not 32 hexadecimal characters in lower case");
    if (auto checked = checkTexts(entry); !checked) return std::unexpected(checked.error());
    Writer writer;
    writer.reserve(160 + entry.user.size() + entry.type.size() + entry.body.size());
    writer.bytes(magic);
    writer.bytes(origin);
    writer.number(entry.sequence);
    writer.number(static_cast<std::uint64_t>(entry.time.wall_ms));
    writer.number(entry.time.counter);
    writer.bytes(entry.previous);
    for (const std::string* text : {&entry.user, &entry.role, &entry.session, &entry.desk, &entry.type}) {
        writer.number(static_cast<std::uint16_t>(text->size()));
        writer.text(*text);
    }
    writer.number(static_cast<std::uint32_t>(entry.body.size()));
    writer.text(entry.body);
    return writer.take();
}

Result<Entry> decode(ByteView canonical) {
    Reader reader(canonical);
    if (!std::ranges::equal(reader.take(magic.size()), magic)) return bad("format", "not an entry of format 1");
    Entry entry;
    entry.origin = toHex(reader.take(16));
    entry.sequence = reader.number<std::uint64_t>();
    entry.time.wall_ms = static_cast<std::int64_t>(reader.number<std::uint64_t>());
    entry.time.counter = reader.number<std::uint32_t>();
    std::ranges::copy(reader.take(entry.previous.size()), entry.previous.begin());
    for (std::string* text : {&entry.user, &entry.role, &entry.session, &entry.desk, &entry.type})
        *text = reader.text(reader.number<std::uint16_t>());
    entry.body = reader.text(reader.number<std::uint32_t>());
    if (!reader.endedWell()) return bad("length", "shorter or longer than its fields say");
    if (auto checked = checkTexts(entry); !checked) return std::unexpected(checked.error());
    return entry;
}

Result<Record> decodeRecord(ByteView record) {
    Record decoded;
    if (record.size() < decoded.signature.size() || record.size() > maxRecord)
        return bad("length", "not the size of an entry");
    const ByteView canonical = record.first(record.size() - decoded.signature.size());
    auto entry = decode(canonical);
    if (!entry) return std::unexpected(entry.error());
    decoded.entry = *std::move(entry);
    std::ranges::copy(record.last(decoded.signature.size()), decoded.signature.begin());
    decoded.digest = digestOf(record);
    return decoded;
}

Digest digestOf(ByteView bytes) {
    Digest digest;
    crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    return digest;
}

std::string toHex(ByteView bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

bool fromHex(std::string_view text, std::span<std::uint8_t> bytes) {
    const auto value = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    if (text.size() != bytes.size() * 2) return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = value(text[2 * i]), low = value(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

std::string fingerprint(const PublicKey& key) {
    const std::string hex = toHex(digestOf(key));
    std::string groups;
    for (std::size_t i = 0; i < hex.size(); i += 4)
        groups += (i == 0 ? "" : " ") + hex.substr(i, 4);
    return groups;
}

HybridTime HybridClock::next(UtcMs now) {
    const std::int64_t wall = sinceEpoch_ms(now);
    if (wall > m_last.wall_ms)
        m_last = {wall, 0};
    else if (m_last.counter == UINT32_MAX)
        m_last = {m_last.wall_ms + 1, 0};
    else
        ++m_last.counter;
    return m_last;
}

void HybridClock::seen(const HybridTime& other) {
    if (other > m_last) m_last = other;
}

} // namespace haneul::log
