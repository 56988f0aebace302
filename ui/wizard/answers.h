#pragma once

#include "core/geo/position.h"

#include <QString>

#include <span>

namespace haneul::settings {
class Settings;
}

namespace haneul::wizard {

enum class Source { Demo, EmbeddedMqtt, ExternalMqtt, Sbs, Mavlink };

// A place to begin with.
struct Area {
    const char* id;
    const char* text; // English source text, context "haneul::wizard"
    geo::LatLon middle;
    double zoom;
};

[[nodiscard]] std::span<const Area> areas(); // the whole of Korea first
[[nodiscard]] QString areaText(const Area& area);

// What a person said at the first start. As it is made, it is what happens when the questions are skipped: an instance
// with the embedded broker, metric, the map that is shipped, looking at the first traffic.
struct Answers {
    QString language = QStringLiteral("ko");
    bool aviationUnits = false;
    const Area* area = nullptr; // null: at the first traffic
    QString mapPack;            // empty: the one that is shipped
    Source source = Source::EmbeddedMqtt;
    QString mqttUrl;
    QString sbsHost = QStringLiteral("127.0.0.1");
    int sbsPort = 30003;
    int mavlinkPort = 14550;
};

// haneul.toml of the data folder: what the server core must know. The language is a setting of the desk.
[[nodiscard]] QString configurationOf(const Answers& answers);
void putInto(settings::Settings& settings, const Answers& answers);

} // namespace haneul::wizard
