#include "server/threads/job_line.h"

#include <utility>

namespace haneul::threads {

JobLine::JobLine()
    : m_thread([this](const std::stop_token& stop) { work(stop); }) {}

JobLine::~JobLine() {
    const std::scoped_lock lock(m_mutex);
    for (const Waiting& one : m_waiting)
        *one.cancelled = true;
    if (m_running) *m_running = true;
}

JobLine::Ticket JobLine::start(Job job) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back({++m_lastTicket, std::move(job), std::make_shared<std::atomic<bool>>(false)});
    m_changed.notify_one();
    return m_lastTicket;
}

void JobLine::cancel(Ticket ticket) {
    const std::scoped_lock lock(m_mutex);
    for (const Waiting& one : m_waiting)
        if (one.ticket == ticket) *one.cancelled = true;
    if (m_running && m_runningTicket == ticket) *m_running = true;
}

void JobLine::work(const std::stop_token& stop) {
    for (;;) {
        Waiting one;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) return;
            one = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running = one.cancelled;
            m_runningTicket = one.ticket;
        }
        one.job(*one.cancelled);
        const std::scoped_lock lock(m_mutex);
        m_running.reset();
    }
}

} // namespace haneul::threads
