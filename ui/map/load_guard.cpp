#include "ui/map/load_guard.h"

#include <algorithm>

namespace haneul::map {

Shed LoadGuard::judge(double work_ms, double now_ms) {
    m_slow = work_ms > limit_ms ? m_slow + 1 : 0;
    if (m_slow >= slowFrames && m_shed != Shed::LabelsAndTrails) {
        if (m_trial) m_wait_ms = std::min(2.0 * m_wait_ms, longestWait_ms);
        m_shed = m_shed == Shed::Nothing ? Shed::Labels : Shed::LabelsAndTrails;
        m_slow = 0;
        m_changed_ms = now_ms;
        m_trial = false;
    } else if (m_slow == 0 && now_ms - m_changed_ms >= m_wait_ms) {
        m_trial = m_shed != Shed::Nothing;
        if (m_shed == Shed::Nothing) m_wait_ms = firstWait_ms; // well for that long
        m_shed = m_shed == Shed::LabelsAndTrails ? Shed::Labels : Shed::Nothing;
        m_changed_ms = now_ms;
    }
    return m_shed;
}

} // namespace haneul::map
