#pragma once

#include "server/log/event_log.h"
#include "server/notify/events.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace haneul::notify {

// The tables made from the notice.* entries:
//   notices             each notice, once
//   notice_recipients   who has it at his desk, and when he acknowledged it
//   notice_deliveries   the outbox: one notice on one way to one recipient, and how far it is
//   notice_attempts     every try of each delivery
//   notice_preferences  how people want to be told
//   notice_channels     where the servers are
class NotifyProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "notices"; }

    [[nodiscard]] std::vector<std::string> tables() const override {
        return {"notices",         "notice_recipients",  "notice_deliveries",
                "notice_attempts", "notice_preferences", "notice_channels"};
    }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

struct OwnFilter {
    bool unreadOnly = false;
    std::string before;      // id of a notice: only older ones
    std::size_t limit = 200; // 1 to 1000
};

struct OwnNotices {
    std::vector<NoticeRecord> notices; // the newest first
    std::uint64_t unread = 0;          // of all, not only of these

    bool operator==(const OwnNotices&) const = default;
};

struct OutboxFilter {
    std::optional<DeliveryState> state;
    std::optional<Channel> channel;
    std::string notice;
    std::size_t limit = 200; // 1 to 1000
};

struct DeliveryHistory {
    DeliveryRecord delivery;
    std::vector<Attempt> attempts;

    bool operator==(const DeliveryHistory&) const = default;
};

struct StoredChannel {
    ChannelConfig config;
    std::string by;
    UtcMs changed{};
};

// Code DATABASE, and those that an answer names.
[[nodiscard]] Result<OwnNotices> readOwn(const storage::Database& database, const std::string& user,
                                         const OwnFilter& filter);
[[nodiscard]] Result<bool> noticeExists(const storage::Database& database, const std::string& id);
// NO_SUCH_NOTICE when it is not there, or not his.
[[nodiscard]] Result<NoticeRecord> readNotice(const storage::Database& database, const std::string& id,
                                              const std::string& user = {}); // empty: anybody's
[[nodiscard]] Result<std::vector<DeliveryRecord>> readOutbox(const storage::Database& database,
                                                             const OutboxFilter& filter);
[[nodiscard]] Result<std::vector<DeliveryRecord>> readWaiting(const storage::Database& database,
                                                              const std::string& origin); // all of them
[[nodiscard]] Result<DeliveryHistory> readDelivery(const storage::Database& database,
                                                   const std::string& id); // NO_SUCH_DELIVERY
[[nodiscard]] Result<std::vector<std::string>> readRecipients(const storage::Database& database,
                                                              const std::string& notice);
[[nodiscard]] Result<std::uint64_t> countDeliveries(const storage::Database& database, DeliveryState state,
                                                    Channel channel);
[[nodiscard]] Result<Preferences> readPreferences(const storage::Database& database, const std::string& user);
[[nodiscard]] Result<std::map<std::string, Preferences>> readAllPreferences(const storage::Database& database);
[[nodiscard]] Result<std::vector<StoredChannel>> readChannels(const storage::Database& database);

} // namespace haneul::notify
