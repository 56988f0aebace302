#include "ui/network/network_fields.h"

#include "ui/network/field_values.h"
#include "ui/network/network_facts.h"
#include "ui/network/network_words.h"

#include <QCoreApplication>

#include <cmath>

namespace haneul::network {

using delivery::DurationMs;
using delivery::Link;
using delivery::Node;

namespace {

const char* const anyNumber = QT_TRANSLATE_NOOP("haneul::network::Fields", "a number");
const char* const positive = QT_TRANSLATE_NOOP("haneul::network::Fields", "a number above 0");
const char* const seconds = QT_TRANSLATE_NOOP("haneul::network::Fields", "seconds from 0, to the millisecond");
const char* const maybeSeconds =
    QT_TRANSLATE_NOOP("haneul::network::Fields", "seconds from 0, to the millisecond, or nothing");
const char* const maybePositive = QT_TRANSLATE_NOOP("haneul::network::Fields", "a number above 0, or nothing");
const char* const maybeNumber = QT_TRANSLATE_NOOP("haneul::network::Fields", "a number, or nothing");
const char* const wholeNumber = QT_TRANSLATE_NOOP("haneul::network::Fields", "a whole number from 1");
const char* const maybeWhole = QT_TRANSLATE_NOOP("haneul::network::Fields", "a whole number from 1, or nothing");
const char* const idWords =
    QT_TRANSLATE_NOOP("haneul::network::Fields", "1 to 32 letters, digits, - _ or ., and not the id of another one");
const char* const latitudeWords = QT_TRANSLATE_NOOP("haneul::network::Fields", "degrees from -90 to 90");
const char* const longitudeWords = QT_TRANSLATE_NOOP("haneul::network::Fields", "degrees from -180 to 180");
const char* const oneOf = QT_TRANSLATE_NOOP("haneul::network::Fields", "one of the list");
const char* const otherNode =
    QT_TRANSLATE_NOOP("haneul::network::Fields", "a node that has no other link to the node at the other end");

constexpr std::size_t longestName = 200;

// What a member of a thing looks like as a field; `Thing` is found by `at`.
template <class At>
Field number(const char* title, At at, int decimals, double least, bool leastIncluded, const char* accepts) {
    return {.title = title,
            .number = true,
            .text = [at, decimals](const Network& network, int row) { return plain(at(network, row), decimals); },
            .set =
                [at, least, leastIncluded](Network& network, int row, const QString& text) {
                    const auto value = numberIn(text);
                    if (!value || *value < least || (!leastIncluded && *value <= least)) return false;
                    at(network, row) = *value;
                    return true;
                },
            .accepts = accepts};
}

template <class At>
Field maybe(const char* title, At at, bool aboveZero) {
    return {.title = title,
            .number = true,
            .text =
                [at](const Network& network, int row) {
                    const auto& value = at(network, row);
                    return value ? plain(*value, 2) : QString();
                },
            .set =
                [at, aboveZero](Network& network, int row, const QString& text) {
                    const auto value = numberIn(text);
                    if (!text.isEmpty() && (!value || (aboveZero && *value <= 0))) return false;
                    at(network, row) = value;
                    return true;
                },
            .accepts = aboveZero ? maybePositive : maybeNumber};
}

template <class At>
Field duration(const char* title, At at) {
    return {.title = title,
            .number = true,
            .text = [at](const Network& network, int row) { return secondsText(at(network, row)); },
            .set =
                [at](Network& network, int row, const QString& text) {
                    const auto value = millisecondsIn(text);
                    if (!value) return false;
                    at(network, row) = *value;
                    return true;
                },
            .accepts = seconds};
}

template <class At>
Field maybeDuration(const char* title, At at) {
    return {.title = title,
            .number = true,
            .text =
                [at](const Network& network, int row) {
                    const auto& value = at(network, row);
                    return value ? secondsText(*value) : QString();
                },
            .set =
                [at](Network& network, int row, const QString& text) {
                    const auto value = millisecondsIn(text);
                    if (!value && !text.isEmpty()) return false;
                    at(network, row) = value;
                    return true;
                },
            .accepts = maybeSeconds};
}

template <class At>
Field degrees(const char* title, At at, double limit, const char* accepts) {
    return {.title = title,
            .number = true,
            .text = [at](const Network& network, int row) { return QString::number(at(network, row), 'f', 7); },
            .set =
                [at, limit](Network& network, int row, const QString& text) {
                    const auto value = numberIn(text);
                    if (!value || std::abs(*value) > limit) return false;
                    at(network, row) = std::round(*value * 1e7) / 1e7;
                    return true;
                },
            .accepts = accepts};
}

template <class E, class At>
Field choice(const char* title, At at, std::vector<E> values, QString (*word)(E)) {
    return {.title = title,
            .text = [at, word](const Network& network, int row) { return word(at(network, row)); },
            .set =
                [at, values, word](Network& network, int row, const QString& text) {
                    for (const E value : values)
                        if (word(value) == text) {
                            at(network, row) = value;
                            return true;
                        }
                    return false;
                },
            .choices =
                [values, word](const Network&) {
                    QStringList words;
                    for (const E value : values)
                        words << word(value);
                    return words;
                },
            .accepts = oneOf};
}

// Of a network that is read or written.
auto& nodeOf(auto& network, int row) {
    return network.nodes[static_cast<std::size_t>(row)];
}

auto& linkOf(auto& network, int row) {
    return network.links[static_cast<std::size_t>(row)];
}

auto& droneOf(auto& network, int row) {
    return network.droneTypes[static_cast<std::size_t>(row)];
}

QStringList nodeIds(const Network& network) {
    QStringList ids;
    for (const Node& node : network.nodes)
        ids << QString::fromStdString(node.id);
    return ids;
}

// The latitude or longitude of a node; what stands in its column goes with it.
Field nodeDegrees(const char* title, double geo::LatLon::* member, double limit, const char* accepts) {
    Field field = degrees(
        title, [member](auto& network, int row) -> auto& { return nodeOf(network, row).place.*member; }, limit,
        accepts);
    field.set = [member, limit](Network& network, int row, const QString& text) {
        const auto value = numberIn(text);
        if (!value || std::abs(*value) > limit) return false;
        geo::LatLon place = nodeOf(network, row).place;
        place.*member = std::round(*value * 1e7) / 1e7;
        moveNode(network, static_cast<std::size_t>(row), place);
        return true;
    };
    return field;
}

Field endField(const char* title, std::string Link::* end) {
    return {
        .title = title,
        .text = [end](const Network& network, int row) { return QString::fromStdString(linkOf(network, row).*end); },
        .set =
            [end](Network& network, int row, const QString& text) {
                Link wanted = linkOf(network, row);
                wanted.*end = text.toStdString();
                return reconnect(network, static_cast<std::size_t>(row), wanted.a, wanted.b);
            },
        .choices = nodeIds,
        .accepts = otherNode};
}

template <class At>
Field nameField(const char* title, At at) {
    return {.title = title,
            .text = [at](const Network& network, int row) { return QString::fromStdString(at(network, row)); },
            .set =
                [at](Network& network, int row, const QString& text) {
                    std::string name = text.toStdString();
                    if (name.size() > longestName) return false;
                    at(network, row) = std::move(name);
                    return true;
                }};
}

} // namespace

std::vector<Field> nodeFields() {
    return {
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Id"),
         .text = [](const Network& network, int row) { return QString::fromStdString(nodeOf(network, row).id); },
         .set =
             [](Network& network, int row, const QString& text) {
                 return renameNode(network, static_cast<std::size_t>(row), text.toStdString());
             },
         .accepts = idWords},
        nameField(QT_TRANSLATE_NOOP("haneul::network::Fields", "Name"),
                  [](auto& network, int row) -> auto& { return nodeOf(network, row).name; }),
        choice<delivery::NodeKind>(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Kind"),
            [](auto& network, int row) -> auto& { return nodeOf(network, row).kind; },
            {delivery::NodeKind::Base, delivery::NodeKind::Delivery}, kindText),
        nodeDegrees(QT_TRANSLATE_NOOP("haneul::network::Fields", "Latitude (°)"), &geo::LatLon::latitude_deg, 90,
                    latitudeWords),
        nodeDegrees(QT_TRANSLATE_NOOP("haneul::network::Fields", "Longitude (°)"), &geo::LatLon::longitude_deg, 180,
                    longitudeWords),
        maybe(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Ground (m AMSL)"),
            [](auto& network, int row) -> auto& { return nodeOf(network, row).ground_m; }, false),
        number(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Top (m AMSL)"),
            [](auto& network, int row) -> auto& { return nodeOf(network, row).top_m; }, 2, -largestValue, true,
            anyNumber),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Places"),
         .number = true,
         .text = [](const Network& network, int row) { return QString::number(nodeOf(network, row).capacity); },
         .set =
             [](Network& network, int row, const QString& text) {
                 bool good = false;
                 const int value = text.toInt(&good);
                 if (!good || value < 1 || value > 1000) return false;
                 nodeOf(network, row).capacity = value;
                 return true;
             },
         .accepts = wholeNumber},
        maybeDuration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Buffer (s)"),
                      [](auto& network, int row) -> auto& { return nodeOf(network, row).buffer_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Load (s)"),
                 [](auto& network, int row) -> auto& { return nodeOf(network, row).load_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Unload (s)"),
                 [](auto& network, int row) -> auto& { return nodeOf(network, row).unload_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Serve (s)"),
                 [](auto& network, int row) -> auto& { return nodeOf(network, row).serve_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Drop (s)"),
                 [](auto& network, int row) -> auto& { return nodeOf(network, row).drop_ms; }),
        maybeDuration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Take-off, measured (s)"),
                      [](auto& network, int row) -> auto& { return nodeOf(network, row).takeOff_ms; }),
        maybeDuration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Landing, measured (s)"),
                      [](auto& network, int row) -> auto& { return nodeOf(network, row).landing_ms; }),
    };
}

std::vector<Field> linkFields(const NetworkEditor& editor) {
    return {
        endField(QT_TRANSLATE_NOOP("haneul::network::Fields", "From"), &Link::a),
        endField(QT_TRANSLATE_NOOP("haneul::network::Fields", "To"), &Link::b),
        choice<delivery::TrackKind>(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Track"),
            [](auto& network, int row) -> auto& { return linkOf(network, row).track; },
            {delivery::TrackKind::Single, delivery::TrackKind::Double}, trackText),
        choice<delivery::Corner>(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "At waypoints"),
            [](auto& network, int row) -> auto& { return linkOf(network, row).corner; },
            {delivery::Corner::Stop, delivery::Corner::FlyThrough}, cornerText),
        choice<delivery::LinkShape>(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Shape"),
            [](auto& network, int row) -> auto& { return linkOf(network, row).shape; },
            {delivery::LinkShape::Straight, delivery::LinkShape::Curve}, shapeText),
        maybe(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Speed (m/s)"),
            [](auto& network, int row) -> auto& { return linkOf(network, row).speed_mps; }, true),
        maybeDuration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Flight, measured (s)"),
                      [](auto& network, int row) -> auto& { return linkOf(network, row).flight_ms; }),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Length (m)"),
         .number = true,
         .text =
             [](const Network& network, int row) {
                 const auto length_m = lengthOf(network, network.links[static_cast<std::size_t>(row)]);
                 return length_m ? QString::number(*length_m, 'f', 1) : QStringLiteral("—");
             }},
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Flight (s)"),
         .number = true,
         .text =
             [](const Network& network, int row) {
                 const auto flight_ms = flightOf(network, network.links[static_cast<std::size_t>(row)]);
                 return flight_ms ? QString::number(static_cast<double>(*flight_ms) / 1000.0, 'f', 1)
                                  : QStringLiteral("—");
             }},
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Verification"),
         .text = [&editor](const Network&,
                           int row) { return verificationText(editor.judgedLink(static_cast<std::size_t>(row))); }},
    };
}

std::optional<std::size_t> linkInHand(const NetworkEditor& editor) {
    const Picked& picked = editor.picked();
    if (picked.kind != Picked::Kind::Link && picked.kind != Picked::Kind::Waypoint) return std::nullopt;
    if (picked.index >= editor.network().links.size()) return std::nullopt;
    return picked.index;
}

std::vector<Field> waypointFields(const NetworkEditor& editor) {
    const auto at = [&editor](auto& network, int row) -> auto& {
        return network.links[linkInHand(editor).value_or(0)].via[static_cast<std::size_t>(row)];
    };
    return {
        degrees(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Latitude (°)"),
            [at](auto& network, int row) -> auto& { return at(network, row).place.latitude_deg; }, 90, latitudeWords),
        degrees(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Longitude (°)"),
            [at](auto& network, int row) -> auto& { return at(network, row).place.longitude_deg; }, 180,
            longitudeWords),
        number(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Height (m AMSL)"),
            [at](auto& network, int row) -> auto& { return at(network, row).height_m; }, 2, -largestValue, true,
            anyNumber),
    };
}

std::vector<Field> settingFields(const NetworkEditor& editor) {
    return {
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Id of the network"),
         .text = [](const Network& network, int) { return QString::fromStdString(network.id); },
         .set =
             [&editor](Network& network, int, const QString& text) {
                 // A saved network keeps its id: orders and missions name it.
                 const std::string id = text.toStdString();
                 if (editor.basedOn() > 0 || !goodId(id) || editor.knows(id)) return false;
                 network.id = id;
                 return true;
             },
         .accepts = QT_TRANSLATE_NOOP("haneul::network::Fields",
                                      "while it is new: 1 to 32 letters, digits, - _ or ., and not the id of another "
                                      "network")},
        nameField(QT_TRANSLATE_NOOP("haneul::network::Fields", "Name of the network"),
                  [](auto& network, int) -> auto& { return network.name; }),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Base of missions that name none"),
         .text = [](const Network& network, int) { return QString::fromStdString(network.base); },
         .set =
             [](Network& network, int, const QString& text) {
                 const Node* node = network.node(text.toStdString());
                 if (!node || node->kind != delivery::NodeKind::Base) return false;
                 network.base = node->id;
                 return true;
             },
         .choices =
             [](const Network& network) {
                 QStringList ids;
                 for (const Node& node : network.nodes)
                     if (node.kind == delivery::NodeKind::Base) ids << QString::fromStdString(node.id);
                 return ids;
             },
         .accepts = oneOf},
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Headway on a link, same direction (s)"),
                 [](auto& network, int) -> auto& { return network.headway_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Buffer at a node (s)"),
                 [](auto& network, int) -> auto& { return network.nodeBuffer_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Buffer between opposite directions (s)"),
                 [](auto& network, int) -> auto& { return network.oppositeBuffer_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Hover at the top after take-off (s)"),
                 [](auto& network, int) -> auto& { return network.hoverTop_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Hover at the top before landing (s)"),
                 [](auto& network, int) -> auto& { return network.hoverLanding_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Separation at crossings found (s)"),
                 [](auto& network, int) -> auto& { return network.crossingSeparation_ms; }),
        number(
            QT_TRANSLATE_NOOP("haneul::network::Fields", "Links farther apart in height do not cross (m)"),
            [](auto& network, int) -> auto& { return network.crossingHeight_m; }, 2, 0, true, positive),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Drones; nothing: as many as are needed"),
         .number = true,
         .text = [](const Network& network,
                    int) { return network.fleet ? QString::number(network.fleet->size) : QString(); },
         .set =
             [](Network& network, int, const QString& text) {
                 if (text.isEmpty()) {
                     network.fleet.reset();
                     return true;
                 }
                 bool good = false;
                 const int value = text.toInt(&good);
                 if (!good || value < 1 || value > 100'000) return false;
                 if (!network.fleet) network.fleet.emplace();
                 network.fleet->size = static_cast<std::size_t>(value);
                 return true;
             },
         .accepts = maybeWhole},
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Turnaround of a drone after a mission (s)"),
         .number = true,
         .text = [](const Network& network,
                    int) { return network.fleet ? secondsText(network.fleet->turnaround_ms) : QString(); },
         .set =
             [](Network& network, int, const QString& text) {
                 const auto value = millisecondsIn(text);
                 if (!value || !network.fleet) return false;
                 network.fleet->turnaround_ms = *value;
                 return true;
             },
         .accepts = QT_TRANSLATE_NOOP("haneul::network::Fields", "seconds from 0, once the number of drones is given")},
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Preparation from the order to the earliest start (s)"),
                 [](auto& network, int) -> auto& { return network.preparation_ms; }),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Batching window; 0: every order flies alone (s)"),
                 [](auto& network, int) -> auto& { return network.batchWindow_ms; }),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Most stops of a mission by batching"),
         .number = true,
         .text = [](const Network& network, int) { return QString::number(network.batchStops); },
         .set =
             [](Network& network, int, const QString& text) {
                 bool good = false;
                 const int value = text.toInt(&good);
                 if (!good || value < 1 || value > 100) return false;
                 network.batchStops = static_cast<std::size_t>(value);
                 return true;
             },
         .accepts = wholeNumber},
    };
}

std::vector<Field> droneFields() {
    const auto field = [](const char* title, double delivery::DroneType::* member) {
        return number(
            title, [member](auto& network, int row) -> auto& { return droneOf(network, row).*member; }, 2, 0, false,
            positive);
    };
    return {
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Drone type"),
         .text = [](const Network& network, int row) { return QString::fromStdString(droneOf(network, row).id); },
         .set =
             [](Network& network, int row, const QString& text) {
                 const std::string id = text.toStdString();
                 if (!goodId(id) || network.droneType(id)) return false;
                 droneOf(network, row).id = id;
                 return true;
             },
         .accepts = idWords},
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Take-off (m/s)"), &delivery::DroneType::takeOff_mps),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Flight (m/s)"), &delivery::DroneType::flight_mps),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Landing (m/s)"), &delivery::DroneType::landing_mps),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Acceleration (m/s²)"),
              &delivery::DroneType::acceleration_mps2),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Deceleration (m/s²)"),
              &delivery::DroneType::deceleration_mps2),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Turn rate (°/s)"), &delivery::DroneType::turnRate_dps),
        duration(QT_TRANSLATE_NOOP("haneul::network::Fields", "Endurance (s)"),
                 [](auto& network, int row) -> auto& { return droneOf(network, row).endurance_ms; }),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Range (m)"), &delivery::DroneType::range_m),
        field(QT_TRANSLATE_NOOP("haneul::network::Fields", "Largest payload (kg)"),
              &delivery::DroneType::maxPayload_kg),
    };
}

} // namespace haneul::network
