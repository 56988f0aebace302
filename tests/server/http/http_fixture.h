#pragma once

#include "http_client.h"
#include "server/http/http_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <format>
#include <thread>

namespace haneul::http::tests {

inline const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

// Says which tile it drew; slow or failing when told.
class TellingTiles final : public tiles::TileSource {
public:
    Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) override {
        ++drawn;
        std::this_thread::sleep_for(Millis(delay_ms.load()));
        if (style == "dark~torn") return fail("DRAWING_FAILED", "no ink", "torn");
        if (style != "dark") return fail("NO_SUCH_LAYER", "no such layer", std::string(style));
        return std::format("\x89PNG {}/{}/{}/{} x{}", style, zoom, x, y, scale);
    }

    std::atomic<int> drawn = 0;
    std::atomic<int> delay_ms = 0;
};

inline traffic::Track makeTrack(const std::string& id, std::uint64_t revision = 1) {
    traffic::Track track;
    track.id = id;
    track.revision = revision;
    track.received = noon - milliseconds(1500);
    track.placed = noon - milliseconds(1400);
    track.sources = {{"mqtt", traffic::SourceKind::Telemetry, track.received}};
    return track;
}

inline situation::Situation makeSituation(std::vector<traffic::Track> tracks) {
    situation::Situation situation;
    situation.time = noon;
    situation.pictureRevision = 7;
    for (auto& track : tracks)
        situation.tracks.push_back(std::make_shared<const traffic::Track>(std::move(track)));
    return situation;
}

// Two hundred aircraft with everything known.
inline std::vector<traffic::Track> manyTracks(int number) {
    std::vector<traffic::Track> tracks;
    for (int i = 0; i < number; ++i) {
        auto track = makeTrack(std::format("uas:HN-{:05}", i));
        track.label = std::format("HN{}", i);
        track.position = geo::LatLon{37.5 + i * 1e-4, 127.0 + i * 1e-4};
        track.height = geo::Height{120.5 + i, geo::HeightDatum::Amsl};
        track.velocity = traffic::Velocity_mps{3.3 + i * 0.01, 4.1};
        track.verticalRate_mps = 0.25;
        track.onGround = false;
        track.battery_pct = 80.5;
        track.missionId = std::format("M-{}", i);
        track.sourceTime = noon - milliseconds(1600);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

inline constexpr RateRules unlimited{.perSecond = 1e9, .burst = 1e9};

// Whoever has the test token may all.
inline Result<people::Principal> testAuthorise(std::string_view token, std::string_view address, TokenUse) {
    if (token != testToken) return fail("SESSION_ENDED", "no", "token");
    people::Principal principal{.user = "test", .desk = std::string(address)};
    for (const people::Scope& scope : people::allScopes())
        principal.scopes.emplace(scope.name);
    return principal;
}

class TestServer {
public:
    explicit TestServer(const std::function<void(HttpSettings&)>& adjust = {},
                        std::function<Result<void>(const ReplayCommand&)> replay = {},
                        std::shared_ptr<tiles::TileSource> source = nullptr) {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        if (adjust) adjust(settings);
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .tiles = std::move(source),
                                                    .replayControl = std::move(replay),
                                                    .version = "1.2.3",
                                                    .instance = "desk-1",
                                                    .authorise = testAuthorise});
        if (started)
            server = *std::move(started);
        else
            qFatal("%s", started.error().message.c_str());
    }

    std::uint16_t port() const { return server->port(); }

    std::optional<HttpAnswer> get(std::string_view target, std::string_view fields = {}) const {
        return RawClient(port()).request(getRequest(target, fields));
    }

    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::unique_ptr<HttpServer> server;
};

// const: on a temporary that may change, operator[] would give a reference into it.
inline const QJsonObject jsonOf(const std::string& text) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

inline QString codeOf(const HttpAnswer& answer) {
    return jsonOf(answer.body)[QStringLiteral("error")][QStringLiteral("code")].toString();
}

} // namespace haneul::http::tests
