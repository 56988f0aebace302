#pragma once

#include "server/http/http_server.h"
#include "server/http/metrics.h"
#include "server/http/routes.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::http {

// One answer, without the fields that every answer has.
struct Response {
    unsigned status = 200;
    std::string_view contentType = "application/json";
    std::shared_ptr<const std::string> body; // null: none
    std::string_view cacheControl = "no-store";
    std::vector<std::pair<std::string_view, std::string>> fields;
    std::string error;    // code of the refusal in the body; empty: none
    std::string instance; // which one answered for a service that may be moved; empty: no such service
};

// A request that the gatekeeper let through, and for whom.
struct Admitted {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string token;     // the one he came with
    std::string address;   // of the client, whole
};

// What a service is asked.
struct ServiceCall {
    MatchedRoute match;
    people::Principal who;
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] Response jsonResponse(std::string body);
[[nodiscard]] Response errorResponse(const Error& error);

// resources/openapi.json, built in.
[[nodiscard]] std::string_view openApiDocument();

// Answers of the routes that need nothing but the latest situation. One thread only.
class Api {
public:
    explicit Api(const HttpDependencies& dependencies)
        : m_dependencies(dependencies) {}

    // Health, OpenApi, Tracks, Track, Feeds, Notices, MapLayers, MapPlaces, LocalPlanner.
    [[nodiscard]] Response answer(const MatchedRoute& match, const RequestHead& head);

private:
    Response tracks(const situation::Situation& situation, const std::string& query);
    [[nodiscard]] Response mapLayers() const;
    [[nodiscard]] Response mapPlaces(const std::string& query) const;
    static Response track(const situation::Situation& situation, const std::string& id);

    // Many dashboards ask the same of the same situation: it is written once.
    struct LastTracks {
        situation::SituationPtr situation;
        std::string query;
        std::shared_ptr<const std::string> body;
    };

    const HttpDependencies& m_dependencies;
    situation::SituationPtr m_situation;
    LastTracks m_lastTracks;
};

} // namespace haneul::http
