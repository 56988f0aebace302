#include "server/study_store/study_projection.h"

#include "server/storage/sql.h"

namespace haneul::study_store {

namespace {

using storage::readAll;
using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::text;

const QString headColumns = QStringLiteral(
    "SELECT study_id, revision, kind, name, preset, provenance, saved_by, saved_ms, "
    "length(CAST(input AS BLOB)) + length(CAST(result AS BLOB)), retired_by, retired_reason, retired_ms");
constexpr int inputColumn = 12;

StudyHead headOf(const QSqlQuery& row) {
    StudyHead head{.id = text(row, 0),
                   .revision = row.value(1).toULongLong(),
                   .kind = text(row, 2),
                   .name = text(row, 3),
                   .preset = text(row, 4),
                   .provenance = text(row, 5),
                   .by = text(row, 6),
                   .at = storage::time(row, 7),
                   .bytes = static_cast<std::size_t>(row.value(8).toULongLong()),
                   .retired = {}};
    if (!row.value(9).isNull()) head.retired = Retirement{text(row, 9), text(row, 10), storage::time(row, 11)};
    return head;
}

Result<void> save(storage::Database& database, const log::Entry& entry) {
    const auto study = studyFrom(entry.body);
    if (!study) return std::unexpected(study.error());
    // Two desks may have saved a revision apart: the later entry of the log stands, the other is in the log. What was
    // retired meanwhile is in use again.
    return run(
        database,
        QStringLiteral("INSERT INTO saved_studies (study_id, revision, kind, name, preset, provenance, saved_by, "
                       "saved_ms, input, result) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (study_id) DO UPDATE SET revision = revision + 1, kind = excluded.kind, "
                       "name = excluded.name, preset = excluded.preset, provenance = excluded.provenance, "
                       "saved_by = excluded.saved_by, saved_ms = excluded.saved_ms, input = excluded.input, "
                       "result = excluded.result, retired_by = NULL, retired_reason = NULL, retired_ms = NULL"),
        {sqlText(study->id), sqlText(study->kind), sqlText(study->name), sqlText(study->preset),
         sqlText(study->provenance), sqlText(entry.user), sqlInteger(entry.time.wall_ms), sqlText(study->input),
         sqlText(study->result)});
}

Result<void> retire(storage::Database& database, const log::Entry& entry) {
    const auto retired = retiredFrom(entry.body);
    if (!retired) return std::unexpected(retired.error());
    return run(database,
               QStringLiteral("UPDATE saved_studies SET retired_by = ?, retired_reason = ?, retired_ms = ? WHERE "
                              "study_id = ?"),
               {sqlText(entry.user), sqlText(retired->reason), sqlInteger(entry.time.wall_ms), sqlText(retired->id)});
}

} // namespace

Result<void> StudyProjection::create(storage::Database& database) {
    for (const QString& statement :
         {QStringLiteral("CREATE TABLE IF NOT EXISTS saved_studies (study_id TEXT NOT NULL PRIMARY KEY, revision "
                         "INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, preset TEXT NOT NULL, provenance "
                         "TEXT NOT NULL, saved_by TEXT NOT NULL, saved_ms INTEGER NOT NULL, input TEXT NOT NULL, "
                         "result TEXT NOT NULL, retired_by TEXT, retired_reason TEXT, retired_ms INTEGER) STRICT"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS saved_studies_by_kind ON saved_studies (kind, saved_ms)")})
        if (auto made = database.execute(statement); !made) return made;
    return {};
}

Result<void> StudyProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (entry.type == studySaved) return save(database, entry);
    if (entry.type == studyRetired) return retire(database, entry);
    return {};
}

Result<std::vector<StudyHead>> findStudies(const storage::Database& database, const StudyFilter& filter) {
    return readAll<StudyHead>(
        database,
        headColumns + QStringLiteral(" FROM saved_studies WHERE (? = '' OR kind = ?) AND (? = 1 OR retired_ms IS NULL) "
                                     "ORDER BY saved_ms DESC, study_id LIMIT ?"),
        {sqlText(filter.kind), sqlText(filter.kind), sqlInteger(filter.retired ? 1 : 0),
         sqlInteger(static_cast<std::int64_t>(filter.limit))},
        headOf);
}

Result<SavedStudy> readStudy(const storage::Database& database, const std::string& id) {
    auto found = readAll<SavedStudy>(
        database, headColumns + QStringLiteral(", input, result FROM saved_studies WHERE study_id = ?"), {sqlText(id)},
        [](const QSqlQuery& row) {
            return SavedStudy{headOf(row), text(row, inputColumn), text(row, inputColumn + 1)};
        });
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return fail("NO_SUCH_STUDY", "there is no such saved study", id);
    return std::move(found->front());
}

} // namespace haneul::study_store
