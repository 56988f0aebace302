#pragma once

#include "core/base/error.h"
#include "server/log/event_log.h"
#include "server/people/principal.h"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace haneul::people {

// Told of each call that was refused for want of a scope. Returns at once.
using TellRefusal = std::function<void(const Principal& who, std::string_view scope, std::string_view what)>;

[[nodiscard]] log::Actor actorOf(const Principal& principal);

// What a service needs of the event log: commands and reads whose answers it outlives, and the question who may.
// Thread-safe.
class LogDesk {
public:
    LogDesk(log::EventLog& log, TellRefusal tellRefusal)
        : m_log(log)
        , m_tellRefusal(std::move(tellRefusal)) {}

    ~LogDesk(); // waits for what the log still has to answer
    LogDesk(const LogDesk&) = delete;
    LogDesk& operator=(const LogDesk&) = delete;

    // `then` runs on the log's thread.
    void submit(log::Actor actor, log::Decide decide, log::Done then);
    // `then` runs on the log's reader thread.
    void read(std::function<void(const storage::Database&)> then);

    // False: `done` has been given FORBIDDEN, and the refusal has been told.
    template <class Done>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done& done) {
        if (by.may(scope)) return true;
        if (m_tellRefusal) m_tellRefusal(by, scope, what);
        done(fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
        return false;
    }

private:
    void begun();
    void answered();

    log::EventLog& m_log;
    TellRefusal m_tellRefusal;
    std::mutex m_mutex;
    std::condition_variable m_answered;
    std::size_t m_waiting = 0;
};

} // namespace haneul::people
