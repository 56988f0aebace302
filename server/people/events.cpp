#include "server/people/events.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <array>
#include <utility>

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

// -- reader: keeps the first error

struct Read {
    json::Object& object;
    Result<void> outcome;

    template <class Value>
    bool took(Result<Value>& read) {
        if (!read && outcome) outcome = std::unexpected(read.error());
        return read.has_value();
    }

    void bad(std::string_view key, std::string message) {
        if (outcome) outcome = fail("BAD_ENTRY", std::move(message), std::string(key));
    }

    void operator()(std::string_view key, std::string& value) {
        if (auto read = object.string(key); took(read)) value = *std::move(read);
    }

    void operator()(std::string_view key, std::int64_t& value) {
        if (auto read = object.integer(key); took(read)) value = *read;
    }

    void operator()(std::string_view key, Role& value) {
        auto read = object.string(key);
        if (!took(read)) return;
        if (const auto role = roleFrom(*read))
            value = *role;
        else
            bad(key, "no such role");
    }

    void operator()(std::string_view key, UtcMs& value) {
        auto read = object.string(key);
        if (!took(read)) return;
        if (const auto time = fromRfc3339(*read))
            value = *time;
        else
            bad(key, "not an instant");
    }

    void operator()(std::string_view key, std::optional<UtcMs>& value) {
        auto read = object.optionalString(key);
        if (!took(read) || !*read) return;
        value = fromRfc3339(**read);
        if (!value) bad(key, "not an instant");
    }

    void operator()(std::string_view key, std::set<std::string>& value) {
        if (auto read = object.strings(key); took(read)) value = {read->begin(), read->end()};
    }
};

template <class Event>
Result<PeopleEvent> readAs(std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    Event event;
    Read read{*object, {}};
    fields(read, event);
    if (!read.outcome) return std::unexpected(read.outcome.error());
    if (auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return event;
}

template <std::size_t... I>
Result<PeopleEvent> readAny(std::string_view type, std::string_view body, std::index_sequence<I...>) {
    Result<PeopleEvent> event = fail("BAD_ENTRY", "this version does not know the type", std::string(type));
    const auto attempt = [&]<class Event>(std::in_place_type_t<Event>) {
        if (Name<Event>::value != type) return false;
        event = readAs<Event>(body);
        return true;
    };
    (void)(attempt(std::in_place_type<std::variant_alternative_t<I, PeopleEvent>>) || ...);
    return event;
}

} // namespace

log::NewEvent toEvent(const PeopleEvent& event) {
    return std::visit(
        [](auto copy) { // a copy, because the list of fields serves the reader too
            json::JsonWriter json;
            json.beginObject();
            fields(Write{json}, copy);
            json.endObject();
            return log::NewEvent{std::string(Name<decltype(copy)>::value), json.take()};
        },
        event);
}

Result<PeopleEvent> eventFrom(std::string_view type, std::string_view body) {
    return readAny(type, body, std::make_index_sequence<std::variant_size_v<PeopleEvent>>());
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
