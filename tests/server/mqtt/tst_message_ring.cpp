#include "server/mqtt/message_ring.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace haneul;
using namespace haneul::mqtt;

class TstMessageRing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndContent();
    void wakesOncePerDrain();
    void overrunKeepsTheNewest(); // G7
    void bytesAreBoundedToo();    // G7
    void longestMessage();
    void wrapsAround();
    void twoThreadsLoseNothingSilently();

private:
    static std::vector<std::string> drained(MessageRing& ring) {
        std::vector<std::string> all;
        ring.drain([&](std::string_view topic, std::string_view payload, UtcMs received) {
            all.push_back(std::string(topic) + "|" + std::string(payload) + "|" +
                          std::to_string(sinceEpoch_ms(received)));
        });
        return all;
    }
};

void TstMessageRing::keepsOrderAndContent() {
    MessageRing ring(8, 1024);
    ring.push("a", "1", utcMs(10));
    ring.push("bb", std::string("\0x", 2), utcMs(20));
    ring.push("", "", utcMs(30));
    QCOMPARE(drained(ring), (std::vector<std::string>{"a|1|10", std::string("bb|\0x|20", 8), "||30"}));
    QVERIFY(drained(ring).empty());
}

void TstMessageRing::wakesOncePerDrain() {
    MessageRing ring(8, 1024);
    QVERIFY(ring.push("t", "1", {}) == MessageRing::Push::First);
    QVERIFY(ring.push("t", "2", {}) == MessageRing::Push::Behind);
    QCOMPARE(drained(ring).size(), std::size_t(2));
    QVERIFY(ring.push("t", "3", {}) == MessageRing::Push::First);
}

void TstMessageRing::overrunKeepsTheNewest() {
    MessageRing ring(1024, 1 << 20);
    for (int i = 0; i < 3000; ++i)
        ring.push("t", std::to_string(i), {});
    QCOMPARE(ring.dropped(), std::uint64_t(1976));
    const auto all = drained(ring);
    QCOMPARE(all.size(), std::size_t(1024));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i], "t|" + std::to_string(1976 + i) + "|0");
}

void TstMessageRing::bytesAreBoundedToo() {
    MessageRing ring(1000, 100);
    for (int i = 0; i < 10; ++i)
        ring.push("t", std::string(29, static_cast<char>('a' + i)), {});
    const auto all = drained(ring);
    QVERIFY(!all.empty() && all.size() <= 3); // 30 bytes each
    QCOMPARE(all.size() + ring.dropped(), std::size_t(10));
    QCOMPARE(all.back(), "t|" + std::string(29, 'j') + "|0");
}

void TstMessageRing::longestMessage() {
    MessageRing ring(4, 100);
    ring.push("t", std::string(99, 'x'), {});
    QCOMPARE(ring.dropped(), std::uint64_t(0));
    QVERIFY(ring.push("t", std::string(100, 'y'), {}) == MessageRing::Push::Behind);
    QCOMPARE(ring.dropped(), std::uint64_t(1)); // the one that fits nowhere, not what was there
    QCOMPARE(drained(ring), std::vector<std::string>{"t|" + std::string(99, 'x') + "|0"});
}

void TstMessageRing::wrapsAround() {
    // All lengths against a small ring: a message's bytes must never be torn or overwritten while it waits.
    MessageRing ring(7, 257);
    std::uint64_t pushed = 0;
    std::uint64_t got = 0;
    for (int round = 0; round < 2000; ++round) {
        const int burst = round % 11;
        for (int i = 0; i < burst; ++i, ++pushed)
            ring.push("t", std::string((round * 31 + i * 17) % 120, static_cast<char>('a' + (round + i) % 26)), {});
        ring.drain([&](std::string_view topic, std::string_view payload, UtcMs) {
            ++got;
            QCOMPARE(topic, std::string_view("t"));
            QVERIFY(payload.find_first_not_of(payload.empty() ? 'a' : payload.front()) == std::string_view::npos);
        });
    }
    QCOMPARE(got + ring.dropped(), pushed);
    QVERIFY(ring.dropped() > 0);
}

void TstMessageRing::twoThreadsLoseNothingSilently() {
    MessageRing ring(64, 4096);
    constexpr int messages = 200'000;
    std::atomic<bool> done = false;
    std::thread producer([&] {
        for (int i = 0; i < messages; ++i)
            ring.push("t", std::to_string(i), {});
        done = true;
    });
    std::uint64_t got = 0;
    int last = -1;
    bool ordered = true;
    const auto take = [&] {
        ring.drain([&](std::string_view, std::string_view payload, UtcMs) {
            const int number = std::stoi(std::string(payload));
            ordered = ordered && number > last;
            last = number;
            ++got;
        });
    };
    while (!done)
        take();
    producer.join();
    take();
    QVERIFY(ordered);
    QCOMPARE(last, messages - 1);
    QCOMPARE(got + ring.dropped(), std::uint64_t(messages));
}

QTEST_GUILESS_MAIN(TstMessageRing)
#include "tst_message_ring.moc"
