#include "core/plan/proposals.h"

#include "core/plan/changed_plan.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::plan {

namespace {

constexpr std::array movable{CheckKind::Airspace, CheckKind::Conflicts, CheckKind::Capacity, CheckKind::Documents};
constexpr std::int64_t second_ms = 1000;

using Reports = std::vector<CheckReport>;

milliseconds wholeSeconds(milliseconds by) {
    return milliseconds((by.count() + second_ms - 1) / second_ms * second_ms);
}

// What a kind of search found, or why not.
struct Outcome {
    std::optional<Proposal> proposal;
    Attempt attempt;
};

class Search {
public:
    Search(const FlightPlan& plan, const CheckInputs& inputs, const ProposalLimits& limits, const Profile& profile)
        : m_plan(plan)
        , m_inputs(inputs)
        , m_limits(limits)
        , m_profile(profile) {}

    Outcome time(ProposalKind kind, const Reports& given);
    Outcome height();
    Outcome route(const Reports& given);

private:
    [[nodiscard]] Reports movableReports(const FlightPlan& plan) const {
        return {checkAirspace(plan, m_inputs), checkConflicts(plan, m_inputs), checkCapacity(plan, m_inputs),
                checkDocuments(plan, m_inputs)};
    }

    // Whether nothing that can be moved away from stands in the way.
    [[nodiscard]] bool clear(const Reports& reports) const {
        return std::ranges::none_of(reports, [&](const CheckReport& report) {
            return report.verdict == Verdict::Fail ||
                   (report.verdict == Verdict::NotJudged && std::ranges::contains(m_profile.mustPass, report.kind));
        });
    }

    // The proposal, when all checks let it through.
    [[nodiscard]] std::optional<Proposal> checked(ProposalKind kind, FlightPlan plan, double change) const {
        auto reports = checkPlan(plan, m_inputs);
        if (!acceptable(reports, m_profile)) return std::nullopt;
        return Proposal{kind, std::move(plan), change, std::move(reports)};
    }

    [[nodiscard]] std::optional<milliseconds> jump(ProposalKind kind, const Reports& reports) const;
    [[nodiscard]] std::vector<geo::Area> inTheWay(const FlightPlan& plan, const Reports& reports) const;

    const FlightPlan& m_plan;
    const CheckInputs& m_inputs;
    const ProposalLimits& m_limits;
    const Profile& m_profile;
};

// The least change of time that takes the plan out of the way of all that it hits now; none: no time does.
std::optional<milliseconds> Search::jump(ProposalKind kind, const Reports& reports) const {
    milliseconds by{second_ms};
    for (const auto& report : reports)
        for (const auto& finding : report.findings) {
            if (finding.verdict == Verdict::Pass) continue;
            const auto needed = kind == ProposalKind::Later ? finding.laterBy : finding.earlierBy;
            if (needed)
                by = std::max(by, *needed);
            else if (report.kind == CheckKind::Capacity)
                by = std::max(by, m_limits.step);
            else
                return std::nullopt;
        }
    return wholeSeconds(by);
}

Outcome Search::time(ProposalKind kind, const Reports& given) {
    Outcome outcome{.proposal = {}, .attempt = {.kind = kind, .tried = 0, .why = {}}};
    const bool later = kind == ProposalKind::Later;
    const milliseconds most = later ? m_limits.later : m_limits.earlier;
    milliseconds by{0};
    Reports reports = given;
    const bool past = later && m_plan.start < m_inputs.now;
    while (outcome.attempt.tried < m_limits.mostTries) {
        const auto next =
            past && by.count() == 0 ? std::optional(wholeSeconds(m_inputs.now - m_plan.start)) : jump(kind, reports);
        if (!next) {
            outcome.attempt.why = "something is in the way at any time";
            return outcome;
        }
        by += *next;
        if (by > most || (!later && m_plan.start - by < m_inputs.now)) {
            outcome.attempt.why = std::format("nothing within {} min", most.count() / 60'000);
            return outcome;
        }
        auto plan = shifted(m_plan, later ? by : -by);
        ++outcome.attempt.tried;
        reports = movableReports(plan);
        if (!clear(reports)) continue;
        outcome.proposal = checked(kind, std::move(plan), static_cast<double>(by.count()) / second_ms);
        if (outcome.proposal) return outcome;
        outcome.attempt.why = "another check does not pass at that time";
        return outcome;
    }
    outcome.attempt.why = std::format("nothing after {} tries", m_limits.mostTries);
    return outcome;
}

Outcome Search::height() {
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Height, .tried = 0, .why = {}}};
    for (double by_m = m_limits.step_m; by_m <= std::max(m_limits.lower_m, m_limits.higher_m); by_m += m_limits.step_m)
        for (const double change_m : {by_m, -by_m}) {
            if (change_m > m_limits.higher_m || -change_m > m_limits.lower_m) continue;
            if (outcome.attempt.tried >= m_limits.mostTries) break;
            auto plan = raised(m_plan, change_m, m_inputs.containment, m_limits);
            if (!plan) continue;
            ++outcome.attempt.tried;
            if (!clear(movableReports(*plan))) continue;
            outcome.proposal = checked(ProposalKind::Height, std::move(*plan), change_m);
            if (outcome.proposal) return outcome;
        }
    outcome.attempt.why =
        outcome.attempt.tried == 0 ? "no other height is possible" : "something is in the way there too";
    return outcome;
}

// The areas of all that the plan hits.
std::vector<geo::Area> Search::inTheWay(const FlightPlan& plan, const Reports& reports) const {
    std::vector<geo::Area> areas;
    const auto add = [&](const geo::Volume4D& volume) {
        const bool met = std::ranges::any_of(plan.volumes, [&](const geo::Volume4D& own) {
            return geo::overlap(own, volume, m_inputs.surroundings).answer != geo::Judgement::No;
        });
        if (met && !std::ranges::contains(areas, volume.area)) areas.push_back(volume.area);
    };
    for (const auto& report : reports)
        for (const auto& finding : report.findings) {
            if (finding.verdict == Verdict::Pass) continue;
            if (report.kind == CheckKind::Conflicts) {
                if (const auto* intent = m_inputs.intents->find(finding.where))
                    std::ranges::for_each(intent->volumes, add);
            } else if (report.kind == CheckKind::Capacity) {
                for (const auto& limit : *m_inputs.capacity)
                    if (limit.id == finding.where) add(limit.place);
            } else {
                for (const auto& zone : m_inputs.zones->zones())
                    if (zone.identifier == finding.where)
                        for (const auto& layer : zone.layers)
                            add({layer.area, layer.lower, layer.upper, {}, {}});
            }
        }
    return areas;
}

Outcome Search::route(const Reports& given) {
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Route, .tried = 0, .why = {}}};
    std::vector<geo::Area> obstacles;
    FlightPlan current = m_plan;
    Reports reports = given;
    while (outcome.attempt.tried < m_limits.mostTries) {
        const std::size_t known = obstacles.size();
        for (auto& area : inTheWay(current, reports))
            if (!std::ranges::contains(obstacles, area)) obstacles.push_back(std::move(area));
        if (obstacles.size() == known) break;
        ++outcome.attempt.tried;
        auto plan = ledAround(m_plan, obstacles, m_inputs.containment, m_limits);
        if (!plan) break;
        reports = movableReports(*plan);
        if (clear(reports)) {
            const double change = std::abs(extentOf(plan->operation) - extentOf(m_plan.operation));
            outcome.proposal = checked(ProposalKind::Route, std::move(*plan), change);
            if (outcome.proposal) return outcome;
            break;
        }
        current = std::move(*plan);
    }
    outcome.attempt.why = "no way around is free, or it is too long";
    return outcome;
}

std::vector<CheckKind> blocking(const Reports& reports, const Profile& profile) {
    std::vector<CheckKind> kinds;
    for (const auto& report : reports) {
        if (std::ranges::contains(movable, report.kind)) continue;
        // A start that has passed is what a later one is for.
        const bool onlyPast =
            report.kind == CheckKind::Form && std::ranges::all_of(report.findings, [](const Finding& finding) {
                return finding.verdict == Verdict::Pass || finding.code == "IN_THE_PAST";
            });
        const bool failed = report.verdict == Verdict::Fail && !onlyPast;
        const bool unknown =
            report.verdict == Verdict::NotJudged && std::ranges::contains(profile.mustPass, report.kind);
        if (failed || unknown) kinds.push_back(report.kind);
    }
    return kinds;
}

// Sources that are absent stay absent.
bool sourceMissing(const CheckReport& report) {
    return std::ranges::any_of(report.findings, [](const Finding& finding) {
        return finding.code == "ZONES_UNKNOWN" || finding.code == "INTENTS_UNKNOWN" ||
               (finding.code == "CAPACITY_UNKNOWN" && finding.where == "capacity") || finding.code == "VOLUMES_UNSOUND";
    });
}

} // namespace

std::string_view toString(ProposalKind kind) {
    switch (kind) {
    case ProposalKind::Later:
        return "LATER";
    case ProposalKind::Earlier:
        return "EARLIER";
    case ProposalKind::Height:
        return "HEIGHT";
    case ProposalKind::Route:
        return "ROUTE";
    }
    return "";
}

bool ProposalSearch::noneExists() const {
    return proposals.empty() && blockedBy.empty() && attempts.size() == 4;
}

Result<ProposalSearch> propose(const FlightPlan& plan, const CheckInputs& inputs, const ProposalLimits& limits) {
    const auto* of = profile(plan.profile);
    if (of == nullptr) return fail("UNKNOWN_PROFILE", "there is no profile '" + plan.profile + "'", "profile");
    const auto reports = checkPlan(plan, inputs);
    if (acceptable(reports, *of)) return fail("NOT_NEEDED", "the plan passes as it is", plan.id);

    ProposalSearch found{.proposals = {}, .attempts = {}, .blockedBy = blocking(reports, *of)};
    Reports toMove;
    for (const auto kind : movable) {
        const auto& report = *reportOf(reports, kind);
        if (sourceMissing(report) && std::ranges::contains(of->mustPass, kind)) found.blockedBy.push_back(kind);
        if (!sourceMissing(report)) toMove.push_back(report);
    }
    if (!found.blockedBy.empty()) return found;

    Search search(plan, inputs, limits, *of);
    for (auto& outcome : {search.time(ProposalKind::Later, toMove), search.time(ProposalKind::Earlier, toMove),
                          search.height(), search.route(toMove)})
        if (outcome.proposal)
            found.proposals.push_back(*outcome.proposal);
        else
            found.attempts.push_back(outcome.attempt);
    return found;
}

} // namespace haneul::plan
