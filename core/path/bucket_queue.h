#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace haneul::path {

// Cells to look at, about in the order of their bounds: a ring of buckets, the last that came goes first within one.
// What is too far ahead waits aside. Exact order is not needed: a search that lets cells come back until no bound is
// below the best answer finds the same.
class BucketQueue {
public:
    struct Entry {
        std::uint32_t cell, cost;
    };

    // `width`: wanted of a bucket; `reach`: how far ahead of the first most entries are.
    void reset(std::uint32_t width, std::uint64_t reach) {
        for (auto& bucket : m_ring)
            bucket.clear();
        m_aside.clear();
        m_shift = static_cast<unsigned>(std::bit_width(std::max<std::uint32_t>(width, 1)) - 1);
        while ((reach >> m_shift) + 2 > mostBuckets)
            ++m_shift;
        m_ring.resize(std::max(m_ring.size(), std::bit_ceil(static_cast<std::size_t>(reach >> m_shift) + 2)));
        m_first = 0;
        m_size = 0;
    }

    void push(std::uint32_t cell, std::uint32_t cost, std::uint32_t bound) {
        const std::uint64_t bucket = std::max<std::uint64_t>(bound >> m_shift, m_first);
        if (bucket - m_first >= m_ring.size()) {
            m_aside.push_back({bound, {cell, cost}});
            return;
        }
        m_ring[bucket & (m_ring.size() - 1)].push_back({cell, cost});
        ++m_size;
    }

    // false: nothing is left. `bound`: no entry that is left has a smaller one (to the width of a bucket).
    bool pop(Entry& entry, std::uint64_t& bound) {
        if (m_size == 0 && !takeAside()) return false;
        while (m_ring[m_first & (m_ring.size() - 1)].empty())
            ++m_first;
        auto& bucket = m_ring[m_first & (m_ring.size() - 1)];
        entry = bucket.back();
        bucket.pop_back();
        --m_size;
        bound = m_first << m_shift;
        return true;
    }

    // Below which no entry that waits aside is.
    [[nodiscard]] std::uint64_t asideFrom() const {
        std::uint64_t least = ~std::uint64_t{0};
        for (const auto& [bound, entry] : m_aside)
            least = std::min<std::uint64_t>(least, bound);
        return least;
    }

private:
    static constexpr std::uint64_t mostBuckets = 16'384;

    bool takeAside() {
        if (m_aside.empty()) return false;
        m_first = asideFrom() >> m_shift;
        auto waiting = std::move(m_aside);
        m_aside.clear();
        for (const auto& [bound, entry] : waiting)
            push(entry.cell, entry.cost, bound);
        return true;
    }

    std::vector<std::vector<Entry>> m_ring = std::vector<std::vector<Entry>>(2);
    std::vector<std::pair<std::uint32_t, Entry>> m_aside;
    std::uint64_t m_first = 0;
    std::size_t m_size = 0;
    unsigned m_shift = 0;
};

} // namespace haneul::path
