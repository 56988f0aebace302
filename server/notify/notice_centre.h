#pragma once

#include "server/notify/notice.h"
#include "server/notify/notify_projection.h"
#include "server/people/principal.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace haneul::notify {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

struct ChannelRecord {
    ChannelConfig config; // of one that was never set: the defaults, not enabled
    bool hasSecret = false;
    std::string by; // who changed it last; empty: nobody yet
    std::optional<UtcMs> changed;
    std::uint64_t waiting = 0, dead = 0; // deliveries in the outbox

    bool operator==(const ChannelRecord&) const = default;
};

// Notices as people work with them. Thread-safe; every call returns at once.
// Codes besides those named: FORBIDDEN (who asks lacks the scope; `where` is the scope), and those of EventLog.
class NoticeCentre {
public:
    virtual ~NoticeCentre() = default;

    // Told after each change of notices, deliveries, preferences or channels, on the log's thread: note it and return.
    // The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void()> changed) = 0;

    // -- own notices (scope notice.read)
    virtual void own(people::Principal by, OwnFilter filter, Done<OwnNotices> done) = 0;
    virtual void acknowledge(people::Principal by, std::string notice, Done<void> done) = 0; // NO_SUCH_NOTICE
    virtual void preferences(people::Principal by, Done<Preferences> done) = 0;
    virtual void setPreferences(people::Principal by, Preferences preferences, Done<void> done) = 0; // see accepted()

    // -- telling others (scope notice.write): the id. Codes NO_SUCH_USER, NO_RECIPIENT, and those of check().
    virtual void send(people::Principal by, NewNotice notice, Done<std::string> done) = 0;

    // -- the outbox (scopes outbox.read, outbox.write)
    virtual void outbox(people::Principal by, OutboxFilter filter, Done<std::vector<DeliveryRecord>> done) = 0;
    virtual void delivery(people::Principal by, std::string id, Done<DeliveryHistory> done) = 0; // NO_SUCH_DELIVERY
    // One that is dead, or waits for its next try, is tried at once, with all tries again. NO_SUCH_DELIVERY,
    // ALREADY_DELIVERED, OTHER_INSTANCE (another one sends it).
    virtual void sendAgain(people::Principal by, std::string id, Done<void> done) = 0;

    // -- channels (scopes outbox.read, channel.write). `secret`: none keeps the present one, empty removes it. Codes:
    // those of check() and of ChannelSecrets::set.
    virtual void channels(people::Principal by, Done<std::vector<ChannelRecord>> done) = 0;
    virtual void setChannel(people::Principal by, ChannelConfig config, std::optional<std::string> secret,
                            Done<void> done) = 0;
    // One message out by a channel as it is saved, also while it is off (scope channel.write): what came of it. `to` is
    // an address, number or topic; of no use for the webhook. It is no notice, and is not tried again. Codes
    // NO_ADDRESS, BAD_URL (never set up), BAD_CHANNEL, BUSY, NOT_SENDING (this process sends nothing).
    virtual void testChannel(people::Principal by, Channel channel, std::string to, Language language,
                             Done<Attempt> done) = 0;
};

} // namespace haneul::notify
