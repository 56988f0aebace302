#pragma once

#include "ui/map/label_layout.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/scene_contents.h"
#include "ui/scene3d/scene_graph.h"

#include <QFont>
#include <QPainter>

#include <optional>
#include <unordered_map>

namespace haneul::scene3d {

// Everything written over the scene, in screen space: clock and mode, legend, compass letters, distances of the range
// rings, figures of the height scale, names on the ground and of nodes, labels of tracks that do not cover each other.
class SceneWords {
public:
    void draw(QPainter& painter, QSizeF view, const SceneContents& contents, const OrbitCamera& camera,
              const SceneGraph& graph);

    [[nodiscard]] std::size_t labels() const { return m_placeOf.size(); } // of tracks

private:
    struct Scene;

    struct Candidate {
        const StagedTrack* staged;
        QPointF pixel;
        double rank; // smaller: first
    };

    static void drawClock(Scene& scene);
    static void drawLegend(Scene& scene);
    static void drawRings(Scene& scene);
    static void drawHeights(Scene& scene);
    static void drawGroundNames(Scene& scene);
    static void drawNodeNames(Scene& scene);
    static void drawHits(Scene& scene);
    static void drawConflicts(Scene& scene);
    static void drawPathNames(Scene& scene);
    static void drawPlanNames(Scene& scene, bool important);
    static void drawHalo(Scene& scene, const traffic::TrackId& id, theme::ColorRole role, double width);
    void drawLabels(Scene& scene);
    void drawLabel(Scene& scene, const Candidate& candidate);
    [[nodiscard]] std::vector<Candidate> candidates(const Scene& scene) const;

    std::unordered_map<traffic::TrackId, std::size_t> m_placeOf; // which place its label has
    std::unordered_map<traffic::TrackId, std::size_t> m_placeBefore;
};

} // namespace haneul::scene3d
