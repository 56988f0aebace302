#include "ui/scene3d/scene3d_view.h"

#include "server/tiles/map_extract.h"
#include "ui/map/track_text.h"
#include "ui/scene3d/scene_widget.h"
#include "ui/scene3d/section_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QSlider>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

using theme::ColorRole;

namespace {

constexpr double areaLeftBehind = 0.9; // of its half width: beyond it the area follows the eye
constexpr double chaseElevation_deg = 11.0;
constexpr double chaseSeconds = 45.0; // the eye is that far behind
constexpr double nearestChase_m = 700.0;
constexpr double farthestChase_m = 6'000.0;
constexpr double sideLift = 0.09; // of the distance
constexpr double widestArea_m = 200'000.0;

std::optional<double> number(const QJsonObject& state, QLatin1StringView key) {
    const QJsonValue value = state.value(key);
    if (!value.isDouble() || !std::isfinite(value.toDouble())) return std::nullopt;
    return value.toDouble();
}

} // namespace

struct Scene3DView::Private {
    Scene3DView* view;
    SceneContents contents;
    SceneState state = SceneState::On;
    QString trouble; // with NoOpenGl: what is missing
    bool areaChosen = false;
    bool following = false;
    bool chasing = false;
    bool reducedMotion = false;
    bool keepOn = false; // somebody wants it although it is slow
    bool sectionWanted = false;
    bool networksShown = true;
    map::NetworkShapesPtr networks = std::make_shared<const map::NetworkShapes>();
    std::shared_ptr<tiles::MapReader> reader;
    std::optional<tiles::MapArea> mapAsked; // the ground that is on its way or there
    std::int64_t shownSecond = -1;

    void showNetworks() {
        contents.networks.setShapes(networksShown ? networks : std::make_shared<const map::NetworkShapes>(),
                                    contents.stage.frame());
        if (scene) scene->tracksChanged();
    }

    bool zonesShown = true;
    map::ZoneShapesPtr zones = std::make_shared<const map::ZoneShapes>();

    void showZones() {
        contents.zones.setShapes(zonesShown ? zones : std::make_shared<const map::ZoneShapes>(), contents.stage.frame(),
                                 reach_m());
        if (scene) scene->tracksChanged();
    }

    bool buildingsShown = true;
    bool terrainShown = true;
    city::CityData city;
    terrain::Terrain terrain;
    ColourGridPtr drape;
    std::uint64_t cityAsked = 0; // the newest staging that was asked for

    void showCity();

    bool plansShown = true;
    map::PlanShapesPtr plans = std::make_shared<const map::PlanShapes>();

    void showPlans() {
        contents.plans.setShapes(plansShown ? plans : std::make_shared<const map::PlanShapes>(), contents.stage.frame(),
                                 reach_m());
        if (scene) scene->tracksChanged();
    }

    bool conflictsShown = false;

    void findConflicts() {
        if (conflictsShown)
            contents.conflicts.update(contents.stage, contents.now);
        else
            contents.conflicts.clear();
    }

    // Beyond it the ground has faded away.
    [[nodiscard]] double reach_m() const { return contents.stage.area().halfWidth_m * groundPerArea; }

    QWidget* slowBar = nullptr;
    QLabel* slowText = nullptr;
    QPushButton* keep = nullptr;
    QPushButton* off = nullptr;
    SceneWidget* scene = nullptr; // null: no 3D
    QWidget* offBar = nullptr;
    QLabel* offText = nullptr;
    QPushButton* again = nullptr;
    SectionView* section = nullptr;
    QWidget* tools = nullptr;
    QLabel* sliderText = nullptr;
    QSlider* slider = nullptr;
    QToolButton* axis = nullptr;
    QVBoxLayout* layout = nullptr;

    void build();
    void buildTools();
    void makeScene();
    void dropScene();
    void arrange();
    void word();
    void sayExaggeration();
    void tracksChanged();
    void areaChanged();
    void setArea(const Area& area);
    void askGround();
    void followSelected();
    void eyeMoved();
    void recentre(geo::LatLon origin);
    void moveArea(const Area& area);
    [[nodiscard]] bool inArea(const geo::Enu_m& place) const; // the eye may look at it from there

    [[nodiscard]] const StagedTrack* selected() const { return contents.stage.find(contents.selection->selected()); }

    [[nodiscard]] CameraPose chasePose(const StagedTrack& staged) const;
    [[nodiscard]] QString reason() const;
};

void Scene3DView::Private::build() {
    layout = new QVBoxLayout(view);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    const auto bar = [this](const char* name, QLabel*& text) {
        auto* made = new QWidget(view);
        made->setObjectName(QLatin1StringView(name));
        text = new QLabel(made);
        text->setWordWrap(true);
        auto* row = new QHBoxLayout(made);
        row->addWidget(text, 1);
        layout->addWidget(made);
        return made;
    };
    slowBar = bar("scene3dSlow", slowText);
    keep = new QPushButton(slowBar);
    off = new QPushButton(slowBar);
    keep->setObjectName(QStringLiteral("scene3dKeepOn"));
    off->setObjectName(QStringLiteral("scene3dSwitchOff"));
    slowBar->layout()->addWidget(keep);
    slowBar->layout()->addWidget(off);
    slowBar->hide();
    offBar = bar("scene3dOff", offText);
    again = new QPushButton(offBar);
    again->setObjectName(QStringLiteral("scene3dTryAgain"));
    offBar->layout()->addWidget(again);
    section = new SectionView(contents, view);
    layout->addWidget(section, 1);
    buildTools();
    connect(keep, &QPushButton::clicked, view, [this] {
        keepOn = true;
        slowBar->hide();
    });
    connect(off, &QPushButton::clicked, view, [this] { view->switchOff(SceneState::TooSlow); });
    connect(again, &QPushButton::clicked, view, &Scene3DView::switchOn);
}

// Below the picture: how much heights are exaggerated, and the direction of the section.
void Scene3DView::Private::buildTools() {
    tools = new QWidget(view);
    tools->setObjectName(QStringLiteral("scene3dTools"));
    sliderText = new QLabel(tools);
    slider = new QSlider(Qt::Horizontal, tools);
    slider->setObjectName(QStringLiteral("scene3dExaggeration"));
    slider->setRange(static_cast<int>(smallestExaggeration), static_cast<int>(largestExaggeration));
    slider->setPageStep(1);
    slider->setValue(static_cast<int>(defaultExaggeration));
    axis = new QToolButton(tools);
    axis->setObjectName(QStringLiteral("scene3dAlongSelected"));
    axis->setCheckable(true);
    auto* row = new QHBoxLayout(tools);
    const int gap = view->fontMetrics().height() / 3;
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->addWidget(sliderText);
    row->addWidget(slider, 1);
    row->addStretch(1);
    row->addWidget(axis);
    layout->addWidget(tools);
    connect(slider, &QSlider::valueChanged, view, [this](int value) { view->setHeightExaggeration(value); });
    connect(axis, &QToolButton::toggled, section, &SectionView::setAlongSelected);
}

void Scene3DView::Private::makeScene() {
    scene = new SceneWidget(contents, view);
    scene->setObjectName(QStringLiteral("scene3dPicture"));
    scene->setAccessibleName(tr("3D view"));
    scene->setReducedMotion(reducedMotion);
    layout->insertWidget(layout->indexOf(section), scene, 3);
    connect(scene, &SceneWidget::panned, view, [this] { view->setFollowing(false); });
    connect(scene, &SceneWidget::moved, view, [this] { eyeMoved(); });
    connect(scene, &SceneWidget::overviewAsked, view, &Scene3DView::showOverview);
    connect(scene, &SceneWidget::slow, view, [this] {
        if (keepOn || slowBar->isVisible()) return;
        slowBar->show();
        word();
    });
    connect(
        scene, &SceneWidget::contextLost, view, [this] { view->switchOff(SceneState::ContextLost); },
        Qt::QueuedConnection);
    scene->showOverview();
}

void Scene3DView::Private::dropScene() {
    if (!scene) return;
    scene->hide();
    layout->removeWidget(scene);
    // Not at once: it may be its own signal that led here.
    scene->disconnect(view);
    scene->deleteLater();
    scene = nullptr;
}

void Scene3DView::Private::arrange() {
    offBar->setVisible(!scene);
    section->setVisible(!scene || sectionWanted);
    slider->setVisible(scene != nullptr);
    sliderText->setVisible(scene != nullptr);
    axis->setVisible(section->isVisibleTo(view));
    again->setVisible(state != SceneState::On);
    if (!scene) slowBar->hide();
    view->setFocusProxy(scene ? static_cast<QWidget*>(scene) : section);
    word();
}

QString Scene3DView::Private::reason() const {
    switch (state) {
    case SceneState::On:
        break;
    case SceneState::NoOpenGl:
        return tr("3D is off: %1. Install or enable a graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again. "
                  "The section below shows the same traffic.")
            .arg(trouble);
    case SceneState::ContextLost:
        return tr(
            "3D is off: the display has stopped giving OpenGL. Try again; if that fails, start the program again. "
            "The section below shows the same traffic.");
    case SceneState::TooSlow:
        return tr("3D is off: this computer draws OpenGL in software and was too slow. "
                  "The section below shows the same traffic.");
    case SceneState::SwitchedOff:
        return tr("3D is off: it was switched off here. The section below shows the same traffic.");
    }
    return {};
}

void Scene3DView::Private::word() {
    view->setAccessibleName(tr("3D view"));
    offText->setText(reason());
    again->setText(tr("Try 3D again"));
    keep->setText(tr("Keep 3D on"));
    off->setText(tr("Switch 3D off"));
    axis->setText(tr("Along selection"));
    axis->setToolTip(tr("Turn the section along the course of the selected track"));
    slider->setAccessibleName(tr("Height exaggeration"));
    if (scene)
        slowText->setText(tr("A 3D picture takes %1 ms here (OpenGL in software); above 100 ms it hinders work.")
                              .arg(std::lround(scene->meter().mean_ms())));
    sayExaggeration();
}

void Scene3DView::Private::sayExaggeration() {
    sliderText->setText(tr("Heights ×%1").arg(contents.stage.exaggeration()));
}

void Scene3DView::Private::tracksChanged() {
    if (scene) scene->tracksChanged();
    if (section->isVisible()) section->contentsChanged();
}

void Scene3DView::Private::areaChanged() {
    if (scene) scene->groundChanged();
    section->contentsChanged();
    askGround();
    showCity();
}

// Some ten thousand buildings take longer to stage than a frame may: on another thread, and the picture keeps what it
// has until then.
void Scene3DView::Private::showCity() {
    const std::uint64_t number = ++cityAsked;
    const double reach = contents.stage.area().halfWidth_m * shownPerArea;
    const auto promise = std::make_shared<QPromise<CityStage>>();
    promise->future().then(view, [this, number](const CityStage& stage) {
        if (number != cityAsked) return; // meanwhile another city, or somewhere else
        contents.city = stage;
        if (scene) scene->tracksChanged();
    });
    QThreadPool::globalInstance()->start([promise, reach, frame = contents.stage.frame(),
                                          city = buildingsShown ? city : city::CityData(),
                                          ground = terrainShown ? terrain : terrain::Terrain(), drape = drape] {
        promise->start();
        CityStage stage;
        stage.terrain = std::make_shared<const StagedTerrain>(stageTerrain(ground, frame, reach));
        stage.buildings = std::make_shared<const StagedBuildings>(stageBuildings(city, ground, frame, reach));
        if (drape)
            stage.drape = std::make_shared<const StagedDrape>(stageDrape(*drape, ground, *stage.terrain, frame, reach));
        promise->addResult(std::move(stage));
        promise->finish();
    });
}

void Scene3DView::Private::setArea(const Area& area) {
    const double exaggeration = contents.stage.exaggeration();
    areaChosen = true;
    contents.stage = TrackStage(area);
    contents.stage.setExaggeration(exaggeration);
    contents.stage.setTrailLength(contents.trailLength);
    contents.stage.update(*contents.situation);
    contents.networks.setFrame(contents.stage.frame());
    contents.zones.setFrame(contents.stage.frame(), reach_m());
    contents.plans.setFrame(contents.stage.frame(), reach_m());
    findConflicts();
    contents.ground = {};
}

void Scene3DView::Private::askGround() {
    if (!reader) return;
    const Area& area = contents.stage.area();
    const tiles::MapArea wanted{area.origin, std::min(area.halfWidth_m * groundPerArea, widestArea_m)};
    if (mapAsked == wanted) return;
    mapAsked = wanted;
    // The view outlives every call: its destructor forgets it at the reader first.
    reader->request(view, wanted, [this, wanted](Result<tiles::MapExtract> extract) {
        if (!extract) return; // the flat map says that there is no base map
        auto plan = std::make_shared<GroundPlan>(groundPlan(*extract));
        QMetaObject::invokeMethod(
            view,
            [this, wanted, plan] {
                if (mapAsked != wanted) return; // meanwhile somewhere else
                contents.ground = std::move(*plan);
                if (scene) scene->groundChanged();
            },
            Qt::QueuedConnection);
    });
}

CameraPose Scene3DView::Private::chasePose(const StagedTrack& staged) const {
    const traffic::Track& track = *staged.track;
    CameraPose pose = scene->camera().pose();
    pose.target = staged.place;
    pose.elevation_deg = chaseElevation_deg;
    const double speed = track.velocity ? track.velocity->groundSpeed_mps() : 0.0;
    pose.distance_m = std::clamp(speed * chaseSeconds, nearestChase_m, farthestChase_m);
    if (const auto course = map::reliableCourse_deg(track)) pose.azimuth_deg = *course;
    return pose;
}

void Scene3DView::Private::followSelected() {
    const StagedTrack* staged = selected();
    if (!scene || !following || !staged) return;
    CameraPose pose = scene->destination();
    const CameraPose before = pose;
    pose.target = staged->place;
    if (chasing)
        if (const auto course = map::reliableCourse_deg(*staged->track)) pose.azimuth_deg = *course;
    if (pose == before) return;
    const double jump = std::hypot(pose.target.east - before.target.east, pose.target.north - before.target.north);
    const double turn = std::abs(std::remainder(pose.azimuth_deg - before.azimuth_deg, 360.0));
    // A step of flight is a step of the picture; only another track or a sharp turn needs the eye to travel.
    if (jump > pose.distance_m * 0.2 || turn > 15)
        scene->goTo(pose);
    else
        scene->jumpTo(pose);
}

void Scene3DView::Private::eyeMoved() {
    const geo::Enu_m target = scene->camera().pose().target;
    if (inArea(target)) return;
    recentre(contents.stage.frame().toLatLon({target.east, target.north, 0}));
}

bool Scene3DView::Private::inArea(const geo::Enu_m& place) const {
    const double reach = contents.stage.area().halfWidth_m * areaLeftBehind;
    return std::abs(place.east) < reach && std::abs(place.north) < reach;
}

// The same width of ground around another place.
void Scene3DView::Private::recentre(geo::LatLon origin) {
    if (origin.valid()) moveArea({origin, contents.stage.area().halfWidth_m});
}

// The eye stays where it is on earth; where that is too far away from the new area, it looks down on all of it.
void Scene3DView::Private::moveArea(const Area& area) {
    const geo::LocalFrame old = contents.stage.frame();
    CameraPose pose = scene->destination();
    const double up = pose.target.up;
    pose.target = geo::LocalFrame(area.origin).toEnu(old.toLatLon({pose.target.east, pose.target.north, 0}), 0);
    pose.target.up = up;
    setArea(area);
    scene->jumpTo(inArea(pose.target) ? pose
                                      : scene->camera().fitted(0, OrbitCamera::topElevation_deg, 2 * area.halfWidth_m));
    areaChanged();
}

Scene3DView::Scene3DView(const theme::Theme& theme, models::Selection* selection, QWidget* parent, SceneStart start,
                         const QString& offBecause)
    : QWidget(parent)
    , d(new Private{.view = this,
                    .contents = {.theme = theme,
                                 .selection = selection,
                                 .situation = std::make_shared<situation::Situation>()}}) {
    d->contents.stage.setExaggeration(defaultExaggeration);
    d->build();
    if (start == SceneStart::WithOpenGl)
        d->trouble = whyNoOpenGl();
    else
        d->trouble = offBecause.isEmpty() ? tr("OpenGL is not used here") : offBecause;
    if (d->trouble.isEmpty())
        d->makeScene();
    else
        d->state = SceneState::NoOpenGl;
    d->arrange();
    connect(selection, &models::Selection::selectedChanged, this, [this] { d->followSelected(); });
}

Scene3DView::~Scene3DView() {
    if (d->reader) d->reader->forget(this);
    delete d->scene; // they read what is in `d`
    delete d->section;
    for (SceneWidget* dropped : findChildren<SceneWidget*>())
        delete dropped;
}

void Scene3DView::setTheme(const theme::Theme& theme) {
    d->contents.theme = theme;
    if (d->scene) d->scene->groundChanged();
    d->section->contentsChanged();
}

void Scene3DView::setSituation(situation::SituationPtr situation, std::optional<UtcMs> now) {
    const bool otherMode = d->contents.situation->mode != situation->mode;
    d->contents.situation = std::move(situation);
    d->contents.now = now.value_or(d->contents.situation->time);
    const std::int64_t second = sinceEpoch_ms(d->contents.now) / 1000;
    const bool otherSecond = second != d->shownSecond;
    d->shownSecond = second;
    if (!d->areaChosen)
        if (const auto area = areaOf(*d->contents.situation)) return setArea(area->origin, area->halfWidth_m);
    if (d->contents.stage.update(*d->contents.situation)) {
        d->findConflicts();
        d->tracksChanged();
        d->followSelected();
    } else if ((otherSecond || otherMode) && d->scene) {
        d->scene->wordsChanged();
    }
}

void Scene3DView::setNetworks(map::NetworkShapesPtr networks) {
    d->networks = std::move(networks);
    d->showNetworks();
}

void Scene3DView::setZones(map::ZoneShapesPtr zones) {
    if (zones == d->zones) return;
    d->zones = std::move(zones);
    d->showZones();
}

void Scene3DView::setPlans(map::PlanShapesPtr plans) {
    if (plans == d->plans) return;
    d->plans = std::move(plans);
    d->showPlans();
}

void Scene3DView::setPlansShown(bool shown) {
    if (std::exchange(d->plansShown, shown) != shown) d->showPlans();
}

void Scene3DView::setConflictsShown(bool shown) {
    if (std::exchange(d->conflictsShown, shown) == shown) return;
    d->findConflicts();
    d->tracksChanged();
}

void Scene3DView::setZonesShown(bool shown) {
    if (std::exchange(d->zonesShown, shown) != shown) d->showZones();
}

void Scene3DView::setNetworksShown(bool shown) {
    if (std::exchange(d->networksShown, shown) != shown) d->showNetworks();
}

void Scene3DView::setMapReader(std::shared_ptr<tiles::MapReader> reader) {
    if (d->reader) d->reader->forget(this);
    d->reader = std::move(reader);
    d->mapAsked.reset();
    d->askGround();
}

void Scene3DView::setArea(geo::LatLon origin, double halfWidth_m) {
    d->setArea({origin, std::clamp(halfWidth_m, 500.0, widestArea_m)});
    d->areaChanged();
    if (d->scene) d->scene->showOverview();
}

void Scene3DView::flyTo(const std::vector<geo::LatLon>& places) {
    if (places.empty()) return;
    if (d->state == SceneState::ContextLost) switchOn(); // who asks for a picture wants it tried once more
    constexpr double leastAround_m = 600;
    constexpr double around = 1.15; // so much more than they need
    const geo::LocalFrame frame(places.front());
    double west = 0, east = 0, south = 0, north = 0;
    for (const geo::LatLon& place : places) {
        const geo::Enu_m at = frame.toEnu(place, 0);
        west = std::min(west, at.east);
        east = std::max(east, at.east);
        south = std::min(south, at.north);
        north = std::max(north, at.north);
    }
    const geo::LatLon middle = frame.toLatLon({(west + east) / 2, (south + north) / 2, 0});
    const double half_m = std::clamp(std::hypot(east - west, north - south) / 2 * around, leastAround_m, widestArea_m);
    setFollowing(false);
    d->chasing = false;
    if (!d->scene) {
        setArea(middle, half_m);
        return;
    }
    d->moveArea({middle, half_m});
    d->scene->goTo(d->scene->camera().fitted(0, OrbitCamera::overviewElevation_deg, half_m));
}

void Scene3DView::setHeightExaggeration(double factor) {
    const double wanted = std::clamp(factor, smallestExaggeration, largestExaggeration);
    if (wanted == d->contents.stage.exaggeration()) return;
    d->contents.stage.setExaggeration(wanted);
    const QSignalBlocker quiet(d->slider);
    d->slider->setValue(static_cast<int>(std::lround(wanted)));
    d->sayExaggeration();
    d->tracksChanged();
    d->followSelected();
    Q_EMIT exaggerationChanged(wanted);
}

double Scene3DView::heightExaggeration() const {
    return d->contents.stage.exaggeration();
}

void Scene3DView::setLabelDetail(map::LabelDetail detail) {
    if (detail == d->contents.labels) return;
    d->contents.labels = detail;
    if (d->scene) d->scene->wordsChanged();
    d->section->contentsChanged();
}

void Scene3DView::nextLabelDetail() {
    using enum map::LabelDetail;
    setLabelDetail(d->contents.labels == None ? Name : d->contents.labels == Name ? Full : None);
}

void Scene3DView::setVectorSeconds(double seconds) {
    d->contents.vectorSeconds = std::clamp(seconds, 0.0, 600.0);
    d->tracksChanged();
}

void Scene3DView::setTrailLength(milliseconds length) {
    d->contents.trailLength = length;
    d->contents.stage.setTrailLength(length);
    d->contents.stage.update(*d->contents.situation);
    d->tracksChanged();
}

void Scene3DView::showPreset(CameraPreset preset) {
    if (!d->scene) return;
    const OrbitCamera& camera = d->scene->camera();
    const double half = d->contents.stage.area().halfWidth_m;
    const StagedTrack* selected = d->selected();
    if (preset == CameraPreset::Chase) {
        if (!selected) return;
        setFollowing(true);
        d->chasing = true;
        d->scene->goTo(d->chasePose(*selected));
        return;
    }
    d->chasing = false;
    if (preset == CameraPreset::Overview) {
        setFollowing(false);
        if (d->reducedMotion || !d->scene->isVisible())
            d->scene->showOverview();
        else
            d->scene->goTo(camera.fitted(0, OrbitCamera::overviewElevation_deg, half));
        return;
    }
    CameraPose pose;
    switch (preset) {
    case CameraPreset::Top:
        pose = camera.fitted(0, OrbitCamera::topElevation_deg, half);
        break;
    case CameraPreset::FromEast:
        pose = camera.fitted(270, OrbitCamera::sideElevation_deg, half);
        break;
    case CameraPreset::FromWest:
        pose = camera.fitted(90, OrbitCamera::sideElevation_deg, half);
        break;
    default:
        pose = camera.fitted(0, OrbitCamera::sideElevation_deg, half);
        break;
    }
    if (preset != CameraPreset::Top) pose.target.up = pose.distance_m * sideLift; // more air, less ground
    if (d->following && selected) { // from that side, but at what is followed, and as near as before
        pose.target = selected->place;
        pose.distance_m = std::min(pose.distance_m, d->scene->destination().distance_m);
    }
    d->scene->goTo(pose);
}

void Scene3DView::setFollowing(bool follow) {
    if (follow == d->following) return;
    d->following = follow;
    d->chasing = d->chasing && follow;
    d->followSelected();
    Q_EMIT followingChanged(follow);
}

bool Scene3DView::following() const {
    return d->following;
}

void Scene3DView::setReducedMotion(bool reduced) {
    d->reducedMotion = reduced;
    if (d->scene) d->scene->setReducedMotion(reduced);
}

QJsonObject Scene3DView::saveCamera() const {
    const CameraPose pose = d->scene ? d->scene->destination() : CameraPose{};
    const geo::LatLon place = d->contents.stage.frame().toLatLon({pose.target.east, pose.target.north, 0});
    return {{QStringLiteral("latitude_deg"), place.latitude_deg},
            {QStringLiteral("longitude_deg"), place.longitude_deg},
            {QStringLiteral("up_m"), pose.target.up},
            {QStringLiteral("distance_m"), pose.distance_m},
            {QStringLiteral("azimuth_deg"), pose.azimuth_deg},
            {QStringLiteral("elevation_deg"), pose.elevation_deg},
            {QStringLiteral("exaggeration"), heightExaggeration()},
            {QStringLiteral("half_width_m"), d->contents.stage.area().halfWidth_m},
            {QStringLiteral("following"), d->following},
            {QStringLiteral("section"), d->sectionWanted}};
}

bool Scene3DView::restoreCamera(const QJsonObject& state) {
    const auto value = [&](const char* key) { return number(state, QLatin1StringView(key)); };
    const auto latitude = value("latitude_deg"), longitude = value("longitude_deg"), up = value("up_m"),
               distance = value("distance_m"), azimuth = value("azimuth_deg"), elevation = value("elevation_deg"),
               exaggeration = value("exaggeration"), halfWidth = value("half_width_m");
    if (!latitude || !longitude || !up || !distance || !azimuth || !elevation || !exaggeration || !halfWidth)
        return false;
    const geo::LatLon place{*latitude, *longitude};
    if (!place.valid() || *distance <= 0 || *halfWidth <= 0) return false;
    setHeightExaggeration(*exaggeration);
    setArea(place, *halfWidth);
    setSectionShown(state.value(QLatin1StringView("section")).toBool());
    if (d->scene) d->scene->jumpTo({{0, 0, *up}, *distance, *azimuth, *elevation});
    setFollowing(state.value(QLatin1StringView("following")).toBool());
    return true;
}

void Scene3DView::setSectionShown(bool shown) {
    if (shown == d->sectionWanted) return;
    d->sectionWanted = shown;
    d->arrange();
    Q_EMIT sectionShownChanged(shown);
}

bool Scene3DView::sectionShown() const {
    return d->sectionWanted;
}

SceneState Scene3DView::state() const {
    return d->state;
}

QString Scene3DView::unavailableReason() const {
    return d->reason();
}

void Scene3DView::switchOff(SceneState why) {
    if (why == SceneState::On || d->state != SceneState::On) return;
    d->state = why;
    d->dropScene();
    d->arrange();
    Q_EMIT stateChanged(why);
}

void Scene3DView::switchOn() {
    if (d->state == SceneState::On) return;
    d->trouble = whyNoOpenGl();
    const SceneState before = d->state;
    d->state = d->trouble.isEmpty() ? SceneState::On : SceneState::NoOpenGl;
    if (d->state == SceneState::On) {
        d->makeScene();
        d->scene->show();
    }
    d->arrange();
    if (d->state != before) Q_EMIT stateChanged(d->state);
}

std::optional<QPointF> Scene3DView::pixelOf(const traffic::TrackId& id) const {
    const QWidget* shown = d->scene ? static_cast<QWidget*>(d->scene) : d->section;
    std::optional<QPointF> pixel;
    if (!d->scene)
        pixel = d->section->pixelOf(id);
    else if (const StagedTrack* staged = d->contents.stage.find(id))
        pixel = d->scene->camera().pixelOf(staged->place);
    return pixel ? std::optional(shown->mapTo(this, *pixel)) : std::nullopt;
}

traffic::TrackPtr Scene3DView::trackAt(QPointF pixel) const {
    if (!d->scene) return d->section->trackAt(d->section->mapFrom(this, pixel));
    const StagedTrack* staged = d->scene->nearest(d->scene->mapFrom(this, pixel));
    return staged ? staged->track : nullptr;
}

std::size_t Scene3DView::drawnTracks() const {
    return d->scene ? d->scene->graph().drawnTracks() : d->section->drawnTracks();
}

void Scene3DView::setCity(city::CityData city, terrain::Terrain terrain) {
    d->city = std::move(city);
    d->terrain = std::move(terrain);
    d->showCity();
}

void Scene3DView::setCityShown(bool buildings, bool terrain) {
    if (buildings == d->buildingsShown && terrain == d->terrainShown) return;
    d->buildingsShown = buildings;
    d->terrainShown = terrain;
    d->showCity();
}

void Scene3DView::setDrape(ColourGridPtr drape) {
    d->drape = std::move(drape);
    d->showCity();
}

std::size_t Scene3DView::drawnBuildings() const {
    return d->scene ? d->contents.city.buildings->buildings : 0;
}

std::size_t Scene3DView::drawnZones() const {
    return d->scene ? d->scene->graph().drawnZones() : 0;
}

std::size_t Scene3DView::drawnPlans() const {
    return d->scene ? d->scene->graph().drawnPlans() : 0;
}

std::size_t Scene3DView::drawnPaths() const {
    return d->scene ? d->scene->graph().drawnPaths() : 0;
}

std::size_t Scene3DView::drawnConflicts() const {
    return d->scene ? d->scene->graph().drawnConflicts() : 0;
}

std::size_t Scene3DView::drawnNetworkWays() const {
    return d->scene ? d->scene->graph().drawnNetworkWays() : 0;
}

std::size_t Scene3DView::drawnLabels() const {
    return d->scene ? d->scene->labels() : d->section->drawnLabels();
}

std::size_t Scene3DView::drawnObjects() const {
    return d->scene ? d->scene->graph().drawnObjects() : 0;
}

double Scene3DView::frameCost_ms() const {
    return d->scene ? d->scene->meter().mean_ms() : 0;
}

void Scene3DView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    d->word();
    if (d->scene) d->scene->wordsChanged();
}

} // namespace haneul::scene3d
