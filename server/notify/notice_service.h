#pragma once

#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/notify/notice_centre.h"
#include "server/notify/notifier.h"
#include "server/notify/retry.h"
#include "server/notify/sender.h"
#include "server/people/log_desk.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::notify {

struct NotifySettings {
    std::filesystem::path secretsFile;
    std::optional<std::string> passphrase; // of the instance's key
    bool sending = true;                   // false: a command on the data folder, a replay: the outbox only grows
    RetryRules retry;
    milliseconds poll{250}; // how often a channel looks at the clock
};

// A call that lacked a scope, for the log.
using TellRefusal = people::TellRefusal;

// Notices, their outbox and its channels. What it decides are entries of the log; its tables are NotifyProjection.
// Each channel sends on a thread of its own, one message after the other: a server that stalls holds up nobody else.
// An attempt whose outcome is not in the log yet is made again after a restart, with the same key: at least once.
class NoticeService final : public Notifier, public NoticeCentre {
public:
    // The log must have been opened with a PeopleProjection and a NotifyProjection; it and the clock outlive the
    // service. `chance`: numbers from 0 to 1 for the pauses; called from several threads, one at a time.
    // Codes: those of ChannelSecrets::open and DATABASE.
    [[nodiscard]] static Result<std::unique_ptr<NoticeService>>
    open(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal, std::function<double()> chance,
         NotifySettings settings, SendMessage send = sendByNetwork);
    ~NoticeService() override; // breaks off the attempts under way; takes a second or two
    NoticeService(const NoticeService&) = delete;
    NoticeService& operator=(const NoticeService&) = delete;

    void createNotice(NewNotice notice, std::function<void(Result<std::string>)> done) override;

    [[nodiscard]] Subscription subscribe(std::function<void()> changed) override;
    void own(people::Principal by, OwnFilter filter, Done<OwnNotices> done) override;
    void acknowledge(people::Principal by, std::string notice, Done<void> done) override;
    void preferences(people::Principal by, Done<Preferences> done) override;
    void setPreferences(people::Principal by, Preferences preferences, Done<void> done) override;
    void send(people::Principal by, NewNotice notice, Done<std::string> done) override;
    void outbox(people::Principal by, OutboxFilter filter, Done<std::vector<DeliveryRecord>> done) override;
    void delivery(people::Principal by, std::string id, Done<DeliveryHistory> done) override;
    void sendAgain(people::Principal by, std::string id, Done<void> done) override;
    void channels(people::Principal by, Done<std::vector<ChannelRecord>> done) override;
    void setChannel(people::Principal by, ChannelConfig config, std::optional<std::string> secret,
                    Done<void> done) override;
    void testChannel(people::Principal by, Channel channel, std::string to, Language language,
                     Done<Attempt> done) override;

private:
    struct Impl;
    explicit NoticeService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

// A number from 0 to 1 by the system's randomness.
[[nodiscard]] double systemChance();

} // namespace haneul::notify
