#pragma once

#include "core/base/error.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/log/event_log.h"
#include "server/notify/notice.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace haneul::notify {

// What the log says of notices. Secrets of channels never are in it.

struct Way { // one delivery that the notice needs
    Channel channel = Channel::Email;
    std::string user; // empty: the webhook

    bool operator==(const Way&) const = default;
};

struct NoticeCreated { // notice.created: with whom it reaches and how, as settled at that moment
    std::string id;
    NewNotice notice;
    std::vector<std::string> recipients;
    std::vector<Way> ways;

    bool operator==(const NoticeCreated&) const = default;
};

struct NoticeAcknowledged { // notice.acknowledged
    std::string id, user;

    bool operator==(const NoticeAcknowledged&) const = default;
};

struct DeliveryAttempted { // notice.delivery_attempted
    std::string delivery;
    Attempt attempt;
    std::optional<UtcMs> nextTry; // none and not delivered: dead

    bool operator==(const DeliveryAttempted&) const = default;
};

struct DeliverySentAgain { // notice.delivery_sent_again: by a person
    std::string delivery;

    bool operator==(const DeliverySentAgain&) const = default;
};

struct PreferencesSet { // notice.preferences_set
    std::string user;
    Preferences preferences;

    bool operator==(const PreferencesSet&) const = default;
};

struct ChannelSet { // notice.channel_set
    ChannelConfig config;
    bool secretChanged = false;

    bool operator==(const ChannelSet&) const = default;
};

using NotifyEvent =
    std::variant<NoticeCreated, NoticeAcknowledged, DeliveryAttempted, DeliverySentAgain, PreferencesSet, ChannelSet>;

inline constexpr std::string_view notifyPrefix = "notice.";

[[nodiscard]] log::NewEvent toEvent(const NotifyEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a value that it does not have), and those of
// json::Object.
[[nodiscard]] Result<NotifyEvent> eventFrom(std::string_view type, std::string_view body);

[[nodiscard]] std::string deliveryId(const std::string& notice, const Way& way);

// The same fields on the wire and in the tables.
void writeFields(json::JsonWriter& json, const Preferences& preferences); // inside an object
void writeFields(json::JsonWriter& json, const ChannelConfig& config);
[[nodiscard]] Result<Preferences> preferencesFrom(json::Object& object);
[[nodiscard]] Result<ChannelConfig> channelConfigFrom(json::Object& object, Channel channel);
[[nodiscard]] Result<Addressees> addresseesFrom(json::Object object);
[[nodiscard]] Result<Reference> referenceFrom(json::Object object);
void write(json::JsonWriter& json, const Addressees& to);
void write(json::JsonWriter& json, const Reference& about);

} // namespace haneul::notify
