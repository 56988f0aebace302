#pragma once

#include "core/traffic/track.h"

#include <QPointF>

#include <array>
#include <cstdint>
#include <vector>

namespace haneul::map {

// Outline first, colour second: the class of a track is told by its shape, its state by filled, hollow or cross.
enum class SymbolShape : std::uint8_t {
    Diamond,  // cooperative UAS
    Aircraft, // ADS-B, pointing along its course
    Disc,     // ADS-B without a course
    Chevron,  // autopilot heard directly, pointing along its course
    Square,   // the same without a course
    Hexagon,  // broadcast Remote ID
    Triangle, // uncorrelated: no source that is known
    Cross,    // lost: where it was last, whatever it is
    Halo,     // ring around the selected track
    HoverRing,
    Count,
};

// Which of the layer's colours a vertex takes.
enum class SymbolColor : std::uint8_t {
    Symbol, // of the source, or grey
    Casing, // of the background: keeps symbols off lines and each other
    Inside, // filling of a hollow symbol
    Clear,  // fully transparent: the outer end of an antialiased edge
    Count,
};

struct SymbolVertex {
    float x = 0; // pixels, nose to -y
    float y = 0;
    SymbolColor color = SymbolColor::Symbol;
};

// Triangles with antialiasing built in: edges end in a rim of clear vertices, so no multisampling is needed.
struct SymbolMesh {
    std::vector<SymbolVertex> vertices;
    std::vector<std::uint16_t> indices;
};

class SymbolMeshes {
public:
    SymbolMeshes();

    [[nodiscard]] const SymbolMesh& solid(SymbolShape shape) const { return m_solid[static_cast<std::size_t>(shape)]; }

    [[nodiscard]] const SymbolMesh& hollow(SymbolShape shape) const {
        return m_hollow[static_cast<std::size_t>(shape)];
    }

private:
    std::array<SymbolMesh, static_cast<std::size_t>(SymbolShape::Count)> m_solid;
    std::array<SymbolMesh, static_cast<std::size_t>(SymbolShape::Count)> m_hollow;
};

[[nodiscard]] SymbolShape shapeOf(const traffic::Track& track);

} // namespace haneul::map
