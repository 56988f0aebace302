#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace haneul::threads {

// Long calculations, one after the other on a thread of their own, each with a ticket by which it can be cancelled.
// Thread-safe.
class JobLine {
public:
    using Ticket = std::uint64_t;
    // Looks at `cancelled` while it works. It is called in any case, so that whoever waits for it is told: with
    // `cancelled` set when it was cancelled before its turn.
    using Job = std::function<void(const std::atomic<bool>& cancelled)>;

    JobLine();
    ~JobLine(); // cancels what is under way and what waits
    JobLine(const JobLine&) = delete;
    JobLine& operator=(const JobLine&) = delete;

    Ticket start(Job job);
    void cancel(Ticket ticket); // one that has ended or never was: nothing happens

private:
    struct Waiting {
        Ticket ticket = 0;
        Job job;
        std::shared_ptr<std::atomic<bool>> cancelled;
    };

    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Waiting> m_waiting;
    Ticket m_lastTicket = 0;
    Ticket m_runningTicket = 0;
    std::shared_ptr<std::atomic<bool>> m_running; // of the job under way
    std::jthread m_thread;                        // last: ends before what it uses
};

} // namespace haneul::threads
