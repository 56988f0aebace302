#include "ui/delivery/words.h"
#include "ui/network/field_values.h"
#include "ui/network/network_fields.h"
#include "ui/network/network_words.h"

#include <QCoreApplication>

namespace haneul::network {

using delivery::BaseStay;
using delivery::DeclaredCrossing;
using delivery::MovingBase;
using delivery::Node;

namespace {

const char* const timeWords = QT_TRANSLATE_NOOP(
    "haneul::network::Fields", "a time in UTC such as 10:05, 10:05:30 or 2026-11-21 10:05; without a day the nearest");
const char* const moverWords = QT_TRANSLATE_NOOP(
    "haneul::network::Fields", "1 to 32 letters, digits, - _ or ., and not the id of a node or of another moving base");
const char* const baseWords = QT_TRANSLATE_NOOP("haneul::network::Fields", "a base point of this network");
const char* const linkWords =
    QT_TRANSLATE_NOOP("haneul::network::Fields", "a link of this network, and not the other one of the crossing");
const char* const shareWords = QT_TRANSLATE_NOOP("haneul::network::Fields", "per cent of the way, from 0 to 100");
const char* const secondWords = QT_TRANSLATE_NOOP("haneul::network::Fields", "seconds from 0, to the millisecond");

const BaseStay* stayOf(const Network& network, int row) {
    const StayAt at = stayAt(network, static_cast<std::size_t>(row));
    const auto& stays = network.movingBases[at.base].stays;
    return at.stay ? &stays[*at.stay] : nullptr;
}

bool changeStay(Network& network, int row, const std::function<void(BaseStay&)>& change) {
    const StayAt at = stayAt(network, static_cast<std::size_t>(row));
    MovingBase& base = network.movingBases[at.base];
    if (!at.stay) return false;
    change(base.stays[*at.stay]);
    sortStays(base);
    return true;
}

Field timeField(const char* title, UtcMs BaseStay::* member) {
    return {.title = title,
            .text =
                [member](const Network& network, int row) {
                    const BaseStay* stay = stayOf(network, row);
                    return stay ? dayAndTime(stay->*member) : QString();
                },
            .set =
                [member](Network& network, int row, const QString& text) {
                    const BaseStay* stay = stayOf(network, row);
                    if (!stay) return false;
                    const auto time = delivery::typedTime(text, stay->*member, false); // of the day that it was
                    return time && changeStay(network, row, [&](BaseStay& changed) { changed.*member = *time; });
                },
            .accepts = timeWords};
}

auto& crossingOf(auto& network, int row) {
    return network.crossings[static_cast<std::size_t>(row)];
}

using EndOf = std::string DeclaredCrossing::*;

QString crossedLink(const DeclaredCrossing& crossing, EndOf a, EndOf b) {
    return QString::fromStdString(crossing.*a) + QStringLiteral(" – ") + QString::fromStdString(crossing.*b);
}

Field linkField(const char* title, EndOf a, EndOf b, EndOf otherA, EndOf otherB) {
    return {.title = title,
            .text = [a, b](const Network& network, int row) { return crossedLink(crossingOf(network, row), a, b); },
            .set =
                [a, b, otherA, otherB](Network& network, int row, const QString& text) {
                    DeclaredCrossing& crossing = crossingOf(network, row);
                    for (const delivery::Link& link : network.links) {
                        if (linkName(link) != text) continue;
                        if (network.link(crossing.*otherA, crossing.*otherB) == &link) return false;
                        crossing.*a = link.a;
                        crossing.*b = link.b;
                        return true;
                    }
                    return false;
                },
            .choices =
                [](const Network& network) {
                    QStringList names;
                    for (const delivery::Link& link : network.links)
                        names << linkName(link);
                    return names;
                },
            .accepts = linkWords};
}

Field shareField(const char* title, double DeclaredCrossing::* member) {
    return {
        .title = title,
        .number = true,
        .text = [member](const Network& network, int row) { return plain(crossingOf(network, row).*member * 100, 3); },
        .set =
            [member](Network& network, int row, const QString& text) {
                const auto value = numberIn(text);
                if (!value || *value < 0 || *value > 100) return false;
                crossingOf(network, row).*member = *value / 100;
                return true;
            },
        .accepts = shareWords};
}

} // namespace

std::vector<Field> stayFields() {
    return {
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Moving base"),
         .text =
             [](const Network& network, int row) {
                 return QString::fromStdString(
                     network.movingBases[stayAt(network, static_cast<std::size_t>(row)).base].id);
             },
         .set =
             [](Network& network, int row, const QString& text) {
                 return renameMovingBase(network, stayAt(network, static_cast<std::size_t>(row)).base,
                                         text.toStdString());
             },
         .accepts = moverWords},
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Stands at"),
         .text =
             [](const Network& network, int row) {
                 const BaseStay* stay = stayOf(network, row);
                 return stay ? QString::fromStdString(stay->node) : QString();
             },
         .set =
             [](Network& network, int row, const QString& text) {
                 const Node* node = network.node(text.toStdString());
                 if (!node || node->kind != delivery::NodeKind::Base) return false;
                 return changeStay(network, row, [&](BaseStay& changed) { changed.node = node->id; });
             },
         .choices =
             [](const Network& network) {
                 QStringList ids;
                 for (const Node& node : network.nodes)
                     if (node.kind == delivery::NodeKind::Base) ids << QString::fromStdString(node.id);
                 return ids;
             },
         .accepts = baseWords},
        timeField(QT_TRANSLATE_NOOP("haneul::network::Fields", "From (UTC)"), &BaseStay::from),
        timeField(QT_TRANSLATE_NOOP("haneul::network::Fields", "Until (UTC)"), &BaseStay::to),
    };
}

std::vector<Field> crossingFields() {
    using C = DeclaredCrossing;
    return {
        linkField(QT_TRANSLATE_NOOP("haneul::network::Fields", "Link"), &C::firstA, &C::firstB, &C::secondA,
                  &C::secondB),
        shareField(QT_TRANSLATE_NOOP("haneul::network::Fields", "At (% of its way)"), &C::firstFraction),
        linkField(QT_TRANSLATE_NOOP("haneul::network::Fields", "crosses the link"), &C::secondA, &C::secondB,
                  &C::firstA, &C::firstB),
        shareField(QT_TRANSLATE_NOOP("haneul::network::Fields", "at (% of its way)"), &C::secondFraction),
        {.title = QT_TRANSLATE_NOOP("haneul::network::Fields", "Separation (s)"),
         .number = true,
         .text = [](const Network& network, int row) { return secondsText(crossingOf(network, row).separation_ms); },
         .set =
             [](Network& network, int row, const QString& text) {
                 const auto value = millisecondsIn(text);
                 if (!value) return false;
                 crossingOf(network, row).separation_ms = *value;
                 return true;
             },
         .accepts = secondWords},
    };
}

} // namespace haneul::network
