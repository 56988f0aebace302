#pragma once

#include <functional>

class QAction;

namespace haneul::window {

class MainWindow;

// What the actions of deliveries do in a main window; `handled` gives its action of an id.
void connectDeliveries(MainWindow& window, const std::function<QAction&(const char* id)>& handled);

} // namespace haneul::window
