#include "server/runtime/zone_notices.h"

#include "core/airspace/impact.h"
#include "core/formats/zone_json.h"
#include "server/airspace/tables.h"
#include "server/notify/notifier.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace haneul::runtime {

namespace {

using notify::NewNotice;

constexpr std::chrono::days lookAhead{366}; // for flight plans that a zone hits

// Everybody who flies near it. A zone that is larger than an area of operation can be: every operator.
void addressOperators(NewNotice& notice, const airspace::Zone& zone) {
    std::vector<geo::LatLon> corners;
    for (const airspace::Layer& layer : zone.layers) {
        const geo::Box box = geo::boxOf(layer.area);
        for (const double lat_deg : {box.south_deg, box.north_deg})
            for (const double lon_deg : {box.west_deg, box.east_deg})
                corners.push_back({lat_deg, lon_deg});
    }
    notice.to.area = notify::circleAround(corners);
    if (notice.to.area && notice.to.area->radius_m > 0 && notice.to.area->radius_m <= notify::largestRadius_m) return;
    notice.to.area.reset();
    notice.to.roles = {people::Role::Pilot, people::Role::Planner};
}

bool isRestrictive(airspace::ZoneType type) {
    return type != airspace::ZoneType::NoRestriction;
}

NewNotice noticeOf(const std::string& key, std::string_view cause, std::string message,
                   std::vector<std::string> arguments) {
    return {.key = std::format("zone:{}:{}", key, cause),
            .kind = notify::NoticeKind::Airspace,
            .severity = notify::Severity::Warning,
            .message = std::move(message),
            .arguments = std::move(arguments),
            .to = {},
            .about = {.plan = {}, .zone = key, .mission = {}}};
}

// The whole time in which it may apply; "-": open that way.
std::pair<std::string, std::string> spanOf(const airspace::Zone& zone) {
    std::optional<UtcMs> from, to;
    bool openFrom = zone.periods.empty(), openTo = zone.periods.empty();
    for (const airspace::Period& period : zone.periods) {
        openFrom |= !period.from;
        openTo |= !period.to;
        if (period.from) from = from ? std::min(*from, *period.from) : *period.from;
        if (period.to) to = to ? std::max(*to, *period.to) : *period.to;
    }
    return {openFrom || !from ? "-" : toRfc3339(*from), openTo || !to ? "-" : toRfc3339(*to)};
}

class Telling {
public:
    Telling(const storage::Database& database, UtcMs now)
        : m_database(database)
        , m_now(now) {}

    Result<void> operatorsOf(const airspace::ZonePublished& event, const airspace::Zone& zone) {
        const auto [from, to] = spanOf(zone);
        NewNotice notice =
            noticeOf(event.key, std::format("published:{}", event.revision), "ZONE_PUBLISHED", {event.key, from, to});
        if (!isRestrictive(zone.type)) notice.severity = notify::Severity::Info;
        addressOperators(notice, zone);
        return add(notice);
    }

    Result<void> operatorsOf(const airspace::ZoneWithdrawn& event) {
        const auto row = airspace::readZoneRow(m_database, event.key); // as it was before
        if (!row) return std::unexpected(row.error());
        if (!*row) return {};
        const auto zone = formats::zoneFromJson((*row)->body);
        if (!zone) return std::unexpected(zone.error());
        NewNotice notice =
            noticeOf(event.key, std::format("withdrawn:{}", (*row)->revision), "ZONE_WITHDRAWN", {event.key});
        notice.severity = notify::Severity::Info;
        addressOperators(notice, *zone);
        return add(notice);
    }

    Result<void> plansHitBy(const airspace::ZonePublished& event, const airspace::Zone& zone) {
        if (!isRestrictive(zone.type)) return {};
        std::vector<geo::Box> boxes;
        for (const airspace::Layer& layer : zone.layers)
            boxes.push_back(plan::flatBox(geo::boxOf(layer.area)));
        const auto intents = plan::readIntents(m_database, m_now, m_now + lookAhead, boxes, {});
        if (!intents) return std::unexpected(intents.error());
        std::vector<airspace::NamedVolume> volumes;
        for (const deconflict::Intent& intent : *intents)
            for (const geo::Volume4D& volume : intent.volumes)
                volumes.push_back({"plan", intent.id, volume});
        for (const airspace::Impact& impact : airspace::impactOf(zone, volumes, {}))
            if (const auto told = hits(event, impact.id); !told) return told;
        return {};
    }

    Result<void> importOf(const airspace::ImportRecord& record) {
        NewNotice notice = noticeOf({}, std::format("imported:{}", m_now.time_since_epoch().count()), "ZONES_IMPORTED",
                                    {record.file, std::format("{}", record.published + record.changed)});
        notice.to.roles = {people::Role::Pilot, people::Role::Planner};
        return add(notice);
    }

    [[nodiscard]] std::vector<log::NewEvent> events() && { return std::move(m_events); }

private:
    Result<void> hits(const airspace::ZonePublished& event, const std::string& id) {
        const auto record = plan::readPlan(m_database, id);
        if (!record) return std::unexpected(record.error());
        if (!*record) return {};
        NewNotice notice =
            noticeOf(event.key, std::format("hits:{}:{}", event.revision, id), "ZONE_HITS_PLAN", {event.key, id});
        notice.about.plan = id;
        notice.to.roles = {people::Role::Approver, people::Role::Supervisor};
        notice.to.users = {(*record)->createdBy, (*record)->changedBy, (*record)->submittedBy, (*record)->pilotUser};
        notice.to.users.erase("");
        return add(notice);
    }

    Result<void> add(const NewNotice& notice) {
        auto events = notify::noticeEvents(m_database, notice);
        if (!events) return std::unexpected(events.error());
        std::ranges::move(*events, std::back_inserter(m_events));
        return {};
    }

    const storage::Database& m_database;
    UtcMs m_now;
    std::vector<log::NewEvent> m_events;
};

} // namespace

Result<std::vector<log::NewEvent>> noticesOfZones(const storage::Database& database,
                                                  std::span<const airspace::AirspaceEvent> events, UtcMs now) {
    Telling telling(database, now);
    const bool inOne = events.size() > mostZonesTold;
    for (const airspace::AirspaceEvent& event : events) {
        Result<void> told;
        if (const auto* const published = std::get_if<airspace::ZonePublished>(&event)) {
            const auto zone = formats::zoneFromJson(published->body);
            if (!zone) return std::unexpected(zone.error());
            if (!inOne) told = telling.operatorsOf(*published, *zone);
            if (told) told = telling.plansHitBy(*published, *zone);
        } else if (const auto* const withdrawn = std::get_if<airspace::ZoneWithdrawn>(&event)) {
            if (!inOne) told = telling.operatorsOf(*withdrawn);
        } else if (const auto* const imported = std::get_if<airspace::ZonesImported>(&event); imported && inOne) {
            told = telling.importOf(imported->record);
        }
        if (!told) return std::unexpected(told.error());
    }
    return std::move(telling).events();
}

} // namespace haneul::runtime
