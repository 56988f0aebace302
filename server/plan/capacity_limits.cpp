#include "server/plan/capacity_limits.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/delivery/ids.h"
#include "server/plan/plan_codec.h"
#include "server/storage/sql.h"

#include <algorithm>
#include <format>
#include <limits>

namespace haneul::plan {

namespace {

using deconflict::CapacityLimit;
using storage::sqlText;

constexpr std::string_view setType = "capacity.limit_set";
constexpr std::string_view removedType = "capacity.limit_removed";

std::string bodyOf(const CapacityLimit& limit) {
    json::JsonWriter json;
    json.beginObject().key("id").string(limit.id).key("most").integer(limit.most).key("place");
    writeVolume(json, limit.place);
    json.endObject();
    return json.take();
}

Result<CapacityLimit> limitFrom(std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    CapacityLimit limit;
    auto id = object->string("id");
    if (!id) return std::unexpected(id.error());
    const auto most = object->integer("most");
    if (!most) return std::unexpected(most.error());
    auto place = object->object("place").and_then(volumeFrom);
    if (!place) return std::unexpected(place.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    if (*most < 1 || *most > std::numeric_limits<int>::max()) return fail("BAD_FIELD", "must be 1 or more", "most");
    return CapacityLimit{*std::move(id), *std::move(place), static_cast<int>(*most)};
}

} // namespace

Result<void> createCapacityTable(storage::Database& database) {
    return database.execute(
        QStringLiteral("CREATE TABLE IF NOT EXISTS capacity_limits ("
                       "limit_id TEXT NOT NULL PRIMARY KEY, most INTEGER NOT NULL, "
                       "set_ms INTEGER NOT NULL, set_by TEXT NOT NULL, body TEXT NOT NULL) STRICT"));
}

Result<void> applyCapacityEvent(storage::Database& database, const log::Entry& entry) {
    if (entry.type == removedType) {
        auto object = json::Object::parse(entry.body);
        if (!object) return std::unexpected(object.error());
        const auto id = object->string("id");
        if (!id) return std::unexpected(id.error());
        return storage::run(database, QStringLiteral("DELETE FROM capacity_limits WHERE limit_id = ?"), {sqlText(*id)});
    }
    if (entry.type != setType) return fail("BAD_ENTRY", "an unknown entry about capacity", entry.type);
    const auto limit = limitFrom(entry.body);
    if (!limit) return std::unexpected(limit.error());
    return storage::run(database,
                        QStringLiteral("INSERT OR REPLACE INTO capacity_limits (limit_id, most, set_ms, set_by, body) "
                                       "VALUES (?, ?, ?, ?, ?)"),
                        {sqlText(limit->id), storage::sqlInteger(limit->most), storage::sqlInteger(entry.time.wall_ms),
                         sqlText(entry.user), sqlText(entry.body)});
}

Result<std::vector<CapacityLimit>> readCapacityLimits(const storage::Database& database) {
    const auto bodies =
        storage::readAll<std::string>(database, QStringLiteral("SELECT body FROM capacity_limits ORDER BY limit_id"),
                                      {}, [](const QSqlQuery& row) { return storage::text(row, 0); });
    if (!bodies) return std::unexpected(bodies.error());
    std::vector<CapacityLimit> limits;
    for (const std::string& body : *bodies) {
        auto limit = limitFrom(body);
        if (!limit) return std::unexpected(limit.error());
        limits.push_back(*std::move(limit));
    }
    return limits;
}

Result<std::vector<log::NewEvent>> decideSetCapacity(const storage::Database& database, const CapacityLimit& limit) {
    if (!delivery::isGoodId(limit.id))
        return fail("BAD_ID", "an id is 1 to 64 letters, digits, '-', '_' and '.'", "id");
    if (const auto sound = deconflict::check(limit); !sound) return std::unexpected(sound.error());
    const auto known = readCapacityLimits(database);
    if (!known) return std::unexpected(known.error());
    const auto same = std::ranges::find(*known, limit.id, &CapacityLimit::id);
    if (same != known->end() && *same == limit) return std::vector<log::NewEvent>();
    if (same == known->end() && known->size() >= mostCapacityLimits)
        return fail("TOO_MANY", std::format("at most {} limits", mostCapacityLimits), limit.id);
    return std::vector{log::NewEvent{std::string(setType), bodyOf(limit)}};
}

Result<std::vector<log::NewEvent>> decideRemoveCapacity(const storage::Database& database, const std::string& id) {
    const auto known = readCapacityLimits(database);
    if (!known) return std::unexpected(known.error());
    if (!std::ranges::contains(*known, id, &CapacityLimit::id))
        return fail("NO_SUCH_LIMIT", "there is no limit of capacity with this id", id);
    json::JsonWriter json;
    json.beginObject().key("id").string(id).endObject();
    return std::vector{log::NewEvent{std::string(removedType), json.take()}};
}

} // namespace haneul::plan
