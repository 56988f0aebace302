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
constexpr double lowest_deg = 2.0;
constexpr double fitMargin = 0.9; // of the half view

osg::Vec3d vec(const geo::Enu_m& place) {
    return {place.east, place.north, place.up};
}

} // namespace

bool CameraPose::operator==(const CameraPose& other) const {
    return target.east == other.target.east && target.north == other.target.north && target.up == other.target.up &&
           distance_m == other.distance_m && azimuth_deg == other.azimuth_deg && elevation_deg == other.elevation_deg;
}

CameraPose between(const CameraPose& from, const CameraPose& to, double part) {
    if (part >= 1) return to;
    CameraPose pose;
    pose.target = {std::lerp(from.target.east, to.target.east, part),
                   std::lerp(from.target.north, to.target.north, part), std::lerp(from.target.up, to.target.up, part)};
    pose.distance_m = from.distance_m * std::pow(to.distance_m / from.distance_m, part);
    pose.azimuth_deg = from.azimuth_deg + std::remainder(to.azimuth_deg - from.azimuth_deg, 360.0) * part;
    pose.elevation_deg = std::lerp(from.elevation_deg, to.elevation_deg, part);
    return pose;
}

void OrbitCamera::setPose(const CameraPose& pose) {
    m_pose = pose;
    m_pose.distance_m = std::clamp(pose.distance_m, closest_m, farthest_m);
    m_pose.azimuth_deg = std::remainder(pose.azimuth_deg, 360.0);
    m_pose.elevation_deg = std::clamp(pose.elevation_deg, lowest_deg, topElevation_deg);
}

CameraPose OrbitCamera::fitted(double azimuth_deg, double elevation_deg, double halfWidth_m) const {
    OrbitCamera trial;
    trial.m_view = m_view;
    trial.m_pose = {{}, halfWidth_m, azimuth_deg, elevation_deg};
    const std::array<geo::Enu_m, 4> corners{{{-halfWidth_m, -halfWidth_m, 0},
                                             {halfWidth_m, -halfWidth_m, 0},
                                             {-halfWidth_m, halfWidth_m, 0},
                                             {halfWidth_m, halfWidth_m, 0}}};
    const auto allInSight = [&] {
        return std::ranges::all_of(corners, [&](const geo::Enu_m& corner) {
            const auto pixel = trial.pixelOf(corner);
            return pixel && std::abs(pixel->x() / m_view.width() - 0.5) < fitMargin / 2 &&
                   std::abs(pixel->y() / m_view.height() - 0.5) < fitMargin / 2;
        });
    };
    while (trial.m_pose.distance_m < farthest_m && !allInSight())
        trial.m_pose.distance_m *= 1.02;
    return trial.m_pose;
}

void OrbitCamera::orbit(double azimuth_deg, double elevation_deg) {
    CameraPose pose = m_pose;
    pose.azimuth_deg += azimuth_deg;
    pose.elevation_deg += elevation_deg;
    setPose(pose);
}

void OrbitCamera::pan(QPointF by_px) {
    const double scale = metresPerPixel();
    const double right = -by_px.x() * scale;
    const double forward = by_px.y() * scale / std::max(std::sin(m_pose.elevation_deg * radPerDeg), 0.2);
    const double sine = std::sin(m_pose.azimuth_deg * radPerDeg);
    const double cosine = std::cos(m_pose.azimuth_deg * radPerDeg);
    m_pose.target.east += right * cosine + forward * sine;
    m_pose.target.north += -right * sine + forward * cosine;
}

void OrbitCamera::zoom(double factor) {
    m_pose.distance_m = std::clamp(m_pose.distance_m / factor, closest_m, farthest_m);
}

osg::Vec3d OrbitCamera::eye() const {
    const double level = m_pose.distance_m * std::cos(m_pose.elevation_deg * radPerDeg);
    return vec(m_pose.target) + osg::Vec3d(-level * std::sin(m_pose.azimuth_deg * radPerDeg),
                                           -level * std::cos(m_pose.azimuth_deg * radPerDeg),
                                           m_pose.distance_m * std::sin(m_pose.elevation_deg * radPerDeg));
}

osg::Matrixd OrbitCamera::viewMatrix() const {
    return osg::Matrixd::lookAt(eye(), vec(m_pose.target), osg::Vec3d(0, 0, 1));
}

osg::Matrixd OrbitCamera::projectionMatrix() const {
    return osg::Matrixd::perspective(fieldOfView_deg, m_view.width() / m_view.height(), m_pose.distance_m * 0.02,
                                     m_pose.distance_m * 50.0 + 200'000.0);
}

std::optional<QPointF> OrbitCamera::pixelOf(geo::Enu_m place) const {
    const osg::Vec4d clip = osg::Vec4d(place.east, place.north, place.up, 1.0) * (viewMatrix() * projectionMatrix());
    if (clip.w() <= 0) return std::nullopt;
    return QPointF((clip.x() / clip.w() + 1.0) / 2.0 * m_view.width(),
                   (1.0 - clip.y() / clip.w()) / 2.0 * m_view.height());
}

double OrbitCamera::metresPerPixel() const {
    return 2.0 * m_pose.distance_m * std::tan(fieldOfView_deg * radPerDeg / 2.0) / m_view.height();
}

double OrbitCamera::metresPerPixelAt(geo::Enu_m place) const {
    return metresPerPixel() * (vec(place) - eye()).length() / m_pose.distance_m;
}

} // namespace haneul::scene3d
