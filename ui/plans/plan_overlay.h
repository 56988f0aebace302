#pragma once

#include "ui/map/map_view.h"
#include "ui/map/plan_shapes.h"
#include "ui/plans/plan_desk.h"

#include <QObject>

#include <map>
#include <string>

namespace haneul::plans {

// Flight plans as every map of a desk shows them, told apart by the style of the line: drafts dotted, those that wait
// dashed, approved ones solid, those in the air heavy; the chosen one with a halo, its volumes and its landing sites,
// and the volumes of those that it meets. A click chooses.
class PlanOverlay final : public QObject {
    Q_OBJECT

public:
    // `desk` must outlive it.
    explicit PlanOverlay(PlanDesk& desk, QObject* parent = nullptr);

    void attach(map::MapView& map); // from now on, until one of the two goes

    [[nodiscard]] const map::NetworkShapesPtr& shapes() const { return m_shapes; }

    // The same plans with their volumes and heights, for the 3D views.
    [[nodiscard]] const map::PlanShapesPtr& solids() const { return m_solids; }

    void retranslate();                                  // tips
    void setDrawn(const std::vector<geo::LatLon>& line); // a way that is being drawn
    // Paths that are thought about, above the plans; null: none. `solids`: the same with their heights.
    void setPaths(map::NetworkShapesPtr paths, std::vector<map::PathShape> solids = {});

Q_SIGNALS:
    void shapesChanged();
    void solidsChanged();

private:
    struct Known { // what was made of a plan; it is made again only for another version of it
        plan::PlanPtr plan;
        map::PlanShape solid;
    };

    void build();
    void compose();
    void buildSolids();
    [[nodiscard]] const map::PlanShape& solidOf(const plan::PlanPtr& plan);

    PlanDesk& m_desk;
    map::PlanShapesPtr m_solids = std::make_shared<const map::PlanShapes>();
    std::map<std::string, Known> m_known; // by plan
    map::NetworkShapesPtr m_plans;        // alone
    map::NetworkShapesPtr m_paths;        // null: none
    std::vector<map::PathShape> m_pathSolids;
    map::NetworkShapesPtr m_still; // both, without what is being drawn, which changes with every move
    map::NetworkShapesPtr m_shapes = std::make_shared<const map::NetworkShapes>();
};

} // namespace haneul::plans
