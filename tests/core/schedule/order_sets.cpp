#include "tests/core/schedule/order_sets.h"

#include "core/sim/random.h"
#include "tests/core/schedule/case_reader.h"
#include "tests/core/schedule/reference_network.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::tests {

namespace {

using schedule::Network;
using schedule::Track;
using sim::Random;
using Time = std::int64_t;

constexpr int setsPerNetwork = orderSetCount / 3;
constexpr std::array<std::int64_t, 4> loads_percent{60, 90, 120, 150}; // of what the base can take off and land

std::string pointName(std::size_t n) {
    return QStringLiteral("DP-%1").arg(n, 2, 10, QLatin1Char('0')).toStdString();
}

// A base in the middle of a ring of delivery points: a link from the base to each, and one to each neighbour.
struct Ring {
    std::size_t points = 0;
    int basePlaces = 1;
    Time nodeBuffer = 0;
    Time oppositeBuffer = 0;
    std::size_t crossings = 0;
    schedule::Fleet<Time> fleet;
};

Network<Time> ringNetwork(const Ring& ring, Random& random) {
    Network<Time> network{.base = "BP-01",
                          .headway = 40,
                          .oppositeBuffer = ring.oppositeBuffer,
                          .nodeBuffer = ring.nodeBuffer,
                          .hoverTop = 3,
                          .hoverLanding = 5,
                          .fleet = ring.fleet};
    network.nodes["BP-01"] = {.capacity = ring.basePlaces, .load = 90, .unload = 45, .takeOff = 17, .landing = 26};
    const auto track = [&] { return random.below(2) == 0 ? Track::Single : Track::Double; };
    for (std::size_t n = 1; n <= ring.points; ++n) {
        network.nodes[pointName(n)] = {.capacity = random.below(4) == 0 ? 2 : 1,
                                       .serve = random.between(30, 90),
                                       .takeOff = random.between(12, 22),
                                       .landing = random.between(18, 32)};
        network.links.push_back({"BP-01", pointName(n), random.between(90, 300), track()});
    }
    for (std::size_t n = 1; n <= ring.points; ++n)
        network.links.push_back({pointName(n), pointName(n % ring.points + 1), random.between(50, 140), track()});
    for (std::size_t n = 0; n < ring.crossings; ++n) // a link from the base with one of the ring
        network.crossings.push_back({random.below(ring.points), ring.points + random.below(ring.points),
                                     static_cast<double>(random.between(200, 900)) / 1000,
                                     static_cast<double>(random.between(100, 900)) / 1000, 15});
    return network;
}

Network<Time> networkOf(int kind) {
    if (kind == 0) return referenceNetwork();
    Random random(static_cast<std::uint64_t>(4000 + kind)); // the ten sets of a kind share their network
    if (kind == 1) return ringNetwork({12, 2, 0, 5, 4, {8, 120}}, random);
    return ringNetwork({24, 3, 5, 10, 10, {16, 180}}, random);
}

// One to three delivery points, each linked with the next; every one is linked with the base.
std::vector<std::string> randomStops(const Network<Time>& network, Random& random) {
    std::vector<std::string> stops{pointName(1 + random.below(network.nodes.size() - 1))};
    const std::size_t wanted = 1 + random.below(3);
    while (stops.size() < wanted) {
        std::vector<std::string> next;
        for (std::size_t n = 1; n < network.nodes.size(); ++n)
            if (network.linkBetween(stops.back(), pointName(n)) && !std::ranges::contains(stops, pointName(n)))
                next.push_back(pointName(n));
        if (next.empty()) break;
        stops.push_back(next[random.below(next.size())]);
    }
    return stops;
}

// How long a mission takes the base's column, both times.
Time baseTime(const Network<Time>& network) {
    const auto& base = network.nodes.at(network.base);
    return base.load + base.takeOff + network.hoverTop + network.hoverLanding + base.landing + base.unload;
}

QJsonValue whole(Time time) {
    return static_cast<qint64>(time);
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject toJson(const schedule::Node<Time>& node) {
    return {{QStringLiteral("capacity"), node.capacity},      {QStringLiteral("load"), whole(node.load)},
            {QStringLiteral("unload"), whole(node.unload)},   {QStringLiteral("serve"), whole(node.serve)},
            {QStringLiteral("takeoff"), whole(node.takeOff)}, {QStringLiteral("landing"), whole(node.landing)}};
}

QString text(const std::string& text) {
    return QString::fromStdString(text);
}

QJsonArray textList(const std::vector<std::string>& texts) {
    QJsonArray list;
    for (const auto& one : texts)
        list.append(text(one));
    return list;
}

QByteArray joined(const QByteArrayList& lines) {
    return lines.join(",\n  ");
}

QByteArray networkText(const Network<Time>& network) {
    QByteArrayList nodes, links, crossings;
    for (const auto& [id, node] : network.nodes)
        nodes << '"' + QByteArray::fromStdString(id) + "\":" + compact(toJson(node));
    for (const auto& link : network.links)
        links << compact({{QStringLiteral("a"), text(link.a)},
                          {QStringLiteral("b"), text(link.b)},
                          {QStringLiteral("flight"), whole(link.flight)},
                          {QStringLiteral("track"),
                           link.track == Track::Double ? QStringLiteral("double") : QStringLiteral("single")}});
    for (const auto& crossing : network.crossings) {
        const auto& first = network.links[crossing.first];
        const auto& second = network.links[crossing.second];
        crossings << compact({{QStringLiteral("first"), textList({first.a, first.b})},
                              {QStringLiteral("second"), textList({second.a, second.b})},
                              {QStringLiteral("x_first"), crossing.firstFraction},
                              {QStringLiteral("x_second"), crossing.secondFraction},
                              {QStringLiteral("sep"), whole(crossing.separation)}});
    }
    const QByteArray fleet = network.fleet
                                 ? "{\"size\":" + QByteArray::number(qulonglong{network.fleet->size}) +
                                       ",\"turnaround\":" + QByteArray::number(network.fleet->turnaround) + "}"
                                 : QByteArray("null");
    return "{\"base\":\"" + QByteArray::fromStdString(network.base) +
           "\",\"headway\":" + QByteArray::number(network.headway) +
           ",\"opposite_buffer\":" + QByteArray::number(network.oppositeBuffer) +
           ",\"node_buffer\":" + QByteArray::number(network.nodeBuffer) +
           ",\"hover_top\":" + QByteArray::number(network.hoverTop) +
           ",\"hover_land\":" + QByteArray::number(network.hoverLanding) + ",\"fleet\":" + fleet +
           ",\n \"nodes\":{\n  " + joined(nodes) + "},\n \"links\":[\n  " + joined(links) + "],\n \"crossings\":[" +
           (crossings.isEmpty() ? QByteArray() : "\n  " + joined(crossings)) + "]}";
}

} // namespace

OrderSet makeOrderSet(int number) {
    const int kind = (number - 1) / setsPerNetwork;
    const int rank = (number - 1) % setsPerNetwork;
    OrderSet set{.seed = 4100 + number, .network = networkOf(kind)};
    Random random(static_cast<std::uint64_t>(set.seed));
    const Time load_percent = loads_percent[static_cast<std::size_t>(rank) % loads_percent.size()];
    const int count = 10 + (50 * rank + (setsPerNetwork - 1) / 2) / (setsPerNetwork - 1);
    set.visits = rank % 2 == 0 ? schedule::VisitOrder::Given : schedule::VisitOrder::Best;
    set.preparation = kind * 30;
    set.window = 3600;
    set.id = QStringLiteral("orders-%1").arg(number, 2, 10, QLatin1Char('0')).toStdString();
    set.about = QStringLiteral("%1 orders on %2, load %3 % of the base")
                    .arg(count)
                    .arg(kind == 0 ? QStringLiteral("the reference network")
                                   : QStringLiteral("a ring of %1").arg(set.network.nodes.size() - 1))
                    .arg(load_percent)
                    .toStdString();
    const Time gap = 100 * baseTime(set.network) / (set.network.nodes.at("BP-01").capacity * load_percent);
    Time time = 0;
    for (int n = 1; n <= count; ++n) {
        time += random.between(0, 2 * gap);
        schedule::DueOrder<Time> due{{QStringLiteral("o%1").arg(n, 2, 10, QLatin1Char('0')).toStdString(), time,
                                      randomStops(set.network, random)},
                                     std::nullopt};
        const Time alone = schedule::missionAt(set.network, due.order.id, due.order.stops, Time{0})->end();
        const Time patience_percent = random.between(110, 300);
        if (random.below(5) != 0) due.deadline = time + set.preparation + alone * patience_percent / 100;
        set.orders.push_back(std::move(due));
    }
    return set;
}

QString orderSetFile(int number) {
    return QStringLiteral("orders-%1.json").arg(number, 2, 10, QLatin1Char('0'));
}

QByteArray toJson(const OrderSet& set) {
    QByteArrayList orders;
    for (const auto& [order, deadline] : set.orders)
        orders << compact({{QStringLiteral("id"), text(order.id)},
                           {QStringLiteral("t"), whole(order.time)},
                           {QStringLiteral("stops"), textList(order.stops)},
                           {QStringLiteral("deadline"), deadline ? whole(*deadline) : QJsonValue()}});
    return "{\"model\":\"orders\",\"id\":\"" + QByteArray::fromStdString(set.id) + "\",\"about\":\"" +
           QByteArray::fromStdString(set.about) + "\",\"units\":\"s\",\"seed\":" + QByteArray::number(set.seed) +
           ",\n \"order_policy\":\"" + (set.visits == schedule::VisitOrder::Best ? "best" : "given") +
           "\",\"prep\":" + QByteArray::number(set.preparation) + ",\"window\":" + QByteArray::number(set.window) +
           ",\n \"network\":" + networkText(set.network) + ",\n \"orders\":[\n  " + joined(orders) + "]}\n";
}

OrderSet orderSetFromJson(const QByteArray& file) {
    const QJsonObject json = QJsonDocument::fromJson(file).object();
    OrderSet set{.id = json[QStringLiteral("id")].toString().toStdString(),
                 .about = json[QStringLiteral("about")].toString().toStdString(),
                 .seed = json[QStringLiteral("seed")].toInteger(),
                 .network = networkFrom<Time>(json[QStringLiteral("network")].toObject()),
                 .visits = visitsFrom(json[QStringLiteral("order_policy")]),
                 .preparation = json[QStringLiteral("prep")].toInteger(),
                 .window = json[QStringLiteral("window")].toInteger()};
    for (const QJsonValue& order : json[QStringLiteral("orders")].toArray()) {
        const QJsonValue deadline = order[QStringLiteral("deadline")];
        set.orders.push_back({orderFrom<Time>(order.toObject()),
                              deadline.isDouble() ? std::optional(deadline.toInteger()) : std::nullopt});
    }
    return set;
}

} // namespace haneul::tests
