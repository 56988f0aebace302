#pragma once

#include "ui/map/label_layout.h"
#include "ui/scene3d/scene_contents.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace haneul::scene3d {

// The line on the ground along which a section looks at the traffic from the side.
struct SectionAxis {
    geo::Enu_m middle;
    double bearing_deg = 90; // of its right end
    double halfLength_m = 1'000;

    [[nodiscard]] double along(geo::Enu_m place) const;  // metres to the right of the middle
    [[nodiscard]] double across(geo::Enu_m place) const; // metres behind (positive) or before the line
};

// West to east through the middle of the area; or the course of the selected track, through its place.
[[nodiscard]] SectionAxis sectionAxis(const SceneContents& contents, bool alongSelected);

// Heights over ground distance, painted without OpenGL: what is left of the 3D view where there is none, and a profile
// below it where there is. Same tracks, same selection, same clock. The wheel or + and - choose how high the section
// reaches; what flies above it stands at its upper edge with an arrow. A click selects, Escape clears the selection,
// Space turns the section along the selected track and back.
class SectionView : public QWidget {
    Q_OBJECT

public:
    SectionView(const SceneContents& contents, QWidget* parent); // `contents` outlives it

    void contentsChanged() { update(); }

    void setAlongSelected(bool along);

    [[nodiscard]] bool alongSelected() const { return m_alongSelected; }

    void setTop(double metres); // 100 .. 20,000; 0: the highest track

    [[nodiscard]] std::optional<QPointF> pixelOf(const traffic::TrackId& id) const;
    [[nodiscard]] traffic::TrackPtr trackAt(QPointF pixel) const;

    [[nodiscard]] std::size_t drawnTracks() const { return m_drawnTracks; } // in the last painting

    [[nodiscard]] std::size_t drawnLabels() const { return m_drawnLabels; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Frame { // of one painting
        QRectF plot;
        SectionAxis axis;
        double top_m = 0;
        bool compressed = false; // high sections: by the square root, or all that flies low would be one line

        [[nodiscard]] double x(double along_m) const;
        [[nodiscard]] double y(double height_m) const; // above the top: at the edge
    };

    [[nodiscard]] Frame frame() const;
    [[nodiscard]] std::optional<QPointF> pixelOf(const StagedTrack& staged, const Frame& frame) const;
    [[nodiscard]] const StagedTrack* nearest(QPointF pixel) const;
    void drawGrid(QPainter& painter, const Frame& frame) const;
    void drawTrail(QPainter& painter, const StagedTrack& staged, const Frame& frame) const;
    void drawTrack(QPainter& painter, const StagedTrack& staged, QPointF pixel, const Frame& frame) const;
    void drawLabels(QPainter& painter, const Frame& frame);
    void stepTop(int steps);

    const SceneContents& m_contents;
    bool m_alongSelected = false;
    double m_top_m = 0;
    std::size_t m_drawnTracks = 0;
    std::size_t m_drawnLabels = 0;
};

} // namespace haneul::scene3d
