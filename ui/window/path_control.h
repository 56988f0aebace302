#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of paths do in their panel, and how it works with the map and the approval desk. `handled` gives the
// action of that name.
void connectPaths(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
