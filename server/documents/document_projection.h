#pragma once

#include "server/documents/document.h"
#include "server/log/event_log.h"
#include "server/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace haneul::documents {

// The table made from document.put and document.withdrawn: documents, one row per revision; `latest` marks the last of
// each, and on it stands a withdrawal.
class DocumentProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "documents"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"documents"}; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;

private:
    static Result<void> withdraw(storage::Database& database, const log::Entry& entry);
};

struct DocumentFilter { // of the latest revisions; empty: any
    std::string kind;
    About about;
    std::optional<UtcMs> from, to;    // put in this time; `to` itself does not belong to it
    std::string sha256;               // of the content
    bool withdrawn = false;           // those too
    std::string path;                 // a field that must be there (sqlPath) ...
    std::optional<std::string> value; // ... with this text, number, "true", "false" or "null"; none: with any
    std::size_t limit = 200;          // 1 to 1000
};

// Codes DATABASE, BAD_PATH.
[[nodiscard]] Result<std::vector<DocumentHead>> findDocuments(const storage::Database& database,
                                                              const DocumentFilter& filter); // the newest first
// The latest revision, or that one. Code NO_SUCH_DOCUMENT.
[[nodiscard]] Result<Document> readDocument(const storage::Database& database, const std::string& id,
                                            std::optional<std::uint64_t> revision = {});
[[nodiscard]] Result<std::vector<DocumentHead>> readRevisions(const storage::Database& database,
                                                              const std::string& id); // the newest first

} // namespace haneul::documents
