#include "core/plan/proposals.h"

#include "core/plan/changed_plan.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <initializer_list>
#include <utility>

namespace haneul::plan {

namespace {

constexpr std::array movable{CheckKind::Airspace,  CheckKind::Conflicts,  CheckKind::Capacity,
                             CheckKind::Documents, CheckKind::GroundRisk, CheckKind::CollisionRisk};
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
        Reports reports{checkAirspace(plan, m_inputs), checkConflicts(plan, m_inputs), checkCapacity(plan, m_inputs),
                        checkDocuments(plan, m_inputs)};
        if (!clear(reports)) return reports; // what is dear is looked at last
        reports.push_back(checkGroundRisk(plan, m_inputs));
        reports.push_back(checkCollisionRisk(plan, m_inputs));
        return reports;
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

    [[nodiscard]] milliseconds stride(ProposalKind kind, const Reports& reports, milliseconds left, int tries) const;
    [[nodiscard]] std::vector<geo::Area> inTheWay(const FlightPlan& plan, const Reports& reports) const;

    const FlightPlan& m_plan;
    const CheckInputs& m_inputs;
    const ProposalLimits& m_limits;
    const Profile& m_profile;
};

// What is in the way of every plan that was tried.
class Always {
public:
    void take(const Reports& reports) {
        std::vector<std::string> here;
        for (const auto& report : reports)
            for (const auto& finding : report.findings)
                if (finding.verdict != Verdict::Pass && !finding.where.empty() &&
                    !std::ranges::contains(here, finding.where))
                    here.push_back(finding.where);
        if (!std::exchange(m_begun, true)) {
            m_ids = std::move(here);
            return;
        }
        std::erase_if(m_ids, [&](const std::string& id) { return !std::ranges::contains(here, id); });
    }

    [[nodiscard]] const std::vector<std::string>& ids() const { return m_ids; }

    [[nodiscard]] std::string words() const {
        std::string words;
        for (const auto& id : m_ids)
            words += (words.empty() ? "" : ", ") + id;
        return words.empty() ? "something" : words;
    }

private:
    bool m_begun = false;
    std::vector<std::string> m_ids;
};

// How far to go in time to the next try: the least change that takes the plan out of the way of all that it hits now,
// where that is known. What is in the way for ever, or for nobody knows how long, is looked at evenly over the window;
// where a place is full, step by step as long as the last tries still reach the end of it.
milliseconds Search::stride(ProposalKind kind, const Reports& reports, milliseconds left, int tries) const {
    const milliseconds most = kind == ProposalKind::Later ? m_limits.later : m_limits.earlier;
    const milliseconds blindly = std::max(most / m_limits.looks, left / tries);
    const milliseconds evenly = left / tries;
    const bool stepwise = tries > m_limits.mostTries / 3;
    milliseconds by{second_ms};
    for (const auto& report : reports)
        for (const auto& finding : report.findings) {
            if (finding.verdict == Verdict::Pass) continue;
            const auto needed = kind == ProposalKind::Later ? finding.laterBy : finding.earlierBy;
            if (needed)
                by = std::max(by, *needed);
            else if (report.kind == CheckKind::Capacity)
                by = std::max(by, stepwise ? m_limits.step : std::max(m_limits.step, evenly));
            else
                by = std::max(by, blindly);
        }
    return wholeSeconds(by);
}

Outcome Search::time(ProposalKind kind, const Reports& given) {
    Outcome outcome{.proposal = {}, .attempt = {.kind = kind}};
    auto& attempt = outcome.attempt;
    const bool later = kind == ProposalKind::Later;
    const milliseconds window = later ? m_limits.later : std::min(m_limits.earlier, m_plan.start - m_inputs.now);
    const milliseconds most{window.count() / second_ms * second_ms};
    if (most < milliseconds(second_ms)) {
        attempt.reason = NothingFound::NoTime;
        attempt.why = "no time is left before the start of the plan";
        return outcome;
    }
    milliseconds by{0};
    Reports reports = given;
    Always always;
    bool otherCheck = false;
    const bool past = later && m_plan.start < m_inputs.now;
    while (by < most && attempt.tried < m_limits.mostTries) {
        by += past && by.count() == 0 ? wholeSeconds(m_inputs.now - m_plan.start)
                                      : stride(kind, reports, most - by, m_limits.mostTries - attempt.tried);
        by = std::min(by, most);
        auto plan = shifted(m_plan, later ? by : -by);
        ++attempt.tried;
        reports = movableReports(plan);
        always.take(reports);
        if (!clear(reports)) continue;
        outcome.proposal = checked(kind, std::move(plan), static_cast<double>(by.count()) / second_ms);
        if (outcome.proposal) return outcome;
        otherCheck = true;
    }
    attempt.always = always.ids();
    attempt.reason = otherCheck ? NothingFound::OtherCheck : NothingFound::Closed;
    const auto tried = std::format("{} times within {} min were tried", attempt.tried, by.count() / 60'000);
    attempt.why = otherCheck ? tried + ": another check does not pass where the way is free"
                             : tried + ": " + always.words() + " is in the way at each";
    return outcome;
}

Outcome Search::height() {
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Height}};
    auto& attempt = outcome.attempt;
    Always always;
    bool otherCheck = false;
    for (double by_m = m_limits.step_m; by_m <= std::max(m_limits.lower_m, m_limits.higher_m); by_m += m_limits.step_m)
        for (const double change_m : {by_m, -by_m}) {
            if (change_m > m_limits.higher_m || -change_m > m_limits.lower_m) continue;
            if (attempt.tried >= m_limits.mostTries) break;
            auto plan = raised(m_plan, change_m, m_inputs.containment, m_limits);
            if (!plan) continue;
            ++attempt.tried;
            const auto reports = movableReports(*plan);
            always.take(reports);
            if (!clear(reports)) continue;
            outcome.proposal = checked(ProposalKind::Height, std::move(*plan), change_m);
            if (outcome.proposal) return outcome;
            otherCheck = true;
        }
    attempt.always = always.ids();
    attempt.reason = attempt.tried == 0 ? NothingFound::NoHeight
                     : otherCheck       ? NothingFound::OtherCheck
                                        : NothingFound::Closed;
    const auto tried = std::format("{} heights from {} m lower to {} m higher were tried", attempt.tried,
                                   m_limits.lower_m, m_limits.higher_m);
    attempt.why = attempt.tried == 0 ? "no other height is within the limits"
                  : otherCheck       ? tried + ": another check does not pass where the way is free"
                                     : tried + ": " + always.words() + " is in the way at each";
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
    Outcome outcome{.proposal = {}, .attempt = {.kind = ProposalKind::Route}};
    auto& attempt = outcome.attempt;
    attempt.reason = NothingFound::NoWay;
    std::vector<geo::Area> obstacles;
    FlightPlan current = m_plan;
    Reports reports = given;
    Always always;
    always.take(reports);
    while (attempt.tried < m_limits.mostTries) {
        const std::size_t known = obstacles.size();
        for (auto& area : inTheWay(current, reports))
            if (!std::ranges::contains(obstacles, area)) obstacles.push_back(std::move(area));
        if (obstacles.size() == known) break;
        ++attempt.tried;
        auto plan = ledAround(m_plan, obstacles, m_inputs.containment, m_limits);
        if (!plan) break;
        reports = movableReports(*plan);
        always.take(reports);
        if (clear(reports)) {
            const double change = std::abs(extentOf(plan->operation) - extentOf(m_plan.operation));
            outcome.proposal = checked(ProposalKind::Route, std::move(*plan), change);
            if (outcome.proposal) return outcome;
            attempt.reason = NothingFound::OtherCheck;
            break;
        }
        current = std::move(*plan);
    }
    attempt.always = always.ids();
    attempt.why =
        attempt.reason == NothingFound::OtherCheck
            ? std::format("{} ways were looked for: another check does not pass on the free one", attempt.tried)
            : std::format("{} ways around were looked for: none is free and short enough", attempt.tried);
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
        return finding.code == "SOURCE_MISSING" || finding.code == "ZONES_UNKNOWN" ||
               finding.code == "INTENTS_UNKNOWN" ||
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

std::string_view toString(NothingFound reason) {
    switch (reason) {
    case NothingFound::Closed:
        return "CLOSED";
    case NothingFound::NoTime:
        return "NO_TIME";
    case NothingFound::NoHeight:
        return "NO_HEIGHT";
    case NothingFound::NoWay:
        return "NO_WAY";
    case NothingFound::OtherCheck:
        return "OTHER_CHECK";
    }
    return "";
}

bool ProposalSearch::noneExists() const {
    const auto tried = [&](std::initializer_list<ProposalKind> kinds) {
        return std::ranges::any_of(attempts, [&](const Attempt& attempt) {
            return attempt.tried > 0 && std::ranges::contains(kinds, attempt.kind);
        });
    };
    return proposals.empty() && blockedBy.empty() && attempts.size() == 4 &&
           tried({ProposalKind::Later, ProposalKind::Earlier}) && tried({ProposalKind::Height}) &&
           tried({ProposalKind::Route});
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
