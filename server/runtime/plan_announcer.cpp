#include "server/runtime/plan_announcer.h"

#include "server/log/small_file.h"
#include "server/mqtt/mqtt_publisher.h"
#include "server/plan/events.h"
#include "server/plan/plan_message.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace haneul::runtime {

namespace {

constexpr auto pollEvery = std::chrono::milliseconds(100);
constexpr auto askEvery = std::chrono::milliseconds(5); // whether the broker has answered
constexpr auto patience = std::chrono::seconds(5);      // for its answer
constexpr std::size_t atOnce = 100;                     // entries before the file is written
constexpr std::size_t longestNumber = 32;

std::uint64_t numberIn(const std::filesystem::path& file) {
    const auto text = log::readSmallFile(file, longestNumber);
    if (!text || !*text) return 0;
    std::uint64_t number = 0;
    (void)std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), number);
    return number;
}

struct Message {
    std::string topic, text;
};

} // namespace

struct PlanAnnouncer::Impl {
    Impl(log::EventLog& logGiven, std::filesystem::path fileGiven,
         std::function<broker::BrokerEndpoint()> endpointGiven)
        : log(logGiven)
        , file(std::move(fileGiven))
        , endpoint(std::move(endpointGiven))
        , told(numberIn(file)) {}

    std::vector<log::Entry> entriesBehind(std::uint64_t sequence);
    std::optional<Message> messageOf(const log::Entry& entry);
    void connect(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known);
    bool send(mqtt::MqttPublisher& publisher, const std::vector<log::Entry>& entries, const std::stop_token& stop);
    void writeDown(std::uint64_t sequence);
    void run(const std::stop_token& stop);

    log::EventLog& log;
    const std::filesystem::path file;
    std::function<broker::BrokerEndpoint()> endpoint;
    std::atomic<std::uint64_t> told;
    std::atomic<bool> news = true; // there may be entries that were not told

    std::mutex mutex;
    std::condition_variable_any wake; // ends the pause between two looks
    std::jthread thread;              // last: it uses the rest
};

// The oldest first, so many at most.
std::vector<log::Entry> PlanAnnouncer::Impl::entriesBehind(std::uint64_t sequence) {
    std::vector<log::Entry> entries;
    std::optional<std::uint64_t> before;
    while (true) {
        std::promise<Result<log::EntryPage>> promise;
        log.page({.typePrefix = std::string(plan::planPrefix), .before = before, .limit = 1000},
                 [&](Result<log::EntryPage> page) { promise.set_value(std::move(page)); });
        auto page = promise.get_future().get();
        if (!page) return {};
        bool reached = false;
        for (log::EntryRecord& record : page->entries) {
            reached = record.entry.sequence <= sequence;
            if (reached) break;
            entries.push_back(std::move(record.entry));
        }
        if (reached || !page->nextBefore) break;
        before = page->nextBefore;
    }
    std::ranges::reverse(entries);
    if (entries.size() > atOnce) entries.resize(atOnce);
    return entries;
}

std::optional<Message> PlanAnnouncer::Impl::messageOf(const log::Entry& entry) {
    const auto name = plan::announcedAs(entry.type);
    if (name.empty()) return std::nullopt;
    const auto event = plan::eventFrom(entry.type, entry.body);
    if (!event) return std::nullopt;
    std::promise<Result<plan::PlanPtr>> promise;
    log.read(
        [&](const storage::Database& database) { promise.set_value(plan::readPlan(database, plan::planOf(*event))); });
    const auto record = promise.get_future().get();
    if (!record || !*record) return std::nullopt;
    return Message{"haneul/v1/events/" + std::string(name), plan::planMessage(entry, **record)};
}

void PlanAnnouncer::Impl::connect(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known) {
    mqtt::follow(publisher, known, endpoint());
    if (publisher) publisher->poll();
}

// True when the broker has answered all of them.
bool PlanAnnouncer::Impl::send(mqtt::MqttPublisher& publisher, const std::vector<log::Entry>& entries,
                               const std::stop_token& stop) {
    for (const log::Entry& entry : entries) {
        const auto message = messageOf(entry);
        if (message && !publisher.publish(message->topic, message->text, mqtt::Qos::AtLeastOnce)) return false;
    }
    const auto until = std::chrono::steady_clock::now() + patience;
    while (publisher.unanswered() > 0 && !stop.stop_requested() && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(askEvery);
        publisher.poll();
    }
    return publisher.unanswered() == 0;
}

// A file that cannot be written is noticed elsewhere, by the log itself; after a restart they would come again.
void PlanAnnouncer::Impl::writeDown(std::uint64_t sequence) {
    (void)log::replaceSmallFile(file, std::to_string(sequence));
    told = sequence;
}

void PlanAnnouncer::Impl::run(const std::stop_token& stop) {
    std::optional<mqtt::MqttPublisher> publisher;
    broker::BrokerEndpoint known;
    while (!stop.stop_requested()) {
        connect(publisher, known);
        if (publisher && publisher->connected() && news.exchange(false)) {
            const auto entries = entriesBehind(told);
            if (!entries.empty()) news = true;
            if (!entries.empty() && send(*publisher, entries, stop)) {
                writeDown(entries.back().sequence);
                continue;
            }
            if (publisher->unanswered() > 0) publisher.reset(); // what was not answered is read from the log again
        }
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, pollEvery, [] { return false; });
    }
}

PlanAnnouncer::PlanAnnouncer(log::EventLog& log, std::filesystem::path told,
                             std::function<broker::BrokerEndpoint()> endpoint)
    : m_impl(std::make_shared<Impl>(log, std::move(told), std::move(endpoint))) {
    log.subscribe([weak = std::weak_ptr<Impl>(m_impl)](const log::Entry& entry) {
        const auto alive = weak.lock();
        if (alive && entry.type.starts_with(plan::planPrefix)) alive->news = true;
    });
    m_impl->thread = std::jthread([raw = m_impl.get()](const std::stop_token& stop) { raw->run(stop); });
}

PlanAnnouncer::~PlanAnnouncer() {
    m_impl->thread.request_stop();
    m_impl->thread.join();
}

std::uint64_t PlanAnnouncer::told() const {
    return m_impl->told;
}

} // namespace haneul::runtime
