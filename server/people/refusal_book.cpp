#include "server/people/refusal_book.h"

namespace haneul::people {

namespace {

const RefusalKey others{.reason = "others"};

} // namespace

std::vector<RefusalSum> RefusalBook::note(const RefusalKey& key, UtcMs now) {
    if (const auto known = m_windows.find(key); known != m_windows.end()) {
        ++known->second.counted;
        return {};
    }
    if (m_windows.size() < m_rules.keysPerWindow) {
        m_windows[key] = {now, 0};
        return {{key, 1}};
    }
    ++m_windows.try_emplace(others, Window{now, 0}).first->second.counted;
    return {};
}

std::vector<RefusalSum> RefusalBook::due(UtcMs now) {
    std::vector<RefusalSum> sums;
    for (auto window = m_windows.begin(); window != m_windows.end();) {
        if (now - window->second.begun < m_rules.window) {
            ++window;
            continue;
        }
        if (window->second.counted == 0) { // quiet for a whole window: the next one is written at once again
            window = m_windows.erase(window);
            continue;
        }
        sums.push_back({window->first, window->second.counted});
        (window++)->second = {now, 0};
    }
    return sums;
}

std::vector<RefusalSum> RefusalBook::rest() {
    std::vector<RefusalSum> sums;
    for (const auto& [key, window] : m_windows)
        if (window.counted > 0) sums.push_back({key, window.counted});
    m_windows.clear();
    return sums;
}

} // namespace haneul::people
