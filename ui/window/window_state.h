#pragma once

#include "core/base/error.h"
#include "core/geo/position.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace haneul::window {

// How a person left the window. Absent = as the program chooses.
struct WindowState {
    QByteArray geometry;    // QWidget::saveGeometry
    QByteArray layout;      // QMainWindow::saveState
    QByteArray trackHeader; // QHeaderView::saveState
    QString theme;
    QString language;
    std::optional<double> textScale;
    std::optional<geo::LatLon> mapCentre;
    std::optional<double> mapZoom;

    bool operator==(const WindowState&) const = default;
};

inline constexpr int windowStateSchema = 1;
inline constexpr qint64 maxWindowStateBytes = 256 * 1024;

// A file that is not there is a state in which nothing was said. Codes: WINDOW_STATE_UNREADABLE (cannot be read, too
// large, not our JSON, or of another schema): go on without it.
[[nodiscard]] Result<WindowState> loadWindowState(const QString& path);
// Whole or not at all. Code: WINDOW_STATE_UNWRITABLE.
[[nodiscard]] Result<void> saveWindowState(const QString& path, const WindowState& state);

} // namespace haneul::window
