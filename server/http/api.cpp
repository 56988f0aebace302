#include "server/http/api.h"

#include "server/http/api_json.h"
#include "server/http/map_api.h"
#include "server/http/planner_api.h"

#include <algorithm>

namespace haneul::http {

using situation::Situation;

Response jsonResponse(std::string body) {
    Response response;
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

Response errorResponse(const Error& error) {
    auto response = jsonResponse(errorJson(error));
    response.status = httpStatus(error.code);
    response.error = error.code;
    if (response.status == 503) response.fields.emplace_back("Retry-After", "1");
    if (response.status == 401) response.fields.emplace_back("WWW-Authenticate", "Bearer"); // RFC 9110 15.5.2
    return response;
}

Response Api::answer(const MatchedRoute& match, const RequestHead& head) {
    const bool takesQuery = match.route->id == RouteId::Tracks || match.route->id == RouteId::MapPlaces;
    if (!takesQuery && !head.query.empty()) {
        const auto items = parseQuery(head.query);
        if (!items) return errorResponse(items.error());
        return errorResponse({"BAD_QUERY", "this path takes no query", items->empty() ? "" : items->front().name});
    }
    m_situation = m_dependencies.board.latest();
    const Situation& situation = *m_situation;
    switch (match.route->id) {
    case RouteId::Health:
        return jsonResponse(
            healthJson(situation, {m_dependencies.version, m_dependencies.instance, m_dependencies.clock.now()}));
    case RouteId::OpenApi:
        return jsonResponse(std::string(openApiDocument()));
    case RouteId::Tracks:
        return tracks(situation, head.query);
    case RouteId::Track:
        return track(situation, match.parameters.front());
    case RouteId::Feeds:
        return jsonResponse(feedsJson(situation));
    case RouteId::Notices:
        return jsonResponse(noticesJson(situation));
    case RouteId::MapLayers:
        return mapLayers();
    case RouteId::LocalPlanner:
        return answerLocalPlanner(m_dependencies.planner);
    case RouteId::MapPlaces:
        return mapPlaces(head.query);
    default:
        break;
    }
    return errorResponse({"INTERNAL", "the route has no answer", std::string(match.route->pattern)});
}

Response Api::tracks(const Situation& situation, const std::string& query) {
    if (m_lastTracks.situation != m_situation || m_lastTracks.query != query) {
        const auto parsed = trackQueryFrom(query);
        if (!parsed) return errorResponse(parsed.error());
        m_lastTracks = {m_situation, query, std::make_shared<const std::string>(tracksJson(situation, *parsed))};
    }
    Response response;
    response.body = m_lastTracks.body;
    return response;
}

Response Api::mapLayers() const {
    const auto catalog = m_dependencies.mapCatalog ? m_dependencies.mapCatalog() : nullptr;
    return jsonResponse(mapLayersJson(catalog ? *catalog : maps::MapCatalog{}));
}

Response Api::mapPlaces(const std::string& query) const {
    const auto wanted = placeQueryFrom(query);
    if (!wanted) return errorResponse(wanted.error());
    if (!m_dependencies.findPlaces) return jsonResponse(placesJson({}));
    return jsonResponse(placesJson(m_dependencies.findPlaces(wanted->text, wanted->limit)));
}

Response Api::track(const Situation& situation, const std::string& id) {
    const auto found = std::ranges::lower_bound(situation.tracks, id, {},
                                                [](const auto& track) -> const std::string& { return track->id; });
    if (found == situation.tracks.end() || (*found)->id != id)
        return errorResponse({"NO_SUCH_TRACK", "there is no aircraft with this id in the picture", id});
    return jsonResponse(trackJson(situation, **found));
}

} // namespace haneul::http
