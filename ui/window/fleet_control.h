#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of the fleet do in its panel. `handled` gives the action of that name.
void connectFleet(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

// The same of the notice centre.
void connectNotices(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
