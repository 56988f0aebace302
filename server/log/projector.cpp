#include "server/log/projector.h"

#include "server/log/table_digest.h"

#include <algorithm>
#include <exception>
#include <format>

namespace haneul::log {

namespace {

std::vector<std::vector<std::string>> tablesOf(const std::vector<std::unique_ptr<Projection>>& projections) {
    std::vector<std::vector<std::string>> tables;
    for (const auto& projection : projections)
        tables.push_back(projection->tables());
    return tables;
}

// A projection that throws is a projection that fails.
template <class Call>
Result<void> guarded(std::string_view projection, Call call) {
    try {
        auto done = call();
        if (!done && done.error().where.empty()) done.error().where = projection;
        return done;
    } catch (const std::exception& thrown) {
        return fail("PROJECTION", thrown.what(), std::string(projection));
    }
}

} // namespace

Projector::Projector(storage::Database& database, std::vector<std::unique_ptr<Projection>> projections)
    : m_database(database)
    , m_projections(std::move(projections))
    , m_guard(database, tablesOf(m_projections)) {}

std::map<std::string, int> Projector::versions() const {
    std::map<std::string, int> versions;
    for (const auto& projection : m_projections)
        versions.emplace(projection->name(), projection->version());
    return versions;
}

// The last made first, because an earlier table may be the parent of a later one's foreign keys.
Result<void> Projector::dropTables() {
    Result<void> dropped;
    for (auto projection = m_projections.rbegin(); dropped && projection != m_projections.rend(); ++projection) {
        auto names = (*projection)->tables();
        std::ranges::reverse(names);
        for (const std::string& table : names)
            if (dropped) dropped = dropTable(m_database, table);
    }
    return dropped;
}

Result<void> Projector::makeTables(bool dropFirst) {
    m_guard.enter(WriteGuard::Phase::Schema);
    auto made = dropFirst ? dropTables() : Result<void>{};
    for (const auto& projection : m_projections)
        if (made) made = guarded(projection->name(), [&] { return projection->create(m_database); });
    m_guard.enter(WriteGuard::Phase::Log);
    if (const auto breach = m_guard.takeBreach(); made && breach)
        return fail("LOG_GUARD", "a projection made more than its tables: " + *breach);
    return made;
}

Result<void> Projector::applyAll(LogTables& tables, const std::string& origin) {
    Result<void> applied;
    auto walked = tables.upwards(origin, 1, [&](std::uint64_t, ByteView bytes) {
        const auto record = decodeRecord(bytes);
        applied = record ? apply(record->entry) : std::unexpected(record.error());
        return applied.has_value();
    });
    return walked ? applied : walked;
}

Result<void> Projector::prepare(LogTables& tables, const std::string& origin) {
    const auto stored = tables.projections();
    if (!stored) return std::unexpected(stored.error());
    const auto wanted = versions();
    if (wanted.size() != m_projections.size()) return fail("PROJECTION", "two projections have the same name");
    const auto older = [&](const auto& projection) {
        const auto found = stored->find(projection.first);
        return found == stored->end() || found->second != projection.second;
    };
    const bool again = std::ranges::any_of(wanted, older);

    if (auto begun = tables.begin(); !begun) return begun;
    auto done = makeTables(again);
    if (done && again) done = applyAll(tables, origin);
    if (done && *stored != wanted) done = tables.setProjections(wanted);
    if (done) done = tables.commit();
    if (!done) tables.rollback();
    return done;
}

Result<void> Projector::apply(const Entry& entry) {
    Result<void> applied;
    for (std::size_t i = 0; applied && i < m_projections.size(); ++i) {
        m_guard.enter(WriteGuard::Phase::Projecting, i);
        applied = guarded(m_projections[i]->name(), [&] { return m_projections[i]->apply(m_database, entry); });
        if (const auto breach = m_guard.takeBreach())
            applied =
                fail("LOG_GUARD", std::format("projection \"{}\" may not: {}", m_projections[i]->name(), *breach));
    }
    m_guard.enter(WriteGuard::Phase::Log);
    return applied;
}

Result<std::vector<TableComparison>> Projector::rebuild(LogTables& tables, const std::string& origin) {
    std::vector<TableComparison> comparisons;
    std::vector<TableDigest> before;
    for (const auto& projection : m_projections)
        for (const std::string& table : projection->tables()) {
            comparisons.push_back({std::string(projection->name()), table});
            auto digest = digestTable(m_database, table);
            if (!digest) return std::unexpected(digest.error());
            before.push_back(*std::move(digest));
        }
    if (auto begun = tables.begin(); !begun) return std::unexpected(begun.error());
    auto done = makeTables(true);
    if (done) done = applyAll(tables, origin);
    if (done) done = tables.setProjections(versions());
    for (std::size_t i = 0; done && i < comparisons.size(); ++i) {
        const auto after = digestTable(m_database, comparisons[i].table);
        if (!after) {
            done = std::unexpected(after.error());
            break;
        }
        comparisons[i].rows = after->rows.size();
        comparisons[i].onlyBefore = rowsOnlyIn(before[i], *after);
        comparisons[i].onlyAfter = rowsOnlyIn(*after, before[i]);
    }
    if (done) done = tables.commit();
    if (!done) {
        tables.rollback();
        return std::unexpected(done.error());
    }
    return comparisons;
}

} // namespace haneul::log
