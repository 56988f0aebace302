#include "server/people/log_desk.h"

namespace haneul::people {

log::Actor actorOf(const Principal& principal) {
    return {principal.user, principal.role ? std::string(toString(*principal.role)) : "", principal.session,
            principal.desk};
}

LogDesk::~LogDesk() {
    std::unique_lock lock(m_mutex);
    m_answered.wait(lock, [this] { return m_waiting == 0; });
}

void LogDesk::begun() {
    const std::lock_guard lock(m_mutex);
    ++m_waiting;
}

void LogDesk::answered() {
    const std::lock_guard lock(m_mutex);
    --m_waiting;
    m_answered.notify_all();
}

void LogDesk::submit(log::Actor actor, log::Decide decide, log::Done then) {
    begun();
    m_log.submit(std::move(actor), std::move(decide), [this, then = std::move(then)](Result<log::Committed> done) {
        then(std::move(done));
        answered();
    });
}

void LogDesk::read(std::function<void(const storage::Database&)> then) {
    begun();
    m_log.read([this, then = std::move(then)](const storage::Database& database) {
        then(database);
        answered();
    });
}

} // namespace haneul::people
