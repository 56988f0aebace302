#pragma once

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <type_traits>

namespace haneul::threads {

// A thread that runs a Qt event loop, so that sockets, timers and child processes can live on it. All hand-overs go
// through standard mutexes and futures, which ThreadSanitizer can follow; QThread and Qt's blocking calls hide theirs
// inside the packaged, uninstrumented QtCore.
class EventLoopThread {
public:
    // `name` is what debuggers and `top -H` show; at most 15 characters of it.
    explicit EventLoopThread(std::string name);
    // Runs what was posted before, then ends the loop and waits for the thread.
    ~EventLoopThread();
    EventLoopThread(const EventLoopThread&) = delete;
    EventLoopThread& operator=(const EventLoopThread&) = delete;

    // Runs `job` on the thread, in the order of the calls. Thread-safe, returns at once.
    void post(std::function<void()> job);

    // Runs `function` on the thread and waits for what it returns. Never call it from the thread itself.
    template <class Function>
    auto call(Function function) {
        using Answer = std::invoke_result_t<Function>;
        std::promise<Answer> promise;
        std::future<Answer> answer = promise.get_future();
        post([&promise, &function] {
            if constexpr (std::is_void_v<Answer>) {
                function();
                promise.set_value();
            } else {
                promise.set_value(function());
            }
        });
        return answer.get();
    }

private:
    struct Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace haneul::threads
