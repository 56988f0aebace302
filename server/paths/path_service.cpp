#include "server/paths/path_service.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <format>
#include <span>
#include <utility>

namespace haneul::paths {

namespace {

using SteadyClock = std::chrono::steady_clock;

// The same question twice has the same answer: only how long it takes is up to the clock.
class Limit {
public:
    Limit(milliseconds longest, const std::atomic<bool>& ending, const std::atomic<bool>* cancelled)
        : m_end(SteadyClock::now() + longest)
        , m_ending(ending)
        , m_cancelled(cancelled) {}

    [[nodiscard]] bool passed() const { return SteadyClock::now() >= m_end; }

    [[nodiscard]] path::Cancel cancel() const {
        return [this](std::uint64_t) { return unwanted() || passed(); };
    }

    template <class T>
    Result<T> told(Result<T> result, milliseconds longest) const {
        if (result || result.error().code != "CANCELLED" || unwanted() || !passed()) return result;
        return fail("TOO_COSTLY", std::format("The search took longer than {} s: take larger cells, a smaller area or "
                                              "a larger gap",
                                              longest.count() / 1000));
    }

private:
    [[nodiscard]] bool unwanted() const { return m_ending || (m_cancelled != nullptr && *m_cancelled); }

    SteadyClock::time_point m_end;
    const std::atomic<bool>& m_ending;
    const std::atomic<bool>* m_cancelled;
};

path::Wind windOf(const Question& question) {
    constexpr double degree = 3.14159265358979323846 / 180;
    return {-question.wind_mps * std::sin(question.windFrom_deg * degree),
            -question.wind_mps * std::cos(question.windFrom_deg * degree)};
}

void addNew(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const auto& text : from)
        if (!std::ranges::contains(to, text)) to.push_back(text);
}

// Parts that follow each other, without the point that is there already.
void addProfile(std::vector<path::ProfilePoint>& profile, const Space& space, std::span<const path::LegPart> parts) {
    const auto pointAt = [&](const path::LegPart& part, double share) {
        const auto along = [&](double a, double b) { return a + (b - a) * share; };
        return path::Point_m{along(part.a.x, part.b.x) - space.west_m, along(part.a.y, part.b.y) - space.south_m,
                             along(part.a.z, part.b.z)};
    };
    std::vector<path::Point_m> points{pointAt(parts.front(), parts.front().from)};
    for (const auto& part : parts)
        points.push_back(pointAt(part, part.to));
    const double before_m = profile.empty() ? 0 : profile.back().distance_m;
    auto more = path::profileOf(space.grid, points);
    for (auto& point : more)
        point.distance_m += before_m;
    profile.insert(profile.end(), more.begin() + (profile.empty() ? 0 : 1), more.end());
}

} // namespace

void SpaceFacts::take(const Space& space) {
    const auto& grid = space.grid;
    Placing::operator=({space.frame});
    cell_m = grid.size().cell_m;
    lower_m = grid.floor_m(0);
    upper_m = grid.floor_m(grid.nz());
    columns = grid.nx();
    rows = grid.ny();
    layers = grid.nz();
    ++pieces;
    synthetic = synthetic || space.synthetic;
    anyRisk = anyRisk || grid.anyRiskKnown();
    addNew(provenance, space.provenance);
    addNew(notes, space.notes);
}

class PathService::Turn {
public:
    Turn(PathService& service, const std::string& user)
        : m_service(service)
        , m_user(user) {
        const std::scoped_lock lock(service.m_mutex);
        m_taken = service.m_users.insert(user).second;
    }

    ~Turn() {
        if (!m_taken) return;
        const std::scoped_lock lock(m_service.m_mutex);
        m_service.m_users.erase(m_user);
    }

    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    [[nodiscard]] Result<void> taken() const {
        if (m_taken) return {};
        return fail("BUSY", "A search of yours is under way; one at a time", "paths");
    }

private:
    PathService& m_service;
    std::string m_user;
    bool m_taken = false;
};

PathService::PathService(Sources sources, milliseconds longest)
    : m_sources(std::move(sources))
    , m_longest(longest) {}

PathService::~PathService() {
    m_ending = true;
}

Result<AnswerPtr> PathService::run(Question question, const std::atomic<bool>* cancelled,
                                   std::function<void(double)> progress) {
    if (auto sound = path::check(question.task.vehicle); !sound) return std::unexpected(sound.error());
    const Limit limit(m_longest, m_ending, cancelled);
    auto space = makeSpace(question, m_sources, limit.cancel());
    if (!space) return limit.told<AnswerPtr>(std::unexpected(space.error()), m_longest);
    if (progress) progress(0.2);
    auto& task = question.task;
    task.places.clear();
    for (const auto& place : question.places)
        task.places.push_back(space->pointOf(place));
    task.wind = {windOf(question)};
    task.cancel = limit.cancel();
    task.progress = [progress](double share) {
        if (progress) progress(0.2 + 0.8 * share);
    };
    auto planned = path::planPaths(space->grid, task);
    task.cancel = nullptr;
    task.progress = nullptr;
    if (!planned) return limit.told<AnswerPtr>(std::unexpected(planned.error()), m_longest);
    SpaceFacts facts;
    facts.take(*space);
    static_cast<Placing&>(facts) = *space; // the points of the paths count from its corner
    return std::make_shared<const Answer>(std::move(question), std::move(facts), *std::move(planned));
}

Result<AnswerPtr> PathService::paths(const std::string& user, Question question) {
    const Turn turn(*this, user);
    if (auto taken = turn.taken(); !taken) return std::unexpected(taken.error());
    return run(std::move(question), nullptr, {});
}

Result<CheckAnswer> PathService::check(const std::string& user, CheckQuestion question) {
    const Turn turn(*this, user);
    if (auto taken = turn.taken(); !taken) return std::unexpected(taken.error());
    const auto& task = question.question.task;
    if (auto sound = path::check(task.vehicle); !sound) return std::unexpected(sound.error());
    const Limit limit(m_longest, m_ending, nullptr);
    path::PathChecker checker({.vehicle = task.vehicle,
                               .wind = {windOf(question.question)},
                               .policy = {.unknownAllowed = task.unknownAllowed,
                                          .unknownRiskAllowed = task.unknownRiskAllowed,
                                          .windows = path::Policy::Windows::Open,
                                          .flight = std::nullopt},
                               .departure = task.departure,
                               .legs = task.legs,
                               .budgets = question.budgets,
                               .riskMatters = question.budgets.risk.has_value()});
    SpaceFacts seen;
    std::vector<path::ProfilePoint> profile;
    const auto cancel = limit.cancel();
    const auto done = alongPath(question.question, question.path, m_sources, cancel,
                                [&](const Space& space, std::span<const path::LegPart> parts) -> Result<void> {
                                    checker.pass(space.grid, {space.west_m, space.south_m, 0}, parts);
                                    addProfile(profile, space, parts);
                                    seen.take(space);
                                    if (cancel(0)) return fail("CANCELLED", "The check was stopped");
                                    return {};
                                });
    if (!done) return limit.told<CheckAnswer>(std::unexpected(done.error()), m_longest);
    return CheckAnswer{std::move(question), std::move(seen), std::move(checker).finish(), std::move(profile)};
}

PathService::Ticket PathService::start(std::string user, Question question, std::function<void(double)> progress,
                                       std::function<void(Result<AnswerPtr>)> done) {
    return m_searches.start([this, user = std::move(user), question = std::move(question),
                             progress = std::move(progress),
                             done = std::move(done)](const std::atomic<bool>& cancelled) {
        const auto answerOf = [&]() -> Result<AnswerPtr> {
            if (cancelled) return fail("CANCELLED", "The search was stopped");
            const Turn turn(*this, user);
            if (auto taken = turn.taken(); !taken) return std::unexpected(taken.error());
            return run(question, &cancelled, progress);
        };
        done(answerOf()); // not in the turn: whoever is told may ask again at once
    });
}

void PathService::cancel(Ticket ticket) {
    m_searches.cancel(ticket);
}

} // namespace haneul::paths
