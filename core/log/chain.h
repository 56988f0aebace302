#pragma once

#include "core/log/entry.h"
#include "core/log/signing.h"

namespace haneul::log {

// The type of the first entry of every log. Its body holds the public key, so that a log verifies by itself.
inline constexpr std::string_view openedType = "log.opened";
[[nodiscard]] std::string openedBody(const PublicKey& key);
[[nodiscard]] Result<PublicKey> openedKey(const Entry& first); // BAD_ENTRY when it is not such an entry

enum class Signatures { Check, Skip };

// Takes one origin's records in order, from the first, and finds the first that is not what the origin wrote.
// Codes: BAD_ENTRY (not of the format), BROKEN_CHAIN (missing, doubled, swapped, changed before), BAD_SIGNATURE,
// OTHER_KEY (not the pinned one), LOG_CUT (a head says that more was written), OTHER_HISTORY (a head says that
// something else was written). The message names the entry; `where` is "origin:sequence".
class ChainVerifier {
public:
    explicit ChainVerifier(Signatures signatures, std::optional<PublicKey> pinned = {})
        : m_signatures(signatures)
        , m_pinned(pinned) {}

    [[nodiscard]] Result<Entry> take(ByteView record);

    // A head that must lie on this chain; give it before the records to have its place compared.
    void expect(const Head& head) { m_expected.push_back(head); }

    // After the last record: every expected head was met.
    [[nodiscard]] Result<void> finish() const;
    // Whether `head` is signed by this chain's key and names its last record.
    [[nodiscard]] Result<void> endsAt(const Head& head) const;

    [[nodiscard]] std::uint64_t sequence() const { return m_sequence; } // of the last good record; 0: none

    [[nodiscard]] const std::string& origin() const { return m_origin; }

    [[nodiscard]] const Digest& digest() const { return m_digest; }

    [[nodiscard]] const HybridTime& time() const { return m_time; }

    [[nodiscard]] const std::optional<PublicKey>& key() const { return m_key; }

private:
    [[nodiscard]] std::unexpected<Error> bad(const char* code, const std::string& what) const;
    [[nodiscard]] Result<void> meets(const Head& head) const;

    Signatures m_signatures;
    std::optional<PublicKey> m_pinned;
    std::vector<Head> m_expected;
    std::string m_origin;
    std::uint64_t m_sequence = 0;
    Digest m_digest{};
    HybridTime m_time;
    std::optional<PublicKey> m_key;
};

} // namespace haneul::log
