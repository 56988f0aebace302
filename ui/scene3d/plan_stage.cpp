#include "ui/scene3d/plan_stage.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace haneul::scene3d {

namespace {

bool within(const osg::Vec2& place, double reach_m) {
    return std::abs(place.x()) < reach_m && std::abs(place.y()) < reach_m;
}

osg::Vec2 middleOf(const std::vector<osg::Vec2>& ring) {
    osg::Vec2 sum;
    for (const osg::Vec2& corner : ring)
        sum += corner;
    return sum / static_cast<float>(ring.size());
}

StagedPlan stagedWithoutVolumes(const map::PlanShape& shape, const geo::LocalFrame& frame, double reach_m) {
    StagedPlan plan{.label = shape.label, .state = shape.state, .selected = shape.selected, .met = shape.met};
    bool near = false;
    for (const map::PlanShape::WayPoint& point : shape.way) {
        const osg::Vec2 at = onGround(point.place, frame);
        near = near || within(at, reach_m);
        plan.assumed = plan.assumed || point.height.assumed;
        plan.way.emplace_back(at, static_cast<float>(std::max(0.0, point.height.metres)));
    }
    if (!near) plan.way.clear();
    return plan;
}

// Nothing of one that does not come near.
std::optional<StagedPath> stagedPath(const map::PathShape& shape, const geo::LocalFrame& frame, double reach_m) {
    StagedPath path{.label = shape.label, .line = shape.line, .chosen = shape.chosen, .way = {}, .top = {}};
    bool near = false;
    for (const map::PathShape::Point& point : shape.way) {
        const osg::Vec2 at = onGround(point.place, frame);
        near = near || within(at, reach_m);
        path.assumed = path.assumed || point.height.assumed;
        const auto ground_m = static_cast<float>(std::max(0.0, point.ground_m.value_or(0)));
        const auto up_m = std::max(ground_m, static_cast<float>(point.height.metres));
        path.way.push_back({{at, up_m}, ground_m, point.turn});
    }
    if (!near || path.way.size() < 2) return std::nullopt;
    path.top = path.way[path.way.size() / 2].place;
    return path;
}

} // namespace

void PlanStage::setShapes(map::PlanShapesPtr shapes, const geo::LocalFrame& frame, double reach_m) {
    m_shapes = std::move(shapes);
    setFrame(frame, reach_m);
}

void PlanStage::setFrame(const geo::LocalFrame& frame, double reach_m) {
    m_plans.clear();
    m_paths.clear();
    m_hits.clear();
    m_withoutVolumes = 0;
    ++m_revision;
    std::vector<const map::PlanShape*> inOrder;
    for (const map::PlanShape& shape : m_shapes->plans)
        inOrder.push_back(&shape);
    std::ranges::stable_sort(inOrder, {}, [](const map::PlanShape* shape) {
        return shape->selected ? 0 : shape->met ? 1 : 2;
    });
    std::size_t room = mostVolumes;
    for (const map::PlanShape* shape : inOrder) {
        StagedPlan plan = stagedWithoutVolumes(*shape, frame, reach_m);
        const bool fits = shape->selected || shape->met || shape->volumes->size() <= room;
        if (!fits && !plan.way.empty()) ++m_withoutVolumes;
        if (fits)
            for (const map::ZoneVolumeShape& volume : *shape->volumes)
                if (auto prism = prismOf(volume, frame, reach_m)) {
                    plan.assumed = plan.assumed || prism->assumed;
                    plan.volumes.push_back(*std::move(prism));
                }
        room -= std::min(room, plan.volumes.size());
        if (plan.volumes.empty() && plan.way.empty()) continue;
        double top_m = 0;
        for (const Prism& volume : plan.volumes)
            top_m = std::max(top_m, volume.ceiling_m);
        for (const osg::Vec3& point : plan.way)
            top_m = std::max<double>(top_m, point.z());
        const osg::Vec3 middle = plan.way.empty() ? osg::Vec3(middleOf(plan.volumes.front().rings.front()), 0)
                                                  : plan.way[plan.way.size() / 2];
        plan.top = {middle.x(), middle.y(), static_cast<float>(top_m)};
        m_plans.push_back(std::move(plan));
    }
    for (const map::PathShape& shape : m_shapes->paths)
        if (auto path = stagedPath(shape, frame, reach_m)) m_paths.push_back(*std::move(path));
    for (const map::PlanHitShape& hit : m_shapes->hits) {
        const osg::Vec2 at = onGround(hit.place, frame);
        if (!within(at, reach_m)) continue;
        const double floor_m = std::max(0.0, hit.heights.floor_m.value_or(0.0));
        m_hits.push_back({.place = at,
                          .floor_m = floor_m,
                          .ceiling_m = std::max(floor_m, hit.heights.ceiling_m.value_or(floor_m + openTop_m)),
                          .label = hit.label,
                          .hinders = hit.hinders});
    }
}

std::size_t PlanStage::assumed() const {
    std::size_t number = 0;
    for (const StagedPlan& plan : m_plans)
        number += static_cast<std::size_t>(std::ranges::count(plan.volumes, true, &Prism::assumed));
    return number;
}

} // namespace haneul::scene3d
