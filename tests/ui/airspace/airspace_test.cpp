#include "zone_house.h"

#include "core/formats/ed318_writer.h"
#include "core/formats/zone_files.h"
#include "core/formats/zone_json.h"
#include "core/geo/geodesic.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/actions/action_registry.h"
#include "ui/airspace/draft_tables.h"
#include "ui/airspace/zone_details.h"
#include "ui/airspace/zone_dialogs.h"
#include "ui/airspace/zone_editor.h"
#include "ui/airspace/zone_form.h"
#include "ui/airspace/zone_geometry.h"
#include "ui/airspace/zone_model.h"
#include "ui/airspace/zone_panel.h"
#include "ui/airspace/zone_tool.h"
#include "ui/airspace/zone_words.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/zone_drawing.h"
#include "ui/orders/list_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::airspace;
using namespace haneul::airspace::tests;

namespace {

map::MapCamera cameraAt(geo::LatLon place = seoul, double zoom = 14) {
    return {geo::toMercator(place), zoom, QSizeF(1000, 800)};
}

// A desk on the real service, its editor and its tool.
struct Place {
    Place()
        : desk(house.service.get(), [this] { return who; })
        , editor(desk, drafts)
        , tool(editor) {
        desk.setTime(noon);
    }

    void press(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        const auto camera = cameraAt();
        const map::MapPointer pointer{at, modifiers};
        if (tool.press(camera, pointer))
            tool.release(camera, pointer);
        else
            (void)tool.click(camera, pointer);
    }

    void drag(QPointF from, QPointF to) {
        const auto camera = cameraAt();
        QVERIFY(tool.press(camera, {from, {}}));
        tool.drag(camera, {(from + to) / 2, {}});
        tool.drag(camera, {to, {}});
        tool.release(camera, {to, {}});
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, QPointF at = {500, 400}) {
        const QKeyEvent event(QEvent::KeyPress, key, modifiers);
        (void)tool.key(cameraAt(), at, event);
    }

    House house;
    std::optional<people::Principal> who = someone({"zone.read", "zone.write"});
    AirspaceDesk desk;
    drafts::Drafts drafts;
    ZoneEditor editor;
    ZoneTool tool;
};

const geo::Polygon& polygonOf(const Zone& zone, std::size_t layer = 0) {
    return std::get<geo::Polygon>(zone.layers[layer].area);
}

map::ZoneShape shapeOf(const Zone& zone) {
    map::ZoneShape shape{.key = QString::fromStdString(zoneKey(zone)),
                         .label = {QString::fromStdString(zone.identifier), limitsText(zone)},
                         .kind = kindOf(zone.type)};
    std::vector<map::ZoneVolumeShape> volumes;
    for (const Layer& layer : zone.layers)
        volumes.push_back(map::zoneVolume(ringsOf(layer.area), heightsOf(layer, {})));
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(std::move(volumes));
    return shape;
}

} // namespace

class AirspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusFollowsTheSchedule_data();
    void statusFollowsTheSchedule(); // R-MS-12
    void typedPlaces_data();
    void typedPlaces();
    void typedDaysAndTimes();
    void everyFindingHasASentence();
    void modelFollowsTheState();
    void shapesAreHit();
    void ringsCrossTheEdgeOfTheWorld();
    void heightsSayWhatTheyAssume();
    void drawingTellsKindsApart();
    void drawsAPolygonByPointer();
    void drawsACircleByPointerAndKeys();
    void movesInsertsAndRemovesCorners();
    void undoneStepByStep();
    void draftSurvivesACrash();
    void tablesWriteNumbers();
    void timesPastMidnight();
    void findingsAreLive();
    void impactBeforePublishing(); // R-SVC-18
    void publishesAndChanges();    // R-SVC-18
    void staleIsAChoice();
    void rightsAreAsked();
    void detailsSayEverything();
    void panelFiltersAndWithdraws();
    void importShowsEveryFeature();
    void importTakesWhatIsChecked();
    void holesAreDrawn(); // R-UI-08
    void holesThatAreWrongAreFindings_data();
    void holesThatAreWrongAreFindings();
    void exportIsReadBack();
    void withoutAService();
};

void AirspaceTest::statusFollowsTheSchedule_data() {
    QTest::addColumn<QString>("time");
    QTest::addColumn<int>("now");
    // 22:00 to 02:00 +09:00 on Fridays and Saturdays: 13:00Z to 17:00Z of those days.
    const auto row = [](const char* name, const char* time, ZoneNow now) {
        QTest::newRow(name) << QString::fromLatin1(time) << static_cast<int>(now);
    };
    row("before", "2026-11-21T12:59:59Z", ZoneNow::Inactive);
    row("at once", "2026-11-21T13:00:00Z", ZoneNow::Active);
    row("past midnight", "2026-11-21T16:30:00Z", ZoneNow::Active);
    row("over", "2026-11-21T17:00:00Z", ZoneNow::Inactive);
    row("on Sunday", "2026-11-22T14:00:00Z", ZoneNow::Inactive);
}

void AirspaceTest::statusFollowsTheSchedule() {
    QFETCH(QString, time);
    QFETCH(int, now);
    const Zone zone = nightZone("N1");
    const UtcMs at = *fromRfc3339(time.toStdString());
    QCOMPARE(static_cast<int>(statusOf(zone, at).now), now);
    QVERIFY(!whyText(zone, statusOf(zone, at), at).isEmpty());
    Zone past = circleZone("P");
    past.periods = {{noon - std::chrono::hours(4), noon - std::chrono::hours(2), {}}};
    QCOMPARE(static_cast<int>(statusOf(past, noon).now), static_cast<int>(ZoneNow::Ended));
    Zone polar = circleZone("SUN", {80, 20});
    polar.periods = {{{}, {}, {{{}, Daylight::Sr, Daylight::Ss}}}};
    QCOMPARE(static_cast<int>(statusOf(polar, noon).now), static_cast<int>(ZoneNow::NotJudged));
}

void AirspaceTest::typedPlaces_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("latitude");
    QTest::addColumn<double>("degrees"); // not a number: refused
    const auto row = [](const QString& text, bool latitude, double degrees) {
        QTest::newRow(qPrintable(text)) << text << latitude << degrees;
    };
    row(QStringLiteral("37.5665"), true, 37.5665);
    row(QStringLiteral("37,5665"), true, 37.5665);
    row(QStringLiteral("-37.5"), true, -37.5);
    row(QStringLiteral("37.5665N"), true, 37.5665);
    row(QStringLiteral("37.5 S"), true, -37.5);
    row(QStringLiteral("37 33 59.4 N"), true, 37.5665);
    row(QStringLiteral("37°33′59.4″N"), true, 37.5665);
    row(QStringLiteral("126 58 40.8 E"), false, 126.978);
    row(QStringLiteral("126.978W"), false, -126.978);
    row(QStringLiteral("126.978N"), false, NAN);
    row(QStringLiteral("90.1"), true, NAN);
    row(QStringLiteral("181"), false, NAN);
    row(QStringLiteral("37 61 0"), true, NAN);
    row(QStringLiteral("37.5 30 0"), true, NAN);
    row(QStringLiteral("north"), true, NAN);
    row(QString(), true, NAN);
}

void AirspaceTest::typedPlaces() {
    QFETCH(QString, text);
    QFETCH(bool, latitude);
    QFETCH(double, degrees);
    const auto typed = latitude ? typedLatitude(text) : typedLongitude(text);
    QCOMPARE(typed.has_value(), !std::isnan(degrees));
    if (typed) QVERIFY(std::abs(*typed - degrees) < 1e-9);
}

void AirspaceTest::typedDaysAndTimes() {
    QVERIFY(typedDays(QStringLiteral("mon-fri")) == std::vector({Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri}));
    QVERIFY(typedDays(QStringLiteral("SAT, mon")) == std::vector({Day::Mon, Day::Sat}));
    QVERIFY(typedDays(QStringLiteral("SAT-MON")) == std::vector({Day::Mon, Day::Sat, Day::Sun}));
    QVERIFY(typedDays(QString())->empty() && typedDays(QStringLiteral("any"))->empty());
    QVERIFY(!typedDays(QStringLiteral("someday")) && !typedDays(QStringLiteral("MON-TUE-WED")));
    const std::vector<Day> days{Day::Mon, Day::Tue, Day::Wed, Day::Sun};
    QCOMPARE(daysText(days), QStringLiteral("MON-WED, SUN"));
    QVERIFY(typedDays(daysText(days)) == days);

    QVERIFY(typedMark(QStringLiteral("22:00")) == DayMark(ClockTime{79'200, 0}));
    QVERIFY(typedMark(QStringLiteral("22:00+09:00")) == DayMark(ClockTime{79'200, 32'400}));
    QVERIFY(typedMark(QStringLiteral("22:00 +9")) == DayMark(ClockTime{79'200, 32'400}));
    QVERIFY(typedMark(QStringLiteral("sr")) == DayMark(Daylight::Sr));
    QVERIFY(typedMark(QStringLiteral("24:00Z")) == DayMark(ClockTime{86'400, 0}));
    for (const char* bad : {"24:01", "22", "22:60", "22:00+19:00", "noon", ""})
        QVERIFY2(!typedMark(QString::fromLatin1(bad)), bad);
    for (const DayMark& mark : {DayMark(ClockTime{79'230, -34'200}), DayMark(Daylight::Eect), DayMark(ClockTime{})})
        QVERIFY(typedMark(markText(mark)) == mark);
}

// Each code that findingsOf() names in its contract, and those of readers that people see most.
void AirspaceTest::everyFindingHasASentence() {
    for (const char* code :
         {"BAD_AREA", "BAD_LIMITS", "BAD_TIMES", "NO_LAYER", "NO_IDENTIFIER", "BAD_COUNTRY", "BAD_SCHEDULE", "TOO_MANY",
          "LIMITS_NOT_COMPARABLE", "SUSPICIOUS_HEIGHT", "TINY_AREA", "HUGE_AREA", "LONG_IDENTIFIER", "NO_AUTHORITY",
          "NO_NAME", "DUPLICATE_IDENTIFIER", "NO_MEANING", "MEANING_BY_DEFAULT", "IDENTIFIER_TAKEN"})
        QVERIFY2(hasSentence(code), code);
    QCOMPARE(findingText({Severity::Note, "NEW_CODE", "as the reader says", ""}), QStringLiteral("as the reader says"));
    QCOMPARE(placeText("layers[1].upper"), QStringLiteral("Volume 2, upper limit"));
    QCOMPARE(placeText("periods[0].schedule[2]"), QStringLiteral("Period 1, time of day"));
    QCOMPARE(placeText("identifier"), QStringLiteral("Identifier"));
}

void AirspaceTest::modelFollowsTheState() {
    ZoneModel model;
    QAbstractItemModelTester tester(&model);
    const auto row = [](const Zone& zone, std::uint64_t revision, ZoneNow now) {
        return ListedZone{{zoneKey(zone), revision, noon, "kim"}, std::make_shared<const Zone>(zone), {now, "dark"}};
    };
    model.setZones({row(circleZone("A"), 1, ZoneNow::Active), row(nightZone("B"), 1, ZoneNow::NotJudged)});
    QCOMPARE(model.rowCount(), 2);
    const auto cell = [&](int at, int column) { return model.index(at, column).data().toString(); };
    QCOMPARE(cell(0, ZoneModel::Identifier), QStringLiteral("KOR A"));
    QCOMPARE(cell(0, ZoneModel::Limits), QStringLiteral("GND – 150 m AGL"));
    QCOMPARE(cell(0, ZoneModel::Times), QStringLiteral("At all times"));
    QCOMPARE(cell(1, ZoneModel::Times), QStringLiteral("FRI, SAT 22:00+09:00 – 02:00+09:00 (next day)"));
    QCOMPARE(model.index(1, ZoneModel::Now).data(orders::SignRole).toInt(),
             static_cast<int>(orders::ListSign::Caution));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setZones({row(circleZone("A"), 1, ZoneNow::Active), row(nightZone("B"), 1, ZoneNow::NotJudged)});
    QCOMPARE(changed.count(), 0);
    model.setZones({row(circleZone("A"), 2, ZoneNow::Ended)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 0).data(orders::QuietRole).toBool());
    model.setLanguage(QStringLiteral("ko"));
    QCOMPARE(cell(0, ZoneModel::Name), QStringLiteral("예시 A"));
}

void AirspaceTest::shapesAreHit() {
    map::ZoneShapes shapes;
    shapes.zones = {shapeOf(squareZone("BIG", seoul, 0.05)), shapeOf(circleZone("SMALL", seoul, 300))};
    Zone holed = squareZone("HOLED", {37.5665, 127.2}, 0.02);
    std::get<geo::Polygon>(holed.layers[0].area).holes = {
        {{37.5615, 127.195}, {37.5715, 127.195}, {37.5715, 127.205}, {37.5615, 127.205}}};
    shapes.zones.push_back(shapeOf(holed));
    const auto camera = cameraAt();
    const auto middle = camera.pixelOf(geo::toMercator(seoul));
    QCOMPARE(map::zonesAt(shapes, camera, middle, 4), (std::vector<std::size_t>{1, 0})); // the small one first
    QVERIFY(!map::zoneBorderAt(shapes, camera, middle, 4));                              // inside, far from borders
    const auto rim = camera.pixelOf(geo::toMercator(geo::direct(seoul, 90, 300)));
    QCOMPARE(map::zoneBorderAt(shapes, camera, rim, 4), std::optional<std::size_t>(1));
    const auto at = [&](geo::LatLon place) {
        return map::zonesAt(shapes, camera, camera.pixelOf(geo::toMercator(place)), 0);
    };
    QCOMPARE(at({37.5665, 127.2}), std::vector<std::size_t>()); // in the hole
    QCOMPARE(at({37.5665, 127.19}), std::vector<std::size_t>{2});
    QCOMPARE(at({38, 128}), std::vector<std::size_t>());
}

void AirspaceTest::ringsCrossTheEdgeOfTheWorld() {
    const auto rings = ringsOf(geo::Polygon{{{-1, 179.5}, {-1, -179.5}, {1, -179.5}, {1, 179.5}}, {}});
    const auto volume = map::zoneVolume(rings, {});
    QVERIFY(volume.most.x - volume.least.x < 0.01);
    map::ZoneShapes shapes;
    map::ZoneShape shape;
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(std::vector{volume});
    shapes.zones = {shape};
    for (const double longitude : {179.9, -179.9}) { // whichever side the map looks from
        const auto camera = cameraAt({0, longitude}, 8);
        for (const double inside : {179.8, -179.8})
            QCOMPARE(map::zonesAt(shapes, camera, camera.pixelOf(geo::toMercator({0, inside})), 0).size(), 1U);
    }
    QCOMPARE(ringsOf(geo::Circle{seoul, 500}).front().size(), 96U);
    QVERIFY(ringsOf(geo::Polygon{{{37, 126}, {37, 128}, {38, 127}}, {}}).front().size() > 10); // long sides are bent
}

void AirspaceTest::heightsSayWhatTheyAssume() {
    using geo::VerticalReference;
    const geo::Circle area{seoul, 100};
    const Layer agl{area, {}, geo::VerticalLimit{150, VerticalReference::Agl}};
    QVERIFY(heightsOf(agl, {}) == (map::ZoneHeights{{}, 150, true}));
    const geo::Surroundings known{.ground_amsl_m = [](geo::LatLon) { return 40.0; },
                                  .geoid_m = [](geo::LatLon) { return 23.0; }};
    QVERIFY(heightsOf(agl, known) == (map::ZoneHeights{{}, 190, false}));
    const Layer amsl{area, geo::VerticalLimit{100, VerticalReference::Amsl},
                     geo::VerticalLimit{323, VerticalReference::W84}};
    QVERIFY(heightsOf(amsl, known) == (map::ZoneHeights{100, 300, false}));
    QVERIFY(heightsOf(amsl, {}).assumed);
    const Layer ground{area, geo::VerticalLimit{0, VerticalReference::Agl}, {}};
    QVERIFY(heightsOf(ground, {}) == (map::ZoneHeights{})); // from the ground up: nothing is assumed
}

void AirspaceTest::drawingTellsKindsApart() {
    const theme::Theme& theme = theme::themes().front();
    const auto camera = cameraAt();
    const auto drawn = [&](ZoneType type, map::ZoneShape::State state) {
        map::ZoneShapes shapes;
        shapes.zones = {shapeOf(circleZone("A", seoul, 1000, type))};
        shapes.zones.front().state = state;
        map::ZoneDrawing drawing;
        drawing.buildLines(shapes, camera, theme, 1);
        return drawing.lines().vertices().size();
    };
    using State = map::ZoneShape::State;
    // By form alone, without colour: each has another number of strokes.
    std::set<std::size_t> strokes;
    for (const ZoneType type :
         {ZoneType::Prohibited, ZoneType::ReqAuthorization, ZoneType::Conditional, ZoneType::NoRestriction})
        strokes.insert(drawn(type, State::Active));
    QCOMPARE(strokes.size(), 4U);
    QVERIFY(drawn(ZoneType::Prohibited, State::Inactive) < drawn(ZoneType::Prohibited, State::Active));
    QVERIFY(drawn(ZoneType::Prohibited, State::NotJudged) > drawn(ZoneType::Prohibited, State::Inactive));

    map::ZoneShapes shapes;
    for (int i = 0; i < 30; ++i)
        shapes.zones.push_back(shapeOf(circleZone("Z" + std::to_string(i), geo::direct(seoul, 12.0 * i, 1500), 120)));
    shapes.zones.push_back(shapeOf(circleZone("FAR", {40, 130}, 500)));
    map::ZoneDrawing drawing;
    drawing.buildLines(shapes, camera, theme, 1);
    QCOMPARE(drawing.zones(), 30U);
    map::GlyphAtlas atlas(QFont(), 1);
    atlas.beginRound();
    QVERIFY(drawing.buildTexts(shapes, camera, theme, 1, atlas, {}));
    QVERIFY(drawing.labels() > 10);
    for (std::size_t i = 0; i < drawing.taken().size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(!drawing.taken()[i].intersects(drawing.taken()[k]));
    // Without an end of the world far away, an area that fills the view costs no more than its view.
    map::ZoneShapes wide;
    wide.zones = {shapeOf(squareZone("WIDE", seoul, 3.0, ZoneType::Conditional))};
    drawing.buildLines(wide, cameraAt(seoul, 19), theme, 1);
    QVERIFY(drawing.lines().vertices().size() < 5000);
}

// ---------------------------------------------------------------- the editor

void AirspaceTest::drawsAPolygonByPointer() {
    Place place;
    QVERIFY(place.editor.beginNew());
    QCOMPARE(place.editor.zone().identifier, "Z001");
    place.editor.take(ZoneHand::DrawPolygon);
    QVERIFY(!place.tool.hint().isEmpty());
    for (const QPointF at : {QPointF(400, 300), QPointF(600, 300), QPointF(600, 500)})
        place.press(at);
    place.tool.hover(cameraAt(), map::MapPointer{{420, 480}, {}});
    QVERIFY(place.tool.line().to.has_value());
    place.press({400, 500});
    place.key(Qt::Key_Backspace); // the last one back
    QCOMPARE(place.tool.line().corners.size(), 3U);
    place.press({410, 500});
    place.press({400, 300}); // the first corner closes
    QCOMPARE(place.editor.zone().layers.size(), 1U);
    QCOMPARE(polygonOf(place.editor.zone()).outer.size(), 4U);
    QCOMPARE(place.editor.hand(), ZoneHand::Select);
    QVERIFY(place.editor.zone().layers[0].upper == (geo::VerticalLimit{150, geo::VerticalReference::Agl}));
    // A second volume takes the limits of the first, and is closed by the keyboard.
    place.editor.changeLayer("x", [](Layer& layer) { layer.upper->metres = 120; });
    place.editor.take(ZoneHand::DrawPolygon);
    for (const QPointF at : {QPointF(700, 300), QPointF(800, 300), QPointF(800, 400)})
        place.key(Qt::Key_Return, {}, at);
    place.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(place.editor.zone().layers.size(), 2U);
    QCOMPARE(place.editor.layer(), 1U);
    QCOMPARE(place.editor.zone().layers[1].upper->metres, 120.0);
    place.press({500, 400}); // into the first one
    QCOMPARE(place.editor.layer(), 0U);
}

void AirspaceTest::drawsACircleByPointerAndKeys() {
    Place place;
    QVERIFY(place.editor.beginNew());
    place.editor.take(ZoneHand::DrawCircle);
    place.drag({500, 400}, {600, 400});
    const auto first = std::get<geo::Circle>(place.editor.zone().layers.at(0).area);
    QVERIFY(geo::inverse(first.centre, seoul).distance_m < 0.1);
    QVERIFY(std::abs(first.radius_m - 100 * cameraAt().metresPerPixel()) < first.radius_m * 0.01);
    place.editor.take(ZoneHand::DrawCircle);
    place.key(Qt::Key_Return, {}, {200, 200});
    QVERIFY(place.tool.line().centre.has_value());
    place.key(Qt::Key_Escape);
    QVERIFY(!place.tool.line().centre.has_value());
    place.key(Qt::Key_Return, {}, {200, 200});
    place.key(Qt::Key_Return, Qt::ControlModifier, {263, 200}); // tens of metres
    const auto second = std::get<geo::Circle>(place.editor.zone().layers.at(1).area);
    QVERIFY(std::abs(std::remainder(second.radius_m, 10)) < 1e-9);
    // Centre and rim are moved, and typed by the arrow keys.
    place.editor.pick({PickedPart::Kind::Rim, 0, 0});
    place.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::abs(std::get<geo::Circle>(place.editor.zone().layers[1].area).radius_m - second.radius_m - 10) < 1e-6);
    place.editor.pick({PickedPart::Kind::Centre, 0, 0});
    place.key(Qt::Key_Right, Qt::ControlModifier);
    const auto moved = std::get<geo::Circle>(place.editor.zone().layers[1].area);
    QVERIFY(std::abs(geo::inverse(second.centre, moved.centre).distance_m - 1) < 0.02);
}

void AirspaceTest::movesInsertsAndRemovesCorners() {
    Place place;
    place.house.publish(squareZone("SQ", seoul, 0.005));
    EVENTUALLY(place.desk.zone("KOR:SQ"));
    QVERIFY(place.editor.begin(QStringLiteral("KOR:SQ")));
    const auto camera = cameraAt();
    const auto pixel = [&](geo::LatLon at) { return camera.pixelOf(geo::toMercator(at)); };
    const auto corners = polygonOf(place.editor.zone()).outer;
    place.drag(pixel(corners[0]), pixel(corners[0]) + QPointF(-30, 20));
    QVERIFY((pixel(polygonOf(place.editor.zone()).outer[0]) - pixel(corners[0]) - QPointF(-30, 20)).manhattanLength() <
            2);
    QVERIFY((place.editor.picked() == PickedPart{PickedPart::Kind::Corner, 0, 0}));
    const QPointF middle = (pixel(corners[1]) + pixel(corners[2])) / 2;
    place.drag(middle, middle + QPointF(40, 0));
    QCOMPARE(polygonOf(place.editor.zone()).outer.size(), 5U);
    place.key(Qt::Key_Delete);
    QCOMPARE(polygonOf(place.editor.zone()).outer.size(), 4U);
    place.editor.pick({PickedPart::Kind::Corner, 0, 0});
    place.key(Qt::Key_Delete);
    QCOMPARE(polygonOf(place.editor.zone()).outer.size(), 3U);
    place.key(Qt::Key_Delete); // three are the least
    QCOMPARE(polygonOf(place.editor.zone()).outer.size(), 3U);
    place.key(Qt::Key_PageDown);
    QVERIFY(place.editor.picked().kind == PickedPart::Kind::Corner);
    const auto before = *place.editor.pickedPlace();
    place.key(Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(std::abs(geo::inverse(before, *place.editor.pickedPlace()).distance_m - 1) < 0.02);
}

void AirspaceTest::undoneStepByStep() {
    Place place;
    QVERIFY(place.editor.beginNew());
    const Zone empty = place.editor.zone();
    place.editor.addLayer(geo::Circle{seoul, 500});
    place.editor.change("x", [](Zone& zone) { zone.type = ZoneType::Conditional; });
    place.editor.setCircle(seoul, 700);
    QCOMPARE(place.drafts.group().activeStack(), &place.editor.draft().steps());
    place.drafts.group().undo();
    QCOMPARE(std::get<geo::Circle>(place.editor.zone().layers[0].area).radius_m, 500.0);
    place.drafts.group().undo();
    place.drafts.group().undo();
    QVERIFY(place.editor.zone() == empty);
    QVERIFY(!place.drafts.group().canUndo()); // never back before its beginning
    place.drafts.group().redo();
    QCOMPARE(place.editor.zone().layers.size(), 1U);
    // One drag is one step.
    place.drafts.group().redo();
    place.drafts.group().redo();
    const int steps = place.editor.draft().steps().count();
    const auto camera = cameraAt();
    place.drag(camera.pixelOf(geo::toMercator(seoul)), {560, 420});
    QCOMPARE(place.editor.draft().steps().count(), steps + 1);
}

void AirspaceTest::draftSurvivesACrash() {
    QJsonObject kept;
    Zone drawn;
    {
        Place place;
        QVERIFY(place.editor.beginNew());
        place.editor.addLayer(geo::Circle{seoul, 500});
        place.editor.change("x", [](Zone& zone) { zone.periods = nightZone("N").periods; });
        drawn = place.editor.zone();
        kept = place.drafts.state();
    }
    Place place;
    place.drafts.restore(kept);
    QVERIFY(place.editor.editing() && place.editor.modified());
    QVERIFY(place.editor.zone() == drawn);
}

void AirspaceTest::tablesWriteNumbers() {
    Place place;
    QVERIFY(place.editor.beginNew());
    PointTable points(place.editor);
    AuthorityTable authorities(place.editor);
    QAbstractItemModelTester pointTester(&points), authorityTester(&authorities);
    QCOMPARE(points.rowCount(), 0);
    place.editor.addLayer(squareZone("X", seoul, 0.01).layers[0].area);
    QCOMPARE(points.rowCount(), 4);
    QVERIFY(points.setData(points.index(2, PointTable::Latitude), QStringLiteral("37 35 00 N")));
    QVERIFY(std::abs(polygonOf(place.editor.zone()).outer[2].latitude_deg - 37.5833333) < 1e-7);
    QSignalSpy refused(&points, &DraftTable::refused);
    QVERIFY(!points.setData(points.index(2, PointTable::Latitude), QStringLiteral("97")));
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.front().front().toString().contains(u"latitude"));
    QVERIFY(!(points.flags(points.index(0, PointTable::Side)) & Qt::ItemIsEditable));
    place.editor.addLayer(geo::Circle{seoul, 300});
    QCOMPARE(points.rowCount(), 1); // the centre
    QVERIFY(points.setData(points.index(0, PointTable::Longitude), QStringLiteral("127.0")));
    QCOMPARE(std::get<geo::Circle>(place.editor.zone().layers[1].area).centre.longitude_deg, 127.0);

    authorities.add();
    QCOMPARE(authorities.rowCount(), 1);
    QVERIFY(authorities.setData(authorities.index(0, AuthorityTable::Name), QStringLiteral("서울지방항공청")));
    QVERIFY(authorities.setData(authorities.index(0, AuthorityTable::Before), QStringLiteral("P3D")));
    QVERIFY(!authorities.setData(authorities.index(0, AuthorityTable::Before), QStringLiteral("three days")));
    QVERIFY(authorities.setData(authorities.index(0, AuthorityTable::PurposeOf), QStringLiteral("notification")));
    QVERIFY(place.editor.zone().authorities[0].purpose == Purpose::Notification);
    authorities.remove(0);
    QCOMPARE(authorities.rowCount(), 0);
    place.who.reset(); // nobody is there any more
    place.editor.personChanged();
    QVERIFY(!points.setData(points.index(0, PointTable::Longitude), QStringLiteral("126.0")));
}

void AirspaceTest::timesPastMidnight() {
    Place place;
    QVERIFY(place.editor.beginNew());
    PeriodTable periods(place.editor);
    QAbstractItemModelTester tester(&periods);
    QCOMPARE(periods.rowCount(), 0);
    periods.addDaily(-1); // 22:00 to 02:00, in a period without dates
    QCOMPARE(periods.rowCount(), 1);
    QVERIFY(periods.setData(periods.index(0, PeriodTable::Days), QStringLiteral("FRI SAT")));
    QVERIFY(periods.setData(periods.index(0, PeriodTable::Start), QStringLiteral("22:00+09:00")));
    QVERIFY(periods.setData(periods.index(0, PeriodTable::End), QStringLiteral("02:00+09:00")));
    QVERIFY(place.editor.zone().periods == nightZone("N").periods);
    QCOMPARE(periodTexts(place.editor.zone()).front(), periodTexts(nightZone("N")).front());
    QVERIFY(periods.setData(periods.index(0, PeriodTable::From), QStringLiteral("2026-11-21 10:00")));
    periods.addPeriod(noon);
    periods.addDaily(0);
    QCOMPARE(periods.rowCount(), 3);
    QCOMPARE(periods.index(2, PeriodTable::From).data().toString(), QStringLiteral("2026-11-21 12:00:00"));
    QCOMPARE(periods.index(1, PeriodTable::From).data().toString(), QString()); // the same period as the row above
    QVERIFY(!periods.setData(periods.index(0, PeriodTable::Start), QStringLiteral("late")));
    periods.remove(1);
    periods.remove(1);
    QCOMPARE(periods.rowCount(), 1);
    periods.remove(0); // without its daily time it is all of the time
    QCOMPARE(place.editor.zone().periods.size(), 1U);
    periods.remove(0);
    QVERIFY(place.editor.zone().periods.empty());
}

void AirspaceTest::findingsAreLive() {
    Place place;
    place.house.publish(circleZone("TAKEN"));
    EVENTUALLY(place.desk.zone("KOR:TAKEN"));
    QVERIFY(place.editor.beginNew());
    const auto has = [&](const char* code) {
        return std::ranges::contains(place.editor.findings(), std::string(code), &Finding::code);
    };
    QVERIFY(has("NO_LAYER") && place.editor.count(Severity::Refuse) == 1);
    place.editor.addLayer(geo::Circle{seoul, 500});
    QVERIFY(!has("NO_LAYER") && place.editor.count(Severity::Refuse) == 0);
    QVERIFY(has("NO_NAME") && has("NO_AUTHORITY"));
    place.editor.change("x", [](Zone& zone) { zone.identifier = "TAKEN"; });
    QVERIFY(has("IDENTIFIER_TAKEN"));
    place.editor.change("x", [](Zone& zone) { zone.identifier = "FREE"; });
    place.editor.changeLayer("x",
                             [](Layer& layer) { layer.lower = geo::VerticalLimit{200, geo::VerticalReference::Agl}; });
    QVERIFY(has("BAD_LIMITS"));
    place.editor.changeLayer("x",
                             [](Layer& layer) { layer.lower = geo::VerticalLimit{900, geo::VerticalReference::Amsl}; });
    QVERIFY(has("LIMITS_NOT_COMPARABLE") && place.editor.count(Severity::Quarantine) == 1);
    place.house.publish(circleZone("FREE")); // somebody else takes it meanwhile
    EVENTUALLY(has("IDENTIFIER_TAKEN"));

    ZoneForm form(place.editor, theme::themes().front(), nullptr);
    QAbstractItemModelTester tester(form.findChild<orders::ListView*>(QStringLiteral("zoneFindings"))->model());
    QCOMPARE(form.findings().rowCount(), static_cast<int>(place.editor.findings().size()));
    QVERIFY(form.findChild<QLabel*>(QStringLiteral("findingSummary"))->text().contains(u"cannot be published"));
}

void AirspaceTest::impactBeforePublishing() {
    Place place;
    const auto volume = [](const char* kind, const char* id, geo::LatLon at) {
        return NamedVolume{kind, id, {geo::Circle{at, 50}, {}, {}, noon, noon + std::chrono::hours(1)}};
    };
    place.house.inUse = {volume("mission", "M-000007", seoul), volume("node", "DP-01", seoul),
                         volume("mission", "M-000008", {38, 128})};
    QVERIFY(place.editor.beginNew());
    place.editor.addLayer(geo::Circle{seoul, 500});
    ZoneForm form(place.editor, theme::themes().front(), nullptr);
    form.askImpact();
    EVENTUALLY(form.impacts().rowCount() == 2);
    QCOMPARE(form.impacts().index(0, 2).data().toString(), QStringLiteral("M-000007"));
    QVERIFY(form.findChild<QLabel*>(QStringLiteral("impactSummary"))->text().contains(u'2'));
    place.editor.setCircle({38, 128}, 500); // another zone now: what was said is of the one before
    QCOMPARE(form.impacts().rowCount(), 0);

    auto* dialog = new PublishDialog(place.editor, theme::themes().front(), &form);
    auto* publish = dialog->findChild<QPushButton*>(QStringLiteral("publishNow"));
    QVERIFY(!publish->isEnabled()); // nothing before it is known
    EVENTUALLY(publish->isEnabled());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("publishSummary"))->text().contains(u'1'));
    delete dialog;
    place.house.inUse.clear();
    auto* harmless = new PublishDialog(place.editor, theme::themes().front(), &form);
    auto* summary = harmless->findChild<QLabel*>(QStringLiteral("publishSummary"));
    EVENTUALLY(summary->text().contains(u"no flight plan"));
    delete harmless;
}

void AirspaceTest::publishesAndChanges() {
    Place place;
    QSignalSpy published(&place.editor, &ZoneEditor::published);
    QVERIFY(place.editor.beginNew());
    place.editor.addLayer(geo::Circle{seoul, 500});
    std::optional<Result<std::uint64_t>> answer;
    place.editor.publish([&](const Result<std::uint64_t>& revision) { answer = revision; });
    QVERIFY(!place.editor.mayChange()); // until it is answered
    EVENTUALLY(answer);
    QVERIFY(*answer && **answer == 1);
    QVERIFY(!place.editor.editing());
    QCOMPARE(published.front().front().toString(), QStringLiteral("KOR:Z001"));
    EVENTUALLY(place.desk.zone("KOR:Z001"));
    QVERIFY(place.editor.begin(QStringLiteral("KOR:Z001")));
    QVERIFY(!place.editor.modified());
    place.editor.setCircle(seoul, 900);
    answer.reset();
    place.editor.publish([&](const Result<std::uint64_t>& revision) { answer = revision; });
    EVENTUALLY(answer);
    QVERIFY(*answer && **answer == 2);
    QVERIFY(!place.editor.begin(QStringLiteral("KOR:NONE")));
    QVERIFY(place.editor.beginNew());
    QCOMPARE(place.editor.zone().identifier, "Z002"); // the next that is free
    place.editor.discard();
    QVERIFY(!place.editor.editing());
}

void AirspaceTest::staleIsAChoice() {
    Place place;
    place.house.publish(circleZone("A"));
    EVENTUALLY(place.desk.zone("KOR:A"));
    QVERIFY(place.editor.begin(QStringLiteral("KOR:A")));
    place.editor.setCircle(seoul, 900);
    place.house.publish(circleZone("A", seoul, 1200), 1); // somebody else
    std::optional<Result<std::uint64_t>> answer;
    const auto done = [&](const Result<std::uint64_t>& revision) { answer = revision; };
    place.editor.publish(done);
    EVENTUALLY(answer);
    QCOMPARE(answer->error().code, "STALE_REVISION");
    QVERIFY(place.editor.editing()); // nothing is lost
    EVENTUALLY(place.desk.state()->record("KOR:A")->revision == 2);
    place.editor.rebase();
    answer.reset();
    place.editor.publish(done);
    EVENTUALLY(answer);
    QVERIFY(answer->has_value() && **answer == 3);
}

void AirspaceTest::rightsAreAsked() {
    Place place;
    place.house.publish(circleZone("A"));
    EVENTUALLY(place.desk.zone("KOR:A"));
    place.who = someone({"zone.read"});
    QVERIFY(!place.editor.beginNew() && !place.editor.begin(QStringLiteral("KOR:A")));
    place.who = someone({"zone.read", "zone.write"});
    QVERIFY(place.editor.begin(QStringLiteral("KOR:A")));
    place.editor.take(ZoneHand::DrawCircle);
    place.who = someone({"zone.read"}); // another person sits down
    place.editor.personChanged();
    QVERIFY(!place.editor.mayChange());
    QCOMPARE(place.editor.hand(), ZoneHand::Select);
    const Zone before = place.editor.zone();
    place.editor.setCircle(seoul, 5000);
    QVERIFY(place.editor.zone() == before);
    QVERIFY(place.tool.hint().isEmpty());
}

// ---------------------------------------------------------------- list, details, files

void AirspaceTest::detailsSayEverything() {
    Zone zone = nightZone("N1");
    zone.restrictionConditions = "Below <30 m> only";
    zone.layers.push_back({geo::Circle{seoul, 2500}, geo::VerticalLimit{100, geo::VerticalReference::Amsl}, {}});
    const QString text =
        detailsHtml(zone, {zoneKey(zone), 3, noon, "kim"}, statusOf(zone, noon), noon, QStringLiteral("en"));
    for (const char* wanted :
         {"KOR N1", "Example N1", "Conditional", "Sensitive site", "Seoul Regional Office", "Authorises",
          "150 m (492 ft) above ground (AGL)", "100 m (328 ft) above mean sea level", "no upper limit", "22:00+09:00",
          "next day", "Not active: next from 13:00:00Z to 17:00:00Z", "revision 3", "kim", "&lt;30 m&gt;",
          "Circle of 2.50 km"})
        QVERIFY2(text.contains(QLatin1StringView(wanted)), wanted);
    QVERIFY(detailsHtml(zone, {zoneKey(zone), 3, noon, "kim"}, {}, noon, QStringLiteral("ko")).contains(u"예시 N1"));
}

void AirspaceTest::panelFiltersAndWithdraws() {
    Place place;
    actions::ActionRegistry registry;
    ZoneSelection selection;
    place.house.publish(circleZone("A"));
    place.house.publish(circleZone("B", seoul, 300, ZoneType::NoRestriction));
    place.house.publish(nightZone("C"));
    ZonePanel panel(place.editor, selection, registry, theme::themes().front(), nullptr);
    panel.setLanguage(QStringLiteral("en"));
    panel.resize(1400, 500);
    panel.show();
    auto& list = *panel.findChild<orders::ListView*>(QStringLiteral("zoneList"));
    EVENTUALLY(list.model()->rowCount() == 3);
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("zoneSummary"))->text().contains(u"2 active"));
    auto& words = *panel.findChild<QLineEdit*>(QStringLiteral("zoneFilter"));
    words.setText(QStringLiteral("no restriction"));
    QCOMPARE(list.model()->rowCount(), 1);
    words.clear();
    auto& type = *panel.findChild<QComboBox*>(QStringLiteral("zoneTypeFilter"));
    type.setFocus();
    type.setCurrentIndex(type.findData(static_cast<int>(ZoneType::Conditional)));
    Q_EMIT type.activated(type.currentIndex());
    QCOMPARE(list.model()->rowCount(), 1);
    type.setCurrentIndex(0);
    Q_EMIT type.activated(0);
    panel.findChild<QAbstractButton*>(QStringLiteral("zoneOnlyActive"))->click();
    QCOMPARE(list.model()->rowCount(), 2); // the night zone is not active at noon
    place.desk.setTime(*fromRfc3339("2026-11-21T14:00:00Z"));
    QCOMPARE(list.model()->rowCount(), 3); // by the time alone
    panel.findChild<QAbstractButton*>(QStringLiteral("zoneOnlyActive"))->click();

    list.selectRow(0);
    QCOMPARE(selection.zone(), QStringLiteral("KOR:A"));
    QVERIFY(panel.findChild<QTextBrowser*>(QStringLiteral("zoneDetails"))
                ->toPlainText()
                .contains(u"Active: it is permanent"));
    registry.action(QLatin1StringView("zone.withdraw")).trigger();
    auto* dialog = panel.findChild<WithdrawDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* good = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!good->isEnabled()); // not without a reason
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("withdrawReason")),
                     QStringLiteral("exercise is over"));
    QVERIFY(good->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    EVENTUALLY(place.desk.zone("KOR:A") == nullptr);
    EVENTUALLY(list.model()->rowCount() == 2);
    QVERIFY(!registry.action(QLatin1StringView("zone.withdraw")).isEnabled());

    place.who = someone({"zone.read"});
    place.editor.personChanged();
    for (const char* id : {"zone.new", "zone.edit", "zone.import", "zone.publish"})
        QVERIFY2(!registry.action(QLatin1StringView(id)).isEnabled(), id);
}

void AirspaceTest::importShowsEveryFeature() {
    Place place;
    actions::ActionRegistry registry;
    ZoneSelection selection;
    ZonePanel panel(place.editor, selection, registry, theme::themes().front(), nullptr);
    panel.show();
    // Plain GeoJSON: it says where, not what. Refused, until a person says it.
    QFile file(place.house.folder.filePath(QStringLiteral("areas.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Park"},"geometry":{"type":"Polygon","coordinates":[[[126.97,37.56],[126.98,37.56],[126.98,37.57],[126.97,37.56]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[126.97,37.56],[126.98,37.56]]]}}]})");
    file.close();
    panel.importFrom(file.fileName());
    ImportDialog* dialog = nullptr;
    EVENTUALLY((dialog = panel.findChild<ImportDialog*>()) != nullptr);
    QAbstractItemModelTester tester(dialog->findChild<orders::ListView*>(QStringLiteral("importFeatures"))->model());
    EVENTUALLY(dialog->features().rowCount() == 2);
    auto* take = dialog->findChild<QPushButton*>(QStringLiteral("importNow"));
    QVERIFY(!take->isEnabled());
    const auto outcome = [&](int row) { return dialog->features().index(row, 0).data().toString(); };
    QCOMPARE(outcome(0), QStringLiteral("Refused"));
    auto* type = dialog->findChild<QComboBox*>(QStringLiteral("importType"));
    type->setCurrentIndex(type->findData(static_cast<int>(ZoneType::ReqAuthorization)));
    dialog->findChild<QLineEdit*>(QStringLiteral("importCeiling"))->setText(QStringLiteral("120"));
    dialog->findChild<QPushButton*>(QStringLiteral("importAgain"))->click();
    EVENTUALLY(outcome(0) == u"Quarantined");
    QCOMPARE(outcome(1), QStringLiteral("Refused"));
    QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("importDetails"))->text().isEmpty());
    QVERIFY(!take->isEnabled()); // nothing sound in it
    auto* choice = dialog->findChild<QComboBox*>(QStringLiteral("importChoice"));
    choice->setCurrentIndex(choice->findData(static_cast<int>(ImportChoice::AllOrNothing)));
    QVERIFY(!take->isEnabled());
    choice->setCurrentIndex(choice->findData(static_cast<int>(ImportChoice::WithQuarantined)));
    QVERIFY(take->isEnabled());
    take->click();
    EVENTUALLY(place.desk.state()->records.size() == 1);
    const Zone& zone = place.desk.state()->index.zones().front();
    QVERIFY(zone.type == ZoneType::ReqAuthorization && zone.layers[0].upper->metres == 120);
    EVENTUALLY(panel.findChild<QLabel*>(QStringLiteral("zoneState"))->text().contains(u"1 new"));
}

void AirspaceTest::importTakesWhatIsChecked() {
    Place place;
    actions::ActionRegistry registry;
    ZoneSelection selection;
    ZonePanel panel(place.editor, selection, registry, theme::themes().front(), nullptr);
    panel.resize(1200, 700);
    panel.show();
    QFile file(place.house.folder.filePath(QStringLiteral("areas.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray features;
    for (const char* name : {"One", "Two", "Three"}) {
        const double east = 126.9 + static_cast<double>(features.size()) / 10'000;
        if (!features.isEmpty()) features += ',';
        features +=
            QStringLiteral(
                R"({"type":"Feature","properties":{"name":"%1"},"geometry":{"type":"Polygon","coordinates":[[[%2,37.5],[%3,37.5],[%3,37.6],[%2,37.5]]]}})")
                .arg(QLatin1StringView(name))
                .arg(east)
                .arg(east + 0.01)
                .toUtf8();
    }
    const QByteArray line =
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[126.97,37.56],[126.98,37.56]]]}})";
    file.write(R"({"type":"FeatureCollection","features":[)" + features + ',' + line + "]}");
    file.close();
    panel.importFrom(file.fileName());
    ImportDialog* dialog = nullptr;
    EVENTUALLY((dialog = panel.findChild<ImportDialog*>()) != nullptr);
    EVENTUALLY(dialog->features().rowCount() == 4);
    auto* type = dialog->findChild<QComboBox*>(QStringLiteral("importType"));
    type->setCurrentIndex(type->findData(static_cast<int>(ZoneType::Prohibited)));
    dialog->findChild<QPushButton*>(QStringLiteral("importAgain"))->click();
    EVENTUALLY(dialog->features().index(0, 0).data().toString() == u"Quarantined");
    const auto box = [&](int row) { return dialog->features().index(row, 0).data(Qt::CheckStateRole); };
    for (int row = 0; row < 3; ++row)
        QCOMPARE(box(row).toInt(), int(Qt::Unchecked)); // in quarantine: not without a person
    QVERIFY(!box(3).isValid());                         // refused: there is nothing to take
    auto* choice = dialog->findChild<QComboBox*>(QStringLiteral("importChoice"));
    choice->setCurrentIndex(choice->findData(static_cast<int>(ImportChoice::WithQuarantined)));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(box(row).toInt(), int(Qt::Checked));
    // By the keyboard: the row, and Space.
    auto* list = dialog->findChild<orders::ListView*>(QStringLiteral("importFeatures"));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(box(1).toInt(), int(Qt::Unchecked));
    QCOMPARE(choice->currentText(), QStringLiteral("What is checked in the list"));
    auto* trouble = dialog->findChild<QLabel*>(QStringLiteral("importTrouble"));
    QCOMPARE(trouble->text(), QStringLiteral("2 of 4 features are taken."));
    list->setCurrentIndex(list->model()->index(3, 0));
    QTest::keyClick(list, Qt::Key_Space); // nothing to check
    QVERIFY(!box(3).isValid());
    auto* take = dialog->findChild<QPushButton*>(QStringLiteral("importNow"));
    for (const int row : {0, 2}) {
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Space);
    }
    QVERIFY(!take->isEnabled()); // nothing is checked any more
    for (const int row : {0, 2}) {
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Space);
    }
    QVERIFY(take->isEnabled());
    take->click();
    EVENTUALLY(place.desk.state()->records.size() == 2);
    QStringList names;
    for (const Zone& zone : place.desk.state()->index.zones())
        names << QString::fromStdString(textIn(zone.name, "en"));
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("One"), QStringLiteral("Three")}));
}

void AirspaceTest::holesAreDrawn() {
    Place place;
    QVERIFY(place.editor.beginNew());
    ZoneTool& tool = place.tool;
    const auto camera = cameraAt({37.5, 127.0});
    QVERIFY(!place.editor.mayHaveHole()); // no volume yet
    place.editor.addLayer(geo::Circle{{37.5, 127.0}, 900});
    QVERIFY(!place.editor.mayHaveHole()); // a circle has none
    place.editor.take(ZoneHand::DrawHole);
    QVERIFY(tool.hint().contains(u"only a volume with corners"));
    place.editor.removeLayer();
    place.editor.addLayer(geo::Polygon{{{37.49, 126.99}, {37.49, 127.01}, {37.51, 127.01}, {37.51, 126.99}}, {}});
    QVERIFY(place.editor.mayHaveHole());
    place.editor.take(ZoneHand::DrawHole);
    const auto click = [&](double lat_deg, double lon_deg) {
        const QPointF at = camera.pixelOf(geo::toMercator({lat_deg, lon_deg}));
        (void)tool.click(camera, {at, {}});
        return at;
    };
    click(37.498, 126.998);
    click(37.498, 127.002);
    const QPointF last = click(37.502, 127.0);
    QVERIFY(!tool.hint().isEmpty());
    QKeyEvent close(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(tool.key(camera, last, close));
    const auto& polygon = std::get<geo::Polygon>(place.editor.layerInHand()->area);
    QCOMPARE(polygon.holes.size(), std::size_t{1});
    QCOMPARE(polygon.holes[0].size(), std::size_t{3});
    QVERIFY(place.editor.hand() == ZoneHand::Select);
    QCOMPARE(place.editor.count(Severity::Refuse), std::size_t{0});
    QVERIFY(!geo::contains(place.editor.layerInHand()->area, {37.499, 127.0})); // outside of the zone
    // One step of the draft, back and forth.
    place.drafts.group().undo();
    QVERIFY(std::get<geo::Polygon>(place.editor.layerInHand()->area).holes.empty());
    place.drafts.group().redo();
    QCOMPARE(std::get<geo::Polygon>(place.editor.layerInHand()->area).holes.size(), std::size_t{1});
    // As ED-318 has it: a second ring, and read back it is the same.
    Zone zone = place.editor.zone();
    zone.identifier = "HOLED";
    const auto text =
        formats::writeEd318(std::vector{zone}, {.name = "Haneul", .provider = {}, .issued = place.desk.time()}).text;
    const auto back = formats::readZoneFile(text, "x.json", {}, {});
    QVERIFY(back.has_value() && back->features.size() == 1 && back->features[0].zone);
    QCOMPARE(std::get<geo::Polygon>(back->features[0].zone->layers[0].area).holes.size(), std::size_t{1});
    // With its third corner the hole goes.
    QVERIFY(place.editor.removeCorner(1, 0));
    QVERIFY(std::get<geo::Polygon>(place.editor.layerInHand()->area).holes.empty());
}

void AirspaceTest::holesThatAreWrongAreFindings_data() {
    QTest::addColumn<double>("lat_deg"); // of the middle of the hole
    QTest::addColumn<double>("half_deg");
    QTest::addColumn<bool>("wrong");
    QTest::newRow("inside") << 37.5 << 0.002 << false;
    QTest::newRow("across the outline") << 37.51 << 0.002 << true;
    QTest::newRow("outside") << 37.6 << 0.002 << true;
    QTest::newRow("around it") << 37.5 << 0.05 << true;
    QTest::newRow("over the other hole") << 37.5055 << 0.001 << true;
}

void AirspaceTest::holesThatAreWrongAreFindings() {
    QFETCH(const double, lat_deg);
    QFETCH(const double, half_deg);
    QFETCH(const bool, wrong);
    Place place;
    QVERIFY(place.editor.beginNew());
    place.editor.addLayer(geo::Polygon{{{37.49, 126.99}, {37.49, 127.01}, {37.51, 127.01}, {37.51, 126.99}}, {}});
    const auto square = [](double lat, double half) {
        return std::vector<geo::LatLon>{
            {lat - half, 127 - half}, {lat - half, 127 + half}, {lat + half, 127 + half}, {lat + half, 127 - half}};
    };
    place.editor.addHole(square(37.5065, 0.001));
    QCOMPARE(place.editor.count(Severity::Refuse), std::size_t{0});
    place.editor.addHole(square(lat_deg, half_deg));
    const auto& findings = place.editor.findings();
    const auto bad = std::ranges::find(findings, "BAD_AREA", &Finding::code);
    QCOMPARE(bad != findings.end(), wrong);
    if (wrong) QVERIFY2(bad->where.starts_with("layers[0].area"), bad->where.c_str());
}

void AirspaceTest::exportIsReadBack() {
    Place place;
    actions::ActionRegistry registry;
    ZoneSelection selection;
    place.house.publish(circleZone("A"));
    place.house.publish(squareZone("B", {37.5, 127}, 0.01, ZoneType::Conditional));
    ZonePanel panel(place.editor, selection, registry, theme::themes().front(), nullptr);
    panel.show();
    EVENTUALLY(place.desk.state()->records.size() == 2);
    const QString name = place.house.folder.filePath(QStringLiteral("out.json"));
    panel.exportTo(name);
    EVENTUALLY(QFile::exists(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = formats::readZoneFile(file.readAll().toStdString(), "out.json", {});
    QVERIFY(read && read->format == "ED-318");
    QCOMPARE(read->count(Outcome::Taken), 2U);
    EVENTUALLY(panel.findChild<QLabel*>(QStringLiteral("zoneState"))->text().contains(u"2 zones written"));
    panel.exportTo(QStringLiteral("/no/such/folder/out.json"));
    EVENTUALLY(panel.findChild<QLabel*>(QStringLiteral("zoneState"))->text().contains(u"cannot be written"));
}

void AirspaceTest::withoutAService() {
    AirspaceDesk desk(nullptr, [] { return std::optional(someone({"zone.read", "zone.write"})); });
    drafts::Drafts drafts;
    ZoneEditor editor(desk, drafts);
    QVERIFY(!editor.beginNew());
    std::optional<Result<std::uint64_t>> answer;
    desk.ask<std::uint64_t>(
        this, [&](const Result<std::uint64_t>& result) { answer = result; },
        [](AirspaceService&, const people::Principal&, const Done<std::uint64_t>&) { QFAIL("there is none"); });
    QVERIFY(answer && answer->error().code == "NO_AIRSPACE");
    QVERIFY(!refusalText(answer->error()).isEmpty());
}

HANEUL_LATENCY_MAIN(AirspaceTest)
#include "airspace_test.moc"
