#include "server/plan/plan_projection.h"

#include "core/plan/pattern.h"
#include "server/delivery/ids.h"
#include "server/plan/capacity_limits.h"
#include "server/plan/events.h"
#include "server/plan/plan_codec.h"
#include "server/plan/tables.h"
#include "server/storage/sql.h"

#include <algorithm>
#include <format>
#include <limits>

namespace haneul::plan {

namespace {

using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::Statements;
using storage::textOrNone;

QVariant number(std::uint64_t value) {
    return sqlInteger(static_cast<std::int64_t>(value));
}

std::string ringText(const std::vector<geo::LatLon>& ring) {
    std::string text;
    const auto add = [&](geo::LatLon place) {
        text += std::format("{}{} {}", text.empty() ? "" : ", ", place.longitude_deg, place.latitude_deg);
    };
    std::ranges::for_each(ring, add);
    if (!ring.empty()) add(ring.front());
    return "(" + text + ")";
}

// Well-known text of the way, or of the area; of a circle its centre. Empty: there is none.
std::string geometryText(const Operation& operation) {
    if (const auto* const area = std::get_if<AreaOperation>(&operation)) {
        if (const auto* const circle = std::get_if<geo::Circle>(&area->area))
            return std::format("POINT({} {})", circle->centre.longitude_deg, circle->centre.latitude_deg);
        const auto& polygon = std::get<geo::Polygon>(area->area);
        std::string text = ringText(polygon.outer);
        for (const auto& hole : polygon.holes)
            text += ", " + ringText(hole);
        return polygon.outer.size() < 3 ? "" : "POLYGON(" + text + ")";
    }
    const auto route = routeOf(operation);
    if (!route || route->points.size() < 2) return {};
    std::string text;
    for (const RoutePoint& point : route->points)
        text += std::format("{}{} {} {}", text.empty() ? "" : ", ", point.place.longitude_deg, point.place.latitude_deg,
                            point.height.metres);
    return "LINESTRINGZ(" + text + ")";
}

// Where and when the volumes are. Without volumes: nowhere.
struct Extent {
    std::optional<geo::Box> box;
    std::int64_t begin_ms = std::numeric_limits<std::int64_t>::max();
    std::int64_t end_ms = std::numeric_limits<std::int64_t>::min();
};

Extent extentOf(const FlightPlan& plan) {
    Extent extent;
    for (const geo::Volume4D& volume : plan.volumes) {
        if (!geo::check(volume)) continue; // it stays a draft with it
        const geo::Box box = flatBox(geo::boxOf(volume.area));
        if (!extent.box) extent.box = box;
        extent.box->south_deg = std::min(extent.box->south_deg, box.south_deg);
        extent.box->north_deg = std::max(extent.box->north_deg, box.north_deg);
        extent.box->west_deg = std::min(extent.box->west_deg, box.west_deg);
        extent.box->east_deg = std::max(extent.box->east_deg, box.east_deg);
        const auto begin = volume.from ? sinceEpoch_ms(*volume.from) : std::numeric_limits<std::int64_t>::min();
        const auto end = volume.to ? sinceEpoch_ms(*volume.to) : std::numeric_limits<std::int64_t>::max();
        extent.begin_ms = std::min(extent.begin_ms, begin);
        extent.end_ms = std::max(extent.end_ms, end);
    }
    return extent;
}

struct StepRow {
    std::string_view step;
    std::uint64_t revision = 0;
    std::optional<State> before;
    State after = State::Draft;
    std::string note, digest;
};

// Each function makes of one event what the tables say after it.
struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    void addStep(Statements& statements, const std::string& plan, const StepRow& row) const {
        statements
            .then(QStringLiteral("INSERT INTO flight_plan_steps (plan_id, seq, sequence, step, at_ms, by_user, role, "
                                 "desk, revision, before_state, after_state, note, digest) VALUES "
                                 "(?, (SELECT count(*) FROM flight_plan_steps WHERE plan_id = ?), ?, ?, ?, ?, ?, ?, ?, "
                                 "?, ?, ?, ?)"),
                  {sqlText(plan), sqlText(plan), number(entry.sequence), sqlText(row.step), at(), sqlText(entry.user),
                   sqlText(entry.role), sqlText(entry.desk), number(row.revision),
                   row.before ? sqlText(toString(*row.before)) : QVariant(), sqlText(toString(row.after)),
                   sqlText(row.note), sqlText(row.digest)})
            .then(QStringLiteral("UPDATE flight_plans SET status = ?, holds = ?, sequence = ? WHERE plan_id = ?"),
                  {sqlText(toString(row.after)), sqlInteger(holdsAirspace(row.after) ? 1 : 0), number(entry.sequence),
                   sqlText(plan)});
    }

    // Where the plan stands before this entry.
    [[nodiscard]] Result<State> stateOf(const std::string& plan) const {
        const auto standing = readStanding(database, plan);
        if (!standing) return std::unexpected(standing.error());
        if (!*standing) return fail("BAD_ENTRY", "it is about a plan that is not known", plan);
        return (*standing)->state;
    }

    [[nodiscard]] Result<void> step(const std::string& plan, Action action, StepRow row) const {
        const auto before = stateOf(plan);
        if (!before) return std::unexpected(before.error());
        const auto after = apply(*before, action);
        if (!after) return fail("BAD_ENTRY", after.error().message, plan);
        row.before = *before;
        row.after = *after;
        Statements statements(database);
        addStep(statements, plan, row);
        return statements.outcome();
    }

    Result<void> operator()(const PlanSaved& event) {
        const auto plan = planFromJson(event.body);
        if (!plan) return std::unexpected(plan.error());
        const auto standing = readStanding(database, event.plan);
        if (!standing) return std::unexpected(standing.error());
        const Extent extent = extentOf(*plan);
        const auto degrees = [&](double geo::Box::* side) {
            return extent.box ? QVariant((*extent.box).*side) : QVariant();
        };
        const auto geometry = geometryText(plan->operation);
        Statements statements(database);
        statements.then(
            QStringLiteral(
                "INSERT INTO flight_plans (plan_id, number, pilot_id, drone_id, start_time, end_time, status, "
                "route_geom, operator_id, mission_id, pilot_user, revision, priority, begin_ms, end_ms, south, west, "
                "north, east, holds, created_ms, created_by, changed_ms, changed_by, submitted_ms, submitted_by, "
                "reason, sequence) VALUES (?, ?, ?, ?, ?, ?, 'DRAFT', GeomFromText(?, 4326), ?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, 0, ?, ?, ?, ?, NULL, '', '', ?) ON CONFLICT (plan_id) DO UPDATE SET "
                "pilot_id = excluded.pilot_id, drone_id = excluded.drone_id, start_time = excluded.start_time, "
                "end_time = excluded.end_time, route_geom = excluded.route_geom, operator_id = excluded.operator_id, "
                "mission_id = excluded.mission_id, pilot_user = excluded.pilot_user, revision = excluded.revision, "
                "priority = excluded.priority, begin_ms = excluded.begin_ms, end_ms = excluded.end_ms, "
                "south = excluded.south, west = excluded.west, north = excluded.north, east = excluded.east, "
                "changed_ms = excluded.changed_ms, changed_by = excluded.changed_by, reason = ''"),
            {sqlText(event.plan),
             sqlInteger(delivery::numberOf(planIds, event.plan)),
             sqlText(plan->pilot_id),
             sqlText(plan->drone_id),
             sqlTime(plan->start),
             sqlTime(plan->end),
             textOrNone(geometry),
             sqlText(plan->operator_id),
             textOrNone(event.mission),
             sqlText(event.pilot_user),
             number(event.revision),
             sqlInteger(plan->priority),
             sqlInteger(extent.begin_ms),
             sqlInteger(extent.end_ms),
             degrees(&geo::Box::south_deg),
             degrees(&geo::Box::west_deg),
             degrees(&geo::Box::north_deg),
             degrees(&geo::Box::east_deg),
             at(),
             sqlText(entry.user),
             at(),
             sqlText(entry.user),
             number(entry.sequence)});
        statements.then(QStringLiteral("INSERT INTO flight_plan_versions (plan_id, revision, at_ms, by_user, body) "
                                       "VALUES (?, ?, ?, ?, ?)"),
                        {sqlText(event.plan), number(event.revision), at(), sqlText(entry.user), sqlText(event.body)});
        addStep(statements, event.plan,
                {.step = *standing ? "CHANGED" : "CREATED",
                 .revision = event.revision,
                 .before = *standing ? std::optional((*standing)->state) : std::nullopt,
                 .after = State::Draft});
        return statements.outcome();
    }

    Result<void> operator()(const PlanSubmitted& event) {
        return step(event.plan, Action::Submit, {.step = "SUBMITTED", .revision = event.revision}).and_then([&] {
            return run(database,
                       QStringLiteral("UPDATE flight_plans SET submitted_ms = ?, submitted_by = ? WHERE plan_id = ?"),
                       {at(), sqlText(entry.user), sqlText(event.plan)});
        });
    }

    Result<void> operator()(const PlanChecked& event) {
        const auto before = stateOf(event.plan);
        if (!before) return std::unexpected(before.error());
        if (*before != event.state && !allowed(*before, event.state))
            return fail("BAD_ENTRY", "the state does not follow the one before", event.plan);
        Statements statements(database);
        statements.then(QStringLiteral("INSERT INTO flight_plan_evidence (plan_id, sequence, revision, digest, at_ms, "
                                       "acceptable, body) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                        {sqlText(event.plan), number(entry.sequence), number(event.revision), sqlText(event.digest),
                         at(), sqlInteger(event.acceptable ? 1 : 0), sqlText(entry.body)});
        StepRow row{.step = event.acceptable ? "CHECKS_PASSED" : "CHECKS_FAILED",
                    .revision = event.revision,
                    .before = *before,
                    .after = event.state,
                    .note = summaryOf(event.reports),
                    .digest = event.digest};
        addStep(statements, event.plan, row);
        addNotified(statements, event.plan, row, event.notice,
                    event.acceptable ? "APPROVERS_NOTIFIED" : "PILOT_NOTIFIED");
        return statements.outcome();
    }

    void addNotified(Statements& statements, const std::string& plan, StepRow row, const std::string& notice,
                     std::string_view step) const {
        if (notice.empty()) return;
        row.step = step;
        row.before = row.after;
        row.note = notice;
        addStep(statements, plan, row);
    }

    template <class Approved>
    Result<void> approved(const Approved& event, std::string_view name, State after, std::string_view notified) {
        const auto before = stateOf(event.plan);
        if (!before) return std::unexpected(before.error());
        if (*before != after && !allowed(*before, after))
            return fail("BAD_ENTRY", "the state does not follow the one before", event.plan);
        Statements statements(database);
        statements.then(
            QStringLiteral("INSERT INTO flight_plan_approvals (plan_id, revision, number, by_user, at_ms, digest, "
                           "conditions) VALUES (?, ?, (SELECT count(*) + 1 FROM flight_plan_approvals WHERE plan_id = "
                           "? AND revision = ?), ?, ?, ?, ?)"),
            {sqlText(event.plan), number(event.revision), sqlText(event.plan), number(event.revision),
             sqlText(entry.user), at(), sqlText(event.digest), sqlText(event.conditions)});
        StepRow row{.step = name,
                    .revision = event.revision,
                    .before = *before,
                    .after = after,
                    .note = event.conditions,
                    .digest = event.digest};
        addStep(statements, event.plan, row);
        addNotified(statements, event.plan, row, event.notice, notified);
        return statements.outcome();
    }

    Result<void> operator()(const PlanFirstApproved& event) {
        return approved(event, "FIRST_APPROVED", State::PendingApproval, "APPROVERS_NOTIFIED");
    }

    Result<void> operator()(const PlanApproved& event) {
        return approved(event, "APPROVED", State::Approved, "PILOT_NOTIFIED");
    }

    static constexpr std::string_view stepOf(Action action) {
        switch (action) {
        case Action::Return:
            return "RETURNED";
        case Action::Reject:
            return "REJECTED";
        case Action::Withdraw:
            return "WITHDRAWN";
        case Action::Revoke:
            return "REVOKED";
        case Action::Activate:
            return "ACTIVATED";
        default:
            return "ENDED";
        }
    }

    template <Action action>
    Result<void> operator()(const PlanMoved<action>& event) {
        const auto before = stateOf(event.plan);
        if (!before) return std::unexpected(before.error());
        const auto next = apply(*before, action);
        if (!next) return fail("BAD_ENTRY", next.error().message, event.plan);
        Statements statements(database);
        StepRow row{.step = stepOf(action),
                    .revision = event.revision,
                    .before = *before,
                    .after = *next,
                    .note = event.reason};
        addStep(statements, event.plan, row);
        statements.then(QStringLiteral("UPDATE flight_plans SET reason = ? WHERE plan_id = ?"),
                        {sqlText(event.reason), sqlText(event.plan)});
        addNotified(statements, event.plan, row, event.notice,
                    action == Action::Withdraw ? "APPROVERS_NOTIFIED" : "PILOT_NOTIFIED");
        return statements.outcome();
    }
};

} // namespace

Result<void> PlanProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS flight_plans ("
                       "plan_id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, pilot_id TEXT NOT NULL, "
                       "drone_id TEXT NOT NULL, start_time INTEGER NOT NULL, end_time INTEGER NOT NULL, "
                       "status TEXT NOT NULL, route_geom BLOB, operator_id TEXT NOT NULL, "
                       "mission_id TEXT REFERENCES missions (mission_id), pilot_user TEXT NOT NULL, "
                       "revision INTEGER NOT NULL, priority INTEGER NOT NULL, begin_ms INTEGER NOT NULL, "
                       "end_ms INTEGER NOT NULL, south REAL, west REAL, north REAL, east REAL, "
                       "holds INTEGER NOT NULL, created_ms INTEGER NOT NULL, created_by TEXT NOT NULL, "
                       "changed_ms INTEGER NOT NULL, changed_by TEXT NOT NULL, submitted_ms INTEGER, "
                       "submitted_by TEXT NOT NULL, reason TEXT NOT NULL, sequence INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS flight_plans_in_the_way ON flight_plans (holds, end_ms, begin_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS flight_plans_by_state ON flight_plans (status, end_time)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS flight_plans_by_number ON flight_plans (number)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS flight_plans_by_mission ON flight_plans (mission_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS flight_plan_versions ("
                       "plan_id TEXT NOT NULL REFERENCES flight_plans, revision INTEGER NOT NULL, "
                       "at_ms INTEGER NOT NULL, by_user TEXT NOT NULL, body TEXT NOT NULL, "
                       "PRIMARY KEY (plan_id, revision)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS flight_plan_evidence ("
                       "plan_id TEXT NOT NULL, sequence INTEGER NOT NULL, revision INTEGER NOT NULL, "
                       "digest TEXT NOT NULL, at_ms INTEGER NOT NULL, acceptable INTEGER NOT NULL, "
                       "body TEXT NOT NULL, PRIMARY KEY (plan_id, sequence), "
                       "FOREIGN KEY (plan_id, revision) REFERENCES flight_plan_versions) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS flight_plan_approvals ("
                       "plan_id TEXT NOT NULL, revision INTEGER NOT NULL, number INTEGER NOT NULL, "
                       "by_user TEXT NOT NULL, at_ms INTEGER NOT NULL, digest TEXT NOT NULL, "
                       "conditions TEXT NOT NULL, PRIMARY KEY (plan_id, revision, number), "
                       "FOREIGN KEY (plan_id, revision) REFERENCES flight_plan_versions) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS flight_plan_steps ("
                       "plan_id TEXT NOT NULL REFERENCES flight_plans, seq INTEGER NOT NULL, "
                       "sequence INTEGER NOT NULL, step TEXT NOT NULL, at_ms INTEGER NOT NULL, "
                       "by_user TEXT NOT NULL, role TEXT NOT NULL, desk TEXT NOT NULL, revision INTEGER NOT NULL, "
                       "before_state TEXT, after_state TEXT NOT NULL, note TEXT NOT NULL, digest TEXT NOT NULL, "
                       "PRIMARY KEY (plan_id, seq)) STRICT"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return createCapacityTable(database);
}

Result<void> PlanProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (entry.type.starts_with(capacityPrefix)) return applyCapacityEvent(database, entry);
    if (!entry.type.starts_with(planPrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

} // namespace haneul::plan
