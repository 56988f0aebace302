#pragma once

#include "ui/map/map_view.h"
#include "ui/plans/plan_desk.h"

#include <QObject>

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

    void retranslate();                                  // tips
    void setDrawn(const std::vector<geo::LatLon>& line); // a way that is being drawn
    void setPaths(map::NetworkShapesPtr paths);          // that are thought about, above the plans; null: none

Q_SIGNALS:
    void shapesChanged();

private:
    void build();
    void compose();

    PlanDesk& m_desk;
    map::NetworkShapesPtr m_plans; // alone
    map::NetworkShapesPtr m_paths; // null: none
    map::NetworkShapesPtr m_still; // both, without what is being drawn, which changes with every move
    map::NetworkShapesPtr m_shapes = std::make_shared<const map::NetworkShapes>();
};

} // namespace haneul::plans
