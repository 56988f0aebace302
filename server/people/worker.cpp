#include "server/people/worker.h"

#include <chrono>
#include <utility>

namespace haneul::people {

Worker::Worker(std::size_t slowLimit, Job everySecond)
    : m_slowLimit(slowLimit)
    , m_everySecond(std::move(everySecond))
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Worker::~Worker() {
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
    for (auto& waiting : m_slow)
        waiting.dropped();
    for (auto& job : m_quick)
        job();
}

bool Worker::postSlow(Job job, Job dropped) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_slow.size() >= m_slowLimit) return false;
        m_slow.push_back({std::move(job), std::move(dropped)});
    }
    m_wake.notify_one();
    return true;
}

void Worker::postQuick(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        m_quick.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Worker::run(const std::stop_token& stop) {
    constexpr auto second = std::chrono::seconds(1);
    auto due = std::chrono::steady_clock::now() + second;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        Job job;
        if (std::chrono::steady_clock::now() >= due) {
            due = std::chrono::steady_clock::now() + second;
            job = m_everySecond;
        } else if (!m_quick.empty()) {
            job = std::move(m_quick.front());
            m_quick.pop_front();
        } else if (!m_slow.empty()) {
            job = std::move(m_slow.front().job);
            m_slow.pop_front();
        } else {
            m_wake.wait_until(lock, stop, due, [this] { return !m_quick.empty() || !m_slow.empty(); });
            continue;
        }
        lock.unlock();
        job();
        job = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
    }
}

} // namespace haneul::people
