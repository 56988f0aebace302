#pragma once

#include "core/geo/local_frame.h"

#include <QPointF>
#include <QSizeF>

#include <osg/Matrixd>

#include <optional>

namespace haneul::scene3d {

// An eye that looks at a point on the ground. Metres in the scene's frame (east, north, up as drawn, exaggerated).
class OrbitCamera {
public:
    static constexpr double fieldOfView_deg = 35.0;
    static constexpr double overviewElevation_deg = 35.0;

    void setView(QSizeF view) { m_view = view; }

    // North up, the whole square of that half width in sight.
    void showOverview(double halfWidth_m);
    void orbit(double azimuth_deg, double elevation_deg); // by
    void pan(QPointF by_px);                              // the ground follows the pointer
    void zoom(double factor);                             // > 1: closer

    [[nodiscard]] osg::Matrixd viewMatrix() const;
    [[nodiscard]] osg::Matrixd projectionMatrix() const;
    // Nothing when it is behind the eye.
    [[nodiscard]] std::optional<QPointF> pixelOf(geo::Enu_m place) const;
    [[nodiscard]] osg::Vec3d eye() const;

    [[nodiscard]] double distance_m() const { return m_distance_m; }

    [[nodiscard]] double azimuth_deg() const { return m_azimuth_deg; } // where it looks: 0 north, clockwise

    [[nodiscard]] double elevation_deg() const { return m_elevation_deg; }

    [[nodiscard]] double metresPerPixel() const; // at the point looked at

private:
    QSizeF m_view{1, 1};
    double m_east = 0;
    double m_north = 0;
    double m_distance_m = 10'000;
    double m_azimuth_deg = 0;
    double m_elevation_deg = overviewElevation_deg;
};

} // namespace haneul::scene3d
