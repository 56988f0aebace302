#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace haneul::people {

// The latest state of a service, and who wants to be told of each. Thread-safe.
template <class State>
class Published {
public:
    using Pointer = std::shared_ptr<const State>;
    using Subscription = std::shared_ptr<void>;

    [[nodiscard]] Pointer latest() const {
        const std::lock_guard lock(m_mutex);
        return m_state;
    }

    // By one thread at a time; subscribers are told in it.
    void publish(Pointer next) {
        std::vector<std::shared_ptr<Subscriber>> listening;
        {
            const std::lock_guard lock(m_mutex);
            m_state = next;
            std::erase_if(m_subscribers, [](const auto& one) { return one.expired(); });
            for (const auto& one : m_subscribers)
                if (auto alive = one.lock()) listening.push_back(std::move(alive));
        }
        for (const auto& one : listening) {
            const std::lock_guard lock(one->mutex);
            if (one->tell) one->tell(next);
        }
    }

    // The last holder of the subscription ends it, after a call that is under way; then `tell` does not run any more.
    [[nodiscard]] Subscription subscribe(std::function<void(Pointer)> tell) {
        auto inner = std::make_shared<Subscriber>();
        inner->tell = std::move(tell);
        {
            const std::lock_guard lock(m_mutex);
            m_subscribers.push_back(inner);
        }
        return {nullptr, [inner](std::nullptr_t) {
                    const std::lock_guard lock(inner->mutex);
                    inner->tell = nullptr;
                }};
    }

private:
    struct Subscriber {
        std::recursive_mutex mutex; // a subscriber may end itself while it is told
        std::function<void(Pointer)> tell;
    };

    mutable std::mutex m_mutex;
    Pointer m_state = std::make_shared<const State>();
    std::vector<std::weak_ptr<Subscriber>> m_subscribers;
};

} // namespace haneul::people
