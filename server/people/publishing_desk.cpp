#include "server/people/publishing_desk.h"

namespace haneul::people {

void PublishingDesk::open(std::size_t slowLimit, Worker::Job everySecond) {
    const std::lock_guard lock(m_mutex);
    m_worker = std::make_unique<Worker>(slowLimit, std::move(everySecond));
    if (m_changed) publishLocked();
}

void PublishingDesk::close() {
    const auto untilAnswered = [this] {
        std::unique_lock lock(m_mutex);
        m_logAnswered.wait(lock, [this] { return m_inLog == 0; });
    };
    untilAnswered();
    std::unique_ptr<Worker> last;
    {
        const std::lock_guard lock(m_mutex);
        last = std::move(m_worker);
    }
    last.reset();
    untilAnswered(); // its last jobs may have asked once more
}

void PublishingDesk::soon(Worker::Job job) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_worker) return m_worker->postQuick(std::move(job));
    }
    job();
}

bool PublishingDesk::queueSlow(Worker::Job job, Worker::Job dropped) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_worker) return m_worker->postSlow(std::move(job), std::move(dropped));
    }
    dropped();
    return true;
}

void PublishingDesk::begun() {
    const std::lock_guard lock(m_mutex);
    ++m_inLog;
}

void PublishingDesk::answered(std::function<void()> give) {
    const std::lock_guard lock(m_mutex);
    m_answers.push_back(std::move(give));
    publishLocked();
    --m_inLog;
    m_logAnswered.notify_all();
}

void PublishingDesk::publishSoon() {
    const std::lock_guard lock(m_mutex);
    m_changed = true;
    publishLocked();
}

void PublishingDesk::publishLocked() {
    if (m_publishing || !m_worker) return;
    m_publishing = true;
    m_worker->postQuick([this] { publishDue(); });
}

void PublishingDesk::publishDue() {
    std::vector<std::function<void()>> due;
    bool changed = false;
    {
        const std::lock_guard lock(m_mutex);
        m_publishing = false;
        due.swap(m_answers);
        changed = std::exchange(m_changed, false);
    }
    // What these answers tell of was noted before they were: it is among what is published now.
    if (changed) m_publish();
    for (const auto& give : due)
        give();
}

} // namespace haneul::people
