#include "server/threads/event_loop_thread.h"

#include <QEventLoop>
#include <QSocketNotifier>

#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace haneul::threads {

// The loop is woken by a file descriptor rather than by a posted QEvent: an event is made on one thread and read on
// another, with the lock between them inside QtCore.
struct EventLoopThread::Loop {
    Loop() = default;

    ~Loop() {
        if (thread.joinable()) thread.join();
        ::close(bell);
    }

    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void run(const std::string& name) {
        ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
        QEventLoop loop;
        QSocketNotifier notifier(bell, QSocketNotifier::Read);
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [this, &loop] {
            std::uint64_t rings = 0;
            (void)!::read(bell, &rings, sizeof rings);
            if (!work()) loop.quit();
        });
        loop.exec();
    }

    // An empty job ends the loop.
    void post(std::function<void()> job) {
        {
            const std::lock_guard lock(mutex);
            jobs.push_back(std::move(job));
        }
        const std::uint64_t once = 1;
        (void)!::write(bell, &once, sizeof once);
    }

    // False: the end has been reached.
    bool work() {
        while (true) {
            std::function<void()> job;
            {
                const std::lock_guard lock(mutex);
                if (jobs.empty()) return true;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            if (!job) return false;
            job();
        }
    }

    const int bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::mutex mutex; // of the jobs
    std::deque<std::function<void()>> jobs;
    std::thread thread;
};

EventLoopThread::EventLoopThread(std::string name)
    : m_loop(std::make_unique<Loop>()) {
    m_loop->thread = std::thread([loop = m_loop.get(), name = std::move(name)] { loop->run(name); });
}

EventLoopThread::~EventLoopThread() {
    m_loop->post({});
    m_loop->thread.join();
}

void EventLoopThread::post(std::function<void()> job) {
    m_loop->post(std::move(job));
}

} // namespace haneul::threads
