#pragma once

#include "server/log/event_log.h"
#include "server/storage/database.h"
#include "server/study_store/saved_study.h"

#include <string>
#include <vector>

namespace haneul::study_store {

// The table made from study.saved and study.retired: saved_studies, the latest revision of each.
class StudyProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "saved_studies"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"saved_studies"}; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

struct StudyFilter {
    std::string kind;        // empty: any
    bool retired = false;    // those too
    std::size_t limit = 200; // 1 to 1000
};

// The newest first. Code DATABASE.
[[nodiscard]] Result<std::vector<StudyHead>> findStudies(const storage::Database& database, const StudyFilter& filter);
// Codes DATABASE, NO_SUCH_STUDY.
[[nodiscard]] Result<SavedStudy> readStudy(const storage::Database& database, const std::string& id);

} // namespace haneul::study_store
