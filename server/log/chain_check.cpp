#include "server/log/chain_check.h"

#include "server/log/small_file.h"

#include <format>

namespace haneul::log {

Result<ChainVerifier> checkChain(LogTables& tables, const std::string& origin, Signatures signatures,
                                 std::optional<PublicKey> pinned, const std::optional<Head>& head) {
    ChainVerifier chain(signatures, pinned);
    if (head) chain.expect(*head);
    Result<void> good;
    auto walked = tables.upwards(origin, 0, [&](std::uint64_t row, ByteView record) {
        const auto entry = chain.take(record);
        if (!entry)
            good = std::unexpected(entry.error());
        else if (entry->origin != origin || entry->sequence != row)
            good = fail("BROKEN_CHAIN", std::format("entry {}: stored in the place of another", row),
                        std::format("{}:{}", origin, row));
        return good.has_value();
    });
    if (!walked) return std::unexpected(walked.error());
    if (!good) return std::unexpected(good.error());
    if (const auto others = tables.hasOthers(origin); !others || *others)
        return others ? fail("BROKEN_CHAIN", "the log holds entries of an origin that is not this instance", origin)
                      : std::unexpected(others.error());
    if (auto met = chain.finish(); !met) return std::unexpected(met.error());
    return chain;
}

Result<void> checkLastSignature(LogTables& tables, const ChainVerifier& chain) {
    if (chain.sequence() == 0) return {};
    const auto bytes = tables.record(chain.origin(), chain.sequence());
    if (!bytes) return std::unexpected(bytes.error());
    const auto record = *bytes ? decodeRecord(**bytes) : fail("LOG_READ", "the last entry is gone");
    if (!record) return std::unexpected(record.error());
    if (!verify(record->signature, ByteView(**bytes).first((*bytes)->size() - record->signature.size()), *chain.key()))
        return fail("BAD_SIGNATURE", std::format("entry {}: it was not signed as it stands", chain.sequence()),
                    std::format("{}:{}", chain.origin(), chain.sequence()));
    return {};
}

std::filesystem::path headFileIn(const std::filesystem::path& dataFolder) {
    return dataFolder / "log.head";
}

Result<std::optional<Head>> readHeadFile(const std::filesystem::path& file) {
    const auto text = readSmallFile(file, 4096);
    if (!text) return fail("LOG_HEAD_UNREADABLE", "the head of the log " + text.error().message, file.string());
    if (!*text) return std::optional<Head>{};
    const auto head = headFromText(**text);
    if (!head)
        return fail("LOG_HEAD_UNREADABLE", "the head of the log is not readable: " + head.error().message,
                    file.string());
    return std::optional(*head);
}

} // namespace haneul::log
