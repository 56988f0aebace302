#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace haneul::people {

// One thread that does one thing at a time: slow jobs (one password hash each, a bounded number waits), quick ones
// before them, and once a second what is due.
class Worker {
public:
    using Job = std::function<void()>;

    Worker(std::size_t slowLimit, Job everySecond);
    ~Worker(); // finishes the job under way and does the quick ones; slow ones that wait are dropped
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // `dropped` is called instead of `job` when the worker ends before its turn.
    [[nodiscard]] bool postSlow(Job job, Job dropped); // false: too many wait
    void postQuick(Job job);

private:
    struct Slow {
        Job job, dropped;
    };

    void run(const std::stop_token& stop);

    std::size_t m_slowLimit;
    Job m_everySecond;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Slow> m_slow;
    std::deque<Job> m_quick;
    std::jthread m_thread;
};

} // namespace haneul::people
