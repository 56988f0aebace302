#pragma once

#include "core/log/chain.h"
#include "server/log/log_tables.h"

#include <filesystem>
#include <optional>
#include <string>

namespace haneul::log {

// The whole log of one origin as it lies in the database, from the first entry; `head` must lie on it.
// Codes: those of ChainVerifier, LOG_READ.
[[nodiscard]] Result<ChainVerifier> checkChain(LogTables& tables, const std::string& origin, Signatures signatures,
                                               std::optional<PublicKey> pinned, const std::optional<Head>& head);

// That the last record is signed by this key; for a chain checked without signatures.
[[nodiscard]] Result<void> checkLastSignature(LogTables& tables, const ChainVerifier& chain);

// log.head in the data folder: where the log ended at most a second before the program did. Never ahead of the
// database.
[[nodiscard]] std::filesystem::path headFileIn(const std::filesystem::path& dataFolder);
// nullopt when there is no file. Code LOG_HEAD_UNREADABLE.
[[nodiscard]] Result<std::optional<Head>> readHeadFile(const std::filesystem::path& file);

} // namespace haneul::log
