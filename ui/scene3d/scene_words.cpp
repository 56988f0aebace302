#include "ui/scene3d/scene_words.h"

#include "ui/map/track_text.h"
#include "ui/models/words.h"
#include "ui/scene3d/scene3d_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::scene3d {

using theme::ColorRole;

namespace {

constexpr std::size_t maxLabels = 60;
constexpr std::size_t maxNames = 24;
constexpr std::size_t maxAirfields = 16;
constexpr double symbol_px = 6.5;
constexpr double plateOpacity = 0.78;
constexpr double nameOfHeliport_m = 22.0; // metres in a pixel from which on a heliport is named

QString lengthText(double length_m) {
    return length_m >= 1000.0 ? QString(QString::number(length_m / 1000.0) % QStringLiteral(" km"))
                              : QString(QString::number(length_m) % QStringLiteral(" m"));
}

geo::Enu_m enu(const osg::Vec3& place) {
    return {static_cast<double>(place.x()), static_cast<double>(place.y()), static_cast<double>(place.z())};
}

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

QString modeText(const situation::Situation& situation) {
    switch (situation.mode) {
    case situation::TimeMode::Live:
        return Scene3DView::tr("LIVE");
    case situation::TimeMode::Replay:
        return Scene3DView::tr("REPLAY %1×").arg(situation.replay ? situation.replay->speed : 1.0);
    case situation::TimeMode::Paused:
        return Scene3DView::tr("PAUSED");
    }
    return {};
}

// "Register (Office, 2025-06)"; what is made up says so.
QString namesOf(const std::vector<Provenance>& sets) {
    QStringList names;
    for (const Provenance& set : sets)
        names << (set.synthetic ? Scene3DView::tr("%1, SYNTHETIC").arg(utf8(set.name))
                                : Scene3DView::tr("%1 (%2, %3)").arg(utf8(set.name), utf8(set.source), utf8(set.date)));
    return names.join(QStringLiteral("; "));
}

// Where what stands on the ground comes from, and what of it is not known.
QStringList cityLegend(const CityStage& city, bool lowHidden) {
    QStringList lines;
    if (!city.buildings->from.empty()) lines << Scene3DView::tr("Buildings: %1").arg(namesOf(city.buildings->from));
    if (lowHidden) lines << Scene3DView::tr("Buildings below %1 m are drawn from nearer").arg(tallFrom_m);
    if (city.buildings->unknownHeight > 0)
        lines << Scene3DView::tr("%n building(s) of unknown height: outline only", nullptr,
                                 static_cast<int>(city.buildings->unknownHeight));
    if (city.buildings->leftOut > 0)
        lines << Scene3DView::tr("%n building(s) farther out are not drawn", nullptr,
                                 static_cast<int>(city.buildings->leftOut));
    if (!city.terrain->from.empty()) lines << Scene3DView::tr("Terrain: %1").arg(namesOf(city.terrain->from));
    if (city.terrain->datumUnknown)
        lines << Scene3DView::tr("Terrain heights of an unknown datum: for looking, not for clearance");
    if (!city.drape->legend.isEmpty()) lines << city.drape->legend;
    return lines;
}

QString heightsText(const SceneContents& contents) {
    const auto datums = contents.stage.datums();
    if (datums.empty()) return Scene3DView::tr("No track reports a height");
    QStringList names;
    for (const geo::HeightDatum datum : datums) {
        const std::string_view name = geo::toString(datum);
        names << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    const QString all = names.join(QStringLiteral(" / "));
    return datums.size() == 1 ? Scene3DView::tr("Heights %1 as reported").arg(all)
                              : Scene3DView::tr("Heights %1 as reported, not reconciled").arg(all);
}

} // namespace

// What one pass of drawing shares.
struct SceneWords::Scene {
    QPainter& painter;
    QSizeF view;
    const SceneContents& contents;
    const OrbitCamera& camera;
    const SceneGraph& graph;
    map::Occupancy taken;
    QFontMetricsF metrics;

    [[nodiscard]] QColor color(ColorRole role) const { return contents.theme.color(role); }

    [[nodiscard]] QColor plate(ColorRole role) const {
        QColor plate = color(role);
        plate.setAlphaF(static_cast<float>(plateOpacity));
        return plate;
    }

    [[nodiscard]] std::optional<QPointF> inSight(geo::Enu_m place) const {
        const auto pixel = camera.pixelOf(place);
        if (!pixel || !QRectF({0, 0}, view).contains(*pixel)) return std::nullopt;
        return pixel;
    }

    // Upwards from `at` until there is room, in so many steps.
    bool wordAbove(QPointF at, const QString& text, ColorRole role, int steps) {
        for (int step = 1; step <= steps; ++step)
            if (word(at - QPointF(0, metrics.height() * (step * 1.1 - 0.3)), text, role, true)) return true;
        return false;
    }

    // A quiet word in the middle of `at`, where nothing else is; `plated`: lines of the ground do not cross it.
    bool word(QPointF at, const QString& text, ColorRole role, bool plated = false) {
        const QSizeF size(metrics.horizontalAdvance(text) + 6, metrics.height());
        const QRectF area(at - QPointF(size.width() / 2, size.height() / 2), size);
        if (!taken.free(area)) return false;
        taken.take(area);
        if (plated) painter.fillRect(area, plate(ColorRole::Base));
        painter.setPen(color(role));
        painter.drawText(area, Qt::AlignCenter, text);
        return true;
    }
};

std::optional<milliseconds> dataAge(const SceneContents& contents) {
    std::optional<UtcMs> newest;
    for (const traffic::TrackPtr& track : contents.situation->tracks)
        if (!newest || track->received > *newest) newest = track->received;
    if (!newest) return std::nullopt;
    return contents.now - *newest;
}

void SceneWords::draw(QPainter& painter, QSizeF view, const SceneContents& contents, const OrbitCamera& camera,
                      const SceneGraph& graph) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    Scene scene{painter, view, contents, camera, graph, map::Occupancy(view), QFontMetricsF(painter.font())};
    const models::Selection& selection = *contents.selection;
    if (selection.hovered() != selection.selected())
        drawHalo(scene, selection.hovered(), ColorRole::SecondaryText, 1.2);
    drawHalo(scene, selection.selected(), ColorRole::Selection, 2.2);
    drawClock(scene);
    drawLegend(scene);
    for (const StagedTrack& staged : contents.stage.tracks())
        if (const auto pixel = scene.inSight(staged.place))
            scene.taken.take(QRectF(*pixel - QPointF(symbol_px, symbol_px), QSizeF(2 * symbol_px, 2 * symbol_px)));
    drawConflicts(scene);
    drawHeights(scene);
    drawRings(scene);
    drawHits(scene);
    drawPathNames(scene);
    drawPlanNames(scene, true);
    drawLabels(scene);
    drawPlanNames(scene, false);
    drawNodeNames(scene);
    drawGroundNames(scene);
}

// What the chosen plan meets, at the top of where it does.
void SceneWords::drawHits(Scene& scene) {
    for (const StagedHit& hit : scene.contents.plans.hits()) {
        const auto pixel =
            scene.inSight({hit.place.x(), hit.place.y(), hit.ceiling_m * scene.contents.stage.exaggeration()});
        if (pixel)
            (void)scene.word(*pixel - QPointF(0, scene.metrics.height() * 0.8), hit.label,
                             hit.hinders ? ColorRole::Warning : ColorRole::Text, true);
    }
}

// The chosen plan and those that it meets before the labels of tracks, the others after them, where there is room.
void SceneWords::drawPlanNames(Scene& scene, bool important) {
    std::size_t shown = 0;
    for (const StagedPlan& plan : scene.contents.plans.plans()) {
        if ((plan.selected || plan.met) != important) continue;
        if (!important && (scene.contents.labels == map::LabelDetail::None || shown >= maxNames)) return;
        const auto pixel =
            scene.inSight({plan.top.x(), plan.top.y(), plan.top.z() * scene.contents.stage.exaggeration()});
        if (!pixel) continue;
        const QString text = plan.assumed ? Scene3DView::tr("%1 · heights not judged").arg(plan.label) : plan.label;
        const ColorRole role = plan.selected ? ColorRole::Selection
                               : plan.met    ? ColorRole::Text
                                             : ColorRole::SecondaryText;
        if (scene.wordAbove(*pixel, text, role, important ? 4 : 1)) ++shown;
    }
}

// Each by its name, the chosen one first.
void SceneWords::drawPathNames(Scene& scene) {
    const auto paths = scene.contents.plans.paths();
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
        const geo::Enu_m top = enu(path->top);
        const auto pixel = scene.inSight({top.east, top.north, top.up * scene.contents.stage.exaggeration()});
        if (!pixel) continue;
        const QString text = path->assumed ? Scene3DView::tr("%1 · heights not judged").arg(path->label) : path->label;
        (void)scene.wordAbove(*pixel, text, path->chosen ? ColorRole::Selection : ColorRole::SecondaryText, 6);
    }
}

// The numbers of a conflict where both are closest, before anything else: the form of the sign says how bad it is.
void SceneWords::drawConflicts(Scene& scene) {
    constexpr std::size_t mostNamed = 30; // the soonest
    const double factor = scene.contents.stage.exaggeration();
    std::size_t named = 0;
    for (const StagedConflict& staged : scene.contents.conflicts.conflicts()) {
        if (named++ == mostNamed) return;
        const auto& [a, b] = staged.closest;
        const auto one = scene.inSight({a.east, a.north, a.up * factor});
        const auto other = scene.inSight({b.east, b.north, b.up * factor});
        if (!one || !other) continue;
        const QRectF line = QRectF(*one, *other).normalized().adjusted(-symbol_px, -symbol_px, symbol_px, symbol_px);
        scene.taken.take(line); // no letter of the compass stands on it
        const traffic::Conflict& conflict = staged.conflict;
        const QString names =
            QStringLiteral("%1 – %2").arg(map::nameOf(*conflict.tracks[0]), map::nameOf(*conflict.tracks[1]));
        const bool now = conflict.until_s < 0.5;
        QString text = conflict.lost
                           ? (now ? Scene3DView::tr("⬣ %1: separation lost, %2 m · vertical %3 m")
                                  : Scene3DView::tr("⬣ %1: separation lost, closest %2 m · vertical %3 m · in %4 s"))
                           : Scene3DView::tr("▲ %1: closest %2 m · vertical %3 m · in %4 s");
        const auto whole = [](double value) { return QString::number(value, 'f', 0); };
        text = text.arg(names, whole(conflict.horizontal_m), whole(conflict.vertical_m));
        if (!now || !conflict.lost) text = text.arg(whole(conflict.until_s));
        (void)scene.wordAbove({line.center().x(), line.top()}, text,
                              conflict.lost ? ColorRole::Danger : ColorRole::Warning, 8);
    }
}

// Above the columns of the networks.
void SceneWords::drawNodeNames(Scene& scene) {
    constexpr double widest_m = 60.0; // of a pixel: farther away they would be a heap
    for (const StagedNode& node : scene.contents.networks.nodes()) {
        const geo::Enu_m top{node.top.east, node.top.north, node.top.up * scene.contents.stage.exaggeration()};
        const auto pixel = scene.inSight(top);
        if (!pixel || scene.camera.metresPerPixelAt(top) > widest_m) continue;
        const ColorRole role = node.selected ? ColorRole::Text : ColorRole::SecondaryText;
        (void)scene.word(*pixel - QPointF(0, scene.metrics.height() * 0.8), node.label, role);
    }
}

void SceneWords::drawClock(Scene& scene) {
    const SceneContents& contents = scene.contents;
    const situation::Situation& situation = *contents.situation;
    const bool live = situation.mode == situation::TimeMode::Live;
    const auto age = dataAge(contents);
    const QString mode = modeText(situation);
    const QString time = models::utcTime(live ? contents.now : situation.time);
    const QString data =
        age ? Scene3DView::tr("data %1 old").arg(models::ageText(*age)) : Scene3DView::tr("no tracks yet");
    const QFont plain = scene.painter.font();
    QFont bold = plain;
    bold.setBold(true);
    const QFontMetricsF heavy(bold);
    const double gap = scene.metrics.height() / 2;
    const double height = scene.metrics.height() * 1.4;
    const double modeWidth = heavy.horizontalAdvance(mode) + 2 * gap;
    const QRectF badge(gap, gap, modeWidth, height);
    const QRectF words(badge.right(), gap,
                       heavy.horizontalAdvance(time) + scene.metrics.horizontalAdvance(data) + 3 * gap, height);
    QPainter& painter = scene.painter;
    painter.fillRect(words, scene.plate(ColorRole::Panel));
    const ColorRole frame =
        situation.mode == situation::TimeMode::Paused ? ColorRole::PausedFrame : ColorRole::ReplayFrame;
    painter.fillRect(badge, scene.color(live ? ColorRole::Raised : frame));
    painter.setFont(bold);
    painter.setPen(scene.color(live ? ColorRole::Text : ColorRole::Base));
    painter.drawText(badge, Qt::AlignCenter, mode);
    painter.setPen(scene.color(ColorRole::Text));
    painter.drawText(words.adjusted(gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, time);
    painter.setFont(plain);
    painter.setPen(scene.color(ColorRole::SecondaryText));
    painter.drawText(words.adjusted(0, 0, -gap, 0), Qt::AlignRight | Qt::AlignVCenter, data);
    scene.taken.take(badge.united(words));
}

void SceneWords::drawLegend(Scene& scene) {
    const double line = scene.metrics.height();
    const double gap = line / 2;
    QStringList legend{
        heightsText(scene.contents),
        (scene.contents.city.terrain->corners.empty() ? Scene3DView::tr("Heights drawn ×%1 · ground at 0 m, no terrain")
                                                      : Scene3DView::tr("Heights drawn ×%1 · 0 m where no terrain is"))
            .arg(scene.contents.stage.exaggeration(), 0, 'f', scene.contents.stage.exaggeration() < 10 ? 1 : 0),
        Scene3DView::tr("rings %1 · vectors %2 s · hollow on the ground: height unknown")
            .arg(lengthText(scene.graph.gridStep_m()))
            .arg(scene.contents.vectorSeconds)};
    if (const auto zones = static_cast<int>(scene.contents.zones.assumed()); zones > 0)
        legend << Scene3DView::tr("%n volume(s) of zones AGL or W84: counted from that ground", nullptr, zones);
    legend << cityLegend(scene.contents.city, scene.graph.city().lowHidden());
    const PlanStage& plans = scene.contents.plans;
    if (const auto volumes = static_cast<int>(plans.assumed()); volumes > 0)
        legend << Scene3DView::tr("%n volume(s) of flight plans AGL or W84: not judged, counted from that ground",
                                  nullptr, volumes);
    if (const auto bare = static_cast<int>(plans.withoutVolumes()); bare > 0)
        legend << Scene3DView::tr("%n flight plan(s) by their ways only: too many for all volumes", nullptr, bare);
    if (!plans.plans().empty())
        legend << Scene3DView::tr(
            "flight plans: dashed wait · thin are approved · heavy fly · white is the chosen one");
    if (!plans.paths().empty())
        legend << Scene3DView::tr(
            "paths: shortest dashed · weighed dotted · within the budget solid · the chosen one is "
            "heavy, with plumb lines where its legs end");
    const ConflictStage& conflicts = scene.contents.conflicts;
    if (!conflicts.conflicts().empty())
        legend << Scene3DView::tr(
                      "conflicts: no other aircraft belongs within %1 m and %2 m of height; looked %3 s ahead")
                      .arg(separation.horizontal_m)
                      .arg(separation.vertical_m)
                      .arg(separation.ahead_s);
    if (const auto pairs = static_cast<int>(conflicts.notJudged()); pairs > 0)
        legend << Scene3DView::tr(
            "%n pair(s) of aircraft near each other not judged: height, climb or a fresh report is "
            "lacking",
            nullptr, pairs);
    double widest = 0;
    for (const QString& text : legend)
        widest = std::max(widest, scene.metrics.horizontalAdvance(text));
    const auto lines = static_cast<double>(legend.size());
    const QRectF box(gap, scene.view.height() - gap - line * lines - gap / 2, widest + gap, line * lines + gap / 2);
    scene.painter.fillRect(box, scene.plate(ColorRole::Panel));
    scene.painter.setPen(scene.color(ColorRole::SecondaryText));
    for (int i = 0; i < legend.size(); ++i)
        scene.painter.drawText(QPointF(box.left() + gap / 2, box.top() + gap / 4 + scene.metrics.ascent() + line * i),
                               legend[i]);
    scene.taken.take(box);
}

// Letters of the compass at the sides, and how far the rings are from the middle.
void SceneWords::drawRings(Scene& scene) {
    const double half = scene.contents.stage.area().halfWidth_m;
    const std::pair<geo::Enu_m, QString> sides[] = {{{0, half * 1.04, 0}, Scene3DView::tr("N", "north")},
                                                    {{half * 1.04, 0, 0}, Scene3DView::tr("E", "east")},
                                                    {{0, -half * 1.04, 0}, Scene3DView::tr("S", "south")},
                                                    {{-half * 1.04, 0, 0}, Scene3DView::tr("W", "west")}};
    const QFont plain = scene.painter.font();
    QFont bold = plain;
    bold.setBold(true);
    scene.painter.setFont(bold);
    for (const auto& [place, letter] : sides)
        if (const auto pixel = scene.inSight(place)) scene.word(*pixel, letter, ColorRole::Text, true);
    scene.painter.setFont(plain);
    const double angle = (scene.camera.azimuth_deg() + 45.0) * std::numbers::pi / 180.0;
    const double step = scene.graph.gridStep_m();
    for (double radius = step; radius < half; radius += step)
        if (const auto pixel = scene.inSight({radius * std::sin(angle), radius * std::cos(angle), 0}))
            scene.word(*pixel, lengthText(radius), ColorRole::SecondaryText);
}

void SceneWords::drawHeights(Scene& scene) {
    if (scene.camera.elevation_deg() > 78) return; // from above there is no height to be seen
    const HeightScale& heights = scene.graph.heights();
    const double exaggeration = scene.contents.stage.exaggeration();
    for (std::size_t pole = 0; pole < 2; ++pole)
        for (int step = 0; step <= heights.steps; ++step) {
            const double height = heights.step_m * step;
            geo::Enu_m place = enu(scene.graph.poles().at(pole));
            place.up = height * exaggeration;
            const auto pixel = scene.camera.pixelOf(place);
            if (!pixel) continue;
            const QString text =
                step == heights.steps || step == 0 ? QStringLiteral("%1 m").arg(height) : QString::number(height);
            const double half = scene.metrics.horizontalAdvance(text) / 2 + 6;
            // The pole at the left has its figures outside, where nothing flies; so has the one at the right.
            const auto other = scene.camera.pixelOf(enu(scene.graph.poles().at(1 - pole)));
            const double outward = other && pixel->x() > other->x() ? half : -half;
            scene.word(*pixel + QPointF(outward, 0), text, ColorRole::SecondaryText);
        }
}

void SceneWords::drawGroundNames(Scene& scene) {
    // Translators: the two letters of this language. Names on the ground are Korean where it is "ko".
    const bool korean = Scene3DView::tr("en", "language of this translation") == QLatin1StringView("ko");
    const QFont plain = scene.painter.font();
    QFont small = plain;
    small.setPointSizeF(plain.pointSizeF() * 0.9);
    scene.painter.setFont(small);
    scene.metrics = QFontMetricsF(small);
    std::size_t shown = 0;
    for (const GroundAirfield& field : scene.contents.ground.airfields) {
        const bool heliport = field.kind == tiles::AirfieldKind::Heliport;
        const double pixel_m = scene.camera.metresPerPixelAt(enu(field.place));
        const auto pixel = scene.inSight(enu(field.place));
        if (!pixel || !onShownGround(scene.contents.stage.area(), field.place) || shown >= maxAirfields ||
            (heliport && pixel_m > nameOfHeliport_m))
            continue;
        const QString text =
            heliport ? utf8(field.name) : QString(utf8(field.code) % QStringLiteral("  ") % utf8(field.name));
        const double up = heliport ? -scene.metrics.height() * 0.9 : -26.0 - scene.metrics.height() * 0.55;
        if (scene.word(*pixel + QPointF(0, up), text, ColorRole::SecondaryText, true)) ++shown;
    }
    shown = 0;
    for (const GroundName& name : scene.contents.ground.names) {
        const auto pixel = scene.inSight(enu(name.place));
        const double pixel_m = scene.camera.metresPerPixelAt(enu(name.place));
        constexpr double worldPixel_m = 156'543.0; // Web Mercator, zoom 0, at the equator
        const double zoom = std::log2(worldPixel_m / pixel_m);
        if (!pixel || !onShownGround(scene.contents.stage.area(), name.place) || shown >= maxNames ||
            name.labelZoom > zoom + 0.5)
            continue;
        const QString text = utf8(korean && !name.korean.empty() ? name.korean : name.english);
        if (scene.word(*pixel, text, ColorRole::Stale)) ++shown;
    }
    scene.painter.setFont(plain);
    scene.metrics = QFontMetricsF(plain);
}

void SceneWords::drawHalo(Scene& scene, const traffic::TrackId& id, ColorRole role, double width) {
    const StagedTrack* staged = id.empty() ? nullptr : scene.contents.stage.find(id);
    const auto pixel = staged ? scene.camera.pixelOf(staged->place) : std::nullopt;
    if (!pixel) return;
    scene.painter.setPen(QPen(scene.color(role), width));
    scene.painter.setBrush(Qt::NoBrush);
    scene.painter.drawEllipse(*pixel, 15.0, 15.0);
}

std::vector<SceneWords::Candidate> SceneWords::candidates(const Scene& scene) const {
    std::vector<Candidate> candidates;
    const osg::Vec3d eye = scene.camera.eye();
    const models::Selection& selection = *scene.contents.selection;
    for (const StagedTrack& staged : scene.contents.stage.tracks()) {
        const auto pixel = scene.inSight(staged.place);
        if (!pixel) continue;
        const traffic::TrackId& id = staged.track->id;
        const osg::Vec3d place(staged.place.east, staged.place.north, staged.place.up);
        double rank = (place - eye).length();
        if (m_placeOf.contains(id)) rank *= 0.8; // labels do not come and go while traffic moves
        if (id == selection.hovered()) rank = 1;
        if (id == selection.selected()) rank = 0;
        candidates.push_back({&staged, *pixel, rank});
    }
    const auto kept = std::min(candidates.size(), maxLabels);
    std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(kept), {}, &Candidate::rank);
    candidates.resize(kept);
    return candidates;
}

void SceneWords::drawLabels(Scene& scene) {
    const std::vector<Candidate> wanted = candidates(scene);
    m_placeBefore = std::move(m_placeOf);
    m_placeOf.clear();
    for (const Candidate& candidate : wanted)
        if (scene.contents.labels != map::LabelDetail::None || candidate.rank <= 1) drawLabel(scene, candidate);
}

void SceneWords::drawLabel(Scene& scene, const Candidate& candidate) {
    const traffic::Track& track = *candidate.staged->track;
    const bool live = track.state == traffic::TrackState::Live;
    const bool full = scene.contents.labels == map::LabelDetail::Full;
    const QString name =
        map::nameOf(track) % (live ? QString() : QString(QStringLiteral("  ") % map::stateOf(track.state)));
    const QString facts =
        full ? QString(map::heightOf(track) % map::climbOf(track) % QStringLiteral("  ") % map::speedOf(track))
             : QString();
    const double line = scene.metrics.height() * 0.95;
    const QSizeF size(std::max(scene.metrics.horizontalAdvance(name), scene.metrics.horizontalAdvance(facts)) + 8,
                      line * (full ? 2 : 1));
    const auto before = m_placeBefore.find(track.id);
    auto place =
        map::takeLabelPlace(scene.taken, candidate.pixel, size,
                            before == m_placeBefore.end() ? std::nullopt : std::optional<std::size_t>(before->second));
    if (!place && candidate.rank > 0) return;
    if (!place) place = 0; // the selected one has its label, whatever is below
    m_placeOf.emplace(track.id, *place);
    const QRectF area(map::labelTopLeft(*place, candidate.pixel, size), size);
    scene.painter.fillRect(area, scene.plate(ColorRole::Base));
    const QRectF text = area.adjusted(4, 0, -4, 0);
    const bool known = live && candidate.staged->heightKnown;
    const int side = map::labelSide(*place) == map::LabelSide::Left ? Qt::AlignRight : Qt::AlignLeft;
    scene.painter.setPen(scene.color(candidate.rank == 0 ? ColorRole::Selection
                                     : known             ? ColorRole::Text
                                                         : ColorRole::Stale));
    scene.painter.drawText(QRectF(text.topLeft(), QSizeF(text.width(), line)), side | Qt::AlignVCenter, name);
    if (!full) return;
    scene.painter.setPen(scene.color(known ? ColorRole::SecondaryText : ColorRole::Stale));
    scene.painter.drawText(QRectF(text.topLeft() + QPointF(0, line), QSizeF(text.width(), line)),
                           side | Qt::AlignVCenter, facts);
}

} // namespace haneul::scene3d
