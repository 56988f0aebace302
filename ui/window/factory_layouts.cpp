#include "ui/window/factory_layouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace haneul::window {

namespace {

constexpr PanelPlace controlRoom[] = {
    {"feed", true, Qt::TopDockWidgetArea, 0},
    {"track", true, Qt::BottomDockWidgetArea, 30},
    {"scene", true, Qt::RightDockWidgetArea, 33},
    {"notice", true, Qt::RightDockWidgetArea, 33},
};
constexpr PanelPlace planning[] = {
    {"feed", true, Qt::TopDockWidgetArea, 0},
    {"track", false, Qt::BottomDockWidgetArea, 30},
    {"scene", false, Qt::RightDockWidgetArea, 33},
    {"notice", true, Qt::RightDockWidgetArea, 25},
    {"notes", true, Qt::RightDockWidgetArea, 25},
    {"network", true, Qt::BottomDockWidgetArea, 42},
    {"orders", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
    {"diagram", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
};
constexpr PanelPlace threeD[] = {
    {"feed", true, Qt::TopDockWidgetArea, 0},
    {"track", false, Qt::BottomDockWidgetArea, 30},
    {"scene", true, Qt::RightDockWidgetArea, 64},
    {"notice", false, Qt::RightDockWidgetArea, 33},
};
// The map and, below it, the plan in 3D or beside the others; the desk itself has the full height.
constexpr PanelPlace approval[] = {
    {"feed", true, Qt::TopDockWidgetArea, 0},       {"track", false, Qt::BottomDockWidgetArea, 30},
    {"notice", false, Qt::RightDockWidgetArea, 25}, {"plans", true, Qt::RightDockWidgetArea, 64},
    {"scene", true, Qt::BottomDockWidgetArea, 43},  {"diagram", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
};
constexpr PanelPlace laptop[] = {
    {"feed", false, Qt::TopDockWidgetArea, 0},
    {"track", true, Qt::BottomDockWidgetArea, 30},
    {"scene", true, Qt::BottomDockWidgetArea, 30},
    {"notice", true, Qt::BottomDockWidgetArea, 30},
};
constexpr PanelPlace riskStudio[] = {
    {"feed", true, Qt::TopDockWidgetArea, 0},
    {"track", false, Qt::BottomDockWidgetArea, 30},
    {"scene", false, Qt::RightDockWidgetArea, 33},
    {"notice", false, Qt::RightDockWidgetArea, 25},
    {"risk_collision", true, Qt::BottomDockWidgetArea, 72},
    {"ground_risk", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
    {"paths", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
    {"ground", true, Qt::BottomDockWidgetArea, 0, PanelStand::AsTab},
};

constexpr FactoryLayout list[] = {
    {"control_room", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "Control room"), "workspace.control_room", true,
     controlRoom},
    {"planning", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "Planning"), "workspace.planning", true, planning},
    {"three_d", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "3D"), "workspace.three_d", true, threeD},
    {"approval", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "Approval"), "workspace.approval", true, approval},
    {"laptop", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "Single laptop"), "workspace.laptop", false, laptop},
    {"risk_studio", QT_TRANSLATE_NOOP("haneul::window::Workspaces", "Risk studio"), "workspace.risk_studio", false,
     riskStudio},
};

} // namespace

std::span<const FactoryLayout> factoryLayouts() {
    return list;
}

const FactoryLayout& factoryLayout(const char* id) {
    const auto found = std::ranges::find(list, std::string_view(id), &FactoryLayout::id);
    return found == std::end(list) ? list[0] : *found;
}

} // namespace haneul::window
