#pragma once

#include "core/route/sphere_frame.h"

#include <span>
#include <vector>

namespace haneul::route {

// A smooth flight path in three dimensions (Yu et al., 6: curved paths as an extension; R-RTE-22): Bézier pieces in a
// SphereFrame around them. A piece whose control points lie on a straight line, in order, is that straight line and has
// exactly the length that distance_m gives between its ends.
class Curve {
public:
    // Through every waypoint, with a tangent that does not jump: a centripetal Catmull-Rom spline as cubic Béziers (no
    // loops or overshoot between near waypoints; Yuksel et al. 2011). Heights bend with it. At the ends it leaves as if
    // the first (last) leg went on backwards (forwards). Equal neighbours are one point.
    // Codes: INVALID_ARGUMENT, fewer than two waypoints or one that is not on Earth.
    [[nodiscard]] static Result<Curve> through(std::span<const Waypoint> waypoints);

    // One Bézier from the first control point to the last, drawn towards those between. Codes: INVALID_ARGUMENT, as
    // above or more than mostControlPoints.
    static constexpr std::size_t mostControlPoints = 32;
    [[nodiscard]] static Result<Curve> bezier(std::span<const Waypoint> controlPoints);

    // Lengths are right to this many metres for each piece between two waypoints, places along the curve likewise.
    static constexpr double tolerance_m = 1e-4;

    [[nodiscard]] double length_m() const { return m_waypoints_m.back(); }

    // Length from the first waypoint to the i-th, from 0; a Bézier has the two ends only.
    [[nodiscard]] const std::vector<double>& waypointsAt_m() const { return m_waypoints_m; }

    // Before the start: the start; after the end: the end.
    [[nodiscard]] Waypoint at(double along_m) const;
    // How fast the direction of flight turns there, radians per metre; of the path in space. At a cusp very large,
    // never infinite.
    [[nodiscard]] double curvature_1pm(double along_m) const;

    // For drawing and for intersections: a line through all waypoints that is no more than about `deviation_m` (at
    // least 1 mm) from the curve. Straight pieces get no points between.
    struct Sample {
        Waypoint waypoint;
        double along_m = 0;
    };

    [[nodiscard]] std::vector<Sample> sampled(double deviation_m) const;

    // For timing: places along a part of the curve, in order, with how fast the direction turns there. So dense that
    // each piece has `perPiece` of them, evenly by its parameter, which is closer where it turns sharply; the ends of
    // pieces among them. No turn between two places is lost: where the direction changes by much more than the
    // curvature at both says, as at a cusp, theirs is raised to what it does on average.
    struct Bend {
        double along_m = 0; // from the beginning of the part
        double curvature_1pm = 0;
        bool straightAfter = false; // up to the next place
    };

    [[nodiscard]] std::vector<Bend> bends(double from_m, double to_m, std::size_t perPiece) const;

private:
    struct Piece {
        std::vector<Metric_m> control;
        std::vector<Metric_m> velocity, acceleration; // control points of the derivatives; none when straight
        Waypoint from, to;
        double start_m = 0;
        double length_m = 0;
        bool straight = false;
        // Parameter and length up to it at the bounds of stretches that Gauss-Legendre measures within the tolerance.
        std::vector<double> parameters, lengths_m;
    };

    explicit Curve(SphereFrame frame)
        : m_frame(frame) {}

    void add(std::vector<Metric_m> control, const Waypoint& from, const Waypoint& to);
    [[nodiscard]] const Piece& pieceAt(double along_m) const;
    static void addBends(const Piece& piece, double from_m, double to_m, std::size_t count, std::vector<Bend>& bends);
    [[nodiscard]] static double curvatureAt(const Piece& piece, double t);
    [[nodiscard]] static double parameterAt(const Piece& piece, double within_m);
    void sample(const Piece& piece, double from, double to, int depth, double deviation_m,
                std::vector<Sample>& samples) const;

    SphereFrame m_frame;
    std::vector<Piece> m_pieces;
    std::vector<double> m_waypoints_m;
};

} // namespace haneul::route
