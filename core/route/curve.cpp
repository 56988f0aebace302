#include "core/route/curve.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::route {

namespace {

// Control points no farther than this from the chord make no bend: what the sphere does to a straight line in the plane
// of a city is less.
constexpr double straight_m = 1e-3;
constexpr int deepest = 24;
constexpr double mostCurvature_1pm = 1e6;
constexpr double hidden = 1.5; // a turn so much sharper than two places show is hidden between them
constexpr double still_m = 1e-6;

Metric_m cast(std::span<const Metric_m> control, double t) { // de Casteljau
    std::array<Metric_m, Curve::mostControlPoints> points;
    std::ranges::copy(control, points.begin());
    for (std::size_t left = control.size(); left > 1; --left)
        for (std::size_t i = 0; i + 1 < left; ++i)
            points[i] = points[i] + t * (points[i + 1] - points[i]);
    return points.front();
}

std::vector<Metric_m> hodograph(const std::vector<Metric_m>& control) {
    std::vector<Metric_m> result;
    const auto degree = static_cast<double>(control.size() - 1);
    for (std::size_t i = 0; i + 1 < control.size(); ++i)
        result.push_back(degree * (control[i + 1] - control[i]));
    return result;
}

double speed_m(const std::vector<Metric_m>& velocity, double t) {
    return norm_m(cast(velocity, t));
}

// Five-point Gauss-Legendre of the length between two parameters.
double measured_m(const std::vector<Metric_m>& velocity, double from, double to) {
    constexpr std::array<double, 3> nodes{0, 0.5384693101056831, 0.9061798459386640};
    constexpr std::array<double, 3> weights{0.5688888888888889, 0.4786286704993665, 0.2369268850561891};
    const double middle = (from + to) / 2;
    const double half = (to - from) / 2;
    double sum = weights[0] * speed_m(velocity, middle);
    for (std::size_t i = 1; i < nodes.size(); ++i)
        sum += weights[i] * (speed_m(velocity, middle - half * nodes[i]) + speed_m(velocity, middle + half * nodes[i]));
    return sum * half;
}

// Halves until both halves together measure the same as the whole.
void measure(const std::vector<Metric_m>& velocity, double from, double to, double whole_m, int depth,
             std::vector<double>& parameters, std::vector<double>& lengths_m) {
    const double middle = (from + to) / 2;
    const double left_m = measured_m(velocity, from, middle);
    const double right_m = measured_m(velocity, middle, to);
    if (depth < deepest && std::abs(left_m + right_m - whole_m) > Curve::tolerance_m / 64) {
        measure(velocity, from, middle, left_m, depth + 1, parameters, lengths_m);
        measure(velocity, middle, to, right_m, depth + 1, parameters, lengths_m);
        return;
    }
    for (const auto& [end, length_m] : {std::pair{middle, left_m}, std::pair{to, right_m}}) {
        parameters.push_back(end);
        lengths_m.push_back(lengths_m.back() + length_m);
    }
}

double angle(Metric_m first, Metric_m second) {
    const double square =
        std::max(dot(first, first) * dot(second, second) - dot(first, second) * dot(first, second), 0.0);
    return std::atan2(std::sqrt(square), dot(first, second));
}

double fromChord_m(Metric_m point, Metric_m from, Metric_m to) {
    const Metric_m chord = to - from;
    const double square = dot(chord, chord);
    const double along = square > 0 ? std::clamp(dot(point - from, chord) / square, 0.0, 1.0) : 0;
    return norm_m(point - (from + along * chord));
}

// Near the chord, and never going back along it.
bool isStraight(const std::vector<Metric_m>& control) {
    const Metric_m chord = control.back() - control.front();
    for (std::size_t i = 0; i + 1 < control.size(); ++i) {
        if (fromChord_m(control[i], control.front(), control.back()) > straight_m) return false;
        if (dot(control[i + 1] - control[i], chord) < 0) return false;
    }
    return true;
}

Result<void> checkPoints(std::span<const Waypoint> points, std::size_t most) {
    if (points.size() < 2) return fail("INVALID_ARGUMENT", "a curve has at least two points", "waypoints");
    if (points.size() > most) return fail("INVALID_ARGUMENT", "too many control points", "waypoints");
    for (const Waypoint& point : points)
        if (!point.place.valid() || !std::isfinite(point.height_m))
            return fail("INVALID_ARGUMENT", "a point of a curve is a place on Earth with a height", "waypoints");
    return {};
}

// The two inner control points of the centripetal Catmull-Rom piece from `from` to `to`.
std::vector<Metric_m> catmullRom(Metric_m before, Metric_m from, Metric_m to, Metric_m after) {
    const auto step = [](Metric_m a, Metric_m b) { return std::sqrt(norm_m(b - a)); };
    const double d1 = step(before, from);
    const double d2 = step(from, to);
    const double d3 = step(to, after);
    const auto inner = [](Metric_m behind, Metric_m here, Metric_m ahead, double db, double da) {
        // (db^2 ahead - da^2 behind + (2 db^2 + 3 db da + da^2) here) / (3 db (db + da)), as an offset from `here`
        return here + (1 / (3 * db * (db + da))) * (db * db * (ahead - here) + da * da * (here - behind));
    };
    return {from, inner(before, from, to, d1, d2), inner(after, to, from, d3, d2), to};
}

} // namespace

void Curve::add(std::vector<Metric_m> control, const Waypoint& from, const Waypoint& to) {
    Piece piece{.control = std::move(control), .from = from, .to = to};
    piece.start_m = m_waypoints_m.back();
    piece.straight = isStraight(piece.control);
    if (piece.straight) {
        piece.length_m = distance_m(from, to);
    } else {
        piece.velocity = hodograph(piece.control);
        piece.acceleration = hodograph(piece.velocity);
        piece.parameters.push_back(0);
        piece.lengths_m.push_back(0);
        measure(piece.velocity, 0, 1, measured_m(piece.velocity, 0, 1), 0, piece.parameters, piece.lengths_m);
        piece.length_m = piece.lengths_m.back();
    }
    m_waypoints_m.push_back(piece.start_m + piece.length_m);
    m_pieces.push_back(std::move(piece));
}

Result<Curve> Curve::through(std::span<const Waypoint> waypoints) {
    if (auto fine = checkPoints(waypoints, waypoints.size()); !fine) return std::unexpected(fine.error());
    Curve curve(SphereFrame::around(waypoints));
    std::vector<Waypoint> points;     // without equal neighbours
    std::vector<std::size_t> pointOf; // of each waypoint
    std::vector<Metric_m> places;
    for (const Waypoint& waypoint : waypoints) {
        const Metric_m place = curve.m_frame.toMetric(waypoint);
        if (points.empty() || norm_m(place - places.back()) > straight_m) {
            points.push_back(waypoint);
            places.push_back(place);
        }
        pointOf.push_back(points.size() - 1);
    }
    curve.m_waypoints_m.push_back(0);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Metric_m from = places[i];
        const Metric_m to = places[i + 1];
        const Metric_m before = i > 0 ? places[i - 1] : 2 * from - to;
        const Metric_m after = i + 2 < places.size() ? places[i + 2] : 2 * to - from;
        curve.add(catmullRom(before, from, to, after), points[i], points[i + 1]);
    }
    if (points.size() == 1) curve.add({places[0], places[0]}, points[0], points[0]);
    std::vector<double> reached_m;
    for (const std::size_t point : pointOf)
        reached_m.push_back(curve.m_waypoints_m[point]);
    curve.m_waypoints_m = std::move(reached_m);
    return curve;
}

Result<Curve> Curve::bezier(std::span<const Waypoint> controlPoints) {
    if (auto fine = checkPoints(controlPoints, mostControlPoints); !fine) return std::unexpected(fine.error());
    Curve curve(SphereFrame::around(controlPoints));
    std::vector<Metric_m> control;
    for (const Waypoint& point : controlPoints)
        control.push_back(curve.m_frame.toMetric(point));
    curve.m_waypoints_m.push_back(0);
    curve.add(std::move(control), controlPoints.front(), controlPoints.back());
    return curve;
}

const Curve::Piece& Curve::pieceAt(double along_m) const {
    const auto after = std::ranges::upper_bound(m_pieces, along_m, {}, &Piece::start_m);
    return after == m_pieces.begin() ? m_pieces.front() : *std::prev(after);
}

double Curve::parameterAt(const Piece& piece, double within_m) {
    if (piece.straight) return piece.length_m > 0 ? std::clamp(within_m / piece.length_m, 0.0, 1.0) : 0;
    const auto next = std::ranges::upper_bound(piece.lengths_m, within_m);
    if (next == piece.lengths_m.begin()) return 0;
    if (next == piece.lengths_m.end()) return 1;
    const auto bound = static_cast<std::size_t>(next - piece.lengths_m.begin());
    const double begin = piece.parameters[bound - 1];
    const double wanted_m = within_m - piece.lengths_m[bound - 1];
    double low = begin;
    double high = piece.parameters[bound];
    double t = low + (high - low) * wanted_m / (piece.lengths_m[bound] - piece.lengths_m[bound - 1]);
    for (int i = 0; i < 50; ++i) { // Newton, kept between bounds
        const double off_m = measured_m(piece.velocity, begin, t) - wanted_m;
        if (std::abs(off_m) < tolerance_m / 100) break;
        (off_m > 0 ? high : low) = t;
        const double slope_m = speed_m(piece.velocity, t);
        const double next_t = slope_m > 0 ? t - off_m / slope_m : low;
        t = next_t > low && next_t < high ? next_t : (low + high) / 2;
    }
    return t;
}

Waypoint Curve::at(double along_m) const {
    if (along_m <= 0) return m_pieces.front().from;
    if (along_m >= length_m()) return m_pieces.back().to;
    const Piece& piece = pieceAt(along_m);
    const double t = parameterAt(piece, along_m - piece.start_m);
    const Metric_m place = piece.straight ? piece.control.front() + t * (piece.control.back() - piece.control.front())
                                          : cast(piece.control, t);
    return m_frame.toWaypoint(place);
}

double Curve::curvatureAt(const Piece& piece, double t) {
    if (piece.straight || piece.control.size() < 3) return 0;
    const Metric_m velocity = cast(piece.velocity, t);
    const Metric_m change = cast(piece.acceleration, t);
    const double square = dot(velocity, velocity);
    const double crossSquare = square * dot(change, change) - dot(velocity, change) * dot(velocity, change);
    const double curvature = std::sqrt(std::max(crossSquare, 0.0)) / (square * std::sqrt(square));
    return std::isfinite(curvature) ? std::min(curvature, mostCurvature_1pm) : mostCurvature_1pm;
}

double Curve::curvature_1pm(double along_m) const {
    const Piece& piece = pieceAt(std::clamp(along_m, 0.0, length_m()));
    return curvatureAt(piece, parameterAt(piece, along_m - piece.start_m));
}

void Curve::addBends(const Piece& piece, double from_m, double to_m, std::size_t count, std::vector<Bend>& bends) {
    const double offset_m = bends.back().along_m; // of the part so far
    if (piece.straight) {
        bends.back().straightAfter = true;
        bends.push_back({offset_m + to_m - from_m, 0, false});
        return;
    }
    const double begin = parameterAt(piece, from_m);
    const double step = (parameterAt(piece, to_m) - begin) / static_cast<double>(count);
    bends.back().curvature_1pm = std::max(bends.back().curvature_1pm, curvatureAt(piece, begin));
    double measured = 0; // up to the present place
    double last = begin;
    Metric_m before = cast(piece.velocity, begin);
    for (std::size_t i = 1; i <= count; ++i) {
        double t = begin + step * static_cast<double>(i);
        Metric_m now = cast(piece.velocity, t);
        if (i < count && norm_m(now) < still_m) // a cusp has no direction: look just behind it
            now = cast(piece.velocity, t += step / 20);
        const double cell_m = measured_m(piece.velocity, last, t);
        measured += cell_m;
        Bend bend{offset_m + measured, curvatureAt(piece, t), false};
        double& behind_1pm = bends.back().curvature_1pm;
        const double average = cell_m > 0 ? std::min(angle(before, now) / cell_m, mostCurvature_1pm) : 0;
        // What the time between two places makes of their curvatures: their harmonic mean.
        const double shown = 2 * behind_1pm * bend.curvature_1pm / std::max(behind_1pm + bend.curvature_1pm, 1e-12);
        if (average > hidden * shown) {
            behind_1pm = std::max(behind_1pm, average);
            bend.curvature_1pm = std::max(bend.curvature_1pm, average);
        }
        bends.push_back(bend);
        before = now;
        last = t;
    }
    bends.back().along_m = offset_m + to_m - from_m; // what the cells measure together differs by less than tolerance_m
}

std::vector<Curve::Bend> Curve::bends(double from_m, double to_m, std::size_t perPiece) const {
    std::vector<Bend> bends{{0, 0, false}};
    for (const Piece& piece : m_pieces) {
        const double begin_m = std::max(from_m - piece.start_m, 0.0);
        const double end_m = std::min(to_m - piece.start_m, piece.length_m);
        if (end_m - begin_m > tolerance_m) addBends(piece, begin_m, end_m, std::max<std::size_t>(perPiece, 1), bends);
    }
    return bends;
}

void Curve::sample(const Piece& piece, double from, double to, int depth, double deviation_m,
                   std::vector<Sample>& samples) const {
    const double middle = (from + to) / 2;
    const Metric_m start = cast(piece.control, from);
    const Metric_m end = cast(piece.control, to);
    const auto off_m = [&](double share) {
        return fromChord_m(cast(piece.control, from + share * (to - from)), start, end);
    };
    // At least once halved: a curve like an S meets its chord in the middle.
    if (depth < 2 || (depth < 12 && std::max({off_m(0.25), off_m(0.5), off_m(0.75)}) > deviation_m)) {
        sample(piece, from, middle, depth + 1, deviation_m, samples);
        sample(piece, middle, to, depth + 1, deviation_m, samples);
        return;
    }
    if (to < 1) {
        const auto next = std::ranges::lower_bound(piece.parameters, to);
        const auto bound = static_cast<std::size_t>(next - piece.parameters.begin());
        const double within_m =
            *next == to ? piece.lengths_m[bound]
                        : piece.lengths_m[bound - 1] + measured_m(piece.velocity, piece.parameters[bound - 1], to);
        samples.push_back({m_frame.toWaypoint(end), piece.start_m + within_m});
    }
}

std::vector<Curve::Sample> Curve::sampled(double deviation_m) const {
    std::vector<Sample> samples{{m_pieces.front().from, 0}};
    for (const Piece& piece : m_pieces) {
        if (!piece.straight) sample(piece, 0, 1, 0, std::max(deviation_m, 1e-3), samples);
        samples.push_back({piece.to, piece.start_m + piece.length_m});
    }
    return samples;
}

} // namespace haneul::route
