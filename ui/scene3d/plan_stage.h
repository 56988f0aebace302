#pragma once

#include "ui/map/plan_shapes.h"
#include "ui/scene3d/prism.h"

#include <osg/Vec3>

#include <cstdint>
#include <span>
#include <vector>

namespace haneul::scene3d {

// One flight plan in the frame of a scene.
struct StagedPlan {
    QString label;
    map::PlanShape::State state = map::PlanShape::State::Approved;
    bool selected = false;
    bool met = false;
    bool assumed = false; // a height of it is not judged: what it is measured from is not known
    std::vector<Prism> volumes;
    std::vector<osg::Vec3> way; // up not exaggerated
    osg::Vec3 top;              // where its label stands: above the middle of the way, or of its first volume
};

struct StagedPath {
    struct Point {
        osg::Vec3 place;    // up not exaggerated
        float ground_m = 0; // of the terrain below; of the level ground where that is not known
        bool turn = false;
    };

    QString label;
    map::PathShape::Line line = map::PathShape::Line::Solid;
    bool chosen = false;
    bool assumed = false; // as of a plan
    std::vector<Point> way;
    osg::Vec3 top; // where its label stands: above its middle
};

struct StagedHit {
    osg::Vec2 place;
    double floor_m = 0, ceiling_m = 0;
    QString label;
    bool hinders = true;
};

// Where the flight plans, and paths that may become some, stand in the scene. The chosen plan and those that it meets
// have all their volumes; of the others as many as a picture can hold, then their ways only.
class PlanStage {
public:
    static constexpr std::size_t mostVolumes = 2'000;

    void setShapes(map::PlanShapesPtr shapes, const geo::LocalFrame& frame, double reach_m);
    void setFrame(const geo::LocalFrame& frame, double reach_m); // of the surroundings, from the middle

    [[nodiscard]] std::span<const StagedPlan> plans() const { return m_plans; }

    [[nodiscard]] std::span<const StagedPath> paths() const { return m_paths; } // the chosen one last

    [[nodiscard]] std::span<const StagedHit> hits() const { return m_hits; }

    [[nodiscard]] bool meets(const QString& zone) const { return m_shapes->zonesMet.contains(zone); } // identifier

    [[nodiscard]] std::size_t assumed() const; // how many volumes stand on an assumption

    [[nodiscard]] std::size_t withoutVolumes() const { return m_withoutVolumes; } // plans: there was no room

    [[nodiscard]] std::uint64_t revision() const { return m_revision; } // grows with every change

private:
    map::PlanShapesPtr m_shapes = std::make_shared<const map::PlanShapes>();
    std::vector<StagedPlan> m_plans;
    std::vector<StagedPath> m_paths;
    std::vector<StagedHit> m_hits;
    std::size_t m_withoutVolumes = 0;
    std::uint64_t m_revision = 0;
};

} // namespace haneul::scene3d
