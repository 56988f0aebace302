#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of ground risk do in their panel. `handled` gives the action of that name.
void connectGroundRisk(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
