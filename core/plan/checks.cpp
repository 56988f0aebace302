#include "core/plan/checks.h"

#include "core/plan/form.h"
#include "core/plan/report_maker.h"

#include <format>

namespace haneul::plan {

std::optional<std::string> unsound(const FlightPlan& plan) {
    if (plan.volumes.empty()) return "the plan has no volumes";
    for (std::size_t n = 0; n < plan.volumes.size(); ++n)
        if (const auto sound = geo::check(plan.volumes[n]); !sound)
            return std::format("volumes[{}].{}: {}", n, sound.error().where, sound.error().message);
    return std::nullopt;
}

fleet::Need needOf(const FlightPlan& plan) {
    const auto* of = profile(plan.profile);
    return {.start = plan.start,
            .end = plan.end,
            .flight_s = flightTime_s(plan),
            .parcels_kg = plan.parcels_kg,
            .capabilities = of == nullptr ? std::vector<std::string>{} : of->capabilities,
            .speed_mps = plan.parameters.cruise_mps,
            .climb_mps = plan.parameters.climb_mps,
            .descent_mps = plan.parameters.descent_mps,
            .bvlos = plan.parameters.mode == SightMode::Bvlos};
}

CheckReport checkForm(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Form, "haneul.form", 1, plan);
    const auto& containment = inputs.containment;
    maker.lookedAt(inputs.now);
    maker.parameter("containment.horizontal_m", std::format("{}", containment.horizontal_m));
    maker.parameter("containment.vertical_m", std::format("{}", containment.vertical_m));
    maker.parameter("containment.before_ms", std::format("{}", containment.before.count()));
    maker.parameter("containment.after_ms", std::format("{}", containment.after.count()));
    maker.parameter("containment.longest_ms", std::format("{}", containment.longest.count()));
    for (auto& finding : checkForm(plan, containment, inputs.now))
        maker.add(std::move(finding));
    for (std::size_t n = 0; n < plan.volumes.size(); ++n)
        if (const auto sound = geo::check(plan.volumes[n]); !sound)
            maker.add({.code = sound.error().code,
                       .where = std::format("volumes[{}].{}", n, sound.error().where),
                       .words = sound.error().message});
    return std::move(maker).done();
}

CheckReport checkPerformance(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Performance, "haneul.performance", 1, plan);
    const auto model = inputs.assignment ? inputs.assignment->model : std::nullopt;
    if (model) addModel(maker.inputs(), *model);
    auto found = checkPerformance(plan.parameters, flightTime_s(plan), model);
    for (auto& finding : found.broken)
        maker.add(std::move(finding));
    for (auto& finding : found.kept) {
        finding.verdict = Verdict::Pass;
        maker.add(std::move(finding));
    }
    for (auto& finding : found.notJudged) {
        finding.verdict = Verdict::NotJudged;
        maker.add(std::move(finding));
    }
    return std::move(maker).done();
}

namespace {

std::string between(const std::optional<UtcMs>& from, const std::optional<UtcMs>& to) {
    return std::format("from {} to {}", from ? toRfc3339(*from) : "ever", to ? toRfc3339(*to) : "ever");
}

Finding findingOf(const deconflict::Conflict& conflict) {
    const bool certain = conflict.answer == geo::Judgement::Yes;
    const bool blocks = conflict.standing == deconflict::Standing::Blocks;
    const char* code = !certain ? "CONFLICT_UNKNOWN" : blocks ? "CONFLICT" : "CONFLICT_GIVES_WAY";
    // What gives way does not matter, even if it is not certain that it is hit.
    const Verdict verdict = !blocks ? Verdict::Pass : certain ? Verdict::Fail : Verdict::NotJudged;
    return {.code = code,
            .where = conflict.intent,
            .words = std::format("plan {} (priority {}) {}{}", conflict.intent, conflict.priority,
                                 between(conflict.from, conflict.to), certain ? "" : ": " + conflict.why),
            .verdict = verdict,
            .place = conflict.place,
            .from = conflict.from,
            .to = conflict.to,
            .lower = conflict.lower,
            .upper = conflict.upper,
            .laterBy = conflict.laterBy,
            .earlierBy = conflict.earlierBy};
}

void addIntent(Digest& digest, const deconflict::Intent& intent) {
    digest.add(intent.id).add(std::int64_t{intent.priority}).addAll(intent.volumes);
}

} // namespace

CheckReport checkConflicts(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Conflicts, "haneul.conflicts", 1, plan);
    maker.parameter("equalMayConflict", inputs.priority.equalMayConflict ? "true" : "false");
    maker.parameter("surroundings", inputs.surroundings_version);
    if (inputs.intents == nullptr) {
        maker.notJudged("INTENTS_UNKNOWN", "intents", "the standing plans are not known");
    } else if (const auto why = unsound(plan)) {
        maker.notJudged("VOLUMES_UNSOUND", "volumes", *why);
    } else {
        maker.parameter("intents", std::format("{}", inputs.intents->size()));
        for (const auto& conflict :
             inputs.intents->conflicts({plan.id, plan.priority, plan.volumes}, inputs.priority, inputs.surroundings)) {
            addIntent(maker.inputs(), *inputs.intents->find(conflict.intent));
            maker.add(findingOf(conflict));
        }
    }
    return std::move(maker).done();
}

CheckReport checkCapacity(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Capacity, "haneul.capacity", 1, plan);
    maker.parameter("surroundings", inputs.surroundings_version);
    if (inputs.intents == nullptr || !inputs.capacity) {
        maker.notJudged("CAPACITY_UNKNOWN", "capacity", "the standing plans or the limits are not known");
        return std::move(maker).done();
    }
    if (const auto why = unsound(plan)) {
        maker.notJudged("VOLUMES_UNSOUND", "volumes", *why);
        return std::move(maker).done();
    }
    for (const auto& limit : *inputs.capacity)
        maker.inputs().add(limit.id).add(limit.place).add(std::int64_t{limit.most});
    for (const auto& use : deconflict::capacityUse({plan.id, plan.priority, plan.volumes}, *inputs.capacity,
                                                   *inputs.intents, inputs.surroundings)) {
        std::string others;
        for (const auto& id : use.intents) {
            addIntent(maker.inputs(), *inputs.intents->find(id));
            others += (others.empty() ? ", with " : ", ") + id;
        }
        maker.add({.code = use.exceeded() ? "CAPACITY_EXCEEDED"
                           : use.judged() ? "CAPACITY_KEPT"
                                          : "CAPACITY_UNKNOWN",
                   .where = use.limit,
                   .words = std::format("{}: {} at once {}{}; {} are possible", use.limit,
                                        use.exceeded() ? use.demand : use.possible, between(use.from, use.to), others,
                                        use.most),
                   .value = use.exceeded() ? use.demand : use.possible,
                   .limit = use.most,
                   .unit = "1",
                   .verdict = use.exceeded() ? Verdict::Fail
                              : use.judged() ? Verdict::Pass
                                             : Verdict::NotJudged,
                   .from = use.from,
                   .to = use.to});
    }
    return std::move(maker).done();
}

CheckReport checkReadiness(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Readiness, "haneul.readiness", 1, plan);
    maker.parameter("rules", std::format("{} {}", inputs.readiness.id, inputs.readiness.version));
    if (!inputs.assignment) {
        maker.notJudged("ASSIGNMENT_UNKNOWN", "assignment", "drone, battery and pilot are not known");
        return std::move(maker).done();
    }
    addAssignment(maker.inputs(), *inputs.assignment);
    const auto readiness = fleet::judge(*inputs.assignment, needOf(plan), inputs.readiness);
    if (!readiness) {
        maker.notJudged(readiness.error().code.c_str(), readiness.error().where, readiness.error().message);
        return std::move(maker).done();
    }
    const auto open = fleet::blocking(*readiness, inputs.overrides, inputs.readiness);
    for (const auto& item : readiness->items) {
        Finding finding{.code = item.code,
                        .where = std::string(toString(item.question)),
                        .words = item.words,
                        .value = item.value,
                        .limit = item.limit,
                        .unit = item.unit,
                        .verdict = item.verdict == fleet::Verdict::Ready      ? Verdict::Pass
                                   : item.verdict == fleet::Verdict::NotReady ? Verdict::Fail
                                                                              : Verdict::NotJudged};
        // R-FLT-06: somebody answers for it by name; what was found is said all the same.
        const auto given = std::ranges::find(inputs.overrides, item.question, &fleet::ReadinessOverride::question);
        if (finding.verdict != Verdict::Pass && given != inputs.overrides.end() &&
            !std::ranges::contains(open, item.question)) {
            finding.verdict = Verdict::Pass;
            finding.words += std::format("; {} ({}) answers for it: {}", given->user_id, given->role, given->reason);
            maker.inputs().add(given->user_id).add(given->reason);
        }
        maker.add(std::move(finding));
    }
    return std::move(maker).done();
}

namespace {

CheckReport withoutSource(CheckKind kind, const char* id, const char* why, const FlightPlan& plan) {
    ReportMaker maker(kind, id, 1, plan);
    maker.notJudged("SOURCE_MISSING", {}, why);
    return std::move(maker).done();
}

} // namespace

std::vector<CheckReport> checkPlan(const FlightPlan& plan, const CheckInputs& inputs) {
    return {checkForm(plan, inputs),
            checkPerformance(plan, inputs),
            checkAirspace(plan, inputs),
            checkConflicts(plan, inputs),
            checkCapacity(plan, inputs),
            checkReadiness(plan, inputs),
            checkDocuments(plan, inputs),
            withoutSource(CheckKind::Weather, "haneul.weather", "no weather is known for the place and time", plan),
            checkGroundRisk(plan, inputs),
            checkCollisionRisk(plan, inputs)};
}

} // namespace haneul::plan
