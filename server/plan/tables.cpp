#include "server/plan/tables.h"

#include "server/plan/events.h"
#include "server/plan/plan_codec.h"
#include "server/storage/sql.h"

#include "core/json/object.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

namespace haneul::plan {

namespace {

using storage::readAll;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::text;
using storage::time;
using storage::timeOrNone;

std::uint64_t count(const QSqlQuery& row, int column) {
    return static_cast<std::uint64_t>(row.value(column).toLongLong());
}

State stateIn(const QSqlQuery& row, int column) {
    return stateFromString(text(row, column)).value_or(State::Draft);
}

struct PlanRow {
    PlanRecord record;
    std::string id, body;
    State state = State::Draft;
};

Result<std::vector<PlanRow>> rowsWhere(const storage::Database& database, const QString& condition,
                                       const QVariantList& values) {
    return readAll<PlanRow>(
        database,
        QStringLiteral("SELECT p.plan_id, p.status, p.revision, p.pilot_user, p.created_ms, p.created_by, "
                       "p.changed_ms, p.changed_by, p.submitted_ms, p.submitted_by, p.reason, p.sequence, v.body "
                       "FROM flight_plans AS p JOIN flight_plan_versions AS v ON v.plan_id = p.plan_id AND "
                       "v.revision = p.revision WHERE ") %
            condition,
        values, [](const QSqlQuery& row) {
            PlanRow found;
            found.id = text(row, 0);
            found.state = stateIn(row, 1);
            found.record.revision = count(row, 2);
            found.record.pilotUser = text(row, 3);
            found.record.created = time(row, 4);
            found.record.createdBy = text(row, 5);
            found.record.changed = time(row, 6);
            found.record.changedBy = text(row, 7);
            found.record.submitted = timeOrNone(row, 8);
            found.record.submittedBy = text(row, 9);
            found.record.reason = text(row, 10);
            found.record.sequence = count(row, 11);
            found.body = text(row, 12);
            return found;
        });
}

Result<EvidencePtr> readEvidence(const storage::Database& database, const std::string& plan, std::uint64_t revision) {
    struct Row {
        std::string body;
        UtcMs at{};
    };

    const auto rows = readAll<Row>(database,
                                   QStringLiteral("SELECT body, at_ms FROM flight_plan_evidence WHERE plan_id = ? AND "
                                                  "revision = ? ORDER BY sequence DESC LIMIT 1"),
                                   {sqlText(plan), sqlInteger(static_cast<std::int64_t>(revision))},
                                   [](const QSqlQuery& row) { return Row{text(row, 0), time(row, 1)}; });
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return EvidencePtr();
    auto event = eventFrom("plan.checked", rows->front().body);
    if (!event) return std::unexpected(event.error());
    auto& checked = std::get<PlanChecked>(*event);
    return std::make_shared<const Evidence>(
        Evidence{.digest = std::move(checked.digest),
                 .revision = checked.revision,
                 .at = rows->front().at,
                 .acceptable = checked.acceptable,
                 .needed = {static_cast<int>(checked.approvals), std::move(checked.reasons)},
                 .reports = std::move(checked.reports)});
}

Result<PlanPtr> planFrom(const storage::Database& database, PlanRow row) {
    auto plan = planFromJson(row.body);
    if (!plan) return std::unexpected(plan.error());
    auto record = std::make_shared<PlanRecord>(std::move(row.record));
    record->plan = *std::move(plan);
    record->plan.id = row.id;
    record->plan.version = static_cast<int>(record->revision);
    record->plan.state = row.state;
    auto evidence = readEvidence(database, row.id, record->revision);
    if (!evidence) return std::unexpected(evidence.error());
    record->evidence = *std::move(evidence);
    auto approvals = readAll<Approval>(
        database,
        QStringLiteral("SELECT by_user, at_ms, digest, conditions FROM flight_plan_approvals WHERE plan_id = ? AND "
                       "revision = ? ORDER BY number"),
        {sqlText(row.id), sqlInteger(static_cast<std::int64_t>(record->revision))}, [](const QSqlQuery& found) {
            return Approval{text(found, 0), time(found, 1), text(found, 2), text(found, 3)};
        });
    if (!approvals) return std::unexpected(approvals.error());
    record->approvals = *std::move(approvals);
    const auto authors = readAll<std::string>(database,
                                              QStringLiteral("SELECT DISTINCT by_user FROM flight_plan_steps WHERE "
                                                             "plan_id = ? AND step IN ('CREATED', 'CHANGED', "
                                                             "'SUBMITTED')"),
                                              {sqlText(row.id)}, [](const QSqlQuery& found) { return text(found, 0); });
    if (!authors) return std::unexpected(authors.error());
    record->authors.insert(authors->begin(), authors->end());
    const auto flown = readAll<std::pair<std::string, UtcMs>>(
        database,
        QStringLiteral("SELECT step, max(at_ms) FROM flight_plan_steps WHERE plan_id = ? AND step IN ('ACTIVATED', "
                       "'ENDED') GROUP BY step"),
        {sqlText(row.id)}, [](const QSqlQuery& found) { return std::pair(text(found, 0), time(found, 1)); });
    if (!flown) return std::unexpected(flown.error());
    for (const auto& [step, at] : *flown)
        (step == "ACTIVATED" ? record->activated : record->ended) = at;
    return record;
}

Result<std::vector<PlanPtr>> plansWhere(const storage::Database& database, const QString& condition,
                                        const QVariantList& values) {
    auto rows = rowsWhere(database, condition, values);
    if (!rows) return std::unexpected(rows.error());
    std::vector<PlanPtr> plans;
    for (PlanRow& row : *rows) {
        auto plan = planFrom(database, std::move(row));
        if (!plan) return std::unexpected(plan.error());
        plans.push_back(*std::move(plan));
    }
    return plans;
}

// The members of a plan as JSON, each by its name.
std::map<std::string, std::string> membersOf(const std::string& body) {
    std::map<std::string, std::string> members;
    auto plan = planFromJson(body);
    if (!plan) return members;
    const FlightPlan& now = *plan;
    const auto put = [&](const char* name, auto write) {
        json::JsonWriter json;
        write(json);
        members[name] = json.take();
    };
    // A plan that differs in one member only, beside an empty one, tells how that member is written.
    const auto only = [&](const char* name, auto copy) {
        FlightPlan one;
        copy(one);
        auto object = json::Object::parse(planToJson(one));
        if (object) put(name, [&](json::JsonWriter& json) { json.raw(object->raw(name).value_or("null")); });
    };
    const auto word = [&](const char* name, const std::string& value) {
        put(name, [&](json::JsonWriter& json) { json.string(value); });
    };
    const auto words = [&](const char* name, const std::vector<std::string>& values) {
        put(name, [&](json::JsonWriter& json) {
            json.beginArray();
            for (const std::string& value : values)
                json.string(value);
            json.endArray();
        });
    };
    word("operator_id", now.operator_id);
    word("drone_id", now.drone_id);
    word("pilot_id", now.pilot_id);
    word("battery_id", now.battery_id);
    words("payload_ids", now.payload_ids);
    put("parcels_kg", [&](json::JsonWriter& json) { json.exact(now.parcels_kg); });
    word("profile", now.profile);
    word("mission_type", now.missionType);
    word("objective", now.objective);
    word("mission_id", now.mission_id);
    only("operation", [&](FlightPlan& one) { one.operation = now.operation; });
    put("start", [&](json::JsonWriter& json) { json.time(now.start); });
    put("end", [&](json::JsonWriter& json) { json.time(now.end); });
    only("parameters", [&](FlightPlan& one) { one.parameters = now.parameters; });
    only("contingency", [&](FlightPlan& one) { one.contingency = now.contingency; });
    std::vector<std::string> documents;
    for (const RegulatoryDocument& document : now.documents)
        documents.push_back(std::string(toString(document.kind)) + " " + document.number);
    words("documents", documents);
    put("priority", [&](json::JsonWriter& json) { json.integer(now.priority); });
    return members;
}

std::vector<FieldChange> changesOf(const std::string& before, const std::string& after) {
    const auto old = before.empty() ? std::map<std::string, std::string>{} : membersOf(before);
    std::vector<FieldChange> changes;
    for (const auto& [field, value] : membersOf(after)) {
        const auto found = old.find(field);
        const std::string was = found == old.end() ? "" : found->second;
        if (was != value) changes.push_back({field, was, value});
    }
    return changes;
}

} // namespace

Result<std::optional<Standing>> readStanding(const storage::Database& database, const std::string& id) {
    const auto rows =
        readAll<Standing>(database, QStringLiteral("SELECT revision, status FROM flight_plans WHERE plan_id = ?"),
                          {sqlText(id)}, [](const QSqlQuery& row) { return Standing{count(row, 0), stateIn(row, 1)}; });
    if (!rows) return std::unexpected(rows.error());
    return rows->empty() ? std::nullopt : std::optional(rows->front());
}

Result<std::int64_t> nextNumber(const storage::Database& database) {
    return database.value(QStringLiteral("SELECT coalesce(max(number), 0) + 1 FROM flight_plans"))
        .transform([](const QVariant& value) { return static_cast<std::int64_t>(value.toLongLong()); });
}

Result<PlanPtr> readPlan(const storage::Database& database, const std::string& id) {
    auto plans = plansWhere(database, QStringLiteral("p.plan_id = ?"), {sqlText(id)});
    if (!plans) return std::unexpected(plans.error());
    return plans->empty() ? nullptr : std::move(plans->front());
}

Result<std::vector<PlanPtr>> readPlansSince(const storage::Database& database, UtcMs since) {
    QStringList final;
    for (const State state : allStates)
        if (isFinal(state)) final << QLatin1Char('\'') + QString::fromUtf8(toString(state)) + QLatin1Char('\'');
    return plansWhere(database, QStringLiteral("p.end_time >= ? OR p.status NOT IN (") % final.join(u',') % u')',
                      {sqlTime(since)});
}

Result<std::vector<PlanStep>> readSteps(const storage::Database& database, const std::string& id) {
    auto steps = readAll<PlanStep>(
        database,
        QStringLiteral("SELECT sequence, step, at_ms, by_user, role, desk, revision, before_state, after_state, note, "
                       "digest FROM flight_plan_steps WHERE plan_id = ? ORDER BY seq"),
        {sqlText(id)}, [](const QSqlQuery& row) {
            PlanStep step{.sequence = count(row, 0),
                          .step = text(row, 1),
                          .at = time(row, 2),
                          .user = text(row, 3),
                          .role = text(row, 4),
                          .desk = text(row, 5),
                          .revision = count(row, 6)};
            if (!row.isNull(7)) step.before = stateIn(row, 7);
            step.after = stateIn(row, 8);
            step.note = text(row, 9);
            step.evidence = text(row, 10);
            return step;
        });
    if (!steps) return steps;
    const auto bodies = readAll<std::string>(
        database, QStringLiteral("SELECT body FROM flight_plan_versions WHERE plan_id = ? ORDER BY revision"),
        {sqlText(id)}, [](const QSqlQuery& row) { return text(row, 0); });
    if (!bodies) return std::unexpected(bodies.error());
    for (PlanStep& step : *steps)
        if ((step.step == "CREATED" || step.step == "CHANGED") && step.revision >= 1 && step.revision <= bodies->size())
            step.changes = changesOf(step.revision == 1 ? std::string() : (*bodies)[step.revision - 2],
                                     (*bodies)[step.revision - 1]);
    return steps;
}

geo::Box flatBox(const geo::Box& box) {
    if (box.west_deg <= box.east_deg) return box;
    return {.south_deg = box.south_deg, .west_deg = -180, .north_deg = box.north_deg, .east_deg = 180};
}

Result<std::vector<FlightPlan>> readStandingPlans(const storage::Database& database, UtcMs from, UtcMs to,
                                                  const std::vector<geo::Box>& boxes, const std::string& except) {
    std::vector<FlightPlan> plans;
    if (boxes.empty()) return plans;
    QStringList meets;
    QVariantList values{sqlTime(from), sqlTime(to), sqlText(except)};
    for (const geo::Box& box : boxes) {
        meets << QStringLiteral("(south <= ? AND north >= ? AND west <= ? AND east >= ?)");
        values << box.north_deg << box.south_deg << box.east_deg << box.west_deg;
    }
    auto rows = rowsWhere(database,
                          QStringLiteral("p.holds = 1 AND p.end_ms > ? AND p.begin_ms < ? AND p.plan_id <> ? AND (") %
                              meets.join(QStringLiteral(" OR ")) % QStringLiteral(") ORDER BY p.plan_id"),
                          values);
    if (!rows) return std::unexpected(rows.error());
    for (const PlanRow& row : *rows) {
        auto plan = planFromJson(row.body);
        if (!plan) return std::unexpected(plan.error());
        plan->id = row.id;
        plan->state = row.state;
        plans.push_back(*std::move(plan));
    }
    return plans;
}

Result<std::vector<deconflict::Intent>> readIntents(const storage::Database& database, UtcMs from, UtcMs to,
                                                    const std::vector<geo::Box>& boxes, const std::string& except) {
    return readStandingPlans(database, from, to, boxes, except).transform([](std::vector<FlightPlan> plans) {
        std::vector<deconflict::Intent> intents;
        for (FlightPlan& plan : plans)
            intents.push_back(
                {.id = std::move(plan.id), .priority = plan.priority, .volumes = std::move(plan.volumes)});
        return intents;
    });
}

std::string summaryOf(const std::vector<CheckReport>& reports) {
    std::string words;
    for (const CheckReport& report : reports)
        if (report.verdict != Verdict::Pass)
            words += (words.empty() ? "" : ", ") + std::string(toString(report.kind)) + " " +
                     std::string(toString(report.verdict));
    return words;
}

} // namespace haneul::plan
