#include "ui/window/scene_control.h"

#include "ui/scene3d/scene3d_view.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using scene3d::CameraPreset;
using scene3d::Scene3DView;
using scene3d::SceneState;

void connectScene(Scene3DView& scene, const std::function<QAction&(const char* id)>& handled) {
    const auto on = [&](const char* id, auto act) { QObject::connect(&handled(id), &QAction::triggered, &scene, act); };
    for (const auto& [id, preset] :
         {std::pair{"scene.overview", CameraPreset::Overview}, std::pair{"scene.top", CameraPreset::Top},
          std::pair{"scene.from_south", CameraPreset::FromSouth}, std::pair{"scene.from_east", CameraPreset::FromEast},
          std::pair{"scene.from_west", CameraPreset::FromWest}, std::pair{"scene.chase", CameraPreset::Chase}})
        on(id, [&scene, wanted = preset] { scene.showPreset(wanted); });
    on("scene.follow", [&scene](bool follow) { scene.setFollowing(follow); });
    on("scene.section", [&scene](bool shown) { scene.setSectionShown(shown); });
    QAction& buildings = handled("scene.buildings");
    QAction& terrain = handled("scene.terrain");
    for (QAction* const action : {&buildings, &terrain}) {
        action->setChecked(true);
        QObject::connect(action, &QAction::toggled, &scene, [&scene, &buildings, &terrain] {
            scene.setCityShown(buildings.isChecked(), terrain.isChecked());
        });
    }
    QObject::connect(&handled("scene.conflicts"), &QAction::toggled, &scene, &Scene3DView::setConflictsShown);
    on("scene.higher", [&scene] { scene.setHeightExaggeration(scene.heightExaggeration() + 1); });
    on("scene.lower", [&scene] { scene.setHeightExaggeration(scene.heightExaggeration() - 1); });
    on("scene.labels", [&scene] { scene.nextLabelDetail(); });
    on("scene.drawn", [&scene](bool wanted) { wanted ? scene.switchOn() : scene.switchOff(SceneState::SwitchedOff); });

    QAction& follow = handled("scene.follow");
    QObject::connect(&scene, &Scene3DView::followingChanged, &follow, &QAction::setChecked);
    QAction& section = handled("scene.section");
    QObject::connect(&scene, &Scene3DView::sectionShownChanged, &section, &QAction::setChecked);
    QAction& drawn = handled("scene.drawn");
    const auto check = [&drawn](SceneState state) { drawn.setChecked(state == SceneState::On); };
    QObject::connect(&scene, &Scene3DView::stateChanged, &drawn, check);
    check(scene.state());
}

} // namespace haneul::window
