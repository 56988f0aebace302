#pragma once

#include "server/paths/space.h"
#include "server/threads/job_line.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace haneul::paths {

// What stays of the spaces that an answer was found or judged in.
struct SpaceFacts : Placing { // of the answer's points

    SpaceFacts()
        : Placing{geo::LocalFrame({})} {}

    double cell_m = 0, lower_m = 0, upper_m = 0;
    int columns = 0, rows = 0, layers = 0;
    std::size_t pieces = 0; // spaces one after the other
    bool synthetic = false;
    bool anyRisk = false; // it is known somewhere
    std::vector<std::string> provenance, notes;

    void take(const Space& space); // one more; points go on in the frame of the space
};

struct Answer {
    Question question; // as it was answered
    SpaceFacts space;
    path::PlannedPaths planned;
};

using AnswerPtr = std::shared_ptr<const Answer>;

struct CheckQuestion {
    std::vector<Place> path;
    // Its places say between which places the space lies; none: along the path. A path that was found is judged in the
    // cells in which it was found when its question stands here.
    Question question;
    path::Budgets budgets;
};

struct CheckAnswer {
    CheckQuestion question;
    SpaceFacts space;
    path::CheckedPath checked;
    std::vector<path::ProfilePoint> profile;
};

// Paths for the window and the API. Thread-safe. What calculates does so on the caller's thread, except start(). One
// search at a time for each user: BUSY. A search that takes longer than `longest` ends: TOO_COSTLY. Codes besides:
// those of makeSpace, alongPath and path::planPaths.
class PathService {
public:
    explicit PathService(Sources sources, milliseconds longest = milliseconds(20'000));
    ~PathService(); // cancels what is under way
    PathService(const PathService&) = delete;
    PathService& operator=(const PathService&) = delete;

    [[nodiscard]] Result<AnswerPtr> paths(const std::string& user, Question question);
    [[nodiscard]] Result<CheckAnswer> check(const std::string& user, CheckQuestion question);

    using Ticket = threads::JobLine::Ticket;

    // On the service's own thread, one after the other. `progress` (0 to 1) and `done` (once; CANCELLED among the
    // codes) are called on it.
    Ticket start(std::string user, Question question, std::function<void(double)> progress,
                 std::function<void(Result<AnswerPtr>)> done);
    void cancel(Ticket ticket); // one that has ended or never was: nothing happens

private:
    class Turn; // of one user
    // `cancelled` (null: nobody can) outlives the call.
    [[nodiscard]] Result<AnswerPtr> run(Question question, const std::atomic<bool>* cancelled,
                                        std::function<void(double)> progress);

    Sources m_sources;
    milliseconds m_longest;
    std::atomic<bool> m_ending = false;
    std::mutex m_mutex;
    std::set<std::string> m_users; // with a search under way
    threads::JobLine m_searches;   // last: ends before what it uses
};

} // namespace haneul::paths
