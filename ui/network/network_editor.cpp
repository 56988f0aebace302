#include "ui/network/network_editor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>
#include <utility>

namespace haneul::network {

using delivery::Finding;
using delivery::Link;
using delivery::NodeKind;
using delivery::SavedNetwork;

namespace {

constexpr QLatin1StringView openKey("open");
constexpr QLatin1StringView basedOnKey("based_on");
constexpr QLatin1StringView networkKey("network");

const char* const addBaseStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add base point");
const char* const addDeliveryStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Add delivery point");
const char* const moveNodeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Move node");
const char* const addLinkStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Draw link");
const char* const insertStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Insert waypoint");
const char* const moveWaypointStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Move waypoint");
const char* const removeNodeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete node");
const char* const removeLinkStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete link");
const char* const removeWaypointStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete waypoint");
const char* const rebaseStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Draw on the saved revision");
const char* const beginStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Begin");

constexpr int nudgeKey = 7;
constexpr double degree_m = route::earthRadius_m * std::numbers::pi / 180.0;

drafts::Draft<Sketch>::Codec sketchCodec() {
    return {.asJson =
                [](const Sketch& sketch) {
                    QJsonObject kept{{openKey, sketch.open}};
                    if (!sketch.open) return QJsonValue(kept);
                    kept.insert(basedOnKey, static_cast<qint64>(sketch.basedOn));
                    kept.insert(networkKey, QString::fromStdString(delivery::toJson(sketch.network)));
                    return QJsonValue(kept);
                },
            .fromJson =
                [](const QJsonValue& value, Sketch& sketch) {
                    const QJsonObject kept = value.toObject();
                    if (!kept.value(openKey).toBool()) {
                        sketch = {};
                        return value.isObject();
                    }
                    auto network = delivery::networkDraftFromJson(kept.value(networkKey).toString().toStdString());
                    const qint64 basedOn = kept.value(basedOnKey).toInteger(-1);
                    if (!network || basedOn < 0) return false;
                    sketch = {true, static_cast<std::uint64_t>(basedOn), *std::move(network)};
                    return true;
                }};
}

std::string freeNetworkId(const delivery::DeliveryState& state) {
    for (int number = 1;; ++number) {
        std::string id = std::format("NET-{:02}", number);
        if (!state.network(id)) return id;
    }
}

} // namespace

NetworkEditor::NetworkEditor(delivery::DeliveryDesk& desk, drafts::Drafts& drafts, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_drafts(drafts)
    , m_draft(QStringLiteral("network"), {}, sketchCodec()) {
    connect(&m_draft, &drafts::DraftBase::changed, this, &NetworkEditor::follow);
    connect(&m_desk, &delivery::DeliveryDesk::stateChanged, this, &NetworkEditor::follow);
    m_drafts.add(m_draft);
    m_drafts.setActive(nullptr); // until it is changed
    follow();
}

const Network& NetworkEditor::network() const {
    return editing() ? m_draft.value().network : m_shown;
}

bool NetworkEditor::hasNetwork() const {
    return editing() || !m_shownId.empty();
}

// The network keeps its id while it is changed, unless it is a new one.
const SavedNetwork* NetworkEditor::saved() const {
    if (editing() && basedOn() == 0) return nullptr;
    return m_desk.state()->network(network().id);
}

bool NetworkEditor::mayWrite() const {
    return m_desk.available() && m_desk.may("network.write");
}

bool NetworkEditor::mayVerify() const {
    return m_desk.available() && m_desk.may("network.verify");
}

void NetworkEditor::show(const QString& id) {
    if (editing()) return;
    m_shownId = id.toStdString();
    m_chosen = true;
    m_picked = {};
    follow();
    Q_EMIT pickedChanged();
}

// The draft or the saved networks are other ones now.
void NetworkEditor::follow() {
    const auto& state = *m_desk.state();
    if (!editing()) {
        m_shownId = m_desk.networkToShow(m_shownId, m_chosen);
        const SavedNetwork* shown = state.network(m_shownId);
        m_shown = shown ? shown->network : Network{};
        if (std::exchange(m_wasOpen, false)) take(Hand::Select);
    } else {
        m_wasOpen = true;
        m_chosen = true;
        if (basedOn() > 0) m_shownId = network().id;
    }
    judge();
    if (const Picked still = within(m_picked); still != m_picked) {
        m_picked = still;
        Q_EMIT pickedChanged();
    }
    Q_EMIT networkChanged();
}

// A link may have been verified since the last step.
void NetworkEditor::judge() {
    m_judged = network();
    if (editing()) judgeVerifications(m_judged, saved() ? &saved()->network : nullptr);
    m_findings = hasNetwork() ? delivery::check(m_judged) : std::vector<Finding>();
}

void NetworkEditor::begin() {
    const SavedNetwork* shown = m_desk.state()->network(m_shownId);
    if (editing() || !shown || !mayWrite()) return;
    m_draft.change(beginStep, Sketch{true, shown->revision, shown->network});
    m_draft.steps().clear();
    m_draft.markKept();
    activate();
}

void NetworkEditor::beginNew() {
    if (editing() || !mayWrite()) return;
    Sketch sketch{.open = true};
    sketch.network.id = freeNetworkId(*m_desk.state());
    m_draft.change(beginStep, sketch);
    m_draft.steps().clear();
    m_draft.markKept();
    activate();
    pick({});
    take(Hand::AddBase);
}

void NetworkEditor::discard() {
    if (!editing()) return;
    m_draft.change(beginStep, Sketch{});
    m_draft.steps().clear();
    m_draft.markKept();
}

void NetworkEditor::activate() {
    m_drafts.setActive(&m_draft);
}

void NetworkEditor::change(const char* name, const Edit& edit, int joinKey) {
    if (!mayChange()) return;
    Sketch next = m_draft.value();
    edit(next.network);
    judgeVerifications(next.network, saved() ? &saved()->network : nullptr);
    activate();
    m_draft.change(name, std::move(next), joinKey);
}

void NetworkEditor::addNode(NodeKind kind, geo::LatLon place) {
    if (!mayChange()) return;
    m_draft.seal();
    change(kind == NodeKind::Base ? addBaseStep : addDeliveryStep,
           [&](Network& network) { network::addNode(network, kind, settled(network, place)); });
    pick({Picked::Kind::Node, network().nodes.size() - 1, 0});
}

void NetworkEditor::moveNode(std::size_t node, geo::LatLon place, int joinKey) {
    change(moveNodeStep, [&](Network& network) { network::moveNode(network, node, settled(network, place)); }, joinKey);
}

bool NetworkEditor::addLink(const std::string& a, const std::string& b, std::vector<route::Waypoint> via) {
    if (!mayChange()) return false;
    std::optional<std::size_t> made;
    change(addLinkStep, [&](Network& network) {
        for (route::Waypoint& waypoint : via)
            waypoint.place = settled(network, waypoint.place);
        made = network::addLink(network, a, b, via);
    });
    if (made) pick({Picked::Kind::Link, *made, 0});
    return made.has_value();
}

void NetworkEditor::insertWaypoint(std::size_t link, std::size_t before, geo::LatLon place, int joinKey) {
    if (!mayChange()) return;
    std::size_t made = 0;
    change(
        insertStep,
        [&](Network& network) { made = network::insertWaypoint(network, link, before, settled(network, place)); },
        joinKey);
    pick({Picked::Kind::Waypoint, link, made});
}

void NetworkEditor::moveWaypoint(std::size_t link, std::size_t waypoint, geo::LatLon place, int joinKey) {
    change(
        moveWaypointStep,
        [&](Network& network) { network::moveWaypoint(network, link, waypoint, settled(network, place)); }, joinKey);
}

void NetworkEditor::insertBehindPicked() {
    const bool waypoint = m_picked.kind == Picked::Kind::Waypoint;
    if (m_picked.kind != Picked::Kind::Link && !waypoint) return;
    const auto way = wayOf(network(), network().links[m_picked.index]);
    if (way.empty()) return;
    const std::size_t before = waypoint ? m_picked.waypoint + 1 : 0;
    const geo::LatLon from = way[before].place;
    const geo::LatLon to = way[before + 1].place;
    m_draft.seal();
    insertWaypoint(m_picked.index, before,
                   {(from.latitude_deg + to.latitude_deg) / 2, (from.longitude_deg + to.longitude_deg) / 2});
}

void NetworkEditor::removePicked() {
    const Picked gone = m_picked;
    switch (gone.kind) {
    case Picked::Kind::Nothing:
        return;
    case Picked::Kind::Node:
        pick({});
        return change(removeNodeStep, [&](Network& network) { removeNode(network, gone.index); });
    case Picked::Kind::Link:
        pick({});
        return change(removeLinkStep, [&](Network& network) { removeLink(network, gone.index); });
    case Picked::Kind::Waypoint:
        pick({Picked::Kind::Link, gone.index, 0});
        return change(removeWaypointStep,
                      [&](Network& network) { removeWaypoint(network, gone.index, gone.waypoint); });
    }
}

void NetworkEditor::nudgePicked(double north_m, double east_m) {
    const auto place = pickedPlace();
    if (!place || m_picked.kind == Picked::Kind::Link) return;
    const double narrow = std::max(0.01, std::cos(place->latitude_deg * std::numbers::pi / 180.0));
    const geo::LatLon moved{place->latitude_deg + north_m / degree_m,
                            place->longitude_deg + east_m / (degree_m * narrow)};
    if (m_picked.kind == Picked::Kind::Node)
        moveNode(m_picked.index, moved, nudgeKey);
    else
        moveWaypoint(m_picked.index, m_picked.waypoint, moved, nudgeKey);
}

Picked NetworkEditor::within(Picked picked) const {
    const Network& now = network();
    switch (picked.kind) {
    case Picked::Kind::Nothing:
        return {};
    case Picked::Kind::Node:
        return picked.index < now.nodes.size() ? picked : Picked{};
    case Picked::Kind::Link:
        return picked.index < now.links.size() ? picked : Picked{};
    case Picked::Kind::Waypoint:
        if (picked.index >= now.links.size()) return {};
        if (picked.waypoint < now.links[picked.index].via.size()) return picked;
        return {Picked::Kind::Link, picked.index, 0};
    }
    return {};
}

void NetworkEditor::pick(const Picked& picked) {
    const Picked wanted = within(picked);
    if (wanted == m_picked) return;
    m_picked = wanted;
    m_draft.seal();
    Q_EMIT pickedChanged();
}

void NetworkEditor::pickNext(int by) {
    std::vector<Picked> all;
    const Network& now = network();
    for (std::size_t i = 0; i < now.nodes.size(); ++i)
        all.push_back({Picked::Kind::Node, i, 0});
    for (std::size_t i = 0; i < now.links.size(); ++i) {
        all.push_back({Picked::Kind::Link, i, 0});
        for (std::size_t k = 0; k < now.links[i].via.size(); ++k)
            all.push_back({Picked::Kind::Waypoint, i, k});
    }
    if (all.empty()) return;
    const auto here = std::ranges::find(all, m_picked);
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (here != all.end()) next = (std::distance(all.begin(), here) + by + count) % count;
    pick(all[static_cast<std::size_t>(next)]);
}

std::optional<geo::LatLon> NetworkEditor::pickedPlace() const {
    const Network& now = network();
    switch (m_picked.kind) {
    case Picked::Kind::Nothing:
        return std::nullopt;
    case Picked::Kind::Node:
        return now.nodes[m_picked.index].place;
    case Picked::Kind::Waypoint:
        return now.links[m_picked.index].via[m_picked.waypoint].place;
    case Picked::Kind::Link: {
        const auto way = wayOf(now, now.links[m_picked.index]);
        if (way.empty()) return std::nullopt;
        const geo::LatLon from = way[(way.size() - 1) / 2].place;
        const geo::LatLon to = way[way.size() / 2].place;
        return geo::LatLon{(from.latitude_deg + to.latitude_deg) / 2, (from.longitude_deg + to.longitude_deg) / 2};
    }
    }
    return std::nullopt;
}

void NetworkEditor::take(Hand hand) {
    if (hand == m_hand || (hand != Hand::Select && !mayChange())) return;
    m_hand = hand;
    Q_EMIT handChanged();
}

std::size_t NetworkEditor::count(Finding::Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(m_findings, severity, &Finding::severity));
}

std::optional<Picked> NetworkEditor::placeOf(const Finding& finding) const {
    const std::string_view where = finding.where;
    constexpr std::string_view nodes = "nodes.";
    constexpr std::string_view links = "links.";
    if (where.starts_with(nodes)) {
        const auto index = nodeIndex(network(), where.substr(nodes.size()));
        if (index) return Picked{Picked::Kind::Node, *index, 0};
    }
    if (where.starts_with(links)) {
        const std::string_view ends = where.substr(links.size());
        const std::size_t sign = ends.find('>');
        if (sign == std::string_view::npos) return std::nullopt;
        const auto index = linkIndex(network(), ends.substr(0, sign), ends.substr(sign + 1));
        if (index) return Picked{Picked::Kind::Link, *index, 0};
    }
    return std::nullopt;
}

void NetworkEditor::ask(
    const std::function<void(delivery::DeliveryService&, people::Principal, delivery::Done<void>)>& call,
    const Answer& done) {
    m_asking = true;
    m_desk.ask<void>(
        this,
        [this, done](const Result<void>& answer) {
            m_asking = false;
            Q_EMIT networkChanged();
            if (done) done(answer);
        },
        call);
}

void NetworkEditor::save(const Answer& done) {
    if (!editing() || m_asking) return;
    m_asking = true;
    m_draft.seal();
    const Sketch sent = m_draft.value();
    m_desk.ask<std::uint64_t>(
        this,
        [this, sent, done](const Result<std::uint64_t>& revision) {
            m_asking = false;
            if (revision) {
                m_shownId = sent.network.id;
                if (m_draft.value() == sent)
                    discard();
                else
                    rebaseOn(*revision); // undone meanwhile
            }
            follow();
            if (done) done(revision ? Result<void>() : std::unexpected(revision.error()));
        },
        [sent](delivery::DeliveryService& service, people::Principal by, delivery::Done<std::uint64_t> answer) {
            service.saveNetwork(std::move(by), sent.network, sent.basedOn, std::move(answer));
        });
    Q_EMIT networkChanged();
}

void NetworkEditor::rebase() {
    const SavedNetwork* now = m_desk.state()->network(network().id);
    if (editing()) rebaseOn(now ? now->revision : 0);
}

void NetworkEditor::rebaseOn(std::uint64_t revision) {
    Sketch next = m_draft.value();
    next.basedOn = revision;
    m_draft.change(rebaseStep, std::move(next));
}

void NetworkEditor::removeSaved(const Answer& done) {
    if (!saved()) return;
    ask(
        [id = network().id](delivery::DeliveryService& service, people::Principal by, delivery::Done<void> answer) {
            service.removeNetwork(std::move(by), id, std::move(answer));
        },
        done);
}

void NetworkEditor::verify(std::size_t link, const QString& note, const Answer& done) {
    const Link& wanted = network().links[link];
    const SavedNetwork* before = saved();
    const Link* flown = before ? before->network.link(wanted.a, wanted.b) : nullptr;
    if (!flown || !sameWay(network(), wanted, before->network, *flown)) {
        done(fail("LINK_CHANGED", "the way of this link is not saved yet: save the network first",
                  wanted.a + ">" + wanted.b));
        return;
    }
    ask([id = before->network.id, a = flown->a, b = flown->b, text = note.toStdString()](
            delivery::DeliveryService& service, people::Principal by,
            delivery::Done<void> answer) { service.verifyLink(std::move(by), id, a, b, text, std::move(answer)); },
        done);
}

void NetworkEditor::withdraw(std::size_t link, const QString& reason, const Answer& done) {
    const Link& wanted = network().links[link];
    const SavedNetwork* before = saved();
    if (!before) return;
    ask(
        [id = before->network.id, a = wanted.a, b = wanted.b, text = reason.toStdString()](
            delivery::DeliveryService& service, people::Principal by, delivery::Done<void> answer) {
            service.withdrawVerification(std::move(by), id, a, b, text, std::move(answer));
        },
        done);
}

void NetworkEditor::personChanged() {
    if (m_hand != Hand::Select && !mayChange()) take(Hand::Select);
    Q_EMIT networkChanged();
}

} // namespace haneul::network
