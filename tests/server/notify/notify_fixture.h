#pragma once

#include "server/notify/notice_service.h"
#include "server/people/principal.h"
#include "server/situation/situation.h"

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace haneul::notify::tests {

inline const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(10)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

[[nodiscard]] bool eventually(const std::function<bool()>& holds);

[[nodiscard]] people::Principal person(const std::string& user, people::Role role);

// Users as the log says: kim (pilot), lee (pilot), park (planner), choi (controller), han (supervisor), root
// (administrator), moon (analyst); all but moon with a mail address.
class House {
public:
    explicit House(SendMessage send = sendByNetwork, bool sending = true);
    House(SendMessage send, const std::filesystem::path& folder); // real clock and a folder that stays

    ~House() { close(); }

    void open();
    void close();
    void restart();
    void addPeople();

    Result<void> set(ChannelConfig config, std::optional<std::string> secret = {});
    Result<std::string> create(NewNotice notice);
    Result<std::string> send(const std::string& by, people::Role role, NewNotice notice);
    Result<OwnNotices> own(const std::string& user, OwnFilter filter = {});
    Result<void> acknowledge(const std::string& user, const std::string& notice);
    Result<void> prefer(const std::string& user, Preferences preferences);
    std::vector<DeliveryRecord> outbox(OutboxFilter filter = {});
    DeliveryHistory history(const std::string& delivery);
    Result<void> sendAgain(const std::string& delivery);
    // True when that delivery comes to this state soon.
    [[nodiscard]] bool becomes(const std::string& delivery, DeliveryState state, int attempts = -1);
    std::string everythingInTheLog();

    QTemporaryDir temporary;
    std::filesystem::path folder;
    clock::ManualClock manual{noon};
    clock::IngestClock real;
    bool useRealClock = false;
    SendMessage sender;
    NotifySettings settings;
    double chance = 1;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<NoticeService> service;
    std::mutex mutex;
    std::vector<std::string> refusals;
};

[[nodiscard]] NewNotice approved(const std::string& plan, const std::string& user);
[[nodiscard]] ChannelConfig mailTo(std::uint16_t port);
[[nodiscard]] ChannelConfig postTo(Channel channel, std::uint16_t port);

} // namespace haneul::notify::tests
