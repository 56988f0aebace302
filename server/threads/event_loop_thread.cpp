#include "server/threads/event_loop_thread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QObject>

#include <deque>
#include <mutex>
#include <thread>

#include <pthread.h>

namespace haneul::threads {

namespace {

// Lives on the thread. The event says only that there are jobs; the jobs themselves travel by our own queue.
class Doorbell final : public QObject {
public:
    explicit Doorbell(std::function<void()> answer)
        : m_answer(std::move(answer)) {}

    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) return QObject::event(event);
        m_answer();
        return true;
    }

private:
    std::function<void()> m_answer;
};

} // namespace

struct EventLoopThread::Loop {
    void run(const std::string& name, std::promise<void>& started) {
        ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
        QEventLoop loop;
        Doorbell bell([this] { work(); });
        {
            const std::lock_guard lock(mutex);
            doorbell = &bell;
            qtLoop = &loop;
        }
        started.set_value();
        loop.exec();
        work();
        const std::lock_guard lock(mutex);
        doorbell = nullptr;
    }

    void post(std::function<void()> job) {
        const std::lock_guard lock(mutex);
        jobs.push_back(std::move(job));
        // Under the lock, so that the bell is still there.
        if (doorbell) QCoreApplication::postEvent(doorbell, new QEvent(QEvent::User));
    }

    void work() {
        while (true) {
            std::function<void()> job;
            {
                const std::lock_guard lock(mutex);
                if (jobs.empty()) return;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            job();
        }
    }

    std::mutex mutex; // of the three below
    std::deque<std::function<void()>> jobs;
    QObject* doorbell = nullptr;
    QEventLoop* qtLoop = nullptr;
    std::jthread thread; // last: it ends before what it uses
};

EventLoopThread::EventLoopThread(std::string name)
    : m_loop(std::make_unique<Loop>()) {
    std::promise<void> started;
    m_loop->thread =
        std::jthread([loop = m_loop.get(), name = std::move(name), &started] { loop->run(name, started); });
    started.get_future().wait();
}

EventLoopThread::~EventLoopThread() {
    post([loop = m_loop.get()] { loop->qtLoop->quit(); });
    m_loop->thread.join();
}

void EventLoopThread::post(std::function<void()> job) {
    m_loop->post(std::move(job));
}

} // namespace haneul::threads
