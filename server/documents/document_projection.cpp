#include "server/documents/document_projection.h"

#include "server/storage/sql.h"

#include <charconv>

namespace haneul::documents {

namespace {

using storage::readAll;
using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::text;

std::optional<UtcMs> timeOrNone(const QSqlQuery& row, int column) {
    return row.value(column).isNull() ? std::nullopt : std::optional(storage::time(row, column));
}

DocumentHead headOf(const QSqlQuery& row) {
    DocumentHead head{.id = text(row, 0),
                      .revision = row.value(1).toULongLong(),
                      .kind = text(row, 2),
                      .about = {text(row, 3), text(row, 4), text(row, 5)},
                      .keepUntil = timeOrNone(row, 9),
                      .by = text(row, 6),
                      .at = storage::time(row, 7),
                      .bytes = static_cast<std::size_t>(row.value(8).toULongLong())};
    if (!row.value(10).isNull())
        head.content = Content{text(row, 10), text(row, 11), text(row, 12), row.value(13).toULongLong()};
    if (!row.value(14).isNull()) head.withdrawn = Withdrawal{text(row, 14), text(row, 15), storage::time(row, 16)};
    return head;
}

constexpr int bodyColumn = 17;

QVariant numberOrNull(const std::string& value) {
    double number = 0;
    const char* const end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, number);
    return problem == std::errc() && stop == end ? QVariant(number) : QVariant();
}

const QString headColumns = QStringLiteral("SELECT document_id, revision, kind, mission, plan, drone, put_by, put_ms, "
                                           "length(CAST(body AS BLOB)), keep_until_ms, content_place, content_type, "
                                           "content_sha256, content_bytes, withdrawn_by, withdrawn_reason, "
                                           "withdrawn_ms ");

QVariant timeOrNull(const std::optional<UtcMs>& time) {
    return time ? sqlInteger(sinceEpoch_ms(*time)) : QVariant();
}

} // namespace

Result<void> DocumentProjection::create(storage::Database& database) {
    for (const QString& statement :
         {QStringLiteral("CREATE TABLE IF NOT EXISTS documents (document_id TEXT NOT NULL, revision INTEGER NOT NULL, "
                         "latest INTEGER NOT NULL, kind TEXT NOT NULL, mission TEXT NOT NULL, plan TEXT NOT NULL, "
                         "drone TEXT NOT NULL, put_by TEXT NOT NULL, put_ms INTEGER NOT NULL, body TEXT NOT NULL, "
                         "keep_until_ms INTEGER, content_place TEXT, content_type TEXT, content_sha256 TEXT, "
                         "content_bytes INTEGER, withdrawn_by TEXT, withdrawn_reason TEXT, withdrawn_ms INTEGER, "
                         "PRIMARY KEY (document_id, revision)) STRICT"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS documents_by_kind ON documents (latest, kind, put_ms)"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS documents_by_mission ON documents (mission)"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS documents_by_plan ON documents (plan)"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS documents_by_drone ON documents (drone)")})
        if (auto made = database.execute(statement); !made) return made;
    return {};
}

Result<void> DocumentProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (entry.type == documentWithdrawn) return withdraw(database, entry);
    if (entry.type != documentPut) return {};
    const auto put = documentFrom(entry.body);
    if (!put) return std::unexpected(put.error());
    const auto last =
        database.value(QStringLiteral("SELECT max(revision) FROM documents WHERE document_id = ?"), {sqlText(put->id)});
    if (!last) return std::unexpected(last.error());
    if (auto done =
            run(database, QStringLiteral("UPDATE documents SET latest = 0 WHERE document_id = ? AND latest = 1"),
                {sqlText(put->id)});
        !done)
        return done;
    QVariantList content{QVariant(), QVariant(), QVariant(), QVariant()};
    if (put->content)
        content = {sqlText(put->content->place), sqlText(put->content->mediaType), sqlText(put->content->sha256),
                   sqlInteger(static_cast<std::int64_t>(put->content->bytes))};
    // Two desks may have put a revision apart: both are kept, one after the other.
    return run(database,
               QStringLiteral("INSERT INTO documents (document_id, revision, latest, kind, mission, plan, drone, "
                              "put_by, put_ms, body, keep_until_ms, content_place, content_type, content_sha256, "
                              "content_bytes) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               QVariantList{sqlText(put->id), sqlInteger(last->toLongLong() + 1), sqlText(put->kind),
                            sqlText(put->about.mission), sqlText(put->about.plan), sqlText(put->about.drone),
                            sqlText(entry.user), sqlInteger(entry.time.wall_ms), sqlText(put->body),
                            timeOrNull(put->keepUntil)} +
                   content);
}

Result<void> DocumentProjection::withdraw(storage::Database& database, const log::Entry& entry) {
    const auto withdrawn = withdrawnFrom(entry.body);
    if (!withdrawn) return std::unexpected(withdrawn.error());
    return run(
        database,
        QStringLiteral("UPDATE documents SET withdrawn_by = ?, withdrawn_reason = ?, withdrawn_ms = ? WHERE "
                       "document_id = ? AND latest = 1"),
        {sqlText(entry.user), sqlText(withdrawn->reason), sqlInteger(entry.time.wall_ms), sqlText(withdrawn->id)});
}

Result<std::vector<DocumentHead>> findDocuments(const storage::Database& database, const DocumentFilter& filter) {
    QString statement = headColumns + QStringLiteral("FROM documents WHERE latest = 1");
    QVariantList values;
    const auto where = [&](const QString& condition, const std::string& value) {
        if (value.empty()) return;
        statement += condition;
        values << sqlText(value);
    };
    where(QStringLiteral(" AND kind = ?"), filter.kind);
    where(QStringLiteral(" AND mission = ?"), filter.about.mission);
    where(QStringLiteral(" AND plan = ?"), filter.about.plan);
    where(QStringLiteral(" AND drone = ?"), filter.about.drone);
    where(QStringLiteral(" AND content_sha256 = ?"), filter.sha256);
    if (!filter.withdrawn) statement += QStringLiteral(" AND withdrawn_ms IS NULL");
    if (filter.from) {
        statement += QStringLiteral(" AND put_ms >= ?");
        values << timeOrNull(filter.from);
    }
    if (filter.to) {
        statement += QStringLiteral(" AND put_ms < ?");
        values << timeOrNull(filter.to);
    }
    if (!filter.path.empty() || filter.value) {
        const auto path = sqlPath(filter.path);
        if (!path) return std::unexpected(path.error());
        statement += QStringLiteral(" AND json_type(body, ?) IS NOT NULL");
        values << sqlText(*path);
        if (filter.value) {
            statement += QStringLiteral(" AND CASE json_type(body, ?) WHEN 'text' THEN json_extract(body, ?) = ? "
                                        "WHEN 'integer' THEN json_extract(body, ?) = ? "
                                        "WHEN 'real' THEN json_extract(body, ?) = ? "
                                        "WHEN 'true' THEN ? = 'true' WHEN 'false' THEN ? = 'false' "
                                        "WHEN 'null' THEN ? = 'null' ELSE 0 END");
            const QVariant at = sqlText(*path);
            const QVariant value = sqlText(*filter.value);
            const QVariant number = numberOrNull(*filter.value); // null is equal to nothing
            values << at << at << value << at << number << at << number << value << value << value;
        }
    }
    statement += QStringLiteral(" ORDER BY put_ms DESC, document_id LIMIT ?");
    values << sqlInteger(static_cast<std::int64_t>(filter.limit));
    return readAll<DocumentHead>(database, statement, values, headOf);
}

Result<Document> readDocument(const storage::Database& database, const std::string& id,
                              std::optional<std::uint64_t> revision) {
    const QVariant wanted = sqlInteger(static_cast<std::int64_t>(revision.value_or(0)));
    auto found = readAll<Document>(
        database,
        headColumns + QStringLiteral(", body FROM documents WHERE document_id = ? AND ((? = 0 AND latest = 1) OR "
                                     "revision = ?)"),
        {sqlText(id), wanted, wanted},
        [](const QSqlQuery& row) { return Document{headOf(row), text(row, bodyColumn)}; });
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return fail("NO_SUCH_DOCUMENT", "there is no such document, or no such revision of it", id);
    return std::move(found->front());
}

Result<std::vector<DocumentHead>> readRevisions(const storage::Database& database, const std::string& id) {
    return readAll<DocumentHead>(
        database, headColumns + QStringLiteral("FROM documents WHERE document_id = ? ORDER BY revision DESC"),
        {sqlText(id)}, headOf);
}

} // namespace haneul::documents
