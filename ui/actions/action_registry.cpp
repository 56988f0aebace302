#include "ui/actions/action_registry.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <iterator>

namespace haneul::actions {

namespace {

constexpr auto context = "haneul::actions";

// Keys: function keys for what is shown, Ctrl for the map, bare keys only for the replay (they are off in live
// operation, and a text field takes them first).
constexpr ActionInfo list[] = {
    {"view.tracks", QT_TRANSLATE_NOOP("haneul::actions", "Tracks"), "F2", "view", "tracks", true},
    {"view.scene3d", QT_TRANSLATE_NOOP("haneul::actions", "3D view"), "F3", "view", "scene3d", true},
    {"view.notices", QT_TRANSLATE_NOOP("haneul::actions", "Notices"), "F4", "view", "notices", true},
    {"view.feeds", QT_TRANSLATE_NOOP("haneul::actions", "Feeds"), "F6", "view", "feeds", true},
    {"view.log", QT_TRANSLATE_NOOP("haneul::actions", "Log"), "F8", "view", "log", true},
    {"view.notes", QT_TRANSLATE_NOOP("haneul::actions", "Shift notes"), "Ctrl+Shift+N", "view", "notes", true},
    {"view.layers", QT_TRANSLATE_NOOP("haneul::actions", "Map layers"), "F7", "view", "layers", true},
    {"view.networks", QT_TRANSLATE_NOOP("haneul::actions", "Networks"), "F9", "view", "networks", true},
    {"view.orders", QT_TRANSLATE_NOOP("haneul::actions", "Orders and missions"), "F12", "view", "orders", true},
    {"view.fleet", QT_TRANSLATE_NOOP("haneul::actions", "Fleet readiness"), "Ctrl+F2", "view", "fleet", true},
    {"view.zones", QT_TRANSLATE_NOOP("haneul::actions", "Airspace"), "Ctrl+F4", "view", "airspace", true},
    {"view.plans", QT_TRANSLATE_NOOP("haneul::actions", "Approval desk"), "Ctrl+F11", "view", "plans", true},
    {"view.diagram", QT_TRANSLATE_NOOP("haneul::actions", "Drone-diagram"), "F5", "view", "diagram", true},
    {"view.profile", QT_TRANSLATE_NOOP("haneul::actions", "Profile"), "Ctrl+F3", "view", "profile", true},
    {"view.paths", QT_TRANSLATE_NOOP("haneul::actions", "Paths"), "Shift+F2", "view", "paths", true},
    {"view.ground_risk", QT_TRANSLATE_NOOP("haneul::actions", "Ground risk"), "Shift+F4", "view", "ground_risk", true},
    {"view.notice_centre", QT_TRANSLATE_NOOP("haneul::actions", "Notice centre"), "Ctrl+F8", "view", "notices", true},
    {"view.notice_channels", QT_TRANSLATE_NOOP("haneul::actions", "Channels of notices"), "Ctrl+Shift+F11", "view",
     "notices", false},
    {"view.filter_tracks", QT_TRANSLATE_NOOP("haneul::actions", "Filter tracks"), "Ctrl+F", "view", "tracks", false},
    {"view.theme_dark", QT_TRANSLATE_NOOP("haneul::actions", "Dark theme"), "Ctrl+F5", "view", "themes", true},
    {"view.theme_light", QT_TRANSLATE_NOOP("haneul::actions", "Light theme"), "Ctrl+F6", "view", "themes", true},
    {"view.theme_contrast", QT_TRANSLATE_NOOP("haneul::actions", "High-contrast theme"), "Ctrl+F7", "view", "themes",
     true},
    {"view.language_ko", QT_TRANSLATE_NOOP("haneul::actions", "Korean"), "Ctrl+F9", "view", "language", true},
    {"view.language_en", QT_TRANSLATE_NOOP("haneul::actions", "English"), "Ctrl+F10", "view", "language", true},
    {"view.text_larger", QT_TRANSLATE_NOOP("haneul::actions", "Larger text"), "Ctrl+Shift+Up", "view", "themes", false},
    {"view.text_smaller", QT_TRANSLATE_NOOP("haneul::actions", "Smaller text"), "Ctrl+Shift+Down", "view", "themes",
     false},
    {"view.reset_layout", QT_TRANSLATE_NOOP("haneul::actions", "Reset layout"), "Ctrl+F12", "view", "window", false},
    {"view.full_screen", QT_TRANSLATE_NOOP("haneul::actions", "Full screen"), "F11", "view", "window", true},
    {"view.settings", QT_TRANSLATE_NOOP("haneul::actions", "Settings"), "Ctrl+,", "view", "settings", false},
    {"view.edit_keys", QT_TRANSLATE_NOOP("haneul::actions", "Change keys"), "Ctrl+Shift+K", "view", "keys", false},
    {"view.quit", QT_TRANSLATE_NOOP("haneul::actions", "Quit"), "Ctrl+Q", "view", "window", false},
    {"window.new_map", QT_TRANSLATE_NOOP("haneul::actions", "New map window"), "Ctrl+Shift+M", "window", "windows",
     false},
    {"window.new_scene", QT_TRANSLATE_NOOP("haneul::actions", "New 3D window"), "Ctrl+Shift+D", "window", "windows",
     false},
    {"window.new_diagram", QT_TRANSLATE_NOOP("haneul::actions", "New diagram window"), "Ctrl+Shift+G", "window",
     "windows", false},
    {"window.linked", QT_TRANSLATE_NOOP("haneul::actions", "Follow the main map"), "Ctrl+Shift+L", "window", "windows",
     true},
    {"window.next", QT_TRANSLATE_NOOP("haneul::actions", "Next window"), "Ctrl+Tab", "window", "windows", false},
    {"window.close", QT_TRANSLATE_NOOP("haneul::actions", "Close window"), "Ctrl+W", "window", "windows", false},
    {"workspace.control_room", QT_TRANSLATE_NOOP("haneul::actions", "Control room"), "Ctrl+Alt+1", "workspace",
     "workspaces", false},
    {"workspace.planning", QT_TRANSLATE_NOOP("haneul::actions", "Planning"), "Ctrl+Alt+2", "workspace", "workspaces",
     false},
    {"workspace.three_d", QT_TRANSLATE_NOOP("haneul::actions", "Large 3D view"), "Ctrl+Alt+3", "workspace",
     "workspaces", false},
    {"workspace.laptop", QT_TRANSLATE_NOOP("haneul::actions", "Single laptop"), "Ctrl+Alt+4", "workspace", "workspaces",
     false},
    {"workspace.save", QT_TRANSLATE_NOOP("haneul::actions", "Save workspace"), "Ctrl+Shift+S", "workspace",
     "workspaces", false},
    {"workspace.manage", QT_TRANSLATE_NOOP("haneul::actions", "Workspaces"), "Ctrl+Shift+W", "workspace", "workspaces",
     false},
    {"edit.undo", QT_TRANSLATE_NOOP("haneul::actions", "Undo"), "Ctrl+Z", "edit", "notes", false},
    {"edit.redo", QT_TRANSLATE_NOOP("haneul::actions", "Redo"), "Ctrl+Shift+Z", "edit", "notes", false},
    {"edit.stamp_time", QT_TRANSLATE_NOOP("haneul::actions", "Insert time"), "Ctrl+Shift+T", "edit", "notes", false},
    {"edit.file_notes", QT_TRANSLATE_NOOP("haneul::actions", "File notes"), "Ctrl+Shift+F", "edit", "notes", false},
    {"map.centre_selection", QT_TRANSLATE_NOOP("haneul::actions", "Centre on selection"), "Ctrl+E", "map", "map",
     false},
    {"map.fit_all", QT_TRANSLATE_NOOP("haneul::actions", "Fit all tracks"), "Ctrl+Home", "map", "map", false},
    {"map.zoom_in", QT_TRANSLATE_NOOP("haneul::actions", "Zoom in"), "Ctrl++", "map", "map", false},
    {"map.zoom_out", QT_TRANSLATE_NOOP("haneul::actions", "Zoom out"), "Ctrl+-", "map", "map", false},
    {"map.labels", QT_TRANSLATE_NOOP("haneul::actions", "Next label detail"), "Ctrl+L", "map", "map", false},
    {"map.vectors", QT_TRANSLATE_NOOP("haneul::actions", "Next length of speed vectors"), "Ctrl+Shift+V", "map", "map",
     false},
    {"map.trails", QT_TRANSLATE_NOOP("haneul::actions", "Next length of trails"), "Ctrl+T", "map", "map", false},
    {"map.unpin_labels", QT_TRANSLATE_NOOP("haneul::actions", "Unpin all labels"), "Ctrl+Shift+U", "map", "map", false},
    {"map.measure", QT_TRANSLATE_NOOP("haneul::actions", "Measure"), "M", "map", "map", false},
    {"map.networks", QT_TRANSLATE_NOOP("haneul::actions", "Show delivery networks"), "N", "map", "networks", true},
    {"map.ground_risk", QT_TRANSLATE_NOOP("haneul::actions", "Show the ground-risk map"), "Shift+F5", "map",
     "ground_risk", true},
    {"paths.pick", QT_TRANSLATE_NOOP("haneul::actions", "Pick the places of a path"), "Shift+F3", "paths", "paths",
     false},
    {"paths.find", QT_TRANSLATE_NOOP("haneul::actions", "Find paths or stop"), "Shift+F12", "paths", "paths", false},
    {"paths.on_map", QT_TRANSLATE_NOOP("haneul::actions", "Path on the map"), "Ctrl+Shift+F2", "paths", "paths", false},
    {"paths.check", QT_TRANSLATE_NOOP("haneul::actions", "Check the path"), "Ctrl+Shift+F3", "paths", "paths", false},
    {"paths.use", QT_TRANSLATE_NOOP("haneul::actions", "Use the path as plan route"), "Ctrl+Shift+F8", "paths", "paths",
     false},
    {"ground.compute", QT_TRANSLATE_NOOP("haneul::actions", "Compute ground risk or stop"), "Shift+F6", "ground",
     "ground_risk", false},
    {"ground.area_of_map", QT_TRANSLATE_NOOP("haneul::actions", "Ground risk of the map view"), "Shift+F7", "ground",
     "ground_risk", false},
    {"ground.a_on_map", QT_TRANSLATE_NOOP("haneul::actions", "Ground risk A on the map"), "Shift+F8", "ground",
     "ground_risk", false},
    {"ground.b_on_map", QT_TRANSLATE_NOOP("haneul::actions", "Ground risk B on the map"), "Shift+F9", "ground",
     "ground_risk", false},
    {"ground.open", QT_TRANSLATE_NOOP("haneul::actions", "Open ground-risk study"), "Ctrl+Shift+F4", "ground",
     "ground_risk", false},
    {"ground.save", QT_TRANSLATE_NOOP("haneul::actions", "Save ground-risk study"), "Ctrl+Shift+F5", "ground",
     "ground_risk", false},
    {"ground.export", QT_TRANSLATE_NOOP("haneul::actions", "Export ground-risk study"), "Ctrl+Shift+F6", "ground",
     "ground_risk", false},
    {"map.zones", QT_TRANSLATE_NOOP("haneul::actions", "Show airspace zones"), "Z", "map", "airspace", true},
    {"map.plans", QT_TRANSLATE_NOOP("haneul::actions", "Show flight plans"), "P", "map", "plans", true},
    {"map.clear_selection", QT_TRANSLATE_NOOP("haneul::actions", "Clear selection"), "Ctrl+D", "map", "map", false},
    {"network.new", QT_TRANSLATE_NOOP("haneul::actions", "New network"), "Ctrl+Alt+N", "network", "networks", false},
    {"network.edit", QT_TRANSLATE_NOOP("haneul::actions", "Change network"), "Ctrl+Alt+E", "network", "networks",
     false},
    {"network.save", QT_TRANSLATE_NOOP("haneul::actions", "Save network"), "Ctrl+S", "network", "networks", false},
    {"network.discard", QT_TRANSLATE_NOOP("haneul::actions", "Discard draft"), "Ctrl+Alt+D", "network", "networks",
     false},
    {"network.fit", QT_TRANSLATE_NOOP("haneul::actions", "Look at the whole network"), "Ctrl+Alt+Home", "network",
     "networks", false},
    {"network.select", QT_TRANSLATE_NOOP("haneul::actions", "Select and move"), "Alt+Shift+S", "network", "networks",
     true},
    {"network.add_base", QT_TRANSLATE_NOOP("haneul::actions", "Add base points"), "Alt+Shift+B", "network", "networks",
     true},
    {"network.add_delivery", QT_TRANSLATE_NOOP("haneul::actions", "Add delivery points"), "Alt+Shift+D", "network",
     "networks", true},
    {"network.draw_link", QT_TRANSLATE_NOOP("haneul::actions", "Draw links"), "Alt+Shift+L", "network", "networks",
     true},
    {"network.new_link", QT_TRANSLATE_NOOP("haneul::actions", "Link by its ends"), "Alt+Shift+N", "network", "networks",
     false},
    {"network.insert_waypoint", QT_TRANSLATE_NOOP("haneul::actions", "Insert waypoint"), "Alt+Insert", "network",
     "networks", false},
    {"network.add_moving_base", QT_TRANSLATE_NOOP("haneul::actions", "Add moving base"), "Alt+Shift+M", "network",
     "networks", false},
    {"network.add_stay", QT_TRANSLATE_NOOP("haneul::actions", "Add stay of a moving base"), "Alt+Shift+A", "network",
     "networks", false},
    {"network.add_crossing", QT_TRANSLATE_NOOP("haneul::actions", "Declare crossing of links"), "Alt+Shift+C",
     "network", "networks", false},
    {"network.remove_item", QT_TRANSLATE_NOOP("haneul::actions", "Delete chosen item"), "Alt+Delete", "network",
     "networks", false},
    {"network.verify", QT_TRANSLATE_NOOP("haneul::actions", "Verify link"), "Ctrl+Alt+V", "network", "networks", false},
    {"network.withdraw", QT_TRANSLATE_NOOP("haneul::actions", "Withdraw verification"), "Ctrl+Alt+W", "network",
     "networks", false},
    {"network.import", QT_TRANSLATE_NOOP("haneul::actions", "Import paths"), "Ctrl+Alt+I", "network", "networks",
     false},
    {"network.export", QT_TRANSLATE_NOOP("haneul::actions", "Export network"), "Ctrl+Alt+X", "network", "networks",
     false},
    {"network.remove", QT_TRANSLATE_NOOP("haneul::actions", "Delete network"), "Ctrl+Shift+Delete", "network",
     "networks", false},
    {"diagram.now", QT_TRANSLATE_NOOP("haneul::actions", "Diagram at now"), "Alt+N", "diagram", "diagram", false},
    {"diagram.all", QT_TRANSLATE_NOOP("haneul::actions", "All missions of the diagram"), "Alt+A", "diagram", "diagram",
     false},
    {"diagram.whole_network", QT_TRANSLATE_NOOP("haneul::actions", "Diagram of the whole network"), "Alt+W", "diagram",
     "diagram", true},
    {"diagram.chosen", QT_TRANSLATE_NOOP("haneul::actions", "Diagram of the chosen missions"), "Alt+S", "diagram",
     "diagram", true},
    {"diagram.one", QT_TRANSLATE_NOOP("haneul::actions", "Diagram of the selected mission"), "Alt+M", "diagram",
     "diagram", true},
    {"diagram.choose", QT_TRANSLATE_NOOP("haneul::actions", "Add to the chosen missions or take away"), "Alt+C",
     "diagram", "diagram", false},
    {"diagram.detail", QT_TRANSLATE_NOOP("haneul::actions", "Detailed lines"), "Alt+D", "diagram", "diagram", true},
    {"diagram.occupancy", QT_TRANSLATE_NOOP("haneul::actions", "Occupancy of nodes and links"), "Alt+O", "diagram",
     "diagram", true},
    {"diagram.base_twice", QT_TRANSLATE_NOOP("haneul::actions", "Base above and below"), "Alt+B", "diagram", "diagram",
     true},
    {"diagram.row_up", QT_TRANSLATE_NOOP("haneul::actions", "Row up"), "Alt+PgUp", "diagram", "diagram", false},
    {"diagram.row_down", QT_TRANSLATE_NOOP("haneul::actions", "Row down"), "Alt+PgDown", "diagram", "diagram", false},
    {"diagram.retime", QT_TRANSLATE_NOOP("haneul::actions", "Move the start"), "Ctrl+Shift+R", "diagram", "diagram",
     false},
    {"diagram.type_start", QT_TRANSLATE_NOOP("haneul::actions", "Type the start"), "Ctrl+Alt+R", "diagram", "diagram",
     false},
    {"diagram.print", QT_TRANSLATE_NOOP("haneul::actions", "Print the diagram"), "Ctrl+P", "diagram", "diagram", false},
    {"diagram.export", QT_TRANSLATE_NOOP("haneul::actions", "Export the diagram"), "Ctrl+Shift+E", "diagram", "diagram",
     false},
    {"scene.overview", QT_TRANSLATE_NOOP("haneul::actions", "3D overview, north up"), "Alt+1", "scene", "scene3d",
     false},
    {"scene.top", QT_TRANSLATE_NOOP("haneul::actions", "3D from above"), "Alt+2", "scene", "scene3d", false},
    {"scene.from_south", QT_TRANSLATE_NOOP("haneul::actions", "3D from the south"), "Alt+3", "scene", "scene3d", false},
    {"scene.from_east", QT_TRANSLATE_NOOP("haneul::actions", "3D from the east"), "Alt+4", "scene", "scene3d", false},
    {"scene.from_west", QT_TRANSLATE_NOOP("haneul::actions", "3D from the west"), "Alt+5", "scene", "scene3d", false},
    {"scene.chase", QT_TRANSLATE_NOOP("haneul::actions", "3D behind the selection"), "Alt+6", "scene", "scene3d",
     false},
    {"scene.follow", QT_TRANSLATE_NOOP("haneul::actions", "3D follows the selection"), "Alt+0", "scene", "scene3d",
     true},
    {"scene.higher", QT_TRANSLATE_NOOP("haneul::actions", "Heights drawn larger"), "Alt+Up", "scene", "scene3d", false},
    {"scene.lower", QT_TRANSLATE_NOOP("haneul::actions", "Heights drawn smaller"), "Alt+Down", "scene", "scene3d",
     false},
    {"scene.labels", QT_TRANSLATE_NOOP("haneul::actions", "Next label detail in 3D"), "Alt+L", "scene", "scene3d",
     false},
    {"scene.section", QT_TRANSLATE_NOOP("haneul::actions", "Section below the 3D view"), "Alt+9", "scene", "scene3d",
     true},
    {"scene.drawn", QT_TRANSLATE_NOOP("haneul::actions", "Draw in 3D"), "Alt+8", "scene", "scene3d", true},
    {"orders.new", QT_TRANSLATE_NOOP("haneul::actions", "New order"), "Ctrl+N", "orders", "orders", false},
    {"orders.dispatch", QT_TRANSLATE_NOOP("haneul::actions", "Dispatch orders"), "Ctrl+Alt+G", "orders", "orders",
     false},
    {"orders.cancel", QT_TRANSLATE_NOOP("haneul::actions", "Cancel order"), "Ctrl+Alt+C", "orders", "orders", false},
    {"missions.book", QT_TRANSLATE_NOOP("haneul::actions", "Book a mission"), "Ctrl+B", "missions", "orders", false},
    {"missions.assign_drone", QT_TRANSLATE_NOOP("haneul::actions", "Assign a drone"), "Ctrl+Alt+B", "missions",
     "orders", false},
    {"missions.retime", QT_TRANSLATE_NOOP("haneul::actions", "Another start"), "Ctrl+R", "missions", "orders", false},
    {"missions.advance", QT_TRANSLATE_NOOP("haneul::actions", "Next step of the mission"), "Ctrl+Alt+S", "missions",
     "orders", false},
    {"missions.hand_over", QT_TRANSLATE_NOOP("haneul::actions", "Hand over the mission"), "Ctrl+H", "missions",
     "orders", false},
    {"missions.cancel", QT_TRANSLATE_NOOP("haneul::actions", "Cancel mission"), "Ctrl+Alt+K", "missions", "orders",
     false},
    {"missions.take_proposed", QT_TRANSLATE_NOOP("haneul::actions", "Take the proposed start"), "Ctrl+Alt+T",
     "missions", "orders", false},
    {"missions.take_all_proposed", QT_TRANSLATE_NOOP("haneul::actions", "Take all proposals"), "Alt+Shift+T",
     "missions", "orders", false},
    {"missions.filter", QT_TRANSLATE_NOOP("haneul::actions", "Filter missions"), "Ctrl+J", "missions", "orders", false},
    {"fleet.filter", QT_TRANSLATE_NOOP("haneul::actions", "Filter the fleet"), "Ctrl+Shift+J", "fleet", "fleet", false},
    {"fleet.edit_drone", QT_TRANSLATE_NOOP("haneul::actions", "Edit the drone"), "Ctrl+Alt+F", "fleet", "fleet", false},
    {"fleet.edit_battery", QT_TRANSLATE_NOOP("haneul::actions", "Edit the battery"), "Ctrl+Alt+Y", "fleet", "fleet",
     false},
    {"fleet.edit_pilot", QT_TRANSLATE_NOOP("haneul::actions", "Edit the pilot"), "Ctrl+Alt+J", "fleet", "fleet", false},
    {"fleet.edit_type", QT_TRANSLATE_NOOP("haneul::actions", "Edit the type of the drone"), "Ctrl+Alt+M", "fleet",
     "fleet", false},
    {"fleet.new_drone", QT_TRANSLATE_NOOP("haneul::actions", "New drone"), "Ctrl+Shift+A", "fleet", "fleet", false},
    {"fleet.new_battery", QT_TRANSLATE_NOOP("haneul::actions", "New battery"), "Ctrl+Shift+B", "fleet", "fleet", false},
    {"fleet.new_pilot", QT_TRANSLATE_NOOP("haneul::actions", "New pilot"), "Ctrl+Shift+H", "fleet", "fleet", false},
    {"fleet.record_work", QT_TRANSLATE_NOOP("haneul::actions", "Record maintenance"), "Ctrl+Shift+I", "fleet", "fleet",
     false},
    {"fleet.answer", QT_TRANSLATE_NOOP("haneul::actions", "Answer for what is not ready"), "Ctrl+Shift+O", "fleet",
     "fleet", false},
    {"fleet.history", QT_TRANSLATE_NOOP("haneul::actions", "History of the drone"), "Ctrl+Shift+Y", "fleet", "fleet",
     false},
    {"fleet.retire", QT_TRANSLATE_NOOP("haneul::actions", "Retire the drone, or take it back"), "Ctrl+Shift+Q", "fleet",
     "fleet", false},
    {"fleet.rules", QT_TRANSLATE_NOOP("haneul::actions", "Rules of readiness"), "Ctrl+Shift+F9", "fleet", "fleet",
     false},
    {"fleet.payloads", QT_TRANSLATE_NOOP("haneul::actions", "Payloads"), "Ctrl+Shift+F10", "fleet", "fleet", false},
    {"plans.queue", QT_TRANSLATE_NOOP("haneul::actions", "Queue of the approval desk"), "Alt+Q", "plans", "plans",
     false},
    {"plans.filter", QT_TRANSLATE_NOOP("haneul::actions", "Filter flight plans"), "Alt+F", "plans", "plans", false},
    {"plans.next", QT_TRANSLATE_NOOP("haneul::actions", "Next flight plan"), "Alt+J", "plans", "plans", false},
    {"plans.previous", QT_TRANSLATE_NOOP("haneul::actions", "Previous flight plan"), "Alt+K", "plans", "plans", false},
    {"plans.view", QT_TRANSLATE_NOOP("haneul::actions", "Next view of the flight plan"), "Alt+T", "plans", "plans",
     false},
    {"plans.on_map", QT_TRANSLATE_NOOP("haneul::actions", "Flight plan on the map"), "Alt+G", "plans", "plans", false},
    {"plans.approve", QT_TRANSLATE_NOOP("haneul::actions", "Approve the flight plan"), "Alt+Y", "plans", "plans",
     false},
    {"plans.return", QT_TRANSLATE_NOOP("haneul::actions", "Return the flight plan"), "Alt+R", "plans", "plans", false},
    {"plans.reject", QT_TRANSLATE_NOOP("haneul::actions", "Reject the flight plan"), "Alt+X", "plans", "plans", false},
    {"plans.revoke", QT_TRANSLATE_NOOP("haneul::actions", "Revoke the approval"), "Alt+V", "plans", "plans", false},
    {"plans.withdraw", QT_TRANSLATE_NOOP("haneul::actions", "Withdraw the flight plan"), "Alt+Shift+Q", "plans",
     "plans", false},
    {"plans.proposals", QT_TRANSLATE_NOOP("haneul::actions", "Look for proposals"), "Alt+H", "plans", "plans", false},
    {"plans.use_proposal", QT_TRANSLATE_NOOP("haneul::actions", "Use the proposal"), "Alt+U", "plans", "plans", false},
    {"plans.sheet", QT_TRANSLATE_NOOP("haneul::actions", "Decision sheet"), "Alt+P", "plans", "plans", false},
    {"plans.new", QT_TRANSLATE_NOOP("haneul::actions", "New flight plan"), "Alt+E", "plans", "plans", false},
    {"plans.edit", QT_TRANSLATE_NOOP("haneul::actions", "Edit the flight plan"), "Alt+Shift+J", "plans", "plans",
     false},
    {"plans.of_mission", QT_TRANSLATE_NOOP("haneul::actions", "Flight plan of a mission"), "Alt+Shift+G", "plans",
     "plans", false},
    {"plans.submit", QT_TRANSLATE_NOOP("haneul::actions", "Submit the flight plan"), "Alt+Shift+Y", "plans", "plans",
     false},
    {"plans.begin_flight", QT_TRANSLATE_NOOP("haneul::actions", "Begin the flight"), "Alt+Shift+K", "plans", "plans",
     false},
    {"plans.end_flight", QT_TRANSLATE_NOOP("haneul::actions", "End the flight"), "Alt+Z", "plans", "plans", false},
    {"profile.datum", QT_TRANSLATE_NOOP("haneul::actions", "Heights above ground or sea level"), "Ctrl+Alt+H",
     "profile", "profile", false},
    {"profile.load_flight", QT_TRANSLATE_NOOP("haneul::actions", "Load a recorded flight"), "Ctrl+O", "profile",
     "profile", false},
    {"profile.export", QT_TRANSLATE_NOOP("haneul::actions", "Export the profile"), "Ctrl+Shift+X", "profile", "profile",
     false},
    {"profile.print", QT_TRANSLATE_NOOP("haneul::actions", "Print the profile"), "Ctrl+Shift+P", "profile", "profile",
     false},
    {"zone.filter", QT_TRANSLATE_NOOP("haneul::actions", "Filter the zones"), "Alt+Shift+F", "zone", "airspace", false},
    {"zone.new", QT_TRANSLATE_NOOP("haneul::actions", "New zone"), "Alt+Shift+Z", "zone", "airspace", false},
    {"zone.edit", QT_TRANSLATE_NOOP("haneul::actions", "Change zone"), "Alt+Shift+E", "zone", "airspace", false},
    {"zone.fit", QT_TRANSLATE_NOOP("haneul::actions", "Look at the whole zone"), "Alt+Shift+Home", "zone", "airspace",
     false},
    {"zone.select", QT_TRANSLATE_NOOP("haneul::actions", "Select and move corners"), "Alt+Shift+V", "zone", "airspace",
     true},
    {"zone.draw_polygon", QT_TRANSLATE_NOOP("haneul::actions", "Draw polygon"), "Alt+Shift+P", "zone", "airspace",
     true},
    {"zone.draw_circle", QT_TRANSLATE_NOOP("haneul::actions", "Draw circle"), "Alt+Shift+O", "zone", "airspace", true},
    {"zone.impact", QT_TRANSLATE_NOOP("haneul::actions", "What would this hit"), "Alt+Shift+H", "zone", "airspace",
     false},
    {"zone.publish", QT_TRANSLATE_NOOP("haneul::actions", "Publish zone"), "Alt+Shift+U", "zone", "airspace", false},
    {"zone.discard", QT_TRANSLATE_NOOP("haneul::actions", "Discard zone draft"), "Alt+Shift+X", "zone", "airspace",
     false},
    {"zone.withdraw", QT_TRANSLATE_NOOP("haneul::actions", "Withdraw zone"), "Alt+Shift+W", "zone", "airspace", false},
    {"zone.import", QT_TRANSLATE_NOOP("haneul::actions", "Import zones"), "Alt+Shift+I", "zone", "airspace", false},
    {"zone.export", QT_TRANSLATE_NOOP("haneul::actions", "Export zones"), "Alt+Shift+R", "zone", "airspace", false},
    {"replay.play_pause", QT_TRANSLATE_NOOP("haneul::actions", "Play or pause"), "Space", "replay", "replay", false},
    {"replay.back", QT_TRANSLATE_NOOP("haneul::actions", "Back 10 s"), "Left", "replay", "replay", false},
    {"replay.forward", QT_TRANSLATE_NOOP("haneul::actions", "Forward 10 s"), "Right", "replay", "replay", false},
    {"replay.slower", QT_TRANSLATE_NOOP("haneul::actions", "Slower"), "[", "replay", "replay", false},
    {"replay.faster", QT_TRANSLATE_NOOP("haneul::actions", "Faster"), "]", "replay", "replay", false},
    {"session.lock", QT_TRANSLATE_NOOP("haneul::actions", "Lock the desk"), "Ctrl+Alt+L", "session", "access", false},
    {"session.switch_user", QT_TRANSLATE_NOOP("haneul::actions", "Switch user"), "Ctrl+Alt+U", "session", "access",
     false},
    {"session.log_out", QT_TRANSLATE_NOOP("haneul::actions", "Log out"), "Ctrl+Alt+O", "session", "access", false},
    {"session.change_password", QT_TRANSLATE_NOOP("haneul::actions", "Change my password"), "Ctrl+Alt+P", "session",
     "access", false},
    {"session.administration", QT_TRANSLATE_NOOP("haneul::actions", "Users and access"), "Ctrl+Alt+A", "session",
     "access", false},
    {"help.palette", QT_TRANSLATE_NOOP("haneul::actions", "Find anything"), "Ctrl+K", "help", "palette", false},
    {"help.page", QT_TRANSLATE_NOOP("haneul::actions", "Help"), "F1", "help", "help", false},
    {"help.keys", QT_TRANSLATE_NOOP("haneul::actions", "Keys"), "?", "help", "keys", false},
    {"help.about", QT_TRANSLATE_NOOP("haneul::actions", "About Haneul"), "Ctrl+F1", "help", "about", false},
    {"help.support_bundle", QT_TRANSLATE_NOOP("haneul::actions", "Write support bundle"), "Ctrl+Shift+F1", "help",
     "support", false},
};

} // namespace

std::span<const ActionInfo> allActions() {
    return list;
}

QString scopeText(QLatin1StringView scope) {
    if (scope == QLatin1StringView("view")) return QCoreApplication::translate("haneul::actions", "View");
    if (scope == QLatin1StringView("map")) return QCoreApplication::translate("haneul::actions", "Map");
    if (scope == QLatin1StringView("network")) return QCoreApplication::translate("haneul::actions", "Networks");
    if (scope == QLatin1StringView("zone")) return QCoreApplication::translate("haneul::actions", "Airspace");
    if (scope == QLatin1StringView("diagram")) return QCoreApplication::translate("haneul::actions", "Drone-diagram");
    if (scope == QLatin1StringView("scene")) return QCoreApplication::translate("haneul::actions", "3D view");
    if (scope == QLatin1StringView("orders")) return QCoreApplication::translate("haneul::actions", "Orders");
    if (scope == QLatin1StringView("missions")) return QCoreApplication::translate("haneul::actions", "Missions");
    if (scope == QLatin1StringView("fleet")) return QCoreApplication::translate("haneul::actions", "Fleet");
    if (scope == QLatin1StringView("plans")) return QCoreApplication::translate("haneul::actions", "Flight plans");
    if (scope == QLatin1StringView("paths")) return QCoreApplication::translate("haneul::actions", "Paths");
    if (scope == QLatin1StringView("profile")) return QCoreApplication::translate("haneul::actions", "Profile");
    if (scope == QLatin1StringView("window")) return QCoreApplication::translate("haneul::actions", "Windows");
    if (scope == QLatin1StringView("workspace")) return QCoreApplication::translate("haneul::actions", "Workspaces");
    if (scope == QLatin1StringView("edit")) return QCoreApplication::translate("haneul::actions", "Edit");
    if (scope == QLatin1StringView("replay")) return QCoreApplication::translate("haneul::actions", "Replay");
    if (scope == QLatin1StringView("session")) return QCoreApplication::translate("haneul::actions", "Access");
    if (scope == QLatin1StringView("help")) return QCoreApplication::translate("haneul::actions", "Help");
    return {};
}

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent) {
    m_actions.reserve(std::size(list));
    for (const ActionInfo& info : list) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1StringView(info.id));
        action->setShortcut(QKeySequence::fromString(QLatin1StringView(info.key), QKeySequence::PortableText));
        action->setCheckable(info.checkable);
        m_actions.push_back(action);
    }
    retranslate();
}

QAction& ActionRegistry::action(QLatin1StringView id) const {
    const auto found =
        std::ranges::find_if(list, [&](const ActionInfo& info) { return id == QLatin1StringView(info.id); });
    if (found == std::end(list)) qFatal("no action of the name %s", id.data());
    return *m_actions[static_cast<std::size_t>(std::distance(std::begin(list), found))];
}

void ActionRegistry::retranslate() {
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setText(QCoreApplication::translate(context, list[i].text));
}

} // namespace haneul::actions
