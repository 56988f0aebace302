#include "core/log/chain.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <format>

namespace haneul::log {

std::string openedBody(const PublicKey& key) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("format").integer(1);
    writer.key("public_key").string(toHex(key));
    writer.endObject();
    return writer.take();
}

Result<PublicKey> openedKey(const Entry& first) {
    const auto bad = [](const std::string& what) { return fail("BAD_ENTRY", "the first entry " + what, "1"); };
    if (first.type != openedType) return bad("is not \"log.opened\"");
    auto body = json::Object::parse(first.body);
    if (!body) return bad("has no readable body: " + body.error().message);
    const auto format = body->integer("format");
    const auto text = body->string("public_key");
    PublicKey key{};
    if (!format || *format != 1 || !text || !fromHex(*text, key) || !body->finish()) return bad("names no public key");
    return key;
}

std::unexpected<Error> ChainVerifier::bad(const char* code, const std::string& what) const {
    const std::uint64_t sequence = m_sequence + 1;
    return fail(code, std::format("entry {}: {}", sequence, what),
                std::format("{}:{}", m_origin.empty() ? "?" : m_origin, sequence));
}

Result<Entry> ChainVerifier::take(ByteView bytes) {
    auto record = decodeRecord(bytes);
    if (!record) return bad("BAD_ENTRY", std::format("{} ({})", record.error().message, record.error().where));
    const Entry& entry = record->entry;
    if (m_sequence == 0) m_origin = entry.origin;
    if (entry.origin != m_origin) return bad("BROKEN_CHAIN", "it is of another origin, " + entry.origin);
    if (entry.sequence != m_sequence + 1)
        return bad("BROKEN_CHAIN", std::format("entry {} stands in its place", entry.sequence));
    if (entry.previous != m_digest)
        return bad("BROKEN_CHAIN", m_sequence == 0 ? "it is the first and names an entry before"
                                                   : "it does not fit the entry before; one of the two was changed");
    if (m_sequence > 0 && !(entry.time > m_time)) return bad("BROKEN_CHAIN", "its time is not after the one before");

    std::optional<PublicKey> key = m_key;
    if (!key) {
        const auto opened = openedKey(entry);
        if (!opened) return bad("BAD_ENTRY", opened.error().message);
        key = *opened;
        if (m_pinned && *m_pinned != *key)
            return bad("OTHER_KEY", "the log is signed with another key than the one wanted, " + fingerprint(*key));
    }
    if (m_signatures == Signatures::Check &&
        !verify(record->signature, bytes.first(bytes.size() - record->signature.size()), *key))
        return bad("BAD_SIGNATURE", "it was not signed as it stands");
    for (const Head& head : m_expected)
        if (head.sequence == entry.sequence && head.digest != record->digest)
            return bad("OTHER_HISTORY", "a signed head says that another entry was written here");
    m_key = key;
    m_sequence = entry.sequence;
    m_digest = record->digest;
    m_time = entry.time;
    return std::move(record->entry);
}

Result<void> ChainVerifier::meets(const Head& head) const {
    if (m_key && !verifyHead(head, *m_key)) return fail("BAD_SIGNATURE", "a head is not signed by this log's key");
    if (m_key && head.origin != m_origin) return fail("OTHER_HISTORY", "a head is of another origin, " + head.origin);
    if (head.sequence > m_sequence)
        return bad("LOG_CUT", std::format("missing; a signed head says that the log has {} entries, it ends at {}",
                                          head.sequence, m_sequence));
    return {};
}

Result<void> ChainVerifier::finish() const {
    for (const Head& head : m_expected)
        if (auto met = meets(head); !met) return met;
    return {};
}

Result<void> ChainVerifier::endsAt(const Head& head) const {
    if (!m_key) return fail("BAD_HEAD", "a head stands without entries");
    if (auto met = meets(head); !met) return met;
    if (head.sequence < m_sequence)
        return fail(
            "OTHER_HISTORY",
            std::format("entry {}: behind the end that the signed head names, {}", head.sequence + 1, head.sequence),
            std::format("{}:{}", m_origin, head.sequence + 1));
    if (head.digest != m_digest || head.time != m_time)
        return fail("OTHER_HISTORY",
                    std::format("entry {}: the signed head says that another entry was written here", m_sequence),
                    std::format("{}:{}", m_origin, m_sequence));
    return {};
}

} // namespace haneul::log
