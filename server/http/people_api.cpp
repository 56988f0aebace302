#include "server/http/people_api.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/http/reading.h"
#include "server/people/session_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace haneul::http {

using people::Principal;

namespace {

using Reply = std::function<void(Response)>;

constexpr std::array peopleRoutes{
    RouteId::SetUp,         RouteId::LogIn,         RouteId::Me,      RouteId::OwnPassword, RouteId::Sessions,
    RouteId::EndSession,    RouteId::Users,         RouteId::AddUser, RouteId::ChangeRole,  RouteId::SetPassword,
    RouteId::DisableUser,   RouteId::EnableUser,    RouteId::Tokens,  RouteId::IssueToken,  RouteId::RevokeToken,
    RouteId::EndSessionsOf, RouteId::EndOwnSessions};

// What a refused log-in says of the time to wait, besides its `where`.
Response refusal(const Error& error, UtcMs now) {
    auto response = errorResponse(error);
    if (error.code != "LOCKED_OUT") return response;
    if (const auto until = fromRfc3339(error.where); until && *until > now)
        response.fields.emplace_back("Retry-After",
                                     std::to_string(std::chrono::ceil<std::chrono::seconds>(*until - now).count()));
    return response;
}

void writeScopes(json::JsonWriter& json, const std::set<std::string>& scopes) {
    json.key("scopes").beginArray();
    for (const std::string& scope : scopes)
        json.string(scope);
    json.endArray();
}

void writePrincipal(json::JsonWriter& json, const Principal& principal) {
    json.key("user").string(principal.user).key("display_name").string(principal.displayName);
    json.key("role");
    principal.role ? json.string(toString(*principal.role)) : json.null();
    writeScopes(json, principal.scopes);
    json.key("session").string(principal.session).key("desk").string(principal.desk);
    json.key("expires").timeOrNull(principal.expires);
}

void writeUser(json::JsonWriter& json, const people::UserRecord& user) {
    json.beginObject();
    json.key("user").string(user.user).key("display_name").string(user.displayName).key("email").string(user.email);
    json.key("role").string(toString(user.role)).key("state").string(toString(user.state));
    json.key("created").time(user.created).key("last_log_in").timeOrNull(user.lastLogIn);
    json.key("requested_role");
    user.requestedRole ? json.string(toString(*user.requestedRole)) : json.null();
    json.key("requested_by");
    user.requestedRole ? json.string(user.requestedBy) : json.null();
    json.key("organisation");
    user.organisation.empty() ? json.null() : json.string(user.organisation);
    json.endObject();
}

std::string logInJson(const people::LogIn& logIn) {
    json::JsonWriter json;
    json.beginObject();
    json.key("token").string(logIn.token);
    writePrincipal(json, logIn.principal);
    json.endObject();
    return json.take();
}

template <class Records, class Write>
std::string listJson(std::string_view name, const Records& records, Write write) {
    json::JsonWriter json;
    json.beginObject().key(name).beginArray();
    for (const auto& record : records)
        write(json, record);
    json.endArray().endObject();
    return json.take();
}

// The fields of a request body, the first error kept.
class Body : public BodyReader {
public:
    explicit Body(const PeopleCall& call)
        : BodyReader(call.contentType, call.body) {}

    std::optional<std::int64_t> optionalInteger(std::string_view key) {
        return take<std::optional<std::int64_t>>([&](json::Object& object) { return object.optionalInteger(key); });
    }

    std::set<std::string> texts(std::string_view key) {
        const auto list = BodyReader::texts(key);
        return {list.begin(), list.end()};
    }

    people::Role role(std::string_view key) {
        return take<std::optional<people::Role>>([&](json::Object& object) -> Result<std::optional<people::Role>> {
                   const auto name = object.string(key);
                   if (!name) return std::unexpected(name.error());
                   const auto role = people::roleFrom(*name);
                   if (!role) return fail("NO_SUCH_ROLE", "there is no such role", std::string(key));
                   return role;
               })
            .value_or(people::Role::Trainee);
    }
};

template <class T, class Write>
people::Done<T> replying(Reply reply, UtcMs now, Write write) {
    return [reply = std::move(reply), now, write](const Result<T>& result) {
        if (!result) return reply(refusal(result.error(), now));
        if constexpr (std::is_void_v<T>)
            reply(write());
        else
            reply(write(*result));
    };
}

struct Answering {
    people::PeopleService& service;
    PeopleCall& call;
    UtcMs now;
    Reply reply;

    [[nodiscard]] const std::string& parameter() const { return call.match.parameters.front(); }

    [[nodiscard]] people::Done<void> done() const { return replying<void>(reply, now, okay); }

    [[nodiscard]] people::Done<people::LogIn> loggedIn() const {
        return replying<people::LogIn>(reply, now,
                                       [](const people::LogIn& logIn) { return withStatus(201, logInJson(logIn)); });
    }

    // True: the body was wrong and that was answered.
    bool refused(Body& body) const {
        const auto error = body.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void setUp() {
        Body body(call);
        auto code = body.text("code");
        people::NewUser first{.user = body.text("user"),
                              .displayName = body.textOrEmpty("display_name"),
                              .email = body.textOrEmpty("email"),
                              .role = people::Role::Administrator,
                              .password = body.text("password")};
        if (refused(body)) return;
        service.setUp(std::move(code), std::move(first), call.who.desk, loggedIn());
    }

    void logIn() {
        Body body(call);
        people::Credentials credentials{
            .user = body.text("user"), .password = body.text("password"), .desk = call.who.desk};
        if (refused(body)) return;
        service.logIn(std::move(credentials), loggedIn());
    }

    void ownPassword() {
        Body body(call);
        auto current = body.text("current");
        auto password = body.text("password");
        if (refused(body)) return;
        service.setPassword(call.who, call.who.user, std::move(current), std::move(password), done());
    }

    void sessions() {
        service.sessions(call.who, replying<std::vector<people::SessionRecord>>(reply, now, [](const auto& records) {
                             return jsonResponse(sessionsJson(records));
                         }));
    }

    void endSession() {
        if (parameter() == "current")
            service.logOut(call.token, done());
        else
            service.endSession(call.who, parameter(), done());
    }

    void endSessionsOf(const std::string& user) {
        service.endSessionsOf(call.who, user, replying<std::int64_t>(reply, now, [](std::int64_t number) {
                                  json::JsonWriter json;
                                  json.beginObject().key("ended").integer(number).endObject();
                                  return jsonResponse(json.take());
                              }));
    }

    void users() {
        service.users(call.who, replying<std::vector<people::UserRecord>>(
                                    reply, now, [](const auto& records) { return jsonResponse(usersJson(records)); }));
    }

    void addUser() {
        Body body(call);
        people::NewUser user{.user = body.text("user"),
                             .displayName = body.textOrEmpty("display_name"),
                             .email = body.textOrEmpty("email"),
                             .role = body.role("role"),
                             .password = body.text("password")};
        if (refused(body)) return;
        service.addUser(call.who, std::move(user), replying<people::UserRecord>(reply, now, [](const auto& added) {
                            json::JsonWriter json;
                            writeUser(json, added);
                            return withStatus(201, json.take());
                        }));
    }

    void changeRole() {
        Body body(call);
        const auto role = body.role("role");
        if (refused(body)) return;
        service.changeRole(call.who, parameter(), role,
                           replying<people::RoleChange>(reply, now, [](people::RoleChange change) {
                               return change == people::RoleChange::Done
                                          ? okay()
                                          : withStatus(202, R"({"status":"waits_for_second_administrator"})");
                           }));
    }

    void setPassword() {
        Body body(call);
        auto password = body.text("password");
        if (refused(body)) return;
        if (parameter() == call.who.user) // there the present one is asked for
            return reply(errorResponse({"OWN_PASSWORD", "the own password is set at /api/v1/me/password", "user"}));
        service.setPassword(call.who, parameter(), "", std::move(password), done());
    }

    void tokens() {
        service.tokens(call.who, replying<std::vector<people::TokenRecord>>(reply, now, [](const auto& records) {
                           return jsonResponse(tokensJson(records));
                       }));
    }

    void issueToken() {
        Body body(call);
        people::NewToken token{.name = body.text("name"), .scopes = body.texts("scopes"), .days = std::nullopt};
        const auto days = body.optionalInteger("days");
        if (refused(body)) return;
        if (days) token.days = static_cast<int>(std::clamp<std::int64_t>(*days, 0, std::numeric_limits<int>::max()));
        service.issueToken(call.who, std::move(token),
                           replying<people::IssuedToken>(reply, now, [](const people::IssuedToken& issued) {
                               json::JsonWriter json;
                               json.beginObject().key("id").string(issued.id).key("token").string(issued.token);
                               json.key("expires").timeOrNull(issued.expires).endObject();
                               return withStatus(201, json.take());
                           }));
    }
};

} // namespace

bool isPeopleRoute(RouteId route) {
    return std::ranges::contains(peopleRoutes, route);
}

std::string principalJson(const Principal& principal) {
    json::JsonWriter json;
    json.beginObject();
    writePrincipal(json, principal);
    json.endObject();
    return json.take();
}

std::string usersJson(const std::vector<people::UserRecord>& users) {
    return listJson("users", users, writeUser);
}

std::string sessionsJson(const std::vector<people::SessionRecord>& sessions) {
    return listJson("sessions", sessions, [](json::JsonWriter& json, const people::SessionRecord& session) {
        json.beginObject();
        json.key("session").string(session.session).key("user").string(session.user).key("desk").string(session.desk);
        json.key("address_class").string(toString(people::addressClassOf(session.desk)));
        json.key("begun").time(session.begun).key("last_seen").time(session.lastSeen);
        json.key("expires").time(session.expires);
        json.endObject();
    });
}

std::string tokensJson(const std::vector<people::TokenRecord>& tokens) {
    return listJson("tokens", tokens, [](json::JsonWriter& json, const people::TokenRecord& token) {
        json.beginObject();
        json.key("id").string(token.id).key("name").string(token.name).key("user");
        token.user.empty() ? json.null() : json.string(token.user);
        writeScopes(json, token.scopes);
        json.key("issued_by").string(token.issuedBy).key("issued").time(token.issued);
        json.key("expires").timeOrNull(token.expires).key("revoked").timeOrNull(token.revoked);
        json.endObject();
    });
}

void answerPeople(people::PeopleService& service, PeopleCall call, UtcMs now, Reply reply) {
    Answering answering{service, call, now, reply};
    switch (call.match.route->id) {
    case RouteId::SetUp:
        return answering.setUp();
    case RouteId::LogIn:
        return answering.logIn();
    case RouteId::Me:
        return reply(jsonResponse(principalJson(call.who)));
    case RouteId::OwnPassword:
        return answering.ownPassword();
    case RouteId::Sessions:
        return answering.sessions();
    case RouteId::EndSession:
        return answering.endSession();
    case RouteId::EndSessionsOf:
        return answering.endSessionsOf(answering.parameter());
    case RouteId::EndOwnSessions:
        return answering.endSessionsOf(call.who.user);
    case RouteId::Users:
        return answering.users();
    case RouteId::AddUser:
        return answering.addUser();
    case RouteId::ChangeRole:
        return answering.changeRole();
    case RouteId::SetPassword:
        return answering.setPassword();
    case RouteId::DisableUser:
        return service.disableUser(call.who, answering.parameter(), answering.done());
    case RouteId::EnableUser:
        return service.enableUser(call.who, answering.parameter(), answering.done());
    case RouteId::Tokens:
        return answering.tokens();
    case RouteId::IssueToken:
        return answering.issueToken();
    case RouteId::RevokeToken:
        return service.revokeToken(call.who, answering.parameter(), answering.done());
    default:
        return reply(errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
