#pragma once

#include "core/base/time.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace haneul::mqtt {

// A bounded queue of messages from one producer thread to one consumer thread. Full: the oldest goes, for a picture
// wants what is new. All memory is taken once; a message costs one copy and one uncontended lock, and the consumer
// holds the lock only to swap the two halves, so that neither waits for the other's work.
class MessageRing {
public:
    // `messages` and `bytes` (topic and payload together) bound one half; twice as much is allocated, touched when
    // used.
    MessageRing(std::size_t messages, std::size_t bytes);

    enum class Push { First, Behind }; // First: the consumer has nothing to do yet and wants to be woken
    Push push(std::string_view topic, std::string_view payload, UtcMs received);

    using Consumer = std::function<void(std::string_view topic, std::string_view payload, UtcMs received)>;
    // The views live until the callback returns; 64 bytes behind the payload may be read.
    std::size_t drain(const Consumer& consumer);

    [[nodiscard]] std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    struct Slot {
        std::size_t begin = 0;
        std::uint32_t topicLength = 0;
        std::uint32_t payloadLength = 0;
        UtcMs received{};
    };

    // Slots in a circle, bytes in a circle; a message's bytes are never split.
    class Half {
    public:
        Half(std::size_t messages, std::size_t bytes);
        bool store(std::string_view topic, std::string_view payload, UtcMs received, std::uint64_t& dropped);

        [[nodiscard]] bool empty() const { return m_count == 0; }

        std::size_t take(const Consumer& consumer);

    private:
        [[nodiscard]] bool room(std::size_t length);
        void dropOldest();

        std::vector<Slot> m_slots;
        std::size_t m_first = 0;
        std::size_t m_count = 0;
        std::size_t m_capacity;
        std::unique_ptr<char[]> m_bytes;
        std::size_t m_end = 0; // where the next message would begin
    };

    std::mutex m_mutex;
    Half m_incoming;
    std::mutex m_consumer; // a second consumer would be a mistake; it waits rather than tears
    Half m_outgoing;
    std::atomic<std::uint64_t> m_dropped = 0;
};

} // namespace haneul::mqtt
