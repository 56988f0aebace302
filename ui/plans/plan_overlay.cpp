#include "ui/plans/plan_overlay.h"

#include "core/geo/mercator.h"
#include "ui/models/words.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/plan_solids.h"
#include "ui/plans/words.h"

#include <algorithm>

namespace haneul::plans {

using plan::State;

namespace {

constexpr std::size_t mostPlans = 400; // at once; the chosen one always
constexpr std::size_t mostVolumes = 400;

map::NetworkLinkShape lineOf(const std::vector<geo::LatLon>& places, const plan::FlightPlan& plan) {
    map::NetworkLinkShape line;
    for (const geo::LatLon& place : places) {
        line.path.push_back(geo::toMercator(place));
        line.heights_m.push_back(0);
    }
    line.verified = plan::holdsAirspace(plan.state);
    line.dotted = plan.state == State::Draft || plan.state == State::Returned;
    line.heavy = plan::inFlight(plan.state);
    line.name.plan = QString::fromStdString(plan.id);
    line.tip =
        QStringLiteral("%1 · %2\n%3 · %4\n%5")
            .arg(QString::fromStdString(plan.id), stateText(plan.state), QString::fromStdString(plan.operator_id),
                 QString::fromStdString(plan.drone_id), windowText(plan.start, plan.end));
    return line;
}

bool shown(State state) {
    return plan::holdsAirspace(state) || state == State::PendingApproval || state == State::Submitted;
}

void addOutlines(map::NetworkShapes& shapes, const plan::FlightPlan& plan) {
    for (std::size_t i = 0; i < std::min(plan.volumes.size(), mostVolumes); ++i) {
        auto ring = lineOf(ringOf(plan.volumes[i].area), plan);
        if (ring.path.size() > 2) shapes.links.push_back(std::move(ring));
    }
}

// The way, or around where there is none.
void addWay(map::NetworkShapes& shapes, const plan::FlightPlan& plan, bool chosen) {
    auto way = wayOf(plan);
    if (way.size() < 2) {
        if (const auto* area = std::get_if<plan::AreaOperation>(&plan.operation)) way = ringOf(area->area);
        if (way.size() < 2) return;
    }
    auto line = lineOf(way, plan);
    line.mission = chosen;
    shapes.links.push_back(std::move(line));
}

void addLabel(map::NetworkShapes& shapes, const plan::FlightPlan& plan) {
    const auto places = placesOf(plan);
    if (places.empty()) return;
    shapes.nodes.push_back({.label = QString::fromStdString(plan.id),
                            .place = geo::toMercator(places.front()),
                            .kind = map::NetworkNodeShape::Kind::Delivery,
                            .ground_m = 0,
                            .selected = true,
                            .tip = QString::fromStdString(plan.id)});
}

} // namespace

PlanOverlay::PlanOverlay(PlanDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    connect(&desk, &PlanDesk::stateChanged, this, &PlanOverlay::build);
    connect(&desk, &PlanDesk::planChosen, this, &PlanOverlay::build);
    build();
}

void PlanOverlay::attach(map::MapView& map) {
    map.setPlans(m_shapes);
    connect(this, &PlanOverlay::shapesChanged, &map, [this, &map] { map.setPlans(m_shapes); });
    connect(&map, &map::MapView::planClicked, this, [this](const QString& plan) { m_desk.choose(plan.toStdString()); });
}

void PlanOverlay::retranslate() {
    m_known.clear();
    build();
}

void PlanOverlay::build() {
    auto shapes = std::make_shared<map::NetworkShapes>();
    const plan::PlanState& state = *m_desk.state();
    const plan::PlanPtr chosen = state.plan(m_desk.chosen());
    std::size_t drawn = 0;
    for (const plan::PlanPtr& each : state.plans)
        if (each != chosen && shown(each->plan.state) && drawn++ < mostPlans) addWay(*shapes, each->plan, false);
    if (chosen) {
        for (const std::string& id : metBy(*chosen))
            if (const auto other = state.plan(id)) {
                addOutlines(*shapes, other->plan);
                addLabel(*shapes, other->plan);
            }
        addOutlines(*shapes, chosen->plan);
        addWay(*shapes, chosen->plan, true);
        addLabel(*shapes, chosen->plan);
        for (const plan::LandingSite& site : chosen->plan.contingency.landingSites)
            shapes->columns.push_back({.place = geo::toMercator(site.place), .takeOff = false, .landing = true});
    }
    m_plans = shapes;
    compose();
}

void PlanOverlay::setPaths(map::NetworkShapesPtr paths, std::vector<map::PathShape> solids) {
    m_paths = std::move(paths);
    m_pathSolids = std::move(solids);
    compose();
}

void PlanOverlay::compose() {
    m_still = m_paths ? map::together(m_plans, m_paths) : m_plans;
    auto all = std::make_shared<map::NetworkShapes>(*m_still);
    all->rubber = m_shapes->rubber;
    m_shapes = std::move(all);
    Q_EMIT shapesChanged();
    buildSolids();
}

const map::PlanShape& PlanOverlay::solidOf(const plan::PlanPtr& plan) {
    Known& known = m_known[plan->plan.id];
    if (known.plan != plan) known = {plan, plans::solidOf(plan->plan, m_desk.rules().surroundings)};
    return known.solid;
}

void PlanOverlay::buildSolids() {
    auto solids = std::make_shared<map::PlanShapes>();
    const plan::PlanState& state = *m_desk.state();
    std::erase_if(m_known, [&](const auto& each) { return state.plan(each.first) != each.second.plan; });
    const plan::PlanPtr chosen = state.plan(m_desk.chosen());
    const auto met = chosen ? metBy(*chosen) : std::vector<std::string>();
    const auto add = [&](const plan::PlanPtr& plan) {
        map::PlanShape solid = solidOf(plan);
        solid.selected = plan == chosen;
        solid.met = std::ranges::contains(met, plan->plan.id);
        solids->plans.push_back(std::move(solid));
    };
    for (const plan::PlanPtr& each : state.plans)
        if (each != chosen && (shown(each->plan.state) || std::ranges::contains(met, each->plan.id))) add(each);
    if (chosen) {
        add(chosen);
        solids->hits = hitsOf(*chosen, m_desk.rules().surroundings);
        solids->zonesMet = zonesMetBy(*chosen);
    }
    solids->paths = m_pathSolids;
    m_solids = std::move(solids);
    Q_EMIT solidsChanged();
}

void PlanOverlay::setDrawn(const std::vector<geo::LatLon>& line) {
    if (line.empty() && m_shapes->rubber.empty()) return;
    auto all = std::make_shared<map::NetworkShapes>(*m_still);
    for (const geo::LatLon& place : line)
        all->rubber.push_back(geo::toMercator(place));
    m_shapes = std::move(all);
    Q_EMIT shapesChanged();
}

} // namespace haneul::plans
