#include "server/plan/checking.h"

#include "core/formats/zone_json.h"
#include "core/plan/pattern.h"
#include "server/airspace/tables.h"
#include "server/people/organisation_service.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <format>
#include <set>
#include <utility>

namespace haneul::plan {

namespace {

constexpr double marginAround_deg = 0.05; // 5 km: how far a route around something may lead

std::vector<geo::Box> boxesOf(const FlightPlan& plan, double margin_deg) {
    std::vector<geo::Box> boxes;
    for (const geo::Volume4D& volume : plan.volumes) {
        if (!geo::check(volume)) continue;
        geo::Box box = flatBox(geo::boxOf(volume.area));
        box.south_deg -= margin_deg;
        box.west_deg -= margin_deg;
        box.north_deg += margin_deg;
        box.east_deg += margin_deg;
        if (boxes.empty()) {
            boxes.push_back(box);
            continue;
        }
        boxes.front().south_deg = std::min(boxes.front().south_deg, box.south_deg);
        boxes.front().west_deg = std::min(boxes.front().west_deg, box.west_deg);
        boxes.front().north_deg = std::max(boxes.front().north_deg, box.north_deg);
        boxes.front().east_deg = std::max(boxes.front().east_deg, box.east_deg);
    }
    return boxes;
}

constexpr UtcMs longAgo = utcMs(-62'135'596'800'000);  // the year 1
constexpr UtcMs farAhead = utcMs(253'402'300'799'999); // the year 9999

struct Span {
    UtcMs from = farAhead, to = longAgo;
};

Span spanOf(const FlightPlan& plan) {
    Span span;
    for (const geo::Volume4D& volume : plan.volumes) {
        span.from = std::min(span.from, volume.from.value_or(longAgo));
        span.to = std::max(span.to, volume.to.value_or(farAhead));
    }
    return span;
}

Result<deconflict::IntentIndex> indexOf(std::vector<deconflict::Intent> intents) {
    deconflict::IntentIndex index;
    for (deconflict::Intent& intent : intents)
        if (const auto put = index.insert(std::move(intent)); !put) return std::unexpected(put.error());
    return index;
}

void cutFindings(std::vector<CheckReport>& reports) {
    for (CheckReport& report : reports) {
        if (report.findings.size() <= mostFindings) continue;
        const std::size_t more = report.findings.size() - mostFindings;
        report.findings.resize(mostFindings); // the worst are first
        report.findings.push_back({.code = "MORE_FINDINGS",
                                   .words = std::format("{} more findings are not listed", more),
                                   .value = static_cast<double>(more),
                                   .unit = "1",
                                   .verdict = Verdict::Pass});
    }
}

// Zones that the airspace check found; none: not judged.
std::optional<std::set<std::string>> zonesOf(const std::vector<CheckReport>& reports) {
    const CheckReport* const airspace = reportOf(reports, CheckKind::Airspace);
    if (airspace == nullptr || airspace->verdict == Verdict::NotJudged) return std::nullopt;
    std::set<std::string> zones;
    for (const Finding& finding : airspace->findings)
        if (finding.code.starts_with("ZONE_")) zones.insert(finding.where);
    return zones;
}

} // namespace

Result<ZonesThen> zonesInTables(const storage::Database& database, const std::vector<geo::Box>& boxes) {
    std::set<std::string> keys;
    for (const geo::Box& box : boxes) {
        const auto found = airspace::readZonesMeeting(database, box);
        if (!found) return std::unexpected(found.error());
        keys.insert(found->begin(), found->end());
    }
    std::vector<airspace::Zone> zones;
    std::string version;
    for (const std::string& key : keys) {
        const auto row = airspace::readZoneRow(database, key);
        if (!row) return std::unexpected(row.error());
        if (!*row || (*row)->withdrawn) continue;
        auto zone = formats::zoneFromJson((*row)->body);
        if (!zone) return std::unexpected(zone.error());
        zones.push_back(*std::move(zone));
        version += std::format("{}{}@{}", version.empty() ? "" : ", ", key, (*row)->revision);
    }
    return ZonesThen{airspace::ZoneIndex(std::move(zones)), version.empty() ? "none here" : version};
}

std::optional<Obstacle> obstacleIn(const std::vector<CheckReport>& reports, const FlightPlan& plan,
                                   const PlanPolicy& policy) {
    const auto made = [](const CheckReport& report) {
        const auto worst = std::ranges::find(report.findings, report.verdict, &Finding::verdict);
        return Obstacle{report.kind, worst == report.findings.end() ? std::nullopt : std::optional(*worst)};
    };
    for (const CheckReport& report : reports)
        if (report.verdict == Verdict::Fail) return made(report);
    std::vector<CheckKind> needed = policy.mustBeJudged;
    if (const Profile* const of = policy.profilesAsk ? profile(plan.profile) : nullptr; of != nullptr)
        needed.insert(needed.end(), of->mustPass.begin(), of->mustPass.end());
    for (const CheckKind kind : needed) {
        const CheckReport* const report = reportOf(reports, kind);
        if (report == nullptr) return Obstacle{kind, std::nullopt};
        if (report->verdict != Verdict::Pass) return made(*report);
    }
    return std::nullopt;
}

Result<void> mayGoOn(const std::vector<CheckReport>& reports, const FlightPlan& plan, const PlanPolicy& policy) {
    const auto obstacle = obstacleIn(reports, plan, policy);
    if (!obstacle) return {};
    const auto* const report = reportOf(reports, obstacle->check);
    const std::string name(toString(obstacle->check));
    if (report == nullptr) return fail("CHECKS_FAILED", name + " was not checked", name);
    const auto& found = obstacle->finding;
    return fail("CHECKS_FAILED",
                std::format("{} {}{}", name, toString(report->verdict),
                            found ? ": " + found->code + ": " + found->words : std::string()),
                found ? found->where : name);
}

namespace {

constexpr double besideBy_deg = 0.03; // routes that lie beside each other (ParallelRules), and more

// Those that could fly towards the plan beside it; none: not known.
std::optional<std::vector<StandingRoute>> routesBeside(const storage::Database& database, const FlightPlan& plan,
                                                       const Span& span, double margin_deg) {
    const auto plans =
        readStandingPlans(database, span.from, span.to, boxesOf(plan, besideBy_deg + margin_deg), plan.id);
    if (!plans) return std::nullopt;
    std::vector<StandingRoute> routes;
    for (const FlightPlan& other : *plans) {
        auto route = routeOf(other.operation).and_then([&](const WaypointRoute& way) {
            return timed(way, other.parameters, other.start);
        });
        if (route)
            routes.push_back({other.id, *std::move(route), other.parameters.cruise_mps}); // an area has no direction
    }
    return routes;
}

RiskLimits riskLimitsIn(const storage::Database& database) {
    const auto policies = people::OrganisationService::policyRecordIn(database);
    if (!policies) return {.fatalities_perFlight = {}, .collisions_perHour = {}, .source = policies.error().message};
    return {.fatalities_perFlight = policies->policy.fatalities_perFlight,
            .collisions_perHour = policies->policy.collisions_perHour,
            .source = std::format("approval policy, revision {}", policies->revision)};
}

// "low" up to a tenth of the limit, "medium" up to it, "high" above; none: not judged.
std::optional<std::string> riskClassOf(const std::vector<CheckReport>& reports) {
    const CheckReport* const ground = reportOf(reports, CheckKind::GroundRisk);
    if (ground == nullptr || ground->verdict == Verdict::NotJudged) return std::nullopt;
    for (const Finding& finding : ground->findings)
        if (finding.value && finding.limit)
            return *finding.value > *finding.limit ? "high" : *finding.value > *finding.limit / 10 ? "medium" : "low";
    return std::nullopt;
}

} // namespace

std::unique_ptr<Gathered> gather(const storage::Database& database, const FlightPlan& plan,
                                 const PlanSettings& settings, UtcMs now, bool around) {
    auto gathered = std::make_unique<Gathered>();
    const CheckSources& sources = settings.sources;
    CheckInputs& inputs = gathered->inputs;
    inputs.now = now;
    inputs.containment = settings.containment;
    inputs.priority = settings.policy.priority;
    if (sources.capacity)
        if (auto limits = sources.capacity(database)) inputs.capacity = *std::move(limits);
    inputs.surroundings = sources.surroundings;
    inputs.surroundings_version = sources.surroundingsVersion;
    auto boxes = boxesOf(plan, around ? marginAround_deg : 0);
    if (sources.zones)
        if (auto zones = sources.zones(database, boxes)) {
            gathered->zones = *std::move(zones);
            inputs.zones = &gathered->zones->index;
            inputs.zones_version = gathered->zones->version;
        }
    for (const deconflict::CapacityLimit& limit : inputs.capacity.value_or(std::vector<deconflict::CapacityLimit>{}))
        boxes.push_back(flatBox(geo::boxOf(limit.place.area)));
    Span span = spanOf(plan);
    if (around && span.from < span.to) {
        span.from -= settings.proposals.earlier;
        span.to += settings.proposals.later;
    }
    auto intents = readIntents(database, span.from, span.to, boxes, plan.id).and_then(indexOf);
    if (intents) {
        gathered->intents = *std::move(intents);
        inputs.intents = &*gathered->intents;
    }
    inputs.riskLimits = riskLimitsIn(database);
    inputs.parallels = settings.parallels;
    if (sources.groundRisk) inputs.groundRisk = sources.groundRisk(database);
    inputs.collisions = sources.collisions;
    if (inputs.collisions) inputs.standingRoutes = routesBeside(database, plan, span, around ? marginAround_deg : 0);
    if (sources.assignment)
        if (auto assigned = sources.assignment(database, plan)) {
            inputs.assignment = std::move(assigned->assignment);
            inputs.readiness = std::move(assigned->rules);
            inputs.overrides = std::move(assigned->overrides);
        }
    return gathered;
}

Result<Evidence> evidenceOf(const storage::Database& database, const FlightPlan& plan, const PlanSettings& settings,
                            UtcMs now) {
    const auto policy = people::OrganisationService::policyIn(database);
    if (!policy) return std::unexpected(policy.error());
    const auto gathered = gather(database, plan, settings, now);
    Evidence evidence{.revision = static_cast<std::uint64_t>(plan.version), .at = now};
    evidence.reports = checkPlan(plan, gathered->inputs);
    cutFindings(evidence.reports);
    evidence.acceptable = mayGoOn(evidence.reports, plan, settings.policy).has_value();
    evidence.needed = people::approvalsNeeded(
        *policy, {.zones = zonesOf(evidence.reports), .riskClass = riskClassOf(evidence.reports)});
    evidence.digest = evidenceDigest(evidence.revision, evidence.reports);
    return evidence;
}

} // namespace haneul::plan
