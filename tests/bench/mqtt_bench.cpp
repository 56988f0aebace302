// shows: P1
// P1: what does the product add to a bare Paho C++ callback that only counts? Both read the same paced stream through a
// real mosquitto; the sender is a process of its own (raw socket, pre-encoded packets), so that the CPU time of this
// process is the consumer's alone. Prints CPU per message, the ratio, what was lost by sequence number, and the time
// from the sender's stamp to the picture.
//
//   mqtt_bench [messages per second, 20000] [seconds per run, 3] [rounds, 3]

#include "core/formats/geohash.h"
#include "core/formats/telemetry_json.h"
#include "core/traffic/picture.h"
#include "server/broker/embedded_broker.h"
#include "server/mqtt/mqtt_intake.h"
#include "server/mqtt/telemetry_intake.h"

#include <mqtt/async_client.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <random>
#include <span>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace haneul;
using std::chrono::steady_clock;

constexpr std::uint32_t drones = 10'000;
constexpr std::uint32_t packetsMade = 20'000;
constexpr std::uint32_t batchSize = 50;
constexpr std::uint32_t firstSequence = 1'000'000'000; // always ten digits: the text can be patched in place
constexpr std::size_t maxStamps = 4'000'000;
constexpr auto drainEvery = std::chrono::milliseconds(10); // as a server core would: not a thread switch per message

std::uint64_t monotonic_ns() {
    return static_cast<std::uint64_t>(steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

std::uint64_t processCpu_ns() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto total = [](const timeval& time) {
        return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u +
               static_cast<std::uint64_t>(time.tv_usec) * 1'000u;
    };
    return total(usage.ru_utime) + total(usage.ru_stime);
}

std::string droneId(std::uint32_t number) {
    char text[16];
    std::snprintf(text, sizeof text, "D%05u", number);
    return text;
}

// ---- the sender's process

enum class Order : int { Wait, Singles, Batches, Quit };

struct Board { // shared by the two processes
    std::atomic<int> order{static_cast<int>(Order::Wait)};
    std::atomic<int> finished{0}; // runs
    std::atomic<int> failed{0};
    std::uint16_t port = 0;
    std::uint32_t rate_perSecond = 0;
    std::uint32_t messages = 0;
    std::uint64_t sentAt_ns[maxStamps]; // by message number
};

struct Packet {
    std::string bytes;
    std::vector<std::size_t> sequenceAt; // ten digits each
    std::vector<std::size_t> timeAt;     // thirteen digits each
};

void appendUtf8(std::string& out, std::string_view text) {
    out += static_cast<char>(text.size() >> 8);
    out += static_cast<char>(text.size() & 0xff);
    out += text;
}

std::string withHeader(char type, const std::string& body) {
    std::string packet(1, type);
    std::size_t length = body.size();
    do {
        const auto digit = static_cast<unsigned char>(length % 128);
        length /= 128;
        packet += static_cast<char>(length > 0 ? digit | 0x80 : digit);
    } while (length > 0);
    return packet + body;
}

Packet publishPacket(std::span<const formats::TelemetryRecord> records) {
    const geo::LatLon where{records.front().latitude_e7 * 1e-7, records.front().longitude_e7 * 1e-7};
    std::string body;
    appendUtf8(body, "haneul/v1/tele/" + formats::geohashEncode(where, 5) + "/gw1");
    body += '\0'; // no MQTT 5 properties
    Packet packet{withHeader(0x30, body + formats::writeTelemetryJson(records)), {}, {}};
    const auto find = [&](std::string_view key, std::vector<std::size_t>& places) {
        for (std::size_t at = packet.bytes.find(key); at != std::string::npos; at = packet.bytes.find(key, at + 1))
            places.push_back(at + key.size());
    };
    find("\"seq\":", packet.sequenceAt);
    find("\"t_ms\":", packet.timeAt);
    return packet;
}

std::vector<formats::TelemetryRecord> sampleRecords() {
    std::mt19937 random(42);
    std::uniform_int_distribution<std::int32_t> latitude(374'500'000, 376'800'000);
    std::uniform_int_distribution<std::int32_t> longitude(1'268'200'000, 1'271'500'000);
    std::uniform_int_distribution<std::int32_t> speed(-15'000, 15'000);
    std::vector<formats::TelemetryRecord> records(packetsMade);
    for (std::uint32_t i = 0; i < packetsMade; ++i) {
        auto& record = records[i];
        record.droneId = droneId(i % drones);
        record.sequence = firstSequence;
        record.time_ms = 1'795'233'906'789;
        record.latitude_e7 = latitude(random);
        record.longitude_e7 = longitude(random);
        record.altitude_mm = 60'000 + static_cast<std::int32_t>(random() % 60'000);
        record.velocityNorth_mms = speed(random);
        record.velocityEast_mms = speed(random);
        record.velocityDown_mms = speed(random) / 10;
        record.battery_pct = static_cast<std::uint8_t>(random() % 101);
        record.battery_mv = 22'000;
        record.rssi_dbm = -60;
        record.missionId = "M-" + std::to_string(i % 500);
    }
    return records;
}

bool sendAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

int connectedSocket(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return -1;
    std::string body;
    appendUtf8(body, "MQTT");
    body += '\x05';
    body += '\xc2';                   // user name, password, clean start
    body += std::string("\0\x3c", 2); // keep-alive 60 s
    body += '\0';
    appendUtf8(body, "bench-sender");
    appendUtf8(body, "gw1");
    appendUtf8(body, "gw1");
    char answer[4];
    if (!sendAll(fd, withHeader(0x10, body)) || ::recv(fd, answer, 4, MSG_WAITALL) != 4 || answer[0] != 0x20 ||
        answer[3] != 0)
        return -1;
    return fd;
}

bool sendRun(Board& board, std::vector<Packet>& packets, std::uint32_t recordsPerPacket, int fd) {
    const auto begin = steady_clock::now();
    std::string burst;
    std::uint32_t sent = 0;
    while (sent < board.messages) {
        const double elapsed_s = std::chrono::duration<double>(steady_clock::now() - begin).count();
        const auto due =
            std::min<std::uint32_t>(board.messages, static_cast<std::uint32_t>(elapsed_s * board.rate_perSecond));
        if (due <= sent) {
            std::this_thread::sleep_for(std::chrono::microseconds(500));
            continue;
        }
        burst.clear();
        const auto now_ms =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count();
        const std::uint64_t stamp = monotonic_ns();
        const std::uint32_t until = std::min(due, sent + 1000);
        for (; sent < until; ++sent) {
            Packet& packet = packets[sent % packets.size()];
            const std::uint32_t sequence =
                firstSequence + static_cast<std::uint32_t>(std::uint64_t{sent} * recordsPerPacket / drones);
            for (const std::size_t at : packet.sequenceAt)
                std::to_chars(packet.bytes.data() + at, packet.bytes.data() + at + 10, sequence);
            for (const std::size_t at : packet.timeAt)
                std::to_chars(packet.bytes.data() + at, packet.bytes.data() + at + 13, now_ms);
            board.sentAt_ns[sent] = stamp;
            burst += packet.bytes;
        }
        if (!sendAll(fd, burst)) return false;
    }
    return true;
}

[[noreturn]] void senderProcess(Board& board) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto records = sampleRecords();
    std::vector<Packet> singles;
    std::vector<Packet> batches;
    for (std::uint32_t i = 0; i < packetsMade; ++i)
        singles.push_back(publishPacket(std::span(records).subspan(i, 1)));
    for (std::uint32_t i = 0; i < packetsMade; i += batchSize)
        batches.push_back(publishPacket(std::span(records).subspan(i, batchSize)));
    int fd = -1;
    while (true) {
        const auto order = static_cast<Order>(board.order.exchange(static_cast<int>(Order::Wait)));
        if (order == Order::Quit) ::_exit(0);
        if (order == Order::Wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            continue;
        }
        if (fd < 0) fd = connectedSocket(board.port);
        const bool done = fd >= 0 && (order == Order::Singles ? sendRun(board, singles, 1, fd)
                                                              : sendRun(board, batches, batchSize, fd));
        if (!done) board.failed = 1;
        board.finished.fetch_add(1);
    }
}

// ---- the two consumers

struct Outcome {
    double cpu_usPerMessage = 0;
    std::uint64_t sent = 0;     // records
    std::uint64_t received = 0; // records
    double wall_s = 0;
    double p50_ms = 0;
    double p99_ms = 0;
};

void order(Board& board, Order what, std::uint32_t rate_perSecond, std::uint32_t messages) {
    board.rate_perSecond = rate_perSecond;
    board.messages = messages;
    board.order = static_cast<int>(what);
}

// Until the sender is done and nothing more comes.
void waitForEnd(Board& board, int finishedBefore, const std::function<std::uint64_t()>& received,
                std::uint64_t expected) {
    while (board.finished.load() == finishedBefore)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const auto patience = steady_clock::now() + std::chrono::seconds(3);
    while (received() < expected && steady_clock::now() < patience)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

Outcome bareRun(Board& board, const broker::BrokerEndpoint& endpoint, Order what, std::uint32_t rate,
                std::uint32_t messages) {
    std::atomic<std::uint64_t> count = 0;
    ::mqtt::async_client client("mqtt://127.0.0.1:" + std::to_string(endpoint.port), "bench-bare",
                                ::mqtt::create_options_builder().mqtt_version(MQTTVERSION_5).finalize());
    client.set_message_callback([&](::mqtt::const_message_ptr) { count.fetch_add(1, std::memory_order_relaxed); });
    auto options = ::mqtt::connect_options::v5();
    options.set_clean_start(true);
    options.set_user_name(endpoint.user);
    options.set_password(endpoint.password);
    client.connect(options)->wait();
    client.subscribe("haneul/v1/tele/+/+", 0)->wait();

    const int before = board.finished;
    const std::uint64_t cpu = processCpu_ns();
    const auto begin = steady_clock::now();
    order(board, what, rate, messages);
    waitForEnd(board, before, [&] { return count.load(); }, messages);
    Outcome outcome;
    outcome.cpu_usPerMessage = static_cast<double>(processCpu_ns() - cpu) / 1000.0 / messages;
    outcome.wall_s = std::chrono::duration<double>(steady_clock::now() - begin).count();
    const std::uint32_t each = what == Order::Batches ? batchSize : 1;
    outcome.sent = std::uint64_t{messages} * each;
    outcome.received = count * each;
    client.disconnect()->wait();
    return outcome;
}

Outcome productRun(Board& board, const broker::BrokerEndpoint& endpoint, const broker::MqttAccount& gateway, Order what,
                   std::uint32_t rate, std::uint32_t messages) {
    const clock::IngestClock clock;
    situation::NoticeBoard notices;
    std::mutex mutex;
    std::condition_variable wakeUp;
    bool waiting = false;
    std::atomic<bool> stop = false;
    const haneul::mqtt::IntakeSettings settings; // as shipped
    haneul::mqtt::MqttIntake intake(endpoint, settings, clock,
                                    {.wake =
                                         [&] {
                                             {
                                                 const std::lock_guard lock(mutex);
                                                 waiting = true;
                                             }
                                             wakeUp.notify_one();
                                         },
                                     .silent = {}});
    haneul::mqtt::TelemetryIntake telemetry({}, notices);
    telemetry.setAccounts(std::span(&gateway, 1));
    traffic::Picture picture;
    std::atomic<std::uint64_t> placed = 0;
    std::vector<double> latency_ms;
    latency_ms.reserve(messages);
    const std::uint32_t each = what == Order::Batches ? batchSize : 1;

    std::thread core([&] {
        UtcMs now{};
        const haneul::mqtt::TelemetryIntake::Sink place = [&](const traffic::TrackUpdate& update) {
            picture.apply(update, now);
            if (*update.sequence % 8 != 0) return; // a sample of the times
            const auto drone = static_cast<std::uint32_t>(std::atoi(update.id.c_str() + 5));
            const std::uint64_t record = std::uint64_t{*update.sequence - firstSequence} * drones + drone;
            latency_ms.push_back(static_cast<double>(monotonic_ns() - board.sentAt_ns[record / each]) * 1e-6);
        };
        const haneul::mqtt::MqttIntake::Consumer consume = [&](std::string_view topic, std::string_view payload,
                                                               UtcMs received) {
            now = received;
            telemetry.process(topic, payload, received, place);
        };
        while (!stop) {
            {
                std::unique_lock lock(mutex);
                wakeUp.wait_for(lock, std::chrono::milliseconds(100), [&] { return waiting || stop; });
                waiting = false;
            }
            intake.drain(consume);
            placed = telemetry.counters().updates;
            std::this_thread::sleep_for(drainEvery);
        }
    });
    intake.start();
    while (!intake.status().connected)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));

    const int before = board.finished;
    const std::uint64_t cpu = processCpu_ns();
    const auto begin = steady_clock::now();
    order(board, what, rate, messages);
    waitForEnd(board, before, [&] { return placed.load(); }, std::uint64_t{messages} * each);
    Outcome outcome;
    outcome.cpu_usPerMessage = static_cast<double>(processCpu_ns() - cpu) / 1000.0 / messages;
    outcome.wall_s = std::chrono::duration<double>(steady_clock::now() - begin).count();
    stop = true;
    wakeUp.notify_all();
    core.join();
    intake.stop();
    outcome.sent = std::uint64_t{messages} * each;
    outcome.received = telemetry.counters().updates;
    std::ranges::sort(latency_ms);
    if (!latency_ms.empty()) {
        outcome.p50_ms = latency_ms[latency_ms.size() / 2];
        outcome.p99_ms = latency_ms[latency_ms.size() * 99 / 100];
    }
    if (const auto& counters = telemetry.counters();
        counters.refused + counters.malformed > 0 || picture.size() != drones)
        std::printf("  CAUTION: refused %llu, malformed %llu, aircraft %zu\n",
                    static_cast<unsigned long long>(counters.refused),
                    static_cast<unsigned long long>(counters.malformed), picture.size());
    return outcome;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void compare(Board& board, const broker::BrokerEndpoint& endpoint, const broker::MqttAccount& gateway, Order what,
             std::uint32_t rate, double seconds, int rounds) {
    const auto messages = static_cast<std::uint32_t>(rate * seconds);
    const std::uint32_t each = what == Order::Batches ? batchSize : 1;
    std::printf("%s: %u messages/s of %u record%s, %u messages a run\n", what == Order::Batches ? "batches" : "singles",
                rate, each, each > 1 ? "s" : "", messages);
    std::vector<double> bare;
    std::vector<double> product;
    for (int round = 0; round < rounds; ++round) { // in turns: both see the same noise of the machine
        const Outcome a = bareRun(board, endpoint, what, rate, messages);
        const Outcome b = productRun(board, endpoint, gateway, what, rate, messages);
        bare.push_back(a.cpu_usPerMessage);
        product.push_back(b.cpu_usPerMessage);
        const auto lost = [](const Outcome& o) {
            return static_cast<long long>(o.sent) - static_cast<long long>(o.received);
        };
        std::printf("  bare %6.2f us/msg, lost %lld | product %6.2f us/msg, lost %lld, send-to-state p50 %.1f ms p99 "
                    "%.1f ms | %.1f s\n",
                    a.cpu_usPerMessage, lost(a), b.cpu_usPerMessage, lost(b), b.p50_ms, b.p99_ms, b.wall_s);
        std::fflush(stdout);
    }
    const double a = median(bare);
    const double b = median(product);
    std::printf(
        "  median: bare %.2f, product %.2f us/msg, ratio %.2f; added per record %.2f us; consumer %.2f of a core\n", a,
        b, b / a, (b - a) / each, b * rate * 1e-6);
}

std::uint32_t argument(int argc, char** argv, int index, std::uint32_t otherwise) {
    if (argc <= index) return otherwise;
    const long value = std::atol(argv[index]);
    return value > 0 ? static_cast<std::uint32_t>(value) : otherwise;
}

} // namespace

int main(int argc, char** argv) {
    const std::uint32_t rate = argument(argc, argv, 1, 20'000);
    const std::uint32_t seconds = argument(argc, argv, 2, 3);
    const auto rounds = static_cast<int>(argument(argc, argv, 3, 3));
    if (std::uint64_t{rate} * seconds > maxStamps) {
        std::fprintf(stderr, "at most %zu messages a run\n", maxStamps);
        return 2;
    }
    void* const memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return 1;
    Board& board = *new (memory) Board;
    const pid_t sender = ::fork(); // before there is any thread
    if (sender == 0) senderProcess(board);

    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const clock::IngestClock clock;
    situation::NoticeBoard notices;
    broker::EmbeddedBroker broker({.dataFolder = folder.path().toStdString()}, clock, notices);
    broker::MqttAccount gateway{"gw1", broker::hashPassword("gw1", 101).value_or(std::string()), {}};
    for (std::uint32_t i = 0; i < drones; ++i)
        gateway.drones.push_back(droneId(i));
    const auto accounts = broker.setAccounts({gateway});
    const auto endpoint = accounts ? broker.start() : std::unexpected(accounts.error());
    if (!endpoint) {
        std::fprintf(stderr, "%s: %s\n", endpoint.error().code.c_str(), endpoint.error().message.c_str());
        ::kill(sender, SIGKILL);
        return 1;
    }
    board.port = endpoint->port;

    int exitCode = 0;
    try {
        compare(board, *endpoint, gateway, Order::Singles, rate, seconds, rounds);
        compare(board, *endpoint, gateway, Order::Batches, std::max(1u, rate / 20), std::max(1.0, seconds * 0.7),
                std::max(1, rounds - 1));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        exitCode = 1;
    }
    if (board.failed != 0) {
        std::fprintf(stderr, "the sender lost its connection\n");
        exitCode = 1;
    }
    board.order = static_cast<int>(Order::Quit);
    ::waitpid(sender, nullptr, 0);
    return exitCode;
}
