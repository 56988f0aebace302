#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QRect>
#include <QString>

#include <vector>

namespace haneul::window {

enum class WindowKind { Main, Map, Scene, Diagram };

// Where one window stands and what it looks at.
struct WindowLayout {
    WindowKind kind = WindowKind::Main;
    QRect geometry; // of the content, not maximised, in the coordinates of all screens
    bool maximised = false;
    bool fullScreen = false;
    QString screen;   // its name
    QRect screenArea; // where that screen was
    QByteArray docks; // QMainWindow::saveState; empty: as the program chooses
    QJsonObject view; // DeskWindow::viewState

    bool operator==(const WindowLayout&) const = default;
};

// All windows of a desk, the main window first.
struct Layout {
    std::vector<WindowLayout> windows;

    bool operator==(const Layout&) const = default;
};

inline constexpr int layoutSchema = 1;
inline constexpr std::size_t maxWindows = 16;

[[nodiscard]] QJsonObject layoutToJson(const Layout& layout);
// Codes: LAYOUT_VERSION (of another schema), LAYOUT_BROKEN (`where`: which field).
[[nodiscard]] Result<Layout> layoutFromJson(const QJsonObject& object);

struct ScreenArea {
    QString name;
    QRect available;
};

// Where a window goes on the screens that there are: where it was, moved along with its screen, or on the first screen
// when its own is gone; never larger than the screen, never out of sight. Empty only when there is no screen.
[[nodiscard]] QRect placeOnScreens(const WindowLayout& window, const std::vector<ScreenArea>& screens);

} // namespace haneul::window
