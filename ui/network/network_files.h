#pragma once

#include "core/base/error.h"
#include "core/delivery/network.h"
#include "ui/network/network_edits.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace haneul::network {

// A path that a file offers as a link: what would become of it, or why it cannot be taken.
struct OfferedPath {
    QString name;
    std::vector<route::Waypoint> way;    // two or more, the ends included, above mean sea level
    std::optional<double> startGround_m; // where the file knows it
    std::optional<double> endGround_m;
    bool heightsMissing = false; // the file has none: they have to be given
    QString refusal;             // empty: it can be taken
    QStringList notes;           // what is not taken with it

    [[nodiscard]] double length_m() const;
};

struct OfferedPaths {
    std::vector<OfferedPath> paths;
    QStringList notes; // about the file
};

// Of QGroundControl plans (.plan), waypoint text (.waypoints, .txt), KML (.kml) and GeoJSON (.geojson, .json), by the
// ending of the name. Codes: UNKNOWN_FILE_TYPE, and those of the readers. Any thread.
[[nodiscard]] Result<OfferedPaths> readPaths(const QString& fileName, const QByteArray& content);

// Nodes that are nearer than this to the end of a path are that end.
inline constexpr double sameNode_m = 20.0;

// Why it cannot become a link of that network now; empty: it can.
[[nodiscard]] QString troubleWith(const Network& network, const OfferedPath& path);
// Makes the link, and the nodes at its ends where there are none. troubleWith() must be empty.
void takePath(Network& network, const OfferedPath& path);

// Codes: GROUND_UNKNOWN, UNKNOWN_NODE, and those of the writers.
[[nodiscard]] Result<QByteArray> asKml(const Network& network);
[[nodiscard]] Result<QByteArray> asGeoJson(const Network& network);
[[nodiscard]] Result<QByteArray> asQgcPlan(const Network& network, std::size_t link); // from a to b

} // namespace haneul::network
