#pragma once

#include "ui/scene3d/frame_meter.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/scene_contents.h"
#include "ui/scene3d/scene_graph.h"
#include "ui/scene3d/scene_words.h"

#include <QElapsedTimer>
#include <QOpenGLWidget>
#include <QTimer>

#include <osg/ref_ptr>
#include <osgViewer/GraphicsWindow>
#include <osgViewer/Viewer>

namespace haneul::scene3d {

// Why there is no OpenGL as it is needed; empty: there is.
[[nodiscard]] QString whyNoOpenGl();

// The picture by OpenGL. It reads `contents`, which outlives it and is changed by others; they tell it what to do anew.
class SceneWidget : public QOpenGLWidget {
    Q_OBJECT

public:
    SceneWidget(const SceneContents& contents, QWidget* parent);
    ~SceneWidget() override;

    void groundChanged(); // area, base map or theme
    void tracksChanged();
    void wordsChanged(); // the clock, a ring

    void goTo(const CameraPose& pose); // smoothly, or at once with reduced motion
    void jumpTo(const CameraPose& pose);
    void showOverview();

    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    [[nodiscard]] CameraPose destination() const { return m_moving ? m_moveTo : m_camera.pose(); }

    [[nodiscard]] const OrbitCamera& camera() const { return m_camera; }

    [[nodiscard]] const SceneGraph& graph() const { return m_graph; }

    [[nodiscard]] std::size_t labels() const { return m_written.labels(); }

    [[nodiscard]] const FrameMeter& meter() const { return m_meter; }

    void forgetCosts() { m_meter.clear(); }

    [[nodiscard]] bool softwareDrawn() const { return m_software; }

    [[nodiscard]] const StagedTrack* nearest(QPointF pixel) const;

Q_SIGNALS:
    void panned(); // by hand
    void moved();  // the eye is somewhere else
    void overviewAsked();
    void slow();        // the last five seconds were
    void contextLost(); // nothing can be drawn any more

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class Words;

    void releaseGl();
    void buildViewer();
    void eyeMoved();
    void moveByHand();
    void step();
    void measure(double cost_ms);
    void expectContext();
    void repaintAll();

    const SceneContents& m_contents;
    SceneGraph m_graph;
    OrbitCamera m_camera;
    SceneWords m_written;
    Words* m_words;
    FrameMeter m_meter;
    QElapsedTimer m_clock;
    bool m_overview = true;         // nobody has moved the eye yet: a resize fits the area again
    bool m_contextExpected = false; // it is being waited for
    bool m_wasInSight = false;      // at the last look
    bool m_stale = true;
    bool m_software = false;
    bool m_reducedMotion = false;
    QTimer m_animation;
    bool m_moving = false;
    CameraPose m_moveFrom;
    CameraPose m_moveTo;
    qint64 m_moveBegan_ms = 0;
    osg::ref_ptr<osgViewer::Viewer> m_viewer;
    osg::ref_ptr<osgViewer::GraphicsWindowEmbedded> m_window;
    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedFrom;
    bool m_dragging = false;
};

} // namespace haneul::scene3d
