#include "core/plan/checks.h"

#include "core/plan/pattern.h"
#include "core/plan/report_maker.h"

#include <format>

// What a plan risks: checkGroundRisk and checkCollisionRisk of checks.h.
namespace haneul::plan {

namespace {

constexpr const char* perFlight = "1/flight";
constexpr const char* perHour = "1/h";

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines)
        all += (all.empty() ? "" : "; ") + line;
    return all;
}

void sayBasis(ReportMaker& maker, const RiskBasis& basis) {
    maker.parameter("model", basis.model);
    maker.parameter("preset", basis.preset);
    maker.parameter("provenance", joined(basis.provenance));
    if (!basis.version.empty()) maker.parameter("data", basis.version);
    maker.parameter("synthetic", basis.synthetic ? "true" : "false");
}

void sayLimit(ReportMaker& maker, const std::optional<double>& limit, const RiskLimits& limits) {
    maker.parameter("limit", limit ? std::format("{}", *limit) : "not laid down");
    maker.parameter("limit.source", limits.source);
}

// A number against its limit. Equality is within it (R-CRM-05); without a limit nobody has said what is too much.
Finding judged(double value, const std::optional<double>& limit, const char* unit, std::string words) {
    Finding finding{.words = std::move(words), .value = value, .limit = limit, .unit = unit};
    finding.verdict = !limit ? Verdict::NotJudged : value <= *limit ? Verdict::Pass : Verdict::Fail;
    if (!limit) finding.words += "; no limit is laid down for it";
    return finding;
}

// Made-up data says how it would be, not how it is.
void sayWhatIsMadeUp(ReportMaker& maker, const RiskBasis& basis) {
    if (basis.synthetic)
        maker.notJudged("DATA_SYNTHETIC", {}, "computed from synthetic data: " + joined(basis.provenance));
}

} // namespace

CheckReport checkGroundRisk(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::GroundRisk, "haneul.ground_risk", 1, plan);
    const auto& limit = inputs.riskLimits.fatalities_perFlight;
    sayLimit(maker, limit, inputs.riskLimits);
    if (!inputs.groundRisk) {
        maker.notJudged("SOURCE_MISSING", {}, "no ground risk was computed");
        return std::move(maker).done();
    }
    const auto found = inputs.groundRisk(plan);
    if (!found) {
        maker.notJudged("GROUND_RISK_UNKNOWN", found.error().where, found.error().message);
        return std::move(maker).done();
    }
    sayBasis(maker, found->basis);
    maker.inputs().add(found->fatalities_perFlight).add(found->length_m);
    auto finding =
        judged(found->fatalities_perFlight, limit, perFlight,
               std::format("{:.3g} expected fatalities per flight over {:.0f} m of way; {}, {}",
                           found->fatalities_perFlight, found->length_m, found->basis.model, found->basis.preset));
    finding.code = !limit                             ? "GROUND_RISK_NO_LIMIT"
                   : finding.verdict == Verdict::Fail ? "GROUND_RISK_EXCEEDED"
                                                      : "GROUND_RISK_KEPT";
    maker.add(std::move(finding));
    sayWhatIsMadeUp(maker, found->basis);
    return std::move(maker).done();
}

namespace {

void judgePair(ReportMaker& maker, const StandingRoute& other, const ParallelLegs& legs, const CheckInputs& inputs,
               double speed_mps) {
    const auto number = inputs.collisions->collisions_perHour(legs.lateral_m, speed_mps, other.speed_mps);
    if (!number) {
        maker.notJudged("COLLISION_RISK_UNKNOWN", other.plan, number.error().message);
        return;
    }
    const auto& limit = inputs.riskLimits.collisions_perHour;
    auto finding =
        judged(*number, limit, perHour,
               std::format("plan {} flies {:.0f} m beside it in the opposite direction, {:.0f} m apart in height, for "
                           "{:.0f} m of way: N = {:.3g} collisions per flight hour; {}, {}",
                           other.plan, legs.lateral_m, legs.apart_m, legs.along_m, *number,
                           inputs.collisions->basis.model, inputs.collisions->basis.preset));
    finding.code = !limit                             ? "PARALLEL_OPPOSITE_NO_LIMIT"
                   : finding.verdict == Verdict::Fail ? "PARALLEL_OPPOSITE_EXCEEDED"
                                                      : "PARALLEL_OPPOSITE_KEPT";
    finding.where = other.plan;
    finding.place = legs.place;
    finding.from = legs.from;
    finding.to = legs.to;
    maker.inputs().add(other.plan).add(legs.lateral_m).add(*number);
    maker.add(std::move(finding));
}

} // namespace

CheckReport checkCollisionRisk(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::CollisionRisk, "haneul.collision_risk", 1, plan);
    sayLimit(maker, inputs.riskLimits.collisions_perHour, inputs.riskLimits);
    if (!inputs.collisions || !inputs.standingRoutes) {
        maker.notJudged("SOURCE_MISSING", {}, "no collision risk was computed");
        return std::move(maker).done();
    }
    const auto& rules = inputs.parallels;
    maker.parameter("within_m", std::format("{}", rules.within_m));
    maker.parameter("level_m", std::format("{}", rules.level_m));
    maker.parameter("aslant_deg", std::format("{}", rules.aslant_deg));
    sayBasis(maker, inputs.collisions->basis);
    const auto own = routeOf(plan.operation).and_then([&](const WaypointRoute& route) {
        return timed(route, plan.parameters, plan.start);
    });
    if (!own) {
        maker.notJudged("NO_ROUTE_TO_COMPARE", "operation", own.error().message);
        return std::move(maker).done();
    }
    for (const StandingRoute& other : *inputs.standingRoutes) {
        const auto pairs = parallelOpposite(*own, other.route, rules);
        if (other.plan != plan.id && !pairs.empty())
            judgePair(maker, other, pairs.front(), inputs, plan.parameters.cruise_mps);
    }
    sayWhatIsMadeUp(maker, inputs.collisions->basis);
    return std::move(maker).done();
}

} // namespace haneul::plan
