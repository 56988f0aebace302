#include "server/situation/situation.h"

#include <utility>

namespace haneul::situation {

std::string_view toString(FeedState state) {
    switch (state) {
    case FeedState::Starting:
        return "starting";
    case FeedState::Connected:
        return "connected";
    case FeedState::Silent:
        return "silent";
    case FeedState::Disconnected:
        return "disconnected";
    case FeedState::Failed:
        return "failed";
    }
    return "";
}

std::string_view toString(NoticeSeverity severity) {
    switch (severity) {
    case NoticeSeverity::Info:
        return "info";
    case NoticeSeverity::Warning:
        return "warning";
    case NoticeSeverity::Error:
        return "error";
    }
    return "";
}

std::string_view toString(TimeMode mode) {
    switch (mode) {
    case TimeMode::Live:
        return "live";
    case TimeMode::Replay:
        return "replay";
    case TimeMode::Paused:
        return "paused";
    }
    return "";
}

SituationBoard::SituationBoard()
    : m_latest(std::make_shared<const Situation>()) {}

void SituationBoard::publish(Situation situation) {
    {
        const std::lock_guard lock(m_mutex);
        situation.number = m_latest->number + 1;
        m_latest = std::make_shared<const Situation>(std::move(situation));
    }
    m_published.notify_all();
}

SituationPtr SituationBoard::latest() const {
    const std::lock_guard lock(m_mutex);
    return m_latest;
}

SituationPtr SituationBoard::waitForNewer(std::uint64_t number, milliseconds timeout) const {
    std::unique_lock lock(m_mutex);
    m_published.wait_for(lock, timeout, [&] { return m_latest->number > number; });
    return m_latest;
}

void NoticeBoard::post(UtcMs time, NoticeSeverity severity, std::string code, std::string text,
                       std::vector<std::string> facts) {
    const std::lock_guard lock(m_mutex);
    if (m_notices.size() == m_capacity) m_notices.erase(m_notices.begin());
    m_notices.push_back({m_next++, time, severity, std::move(code), std::move(text), std::move(facts)});
}

void NoticeBoard::withdraw(std::string_view code) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_notices, [&](const Notice& notice) { return notice.code == code; });
}

std::vector<Notice> NoticeBoard::latest() const {
    const std::lock_guard lock(m_mutex);
    return m_notices;
}

} // namespace haneul::situation
