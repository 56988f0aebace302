#include "ui/scene3d/scene3d_view.h"

#include "ui/map/label_layout.h"
#include "ui/map/track_text.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/scene_graph.h"
#include "ui/scene3d/track_stage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <osg/Notify>
#include <osgViewer/GraphicsWindow>
#include <osgViewer/Viewer>

#include <algorithm>
#include <cmath>
#include <functional>

namespace haneul::scene3d {

namespace {

using theme::ColorRole;

constexpr double pickRadius_px = 12.0;
constexpr double symbol_px = 7.0; // half a symbol at the point looked at
constexpr double degreesPerPixel = 0.3;
constexpr double keyOrbit_deg = 5.0;
constexpr double keyPan_px = 60.0;
constexpr double zoomPerNotch = 1.2;
constexpr std::size_t maxLabels = 40;
constexpr double defaultExaggeration = 3.0; // drones fly at 100 m over cities of 20 km, aeroplanes at 2,500 m
constexpr double smallestExaggeration = 1.0;
constexpr double largestExaggeration = 20.0;
constexpr Area startArea{{37.55, 126.99}, 15'000.0};

QSurfaceFormat wantedFormat() {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setProfile(QSurfaceFormat::CompatibilityProfile); // OSG 3.6 uses fixed-function state
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8); // QPainter
    format.setSamples(4);
    return format;
}

// Empty when OpenGL is to be had.
QString whyNoOpenGl() {
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    context.setShareContext(QOpenGLContext::globalShareContext());
    if (!context.create()) return Scene3DView::tr("this display offers no OpenGL");
    if (context.isOpenGLES()) return Scene3DView::tr("this display offers OpenGL ES only");
    return {};
}

QString lengthText(double length_m) {
    return length_m >= 1000.0 ? QString(QString::number(length_m / 1000.0) % QStringLiteral(" km"))
                              : QString(QString::number(length_m) % QStringLiteral(" m"));
}

osg::Vec4 vec4(const QColor& color) {
    return {color.redF(), color.greenF(), color.blueF(), 1.0F};
}

// Words and rings in a widget of their own above the GL frame: QPainter in paintGL draws nothing in a pass in which OSG
// has drawn (Qt 6.8 with OSG 3.6), whatever state is restored between them.
class WordsWidget : public QWidget {
public:
    using Draw = std::function<void(QPainter&)>;

    WordsWidget(Draw draw, QWidget* parent)
        : QWidget(parent)
        , m_draw(std::move(draw)) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_draw(painter);
    }

private:
    Draw m_draw;
};

class SceneWidget : public QOpenGLWidget {
public:
    SceneWidget(const theme::Theme& startTheme, models::Selection* shared, QWidget* parent);
    ~SceneWidget() override;

    void setTheme(const theme::Theme& next);
    void setSituation(situation::SituationPtr next);
    void setArea(const Area& area);
    void setExaggeration(double factor);
    void showOverview();
    [[nodiscard]] std::optional<QPointF> pixelOf(const traffic::TrackId& id) const;
    [[nodiscard]] const StagedTrack* nearest(QPointF pixel) const;

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void releaseGl();
    void tracksChanged();
    void repaintAll();
    void drawWords(QPainter& painter) const;
    void drawLabel(QPainter& painter, const StagedTrack& staged, QPointF pixel, map::Occupancy& taken) const;
    void drawRing(QPainter& painter, const traffic::TrackId& id, ColorRole role, double width_px) const;
    [[nodiscard]] std::vector<std::pair<const StagedTrack*, QPointF>> labelled() const;

    theme::Theme m_theme;
    models::Selection* m_selection;
    situation::SituationPtr m_situation;
    SceneGraph m_scene;
    TrackStage m_stage{startArea};
    bool m_areaChosen = false;
    bool m_overview = true; // nobody has moved the eye yet: a resize fits the area again
    OrbitCamera m_camera;
    double m_builtFor_m = 0; // size of symbols in the scene
    bool m_stale = true;
    WordsWidget* m_words;
    osg::ref_ptr<osgViewer::Viewer> m_viewer;
    osg::ref_ptr<osgViewer::GraphicsWindowEmbedded> m_window;
    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedFrom;
    bool m_dragging = false;
};

SceneWidget::SceneWidget(const theme::Theme& startTheme, models::Selection* shared, QWidget* parent)
    : QOpenGLWidget(parent)
    , m_theme(startTheme)
    , m_selection(shared)
    , m_situation(std::make_shared<situation::Situation>()) {
    osg::setNotifyLevel(osg::WARN); // otherwise a banner for every closed view
    setFormat(wantedFormat());
    setFocusPolicy(Qt::StrongFocus);
    m_words = new WordsWidget([this](QPainter& painter) { drawWords(painter); }, this);
    setMouseTracking(true);
    m_stage.setExaggeration(defaultExaggeration);
    m_scene.setGround(m_stage.area(), m_theme);
    connect(shared, &models::Selection::selectedChanged, this, [this] { tracksChanged(); });
    connect(shared, &models::Selection::hoveredChanged, this, [this] { m_words->update(); });
}

SceneWidget::~SceneWidget() {
    releaseGl();
}

void SceneWidget::releaseGl() {
    if (!m_viewer) return;
    makeCurrent();
    m_viewer->getCamera()->releaseGLObjects(m_window->getState());
    m_scene.root()->releaseGLObjects(m_window->getState());
    m_window->getState()->reset();
    m_viewer->setSceneData(nullptr);
    m_viewer = nullptr;
    m_window = nullptr;
    doneCurrent();
}

void SceneWidget::initializeGL() {
    // Called again when the widget got another context (moved to another window without shared contexts): what the old
    // viewer held is gone with the old context, so a fresh one is made.
    if (m_viewer) {
        m_scene.root()->releaseGLObjects(nullptr);
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
    m_viewer->setSceneData(m_scene.root());
    m_viewer->realize();
}

void SceneWidget::resizeGL(int width, int height) {
    m_camera.setView(QSizeF(std::max(1, width), std::max(1, height)));
    m_words->setGeometry(rect());
    if (m_overview) m_camera.showOverview(m_stage.area().halfWidth_m);
    m_words->update();
}

void SceneWidget::setTheme(const theme::Theme& next) {
    m_theme = next;
    m_scene.setGround(m_stage.area(), m_theme);
    tracksChanged();
}

void SceneWidget::setArea(const Area& area) {
    const double exaggeration = m_stage.exaggeration();
    m_areaChosen = true;
    m_stage = TrackStage(area);
    m_stage.setExaggeration(exaggeration);
    m_stage.update(*m_situation);
    m_scene.setGround(area, m_theme);
    showOverview();
    tracksChanged();
}

void SceneWidget::setExaggeration(double factor) {
    m_stage.setExaggeration(std::clamp(factor, smallestExaggeration, largestExaggeration));
    tracksChanged();
}

void SceneWidget::showOverview() {
    m_overview = true;
    m_camera.setView(QSizeF(std::max(1, width()), std::max(1, height())));
    m_camera.showOverview(m_stage.area().halfWidth_m);
    repaintAll();
}

void SceneWidget::setSituation(situation::SituationPtr next) {
    m_situation = std::move(next);
    if (!m_areaChosen)
        if (const auto area = areaOf(*m_situation)) return setArea(*area);
    if (m_stage.update(*m_situation)) tracksChanged();
}

void SceneWidget::tracksChanged() {
    m_stale = true;
    repaintAll();
}

std::optional<QPointF> SceneWidget::pixelOf(const traffic::TrackId& id) const {
    const StagedTrack* staged = m_stage.find(id);
    return staged ? m_camera.pixelOf(staged->place) : std::nullopt;
}

const StagedTrack* SceneWidget::nearest(QPointF pixel) const {
    const StagedTrack* best = nullptr;
    double bestDistance = pickRadius_px;
    for (const StagedTrack& staged : m_stage.tracks()) {
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
    const double wanted_m = symbol_px * m_camera.metresPerPixel();
    if (m_stale || std::abs(wanted_m / m_builtFor_m - 1.0) > 0.15) {
        m_scene.setTracks(m_stage, m_theme, wanted_m, m_selection->selected());
        m_builtFor_m = wanted_m;
        m_stale = false;
    }
    const double ratio = devicePixelRatio();
    const int width_px = static_cast<int>(std::lround(width() * ratio));
    const int height_px = static_cast<int>(std::lround(height() * ratio));
    m_window->setDefaultFboId(defaultFramebufferObject());
    m_window->resized(0, 0, width_px, height_px);
    osg::Camera* camera = m_viewer->getCamera();
    camera->setViewport(0, 0, width_px, height_px);
    camera->setClearColor(vec4(m_theme.color(ColorRole::Base)));
    camera->setViewMatrix(m_camera.viewMatrix());
    camera->setProjectionMatrix(m_camera.projectionMatrix());
    m_viewer->frame();
}

std::vector<std::pair<const StagedTrack*, QPointF>> SceneWidget::labelled() const {
    struct Candidate {
        const StagedTrack* staged;
        QPointF pixel;
        double distance;
    };

    std::vector<Candidate> candidates;
    const osg::Vec3d eye = m_camera.eye();
    const QRectF view(rect());
    for (const StagedTrack& staged : m_stage.tracks()) {
        const auto pixel = m_camera.pixelOf(staged.place);
        if (!pixel || !view.contains(*pixel)) continue;
        const bool chosen = staged.track->id == m_selection->selected() || staged.track->id == m_selection->hovered();
        const osg::Vec3d place(staged.place.east, staged.place.north, staged.place.up);
        candidates.push_back({&staged, *pixel, chosen ? 0.0 : (place - eye).length()});
    }
    const auto kept = std::min(candidates.size(), maxLabels);
    std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(kept), {},
                              &Candidate::distance);
    std::vector<std::pair<const StagedTrack*, QPointF>> labels;
    for (std::size_t i = 0; i < kept; ++i)
        labels.emplace_back(candidates[i].staged, candidates[i].pixel);
    return labels;
}

void SceneWidget::drawLabel(QPainter& painter, const StagedTrack& staged, QPointF pixel, map::Occupancy& taken) const {
    const traffic::Track& track = *staged.track;
    const bool live = track.state == traffic::TrackState::Live;
    const QString text = map::nameOf(track) % QStringLiteral("  ") % map::heightOf(track) %
                         (live ? QString() : QString(QStringLiteral("  ") % map::stateOf(track.state)));
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height() * 0.95);
    const auto place = map::takeLabelPlace(taken, pixel, size, std::nullopt);
    if (!place) return;
    const QRectF area(map::labelTopLeft(*place, pixel, size), size);
    QColor plate = m_theme.color(ColorRole::Base);
    plate.setAlphaF(0.7F);
    painter.fillRect(area, plate);
    painter.setPen(m_theme.color(live && staged.heightKnown ? ColorRole::Text : ColorRole::Stale));
    painter.drawText(area, Qt::AlignCenter, text);
}

void SceneWidget::drawRing(QPainter& painter, const traffic::TrackId& id, ColorRole role, double width_px) const {
    const auto pixel = pixelOf(id);
    if (id.empty() || !pixel) return;
    painter.setPen(QPen(m_theme.color(role), width_px));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(*pixel, 15.0, 15.0);
}

void SceneWidget::repaintAll() {
    update();
    m_words->update();
}

void SceneWidget::drawWords(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(font());
    if (m_selection->hovered() != m_selection->selected())
        drawRing(painter, m_selection->hovered(), ColorRole::SecondaryText, 1.2);
    drawRing(painter, m_selection->selected(), ColorRole::Selection, 2.2);

    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    const QStringList legend{Scene3DView::tr("Heights as reported (AMSL/W84/STD), not reconciled"),
                             Scene3DView::tr("Heights drawn ×%1 · ground at 0 m, no terrain · grid %2 · vectors 30 s")
                                 .arg(m_stage.exaggeration())
                                 .arg(lengthText(m_scene.gridStep_m()))};
    double widest = 0;
    for (const QString& text : legend)
        widest = std::max(widest, metrics.horizontalAdvance(text));
    const QRectF box(10, height() - 14 - line * 2, widest + 12, line * 2 + 4);
    QColor plate = m_theme.color(ColorRole::Panel);
    plate.setAlphaF(0.88F);
    painter.fillRect(box, plate);
    painter.setPen(m_theme.color(ColorRole::SecondaryText));
    for (int i = 0; i < legend.size(); ++i)
        painter.drawText(QPointF(box.left() + 6, box.top() + 2 + metrics.ascent() + line * i), legend[i]);

    map::Occupancy taken(size());
    taken.take(box);
    for (const StagedTrack& staged : m_stage.tracks())
        if (const auto pixel = m_camera.pixelOf(staged.place))
            taken.take(QRectF(*pixel - QPointF(symbol_px, symbol_px), QSizeF(2 * symbol_px, 2 * symbol_px)));
    const double half = m_stage.area().halfWidth_m;
    painter.setPen(m_theme.color(ColorRole::SecondaryText));
    const std::pair<geo::Enu_m, QString> sides[] = {{{0, half * 1.04, 0}, Scene3DView::tr("N", "north")},
                                                    {{half * 1.04, 0, 0}, Scene3DView::tr("E", "east")},
                                                    {{0, -half * 1.04, 0}, Scene3DView::tr("S", "south")},
                                                    {{-half * 1.04, 0, 0}, Scene3DView::tr("W", "west")}};
    for (const auto& [place, letter] : sides)
        if (const auto pixel = m_camera.pixelOf(place)) {
            const QRectF area(*pixel - QPointF(9, 9), QSizeF(18, 18));
            painter.drawText(area, Qt::AlignCenter, letter);
            taken.take(area);
        }
    for (const auto& [staged, pixel] : labelled())
        drawLabel(painter, *staged, pixel, taken);
}

void SceneWidget::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->position();
    m_draggedFrom = event->position();
    m_dragging = false;
}

void SceneWidget::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressedAt) {
        const StagedTrack* under = nearest(event->position());
        m_selection->hover(under ? under->track->id : traffic::TrackId());
        return;
    }
    if (!m_dragging && (event->position() - *m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
    m_dragging = true;
    m_overview = false;
    const QPointF by = event->position() - m_draggedFrom;
    m_draggedFrom = event->position();
    const bool panning = !event->buttons().testFlag(Qt::LeftButton) || event->modifiers().testFlag(Qt::ShiftModifier);
    if (panning)
        m_camera.pan(by);
    else
        m_camera.orbit(by.x() * degreesPerPixel, by.y() * degreesPerPixel);
    repaintAll();
}

void SceneWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging && event->button() == Qt::LeftButton)
        if (const StagedTrack* staged = nearest(event->position())) m_selection->select(staged->track->id);
    m_pressedAt.reset();
    m_dragging = false;
}

void SceneWidget::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120.0; // eighths of a degree, QWheelEvent::angleDelta
    m_overview = false;
    m_camera.zoom(std::pow(zoomPerNotch, event->angleDelta().y() / notch));
    repaintAll();
    event->accept();
}

void SceneWidget::keyPressEvent(QKeyEvent* event) {
    const bool panning = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto move = [&](double right, double down) {
        if (panning)
            m_camera.pan(QPointF(-right, -down) * keyPan_px);
        else
            m_camera.orbit(right * keyOrbit_deg, -down * keyOrbit_deg);
    };
    const bool wasOverview = m_overview;
    m_overview = false;
    switch (event->key()) {
    case Qt::Key_Left:
        move(-1, 0);
        break;
    case Qt::Key_Right:
        move(1, 0);
        break;
    case Qt::Key_Up:
        move(0, -1);
        break;
    case Qt::Key_Down:
        move(0, 1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // + without Shift
        m_camera.zoom(zoomPerNotch);
        break;
    case Qt::Key_Minus:
        m_camera.zoom(1.0 / zoomPerNotch);
        break;
    case Qt::Key_Home:
        showOverview();
        break;
    case Qt::Key_Escape:
        m_overview = wasOverview;
        m_selection->clear();
        break;
    default:
        m_overview = wasOverview;
        return QOpenGLWidget::keyPressEvent(event);
    }
    repaintAll();
}

void SceneWidget::leaveEvent(QEvent* event) {
    m_selection->hover({});
    QOpenGLWidget::leaveEvent(event);
}

} // namespace

struct Scene3DView::Private {
    QString trouble;
    SceneWidget* scene = nullptr; // null: no OpenGL
};

Scene3DView::Scene3DView(const theme::Theme& theme, models::Selection* selection, QWidget* parent,
                         const QString& offBecause)
    : QWidget(parent)
    , d(std::make_unique<Private>()) {
    setAccessibleName(tr("3D view"));
    setMinimumSize(160, 120);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    d->trouble = offBecause.isEmpty() ? whyNoOpenGl() : offBecause;
    if (d->trouble.isEmpty()) {
        d->scene = new SceneWidget(theme, selection, this);
        layout->addWidget(d->scene);
        setFocusProxy(d->scene);
        return;
    }
    auto* message = new QLabel(tr("3D is off: %1.").arg(d->trouble), this);
    message->setAlignment(Qt::AlignCenter);
    message->setWordWrap(true);
    layout->addWidget(message);
}

Scene3DView::~Scene3DView() = default;

void Scene3DView::setTheme(const theme::Theme& theme) {
    if (d->scene) d->scene->setTheme(theme);
}

void Scene3DView::setSituation(situation::SituationPtr situation) {
    if (d->scene) d->scene->setSituation(std::move(situation));
}

void Scene3DView::setArea(geo::LatLon origin, double halfWidth_m) {
    if (d->scene) d->scene->setArea({origin, halfWidth_m});
}

void Scene3DView::setHeightExaggeration(double factor) {
    if (d->scene) d->scene->setExaggeration(factor);
}

void Scene3DView::showOverview() {
    if (d->scene) d->scene->showOverview();
}

bool Scene3DView::available() const {
    return d->scene != nullptr;
}

QString Scene3DView::unavailableReason() const {
    return d->trouble;
}

std::optional<QPointF> Scene3DView::pixelOf(const traffic::TrackId& id) const {
    return d->scene ? d->scene->pixelOf(id) : std::nullopt;
}

traffic::TrackPtr Scene3DView::trackAt(QPointF pixel) const {
    const StagedTrack* staged = d->scene ? d->scene->nearest(pixel) : nullptr;
    return staged ? staged->track : nullptr;
}

} // namespace haneul::scene3d
