#pragma once

#include "core/geo/local_frame.h"

#include <QPointF>
#include <QSizeF>

#include <osg/Matrixd>

#include <cstdint>
#include <optional>

namespace haneul::scene3d {

// From where the scene is looked at. Metres in the scene's frame (east, north, up as drawn, exaggerated).
struct CameraPose {
    geo::Enu_m target; // the point looked at, in the middle of the view
    double distance_m = 10'000;
    double azimuth_deg = 0; // where the eye looks: 0 north, clockwise
    double elevation_deg = 35;

    bool operator==(const CameraPose& other) const;
};

// Part 0: from, 1: to; the short way round, and the same factor of distance in every step.
[[nodiscard]] CameraPose between(const CameraPose& from, const CameraPose& to, double part);

enum class CameraPreset : std::uint8_t {
    Overview,  // north up, looking down at 35 degrees, the whole area in sight
    Top,       // straight down, north up
    FromSouth, // from the side at a low angle: who flies above whom
    FromEast,
    FromWest,
    Chase, // behind and a little above the selected track, looking where it flies
};

// An eye that looks at a point.
class OrbitCamera {
public:
    static constexpr double fieldOfView_deg = 35.0;
    static constexpr double overviewElevation_deg = 35.0;
    static constexpr double topElevation_deg = 89.0; // 90 has no "up"
    static constexpr double sideElevation_deg = 9.0;

    void setView(QSizeF view) { m_view = view; }

    void setPose(const CameraPose& pose); // out of range: nearest allowed

    [[nodiscard]] const CameraPose& pose() const { return m_pose; }

    // From that side, the whole square of that half width in sight.
    [[nodiscard]] CameraPose fitted(double azimuth_deg, double elevation_deg, double halfWidth_m) const;

    void showOverview(double halfWidth_m) { setPose(fitted(0, overviewElevation_deg, halfWidth_m)); }

    void orbit(double azimuth_deg, double elevation_deg); // by
    void pan(QPointF by_px);                              // the ground follows the pointer
    void zoom(double factor);                             // > 1: closer

    [[nodiscard]] osg::Matrixd viewMatrix() const;
    [[nodiscard]] osg::Matrixd projectionMatrix() const;
    // Nothing when it is behind the eye.
    [[nodiscard]] std::optional<QPointF> pixelOf(geo::Enu_m place) const;
    [[nodiscard]] osg::Vec3d eye() const;

    [[nodiscard]] double distance_m() const { return m_pose.distance_m; }

    [[nodiscard]] double azimuth_deg() const { return m_pose.azimuth_deg; }

    [[nodiscard]] double elevation_deg() const { return m_pose.elevation_deg; }

    [[nodiscard]] double metresPerPixel() const; // at the point looked at
    [[nodiscard]] double metresPerPixelAt(geo::Enu_m place) const;

private:
    QSizeF m_view{1, 1};
    CameraPose m_pose;
};

} // namespace haneul::scene3d
