#include "server/mqtt/message_ring.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace haneul::mqtt {

namespace {
constexpr std::size_t padding = 64;
}

MessageRing::Half::Half(std::size_t messages, std::size_t bytes)
    : m_slots(std::max<std::size_t>(messages, 1))
    , m_capacity(std::max<std::size_t>(bytes, 1))
    , m_bytes(std::make_unique_for_overwrite<char[]>(m_capacity + padding)) {}

void MessageRing::Half::dropOldest() {
    m_first = (m_first + 1) % m_slots.size();
    --m_count;
}

// Moves m_end to where `length` bytes in a row are free, if there is such a place.
bool MessageRing::Half::room(std::size_t length) {
    if (m_count == m_slots.size()) return false;
    if (m_count == 0) {
        m_end = 0;
        return length <= m_capacity;
    }
    const std::size_t begin = m_slots[m_first].begin;
    if (m_end > begin) {
        if (length <= m_capacity - m_end) return true;
        if (length >= begin) return false; // never up to `begin`: end == begin with messages inside means full
        m_end = 0;
        return true;
    }
    return length < begin - m_end;
}

bool MessageRing::Half::store(std::string_view topic, std::string_view payload, UtcMs received,
                              std::uint64_t& dropped) {
    const std::size_t length = topic.size() + payload.size();
    if (length > m_capacity) return false;
    while (!room(length)) {
        dropOldest();
        ++dropped;
    }
    char* const place = m_bytes.get() + m_end;
    if (!topic.empty()) std::memcpy(place, topic.data(), topic.size());
    if (!payload.empty()) std::memcpy(place + topic.size(), payload.data(), payload.size());
    m_slots[(m_first + m_count) % m_slots.size()] = {m_end, static_cast<std::uint32_t>(topic.size()),
                                                     static_cast<std::uint32_t>(payload.size()), received};
    ++m_count;
    m_end += length;
    return true;
}

std::size_t MessageRing::Half::take(const Consumer& consumer) {
    const std::size_t taken = m_count;
    while (m_count > 0) {
        const Slot slot = m_slots[m_first];
        dropOldest();
        const char* const place = m_bytes.get() + slot.begin;
        consumer({place, slot.topicLength}, {place + slot.topicLength, slot.payloadLength}, slot.received);
    }
    return taken;
}

MessageRing::MessageRing(std::size_t messages, std::size_t bytes)
    : m_incoming(messages, bytes)
    , m_outgoing(messages, bytes) {}

MessageRing::Push MessageRing::push(std::string_view topic, std::string_view payload, UtcMs received) {
    const std::lock_guard lock(m_mutex);
    const bool first = m_incoming.empty();
    std::uint64_t dropped = 0;
    if (!m_incoming.store(topic, payload, received, dropped)) {
        m_dropped.fetch_add(1, std::memory_order_relaxed);
        return Push::Behind;
    }
    if (dropped > 0) m_dropped.fetch_add(dropped, std::memory_order_relaxed);
    return first ? Push::First : Push::Behind;
}

std::size_t MessageRing::drain(const Consumer& consumer) {
    const std::lock_guard only(m_consumer);
    {
        const std::lock_guard lock(m_mutex);
        std::swap(m_incoming,
                  m_outgoing); // what was left there by a callback that threw comes back with the next drain
    }
    return m_outgoing.take(consumer);
}

} // namespace haneul::mqtt
