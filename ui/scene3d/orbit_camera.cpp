#include "ui/scene3d/orbit_camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace haneul::scene3d {

namespace {

constexpr double radPerDeg = std::numbers::pi / 180.0;
constexpr double closest_m = 50.0;
constexpr double farthest_m = 2'000'000.0;
constexpr double overviewMargin = 0.9; // of the half view

} // namespace

void OrbitCamera::showOverview(double halfWidth_m) {
    m_east = 0;
    m_north = 0;
    m_azimuth_deg = 0;
    m_elevation_deg = overviewElevation_deg;
    const auto allInSight = [&] {
        const std::array<geo::Enu_m, 4> corners{{{-halfWidth_m, -halfWidth_m, 0},
                                                 {halfWidth_m, -halfWidth_m, 0},
                                                 {-halfWidth_m, halfWidth_m, 0},
                                                 {halfWidth_m, halfWidth_m, 0}}};
        return std::ranges::all_of(corners, [&](const geo::Enu_m& corner) {
            const auto pixel = pixelOf(corner);
            return pixel && std::abs(pixel->x() / m_view.width() - 0.5) < overviewMargin / 2 &&
                   std::abs(pixel->y() / m_view.height() - 0.5) < overviewMargin / 2;
        });
    };
    for (m_distance_m = halfWidth_m; m_distance_m < farthest_m && !allInSight(); m_distance_m *= 1.02) {
    }
}

void OrbitCamera::orbit(double azimuth_deg, double elevation_deg) {
    m_azimuth_deg = std::remainder(m_azimuth_deg + azimuth_deg, 360.0);
    m_elevation_deg = std::clamp(m_elevation_deg + elevation_deg, 2.0, 89.0); // 90 has no "up"
}

void OrbitCamera::pan(QPointF by_px) {
    const double scale = metresPerPixel();
    const double right = -by_px.x() * scale;
    const double forward = by_px.y() * scale / std::max(std::sin(m_elevation_deg * radPerDeg), 0.2);
    const double sine = std::sin(m_azimuth_deg * radPerDeg);
    const double cosine = std::cos(m_azimuth_deg * radPerDeg);
    m_east += right * cosine + forward * sine;
    m_north += -right * sine + forward * cosine;
}

void OrbitCamera::zoom(double factor) {
    m_distance_m = std::clamp(m_distance_m / factor, closest_m, farthest_m);
}

osg::Vec3d OrbitCamera::eye() const {
    const double level = m_distance_m * std::cos(m_elevation_deg * radPerDeg);
    return {m_east - level * std::sin(m_azimuth_deg * radPerDeg), m_north - level * std::cos(m_azimuth_deg * radPerDeg),
            m_distance_m * std::sin(m_elevation_deg * radPerDeg)};
}

osg::Matrixd OrbitCamera::viewMatrix() const {
    return osg::Matrixd::lookAt(eye(), osg::Vec3d(m_east, m_north, 0), osg::Vec3d(0, 0, 1));
}

osg::Matrixd OrbitCamera::projectionMatrix() const {
    return osg::Matrixd::perspective(fieldOfView_deg, m_view.width() / m_view.height(), m_distance_m * 0.02,
                                     m_distance_m * 50.0);
}

std::optional<QPointF> OrbitCamera::pixelOf(geo::Enu_m place) const {
    const osg::Vec4d clip = osg::Vec4d(place.east, place.north, place.up, 1.0) * (viewMatrix() * projectionMatrix());
    if (clip.w() <= 0) return std::nullopt;
    return QPointF((clip.x() / clip.w() + 1.0) / 2.0 * m_view.width(),
                   (1.0 - clip.y() / clip.w()) / 2.0 * m_view.height());
}

double OrbitCamera::metresPerPixel() const {
    return 2.0 * m_distance_m * std::tan(fieldOfView_deg * radPerDeg / 2.0) / m_view.height();
}

} // namespace haneul::scene3d
