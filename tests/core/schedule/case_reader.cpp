#include "tests/core/schedule/case_reader.h"

namespace haneul::tests {

namespace {

std::string textFrom(const QJsonValue& json) {
    return json.toString().toStdString();
}

template <class Time>
schedule::Node<Time> nodeFrom(const QJsonObject& json) {
    const auto time = [&](const char* key) { return timeFrom<Time>(json[QLatin1StringView(key)]); };
    return {.capacity = json[QStringLiteral("capacity")].toInt(1),
            .load = time("load"),
            .unload = time("unload"),
            .serve = time("serve"),
            .takeOff = time("takeoff"),
            .landing = time("landing")};
}

template <class Time>
schedule::Crossing<Time> crossingFrom(const QJsonObject& json, const schedule::Network<Time>& network) {
    const auto link = [&](const char* key) {
        const auto ends = textsFrom(json[QLatin1StringView(key)]);
        return *network.linkBetween(ends.at(0), ends.at(1));
    };
    return {link("first"), link("second"), json[QStringLiteral("x_first")].toDouble(),
            json[QStringLiteral("x_second")].toDouble(), timeFrom<Time>(json[QStringLiteral("sep")])};
}

} // namespace

std::vector<std::string> textsFrom(const QJsonValue& json) {
    std::vector<std::string> texts;
    for (const QJsonValue& one : json.toArray())
        texts.push_back(textFrom(one));
    return texts;
}

schedule::VisitOrder visitsFrom(const QJsonValue& policy) {
    return policy.toString() == QLatin1StringView("best") ? schedule::VisitOrder::Best : schedule::VisitOrder::Given;
}

template <class Time>
schedule::Network<Time> networkFrom(const QJsonObject& json) {
    const auto time = [&](const char* key) { return timeFrom<Time>(json[QLatin1StringView(key)]); };
    schedule::Network<Time> network{.base = textFrom(json[QStringLiteral("base")]),
                                    .headway = time("headway"),
                                    .oppositeBuffer = time("opposite_buffer"),
                                    .nodeBuffer = time("node_buffer"),
                                    .hoverTop = time("hover_top"),
                                    .hoverLanding = time("hover_land")};
    const QJsonObject nodes = json[QStringLiteral("nodes")].toObject();
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        network.nodes.emplace(node.key().toStdString(), nodeFrom<Time>(node.value().toObject()));
        const QJsonValue buffer = node.value()[QStringLiteral("buffer")];
        if (buffer.isDouble()) network.nodeBuffers.emplace(node.key().toStdString(), timeFrom<Time>(buffer));
    }
    for (const QJsonValue& link : json[QStringLiteral("links")].toArray())
        network.links.push_back({textFrom(link[QStringLiteral("a")]), textFrom(link[QStringLiteral("b")]),
                                 timeFrom<Time>(link[QStringLiteral("flight")]),
                                 link[QStringLiteral("track")].toString() == QLatin1StringView("double")
                                     ? schedule::Track::Double
                                     : schedule::Track::Single});
    for (const QJsonValue& crossing : json[QStringLiteral("crossings")].toArray())
        network.crossings.push_back(crossingFrom(crossing.toObject(), network));
    if (const QJsonObject fleet = json[QStringLiteral("fleet")].toObject(); !fleet.isEmpty())
        network.fleet = schedule::Fleet<Time>{static_cast<std::size_t>(fleet[QStringLiteral("size")].toInteger()),
                                              timeFrom<Time>(fleet[QStringLiteral("turnaround")])};
    return network;
}

template <class Time>
schedule::Order<Time> orderFrom(const QJsonObject& json) {
    return {textFrom(json[QStringLiteral("id")]), timeFrom<Time>(json[QStringLiteral("t")]),
            textsFrom(json[QStringLiteral("stops")])};
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template schedule::Network<Time> networkFrom(const QJsonObject&);                                                  \
    template schedule::Order<Time> orderFrom(const QJsonObject&);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::tests
