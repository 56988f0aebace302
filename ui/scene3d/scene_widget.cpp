#include "ui/scene3d/scene_widget.h"

#include "ui/scene3d/scene3d_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QPainter>

#include <osg/Notify>

#include <algorithm>
#include <cmath>
#include <utility>

namespace haneul::scene3d {

using theme::ColorRole;

namespace {

constexpr double pickRadius_px = 12.0;
constexpr double degreesPerPixel = 0.3;
constexpr double keyOrbit_deg = 5.0;
constexpr double keyPan_px = 60.0;
constexpr double zoomPerNotch = 1.2;
constexpr qint64 moveTakes_ms = 400;
constexpr int moveStep_ms = 40; // software OpenGL draws no more than that
constexpr milliseconds contextWait{1'000};

QSurfaceFormat wantedFormat() {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setProfile(QSurfaceFormat::CompatibilityProfile); // OSG 3.6 uses fixed-function state
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8); // QPainter
    format.setSamples(4);
    return format;
}

osg::Vec4 vec4(const QColor& color) {
    return {color.redF(), color.greenF(), color.blueF(), 1.0F};
}

} // namespace

QString whyNoOpenGl() {
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    context.setShareContext(QOpenGLContext::globalShareContext());
    if (!context.create()) return Scene3DView::tr("this display offers no OpenGL");
    if (context.isOpenGLES()) return Scene3DView::tr("this display offers OpenGL ES only");
    return {};
}

// Words and rings in a widget of their own above the GL frame: QPainter in paintGL draws nothing in a pass in which OSG
// has drawn (Qt 6.8 with OSG 3.6), whatever state is restored between them.
class SceneWidget::Words : public QWidget {
public:
    explicit Words(SceneWidget& scene)
        : QWidget(&scene)
        , m_scene(scene) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(font());
        m_scene.m_written.draw(painter, size(), m_scene.m_contents, m_scene.m_camera, m_scene.m_graph);
    }

private:
    SceneWidget& m_scene;
};

SceneWidget::SceneWidget(const SceneContents& contents, QWidget* parent)
    : QOpenGLWidget(parent)
    , m_contents(contents)
    , m_words(new Words(*this)) {
    osg::setNotifyLevel(osg::WARN); // otherwise a banner for every closed view
    setFormat(wantedFormat());
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_clock.start();
    m_animation.setInterval(moveStep_ms);
    connect(&m_animation, &QTimer::timeout, this, &SceneWidget::step);
    m_graph.setGround(m_contents);
    connect(m_contents.selection, &models::Selection::selectedChanged, this, &SceneWidget::tracksChanged);
    connect(m_contents.selection, &models::Selection::hoveredChanged, this, &SceneWidget::wordsChanged);
}

SceneWidget::~SceneWidget() {
    releaseGl();
}

void SceneWidget::releaseGl() {
    if (!m_viewer) return;
    makeCurrent();
    m_viewer->getCamera()->releaseGLObjects(m_window->getState());
    m_graph.root()->releaseGLObjects(m_window->getState());
    m_window->getState()->reset();
    m_viewer->setSceneData(nullptr);
    m_viewer = nullptr;
    m_window = nullptr;
    doneCurrent();
}

void SceneWidget::initializeGL() {
    const auto* renderer = reinterpret_cast<const char*>(context()->functions()->glGetString(GL_RENDERER));
    const QString name = QString::fromLatin1(renderer).toLower();
    m_software = name.contains(QStringLiteral("llvmpipe")) || name.contains(QStringLiteral("softpipe")) ||
                 name.contains(QStringLiteral("software"));
    buildViewer();
}

void SceneWidget::buildViewer() {
    // Called again when the widget got another context (moved to another window without shared contexts): what the old
    // viewer held is gone with the old context, so a fresh one is made.
    if (m_viewer) {
        m_graph.root()->releaseGLObjects(nullptr);
        m_viewer->setSceneData(nullptr);
    }
    m_viewer = new osgViewer::Viewer;
    m_viewer->setThreadingModel(osgViewer::ViewerBase::SingleThreaded);
    m_window = new osgViewer::GraphicsWindowEmbedded(0, 0, std::max(1, width()), std::max(1, height()));
    osg::Camera* camera = m_viewer->getCamera();
    camera->setGraphicsContext(m_window);
    camera->setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
    camera->setCullingMode(osg::CullSettings::NO_CULLING);
    m_viewer->setLightingMode(osg::View::NO_LIGHT);
    m_viewer->setKeyEventSetsDone(0);
    m_viewer->setQuitEventSetsDone(false);
    m_viewer->setSceneData(m_graph.root());
    m_viewer->realize();
}

void SceneWidget::resizeGL(int width, int height) {
    m_camera.setView(QSizeF(std::max(1, width), std::max(1, height)));
    m_words->setGeometry(rect());
    m_stale = true;
    if (m_overview) m_camera.showOverview(m_contents.stage.area().halfWidth_m);
    m_words->update();
}

void SceneWidget::showEvent(QShowEvent* event) {
    QOpenGLWidget::showEvent(event);
    expectContext();
}

// A widget whose context could not be made is never told to draw. Behind a tab it counts as visible, but lies outside
// the window and gets no context: it is missed only where the widget has been in sight for a whole wait.
void SceneWidget::expectContext() {
    if (isValid() || m_contextExpected) return;
    m_contextExpected = true;
    QTimer::singleShot(contextWait, this, [this] {
        m_contextExpected = false;
        const bool inSight = isVisible() && window()->isVisible() && !visibleRegion().isEmpty();
        if (std::exchange(m_wasInSight, inSight) && inSight && !isValid()) Q_EMIT contextLost();
    });
}

void SceneWidget::groundChanged() {
    m_graph.setGround(m_contents);
    tracksChanged();
}

void SceneWidget::tracksChanged() {
    m_stale = true;
    repaintAll();
}

void SceneWidget::wordsChanged() {
    m_words->update();
}

void SceneWidget::repaintAll() {
    expectContext();
    update();
    m_words->update();
}

void SceneWidget::showOverview() {
    m_camera.setView(QSizeF(std::max(1, width()), std::max(1, height())));
    m_overview = true;
    jumpTo(m_camera.fitted(0, OrbitCamera::overviewElevation_deg, m_contents.stage.area().halfWidth_m));
    m_overview = true;
}

void SceneWidget::jumpTo(const CameraPose& pose) {
    m_moving = false;
    m_animation.stop();
    m_camera.setPose(pose);
    m_overview = false;
    eyeMoved();
}

void SceneWidget::goTo(const CameraPose& pose) {
    if (m_reducedMotion || !isVisible()) return jumpTo(pose);
    m_overview = false;
    m_moveFrom = m_camera.pose();
    m_moveTo = pose;
    m_moveBegan_ms = m_clock.elapsed();
    m_moving = true;
    m_animation.start();
}

void SceneWidget::step() {
    const double part =
        std::min(1.0, static_cast<double>(m_clock.elapsed() - m_moveBegan_ms) / static_cast<double>(moveTakes_ms));
    m_camera.setPose(between(m_moveFrom, m_moveTo, part * part * (3 - 2 * part)));
    if (part >= 1) {
        m_moving = false;
        m_animation.stop();
    }
    eyeMoved();
}

void SceneWidget::eyeMoved() {
    m_stale = true; // symbols keep their size on the screen
    repaintAll();
    Q_EMIT moved();
}

void SceneWidget::moveByHand() {
    m_moving = false;
    m_animation.stop();
    m_overview = false;
    eyeMoved();
}

const StagedTrack* SceneWidget::nearest(QPointF pixel) const {
    const StagedTrack* best = nullptr;
    double bestDistance = pickRadius_px;
    for (const StagedTrack& staged : m_contents.stage.tracks()) {
        const auto at = m_camera.pixelOf(staged.place);
        if (!at) continue;
        const double distance = std::hypot(at->x() - pixel.x(), at->y() - pixel.y());
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = &staged;
        }
    }
    return best;
}

void SceneWidget::paintGL() {
    if (!m_viewer) return;
    QElapsedTimer cost;
    cost.start();
    if (m_stale) {
        m_graph.setTracks(m_contents, m_camera);
        m_stale = false;
    }
    const double ratio = devicePixelRatio();
    const int width_px = static_cast<int>(std::lround(width() * ratio));
    const int height_px = static_cast<int>(std::lround(height() * ratio));
    m_window->setDefaultFboId(defaultFramebufferObject());
    m_window->resized(0, 0, width_px, height_px);
    osg::Camera* camera = m_viewer->getCamera();
    camera->setViewport(0, 0, width_px, height_px);
    camera->setClearColor(vec4(m_contents.theme.color(ColorRole::Base)));
    camera->setViewMatrix(m_camera.viewMatrix());
    camera->setProjectionMatrix(m_camera.projectionMatrix());
    m_viewer->frame();
    if (m_software) context()->functions()->glFinish(); // drawn by this processor: its time is part of the price
    measure(static_cast<double>(cost.nsecsElapsed()) * 1e-6);
}

void SceneWidget::measure(double cost_ms) {
    m_meter.add(milliseconds{m_clock.elapsed()}, cost_ms);
    if (m_software && m_meter.tooSlow()) QTimer::singleShot(0, this, &SceneWidget::slow);
}

void SceneWidget::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->position();
    m_draggedFrom = event->position();
    m_dragging = false;
}

void SceneWidget::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressedAt) {
        const StagedTrack* under = nearest(event->position());
        m_contents.selection->hover(under ? under->track->id : traffic::TrackId());
        return;
    }
    if (!m_dragging && (event->position() - *m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
    m_dragging = true;
    const QPointF by = event->position() - m_draggedFrom;
    m_draggedFrom = event->position();
    const bool panning = !event->buttons().testFlag(Qt::LeftButton) || event->modifiers().testFlag(Qt::ShiftModifier);
    if (panning) {
        m_camera.pan(by);
        Q_EMIT panned();
    } else {
        m_camera.orbit(by.x() * degreesPerPixel, by.y() * degreesPerPixel);
    }
    moveByHand();
}

void SceneWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging && event->button() == Qt::LeftButton)
        if (const StagedTrack* staged = nearest(event->position())) m_contents.selection->select(staged->track->id);
    m_pressedAt.reset();
    m_dragging = false;
}

void SceneWidget::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120.0; // eighths of a degree, QWheelEvent::angleDelta
    m_camera.zoom(std::pow(zoomPerNotch, event->angleDelta().y() / notch));
    moveByHand();
    event->accept();
}

void SceneWidget::keyPressEvent(QKeyEvent* event) {
    const bool panning = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto move = [&](double right, double down) {
        if (panning) {
            m_camera.pan(QPointF(-right, -down) * keyPan_px);
            Q_EMIT panned();
        } else {
            m_camera.orbit(right * keyOrbit_deg, -down * keyOrbit_deg);
        }
        moveByHand();
    };
    const auto zoom = [&](double factor) {
        m_camera.zoom(factor);
        moveByHand();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: // + without Shift
        return zoom(zoomPerNotch);
    case Qt::Key_Minus:
        return zoom(1.0 / zoomPerNotch);
    case Qt::Key_Home:
        Q_EMIT overviewAsked();
        return;
    case Qt::Key_Escape:
        return m_contents.selection->clear();
    default:
        QOpenGLWidget::keyPressEvent(event);
    }
}

void SceneWidget::leaveEvent(QEvent* event) {
    m_contents.selection->hover({});
    QOpenGLWidget::leaveEvent(event);
}

} // namespace haneul::scene3d
