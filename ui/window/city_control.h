#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// The actions of the panel of ground data.
void connectCity(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
