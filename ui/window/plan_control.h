#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of flight plans do in their panel. `handled` gives the action of that name.
void connectPlans(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
