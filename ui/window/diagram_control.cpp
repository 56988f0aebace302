#include "ui/window/diagram_control.h"

#include "ui/diagram/diagram_panel.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using diagram::BaseRows;
using diagram::DiagramPanel;
using diagram::DiagramView;
using diagram::Extent;
using diagram::LineDetail;
using diagram::Occupancy;

namespace {

constexpr std::pair<const char*, Extent> extents[] = {
    {"diagram.whole_network", Extent::Network}, {"diagram.chosen", Extent::Chosen}, {"diagram.one", Extent::One}};

void check(const DiagramView& view, const std::function<QAction&(const char* id)>& handled) {
    for (const auto& [id, extent] : extents)
        handled(id).setChecked(view.options().extent == extent);
    handled("diagram.detail").setChecked(view.options().detail == LineDetail::Detailed);
    handled("diagram.occupancy").setChecked(view.occupancy() == Occupancy::Shown);
    handled("diagram.plans").setChecked(view.plansShown());
    handled("diagram.base_twice").setChecked(view.options().bases == BaseRows::Twice);
}

} // namespace

void connectDiagram(DiagramPanel& panel, const std::function<QAction&(const char* id)>& handled,
                    const std::function<void()>& front) {
    DiagramView* view = &panel.view();
    const auto on = [&](const char* id, auto act) {
        QObject::connect(&handled(id), &QAction::triggered, &panel, [front, act](bool checked) {
            front();
            act(checked);
        });
    };
    on("diagram.now", [view](bool) { view->showNow(); });
    on("diagram.all", [view](bool) { view->showAll(); });
    for (const auto& [id, wanted] : extents)
        on(id, [view, handled, extent = wanted](bool) {
            view->setExtent(extent);
            check(*view, handled); // one that was on stays on
        });
    on("diagram.choose", [view](bool) { view->toggleChosen(); });
    on("diagram.detail",
       [view](bool checked) { view->setDetail(checked ? LineDetail::Detailed : LineDetail::Coarse); });
    on("diagram.occupancy",
       [view](bool checked) { view->setOccupancy(checked ? Occupancy::Shown : Occupancy::Hidden); });
    on("diagram.plans", [view](bool checked) { view->setPlansShown(checked); });
    on("diagram.base_twice", [view](bool checked) { view->setBases(checked ? BaseRows::Twice : BaseRows::Once); });
    on("diagram.row_up", [view](bool) { view->moveRow(-1); });
    on("diagram.row_down", [view](bool) { view->moveRow(1); });
    on("diagram.retime", [view](bool) { view->retimeSelected(); });
    on("diagram.type_start", [view](bool) { view->typeStart(); });
    on("diagram.print", [p = &panel](bool) { p->print(); });
    on("diagram.export", [p = &panel](bool) { p->exportAs(); });
    QObject::connect(view, &DiagramView::optionsChanged, &panel, [view, handled] { check(*view, handled); });
    check(*view, handled);
    panel.setTools(handled);
}

} // namespace haneul::window
