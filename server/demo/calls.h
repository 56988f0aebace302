#pragma once

#include "core/base/error.h"

#include <functional>
#include <future>
#include <memory>
#include <utility>
#include <vector>

namespace haneul::demo {

// Calls that go to the log one behind the other; all are awaited together, so that they share its transactions.
class Calls {
public:
    template <class T>
    std::function<void(Result<T>)> next() {
        auto promise = std::make_shared<std::promise<Result<void>>>();
        m_waiting.push_back(promise->get_future());
        return [promise](const Result<T>& result) {
            promise->set_value(result ? Result<void>() : std::unexpected(result.error()));
        };
    }

    // The first refusal.
    Result<void> wait() {
        Result<void> outcome;
        for (auto& each : m_waiting)
            if (auto result = each.get(); outcome && !result) outcome = result;
        m_waiting.clear();
        return outcome;
    }

private:
    std::vector<std::future<Result<void>>> m_waiting;
};

} // namespace haneul::demo
