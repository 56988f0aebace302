#include "ui/map/symbol_mesh.h"

#include "ui/map/track_text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {

using Outline = std::vector<QPointF>; // clockwise on the screen (y down)

Outline regular(int corners, double radius, double firstCorner_deg) {
    Outline outline;
    for (int i = 0; i < corners; ++i) {
        const double angle = (firstCorner_deg + 360.0 * i / corners) * std::numbers::pi / 180.0;
        outline.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    return outline;
}

Outline outlineOf(SymbolShape shape) {
    switch (shape) {
    case SymbolShape::Diamond:
        return regular(4, 7.0, -90.0);
    case SymbolShape::Aircraft:
        return {{0, -10}, {1.8, -6},  {1.9, -2.5}, {10.2, 4.2}, {1.9, 2.8},   {1.4, 7},     {4.2, 10},
                {0, 8.8}, {-4.2, 10}, {-1.4, 7},   {-1.9, 2.8}, {-10.2, 4.2}, {-1.9, -2.5}, {-1.8, -6}};
    case SymbolShape::Disc:
        return regular(10, 5.5, -90.0);
    case SymbolShape::Chevron:
        return {{0, -8}, {7, 7}, {3.2, 7}, {0, 0}, {-3.2, 7}, {-7, 7}};
    case SymbolShape::Square:
        return regular(4, 6.6, -45.0);
    case SymbolShape::Hexagon:
        return regular(6, 6.8, 0.0);
    case SymbolShape::Triangle:
        return regular(3, 7.6, -90.0);
    case SymbolShape::Cross: {
        const Outline plus{{-1, -7}, {1, -7}, {1, -1}, {7, -1}, {7, 1},   {1, 1},
                           {1, 7},   {-1, 7}, {-1, 1}, {-7, 1}, {-7, -1}, {-1, -1}};
        Outline cross;
        for (const QPointF& p : plus)
            cross.emplace_back((p.x() - p.y()) * std::numbers::sqrt2 / 2, (p.x() + p.y()) * std::numbers::sqrt2 / 2);
        return cross;
    }
    case SymbolShape::Halo:
        return regular(40, 14.0, 0.0);
    case SymbolShape::HoverRing:
        return regular(40, 13.0, 0.0);
    case SymbolShape::Count:
        break;
    }
    return {};
}

double cross(QPointF a, QPointF b) {
    return a.x() * b.y() - a.y() * b.x();
}

QPointF unit(QPointF p) {
    const double length = std::hypot(p.x(), p.y());
    return length > 0 ? p / length : p;
}

// Every edge moved outwards by `distance_px`; sharp corners are cut off at 2.5 times that, or they become needles.
Outline outset(const Outline& outline, double distance_px) {
    constexpr double longestMiter = 2.5;
    Outline moved;
    const std::size_t n = outline.size();
    for (std::size_t i = 0; i < n; ++i) {
        const QPointF in = unit(outline[i] - outline[(i + n - 1) % n]);
        const QPointF out = unit(outline[(i + 1) % n] - outline[i]);
        const QPointF normalIn(in.y(), -in.x());
        const QPointF normalOut(out.y(), -out.x());
        const QPointF middle = unit(normalIn + normalOut);
        const double miter = 1.0 / std::max(QPointF::dotProduct(middle, normalIn), 1.0 / longestMiter);
        moved.push_back(outline[i] + middle * miter * distance_px);
    }
    return moved;
}

bool insideTriangle(QPointF p, QPointF a, QPointF b, QPointF c) {
    return cross(b - a, p - a) >= 0 && cross(c - b, p - b) >= 0 && cross(a - c, p - c) >= 0;
}

// Ear clipping; the outlines are simple polygons of at most 40 corners, triangulated once.
std::vector<std::uint16_t> triangulate(const Outline& outline) {
    std::vector<std::uint16_t> left(outline.size());
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i] = static_cast<std::uint16_t>(i);
    std::vector<std::uint16_t> indices;
    const auto isEar = [&](std::size_t i) {
        const std::size_t n = left.size();
        const std::uint16_t before = left[(i + n - 1) % n];
        const std::uint16_t here = left[i];
        const std::uint16_t after = left[(i + 1) % n];
        const QPointF a = outline[before];
        const QPointF b = outline[here];
        const QPointF c = outline[after];
        if (cross(b - a, c - b) <= 0) return false;
        return std::ranges::none_of(left, [&](std::uint16_t k) {
            return k != before && k != here && k != after && insideTriangle(outline[k], a, b, c);
        });
    };
    while (left.size() > 2) {
        std::size_t ear = 0;
        while (ear < left.size() && !isEar(ear))
            ++ear;
        if (ear == left.size()) break;
        const std::size_t n = left.size();
        indices.insert(indices.end(), {left[(ear + n - 1) % n], left[ear], left[(ear + 1) % n]});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
    }
    return indices;
}

struct Ring {
    double distance_px;
    SymbolColor color;
};

// Concentric outlines, joined by bands; the innermost is filled when `filled`.
SymbolMesh banded(const Outline& outline, std::initializer_list<Ring> rings, bool filled) {
    SymbolMesh mesh;
    const auto n = static_cast<std::uint16_t>(outline.size());
    if (filled) mesh.indices = triangulate(outline);
    for (const Ring& ring : rings) {
        const auto base = static_cast<std::uint16_t>(mesh.vertices.size());
        for (const QPointF& p : outset(outline, ring.distance_px))
            mesh.vertices.push_back({static_cast<float>(p.x()), static_cast<float>(p.y()), ring.color});
        if (base == 0) continue;
        const auto inner = static_cast<std::uint16_t>(base - n);
        for (std::uint16_t i = 0; i < n; ++i) {
            const auto next = static_cast<std::uint16_t>((i + 1) % n);
            for (const int index : {inner + i, base + i, base + next, inner + i, base + next, inner + next})
                mesh.indices.push_back(static_cast<std::uint16_t>(index));
        }
    }
    return mesh;
}

SymbolMesh solidMesh(SymbolShape shape) {
    using enum SymbolColor;
    const Outline outline = outlineOf(shape);
    if (shape == SymbolShape::Halo)
        return banded(outline, {{-1.6, Clear}, {-0.8, Symbol}, {1.2, Symbol}, {2.0, Casing}, {3.2, Clear}}, false);
    if (shape == SymbolShape::HoverRing)
        return banded(outline, {{-1.1, Clear}, {-0.4, Symbol}, {0.4, Symbol}, {1.1, Clear}}, false);
    return banded(outline, {{0.0, Symbol}, {0.8, Casing}, {2.0, Clear}}, true);
}

SymbolMesh hollowMesh(SymbolShape shape) {
    using enum SymbolColor;
    if (shape == SymbolShape::Halo || shape == SymbolShape::HoverRing || shape == SymbolShape::Cross)
        return solidMesh(shape);
    return banded(outlineOf(shape), {{-0.8, Inside}, {-0.1, Symbol}, {1.1, Symbol}, {1.8, Casing}, {2.8, Clear}}, true);
}

} // namespace

SymbolMeshes::SymbolMeshes() {
    for (std::size_t i = 0; i < m_solid.size(); ++i) {
        m_solid[i] = solidMesh(static_cast<SymbolShape>(i));
        m_hollow[i] = hollowMesh(static_cast<SymbolShape>(i));
    }
}

SymbolShape shapeOf(const traffic::Track& track) {
    if (track.state == traffic::TrackState::Lost) return SymbolShape::Cross;
    const bool pointed = reliableCourse_deg(track).has_value();
    switch (theme::sourceClassOf(track)) {
    case theme::SourceClass::Cooperative:
        return SymbolShape::Diamond;
    case theme::SourceClass::RemoteId:
        return SymbolShape::Hexagon;
    case theme::SourceClass::Crewed:
        return pointed ? SymbolShape::Aircraft : SymbolShape::Disc;
    case theme::SourceClass::Autopilot:
        return pointed ? SymbolShape::Chevron : SymbolShape::Square;
    case theme::SourceClass::Uncorrelated:
    case theme::SourceClass::Count:
        break;
    }
    return SymbolShape::Triangle;
}

} // namespace haneul::map
