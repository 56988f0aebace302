#pragma once

#include "server/people/log_desk.h"
#include "server/people/worker.h"

#include <future>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace haneul::people {

// What a service that shows states needs of the event log: a call is answered on the service's own thread, after the
// state that shows what it did was published. Thread-safe but for open and close.
class PublishingDesk {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    // What was decided: what is written, and what the caller is told once it is.
    template <class Outcome>
    struct Reply {
        log::Decision decision;
        Outcome outcome;
    };

    // `publish` shows what has changed; it runs on the desk's thread.
    PublishingDesk(log::EventLog& log, TellRefusal tellRefusal, Worker::Job publish)
        : m_log(log)
        , m_tellRefusal(std::move(tellRefusal))
        , m_publish(std::move(publish)) {}

    PublishingDesk(const PublishingDesk&) = delete;
    PublishingDesk& operator=(const PublishingDesk&) = delete;

    // From here on it publishes, what changed before too. No more than `slowLimit` slow jobs wait.
    void open(std::size_t slowLimit, Worker::Job everySecond);
    void close(); // waits for what the log still has to answer, and gives the answers that are due

    void publishSoon();         // something has changed
    void soon(Worker::Job job); // on its thread; at once when it is closing

    // False: `done` is given FORBIDDEN, and the refusal has been told.
    template <class T>
    [[nodiscard]] bool allowed(const Principal& by, std::string_view scope, std::string_view what,
                               const std::function<void(Result<T>)>& done) {
        if (by.may(scope)) return true;
        if (m_tellRefusal) m_tellRefusal(by, scope, what);
        answer<T>(done, fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
        return false;
    }

    template <class T>
    void answer(std::type_identity_t<Done<T>> done, std::type_identity_t<Result<T>> result) {
        soon([done = std::move(done), result = std::move(result)] { done(result); });
    }

    // `job` answers what it is given; BUSY when too many wait.
    template <class T>
    void slow(Done<T> done, std::function<void(Done<T>)> job) {
        const bool queued = queueSlow([done, job = std::move(job)] { job(done); },
                                      [done] { done(fail("STOPPING", "the program is ending")); });
        if (!queued) answer<T>(done, fail("BUSY", "too many calls wait; try again in a moment"));
    }

    // `decide` gives Result<Reply<Outcome>>, in the transaction. `settled` is told on the log's thread whether what was
    // decided has been written.
    template <class Outcome, class Decide>
    void submit(const Principal& by, Decide decide, Done<Outcome> done,
                std::function<void(bool written)> settled = {}) {
        begun();
        const auto outcome = std::make_shared<std::optional<Outcome>>();
        m_log.submit(
            actorOf(by),
            [decide = std::move(decide), outcome](const storage::Database& database, UtcMs now) -> log::Decision {
                Result<Reply<Outcome>> reply = decide(database, now);
                if (!reply) return {{}, reply.error()};
                *outcome = std::move(reply->outcome);
                return std::move(reply->decision);
            },
            [this, outcome, done = std::move(done),
             settled = std::move(settled)](const Result<log::Committed>& committed) {
                if (settled) settled(committed.has_value());
                Result<Outcome> result = committed ? Result<Outcome>(**std::move(outcome))
                                                   : Result<Outcome>(std::unexpected(committed.error()));
                answered([done, result = std::move(result)] { done(result); });
            });
    }

    template <class T>
    void ask(Done<T> done, std::function<Result<T>(const storage::Database&)> read) {
        begun();
        m_log.read([this, done = std::move(done), read = std::move(read)](const storage::Database& database) {
            answered([done, result = read(database)] { done(result); });
        });
    }

    // Of a caller that may wait, such as the desk's own thread.
    template <class T>
    [[nodiscard]] T readNow(std::function<T(const storage::Database&)> take) {
        std::promise<T> promise;
        m_log.read([&](const storage::Database& database) { promise.set_value(take(database)); });
        return promise.get_future().get();
    }

private:
    [[nodiscard]] bool queueSlow(Worker::Job job, Worker::Job dropped);
    void begun();
    void answered(std::function<void()> give);
    void publishLocked();
    void publishDue();

    log::EventLog& m_log;
    TellRefusal m_tellRefusal;
    Worker::Job m_publish;

    std::mutex m_mutex;                           // of all below
    std::vector<std::function<void()>> m_answers; // to be given after the next publication
    bool m_changed = false;
    bool m_publishing = false; // a publication is queued
    std::size_t m_inLog = 0;   // commands and questions that the log has not answered
    std::condition_variable m_logAnswered;

    std::unique_ptr<Worker> m_worker; // last: it uses the rest
};

} // namespace haneul::people
