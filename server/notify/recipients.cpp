#include "server/notify/recipients.h"

#include "server/notify/notify_projection.h"
#include "server/people/people_projection.h"

#include <algorithm>

namespace haneul::notify {

namespace {

bool operates(const people::UserRecord& user) {
    const auto scopes = people::scopesOf(user.role);
    return scopes.contains("plan.submit") || scopes.contains("mission.write");
}

// Who has not said where he flies may fly there.
bool isIn(const Preferences& preferences, const Circle& area) {
    return preferences.areas.empty() ||
           std::ranges::any_of(preferences.areas, [&](const Circle& own) { return touch(own, area); });
}

bool isFor(const Addressees& to, const people::UserRecord& user, const Preferences& preferences) {
    if (to.users.contains(user.user)) return true;
    if (user.state == people::UserState::Disabled) return false;
    return to.roles.contains(user.role) || (to.area && operates(user) && isIn(preferences, *to.area));
}

} // namespace

std::string addressOf(const Preferences& preferences, const std::string& accountEmail, Channel channel) {
    switch (channel) {
    case Channel::Email:
        return preferences.email.empty() ? accountEmail : preferences.email;
    case Channel::Sms:
        return preferences.phone;
    case Channel::Push:
        return preferences.push;
    case Channel::Desk:
    case Channel::Webhook:
        break;
    }
    return {};
}

Result<Reached> reachedBy(const storage::Database& database, const NewNotice& notice) {
    const auto users = people::readUsers(database);
    if (!users) return std::unexpected(users.error());
    const auto preferences = readAllPreferences(database);
    if (!preferences) return std::unexpected(preferences.error());
    const auto channels = readChannels(database);
    if (!channels) return std::unexpected(channels.error());
    std::map<Channel, ChannelConfig> enabled;
    for (const StoredChannel& stored : *channels)
        if (stored.config.enabled) enabled[stored.config.channel] = stored.config;

    Reached reached;
    std::set<std::string> names = notice.to.users;
    for (const people::StoredUser& user : *users) {
        const auto found = preferences->find(user.record.user);
        const Preferences own = found == preferences->end() ? Preferences{} : found->second;
        if (!isFor(notice.to, user.record, own)) continue;
        names.insert(user.record.user);
        if (user.record.state == people::UserState::Disabled) continue; // named, but nothing leaves the house
        for (const Channel channel : channelsFor(own, notice.kind))
            if (enabled.contains(channel) && !addressOf(own, user.record.email, channel).empty())
                reached.ways.push_back({channel, user.record.user});
    }
    const auto webhook = enabled.find(Channel::Webhook);
    if (webhook != enabled.end() && webhook->second.kinds.contains(notice.kind))
        reached.ways.push_back({Channel::Webhook, ""});
    reached.users = {names.begin(), names.end()};
    return reached;
}

} // namespace haneul::notify
