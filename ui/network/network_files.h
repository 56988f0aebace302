#pragma once

#include "core/base/error.h"
#include "core/delivery/network.h"
#include "core/delivery/path_import.h"
#include "ui/network/network_edits.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace haneul::network {

// What the heights of a path are measured from, as far as the file says.
enum class PathHeights {
    Amsl,
    Ellipsoid, // of GeoJSON by its RFC
    None,
};

using Geoid = std::function<std::optional<double>(geo::LatLon)>;

// A path that a file offers as a link: what would become of it, or why it cannot be taken.
struct OfferedPath {
    QString name;
    std::vector<delivery::PathPoint> points;
    PathHeights heights = PathHeights::Amsl;
    std::vector<double> geoid_m;         // of each point, for heights above the ellipsoid; empty: not known
    std::optional<double> startGround_m; // where the file knows it
    std::optional<double> endGround_m;
    std::optional<delivery::Node> startNode; // of a network that was exported: taken with the path
    std::optional<delivery::Node> endNode;
    std::optional<delivery::Link> link; // the same
    QString refusal;                    // empty: it may be taken
    QStringList notes;                  // what is not taken with it

    [[nodiscard]] double length_m() const; // over the ground
};

struct OfferedPaths {
    std::vector<OfferedPath> paths;
    QStringList notes; // about the file
};

// Of QGroundControl plans (.plan), waypoint text (.waypoints, .txt), KML (.kml) and GeoJSON (.geojson, .json), by the
// ending of the name. `geoid_m` (may be empty): mean sea level above the ellipsoid. Codes: UNKNOWN_FILE_TYPE, and those
// of the readers. Any thread.
[[nodiscard]] Result<OfferedPaths> readPaths(const QString& fileName, const QByteArray& content,
                                             const Geoid& geoid_m = {});

// What a person says about heights that the file leaves open.
struct HeightChoice {
    std::optional<double> level_m; // of paths that have none
    bool asAmsl = false;           // those above the ellipsoid are above mean sea level in truth

    bool operator==(const HeightChoice&) const = default;
};

// Makes the link, and the nodes at its ends where there is none within linkFromPath's distance. The network stays as it
// was when the path cannot be taken: the error is a sentence for people, its code one of linkFromPath's,
// HEIGHT_UNKNOWN, or REFUSED.
[[nodiscard]] Result<void> takePath(Network& network, const OfferedPath& path, const HeightChoice& choice);

// Codes: GROUND_UNKNOWN, UNKNOWN_NODE, and those of the writers.
[[nodiscard]] Result<QByteArray> asKml(const Network& network);
[[nodiscard]] QByteArray asGeoJson(const Network& network);
[[nodiscard]] Result<QByteArray> asQgcPlan(const Network& network, std::size_t link); // from a to b

} // namespace haneul::network
