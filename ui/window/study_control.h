#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of studies do in their panels. `handled` gives the action of that name.
void connectCollisionRisk(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
