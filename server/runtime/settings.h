#pragma once

#include "core/traffic/picture.h"
#include "server/broker/broker.h"
#include "server/http/request_log.h"
#include "server/http/service_offer.h"
#include "server/planner/local_planner.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace haneul::runtime {

// A receiver's BaseStation (SBS-1) port that we connect to.
struct SbsFeedSettings {
    std::string name; // shows as "sbs:<name>"
    std::string host;
    std::uint16_t port = 30003;

    bool operator==(const SbsFeedSettings&) const = default;
};

// A UDP port on which autopilots or a MAVLink router send to us. We only listen.
struct MavlinkFeedSettings {
    std::string name; // shows as "mavlink:<name>"
    std::string host = "127.0.0.1";
    std::uint16_t port = 14550;

    bool operator==(const MavlinkFeedSettings&) const = default;
};

enum class MqttMode {
    Embedded, // mosquitto as our child on a free loopback port
    External, // a broker that others run
};

// Everything that the server core must be told. Filled by the command line and the configuration file.
struct Settings {
    std::filesystem::path dataFolder;
    std::filesystem::path keyPassphraseFile; // opens (or seals) the key of the event log; empty: the key is not sealed
    std::string httpHost = "127.0.0.1";
    std::uint16_t httpPort = 8480; // 0: any free port
    // What pages of this server are called from outside, where a proxy with TLS stands in front: "https://utm.example".
    std::vector<std::string> httpOrigins;
    bool logRequests = true;
    http::RequestLogSettings requestLog; // without a file: requests.log in the data folder
    http::OfferSettings offer;           // to a gateway; its token is read from the file at the start
    std::filesystem::path gatewayTokenFile;
    MqttMode mqtt = MqttMode::Embedded;
    std::uint16_t embeddedMqttPort = 0; // 0: any free port
    std::optional<broker::BrokerEndpoint> externalBroker;
    std::vector<broker::MqttAccount> mqttAccounts;
    std::vector<SbsFeedSettings> sbs;
    std::vector<MavlinkFeedSettings> mavlink;
    traffic::TrackPolicy tracks;
    planner::LocalPlannerSettings planner; // of the local planner
    std::filesystem::path geoid;           // of W84 heights (GTX); empty: they are not compared with others
    bool demo = false;
    std::optional<std::filesystem::path> replayFile; // instead of the live feeds
    std::filesystem::path mapPack;                   // the base map, a GeoPackage
    std::filesystem::path mapFolder;                 // the customer's map files; empty: "maps" in the data folder
    std::filesystem::path mapWorker;                 // the program that converts GeoTIFF; empty: they are refused
};

} // namespace haneul::runtime
