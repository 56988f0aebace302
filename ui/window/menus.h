#pragma once

#include <utility>
#include <vector>

class QMenu;
class QMenuBar;

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::window {

// The menu bar of one window, made from the table in menus.cpp and the list of panels. Lives as long as its bar.
class Menus final {
public:
    Menus(const actions::ActionRegistry& registry, QMenuBar& bar);

    void word(); // after a change of language

private:
    std::vector<std::pair<QMenu*, const char*>> m_menus; // with the source text of its title
};

} // namespace haneul::window
