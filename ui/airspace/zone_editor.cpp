#include "ui/airspace/zone_editor.h"

#include "core/formats/zone_json.h"
#include "core/geo/geodesic.h"
#include "ui/airspace/zone_geometry.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>
#include <utility>

namespace haneul::airspace {

namespace {

constexpr QLatin1StringView openKey("open");
constexpr QLatin1StringView basedOnKey("based_on");
constexpr QLatin1StringView zoneKeyName("zone");

const char* const beginStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Begin");
const char* const addStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Draw volume");
const char* const holeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Draw hole");
const char* const removeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete volume");
const char* const areaStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change area");
const char* const circleStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change circle");
const char* const moveStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Move corner");
const char* const insertStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Insert corner");
const char* const removeCornerStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Delete corner");
const char* const rebaseStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Draw on the published revision");

constexpr int nudgeKey = 21;
constexpr std::size_t fewestCorners = 3;
constexpr double shortestRadius_m = 1;

drafts::Draft<ZoneSketch>::Codec sketchCodec() {
    return {.asJson =
                [](const ZoneSketch& sketch) {
                    QJsonObject kept{{openKey, sketch.open}};
                    if (!sketch.open) return QJsonValue(kept);
                    kept.insert(basedOnKey, static_cast<qint64>(sketch.basedOn));
                    kept.insert(zoneKeyName, QString::fromStdString(formats::zoneToJson(sketch.zone)));
                    return QJsonValue(kept);
                },
            .fromJson =
                [](const QJsonValue& value, ZoneSketch& sketch) {
                    const QJsonObject kept = value.toObject();
                    if (!kept.value(openKey).toBool()) {
                        sketch = {};
                        return value.isObject();
                    }
                    auto zone = formats::zoneFromJson(kept.value(zoneKeyName).toString().toStdString());
                    const qint64 basedOn = kept.value(basedOnKey).toInteger(-1);
                    if (!zone || basedOn < 0) return false;
                    sketch = {true, static_cast<std::uint64_t>(basedOn), *std::move(zone)};
                    return true;
                }};
}

// "Z001", ...: the first that is free in the country.
std::string freeIdentifier(const AirspaceState& state, const std::string& country) {
    for (int number = 1;; ++number) {
        std::string id = std::format("Z{:03}", number);
        if (!state.zone(zoneKey(country, id))) return id;
    }
}

// Of a polygon; null: none.
template <class L>
auto ringIn(L& layer, std::size_t ring) -> decltype(&std::get<geo::Polygon>(layer.area).outer) {
    auto* const polygon = std::get_if<geo::Polygon>(&layer.area);
    if (polygon == nullptr || ring > polygon->holes.size()) return nullptr;
    return ring == 0 ? &polygon->outer : &polygon->holes[ring - 1];
}

} // namespace

ZoneEditor::ZoneEditor(AirspaceDesk& desk, drafts::Drafts& drafts, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_drafts(drafts)
    , m_draft(QStringLiteral("zone"), {}, sketchCodec()) {
    connect(&m_draft, &drafts::DraftBase::changed, this, &ZoneEditor::follow);
    connect(&m_desk, &AirspaceDesk::stateChanged, this, [this] {
        if (editing()) follow(); // its identifier may be taken now
    });
    m_drafts.add(m_draft);
    m_drafts.setActive(nullptr); // until it is changed
    follow();
}

bool ZoneEditor::mayWrite() const {
    return m_desk.available() && m_desk.may("zone.write");
}

std::string ZoneEditor::key() const {
    return zoneKey(zone());
}

const Layer* ZoneEditor::layerInHand() const {
    return editing() && m_layer < zone().layers.size() ? &zone().layers[m_layer] : nullptr;
}

void ZoneEditor::follow() {
    const std::size_t layers = zone().layers.size();
    m_layer = layers == 0 ? 0 : std::min(m_layer, layers - 1);
    if (!editing() && m_hand != ZoneHand::Select) take(ZoneHand::Select);
    judge();
    if (const PickedPart still = within(m_picked); still != m_picked) {
        m_picked = still;
        Q_EMIT pickedChanged();
    }
    Q_EMIT zoneChanged();
}

void ZoneEditor::judge() {
    m_findings.clear();
    if (!editing()) return;
    m_findings = findingsOf(zone());
    if (basedOn() == 0 && m_desk.zone(key()) != nullptr)
        m_findings.insert(m_findings.begin(),
                          {Severity::Refuse, "IDENTIFIER_TAKEN", "there is such a zone already", "identifier"});
    std::ranges::stable_sort(m_findings, {}, &Finding::severity);
}

std::size_t ZoneEditor::count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(m_findings, severity, &Finding::severity));
}

// ---------------------------------------------------------------- begin and end

void ZoneEditor::open(ZoneSketch sketch) {
    m_layer = 0;
    m_picked = {};
    m_draft.change(beginStep, std::move(sketch));
    m_draft.steps().clear();
    m_draft.markKept();
    activate();
    Q_EMIT pickedChanged();
}

bool ZoneEditor::begin(const QString& key) {
    const Zone* const found = m_desk.zone(key.toStdString());
    if (editing() || found == nullptr || !mayWrite()) return false;
    open({true, m_desk.state()->record(key.toStdString())->revision, *found});
    return true;
}

bool ZoneEditor::beginNew() {
    if (editing() || !mayWrite()) return false;
    ZoneSketch sketch{.open = true};
    sketch.zone.country = "KOR";
    sketch.zone.identifier = freeIdentifier(*m_desk.state(), sketch.zone.country);
    sketch.zone.source.format = "editor";
    open(std::move(sketch));
    return true;
}

void ZoneEditor::discard() {
    if (!editing()) return;
    m_draft.change(beginStep, ZoneSketch{});
    m_draft.steps().clear();
    m_draft.markKept();
}

void ZoneEditor::activate() {
    m_drafts.setActive(&m_draft);
}

// ---------------------------------------------------------------- steps

void ZoneEditor::change(const char* name, const Edit& edit, int joinKey) {
    if (!mayChange()) return;
    ZoneSketch next = m_draft.value();
    edit(next.zone);
    activate();
    m_draft.change(name, std::move(next), joinKey);
}

void ZoneEditor::takeLayer(std::size_t layer) {
    if (layer >= zone().layers.size() || layer == m_layer) return;
    m_layer = layer;
    m_picked = {};
    m_draft.seal();
    Q_EMIT pickedChanged();
    Q_EMIT zoneChanged();
}

void ZoneEditor::addLayer(const geo::Area& area) {
    if (!mayChange()) return;
    Layer made{area, geo::VerticalLimit{0, geo::VerticalReference::Agl},
               geo::VerticalLimit{usualCeiling_m, geo::VerticalReference::Agl}};
    if (const Layer* const like = layerInHand()) {
        made.lower = like->lower;
        made.upper = like->upper;
    }
    m_draft.seal();
    m_layer = zone().layers.size(); // follow() keeps it once it is there
    m_picked = {};
    change(addStep, [&](Zone& zone) { zone.layers.push_back(made); });
    m_layer = zone().layers.size() - 1;
    Q_EMIT pickedChanged();
    Q_EMIT zoneChanged();
}

bool ZoneEditor::mayHaveHole() const {
    const Layer* const layer = layerInHand();
    return mayChange() && layer != nullptr && std::holds_alternative<geo::Polygon>(layer->area);
}

void ZoneEditor::addHole(std::vector<geo::LatLon> ring) {
    if (!mayHaveHole() || ring.size() < fewestCorners) return;
    m_draft.seal();
    changeLayer(holeStep, [&](Layer& layer) { std::get<geo::Polygon>(layer.area).holes.push_back(std::move(ring)); });
    const std::size_t last = std::get<geo::Polygon>(layerInHand()->area).holes.size();
    pick({PickedPart::Kind::Corner, last, 0});
}

void ZoneEditor::removeLayer() {
    if (layerInHand() == nullptr) return;
    m_picked = {};
    change(removeStep,
           [&](Zone& zone) { zone.layers.erase(zone.layers.begin() + static_cast<std::ptrdiff_t>(m_layer)); });
}

void ZoneEditor::changeLayer(const char* name, const std::function<void(Layer&)>& edit, int joinKey) {
    if (layerInHand() == nullptr) return;
    change(name, [&](Zone& zone) { edit(zone.layers[m_layer]); }, joinKey);
}

void ZoneEditor::setArea(geo::Area area) {
    changeLayer(areaStep, [&](Layer& layer) { layer.area = std::move(area); });
}

void ZoneEditor::setCircle(geo::LatLon centre, double radius_m, int joinKey) {
    changeLayer(
        circleStep,
        [&](Layer& layer) { layer.area = geo::Circle{settled(centre), std::max(radius_m, shortestRadius_m)}; },
        joinKey);
}

const std::vector<geo::LatLon>* ZoneEditor::ring(std::size_t ring) const {
    const Layer* const layer = layerInHand();
    return layer ? ringIn(*layer, ring) : nullptr;
}

void ZoneEditor::moveCorner(std::size_t ring, std::size_t corner, geo::LatLon place, int joinKey) {
    changeLayer(
        moveStep,
        [&](Layer& layer) {
            if (auto* const corners = ringIn(layer, ring); corners && corner < corners->size())
                (*corners)[corner] = settled(place);
        },
        joinKey);
}

void ZoneEditor::insertCorner(std::size_t ring, std::size_t before, geo::LatLon place, int joinKey) {
    changeLayer(
        insertStep,
        [&](Layer& layer) {
            if (auto* const corners = ringIn(layer, ring); corners && before <= corners->size())
                corners->insert(corners->begin() + static_cast<std::ptrdiff_t>(before), settled(place));
        },
        joinKey);
    pick({PickedPart::Kind::Corner, ring, before});
}

bool ZoneEditor::removeCorner(std::size_t ring, std::size_t corner) {
    const auto* const corners = this->ring(ring);
    if (corners == nullptr || corner >= corners->size()) return false;
    const bool last = corners->size() <= fewestCorners;
    if (last && ring == 0) return false;
    changeLayer(removeCornerStep, [&](Layer& layer) {
        if (last) {
            auto& holes = std::get<geo::Polygon>(layer.area).holes;
            holes.erase(holes.begin() + static_cast<std::ptrdiff_t>(ring - 1));
            return;
        }
        auto* const left = ringIn(layer, ring);
        left->erase(left->begin() + static_cast<std::ptrdiff_t>(corner));
    });
    return true;
}

void ZoneEditor::removePicked() {
    if (m_picked.kind == PickedPart::Kind::Corner) (void)removeCorner(m_picked.ring, m_picked.corner);
}

void ZoneEditor::nudgePicked(double north_m, double east_m) {
    const auto place = pickedPlace();
    if (!place) return;
    const double bearing_deg = std::atan2(east_m, north_m) * 180 / std::numbers::pi;
    const geo::LatLon moved = geo::direct(*place, bearing_deg, std::hypot(north_m, east_m));
    switch (m_picked.kind) {
    case PickedPart::Kind::Corner:
        return moveCorner(m_picked.ring, m_picked.corner, moved, nudgeKey);
    case PickedPart::Kind::Centre:
        return setCircle(moved, std::get<geo::Circle>(layerInHand()->area).radius_m, nudgeKey);
    case PickedPart::Kind::Rim: { // up and right are larger
        const auto circle = std::get<geo::Circle>(layerInHand()->area);
        return setCircle(circle.centre, circle.radius_m + north_m + east_m, nudgeKey);
    }
    case PickedPart::Kind::Nothing:
        return;
    }
}

// ---------------------------------------------------------------- what is picked

PickedPart ZoneEditor::within(PickedPart picked) const {
    const Layer* const layer = layerInHand();
    if (layer == nullptr) return {};
    const bool circle = std::holds_alternative<geo::Circle>(layer->area);
    switch (picked.kind) {
    case PickedPart::Kind::Nothing:
        return {};
    case PickedPart::Kind::Centre:
    case PickedPart::Kind::Rim:
        return circle ? picked : PickedPart{};
    case PickedPart::Kind::Corner: {
        const auto* const corners = ring(picked.ring);
        if (corners == nullptr || corners->empty()) return {};
        picked.corner = std::min(picked.corner, corners->size() - 1);
        return picked;
    }
    }
    return {};
}

void ZoneEditor::pick(const PickedPart& picked) {
    const PickedPart wanted = within(picked);
    if (wanted == m_picked) return;
    m_picked = wanted;
    m_draft.seal();
    Q_EMIT pickedChanged();
}

void ZoneEditor::pickNext(int by) {
    std::vector<PickedPart> all;
    const Layer* const layer = layerInHand();
    if (layer == nullptr) return;
    if (std::holds_alternative<geo::Circle>(layer->area))
        all = {{PickedPart::Kind::Centre, 0, 0}, {PickedPart::Kind::Rim, 0, 0}};
    else
        for (std::size_t r = 0; ring(r) != nullptr; ++r)
            for (std::size_t i = 0; i < ring(r)->size(); ++i)
                all.push_back({PickedPart::Kind::Corner, r, i});
    if (all.empty()) return;
    const auto here = std::ranges::find(all, m_picked);
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (here != all.end()) next = (std::distance(all.begin(), here) + by + count) % count;
    pick(all[static_cast<std::size_t>(next)]);
}

std::optional<geo::LatLon> ZoneEditor::pickedPlace() const {
    const Layer* const layer = layerInHand();
    if (layer == nullptr) return std::nullopt;
    switch (m_picked.kind) {
    case PickedPart::Kind::Nothing:
        return std::nullopt;
    case PickedPart::Kind::Corner:
        return (*ring(m_picked.ring))[m_picked.corner];
    case PickedPart::Kind::Centre:
        return std::get<geo::Circle>(layer->area).centre;
    case PickedPart::Kind::Rim: {
        const auto& circle = std::get<geo::Circle>(layer->area);
        return geo::direct(circle.centre, 90, circle.radius_m);
    }
    }
    return std::nullopt;
}

void ZoneEditor::take(ZoneHand hand) {
    if (hand == m_hand || (hand != ZoneHand::Select && !mayChange())) return;
    m_hand = hand;
    Q_EMIT handChanged();
}

// ---------------------------------------------------------------- with the service

void ZoneEditor::askImpact(const std::function<void(const Result<std::vector<Impact>>&)>& done) {
    if (!editing()) return;
    m_desk.ask<std::vector<Impact>>(
        this,
        [this, asked = zone(), done](const Result<std::vector<Impact>>& impacts) {
            if (editing() && zone() == asked) done(impacts);
        },
        [zone = zone()](AirspaceService& service, people::Principal by, Done<std::vector<Impact>> answer) {
            service.impactOf(std::move(by), zone, std::move(answer));
        });
}

void ZoneEditor::publish(const std::function<void(const Result<std::uint64_t>&)>& done) {
    if (!editing() || m_asking) return;
    m_asking = true;
    m_draft.seal();
    const ZoneSketch sent = m_draft.value();
    m_desk.ask<std::uint64_t>(
        this,
        [this, sent, done](const Result<std::uint64_t>& revision) {
            m_asking = false;
            if (revision) {
                if (m_draft.value() == sent)
                    discard();
                else
                    rebaseOn(*revision); // undone meanwhile
                Q_EMIT published(QString::fromStdString(zoneKey(sent.zone)));
            }
            follow();
            if (done) done(revision);
        },
        [sent](AirspaceService& service, people::Principal by, Done<std::uint64_t> answer) {
            service.publishZone(std::move(by), sent.zone, sent.basedOn, std::move(answer));
        });
    Q_EMIT zoneChanged(); // nothing may be changed until it is answered
}

void ZoneEditor::rebase() {
    const ZoneRecord* const record = m_desk.state()->record(key());
    if (editing()) rebaseOn(record ? record->revision : 0);
}

void ZoneEditor::rebaseOn(std::uint64_t revision) {
    ZoneSketch next = m_draft.value();
    next.basedOn = revision;
    m_draft.change(rebaseStep, std::move(next));
}

void ZoneEditor::personChanged() {
    if (m_hand != ZoneHand::Select && !mayChange()) take(ZoneHand::Select);
    Q_EMIT zoneChanged();
}

} // namespace haneul::airspace
