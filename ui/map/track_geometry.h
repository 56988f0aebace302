#pragma once

#include "ui/map/camera.h"
#include "ui/map/symbol_mesh.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_look.h"
#include "ui/theme/theme.h"

#include <QRgb>

#include <cstdint>
#include <span>
#include <vector>

namespace haneul::map {

// As the shader takes it: place relative to the origin times 2^20 (float is exact to 0.1 px at zoom 19 within 100 km),
// then pixels on the screen.
struct TrackVertex {
    float x, y;
    float offsetX_px, offsetY_px;
    std::uint8_t r, g, b, a; // premultiplied
};

static_assert(sizeof(TrackVertex) == 20);

inline constexpr double mercatorUnit = 1048576.0; // 2^20

[[nodiscard]] bool hasVector(const traffic::Track& track); // live, and moving
// Where a track will be after that time on its course, as a step in the Mercator square; needs a velocity.
[[nodiscard]] geo::Mercator vectorStep(const traffic::Track& track, geo::Mercator place, double seconds);

// Part of the Mercator square, around a centre (x does not wrap).
struct MercatorRegion {
    geo::Mercator center;
    double halfWidth = 0;
    double halfHeight = 0;

    [[nodiscard]] static MercatorRegion
    around(const MapCamera& camera); // with a margin, so that small pans cost nothing

    [[nodiscard]] double relativeX(double x) const; // to the centre, the shorter way round
    [[nodiscard]] bool near(geo::Mercator place) const;
    [[nodiscard]] bool covers(const MapCamera& camera) const;
    // Not so much larger than the view that most of the vertex work is for nothing.
    [[nodiscard]] bool suits(const MapCamera& camera) const;
};

struct TrackMarks {
    traffic::TrackId selected;
    traffic::TrackId hovered;
};

// All symbols and speed vectors around the view as one list of triangles: vectors, symbols, hovered, selected last.
class TrackGeometry {
public:
    void build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme, const TrackMarks& marks,
               const TrackLook& look = {});

    [[nodiscard]] std::span<const TrackVertex> vertices() const { return m_vertices; }

    [[nodiscard]] std::span<const std::uint32_t> indices() const { return m_indices; }

    [[nodiscard]] const MercatorRegion& region() const { return m_region; }

    [[nodiscard]] geo::Mercator origin() const { return m_region.center; }

    [[nodiscard]] std::size_t drawn() const { return m_drawn; } // tracks inside the region

private:
    struct Colors;
    void addTrack(const PlacedTrack& placed, const Colors& colors, const TrackMarks& marks);
    void addVector(const PlacedTrack& placed, QRgb color);
    void addMesh(const SymbolMesh& mesh, float x, float y, double course_deg, const QRgb* colors);

    SymbolMeshes m_meshes;
    MercatorRegion m_region;
    std::vector<TrackVertex> m_vertices;
    std::vector<std::uint32_t> m_indices;
    std::size_t m_drawn = 0;
    TrackLook m_look;
};

} // namespace haneul::map
