#pragma once

#include "ui/map/track_geometry.h"

namespace haneul::map {

// The dots of all trails around the view: small and faint where they are old, each at a place that was reported.
// They change only when a step of traffic::Trail is over, and are therefore a list of their own.
class TrailGeometry {
public:
    void build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme, const TrackLook& look);

    // Four a dot, corners of the square around it: DotMaterial makes it round.
    [[nodiscard]] std::span<const TrackVertex> vertices() const { return m_vertices; }

    [[nodiscard]] std::span<const std::uint32_t> indices() const { return m_indices; }

    [[nodiscard]] const MercatorRegion& region() const { return m_region; }

    [[nodiscard]] geo::Mercator origin() const { return m_region.center; }

    [[nodiscard]] std::size_t dots() const { return m_vertices.size() / 4; }

private:
    MercatorRegion m_region;
    std::vector<TrackVertex> m_vertices;
    std::vector<std::uint32_t> m_indices;
};

} // namespace haneul::map
