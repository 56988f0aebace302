#pragma once

#include "core/base/error.h"
#include "core/plan/flight_plan.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace haneul::plans {

// A way that a file offers to a plan.
struct ImportedRoute {
    QString name;
    std::vector<plan::RoutePoint> points; // of a ring the last is not repeated
    bool ring = false;                    // around an area
    bool heights = true;                  // false: the file has none
    std::optional<double> cruise_mps;     // as the file says it first
    QStringList notes;                    // what is not taken with it
};

// Of QGroundControl plans (.plan), waypoint text (.waypoints, .txt) and KML (.kml; its first line), by the ending of
// the name. Codes: UNKNOWN_FILE_TYPE, NO_ROUTE (nothing in it is a line), and those of the readers. Any thread.
[[nodiscard]] Result<ImportedRoute> readRoute(const QString& fileName, const QByteArray& content);

} // namespace haneul::plans
