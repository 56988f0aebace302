#include "ui/window/map_control.h"

#include "ui/window/desk.h"

#include <QAction>

#include <algorithm>
#include <cmath>
#include <span>

namespace haneul::window {

namespace {

constexpr double selectionZoom = 14.0; // a centred aircraft is shown at least this close
constexpr milliseconds fitFor{4000};

constexpr QLatin1StringView latitudeKey("latitude_deg");
constexpr QLatin1StringView longitudeKey("longitude_deg");
constexpr QLatin1StringView zoomKey("zoom");
constexpr QLatin1StringView labelsKey("labels");
constexpr QLatin1StringView vectorKey("vector_s");
constexpr QLatin1StringView trailKey("trail_s");
constexpr QLatin1StringView networksKey("networks");
constexpr QLatin1StringView zonesKey("zones");
constexpr QLatin1StringView plansKey("plans");
constexpr const char* detailNames[] = {"none", "name", "two_lines", "full"};

// The choice above the present value; after the last one the first.
int nextOf(std::span<const int> choices, int now) {
    const auto above = std::ranges::upper_bound(choices, now);
    return above == choices.end() ? choices.front() : *above;
}

} // namespace

MapControl::MapControl(Desk& desk, map::MapView& map, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_map(map)
    , m_tiles(map.tileServerState()) {
    map.setLabelDetail(m_labelDetail);
    connect(&map, &map::MapView::tileServerStateChanged, this,
            [this](map::TileServerState state, const QString& detail) {
                m_tiles = state;
                m_tileDetail = detail;
                Q_EMIT tileFactChanged();
            });
    if (const auto set = map.setTileServer(desk.given().tileServer); !set) {
        m_tiles = map::TileServerState::Unreachable;
        m_tileDetail = QString::fromStdString(set.error().message);
    } else {
        m_tiles = map.tileServerState();
    }
}

QString MapControl::tileFact() const {
    switch (m_tiles) {
    case map::TileServerState::NotSet:
        return tr("No base map is set up");
    case map::TileServerState::Unreachable:
        return m_tileDetail.isEmpty() ? tr("Base map does not answer")
                                      : tr("Base map does not answer: %1").arg(m_tileDetail);
    case map::TileServerState::Asking:
    case map::TileServerState::Answering:
        break;
    }
    return {};
}

void MapControl::setSituation(const situation::SituationPtr& situation) {
    m_map.setSituation(situation);
    fitOnce(*situation);
}

// Feeds come one after the other, so for a while it looks again whenever there are more.
void MapControl::fitOnce(const situation::Situation& situation) {
    if (m_fitted || !m_map.isVisible()) return;
    std::vector<traffic::TrackPtr> placed, own;
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        placed.push_back(track);
        if (track->kind() == traffic::SourceKind::Telemetry) own.push_back(track);
    }
    if (placed.empty()) return;
    if (!m_firstFit) m_firstFit = situation.time;
    const auto& wanted = own.empty() ? placed : own;
    if (wanted.size() != m_fittedTracks) {
        m_fittedTracks = wanted.size();
        m_map.fitTo(wanted);
        Q_EMIT fitted(wanted);
    }
    m_fitted = situation.time - *m_firstFit >= fitFor;
}

void MapControl::fitAll() {
    const situation::SituationPtr& situation = m_desk.picture().situation;
    if (!situation) return;
    m_map.fitTo(situation->tracks);
    Q_EMIT fitted(situation->tracks);
}

bool MapControl::centreOn(const traffic::TrackId& id) {
    const situation::SituationPtr& situation = m_desk.picture().situation;
    if (!situation || id.empty()) return true;
    const auto found =
        std::ranges::lower_bound(situation->tracks, id, {}, [](const auto& track) -> const auto& { return track->id; });
    if (found == situation->tracks.end() || (*found)->id != id) return true;
    if (!(*found)->position) return false;
    m_map.centerOn(*(*found)->position, std::max(m_map.zoom(), selectionZoom));
    return true;
}

void MapControl::zoomBy(double steps) {
    m_map.centerOn(m_map.center(), std::clamp(m_map.zoom() + steps, map::MapView::minZoom, map::MapView::maxZoom));
}

void MapControl::nextLabelDetail() {
    switch (m_labelDetail) {
    case map::LabelDetail::None:
        m_labelDetail = map::LabelDetail::Name;
        break;
    case map::LabelDetail::Name:
        m_labelDetail = map::LabelDetail::TwoLines;
        break;
    case map::LabelDetail::TwoLines:
        m_labelDetail = map::LabelDetail::Full;
        break;
    case map::LabelDetail::Full:
        m_labelDetail = map::LabelDetail::None;
        break;
    }
    m_map.setLabelDetail(m_labelDetail);
}

void MapControl::nextVectors() {
    m_map.setVectorSeconds(nextOf(map::vectorChoices_s, m_map.look().vector_s));
}

void MapControl::nextTrails() {
    m_map.setTrailSeconds(nextOf(map::trailChoices_s, m_map.look().trail_s));
}

void MapControl::switchNetworks(QAction& action) {
    m_networks = &action;
    action.setChecked(m_map.networksShown());
    connect(&action, &QAction::toggled, &m_map, &map::MapView::setNetworksShown);
}

void MapControl::switchZones(QAction& action) {
    m_zones = &action;
    action.setChecked(m_map.zonesShown());
    connect(&action, &QAction::toggled, &m_map, &map::MapView::setZonesShown);
}

void MapControl::switchPlans(QAction& action) {
    m_plans = &action;
    action.setChecked(m_map.plansShown());
    connect(&action, &QAction::toggled, &m_map, &map::MapView::setPlansShown);
}

QJsonObject MapControl::state() const {
    return {{latitudeKey, m_map.center().latitude_deg},
            {longitudeKey, m_map.center().longitude_deg},
            {zoomKey, m_map.zoom()},
            {labelsKey, QLatin1StringView(detailNames[static_cast<std::size_t>(m_labelDetail)])},
            {vectorKey, m_map.look().vector_s},
            {trailKey, m_map.look().trail_s},
            {networksKey, m_map.networksShown()},
            {zonesKey, m_map.zonesShown()},
            {plansKey, m_map.plansShown()}};
}

void MapControl::restore(const QJsonObject& state) {
    for (std::size_t i = 0; i < std::size(detailNames); ++i)
        if (state.value(labelsKey).toString() == QLatin1StringView(detailNames[i])) {
            m_labelDetail = static_cast<map::LabelDetail>(i);
            m_map.setLabelDetail(m_labelDetail);
        }
    m_map.setVectorSeconds(state.value(vectorKey).toInt(m_map.look().vector_s));
    m_map.setTrailSeconds(state.value(trailKey).toInt(m_map.look().trail_s));
    if (m_networks) m_networks->setChecked(state.value(networksKey).toBool(m_map.networksShown()));
    if (m_zones) m_zones->setChecked(state.value(zonesKey).toBool(m_map.zonesShown()));
    if (m_plans) m_plans->setChecked(state.value(plansKey).toBool(m_map.plansShown()));
    const geo::LatLon place{state.value(latitudeKey).toDouble(NAN), state.value(longitudeKey).toDouble(NAN)};
    const double zoom = state.value(zoomKey).toDouble(NAN);
    if (!place.valid() || !std::isfinite(zoom)) return;
    m_map.centerOn(place, std::clamp(zoom, map::MapView::minZoom, map::MapView::maxZoom));
    m_fitted = true;
}

} // namespace haneul::window
