#include "server/people/events.h"

#include "server/log/event_codec.h"

#include <utility>
#include <vector>

namespace haneul::people {

namespace {

constexpr std::string_view hidden = "(hidden)";

template <class Event>
struct Name;

#define HANEUL_PEOPLE_EVENT(event, text)                                                                               \
    template <>                                                                                                        \
    struct Name<event> {                                                                                               \
        static constexpr std::string_view value = text;                                                                \
    }

HANEUL_PEOPLE_EVENT(UserAdded, "people.user_added");
HANEUL_PEOPLE_EVENT(RoleRequested, "people.role_requested");
HANEUL_PEOPLE_EVENT(RoleChanged, "people.role_changed");
HANEUL_PEOPLE_EVENT(PasswordSet, "people.password_set");
HANEUL_PEOPLE_EVENT(UserDisabled, "people.user_disabled");
HANEUL_PEOPLE_EVENT(UserEnabled, "people.user_enabled");
HANEUL_PEOPLE_EVENT(ReviewNeeded, "people.review_needed");
HANEUL_PEOPLE_EVENT(LoggedIn, "people.logged_in");
HANEUL_PEOPLE_EVENT(SessionEnded, "people.session_ended");
HANEUL_PEOPLE_EVENT(AllSessionsEnded, "people.all_sessions_ended");
HANEUL_PEOPLE_EVENT(DeskUnlocked, "people.desk_unlocked");
HANEUL_PEOPLE_EVENT(TokenIssued, "people.token_issued");
HANEUL_PEOPLE_EVENT(TokenRevoked, "people.token_revoked");
HANEUL_PEOPLE_EVENT(LogInRefused, "people.log_in_refused");
HANEUL_PEOPLE_EVENT(LockedOut, "people.locked_out");
HANEUL_PEOPLE_EVENT(AccessRefused, "people.access_refused");
#undef HANEUL_PEOPLE_EVENT

// -- one list of fields per event, used by writer and reader alike

template <class Visit>
void fields(Visit&& visit, UserAdded& event) {
    visit("user", event.user);
    visit("name", event.name);
    visit("email", event.email);
    visit("role", event.role);
    visit("password_hash", event.passwordHash);
}

template <class Visit>
void fields(Visit&& visit, RoleRequested& event) {
    visit("user", event.user);
    visit("role", event.role);
}

template <class Visit>
void fields(Visit&& visit, RoleChanged& event) {
    visit("user", event.user);
    visit("role", event.role);
}

template <class Visit>
void fields(Visit&& visit, PasswordSet& event) {
    visit("user", event.user);
    visit("password_hash", event.passwordHash);
    visit("kept_session", event.keptSession);
}

template <class Visit>
void fields(Visit&& visit, UserDisabled& event) {
    visit("user", event.user);
}

template <class Visit>
void fields(Visit&& visit, UserEnabled& event) {
    visit("user", event.user);
}

template <class Visit>
void fields(Visit&& visit, ReviewNeeded& event) {
    visit("user", event.user);
}

template <class Visit>
void fields(Visit&& visit, LoggedIn& event) {
    visit("user", event.user);
    visit("session", event.session);
    visit("expires", event.expires);
}

template <class Visit>
void fields(Visit&& visit, SessionEnded& event) {
    visit("session", event.session);
    visit("reason", event.reason);
}

template <class Visit>
void fields(Visit&&, AllSessionsEnded&) {}

template <class Visit>
void fields(Visit&&, DeskUnlocked&) {}

template <class Visit>
void fields(Visit&& visit, TokenIssued& event) {
    visit("token", event.id);
    visit("name", event.name);
    visit("user", event.user);
    visit("scopes", event.scopes);
    visit("token_hash", event.tokenHash);
    visit("expires", event.expires);
}

template <class Visit>
void fields(Visit&& visit, TokenRevoked& event) {
    visit("token", event.id);
}

template <class Visit>
void fields(Visit&& visit, LogInRefused& event) {
    visit("user", event.user);
    visit("reason", event.reason);
    visit("count", event.count);
}

template <class Visit>
void fields(Visit&& visit, LockedOut& event) {
    visit("user", event.user);
    visit("until", event.until);
}

template <class Visit>
void fields(Visit&& visit, AccessRefused& event) {
    visit("scope", event.scope);
    visit("what", event.what);
    visit("count", event.count);
}

// -- writer

struct Write {
    json::JsonWriter& json;

    void operator()(std::string_view key, const std::string& value) { json.key(key).string(value); }

    void operator()(std::string_view key, Role value) { json.key(key).string(toString(value)); }

    void operator()(std::string_view key, UtcMs value) { json.key(key).time(value); }

    void operator()(std::string_view key, const std::optional<UtcMs>& value) { json.key(key).timeOrNull(value); }

    void operator()(std::string_view key, std::int64_t value) { json.key(key).integer(value); }

    void operator()(std::string_view key, const std::set<std::string>& value) {
        json.key(key).beginArray();
        for (const std::string& item : value)
            json.string(item);
        json.endArray();
    }
};

// -- reader

struct Read : log::FieldReader {
    void operator()(std::string_view key, std::string& value) { take(object.string(key), value); }

    void operator()(std::string_view key, std::int64_t& value) { take(object.integer(key), value); }

    void operator()(std::string_view key, Role& value) {
        std::string name;
        take(object.string(key), name);
        if (const auto role = roleFrom(name))
            value = *role;
        else
            bad(key, "no such role");
    }

    void operator()(std::string_view key, UtcMs& value) {
        std::string text;
        take(object.string(key), text);
        if (const auto time = fromRfc3339(text))
            value = *time;
        else
            bad(key, "not an instant");
    }

    void operator()(std::string_view key, std::optional<UtcMs>& value) {
        std::optional<std::string> text;
        take(object.optionalString(key), text);
        if (!text) return;
        value = fromRfc3339(*text);
        if (!value) bad(key, "not an instant");
    }

    void operator()(std::string_view key, std::set<std::string>& value) {
        std::vector<std::string> items;
        take(object.strings(key), items);
        value = {items.begin(), items.end()};
    }
};

using Codec = log::EventCodec<PeopleEvent, Name, Write, Read>;

} // namespace

log::NewEvent toEvent(const PeopleEvent& event) {
    return Codec::write(event);
}

Result<PeopleEvent> eventFrom(std::string_view type, std::string_view body) {
    return Codec::read(type, body);
}

std::string shownBody(std::string_view type, const std::string& body) {
    if (!type.starts_with(peoplePrefix)) return body;
    auto event = eventFrom(type, body);
    if (!event) return body.contains("_hash") ? "{}" : body; // of a newer version: rather nothing than a secret
    if (auto* added = std::get_if<UserAdded>(&*event))
        added->passwordHash = hidden;
    else if (auto* set = std::get_if<PasswordSet>(&*event))
        set->passwordHash = hidden;
    else if (auto* issued = std::get_if<TokenIssued>(&*event))
        issued->tokenHash = hidden;
    else
        return body;
    return toEvent(*event).body;
}

} // namespace haneul::people
