#pragma once

#include "core/json/json_writer.h"
#include "http_fixture.h"
#include "server/delivery/delivery_projection.h"
#include "server/delivery/event_delivery_service.h"
#include "server/people/organisation_service.h"
#include "server/people/people_projection.h"
#include "server/people/people_service.h"
#include "server/people/security_service.h"

#include <sodium.h>

#include <QTemporaryDir>

#include <future>
#include <map>

namespace haneul::http::tests {

class QuickHasher final : public people::PasswordHasher {
public:
    Result<std::string> hash(std::string_view password) const override { return people::tokenHash(password); }

    bool verify(std::string_view hash, std::string_view password) const override {
        return hash == people::tokenHash(password);
    }
};

// The HTTP door with the services that keep the house behind it, as the program wires them.
class PeopleDoor {
public:
    static constexpr auto password = "quiet copper lantern 84";

    explicit PeopleDoor(const RequestRates& rates = {unlimited, unlimited}) {
        if (sodium_init() < 0) qFatal("no randomness");
        openServices();
        HttpSettings settings;
        settings.limits.rates = rates;
        auto started = HttpServer::start(
            settings, {.board = board,
                       .clock = clock,
                       .version = "1",
                       .instance = "x",
                       .authorise =
                           [this](std::string_view token, std::string_view address, TokenUse use) {
                               using Use = people::PeopleService::Use;
                               return people->principalOf(token, address,
                                                          use == TokenUse::Counts ? Use::Counts : Use::Peek);
                           },
                       .tellRefusal = [this](const people::Principal& who, std::string_view scope,
                                             std::string_view what) { people->noteRefusal(who, scope, what); },
                       .tellTooMany =
                           [this](const people::Principal& who) {
                               security->observe(
                                   {.what = people::Observation::What::TooMany, .user = who.user, .address = who.desk});
                           },
                       .log = log.get(),
                       .people = people.get(),
                       .organisations = organisations.get(),
                       .security = security.get(),
                       .deliveries = deliveries.get()});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    ~PeopleDoor() { server.reset(); } // before the services it asks

    HttpAnswer ask(const std::string& method, const std::string& path, const std::string& token,
                   const std::string& body = {}, const std::string& from = {}) const {
        const auto authorization = token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
        const auto type = body.empty() ? "" : "Content-Type: application/json\r\n";
        const auto text = std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}Content-Length: {}\r\n\r\n{}", method,
                                      path, authorization, type, body.size(), body);
        return RawClient(server->port(), from).request(text, method).value_or(HttpAnswer{});
    }

    QJsonObject get(const std::string& path, const std::string& token) const {
        return jsonOf(ask("GET", path, token).body);
    }

    HttpAnswer tryLogIn(const std::string& user, const std::string& typed, const std::string& from = {}) const {
        json::JsonWriter body;
        body.beginObject().key("user").string(user).key("password").string(typed).endObject();
        return ask("POST", "/api/v1/sessions", "", body.take(), from);
    }

    // The token of a new session; the user is added when there is none yet.
    std::string logIn(const std::string& user, people::Role role) {
        std::promise<bool> added;
        people->addUser(people::PeopleService::programItself(), {.user = user, .role = role, .password = password},
                        [&](const Result<people::UserRecord>&) { added.set_value(true); });
        added.get_future().get();
        return jsonOf(tryLogIn(user, password).body)[QStringLiteral("token")].toString().toStdString();
    }

    std::string logIn(people::Role role) { return logIn(std::string(toString(role)), role); }

    std::string machineToken(const std::string& name, const std::set<std::string>& scopes) {
        std::promise<std::string> issued;
        people->issueToken(
            people::PeopleService::programItself(), {.name = name, .scopes = scopes, .days = {}},
            [&](const Result<people::IssuedToken>& token) { issued.set_value(token ? token->token : std::string()); });
        return issued.get_future().get();
    }

    // What was given to the log before is in it now.
    void settle() const {
        (void)log->submit(log::systemActor(), [](const storage::Database&, UtcMs) { return log::Decision{}; }).get();
    }

    // Bodies of the entries of that type, the oldest first.
    std::vector<std::string> entries(const std::string& type) {
        settle();
        std::promise<std::vector<std::string>> promise;
        log->page({.typePrefix = type, .limit = 1000}, [&](const Result<log::EntryPage>& page) {
            std::vector<std::string> found;
            if (page)
                for (const auto& record : page->entries)
                    found.insert(found.begin(), record.entry.body);
            promise.set_value(found);
        });
        return promise.get_future().get();
    }

    std::vector<std::string> noticeCodes() const {
        std::vector<std::string> codes;
        for (const auto& notice : notices.latest())
            codes.push_back(notice.code);
        return codes;
    }

    situation::SituationBoard board;
    situation::NoticeBoard notices;
    clock::ManualClock clock{noon};
    QuickHasher hasher;
    QTemporaryDir folder;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<people::SecurityService> security; // ends after those who tell it what they refused
    std::unique_ptr<people::OrganisationService> organisations;
    std::unique_ptr<people::PeopleService> people;
    std::unique_ptr<delivery::EventDeliveryService> deliveries;
    std::unique_ptr<HttpServer> server;

private:
    template <class T>
    static T need(Result<T> made) {
        if (!made) qFatal("%s", made.error().message.c_str());
        return *std::move(made);
    }

    void openServices() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<people::PeopleProjection>());
        projections.push_back(std::make_unique<delivery::DeliveryProjection>());
        log = need(log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections)));
        const auto tell = [this](const people::Principal& who, std::string_view scope, std::string_view what) {
            people->noteRefusal(who, scope, what);
        };
        security = need(people::SecurityService::open(*log, clock, tell, &notices));
        organisations = std::make_unique<people::OrganisationService>(*log, clock, tell, &notices);
        people = need(people::PeopleService::open(
            *log, clock, hasher, people::systemRandom,
            {.observe = [this](const people::Observation& observation) { security->observe(observation); }}, &notices));
        deliveries = need(delivery::EventDeliveryService::open(*log, clock, tell));
    }
};

} // namespace haneul::http::tests
