#include "ui/scene3d/frame_meter.h"

#include <numeric>

namespace haneul::scene3d {

namespace {

constexpr std::size_t fewest = 4; // the first frame alone compiles and uploads everything
constexpr milliseconds pause{3'000};

} // namespace

void FrameMeter::add(milliseconds at, double cost_ms) {
    if (!m_frames.empty() && at - m_frames.back().first > pause) m_frames.clear(); // nothing was drawn in between
    m_frames.emplace_back(at, cost_ms);
    while (m_frames.size() > 1 && at - m_frames[1].first >= judgedOver)
        m_frames.pop_front();
}

bool FrameMeter::tooSlow() const {
    return m_frames.size() >= fewest && m_frames.back().first - m_frames.front().first >= judgedOver &&
           mean_ms() > slowest_ms;
}

double FrameMeter::mean_ms() const {
    if (m_frames.empty()) return 0;
    const double sum = std::accumulate(m_frames.begin(), m_frames.end(), 0.0,
                                       [](double so_far, const auto& frame) { return so_far + frame.second; });
    return sum / static_cast<double>(m_frames.size());
}

} // namespace haneul::scene3d
